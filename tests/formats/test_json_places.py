"""Where the values of a JSON text stand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vaclint.formats.json_places import JsonNode, read_json
from vaclint.model.source import Source

TEXT = r'é{"a": "K\u00f6k\n\"x\" \ud83d\ude00!", "b": [1, true, {"c": null, "d": "e"}]}é'


def whole(text: str = TEXT) -> JsonNode:
    node = read_json(Source("x.json", text), 1, len(text) - 1)
    assert node is not None
    return node


def test_a_string_leads_to_its_spelling() -> None:
    (_, string), _ = whole().pairs()
    text, places = string.text()
    assert text == 'Kök\n"x" 😀!'
    assert len(places) == len(text) + 1
    spelled = [TEXT[start:end] for start, end in pairwise(places)]
    assert spelled == [
        "K", r"\u00f6", "k", r"\n", r"\"", "x", r"\"", " ", r"\ud83d\ude00", "!",
    ]  # fmt: skip


def test_values_have_their_ranges() -> None:
    node = whole()
    assert TEXT[slice(*node.span)] == TEXT[1:-1]
    assert [(key, value.type) for key, value in node.pairs()] == [("a", "string"), ("b", "array")]
    assert [value.raw for value in node.pairs()[1][1].children()][:2] == ["1", "true"]


def test_scalars_have_the_path_of_their_list() -> None:
    assert [(path, node.raw) for path, node in whole().scalars()][1:] == [
        ("b", "1"), ("b", "true"), ("b.d", '"e"'),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["{", '{"a": }', "", "{'a': 1}"])
def test_what_is_not_valid_raises(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_json(Source("x.json", text), 0, len(text))
