"""Writes what the hooks leave out into ``.pre-commit-hooks.yaml``: the same as a folder run does by
names (``vaclint.project.reach``). Run it after a change there; a test holds the two together.
"""

from pathlib import Path

import regex

from vaclint.project.reach import HOOK_SUFFIXES, hook_pattern

FILE = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"


def main() -> None:
    """Put the pattern into every hook."""
    text = FILE.read_text("utf-8")
    line = f"  exclude: '{hook_pattern(HOOK_SUFFIXES)}'\n"
    FILE.write_text(regex.sub(r"(?m)^  exclude: .*\n", lambda _: line, text), "utf-8")


if __name__ == "__main__":
    main()
