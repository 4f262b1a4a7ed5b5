"""What the formats for machines have in common."""

from __future__ import annotations

import pytest

from cli_support import ROOT
from vaclint.reporters.shared import HOME, help_uri, uri_of


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/kok.md", "content/kok.md"),
        ("a b#c?.md", "a%20b%23c%3F.md"),
        ("kök.md", "k%C3%B6k.md"),
        ("k\\xf6k.md", "k%F6k.md"),
        ("k\ud800k.md", "k%5Cud800k.md"),
        ("/tmp/kok.md", "file:///tmp/kok.md"),
        ("a:b.md", "a%3Ab.md"),
        ("C:\\map\\kok.md", "file:///C:/map/kok.md"),
    ],
)
def test_a_path_as_an_address(path: str, uri: str) -> None:
    assert uri_of(path) == uri


def test_a_rule_has_an_absolute_address() -> None:
    assert help_uri("GEN001") == f"{HOME}/docs/rules.md#gen001"


@pytest.mark.parametrize("name", ["README.md", "README.nl.md"])
def test_the_address_is_the_one_in_the_readme(name: str) -> None:
    assert HOME in (ROOT / name).read_text("utf-8")
