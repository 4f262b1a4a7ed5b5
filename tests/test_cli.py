"""``vaclint check`` as a command: paths, folders, standard input, selection, formats, exit codes, fixing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cli_support import REAL, ROOT, vaclint

BAD = "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je verdient € 2.900 per maand.\n"
GOOD = BAD.replace("kandidaat/kandidate", "kandidaat")


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def checked(folder: Path, *arguments: str) -> list[str]:
    return [file["path"] for file in vaclint("check", "--output-format", "json", *arguments, cwd=folder).json()["files"]]


def test_a_finding_with_its_line_and_caret(tmp_path: Path) -> None:
    done = vaclint("check", "kok.md", cwd=write(tmp_path, {"kok.md": BAD}))
    assert done.code == 1
    assert done.err == ""
    assert done.out.splitlines() == [
        "kok.md:3:16 waarschuwing GEN002 Schrijf ‘kandidaat’ in plaats van ‘kandidaat/kandidate’. [*]",
        "  3 | Wij zoeken een kandidaat/kandidate voor 32 uur per week. Je verdient € 2.900 per maand.",
        "    |                ^^^^^^^^^^^^^^^^^^^",
        "1 bestand gecontroleerd: 1 waarschuwing in 1 bestand. [*] 1 te herstellen met --fix.",
    ]


def test_a_clean_file(tmp_path: Path) -> None:
    done = vaclint("check", "kok.md", cwd=write(tmp_path, {"kok.md": GOOD}))
    assert (done.code, done.out) == (0, "1 bestand gecontroleerd: niets gevonden.\n")


def test_color_only_when_asked(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    assert "\x1b" not in vaclint("check", "kok.md", cwd=tmp_path).out
    assert "\x1b[1;33m" in vaclint("check", "kok.md", "--color", "always", cwd=tmp_path).out
    assert "\x1b" in vaclint("check", "kok.md", cwd=tmp_path, FORCE_COLOR="1").out
    assert "\x1b" not in vaclint("check", "kok.md", "--color=never", cwd=tmp_path, FORCE_COLOR="1").out


def test_equal_white_space_is_folded(tmp_path: Path) -> None:
    text = "Regel een. \nRegel twee. \nRegel drie. \nRegel vier. \n"
    done = vaclint("check", "a.txt", "--select", "WSP001", cwd=write(tmp_path, {"a.txt": text}))
    assert "4× Witruimte aan het eind van de regel; haal die weg. (regels 1, 2, 3, 4) [*]" in done.out
    assert done.out.count("WSP001") == 1


def test_a_long_line_is_cut_around_the_finding(tmp_path: Path) -> None:
    text = "woord " * 100 + "hij/zij" + " woord" * 100 + "\n"
    lines = vaclint("check", "a.md", "--select", "GEN001", cwd=write(tmp_path, {"a.md": text})).out.splitlines()
    assert len(lines[1]) <= 100
    caret = lines[2].index("^")
    assert lines[1][caret : caret + 7] == "hij/zij"


def test_concise(tmp_path: Path) -> None:
    done = vaclint("check", "kok.md", "--output-format", "concise", cwd=write(tmp_path, {"kok.md": BAD}))
    assert done.out == "kok.md:3:16: warning GEN002 Schrijf ‘kandidaat’ in plaats van ‘kandidaat/kandidate’.\n"


def test_messages_in_the_language_of_the_text(tmp_path: Path) -> None:
    english = "# Cook\n\nWe are looking for a cook. He/she works with us for 32 hours per week and earns € 2,900 per month.\n"
    write(tmp_path, {"cook.md": english, "kok.md": BAD})
    assert "Write ‘They’" in vaclint("check", "cook.md", cwd=tmp_path).out
    assert "Schrijf ‘They’" in vaclint("check", "cook.md", "--message-language", "nl", cwd=tmp_path).out
    assert "Write ‘kandidaat’" in vaclint("check", "kok.md", "--message-language=en", cwd=tmp_path).out


def test_other_languages_get_no_dutch_rules(tmp_path: Path) -> None:
    german = "# Koch\n\nWir suchen einen Koch (m/w) für unsere Küche. Sie arbeiten mit uns und er/sie ist nicht die die letzte. \n"
    report = vaclint("check", "koch.md", "--output-format", "json", cwd=write(tmp_path, {"koch.md": german})).json()
    assert report["files"][0]["language"] == "de"
    assert {finding["rule"] for finding in report["diagnostics"]} <= {"WSP001", "DUP002", "STR091"}


def test_folders(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "README.md": BAD, "CHANGELOG.md": BAD, "LICENSE.txt": BAD, "requirements.txt": "a", "a.md": BAD, "b/c.txt": BAD, "b/d.html": BAD, "b/e.py": "x", "package.json": "{}",
            "b/job.json": '{"@type": "JobPosting", "title": "Kok"}',
            ".hidden/f.md": BAD, "node_modules/g.md": BAD, "uit/h.md": BAD, "uit/keep.md": BAD, ".gitignore": "/uit/*\n!keep.md\n*.tmp.md\n",
            "b/.gitignore": "*.txt\n!c.txt\n", "b/z.txt": BAD, "x.tmp.md": BAD,
        },
    )  # fmt: skip
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert checked(tmp_path) == ["a.md", "b/c.txt", "b/d.html", "b/job.json", "uit/keep.md"]
    assert checked(tmp_path, "b") == ["b/c.txt", "b/d.html", "b/job.json"]
    assert checked(tmp_path, "README.md", "a.md", "./a.md") == ["README.md", "a.md"]


def test_ignored_by_a_parent_repository(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "concept/\n", "vacatures/a.md": BAD, "vacatures/concept/b.md": BAD})
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert checked(tmp_path / "vacatures", ".") == ["a.md"]


def test_standard_input(tmp_path: Path) -> None:
    done = vaclint("check", "-", "--stdin-filename", "map/kok.md", "--output-format", "concise", cwd=tmp_path, stdin=BAD.encode())
    assert done.code == 1
    assert done.out.startswith("map/kok.md:3:16: warning GEN002")


def test_standard_input_and_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": GOOD})
    done = vaclint("check", "-", "kok.md", "--output-format", "json", cwd=tmp_path, stdin=BAD.encode())
    assert [file["path"] for file in done.json()["files"]] == ["-", "kok.md"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1), (("--fail-on", "error"), 0), (("--fail-on", "info"), 1), (("--fail-on", "never"), 0), (("--ignore", "GEN"), 0), (("--ignore=GEN002",), 0),
        (("--select", "GEN002"), 1), (("--select", "DUP,WSP"), 0), (("--select", "ALL", "--ignore", "GEN002,STR"), 0),
    ],
)  # fmt: skip
def test_exit_code(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    assert vaclint("check", "kok.md", *arguments, cwd=write(tmp_path, {"kok.md": BAD})).code == code


def test_quiet(tmp_path: Path) -> None:
    assert vaclint("check", "kok.md", "-q", cwd=write(tmp_path, {"kok.md": GOOD})).out == ""


def test_verbose_says_how_a_file_was_read(tmp_path: Path) -> None:
    assert "kok.md: markdown, nl, vacancy (" in vaclint("check", "kok.md", "-v", cwd=write(tmp_path, {"kok.md": GOOD})).err


def test_only_vacancies_need_a_salary(tmp_path: Path) -> None:
    write(tmp_path, {"nieuws.md": "# Nieuw kantoor\n\nWij zijn verhuisd naar de Kade. Kom gerust langs voor koffie.\n"})
    assert vaclint("check", "nieuws.md", cwd=tmp_path).code == 0
    assert "SAL001" in vaclint("check", "nieuws.md", "--kind", "vacancy", cwd=tmp_path).out


def test_fix(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    (tmp_path / "kok.md").chmod(0o640)
    done = vaclint("check", "kok.md", "--fix", cwd=tmp_path)
    assert done.code == 0
    assert (tmp_path / "kok.md").read_bytes() == GOOD.encode()
    assert (tmp_path / "kok.md").stat().st_mode & 0o777 == 0o640
    assert done.out.startswith("1 hersteld.")
    assert [path.name for path in tmp_path.iterdir()] == ["kok.md"]


def test_unsafe_fixes_only_when_asked(tmp_path: Path) -> None:
    text = BAD.replace("kandidaat/kandidate", "kok: hij/zij is handig,")
    write(tmp_path, {"kok.md": text})
    assert vaclint("check", "kok.md", "--fix", cwd=tmp_path).code == 1
    assert (tmp_path / "kok.md").read_bytes() == text.encode()
    vaclint("check", "kok.md", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert "kok: die is handig" in (tmp_path / "kok.md").read_text("utf-8")


def test_fix_keeps_encoding_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + "Eén regel. \r\nTwee.\r\n".encode())
    vaclint("check", "a.txt", "--fix", cwd=tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"\xef\xbb\xbf" + "Eén regel.\r\nTwee.\r\n".encode()


def test_diff_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    done = vaclint("check", "kok.md", "--diff", cwd=tmp_path)
    assert done.code == 1
    assert "-Wij zoeken een kandidaat/kandidate" in done.out
    assert "+Wij zoeken een kandidaat voor" in done.out
    assert (tmp_path / "kok.md").read_bytes() == BAD.encode()


def test_fix_of_standard_input(tmp_path: Path) -> None:
    assert vaclint("check", "-", "--fix", cwd=tmp_path, stdin=BAD.encode()).out == GOOD


def test_fixing_the_real_vacancy_twice_changes_nothing_more(tmp_path: Path) -> None:
    copy = tmp_path / "d00.txt"
    copy.write_bytes(REAL.read_bytes())
    vaclint("check", "d00.txt", "--fix", cwd=tmp_path)
    once = copy.read_bytes()
    before, after = REAL.read_text("utf-8").split(), once.decode().split()
    assert " ".join(after).replace("kandidaat/kandidate", "kandidaat") == " ".join(before).replace(
        "kandidaat/kandidate", "kandidaat"
    ).replace(".nl .", ".nl.")
    vaclint("check", "d00.txt", "--fix", cwd=tmp_path)
    assert copy.read_bytes() == once


def test_suppressions(tmp_path: Path) -> None:
    text = f"<!-- vaclint: ignore GEN002 -->\n{BAD.partition('Wij')[1]}{BAD.partition('Wij')[2]}\n\n{BAD}"
    write(
        tmp_path,
        {"a.md": text, "b.md": "<!-- vaclint: ignore-file GEN -->\n\n" + BAD, "c.md": f"---\nvaclint: ignore-file GEN002\n---\n\n{BAD}"},
    )
    report = vaclint("check", "--output-format", "json", cwd=tmp_path).json()
    assert [(finding["path"], finding["rule"]) for finding in report["diagnostics"] if finding["family"] != "DUP"] == [("a.md", "GEN002")]
    assert report["summary"]["suppressed"] == 3


def test_report_beside_readable_output(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    done = vaclint("check", "kok.md", "--output-file", "json=report.json", "--output-file", "concise=report.txt", cwd=tmp_path)
    assert done.out.startswith("kok.md:3:16 waarschuwing")
    assert '"exit_code": 1' in (tmp_path / "report.json").read_text("utf-8")
    assert (tmp_path / "report.txt").read_text("utf-8").startswith("kok.md:3:16: warning")


def test_many_files_in_processes_as_in_one(tmp_path: Path) -> None:
    write(tmp_path, {f"v{number}.md": BAD.replace("Kok", f"Kok {number}") for number in range(130)})
    one = vaclint("check", "--jobs", "1", "--output-format", "json", cwd=tmp_path)
    many = vaclint("check", "--jobs", "3", "--output-format", "json", cwd=tmp_path)
    assert one == many
    assert len(one.json()["diagnostics"]) == 130


def test_rule_and_rules(tmp_path: Path) -> None:
    explained = vaclint("rule", "gen002", cwd=tmp_path)
    assert explained.code == 0
    for part in ("# GEN002 noun-pair", "## Waarom", "v/m/x", "## Wordt gemeld", "## Wordt niet gemeld", "ignore", "https://taaladvies.net"):
        assert part in explained.out
    assert "## Why" in vaclint("rule", "GEN002", "--message-language", "en", cwd=tmp_path).out
    listed = vaclint("rules", cwd=tmp_path).out
    assert listed.splitlines()[0].startswith("DUP001  error")
    assert len(vaclint("rules", "--output-format", "json", cwd=tmp_path).out) > 1000


def test_version_and_help(tmp_path: Path) -> None:
    assert vaclint("--version", cwd=tmp_path).out.startswith("vaclint 0.")
    assert "--output-file" in vaclint("check", "--help", cwd=tmp_path).out


def test_the_clean_example_is_clean_and_the_others_are_not() -> None:
    assert vaclint("check", "examples/goed", cwd=ROOT).code == 0
    assert vaclint("check", "examples/verbeteren", cwd=ROOT).code == 1


def test_nothing_heavy_is_imported_for_a_clean_text(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Wij zijn verhuisd naar de Kade.\n"})
    done = vaclint("check", "a.txt", cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert "vaclint.engine.core" in imported
    heavy = {
        "pyromark",
        "yaml",
        "pathspec",
        "tree_sitter",
        "json",
        "marisa_trie",
        "spellchecker",
        "ftfy",
        "difflib",
        "concurrent.futures",
        "tempfile",
        "dataclasses",
    }
    assert not heavy & imported
