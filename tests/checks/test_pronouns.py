"""A pronoun for somebody in general: who it refers to, and when the rule is silent."""

from __future__ import annotations

import pytest

from checks.bank import rows
from support import findings, loaded, texts

AFTER = "\n\nTekst die langer is dan een kop, zodat dit een alinea is.\n"


@pytest.mark.parametrize(("language", "text", "wanted"), rows("pronouns"))
def test_the_bank(language: str, text: str, wanted: str) -> None:
    found = texts(text + AFTER, "x.txt", "GEN004", language=language)
    assert found == (wanted.split(",") if wanted else [])


def test_a_finding_names_whom_the_pronoun_refers_to() -> None:
    text = "Een ervaren monteur kent Zijn klanten." + AFTER
    [finding] = findings(text, "x.txt", "GEN004", language="nl")
    assert "‘Een ervaren monteur’" in finding.message
    [related] = finding.related
    assert (related.place.start.offset, related.place.end.offset) == (0, 19)
    assert finding.fixes[0].edits[0].replacement == "Diens"
    assert finding.fixes[0].applicability == "unsafe"


def test_the_job_of_the_title_is_a_person() -> None:
    body = "De blokfluitbouwer kiest zijn eigen hout."
    assert texts(f"# Blokfluitbouwer\n\n{body}\n", "x.md", "GEN004", language="nl") == ["zijn"]
    assert texts(
        f"# Gemeente Wisp zoekt fluitkok\n\n{body}\n", "x.md", "GEN004", language="nl"
    ) == ["zijn"]
    body = "De fluitbaas kiest zijn eigen hout."
    assert texts(f"# Planner\n\n{body}\n", "x.md", "GEN004", language="nl") == []
    assert texts(f"# Fluitbaas zoekt planner\n\n{body}\n", "x.md", "GEN004", language="nl") == []
    assert texts(f"# Wisp zoekt fluitbaas\n\n{body}\n", "x.md", "GEN004", language="nl") == ["zijn"]


@pytest.mark.parametrize(
    "text",
    [
        "# De kandidaat weet wat hij doet",
        "---\nsummary: De kandidaat weet wat hij doet.\n---\n\nTekst.",
        "Zij zeggen: “de kandidaat weet wat hij doet”.",
        "De kandidaat belt. Robin Smit helpt. Hij luistert.",
        "De kandidaat belt. Het regent. Dan luistert hij.",
    ],
)
def test_where_it_is_silent(text: str) -> None:
    assert texts(text + AFTER, "x.md", "GEN004", language="nl") == []


def test_a_quotation_without_the_pronoun_does_not_hide_it() -> None:
    text = "De kandidaat zegt “graag” en weet wat hij doet." + AFTER
    assert texts(text, "x.md", "GEN004", language="nl") == ["hij"]


def test_a_pronoun_of_another_language_is_none() -> None:
    assert texts("De kandidaat is he en she." + AFTER, "x.md", "GEN004", language="nl") == []


def test_what_is_prepared_is_by_language() -> None:
    [rule] = [rule for rule in loaded().rules if rule.kind == "pronouns"]
    assert set(rule.prepared) == set(loaded().resources.languages)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("De kok proeft zijn eigen soep.", "warning"),
        ("Je helpt de bewoner bij zijn ontbijt.", "info"),
        ("Zorgen voor de patiënt in zijn autonomie.", "info"),
        ("Luister naar de cliënt en zijn familie.", "info"),
        ("Je geeft de eindklant het advies dat hij nodig heeft.", "info"),
    ],
)
def test_a_pronoun_for_somebody_who_is_served_is_a_remark(text: str, severity: str) -> None:
    [finding] = findings(text + AFTER, "x.txt", "GEN004", language="nl")
    assert finding.severity == severity


def test_an_organisation_in_the_title_is_no_person() -> None:
    body = "Onze camping staat bekend om haar stilte."
    assert texts(f"# Camping Wisp\n\n{body}\n", "x.md", "GEN004", language="nl") == []


def test_of_a_title_the_word_that_means_a_person_is_its_noun() -> None:
    text = (
        "# Ferry Steward\n\nWe are looking for a ferry steward who welcomes passengers on our small "
        "ferry. He must be able to stand for hours.\n"
    )
    [found] = findings(text, "x.md", "GEN004", language="en")
    assert "‘a ferry steward’" in found.message
