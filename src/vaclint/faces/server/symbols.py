"""The headings and the vacancies of a text, and pay and hours as they were understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from vaclint.engine import Understood
from vaclint.engine.measures import VACANCY
from vaclint.faces.server.positions import Positions
from vaclint.facts.wording import pay, size
from vaclint.languages.language import Language
from vaclint.model.blocks import Span
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple


class _Vacancy(NamedTuple):
    """A vacancy in a text: the range it takes, the place of its title, what it states."""

    span: Span
    title: Span
    facts: Facts


class _Part(NamedTuple):
    """A heading, and how far it reaches."""

    level: int
    title: Span
    name: str
    end: int


def symbols(
    understood: Sequence[Understood], language: Language, places: Positions
) -> list[types.DocumentSymbol]:
    """The vacancies of a text, each with the headings in it; the headings outside stand beside
    them.
    """
    parts = _parts(understood)
    found = []
    for vacancy in _vacancies(understood):
        inside = [
            each for each in parts if vacancy.span.start <= each.title.start < vacancy.span.end
        ]
        parts = [each for each in parts if each not in inside]
        symbol = _symbol(
            vacancy.facts.title or language.section("output")["server"]["untitled"],
            types.SymbolKind.Class,
            places.range(*vacancy.span),
            places.range(*vacancy.title),
        )
        symbol.detail = ", ".join(_stated(vacancy.facts, language)) or None
        symbol.children = _nested(_below(vacancy, inside), places)
        found.append(symbol)
    return sorted([*found, *_nested(parts, places)], key=_order)


def hints(
    understood: Sequence[Understood], language: Language, places: Positions
) -> Iterator[types.InlayHint]:
    """Behind the pay and the hours that count for each vacancy: how they were understood."""
    words = language.section("output")["server"]
    for vacancy in _vacancies(understood):
        salary, hours = vacancy.facts.salary, vacancy.facts.hours
        stated = (
            (salary and salary.span, salary and pay(salary, language), words["pay"]),
            (hours and hours.span, hours and size(hours, language), words["hours"]),
        )
        for span, text, about in stated:
            if span and text:
                yield types.InlayHint(
                    places.position(span.end), f"= {text}", tooltip=about, padding_left=True
                )


def _below(vacancy: _Vacancy, parts: Sequence[_Part]) -> list[_Part]:
    """The headings of a vacancy but for the one that is its title."""
    title = vacancy.facts.title
    is_title = bool(parts) and title is not None and title in parts[0].name
    return list(parts[1:] if is_title else parts)


def _stated(facts: Facts, language: Language) -> Iterator[str]:
    if facts.salary:
        yield pay(facts.salary, language)
    if facts.hours:
        yield size(facts.hours, language)


def _vacancies(understood: Sequence[Understood]) -> Iterator[_Vacancy]:
    """The vacancies of a text: the text itself, those in it, or those it lists."""
    for each in understood:
        if each.document.kind != VACANCY:
            continue
        if not each.vacancies:
            span = each.document.span if len(understood) == 1 else _range_of(each.document)
            yield _Vacancy(span, each.document.headline, each.facts)
        for part in each.vacancies:
            yield _Vacancy(part.document.span, part.document.headline, part.facts)


def _range_of(document: Document) -> Span:
    """The range that a text takes, or one of a list, which is that of its blocks."""
    if not document.blocks:
        return document.headline
    wholes = [block.whole for block in document.blocks]
    first, last = min(whole.start for whole in wholes), max(whole.end for whole in wholes)
    return Span(min(first, document.headline.start), max(last, document.headline.end))


def _parts(understood: Iterable[Understood]) -> list[_Part]:
    """The headings of a text with the ranges up to the next one that is as high."""
    parts: list[_Part] = []
    for each in understood:
        document = each.document
        marked = [(each.level, each.span, each.text) for each in document.headings]
        told = [
            (block.level or 1, block.whole, block.text)
            for block in document.blocks
            if block.kind == "heading" and not block.front_matter
        ]
        found = marked or told
        for number, (level, span, text) in enumerate(found):
            behind = (start for other, (start, _), _ in found[number + 1 :] if other <= level)
            end = next(behind, max(_range_of(document).end, span.end))
            if text.strip():
                parts.append(_Part(level, _trimmed(document, *span), text, end))
    return parts


def _trimmed(document: Document, start: int, end: int) -> Span:
    """A range without the white space at its end."""
    return Span(start, start + len(document.source.text[start:end].rstrip()))


def _nested(parts: Iterable[_Part], places: Positions) -> list[types.DocumentSymbol]:
    """Headings, the lower in the higher."""
    top: list[types.DocumentSymbol] = []
    open_: list[tuple[int, list[types.DocumentSymbol]]] = [(0, top)]
    for part in parts:
        while open_[-1][0] >= part.level:
            open_.pop()
        symbol = _symbol(
            part.name,
            types.SymbolKind.String,
            places.range(part.title.start, part.end),
            places.range(*part.title),
        )
        children: list[types.DocumentSymbol] = []
        symbol.children = children
        open_[-1][1].append(symbol)
        open_.append((part.level, children))
    return top


def _symbol(
    name: str, kind: types.SymbolKind, range: types.Range, title: types.Range
) -> types.DocumentSymbol:
    return types.DocumentSymbol(name=escaped(name), kind=kind, range=range, selection_range=title)


def _order(symbol: types.DocumentSymbol) -> tuple[int, int]:
    return symbol.range.start.line, symbol.range.start.character
