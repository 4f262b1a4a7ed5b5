"""Values and keys as TOML writes them: what is written is read again as it was."""

from __future__ import annotations

from typing import Any

import pytest
import tomli

from vaclint.text.toml_values import toml, toml_key

VALUES: list[Any] = [
    *("kok", 'een "kok"', "it's", r"\bkok\b", r"it's \b", "a\nb\\", "é", ""),
    *(True, False, 3, 2.5, [], ["a", 1], {"a b": ["x"], "c": True}),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_what_is_written_is_read_again(value: Any) -> None:
    assert tomli.loads(f"{toml_key('a key')} = {toml(value)}\n") == {"a key": value}


def test_a_pattern_stands_as_it_is() -> None:
    assert toml(r"\bkok\b") == r"'\bkok\b'"


def test_a_plain_key_has_no_quotation_marks() -> None:
    assert (toml_key("fail-on"), toml_key("a.b"), toml_key("")) == ("fail-on", '"a.b"', '""')
