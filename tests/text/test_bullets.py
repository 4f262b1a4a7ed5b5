"""What stands before an item of a typed list."""

from __future__ import annotations

import pytest

from vaclint.text.bullets import BULLET


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("- een", "een"), ("•een", "een"), ("•\t een", "een"), ("1. een", "een"), ("a) een", "een"),
        ("(3) een", "een"), ("o Een", "Een"), ("\uf0b7 een", "een"), ("– een", "een"),
    ],
)  # fmt: skip
def test_a_bullet(line: str, rest: str) -> None:
    match = BULLET.match(line)
    assert match is not None
    assert line[match.end() :] == rest


@pytest.mark.parametrize("line", ["-een", "o een", "123. een", "een", "ab) een", "-", "1.5 uur"])
def test_no_bullet(line: str) -> None:
    assert BULLET.match(line) is None
