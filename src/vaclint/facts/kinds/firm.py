"""Whose the job is, behind its name in a title: only where the text itself says who that is."""

from collections.abc import Iterator

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import names_job, starts_with, undressed
from vaclint.facts.kinds.terms import before_terms
from vaclint.facts.kinds.told import FIRST_BLOCKS
from vaclint.facts.kinds.words import words_of
from vaclint.model.reading import Reading
from vaclint.text.patterns import lazy

LONGEST_NAME = 60
LONGEST_AHEAD, MOST_AHEAD = 80, 4
LEAST_PREFIX = 2
"""A name is known too by so many of its first words: `The Lantern` of `The Lantern Group`."""
LABELS = frozenset(("organization", "location"))
_SEPARATOR = lazy(r"\s[|–—·•@-]\s|\s?[,|(]\s?")


def without_firm(title: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> str:
    """`Cook` of `Cook – The Lantern, Leeds`, where a sentence says what The Lantern is or seeks, or
    a key or label says that it is the employer or the place. Linear: the first blocks once for each
    sign in the title.
    """
    for found in _SEPARATOR.finditer(title):
        job, tail = title[: found.start()], title[found.end() :].rstrip(" )")
        name = before_terms(tail.split(",")[0].strip(), lexicon)
        if names_job(job, lexicon) and name and _is_known(name, evidence, lexicon, reading):
            return before_terms(undressed(job), lexicon)
    return title


def _is_known(name: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> bool:
    """Whether the text says that a name is the employer's or the place's."""
    if len(name) > LONGEST_NAME or not name[0].isupper() or names_job(name, lexicon):
        return False
    return name.lower() in _told(evidence, reading) or any(
        _is_subject(each, evidence, lexicon) for each in _prefixes(name)
    )


def _told(evidence: Evidence, reading: Reading) -> Iterator[str]:
    """The employers and places that keys and labels give, in lower case."""
    for entry in evidence.entries:
        if not LABELS.isdisjoint(reading.facts_of(entry.key)):
            yield entry.value.strip().lower()
    for block in evidence.blocks[:FIRST_BLOCKS]:
        if block.label and not LABELS.isdisjoint(reading.facts_of(block.label)):
            yield block.value.strip().lower()


def _prefixes(name: str) -> Iterator[str]:
    """A name, and what it begins with."""
    tokens = name.split()
    yield name
    for end in range(len(tokens) - 1, LEAST_PREFIX - 1, -1):
        yield " ".join(tokens[:end])


def _is_subject(name: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a sentence among the first says what the bearer of a name is, has or seeks; a single
    word is a name only before what seeks somebody.
    """
    does = lexicon.starts["sought"]
    if " " in name:
        does = does | lexicon.starts["states"]
    for block in evidence.blocks[:FIRST_BLOCKS]:
        text = block.text
        at = text.find(name)
        while at >= 0:
            before, behind = text[:at].split()[-1:], text[at + len(name) :]
            is_whole = behind[:1] == " " and (at == 0 or not text[at - 1].isalnum())
            article = bool(before) and tuple(words_of(before[0])) in lexicon.starts["article"]
            if is_whole and not article and starts_with(_ahead(behind), does):
                return True
            at = text.find(name, at + len(name))
    return False


def _ahead(text: str) -> list[str]:
    """The next words of a text."""
    return words_of(" ".join(text[:LONGEST_AHEAD].split()[:MOST_AHEAD]))
