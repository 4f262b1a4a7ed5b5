"""Configuration through the command: files that extend others, overrides, severities."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import Done, vaclint_here
from project_support import write

BAD = (
    "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je verdient € 2.900 per "
    "maand.\n"
)
ENGLISH = (
    "# Cook\n\nJoin us as a waiter/waitress in our kitchen for 32 hours a week. You earn £2,900 a "
    "month.\n"
)


def check(folder: Path, *arguments: str) -> Done:
    return vaclint_here("check", *arguments, cwd=folder)


def found(folder: Path, *arguments: str) -> dict[str, list[tuple[str, str]]]:
    """The rules of GEN and their severities by file."""
    report = check(folder, *arguments, "--output-format", "json", "--no-cache").json()
    assert not report["errors"], report["errors"]
    by_file: dict[str, list[tuple[str, str]]] = {each["path"]: [] for each in report["files"]}
    for each in report["diagnostics"]:
        if each["family"] == "GEN":
            by_file[each["path"]].append((each["rule"], each["severity"]))
    return by_file


def test_the_extending_file_goes_before_key_by_key_and_tables_are_merged(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "house/base.toml": 'fail-on = "error"\nignore = ["JAR"]\nrule-paths = ["rules"]\n'
            'exclude = ["old/"]\n[severity]\nGEN002 = "error"\nGEN003 = "info"\n',
            "house/rules/own.toml": '[[rule]]\ncode = "ORG001"\nname = "own"\n'
            'message = "Schrijf ‘{replacement}’."\nterms = { "kok" = "keukenhulp" }\n',
            "site/vaclint.toml": 'extend = "../house/base.toml"\nignore = ["WSP"]\n'
            '[severity]\nGEN002 = "info"\n',
            "site/a.md": BAD,
            "site/old/b.md": BAD,
        },
    )
    report = check(tmp_path / "site", "--output-format", "json").json()
    assert [each["path"] for each in report["files"]] == ["a.md"]
    severities = {each["rule"]: each["severity"] for each in report["diagnostics"]}
    assert severities["GEN002"] == "info"
    assert "ORG001" in severities
    assert report["summary"]["exit_code"] == 0  # fail-on is that of the file below


def test_a_list_of_files_is_extended_in_order_and_each_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "one.toml": 'extend = "both.toml"\nfail-on = "error"\n',
            "two.toml": 'extend = "both.toml"\nfail-on = "never"\n',
            "both.toml": 'fail-on = "info"\nselect = ["GEN002"]\n',
            "vaclint.toml": 'extend = ["one.toml", "two.toml"]\n',
            "a.md": BAD,
        },
    )
    assert found(tmp_path) == {"a.md": [("GEN002", "warning")]}
    assert check(tmp_path).code == 0
    write(tmp_path, {"vaclint.toml": 'extend = ["two.toml", "one.toml", "both.toml"]\n'})
    shown = check(tmp_path, "--show-config", "a.md").out
    assert 'fail-on = "error"  # one.toml:2' in shown
    assert 'select = ["GEN002"]  # both.toml:2' in shown


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"vaclint.toml": '\nextend = "gone.toml"\n'}, "vaclint.toml:2: 'gone.toml' in 'extend'"),
        ({"vaclint.toml": 'extend = "."\n'}, "vaclint.toml:1: '.' in 'extend' is no file"),
        (
            {"vaclint.toml": 'extend = "b.toml"\n', "b.toml": '\n\nextend = "vaclint.toml"\n'},
            "b.toml:3: 'vaclint.toml' in 'extend' leads in a circle",
        ),
        ({"vaclint.toml": 'extend = "vaclint.toml"\n'}, "vaclint.toml:1: 'vaclint.toml' in"),
        ({"vaclint.toml": "extend = 3\n"}, "vaclint.toml:1: 'extend' must be a list of texts"),
        (
            {"vaclint.toml": 'extend = "b.toml"\n', "b.toml": '\nselect = ["GNE"]\n'},
            "b.toml:2: no rule is called 'GNE'; did you mean 'GEN'?",
        ),
        ({"vaclint.toml": "[severity]\nGEN = 'error'\nGNE = 'info'\n"}, "vaclint.toml:3: no rule"),
        ({"vaclint.toml": "[severity.de]\nGEN = 'error'\n"}, "there is no language 'de'"),
        ({"vaclint.toml": "[severity.en]\nGNE = 'error'\n"}, "vaclint.toml:2: no rule is called"),
        ({"vaclint.toml": "[severity.en]\nGEN = 'high'\n"}, "vaclint.toml:2: the severity of"),
        ({"vaclint.toml": "[[overrides]]\nignore = ['GEN']\n"}, "1: [[overrides]] needs 'files'"),
        ({"vaclint.toml": "overrides = 3\n"}, "'overrides' must be [[overrides]] tables"),
        (
            {"vaclint.toml": "[[overrides]]\nfiles = ['a']\n[[overrides]]\nfiles = ['b']\nx = 1\n"},
            "vaclint.toml:5: 'x' cannot stand in [[overrides]]",
        ),
        (
            {"vaclint.toml": "[[overrides]]\nfiles = 'z*'\nfail-on = 'warn'\n"},
            "vaclint.toml:3: 'fail-on' must be one of error",
        ),
        (
            {"vaclint.toml": "[[overrides]]\nfiles = 'z*'\nignore = ['GNE']\n"},
            "vaclint.toml:3: no rule is called 'GNE'",
        ),
        (
            {"vaclint.toml": "[[overrides]]\nfiles = 'z*'\n[overrides.rules.WSQ006]\nmax = 3\n"},
            "vaclint.toml:3: no rule is called 'WSQ006'",
        ),
        (
            {"vaclint.toml": "[[overrides]]\nfiles = 'a.md'\n[overrides.rules.WSP006]\nmix = 3\n"},
            "rule WSP006 has no option 'mix'; did you mean 'max'?",
        ),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(
    tmp_path: Path, files: dict[str, str], says: str
) -> None:
    write(tmp_path, {**files, "a.md": BAD, "b.md": BAD})
    done = check(tmp_path)
    assert done.code == 2
    said = [line for line in done.err.splitlines() if "toml" in line]
    (line,) = [line for line in said if "geen enkel bestand past daarbij" not in line]
    assert says in line
    assert "GEN002" in done.out  # the texts are checked all the same


def test_overrides_hold_for_the_files_that_match(tmp_path: Path) -> None:
    config = """
select = ["GEN002", "GEN003"]
[[overrides]]
files = ["old/**"]
ignore = ["GEN003"]
severity = { GEN002 = "info" }
[[overrides]]
files = ["**/strict.md"]
severity = { GEN002 = "error" }
"""
    texts = dict.fromkeys(("a.md", "old/b.md", "old/strict.md"), BAD)
    write(tmp_path, {"vaclint.toml": config, **texts})
    assert found(tmp_path) == {
        "a.md": [("GEN002", "warning")],
        "old/b.md": [("GEN002", "info")],
        "old/strict.md": [("GEN002", "error")],
    }


@pytest.mark.parametrize(
    ("override", "code"),
    [
        ("", 1),
        ('fail-on = "error"', 0),
        ('fail-on = "error"\nmin-score = 10', 1),
        ('ignore = ["ALL"]', 0),
        ('select = ["WSP"]', 0),
        ('vocabulary = ["kandidaat/kandidate"]\nselect = ["JAR"]', 0),
        ('kind = "other"\nselect = ["SAL", "HRS"]', 0),
    ],
)
def test_what_an_override_decides(tmp_path: Path, override: str, code: int) -> None:
    config = f'select = ["GEN002"]\n[[overrides]]\nfiles = ["a.md"]\n{override}\n'
    write(tmp_path, {"vaclint.toml": config, "a.md": BAD})
    assert check(tmp_path).code == code


def test_kind_min_severity_country_and_options_in_an_override(tmp_path: Path) -> None:
    config = """
[kind]
"*.md" = "vacancy"
[[overrides]]
files = "pages/"
kind = "other"
min-severity = "error"
country = "be"
rules.WSP006.max = 9
"""
    text = BAD + "\n\n\n\n\nEinde.\n"
    write(tmp_path, {"vaclint.toml": config, "a.md": text, "pages/b.md": text})
    report = check(tmp_path, "--output-format", "json").json()
    assert {each["path"]: each["kind"] for each in report["files"]} == {
        "a.md": "vacancy", "pages/b.md": "other",
    }  # fmt: skip
    rules = {(each["path"], each["rule"]) for each in report["diagnostics"]}
    assert ("a.md", "WSP006") in rules
    assert not any(path == "pages/b.md" for path, _ in rules)
    shown = check(tmp_path, "--show-config", "pages/b.md").out
    assert 'country = "BE"  # vaclint.toml:8' in shown


def test_many_files_with_overrides_in_processes(tmp_path: Path) -> None:
    config = 'select = ["GEN002"]\n[[overrides]]\nfiles = "*9.md"\nignore = "GEN002"\n'
    write(tmp_path, {"vaclint.toml": config, **{f"{n}.md": BAD for n in range(100)}})
    done = check(tmp_path, "--jobs", "2", "--output-format", "concise", "--ignore", "DUP")
    assert done.code == 1
    assert len(done.out.splitlines()) == 90


def test_severity_by_language(tmp_path: Path) -> None:
    config = 'select = ["GEN002"]\n[severity]\nGEN = "info"\n[severity.en]\nGEN002 = "error"\n'
    write(tmp_path, {"vaclint.toml": config, "nl.md": BAD, "en.md": ENGLISH})
    assert found(tmp_path) == {"nl.md": [("GEN002", "info")], "en.md": [("GEN002", "error")]}


def test_severity_by_language_of_what_comparing_finds(tmp_path: Path) -> None:
    text = (
        "# Kok\n\nJe kookt elke dag voor honderd gasten in ons restaurant aan de haven. Samen met "
        "vijf collega's bereid je verse gerechten uit de streek. Je werkt 32 uur per week en "
        "verdient € 2.900 per maand. Je hebt een diploma en drie jaar ervaring in een keuken.\n"
    )
    config = 'select = ["DUP101"]\n[severity.nl]\nDUP = "error"\n[severity.en]\nDUP = "info"\n'
    write(tmp_path, {"vaclint.toml": config, "a.md": text, "b.md": text})
    report = check(tmp_path, "--output-format", "json", "--kind", "vacancy").json()
    assert [each["severity"] for each in report["diagnostics"]] == ["error"]


def test_each_value_is_shown_with_where_it_comes_from(tmp_path: Path) -> None:
    config = (
        'ignore = ["JAR"]\n[severity]\nGEN = "info"\n"WSP" = "error"\n[rules.WSP006]\nmax = 3\n'
    )
    write(tmp_path, {"vaclint.toml": config, "a.md": BAD})
    done = check(tmp_path, "--show-config", "a.md", "--fail-on", "error", "--ignore", "STR")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert 'ignore = ["JAR", "STR"]  # vaclint.toml:1, --ignore' in lines
    assert 'fail-on = "error"  # --fail-on' in lines
    assert 'min-severity = "info"  # default' in lines
    at = lines.index("[severity]")
    assert lines[at + 1] == 'GEN = "info"  # vaclint.toml:3'
    assert lines[at + 2] == 'WSP = "error"  # vaclint.toml:4'
    assert lines[lines.index("[rules.WSP006]") + 1] == "max = 3  # vaclint.toml:6"


def test_of_a_list_that_is_added_to_each_origin_is_shown(tmp_path: Path) -> None:
    config = (
        'extend = "base.toml"\nignore = ["JAR"]\n'
        '[[overrides]]\nfiles = "oud/**"\nignore = ["WSP", "STY"]\n'
        '[[overrides]]\nfiles = "los/**"\nignore = ["SPL"]\n'
    )
    write(tmp_path, {"vaclint.toml": config, "base.toml": 'ignore = ["GEN"]\n', "oud/a.md": BAD})
    shown = check(tmp_path, "--show-config", "oud/a.md", "--kind", "vacancy").out.splitlines()
    assert 'ignore = ["JAR", "WSP", "STY"]  # vaclint.toml:2, vaclint.toml:5' in shown
    assert shown[shown.index("[kind]") + 1] == '"*" = "vacancy"  # --kind'


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = check(tmp_path, "--show-config", "weg.md")
    assert (done.code, done.out) == (2, "")
    assert "weg.md, of which --show-config is to tell, does not exist" in done.err


def test_a_configuration_that_is_wrong_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"vaclint.toml": "ingore = []\n", "a.md": BAD})
    done = check(tmp_path, "--show-config", "a.md")
    assert (done.code, "did you mean 'ignore'" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("config", "right"),
    [
        ("vacancies = ['content\\jobs\\**']\n", "content/jobs/**"),
        ("[per-file-ignores]\n'oud\\*.md' = ['GEN']\n", "oud/*.md"),
    ],
)
def test_backslashes_are_told_with_the_right_pattern(
    tmp_path: Path, config: str, right: str
) -> None:
    write(tmp_path, {"vaclint.toml": config, "a.md": BAD})
    done = check(tmp_path)
    assert done.code == 2
    assert f"has backslashes; write '{right}'" in done.err
