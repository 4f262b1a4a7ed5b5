"""What several kinds do to prepare a rule, and what is said of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with

HEAD = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "‘{text}’"\n'


@pytest.mark.parametrize(
    ("rule", "error"),
    [
        (
            'kind = "readability"\nwhat = "wall"',
            ":1: a rule of kind 'readability' with what = 'wall' needs the option 'max-words'",
        ),
        (
            'kind = "style"\nwhat = "exclamations"\noptions = { max = 4, max-per-100-words = 1 }',
            "needs the message 'too-many'",
        ),
        (
            'kind = "readability"\nwhat = "demands"\noptions = { max-items = 3 }\ndemands = "(eis"',
            ":8: 'demands' is no regular expression",
        ),
        (
            'kind = "readability"\nwhat = "demands"\noptions = { max-items = 3 }\n'
            'demands = { pattern = "{eis}" }',
            "'demands' has no part 'eis'",
        ),
        (
            'kind = "style"\nwhat = "variants"\noptions = { abbreviations = [] }\n'
            'two-words = ["fulltime"]',
            "'fulltime' is not two words",
        ),
        ('kind = "whitespace"\nwhat = "mojibake"', "unknown what 'mojibake'"),
    ],
)
def test_a_mistake_is_one_error_with_its_place(tmp_path: Path, rule: str, error: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(HEAD + rule + "\n", encoding="utf-8")
    (found,) = loaded_with(path).errors
    assert error in found.message
    assert str(path) in found.message


def test_a_rule_of_ones_own_with_its_own_words(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    rule = HEAD + 'kind = "doubled"\nallowed = ["de"]\n'
    path.write_text(rule, encoding="utf-8")
    loaded = loaded_with(path)
    own = next(each for each in loaded.rules if each.code == "ORG001")
    assert own.prepared == {"allowed": frozenset({"de"}), "judged": {}}
