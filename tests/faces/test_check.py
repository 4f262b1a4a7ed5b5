"""``vaclint check`` as a command: paths, standard input, selection, formats, exit codes, fixing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli_support import REAL, ROOT, vaclint
from project_support import write

BAD = (
    "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je verdient € 2.900 per "
    "maand.\n"
)
GOOD = BAD.replace("kandidaat/kandidate", "kandidaat")


def test_a_finding_with_its_line_and_caret(tmp_path: Path) -> None:
    done = vaclint("check", "kok.md", cwd=write(tmp_path, {"kok.md": BAD}))
    assert done.code == 1
    assert done.err == ""
    assert done.out.splitlines() == [
        (
            "kok.md:3:16 waarschuwing GEN002 Schrijf ‘kandidaat’ in plaats van "
            "‘kandidaat/kandidate’. [*]"
        ),
        (
            "  3 | Wij zoeken een kandidaat/kandidate voor 32 uur per week. Je "
            "verdient € 2.900 per maand."
        ),
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
    never = vaclint("check", "kok.md", "--color=never", cwd=tmp_path, FORCE_COLOR="1")
    assert "\x1b" not in never.out


def test_concise(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    done = vaclint("check", "kok.md", "--output-format", "concise", cwd=tmp_path)
    assert done.out == (
        "kok.md:3:16: warning GEN002 Schrijf ‘kandidaat’ in plaats van ‘kandidaat/kandidate’.\n"
    )


def test_messages_in_the_language_of_the_text(tmp_path: Path) -> None:
    english = (
        "# Cook\n\nWe are looking for a cook. He/she works with us for 32 hours per week and earns "
        "€ 2,900 per month.\n"
    )
    write(tmp_path, {"cook.md": english, "kok.md": BAD})
    assert "Write ‘They’" in vaclint("check", "cook.md", cwd=tmp_path).out
    dutch = vaclint("check", "cook.md", "--message-language", "nl", cwd=tmp_path)
    assert "Schrijf ‘They’" in dutch.out
    spoken = vaclint("check", "kok.md", "--message-language=en", cwd=tmp_path)
    assert "Write ‘kandidaat’" in spoken.out
    assert spoken.out.endswith("[*] 1 fixable with --fix.\n")


def test_other_languages_get_no_dutch_rules(tmp_path: Path) -> None:
    german = (
        "# Koch\n\nWir suchen einen Koch (m/w) für unsere Küche. Sie arbeiten mit uns und er/sie "
        "ist nicht die die letzte. \n"
    )
    write(tmp_path, {"koch.md": german})
    report = vaclint("check", "koch.md", "--output-format", "json", cwd=tmp_path).json()
    assert report["files"][0]["language"] == "de"
    found = {finding["rule"] for finding in report["diagnostics"]}
    assert found == {"WSP001", "STR091"}


def test_standard_input(tmp_path: Path) -> None:
    asked = ("check", "-", "--stdin-filename", "map/kok.md", "--output-format", "concise")
    done = vaclint(*asked, cwd=tmp_path, stdin=BAD.encode())
    assert done.code == 1
    assert done.out.startswith("map/kok.md:3:16: warning GEN002")


@pytest.mark.parametrize("more", [(), ("--fix",), ("--diff",)])
def test_standard_input_by_the_name_of_an_excluded_file(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    write(tmp_path, {"vaclint.toml": 'exclude = ["oud/**"]\n'})
    asked = ("check", "-", "--stdin-filename", "oud/kok.md", "--output-format", "concise", *more)
    done = vaclint(*asked, cwd=tmp_path, stdin=BAD.encode())
    assert done.code == 0
    assert done.out == (BAD if more == ("--fix",) else "")
    assert "oud/kok.md is left out by 'exclude' in" in done.err


def test_standard_input_is_held_to_the_reach_of_a_folder_run(tmp_path: Path) -> None:
    asked = ("check", "-", "--stdin-filename", "node_modules/kok.md", "--output-format", "concise")
    assert vaclint(*asked, cwd=tmp_path, stdin=BAD.encode()).code == 1
    done = vaclint(*asked, "--force-exclude", cwd=tmp_path, stdin=BAD.encode())
    assert (done.code, done.out, done.err) == (0, "", "")


def test_standard_input_and_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": GOOD})
    asked = ("check", "-", "kok.md", "--output-format", "json")
    done = vaclint(*asked, cwd=tmp_path, stdin=BAD.encode())
    assert [file["path"] for file in done.json()["files"]] == ["-", "kok.md"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1), (("--fail-on", "error"), 0), (("--fail-on", "info"), 1),
        (("--fail-on", "never"), 0), (("--ignore", "GEN"), 0), (("--ignore=GEN002",), 0),
        (("--select", "GEN002"), 1), (("--select", "DUP,WSP"), 0),
        (("--select", "ALL", "--ignore", "GEN002,STR"), 0),
    ],
)  # fmt: skip
def test_exit_code(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    write(tmp_path, {"kok.md": BAD})
    assert vaclint("check", "kok.md", *arguments, cwd=tmp_path).code == code


def test_quiet(tmp_path: Path) -> None:
    write(tmp_path, {"goed.md": GOOD, "slecht.md": BAD})
    assert vaclint("check", "goed.md", "-q", cwd=tmp_path).out == ""
    assert "GEN002" in vaclint("check", "slecht.md", "-q", cwd=tmp_path).out


def test_verbose_says_how_a_file_was_read(tmp_path: Path) -> None:
    done = vaclint("check", "kok.md", "-v", cwd=write(tmp_path, {"kok.md": GOOD}))
    assert "kok.md: markdown, nl, vacancy (" in done.err


def test_only_vacancies_need_a_salary(tmp_path: Path) -> None:
    text = "# Nieuw kantoor\n\nWij zijn verhuisd naar de Kade. Kom gerust langs voor koffie.\n"
    write(tmp_path, {"nieuws.md": text})
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
    expected = b"\xef\xbb\xbf" + "Eén regel.\r\nTwee.\r\n".encode()
    assert (tmp_path / "a.txt").read_bytes() == expected


def test_diff_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    done = vaclint("check", "kok.md", "--diff", cwd=tmp_path)
    assert done.code == 1
    assert "-Wij zoeken een kandidaat/kandidate" in done.out
    assert "+Wij zoeken een kandidaat voor" in done.out
    assert (tmp_path / "kok.md").read_bytes() == BAD.encode()


def test_fix_of_standard_input(tmp_path: Path) -> None:
    assert vaclint("check", "-", "--fix", cwd=tmp_path, stdin=BAD.encode()).out == GOOD


@pytest.mark.parametrize("data", [b"caf\xe9 \n", b"Kok \x00\n", b"\xff\xfe\x00\x00K\x00\x00\x00"])
def test_standard_input_that_cannot_be_read_is_handed_back(tmp_path: Path, data: bytes) -> None:
    command = [sys.executable, "-m", "vaclint", "check", "-", "--fix"]
    done = subprocess.run(command, cwd=tmp_path, input=data, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, data)


def test_fixing_the_real_vacancy_twice_changes_nothing_more(tmp_path: Path) -> None:
    def plain(text: str) -> str:
        words = " ".join(text.split())
        return words.replace("kandidaat/kandidate", "kandidaat").replace(".nl .", ".nl.")

    copy = tmp_path / "d00.txt"
    copy.write_bytes(REAL.read_bytes())
    vaclint("check", "d00.txt", "--fix", cwd=tmp_path)
    once = copy.read_bytes()
    assert once != REAL.read_bytes()
    assert plain(once.decode()) == plain(REAL.read_text("utf-8"))
    assert "kandidaat/kandidate" not in once.decode()
    vaclint("check", "d00.txt", "--fix", cwd=tmp_path)
    assert copy.read_bytes() == once


def test_reports_beside_readable_output(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    files = ("--output-file", "json=report.json", "--output-file", "concise=report.txt")
    done = vaclint("check", "kok.md", *files, cwd=tmp_path)
    assert done.out.startswith("kok.md:3:16 waarschuwing")
    assert '"exit_code": 1' in (tmp_path / "report.json").read_text("utf-8")
    assert (tmp_path / "report.txt").read_text("utf-8").startswith("kok.md:3:16: warning")


def test_a_report_in_a_file_has_no_color(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    asked = ("check", "kok.md", "--color", "always", "--output-file", "text=report.txt")
    assert "\x1b" in vaclint(*asked, cwd=tmp_path).out
    assert "\x1b" not in (tmp_path / "report.txt").read_text("utf-8")


def test_statistics(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD, "over.md": "# Over ons\n\nWij bakken brood in Zandwijk.\n"})
    done = vaclint("check", "--statistics", cwd=tmp_path)
    assert "1  GEN002  Een mannelijke en een vrouwelijke vorm naast elkaar" in done.out
    assert "cijfer  volledig" in done.out
    about = vaclint("check", "over.md", "--statistics", cwd=tmp_path)
    assert "Geen vacature, dus geen cijfer." in about.out
    machine = vaclint("check", "--statistics", "--output-format", "json", cwd=tmp_path)
    assert len(machine.json()["files"]) == 2


def test_the_clean_example_is_clean_and_the_others_are_not() -> None:
    assert vaclint("check", "examples/goed", cwd=ROOT).code == 0
    assert vaclint("check", "examples/verbeteren", cwd=ROOT).code == 1


def imported_for(name: str, folder: Path) -> set[str]:
    """The modules that a run on one file imports."""
    done = vaclint("check", name, cwd=folder, PYTHONPROFILEIMPORTTIME="1")
    return {line.rpartition("|")[2].strip() for line in done.err.splitlines()}


def test_nothing_heavy_is_imported_for_a_clean_text_and_no_check_where_nothing_changed(
    tmp_path: Path,
) -> None:
    name = f"a{time.time_ns()}.txt"  # of which no report is kept from a run before
    write(tmp_path, {name: "Wij zijn verhuisd naar de Kade.\n"})
    imported = imported_for(name, tmp_path)
    assert "vaclint.engine.engine" in imported
    heavy = {
        "pyromark", "yaml", "pathspec", "tree_sitter", "json", "spellchecker",
        "ftfy", "difflib", "concurrent.futures", "tempfile", "dataclasses",
    }  # fmt: skip
    assert not heavy & imported
    again = imported_for(name, tmp_path)
    assert "vaclint.engine.ruleset" in again
    parts = {".".join(module.split(".")[:2]) for module in again}
    assert not {"vaclint.facts", "ahocorasick_rs", "marisa_trie", *heavy} & parts
    assert {module for module in again if module.startswith("vaclint.checks.")} == set()
    assert not {"vaclint.engine.engine", "vaclint.formats.readers"} & again
