"""What the formats share: paragraphs that are labels with values, and labels of table cells."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from vaclint.model.blocks import PLACEHOLDER, Block, BlockKind, Span, TextBuilder
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_LABEL = lazy(
    r"(?P<label>[\p{Lu}\p{N}€][^:.!?;,\n]{1,38}?)\s?:(?:\s+(?=\S)|(?<=\p{L}:)(?=[\p{Lu}€\d]))"
)
TEMPLATE_COMMENT = r"\{%-?[ \t]*+comment[ \t]*+-?%\}|\{\{-?/\*|\{/\*|\{#(?=[\s-])"
"""How a comment of Liquid, Hugo, MDX or Jinja begins."""
_COMMENT_ENDS = {
    "%}": r"\{%-?[ \t]*+endcomment[ \t]*+-?%\}", "{{": r"\*/-?\}\}", "{/": r"\*/\}", "{#": r"#\}",
}  # fmt: skip
"""How it ends, by the last two signs of ``{% comment %}``, the first two of the others."""
_SUM = lazy(r"\s*[€£$]\s?\d")
_INLINE_COMMENT = lazy(r"\{%-?[ \t]*+#")
"""Liquid's ``{% # … %}``."""
_OPENING = lazy(rf"(?P<comment>{TEMPLATE_COMMENT})|(?P<open>\{{\{{|\{{%|<%|<\?(?:php\b|=))")
_IN_LINE = lazy(r"[^\r\n]")
_CLOSING = {"{{": "}}", "{%": "%}", "<%": "%>", "<?": "?>"}
LABEL_WORDS = 4
VALUE_MAX = 90


def make_blocks(
    builder: TextBuilder, breaks: Sequence[int], kind: BlockKind, level: int = 0
) -> list[Block]:
    """The block of a builder; a paragraph whose every line is a label with its value is as many
    fields.

    ``breaks`` are the places in the builder's text where a line of the source ended.
    """
    if kind != "heading":
        text = builder.text
        lines = [(a, b) for a, b in pairwise([0, *breaks, len(text)]) if text[a:b].strip()]
        lines = _with_values(text, lines)
        labels = [_label(text[a:b]) for a, b in lines]
        if lines and all(labels):
            fields = []
            for (a, b), found in zip(lines, labels, strict=True):
                label, value_at = found or ("", 0)
                fields.append(builder.part(a, b).build("field", label=label, value_at=value_at))
            return [block for block in fields if block is not None]
    block = builder.build(kind, level=level if kind in ("heading", "item") else 0)
    return [block] if block is not None else []


def _with_values(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of a paragraph, a label alone on its line taken together with the value on the
    next.
    """
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        before = text[joined[-1][0] : joined[-1][1]].strip() if joined else ""
        if (
            before.endswith(":")
            and len(before.split()) <= LABEL_WORDS
            and not text[start:end].strip().endswith(":")
        ):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def label_cell(
    block: Block, column: int, row: Sequence[Block | None], header: Sequence[str], width: int
) -> None:
    """Give a table cell its label: the cell before it in a table of two columns, else the head of
    its column, behind what its row is called where the first column has no head. A sum of money is
    no label: a table of two columns that begins a row with one has heads.
    """
    first = row[0].text if column and row[0] is not None else ""
    if width == 2 and not (len(header) == width and _SUM.match(first or block.text)):
        if column == 1 and first:
            block.label = first.rstrip(":")
    elif column < len(header):
        named = column and first and not header[0] and header[column]
        block.label = f"{first.rstrip(':')} {header[column]}" if named else header[column]


def _label(line: str) -> tuple[str, int] | None:
    match = _LABEL.match(line)
    if (
        match
        and len(match["label"].split()) <= LABEL_WORDS
        and len(line) - match.end() <= VALUE_MAX
    ):
        return match["label"], match.end()
    return None


class Masked(NamedTuple):
    """What of a template language stands in a text: a range, and whether it is a comment."""

    start: int
    end: int
    is_comment: bool


def mask_templates(text: str, base: int, skipped: list[Span], comments: list[Span]) -> str:
    """The text with each expression of a template language as placeholders, as long as it was; line
    ends stay, and a comment is blank.

    The ranges, from ``base`` on, are added to ``skipped``, and those of comments to ``comments``. A
    text without any is given back as it is, not copied.
    """
    parts: list[str] = []
    here = 0
    for start, end, is_comment in template_ranges(text, _OPENING):
        (comments if is_comment else skipped).append(Span(base + start, base + end))
        parts.append(text[here:start])
        parts.append(_IN_LINE.sub(" " if is_comment else PLACEHOLDER, text[start:end]))
        here = end
    skipped += comments
    if not parts:
        return text
    parts.append(text[here:])
    return "".join(parts)


def template_ranges(text: str, pattern: regex.Pattern[str]) -> Iterator[Masked]:
    """The ranges of what a pattern finds; its group ``open`` is an expression of a template
    language, and its group ``comment`` a comment of one, which go on to their closing mark. One
    that is never closed is none, and looked for once: linear.
    """
    unclosed: set[str] = set()
    at = 0
    while (match := pattern.search(text, at)) is not None:
        opening, comment = match["open"] or "", match["comment"] or ""
        kind = comment[-2:] if comment.startswith("{%") else (comment or opening)[:2]
        end = match.end()
        if kind:
            end = -1 if kind in unclosed else _closed(text, end, kind, is_comment=bool(comment))
            if end < 0:
                unclosed.add(kind)
                at = match.start() + 1
                continue
        is_comment = bool(comment or _INLINE_COMMENT.match(text, match.start()))
        yield Masked(match.start(), end, is_comment)
        at = end


def _closed(text: str, start: int, kind: str, *, is_comment: bool) -> int:
    """Where an expression or comment ends; -1 for one that does not."""
    if is_comment:
        found = lazy(_COMMENT_ENDS[kind]).search(text, start)
        return found.end() if found else -1
    at = text.find(_CLOSING[kind], start)
    return at + 2 if at >= 0 else -1
