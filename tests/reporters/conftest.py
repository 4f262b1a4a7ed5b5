"""Golden files: what a reporter is to print, to the letter.

``pytest tests/reporters --write-golden`` writes them anew; read the difference with ``git diff``
before you keep it.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

from vaclint.reporters.shared import address_of

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


@pytest.fixture
def hosted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Message]:
    """The metadata of an installed package, to which a test adds addresses."""
    metadata = Message()
    monkeypatch.setattr(importlib.metadata, "metadata", {"vaclint": metadata}.__getitem__)
    address_of.cache_clear()
    yield metadata
    address_of.cache_clear()
