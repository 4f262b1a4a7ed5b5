"""Which words of a text are the vacancy's title: the job, not a section, site or employer."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.lexicon import Lexicon, Phrase
from vaclint.facts.kinds.words import words_of
from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.model.reading import Reading, key_of
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

MOST_WORDS = 16
LONGEST = 250
"""A title has at most so many words and characters."""

FIRST_BLOCKS = 25
"""A line that names the job stands among the first blocks of text."""

FIRST_PARAGRAPHS = 3
"""The first line of one of these may be the title, where no empty line sets it apart."""

MOST_PLAIN = 8
"""A line that names no job is the title at worst, where it has no more words."""

FIRST_LABELS = 40
LONGEST_LIST_NAME = 7

_PIECES = lazy(r"\s[|–—·•:»›/-]+\s|[|·•»›]|:\s|(?<=[\w)])\s*+[(,]|\s-\s|::")
_BEFORE, _BEHIND = " #*_>•·–—←→»«+-", " *_#:"
"""Signs that stand around a title and are no part of it."""
_BRACKETS = lazy(r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|<[^>]{0,80}>")
_CUT_SHORT = lazy(r"[^\W\d_]+-(?=\s\p{Ll})")
"""The first half of two compounds with one end: `design- and engineering manager`."""
_SENTENCE = lazy(r"[.!?;,]$|\p{Ll}{3}[.!?]\s+\p{Lu}")
_NO_TITLE = lazy(r"[.;,]$|\s(?:\S+\s+){4,}\S+:$")
_OPENING = lazy(r"[^.:!?;]{2,80}+(?=[.:]\s|$)")
_WHOLE_SENTENCE = lazy(r"[.;,]$")
_CRUMB = lazy(r"\s[>»›]\s")
_MARK = lazy(r"(?i)\w\s?(?P<mark>\([a-z](?:\s?/\s?[a-z]{1,2}){1,3}\)),?\s(?P<next>\w+)")
"""A mark such as `(m/v/x)` with the word behind it, which may begin with where the job is."""
_APART = lazy(r"[-_\s]*\b\d[\d-]*\b[-_\s]*|[-_\s]+")
"""What stands between the words of a file's name, with dates and numbers."""
MOST_TOLD = 7
MOST_SPECIALISED = 2
"""A job named in a sentence or in a squeezed page ends within so many words."""


class Title(NamedTuple):
    """The title, and the block it stands in: -1 where it has none, as `<title>`."""

    text: str
    block: int
    names_job: bool


def starts_with(words: list[str], names: frozenset[Phrase]) -> int:
    """How many words at the beginning are a listed name; the longest counts, 0 for none."""
    for length in range(min(LONGEST_LIST_NAME, len(words)), 0, -1):
        if tuple(words[:length]) in names:
            return length
    return 0


def holds(words: list[str], names: frozenset[Phrase]) -> bool:
    """Whether a listed name stands anywhere among words."""
    return any(starts_with(words[at:], names) for at in range(len(words)))


def names_job(text: str, lexicon: Lexicon, *, strictly: bool = False) -> bool:
    """Whether a line names a job and nothing else: short, and no sentence about one. Strictly: the
    job ends the line or a part of it, which the text of an image seldom does.
    """
    words = words_of(text) if len(text) <= LONGEST else []
    if not words or len(words) > MOST_WORDS or text.rstrip().endswith("?"):
        return False
    if "- " in text:
        text = _CUT_SHORT.sub(" ", text)
        words = words_of(text)
    last, names = lexicon.last, lexicon.starts
    is_sought = holds(words, names["wanted"])  # `Bakers wanted`
    is_job = lexicon.names_work if is_sought else lexicon.is_job
    if not any(word in last or is_job(word) for word in words):
        return False
    if holds(words, names["no_job"]) or starts_with(words, names["no_job_first"]):
        return False
    soft = holds(words, names["no_job_unless_last"])
    for piece in _PIECES.split(_BRACKETS.sub(" ", text)):
        part = whole = words_of(piece)
        for at, word in enumerate(part):
            if at and (word,) in names["cut"]:
                part = part[:at]
                break
        if part:
            end = _without_marks(part, lexicon)[-1]
            if end in last or is_job(end):
                return True
        if len(part) < len(whole) and _ends_as(whole, lexicon):
            return True
        if not soft and not strictly and any(is_job(word) for word in part):
            return True
    return False


def _ends_as(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a line ends in a job to be done: `Working at the town as a planner`."""
    if not (words[-1] in lexicon.last or lexicon.is_job(words[-1])):
        return False
    return any(words[-1 - len(each) : -1] == list(each) for each in lexicon.starts["as"])


def _without_marks(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words without numbers (`2`, `iii`), letters and marks such as `m/v` at their end; one
    word stays.
    """
    end = len(words)
    while end > 1 and (
        len(words[end - 1]) <= 2
        or (words[end - 1],) in lexicon.starts["wanted"]
        or not words[end - 1].strip("ivx")
    ):
        end -= 1
    return words[:end]


def is_wanted(text: str, lexicon: Lexicon) -> bool:
    """Whether a line has a mark such as `(m/v/x)` or a word such as `wanted`."""
    words = words_of(text) if len(text) <= LONGEST else []
    return bool(words) and len(words) <= MOST_WORDS and holds(words, lexicon.starts["wanted"])


def is_part(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is the name of a section or a part of the page, and not a title."""
    words = words_of(text)
    if not words:
        return True
    names = lexicon.starts
    for kind in ("section", "page", "list"):
        length = starts_with(words, names[kind])
        if length and (length == len(words) or (length >= 3 and len(words) <= length + 3)):
            return True
    return starts_with(words, names["thanks"]) > 0 or lexicon.is_part(words)


def opening(text: str) -> str:
    """What a paragraph begins with, as `Cook at Eats, Leeds.`, or nothing where that is long."""
    found = _OPENING.match(text)
    return found[0] if found else ""


def clean(text: str, lexicon: Lexicon) -> str:
    """A title without marks of Markdown, template code and `Vacancy:` before it."""
    if len(text) > LONGEST:
        return ""
    text = _BRACKETS.sub(" ", text).replace("\ufffc", " ").replace("\xad", "")
    text = _undressed(_behind_crumbs(" ".join(text.split()), lexicon))
    words = words_of(text)
    length = starts_with(words, lexicon.starts["lead"])
    if length and length < len(words):
        at = 0
        lower = text.lower().replace("’", "'")
        for word in words[:length]:
            at = lower.index(word, at) + len(word)
        rest = text[at:]
        if rest.lstrip()[:1] in (":", "–", "-", "—", "|") or names_job(rest, lexicon):
            text = _undressed(rest.lstrip(" :–—|-"))
    mark = _MARK.search(text)
    if mark is not None and (mark["next"].lower(),) in lexicon.starts["cut"]:
        text = text[: mark.end("mark")]
    return text


def _behind_crumbs(text: str, lexicon: Lexicon) -> str:
    """The last step of a path that begins with a part of the site: `Home > Jobs > Cook`."""
    first, *further = _CRUMB.split(text)
    return further[-1] if further and is_part(first, lexicon) else text


def _undressed(text: str) -> str:
    return text.lstrip(_BEFORE).rstrip(_BEHIND)


def find_title(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> Title:
    """The title: a key or label that holds one, a heading that names a job, `<title>`, a short
    line that names a job; else the first heading that is no part of the page. Linear.
    """
    first: Title | None = None
    for title in _candidates(evidence, lexicon, reading):
        if not title.text or is_part(title.text, lexicon):
            continue
        if title.names_job:
            return title
        first = first or title
    return first or Title("", -1, False)


def give_title(document: Document, evidence: Evidence, lexicon: Lexicon) -> Title:
    """Find the title, and give it to the document with the block it stands in."""
    title = find_title(evidence, lexicon, document.reading)
    told = "" if title.names_job else _told(evidence, lexicon) or _file_name(evidence, lexicon)
    document.title_text = told or title.text
    if title.block >= 0:
        document.title = evidence.blocks[title.block]
    elif title.text and document.page_title and title.text in document.page_title.text:
        document.title = document.page_title
    return title


def _file_name(evidence: Evidence, lexicon: Lexicon) -> str:
    """The job that the name of the file is: `2024-03-01-pastry-cook.md`; empty for any other."""
    name = " ".join(_APART.split(PurePosixPath(evidence.path).stem)).strip()
    return name if names_job(name, lexicon, strictly=True) and not is_part(name, lexicon) else ""


def _told(evidence: Evidence, lexicon: Lexicon) -> str:
    """The job named at the head of a page squeezed into one line, or sought in a sentence among the
    first blocks; empty where there is none. It says what the title is, and nothing of the kind.
    """
    body = [each for each in evidence.blocks if not each.front_matter][:FIRST_BLOCKS]
    for block in body:
        if len(block.text) > LONGEST:
            found = _at_head(block.text[:LONGEST], lexicon)
            if found:
                return found
            break
    for block in body:
        found = _sought(block.text[: 4 * LONGEST], lexicon)
        if found:
            return found
    return ""


def _at_head(text: str, lexicon: Lexicon) -> str:
    """The job in the first pieces of a squeezed page: `Home > Jobs > Cook We are …`."""
    for piece in _PIECES.split(text):
        tokens = clean(piece, lexicon).split()
        if tokens and not is_part(" ".join(tokens), lexicon):
            found = _job_ahead(tokens, lexicon)
            if found:
                return found
    return ""


def _sought(text: str, lexicon: Lexicon) -> str:
    """The job behind a phrase that seeks: `We are looking for a cook`."""
    tokens = text.split()
    words = [" ".join(words_of(each)) for each in tokens]
    for at in range(len(tokens)):
        length = starts_with(words[at:], lexicon.starts["sought"])
        if length:
            found = _job_ahead(tokens[at + length :], lexicon)
            if found:
                return found
    return ""


def _job_ahead(tokens: list[str], lexicon: Lexicon) -> str:
    """The first words up to the one that ends the name of a job, if no sentence ends before it."""
    last = 0
    for at, token in enumerate(tokens[:MOST_TOLD]):
        if _ends_job(token, lexicon):
            last = at + 1
            if token[-1].isalnum() and len(tokens) > last and _ends_job(tokens[last], lexicon):
                continue
            if len(tokens) > last + 1 and (tokens[last],) in lexicon.starts["joins"]:
                last += 1 + max(1, _specialised(tokens[last + 1 : last + 1 + MOST_SPECIALISED]))
                break
            if token[-1:].isalnum() and token[:1].isupper():
                last += _specialised(tokens[last : last + MOST_SPECIALISED])
        if last or token.endswith((".", ",", ":", ";", "!", "?")):
            break
    first = 0
    while first < last - 1 and tuple(words_of(tokens[first])) in lexicon.starts["praise"]:
        first += 1
    name = _undressed(" ".join(tokens[first:last])).rstrip(",.:;!?")
    employer = any((word,) in lexicon.starts["employer"] for word in words_of(name))
    return name if name and not employer and names_job(name, lexicon) else ""


def _specialised(tokens: list[str]) -> int:
    """How many words with a capital, up to a sign, go on with a job that has one."""
    for at, token in enumerate(tokens):
        if not token[:1].isupper() or not token[1:].islower():
            return at
        if not token.isalnum():
            return at + 1
    return len(tokens)


def _ends_job(token: str, lexicon: Lexicon) -> bool:
    """Whether a word can end the name of a job."""
    words = words_of(token)
    return bool(words) and (words[-1] in lexicon.last or lexicon.names_work(words[-1]))


def _candidates(evidence: Evidence, lexicon: Lexicon, reading: Reading) -> Iterator[Title]:
    """What may be the title, likeliest first; one that names a job is taken before any other."""
    fallback: list[Title] = []
    named = _from_keys(evidence, lexicon, reading)
    for title, sure in named:
        if sure or title.names_job:
            yield title._replace(names_job=True) if sure else title
        fallback.append(title)
    for title in _from_labels(evidence.blocks, lexicon, reading):
        yield title._replace(names_job=True)
    body = [(at, each) for at, each in enumerate(evidence.blocks) if not each.front_matter]
    heads = [(at, each) for at, each in body if each.kind == "heading"]
    marked: list[Title] = []
    for at, block in heads:
        if block.text.endswith(":"):
            continue  # it announces what follows
        title = _titled(block.text, at, lexicon)
        if title.names_job:
            above = [each for each in marked if evidence.blocks[each.block].level < block.level]
            yield above[0] if above else title
        elif _is_marked(title.text, lexicon):
            marked.append(title._replace(names_job=True))
        if len(block.text) <= LONGEST and not _NO_TITLE.search(block.text.rstrip()):
            fallback.append(title)
    first = [each for each in marked if each.block <= body[0][0] + FIRST_PARAGRAPHS]
    if first:
        yield first[0]
    for piece in _PIECES.split(evidence.page_title[:LONGEST]):
        if piece:
            title = _titled(piece, -1, lexicon)
            if title.names_job:
                yield title
    below = False
    for at, block in body[:FIRST_BLOCKS]:
        if block.kind == "heading":
            below = below or not is_part(block.text, lexicon)
            continue
        if block.text.endswith(":") or _SENTENCE.search(block.text.rstrip(" !")):
            continue
        calls = block.text.rstrip().endswith("!")
        if below and not names_job(block.text, lexicon, strictly=True):
            continue
        if block.kind == "item" and block.text[:1].islower():
            continue  # a demand or an offer
        title = _titled(block.text, at, lexicon)
        if title.names_job or (not calls and is_wanted(block.text, lexicon)):
            yield title._replace(names_job=True)
        elif calls:
            continue
        elif len(words_of(block.text)) <= MOST_PLAIN and not heads and not block.label:
            fallback.append(title)
    for at, block in body[:FIRST_PARAGRAPHS]:
        line = _first_line(block, evidence.source)
        if names_job(line, lexicon, strictly=True) and not _SENTENCE.search(line):
            yield _titled(line, at, lexicon)
    yield from marked[:1]
    yield from _calls(body[:1], lexicon)
    for at, block in heads:
        if block.text.endswith(":") and names_job(block.text, lexicon, strictly=True):
            yield _titled(block.text, at, lexicon)
    for at, block in body[:FIRST_BLOCKS]:
        begin = opening(block.text) if block.kind == "paragraph" and not block.label else ""
        names = lexicon.starts["employer"] | lexicon.starts["as"]
        told = any((word,) in names for word in words_of(begin))
        if begin and not told and names_job(begin, lexicon, strictly=True):
            yield _titled(begin, at, lexicon)
    yield from fallback
    if evidence.page_title:
        yield _titled(evidence.page_title, -1, lexicon)


def _calls(first: list[tuple[int, Block]], lexicon: Lexicon) -> Iterator[Title]:
    """The first line where it calls for somebody: `Piano tuner wanted!`."""
    for at, block in first:
        words = words_of(block.text)
        short = 1 < len(words) <= MOST_PLAIN
        if short and (words[-1],) in lexicon.starts["wanted"] and block.text.endswith("!"):
            yield _titled(block.text.rstrip("!"), at, lexicon)._replace(names_job=True)


def _first_line(block: Block, source: str) -> str:
    """The first of the lines of a paragraph that has several; empty for any other block."""
    if block.kind != "paragraph" or block.label:
        return ""
    first, end, _ = source[block.whole.start : block.whole.end].partition("\n")
    return first.strip() if end else ""


def _is_marked(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading has a mark of a vacancy, and neither asks, calls nor names a section."""
    calls = text.rstrip().endswith(("?", "!"))
    return not calls and is_wanted(text, lexicon) and not is_part(text, lexicon)


def _titled(text: str, at: int, lexicon: Lexicon) -> Title:
    text = clean(text, lexicon)
    return Title(text, at, names_job(text, lexicon))


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
        names = not sure and not _is_other(title.text, lexicon)
        yield title, names and not _names_employer(title.text, lexicon)


def _names_employer(text: str, lexicon: Lexicon) -> bool:
    """Whether a title says only that there is a vacancy, and at whom: `Vacancy at the Works`."""
    words = words_of(text)
    length = starts_with(words, lexicon.starts["wanted"])
    return 0 < length < len(words) and (words[length],) in lexicon.starts["by"]


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
