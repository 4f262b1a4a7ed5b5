"""Positions in each encoding: with emoji, combining letters, and what ends a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_support import Positions, Source, types
from vaclint.faces.server.positions import changed

TEXT = "é😀e\u0301x\r\nb\u2028c\x0bd\rf\n"
ENCODINGS = ("utf-8", "utf-16", "utf-32")
texts = st.text(st.sampled_from("aé😀\u0301\u2028\x0b\r\n|\ud83d "), max_size=30)


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 10), ("utf-16", 6), ("utf-32", 5)])
def test_a_character_counts_as_many_units_as_it_has(encoding: str, character: int) -> None:
    position = Positions(Source("", TEXT), encoding).position(TEXT.index("x") + 1)
    assert position == types.Position(0, character)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_only_line_ends_of_the_protocol_end_a_line(encoding: str) -> None:
    places = Positions(Source("", TEXT), encoding)
    assert [places.position(TEXT.index(char)).line for char in "xbcdf"] == [0, 1, 1, 1, 2]
    assert places.position(len(TEXT)) == types.Position(3, 0)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_position_that_is_none_is_the_nearest_before(encoding: str) -> None:
    places = Positions(Source("", TEXT), encoding)
    assert places.offset(types.Position(0, 99)) == TEXT.index("\r")
    assert places.offset(types.Position(99, 0)) == len(TEXT)
    middle = {"utf-8": 3, "utf-16": 2, "utf-32": 1}[encoding]  # in the emoji, where that is many
    assert places.offset(types.Position(0, middle)) == 1


@given(texts, st.sampled_from(ENCODINGS))
def test_every_offset_comes_back(text: str, encoding: str) -> None:
    places = Positions(Source("", text), encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n" or offset == 0:
            assert places.offset(places.position(offset)) == offset


@given(texts, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), texts), max_size=4))
def test_changes_are_made_as_the_client_made_them(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    source = Source("", text)
    for first, second, new in edits:
        start, end = sorted((min(first, len(text)), min(second, len(text))))
        if any(at > 0 and text[at - 1 : at + 1] == "\r\n" for at in (start, end)):
            continue  # no client has a position in the middle of a line end
        where = Positions(Source("", text), "utf-16").range(start, end)
        text = text[:start] + new + text[end:]
        source = changed(source, [types.TextDocumentContentChangePartial(where, new)], "utf-16")
        assert source.text == text


def test_a_change_without_a_range_is_the_whole_text() -> None:
    change = types.TextDocumentContentChangeWholeDocument("nieuw")
    assert changed(Source("a.md", "oud"), [change], "utf-16").text == "nieuw"
