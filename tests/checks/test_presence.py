"""What a vacancy should state: examples in its own terms, and where something counts as said."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import findings, texts

WORK = (
    "Je kookt elke dag met zes anderen voor tachtig mensen, maakt het menu en bestelt de waren. "
    * 4
)


@pytest.mark.parametrize(
    ("vague", "spoken", "example"),
    [
        ("Een marktconform salaris.", "nl", "€ 2.100 tot € 2.800 bruto per maand bij 24 uur"),
        ("Een marktconform salaris.", "en", "€2,100 to €2,800 gross per month for 24 hours"),
        ("Een marktconform uurloon.", "nl", "€ 16,50 tot € 19,00 bruto per uur"),
        ("Een marktconform uurloon.", "en", "€16.50 to €19.00 gross per hour"),
        ("Salaris volgens cao.", "nl", "schaal 9, € 2.100 tot"),
    ],
)
def test_the_example_fits_the_vague_words_and_the_week(
    vague: str, spoken: str, example: str
) -> None:
    text = f"# Kok\n\nJe werkt 24 uur per week. {vague}\n"
    found = findings(
        text, "a.md", "SAL001", "SAL002", kind="vacancy", language="nl", message_language=spoken
    )
    assert [example in each.message for each in found] == [True]


def test_vague_hours_are_quoted_in_the_example() -> None:
    text = "# Kok\n\nHet is een parttime baan.\n"
    (finding,) = findings(text, "a.md", "HRS002", kind="vacancy", language="nl")
    assert finding.text == "parttime"
    assert "parttime (24 uur per week)" in finding.message


def test_further_vague_places_are_named_with_the_first() -> None:
    text = "# Kok\n\nEen marktconform salaris.\n\n## Wat je krijgt\n\n- Een prima beloning\n"
    (finding,) = findings(text, "a.md", "SAL002", kind="vacancy", language="nl")
    assert "marktconform salaris" in finding.text
    assert ["prima beloning" in each.message for each in finding.related] == [True]


@pytest.mark.parametrize("code", ["STR014", "STR015", "STR016"])
def test_a_text_too_short_to_tell_is_silent(code: str) -> None:
    assert texts("# Kok\n\nJe kookt.\n", "a.md", code, kind="vacancy", language="nl") == []
    assert texts(f"# Kok\n\n{WORK}\n", "a.md", code, kind="vacancy", language="nl") == ["Kok"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("STR014", "Mail robin"), ("STR014", "Stuur je brief"), ("STR014", "werk@voorbeeld.nl"),
        ("STR014", "Vragen? 06-12345678"), ("STR015", "Het is thuis"), ("STR015", "Het is in Ede"),
        ("STR016", "Je krijgt vrije dagen"), ("STR016", "met pensioen"),
    ],
)  # fmt: skip
def test_a_few_words_are_enough(code: str, said: str) -> None:
    expected = ["Kok"] if said == "Mail robin" else []
    text = f"# Kok\n\n{WORK}\n\n{said}.\n"
    assert texts(text, "a.md", code, kind="vacancy", language="nl") == expected


@pytest.mark.parametrize(
    ("code", "entry"), [("STR014", "apply_url"), ("STR015", "locatie"), ("STR016", "benefits")]
)
def test_a_key_of_the_front_matter_counts_where_it_has_a_value(code: str, entry: str) -> None:
    text = f"---\ntitle: Kok\n{entry}: {{}}\n---\n\n{WORK}\n"
    assert texts(text.format("x"), "a.md", code, kind="vacancy", language="nl") == []
    assert texts(text.format('""'), "a.md", code, kind="vacancy", language="nl") == ["Kok"]


def test_front_matter_that_cannot_be_read_may_hold_the_fact() -> None:
    text = "---\ntitle: [Kok\nsalaris: 3000\n---\n\nJe kookt.\n"
    assert texts(text, "a.md", "SAL001", kind="vacancy", language="nl") == []


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ('fact = "salary"', "needs 'state'"),
        ('fact = "place"', "needs 'said'"),
        ('fact = "place"\nsaid = "("', "the pattern cannot be read"),
        (
            'fact = "salary"\nstate = "vague"\n[rule.suggest.x]\nsay = "{tekst}"',
            "unknown '{tekst}'",
        ),
        ('fact = "salary"\nstate = "vague"\n[rule.suggest.x]\nwhen = "uur"', "says nothing"),
        ('fact = "weather"', "unknown fact 'weather'"),
    ],
)
def test_a_wrong_rule_is_one_error(tmp_path: Path, keys: str, wrong: str) -> None:
    head = '[[rule]]\ncode = "ORG001"\nname = "own"\nkind = "presence"\nmessage = "Kijk na."\n'
    path = tmp_path / "own.toml"
    path.write_text(head + keys + "\n", encoding="utf-8")
    (error,) = loaded_with(path).errors
    assert wrong in error.message
    assert error.message.startswith(f"{path}:")


def test_where_a_law_asks_the_range_the_message_says_so() -> None:
    place = "# Cook\n\nLocation: {}\n\nYou cook for two hundred guests with our team.\n"
    [asked] = findings(place.format("Denver, Colorado"), "a.md", "SAL001", kind="vacancy")
    assert "the law of the state asks" in asked.message
    [free] = findings(place.format("Leeds, England"), "a.md", "SAL001", kind="vacancy")
    assert "the law of the state asks" not in free.message


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("You join a school of the University of Michigan.", "$"),
        ("Write to jobs@biology.example.edu.", "$"),
        ("You work in Bristol.", "£"),
        ("You work by the sea.", "€"),
    ],
)
def test_the_example_is_in_the_money_of_the_country_that_a_text_hints_at(
    said: str, sign: str
) -> None:
    text = f"# Cook\n\nYou cook for two hundred guests with our team. {said}\n"
    [asked] = findings(text, "a.md", "SAL001", kind="vacancy")
    assert f"for example: {sign}" in asked.message
