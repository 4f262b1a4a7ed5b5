"""How a text speaks: familiar and polite address mixed, capitals and exclamation marks, one word
written two ways.

Each function is one rule's ``what``. What stands in quotation marks does not count. Linear in the
text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.prepared import all_said, need_messages, need_options, patterns_of
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Document
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words
from vaclint.text.quotations import is_inside, quotations
from vaclint.text.words import in_case_of

_ALONE = r"(?<![\p{{L}}\p{{N}}’'-]){}(?![\p{{L}}\p{{N}}’'-])"
_ALONE_NO_UNIT = r"(?<![\p{{L}}\p{{N}}’'./-])(?<!\d ){}(?![\p{{L}}\p{{N}}’'./-])"
"""A word of one letter may be a unit or part of an abbreviation: no number or stop stands beside
it.
"""
_SHOUT = lazy(
    r"(?<![\p{L}\p{N}-])\p{Lu}{4,}(?:[ \-][\p{Lu}&/]{2,}){0,12}(?:[ \-]\p{Lu}{4,})+(?![\p{L}\p{N}])"
)
_CAPITAL = lazy(r" \p{Lu}\p{Ll}")
_MARKS = lazy(r"[!?]*!(?:\s?[!?])+[!?]*|\?{2,}")
_WORD = lazy(r"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(?:-\p{L}[\p{L}\p{N}]*)*(?![\p{L}\p{N}])")
INFORMAL, FORMAL = "informal", "formal"
"""The two ways to address a reader."""
SHORTEST_COMPOUND = 6
"""Letters with hyphens; a shorter word with a hyphen is no compound that may be spelled otherwise.
"""


def _outside_quotations(block: Block, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """The matches of a pattern that do not begin inside quotation marks."""
    quoted = quotations(block.text)
    for match in pattern.finditer(block.text):
        if not is_inside(quoted, match.start()):
            yield match


class _Form(NamedTuple):
    """One way to address the reader, with its places and what stands there."""

    name: str
    places: list[tuple[Span, str]]


def _address(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A text that addresses its reader in both ways: a finding at the first of the less used, the
    others in ``related``. Where one way is wanted, at the first of the other.
    """
    wanted = rule.options["form"]
    for language, prepared in rule.prepared["address"].items():
        words = prepared[INFORMAL if wanted == FORMAL else FORMAL]["words"]
        if any(context.document.word_counts[word] for word in words):
            yield from _mixed(context, rule, language, prepared)


def _mixed(
    context: Context, rule: Rule, language: str, prepared: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    forms = [_Form(prepared[name]["words"][0], []) for name in (INFORMAL, FORMAL)]
    patterns = [lazy(prepared[name]["pattern"], regex.IGNORECASE) for name in (INFORMAL, FORMAL)]
    for block in context.blocks(rule):
        if context.document.language_of(block) != language:
            continue
        apart = _apart(block.text, prepared["apart"])
        for form, pattern in zip(forms, patterns, strict=True):
            form.places.extend(
                (block.span(*match.span()), match[0])
                for match in _outside_quotations(block, pattern)
                if not (_is_name(block.text, match) or is_inside(apart, match.start()))
            )
    wanted = rule.options["form"]
    if wanted:
        more, less = forms if wanted == INFORMAL else reversed(forms)
    else:
        less, more = sorted(forms, key=lambda form: len(form.places))
    if not less.places or not (wanted or more.places):
        return
    (first, text), *others = less.places
    yield context.found(
        rule,
        first,
        message="wanted" if wanted else "",
        related=context.also(span for span, _ in others),
        properties={form.name: len(form.places) for form in forms},
        text=text,
        less=less.name,
        more=more.name,
        count=len(less.places),
        most=len(more.places),
    )


def _apart(text: str, pattern: str) -> list[tuple[int, int]]:
    """Where a text speaks to somebody else, or to nobody in particular (``als je bedenkt``)."""
    if not pattern:
        return []
    return [match.span() for match in lazy(pattern, regex.IGNORECASE).finditer(text)]


def _is_name(text: str, match: regex.Match[str]) -> bool:
    """``UW Zuid``: capitals before a capital, in a text that is not all in capitals."""
    word = match[0]
    follows = _CAPITAL.match(text, match.end()) is not None
    return len(word) > 1 and word.isupper() and follows and not text.isupper()


def _shouting(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Several words in capitals in a row, in running text."""
    least = rule.options["min-words"]
    for block in context.blocks(rule):
        if block is context.document.title or block.kind not in ("paragraph", "item"):
            continue
        if block.text.isupper() and len(block.text.split()) < least:
            continue
        for match in _SHOUT.finditer(block.text):
            if len(match[0].split()) >= least:
                yield context.found(rule, block.span(*match.span()), text=match[0])


def _exclamations(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Exclamation marks in a row, and more of them in a text than its length bears."""
    single = []
    for block in context.shown(rule):
        if "!" not in block.text and "??" not in block.text:
            continue
        for match in _outside_quotations(block, _MARKS):
            shown = "?" if "?" in match[0] else "!"
            span = block.span(*match.span())
            fixes = context.replacing(span, match[0], shown)
            yield context.found(rule, span, fixes=fixes, text=match[0], replacement=shown)
        single += [block.span(at, at + 1) for at, char in enumerate(block.text) if char == "!"]
    count, length = len(single), len(context.document.words)
    if count > max(rule.options["max"], rule.options["max-per-100-words"] * length / 100):
        yield context.found(
            rule,
            single[0],
            related=context.also(single[1:]),
            message="too-many",
            text="!",
            properties={"count": count, "words": length},
            count=count,
            words=length,
        )


Spellings = dict[str, list[tuple[Span, str]]]
"""The spellings of one word, each with its places and what stands there."""


def _variants(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """One word in two spellings: with and without a hyphen or a space, or an abbreviation with and
    without capitals.
    """
    cased = frozenset(rule.options["abbreviations"])
    compared = _compared(context.document, rule.prepared["two-words"]) - cased
    if not compared and cased.isdisjoint(context.document.word_counts):
        return
    for spellings in _spellings(context, context.blocks(rule), cased, compared).values():
        if len(spellings) > 1:
            yield from _differing(context, rule, spellings, cased)


def _compared(document: Document, two_words: Iterable[str]) -> set[str]:
    """The words that may stand in two spellings: those that stand with a hyphen and without one, or
    in two words and in one.
    """
    counts = document.word_counts
    hyphenated = {
        word.replace("-", ""): word
        for word in counts
        if "-" in word and len(word) > SHORTEST_COMPOUND
    }
    found = {joined for joined in hyphenated if joined in counts}
    for pair in two_words:
        first, second = pair.split()
        joined = first + second
        if first in counts and second in counts and (joined in counts or joined in hyphenated):
            found.add(joined)
    for joined, word in hyphenated.items():
        if word.count("-") == 1 and word.replace("-", " ") in document.haystack:
            found.add(joined)
    return found


def _spellings(
    context: Context, blocks: Iterable[Block], cased: frozenset[str], compared: set[str]
) -> Mapping[str, Spellings]:
    """The places of the compared words and abbreviations, by the word as it is joined."""
    places: dict[str, Spellings] = defaultdict(lambda: defaultdict(list))
    wanted, remembered = cased | compared, context.resources.remembered
    is_small = context.document.is_small
    for block in blocks:
        said = block.text  # the words of a large text would take ten times as much as it does
        if wanted.isdisjoint(remembered(_joined_in, said) if is_small else _joined_in(said)):
            continue
        previous = None
        for match in _outside_quotations(block, _WORD):
            text, lower = match[0], match[0].lower()
            if lower in cased:
                spelling = lower if text.islower() else text.upper()
                places[lower][spelling].append((block.span(*match.span()), text))
            if (joined := lower.replace("-", "")) in compared:
                places[joined][lower].append((block.span(*match.span()), text))
            if previous and block.text[previous.end() : match.start()] == " ":
                pair, joined = f"{previous[0]} {text}", previous[0].lower() + lower
                if joined in compared:
                    both = block.span(previous.start(), match.end())
                    places[joined][pair.lower()].append((both, pair))
            previous = match
    return places


def _joined_in(text: str) -> frozenset[str]:
    """The words of a text in lower case as they are and without hyphens, and two of them as one."""
    words = [word.lower() for word in _WORD.findall(text)]
    pairs = (one + other for one, other in pairwise(words))
    return frozenset((*words, *(word.replace("-", "") for word in words if "-" in word), *pairs))


def _differing(
    context: Context, rule: Rule, spellings: Spellings, cased: frozenset[str]
) -> Iterator[Diagnostic]:
    """A finding for each spelling of a word but the one to keep."""
    preferred = _preferred(spellings, cased)
    usual, written = spellings[preferred][0]
    for spelling, ((span, text), *others) in spellings.items():
        if spelling == preferred or (" " in preferred and "-" in spelling):
            continue  # before a noun a hyphen may be right, and loose words elsewhere
        first, _, last = spelling.partition(" ")
        if last and not rule.prepared["particles"].isdisjoint((first, last)):
            near = context.document.source.text[max(0, span.start - BEFORE) : span.start]
            if rule.prepared["noun-leads"].isdisjoint(near.lower().split()[-1:]):
                continue  # ‘a follow-up’, but ‘you follow up’; ‘on-call rota’, ‘you are on call’
        if preferred in cased:
            better = preferred
        elif _letters(written) == _letters(text) or any(map(str.isupper, written[1:])):
            better = written  # ‘Trainer A’ becomes ‘Trainer-A’, ‘NATO Country’ ‘NATO-country’
        else:
            better = in_case_of(preferred, text)
        also = context.also(other for other, _ in others)
        yield context.found(
            rule,
            span,
            related=(Related(usual, context.say("other-spelling")), *also),
            fixes=context.replacing(span, text, better),
            text=text,
            replacement=better,
        )


BEFORE = 20
"""So many characters before a word the one before it is looked for in."""


def _letters(text: str) -> str:
    """What two spellings have in common but for hyphens and spaces."""
    return text.replace("-", "").replace(" ", "")


def _preferred(spellings: Spellings, cased: frozenset[str]) -> str:
    """The spelling to keep: an abbreviation in small letters, else the one used most, else the one
    in one word.
    """
    small = next((spelling for spelling in spellings if spelling in cased), "")

    def rank(spelling: str) -> tuple[int, bool]:
        return len(spellings[spelling]), "-" not in spelling and " " not in spelling

    return small or max(spellings, key=rank)


FINDERS: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "address": _address,
    "shouting": _shouting,
    "exclamations": _exclamations,
    "variants": _variants,
}
NEEDED = {
    "address": ("form",),
    "shouting": ("min-words",),
    "exclamations": ("max", "max-per-100-words"),
    "variants": ("abbreviations",),
}
"""The options that a rule must have, by ``what``."""


def check_style(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from FINDERS[rule.data["what"]](context, rule)


def prepare_style(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The words of address by language with their patterns, the words that are written in two as
    well, the particles of verbs, and what stands before a noun.
    """
    need_options(rule, preparation, NEEDED)
    need_messages(rule, preparation, {"exclamations": ("too-many",), "address": ("wanted",)})
    apart = patterns_of(rule, preparation, "apart", flags=regex.IGNORECASE)
    address = {
        language: {
            "informal": _prepared_form(said["informal"], _ALONE),
            "formal": _prepared_form(said["formal"], _ALONE_NO_UNIT),
            "apart": apart.get(language, {}).get("apart", ""),
        }
        for language, said in rule.said.items()
        if said.get("informal") and said.get("formal")
    }
    two_words = all_said(rule, "two-words")
    for pair in two_words:
        if len(pair.split()) != 2:
            raise preparation.error("", "two-words", f"'{pair}' is not two words")
    lists = {name: frozenset(all_said(rule, name)) for name in ("particles", "noun-leads")}
    return {"address": address, "two-words": two_words, **lists}


def _prepared_form(given: list[str], frame: str) -> dict[str, Any]:
    """The words of one way to address the reader, named by the first, and their pattern."""
    return {"words": given, "pattern": frame.format(words(given))}


KIND = Kind(
    "style",
    check_style,
    {
        "what": Key(TEXT, tuple(FINDERS), required=True),
        "informal": Key(LIST, by_language=True),
        "formal": Key(LIST, by_language=True),
        "apart": Key((*TEXT, *TABLE), by_language=True),
        "two-words": Key(LIST, by_language=True),
        "particles": Key(LIST, by_language=True),
        "noun-leads": Key(LIST, by_language=True),
    },
    prepare_style,
    values=frozenset({"less", "more", "count", "most", "words"}),
)
