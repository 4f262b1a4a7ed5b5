"""A short run of every target, and every case that was ever found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from fuzz.targets import SEEDS, TARGETS
from fuzz.texts import TEXT

RUNS = 25


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_but_a_sentence_comes_of_any_text(name: str) -> None:
    @settings(
        max_examples=RUNS if name != "rules" else 5,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(TEXT)
    def run(text: str) -> None:
        TARGETS[name](text)

    run()


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda path: path.name)
def test_what_was_found_stays_mended(seed: Path) -> None:
    text = seed.read_bytes().decode("utf-8")
    names = {
        ".html": ("html", "fix-html"),
        ".md": ("markdown", "fix-markdown"),
        ".json": ("json", "fix-json"),
        ".yaml": ("yaml-list",),
        ".csv": ("csv",),
        ".toml": ("rules",),
        ".txt": ("ignores",),
    }
    for name in names[seed.suffix]:
        TARGETS[name](text)
