"""How texts are made at random: pieces that mean something to a reader, and characters that do
not.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

PIECES = """
# |## |- |1. |> |```|`|*|**|_|[a](b)|](|![|<!--|-->|<!-- vaclint: ignore -->|<!-- vaclint: off GEN -->
<p>|</p>|<div|<ul><li>|<table><tr><td>|<script type="application/ld+json">|</script>|<br>|<title>|&amp;|&#x
{{|}}|{%|%}|{|}|[|]|"|'|\\|\\u00e9|\\ud800|:|: |, |- |? |!|&a |*a |<<: *a|---|+++|...|#|= |[[a]]|[a]|\"\"\"|'''
{"@type":"JobPosting"|"title":|"description":|"baseSalary":|null|true|1e999|-0
hij/zij |kandidaat/kandidate |(m/v) |de de |€ 3.000 |32 uur per week |salaris |schaal 10 |a@b.nl |https://a.nl/b
teneinde |  |\u00a0|\u200b|\u0301|\u202e|\ufeff|\ud800|\x1b[2J|\x00|\x85|\u2028|::error::x|\U0001f600|Ã©|kók |KOK |...|!!!
ignore |ignore-file |GEN001 |off |on |-- |select = |exclude = |code = |name = |pattern = |message = |terms = |[[rule]]
title: |description: |&a [*a]|&b {c: *b}|!!binary |%YAML 1.1|,"|""|;|{"vaclint-baseline": 1}|extends: |existence|tokens:|swap:
"""
PIECE = st.sampled_from(
    [piece for line in PIECES.strip("\n").split("\n") for piece in line.split("|") if piece]
    + ["\n", "\n\n", "\r\n", "\r", " ", "\t"]
)
TEXT = st.lists(PIECE | st.text(max_size=6), max_size=40).map("".join)

ROOT = Path(__file__).parents[2]
ADVERTS = sorted(
    path
    for folder in ("tests/corpus", "examples")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".md", ".txt", ".html", ".json")
)
"""Texts as people write them, which are spoilt."""
ODD = [
    *"()[]{}<>/|*_#\"'“”‘’«»–—…•·:;,.!?%€&@+=~^`\\",
    *"\u00a0\u00ad\u200b\u0301\u2028\ufffd\t\r\x85",
]
LETTERS = "aAéËñÑÃÂİıßŵǅſЖжΩωאبकไ한字ﬁ１½²\U0001d400\U0001f600"


def _lines(random_: random.Random, text: str) -> str:
    """A line that is gone, doubled, elsewhere, empty, indented, or joined with the next."""
    lines = text.split("\n")
    at, to = random_.randrange(len(lines)), random_.randrange(len(lines))
    line = lines.pop(at)
    made = random_.choice(([], [line] * 2, [""], [f"   {line}"], [f"{line}  "], [line[::-1]]))
    lines[to if random_.random() < 0.3 else at : at] = made
    return "\n".join(lines)


def _spaces(random_: random.Random, text: str) -> str:
    """Spaces that are gone, doubled or others."""
    space, other = (
        random_.choice(" \n"),
        random_.choice(("", "  ", "\n", "\t", "\u00a0", " \n", "\r\n")),
    )
    return text.replace(space, other, random_.randrange(1, 9))


def _put(random_: random.Random, text: str, choices: list[str] | str) -> str:
    """Some characters put in, or put in the place of others."""
    for _ in range(random_.randrange(1, 6)):
        at = random_.randrange(len(text) + 1)
        piece = random_.choice(choices) * random_.choice((1, 1, 1, 2, 9))
        text = text[:at] + piece + text[at + random_.randrange(2) :]
    return text


def _cut(random_: random.Random, text: str) -> str:
    """A stretch of a text: its beginning, its end, or one from its middle."""
    start, end = sorted(random_.randrange(len(text) + 1) for _ in range(2))
    return random_.choice((text[:end], text[start:], text[start:end], text[:start] + text[end:]))


WAYS: tuple[Callable[[random.Random, str], str], ...] = (
    _lines,
    _spaces,
    lambda random_, text: _put(random_, text, ODD),
    lambda random_, text: _put(random_, text, LETTERS),
    lambda random_, text: _put(random_, text, [p for p in PIECES.split("|") if p]),
    _cut,
)


def spoilt(random_: random.Random, text: str) -> str:
    """A text with some damage of some kinds."""
    for _ in range(random_.randrange(1, 9)):
        text = random_.choice(WAYS)(random_, text)
    return text[:8_000]
