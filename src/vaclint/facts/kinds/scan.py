"""Phrases, headings and fields of vacancies in a text: one pass over its words."""

from collections.abc import Iterator

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon, Phrases
from vaclint.facts.kinds.naming import starts_with
from vaclint.facts.kinds.words import ANY, NUMBER, words_of
from vaclint.model.reading import Reading, key_of, labelled_pairs

Hits = dict[str, dict[str, int]]
"""By group, the phrases found with the index of the block each stands in first; -1 for none."""

BEFORE = "before"
JOB_WITHIN = {"seek": 7, BEFORE: 3}
"""So many words behind `we are looking for`, or `as a`, the name of a job may stand."""
HELPER_WITHIN = 3

READ = {"salary": "amount", "hours": "hours"}
"""A key of the front matter that holds one of these says as much as the text would."""
MANY_FACTS = 4
LAYOUTS = frozenset(
    ("layout", "type", "template", "category", "categories", "collection", "posttype")
)
"""Keys that say what kind of page a text is."""
PARTS = "not parts"
SENTENCE_ENDS = (".", ",", ";")
"""A line that ends so is part of a sentence, and no heading."""
JOB_FACTS = frozenset(
    (
        "job",
        "salary",
        "hours",
        "contract",
        "closing",
        "apply",
        "employer",
        "offer",
        "reference",
        "demand",
    )
)


def scan(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> tuple[Hits, int]:
    """What is found in a text by group, and the number of its words. Linear in them."""
    hits, count = _scan(evidence, lexicon)
    _scan_headings(evidence, lexicon, hits)
    _scan_keys(evidence, lexicon, reading, hits)
    return hits, count


def _scan(evidence: Evidence, lexicon: Lexicon) -> tuple[Hits, int]:
    """The phrases of each group with the block they stand in first, and the number of words."""
    hits: Hits = {}
    index: _Index = {}
    for number, (block, words) in enumerate(zip(evidence.blocks, evidence.words, strict=True)):
        for group, phrase in lexicon.scanned.given(block.text, _found, words, lexicon, index):
            hits.setdefault(group, {}).setdefault(phrase, number)
    return hits, sum(map(len, evidence.words))


_Index = dict[str, Phrases | None]
"""The phrases that begin with a word, of those words that were asked for."""


def _found(words: list[str], lexicon: Lexicon, index: _Index) -> tuple[tuple[str, str], ...]:
    """The phrases in the words of a block, each behind its group."""
    known = lexicon.phrases
    index.update((word, known.get(word)) for word in {NUMBER, *words}.difference(index))
    return tuple(dict.fromkeys(_phrases(words, lexicon, index)))


def _phrases(words: list[str], lexicon: Lexicon, index: _Index) -> Iterator[tuple[str, str]]:
    numbers = index[NUMBER]
    last = len(words) - 1
    for at, word in enumerate(words):
        known = index[word]
        if known is None:
            if not "0" <= word[0] <= "9" or numbers is None:
                continue
            known = numbers
        for group, phrase in known.alone:
            if group in JOB_WITHIN:
                yield from _job_behind(words, at + 1, group, phrase, lexicon)
            if group != BEFORE:
                yield group, phrase
        if at == last or not known.longer:
            continue
        second = words[at + 1]
        longer = known.longer.get(second, ())
        if ANY in known.longer:
            longer = (*longer, *known.longer[ANY])
        if "0" <= second[0] <= "9" and NUMBER in known.longer:
            longer = (*longer, *known.longer[NUMBER])
        for rest, group, phrase in longer:
            if rest and not _goes_on(words, at + 2, rest):
                continue
            if group in JOB_WITHIN:
                yield from _job_behind(words, at + 2 + len(rest), group, phrase, lexicon)
            if group != BEFORE:
                yield group, phrase


def _job_behind(
    words: list[str], begin: int, group: str, phrase: str, lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """A phrase of a group that is followed by the name of a job, or of several."""
    behind = words[begin : begin + JOB_WITHIN[group]]
    for at, word in enumerate(behind):
        helps = group == "seek" and at < HELPER_WITHIN and (word,) in lexicon.starts["helper"]
        if helps or lexicon.names_work(word):
            yield "job named", f"{phrase} {' '.join(behind[: at + 1])}"
            return


def _goes_on(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(words):
        return False
    for offset, wanted in enumerate(rest):
        word = words[at + offset]
        if word != wanted and wanted != ANY and not (wanted == NUMBER and word[0].isdigit()):
            return False
    return True


def _scan_headings(evidence: Evidence, lexicon: Lexicon, hits: Hits) -> None:
    """Headings and short lines that name a section of a vacancy."""
    names = lexicon.starts["section"]
    for number, block in enumerate(evidence.blocks):
        line = block.label or block.text
        if block.front_matter or len(line) > 60:
            continue
        words = words_of(line) if block.label else evidence.words[number]
        if tuple(words) in lexicon.starts["other_part"]:
            hits.setdefault(PARTS, {}).setdefault(" ".join(words), number)
        length = starts_with(words, names)
        if length and (length == len(words) or (length >= 3 and block.kind == "heading")):
            hits.setdefault("headings", {}).setdefault(" ".join(words[:length]), number)
        elif not line.endswith(SENTENCE_ENDS) and lexicon.is_section(words):
            hits.setdefault("headings", {}).setdefault(" ".join(words), number)


def _scan_keys(evidence: Evidence, lexicon: Lexicon, reading: Reading, hits: Hits) -> None:
    """Facts that keys of the front matter and labels name; the values of layouts."""
    named = [(key, value, -1) for key, value, _ in labelled_pairs(evidence.entries)]
    named += [
        (each.label, each.value, at)
        for at, each in enumerate(evidence.blocks)
        if each.label and not each.front_matter
    ]
    for key, value, at in named:
        facts = reading.facts_of(key)
        if value.strip():
            for fact in facts & JOB_FACTS:
                hits.setdefault("keys", {}).setdefault(fact, at)
            if at < 0:
                for fact, group in READ.items():
                    if fact in facts:
                        hits.setdefault(group, {}).setdefault(key, at)
            if "person" in facts and at < 0:
                hits.setdefault("not person", {}).setdefault(key, at)
    front = {fact: at for fact, at in hits.get("keys", {}).items() if at < 0}
    if len(front) >= MANY_FACTS:
        hits["many keys"] = front
        hits.pop("not person", None)
    for key, value, at in named:
        if key_of(key) in LAYOUTS:
            words = words_of(value)
            if any(word in lexicon.job_folders for word in words):
                hits.setdefault("layout", {}).setdefault(f"{key}: {value}", at)
