"""What makes a text hard: long sentences, passives in a row, nouns made of verbs, pincers, walls of
text, lists of demands.

The patterns of a language know its word forms, not its syntax. A participle is told by its form
(``ge…d``, ``…ed``) and by what stands beside it, so a passive or a pincer (Dutch:
``tangconstructie``) that is worded in an uncommon way is missed rather than another sentence
reported. Passives are reported only where they are a habit: one is often the best wording. Each
function is one rule's ``what``. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.prepared import need_options, patterns_of
from vaclint.facts.lists import Listed, lists_of, once_each
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document, Sentence
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.words import opening, words_of

_PART = lazy(r"[;:]\s")
_INLINE = lazy(r"<(?!/?(?i:br|ul|ol|li|p|div|h\d|tr|td)\b)[^<>]{1,300}>")
"""A tag or comment that begins no line."""
_SHOWN_BREAK = lazy(
    r"(?:<(?i:br)\b[^<>]{0,40}>\s*+|[ ]{2,}\r?\n\s*+|\\\r?\n\s*+)++"
    r"(?=[^\p{L}<>]{0,9}\p{Lu}|[*\u2022\u00b7-]|o\s|$)"
    r"|\r?\n\s*+(?=[-*\u2022]\s)"
    r"|</?(?i:ul|ol|li|p|div|h\d|tr|td)\b[^<>]{0,300}>"
)
"""Where a reader sees a new line or item that begins something: not in the middle of a sentence."""
_BREAK_TAG = lazy(r"<[^<>]{1,300}>")
NAMED = 6
"""So many words of a long sentence name it."""
SHOWN = 4
"""So many points of a list are named."""


def _pattern(rule: Rule, language: str, name: str) -> regex.Pattern[str] | None:
    """A pattern of a rule in a language, or None where the language gives none."""
    source = rule.prepared.get(language, {}).get(name)
    return lazy(source, regex.IGNORECASE) if source else None


def _prose(context: Context, rule: Rule) -> Iterator[tuple[Sentence, str]]:
    """The sentences of paragraphs and lists that the rule speaks, with their language."""
    document = context.document
    spoken = frozenset(filter(rule.speaks, document.languages))
    for sentence in document.prose:
        language = sentence[0].language or document.language
        if language in spoken:
            yield sentence, language


def _patterns(context: Context, rule: Rule, name: str) -> dict[str, regex.Pattern[str] | None]:
    """A pattern of a rule by the languages of a text."""
    return {each: _pattern(rule, each, name) for each in context.document.languages}


def _long(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sentences of too many words; a semicolon or colon ends a part that counts alone."""
    most = rule.options["max-words"]
    least = most // 2  # words may be joined by a slash
    for sentence, _ in _prose(context, rule):
        if sentence.text.count(" ") < least:
            continue
        count = context.resources.remembered(_most_words, sentence.text)
        if count > most and _most_shown(context.document, sentence.span) > most:
            yield context.found(
                rule,
                sentence.span,
                properties={"words": count, "max": most},
                words=count,
                max=most,
                text=opening(sentence.text, NAMED),
            )


def _most_words(sentence: str) -> int:
    """The words of the longest part of a sentence."""
    return max(len(words_of(part)) for part in _PART.split(sentence))


def _most_shown(document: Document, span: Span) -> int:
    """The words of the longest piece of a range of the source that a reader sees as one: between
    breaks behind which a line or an item begins. The words of tags do not count.
    """
    source = _INLINE.sub("", document.source.text[slice(*span)])
    pieces = (_BREAK_TAG.sub(" ", piece) for piece in _SHOWN_BREAK.split(source))
    return max(len(words_of(piece)) for piece in pieces)


def _passives(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A text in which the passive is a habit: a finding at the first, the others are related."""
    found, count = [], 0
    known = {language: _Passive.of(rule, language) for language in context.document.languages}
    for sentence, language in _prose(context, rule):
        count += 1
        if span := _passive(known[language], sentence):
            found.append(span)
    share = len(found) / count if count else 0.0
    if len(found) >= rule.options["min-sentences"] and share > rule.options["max-share"]:
        properties = {"share": round(share, 3), "sentences": len(found)}
        percent = round(100 * share)
        yield _several(context, rule, found, percent=percent, properties=properties)


class _Passive(NamedTuple):
    """What a language knows of the passive."""

    passive: regex.Pattern[str] | None
    to_reader: regex.Pattern[str] | None
    parts: Sequence[str]
    """One of these is in each."""
    no_participles: Sequence[str]

    @staticmethod
    def of(rule: Rule, language: str) -> _Passive:
        """That of a rule in a language."""
        return _Passive(
            _pattern(rule, language, "passive"),
            _pattern(rule, language, "to-reader"),
            rule.key("passive-in", language, ()),
            rule.key("not-participle", language, ()),
        )


def _passive(known: _Passive, sentence: Sentence) -> Span | None:
    """The range of the passive in a sentence; None without one, and where the reader is its subject
    (``je wordt ingewerkt``).
    """
    passive, to_reader, parts, no_participles = known
    text = sentence.text
    if passive is None or not any(map(text.__contains__, parts)):
        return None
    if to_reader is not None and to_reader.search(text):
        return None
    for match in passive.finditer(text):
        participle = next(filter(None, match.groupdict().values()), "")
        if participle.lower() not in no_participles:
            start = sentence.start
            return sentence.block.span(start + match.start(), start + match.end())
    return None


def _nouns(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sentences full of nouns made of verbs, and lists whose items begin with one."""
    yield from _full_of_nouns(context, rule)
    for _, items in lists_of(context.document):
        places, texts = [], []
        for block in items:
            language = context.document.language_of(block)
            pattern = _pattern(rule, language, "nominal-item")
            if rule.speaks(language) and pattern and (match := pattern.match(block.text)):
                places.append(block.span(*match.span()))
                texts.append(match[0])
        if len(places) >= rule.options["min-items"]:
            shown = ", ".join(texts[:SHOWN])
            yield _several(context, rule, places, text=texts[0], words=shown)


def _full_of_nouns(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    most = rule.options["max-nouns"]
    patterns = _patterns(context, rule, "nominal")
    parts = {each: rule.key("nominal-in", each, "") for each in context.document.languages}
    for sentence, language in _prose(context, rule):
        pattern = patterns[language]
        if pattern is None or sentence.text.count(parts[language]) < most:
            continue
        found = list(pattern.finditer(sentence.text))
        if len(found) >= most:
            start, end = sentence.start + found[0].start(), sentence.start + found[-1].end()
            span = sentence.block.span(start, end)
            shown = ", ".join(match[0] for match in found)
            yield context.found(rule, span, text=found[0][0], words=shown)


def _pincers(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """An article and its noun with many words between: ``de door de raad in het voorjaar
    vastgestelde nota``.
    """
    patterns = _patterns(context, rule, "pincer")
    for sentence, language in _prose(context, rule):
        pattern = patterns[language]
        for match in pattern.finditer(sentence.text) if pattern else ():
            if len(match["between"].split()) >= rule.options["min-words"]:
                start = sentence.start
                span = sentence.block.span(start + match.start(), start + match.end())
                yield context.found(rule, span, noun=match["noun"])


def _walls(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Paragraphs that go on too long."""
    most = rule.options["max-words"]
    for block in context.blocks(rule):
        if block.kind != "paragraph" or len(block.text) < 3 * most:
            continue
        count = len(words_of(block.text))
        if count > most and _most_shown(context.document, block.whole) > most:
            properties = {"words": count, "max": most}
            yield context.found(rule, block.whole, properties=properties, words=count, max=most)


def _demands(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A list of too many demands: its heading, or the line before it, says what it holds."""
    most = rule.options["max-items"]
    long = (listed for listed in lists_of(context.document) if len(listed.items) > most)
    for items in _demanded(long, context.document, rule):
        span = Span(items[0].begin, items[-1].whole.end)
        properties = {"items": len(items), "max": most}
        yield context.found(rule, span, properties=properties, items=len(items), max=most)


def _demanded(
    lists: Iterable[Listed], document: Document, rule: Rule
) -> Iterator[tuple[Block, ...]]:
    """Those of some lists that hold demands, by the pattern that a rule has for their lines."""
    for listed in lists:
        language = document.language_of(listed.items[0])
        if listed.is_announced(_pattern(rule, language, "demands")):
            yield listed.items


def demands_in(document: Document, rule: Rule) -> int:
    """How many demands a text lists, a list that stands there twice counted once."""
    return sum(map(len, _demanded(once_each(lists_of(document)), document, rule)))


def _several(
    context: Context,
    rule: Rule,
    spans: list[Span],
    text: str = "",
    properties: Mapping[str, object] | None = None,
    **values: Any,
) -> Diagnostic:
    """One finding for several places: at the first, with the others in ``related``."""
    return context.found(
        rule,
        spans[0],
        related=context.also(spans[1:]),
        properties=properties,
        text=text,
        count=len(spans),
        **values,
    )


FINDERS: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "long-sentence": _long,
    "passive": _passives,
    "nouns": _nouns,
    "pincer": _pincers,
    "wall": _walls,
    "demands": _demands,
}
NEEDED = {
    "long-sentence": ("max-words",),
    "passive": ("min-sentences", "max-share"),
    "nouns": ("max-nouns", "min-items"),
    "pincer": ("min-words",),
    "wall": ("max-words",),
    "demands": ("max-items",),
}
"""The options that a rule must have, by ``what``."""
PATTERNS = ("passive", "to-reader", "nominal", "nominal-item", "pincer", "demands")


def check_readability(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from FINDERS[rule.data["what"]](context, rule)


def prepare_readability(rule: Rule, preparation: Preparation) -> dict[str, dict[str, str]]:
    """The patterns by language and name."""
    need_options(rule, preparation, NEEDED)
    return patterns_of(rule, preparation, *PATTERNS, flags=regex.IGNORECASE)


KIND = Kind(
    "readability",
    check_readability,
    {
        "what": Key(TEXT, tuple(FINDERS), required=True),
        **{name: Key((*TEXT, *TABLE), by_language=True) for name in PATTERNS},
        "passive-in": Key(LIST, by_language=True),
        "not-participle": Key(LIST, by_language=True),
        "nominal-in": Key(TEXT, by_language=True),
    },
    prepare_readability,
    values=frozenset({"words", "max", "count", "percent", "noun", "items"}),
)
