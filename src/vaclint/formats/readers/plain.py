"""Plain text: paragraphs, bullets, headings without markup, and labels with their value.

A scraped vacancy has one paragraph to a line; a typed one is wrapped by hand. A group of lines
counts as wrapped when for nearly every line the first word of the next would not have fitted.
"""

from itertools import pairwise

from vaclint.model.blocks import Block, BlockKind, Span, TextBuilder
from vaclint.model.source import Source
from vaclint.text.bullets import BULLET
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

LABEL = lazy(
    r"(?P<label>[\p{Lu}\p{N}€][^:.!?;,\n]{1,38}?)\s?:(?:(?=\s|$)\s*|(?<=\p{L}:)(?=[\p{Lu}€\d]))"
)
_SENTENCE_END = lazy(r"[.!?;…:,][\"”’')]*$")

SHORT_LINE = 60
HEADING_WORDS = 9
WRAP_MIN, WRAP_MAX = 45, 110
LABEL_WORDS = 4
VALUE_MAX = 90
KNOWN = 1_000
"""So many lines are remembered, for the same one again to be the same text in memory."""


class _Line(NamedTuple):
    start: int  # of the content: after indentation and bullet
    text: str  # content without trailing white space
    indent: int
    bullet: bool


def read_plain(source: Source, labels: frozenset[str] = frozenset()) -> list[Block]:
    """The blocks of a text without markup. Linear in the length of the text.

    ``labels`` are known labels, lower case: one that stands alone takes its value from beyond a
    blank line too.
    """
    blocks: list[Block] = []
    group: list[_Line] = []
    pending: list[_Line] = []
    known: dict[str, str] = {}
    for line in source.lines:
        content = source.text[line.start : line.end].rstrip()
        if len(known) >= KNOWN:
            known.clear()
        content = known.setdefault(content, content)
        if content.strip("\ufeff\u200b \t\xa0"):
            group.append(_read(content, line.start))
        elif group:
            group, pending = [], _close_or_wait(group, pending, blocks, labels)
    if group:
        pending = _close_or_wait(group, pending, blocks, labels)
    if pending:
        _close(pending, blocks)
    return blocks


def _close_or_wait(
    group: list[_Line], pending: list[_Line], blocks: list[Block], labels: frozenset[str]
) -> list[_Line]:
    """Turn a group into blocks, with the label that waited for it; or make it wait when it is a
    known label alone.
    """
    if pending:
        if len(group) == 1 and _two_line_field([*pending, *group], 0):
            _close([*pending, *group], blocks)
            return []
        _close(pending, blocks)
    if (
        len(group) == 1
        and group[0].text.endswith(":")
        and group[0].text.rstrip(": ").lower() in labels
    ):
        return group
    _close(group, blocks)
    return []


def _read(content: str, start: int) -> _Line:
    stripped = content.lstrip()
    indent = len(content) - len(stripped)
    match = BULLET.match(stripped)
    at = match.end() if match and match.end() < len(stripped) else 0
    return _Line(start + indent + at, stripped[at:], indent, at > 0)


_ROW = lazy(r" [|·•] ")
"""Between the facts of a row, which is a text of its own."""


def _is_wrapped(group: list[_Line]) -> bool:
    """Whether a group of lines is one text broken by hand."""
    width = max(len(line.text) + line.indent for line in group)
    if len(group) < 2 or not WRAP_MIN <= width <= WRAP_MAX:
        return False
    if all(_SENTENCE_END.search(line.text) for line in group[:-1]) or any(
        _ROW.search(line.text) for line in group
    ):
        return False
    full = 0
    for line, following in pairwise(group):
        if (
            following.bullet
            or len(line.text) + line.indent + 1 + len(following.text.split(" ", 1)[0]) > width - 8
        ):
            full += 1
    return full >= 0.8 * (len(group) - 1)


def _close(group: list[_Line], blocks: list[Block]) -> None:
    """Turn a group of lines without a blank line into blocks."""
    wrapped = _is_wrapped(group)
    index = 0
    while index < len(group):
        line = group[index]
        taken = [line]
        if line.bullet:
            while index + len(taken) < len(group):
                following = group[index + len(taken)]
                if following.bullet or not (
                    following.indent > line.indent or (wrapped and following.text[:1].islower())
                ):
                    break
                taken.append(following)
            _add(blocks, "item", taken)
        elif pair := _two_line_field(group, index):
            taken = list(pair)
            label = line.text.rstrip().rstrip(":").rstrip()
            _add(blocks, "field", taken, label=label, value_line=1)
        elif (
            (match := LABEL.match(line.text))
            and match.end() < len(line.text)
            and _is_label(match["label"], line.text)
        ):
            _add(blocks, "field", taken, label=match["label"])
        elif _is_heading(group, index):
            _add(blocks, "heading", taken)
        elif wrapped:
            while index + len(taken) < len(group) and not group[index + len(taken)].bullet:
                taken.append(group[index + len(taken)])
            _add(blocks, "paragraph", taken)
        else:
            _add(blocks, "item" if _in_list(group, index) else "paragraph", taken)
        index += len(taken)


def _is_label(label: str, line: str) -> bool:
    return len(label.split()) <= LABEL_WORDS and len(line) - len(label) <= VALUE_MAX


def _two_line_field(group: list[_Line], index: int) -> tuple[_Line, _Line] | None:
    """A label that ends in a colon, and its value alone on the next line."""
    line = group[index]
    match = LABEL.fullmatch(line.text)
    if not match or len(match["label"].split()) > LABEL_WORDS or index + 1 >= len(group):
        return None
    value = group[index + 1]
    if value.bullet or value.text.endswith(":") or len(value.text) > VALUE_MAX:
        return None
    after = group[index + 2] if index + 2 < len(group) else None
    if after is not None and not LABEL.match(after.text):
        return None
    return line, value


def _is_short(line: _Line) -> bool:
    return len(line.text) <= SHORT_LINE and not line.bullet


def _is_heading(group: list[_Line], index: int) -> bool:
    """A short line without an end mark that stands alone, or opens a group and is followed by
    something longer.
    """
    line = group[index]
    if (
        not _is_short(line)
        or len(line.text.split()) > HEADING_WORDS
        or not any(char.isalpha() for char in line.text)
    ):
        return False
    text = line.text
    if text[0].islower() or (_SENTENCE_END.search(text) and not text.endswith(("?", ":"))):
        return False
    following = group[index + 1] if index + 1 < len(group) else None
    if following is None:
        return index == 0
    if following.bullet or not _is_short(following):
        return index == 0 or not _is_short(group[index - 1]) or group[index - 1].bullet
    return False


def _in_list(group: list[_Line], index: int) -> bool:
    """A short line beside another short line: a list that lost its bullets."""
    around = [group[i] for i in (index - 1, index + 1) if 0 <= i < len(group)]
    return _is_short(group[index]) and any(_is_short(line) for line in around)


def _add(
    blocks: list[Block],
    kind: BlockKind,
    lines: list[_Line],
    *,
    label: str = "",
    value_line: int = 0,
) -> None:
    builder = TextBuilder()
    value_at = 0
    for number, line in enumerate(lines):
        if number:
            previous = lines[number - 1]
            builder.space(Span(previous.start + len(previous.text), line.start))
            if number == value_line:
                value_at = builder.length
        builder.raw(line.text, line.start)
    if label and not value_line and (match := LABEL.match(builder.text)):
        value_at = match.end()
    if blocks and blocks[-1].label == label:  # one text for the label of row upon row
        label = blocks[-1].label
    level = {"heading": 1, "item": lines[0].indent}.get(kind, 0)
    block = builder.build(kind, level=level, label=label, value_at=value_at)
    if block is not None:
        blocks.append(block)
