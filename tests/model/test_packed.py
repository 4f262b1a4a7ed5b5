"""Values kept small are the same values."""

from __future__ import annotations

import pytest

from vaclint.model import packed
from vaclint.model.packed import Packed, PackedMapping, Packing, packed_as
from vaclint.model.source import Position


def test_a_packed_sequence_is_what_was_packed() -> None:
    values = [Position(1, 2, at) for at in range(50)]
    for kept in (Packed(values), Packed(values, 7), Packed(iter(values), 50)):
        assert list(kept) == values
        assert (len(kept), kept[3], kept[-1]) == (50, values[3], values[-1])
        assert (kept[-2:], kept[5:9]) == (tuple(values[-2:]), tuple(values[5:9]))
        with pytest.raises(IndexError):
            kept[50]
    assert not Packed(())


def test_what_is_added_is_packed_but_for_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PIECE", 10)
    few, many = Packing[int](), Packing[int]()
    for value in range(19):
        few.add(value)
    for value in range(65):
        many.add(value)
        many.last[-1] = -value
    assert few.done() == tuple(range(19))
    assert [*many] == [*many.done()] == [-value for value in range(65)]
    assert isinstance(many.done(), Packed)
    assert len(many.last) < 20


def test_a_packed_mapping_keeps_its_order_and_values() -> None:
    values = {"b": [1, "één"], "a": {"c": Position(1, 1, 0)}}
    kept = PackedMapping(values)
    assert list(kept.items()) == list(values.items())
    assert {**kept, "a": 1} == {"b": [1, "één"], "a": 1}
    assert kept.get("none") is None


def test_what_takes_the_place_of_packed_values_is_packed() -> None:
    assert isinstance(packed_as(Packed([1, 2]), (3,)), Packed)
    assert [*packed_as(Packed(range(9), 2), range(5))] == [*range(5)]
    assert packed_as((1, 2), iter([3])) == (3,)
