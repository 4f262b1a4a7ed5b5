"""What the terminal can show: colour, width, links; and how far a long run is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

WIDTH = 100
"""Columns of a report that nobody sees on a terminal."""
LINKED = ("WT_SESSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "KONSOLE_VERSION", "GHOSTTY_BIN_DIR")
"""Variables that only terminals set which follow links."""
PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio")
"""The same by the name that a terminal goes by."""
VTE = 5000
"""From this version on the terminals made of VTE follow links."""
PATIENCE, STEP = 1.0, 0.2
"""Seconds after which a run says how far it is, and between two times that it does."""
T = TypeVar("T")


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_color(asked: str) -> bool:
    """Whether there is to be colour: as asked, or as the environment and the terminal say."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal."""
    if not on_terminal():
        return WIDTH
    import shutil

    return max(40, shutil.get_terminal_size().columns)


def follows_links(environment: Mapping[str, str]) -> bool:
    """Whether a terminal makes links of what is marked as one, by what it says of itself; one
    elsewhere does not reach the files of this machine.
    """
    if environment.get("TERM") == "dumb" or "SSH_CONNECTION" in environment:
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        any(name in environment for name in LINKED)
        or environment.get("TERM_PROGRAM") in PROGRAMS
        or (vte.isascii() and vte.isdigit() and int(vte) >= VTE)
    )


def with_progress(
    items: Iterable[T], total: int, reached: Callable[[T], float] | None = None
) -> Iterator[T]:
    """Hand items on; on a terminal, say how far a run is that takes more than a second, and how
    long it will take yet. ``reached`` says how far of ``total`` one is by an item, where that is
    not how many they are.
    """
    show = sys.stderr is not None and sys.stderr.isatty()
    started = shown = time.monotonic()
    first = 0.0
    for number, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        at = reached(item) if reached else number
        if reached and number == 1:  # a run that goes on is not as fast as it seems
            first, started = at, now
        if show and at > first and now - started > PATIENCE and now - shown > STEP:
            shown = now
            left = (now - started) / (at - first) * (total - at)
            told = f"{at / max(1, total):.0%}" if reached else f"{number}/{total}"
            print(f"\r\x1b[K{told}  {minutes(left)}", end="", file=sys.stderr, flush=True)
    if show and shown > started:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def minutes(seconds: float) -> str:
    """A time to come: ``0:07``, ``12:30``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
