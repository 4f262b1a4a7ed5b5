"""Derives the table of the parts of compounds: ``make_compounds.py CONJUGATIONS LEXICON
LIST.json.gz TEXTS FOLDER``.

The first four are those of ``make_agreement.py``. A noun is a word that is tagged as one, or stands
behind an article in the texts, and is no form of a verb and nothing else; or it ends
many compounds and looks like no adjective. One that begins or ends
several listed compounds is a part; so is a stem of a verb that begins several. What the language is
like stands in FOLDER/derive.toml.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import regex
from make_agreement import behind, tagged, verbs_of
from make_tables import counts_of, ways_of, write


class Ways(NamedTuple):
    """How a language makes its compounds, from ``derive.toml``."""

    noun_tags: tuple[str, ...]
    other_tags: tuple[str, ...]
    before: frozenset[str]
    share: float
    links: tuple[str, ...]
    least: int
    shortest: int
    several: int
    never: frozenset[str]
    told: str
    many: int


def counted(
    counts: Mapping[str, int], firsts: set[str], lasts: set[str], ways: Ways
) -> tuple[Counter[str], Counter[str]]:
    """How many listed compounds each word begins, and ends."""
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for word, used in counts.items():
        if used < ways.least:
            continue
        for at in range(ways.shortest, len(word) - ways.shortest + 1):
            first, last = word[:at], word[at:]
            if last not in lasts:
                continue
            stripped = (first.removesuffix(link) for link in ways.links if first.endswith(link))
            if parts := [part for part in stripped if part in firsts]:
                ends[last] += 1
                begins.update(parts)
    return begins, ends


def main(conjugations: Path, lexicon: Path, listed: Path, texts: Path, folder: Path) -> None:
    """Write the table."""
    ways, counts = ways_of(Ways, folder, "compounds"), counts_of(listed)
    verbs = verbs_of(conjugations, counts, ways.least)
    tags = tagged(lexicon, ways.other_tags) | ways.never
    other = {form for verb in verbs for form in verb} | tags
    is_led = behind(texts, ways.before)
    named = tagged(lexicon, ways.noun_tags)
    nouns = {
        word
        for word in counts
        if len(word) >= ways.shortest
        and word.isalpha()
        and word not in other
        and (word in named or is_led(word, ways.share))
    }
    stems = {verb.stem for verb in verbs if len(verb.stem) >= ways.shortest} - nouns - tags
    told = {word for word in counts if word not in other and regex.fullmatch(ways.told, word)}
    begins, ends = counted(counts, nouns | stems, nouns | told, ways)
    nouns |= {word for word in told if ends[word] >= ways.many}
    roles = [("first", begins, nouns), ("last", ends, nouns), ("stem", begins, stems)]
    write(
        folder / "compound-parts.tsv",
        "part of compounds, and whether it is the first, the last, or a stem that is the first",
        (
            (word, role)
            for role, found, among in roles
            for word in among
            if found[word] >= ways.several
        ),
    )


if __name__ == "__main__":
    main(*(Path(each) for each in sys.argv[1:6]))
