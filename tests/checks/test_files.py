"""The kind of the rules that compare files; comparing itself is tested with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import engine, loaded, report
from vaclint.checks.files import KIND

RULE = """
[[rule]]
code = "ORG001"
name = "own"
kind = "files"
what = "{}"
message = "‘{}’"
"""


def test_no_check_runs_on_one_text() -> None:
    assert KIND.check is None
    text = "# Kok\n\nWij zoeken een kok voor 32 uur. Solliciteer voor 1 mei.\n"
    assert report(text, "a.md", "DUP101", kind="vacancy").findings == ()


def test_the_rules_of_the_kind_are_known_to_the_engine() -> None:
    codes = {rule.code for rule in loaded().rules if rule.kind == KIND.name}
    assert codes == {"DUP101", "DUP102"} == set(engine().across)


@pytest.mark.parametrize(
    ("what", "value", "error"),
    [
        ("alike", "{other}", "unknown what 'alike'"),
        ("near-identical", "{othr}", "unknown '{othr}'"),
    ],
)
def test_a_wrong_key_is_told(tmp_path: Path, what: str, value: str, error: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(RULE.format(what, value), encoding="utf-8")
    (found,) = loaded_with(path).errors
    assert error in found.message
