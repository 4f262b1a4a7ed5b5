"""Which words of a text are the vacancy's title: the job, not a section, site or employer."""

from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import (
    DASH,
    LONGEST,
    MOST_PLAIN,
    MOST_WORDS,
    PIECES,
    announced,
    clean,
    ends_marked,
    ends_wanted,
    ends_with,
    holds,
    is_address,
    is_anybody,
    is_list,
    is_part,
    is_wanted,
    job_of_notice,
    names_job,
    names_several,
    opening,
    speaks,
    starts_with,
    states,
    undressed,
)
from vaclint.facts.kinds.polish import polished
from vaclint.facts.kinds.ranking import best_title
from vaclint.facts.kinds.told import (
    FIRST_BLOCKS,
    FIRST_PARAGRAPHS,
    MOST_IN_LINE,
    body_of,
    first_line,
    title_in_passing,
    told_title,
)
from vaclint.facts.kinds.words import name_of_file, words_of
from vaclint.model.blocks import Block, Span
from vaclint.model.document import RUNNING, Document
from vaclint.model.reading import Reading, key_of
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

SEVERAL_THINGS = 2
MANY_THINGS = 5
"""An item with so many commas lists things, and so does another line with more."""

FIELDS = 3
"""So many lines with a label in a row are a table: `Department: kitchens`."""
MOST_CALLED = 5
"""A heading that is called a job in the text has no more words."""
FIRST_LABELS = 40
HEADS = frozenset({"title", "heading"})
"""Keys of front matter that hold the heading of a part of the page."""

_SENTENCE = lazy(r"[.!?;,]$|\p{Ll}{3}[.!?]\s+\p{Lu}")
_NO_TITLE = lazy(r"[.;,]$|\s(?:\S+\s+){4,}\S+:$")
_WHOLE_SENTENCE = lazy(r"[.;,]$")
_GAP = lazy(r"^\W*\[[^\]]*\]\W*$")
"""A line that is a gap to fill in: `[statement on diversity]`."""
_LETTERS = lazy(r"\p{L}{2}")

Placed = Sequence[tuple[int, Block]]
"""Blocks with their numbers among all."""


class Title(NamedTuple):
    """The title, and the block it stands in: -1 where it has none, as `<title>`."""

    text: str
    block: int
    names_job: bool


Headed = Sequence[tuple[Title, Block]]
"""The headings, each as the title it may be."""


def find_title(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> Title:
    """The title: a key or label that holds one, a heading that names a job, `<title>`, a short
    line that names a job; else the first heading that is no part of the page. Linear.
    """
    first: Title | None = None
    worst: Title | None = None
    for title in _candidates(evidence, lexicon, reading):
        if not title.text or _GAP.search(title.text) or is_part(title.text, lexicon):
            continue
        if title.names_job:
            return title
        if is_list(title.text, lexicon):
            worst = worst or title
        else:
            first = first or title
    if worst and first and _is_call(first.text, lexicon):
        return worst
    return first or worst or Title("", -1, False)


def give_title(document: Document, evidence: Evidence, lexicon: Lexicon) -> Title:
    """Find the title, and give it to the document with the block it stands in, or the range."""
    title = find_title(evidence, lexicon, document.reading)
    told, at = _elsewhere(title, evidence, lexicon) if not title.names_job else ("", -1)
    if _is_tag(title, evidence):
        told, at = told_title(evidence, lexicon)
        is_name = told[:1].isupper() and _names(told, title.text)
        told, at = (told, at) if is_name else ("", -1)
    first = (told or title.text, at if told else title.block)
    text, block = best_title(first, evidence, lexicon, document.reading)
    if (text, block) != first:
        told, at = text, block
    document.title_text = polished(text, evidence, lexicon, document.reading)
    if title.block >= 0:
        document.title = _shown_at(title.block, at, evidence)
    elif title.text and document.page_title and title.text in document.page_title.text:
        document.title = document.page_title
    if at >= 0:
        document.title_at = _place_in(evidence.blocks[at], told)
    elif title.block < 0 and not told:
        document.title_at = _place_of_entry(evidence, title.text)
    return title


def _shown_at(first: int, best: int, evidence: Evidence) -> Block:
    """The block that a reader takes for the title, by the numbers of the first that may be it and
    of the best: no line of a list where the front matter or a heading names the job.
    """
    block = evidence.blocks[first]
    if best < 0 or block.front_matter or block.kind not in RUNNING:
        return block
    other = evidence.blocks[best]
    return other if other.front_matter or other.kind == "heading" else block


def _is_tag(title: Title, evidence: Evidence) -> bool:
    """Whether a title is a word in lower case that a key of the front matter holds: `manager`."""
    is_word = title.text.isalpha() and title.text.islower()
    return is_word and title.block >= 0 and evidence.blocks[title.block].front_matter


def _elsewhere(title: Title, evidence: Evidence, lexicon: Lexicon) -> tuple[str, int]:
    """The job that sentences or the name of the file tell, with the number of the block, if any."""
    told, at = told_title(evidence, lexicon)
    if told and _names(title.text, told):
        return "", -1  # with what it is about, or of a compound that no list has
    if told and any(each.value.strip() == title.text for each in evidence.entries):
        words = words_of(title.text)
        if len(words) > 1 and _holds(words_of(told), words):
            return "", -1  # a key says the same in fewer words
    if told and (line := _line_on(told, evidence, lexicon)):
        return line
    told = told or _file_name(evidence, lexicon)
    is_title = 0 <= title.block < FIRST_PARAGRAPHS and not is_list(title.text, lexicon)
    if told or (is_title and not speaks(title.text, lexicon)):
        return told, at
    return title_in_passing(evidence, lexicon)


def _names(title: str, told: str) -> bool:
    """Whether a title holds the words of a job, the last perhaps as the end of a compound."""
    words, job = words_of(title), words_of(told)
    spread = range(len(words) - len(job) + 1)
    return any(
        words[at : at + len(job) - 1] == job[:-1] and words[at + len(job) - 1].endswith(job[-1])
        for at in spread
    )


def _holds(words: list[str], name: list[str]) -> bool:
    """Whether words hold all words of a name in a row."""
    return any(words[at : at + len(name)] == name for at in range(len(words)))


def _line_on(told: str, evidence: Evidence, lexicon: Lexicon) -> tuple[str, int] | None:
    """The line at the head of a text that names a job with more words than a sentence does."""
    body = ((at, each) for at, each in enumerate(evidence.blocks) if not each.front_matter)
    at, block = next(body, (-1, None))
    if block is None or block.kind not in ("heading", "paragraph") or block.label:
        return None
    line = "" if _SENTENCE.search(block.text.rstrip(" !")) else clean(block.text, lexicon)
    is_name = line[:1].isupper() and len(words_of(line)) <= MOST_IN_LINE
    is_name = is_name and not DASH.search(line)
    if not is_name or is_part(line, lexicon) or speaks(line, lexicon) or states(line, lexicon):
        return None
    return (line, at) if _names(line, told) and line != told else None


def _place_in(block: Block, text: str) -> Span | None:
    """Where the words of a title stand in a block, if they stand there together."""
    start = block.text.find(text)
    return block.span(start, start + len(text)) if start >= 0 else None


def _place_of_entry(evidence: Evidence, text: str) -> Span | None:
    """Where a key of the front matter or of a posting holds a title."""
    return next((each.span for each in evidence.entries if text and text in each.value), None)


def _file_name(evidence: Evidence, lexicon: Lexicon) -> str:
    """The job that the name of the file is: `2024-03-01-pastry-cook.md`; empty for any other."""
    name = name_of_file(evidence.path)
    return name if names_job(name, lexicon, strictly=True) and not is_part(name, lexicon) else ""


def _candidates(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> Iterator[Title]:
    """What may be the title, likeliest first; one that names a job is taken before any other."""
    fallback: list[Title] = []
    for title, sure in _from_keys(evidence, lexicon, reading):
        if sure or title.names_job:
            yield title._replace(names_job=True) if sure else title
        fallback.append(title)
    for title in _from_labels(evidence.blocks, lexicon, reading):
        yield title._replace(names_job=True)
    body = body_of(evidence, lexicon)
    yield from _from_announcement(evidence.page_title, lexicon)
    heads = [(at, each) for at, each in body if each.kind == "heading"]
    titled = yield from _from_headings(heads, body, lexicon)
    marked = [
        title._replace(names_job=True)
        for title, block in titled
        if not block.text.endswith(":") and _is_marked(title.text, lexicon)
    ]
    yield from [each for each in marked[:1] if each.block <= body[0][0] + FIRST_PARAGRAPHS]
    yield from _below_announcement(body[:FIRST_BLOCKS], lexicon)
    yield from _from_page_title(evidence.page_title, lexicon)
    yield from _from_lines(body[:FIRST_BLOCKS], evidence, lexicon)
    for at, block in body[:FIRST_PARAGRAPHS]:
        line = first_line(block, evidence.source, lexicon)
        if names_job(line, lexicon, strictly=True) and not _SENTENCE.search(line):
            title = _titled(line, at, lexicon)
            if not speaks(title.text, lexicon):
                yield title
    yield from marked[:1]
    yield from _calls(body[:1], lexicon)
    for title, block in titled:
        if block.text.endswith(":") and names_job(block.text, lexicon, strictly=True):
            yield title
    yield from _from_openings(body[:FIRST_BLOCKS], lexicon)
    yield from fallback
    lines = list(_plain_lines(body[:FIRST_BLOCKS], lexicon))
    yield from _plain(list(_plain_headings(titled)), lines, lexicon)
    yield from _fields(evidence.blocks, lexicon)
    if not heads:
        yield from lines
    if evidence.page_title:
        yield _titled(evidence.page_title, -1, lexicon)


def _plain(heads: list[Title], lines: list[Title], lexicon: Lexicon) -> Iterator[Title]:
    """The headings that name no job: first what is the plural of one, or a trade that no list has
    where the first heading is no name at all, and last an address.
    """
    yield from [each for each in heads if names_several(each.text, lexicon)]
    names = [each for each in heads if not is_address(each.text)]
    if all(is_list(each.text, lexicon) or is_part(each.text, lexicon) for each in names):
        yield from [each for each in lines if names_several(each.text, lexicon)]
    if names and _is_call(names[0].text, lexicon):
        yield from [each for each in names if _is_trade(each.text, lexicon)]
    yield from names
    yield from heads


def _is_call(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading is a sentence, as no name is."""
    return text.endswith(("?", "!")) or speaks(text, lexicon) or states(text, lexicon)


def _is_trade(text: str, lexicon: Lexicon) -> bool:
    """Whether a few words end in one with the ending of a trade: `Marble stonedresser`."""
    words = words_of(text)
    is_name = 0 < len(words) <= MOST_CALLED and not _is_call(text, lexicon)
    return is_name and lexicon.is_agent(words[-1]) and not holds(words, lexicon.starts["dangling"])


def _below_announcement(body: Placed, lexicon: Lexicon) -> Iterator[Title]:
    """A heading right below a line that says no more than that there is a vacancy: `Vacancy`, and
    below it `Lead Carillon`.
    """
    names = lexicon.starts["vacancy"] | lexicon.starts["announces"]
    for (_, above), (at, block) in pairwise(body):
        is_below = block.kind == "heading" and tuple(words_of(above.text)) in names
        if is_below and len(words_of(block.text)) <= MOST_CALLED and not block.text.endswith(":"):
            title = _titled(block.text, at, lexicon)
            is_name = not _is_call(title.text, lexicon) and not is_anybody(title.text, lexicon)
            if is_name and not is_list(title.text, lexicon) and not _SENTENCE.search(block.text):
                yield title._replace(names_job=True)


def _from_announcement(page_title: str, lexicon: Lexicon) -> Iterator[Title]:
    """The piece of `<title>` that the next one says is a vacancy: `Tuner | Vacancy | The Organ`."""
    pieces = [each for each in PIECES.split(page_title[:LONGEST]) if each and each.strip()]
    for first, second in pairwise(pieces):
        if tuple(words_of(second)) in lexicon.starts["lead"]:
            title = _titled(first, -1, lexicon)
            if starts_with(words_of(first), lexicon.starts["list"]) == 0:
                yield title._replace(names_job=True)


def _from_headings(heads: Placed, body: Placed, lexicon: Lexicon) -> Generator[Title, None, Headed]:
    """The headings that name a job, or are called one in the text; one above them with a mark of a
    vacancy comes first, and the plural of a job at its own level. Returns all of them where none
    was taken.
    """
    titled: list[tuple[Title, Block]] = []
    marked: list[tuple[Title, int]] = []
    several: list[tuple[Title, int]] = []
    for at, block in heads:
        title = _titled(block.text, at, lexicon)
        titled.append((title, block))
        if block.text.endswith(":"):
            continue  # it announces what follows
        if title.names_job:
            above = [each for each, level in marked if level < block.level]
            above += [each for each, level in several if level == block.level]
            if starts_with(words_of(block.text), lexicon.starts["as"]):
                above += [each for each, _ in titled[:-1] if _names(each.text, title.text)]
            yield above[0]._replace(names_job=True) if above else title
        elif _is_marked(title.text, lexicon):
            marked.append((title._replace(names_job=True), block.level))
        elif _is_called(title.text, body, lexicon):
            yield title._replace(names_job=True)
        elif names_several(title.text, lexicon):
            several.append((title._replace(names_job=True), block.level))
    return titled


def _is_called(text: str, body: Placed, lexicon: Lexicon) -> bool:
    """Whether the text says that one works as what a heading is: `As Lead Carillon you …`."""
    name = words_of(text)
    if not 0 < len(name) <= MOST_CALLED or is_part(text, lexicon) or is_anybody(text, lexicon):
        return False
    for _, block in body[:FIRST_BLOCKS]:
        at = block.text.find(text)
        if at > 0 and ends_with(
            words_of(block.text[max(0, at - LONGEST) : at]), lexicon.starts["as"]
        ):
            return True
    return False


def _fields(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[Title]:
    """The titles and headings that the front matter holds of a page's parts."""
    for at, block in enumerate(blocks):
        if block.front_matter and key_of(block.label) in HEADS:
            yield _titled(block.text, at, lexicon)


def _plain_headings(heads: Headed) -> Iterator[Title]:
    """The headings that are no sentence."""
    for title, block in heads:
        is_title = len(block.text) <= LONGEST and not _NO_TITLE.search(block.text.rstrip())
        if is_title and _LETTERS.search(block.text) and not block.text.endswith(":"):
            yield title


def _from_page_title(page_title: str, lexicon: Lexicon) -> Iterator[Title]:
    for piece in PIECES.split(page_title[:LONGEST]):
        if piece:
            title = _titled(piece, -1, lexicon)
            if title.names_job:
                yield title


def _from_lines(body: Placed, evidence: Evidence, lexicon: Lexicon) -> Iterator[Title]:
    """Short lines that name a job; below a heading, and for an image, only those that name nothing
    else.
    """
    below = listed = False
    for at, block in body:
        if block.kind == "heading":
            below = below or not is_part(block.text, lexicon)
            listed = tuple(words_of(block.text)) in lexicon.starts["list"]
            continue
        if not _may_be_title(block, below=below and not listed):
            continue
        if _is_of_fields(at, evidence.blocks):
            continue  # `Department: Kitchens and cooks`
        things = SEVERAL_THINGS if block.kind == "item" else MANY_THINGS
        if block.text.count(",") >= things:
            continue  # `Servers, cables, plugs`
        words = words_of(block.text)
        if starts_with(words, lexicon.starts["as"]):
            continue  # `As a cook`, before what one does
        if block.kind == "item" and holds(words, lexicon.starts["as"]):
            continue  # `Two years as a cook`
        title = _titled(block.text, at, lexicon)
        line = first_line(block, evidence.source, lexicon)
        if line and not _SENTENCE.search(line) and names_job(line, lexicon, strictly=True):
            title = _titled(line, at, lexicon)  # `Cook`, and below it `Leeds`
        if speaks(title.text, lexicon) or is_anybody(title.text, lexicon):
            continue
        if states(title.text, lexicon):
            continue
        calls = block.text.rstrip().endswith("!")
        wanted = not calls and is_wanted(block.text, lexicon)
        is_long = len(words_of(title.text)) > MOST_PLAIN
        if is_long and wanted and not ends_wanted(title.text, lexicon):
            continue
        strictly = (below and not ends_marked(title.text)) or block.image
        strictly = strictly or (is_long and not wanted)
        if strictly and not names_job(title.text, lexicon, strictly=True):
            continue
        if title.names_job or wanted:
            yield title._replace(names_job=True)


def _is_of_fields(at: int, blocks: Sequence[Block]) -> bool:
    """Whether a block is one of several fields in a row, of which the label says what it holds."""
    first, last = max(0, at - FIELDS + 1), at + FIELDS
    kinds = [each.kind == "field" for each in blocks[first:last]]
    return any(all(kinds[begin : begin + FIELDS]) for begin in range(len(kinds) - FIELDS + 1))


def _may_be_title(block: Block, *, below: bool) -> bool:
    """Whether a line is no sentence, and no demand or offer of a list."""
    if block.text.endswith(":") or _SENTENCE.search(block.text.rstrip(" !")):
        return False
    return block.kind != "item" or not (below or block.text[:1].islower())


def _plain_lines(body: Placed, lexicon: Lexicon) -> Iterator[Title]:
    """Short lines that name no job, for a text without headings."""
    for at, block in body:
        words = words_of(block.text)
        is_short = len(words) <= MOST_PLAIN and not block.label
        is_short = is_short and not starts_with(words, lexicon.starts["as"])
        is_short = is_short and not states(block.text, lexicon)
        if is_short and _may_be_title(block, below=False) and not block.text.endswith("!"):
            yield _titled(block.text, at, lexicon)


def _from_openings(body: Placed, lexicon: Lexicon) -> Iterator[Title]:
    """What a paragraph begins with, where that names a job: `Cook at Eats, Leeds.`, and the first
    one `Cook, The Kettle, Leeds – …`; a sentence that seeks somebody is told apart.
    """
    for at, block in body[:1]:
        if job := job_of_notice(block.text, lexicon):
            yield _titled(job, at, lexicon)
    names = lexicon.starts["employer"] | lexicon.starts["as"]
    for at, block in body:
        begin = opening(block.text) if block.kind == "paragraph" and not block.label else ""
        words = words_of(begin)
        told = any((word,) in names for word in words) or holds(words, lexicon.starts["sought"])
        told = told or states(begin, lexicon)
        if begin and not told and names_job(begin, lexicon, strictly=True):
            yield _titled(begin, at, lexicon)


def _calls(first: list[tuple[int, Block]], lexicon: Lexicon) -> Iterator[Title]:
    """The first line where it calls for somebody: `Piano tuner wanted!`."""
    for at, block in first:
        words = words_of(block.text)
        short = 1 < len(words) <= MOST_PLAIN
        if short and (words[-1],) in lexicon.starts["wanted"] and block.text.endswith("!"):
            yield _titled(block.text.rstrip("!"), at, lexicon)._replace(names_job=True)


def _is_marked(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading has a mark of a vacancy, and is no sentence and no section."""
    calls = text.rstrip().endswith(("?", "!"))
    calls = calls or (text.rstrip().endswith(".") and len(words_of(text)) > MOST_CALLED)
    return not calls and is_wanted(text, lexicon) and not is_part(text, lexicon)


def _titled(text: str, at: int, lexicon: Lexicon) -> Title:
    sure = len(text) <= LONGEST and bool(announced(undressed(text), lexicon))
    text = clean(text, lexicon)
    nobody = speaks(text, lexicon) or is_anybody(text, lexicon) or (sure and states(text, lexicon))
    return Title(text, at, (sure or names_job(text, lexicon)) and not nobody)


def _from_keys(
    evidence: Evidence, lexicon: Lexicon, reading: Reading
) -> Iterator[tuple[Title, bool]]:
    """Titles in the front matter; with them whether the key can hold nothing but one."""
    places = {id(block): at for at, block in enumerate(evidence.blocks)}
    found: list[tuple[bool, int, str]] = []
    for entry in evidence.entries:
        facts = reading.keys.get(key_of(entry.key), frozenset())
        value = entry.value if len(entry.value) <= 2 * LONGEST else ""
        if "title" in facts and value.strip() and len(words_of(value)) <= 2 * MOST_WORDS:
            at = places.get(id(entry.blocks[0]), -1) if entry.blocks else -1
            found.append(("job" in facts, at, value))
    plain = [each for each in found if not each[0]]
    jobs = [each for each in found if each[0]]
    for sure, at, value in (*plain, *jobs):
        title = _titled(value, at, lexicon)
        names = not sure and len(words_of(value)) > 1 and not speaks(title.text, lexicon)
        names = names and not _is_other(title.text, lexicon)
        yield title, names and not is_list(title.text, lexicon)


def _is_other(text: str, lexicon: Lexicon) -> bool:
    words = words_of(text)
    return starts_with(words, lexicon.starts["other"]) > 0 or is_part(text, lexicon)


def _from_labels(blocks: tuple[Block, ...], lexicon: Lexicon, reading: Reading) -> Iterator[Title]:
    for at, block in enumerate(blocks[:FIRST_LABELS]):
        if not block.label or block.front_matter or not block.value:
            continue
        if "title" in reading.keys.get(key_of(block.label), frozenset()):
            words = words_of(block.value)
            if 0 < len(words) <= MOST_WORDS and not _WHOLE_SENTENCE.search(block.value.rstrip()):
                yield _titled(block.value, at, lexicon)
