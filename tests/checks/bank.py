"""Phrases with what must be reported in each, one a line: language, text, what (nothing: none may)."""

from __future__ import annotations

from pathlib import Path

BANK = Path(__file__).parent / "bank"


def rows(name: str) -> list[tuple[str, str, str]]:
    """The rows of one list."""
    lines = (BANK / f"{name}.tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(language, text, wanted) for language, text, wanted in cells]
