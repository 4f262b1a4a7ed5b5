"""What the formats for machines have in common."""

from __future__ import annotations

import importlib.metadata
from email.message import Message

import pytest

from vaclint.reporters.shared import address_of, help_uri, uri_of


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


def test_a_rule_has_the_address_that_the_package_gives(hosted: Message) -> None:
    hosted["Project-URL"] = "Homepage, https://host.example/vaclint"
    hosted["Project-URL"] = "Rules, https://host.example/vaclint/docs/rules.md"
    assert address_of("homepage") == "https://host.example/vaclint"
    assert help_uri("GEN001") == "https://host.example/vaclint/docs/rules.md#gen001"


def test_a_project_without_a_site_has_no_addresses(hosted: Message) -> None:
    assert address_of("homepage") is None
    assert help_uri("GEN001") is None


def test_nor_has_one_that_is_not_installed(
    hosted: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Message:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "metadata", missing)
    assert help_uri("GEN001") is None
