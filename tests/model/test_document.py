"""A document: frozen once it is understood, with every place of its text leading to the source."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import engine, understood
from vaclint.formats import parse
from vaclint.model import blocks, document
from vaclint.model.blocks import Block, Span
from vaclint.model.document import MARKED, Document, Posting, Value
from vaclint.model.source import Source

TEXT = "---\ntitle: Kok\n---\n\n# Kok\n\nJe **kookt** elke dag. Je bakt ook.\n\n- Rijbewijs B\n"


def parsed(text: str, path: str = "x.md") -> Document:
    return parse(Source(path, text), engine().reading)


@pytest.mark.parametrize("name", ["language", "kind", "blocks", "traits", "reading", "anything"])
def test_a_document_that_is_understood_does_not_change(name: str) -> None:
    document = understood(TEXT, "kok.md")
    with pytest.raises(AttributeError, match=f"does not change: {name}"):
        setattr(document, name, None)


def test_what_is_computed_when_first_asked_may_still_be_computed() -> None:
    document = understood(TEXT, "kok.md")
    assert "prose" not in vars(document)
    assert [each.text for each in document.prose] == ["Je kookt elke dag.", "Je bakt ook."]
    assert "prose" in vars(document)


def test_until_then_it_can_be_given_a_language_and_a_kind() -> None:
    document = parsed(TEXT)
    assert (document.language, document.kind) == ("", "other")
    document.language = "nl"
    document.freeze("en", "vacancy")
    assert (document.language, document.kind) == ("en", "vacancy")
    with pytest.raises(AttributeError):
        document.freeze("nl", "other")


def test_its_lists_are_tuples() -> None:
    document = parsed(TEXT)
    for name in ("blocks", "front_matter", "skipped", "comments", "problems", "headings", "chrome"):
        assert isinstance(getattr(document, name), tuple), name


def test_the_haystack_is_as_long_as_the_text() -> None:
    document = parsed("İstanbul is GROOT.\n\nKÖK\n")
    assert str(document.haystack) == "İstanbul is groot.\nkök"
    assert len(document.haystack) == len(document.text)


def test_places_of_the_haystack_lead_to_blocks_and_to_the_source() -> None:
    document = parsed(TEXT)
    at = str(document.haystack).index("kookt elke")
    assert document.block_at(at).text == "Je kookt elke dag. Je bakt ook."
    start, end = document.locate(at, at + len("kookt elke"))
    assert TEXT[start:end] == "kookt** elke"
    across = str(document.haystack).index("ook.\nrijbewijs")
    start, end = document.locate(across, across + len("ook.\nrijbewijs"))
    assert TEXT[start:end] == "ook.\n\n- Rijbewijs"


def test_blocks_with_a_word_come_once_and_in_order() -> None:
    document = parsed("Brood en kaas.\n\nKaas.\n\nBrood, brood.\n")
    assert [block.text for block in document.blocks_with(["kaas", "brood"])] == [
        "Brood en kaas.", "Kaas.", "Brood, brood.",
    ]  # fmt: skip
    assert document.blocks_with(["vis"]) == []


@given(st.lists(st.text("ab \n", min_size=1), max_size=6), st.data())
def test_blocks_with_texts_are_the_same_when_asked_again(
    lines: list[str], data: st.DataObject
) -> None:
    document = understood("\n\n".join(lines), "a.txt")
    words = data.draw(st.lists(st.text("ab ", min_size=1, max_size=3), min_size=1, max_size=4))
    once = document.blocks_with(words)
    assert document.blocks_with(words) == once
    assert once == [
        block for block in document.blocks if any(word in block.text.lower() for word in words)
    ]


def test_words_are_counted_outside_the_front_matter() -> None:
    document = parsed(TEXT)
    assert document.word_counts["kok"] == 1
    assert document.words_in(document.blocks[-1]) == ["rijbewijs", "b"]
    assert sum(len(document.words_in(block)) for block in document.blocks) == len(document.words)
    assert [document.haystack[word.start : word.end] for word in document.words] == [
        word.text for word in document.words
    ]


def test_sentences_stand_where_they_say() -> None:
    document = parsed(TEXT)
    assert [TEXT[slice(*sentence.span)] for sentence in document.sentences] == [
        "Kok", "Je **kookt** elke dag.", "Je bakt ook.", "Rijbewijs B",
    ]  # fmt: skip
    assert document.sentence_count == 4


@pytest.mark.parametrize(
    ("text", "path", "title"),
    [
        ("---\ntitle: Kok\n---\n\n# Welkom\n", "x.md", "Kok"),
        ("# Wat ga je doen?\n\n## Kok gezocht\n\nTekst.\n", "x.md", "Kok gezocht"),
        ("**Functie:** Kok\n\n# Welkom\n", "x.md", "Functie: Kok"),
        (
            ("Kok in Zandwijk\n\nJe kookt elke dag voor tachtig bewoners, en dat doe je graag.\n"),
            "x.txt",
            "Kok in Zandwijk",
        ),
        ("Je kookt elke dag.\n", "x.txt", None),
        ("Tekst zonder kop.\n", "x.md", None),
    ],
)
def test_the_title(text: str, path: str, title: str | None) -> None:
    document = understood(text, path)
    assert (document.title.text if document.title else None) == title
    start, end = document.headline
    headline = (title or text[:1]).removeprefix("Functie: ")
    assert text[start:end] == headline


def test_code_and_comments_are_skipped() -> None:
    text = "Een\n\n```\ntwee\n```\n\n<!-- drie -->\n\nvier\n"
    document = parsed(text)
    skipped = [
        word for word in ("Een", "twee", "drie", "vier") if document.is_skipped(text.index(word))
    ]
    assert skipped == ["twee", "drie"]
    assert [text[slice(*span)].strip() for span in document.comments] == ["<!-- drie -->"]


def test_the_languages_are_those_of_the_blocks() -> None:
    document = parsed("<p>Een kok</p><p lang=en>A cook</p>", "x.html")
    document.language = "nl"
    assert document.languages == {"nl", "en"}
    assert [document.language_of(block) for block in document.blocks] == ["nl", "en"]
    assert MARKED in document.traits


def test_the_first_value_under_a_path_is_no_list() -> None:
    span = Span(0, 1)
    values = [Value("", "array", span, span), Value("a", "string", span, span)]
    posting = Posting(span, {"x": values})
    assert posting.first("x") == values[1]
    assert posting.first("y") is None


def test_a_block_has_no_empty_range() -> None:
    (block,) = parsed("Tekst.\n").blocks
    assert isinstance(block, Block)
    with pytest.raises(ValueError, match="at least one"):
        block.span(2, 2)


def test_words_are_read_by_index_by_range_and_in_order() -> None:
    words = parsed("Je kookt elke dag.\n").words
    assert len(words) == 4
    assert words[-1] == ("dag", 14, 17) == [*words][-1]
    assert [word.text for word in words[1:3]] == ["kookt", "elke"]
    assert [*words.texts()] == ["je", "kookt", "elke", "dag"]
    assert [*words.places()][:2] == [(0, 2), (3, 8)]


def test_a_long_block_of_a_large_text_is_read_in_windows() -> None:
    text = "Je bakt elke dag brood. " * 40
    with patch.object(document, "LARGE", 500), patch.object(blocks, "WINDOW", 100):
        found = parsed(text)
    assert [len(each.text) <= 100 for each in found.blocks] == [True] * len(found.blocks)
    assert len(found.blocks) > 1
    assert len(parsed(text).blocks) == 1


@pytest.mark.parametrize("between", [". ", "! ", "? ", "; ", ": ", ", "])
def test_a_window_ends_behind_the_best_sign_in_its_second_half(between: str) -> None:
    text = between.join(f"hij/zij of hem/haar{number}" for number in range(40))
    with patch.object(document, "LARGE", 500), patch.object(blocks, "WINDOW", 200):
        found = parsed(text)
    assert len(found.blocks) > 3
    ends = [each.text for each in found.blocks[:-1]]
    assert all(each.endswith(between.rstrip()) for each in ends)


def test_what_a_document_forgets_is_made_anew() -> None:
    found = understood(TEXT, "kok.md")
    before = [*found.words], [*found.sentences], [*found.prose], str(found.haystack)
    at = found.block_at(0).text, dict(found.word_counts), found.words_in(found.blocks[-1])
    found.forget()
    assert not {"words", "haystack", "sentences"} & found.__dict__.keys()
    assert before == ([*found.words], [*found.sentences], [*found.prose], str(found.haystack))
    assert at == (found.block_at(0).text, dict(found.word_counts), found.words_in(found.blocks[-1]))
