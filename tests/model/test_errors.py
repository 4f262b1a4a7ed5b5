"""The error that bad input raises."""

from __future__ import annotations

import pickle

import pytest

from vaclint.model.errors import VaclintError, nearest


def test_an_error_crosses_from_a_worker_process() -> None:
    error = pickle.loads(pickle.dumps(VaclintError("rule", "r.toml", "r.toml:5: unknown key")))
    assert (error.kind, error.path, error.message) == ("rule", "r.toml", "r.toml:5: unknown key")
    assert str(error) == error.message


@pytest.mark.parametrize(
    ("word", "hint"), [("selct", "; did you mean 'select'?"), ("kleur", ""), ("", "")]
)
def test_the_nearest_word_is_named_when_it_is_near(word: str, hint: str) -> None:
    assert nearest(word, ["select", "ignore"]) == hint
