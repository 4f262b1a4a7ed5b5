"""The forms that a lexicon leaves to rules."""

from __future__ import annotations

import pytest

from support import texts
from vaclint.languages.inflect import inflected


@pytest.mark.parametrize(
    ("form", "also"),
    [
        ("resultaatgericht/e", "resultaatgerichte"), ("proactief/e", "proactieve"), ("integraal/e", "integrale"), ("impactvol/e", "impactvolle"),
        ("flexibel/e", "flexibele"), ("ambitieus/e", "ambitieuze"), ("dynamisch/e", "dynamische"), ("adequaat/e", "adequate"),
        ("stakeholder/s", "stakeholders"), ("quick win/s", "quick wins"), ("vraagstuk/n", "vraagstukken"), ("opgave/n", "opgaven"),
        ("modaliteit/n", "modaliteiten"), ("sleutelrol/n", "sleutelrollen"), ("faciliteren/v", "faciliteert"), ("faciliteren/v", "faciliteer"),
        ("implementeren/v", "geïmplementeerd"), ("initiëren/v", "initieert"), ("borgen/v", "geborgd"), ("behelzen/v", "behelsde"),
        ("verstrekken/v", "verstrekt"), ("continueren/v", "continueerde"), ("quick win/s van", "quick wins van"),
    ],
)  # fmt: skip
def test_dutch(form: str, also: str) -> None:
    assert also in inflected(form, "nl")


@pytest.mark.parametrize(
    ("form", "also"),
    [
        ("leverage/v", "leveraging"),
        ("utilize/v", "utilizes"),
        ("methodology/s", "methodologies"),
        ("possess/v", "possesses"),
        ("align/v with", "aligned with"),
    ],
)
def test_english(form: str, also: str) -> None:
    assert also in inflected(form, "en")


@pytest.mark.parametrize("form", ["m/v", "verkoper/ster", "en/of", "24/7"])
def test_a_slash_that_is_no_flag_stays(form: str) -> None:
    assert inflected(form, "nl") == [form]


def test_a_bare_stem_that_is_another_word_is_left_out() -> None:
    assert "bezig" not in inflected("bezigen/v", "nl")
    assert "borg" not in inflected("borgen/v", "nl")
    assert "gegeschied" not in inflected("geschieden/v", "nl")


def test_a_context_decides_what_a_word_means() -> None:
    assert texts("Je acteert op dit speelveld.", "x.md", "JAR001", language="nl") == ["acteert", "speelveld"]
    assert texts("De acteur acteert op het speelveld van het theater.", "x.md", "JAR001", language="nl") == ["speelveld"]
