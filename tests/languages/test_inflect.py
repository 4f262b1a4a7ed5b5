"""The forms that a lexicon leaves to rules."""

from __future__ import annotations

import pytest

from support import resources
from vaclint.languages.inflect import changed, inflected
from vaclint.languages.language import Language, language


def dutch() -> Language:
    return resources().languages["nl"]


@pytest.mark.parametrize(
    ("form", "also"),
    [
        ("resultaatgericht/e", "resultaatgerichte"),
        ("proactief/e", "proactieve"),
        ("integraal/e", "integrale"),
        ("impactvol/e", "impactvolle"),
        ("flexibel/e", "flexibele"),
        ("ambitieus/e", "ambitieuze"),
        ("dynamisch/e", "dynamische"),
        ("adequaat/e", "adequate"),
        ("stakeholder/s", "stakeholders"),
        ("quick win/s", "quick wins"),
        ("vraagstuk/n", "vraagstukken"),
        ("opgave/n", "opgaven"),
        ("modaliteit/n", "modaliteiten"),
        ("sleutelrol/n", "sleutelrollen"),
        ("faciliteren/v", "faciliteert"),
        ("faciliteren/v", "faciliteer"),
        ("implementeren/v", "geïmplementeerd"),
        ("initiëren/v", "initieert"),
        ("borgen/v", "geborgd"),
        ("behelzen/v", "behelsde"),
        ("verstrekken/v", "verstrekt"),
        ("continueren/v", "continueerde"),
        ("quick win/s van", "quick wins van"),
        ("vaardigheid/n", "vaardigheden"),
        ("buis/n", "buizen"),
        ("agenda/s", "agenda's"),
        ("essay/s", "essays"),
        ("creëren/v", "creëer"),
        ("beleven/v", "beleefde"),
        ("escaleren/v", "geëscaleerd"),
        ("behalen/v", "behaalt"),
        ("borgen/v", "borgende"),
    ],
)
def test_dutch(form: str, also: str) -> None:
    assert also in inflected(form, dutch())


@pytest.mark.parametrize(
    ("form", "also"),
    [
        ("leverage/v", "leveraging"),
        ("utilize/v", "utilizes"),
        ("methodology/s", "methodologies"),
        ("possess/v", "possesses"),
        ("align/v with", "aligned with"),
        ("apply/v", "applied"),
        ("apply/v", "applying"),
        ("play/v", "played"),
        ("key/s", "keys"),
    ],
)
def test_english(form: str, also: str) -> None:
    assert also in inflected(form, resources().languages["en"])


def test_all_forms_of_a_verb_in_order() -> None:
    assert inflected("faciliteren/v", dutch()) == [
        "faciliteren",
        "faciliteer",
        "faciliteert",
        "faciliteerde",
        "faciliteerden",
        "faciliterend",
        "faciliterende",
        "gefaciliteerd",
        "gefaciliteerde",
    ]


@pytest.mark.parametrize("form", ["m/v", "verkoper/ster", "en/of", "24/7", "kok/q", "kok"])
def test_a_slash_that_is_no_flag_stays(form: str) -> None:
    assert inflected(form, dutch()) == [form]


def test_a_bare_stem_that_is_another_word_is_left_out() -> None:
    assert "bezig" not in inflected("bezigen/v", dutch())
    assert "borg" not in inflected("borgen/v", dutch())
    assert "gegeschied" not in inflected("geschieden/v", dutch())


@pytest.mark.parametrize(
    ("word", "before_vowel"),
    [
        ("schoonmaak", "schoonmak"),
        ("stip", "stipp"),
        ("graaf", "grav"),
        ("kaas", "kaz"),
        ("raam", "ram"),
        ("werkgeef", "werkgev"),
        ("flexibel", "flexibel"),
        ("bezig", "bezig"),
        ("hond", "hond"),
        ("kok", "kokk"),
    ],
)
def test_an_open_syllable(word: str, before_vowel: str) -> None:
    assert changed(word, "open-syllable", dutch()) == before_vowel


def test_a_language_without_inflection_leaves_forms_alone() -> None:
    assert inflected("serkanto/s", language("zz", {})) == ["serkanto/s"]


def test_of_several_patterns_the_first_that_fits_is_made() -> None:
    data = {
        "inflection": {
            "changes": {"end": [["a$", "e"], ["[ao]$", "i"]]},
            "forms": {"x": [["end", "+n"], ["+s"]]},
        }
    }
    made = language("zz", data)
    assert inflected("kasa/x", made) == ["kasa", "kasen", "kasas"]
    assert inflected("kaso/x", made) == ["kaso", "kasin", "kasos"]
    assert inflected("kasu/x", made) == ["kasu", "kasun", "kasus"]
