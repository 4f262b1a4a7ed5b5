"""Stray white space and invisible characters, line by line in the source; each function is one rule's ``what``.

A place is reported once: a line of nothing but white space is trailing white space and nothing else, a run of spaces
with a non-breaking one in it is an odd space and no run. White space that means something is left alone: Markdown's
hard line break and indentation, code, and a non-breaking space that keeps a number and its unit together.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import regex

from vaclint.checks import Context, shown_spaces
from vaclint.model.diagnostics import Diagnostic, Edit, Fix
from vaclint.model.document import Span
from vaclint.formats.plain import BULLET
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule
from vaclint.model.source import Line

_ODD = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_RUN = lazy(rf"[ ]*[{_ODD}][ {_ODD}]*")
_RUN = lazy(r"(?<=\S)[ ]{2,}(?=\S)")
_INVISIBLE = lazy(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]+")
_JOINER = lazy(
    r"(?<![\p{Emoji_Presentation}\p{Extended_Pictographic}\ufe0f\p{Arabic}\p{Devanagari}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{Extended_Pictographic}\p{Arabic}\p{Devanagari}])"
)
_TAB = lazy(r"(?<=\S)[ ]*\t[ \t]*(?=\S)")
_BEFORE_PUNCTUATION = lazy(r"(?<=[\p{L}\p{N})\]’”\"%€/])[ ]+(?=[,;](?!\p{P})|[.](?=\s|$)|[:!?](?=\s|$))")
_DEFINITION = lazy(r" {0,3}(?:\[[^\]]+\]:|:(?=[ ]+\S))")
_SENTENCE_GAP = lazy(r"[.!?:][\"”’)]?$")


class Stray(NamedTuple):
    """A place to report, and the text that should stand there (for a final newline: after it); ``number`` is that for the message."""

    span: Span
    replacement: str
    number: int = 1


def check_whitespace(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stray place. Linear in the text."""
    finders = FINDERS | IN_MARKUP.get(context.document.format, {})
    for rule in rules:
        what = rule.data["what"]
        for stray in finders[what](context, rule):
            if what not in WHOLE_FILE and context.document.is_skipped(stray.span.start):
                continue  # code
            message = FIXES[context.message_language]["replace" if stray.replacement.strip("\r\n") else "remove"]
            edit = Edit(*stray.span, stray.replacement)
            if what == "final-newline":
                message = FIXES[context.message_language]["add"]
                edit = Edit(stray.span.end, stray.span.end, stray.replacement)
            fixes = () if what == "invisible" and _is_beside_markup(context, stray.span) else (Fix("safe", message, (edit,)),)
            yield context.found(
                rule, stray.span, fixes=fixes, properties={"count": stray.number} if stray.number > 1 else None, count=stray.number
            )


def _is_beside_markup(context: Context, span: Span) -> bool:
    """Whether an invisible character keeps apart what Markdown would read together."""
    text = context.document.source.text
    return context.document.format == "markdown" and bool(_MARKUP.intersection(text[max(0, span.start - 1) : span.end + 1]))


_MARKUP = frozenset("`*_[]<>~!|#&\\")


FIXES = {
    "nl": {"remove": "Verwijder deze witruimte", "replace": "Vervang door één gewone spatie", "add": "Zet een regeleinde aan het eind"},
    "en": {"remove": "Remove this white space", "replace": "Replace by one plain space", "add": "Add a final newline"},
}


WHOLE_FILE = frozenset({"final-newline", "line-endings"})
"""What is about a file, code included."""


def _matches(context: Context, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """Matches in lines with text, outside code, at offsets of the source."""
    document = context.document
    for match in pattern.finditer(document.source.text, document.body):
        if not document.is_skipped(match.start()):
            yield match


def _trailing(context: Context, rule: Rule) -> Iterator[Stray]:
    markdown = context.document.format == "markdown"
    text = context.document.source.text
    for line, content in context.lines():
        bare = content.rstrip()
        if len(bare) == len(content):
            continue
        end = line.end
        if markdown and bare and content.endswith("  ") and _line_after(text, line).strip():
            end = line.start + len(content.rstrip(" "))  # two spaces or more are a hard line break
        if line.start + len(bare) < end:
            yield Stray(Span(line.start + len(bare), end), "")


def _line_after(text: str, line: Line) -> str:
    end = text.find("\n", line.next)
    return text[line.next : end if end >= 0 else len(text)]


def _run(context: Context, rule: Rule) -> Iterator[Stray]:
    for match in _matches(context, _RUN):
        line = context.document.source.lines[context.document.source.line_index(match.start())]
        content = context.document.source.text[line.start : line.end]
        if "|" in content or (len(found := _RUN.findall(content)) > 1 and (match.end() - match.start() > 2 or _is_layout(found))):
            continue  # a table, or columns laid out with spaces
        if context.document.format == "markdown" and _DEFINITION.match(content):
            continue  # a link's address, or the explanation of a term
        if BULLET.match(content.lstrip()) and not content[: match.start() - line.start].strip(" •◦▪–—*+-0123456789.)("):
            continue  # after a bullet
        before = context.document.source.text[line.start : match.start()]
        if match.end() - match.start() == 2 and rule.options["sentence-spacing"] and _SENTENCE_GAP.search(before):
            continue
        yield Stray(Span(*match.span()), " ")
    if context.document.format == "markdown" and "&" in context.document.source.text:
        yield from _shown_run(context, rule)


def _odd(context: Context, rule: Rule) -> Iterator[Stray]:
    text = context.document.source.text
    for match in _matches(context, _ODD_RUN):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
        if before in "\r\n" or after in "\r\n":
            continue  # leading and trailing white space have their own rules
        if end - start == 1 and (before in "€§†°±" or before.isdigit() or after.isdigit() or after in "€%–—:;!?»" or before in "«–—"):
            continue  # it keeps two things on one line, as it should
        if end - start == 1 and _is_initial(text, start, end):
            continue
        yield Stray(Span(start, end), " ")


def _is_initial(text: str, start: int, end: int) -> bool:
    """A non-breaking space after an abbreviation (``dr. Jansen``, ``nr. 5``) belongs there."""
    return (
        text[start - 1] == "." and text[end : end + 1].isalnum() and bool(regex.search(r"\b\p{L}{1,4}\.$", text[max(0, start - 6) : start]))
    )


def _invisible(context: Context, rule: Rule) -> Iterator[Stray]:
    text = context.document.source.text
    blocks = [block.whole for block in context.document.blocks] if context.document.format in IN_MARKUP else [Span(0, len(text))]
    for pattern in (_INVISIBLE, _JOINER):
        for match in (match for start, end in blocks for match in pattern.finditer(text, start, end)):
            yield Stray(Span(*match.span()), "", number=len(match[0]))


def _tab(context: Context, rule: Rule) -> Iterator[Stray]:
    for match in _matches(context, _TAB):
        yield Stray(Span(*match.span()), " ")


def _blank_lines(context: Context, rule: Rule) -> Iterator[Stray]:
    maximum = rule.options["max"]
    run: list[Line] = []
    for line, content in context.lines():
        if not content.strip():
            if run and run[-1].next != line.start:
                yield from _too_many(run, maximum)
                run = []
            run.append(line)
            continue
        yield from _too_many(run, maximum)
        run = []
    if run and run[-1].next == len(context.document.source.text):
        yield from _too_many(run, 0)


def _too_many(run: list[Line], maximum: int) -> Iterator[Stray]:
    if len(run) > maximum:
        yield Stray(Span(run[maximum].start, run[-1].next), "", number=len(run))


def _before_punctuation(context: Context, rule: Rule) -> Iterator[Stray]:
    if context.document.language not in ("nl", "en"):
        return  # French sets a space before a colon
    if context.document.format in IN_MARKUP:
        for block in context.document.blocks:
            for match in _BEFORE_PUNCTUATION.finditer(block.text):
                span = block.span(*match.span())
                if shown_spaces.is_space(context.document.source.text[slice(*span)]):
                    yield Stray(span, "")
        return
    for match in _matches(context, _BEFORE_PUNCTUATION):
        yield Stray(Span(*match.span()), "")


def _final_newline(context: Context, rule: Rule) -> Iterator[Stray]:
    text = context.document.source.text
    if not text.endswith(("\n", "\r")):
        ending = "\r\n" if "\r\n" in text else "\n"
        yield Stray(Span(len(text) - 1, len(text)), ending)


def _line_endings(context: Context, rule: Rule) -> Iterator[Stray]:
    source = context.document.source
    counts = {"\n": 0, "\r\n": 0, "\r": 0}
    for line in source.lines:
        if line.next > line.end:
            counts[source.text[line.end : line.next]] += 1
    if sum(1 for count in counts.values() if count) < 2:
        return
    usual = max(counts, key=lambda ending: counts[ending])
    for line in source.lines:
        if line.next > line.end and source.text[line.end : line.next] != usual:
            yield Stray(Span(line.end, line.next), usual)


def _leading(context: Context, rule: Rule) -> Iterator[Stray]:
    if context.document.format == "markdown":
        return  # indentation means something there
    under_item = False
    for line, content in context.lines():
        bare = content.lstrip()
        indent = content[: len(content) - len(bare)]
        if not bare:
            under_item = False
            continue
        bullet = BULLET.match(bare) is not None
        if indent and not (under_item and not bullet and indent.isascii()) and not (bullet and len(indent) > 1 and not indent.strip(" ")):
            yield Stray(Span(line.start, line.start + len(indent)), "")
        under_item = bullet or (under_item and bool(indent))


FINDERS: dict[str, Callable[[Context, Rule], Iterator[Stray]]] = {
    "trailing": _trailing,
    "run": _run,
    "odd": _odd,
    "invisible": _invisible,
    "tab": _tab,
    "blank-lines": _blank_lines,
    "before-punctuation": _before_punctuation,
    "final-newline": _final_newline,
    "line-endings": _line_endings,
    "leading": _leading,
}


def _is_layout(runs: list[str]) -> bool:
    return sum(len(run) > 2 for run in runs) > 1


def _shown_run(context: Context, rule: Rule) -> Iterator[Stray]:
    yield from (Stray(span, " ") for span in shown_spaces.runs(context.document))


def _shown_leading(context: Context, rule: Rule) -> Iterator[Stray]:
    yield from (Stray(span, "") for span in shown_spaces.leading(context.document))


def _shown_blank_lines(context: Context, rule: Rule) -> Iterator[Stray]:
    yield from (Stray(span, "", number) for span, number in shown_spaces.blank_lines(context.document, rule.options["max"]))


def _none(context: Context, rule: Rule) -> Iterator[Stray]:
    yield from ()


_UNSEEN = dict.fromkeys(("trailing", "run", "odd", "tab", "blank-lines", "leading"), _none)
IN_MARKUP: dict[str, dict[str, Callable[[Context, Rule], Iterator[Stray]]]] = {
    "html": _UNSEEN | {"run": _shown_run, "leading": _shown_leading, "blank-lines": _shown_blank_lines},
    "json": _UNSEEN | dict.fromkeys(("final-newline", "line-endings"), _none),
}
"""What is looked for instead where white space in the file is not what a reader sees."""
