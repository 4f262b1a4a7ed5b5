"""How often a pattern may or must stand in a part of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

MOST = 'kind = "occurrence"\npattern = "!"\noptions = { most = 1 }\n'
LEAST = 'kind = "occurrence"\npattern = "team"\noptions = { least = 2 }\n'


def places(folder: Path, keys: str, text: str) -> list[tuple[int, int, str]]:
    found = own_findings(folder, keys, text)
    return [(each.place.start.line, each.place.start.column, each.text) for each in found]


def test_the_first_too_many_is_reported_with_the_others(tmp_path: Path) -> None:
    (found,) = own_findings(tmp_path, MOST, "Kom!\n\nNu! En hier!\n")
    assert (found.place.start.line, found.text) == (3, "!")
    assert [place.start.line for _, place, _ in found.related] == [1, 3]


@pytest.mark.parametrize(
    ("per", "text", "lines"),
    [
        ("sentence", "Kom! Nu! En hier!! Ja.\n", [1]),
        ("block", "Kom! Ja.\n\nNu! En hier!\n", [3]),
        ("heading", "# Kom! Nu!\n\nNu! En hier!\n", [1]),
        ("title", "# Kok! Nu!\n\n## Kom! En!\n\nNu! Ja!\n", [1]),
    ],
)
def test_each_part_is_counted_by_itself(
    tmp_path: Path, per: str, text: str, lines: list[int]
) -> None:
    found = places(tmp_path, f'{MOST}per = "{per}"\n', text)
    assert [line for line, _, _ in found] == lines


def test_too_few_are_reported_on_the_headline(tmp_path: Path) -> None:
    assert places(tmp_path, LEAST, "# Kok\n\nOns team.\n") == [(1, 3, "Kok")]
    assert places(tmp_path, LEAST, "# Kok\n\nOns team. Het Team.\n") == []


def test_capitals_count_where_the_rule_says_so(tmp_path: Path) -> None:
    assert places(tmp_path, f"{LEAST}case = true\n", "# Kok\n\nOns team. Het Team.\n")


def test_a_pattern_of_one_language_is_for_its_blocks(tmp_path: Path) -> None:
    keys = 'kind = "occurrence"\npattern = { nl = "!" }\noptions = { most = 0 }\n'
    text = "We are looking for a cook who works with us in the kitchen! You like the work.\n"
    assert own_findings(tmp_path, keys, text) == ()


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ('kind = "occurrence"\npattern = "!"\n', "needs the option 'most' or 'least'"),
        ('kind = "occurrence"\npattern = "!"\noptions = { most = "x" }\n', "must be a number"),
        ('kind = "occurrence"\npattern = "("\noptions = { most = 1 }\n', "no regular expression"),
        (f'{MOST}per = "chapter"\n', "unknown per 'chapter'"),
    ],
)
def test_mistakes(tmp_path: Path, keys: str, says: str) -> None:
    assert says in own_error(tmp_path, keys)
