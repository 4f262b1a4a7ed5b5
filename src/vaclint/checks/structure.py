"""How a text is built: headings without text, levels that are left out, headings with nothing below them, a closing date that is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

import regex

from vaclint.checks import REMOVE_MESSAGE, Context
from vaclint.model.diagnostics import Diagnostic, Edit, Fix, Related
from vaclint.model.document import PLACEHOLDER, FrontMatter, Heading
from vaclint.facts.dates import iso_day
from vaclint.facts.details import read_closing_date
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_NOTHING = lazy(r"(?:\s|&nbsp;|</?(?:p|b|strong|em|u|span|br|font|div|section|article|header)\b[^<>]*>)*+", regex.IGNORECASE)
_MARKS = lazy(r"<h\d[^<>]*>|</h\d\s*>", regex.IGNORECASE)
SECTION_WORDS = 8
"""A heading of more words says something itself and may stand alone."""


def check_structure(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for. Linear in the number of headings and the text."""
    for rule in rules:
        yield from _CHECKS[rule.data["what"]](context, rule)


def _empty_heading(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading in which nothing stands; an image, a template or an icon is something."""
    source = context.document.source
    for heading in context.document.headings:
        spelled = source.text[slice(*heading.span)]
        if heading.text.strip() or not _NOTHING.fullmatch(_MARKS.sub("", spelled.strip().strip("#="))):
            continue
        line = source.lines[source.line_index(heading.span.start)]
        alone = source.text[line.start : line.end].strip() == spelled.strip()
        edit = Edit(line.start, line.next, "") if alone else Edit(*heading.span, "")
        yield context.found(rule, heading.span, fixes=(Fix("unsafe", REMOVE_MESSAGE[context.message_language], (edit,)),))


def _shown(context: Context) -> list[Heading]:
    """The headings that have text; what an empty one does is its own rule's."""
    return [heading for heading in context.document.headings if heading.text.strip()]


def _level_skip(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading that lies more than one level below the one before it."""
    for above, heading in pairwise(_shown(context)):
        if heading.level > above.level + 1:
            related = (Related(above.span, _ABOVE[context.message_language].format(above.level)),)
            yield context.found(
                rule, heading.span, related=related, text=heading.text, level=heading.level, above=above.level, wanted=above.level + 1
            )


def _empty_section(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A heading right before another of its level or higher. The first is the title, and what stands right below that a subtitle; a
    long one says something itself.
    """
    text = context.document.source.text
    headings = _shown(context)
    bare = [bool(_NOTHING.fullmatch(text, one.span.end, other.span.start)) for one, other in pairwise(headings)]
    for index, (heading, following) in enumerate(pairwise(headings)):
        if index == 0 or (index == 1 and bare[0]) or not bare[index] or following.level > heading.level:
            continue
        plain = PLACEHOLDER not in heading.text and not any(char.isdigit() for char in heading.text)
        if plain and len(heading.text.split()) <= SECTION_WORDS and not heading.text.rstrip().endswith(("!", ".")):
            yield context.found(rule, heading.span, text=heading.text)


def _closing_passed(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A closing date before today, or before the day set in the configuration; not in a text that is no longer shown, or not yet."""
    document = context.document
    today = iso_day(rule.options["today"]) or date.today()
    folders = document.source.path.replace("\\", "/").lower().split("/")[:-1]
    if any(folder in rule.data["archives"] for folder in folders) or any(_hides(rule, entry, today) for entry in document.front_matter):
        return
    closing = context.facts.details.closing_date if context.facts.details else read_closing_date(document)
    last = iso_day(closing.value) if closing else None  # none where the year is not said: it may be the next
    if closing and last and last < today:
        yield context.found(rule, closing.span)


def _hides(rule: Rule, entry: FrontMatter, today: date) -> bool:
    """Whether an entry of the front matter keeps a page off the site."""
    key, value = entry.key.lower(), entry.value.strip().lower()
    expires = iso_day(value[:10]) if key in rule.data["expires"] else None
    return value in rule.data["hidden"].get(key, ()) or (expires is not None and expires < today)


_ABOVE = {"nl": "De kop hiervoor is van niveau {}", "en": "The heading before is of level {}"}
_CHECKS: dict[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "empty-heading": _empty_heading,
    "level-skip": _level_skip,
    "empty-section": _empty_section,
    "closing-passed": _closing_passed,
}
