"""Signs of two kinds, amounts in several ways, letters that are none: what may be mended."""

from __future__ import annotations

import pytest

from support import findings, texts


def replacements(text: str, path: str, code: str, language: str = "nl") -> list[list[str]]:
    """What the fixes of the findings of a rule put in; an empty list for a finding without one."""
    found = findings(text, path, code, language=language)
    return [[edit.replacement for fix in each.fixes for edit in fix.edits] for each in found]


def test_quotation_marks_go_to_the_kind_used_most() -> None:
    assert replacements('“een” en “twee” en "drie".', "a.txt", "STY005") == [["“", "”"]]
    assert replacements('"een" en "twee" en “drie”.', "a.txt", "STY005") == [['"', '"']]


def test_a_mark_of_which_it_is_not_certain_what_it_does_is_not_changed() -> None:
    assert replacements('“een” en tw"ee en “drie”.', "a.txt", "STY005") == [[]]


def test_inches_are_no_quotation() -> None:
    assert texts('“een” op een scherm van 27" hier.', "a.txt", "STY005", language="nl") == []


def test_nothing_is_changed_in_a_title_an_attribute_or_data() -> None:
    link = '“een”, “twee” en [drie](https://x.example "vier")\n'
    assert texts(link, "a.md", "STY005", language="nl") == []
    data = '{"@type": "JobPosting", "title": "Kok", "description": "“een” “twee” en \\"drie\\""}'
    assert replacements(data, "a.json", "STY005") == [[]]


def test_an_apostrophe_that_opens_a_quotation_is_none() -> None:
    assert texts("De collega’s en ‘s’ hier.", "a.txt", "STY005", language="nl") == []
    assert texts("De collega’s zijn ‘s avonds hier.", "a.txt", "STY005", language="nl") == ["‘"]


@pytest.mark.parametrize(
    ("text", "language", "better"),
    [
        ("Je werkt -- hier.", "nl", " – "),
        ("Je werkt--hier.", "nl", " – "),
        ("You work -- here.", "en", " – "),
        ("You work--here.", "en", "—"),
    ],
)
def test_hyphens_for_a_dash(text: str, language: str, better: str) -> None:
    assert replacements(text, "a.txt", "STY006", language) == [[better]]


def test_dots_of_two_and_three_have_messages_of_their_own() -> None:
    found = findings("Nu.. En dan... of toen... zo.", "a.txt", "STY007", language="nl")
    assert [each.text for each in found] == ["..", "..."]
    assert found[0].message.endswith("schrijf ‘.’.")
    assert found[1].message.startswith("Drie losse punten (2×)")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Je werkt—hier.", "nl", ["—"]),
        ("Je werkt — hier.", "nl", []),
        ("You work—here.", "en", []),
        ("You work—here and — there—too.", "en", [" — "]),
        ("You work — here — and—there.", "en", ["—"]),
        ("Je werkt —hier.", "nl", []),
    ],
)
def test_em_dashes(text: str, language: str, found: list[str]) -> None:
    assert texts(text, "a.txt", "STY008", language=language) == found


def test_an_amount_that_does_not_show_its_grouping_is_as_the_others() -> None:
    text = "Je krijgt € 3.500, dan 3600 euro, later EUR 4.000 en € 80."
    (found,) = findings(text, "a.txt", "STY009", language="nl")
    assert found.text == "3600 euro"
    assert found.properties == {"ways": 3}
    assert "‘€ 3.500’, ‘3600 euro’, ‘EUR 4.000’" in found.message


def test_cents_are_no_other_way() -> None:
    assert texts("Van € 14,90, € 3.500 tot € 4.200,00.", "a.txt", "STY009", language="nl") == []


def test_how_many_ways_are_too_many_is_set() -> None:
    options = {"STY009": {"ways": 2}}
    text = "Van € 3.500 en € 4.000 tot €5.000."
    assert texts(text, "a.txt", "STY009", language="nl") == []
    assert texts(text, "a.txt", "STY009", language="nl", rule_options=options) == ["€5.000"]


def test_a_doubtful_letter_is_mended_on_request_only() -> None:
    found = findings("Het bedrÿf Wÿk in Ijmuiden.", "a.txt", "SPL004", language="nl")
    assert [(each.text, each.fixes[0].applicability) for each in found] == [
        ("bedrÿf", "safe"),
        ("Wÿk", "unsafe"),
        ("Ijmuiden", "safe"),
    ]
    assert [each.fixes[0].edits[0].replacement for each in found] == ["bedrijf", "Wijk", "IJmuiden"]


def test_front_matter_has_marks_of_its_own() -> None:
    text = '---\ntitle: "Kok"\n---\n\n“een” hier.\n'
    assert texts(text, "a.md", "STY005", language="nl") == []
