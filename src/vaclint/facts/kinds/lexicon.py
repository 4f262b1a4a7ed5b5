"""The lists of all languages, indexed into one immutable value.

The lists are merged: a Dutch vacancy has an English title or headings often enough, and the
phrases of one language hardly occur in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from vaclint.facts.kinds.wording import REMEMBERED as REMEMBERED_BLOCKS
from vaclint.facts.kinds.wording import WordWeights, weights_of
from vaclint.facts.kinds.words import words_of
from vaclint.languages.language import Language
from vaclint.languages.resources import Resources
from vaclint.text.named import NamedTuple
from vaclint.text.remembered import Memory
from vaclint.text.stored import Table, packed

Phrase = tuple[str, ...]
Entry = tuple[Phrase, str, str]
"""The words behind the second, the group, and the phrase as written."""


class Phrases(NamedTuple):
    """The phrases that begin with a word: of that word alone, and longer by their second."""

    alone: tuple[tuple[str, str], ...]
    """The group of each, and the phrase."""
    longer: Mapping[str, tuple[Entry, ...]]


class SectionWords(NamedTuple):
    """The words that names of sections are composed of in a language."""

    words: frozenset[str]
    nouns: frozenset[str]
    """Those that name what sections hold."""
    parts: frozenset[str]
    """All of these."""
    reader: frozenset[str]
    """Those that speak to the reader."""

    def compose(self, line: list[str]) -> bool:
        """Whether a line holds nothing else, and speaks to the reader: `What you will do`."""
        return not self.reader.isdisjoint(line) and self.words.issuperset(line)

    def compose_part(self, line: list[str]) -> bool:
        """Whether a line holds nothing but these and a noun: `Essential duties`."""
        return not self.nouns.isdisjoint(line) and self.parts.issuperset(line)


STANDING, LISTED = "not standing", "not jobs listed"
HEADED, TELLS, NAMES = "not title list", "not list", "job named"
"""A page headed as a list is one where it says so again, or where no sentence seeks one job."""
NAMED = ("title job", "heading job")


class Weights(NamedTuple):
    """The weight of each group, the constant, and the band in which a text is unsure."""

    groups: Mapping[str, float]
    constant: float
    low: float
    high: float
    high_long: float
    """The upper end for texts that are none too short."""
    high_standing: float
    """The upper end for pages that invite whoever will, have nothing open or are headed as a list,
    and name no job in their title: who reads them can seldom apply for anything in particular."""
    high_listed: float
    """The upper end for pages that name several jobs in a line each: most are lists of them. A text
    of a few lines may name its own job so often.
    """

    def surely(self, evidence: Container[str]) -> float:
        """From what probability on a text with such groups of evidence is a vacancy."""
        is_list = HEADED in evidence and (TELLS in evidence or NAMES not in evidence)
        is_general = STANDING in evidence or is_list
        if is_general and not any(name in evidence for name in NAMED):
            return self.high_standing
        if "short" in evidence:
            return self.high
        return self.high_listed if LISTED in evidence else self.high_long


class Lexicon(NamedTuple):
    """Everything the languages know of vacancies."""

    phrases: Mapping[str, Phrases]
    """By their first word."""
    starts: Mapping[str, frozenset[Phrase]]
    """Lists of titles and headings by name: `wanted`, `other`, `section` and so on."""
    sections: tuple[SectionWords, ...]
    is_job: Callable[[str], bool]
    """Whether a word is the name of a job, or a compound that ends in one; remembers."""
    is_jobs: Callable[[str], bool]
    """Whether a word is the plural of one, by the endings that a language lists."""
    is_agent: Callable[..., bool]
    """Whether a word has the ending of a trade, and is none of those that only look like one."""
    is_lasts: Callable[[str], bool]
    """Whether a word is the plural of one of ``last``."""
    last: frozenset[str]
    """Names of jobs only where they end a title or a part of it."""
    job_folders: frozenset[str]
    other_folders: frozenset[str]
    weights: Weights
    wording: tuple[WordWeights, ...]
    """Of each language that has them, what its words say of the kind."""
    naming: Memory[bool]
    """Whether lines name a job, by their text and how strictly; see ``naming``."""
    cleaned: Memory[str]
    """Lines as titles; see ``naming``."""
    words: Memory[list[str]]
    """The words of blocks; see ``evidence``."""
    scanned: Memory[tuple[tuple[str, str], ...]]
    """What is found in blocks, by their text; see ``scan``."""

    def is_section(self, words: list[str]) -> bool:
        """Whether a line is composed as the name of a section of a vacancy."""
        return 1 < len(words) <= MOST_IN_SECTION and any(
            each.compose(words) for each in self.sections
        )

    def is_part(self, words: list[str]) -> bool:
        """Whether a line is composed as the name of a section, or of any part of a page."""
        return 1 < len(words) <= MOST_IN_SECTION and any(
            each.compose(words) or each.compose_part(words) for each in self.sections
        )

    def is_agents(self, word: str) -> bool:
        """Whether a word in lower case has the ending of several of a trade: `stonedressers`."""
        return word.islower() and word.endswith("s") and self.is_agent(word[:-1], LEAST_AGENT - 1)

    def names_work(self, word: str) -> bool:
        """Whether a word is the name of a job, or of several."""
        return self.is_job(word) or self.is_jobs(word)


REMEMBERED = 4_096
LINES, BLOCKS = 2_000, 2_000
"""So many lines and blocks are remembered, and at most twice as many."""
MOST_IN_SECTION = 8
"""A composed name of a section has no more words."""
LEAST_HEAD = 5
"""A shorter name of a job is no end of a compound: `oktober` is no `ober`."""
LEAST_AGENT = 6
"""A shorter word says nothing by its ending."""
LEAST_END = 8
"""A name of so many letters that is listed as a word alone may end a compound as well."""
LISTS = (
    *("no_job_first", "wanted", "called", "no_job", "no_job_unless_last", "cut", "other", "list"),
    *("section", "page", "thanks", "lead", "as", "employer", "asks", "sought"),
    *("reader", "praise", "by", "joins", "anybody", "people"),
    *("sum", "up_to", "article", "volunteer", "become", "states", "tail", "one"),
    *("terms", "terms_join", "announces", "vacancy", "list_end", "about"),
    *("employment", "region", "region_last", "region_open", "among", "course", "dangling"),
    *("house", "house_end", "house_last", "serves", "team", "sought_by", "before_post", "post"),
    *("merits", "merits_behind", "state", "reference", "invites"),
    *("other_end", "other_part", "first", "helper"),
)
"""The lists of titles and headings; a language may leave one out."""


def lexicon_of(resources: Resources) -> Lexicon:
    """The lists of every language; see ``Resources.once``."""
    phrases, starts, sections, jobs, paths, words = resources.kept(
        "kinds.bin", lambda: _plain_lists(resources)
    )
    weights = resources.data["kind"]
    is_job = _job_test(jobs["names"], jobs["ends"])
    return Lexicon(
        Table(phrases, Phrases._make),
        starts,
        tuple(map(SectionWords._make, sections)),
        is_job,
        _plural_test(is_job, jobs["plural"]),
        _agent_test(jobs["agent"], jobs["no_agent"]),
        _plural_test(jobs["last"].__contains__, jobs["plural"]),
        jobs["last"],
        paths["job"],
        paths["other"],
        Weights(
            weights["weights"],
            weights["constant"],
            weights["low"],
            weights["high"],
            weights["high-long"],
            weights["high-standing"],
            weights["high-listed"],
        ),
        tuple(WordWeights(constant, known, Memory(REMEMBERED_BLOCKS)) for constant, known in words),
        Memory(LINES),
        Memory(LINES),
        Memory(BLOCKS),
        Memory(BLOCKS),
    )


def _plain_lists(resources: Resources) -> Any:
    """What the lists of every language come to, as plain data."""
    packs = list(resources.languages.values())
    jobs = [pack.section("occupations") for pack in packs]
    heads = _all(jobs, "heads")
    titles = [pack.section("signs").get("title", {}) for pack in packs]
    paths = [pack.section("signs").get("paths", {}) for pack in packs]
    words = _all(jobs, "words")
    ends = [word for word in heads if len(word) >= LEAST_HEAD]
    ends += [word for word in words if len(word) >= LEAST_END and word.isalpha()]
    weights = (weights_of(pack.section("kind-words")) for pack in packs)
    return (
        packed(_phrases(packs)),
        {name: frozenset(tuple(_split(each)) for each in _all(titles, name)) for name in LISTS}
        | {"town": frozenset(_towns(packs))},
        tuple(map(_section_words, titles)),
        {
            "names": words | heads,
            "ends": frozenset(ends),
            **{name: tuple(_all(jobs, name)) for name in ("plural", "agent", "no_agent")},
            "last": _all(jobs, "last"),
        },
        {name: _all(paths, name) for name in ("job", "other")},
        tuple((each.constant, each.weights) for each in weights if each is not None),
    )


def _towns(packs: Iterable[Language]) -> Iterator[Phrase]:
    """The words of each town and region that is hardly ever a part of another name; a country in a
    title says where the job is, and stays.
    """
    for pack in packs:
        posting = pack.section("posting")
        towns = [each for listed in posting.get("country-towns", {}).values() for each in listed]
        names = posting.get("countries", {})
        yield from (tuple(_split(each)) for each in towns if each.lower() not in names)


def _section_words(titles: Mapping[str, Iterable[str]]) -> tuple[frozenset[str], ...]:
    """The fields of ``SectionWords``."""
    reader = _all([titles], "section_reader")
    nouns = _all([titles], "section_nouns")
    words = _all([titles], "section_words") | reader
    return words, nouns, words | nouns, reader


def _all(tables: Iterable[Mapping[str, Iterable[str]]], name: str) -> frozenset[str]:
    return frozenset(each for table in tables for each in table.get(name, ()))


def _phrases(packs: Iterable[Language]) -> dict[str, tuple[Any, ...]]:
    """The phrases for and against by their first word, each as the fields of ``Phrases``."""
    found: dict[str, list[Entry]] = {}
    for pack in packs:
        signs = pack.section("signs")
        for name, sign in (("groups", ""), ("against", "not ")):
            for group, listed in signs.get(name, {}).items():
                for phrase in listed:
                    first, *rest = _split(phrase)
                    found.setdefault(first, []).append((tuple(rest), sign + group, phrase))
    return {first: _indexed(entries) for first, entries in found.items()}


def _indexed(entries: list[Entry]) -> tuple[Any, ...]:
    alone = tuple((group, phrase) for rest, group, phrase in entries if not rest)
    longer: dict[str, list[Entry]] = {}
    for rest, group, phrase in entries:
        if rest:
            longer.setdefault(rest[0], []).append((rest[1:], group, phrase))
    return alone, {second: tuple(each) for second, each in longer.items()}


def _job_test(occupations: frozenset[str], heads: frozenset[str]) -> Callable[[str], bool]:
    @lru_cache(REMEMBERED)
    def is_job(word: str) -> bool:
        if word in occupations:
            return True
        if "-" in word and word.rsplit("-", 1)[1] in occupations:
            return True
        return any(word[at:] in heads for at in range(2, len(word) - LEAST_HEAD + 1))

    return is_job


def _plural_test(is_job: Callable[[str], bool], endings: tuple[str, ...]) -> Callable[[str], bool]:
    @lru_cache(REMEMBERED)
    def is_jobs(word: str) -> bool:
        return any(is_job(word[: -len(each)]) for each in endings if word.endswith(each))

    return is_jobs


def _agent_test(endings: tuple[str, ...], others: tuple[str, ...]) -> Callable[..., bool]:
    def is_agent(word: str, least: int = LEAST_AGENT) -> bool:
        is_long = len(word) >= least and word.isalpha()
        return is_long and word.endswith(endings) and not word.endswith(others)

    return is_agent


def _split(phrase: str) -> list[str]:
    if "#" in phrase or "*" in phrase:
        return phrase.split()
    return words_of(phrase)
