"""Derives the tables of verbs and plurals from a frequency list of words: ``make_tables.py
LIST.json.gz OTHER.json.gz FOLDER``.

LIST holds the words of the language with how often they are used, OTHER those of the language that
texts are mixed with. What the language is like stands in FOLDER/derive.toml. Nothing here is kept
in memory by the program that uses the tables.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_origin, get_type_hints

import regex
import tomli


class Verb(NamedTuple):
    """A weak or strong verb: infinitive, stem, form in -t, participle (empty when none is
    listed)."""

    infinitive: str
    stem: str
    with_t: str
    participle: str


class Ways(NamedTuple):
    """How a language makes its forms, from ``derive.toml``."""

    ending: str
    past: str
    last: Mapping[str, str]
    voiceless: str
    prefixes: tuple[str, ...]
    least: int
    common: int
    noun_endings: Mapping[str, str]
    no_part: frozenset[str]
    separable: str
    more_parts: Mapping[str, str]
    not_verbs: frozenset[str]
    vowels: str


Kind = TypeVar("Kind")
MADE: Mapping[Any, Callable[[Any], Any]] = {tuple: tuple, frozenset: frozenset}


def ways_of(kind: Callable[..., Kind], folder: Path, *tables: str) -> Kind:
    """The settings of a language, from a table of its ``derive.toml``, by the names and types of
    the fields of ``kind``.
    """
    data = tomli.loads((folder / "derive.toml").read_text(encoding="utf-8"))
    for table in tables:
        data = data[table]
    return kind(
        **{
            name: MADE.get(get_origin(type_), lambda value: value)(data[name.replace("_", "-")])
            for name, type_ in get_type_hints(kind).items()
        }
    )


def counts_of(path: Path) -> dict[str, int]:
    """The words of a list with how often they are used."""
    return {
        str(word): int(count)
        for word, count in json.loads(gzip.decompress(path.read_bytes())).items()
    }


def stem_of(infinitive: str, counts: Mapping[str, int], ways: Ways) -> str:
    """The stem of an infinitive as it is spelled: the candidate that is used most, itself and
    with -t."""
    bare = infinitive.removesuffix(ways.ending)
    bare = bare[:-1] + ways.last.get(bare[-1:], bare[-1:])
    made = [bare]
    if len(bare) > 2 and bare[-1] == bare[-2]:
        made = [bare[:-1]]
    elif regex.search(rf"(?:^|[^{ways.vowels}])([{ways.vowels}])[^{ways.vowels}]$", bare):
        made.insert(0, bare[:-1] + bare[-2:-1] + bare[-1])
        made[0] = bare[:-1] + bare[-2] + bare[-1]
    return max(made, key=lambda stem: min(counts.get(stem, 0), counts.get(stem + "t", 0)))


def verbs(counts: Mapping[str, int], ways: Ways) -> Iterator[Verb]:
    """The verbs of a list: words in the ending of infinitives whose stem and form in -t are
    listed too."""
    for word, used in counts.items():
        if (
            not word.endswith(ways.ending)
            or len(word) < 5
            or used < ways.least
            or word in ways.not_verbs
        ):
            continue
        stem = stem_of(word, counts, ways)
        with_t = stem + "t"
        if (
            len(stem) < 3
            or stem.endswith("t")
            or with_t in ways.not_verbs
            or with_t + ways.past in counts
        ):
            continue
        if counts.get(stem, 0) < ways.least or counts.get(with_t, 0) < ways.least:
            continue
        raw = word.removesuffix(ways.ending)[-1]
        ending = "t" if raw in ways.voiceless else "d"
        bound = word.startswith(ways.prefixes)
        participle = (stem if bound else "ge" + stem) + ("" if stem.endswith(ending) else ending)
        yield Verb(
            word, stem, with_t, participle if counts.get(participle, 0) >= ways.least else ""
        )


def plurals(
    counts: Mapping[str, int], other: Mapping[str, int], ways: Ways
) -> Iterator[tuple[str, str, str]]:
    """Plurals that lack their apostrophe: the wrong form, the right one, and whether the wrong
    one can be nothing else."""
    for word, used in counts.items():
        if (
            used < ways.least
            or len(word) < 4
            or not regex.search(rf"[^{ways.vowels}'][aiouy]$", word)
            or not word.isalpha()
        ):
            continue
        wrong, right = word + "s", word + "'s"
        if right in counts and wrong not in counts:
            yield wrong, right, "maybe" if wrong in other else "sure"


def apostrophes(
    counts: Mapping[str, int], other: Mapping[str, int], ways: Ways
) -> Iterator[tuple[str, str]]:
    """Plurals in -s with an apostrophe that they should not have; words that the other language
    has too are left out."""
    for word, used in counts.items():
        plural = word + "s"
        if (
            used <= ways.common
            or word in other
            or not word.isalpha()
            or not regex.search(rf"[^{ways.vowels}szx]$", word)
        ):
            continue
        if (
            len(word) > 2
            and counts.get(plural, 0) >= ways.least
            and plural not in other
            and not regex.search("^(.*[^a-z].*)$", word)
        ):
            yield word + "'s", plural


def first_parts(
    counts: Mapping[str, int], other: Mapping[str, int], ways: Ways
) -> Iterator[tuple[str, str]]:
    """Nouns by their ending, and how they stand as the first part of a compound."""
    yield from ways.more_parts.items()
    for word, used in counts.items():
        if word in ways.more_parts:
            continue
        for ending, link in ways.noun_endings.items():
            if (
                (
                    used > ways.common
                    and word.endswith(ending)
                    and len(word) > len(ending) + 2
                    and word not in ways.no_part
                )
                and (word not in other or other[word] < used)
                and word.isalpha()
            ):
                yield word, word + link


def write(path: Path, head: str, table: Iterator[tuple[str, ...]]) -> None:
    """Write a table, sorted."""
    lines = sorted({"\t".join(row) for row in table})
    path.write_text(f"# {head}\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(path.name, len(lines))


def main(listed: Path, mixed: Path, folder: Path) -> None:
    """Write all tables."""
    counts, ways = counts_of(listed), ways_of(Ways, folder)
    found = list(verbs(counts, ways))
    write(folder / "t-forms.tsv", "form in -t, stem", ((v.with_t, v.stem) for v in found))
    write(
        folder / "stems-d.tsv",
        "stem in -d, form in -t",
        ((v.stem, v.with_t) for v in found if v.stem.endswith("d")),
    )
    pairs = [
        v
        for v in found
        if v.participle
        and v.infinitive.startswith(ways.prefixes)
        and not v.stem.endswith("d")
        and v.participle != v.with_t
    ]
    write(
        folder / "participles.tsv",
        "participle, form in -t of the same verb",
        ((v.participle, v.with_t) for v in pairs),
    )
    write(
        folder / "participle-stems.tsv",
        "participle, stem of the same verb",
        ((v.participle, v.stem) for v in pairs),
    )
    write(
        folder / "t-participles.tsv",
        "form in -t, participle of the same verb",
        ((v.with_t, v.participle) for v in pairs),
    )
    both = [
        v
        for v in found
        if v.infinitive.startswith(ways.prefixes)
        and v.stem.endswith("d")
        and v.participle == v.stem
    ]
    write(
        folder / "d-participles.tsv",
        "form in -dt, participle of the same verb",
        ((v.with_t, v.stem) for v in both),
    )
    whole = {v.participle for v in found if v.participle and v.participle not in ways.not_verbs}
    split = {
        word
        for word, used in counts.items()
        if used >= ways.least and regex.fullmatch(ways.separable, word)
    }
    write(folder / "participles-any.tsv", "participle", ((word,) for word in whole | split))
    other = counts_of(mixed)
    made = list(plurals(counts, other, ways))
    write(
        folder / "plurals-sure.tsv",
        "plural without its apostrophe, right",
        (row[:2] for row in made if row[2] == "sure"),
    )
    write(
        folder / "plurals-maybe.tsv",
        "the same, where the wrong form may be a word of another language",
        (row[:2] for row in made if row[2] != "sure"),
    )
    write(
        folder / "first-parts.tsv",
        "noun, the same as the first part of a compound",
        first_parts(counts, other, ways),
    )
    write(
        folder / "apostrophes.tsv",
        "plural with an apostrophe too many, right",
        apostrophes(counts, other, ways),
    )


if __name__ == "__main__":
    main(*(Path(each) for each in sys.argv[1:4]))
