"""The words round two statements of pay or hours, and whether they say that these are not alike.

A word of a level (``experienced``) or of a part of the time (``in summer``) says that a number is
for some and not for others. Two such words say nothing of the kind and are taken out before: the
level of the one whom the text looks for (``we are looking for an experienced planner``), where one
line only looks for somebody, and a start that is a date (``starting on 1 March``). A sentence that
says how pay grows (``with three years of experience``, ``after a year``) is not held against
another. Cost: the length of a few lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vaclint.checks.context import Context
from vaclint.model.values import Hours, Salary
from vaclint.text.patterns import lazy, words

SURE = 0.6
"""How sure a sum of running text must be to be held against another."""
REACH = 400
"""Characters of a line that are read on either side of a statement."""
_STOP = lazy(r"[.!?](?=\s)|\n")

Statement = Salary | Hours


def alike(
    context: Context, one: Statement, two: Statement, lists: Sequence[str], sure: float = SURE
) -> bool:
    """Whether two statements are sure, without a word of some lists of the packs round them."""
    if min(one.sureness, two.sureness) < sure:
        return False
    told_apart = list(listed(context, *lists))
    if not told_apart:
        return False
    source = context.document.source.text
    lines = _plain(context, [_lines_of(source, each.span.start) for each in (one, two)])
    named = lazy(rf"(?i)\b{words(told_apart)}\b")
    return not any(map(named.search, lines)) and not _grows(context, one, two)


def listed(context: Context, *names: str) -> Iterator[str]:
    """The words of some lists of all packs."""
    for language in context.resources.languages.values():
        for name in names:
            yield from language.section("amounts").get(name, ())


def _plain(context: Context, lines: Sequence[str]) -> list[str]:
    """Lines without the level of the one who is looked for, and without a start that is a date."""
    sought, levels = words(listed(context, "seeks")), words(listed(context, "levels"))
    looks = lazy(rf"(?i)\b{sought}\b")
    if sum(looks.search(line) is not None for line in lines) == 1:
        level = lazy(rf"(?i)\b{sought}\s(?:[\p{{L}}-]+\s){{0,3}}?{levels}\b")
        lines = [level.sub("", line) for line in lines]
    begins, dates = words(listed(context, "begins")), words(listed(context, "dated"))
    dated = lazy(rf"(?i)\b{begins}\W{{1,3}}(?:{dates}\b|\d)")
    return [dated.sub("", line) for line in lines]


def _grows(context: Context, *stated: Statement) -> bool:
    """Whether a sentence with a statement of pay says how pay grows."""
    source = context.document.source.text
    grows = lazy(rf"(?i)\b{words(listed(context, 'grows'))}\b")
    sums = [each for each in stated if isinstance(each, Salary)]
    return any(grows.search(_sentence_of(source, each.span.start)) for each in sums)


def _lines_of(source: str, at: int) -> str:
    """The line round a place, and the one before it, which may be its heading."""
    start = source.rfind("\n", 0, max(0, source.rfind("\n", 0, at))) + 1
    end = source.find("\n", at)
    return source[max(start, at - REACH) : min(end if end >= 0 else len(source), at + REACH)]


def _sentence_of(source: str, at: int) -> str:
    """The sentence round a place, as far as a mark that ends one and a space tell."""
    start = max(0, at - REACH)
    before = [found.end() for found in _STOP.finditer(source[start:at])]
    behind = _STOP.search(source[at : at + REACH])
    end = at + (behind.start() if behind else REACH)
    return source[start + (before[-1] if before else 0) : end]
