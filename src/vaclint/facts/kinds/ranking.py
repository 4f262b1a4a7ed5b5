"""Which of the places that may name the job does: keys, headings, lines and sentences, ranked.

The first place that fits is mostly right, and a bare heading with a listed job needs no other.
Where it is a slogan, a section or a call, what the rest of the text says of the same job decides:
the strongest sign of a title is that a sentence seeks somebody by it.
"""

from collections.abc import Iterator, Sequence

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import (
    DASH,
    LONGEST,
    LONGEST_LIST_NAME,
    MOST_PLAIN,
    announced,
    clean,
    ends_with,
    first_words,
    is_anybody,
    is_list,
    is_part,
    is_wanted,
    names_job,
    names_jobs,
    names_several,
    speaks,
    starts_with,
    states,
    tokens_of,
    undressed,
)
from vaclint.facts.kinds.told import (
    FIRST_BLOCKS,
    FIRST_PARAGRAPHS,
    body_of,
    ends_job,
    first_line,
    job_ahead,
    told_title,
)
from vaclint.facts.kinds.words import name_of_file, words_of
from vaclint.model.blocks import Block
from vaclint.model.reading import Reading, key_of
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

FIRST_HEADINGS = 12
MOST_SAID = 10
"""A sentence names whom it seeks within so many words."""
LONGEST_PLURAL = 3
"""A plural ends in so many letters more."""
MOST_NAMED = 5
"""A name of a job has seldom more words."""

SEVERAL = 2
MOST_MORE = 3
"""A line says more of a job than a call with at most so many words."""

_ENDS = lazy(r"[.!?;,…]$")

FIRST = 1.0
"""What the title found by the order of places has over the others."""
JOB, JOBS, PERHAPS = 3.0, 2.5, 1.0
"""A listed job, several of one, a word that is one at the end of a line only."""
SAID = 2.5
"""A sentence seeks somebody by this name, or says what one does as such."""
PART, LIST, READER, STATES, FIRM = -6.0, -3.0, -3.0, -2.0, -3.0
CALL, LONG, ITEM, COLON, BELOW_LIST = -2.5, -0.5, -2.5, -1.5, -2.0
"""What is against a name: a section, a list of vacancies, words to the reader, what something does,
a firm; a sign of a sentence, each word too many, an item, a colon, a heading of other vacancies
above."""
KEY, JOB_KEY, TAG, HEAD, LATER, PAGE, LINE, MARKED = 2.0, 3.0, 0.0, 2.0, 1.5, 1.0, 0.5, 1.5
"""What places are worth: a key, one for jobs and one with a bare word, the first heading and those
behind it, a piece of ``<title>``, a line, and a line that calls itself a vacancy."""
TOLD = -2.5
"""The place of what only a sentence names."""


class Candidate(NamedTuple):
    """What may be the title, the block it stands in (-1: none), and what its place is worth."""

    text: str
    block: int
    place: float


def best_title(
    first: tuple[str, int], evidence: Evidence, lexicon: Lexicon, reading: Reading
) -> tuple[str, int]:
    """The title and its block: ``first``, unless another place names the job better. Linear in the
    first blocks: each candidate is looked for once in what sentences say.
    """
    text, at = first
    if not text or _is_settled(text, at, evidence, lexicon):
        return first
    said = [each for each in _said(evidence, lexicon) if each]
    candidates = list(_candidates(evidence, lexicon, reading))
    places = [each.place for each in candidates if each.text == text]
    place = max(places, default=PAGE)
    if at >= 0 and evidence.blocks[at].kind == "item":
        place = LINE + ITEM
    if at >= 0 and _is_below_list(at, evidence, lexicon):
        place += BELOW_LIST
    best, most = first, _score(Candidate(text, at, place), said, lexicon) + FIRST
    if text[:1].islower() and names_job(text, lexicon):
        most += JOB - PERHAPS  # a sentence names it: `head of sales`
    if not _is_listed(text, lexicon) and _acts(text, evidence, lexicon):
        most += FIRM
    for each in candidates:
        if _is_next(at, each.block, text, evidence, lexicon):
            continue
        score = _score(each, said, lexicon) + _against(text, each)
        if score > most and _is_evident(each, said, lexicon):
            best, most = (each.text, each.block), score
    if most < TOLD + JOB + SAID:
        told = Candidate(*told_title(evidence, lexicon), TOLD)
        if _score(told, said, lexicon) + _against(text, told) > most:
            best = told.text, told.block
    return _whole(best, candidates, evidence, lexicon)


def _is_next(at: int, other: int, text: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a block names the next job behind the one that a block of its kind names."""
    if not 0 <= at < other or not names_several(text, lexicon):
        return False
    first, second = evidence.blocks[at], evidence.blocks[other]
    are_alike = (first.kind, first.level) == (second.kind, second.level)
    is_job = first.kind == "heading" or names_several(second.text, lexicon)
    return are_alike and is_job and first.text.strip() == text


def _against(text: str, candidate: Candidate) -> float:
    """What is for or against a candidate that says a part of the first title: a key knows why."""
    if not _is_in(words_of(candidate.text), words_of(text)):
        return 0.0
    return FIRST if candidate.place == JOB_KEY else -FIRST


def _whole(
    title: tuple[str, int], candidates: Sequence[Candidate], evidence: Evidence, lexicon: Lexicon
) -> tuple[str, int]:
    """`Marsh Lock Keeper`, which a line of its own or a sentence says, for `Lock Keeper` of a call
    as `Hiring a Lock Keeper`.
    """
    text, at = title
    if not names_job(text, lexicon):
        for name in dict.fromkeys((text, DASH.split(text, maxsplit=1)[0])):
            if said := _with_job(name, evidence, lexicon):
                return said
    if at < 0 or evidence.blocks[at].text == text:
        return title
    for each in candidates:
        longer, _, rest = each.text.partition(text)
        is_longer = rest[:1] in ("", ":", ",") and longer[-1:] == " " and each.place < JOB_KEY
        if is_longer and _are_names(longer.split(), lexicon):
            return longer + text, each.block
    for place, block in enumerate(evidence.blocks[:FIRST_BLOCKS]):
        before, _, behind = block.text.partition(" " + text)
        tokens = before.split() if behind and not behind[0].isalnum() else []
        for start in range(1, min(MOST_MORE, len(tokens) - 1) + 1):
            lead = words_of(" ".join(tokens[:-start][-MOST_MORE:]))
            if ends_with(lead, lexicon.starts["sought"]) and _are_names(tokens[-start:], lexicon):
                return " ".join((*tokens[-start:], text)), place
    return title


def _with_job(text: str, evidence: Evidence, lexicon: Lexicon) -> tuple[str, int] | None:
    """`Social Media Volunteer` for `Social media`, where a sentence seeks that or one works as it,
    with the number of the block.
    """
    name = words_of(text)
    names = lexicon.starts["sought"] | lexicon.starts["as"]
    for place, block in enumerate(evidence.blocks[:FIRST_BLOCKS]):
        tokens, words = tokens_of(block.text[: 4 * LONGEST])
        for at in range(1, len(words) - len(name)):
            end = at + len(name)
            if words[at:end] == name and ends_with(words[max(0, at - MOST_MORE) : at], names):
                longer = " ".join(tokens[at : end + 1]).rstrip(".,;:!?")
                if tokens[end - 1][-1:].isalnum() and ends_job(longer, lexicon):
                    return longer, place
    return None


def _are_names(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a few words before a job are part of its name: with capitals, small words within."""
    names = lexicon.starts
    others = names["article"] | names["one"] | names["section"]
    is_name = 0 < len(tokens) <= MOST_MORE and tokens[0][0].isupper()
    is_name = is_name and all(each[0].isupper() or (each,) in names["praise"] for each in tokens)
    words = words_of(" ".join(tokens))
    return (
        is_name
        and bool(words)
        and not any(
            (word,) in others or (at == 0 and (word,) in names["praise"])
            for at, word in enumerate(words)
        )
    )


def _is_below_list(at: int, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether the heading above a block says that other vacancies follow."""
    heads = [each for each in evidence.blocks[:at] if each.kind == "heading"]
    return bool(heads) and _tells_others(heads[-1].text, lexicon)


def _tells_others(text: str, lexicon: Lexicon) -> bool:
    """`Other vacancies`, and not `Our vacancies`."""
    words = words_of(text)
    names = lexicon.starts["list"] | lexicon.starts["list_end"]
    return len(words) == SEVERAL and tuple(words) not in names and tuple(words[1:]) in names


def _acts(name: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether one of the first blocks begins with what the bearer of a name does: a firm's."""
    return any(
        block.text.startswith(name)
        and tuple(words_of(block.text[len(name) : len(name) + LONGEST])[:1])
        in lexicon.starts["states"]
        for block in evidence.blocks[:FIRST_BLOCKS]
    )


def _is_settled(text: str, at: int, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a title is a bare listed job at the head of a text."""
    if not 0 <= at < len(evidence.blocks) or not _is_listed(text, lexicon):
        return False
    block = evidence.blocks[at]
    return block.text == text and (block.kind == "heading" or block.front_matter)


def _is_evident(candidate: Candidate, said: list[list[str]], lexicon: Lexicon) -> bool:
    """Whether more than its place is for a candidate: a listed job, a key of jobs, a sentence."""
    text = candidate.text
    if candidate.place == JOB_KEY or _is_listed(text, lexicon) or names_jobs(text, lexicon):
        return True
    words = words_of(text)
    return any(_is_in(words, each) for each in said)


def _is_listed(text: str, lexicon: Lexicon) -> bool:
    """Whether a line ends in a job that is one wherever it stands."""
    if is_anybody(text, lexicon) or not names_job(text, lexicon, strictly=True):
        return False
    return any(lexicon.is_job(word) for word in words_of(text))


def _said(evidence: Evidence, lexicon: Lexicon) -> Iterator[list[str]]:
    """The words behind each phrase that seeks somebody, or says as what one works."""
    names = lexicon.starts["sought"] | lexicon.starts["as"]
    lines = list(evidence.words[:FIRST_BLOCKS])
    lines += [words_of(entry.value[: 2 * LONGEST]) for entry in evidence.entries]
    first = first_words(lexicon.starts["sought"]) | first_words(lexicon.starts["as"])
    for words in lines:
        for at, word in enumerate(words):
            ahead = words[at : at + LONGEST_LIST_NAME] if word in first else []
            if length := starts_with(ahead, names):
                yield words[at + length : at + length + MOST_SAID]
    yield words_of(name_of_file(evidence.path))


def _candidates(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> Iterator[Candidate]:
    yield from _from_entries(evidence, lexicon, reading)
    yield from _from_page_title(evidence.page_title[:LONGEST], lexicon)
    body = body_of(evidence, lexicon)
    yield from _from_headings(body, lexicon)
    yield from _from_lines(body[:FIRST_BLOCKS], lexicon)
    for at, block in body[:FIRST_PARAGRAPHS]:
        if line := first_line(block, evidence.source, lexicon):
            yield Candidate("" if _ENDS.search(line) else clean(line, lexicon), at, LINE)


def _from_page_title(page_title: str, lexicon: Lexicon) -> Iterator[Candidate]:
    pieces = DASH.split(page_title)
    for piece, further in zip(pieces, [*pieces[1:], ""], strict=True):
        leads = tuple(words_of(further)) in lexicon.starts["lead"]  # `Tuner | Vacancy | The Organ`
        if piece:
            yield Candidate(clean(piece, lexicon), -1, PAGE + leads * JOB)


def _from_entries(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> Iterator[Candidate]:
    places = {id(block): at for at, block in enumerate(evidence.blocks)}
    for entry in evidence.entries:
        facts = reading.keys.get(key_of(entry.key), frozenset())
        if "title" in facts and len(entry.value) <= LONGEST:
            at = places.get(id(entry.blocks[0]), -1) if entry.blocks else -1
            text = clean(entry.value, lexicon)
            place = JOB_KEY if "job" in facts else KEY
            yield Candidate(text, at, TAG if text.isalpha() and text.islower() else place)


def _from_headings(body: Sequence[tuple[int, Block]], lexicon: Lexicon) -> Iterator[Candidate]:
    heads = [(at, each) for at, each in body if each.kind == "heading"][:FIRST_HEADINGS]
    place, below = HEAD, 0.0
    for at, block in heads:
        text = behind_section(block.text, lexicon)
        if is_part(text, lexicon):
            below = BELOW_LIST if _tells_others(text, lexicon) else below
            continue
        if _tells_as(text, lexicon):
            continue
        colon = COLON if text.endswith(":") else 0.0
        told = MARKED if announced(undressed(text), lexicon) else 0.0
        yield Candidate(clean(text, lexicon), at, place + colon + below + told)
        place = LATER


def behind_section(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `About the role - Cook`."""
    first, *further = DASH.split(text, maxsplit=1)
    return further[0] if further and is_part(first, lexicon) else text


def _tells_as(text: str, lexicon: Lexicon) -> bool:
    """Whether a line begins what one does: `As a cook`."""
    return starts_with(words_of(text), lexicon.starts["as"]) > 0


def _from_lines(body: Sequence[tuple[int, Block]], lexicon: Lexicon) -> Iterator[Candidate]:
    for at, block in body:
        if block.kind not in ("paragraph", "field") or block.image:
            continue
        text = block.label or block.text.rstrip()  # `Lock Keeper: Tolbury` looks like a label
        tokens, words = tokens_of(text[:LONGEST])
        length = starts_with(words, lexicon.starts["vacancy"])
        if length and (job := job_ahead(tokens[length:], lexicon)):
            yield Candidate(job, at, MARKED)
        is_line = len(words) <= MOST_PLAIN and not text.endswith(":") and not _ENDS.search(text)
        if is_line and not _tells_as(text, lexicon):
            place = PART if block.label else MARKED if is_wanted(text, lexicon) else LINE
            yield Candidate(clean(text, lexicon), at, place)


def _score(candidate: Candidate, said: list[list[str]], lexicon: Lexicon) -> float:
    """What is for and against a candidate, added up."""
    text = candidate.text
    words = words_of(text)
    if not words or text.endswith("?") or is_part(text, lexicon) or is_anybody(text, lexicon):
        return PART
    score = candidate.place
    if _is_listed(text, lexicon):
        score += JOB
    elif names_jobs(text, lexicon):
        score += JOBS
    elif names_job(text, lexicon):
        score += PERHAPS
    if any(_is_in(words, each) for each in said):
        score += SAID
    score += MARKED * is_wanted(text, lexicon)
    score += LIST * is_list(text, lexicon) + READER * speaks(text, lexicon)
    score += LIST * any((word,) in lexicon.starts["list_end"] for word in words[:-1])
    score += STATES * states(text, lexicon) + CALL * bool(_ENDS.search(text))
    return score if names_job(text, lexicon) else score + LONG * max(0, len(words) - MOST_NAMED)


def _is_in(name: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a sentence says a name, its last word as a plural or in a compound."""
    spread = range(len(said) - len(name) + 1) if name else range(0)
    return any(
        list(said[at : at + len(name) - 1]) == list(name[:-1])
        and _alike(name[-1], said[at + len(name) - 1])
        for at in spread
    )


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return long.endswith(short) or (
        long.startswith(short) and len(long) <= len(short) + LONGEST_PLURAL
    )
