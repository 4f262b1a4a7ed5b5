"""Two varieties of one language in one text."""

from __future__ import annotations

import pytest

from support import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The colour of the centre, and the behavior of the team.", ["behavior"]),
        ("The color of the center, and the behaviour of the team.", ["behaviour"]),
        ("You organize the colour of the centre.", []),
        ("You organize what they organise.", ["organize"]),
        ("Their behavior and their behavior in a centre of labour.", ["behavior"]),
        ("The centre is near the Center for Labor.", []),
    ],
)
def test_the_rarer_variety_is_reported_once_for_each_word(text: str, found: list[str]) -> None:
    assert texts(text, "vacancy.txt", "SPL021", language="en") == found
