"""Stray white space and invisible characters, line by line in the source; each function is one
rule's ``what``.

A place is reported once: a line of nothing but white space is trailing white space and nothing
else, a run of spaces with a non-breaking one in it is an odd space and no run. White space that
means something is left alone: Markdown's hard line break and indentation, code, and a non-breaking
space that keeps a number and its unit together. Where the lines of the file are not those of the
text (HTML, JSON), what the page shows is looked at instead. Linear in the text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import regex

from vaclint.checks import shown_spaces
from vaclint.checks.context import HABIT, Context
from vaclint.checks.prepared import need_options
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, Edit
from vaclint.model.document import ESCAPED, LINES, Document
from vaclint.model.source import Line
from vaclint.rulebook.kind import TEXT, Key, Kind
from vaclint.rulebook.rule import Rule
from vaclint.text.bullets import BULLET
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.quotations import range_at


class Stray(NamedTuple):
    """A place to report, and the text that should stand there (for a final newline: after it)."""

    span: Span
    replacement: str
    number: int = 1
    """How many there are, for the message."""


Finder = Callable[[Context, Rule], Iterator[Stray]]

_ODD = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_RUN = lazy(rf"(?<![ ])[ ]*+[{_ODD}][ {_ODD}]*")
_ABBREVIATION = lazy(r"\b\p{L}{1,4}\.$")
_RUN = lazy(r"[ ]{2}(?<=\S[ ]{2})[ ]*(?=\S)")
_DEFINITION = lazy(r" {0,3}(?:\[[^\]]{1,999}\]:|:(?=[ ]+\S))")
_SENTENCE_GAP = lazy(r"[.!?:][\"”’)]?$")
_BULLET_SIGNS = " •◦▪–—*+-0123456789.)("
_INVISIBLE = lazy(
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f\x7f]+"
)
_JOINED = r"\p{Extended_Pictographic}\p{Arabic}\p{Devanagari}"
_JOINER = lazy(
    rf"(?<![\p{{Emoji_Presentation}}\ufe0f\p{{M}}{_JOINED}])[\u200c\u200d]+"
    rf"|[\u200c\u200d]+(?![{_JOINED}])"
)
"""A zero-width joiner that joins nothing: it belongs between signs of an emoji, and in some
scripts.
"""
_WORD_BEFORE = lazy(r"(?<![\p{L}\u00ad])[\p{L}\u00ad]++$")
_WORD_AFTER = lazy(r"[\p{L}\u00ad]++")
NAME_WORDS = 3
"""So many words by themselves are a name, as in a list of links."""
LONG_WORD, WORD_MOST = 10, 80
"""Letters of a word that may have to break, and the most that are looked at."""
_MARKUP = frozenset("`*_[]<>~!|#&\\")
_TAB = lazy(r"(?<=\S)[ ]*\t[ \t]*(?=\S)")
_BEFORE_PUNCTUATION = lazy(
    r"[ ](?<=[\p{L}\p{N})\]’”\"%€/][ ])[ ]*"
    r"(?=[,;](?!\p{P})"  # no smiley
    r"|[.](?=\s|$)|[:!?](?=\s|$))"  # no .NET, no :-)
)

_SPACED = tuple(f" {sign}" for sign in ",;.:!?")


def _matches(
    context: Context, pattern: regex.Pattern[str], needs: Sequence[str] = ()
) -> Iterator[regex.Match[str]]:
    """Matches in lines with text, outside code, at offsets of the source; of a pattern whose
    matches hold one of the texts that it ``needs``.
    """
    document = context.document
    if needs and not document.holds(*needs):
        return
    for match in document.searched(pattern):
        if not document.is_skipped(match.start()):
            yield match


def _trailing(context: Context, rule: Rule) -> Iterator[Stray]:
    markdown = context.document.format == "markdown"
    text = context.document.source.text
    for line, content in context.document.lines:
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


class _Run(NamedTuple):
    """Several spaces in a row, with the text of their line before them and as a whole."""

    length: int
    before: str
    content: str
    document: Document
    rule: Rule


def _is_in_table(run: _Run) -> bool:
    """``| maandag  | vroeg  |``."""
    return "|" in run.content


def _is_in_columns(run: _Run) -> bool:
    """``Maandag     vroege dienst     8 uur``: a line that is laid out with spaces."""
    found = _RUN.findall(run.content)
    return len(found) > 1 and (run.length > 2 or sum(len(each) > 2 for each in found) > 1)


def _is_in_definition(run: _Run) -> bool:
    """``[1]: https://voorbeeld.example 'Naar de site'``: a link's address, or the explanation of a
    term.
    """
    return run.document.format == "markdown" and _DEFINITION.match(run.content) is not None


def _is_after_bullet(run: _Run) -> bool:
    """``1.  Je belt met leveranciers.``, ``o   Koken``."""
    bullet, before = BULLET.match(run.content.lstrip()), run.before.lstrip()
    if bullet is None:
        return False
    return len(before) < bullet.end() or not before.strip(_BULLET_SIGNS)


def _is_after_sentence(run: _Run) -> bool:
    """``Je plant de diensten.  Je belt.``, for who wants it so."""
    wanted = run.length == 2 and run.rule.options["sentence-spacing"]
    return bool(wanted) and _SENTENCE_GAP.search(run.before) is not None


AROUND = 400
"""So much of a line is looked at on each side of a run, so that a long one stays linear."""
_MEANT_RUNS: tuple[Callable[[_Run], bool], ...] = (
    _is_in_table,
    _is_in_columns,
    _is_in_definition,
    _is_after_bullet,
    _is_after_sentence,
)
"""Where several spaces are meant."""


def _run(context: Context, rule: Rule) -> Iterator[Stray]:
    document = context.document
    source = document.source
    for match in _matches(context, _RUN, ("  ",)):
        line = source.lines[source.line_index(match.start())]
        near = match.start() - AROUND
        first = line.start if line.start >= near else near
        before = source.text[first : match.start()]
        content = source.text[first : min(line.end, match.end() + AROUND)]
        run = _Run(match.end() - match.start(), before, content, document, rule)
        if not any(is_meant(run) for is_meant in _MEANT_RUNS):
            yield Stray(Span(*match.span()), " ")
    if document.format == "markdown" and "&" in source.text:
        yield from _shown_run(context, rule)


def _odd(context: Context, rule: Rule) -> Iterator[Stray]:
    text = context.document.source.text
    if text.isascii():
        return
    for match in _matches(context, _ODD_RUN):
        start, end = match.span()
        before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
        if before in "\r\n" or after in "\r\n":
            continue  # leading and trailing white space have their own rules
        if end - start == 1 and (
            _keeps_together(before, after) or _is_abbreviation(text, start, end)
        ):
            continue
        yield Stray(Span(start, end), " ")


def _keeps_together(before: str, after: str) -> bool:
    """Whether a non-breaking space between two characters keeps on one line what belongs there: ``€
    3.100``, ``36 uur``.
    """
    if before.isdigit() or after.isdigit():
        return True
    return before in "€§†°±«–—" or after in "€%–—:;!?»"


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """A non-breaking space after an abbreviation (``dr. Jansen``, ``nr. 5``) belongs there."""
    if text[start - 1] != "." or not text[end : end + 1].isalnum():
        return False
    return _ABBREVIATION.search(text[max(0, start - 6) : start]) is not None


def _invisible(context: Context, rule: Rule) -> Iterator[Stray]:
    document = context.document
    text = document.source.text
    titles = _titles(document) if document.holds("\u00ad") else []
    spans = [Span(0, len(text))] if LINES in document.traits else [b.whole for b in document.blocks]
    for pattern in (_INVISIBLE,) if text.isascii() else (_INVISIBLE, _JOINER):
        for match in (
            match for start, end in spans for match in pattern.finditer(text, start, end)
        ):
            if range_at(titles, match.start()) and _is_break_hint(text, *match.span()):
                continue
            yield Stray(Span(*match.span()), "", number=len(match[0]))


def _titles(document: Document) -> list[Span]:
    """Where a long word has to break on a telephone: titles, headings and names by themselves."""
    return [
        block.whole
        for block in document.blocks
        if block.kind == "heading"
        or block is document.title
        or ("\u00ad" in block.text and len(block.text.split()) <= NAME_WORDS)
    ]


def _is_break_hint(text: str, start: int, end: int) -> bool:
    """Whether soft hyphens say where a long word may break, as ``&shy;`` does."""
    before = _WORD_BEFORE.search(text, max(0, start - WORD_MOST), start)
    after = _WORD_AFTER.match(text, end, end + WORD_MOST)
    if text[start:end].strip("\u00ad") or not before or not after:
        return False
    return len((before[0] + after[0]).replace("\u00ad", "")) >= LONG_WORD


def _tab(context: Context, rule: Rule) -> Iterator[Stray]:
    for match in _matches(context, _TAB, ("\t",)):
        yield Stray(Span(*match.span()), " ")


def _blank_lines(context: Context, rule: Rule) -> Iterator[Stray]:
    maximum = rule.options["max"]
    run: list[Line] = []
    for line, content in context.document.lines:
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
    document = context.document
    if LINES in document.traits:
        for match in _matches(context, _BEFORE_PUNCTUATION, _SPACED):
            yield Stray(Span(*match.span()), "")
        return
    for block in document.blocks:
        for match in _BEFORE_PUNCTUATION.finditer(block.text):
            span = block.span(*match.span())
            if shown_spaces.is_space(document.source.text[slice(*span)]):
                yield Stray(span, "")


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
    for line, content in context.document.lines:
        bare = content.lstrip()
        indent = content[: len(content) - len(bare)]
        if not bare:
            under_item = False
            continue
        is_item = BULLET.match(bare) is not None
        goes_on = under_item and not is_item and indent.isascii()
        is_nested = is_item and len(indent) > 1 and not indent.strip(" ")
        if indent and not goes_on and not is_nested:
            yield Stray(Span(line.start, line.start + len(indent)), "")
        under_item = is_item or (under_item and bool(indent))


def _shown_run(context: Context, rule: Rule) -> Iterator[Stray]:
    yield from (Stray(span, " ") for span in shown_spaces.runs(context.document))


def _shown_leading(context: Context, rule: Rule) -> Iterator[Stray]:
    yield from (Stray(span, "") for span in shown_spaces.leading(context.document))


def _shown_blank_lines(context: Context, rule: Rule) -> Iterator[Stray]:
    found = shown_spaces.blank_lines(context.document, rule.options["max"])
    yield from (Stray(span, "", number) for span, number in found)


FINAL_NEWLINE, INVISIBLE, LINE_ENDINGS = "final-newline", "invisible", "line-endings"
WHOLE_FILE: Mapping[str, Finder] = {FINAL_NEWLINE: _final_newline, LINE_ENDINGS: _line_endings}
"""What is about a file, code included."""
ANYWHERE: Mapping[str, Finder] = {INVISIBLE: _invisible, "before-punctuation": _before_punctuation}
IN_LINES: Mapping[str, Finder] = {
    "trailing": _trailing,
    "run": _run,
    "odd": _odd,
    "tab": _tab,
    "blank-lines": _blank_lines,
    "leading": _leading,
}
"""What is looked for where a line of the file is a line of text."""
ON_PAGES: Mapping[str, Finder] = {
    "run": _shown_run,
    "leading": _shown_leading,
    "blank-lines": _shown_blank_lines,
}
"""What is looked for instead where it is not."""
HABITUAL = frozenset({"run", "odd", "tab", "leading"})
"""What may be a habit of a text, so that it is reported once."""
ALIKE = frozenset({"blank-lines", LINE_ENDINGS})
"""What is one habit wherever it stands: nobody looks such places up one by one."""
MANY = 8
"""So many places of one rule, wherever they stand, are one finding."""
WIDE = 3
"""So many hard spaces in a row were made by a program, wherever they stand."""
NEEDED = {"run": ("sentence-spacing",), "blank-lines": ("max",)}
"""The options that a rule must have, by ``what``."""


def _finders(document: Document) -> Mapping[str, Finder]:
    """What may be looked for in a document, by ``what``."""
    if LINES in document.traits:
        return {**WHOLE_FILE, **ANYWHERE, **IN_LINES}
    if ESCAPED in document.traits:
        return ANYWHERE
    return {**WHOLE_FILE, **ANYWHERE, **ON_PAGES}


def check_whitespace(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each stray place."""
    finders = _finders(context.document)
    for rule in rules:
        what = rule.data["what"]
        if what not in finders:
            continue
        strays = [
            stray
            for stray in finders[what](context, rule)
            if what in WHOLE_FILE or not context.document.is_skipped(stray.span.start)
        ]
        for habit in _habits(context, rule, strays):
            yield _found(context, rule, habit)


def _habits(context: Context, rule: Rule, strays: list[Stray]) -> Iterator[list[Stray]]:
    """The stray places, those of a habit together: the same white space around the bullet of each
    item, or before many lines.
    """
    if rule.data["what"] in ALIKE and context.is_habit(rule, len(strays)):
        yield strays
        return
    habits: dict[tuple[str, bool], list[Stray]] = {}
    if rule.data["what"] in HABITUAL and context.is_habit(rule, len(strays), "habit"):
        for stray in strays:
            if place := _habit_of(context, stray):
                habits.setdefault(place, []).append(stray)
    groups = [group for group in habits.values() if len(group) >= HABIT]
    inside = {stray.span for group in groups for stray in group}
    rest = [stray for stray in strays if stray.span not in inside]
    if len(rest) >= MANY and context.says(rule, "many"):
        groups.append(rest)
    by_first = {group[0].span: group for group in groups}
    inside |= {stray.span for group in groups for stray in group}
    for stray in strays:
        if stray.span in by_first:
            yield by_first[stray.span]
        elif stray.span not in inside:
            yield [stray]


def _habit_of(context: Context, stray: Stray) -> tuple[str, bool] | None:
    """What a stray place has in common with others: its white space, and whether a bullet stands
    beside it; None where it stands between words, but for white space that a program made.
    """
    source = context.document.source
    start, end = stray.span
    line = source.lines[source.line_index(start)]
    before, spaces = source.text[line.start : start], source.text[start:end]
    if not before:
        return spaces, False
    if BULLET.fullmatch(before.strip() + " "):
        return spaces, True
    if len(spaces) >= WIDE and _ODD_RUN.fullmatch(spaces):
        return spaces, True  # '-' and nine hard spaces, as a word processor aligns its lists
    return None


def _found(context: Context, rule: Rule, strays: Sequence[Stray]) -> Diagnostic:
    """One finding for stray places, at the first."""
    stray, *others = strays
    what, replacement = rule.data["what"], stray.replacement
    if what == FINAL_NEWLINE:
        end = stray.span.end
        fixes = context.fix("add-newline", "safe", Edit(end, end, replacement))
    elif what == INVISIBLE and _is_beside_markup(context, stray.span):
        fixes = ()
    else:
        name = "plain-space" if replacement.strip("\r\n") else "remove-space"
        edits = (Edit(*each.span, each.replacement) for each in strays)
        fixes = context.fix(name, "safe", *edits)
    number = len(strays) if others else stray.number
    message = ""
    if others:
        is_habit = context.says(rule, "habit") and _habit_of(context, stray) is not None
        message = "habit" if is_habit else "many"
    return context.found(
        rule,
        stray.span,
        related=context.also(other.span for other in others),
        fixes=fixes,
        properties={"count": number} if number > 1 else None,
        message=message,
        count=number,
    )


def _is_beside_markup(context: Context, span: Span) -> bool:
    """Whether an invisible character keeps apart what Markdown would read together."""
    text = context.document.source.text
    around = text[max(0, span.start - 1) : span.end + 1]
    return context.document.format == "markdown" and bool(_MARKUP.intersection(around))


KIND = Kind(
    "whitespace",
    check_whitespace,
    {"what": Key(TEXT, (*WHOLE_FILE, *ANYWHERE, *IN_LINES), required=True)},
    lambda rule, preparation: need_options(rule, preparation, NEEDED),
    values=frozenset({"count"}),
)
