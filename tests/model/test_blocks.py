"""The text of a block and the way back from it to the source."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from vaclint.model import blocks
from vaclint.model.blocks import PLACEHOLDER, Block, Span, TextBuilder


def built(text: str) -> Block:
    builder = TextBuilder()
    builder.raw(text, 0)
    block = builder.build("paragraph")
    assert block is not None
    return block


def test_odd_characters_are_made_ordinary() -> None:
    text = "Cafe\u0301\u00a0 zie \u200bwww.kok.example.\tMail kok@molen.example!"
    block = built(text)
    assert block.text == f"Café zie {PLACEHOLDER}. Mail {PLACEHOLDER}!"
    assert text[slice(*block.span(0, 4))] == "Cafe\u0301"
    assert text[slice(*block.span(9, 10))] == "www.kok.example"


def test_nothing_but_white_space_is_no_block() -> None:
    builder = TextBuilder()
    builder.raw(" \u00a0\n", 0)
    assert builder.build("paragraph") is None


def test_a_text_from_elsewhere_is_mapped_as_a_whole() -> None:
    builder = TextBuilder()
    builder.raw("R", 0)
    builder.mapped("&", Span(1, 6))
    builder.raw("D", 6)
    block = builder.build("item", level=2)
    assert block is not None
    assert (block.text, block.kind, block.level) == ("R&D", "item", 2)
    assert [block.span(at, at + 1) for at in range(3)] == [(0, 1), (1, 6), (6, 7)]
    assert block.whole == (0, 7)


def test_a_part_keeps_the_places() -> None:
    builder = TextBuilder()
    builder.raw("Uren: 32 uur", 10)
    block = builder.part(6, 12).build("field")
    assert block is not None
    assert block.text == "32 uur"
    assert block.whole == (16, 22)


def test_a_decoded_text_leads_to_its_spelling() -> None:
    builder = TextBuilder()
    builder.raw("één", 0)  # spelled \\u00e9\\u00e9n
    builder.remap([0, 6, 12, 13])
    block = builder.build("paragraph")
    assert block is not None
    assert [block.span(at, at + 1) for at in range(3)] == [(0, 6), (6, 12), (12, 13)]


@given(st.text(alphabet="ab é€😀\u00a0\u00ad\u200b\u0301@.w:/\t\n", min_size=1, max_size=60))
def test_every_character_leads_back(text: str) -> None:
    builder = TextBuilder()
    builder.raw(text, 0)
    block = builder.build("paragraph")
    last = 0
    for at, char in enumerate(block.text if block else ""):
        start, end = block.span(at, at + 1) if block else (0, 0)
        assert last <= start < end <= len(text)
        last = start
        if end - start == 1 and char not in (" ", PLACEHOLDER):
            assert text[start] == char


PIECES = st.lists(st.sampled_from(["a", "bc", "  x", "é", "\u00adq", " d", "e "]), max_size=40)


@given(PIECES, st.integers(0, 60), st.integers(0, 60))
def test_parts_that_became_one_are_the_same_text(pieces: list[str], start: int, end: int) -> None:
    def made(together: int) -> list[tuple[str, Span]]:
        builder = TextBuilder()
        with patch("vaclint.model.blocks.TOGETHER", together):
            for at, piece in enumerate(pieces):
                builder.raw(piece, 4 * at)
            part = builder.part(start, max(start, end))
            builder.remap([3 * at for at in range(200)])
            blocks = (each.build("paragraph") for each in (part, builder))
        return [piece for block in blocks if block is not None for piece in block.pieces]

    assert made(2) == made(4_096)


def test_a_text_that_stands_there_as_it_is_may_be_moved() -> None:
    builder = TextBuilder()
    builder.raw("Kok  in Ede", 2)
    builder.remap(range(100, 120))
    block = builder.build("paragraph")
    assert block is not None
    assert block.span(4, 6) == (107, 109)


@given(st.lists(st.sampled_from(["Je bakt. ", "de  ", "e\u0301t ", "\u00a0", "x" * 23, "y "])))
def test_windows_of_a_long_block_are_all_of_it_in_its_place(pieces: list[str]) -> None:
    builder = TextBuilder()
    builder.raw("".join(pieces), 3)
    block = builder.build("paragraph")
    if block is None:
        return
    with patch.object(blocks, "WINDOW", 20):
        windows = list(block.windows())
    at = 0
    for window in windows:
        assert 0 < len(window.text) <= max(20, len(block.text) if len(windows) == 1 else 0)
        at = block.text.index(window.text, at)
        assert window.whole == block.span(at, at + len(window.text))
        for place in range(len(window.text)):
            assert window.span(place, place + 1) == block.span(at + place, at + place + 1)
        at += len(window.text)
    assert "".join(each.text for each in windows).replace(" ", "") == block.text.replace(" ", "")


def test_a_window_ends_with_a_sentence_and_the_first_has_the_label() -> None:
    builder = TextBuilder()
    builder.raw("Taken: " + "Je bakt het brood. " * 3, 0)
    block = builder.build("field", label="Taken", value_at=7)
    assert block is not None
    with patch.object(blocks, "WINDOW", 40):
        first, second = block.windows()
    assert (first.text, first.label, first.value) == (
        "Taken: Je bakt het brood.",
        "Taken",
        "Je bakt het brood.",
    )
    assert (second.text, second.kind, second.label) == (
        "Je bakt het brood. Je bakt het brood.",
        "paragraph",
        "",
    )
