"""Options, profiles and paths for all tests.

Slow tests are left out unless asked for: ``pytest -m slow`` runs them, ``pytest -m ""`` runs all.
A test of generated texts tries a few in a default run; where slow tests are asked for it is one of
them, and tries many. ``pytest tests/reporters --write-golden`` writes the golden files anew.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))  # the helpers in this folder

FEW, MANY = 40, 250
"""How many texts are generated for each property: in a default run, and when slow tests are on.

``VACLINT_EXAMPLES`` sets another number.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files."""
    parser.addoption(
        "--write-golden",
        action="store_true",
        help="write the golden files of the reporters anew; look at the difference with git",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples are tried."""
    asked = os.environ.get("VACLINT_EXAMPLES")
    number = int(asked) if asked else _usual(config.option.markexpr)
    slow_machine = [HealthCheck.too_slow]  # says something of the machine, not of a test
    settings.register_profile(
        "vaclint", max_examples=number, deadline=None, suppress_health_check=slow_machine
    )
    settings.load_profile("vaclint")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take tests of generated texts for slow ones where slow ones are asked for."""
    if _usual(config.option.markexpr) == MANY:
        for item in items:
            if getattr(getattr(item, "function", None), "is_hypothesis_test", False):
                item.add_marker("slow")


def _usual(marks: str) -> int:
    return FEW if marks == "not slow" else MANY
