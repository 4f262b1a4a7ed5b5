"""Pay and hours held against each other: what is no contradiction, and which place counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from own_rules import loaded_with
from support import findings, texts


def _messages(text: str, code: str, **options: Any) -> list[str]:
    found = findings(text, "a.md", code, kind="vacancy", language="nl", **options)
    return [each.message for each in found]


def _front(entry: str, said: str) -> str:
    return f"---\ntitle: Planner\n{entry}\n---\n\n{said}\n"


def test_the_later_place_is_reported_and_the_earlier_related() -> None:
    text = _front("salaris: € 2.900 - € 3.600 per maand", "Je verdient € 4.100 per maand.")
    (finding,) = findings(text, "a.md", "SAL007", kind="vacancy", language="nl")
    assert (finding.place.start.line, finding.related[0].place.start.line) == (6, 3)
    assert finding.related[0].message == "Hier staat: € 2.900 tot € 3.600 per maand"
    assert "op regel 3" in finding.message


@pytest.mark.parametrize(
    ("formal", "said"),
    [
        ("€ 2.900 - € 3.600 per maand", "€ 3.100 tot € 3.400 per maand"),  # within
        ("€ 2.900 - € 3.600 per maand", "€ 2.900 tot € 3.615 per maand"),  # all but the same
        ("€ 3.000 per maand", "€ 19 per uur"),  # another unit
        ("€ 3.000 per maand", "€ 2.500 netto per maand"),  # after tax
    ],
)
def test_pay_that_is_no_contradiction(formal: str, said: str) -> None:
    assert _messages(_front(f"salaris: {formal}", f"Je verdient {said}."), "SAL007") == []


@pytest.mark.parametrize(
    ("formal", "said", "found"),
    [("32", "36 uur", 1), ("32", "24 tot 32 uur", 0), ("32", "0,5 fte", 1), ("32", "0,8 fte", 0)],
)
def test_hours_and_shares_of_full_time(formal: str, said: str, found: int) -> None:
    text = _front(f"uren: {formal}", f"Je werkt {said} per week.")
    assert len(_messages(text, "HRS003")) == found


def test_options_set_the_limits() -> None:
    wide = "# Kok\n\nJe verdient € 2.000 tot € 4.400 per maand.\n"
    assert _messages(wide, "SAL005") == []
    options = {"SAL005": {"max-ratio": 2.0}}
    (message,) = _messages(wide, "SAL005", rule_options=options)
    assert "2,2 keer" in message
    long = "# Kok\n\nJe werkt 45 uur per week.\n"
    assert _messages(long, "HRS004") == []
    assert len(_messages(long, "HRS004", rule_options={"HRS004": {"max": 40}})) == 1


def test_the_words_of_all_languages_say_that_pay_is_pro_rata() -> None:
    pay = "Je verdient € 3.100 bruto per maand op basis van 36 uur."
    text = f"# Kok\n\nJe werkt 24 uur per week. {pay}{{}}\n"
    assert len(_messages(text.format(""), "SAL008")) == 1
    for said in (" Naar rato.", " Pro rata.", " Bij full-time."):
        assert _messages(text.format(said), "SAL008") == []


def test_numbers_are_written_in_the_language_that_is_spoken() -> None:
    text = "# Kok\n\nJe verdient € 4.200 tot € 3.100 bruto per maand.\n"
    assert "€ 3.100 tot € 4.200" in _messages(text, "SAL004")[0]
    assert "€3,100 to €4,200" in _messages(text, "SAL004", message_language="en")[0]


def test_the_unit_is_asked_for_where_readers_see_the_sum() -> None:
    text = _front("salaris: 2900 - 3600", "Je verdient tussen € 2.900 en € 3.600.")
    assert texts(text, "a.md", "SAL003", kind="vacancy", language="nl") == ["€ 2.900 en € 3.600"]


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ('what = "pay-wide"', "needs the option 'max-ratio'"),
        ('what = "pay-basis"\n[rule.options]\npro-rata = "("', "cannot be read"),
        ('what = "mojibake"', "unknown what 'mojibake'"),
    ],
)
def test_a_wrong_rule_is_one_error(tmp_path: Path, keys: str, wrong: str) -> None:
    head = '[[rule]]\ncode = "ORG001"\nname = "own"\nkind = "consistency"\nmessage = "Kijk na."\n'
    path = tmp_path / "own.toml"
    path.write_text(head + keys + "\n", encoding="utf-8")
    (error,) = loaded_with(path).errors
    assert wrong in error.message
