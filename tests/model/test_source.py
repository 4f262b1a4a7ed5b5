"""Bytes, lines and positions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaclint.model.errors import VaclintError
from vaclint.model.source import Line, Source, decode


def test_lines_of_every_kind() -> None:
    assert list(Source("x", "a\nb\r\nc\rd").lines) == [
        Line(0, 1, 2),
        Line(2, 3, 5),
        Line(5, 6, 7),
        Line(7, 8, 8),
    ]


def test_no_empty_line_after_the_last_line_end() -> None:
    assert list(Source("x", "a\n").lines) == [Line(0, 1, 2)]


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (1, 1, 2), (2, 2, 1), (4, 2, 3), (5, 3, 1)]
)
def test_position(offset: int, line: int, column: int) -> None:
    assert Source("x", "a\nb\r\nc").position(offset) == (line, column, offset)


@given(st.text(alphabet="aé€😀\n z", max_size=60))
def test_byte_offsets(text: str) -> None:
    source = Source("x", text)
    for offset in range(len(text)):
        assert source.from_byte_offset(len(text[:offset].encode())) == offset
        assert source.to_byte_offset(offset) == len(text[:offset].encode())
        assert source.to_utf16_offset(offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_lines_cover_the_text(text: str) -> None:
    source = Source("x", text)
    assert "".join(text[line.start : line.next] for line in source.lines) == text
    for offset in range(len(text)):
        line, column, _ = source.position(offset)
        assert source.lines[line - 1].start + column - 1 == offset


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Café".encode(), "utf-8"),
        (b"\xef\xbb\xbf" + "Café".encode(), "utf-8"),
        (b"\xff\xfe" + "Café".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_decode_and_encode_again(data: bytes, encoding: str) -> None:
    source = decode("x", data)
    assert (source.text, source.encoding) == ("Café", encoding)
    assert source.encode(source.text) == data


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"Caf\xe9", "decode", "line 1"),
        (b"Een\nTwee\nCaf\xe9", "decode", "line 3"),
        (b"\x89PNG\0\0", "decode", "binary"),
        (b"", "read", "empty"),
        (b" \n\n", "read", "empty"),
        (b"\xff\xfea", "decode", "UTF-16"),
    ],
)
def test_what_cannot_be_decoded(data: bytes, kind: str, says: str) -> None:
    with pytest.raises(VaclintError, match=says) as caught:
        decode("x.txt", data)
    assert caught.value.kind == kind
