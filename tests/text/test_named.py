from __future__ import annotations

import pickle

import pytest

from vaclint.text.named import NamedTuple, rows


class Small(NamedTuple):
    """A tuple whose constructor is one of the few."""

    start: int
    end: int = 7
    name: str = "none"

    @property
    def size(self) -> int:
        return self.end - self.start


class Large(NamedTuple):
    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    l: int = 12  # noqa: E741


def test_fields_are_given_by_place_and_by_name() -> None:
    assert Small(1) == (1, 7, "none") == Small(start=1)
    assert Small(1, name="x").size == 6
    assert Large(*range(11)) == (*range(11), 12)
    assert Large(*range(12)).l == 11


def test_wrong_arguments_raise() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'start'"):
        Small()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        Small(1, nothing=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Small._make([1])
    with pytest.raises(ValueError, match="nothing"):
        Small(1)._replace(nothing=2)  # type: ignore[call-arg]


def test_it_is_a_tuple_that_says_what_it_holds() -> None:
    small = Small(1, 2)
    assert repr(small) == "Small(start=1, end=2, name='none')"
    assert small._replace(end=5) == (1, 5, "none")
    assert small._asdict() == {"start": 1, "end": 2, "name": "none"}
    assert Small._fields == ("start", "end", "name")
    assert pickle.loads(pickle.dumps(small)) == small
    assert type(Small._make([1, 2, "y"])) is Small
    assert Small.__doc__ == "A tuple whose constructor is one of the few."


def test_nothing_can_be_set() -> None:
    with pytest.raises(AttributeError):
        Small(1).start = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Small(1).other = 2  # type: ignore[attr-defined]


def test_a_field_without_a_default_stands_before_those_with_one() -> None:
    with pytest.raises(TypeError, match="cannot follow default field"):
        exec(
            "class Wrong(NamedTuple):\n    a: int = 1\n    b: int",
            {"NamedTuple": NamedTuple, "__name__": "x"},
        )


def test_rows_are_what_the_constructor_makes() -> None:
    made = list(rows(Small, [1, 2], (3, 4), iter("ab")))
    assert made == [Small(1, 3, "a"), Small(2, 4, "b")]
    assert [type(each) for each in made] == [Small, Small]
    with pytest.raises(ValueError, match="shorter"):
        list(rows(Small, [1, 2], [3], "ab"))
