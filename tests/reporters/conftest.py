"""Golden files: what a reporter is to print, to the letter.

``pytest tests/reporters --write-golden`` writes them anew; read the difference with ``git diff``
before you keep it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of a name, or writes it."""
    write = request.config.getoption("--write-golden")

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if write:
            GOLDEN.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"{name} is missing: pytest tests/reporters --write-golden"
        assert text == file.read_bytes().decode()

    return compare
