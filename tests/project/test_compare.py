"""Near-identical files in a folder, and in a repository of which only the changed files are
given.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli_support import vaclint
from project_support import Outcome, checked, write
from vaclint.checks.sketch import matches
from vaclint.model.sketch import Sketch
from vaclint.model.store import Store
from vaclint.project.cache import DiskStore

BODY = """# Planner in {place}

Je plant de diensten van twaalf collega's in {place} en houdt daarbij rekening met wat zij zelf
willen. Elke maandag bespreek je met de teamleider wat er deze week moet gebeuren en wie dat kan
doen. Als iemand ziek is, zoek je een vervanger en bel je met het uitzendbureau. Aan het eind van de
maand schrijf je een kort verslag over het verzuim, dat je met de directie bespreekt.

Wij bieden € 3.000 tot € 3.500 bruto per maand bij 32 uur per week. Solliciteren kan tot 1 mei.
"""
OTHER = """# Kok

Je kookt elke dag voor zestig bewoners die graag herkennen wat er op hun bord ligt. Je maakt het
menu, bestelt bij de groenteboer en houdt de keuken schoon. In het weekend werk je eens in de drie
weken, en dan eet je zelf natuurlijk mee. De soep is elke vrijdag vers.

Wij bieden € 2.700 tot € 3.100 bruto per maand bij 32 uur per week. Solliciteren kan tot 1 mei.
"""
REPO = '[rules.DUP101]\nfiles = "repo"\n'

HEADER = 12
"""The bytes of a file of the cache before its content."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    (folder / ".git").mkdir(parents=True)
    texts = {
        "vacatures/kok.md": OTHER,
        "vacatures/planner-1.md": BODY.format(place="Oosterdam"),
        "vacatures/planner-2.md": BODY.format(place="Zandwijk"),
    }
    return write(folder, texts)


def check(folder: Path, *paths: str) -> Outcome:
    """Check with a cache beside the folder."""
    return checked(folder, *paths, select=("DUP1",), store=DiskStore(folder.parent / "cache"))


def found(outcome: Outcome) -> list[tuple[str, str, int]]:
    return [
        (finding.path, finding.related[0].path, finding.place.start.line)
        for finding in outcome.findings
    ]


def index_of(folder: Path) -> Path:
    (index,) = (folder.parent / "cache").glob("files-*.json")
    return index


def test_a_folder_is_compared_and_the_later_file_reported(repository: Path) -> None:
    outcome = check(repository)
    assert outcome.code == 1
    assert found(outcome) == [("vacatures/planner-2.md", "vacatures/planner-1.md", 1)]
    (finding,) = outcome.findings
    assert finding.rule == "DUP101"
    assert isinstance(finding.properties["similarity"], float)
    assert 0.75 <= finding.properties["similarity"] < 1
    assert finding.properties["other"] == "vacatures/planner-1.md"
    assert "vacatures/planner-1.md" in finding.message
    assert finding.fingerprint


def test_the_screen_names_the_other_file(repository: Path) -> None:
    done = vaclint("check", "--select", "DUP101", cwd=repository)
    assert "= De andere vacature: vacatures/planner-1.md:1" in done.out


def test_single_files_are_not_compared_unless_asked(repository: Path) -> None:
    files = [f"vacatures/planner-{number}.md" for number in (1, 2)]
    assert found(check(repository, *files)) == []
    write(repository, {"vaclint.toml": '[rules.DUP101]\nfiles = "run"\n'})
    expected = [("vacatures/planner-2.md", "vacatures/planner-1.md", 1)]
    assert found(check(repository, *files)) == expected
    write(repository, {"vaclint.toml": '[rules.DUP101]\nfiles = "off"\n'})
    assert found(check(repository)) == []


def test_only_the_changed_file_is_given(repository: Path) -> None:
    write(repository, {"vaclint.toml": REPO})
    expected = [("vacatures/planner-1.md", "vacatures/planner-2.md", 1)]
    assert found(check(repository, "vacatures/planner-1.md")) == expected
    index = index_of(repository)
    listed = json.loads(index.read_bytes()[HEADER:])["files"]
    assert set(listed) == {"vacatures/kok.md", "vacatures/planner-2.md"}
    before = index.read_bytes()
    assert found(check(repository, "vacatures/planner-1.md")) == expected
    assert index.read_bytes() == before
    assert found(check(repository, "vacatures/kok.md")) == []
    without = checked(repository, "vacatures/planner-1.md", select=("DUP1",), store=Store())
    assert found(without) == expected


def test_the_command_compares_with_the_repository_too(repository: Path) -> None:
    write(repository, {"vaclint.toml": REPO})
    cache = str(repository.parent / "cache")
    asked = ("check", "--select", "DUP1", "--output-format", "json", "vacatures/planner-1.md")
    for more in ((), (), ("--no-cache",)):
        done = vaclint(*asked, *more, cwd=repository, VACLINT_CACHE_DIR=cache)
        (finding,) = done.json()["diagnostics"]
        assert finding["related"][0]["path"] == "vacatures/planner-2.md"
    assert index_of(repository).is_file()


def test_the_index_follows_the_content(repository: Path) -> None:
    write(repository, {"vaclint.toml": REPO})
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
    write(repository, {"vaclint.toml": REPO})
    check(repository, "vacatures/planner-1.md")
    index = index_of(repository)
    whole = index.read_bytes()
    index.write_bytes(damage)
    assert len(found(check(repository, "vacatures/planner-1.md"))) == 1
    assert index.read_bytes() == whole


def test_a_suppression_holds_and_is_not_called_unused(repository: Path) -> None:
    path = repository / "vacatures" / "planner-2.md"
    text = path.read_text("utf-8")
    path.write_text(f"<!-- vaclint: ignore-file DUP101 -->\n\n{text}", "utf-8")
    outcome = checked(repository, select=("DUP101",), extend_select=("STR090",))
    assert outcome.findings == []


def test_a_wrong_choice_is_an_error_that_names_the_right_ones(repository: Path) -> None:
    write(repository, {"vaclint.toml": '[rules.DUP101]\nfiles = "all"\n'})
    outcome = check(repository)
    assert outcome.code == 2
    (error,) = outcome.errors
    assert error.kind == "config"
    assert "auto, run, repo, off" in error.message


def test_standing_text_of_many_files_is_no_likeness(tmp_path: Path) -> None:
    standing = " ".join(f"standaard{number} tekst{number % 17}" for number in range(120))
    for number in range(6):
        own = " ".join(f"eigen{number}{at} woord{at % 13}" for at in range(60))
        head = (
            f"# Planner {number}\n\nSalaris: € 3.000 per maand, 32 uur per week. Wij zoeken {own}"
        )
        write(tmp_path, {f"{number}.md": f"{head}\n\n## Over ons\n\n{standing}\n"})
    outcome = check(tmp_path)
    assert {file.kind for file in outcome.files} == {"vacancy"}
    assert found(outcome) == []


def test_more_than_a_few_copies_are_all_reported(tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path, {f"{number:02}.md": BODY.format(place=f"Plaats{number}")})
    reported = [path for path, _, _ in found(check(tmp_path))]
    assert reported == [f"{number:02}.md" for number in range(1, 12)]


def test_texts_without_words_are_alike_to_nothing() -> None:
    empty = Sketch("a", "nl", [], None, ())  # type: ignore[arg-type]
    assert list(matches([empty, empty._replace(path="b")], 0.75)) == []
