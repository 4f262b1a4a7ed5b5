"""Terms: what to write instead, in the case and compound of the text, with a fix or without."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings
from support import findings, texts


@pytest.mark.parametrize(
    ("keys", "text", "found", "instead"),
    [
        ('terms = { klant = "inwoner" }\n', "Klant", "Klant", "Inwoner"),
        ('terms = { klant = "inwoner" }\n', "de klant", "klant", "inwoner"),
        ('terms = { klant = "inwoner" }\ncase = true\n', "Klant", "Klant", "inwoner"),
        ('terms = { wisp = "Wisp" }\ncase = true\n', "bij WISP", "WISP", "Wisp"),
        ('terms = { "één team" = "samen" }\n', "ÉÉN\u00a0team", "ÉÉN\u00a0team", "Samen"),
    ],
)
def test_a_fix_follows_the_case_of_the_text(
    tmp_path: Path, keys: str, text: str, found: str, instead: str
) -> None:
    [finding] = own_findings(tmp_path, keys, text)
    assert finding.text == found
    [fix] = finding.fixes
    assert (fix.applicability, fix.edits[0].replacement) == ("unsafe", instead)


def test_a_spelling_as_it_should_be_is_no_finding(tmp_path: Path) -> None:
    assert own_findings(tmp_path, 'terms = { wisp = "Wisp" }\ncase = true\n', "bij Wisp") == ()


@pytest.mark.parametrize("replacement", ["hulp, steun", "hulp (of steun)", "hulp; steun", ""])
def test_several_replacements_or_none_make_no_fix(tmp_path: Path, replacement: str) -> None:
    [finding] = own_findings(tmp_path, f'terms = {{ support = "{replacement}" }}\n', "met support")
    assert finding.fixes == ()


def test_a_term_without_a_replacement_says_to_leave_it_out(tmp_path: Path) -> None:
    keys = 'terms = ["support"]\n'
    [finding] = own_findings(tmp_path, keys, "met support", language="nl")
    assert finding.message.startswith("Laat ‘support’ weg")
    [finding] = own_findings(tmp_path, keys, "with support", language="en")
    assert finding.message.startswith("Leave out ‘support’")


def test_a_fix_that_is_safe_or_none(tmp_path: Path) -> None:
    keys = 'terms = { klant = "inwoner" }\nfix = "{}"\n'
    [finding] = own_findings(tmp_path, keys.replace("{}", "safe"), "Klant")
    assert finding.fixes[0].applicability == "safe"
    [finding] = own_findings(tmp_path, keys.replace("{}", "none"), "Klant")
    assert finding.fixes == ()
    assert "inwoner" in finding.message  # and no capital: nothing is put in its place


def test_the_head_of_a_compound_keeps_its_beginning() -> None:
    [finding] = findings("# Afdelingsassistente\n\nTekst.", "x.md", "GEN003", language="nl")
    assert "‘Afdelingsassistent’" in finding.message
    assert finding.fixes == ()
    [finding] = findings("# Verkoopsecretaresse\n\nTekst.", "x.md", "GEN003", language="nl")
    assert "‘Secretarieel medewerker’" in finding.message


@pytest.mark.parametrize(
    "text",
    ["zie wisp.nl/klant", "zie wisp.nl/de-klant", "op www.wisp.nl/x?klant", "mail klant@wisp.nl"],
)
def test_a_part_of_an_address_is_no_term(tmp_path: Path, text: str) -> None:
    assert own_findings(tmp_path, 'terms = ["klant"]\n', text) == ()


def test_a_slash_or_stop_alone_makes_no_address(tmp_path: Path) -> None:
    found = own_findings(tmp_path, 'terms = ["klant"]\n', "bewoner/klant. Een zin.klant")
    assert [each.text for each in found] == ["klant", "klant"]


def test_a_term_across_lines_and_markup_is_found_without_a_fix_where_it_has_markup() -> None:
    [one] = findings("een spin in\nhet web", "x.md", "JAR004", language="nl")
    assert one.text == "spin in\nhet web"
    assert texts("een **sp**in in het web", "x.md", "JAR004", language="nl") == [
        "sp**in in het web"
    ]


def test_where_a_job_is_named_only(tmp_path: Path) -> None:
    keys = 'terms = { chef = "leider" }\nwhere = "job-title"\ncues = ["wij zoeken"]\n'
    text = "# Chef keuken\n\nWij zoeken een goede chef voor onze keuken. De chef kookt graag.\n"
    found = own_findings(tmp_path, keys, text, language="nl")
    assert [each.text for each in found] == ["Chef", "chef"]


@pytest.mark.parametrize(
    ("keys", "error"),
    [
        ("terms = 3\n", "own.toml:5: 'terms' must be"),
        ("terms = { nl = 3 }\n", "own.toml:5: 'terms' must be"),
        ("terms = { a = 3 }\n", "own.toml:5: a term and what to write instead are text, not 3"),
        ("terms = ['a', 3]\n", "own.toml:5: a term and what to write instead are text, not 3"),
        ("terms = ['a', '*']\n", "own.toml:5: a term in the rule is empty"),
        ("terms = 'away.tsv'\n", "own.toml:5: the word list 'away.tsv'"),
        ("terms = 'w.tsv'\n", "own.toml:5: 'zwaar' in w.tsv:2 is not a weight"),
        ("terms = 'c.tsv'\n", "own.toml:5: a context begins with + or -"),
        ("terms = ['a']\nfix = 'soms'\n", "own.toml:6: unknown fix 'soms'"),
        ("terms = ['a']\ncase = 1\n", "own.toml:6: 'case' must be true or false"),
        ("terms = ['a']\ncues = 'x'\n", "own.toml:6: 'cues' must be"),
        ("terms = ['a']\ncues = { nl = 'x' }\n", "own.toml:6: 'cues' is a list of words"),
        ("terms = ['a']\nelsewhere = { xx = ['x'] }\n", "own.toml:6: 'elsewhere' is a list"),
        ("terms = ['a']\nneeds = ['x']\n", "own.toml:6: unknown key 'needs'"),
    ],
)
def test_a_mistake_is_one_error_with_its_line(tmp_path: Path, keys: str, error: str) -> None:
    files = {"w.tsv": "# w\na\tb\tc\tzwaar\n", "c.tsv": "a\tb\tc\t1\tx|y\n"}
    assert own_error(tmp_path, keys, files).startswith(error)


@pytest.mark.parametrize(
    ("text", "severity", "better"),
    [
        ("Wij zoeken vakmannen.", "warning", "vakmensen"),
        ("Wij zoeken een vakman.", "warning", "vakkracht"),
        ("Onze secretaresses regelen de agenda.", "info", "secretarieel medewerkers"),
    ],
)
def test_a_plural_gets_a_plural_and_is_a_remark_in_the_own_team(
    text: str, severity: str, better: str
) -> None:
    [finding] = findings(text, "x.md", "GEN003", language="nl")
    assert (finding.severity, f"‘{better}’" in finding.message) == (severity, True)
