"""Where the title of a vacancy is told: at the head of a page squeezed into one line, or in a
sentence that seeks somebody.
"""

from collections.abc import Sequence

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import (
    LONGEST,
    MOST_PRAISE,
    MOST_WORDS,
    PIECES,
    clean,
    ends_with,
    is_anybody,
    is_part,
    is_people,
    names_job,
    opening,
    speaks,
    starts_with,
    states,
    tokens_of,
    undressed,
    without_praise,
)
from vaclint.facts.kinds.words import words_of
from vaclint.model.blocks import Block
from vaclint.text.patterns import lazy

FIRST_BLOCKS = 25
"""A line that names the job stands among the first blocks of text."""

FIRST_PARAGRAPHS = 3
"""The first line of one of these may be the title, where no empty line sets it apart."""

MOST_TOLD = 7
MOST_SPECIALISED = 3
"""A job named in a sentence or in a squeezed page ends within so many words."""
MOST_NAMED_ON = 3
MOST_IN_LINE = 12
"""A line of a list of jobs has no more words."""
MOST_BEFORE_AGENT = 4
"""A trade that no list has is named within so many words."""
LINES_OF_PAGE = 8
LINES_OF_MENU, PARTS_OF_MENU = 5, 2
"""So many short lines above a heading, of which so many are parts of a site, are its menu."""
MOST_IN_LINK = 5
MOST_LINES = 150
"""So many lines without one that is empty are a pasted page; its job stands among the first."""
LEAST_OF_LINK = 3
"""The link that skips a menu has at least so many words; fewer may be of a title."""

_NAMED = lazy(r"(?<article>\b\p{L}{2,3})\s(?<name>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3}),\s")
"""An article, a few words with capitals and a comma."""


def body_of(evidence: Evidence, lexicon: Lexicon) -> list[tuple[int, Block]]:
    """The blocks below the front matter with their numbers, without the menu of a page: short lines
    above its first heading, some of which are parts of the site.
    """
    body = [(at, each) for at, each in enumerate(evidence.blocks) if not each.front_matter]
    end = next((at for at, (_, each) in enumerate(body) if not _is_link(each)), 0)
    is_headed = any(each.kind == "heading" for _, each in body[end:])
    if end < LINES_OF_MENU or not is_headed:
        return body
    parts = sum(is_part(each.text, lexicon) for _, each in body[:end])
    return body[end:] if parts >= PARTS_OF_MENU else body


def _is_link(block: Block) -> bool:
    """Whether a block may be a link of a menu, by its length."""
    is_line = block.kind in ("paragraph", "item") and not block.text.endswith((".", "!", "?"))
    return is_line and len(block.text) <= LONGEST and len(words_of(block.text)) <= MOST_IN_LINK


def told_title(evidence: Evidence, lexicon: Lexicon) -> tuple[str, int]:
    """The job named at the head of a page squeezed into one line, or sought in a sentence among the
    first blocks, with the number of the block; empty and -1 where there is none. It says what the
    title is, and nothing of the kind.
    """
    body = body_of(evidence, lexicon)[:FIRST_BLOCKS]
    for at, block in body:
        if len(block.text) > LONGEST:
            found = _opening(block, lexicon) or _at_head(block.text[:LONGEST], lexicon)
            if not (found and names_job(found, lexicon)):
                found = _own_line(block, evidence.source, lexicon) or found
            if found:
                return found, at
            break
    return _in_sentence(body, lexicon, "sought")


def title_in_passing(evidence: Evidence, lexicon: Lexicon) -> tuple[str, int]:
    """The job that a sentence says you will do, for a text that names it nowhere else, or the
    subject of that sentence, where it is one with capitals.
    """
    body = body_of(evidence, lexicon)
    told, at = _in_sentence(body[:FIRST_BLOCKS], lexicon, "as")
    if not told:
        return _of_post(body[:FIRST_BLOCKS], lexicon)
    before = evidence.blocks[at].text.partition(told)[0] if told.islower() else ""
    return _subject(before.rpartition(". ")[2], lexicon) or told, at


def _of_post(body: Sequence[tuple[int, Block]], lexicon: Lexicon) -> tuple[str, int]:
    """The job with capitals before the word that says it is one, with the number of the block: `The
    part-time Gallery Attendant position …`.
    """
    names = lexicon.starts
    for at, block in body:
        tokens, words = tokens_of(block.text[: 4 * LONGEST])
        for end in range(2, len(words)):
            if (words[end],) not in names["post"] or tokens[end][:1].isupper():
                continue
            start = end
            while start and tokens[start - 1][:1].isupper() and end - start < MOST_TOLD:
                start -= 1
            first = start - (start > 0 and (words[start - 1],) in names["employment"])
            if start == first and (words[start],) in names["before_post"]:
                start += 1  # `The Gallery Attendant position`
                first = start
            name = " ".join(tokens[start:end])
            is_post = first > 0 and (words[first - 1],) in names["before_post"]
            if is_post and name and ends_job(name, lexicon) and not is_anybody(name, lexicon):
                return name, at
    return "", -1


def _subject(text: str, lexicon: Lexicon) -> str:
    """The job with capitals that a sentence is about: `The Field Cook, working as a …`."""
    found = _NAMED.search(text)
    if not found or (found["article"].lower(),) not in lexicon.starts["article"]:
        return ""
    return found["name"] if ends_job(found["name"], lexicon) else ""


def _in_sentence(body: Sequence[tuple[int, Block]], lexicon: Lexicon, name: str) -> tuple[str, int]:
    """The job behind one of the phrases of a list, with the number of the block; that of the next
    line where the phrase ends one: `We are looking for` above a list.
    """
    announced = False
    for at, block in body:
        tokens, words = tokens_of(block.text[: 4 * LONGEST])
        if announced and len(words) <= MOST_IN_LINE:
            found = job_ahead(tokens, lexicon, several=True)
            if found:
                return found, at
        found = _behind(tokens, words, lexicon, name)
        if found:
            return found, at
        announced = ends_with(words, lexicon.starts[name])
    return "", -1


def _own_line(block: Block, source: str, lexicon: Lexicon) -> str:
    """The first of many lines of a pasted page that names a job and nothing else."""
    lines = source[block.begin : block.whole.end].splitlines()
    if len(lines) < LINES_OF_PAGE:
        return ""
    for line in lines[:MOST_LINES]:
        is_line = 0 < len(words_of(line)) <= MOST_IN_LINE and line.strip()[:1].isupper()
        if is_line and names_job(line, lexicon, strictly=True) and not is_part(line, lexicon):
            name = clean(line, lexicon)
            if not any(says(name, lexicon) for says in (speaks, states, is_anybody, is_people)):
                return name
    return ""


def _opening(block: Block, lexicon: Lexicon) -> str:
    """The job that is all an item begins with, up to a full stop: `Graduate cook. You will …`."""
    begin = opening(block.text) if block.kind == "item" else ""
    is_short = 0 < len(words_of(begin)) <= MOST_TOLD and begin[:1].isupper()
    is_name = is_short and not speaks(begin, lexicon) and not states(begin, lexicon)
    return clean(begin, lexicon) if is_name and names_job(begin, lexicon, strictly=True) else ""


def _at_head(text: str, lexicon: Lexicon) -> str:
    """What stands before the menu of a squeezed page, as `Cook - Leeds Skip to content …`, or the
    job in its first pieces: `Home > Jobs > Cook We are …`.
    """
    head = _before_menu(text, lexicon)
    if head:
        return head
    for at, piece in enumerate(each.strip() for each in PIECES.split(text)):
        if at and piece[:1].islower():
            continue  # the middle of a sentence
        tokens = clean(piece, lexicon).split()
        if tokens and not is_part(" ".join(tokens), lexicon):
            found = job_ahead(tokens, lexicon)
            if found:
                return found
    return ""


def _before_menu(text: str, lexicon: Lexicon) -> str:
    """What stands before the link that skips the menu of a page, up to a dash; empty where there is
    no such link, or a sentence before it.
    """
    tokens, words = tokens_of(text)
    for at in range(1, min(len(words), MOST_WORDS)):
        is_link = starts_with(words[at:], lexicon.starts["page"]) >= LEAST_OF_LINK
        if is_link and tokens[at][:1].isupper():
            head = clean(" ".join(tokens[:at]).split(" - ")[0], lexicon)
            return "" if is_part(head, lexicon) or head.endswith((".", "!", "?")) else head
    return ""


def _behind(tokens: list[str], words: list[str], lexicon: Lexicon, name: str) -> str:
    """The job behind a phrase that seeks or says what you will be: `We are looking for a cook`."""
    for at in range(len(tokens)):
        length = starts_with(words[at:], lexicon.starts[name])
        if length:
            ahead = tokens[at + length :]
            found = job_ahead(ahead, lexicon, several=True)
            if not found and (words[at + length - 1],) in lexicon.starts["one"]:
                found = _agent_ahead(ahead, lexicon)
            if found:
                return found
    return ""


def _agent_ahead(tokens: list[str], lexicon: Lexicon) -> str:
    """The first words up to one with the ending of a trade that no list has: `We are looking for a
    stonedresser`. Only behind a phrase that seeks one.
    """
    for at, token in enumerate(tokens[:MOST_BEFORE_AGENT]):
        word = token.rstrip(".,:;!?")
        if word.islower() and lexicon.is_agent(word):
            name = without_praise(" ".join(tokens[: at + 1]), lexicon)
            return undressed(name).rstrip(".,:;!?")
        if not token[-1:].isalnum() or (word,) in lexicon.starts["cut"]:
            break
    return ""


def job_ahead(tokens: list[str], lexicon: Lexicon, *, several: bool = False) -> str:
    """The first words up to the one that ends the name of a job, or of several, if no sentence ends
    before it.
    """
    tokens = without_praise(" ".join(tokens[: MOST_TOLD + MOST_PRAISE]), lexicon).split()
    last = 0
    for at, token in enumerate(tokens[:MOST_TOLD]):
        if ends_job(token, lexicon):
            last = at + 1
            further = tokens[last] if token[-1].isalnum() and len(tokens) > last else ""
            if ends_job(further, lexicon):
                continue
            if token.islower() and lexicon.is_agents(further.rstrip(".,:;!?")):
                last += 1  # `student stonedressers`
                break
            if len(tokens) > last + 1 and (tokens[last],) in lexicon.starts["joins"]:
                last += 1 + max(1, _specialised(tokens[last + 1 :], lexicon))
                break
            if token[-1:].isalnum() and token[:1].islower():
                last += _named_on(tokens[last:], lexicon)
            elif token[-1:].isalnum() and token[:1].isupper():
                last += _specialised(tokens[last:], lexicon)
        if last or token.endswith((".", ",", ":", ";", "!", "?")):
            break
    job = " ".join(_alone(tokens[:last], lexicon))
    name = undressed(without_praise(job, lexicon)).rstrip(",.:;!?")
    if name.count(")") > name.count("("):
        name = undressed(name.rpartition(")")[2])  # `Senior) cook`, cut at the bracket
    nobody = not name or any(says(name, lexicon) for says in (is_anybody, is_people, states))
    if nobody or not (
        names_job(name, lexicon)
        or (several and lexicon.is_jobs(words_of(name)[-1]))
        or lexicon.is_agents(words_of(name)[-1])
    ):
        return ""
    if tuple(words_of(name)[:1]) in lexicon.starts["cut"]:
        return ""  # `For the cook`
    return "" if speaks(name, lexicon) else name


def _specialised(tokens: list[str], lexicon: Lexicon) -> int:
    """How many words with a capital, up to a sign, go on with a job that has one; the first word of
    a sentence to the reader does not: `Cook Are you …`.
    """
    end = 0
    for token in tokens[:MOST_SPECIALISED]:
        if token == "&" and end and tokens[end + 1 : end + 2] and tokens[end + 1][0].isupper():
            return end + 2
        if not token[:1].isupper() or not token[1:].islower():
            break
        end += 1
        if not token.isalnum():
            return end
    speaks_on = end and tuple(words_of(" ".join(tokens[end : end + 1]))) in lexicon.starts["reader"]
    return end - 1 if speaks_on else end


def _named_on(tokens: list[str], lexicon: Lexicon) -> int:
    """How many words with a capital, the last of which names a job, stand behind one without:
    `student Wall Painter`.
    """
    for at, token in enumerate(tokens[:MOST_NAMED_ON], 1):
        if not token[:1].isupper():
            break
        if at > 1 and ends_job(token, lexicon):
            return at
    return 0


def _alone(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """A job without the phrase that seeks it or the article before it, and what leads to these:
    `The Lantern seeks a cook`, `Tasks As a cook`, `seeks The Lantern a cook`.
    """
    names = lexicon.starts["sought"] | lexicon.starts["as"]
    words = [" ".join(words_of(each)) for each in tokens]
    start = 0
    for at, token in enumerate(tokens):
        if length := starts_with(words[at:], names):
            start = at + length
        elif token.islower() and (words[at],) in lexicon.starts["one"]:
            start = start if speaks(" ".join(tokens[start:at]), lexicon) else at + 1
    return tokens[start:]


def ends_job(text: str, lexicon: Lexicon) -> bool:
    """Whether the last word can end the name of a job."""
    words = words_of(text)
    return bool(words) and (words[-1] in lexicon.last or lexicon.names_work(words[-1]))


def first_line(block: Block, source: str, lexicon: Lexicon) -> str:
    """The first of the lines of a paragraph that has several and does not run on in the next; empty
    for any other block.
    """
    if block.kind != "paragraph" or block.label:
        return ""
    first, _, rest = source[block.begin : block.whole.end].partition("\n")
    runs_on = rest.lstrip()[:1].islower() or ends_with(words_of(first), lexicon.starts["dangling"])
    return first.strip() if rest and not runs_on else ""
