"""What was made before of the same text. An editor checks a text again at each keystroke, and all
of it but for one sentence is as it was; many files share paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
_NOTHING = object()


class Memory(Generic[Made]):
    """What was made, by a key that holds all it depends on; what was asked for last stays, and
    never more than twice ``most``. With 0 nothing is kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._new: dict[Hashable, Made] = {}
        self._old: dict[Hashable, Made] = {}

    def given(self, key: Hashable, make: Callable[..., Made], *arguments: Any) -> Made:
        """What was made for a key, made now of the arguments where it is not known."""
        made = self._new.get(key, _NOTHING)
        if made is _NOTHING:
            made = self._old.pop(key, _NOTHING)
            if made is _NOTHING:
                made = make(*arguments)
            if not self._most:
                return made  # type: ignore[return-value]
            if len(self._new) >= self._most:
                self._old, self._new = self._new, {}
            self._new[key] = made  # type: ignore[assignment]
        return made  # type: ignore[return-value]

    def forget(self) -> None:
        """Keep nothing of what was made so far."""
        self._new, self._old = {}, {}
