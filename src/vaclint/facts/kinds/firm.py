"""Whose the job is, behind its name in a title: only where the text itself says who that is."""

from collections.abc import Iterator

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import names_job, names_jobs, starts_with, undressed
from vaclint.facts.kinds.terms import before_terms
from vaclint.facts.kinds.told import FIRST_BLOCKS
from vaclint.facts.kinds.words import words_of
from vaclint.model.blocks import Block
from vaclint.model.reading import Reading
from vaclint.text.patterns import lazy

LONGEST_NAME = 60
LONGEST_AHEAD, MOST_AHEAD = 80, 4
LEAST_KEY = 5
"""A shorter name may stand in an address by chance."""
LEAST_PREFIX = 2
"""A name is known too by so many of its first words: `The Lantern` of `The Lantern Group`."""
LABELS = frozenset(("organization", "location"))
LONGEST_CODE = 12
_CODE_BEFORE = lazy(r"\b\d{4}\s?[A-Z]{2},?\s+$")
_CODE_BEHIND = lazy(r",?\s+(?:[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5})\b")
"""A postal code around a town: `1234 AB Ee`, `Leeds LS1 4AB`, `Ee, OH 43210`."""
_HOST = lazy(r"(?:@|//|www\.)[\w.-]*$")
"""An address up to a part of its host."""
_BEFORE_NAME = lazy(r"\s(?<word>[\p{L}\p{M}'’-]+)\s(?=\p{Lu})")
_SEPARATOR = lazy(r"\s[|–—·•@-]\s|\s?[,|(]\s?")


def without_firm(title: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> str:
    """`Cook` of `Cook – The Lantern, Leeds`, where a sentence says what The Lantern is or seeks, an
    address holds its name, or a key or label says that it is the employer or the place. Linear:
    the text once for each sign in the title.
    """
    for start, end in _ends_of_job(title, lexicon):
        job, tail = title[:start], title[end:].rstrip(" .!)")
        name = before_terms(tail.split(",")[0].strip(), lexicon)
        is_of = (title[start:end].strip().lower(),) in lexicon.starts["joins"]
        is_job = names_job(job, lexicon, strictly=is_of) or names_jobs(job, lexicon)
        if not is_job or not name:
            continue
        is_at = title[start:end].strip().isalpha() and (
            _speaks_first(name, evidence, lexicon) or is_town(name, evidence, lexicon)
        )
        if is_at or is_firm(name, evidence, lexicon, reading):
            return before_terms(undressed(job), lexicon)
    return _before_name(title, evidence, lexicon, reading)


def _before_name(title: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> str:
    """`Cook` of `Cook The Kettle`, where the text says `cook at The Kettle`, or a key or label that
    The Kettle is the employer; then also with a town behind.
    """
    firms = [tuple(words_of(each)) for each in _told(evidence, reading)]
    tokens = title.rstrip(" .").split()
    lines = [words_of(evidence.page_title), *evidence.words[:FIRST_BLOCKS]]
    for at in range(1, len(tokens)):
        job, name = words_of(" ".join(tokens[:at])), words_of(" ".join(tokens[at:]))
        if not tokens[at][:1].isupper() or not job or not name:
            continue
        if not names_job(" ".join(tokens[:at]), lexicon, strictly=True):
            continue
        if any(each and tuple(name[: len(each)]) == each for each in firms):
            return before_terms(undressed(" ".join(tokens[:at])), lexicon)
        for words in lines:
            if any(
                words[start : start + len(job)] == job
                and tuple(words[start + len(job) : start + len(job) + 1]) in lexicon.starts["by"]
                and words[start + len(job) + 1 :][: len(name)] == name
                for start in range(min(len(words), LONGEST_AHEAD))
            ):
                return " ".join(tokens[:at])
    return title


def _ends_of_job(title: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where a job may end and a name begin: at a sign, or at a word as `with`."""
    yield from (found.span() for found in _SEPARATOR.finditer(title))
    for found in _BEFORE_NAME.finditer(title):
        if (found["word"].lower(),) in lexicon.starts["among"] | lexicon.starts["joins"]:
            yield found.span()


def is_firm(name: str, evidence: Evidence, lexicon: Lexicon, reading: Reading) -> bool:
    """Whether the text says that a name is the employer's or the place's."""
    if len(name) > LONGEST_NAME or not name[0].isupper() or names_job(name, lexicon):
        return False
    if name.lower() in _told(evidence, reading) or _is_address(name, evidence):
        return True
    return any(_is_named(each, evidence, lexicon) for each in _prefixes(name))


def is_town(name: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a name is a listed town's, or stands beside a postal code in the text."""
    if not name[0].isupper() or len(name) > LONGEST_NAME:
        return False
    if tuple(words_of(name)) in lexicon.starts["town"]:
        return True
    at = evidence.source.find(name)
    while at >= 0:
        end = at + len(name)
        if _CODE_BEFORE.search(evidence.source[max(0, at - LONGEST_CODE) : at]):
            return True
        if _CODE_BEHIND.match(evidence.source[end : end + LONGEST_CODE]):
            return True
        at = evidence.source.find(name, end)
    return False


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


def _is_named(name: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether one of the first blocks tells of the bearer of a name: what it is, as who speaks
    (`The Lantern is a theatre. We …`), or seeks, what is its own, or that one is at it.
    """
    for block, words in zip(evidence.blocks[:FIRST_BLOCKS], evidence.words, strict=False):
        text, at = block.text, block.text.find(name)
        we = at >= 0 and any((word,) in lexicon.starts["employer"] for word in words)
        while at >= 0:
            end = at + len(name)
            before = text[max(0, at - LONGEST_AHEAD) : at]
            behind = text[end : end + LONGEST_AHEAD]
            is_whole = not before[-1:].isalnum() and not behind[:1].isalnum()
            if is_whole and _tells(" " in name and we, before, behind, block, lexicon):
                return True
            at = text.find(name, end)
    return False


def _tells(somebody: bool, before: str, behind: str, block: Block, lexicon: Lexicon) -> bool:
    """Whether the words around a name tell that its bearer is an employer; that it is or has
    something only of somebody.
    """
    names = lexicon.starts
    words = words_of(before)
    last = tuple(words[-1:])
    if last in names["by"] or behind[:2] in ("'s", "’s"):
        return True
    if last in names["about"] and len(words) == 1 and block.kind == "heading":
        return True
    if behind[:1] != " " or last in names["article"]:
        return False
    ahead = words_of(" ".join(behind.split()[:MOST_AHEAD]))
    is_doing = 1 if tuple(ahead[:1]) in names["states"] else 0
    if tuple(ahead[:1]) in names["among"]:
        ahead = ahead[LEAST_PREFIX:]  # `in Leeds`
    if starts_with(ahead, names["sought"]) or starts_with(ahead[is_doing:], names["sought"]):
        return True
    return somebody and tuple(ahead[:1]) in names["states"] and tuple(ahead[1:2]) in names["one"]


def _speaks_first(name: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether the first paragraph tells what the bearer of a name is or does, as who speaks: `The
    Lantern has ten volunteers, and we …`.
    """
    for block, words in zip(evidence.blocks, evidence.words, strict=False):
        if block.kind == "paragraph" and not block.front_matter:
            behind = words[len(words_of(name)) :][:1]
            is_doing = (
                block.text.startswith(name + " ") and tuple(behind) in lexicon.starts["states"]
            )
            return is_doing and any((word,) in lexicon.starts["employer"] for word in words)
    return False


def _is_address(name: str, evidence: Evidence) -> bool:
    """Whether an address of the text has a name as its host: `jobs@lantern.example`."""
    key = "".join(filter(str.isalnum, name.lower()))
    if len(key) < LEAST_KEY:
        return False
    source = evidence.source.lower()
    at = source.find(key)
    while at >= 0:
        if _HOST.search(source[max(0, at - LONGEST_AHEAD) : at]):
            return True
        at = source.find(key, at + len(key))
    return False
