"""The sentences of texts outside the repository, as the check of confused words cuts them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vaclint.checks.confusions import cut
from vaclint.checks.slips import covered
from vaclint.languages.packs import pack_folders, read_data, read_pack, rules_folder
from vaclint.languages.resources import Resources


class Sentence(NamedTuple):
    """A sentence: the name of its file, its text, its words and signs, and where they stand."""

    source: str
    text: str
    words: list[str]
    places: list[tuple[int, int]]


def sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences of a folder of texts: a file for each source, a paragraph on a line."""
    packs = [read_pack(each) for each in pack_folders(rules_folder())]
    split = Resources(packs, read_data(rules_folder())).reading.split
    for path in sorted(folder.iterdir()):
        for line in path.read_text("utf-8").splitlines():
            text = covered(line)
            for start, end in split(line):
                yield Sentence(path.name, text[start:end], *cut(text[start:end]))
