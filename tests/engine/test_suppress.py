"""Suppressions in a text: which findings they take away, and which take away nothing."""

from __future__ import annotations

import pytest

from support import report
from vaclint.engine import directives
from vaclint.engine.suppress import Suppression, apply
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic

ONE = "Hij/zij kookt.\n"
TWO = "Zij/hij bakt.\n"


def left(text: str, path: str = "a.md") -> tuple[list[str], int]:
    """What is still found of the pronouns, and how many are suppressed."""
    checked = report(text, path, "GEN001", language="nl")
    return [finding.text for finding in checked.findings], checked.suppressed


@pytest.mark.parametrize(
    ("text", "found", "suppressed"),
    [
        (f"{ONE}\n{TWO}", ["Hij/zij", "Zij/hij"], 0),
        (f"<!-- vaclint: ignore GEN001 -->\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore -->\n\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore GEN -->\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore gen001, WSP -->\n{ONE}\n{TWO}", ["Zij/hij"], 1),
        (f"<!-- vaclint: ignore WSP -->\n{ONE}\n{TWO}", ["Hij/zij", "Zij/hij"], 0),
        (f"{ONE}\n<!-- vaclint: ignore-file GEN -->\n\n{TWO}", [], 2),
        (f"---\nvaclint: ignore-file GEN001\n---\n\n{ONE}\n{TWO}", [], 2),
        (f"---\nvaclint: [GEN001]\n---\n\n{ONE}", [], 1),
        (f"<!-- vaclint: off -->\n\n{ONE}\n<!-- vaclint: on -->\n\n{TWO}", ["Zij/hij"], 1),
        (f"{ONE}\n<!-- vaclint: off GEN -->\n\n{TWO}", ["Hij/zij"], 1),
        (f"<!-- vaclint: onbekend -->\n\n{ONE}", ["Hij/zij"], 0),
        (f"```\n<!-- vaclint: ignore-file -->\n```\n\n{ONE}", ["Hij/zij"], 0),
        (f"<!-- vaclint:ignore GEN001-->\n{ONE}", [], 1),
        (f"{ONE}<!-- vaclint: ignore GEN001 -->\n", ["Hij/zij"], 0),
    ],
)
def test_what_is_left(text: str, found: list[str], suppressed: int) -> None:
    assert left(text) == (found, suppressed)


def test_in_html() -> None:
    text = f"<!-- vaclint: ignore GEN001 -->\n<p>{ONE}</p>\n<p>{TWO}</p>\n"
    assert left(text, "a.html") == (["Zij/hij"], 1)


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        (f"<!-- vaclint: ignore GEN001 -->\n{ONE}", []),
        ("<!-- vaclint: ignore GEN001 -->\nEen kok.\n", ["<!-- vaclint: ignore GEN001 -->"]),
        (f"{ONE}\n<!-- vaclint: onbekend GEN001 -->\n", ["<!-- vaclint: onbekend GEN001 -->"]),
        ("<!-- vaclint: ignore XYZ -->\n\nEen kok.\n", ["<!-- vaclint: ignore XYZ -->"]),
        (f"<!-- vaclint: on -->\n\n{ONE}", ["<!-- vaclint: on -->"]),
        ("---\nvaclint: ignore-file GEN001\n---\n\nEen kok.\n", ["ignore-file GEN001"]),
    ],
)
def test_one_that_suppresses_nothing_is_reported(text: str, unused: list[str]) -> None:
    checked = report(text, "a.md", "GEN001", language="nl", extend_select=("STR090",))
    assert [each.text for each in checked.findings if each.rule == "STR090"] == unused


def found_at(start: int, rule: str = "GEN001") -> Diagnostic:
    return Diagnostic(rule, "naam", "warning", Span(start, start + 3), "m")


def test_a_range_suppresses_what_begins_in_it() -> None:
    given = Suppression(("GEN",), Span(10, 20), Span(0, 5))
    findings = [found_at(9), found_at(10), found_at(19), found_at(20), found_at(15, "WSP001")]
    kept, taken, unused = apply(findings, [given])
    assert [each.span.start for each in kept] == [9, 20, 15]
    assert [each.diagnostic.span.start for each in taken] == [10, 19]
    assert unused == []
    assert apply([found_at(9)], [given])[2] == [given]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # at the end of a line: the block it stands in
        ("Hij/zij kookt. <!-- vaclint: ignore GEN001 -->\n\nZij/hij bakt.\n", ["Zij/hij"]),
        ("- Hij/zij kookt <!-- vaclint: ignore GEN001 -->\n- Zij/hij bakt\n", ["Zij/hij"]),
        ("# Hij/zij kookt <!-- vaclint: ignore GEN001 -->\n\nZij/hij bakt.\n", ["Zij/hij"]),
        ("Hij/zij kookt. <!-- vaclint: ignore GEN001 -->\nEn zij/hij bakt.\n", []),
        ("| Hij/zij <!-- vaclint: ignore --> | Zij/hij |\n|-|-|\n", ["Zij/hij"]),
        ("<!-- vaclint: ignore GEN001 --> Hij/zij kookt.\n\nZij/hij bakt.\n", ["Zij/hij"]),
        # a line
        ("Hij/zij kookt. <!-- vaclint: ignore-line GEN001 -->\nEn zij/hij bakt.\n", ["zij/hij"]),
        ("<!-- vaclint: ignore-next-line -->\nHij/zij kookt.\nZij/hij bakt.\n", ["Zij/hij"]),
        ("<!-- vaclint: ignore-next-line -->\n\nHij/zij kookt.\nZij/hij bakt.\n", ["Zij/hij"]),
        # other comments
        ("{# vaclint: ignore GEN001 #}\nHij/zij kookt.\n\nZij/hij bakt.\n", ["Zij/hij"]),
        ("Hij/zij kookt. {#- vaclint: ignore GEN001 -#}\n\nZij/hij bakt.\n", ["Zij/hij"]),
        ("{% comment %} vaclint: ignore GEN001 {% endcomment %}\n\nHij/zij kookt.\n", []),
        ("{%- comment -%}vaclint: off{%- endcomment -%}\n\nHij/zij kookt.\n", []),
        ("{% # vaclint: ignore-file GEN001 %}\n\nHij/zij kookt.\n", []),
        ("{{/* vaclint: ignore GEN001 */}}\n\nHij/zij kookt.\n\nZij/hij bakt.\n", ["Zij/hij"]),
        # shown as code
        ("    <!-- vaclint: ignore-file -->\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("Met `<!-- vaclint: ignore-file -->` kookt hij/zij.\n", ["hij/zij"]),
        ("```\n{# vaclint: ignore-file #}\n```\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("Met `{# vaclint: ignore-file #}` kookt hij/zij.\n", ["hij/zij"]),
        ("\\<!-- vaclint: ignore-file --> Hij/zij kookt.\n", ["Hij/zij"]),
        # the front matter
        ("---\nvaclint: off\n---\n\nHij/zij kookt.\n", []),
        ("---\nvaclint: ignore-file\n---\n\nHij/zij kookt.\n", []),
        ("---\nvaclint: GEN, DUP -- zo staat het in de wet\n---\n\nHij/zij kookt.\n", []),
        ("---\nvaclint:\n  ignore: [DUP, GEN001]\n  reason: wet\n---\n\nHij/zij kookt.\n", []),
        ('+++\nvaclint = "ignore-file GEN001"\n+++\n\nHij/zij kookt.\n', []),
        ("---\nvaclint: true\n---\n\nHij/zij kookt.\n", ["Hij/zij"]),
        # what comes behind ` -- ` is no code, and a word that is none does not mean all
        ("<!-- vaclint: ignore DUP002 -- geen GEN001 -->\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("<!-- vaclint: ignore salaris -->\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("<!-- vaclint: ignore -- zo heet het -->\n\nHij/zij kookt.\n", []),
        ("<!-- vaclint: ignore GEN999, GEN001 -->\n\nHij/zij kookt.\n", []),
        # not as it is to be written
        ("<!-- vaclint ignore GEN001 -->\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("<!-- VACLINT: ignore GEN001 -->\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("<!-- vaclint: Ignore GEN001 -->\n\nHij/zij kookt.\n", ["Hij/zij"]),
        ("<!-- vaclint: ignore GEN001\n     -- over twee regels -->\n\nHij/zij kookt.\n", []),
    ],
)
def test_where_a_directive_holds(text: str, found: list[str]) -> None:
    assert left(text)[0] == found


def test_in_mdx() -> None:
    text = "{/* vaclint: ignore GEN001 */}\n\nHij/zij kookt.\n\nZij/hij bakt.\n"
    assert left(text, "a.mdx") == (["Zij/hij"], 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Hij/zij kookt. <!-- vaclint: ignore GEN001 --></p>\n<p>Zij/hij bakt.</p>", "Zij/hij"),
        ("<p>Hij/zij kookt.</p> <!-- vaclint: ignore GEN001 -->\n<p>Zij/hij bakt.</p>", "Zij/hij"),
        ("<p>Zij/hij bakt.</p><!-- vaclint: ignore GEN --><p>Hij/zij kookt.</p>", "Zij/hij"),
        ("<p>Zij/hij bakt.</p>{# vaclint: ignore GEN #}<p>Hij/zij kookt.</p>", "Zij/hij"),
    ],
)
def test_in_a_page(text: str, found: str) -> None:
    assert left(text, "a.html") == ([found], 1)


SWITCHED = "<!-- vaclint: {} -->\n\nHij/zij  kookt.\n\n"


@pytest.mark.parametrize(
    ("switches", "found"),
    [
        (("off GEN", "off WSP", "on GEN"), ["WSP002", "", "GEN001"]),
        (("off GEN", "off WSP", "on"), ["WSP002", "", "GEN001 WSP002"]),
        (("off", "on GEN", "on"), ["", "GEN001", "GEN001 WSP002"]),
        (("off", "on GEN", "off GEN"), ["", "GEN001", ""]),
        (("off GEN, WSP", "on WSP", "off WSP002"), ["", "WSP002", ""]),
    ],
)
def test_off_and_on_nest_by_code(switches: tuple[str, ...], found: list[str]) -> None:
    text = "".join(SWITCHED.format(each) for each in switches)
    checked = report(text, "a.md", "GEN001", "WSP002", language="nl")
    rules: dict[int, list[str]] = {}
    for each in checked.findings:
        rules.setdefault(each.place.start.line, []).append(each.rule)
    assert [" ".join(rules.get(line, ())) for line in (3, 7, 11)] == found


def told(text: str, path: str = "a.md") -> list[str]:
    """What is said of the directives in a text."""
    checked = report(text, path, "GEN001", "DUP002", language="nl", extend_select=("STR090",))
    return [each.message for each in checked.findings if each.rule == "STR090"]


@pytest.mark.parametrize(
    ("directive", "right"),
    [
        ("<!-- vaclint: ignore GEN999 -->", "vaclint: ignore GEN"),
        ("<!-- vaclint: ignore GEN01 -->", "vaclint: ignore GEN001"),
        ("<!-- vaclint: ignore pronoun-pair -->", "vaclint: ignore GEN001"),
        ("<!-- vaclint: ignore GEN001 zo is de wet -->", "vaclint: ignore GEN001 -- zo is de wet"),
        ("<!-- vaclint: ignore(GEN001) -->", "vaclint: ignore GEN001"),
        ("<!-- vaclint: disable-next-line GEN001 -->", "vaclint: ignore-next-line GEN001"),
        ("<!-- vaclint: ignor GEN001 -->", "vaclint: ignore GEN001"),
        ("<!-- vaclint: ignore_line GEN001 -->", "vaclint: ignore-line GEN001"),
        ("<!-- vaclint ignore GEN001 -->", "vaclint: ignore GEN001"),
        ("<!-- vaclint-disable GEN001 -->", "vaclint: off GEN001"),
        ("<!-- VACLINT: ignore GEN001 -- wet -->", "vaclint: ignore GEN001 -- wet"),
        ("<!-- vacllint: ignore GEN001 -->", "vaclint: ignore GEN001"),
        ("{# vaclint ignore GEN001 #}", "vaclint: ignore GEN001"),
    ],
)
def test_what_would_be_right_is_told(directive: str, right: str) -> None:
    (message,) = told(f"{directive}\n\nHij/zij kookt.\n")
    assert f"‘{right}’" in message or f"‘{right}0" in message


def test_each_code_is_judged_by_itself() -> None:
    (message,) = told("<!-- vaclint: ignore GEN001, DUP002 -->\n\nHij/zij kookt.\n")
    assert message.startswith("DUP002 ")
    assert told("<!-- vaclint: ignore GEN001, SAL -->\n\nHij/zij kookt.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "<!-- vaclint is de naam van een programma -->\n",
        "<!-- vacature: zie de website -->\n",
        "Met `<!-- vaclint: ignor -->` gaat het mis.\n",
    ],
)
def test_an_ordinary_comment_is_none(text: str) -> None:
    assert told(text) == []


def test_reasons_are_kept() -> None:
    text = "Hij/zij kookt. <!-- vaclint: ignore GEN001 -- zo staat het  in de wet -->\n"
    (hidden,) = report(text, "a.md", "GEN001", language="nl").hidden
    assert hidden.reason == "zo staat het in de wet"
    assert (hidden.finding.rule, hidden.finding.text) == ("GEN001", "Hij/zij")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- vaclint: ignore {} -->\n\nHij kookt.\n",
        "---\nvaclint: [{}]\n---\n\nHij kookt.\n",
    ],
)
def test_of_a_few_mistakes_only_the_code_that_was_meant_is_looked_for(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def near(word: str, *_: object) -> str:
        looked.append(word)
        return ""

    monkeypatch.setattr(directives, "_near", near)
    wrong = ", ".join(f"ABC{number}" for number in range(10 * directives.MOST))
    told(text.format(wrong))
    assert 0 < len(looked) <= 4 * directives.MOST
