"""Derives the tables of spellings: ``make_spellings.py DICTIONARY.dic AFFIXES.aff CONJUGATIONS
LIST.json.gz OTHER.json.gz TEXTS FOLDER``.

DICTIONARY, AFFIXES, LIST and TEXTS are those of make_nouns.py, CONJUGATIONS that of
make_agreement.py, OTHER the words of the language that texts are mixed with. Made are the verbs
that are one word with what stands before them, words that lack an accent or have an old letter,
plurals with an apostrophe too many, and the genders of nouns. What the language is like stands in
FOLDER/derive.toml.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import regex
import tomli
from make_agreement import verbs_of
from make_nouns import Ways, entries, formed, places_of, suffixes_of
from make_tables import counts_of, ways_of, write


class Sources(NamedTuple):
    """What is known of the words of the language."""

    flags: Mapping[str, frozenset[str]]
    words: frozenset[str]
    """All words and their plurals."""
    counts: Mapping[str, int]
    other: Mapping[str, int]


def apart(forms: set[str], sources: Sources, ways: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Verbs that are one word with a particle before them: the verb, and its particles."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        for particle in ways["particles"]:
            rest = form.removeprefix(particle)
            if rest != form and len(rest) >= ways["shortest-verb"] and rest in sources.counts:
                found[rest].add(particle)
    for rest, particles in found.items():
        yield rest, " ".join(sorted(particles))


def plain(word: str) -> str:
    """A word without its accents."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def accents(sources: Sources, ways: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Words that lack an accent, where that makes no other word."""
    for word in sources.words:
        bare = plain(word)
        is_other = bare in sources.other and bare not in ways["accents-too"]
        has_mark = regex.search(f"[{ways['accents']}]", word)
        if not has_mark or bare in sources.words or is_other or not bare.isalpha():
            continue
        is_long = len(word) >= ways["shortest-accent"]
        if is_long and regex.search(ways["accented"], word):
            yield bare, word


def old_letters(sources: Sources, ways: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Words with an old letter that may be read as a compound, so that they look right."""
    for word, used in sources.counts.items():
        if used < ways["least"] or word not in sources.words or not word.isalpha():
            continue
        for pattern, letter in ways["old-letters"]:
            old = regex.sub(pattern, letter, word)
            is_taken = old in sources.words or old in sources.counts or old in sources.other
            if len(old) < ways["shortest-old"]:
                continue
            if old != word and not is_taken and old not in ways["never-old"]:
                yield old, word


def apostrophes(sources: Sources, ways: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Plurals in -s with an apostrophe that they should not have."""
    for word, flags in sources.flags.items():
        is_used = sources.counts.get(word, 0) >= ways["least-plural"]
        ends = regex.search(f"(?:{ways['no-apostrophe']})$", word)
        if ways["plural-s"] in flags and is_used and ends and word not in sources.other:
            yield word + "'s", word + "s"


def adjectives(
    suffixes: Mapping[str, Any], kinds: Mapping[str, str], sources: Sources, ways: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Adjectives that are no noun, with and without their ending."""
    for word, flags in sources.flags.items():
        each = flags & frozenset(ways["adjective"])
        if not each or word in kinds or sources.counts.get(word, 0) < ways["least-adjective"]:
            continue
        for form in formed(word, each, suffixes):
            is_used = sources.counts.get(form, 0) >= ways["least-adjective"]
            is_plain = form.endswith(ways["inflected"]) and not form.endswith(ways["superlative"])
            if is_used and is_plain and form not in kinds:
                yield form, word


def genders(
    texts: Path, folder: Path, kinds: Mapping[str, str], ways: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """Nouns that have one article in the texts, and which."""
    places = places_of(texts, ways_of(Ways, folder, "nouns"))
    for word, kind in kinds.items():
        common, neuter = places.common[word], places.neuter[word]
        if kind not in ways["gendered"] or word in ways["no-gender"]:
            continue
        if regex.search(f"(?:{ways['never-gendered']})$", word):
            continue
        if common >= ways["least-places"] and common >= ways["times"] * neuter:
            yield word, ways["common"]
        elif neuter >= ways["least-places"] and neuter >= ways["times"] * common:
            yield word, ways["neuter"]


def main(
    dictionary: Path,
    affixes: Path,
    conjugations: Path,
    listed: Path,
    mixed: Path,
    texts: Path,
    folder: Path,
) -> None:
    """Write the tables."""
    ways = tomli.loads((folder / "derive.toml").read_text(encoding="utf-8"))["spellings"]
    nouns = ways_of(Ways, folder, "nouns")
    flags = entries(dictionary, nouns)
    suffixes = suffixes_of(affixes, (*nouns.plural, *nouns.adjective, *nouns.noun))
    words = {form for word, each in flags.items() for form in formed(word, each, suffixes)}
    sources = Sources(flags, frozenset(words.union(flags)), counts_of(listed), counts_of(mixed))
    verbs = verbs_of(conjugations, counts_of(listed), 0)
    infinitives = {word for word, each in flags.items() if ways["infinitive"] in each}
    participles = {word for word, each in flags.items() if ways["participle"] in each}
    participles |= {verb.participle for verb in verbs}
    finite = {word for word, each in flags.items() if ways["finite"] in each}
    finite |= {verb.with_t for verb in verbs}
    for name, forms in (
        ("infinitives", infinitives),
        ("participles", participles),
        ("finite", finite),
    ):
        head = "verb, and what is one word with it before it"
        write(folder / f"apart-{name}.tsv", head, apart(forms, sources, ways))
    strong = (verb.participle for verb in verbs if verb.participle.endswith(ways["strong"]))
    head = "participle of a strong verb"
    write(folder / "participles-strong.tsv", head, ((each,) for each in strong))
    write(folder / "accents.tsv", "word without its accent, right", accents(sources, ways))
    write(folder / "old-letters.tsv", "word in old spelling, right", old_letters(sources, ways))
    head = "plural with an apostrophe too many behind a vowel, right"
    write(folder / "apostrophes-vowel.tsv", head, apostrophes(sources, ways))
    lines = (folder / "nouns.tsv").read_text("utf-8").splitlines()[1:]
    kinds = dict(line.split("\t") for line in lines)
    pairs = [*adjectives(suffixes, kinds, sources, ways)]
    write(folder / "inflected-any.tsv", "adjective in -e, without it", iter(pairs))
    write(folder / "bare-any.tsv", "adjective, with its ending", ((b, a) for a, b in pairs))
    gendered = [*genders(texts, folder, kinds, ways)]
    for name, article in (("common", ways["common"]), ("neuter", ways["neuter"])):
        of_one = ((word,) for word, its in gendered if its == article)
        write(folder / f"nouns-{name}.tsv", f"noun with the article {article}", of_one)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
