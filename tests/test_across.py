"""Near-identical files in a folder, and in a repository of which only the changed files are given."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli_support import Done, vaclint
from vaclint.checks.sketch import Sketch, matches

BODY = """# Planner in {place}

Je plant de diensten van twaalf collega's in {place} en houdt daarbij rekening met wat zij zelf willen. Elke maandag bespreek je met de
teamleider wat er deze week moet gebeuren en wie dat kan doen. Als iemand ziek is, zoek je een vervanger en bel je met het uitzendbureau. Aan
het eind van de maand schrijf je een kort verslag over het verzuim, dat je met de directie bespreekt.

Wij bieden € 3.000 tot € 3.500 bruto per maand bij 32 uur per week. Solliciteren kan tot 1 mei.
"""
OTHER = """# Kok

Je kookt elke dag voor zestig bewoners die graag herkennen wat er op hun bord ligt. Je maakt het menu, bestelt bij de groenteboer en
houdt de keuken schoon. In het weekend werk je eens in de drie weken, en dan eet je zelf natuurlijk mee. De soep is elke vrijdag vers.

Wij bieden € 2.700 tot € 3.100 bruto per maand bij 32 uur per week. Solliciteren kan tot 1 mei.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    (folder / ".git").mkdir(parents=True)
    texts = {"kok.md": OTHER, "planner-1.md": BODY.format(place="Oosterdam"), "planner-2.md": BODY.format(place="Zandwijk")}
    for name, text in texts.items():
        path = folder / "vacatures" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def check(folder: Path, *arguments: str) -> Done:
    return vaclint(
        "check", *arguments, "--select", "DUP1", "--output-format", "json", cwd=folder, VACLINT_CACHE_DIR=str(folder.parent / "cache")
    )


def found(done: Done) -> list[tuple[str, str, int]]:
    return [(finding["path"], finding["related"][0]["path"], finding["range"]["start"]["line"]) for finding in done.json()["diagnostics"]]


def test_a_folder_is_compared_and_the_later_file_reported(repository: Path) -> None:
    done = check(repository)
    assert done.code == 1
    assert found(done) == [("vacatures/planner-2.md", "vacatures/planner-1.md", 1)]
    finding = done.json()["diagnostics"][0]
    assert finding["rule"] == "DUP101"
    assert 0.75 <= finding["properties"]["similarity"] < 1
    assert "vacatures/planner-1.md" in finding["message"]
    assert finding["fingerprint"]


def test_the_screen_names_the_other_file(repository: Path) -> None:
    done = vaclint("check", "--select", "DUP101", cwd=repository)
    assert "= De andere vacature: vacatures/planner-1.md:1" in done.out


def test_single_files_are_not_compared_unless_asked(repository: Path) -> None:
    files = [f"vacatures/planner-{number}.md" for number in (1, 2)]
    assert found(check(repository, *files)) == []
    (repository / "vaclint.toml").write_text('[rules.DUP101]\nfiles = "run"\n', "utf-8")
    assert found(check(repository, *files)) == [("vacatures/planner-2.md", "vacatures/planner-1.md", 1)]
    (repository / "vaclint.toml").write_text('[rules.DUP101]\nfiles = "off"\n', "utf-8")
    assert found(check(repository)) == []


def test_only_the_changed_file_is_given(repository: Path) -> None:
    (repository / "vaclint.toml").write_text('[rules.DUP101]\nfiles = "repo"\n', "utf-8")
    expected = [("vacatures/planner-1.md", "vacatures/planner-2.md", 1)]
    assert found(check(repository, "vacatures/planner-1.md")) == expected
    (index,) = (repository.parent / "cache").glob("files-*.json")
    assert set(json.loads(index.read_bytes())["files"]) == {"vacatures/kok.md", "vacatures/planner-2.md"}
    before = index.read_bytes()
    assert found(check(repository, "vacatures/planner-1.md")) == expected
    assert index.read_bytes() == before
    assert found(check(repository, "vacatures/kok.md")) == []
    assert found(check(repository, "vacatures/planner-1.md", "--no-cache")) == expected


def test_the_index_follows_the_content(repository: Path) -> None:
    (repository / "vaclint.toml").write_text('[rules.DUP101]\nfiles = "repo"\n', "utf-8")
    other = repository / "vacatures" / "planner-2.md"
    assert len(found(check(repository, "vacatures/planner-1.md"))) == 1
    other.write_text(OTHER, "utf-8")
    assert found(check(repository, "vacatures/planner-1.md")) == []
    other.write_text(BODY.format(place="Zandwijk"), "utf-8")
    os.utime(other, (1, 1))
    assert len(found(check(repository, "vacatures/planner-1.md"))) == 1
    other.unlink()
    assert found(check(repository, "vacatures/planner-1.md")) == []


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": "0", "files": 3}'])
def test_a_damaged_index_is_made_again(repository: Path, damage: bytes) -> None:
    (repository / "vaclint.toml").write_text('[rules.DUP101]\nfiles = "repo"\n', "utf-8")
    check(repository, "vacatures/planner-1.md")
    (index,) = (repository.parent / "cache").glob("files-*.json")
    index.write_bytes(damage)
    assert len(found(check(repository, "vacatures/planner-1.md"))) == 1


def test_a_suppression_holds_and_is_not_called_unused(repository: Path) -> None:
    path = repository / "vacatures" / "planner-2.md"
    path.write_text("<!-- vaclint: ignore-file DUP101 -->\n\n" + path.read_text("utf-8"), "utf-8")
    done = vaclint("check", "--select", "DUP101", "--extend-select", "STR090", "--output-format", "json", cwd=repository)
    assert done.json()["diagnostics"] == []


def test_a_wrong_choice_is_an_error_that_names_the_right_ones(repository: Path) -> None:
    (repository / "vaclint.toml").write_text('[rules.DUP101]\nfiles = "all"\n', "utf-8")
    done = check(repository)
    assert done.code == 2
    assert "auto, run, repo, off" in done.err


def test_standing_text_of_many_files_is_no_likeness(tmp_path: Path) -> None:
    standing = "\n\n## Over ons\n\n" + " ".join(f"standaard{number} tekst{number % 17}" for number in range(120))
    for number in range(6):
        own = " ".join(f"eigen{number}{at} woord{at % 13}" for at in range(60))
        (tmp_path / f"{number}.md").write_text(
            f"# Planner {number}\n\nSalaris: € 3.000 per maand, 32 uur per week. Wij zoeken {own}{standing}\n", "utf-8"
        )
    assert found(check(tmp_path)) == []


def test_more_than_a_few_copies_are_all_reported(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text(BODY.format(place=f"Plaats{number}"), "utf-8")
    assert [path for path, _, _ in found(check(tmp_path))] == [f"{number:02}.md" for number in range(1, 12)]


def test_texts_without_words_are_alike_to_nothing() -> None:
    empty = Sketch("a", "nl", [], None, ())  # type: ignore[arg-type]
    assert list(matches([empty, empty._replace(path="b")], 0.75)) == []
