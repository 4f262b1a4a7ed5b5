"""The contract of a kind of check: what is wrong in a rule is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_support import write
from support import resources
from vaclint.checks import kinds
from vaclint.model.errors import VaclintError
from vaclint.rulebook.kind import Kind, Place, Preparation

RULE = '[[rule]]\ncode = "ORG001"\nterms = "weg.tsv"\n[rule.options]\nmax = 3\n'


def preparation(folder: Path) -> Preparation:
    write(folder, {"r.toml": RULE, "lijst.tsv": "# kop\nEen\ttwee\n\nDrie vier\n"})
    return Preparation(resources(), {"": Place(str(folder / "r.toml"), ("rule", "0"))})


@pytest.mark.parametrize(
    ("key", "line"), [("terms", 3), ("code", 2), ("options", 4), ("anders", 1)]
)
def test_a_mistake_has_the_line_of_its_key(tmp_path: Path, key: str, line: int) -> None:
    error = preparation(tmp_path).error("", key, "kan niet")
    assert isinstance(error, VaclintError)
    assert error.message == f"{tmp_path / 'r.toml'}:{line}: kan niet"


def test_a_place_in_a_file_that_is_gone_has_no_line(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "weg.toml"), ("rule", "0"))
    assert place.error(("code",), "kan niet").message == f"{tmp_path / 'weg.toml'}: kan niet"


def test_a_list_stands_beside_its_rule_file(tmp_path: Path) -> None:
    own = preparation(tmp_path)
    assert own.rows("", "terms", "lijst.tsv") == [(2, ["Een", "twee"]), (4, ["Drie vier"])]
    assert own.words("", "terms", "lijst.tsv") == {"een", "twee", "drie", "vier"}


@pytest.mark.parametrize("name", ["weg.tsv", "kapot.tsv"])
def test_a_list_that_cannot_be_read_is_a_mistake(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"kapot.tsv": b"\xff"})
    with pytest.raises(VaclintError, match=f":3: the word list '{name}' cannot be read"):
        preparation(tmp_path).rows("", "terms", name)


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_a_choice_is_a_text(kind: Kind) -> None:
    for name, key in kind.keys.items():
        assert key.types, name
        assert not key.choices or str in key.types, name


def test_at_most_one_kind_is_implied_by_a_key() -> None:
    implied = [kind.implied_by for kind in kinds().values() if kind.implied_by]
    assert len(set(implied)) == len(implied)
    for kind in kinds().values():
        assert not kind.implied_by or kind.implied_by in kind.keys
