"""How a text speaks: je and u mixed, capitals and exclamation marks, one word written two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import regex

from vaclint.checks import Context, in_case_of
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Block, Document, Span
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_QUOTED = lazy(r"[“\"«„][^”\"»]{2,300}[”\"»]|(?<!\p{L})[‘'](?!s )[^’']{2,300}[’'](?!\p{L})")
_INFORMAL = lazy(r"(?<![\p{L}\p{N}’'-])(?:je|jij|jou|jouw|jezelf|jouzelf)(?![\p{L}\p{N}’'-])", regex.IGNORECASE)
_FORMAL = lazy(r"(?<![\p{L}\p{N}’'./-])(?<!\d )(?:u|uw|uzelf)(?![\p{L}\p{N}’'./-])", regex.IGNORECASE)
_SHOUT = lazy(r"(?<![\p{L}\p{N}-])\p{Lu}{4,}(?:[ \-][\p{Lu}&/]{2,}){0,12}(?:[ \-]\p{Lu}{4,})+(?![\p{L}\p{N}])")
_MARKS = lazy(r"[!?]*!(?:\s?[!?])+[!?]*|\?{2,}")
_WORD = lazy(r"(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]*(?:-\p{L}[\p{L}\p{N}]*)*(?![\p{L}\p{N}])")


def check_style(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for. Linear in the text."""
    for rule in rules:
        yield from _CHECKS[rule.data["what"]](context, rule)


def _outside_quotes(block: Block, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """The matches of a pattern that do not stand inside quotation marks."""
    quoted = [match.span() for match in _QUOTED.finditer(block.text)] if any(mark in block.text for mark in "“\"«„‘'") else []
    for match in pattern.finditer(block.text):
        if not any(start <= match.start() < end for start, end in quoted):
            yield match


def _address(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """One text that says both je and u to its reader: a finding at the first of the less used, the others in ``related``."""
    counts = context.document.word_counts
    if not any(counts[word] for word in ("u", "uw", "uzelf")):
        return
    found: dict[str, list[tuple[Span, str]]] = {"je": [], "u": []}
    for block in context.blocks(rule):
        for name, pattern in (("je", _INFORMAL), ("u", _FORMAL)):
            found[name] += [(block.span(*match.span()), match[0]) for match in _outside_quotes(block, pattern)]
    if not found["je"] or not found["u"]:
        return
    less, more = sorted(found, key=lambda name: len(found[name]))
    (first, text), *others = found[less]
    related = context.also(span for span, _ in others)
    yield context.found(
        rule, first, related=related, text=text, less=less, more=more, count=len(found[less]), most=len(found[more]),
        properties={"je": len(found["je"]), "u": len(found["u"])},
    )  # fmt: skip


def _shouting(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Several words in capitals in a row, in running text."""
    for block in context.blocks(rule):
        if (
            block is context.document.title
            or block.kind not in ("paragraph", "item")
            or (block.text.isupper() and len(block.text.split()) < rule.options["min-words"])
        ):
            continue
        for match in _SHOUT.finditer(block.text):
            if len(match[0].split()) >= rule.options["min-words"]:
                yield context.found(rule, block.span(*match.span()), text=match[0])


def _exclamations(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Exclamation marks in a row, and more of them in a text than its length bears."""
    single = []
    for block in context.blocks(rule):
        if "!" not in block.text and "??" not in block.text:
            continue
        for match in _outside_quotes(block, _MARKS):
            shown = "?" if match[0].startswith("?") and set(match[0]) == {"?"} else "?" if "?" in match[0] else "!"
            span = block.span(*match.span())
            yield context.found(rule, span, fixes=context.replacing(span, match[0], shown), text=match[0], replacement=shown)
        single += [block.span(at, at + 1) for at, char in enumerate(block.text) if char == "!"]
    words = len(context.document.words)
    most = max(rule.options["max"], rule.options["max-per-100-words"] * words / 100)
    if len(single) > most:
        message = _EXCLAMATIONS[context.message_language].format(count=len(single), words=words)
        yield context.found(
            rule, single[0], related=context.also(single[1:]), message=message, text="!", properties={"count": len(single), "words": words}
        )


def _variants(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """One word in two spellings: with and without a hyphen or a space, or an abbreviation with and without capitals."""
    document = context.document
    cased = frozenset(rule.options["abbreviations"])
    compared = _compared(document, cased)
    if not compared and cased.isdisjoint(document.word_counts):
        return
    places: dict[str, dict[str, list[tuple[Span, str]]]] = defaultdict(lambda: defaultdict(list))
    for block in context.blocks(rule):
        previous = None
        for match in _outside_quotes(block, _WORD):
            text, lower = match[0], match[0].lower()
            if lower in cased:
                places[lower][lower if text.islower() else text.upper()].append((block.span(*match.span()), text))
            if (joined := lower.replace("-", "")) in compared:
                places[joined][lower].append((block.span(*match.span()), text))
            if previous and block.text[previous.end() : match.start()] == " " and (joined := previous[0].lower() + lower) in compared:
                pair = f"{previous[0]} {text}"
                places[joined][pair.lower()].append((block.span(previous.start(), match.end()), pair))
            previous = match
    for spellings in places.values():
        if len(spellings) < 2:
            continue
        preferred = _preferred(spellings, cased)
        usual = spellings[preferred][0]
        for spelling, found in spellings.items():
            if spelling == preferred:
                continue
            span, text = found[0]
            related = (Related(usual[0], _OTHER[context.message_language]), *context.also(span for span, _ in found[1:]))
            better = preferred if preferred in cased else in_case_of(preferred, text)
            fixes = context.replacing(span, text, better)
            yield context.found(rule, span, related=related, fixes=fixes, text=text, replacement=better)


_TWO_WORDS = {
    "time": ("full", "part"),
    "player": ("team",),
    "coach": ("job",),
    "desk": ("help", "service"),
    "office": ("back", "front"),
    "off": ("kick",),
}
"""Words that are written apart, joined and with a hyphen, by their second half."""


def _compared(document: Document, cased: frozenset[str]) -> set[str]:
    """The words that may stand in two spellings: those that stand with a hyphen and without one, or in two words and in one."""
    counts = document.word_counts
    hyphenated = {word.replace("-", ""): word for word in counts if "-" in word and len(word) > 6}
    found = {joined for joined in hyphenated if joined in counts}
    for second, firsts in _TWO_WORDS.items():
        found |= {
            first + second
            for first in firsts
            if second in counts and first in counts and (first + second in counts or first + second in hyphenated)
        }
    for joined, word in hyphenated.items():
        if word.count("-") == 1 and word.replace("-", " ") in document.haystack:
            found.add(joined)
    return found - cased


def _preferred(spellings: dict[str, list[tuple[Span, str]]], cased: frozenset[str]) -> str:
    """The spelling to keep: an abbreviation in small letters, else the one used most, else the one in one word."""
    small = next((spelling for spelling in spellings if spelling in cased), "")
    return small or max(spellings, key=lambda spelling: (len(spellings[spelling]), "-" not in spelling and " " not in spelling))


_OTHER = {"nl": "Hier staat de andere schrijfwijze", "en": "The other spelling stands here"}
_EXCLAMATIONS = {
    "nl": "{count} uitroeptekens in {words} woorden: dan valt er geen meer op. Houd er hooguit een paar over.",
    "en": "{count} exclamation marks in {words} words: none of them stands out. Keep a few at most.",
}
_CHECKS: dict[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "address": _address,
    "shouting": _shouting,
    "exclamations": _exclamations,
    "variants": _variants,
}
