"""On which line a key of a TOML text stands."""

from __future__ import annotations

import pytest

from vaclint.text.toml_places import line_of, toml_places

TEXT = """# eerst
a = 1
[tafel]
"met punt" = "één"
diep.er = { in = 3 }

[[rij]]
code = "A"

[[rij]]
code = "B"
lijst = [
  "x",
  "y",
]
[[rij.kind]]
naam = "z"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("tafel",), 3),
        (("tafel", "met punt"), 4),
        (("tafel", "diep", "er"), 5),
        (("tafel", "diep", "er", "in"), 5),
        (("rij", "0"), 7),
        (("rij", "0", "code"), 8),
        (("rij", "1", "code"), 11),
        (("rij", "1", "lijst", "1"), 14),
        (("rij", "1", "kind", "0", "naam"), 17),
        (("tafel", "weg"), 3),
        (("weg",), 1),
    ],
)
def test_line(path: tuple[str, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


def test_a_value_has_its_bytes() -> None:
    data = TEXT.encode()
    (place,) = [each for each in toml_places(TEXT) if each.path == ("tafel", "met punt")]
    assert data[place.value_start : place.value_end].decode() == '"één"'
    assert data[place.key_start :].startswith(b'"met punt"')
