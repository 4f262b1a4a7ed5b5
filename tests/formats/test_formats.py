"""Which format a text is in."""

from __future__ import annotations

import pytest

from support import engine, understood
from vaclint.formats import FORMATS, SUFFIXES, Format, format_of, parse
from vaclint.model.document import ESCAPED, LINES, MARKED
from vaclint.model.source import Source


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("a.md", "x", "markdown"), ("map/A.MDX", "x", "markdown"), ("a.htm", "x", "html"),
        ("a.jsonld", "{}", "json"), ("a.text", "---\n", "text"), ("a.en.md", "x", "markdown"),
        ("-", "---\ntitle: x\n---\n", "markdown"), ("-", "+++\n", "markdown"), ("-", "x", "text"),
        ("zonder", "---\r\ntitle: x\r\n---\r\n", "markdown"), ("", "", "text"),
        ("kok.php", "<?php session_start(); ?>\n<!DOCTYPE html>\n<html>\n<body>\n", "html"),
        ("kok.aspx", "<div><p>Een kok.</p>\n<ul><li>Soep</li></ul></div>", "html"),
        ("kok.rst", "Een kok.\n\n<p>Met soep.</p>\n", "text"),
        ("kok.txt", "<!DOCTYPE html>\n<html>\n<body>\n", "text"),
    ],
)  # fmt: skip
def test_the_suffix_decides_or_else_the_beginning(path: str, text: str, name: str) -> None:
    assert format_of(Source(path, text)).name == name


@pytest.mark.parametrize("given", FORMATS, ids=lambda given: given.name)
def test_every_format_is_parsed_by_its_module(given: Format) -> None:
    for suffix in given.suffixes:
        source = Source(f"x{suffix}", '{"@type": "JobPosting", "title": "Kok"}')
        document = parse(source, engine().reading)
        assert document.format == given.name
        assert document.traits == given.traits


def test_suffixes_belong_to_one_format() -> None:
    assert sum(len(each.suffixes) for each in FORMATS) == len(SUFFIXES)
    assert all(suffix.startswith(".") and suffix.islower() for suffix in SUFFIXES)


@pytest.mark.parametrize(
    ("path", "traits"),
    [
        ("a.md", {LINES, MARKED}),
        ("a.html", {MARKED}),
        ("a.json", {MARKED, ESCAPED}),
        ("a.txt", {LINES}),
    ],
)
def test_what_checks_may_rely_on(path: str, traits: set[str]) -> None:
    assert understood("Een kok.\n", path).traits == traits
