"""Values kept small are the same values."""

from __future__ import annotations

from vaclint.model.packed import Packed, PackedMapping, packed_as
from vaclint.model.source import Position


def test_a_packed_sequence_is_what_was_packed() -> None:
    values = [Position(1, 2, at) for at in range(50)]
    packed = Packed(values)
    assert list(packed) == values
    assert (len(packed), packed[3], packed[-2:]) == (50, values[3], tuple(values[-2:]))
    assert not Packed(())


def test_a_packed_mapping_keeps_its_order_and_values() -> None:
    values = {"b": [1, "één"], "a": {"c": Position(1, 1, 0)}}
    packed = PackedMapping(values)
    assert list(packed.items()) == list(values.items())
    assert {**packed, "a": 1} == {"b": [1, "één"], "a": 1}
    assert packed.get("none") is None


def test_what_takes_the_place_of_packed_values_is_packed() -> None:
    assert isinstance(packed_as(Packed([1, 2]), (3,)), Packed)
    assert packed_as((1, 2), iter([3])) == (3,)
