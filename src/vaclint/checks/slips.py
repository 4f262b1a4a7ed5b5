"""Slips of spelling and grammar, by patterns of words that are data: ``Je houd``, ``opzoek naar``,
``programmas``.

A sentence is cut into words and signs once. Each pattern hangs on trigger words: a sentence
without any costs one look-up per word. A pattern looks at the words beside its trigger, step by
step and only so far as its steps go, and may ask that words are absent from (or present in) the
clause: the cost is linear in the sentence for each trigger. What is sure is reported as the rule
says, what is not as a remark without a fix. Steps and tables: ``patterns.toml`` of a pack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.checks.context import Context
from vaclint.languages.slips import (
    EDGE,
    END,
    NUMBER,
    ONE,
    PHRASE,
    SEMICOLON,
    SIGN,
    STOP,
    UNGATED,
    Pattern,
    Phrase,
    Slips,
    Step,
)
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Applicability, Diagnostic
from vaclint.model.document import Document
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple, rows
from vaclint.text.patterns import lazy
from vaclint.text.quotations import quotations
from vaclint.text.remembered import Memory

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources


class Slip(NamedTuple):
    """A slip: where it stands in a text, what it should be, its name, and whether there is no
    doubt.
    """

    start: int
    end: int
    replacement: str
    name: str
    sure: bool


class Token(NamedTuple):
    """A word, in lower case and with straight apostrophes, or ``SIGN``, ``STOP``, ``NUMBER`` or
    ``END``, and where it stands.
    """

    text: str
    start: int
    end: int


_WORD = r"\p{L}[\p{L}\p{M}\xad]*+(?:['’/\-][\p{L}\p{M}\xad\d]++)*+(?:-(?=[\s,;/]))?+"
"""A part with a hyphen behind it (``project- en bouwmarkt``) is another word than the whole."""
_WORDS = lazy(_WORD)
_TOKEN = lazy(rf"(?:{_WORD}|\d[\d.,]*+\p{{L}}*+|\n|[^\s\p{{L}}\d])")
_ADDRESS = lazy(
    r"(?<!\S)(?:https?:\S++|www\.\S++|[^\s@]{1,64}+@\S++|[\p{L}\d-]++(?:\.\p{Ll}++)++(?:/\S*+)?)"
)
_DOTTED = lazy(r"\.\p{Ll}")
_COVER = "¤"
"""Stands for each character of a quotation or an address, so that nothing in it is read."""


def _folded(text: str) -> str:
    """A text in lower case, with straight apostrophes and without soft hyphens."""
    return text.lower().replace("’", "'").replace("\xad", "")


REMEMBERED = 2_000
"""What is made of a text of no more characters is remembered: several kinds of check ask."""


def tokens_of(text: str) -> Sequence[Token]:
    """The words and signs of a text. Linear."""
    return _remembered(text) if len(text) <= REMEMBERED else _cut(text)


def _cut(text: str) -> Sequence[Token]:
    texts: list[str] = []
    starts: list[int] = []
    at = 0
    for piece in text.split(" "):
        end = at + len(piece)
        if piece.isalpha():  # as most are
            texts.append(piece)
            starts.append(at)
        elif piece:
            for match in _TOKEN.finditer(text, at, end + 1):  # with the space behind it
                texts.append(match[0])
                starts.append(match.start())
        at = end + 1
    ends = map(add, starts, map(len, texts))
    return tuple(rows(Token, map(_text_of, texts), starts, ends))


_remembered = lru_cache(1_024)(_cut)


@lru_cache(4_096)
def _text_of(token: str) -> str:
    if token == "&" or _WORDS.match(token):
        return _folded(token)
    if token == "\n":
        return END
    if token[0].isdigit():
        return NUMBER
    if token == SEMICOLON:
        return token
    return STOP if token in ".!?…" else SIGN


def sentences_of(document: Document, block: Block) -> Iterator[tuple[int, str]]:
    """The sentences of a block, each with the place in it where it begins; nothing quoted and no
    address is to be read in them.
    """
    text = covered(block.text)
    for start, end in document.reading.split(block.text):
        yield start, text[start:end]


def covered(text: str) -> str:
    """A text of the same length with its quotations and addresses covered."""
    return _covered_before(text) if len(text) <= REMEMBERED else _cover(text)


def _has_address(text: str) -> bool:
    """Whether an address may stand in a text; asked before it is searched for one."""
    return "." in text and (
        any(part in text for part in ("@", "http", "www.")) or _DOTTED.search(text) is not None
    )


def _cover(text: str) -> str:
    spans = [*quotations(text)]
    spans += [match.span() for match in _ADDRESS.finditer(text)] if _has_address(text) else []
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [text[at:start], _COVER * (end - max(start, at))]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


_covered_before = lru_cache(2_048)(_cover)


def find_slips(text: str, slips: Slips) -> Iterator[Slip]:
    """Yield the slips of a sentence, in order of place; none overlap."""
    tokens = tokens_of(text)
    words = {token.text for token in tokens}
    if NUMBER in words:
        tokens = [_with_one(token, text) for token in tokens]
        words = {token.text for token in tokens}
    phrases, patterns = _phrases_of(words, slips), _patterns_of(words, slips)
    if not (phrases or patterns):
        return
    free = 0
    for at, token in enumerate(tokens):
        if token.start < free or not (token.text in patterns or token.text in phrases):
            continue
        slip = _phrase_at(text, tokens, at, phrases.get(token.text, ())) or _pattern_at(
            text, tokens, at, patterns.get(token.text, ())
        )
        if slip and slip.start >= free:
            free = slip.end
            yield slip


def _with_one(token: Token, text: str) -> Token:
    """A token, where the number 1 is told from others."""
    is_one = token.text == NUMBER and text[token.start : token.end] == ONE
    return token._replace(text=ONE) if is_one else token


def _phrases_of(words: set[str], slips: Slips) -> dict[str, list[Phrase]]:
    """The phrases of which all words stand in a sentence, by the first of them."""
    possible = {}
    for word in words.intersection(slips.begins):
        found = [phrase for phrase in slips.phrases[word] if words.issuperset(phrase.words)]
        if found:
            possible[word] = found
    return possible


def _patterns_of(words: set[str], slips: Slips) -> dict[str, list[Pattern]]:
    """The patterns by those of their triggers that stand in a sentence, with one of the words that
    they need.
    """
    triggers, gates, known = slips.at.among(words), slips.gates, slips.patterns
    if not triggers:
        return {}
    is_open = {UNGATED}.union(*slips.opens.of(words))
    possible: dict[str, list[Pattern]] = {}
    for word in triggers:
        found = [known[index] for index in slips.at[word] if gates[index] in is_open]
        if found:
            possible[word] = found
    return possible


def _phrase_at(
    text: str, tokens: Sequence[Token], at: int, phrases: Sequence[Phrase]
) -> Slip | None:
    for phrase in phrases:
        end = at + len(phrase.words)
        if tuple(token.text for token in tokens[at:end]) == phrase.words:
            start, stop = tokens[at].start, tokens[end - 1].end
            better = in_case_of(phrase.right, text[start:stop])
            if better == text[start:stop]:
                continue  # written as it should be: ‘o.a.’ without a space
            if text[start:stop].isupper() and better.upper() == text[start:stop]:
                continue  # a name in a text in capitals
            return Slip(start, stop, better, PHRASE, phrase.sure)
    return None


def _pattern_at(
    text: str, tokens: Sequence[Token], at: int, patterns: Sequence[Pattern]
) -> Slip | None:
    token = tokens[at]
    if at and tokens[at - 1].text.endswith("-"):
        return None  # it joins the halves of one word
    for pattern in patterns:
        if not _fits(text, tokens, at, pattern):
            continue
        first = tokens[at - 1] if at else token
        if pattern.hyphen:
            if pattern.apart and first.text not in pattern.apart[token.text]:
                continue
            if first.text in (NUMBER, ONE) and not text[first.end - 1].isalnum():
                continue  # a comma or a full stop stands between: ‘in 2031, day one’
            return _joined(text, tokens, at, pattern)
        better = pattern.ready[token.text]
        if not pattern.joined:
            shown = in_case_of(better, text[token.start : token.end])
            return Slip(token.start, token.end, shown, pattern.name, pattern.sure)
        if first.text in pattern.apart.get(token.text, pattern.joined):
            shown = _in_cases_of(pattern.joined[first.text], better, text, first, token)
            return Slip(first.start, token.end, shown, pattern.name, pattern.sure)
    return None


def _in_cases_of(before: str, better: str, text: str, first: Token, token: Token) -> str:
    """What replaces two words that stand beside each other; an abbreviation keeps its capitals."""
    written, whole = text[token.start : token.end], text[first.start : token.end]
    if len(written) < 2 or not written.isupper() or whole.isupper():
        return in_case_of(before + better, whole)
    return in_case_of(before, text[first.start : first.end]) + in_case_of(better, written)


def _joined(text: str, tokens: Sequence[Token], at: int, pattern: Pattern) -> Slip:
    """The trigger and the words that belong to it, with hyphens."""
    token = tokens[at]
    first, last = sorted((at - pattern.hyphen, at))
    start, end = tokens[first].start, tokens[last].end
    written, better = text[token.start : token.end], pattern.ready[token.text]
    middle = written if better == token.text else in_case_of(better, written)
    shown = f"{text[start : token.start]}{middle}{text[token.end : end]}".replace(" ", "-")
    return Slip(start, end, shown, pattern.name, pattern.sure)


def in_case_of(better: str, written: str) -> str:
    """A replacement with the capitals of what it replaces."""
    if len(written) > 1 and written.isupper():
        return better.upper() if better.islower() else better
    if written[:2].isupper() or better[1:] != better[1:].lower():
        return better  # an abbreviation with an ending, or a name
    return better[:1].upper() + better[1:] if written[:1].isupper() else better


_CASES: Mapping[str, Callable[[str], bool]] = {
    "upper": lambda written: written[0].isupper(),
    "lower": lambda written: not written[0].isupper(),
    "title": lambda written: written[0].isupper() and written[1:].islower(),
}
"""What a pattern may ask of the capitals of its trigger."""


def _fits(text: str, tokens: Sequence[Token], at: int, pattern: Pattern) -> bool:
    """Whether a pattern fits at its trigger, the cheapest question first."""
    if pattern.case != "any" and not _CASES[pattern.case](text[tokens[at].start : tokens[at].end]):
        return False
    if pattern.question and text.find("?", tokens[at].end) < 0:
        return False
    if pattern.first and _first(tokens) not in pattern.first:
        return False
    if not (_steps(tokens, at - 1, -1, pattern.left) and _steps(tokens, at + 1, 1, pattern.right)):
        return False
    if pattern.absent_left or pattern.present_left:
        left = _clause(tokens, at - 1, -1, pattern)
        if not pattern.absent_left.isdisjoint(left):
            return False
        if pattern.present_left and pattern.present_left.isdisjoint(left):
            return False
    if not (pattern.absent_right or pattern.present_right):
        return True
    right = _clause(tokens, at + 1, 1, pattern)
    if pattern.present_right and pattern.present_right.isdisjoint(right):
        return False
    return pattern.absent_right.isdisjoint(right)


def _first(tokens: Sequence[Token]) -> str:
    """The word that a sentence begins with, behind a bullet or another sign."""
    return next((token.text for token in tokens if token.text not in EDGE), END)


def _steps(tokens: Sequence[Token], at: int, way: int, steps: tuple[Step, ...]) -> bool:
    """Whether the steps fit from a place on, in one direction; an optional step is tried both
    ways.
    """
    for number, step in enumerate(steps):
        word = tokens[at].text if 0 <= at < len(tokens) else END
        good = word not in EDGE if step.anything else step.has(word) != step.negative
        if step.optional:
            rest = steps[number + 1 :]
            return (good and _steps(tokens, at + way, way, rest)) or _steps(tokens, at, way, rest)
        if not good:
            return False
        at += way
    return True


CLAUSE = 60
"""So many words of a clause are looked at."""


def _clause(tokens: Sequence[Token], at: int, way: int, pattern: Pattern) -> set[str]:
    """The words from a place up to a sign or a word that stops."""
    found: set[str] = set()
    for _ in range(CLAUSE):
        if not 0 <= at < len(tokens):
            break
        word = tokens[at].text
        if not pattern.whole_sentence and (word in EDGE or word in pattern.stops):
            break
        found.add(word)
        at += way
    return found


def check_slips(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each slip."""
    document = context.document
    for language in sorted(document.languages):
        by_name = {
            name: rule
            for rule in rules
            if rule.speaks(language)
            for name in rule.prepared["names"].get(language, ())
        }
        folders = {
            folder
            for rule in by_name.values()
            if (folder := rule.prepared["folders"].get(language)) is not None
        }
        for folder in sorted(folders):
            for block in context.written_in(language):
                yield from _in_block(context, by_name, folder, block)


SENTENCES = 8_000
"""The slips of so many sentences are remembered, and at most of twice as many."""


def _slips_in(text: str, slips: Slips) -> tuple[Slip, ...]:
    return tuple(find_slips(text, slips))


def _found_before(_resources: Resources) -> Memory[tuple[Slip, ...]]:
    """The slips of sentences, by the folder of their tables."""
    return Memory(SENTENCES)


def _in_block(
    context: Context, by_name: dict[str, Rule], folder: str, block: Block
) -> Iterator[Diagnostic]:
    slips = context.resources.slips(folder)
    remembered = context.resources.once(_found_before)
    for start, sentence in sentences_of(context.document, block):
        for slip in remembered.given((folder, sentence), _slips_in, sentence, slips):
            if rule := by_name.get(slip.name):
                yield _found(context, rule, block, start, slip)


def _found(context: Context, rule: Rule, block: Block, at: int, slip: Slip) -> Diagnostic:
    span = block.span(at + slip.start, at + slip.end)
    text = block.text[at + slip.start : at + slip.end]
    is_safe = slip.name in rule.data.get("safe", ())
    applicability: Applicability = "safe" if is_safe else "unsafe"
    fixes = context.replacing(span, text, slip.replacement, applicability) if slip.sure else ()
    found = context.found(
        rule,
        span,
        replacement=slip.replacement,
        fixes=fixes,
        message=slip.name,
        text=text,
        properties={"slip": slip.name},
    )
    return found if slip.sure else found._replace(severity="info")


def prepare_slips(rule: Rule, preparation: Preparation) -> dict[str, dict[str, object]]:
    """The names of the slips and the folder of their tables, by language. Raises VaclintError for a
    folder that cannot be read, and for a slip without a message.
    """
    names: dict[str, object] = {}
    folders: dict[str, object] = {}
    for language, said in rule.said.items():
        folder = preparation.path(language, said["tables"])
        try:
            known = preparation.resources.slips(str(folder)).names
        except (OSError, KeyError, ValueError) as error:
            message = f"the tables of slips in '{said['tables']}' cannot be read ({error})"
            raise preparation.error(language, "tables", message) from None
        for name in said["slips"]:
            if name not in known:
                raise preparation.error(language, "slips", f"there is no slip '{name}'")
            for code, texts in rule.texts.items():
                if name not in texts.messages:
                    message = f"the rule needs a message '{name}' in '{code}'"
                    raise preparation.error(language, "slips", message)
        names[language], folders[language] = tuple(said["slips"]), str(Path(folder))
    return {"names": names, "folders": folders}


KIND = Kind(
    "slips",
    check_slips,
    {
        "tables": Key(TEXT, required=True, by_language=True),
        "slips": Key(LIST, required=True, by_language=True),
        "safe": Key(LIST),
    },
    prepare_slips,
    per_block=True,
)
