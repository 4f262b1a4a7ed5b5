"""Scored features: reasons for or against taking a number for one thing, in an ordered table."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Subject = TypeVar("Subject")


class Feature(Generic[Subject]):
    """A reason for or against: points, and a phrase it holds for."""

    def __init__(
        self, name: str, points: int, holds: Callable[[Subject], bool], example: str
    ) -> None:
        self.name = name
        self.points = points
        self.holds = holds
        self.example = example


def score(features: Iterable[Feature[Subject]], one: Subject) -> tuple[int, str]:
    """The points of a number and the name of the strongest reason for it."""
    points, best, found = 0, 0, "nothing"
    for feature in features:
        if feature.holds(one):
            points += feature.points
            if feature.points > best:
                best, found = feature.points, feature.name
    return points, found
