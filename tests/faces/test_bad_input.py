"""Bad input: one clear sentence on stderr and in the report, exit code 2, and the findings of the
other files still there.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import vaclint_here

BAD = (
    "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je "
    "verdient € 2.900 per maand.\n"
)
CONFIG = "vaclint.toml"
RULES = "regels/r.toml"
OWN = '[[rule]]\ncode = "ORG001"\nname = "eigen"\nmessage = "m"\n'

CASES = [
    ({}, ["weg.md"], "read", "weg.md does not exist"),
    ({}, ["weg/"], "read", "does not exist"),
    ({"leeg/a.py": b"x"}, ["leeg"], "read", "no text to check"),
    ({"foto.md": b"\x89PNG\r\n\x1a\n\0\0"}, ["foto.md"], "decode", "binary file"),
    ({"latin.txt": "Eén\nCafé".encode("latin-1")}, ["latin.txt"], "decode", "probably ISO 8859-1"),
    ({"stuk.md": b"---\ntitle: Kok: chef\n---\n\nTekst.\n"}, ["stuk.md"], "read", "line 2"),
    ({"stuk.md": b"---\ntitle: Kok\n\nTekst.\n"}, ["stuk.md"], "read", "never closed"),
    ({"stuk.md": b"+++\ntitle = \n+++\n\nTekst.\n"}, ["stuk.md"], "read", "line 2"),
    ({"brief.docx": b"PK"}, ["brief.docx"], "read", "a .docx file cannot be read"),
    (
        {"stuk.json": b'{"@type": "JobPosting",'},
        ["stuk.json"],
        "read",
        "line 1: the JSON is not valid",
    ),
    ({CONFIG: b"encoding = 'utf-9'\n"}, [], "config", "unknown encoding 'utf-9'"),
    ({CONFIG: b"[kind]\n'*.md' = 'advert'\n"}, [], "config", "must be vacancy or other"),
    ({"utf16.txt": "Een kok".encode("utf-16-le")}, ["utf16.txt"], "decode", "probably UTF-16"),
    ({}, ["--selct", "GEN"], "config", "unknown option '--selct'; did you mean '--select'?"),
    ({}, ["--select", "GEN9"], "config", "no rule is called 'GEN9'"),
    ({}, ["--ignore", "GNE001"], "config", "no rule is called 'GNE001'; did you mean"),
    ({}, ["--output-file", "jsn=x.json"], "config", "FORMAT=FILE"),
    ({}, ["--output-file", "concise=geen/map/x.txt"], None, "cannot be written"),
    ({}, ["--output-file", "json=."], None, "it is a folder"),
    ({}, ["--config", "weg.toml"], "config", "weg.toml"),
    (
        {CONFIG: b"ignor = ['GEN']\n"},
        [],
        "config",
        "vaclint.toml:1: unknown key 'ignor'; did you mean 'ignore'?",
    ),
    (
        {CONFIG: b"# eerst\n\nignore = 'GEN001'\nselect = 3\n"},
        [],
        "config",
        "vaclint.toml:4: 'select' must be a list",
    ),
    ({CONFIG: b"fail-on = 'warn'\n"}, [], "config", "vaclint.toml:1: 'fail-on' must be one of"),
    ({CONFIG: b"ignore = [\n"}, [], "config", "not valid TOML"),
    (
        {CONFIG: b"[rules.WSP006]\nmaxx = 3\n"},
        [],
        "config",
        "WSP006 has no option 'maxx'; did you mean 'max'?",
    ),
    ({CONFIG: b"[rules.WSP006]\nmax = 'drie'\n"}, [], "config", "option 'max' of WSP006"),
    ({CONFIG: b"[rules.WSQ006]\nmax = 3\n"}, [], "config", "no rule is called 'WSQ006'"),
    (
        {CONFIG: b"[severity]\nGEN001 = 'hoog'\n"},
        [],
        "config",
        "vaclint.toml:2: the severity of 'GEN001'",
    ),
    (
        {CONFIG: b"[fields]\nsalery = ['loon']\n"},
        [],
        "config",
        "unknown field 'salery'; did you mean 'salary'?",
    ),
    (
        {"pyproject.toml": b"[project]\nname = 'x'\n\n[tool.vaclint]\nselct = ['GEN']\n"},
        [],
        "config",
        "pyproject.toml:5: unknown key 'selct'",
    ),
    ({CONFIG: b"rule-paths = ['weg']\n"}, [], "rule", "cannot be read"),
    (
        {CONFIG: b"rule-paths = ['regels']\n", "regels/x.md": b"x"},
        [],
        "rule",
        "holds no .toml file",
    ),
    (
        {CONFIG: b"rule-paths = ['regels']\n", RULES: b"[[rule]\n"},
        [],
        "rule",
        "r.toml:1: not valid TOML",
    ),
    (
        {
            CONFIG: b"rule-paths = ['regels']\n",
            RULES: b"\n[[rule]]\nname = 'x'\nterms = ['x']\nmessage = 'm'\n",
        },
        [],
        "rule",
        "r.toml:2: the rule has no 'code'",
    ),
    (
        {
            CONFIG: b"rule-paths = ['regels']\n",
            RULES: (OWN + "term = ['x']\nkind = 'terms'\n").encode(),
        },
        [],
        "rule",
        "r.toml:5: unknown key 'term'",
    ),
    (
        {CONFIG: b"rule-paths = ['regels']\n", RULES: (OWN + "terms = 3\n").encode()},
        [],
        "rule",
        "r.toml:5: 'terms' must be",
    ),
    (
        {CONFIG: b"rule-paths = ['regels']\n", RULES: (OWN + "kind = 'termen'\n").encode()},
        [],
        "rule",
        "r.toml:5: unknown kind 'termen'; did you mean 'terms'?",
    ),
    (
        {CONFIG: b"rule-paths = ['regels']\n", RULES: (OWN + "pattern = '(['\n").encode()},
        [],
        "rule",
        "r.toml:5: 'pattern' is not a valid",
    ),
    (
        {CONFIG: b"rule-paths = ['regels']\n", RULES: (OWN + "terms = 'weg.tsv'\n").encode()},
        [],
        "rule",
        "r.toml:5: the word list 'weg.tsv'",
    ),
    (
        {
            CONFIG: b"rule-paths = ['regels']\n",
            RULES: (OWN.replace("ORG001", "GEN001") + "terms = ['x']\n").encode(),
        },
        [],
        "rule",
        "GEN001 exists already",
    ),
    (
        {
            CONFIG: b"rule-paths = ['regels']\n",
            RULES: (OWN.replace("ORG001", "org1") + "terms = ['x']\n").encode(),
        },
        [],
        "rule",
        "r.toml:2: code 'org1'",
    ),
    (
        {
            CONFIG: b"rule-paths = ['regels']\n",
            RULES: (OWN + "pattern = '(a|aa)+$'\n").encode(),
            "a.md": b"a" * 60 + b"!\n",
        },
        ["a.md"],
        "rule",
        "more than 1 s",
    ),
]


@pytest.mark.parametrize(
    ("files", "arguments", "kind", "says"), CASES, ids=[case[3][:40] for case in CASES]
)
def test_bad_input(
    tmp_path: Path, files: dict[str, bytes], arguments: list[str], kind: str | None, says: str
) -> None:
    for name, data in {"kok.md": BAD.encode(), **files}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    done = vaclint_here(
        "check", "kok.md", *arguments, "--output-file", "json=report.json", cwd=tmp_path
    )
    assert done.code == 2
    sentences = done.err.splitlines()
    assert len(sentences) == 1, done.err
    assert sentences[0].startswith("vaclint: ")
    assert says in sentences[0]
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    if kind is not None:
        assert [error["kind"] for error in report["errors"]] == [kind]
        assert says in report["errors"][0]["message"]
        assert report["summary"]["exit_code"] == 2
    assert "kok.md:3:16 waarschuwing GEN002" in done.out
    assert any(finding["path"] == "kok.md" for finding in report["diagnostics"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "--fail-on", "warn"), "invalid choice: 'warn'"),
        (("check", "--jobs", "veel"), "invalid int value: 'veel'"),
        (("chek",), "no command is called 'chek'; did you mean 'check'?"),
        ((), "what is to be done? Try vaclint check FILE; see vaclint --help"),
        ((".",), "say what is to be done with .: vaclint check ."),
        (("xyzzy",), "no command is called 'xyzzy'; known are check, rule, rules,"),
        (("rule", "GEN0001"), "no rule is called 'GEN0001'; did you mean 'GEN001'?"),
        (("rule", "GEN001", "--kleur"), "unknown option '--kleur'"),
        (("check", "--config"), "expected one argument"),
        (("schema", "raport"), "invalid choice"),
    ],
)
def test_usage_errors(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = vaclint_here(*arguments, cwd=tmp_path)
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert says in done.err


def test_a_usage_error_is_in_the_report_too(tmp_path: Path) -> None:
    done = vaclint_here(
        "check",
        "--fail-on",
        "warn",
        "--output-format=json",
        "--output-file",
        "json=r.json",
        cwd=tmp_path,
    )
    assert "invalid choice: 'warn'" in done.json()["errors"][0]["message"]
    assert (tmp_path / "r.json").read_text("utf-8") == done.out
