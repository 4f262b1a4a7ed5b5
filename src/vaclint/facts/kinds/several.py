"""The vacancies of a file that holds several: JobPostings, or adverts one below the other.

A page is taken apart only where it is certain: two or more headings of one level, or openings of
paragraphs where no heading names a job, each name another job, and what stands under at least two
is a vacancy by itself, with its own tasks or pay. The others are then vacancies too, however short,
unless most of them are not.
Each is a text by itself, with the places of the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from vaclint.facts.kinds.evidence import Evidence, part_of
from vaclint.facts.kinds.gather import ENOUGH, gather
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import (
    clean,
    is_anybody,
    is_part,
    names_job,
    names_jobs,
    opening,
    speaks,
    starts_with,
    states,
)
from vaclint.facts.kinds.polish import without_marks
from vaclint.facts.kinds.title import Title
from vaclint.facts.kinds.verdict import detect_kind
from vaclint.facts.kinds.words import words_of
from vaclint.model.blocks import Block, Span
from vaclint.model.digest import blake2b
from vaclint.model.document import Document, FrontMatter, Posting
from vaclint.text.remembered import Memory

T = TypeVar("T")
Head = tuple[int, int, str]
"""A heading or opening: the index of its block, its level, its text."""

SEVERAL = 2
LEAST_WORDS = 10
"""A vacancy of several has at least so many words."""
OWN = ("tasks", "pay", "amount", "hours", "demands")
"""One of these is there in each, below a heading."""
OFFERED = ("pay", "amount", "hours", "apply", "deadline")
"""One of these is there in each, behind an opening: a paragraph may begin with any job."""
MANY = 8
WORDS_TO_TELL = 45
"""A vacancy of fewer words tells terms, as pay or hours: a list has a line or two on each."""
MOST_WITH_FIELD = 5
"""A job with its field behind it has no more words."""
MOST_HEADING_WORDS = 8
"""The heading of a vacancy is the job, and no part of one (`For this job as a baker we ask`)."""


def vacancies_in(
    document: Document, evidence: Evidence, lexicon: Lexicon, told: Memory[str]
) -> list[Document]:
    """The vacancies of a document that holds several, frozen; none for any other. Linear. The kinds
    of parts that were ``told`` before, of the same lexicon and reading, are not told again.
    """
    if len(document.postings) >= SEVERAL:
        blocks = _Placed(document.blocks, [block.begin for block in document.blocks])
        entries = _Placed(
            document.front_matter, [each.span.start for each in document.front_matter]
        )
        return [_posting(document, each, blocks, entries) for each in document.postings]
    if document.postings:
        return []
    parts = list(_sections(evidence, lexicon))
    kinds = [
        told.given(
            _digest(evidence, title, part),
            *(_kind_of, document, evidence, (title, part), lexicon),
        )
        for title, part in parts
    ]
    if kinds.count("vacancy") < SEVERAL:
        return []
    all_are = 2 * kinds.count("other") <= len(kinds)
    if not all_are and len(kinds) >= MANY:
        return []  # a list with a line or two on each
    return [
        _section(document, title, part)
        for (title, part), kind in zip(parts, kinds, strict=True)
        if all_are or kind != "other"
    ]


def around(document: Document, vacancies: Sequence[Document]) -> Document | None:
    """What a page says outside its vacancies, frozen; None where they are JobPostings or it says
    nothing else.
    """
    if document.postings or not vacancies:
        return None
    spans = [each.span for each in vacancies]
    starts = [span.start for span in spans]
    blocks = []
    for block in document.blocks:
        before = bisect_right(starts, block.begin)
        if not before or block.begin >= spans[before - 1].end:
            blocks.append(block)
    if not blocks:
        return None
    made = _made(document, document.span, blocks=blocks)
    made.freeze(document.language, "vacancy")
    return made


def _digest(evidence: Evidence, title: Title, part: range) -> bytes:
    """A digest of all that the kind of a part depends on: a key that keeps no text alive."""
    digest = blake2b(repr((evidence.path, title)).encode(), digest_size=16)
    for at in part:
        block = evidence.blocks[at]
        place = block.kind, block.level, block.label, block.value_at, block.front_matter
        digest.update(repr((*place, block.text)).encode())
    return digest.digest()


def _kind_of(
    document: Document, evidence: Evidence, section: tuple[Title, range], lexicon: Lexicon
) -> str:
    """The kind of a part by itself: another text where it tells nothing of its own."""
    title, part = section
    own = part_of(evidence, part)
    values, _ = gather(own, title, lexicon, document.reading)
    is_told = sum(map(len, own.words)) >= WORDS_TO_TELL
    needed = OWN if is_told and own.blocks[0].kind == "heading" else OFFERED
    if max(values.get(name, 0.0) for name in needed) < ENOUGH:
        return "other"
    return detect_kind(own, title, lexicon, document.reading).kind


def _sections(evidence: Evidence, lexicon: Lexicon) -> Iterator[tuple[Title, range]]:
    """The parts of a text under headings, or behind openings, that each name another job; none
    where a heading above them names a job too, so that they may be parts of one vacancy.
    """
    if any(block.front_matter and names_job(block.value, lexicon) for block in evidence.blocks):
        return
    heads = [
        (at, block.level, block.text)
        for at, block in enumerate(evidence.blocks)
        if block.kind == "heading" and not block.front_matter
    ]
    jobs = [each for each in heads if _is_job(each[2], lexicon)]
    if jobs:
        top = min(level for _, level, _ in jobs)
        jobs = [each for each in jobs if each[1] == top]
        ends = list(_ends(heads, jobs, lexicon))
    else:
        jobs = list(_openings(evidence, lexicon))
        ends = sorted([at for at, _, _ in heads] + [at for at, _, _ in jobs])
    all_jobs = {at for at, _, _ in jobs}
    jobs = _begun(jobs, lexicon)
    further = all_jobs.difference(at for at, _, _ in jobs)
    if len({clean(text, lexicon).lower() for _, _, text in jobs}) < SEVERAL:
        return
    ends = [at for at in ends if at not in further]
    for at, _, text in jobs:
        following = bisect_right(ends, at)
        end = ends[following] if following < len(ends) else len(evidence.blocks)
        part = range(at, end)
        if sum(len(evidence.words[each]) for each in part) >= LEAST_WORDS:
            yield Title(clean(text, lexicon), 0, True), part


def _ends(heads: Sequence[Head], jobs: Sequence[Head], lexicon: Lexicon) -> Iterator[int]:
    """The places of headings that end a vacancy: those of the level of the jobs and above, but for
    sections (`What you do`) between two jobs, and behind the last those that another job has too.
    """
    places = {at for at, _, _ in jobs}
    (first, top, _), (last, _, _) = jobs[0], jobs[-1]
    seen: set[str] = set()
    for at, level, text in heads:
        name = " ".join(words_of(text))
        may_go_on = level == top and at > first and at not in places and is_part(text, lexicon)
        if may_go_on and (at < last or name in seen):
            seen.add(name)
        elif level <= top:
            yield at


def _begun(jobs: list[Head], lexicon: Lexicon) -> list[Head]:
    """The headings with which another vacancy begins: those of a further section of the one
    before (`Tasks of the cook`, `Benefits of the cook`), of the same job, are left out.
    """
    result: list[Head] = []
    seen: set[str] = set()
    for head in jobs:
        section, job = _split(head[2], lexicon)
        further = result and section and section not in seen
        if further and (seen or job == _split(result[-1][2], lexicon)[1]):
            seen.add(section)
            continue
        seen = {section} - {""}
        result.append(head)
    return result


def _split(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """The section that a heading names before the job, or nothing, and the job."""
    words = words_of(text)
    length = starts_with(words, lexicon.starts["section"])
    return " ".join(words[:length]), " ".join(words[length:])


def _openings(evidence: Evidence, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """The paragraphs that begin with a job: `Cook at Eats, Leeds. You will …`."""
    for at, block in enumerate(evidence.blocks):
        if block.kind != "paragraph" or block.front_matter:
            continue
        begin = opening(block.text)
        if _is_job(begin, lexicon):
            yield at, 0, begin


def _is_job(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading is a job, `Cook`, several, or a job and its field, `Teacher German`."""
    length = len(words_of(text))
    if length > MOST_HEADING_WORDS or is_part(text, lexicon) or is_anybody(text, lexicon):
        return False
    if names_job(text, lexicon, strictly=True) or names_jobs(text, lexicon):
        return True
    tells = speaks(text, lexicon) or states(text, lexicon) or text.endswith((".", ":", "!"))
    return length <= MOST_WITH_FIELD and not tells and names_job(text, lexicon)


def _section(document: Document, title: Title, part: range) -> Document:
    """A part of a document as one by itself."""
    blocks = [document.blocks[at] for at in part]
    span = Span(blocks[0].begin, blocks[-1].whole.end)
    made = _made(document, span, blocks=blocks)
    made.part_of = document, blocks[0].start
    made.title, made.title_text = made.blocks[0], without_marks(title.text)
    made.freeze(document.language, "vacancy")
    return made


class _Placed(Generic[T]):
    """Things with the places where they begin, to find those of a range by halving."""

    def __init__(self, things: Sequence[T], starts: Sequence[int]) -> None:
        order = sorted(range(len(starts)), key=starts.__getitem__)
        self._things = things
        self._order = order
        self._starts = [starts[at] for at in order]

    def within(self, span: Span) -> list[T]:
        """Those that begin in a range, in the order given."""
        first, last = (bisect_left(self._starts, at) for at in span)
        return [self._things[at] for at in sorted(self._order[first:last])]


def _posting(
    document: Document, posting: Posting, blocks: _Placed[Block], entries: _Placed[FrontMatter]
) -> Document:
    """A JobPosting of several as a document by itself."""
    made = _made(
        document,
        posting.whole,
        blocks=blocks.within(posting.whole),
        front_matter=entries.within(posting.whole),
        postings=[posting],
    )
    title = posting.first("title")
    if title is not None:
        made.title_text = " ".join(title.text.split())
        made.title = next((each for each in made.blocks if each.front_matter), None)
    made.freeze(document.language, "vacancy")
    return made


def _made(document: Document, span: Span, **parts: object) -> Document:
    """A document of some blocks of another; they keep their places in the file."""
    blocks = [block.copy() for block in parts.pop("blocks")]  # type: ignore[attr-defined]
    made = Document(
        document.source,
        document.format,
        blocks,
        skipped=document.skipped,
        comments=document.comments,
        body=document.body,
        problems=document.problems,
        reading=document.reading,
        own=document.own,
        **parts,  # type: ignore[arg-type]
    )
    made.traits = document.traits
    made.shared = document.shared
    made.span = span
    return made
