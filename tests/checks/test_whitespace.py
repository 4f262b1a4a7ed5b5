"""Stray white space: what is silent, what a fix leaves, and where formats differ."""

from __future__ import annotations

import pytest

from support import engine, findings
from vaclint.model.source import Source


def places(text: str, path: str, code: str, **options: object) -> list[tuple[int, int]]:
    """Where the findings of a rule stand."""
    found = findings(text, path, code, language="nl", **options)  # type: ignore[arg-type]
    return [(each.place.start.offset, each.place.end.offset) for each in found]


def fixed(text: str, path: str, *codes: str) -> str:
    return engine(select=codes, language="nl").fix(Source(path, text)).source.text


def test_a_blank_line_with_spaces_is_trailing_space_and_nothing_else() -> None:
    found = findings("Je kookt.\n   \nJe bakt.\n", "a.txt", "WSP", language="nl")
    assert [each.rule for each in found] == ["WSP001"]


def test_a_hard_line_break_needs_a_line_after_it() -> None:
    assert places("Je kookt.  \nJe bakt.\n", "a.md", "WSP001") == []
    assert places("Je kookt.  \n", "a.md", "WSP001") == [(9, 11)]
    assert places("Je kookt.  \nJe bakt.\n", "a.txt", "WSP001") == [(9, 11)]


def test_behind_a_hard_line_break_other_white_space_is_trailing() -> None:
    assert places("Je kookt. \t  \nJe bakt.\n", "a.md", "WSP001") == [(9, 11)]


def test_two_spaces_between_sentences_may_be_wanted() -> None:
    text = "Je kookt.  Je bakt  brood.\n"
    assert places(text, "a.txt", "WSP002") == [(9, 11), (18, 20)]
    wanted = {"WSP002": {"sentence-spacing": True}}
    assert places(text, "a.txt", "WSP002", rule_options=wanted) == [(18, 20)]


@pytest.mark.parametrize(
    "text", ["36\u00a0uur", "€\u00a03.100", "nr.\u00a0A", "10\u00a0%", "«\u00a0a"]
)
def test_a_space_that_keeps_together_stays(text: str) -> None:
    assert places(f"Dit is {text} hier.\n", "a.txt", "WSP003") == []


def test_an_odd_space_beside_plain_ones_is_one_place() -> None:
    assert places("Je \u00a0 kookt.\n", "a.txt", "WSP003") == [(2, 5)]
    assert places("Je \u00a0 kookt.\n", "a.txt", "WSP002") == []


def test_a_joiner_belongs_in_an_emoji_and_nowhere_else() -> None:
    assert places("Een 👩\u200d💻 en een ko\u200dk.\n", "a.txt", "WSP004") == [(17, 18)]


def test_an_invisible_character_beside_markup_is_not_taken_away() -> None:
    (beside,) = findings("Je *kookt*\u200b*en* bakt.\n", "a.md", "WSP004", language="nl")
    assert beside.fixes == ()
    (within,) = findings("Je koo\u200bkt.\n", "a.md", "WSP004", language="nl")
    assert [edit.replacement for edit in within.fixes[0].edits] == [""]


def test_how_many_blank_lines_are_too_many_is_set() -> None:
    text = "a\n\n\n\nb\n"
    assert places(text, "a.txt", "WSP006") == [(4, 5)]
    assert places(text, "a.txt", "WSP006", rule_options={"WSP006": {"max": 3}}) == []
    assert places(text, "a.txt", "WSP006", rule_options={"WSP006": {"max": 0}}) == [(2, 5)]


def test_a_space_before_punctuation_is_right_in_a_language_without_a_pack() -> None:
    text = "Nous cherchons une personne : vous !\n"
    assert findings(text, "a.txt", "WSP007", language="fr") == ()
    assert len(findings(text, "a.txt", "WSP007", language="en")) == 2


def test_line_endings_are_those_of_most_lines() -> None:
    assert places("a\r\nb\nc\nd\n", "a.txt", "WSP009") == [(1, 3)]
    assert fixed("a\r\nb\nc\r\nd\r\n", "a.txt", "WSP009") == "a\r\nb\r\nc\r\nd\r\n"


def test_a_line_of_a_bullet_goes_on_indented() -> None:
    text = "- een\n  twee\n  drie\n\n  vier\n"
    assert places(text, "a.txt", "WSP010") == [(21, 23)]


def test_code_keeps_its_white_space_but_not_its_line_endings() -> None:
    text = "Tekst.\n\n```\na  b \t\n\n\n\n\nc\r\n```\n"
    found = findings(text, "a.md", "WSP", language="nl")
    assert [each.rule for each in found] == ["WSP009"]


def test_front_matter_keeps_its_white_space() -> None:
    text = "---\ntitle:   Kok  \n---\n\nJe kookt.\n"
    assert findings(text, "a.md", "WSP", language="nl") == ()


@pytest.mark.parametrize("code", ["WSP001", "WSP003", "WSP005", "WSP006", "WSP010"])
def test_white_space_of_a_page_is_not_what_its_reader_sees(code: str) -> None:
    page = "<p>Je  kookt. \n\n\n\n\n \t en\u2003bakt.</p>\n"
    assert places(page, "a.html", code) == []


def test_a_file_of_data_has_no_lines_of_text() -> None:
    data = '{"@type": "JobPosting",  "title": "Kok ,  bakker"}'
    found = findings(data, "a.json", "WSP", language="nl")
    assert [each.rule for each in found] == ["WSP007"]


def test_the_message_says_how_many() -> None:
    (found,) = findings("a\n\n\n\n\nb\n", "a.txt", "WSP006", language="nl")
    assert found.message.startswith("Lege regels achter elkaar: 4")
    assert found.properties == {"count": 4}


def test_fixing_twice_is_fixing_once() -> None:
    text = " Je  kookt\u00a0 \n\n\n\n\tbakt , en\u200b serveert"
    once = fixed(text, "a.txt", "WSP")
    assert fixed(once, "a.txt", "WSP") == once == "Je kookt\n\n\nbakt, en serveert\n"


def test_spaces_behind_a_letter_that_stands_for_a_ring_are_alignment() -> None:
    assert not findings("  o   Koken\n  o   Bakken\n", "a.txt", "WSP002")


@pytest.mark.parametrize(
    ("code", "text", "mended"),
    [
        ("WSP005", "•\tkoken\n•\tbakken\n•\tbraden\n", "• koken\n• bakken\n• braden\n"),
        ("WSP010", " • koken\n • bakken\n • braden\n", "• koken\n• bakken\n• braden\n"),
        ("WSP010", "    Kok\n    Bakker\n    Slager\n", "Kok\nBakker\nSlager\n"),
    ],
)
def test_a_habit_is_one_finding_with_its_number(code: str, text: str, mended: str) -> None:
    (found,) = findings(text, "a.txt", code, language="nl")
    assert found.properties["count"] == 3
    assert "3" in found.message
    assert len(found.related) == 2
    fixed, _ = engine(select=(code,), language="nl").fix(Source("a.txt", text))
    assert fixed.text == mended


def test_what_stands_between_words_is_no_habit() -> None:
    text = "Je\tkookt.\nJe\tbakt.\nJe\tbraadt.\n"
    assert len(findings(text, "a.txt", "WSP005", language="nl")) == 3


def test_what_stands_in_many_places_is_one_finding() -> None:
    words = "Je plant de diensten en belt met klanten ; je mailt"
    few, many = f"{words}\n\n" * 7, f"{words}\n\n" * 8
    assert len(findings(few, "x.txt", "WSP007", language="nl")) == 7
    [found] = findings(many, "x.txt", "WSP007", language="nl")
    assert found.message == "Op 8 plaatsen staat een spatie voor een leesteken; haal die weg."
    assert fixed(many, "x.txt", "WSP007") == many.replace(" ;", ";")


def test_wide_white_space_of_a_word_processor_is_a_habit() -> None:
    text = "Wij vragen: " + " -\u00a0\u00a0\u00a0\u00a0 ervaring" * 3 + " en een rijbewijs."
    [found] = findings(text, "x.txt", "WSP003", language="nl")
    assert found.properties["count"] == 3
