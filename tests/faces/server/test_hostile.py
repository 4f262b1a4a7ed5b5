"""Texts of others in what an editor shows: nothing in them speaks for itself."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.texts import TEXT
from lsp_support import Positions, Source, types
from support import engine
from vaclint.faces.server.actions import Shown, actions
from vaclint.faces.server.diagnostics import diagnostics
from vaclint.faces.server.hover import hover_text
from vaclint.faces.server.project import Answer
from vaclint.faces.server.symbols import hints, symbols
from vaclint.text.escaped import escaped

BAD = "# Kok {0}\n\nHij/zij {0} de de {0}kookt  salaris: {0} .\n\n[{0}](x {0}) 32 uur {0}\n\n{0}"
"""A text with findings around and within what others wrote."""
NAMES = st.sampled_from(("a.md", "a.html", "a.txt"))


def _shown(text: str, name: str) -> Iterator[str]:
    """Everything that an editor shows of a text, but the text."""
    source = Source(name, text)
    own = engine()
    report = own.check(source)
    assert [error.message for error in report.errors if error.kind == "internal"] == []
    language = own.speaking(report.language or "nl")
    answer = Answer(report, language)
    places = Positions(source, "utf-16")
    found = diagnostics(answer, "file:///a", places)
    for each in found:
        yield each.message
        yield from (related.message for related in each.related_information or ())
    shown = Shown("file:///a", 1, source, answer, places)
    for finding in report.findings:
        yield from hover_text(finding, own.by_code.get(finding.rule), answer, language).split("\n")
    if found:
        for action in actions(shown, found[0].range, None):
            yield action.title
    understood = own.understand_each(source)
    yield from _names(symbols(understood, language, places))
    for hint in hints(understood, language, places):
        assert isinstance(hint.label, str)
        yield hint.label


def _names(found: list[types.DocumentSymbol]) -> Iterator[str]:
    for each in found:
        yield each.name
        yield each.detail or ""
        yield from _names(list(each.children or ()))


@settings(max_examples=60, deadline=None)
@given(TEXT, NAMES)
def test_nothing_of_a_text_moves_a_cursor_or_turns_the_writing_around(text: str, name: str) -> None:
    for each in _shown(BAD.format(text), name):
        assert each == escaped(each)
        each.encode()


def test_what_the_text_says_is_no_markup_in_what_a_pointer_shows() -> None:
    own = engine()
    report = own.check(Source("a.md", BAD.format("x")))
    finding = report.findings[0]._replace(message="‘<img src=x> **b** [a](b)\n# c\x1b’")
    shown = hover_text(finding, None, Answer(report), own.speaking("nl"))
    assert r"‘\<img src=x\> \*\*b\*\* \[a\](b)\\n\# c\\x1b’" in shown
