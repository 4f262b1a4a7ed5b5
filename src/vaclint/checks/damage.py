"""Damaged text: letters read in the wrong encoding, letters lost, markup shown as text, and lines
of the web page around a vacancy.

What was meant is told by ftfy (Speer 2019) for a wrong encoding, and by the word list of a
language for a lost letter. Linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from vaclint.checks.context import HABIT, MANY, Context
from vaclint.checks.prepared import pattern_of
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Applicability, Diagnostic, Edit
from vaclint.model.document import Document
from vaclint.model.reading import Reading
from vaclint.rulebook.kind import TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

LOST = "\ufffd"
"""What a program puts in the place of a letter that it cannot read."""
TRIES = 3
"""More letters lost in one word are not guessed."""
SHORTENED_MOST = 40
"""So many characters at the end of a block are looked at for those of a link."""
PAGE_WORDS, MENU_LEAST = 10, 3
"""So many words a text is looked at for those of a page, and so many names make a menu."""
_SPACED = lazy(r"\S++")
_SHORTENED = lazy(r"(?:\.{3}|…|\[(?:…|\.{3})\])\s*[\[(]?(?P<more>[\p{L} ]{4,20})[\])]?[\s»›>→]*$")
"""The end of a text that a page shows the begin of."""

_SIGNS = "ÃÂâÅÄÐÎÑ√ƒ"
"""What most damage begins with: the first byte of a UTF-8 letter, read as Windows-1252 or Mac
Roman.
"""
_NOT_ASCII = r"[^\x00-\x7f]"
_CHARACTER = r"[a-zA-Z0-9\x80-\U0010ffff]"
_SUSPECT = lazy(rf"(?<!{_CHARACTER}){_CHARACTER}*[{_SIGNS}](?={_NOT_ASCII}){_CHARACTER}++")
_WITH_SPACE = lazy(
    r"(?<!\p{L})Ã\u00a0(?!\p{L}{2}\p{Ll})"  # ‘à’ as a word: 3 à 4
    r"|Â\u00a0"  # a non-breaking space
    # what is left of one that became a plain space
    r"|(?<=[\p{Ll}.,:;!?)]|[.,:;!?)] )Â(?=[ .,;:!?\n]|$)"
)
_MEANT_WITH_SPACE = {"Ã\u00a0": "à", "Â\u00a0": " "}
_LOST = lazy(
    r"(?<!\p{L})\p{L}*+"
    r"(?:\ufffd+"
    r"|(?<=\p{L})\?(?=\p{Ll}{2})"  # inside a word
    r"|(?<!\S)\?(?=\p{Ll}{2,}\b)"  # at its beginning
    r"|(?P<end>(?<=\p{L}{3})\?(?=[ ]\p{Ll})))"  # at its end, where a sentence goes on
    r"(?:\p{L}*(?:\ufffd+|\?(?=\p{Ll}{2})))*"
    r"\p{L}*"
)
_REFERENCE = lazy(
    r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#[xX][0-9a-fA-F]{2,4});"
    r"|(?<=\s)&(?:amp|nbsp|quot|eacute|euml|pound)(?=\s|$)"
)
_TAG = lazy(
    r"</?(?:p|br|b|i|u|em|strong|ul|ol|li|div|span|h[1-6]|font)"
    r"(?:\s+[a-z-]+=[^<>]{1,200})?\s*/?>"
    r"|</(?:p|b|i|u|em|strong|ul|ol|li|div|span|h[1-6]|font)(?=\s|$)"  # its last sign is lost
)


LINK_MOST = 3_000
"""Characters of a link before its text, with the picture in it."""
_CLICKED = (("<a ", "</a"), ("<button", "</button"))
"""What a reader may click in HTML: how it begins, and how it ends."""
_MAILING = lazy(r"(?is)href\s*=\s*[\"']?(?:mailto|tel):(?:(?!</a\b).)*$")
"""A link to write to somebody or to call that is still open."""
_MARK = lazy(
    r"^#{2,6}(?=\p{L})"  # a heading without its space
    # bold with a space inside, so that it is none; '*** from May ***' has them as ornaments
    r"|(?<![\p{L}\p{N}*.,!?)\]€\\])(?!\*{3,} [^*\n]{1,121} \*{3})"
    r"\*\*+(?: ?\p{L}[^*\n]{0,120} | \p{L}[^*\n]{0,120})\*\*+(?![\p{L}\p{N}*])"
    r"|!?\[[^\[\]\n]{1,80}\] \((?:\ufffc|(?:mailto:|tel:|www\.|/)[^\s()]{1,200})\)"  # a link
)
"""Marks of Markdown that a page shows as they stand."""
_MARKS = ("**", "##", "] (")
"""One of these stands in every such mark."""
_MARKED_FORMATS = frozenset({"markdown", "html"})
_NAMED_TAG = lazy(
    r"(?<=\p{L}[ ])<(?P<name>b|i|u|em|strong|ul|ol|li|div|span|font)>(?=[ ]\p{Ll}|[.,])"
)
"""A tag inside a sentence, as one who speaks of it writes it: ``what <em> does``."""
_CODE_SIGNS = (
    *((sign, "") for sign in ("=", "{", "}", "<", ">", "\\", "&&", "[object ")),
    ("_", r"[a-zA-Z]_"),
    ("(", r"\w\("),
    (";", r";\w|;$"),
    ("-", r"[a-z]-[\d\[]"),
    ("nn", r"\bnn\p{Lu}"),
    ("%", r"%[sd(%\d]"),
    ("@", r"^@[a-z]"),
    *((word, rf"\b{word}\b") for word in ("undefined", "null", "NaN")),
)
"""In every piece of a program one of these stands, where its pattern matches too."""


def _code_in(pattern: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where code stands in a text."""
    patterns = (known for sign, known in _CODE_SIGNS if sign in text)
    if not any(not known or lazy(known).search(text) for known in patterns):
        return ()
    return tuple(match.span() for match in lazy(pattern).finditer(text))


def _mojibake(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Words that make sense when their letters are read in another encoding, as ftfy tells."""
    for block in context.document.blocks:
        if block.text.isascii() or not any(map(block.text.__contains__, _SIGNS)):
            continue
        for match in _SUSPECT.finditer(block.text):
            better = _decoded(match[0])
            if better:
                applicability: Applicability = "safe" if _comes_back(better, match[0]) else "unsafe"
                yield _replaced(context, rule, block, match.span(), better, applicability)
    yield from _mojibake_of_spaces(context, rule)


def _decoded(text: str) -> str:
    """What a text says in the encoding it was written in; empty where nothing is wrong with it or
    it cannot be told.
    """
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return ""
    better: str = fix_encoding(text)
    return "" if better == text or is_bad(better) else better


def _comes_back(better: str, damaged: str) -> bool:
    """Whether damaging a mended text the usual way gives exactly what stood there, so that nothing
    is guessed.
    """
    try:
        return better.encode().decode("cp1252") == damaged
    except UnicodeDecodeError:
        return False


def _mojibake_of_spaces(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Damage whose second half is a non-breaking space, and so a space in the text of a block."""
    document = context.document
    if not document.holds("Ã", "Â"):
        return
    for match in document.searched(_WITH_SPACE):
        if document.is_skipped(match.start()):
            continue
        span = Span(*match.span())
        better = _MEANT_WITH_SPACE.get(match[0], "")
        yield context.found(
            rule,
            span,
            replacement=better,
            fixes=context.replacing(span, match[0], better, "safe" if better else "unsafe"),
            text=match[0].strip(),
            message="" if better.strip() else "space",
        )


def _lost(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A replacement character, and a question mark inside a word that is a known one with a letter
    in its place; characters by themselves are one finding where they are a habit.
    """
    alone: list[_Found] = []
    for block in context.document.blocks:
        if LOST not in block.text and "?" not in block.text:
            continue
        letters = rule.prepared["letters"].get(context.document.language_of(block), "")
        for match in _LOST.finditer(block.text):
            found = ""
            if letters:
                words = context.resources.wordlist(context.document.language_of(block))
                if match["end"] is None or not words.frequency(match[0].rstrip("?").lower()):
                    found = _guess(match[0], letters, words.frequency)
            if not found and match[0] == LOST:
                alone.append(_Found(block, match.span()))
            elif found or LOST in match[0]:
                yield _replaced(
                    context, rule, block, match.span(), found, message="" if found else "unknown"
                )
    yield from _each_or_one(context, rule, alone, "unknown")


def _guess(damaged: str, letters: str, frequency: Callable[[str], int]) -> str:
    """The most used word that a damaged one may have been; empty when there is none."""
    candidates = [damaged.replace(LOST + LOST, LOST).replace("?", LOST)]
    if candidates[0].count(LOST) > TRIES:
        return ""
    while LOST in candidates[0]:
        candidates = [
            candidate.replace(LOST, letter, 1) for candidate in candidates for letter in letters
        ]
    best = max(candidates, key=lambda candidate: frequency(candidate.lower()))
    return best if frequency(best.lower()) else ""


class _Found(NamedTuple):
    """A piece of markup or code that the reader sees, and what should stand there."""

    block: Block
    place: tuple[int, int]
    better: str = ""

    @property
    def text(self) -> str:
        """What stands there."""
        return self.block.text[slice(*self.place)]


def _markup(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A character reference, a tag or a piece of program that the reader sees as such; what comes
    back again and again is one finding, with its number.
    """
    references: dict[str, list[_Found]] = {}
    tags: list[_Found] = []
    code: list[_Found] = []
    marks: list[_Found] = []
    may_show = context.document.format in _MARKED_FORMATS
    pattern, remembered = rule.prepared["program"], context.resources.remembered
    for block in context.document.blocks:
        if block.front_matter and "<" in block.text:
            continue  # a template makes a page of that
        if "&" in block.text and not block.front_matter:
            for found in _references(block):
                references.setdefault(found.text, []).append(found)
        if "<" in block.text:
            tags += _tags_in(context, block)
        if may_show and not block.front_matter and any(map(block.text.__contains__, _MARKS)):
            marks += (_Found(block, match.span()) for match in _MARK.finditer(block.text))
        if pattern:
            places = remembered(_code_in, pattern, block.text)
            code += (_Found(block, place) for place in places)
    for group in references.values():
        yield from _each_or_one(context, rule, group, "" if group[0].better else "remove")
    yield from _each_or_one(context, rule, tags, "remove")
    yield from _marks_told(context, rule, marks)
    if code and context.says(rule, "code"):
        yield _one(context, rule, code, "code")


def _marks_told(context: Context, rule: Rule, marks: list[_Found]) -> Iterator[Diagnostic]:
    """Marks of Markdown that are none: each, or one for all where it is a habit."""
    if context.is_habit(rule, len(marks)):
        yield _one(context, rule, marks, "marks")
        return
    for block, place, _ in marks:
        span, text = block.span(*place), block.text[slice(*place)]
        is_heading = not text.strip("#")
        fixes = context.replacing(span, text, f"{text} ", "unsafe") if is_heading else ()
        yield context.found(rule, span, fixes=fixes, message="mark", text=text)


def _tags_in(context: Context, block: Block) -> Iterator[_Found]:
    """The tags of a block but for those that a sentence speaks of, which nothing closes."""
    for match in _TAG.finditer(block.text):
        named = _NAMED_TAG.match(block.text, match.start())
        if named is None or f"</{named['name']}>" in context.document.text:
            yield _Found(block, match.span())


def _each_or_one(
    context: Context, rule: Rule, group: list[_Found], message: str
) -> Iterator[Diagnostic]:
    """A finding for each, or one for all where it is a habit."""
    if context.is_habit(rule, len(group)):
        yield _one(context, rule, group, MANY)
        return
    for block, place, better in group:
        yield _replaced(context, rule, block, place, better, message=message)


def _one(context: Context, rule: Rule, group: list[_Found], message: str) -> Diagnostic:
    spans = [each.block.span(*each.place) for each in group]
    return context.together(rule, spans, message=message, text=group[0].text)


def _references(block: Block) -> Iterator[_Found]:
    from html import unescape

    for match in _REFERENCE.finditer(block.text):
        shown = unescape(match[0])
        if shown != match[0]:
            yield _Found(block, match.span(), " " if shown == "\u00a0" else shown)


def _chrome(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Lines of a web page that came along with a copied text: a menu or form is one finding, and so
    is a line that comes back.
    """
    reading = context.document.reading
    groups: dict[str, list[Block]] = {}
    for run in _runs(context.document):
        alone = [block for block in run if reading.is_chrome(block.text)]
        if len(run) >= HABIT and len(alone) < len(run):
            yield _page_lines(context, rule, run, "menu" if context.says(rule, "menu") else "")
            continue
        for block in run:
            groups.setdefault(block.text.casefold(), []).append(block)
    for same in groups.values():
        for blocks in [[block] for block in same] if len(same) < HABIT else [same]:
            yield _page_lines(context, rule, blocks)
    for block in context.document.blocks[:1]:
        end = _page_words(block.text, reading)
        if end and not block.front_matter and not _is_of_page(context.document, block):
            yield context.found(rule, block.span(0, end), text=block.text[:end])
    yield from _shortened(context, rule)


def _shortened(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """The words behind a text that a page shows the begin of: ``your own… read more``."""
    more = context.document.reading.more
    for block in context.document.blocks:
        tail = block.text[-SHORTENED_MOST:]
        if "..." not in tail and "…" not in tail:
            continue
        match = _SHORTENED.search(tail)
        if match is not None and match["more"].strip().casefold() in more:
            start = len(block.text) - len(tail) + match.start()
            yield context.found(rule, block.span(start, len(block.text)), text=match[0])


def _page_words(text: str, reading: Reading) -> int:
    """Where the words of a page end that a text begins with on the same line, as far as a capital
    tells: ``Menu Sluiten Zoeken Inloggen Wij``, ``Skip to main content You``; 0 where there are
    none.
    """
    places = [match.span() for match in islice(_SPACED.finditer(text), PAGE_WORDS + 1)]
    if len(places) <= MENU_LEAST or not text[0].isupper():
        return 0
    starts = [at for at, (start, _) in enumerate(places) if at and text[start].isupper()]
    for at in reversed(starts):
        end = places[at - 1][1]
        words = text[:end]
        is_line = at > 1 and ":" not in words and reading.is_chrome(words)
        if is_line or _are_names(words.casefold().split(), reading):
            return end
    return 0


def _are_names(words: Sequence[str], reading: Reading) -> bool:
    """Whether words are the names of pages, one after another, enough for a menu."""
    at = count = anchors = 0
    while at < len(words):
        size = reading.name_at(words, at)
        if not size:
            return False
        anchors += " ".join(words[at : at + size]) in reading.menu_anchors
        at += size
        count += 1
    return count >= MENU_LEAST and anchors > 0


def _runs(document: Document) -> Iterator[list[Block]]:
    """The lines of the page that are to be told, by groups between which text stands."""
    texts = [block.begin for block in document.blocks]
    by_place: dict[int, list[Block]] = {}
    for block in filter(lambda block: document.reading.is_told(block.text), document.chrome):
        if (
            block.image
            or _MAILING.search(_right_before(document, block))
            or _is_of_page(document, block)
        ):
            continue  # what a picture or a link to write to somebody shows, or the page itself
        by_place.setdefault(bisect_left(texts, block.begin), []).append(block)
    yield from by_place.values()


def _is_of_page(document: Document, block: Block) -> bool:
    """Whether a block of HTML begins in a link or button of the page itself."""
    return document.format == "html" and _is_open(_right_before(document, block))


def _right_before(document: Document, block: Block) -> str:
    """What stands before a block in the file, as far as a link may begin."""
    return document.source.text[max(0, block.begin - LINK_MOST) : block.begin]


def _is_open(before: str) -> bool:
    """Whether a link or a button is still open at the end of a piece of HTML."""
    low = before.lower()
    return any(low.rfind(opening) > low.rfind(closing) for opening, closing in _CLICKED)


def _page_lines(context: Context, rule: Rule, blocks: list[Block], message: str = "") -> Diagnostic:
    """One finding for lines of a page, at the first. A text of nothing else is not emptied."""
    lines = blocks if context.document.blocks else ()
    edits = [edit for block in lines if (edit := _line_of(context, block))]
    return context.found(
        rule,
        blocks[0].whole,
        related=context.also(block.whole for block in blocks[1:]),
        fixes=context.fix("remove", "unsafe", *edits) if edits else (),
        properties={"count": len(blocks)} if len(blocks) > 1 else None,
        message=message,
        text=blocks[0].text,
        count=len(blocks) - 1,
        last=blocks[-1].text,
    )


def _line_of(context: Context, block: Block) -> Edit | None:
    """The edit that removes the line of a block; None where something else stands on it."""
    source = context.document.source
    line = source.lines[source.line_index(block.begin)]
    content = source.text[line.start : line.end].strip()
    is_alone = content == source.text[slice(*block.whole)].strip()
    return Edit(line.start, line.next, "") if is_alone else None


def _replaced(
    context: Context,
    rule: Rule,
    block: Block,
    place: tuple[int, int],
    better: str,
    applicability: Applicability = "unsafe",
    message: str = "",
) -> Diagnostic:
    """A finding with what should stand there; a fix only where the text stands in the file as it
    is read.
    """
    span = block.span(*place)
    text = block.text[slice(*place)]
    fixes = context.replacing(span, text, better, applicability) if better else ()
    return context.found(rule, span, replacement=better, fixes=fixes, message=message, text=text)


_BY_WHAT: Mapping[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "mojibake": _mojibake,
    "lost": _lost,
    "markup": _markup,
    "chrome": _chrome,
}
MESSAGES = {"mojibake": ("space",), "lost": ("unknown",), "markup": ("remove", "mark", "marks")}
"""The further messages that a rule needs, by what it looks for."""


def check_damage(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for."""
    for rule in rules:
        yield from _BY_WHAT[rule.data["what"]](context, rule)


def prepare_damage(rule: Rule, preparation: Preparation) -> Any:
    """The letters that may have been lost, by language. Raises VaclintError for a message that is
    missing.
    """
    for code, texts in rule.texts.items():
        for name in MESSAGES.get(rule.data["what"], ()):
            if name not in texts.messages:
                raise preparation.error(code, "messages", f"the rule needs a message '{name}'")
    letters = {code: said["letters"] for code, said in rule.said.items() if "letters" in said}
    code = rule.data.get("program", "")
    return {
        "letters": letters,
        "program": pattern_of(preparation, "", "program", code) if code else "",
    }


KIND = Kind(
    "damage",
    check_damage,
    {
        "what": Key(TEXT, tuple(_BY_WHAT), required=True),
        "letters": Key(TEXT, by_language=True),
        "program": Key(TABLE),
    },
    prepare_damage,
    values=frozenset({"count", "last"}),
)
