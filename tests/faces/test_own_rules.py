"""A mistake in one rule of the user: one error with file, line and key, and all other rules run.

On files, on standard input and with --fix, and never a traceback. What else can be wrong in a rule
stands in ``tests/rulebook/test_load.py``.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Done, vaclint_here
from project_support import write

TEXT = "# Kok\n\nWij zoeken een kandidaat/kandidate voor de keuken. Klant en  gast.\n"
RIGHT = """[[rule]]
code = "ORG001"
name = "goed"
message = "Schrijf ‘{replacement}’."
terms = { "klant" = "gast" }

"""
WRONG = {
    "a what of another kind": (
        '[[rule]]\ncode = "ORG002"\nname = "fout"\nmessage = "m"\nkind = "whitespace"\n'
        'what = "mojibake"\n',
        12,
        "unknown what 'mojibake'",
    ),
    "a list that is missing": (
        '[[rule]]\ncode = "ORG002"\nname = "fout"\nmessage = "m"\nterms = "weg.tsv"\n',
        11,
        "the word list 'weg.tsv' cannot be read",
    ),
    "an option that is missing": (
        '[[rule]]\ncode = "ORG002"\nname = "fout"\nmessage = "m"\nkind = "whitespace"\n'
        'what = "blank-lines"\n',
        7,
        "needs the option 'max'",
    ),
    "a name that the message cannot have": (
        '[[rule]]\ncode = "ORG002"\nname = "fout"\nmessage = "Schrijf ‘{replcement}’."\n'
        'terms = ["keuken"]\n',
        10,
        "unknown '{replcement}' in the message; did you mean 'replacement'?",
    ),
}
LAST = """
[[rule]]
code = "ORG003"
name = "ook-goed"
message = "m"
terms = ["keuken"]
"""


@pytest.fixture(params=WRONG)
def mistake(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int, str]:
    """A folder with a rule file in which the second of three rules is wrong, the line and what."""
    rule, line, says = WRONG[request.param]
    write(
        tmp_path,
        {
            "kok.md": TEXT,
            "regels/r.toml": RIGHT + rule + LAST,
            "vaclint.toml": 'rule-paths = ["regels"]\n',
        },
    )
    return tmp_path, line, says


def one_error(done: Done, line: int, says: str) -> None:
    assert done.code == 2
    (sentence,) = done.err.splitlines()
    assert f"r.toml:{line}: " in sentence
    assert says in sentence


def codes(done: Done) -> set[str]:
    return {each["rule"] for each in done.json()["diagnostics"]}


def test_on_files_and_on_standard_input(mistake: tuple[Path, int, str]) -> None:
    folder, line, says = mistake
    for path in ("kok.md", "-"):
        asked = ("check", path, "--stdin-filename", "kok.md", "--output-format", "json")
        done = vaclint_here(*asked, cwd=folder, stdin=TEXT.encode())
        one_error(done, line, says)
        (error,) = done.json()["errors"]
        assert error["kind"] == "rule"
        assert {"ORG001", "ORG003", "GEN002", "WSP002"} <= codes(done)
        assert "ORG002" not in codes(done)


def test_with_fix(mistake: tuple[Path, int, str]) -> None:
    folder, line, says = mistake
    done = vaclint_here("check", "-", "--fix", cwd=folder, stdin=TEXT.encode())
    one_error(done, line, says)
    assert "een kandidaat voor" in done.out
    assert "Klant en gast" in done.out
    done = vaclint_here("check", "kok.md", "--fix", "--output-file", "json=r.json", cwd=folder)
    one_error(done, line, says)
    assert "een kandidaat voor" in (folder / "kok.md").read_text("utf-8")
    report = json.loads((folder / "r.json").read_text("utf-8"))
    assert {"ORG001", "ORG003"} <= {each["rule"] for each in report["diagnostics"]}


def test_a_mistake_in_one_file_leaves_the_other_files(tmp_path: Path) -> None:
    wrong = {"regels/r.toml": "[[rule]\n", "regels/s.toml": RIGHT, "regels/t.toml": "rule = 3\n"}
    write(tmp_path, {"kok.md": TEXT, "vaclint.toml": 'rule-paths = ["regels"]\n', **wrong})
    done = vaclint_here("check", "kok.md", "--output-format", "json", cwd=tmp_path)
    first, second = done.err.splitlines()
    assert "r.toml:1: not valid TOML" in first
    assert "t.toml:1: a rule file holds one or more [[rule]] tables" in second
    assert {"ORG001", "GEN002"} <= codes(done)


@pytest.mark.parametrize("option", ["min", "maxx"])
def test_an_option_that_the_rule_has_not(tmp_path: Path, option: str) -> None:
    write(tmp_path, {"kok.md": TEXT, "vaclint.toml": f"[rules.WSP006]\n{option} = 3\n"})
    for path in ("kok.md", "-"):
        for more in ((), ("--fix",)):
            done = vaclint_here("check", path, *more, cwd=tmp_path, stdin=TEXT.encode())
            assert done.code == 2
            (sentence,) = done.err.splitlines()
            assert f"vaclint.toml: rule WSP006 has no option '{option}'" in sentence
