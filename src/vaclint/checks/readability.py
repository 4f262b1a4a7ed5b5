"""What makes a text hard: long sentences, passives in a row, nouns made of verbs, pincers, walls of text, lists of demands.

The patterns know Dutch and English word forms, not syntax. A participle is told by its form (``ge…d``, ``be…t``) and by what stands
beside it, so a passive or a pincer (``tangconstructie``) that is worded in an uncommon way is missed rather than another sentence
reported. Passives are reported only where they are a habit: one is often the best wording.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import regex

from vaclint.checks import Context, opening, speaks
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Block, Document, Sentence, Span, words_of
from vaclint.text.patterns import compiled, lazy
from vaclint.rulebook.rules import Rule

_PART = lazy(r"[;:]\s")


class _Grammar(NamedTuple):
    passive_in: tuple[str, ...]  # of which a sentence with a passive holds one
    nominal_in: str  # which a sentence holds as often as nouns made of verbs
    passive: regex.Pattern[str]
    to_reader: regex.Pattern[str]
    not_participle: frozenset[str]
    nominal: regex.Pattern[str]
    nominal_item: regex.Pattern[str]
    pincer: regex.Pattern[str] | None
    demands: regex.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar:
    from vaclint.languages.vocabulary import vocabulary

    data = vocabulary().readability[language]
    names = ("passive", "to-reader", "nominal", "nominal-item", "demands")
    passive, to_reader, nominal, item, demands = (compiled(data[name], regex.IGNORECASE) for name in names)
    pincer = compiled(data["pincer"], regex.IGNORECASE) if data.get("pincer") else None
    stems, behind = tuple(data["passive-in"].split()), data["nominal-in"]
    return _Grammar(stems, behind, passive, to_reader, frozenset(data["not-participle"].split()), nominal, item, pincer, demands)


def check_readability(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for. Linear in the text."""
    for rule in rules:
        yield from _CHECKS[rule.data["what"]](context, rule)


def _prose(context: Context, rule: Rule) -> Iterator[Sentence]:
    """The sentences of paragraphs and lists in a language that the rule speaks."""
    document = context.document
    return (sentence for sentence, _ in document.prose if speaks(rule, document.language_of(sentence.block)))


def _long(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sentences of too many words; a semicolon or colon ends a part that counts alone."""
    most = rule.options["max-words"]
    for sentence in _prose(context, rule):
        if sentence.text.count(" ") < most // 2:  # words may be joined by a slash
            continue
        count = max(len(words_of(part)) for part in _PART.split(sentence.text))
        if count > most:
            yield context.found(
                rule, sentence.span, properties={"words": count, "max": most}, words=count, max=most, text=opening(sentence.text, 6)
            )


def _passive(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A text in which the passive is a habit: one finding at the first, the others in ``related``."""
    found, count = [], 0
    for sentence in _prose(context, rule):
        count += 1
        if span := passive(sentence, context.document.language_of(sentence.block)):
            found.append(span)
    share = len(found) / count if count else 0.0
    if len(found) >= rule.options["min-sentences"] and share > rule.options["max-share"]:
        yield _several(context, rule, found, percent=round(100 * share), properties={"share": round(share, 3), "sentences": len(found)})


def passive(sentence: Sentence, language: str) -> Span | None:
    """The range of the passive in a sentence; None without one, and where the reader is its subject (``je wordt ingewerkt``)."""
    grammar = _grammar(language)
    text = sentence.text
    if not any(stem in text for stem in grammar.passive_in) or grammar.to_reader.search(text):
        return None
    for match in grammar.passive.finditer(text):
        participle = match["participle"] or match["first"]
        if participle.lower() not in grammar.not_participle:
            return sentence.block.span(sentence.start + match.start(), sentence.start + match.end())
    return None


def _nouns(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Sentences full of nouns made of verbs, and lists whose items begin with one."""
    for sentence in _prose(context, rule):
        grammar = _grammar(context.document.language_of(sentence.block))
        if sentence.text.count(grammar.nominal_in) < rule.options["max-nouns"]:
            continue
        found = list(grammar.nominal.finditer(sentence.text))
        if len(found) >= rule.options["max-nouns"]:
            start, end = sentence.start + found[0].start(), sentence.start + found[-1].end()
            yield context.found(rule, sentence.block.span(start, end), text=found[0][0], words=", ".join(match[0] for match in found))
    for items in lists(context.document):
        nominal = []
        for block in items:
            language = context.document.language_of(block)
            if speaks(rule, language) and (match := _grammar(language).nominal_item.match(block.text)):
                nominal.append((block.span(*match.span()), match[0]))
        if len(nominal) >= rule.options["min-items"]:
            first = nominal[0][1]
            yield _several(context, rule, [span for span, _ in nominal], text=first, words=", ".join(text for _, text in nominal[:4]))


def _pincer(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """An article and its noun with many words between: ``de door de raad in het voorjaar vastgestelde nota``."""
    for sentence in _prose(context, rule):
        pincer = _grammar(context.document.language_of(sentence.block)).pincer
        for match in pincer.finditer(sentence.text) if pincer else ():
            if len(match["between"].split()) >= rule.options["min-words"]:
                span = sentence.block.span(sentence.start + match.start(), sentence.start + match.end())
                yield context.found(rule, span, noun=match["noun"])


def _wall(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Paragraphs that go on too long."""
    most = rule.options["max-words"]
    for block in context.document.blocks:
        if block.kind != "paragraph" or block.front_matter or len(block.text) < 3 * most:
            continue
        count = len(words_of(block.text))
        if count > most and speaks(rule, context.document.language_of(block)):
            yield context.found(rule, block.whole, properties={"words": count, "max": most}, words=count, max=most)


def _demands(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A list of too many demands: its heading, or the line before it, says that it holds demands."""
    document = context.document
    most = rule.options["max-items"]
    for items in lists(document):
        if len(items) <= most:
            continue
        index = document.blocks.index(items[0])
        before = next((block for block in reversed(document.blocks[:index]) if block.kind != "item"), None)
        if before is not None and _grammar(document.language_of(items[0])).demands.search(before.text[-80:]):
            span = Span(items[0].whole.start, items[-1].whole.end)
            yield context.found(rule, span, properties={"items": len(items), "max": most}, items=len(items), max=most)


def lists(document: Document) -> Iterator[list[Block]]:
    """The lists of a text: list items that follow each other."""
    items: list[Block] = []
    for block in document.blocks:
        if block.kind == "item" and not block.front_matter:
            items.append(block)
        elif items:
            yield items
            items = []
    if items:
        yield items


def _several(
    context: Context, rule: Rule, spans: list[Span], text: str = "", properties: dict[str, object] | None = None, **values: Any
) -> Diagnostic:
    """One finding for several places: at the first, with the others in ``related``."""
    return context.found(rule, spans[0], related=context.also(spans[1:]), properties=properties, text=text, count=len(spans), **values)


_CHECKS: dict[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "long-sentence": _long,
    "passive": _passive,
    "nouns": _nouns,
    "pincer": _pincer,
    "wall": _wall,
    "demands": _demands,
}
