"""The groups of evidence in a text, each with a value between 0 and 1 (log odds for `wording`)."""

import math
from collections.abc import Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from vaclint.facts.kinds.evidence import Evidence, Found
from vaclint.facts.kinds.lexicon import HEADED, Lexicon
from vaclint.facts.kinds.naming import (
    calls_volunteers,
    ends_with,
    holds,
    is_part,
    is_wanted,
    names_job,
    names_jobs,
    names_several,
    starts_with,
)
from vaclint.facts.kinds.scan import PARTS, SENTENCE_ENDS, Hits, scan
from vaclint.facts.kinds.title import Title
from vaclint.facts.kinds.wording import wording_of
from vaclint.facts.kinds.words import words_of
from vaclint.model.blocks import Block
from vaclint.model.reading import Reading, key_of
from vaclint.text.patterns import lazy

NEEDS = {
    "job named": 1.0,
    "seek": 1.0,
    "invite": 1.0,
    "tasks": 3.0,
    "demands": 3.0,
    "offer": 3.0,
    "pay": 2.0,
    "amount": 1.0,
    "hours": 1.0,
    "contract": 1.0,
    "apply": 1.0,
    "contact": 2.0,
    "deadline": 1.0,
    "headings": 2.0,
    "keys": 2.0,
    "layout": 1.0,
    "many keys": 1.0,
    "not self": 4.0,
    "not list": 3.0,
    "not code": 4.0,
    "not course": 4.0,
    "not person": 4.0,
    "not legal": 4.0,
    "not thanks": 1.0,
    "not howto": 4.0,
    "not profession": 3.0,
    "not recruiting": 3.0,
    "not standing": 1.0,
    "not article": 1.0,
    "not policy": 4.0,
    "not news": 5.0,
    "not site": 4.0,
    "not filler": 1.0,
    "not parts": 1.0,
    "not appointed": 1.0,
}
"""So many different phrases of a group count as the whole of it, in a text of `USUAL` words."""

SAME_AT_ANY_LENGTH = (
    *("headings", "keys", "many keys", "layout", "seek", "amount", "not article"),
    "not standing",
)
USUAL = 200
SMALLEST, GREATEST = 0.4, 2.5
"""In a short text fewer phrases are the whole, down to this share of them; in a long one more."""
BREADTH = (
    "seek",
    "invite",
    "tasks",
    "demands",
    "offer",
    "pay",
    "amount",
    "hours",
    "contract",
    "apply",
    "contact",
    "deadline",
    "headings",
    "keys",
)
ENOUGH = 0.5
"""A group is there from this share on."""

ROW = ("title job", "amount", "hours")
TERMS = ("contract", "amount", "hours")
"""What a row of a table of jobs says, and what a short excerpt on the terms does."""
DEAL = ("demands", "offer", "pay")
OPENING = ("seek", "contract")
"""What an excerpt says, if it is none too short: what is asked with what is given, or who with for
how long. Hardly any other text says so."""
SHORT = 60

THANKS = "not thanks"
MOST_THANKED = 100
"""A page of so many words has another purpose than to thank: its form does, once it is sent."""
MOST_TOLD = 150
ADDRESSED = 4
WORDS_TO_TOLD = 20
"""In a text of fewer words so many to the reader are the whole, where one in so many is one."""

NEAR_BLOCKS = 40
"""The title of a vacancy stands among so many blocks."""

VOLUNTEERS = "title volunteers"
"""The title calls for volunteers. What they may do is listed where it names them, and no jobs."""
HELPERS = "helpers named"
"""What volunteers may do is listed; it weighs nothing by itself."""
MANY_JOBS = 3
SEVERAL_JOBS = 2
WORDS_TO_JOB = 45
"""A page with so many jobs and so few words for each is a list of them."""
LINE = 60
MOST_ASKED = 14
ASKED = 2
"""A line that asks about a profession has no more words; so many are the whole."""
OWN_FOLDERS = 2
"""Of an absolute path only so many folders say what a text is; those above are the machine's."""
_PARTS = lazy("[-_ .]")


def gather(
    evidence: Evidence, title: Title, lexicon: Lexicon, reading: Reading
) -> tuple[dict[str, float], dict[str, Found]]:
    """The groups of evidence in a text with their values between 0 and 1, and where each stands."""
    hits, count = scan(evidence, lexicon, reading)
    scale = min(GREATEST, max(SMALLEST, math.sqrt(count / USUAL)))
    values: dict[str, float] = {}
    for group, phrases in hits.items():
        grows = 1.0 if group in SAME_AT_ANY_LENGTH else scale
        values[group] = min(1.0, len(phrases) / max(1.0, NEEDS[group] * grows))
    if count >= MOST_THANKED:
        values.pop(THANKS, None)
    found = {
        group: Found(group, *next((at, phrase) for phrase, at in phrases.items()))
        for group, phrases in hits.items()
        if group in values
    }
    there = [name for name in BREADTH if values.get(name, 0.0) >= ENOUGH]
    values["breadth"] = len(there) / len(BREADTH)
    values["wide"] = max(0.0, (len(there) - 5) / (len(BREADTH) - 5))
    for name, at, text in _titles(evidence, title, lexicon):
        values[name] = 1.0
        found[name] = Found(name, at, text)
    rows = (ROW, TERMS) if count < SHORT else (ROW, DEAL, OPENING)
    if any(min(values.get(name, 0.0) for name in row) >= ENOUGH for row in rows):
        values["row"] = 1.0
    if "title job" in values and (told := _told_to_reader(evidence, count, lexicon)):
        values["addressed"] = min(1.0, len(told) / ADDRESSED)
        found["addressed"] = Found("addressed", *told[0])
    for name, text in _folders(evidence.path, lexicon):
        values[name] = 1.0
        found[name] = Found(name, -1, text)
    asked = _asked(evidence, lexicon)
    if asked:
        values["not asked"] = min(1.0, len(asked) / ASKED)
        found["not asked"] = asked[0]
    jobs = _jobs_listed(evidence.blocks, lexicon)
    is_list = len(jobs) >= MANY_JOBS and count < WORDS_TO_JOB * len(jobs)
    finds = [_jobs_headed, _jobs_of_items]
    if HEADED in values:
        finds.append(_jobs_below_list)
    for find in finds:
        if not is_list:
            jobs = find(evidence, lexicon)
            is_list = len(jobs) >= MANY_JOBS
    helps = VOLUNTEERS in values or holds(words_of(title.text), lexicon.starts["volunteer"])
    if is_list and helps:
        values[HELPERS] = 1.0
    elif is_list:
        values["not jobs listed"] = 1.0
        found["not jobs listed"] = Found(
            "not jobs listed", jobs[0][0], ", ".join(each for _, each in jobs[:3])
        )
    if not is_list and HEADED in values and len(jobs) < MANY_JOBS - 1 and _is_one(values, hits):
        values.pop(HEADED)
        if len(hits.get("not list", ())) == 1:
            values.pop("not list")  # what the title says
    if values.get("seek", 0.0) >= ENOUGH:
        values.pop(PARTS, None)
    said = wording_of(evidence.words, lexicon.wording)
    if said.words:
        name = "wording" if said.odds > 0 else "not wording"
        values[name] = abs(said.odds)
        found[name] = Found(name, -1, ", ".join(said.words))
    if count < SHORT:
        values["short"] = 1 - count / SHORT
    return values, found


def _is_one(values: Mapping[str, float], hits: Hits) -> bool:
    """Whether a text below the title of a list seeks one for a job, and says what it pays or how
    long one works: a single advert.
    """
    jobs = {phrase.split()[-1] for phrase in hits.get("job named", ())}
    sought = len(jobs) == 1 and values.get("seek", 0.0) >= ENOUGH
    told = [values.get(name, 0.0) >= ENOUGH for name in ("amount", "hours")]
    if "not standing" in values:
        return False
    return (sought and any(told)) or (
        "title job" in values and len(jobs) < SEVERAL_JOBS and all(told)
    )


def _told_to_reader(evidence: Evidence, count: int, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The words that speak to the reader in a short text, with their blocks: an advert that tells a
    day at work has few of the usual phrases, but says what you do.
    """
    if count >= MOST_TOLD:
        return []
    names = lexicon.starts["reader"]
    words = [(at, word) for at, words in enumerate(evidence.words) for word in words]
    told = [(at, word) for at, word in words if (word,) in names]
    return told if count < WORDS_TO_TOLD * len(told) else []


def _asked(evidence: Evidence, lexicon: Lexicon) -> list[Found]:
    """The short lines that ask what a profession is, as no employer does of its own job."""
    names = lexicon.starts
    return [
        Found("not asked", at, evidence.blocks[at].text)
        for at, words in enumerate(evidence.words)
        if 2 < len(words) <= MOST_ASKED
        and starts_with(words, names["asks"])
        and not any((word,) in names["employer"] for word in words)
        and any(map(lexicon.is_job, words))
    ]


def _jobs_listed(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[tuple[int, str]]:
    """The different short lines that name a job, with their blocks."""
    result: dict[str, int] = {}
    for at, block in enumerate(blocks):
        text = block.text
        if (
            block.front_matter
            or block.label
            or len(text) > LINE
            or text.endswith((".", "!", "?", ";", ","))
        ):
            continue
        if names_job(text, lexicon):
            result.setdefault(text.lower(), at)
    return [(at, text) for text, at in result.items()]


def _jobs_headed(evidence: Evidence, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The headings that name a job above a few words, with their blocks: a list of jobs, however
    much more its page says. One may stand there twice, if another does too.
    """
    heads = [
        at
        for at, block in enumerate(evidence.blocks)
        if block.kind == "heading" and not block.front_matter
    ]
    result: list[tuple[int, str]] = []
    for at, end in pairwise((*heads, len(evidence.blocks))):
        text = evidence.blocks[at].text
        few = sum(map(len, evidence.words[at + 1 : end])) < WORDS_TO_JOB
        if few and len(text) <= LINE and names_job(text, lexicon, strictly=True):
            result.append((at, text.lower()))
    return result if len({text for _, text in result}) >= SEVERAL_JOBS else []


def _jobs_of_items(evidence: Evidence, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The different items that name a job before a colon, with their blocks: `Cook: you make soup`
    among others.
    """
    result: dict[str, int] = {}
    for at, block in enumerate(evidence.blocks):
        name, colon, _ = block.text.partition(":")
        is_name = block.kind == "item" and bool(colon) and len(name) <= LINE
        if is_name and names_job(name, lexicon, strictly=True):
            result.setdefault(name.lower(), at)
    return [(at, text) for text, at in result.items()]


def _jobs_below_list(evidence: Evidence, lexicon: Lexicon) -> list[tuple[int, str]]:
    """The headings of one level that stand below the name of a list, where none is a section of a
    vacancy and more than one names a job.
    """
    levels: dict[int, dict[str, int]] = {}
    for at, block in enumerate(evidence.blocks):
        if block.kind == "heading" and not block.front_matter:
            levels.setdefault(block.level, {}).setdefault(block.text, at)
    for heads in levels.values():
        jobs = [text for text in heads if names_job(text, lexicon) or names_several(text, lexicon)]
        if len(jobs) >= SEVERAL_JOBS and not any(is_part(text, lexicon) for text in heads):
            return [(at, text) for text, at in heads.items()]
    return []


def _titles(evidence: Evidence, title: Title, lexicon: Lexicon) -> list[tuple[str, int, str]]:
    """What the titles say: the vacancy's own, and those at the head of the page."""
    result: list[tuple[str, int, str]] = []
    block = evidence.blocks[title.block].text if title.block >= 0 else evidence.page_title
    are_wanted = names_jobs(title.text, lexicon) and is_wanted(block, lexicon)
    are_one = names_several(title.text, lexicon) and not holds(
        words_of(title.text), lexicon.starts["dangling"]
    )  # `Lock keepers`, and not `Internships and thesis topics`
    if calls_volunteers(block, lexicon):
        if not _is_link_of_list(evidence, title, lexicon):
            result.append((VOLUNTEERS, title.block, block))
    elif names_job(title.text, lexicon) or are_wanted or are_one:
        near = _is_near(evidence.blocks, title.block, lexicon)
        result.append(("title job" if near else "heading job", title.block, title.text))
    if is_wanted(title.text, lexicon) or are_wanted:
        result.append(("title wanted", title.block, title.text))
    top = [each.value for each in evidence.entries if key_of(each.key) == "title"]
    top += [
        each.text for each in evidence.blocks if each.kind == "heading" and not each.front_matter
    ]
    top += [evidence.page_title] if evidence.page_title else _first_line(evidence.blocks, lexicon)
    for text in top[:1]:
        words = words_of(text)
        if not words or names_job(text, lexicon) or calls_volunteers(text, lexicon):
            continue
        length = starts_with(words, lexicon.starts["list"])
        ends = len(words) > 1 and ends_with(words, lexicon.starts["list_end"])
        if ends or (length and (length == len(words) or length > 1)):
            result.append((HEADED, -1, text))
        elif not is_wanted(text, lexicon) and (
            starts_with(words, lexicon.starts["other"])
            or holds(words, lexicon.starts["no_job"])
            or any(words[-1].endswith(each) for (each,) in lexicon.starts["other_end"])
        ):
            result.append(("not title other", -1, text))
    if _is_course(evidence.page_title, title.text, lexicon):
        result.append(("not title course", -1, evidence.page_title))
    return result


def _is_link_of_list(evidence: Evidence, title: Title, lexicon: Lexicon) -> bool:
    """Whether a title is a line below a first heading that says only that there are vacancies: a
    button of the page.
    """
    if title.block < 0 or evidence.blocks[title.block].kind == "heading":
        return False
    heads = (each for each in evidence.blocks[: title.block] if each.kind == "heading")
    first = next(heads, None)
    return first is not None and tuple(words_of(first.text)) in lexicon.starts["list"]


def _is_course(page: str, title: str, lexicon: Lexicon) -> bool:
    """Whether `<title>` calls what the title names a course: `Cook training | The Kettle`."""
    words, name = words_of(page), words_of(title)
    behind = words[len(name) :] if name and words[: len(name)] == name else []
    return starts_with(behind, lexicon.starts["course"]) > 0


def _first_line(blocks: tuple[Block, ...], lexicon: Lexicon) -> list[str]:
    """The first line of a text without headings, where it is short and no part of a site."""
    if not blocks or blocks[0].front_matter or blocks[0].label:
        return []
    text = blocks[0].text
    is_title = len(text) <= LINE and not text.endswith(SENTENCE_ENDS)
    return [text] if is_title and not is_part(text, lexicon) else []


def _is_near(blocks: tuple[Block, ...], at: int, lexicon: Lexicon) -> bool:
    """Whether a title stands at the head of the text, behind one heading of a site at most, which
    may be repeated.
    """
    before = [each for each in blocks[: max(0, at)] if not each.front_matter]
    heads = {each.text for each in before if each.kind == "heading"}
    names = [text for text in heads if not is_part(text, lexicon)]
    return len(before) <= NEAR_BLOCKS and len(names) <= 1


def _folders(path: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    folders = PurePosixPath(path.lower()).parent
    for folder in reversed(
        folders.parts[-OWN_FOLDERS:] if folders.is_absolute() else folders.parts
    ):
        names = {folder, folder.lstrip("_")}  # `_staff` is the staff
        if not names.isdisjoint(lexicon.job_folders):
            return [("folder", folder)]
        if not names.isdisjoint(lexicon.other_folders):
            result = [("not folder", folder)]
            break
    name = PurePosixPath(path.lower()).stem
    if any(part in lexicon.job_folders for part in _PARTS.split(name)):
        result.append(("folder", name))
    return result
