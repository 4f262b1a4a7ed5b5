"""Which findings the directives of a text suppress: ``ignore`` those of the block it stands in or
before, ``ignore-line`` and ``ignore-next-line`` those of a line, ``ignore-file`` those of the file,
``off`` those up to ``on``.

Each code of a directive is a suppression by itself; without codes every rule is meant. ``off`` and
``on`` nest by code: ``off GEN``, ``off DUP``, ``on GEN`` leaves DUP off, and ``on GEN`` behind an
``off`` without codes has GEN speak again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from vaclint.engine.directives import (
    ALL,
    CLOSED,
    IGNORE,
    IGNORE_FILE,
    IGNORE_LINE,
    IGNORE_NEXT,
    OFF,
    ON,
    Directive,
    Known,
    directives,
)
from vaclint.model.blocks import PLACEHOLDER, Block, Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy


class Suppression(NamedTuple):
    """A range in which findings of a rule or family are not shown; no code means all, but for
    those that ``but`` names.
    """

    codes: tuple[str, ...]
    covers: Span
    stands: Span
    reason: str = ""
    but: tuple[str, ...] = ()

    def holds_for(self, rule: str) -> bool:
        """Whether findings of a rule are meant."""
        if self.but and rule.startswith(self.but):
            return False
        return not self.codes or rule.startswith(self.codes)


class Suppressions(NamedTuple):
    """What a text suppresses, and the directives with which something is wrong."""

    ranges: tuple[Suppression, ...] = ()
    problems: tuple[Directive, ...] = ()


class Taken(NamedTuple):
    """A finding that is suppressed, and why."""

    diagnostic: Diagnostic
    reason: str


def suppressions(document: Document, known: Known) -> Suppressions:
    """The suppressions of a document."""
    found = directives(document, known)
    if not found:
        return Suppressions()
    places = _Places(document)
    switches = _Switches(len(document.source.text) + 1)
    ranges: list[Suppression] = []
    problems = [each for each in found if each.problem]
    for each in found:
        if not each.works:
            continue
        codes = [code for code in each.codes if code != ALL] or [""]
        if each.verb == OFF and not each.in_front_matter:
            switches.off(each, codes)
        elif each.verb == ON:
            if not switches.on(each, codes):
                problems.append(each._replace(problem=CLOSED))
        else:
            covers = places.covered(each)
            ranges += (
                Suppression((code,) if code else (), covers, each.stands, each.reason)
                for code in codes
            )
    return Suppressions((*ranges, *switches.closed()), tuple(problems))


class _Switches:
    """The codes that are off at a place, and the ranges in which they were."""

    def __init__(self, end: int) -> None:
        self._end = end
        self._open: dict[str, Suppression] = {}
        """By code; '' is all."""
        self._done: list[Suppression] = []

    def off(self, directive: Directive, codes: Iterable[str]) -> None:
        """Switch codes off; one that is off already stays as it is, and the second does nothing."""
        start = directive.stands.end
        for code in codes:
            opened = (code,) if code else ()
            given = Suppression(opened, Span(start, self._end), directive.stands, directive.reason)
            if code in self._open:
                self._done.append(given._replace(covers=Span(start, start)))
            else:
                self._open[code] = given

    def on(self, directive: Directive, codes: Iterable[str]) -> bool:
        """Switch codes on; whether any of them was off."""
        at = directive.stands.start
        did = False
        for code in codes:
            for name, opened in list(self._open.items()):
                if name.startswith(code):
                    del self._open[name]
                    self._close(opened, at)
                    did = True
                elif code.startswith(name) and code not in opened.but:
                    self._close(opened, at)
                    covers = Span(directive.stands.end, self._end)
                    self._open[name] = opened._replace(covers=covers, but=(*opened.but, code))
                    did = True
        return did

    def _close(self, opened: Suppression, at: int) -> None:
        self._done.append(opened._replace(covers=Span(opened.covers.start, at)))

    def closed(self) -> list[Suppression]:
        """All ranges; what is still off is so to the end."""
        return [*self._done, *self._open.values()]


NESTED = 3
"""In so many blocks at most, such as the text of an image in a paragraph, a comment is looked for.
"""
_REST_OF_BLOCK = lazy(r"[ \t]*+(?:\r|\n|\Z|</|\|)")


class _Places:
    """Where a directive holds. A block's range is its lines, as far as no other block has them."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._document = document
        self._verbs = {
            IGNORE: self._block,
            IGNORE_LINE: self._line,
            IGNORE_NEXT: self._next_line,
        }

    @cached_property
    def _wholes(self) -> list[Span]:
        blocks = (block for block in self._document.blocks if not block.front_matter)
        return sorted(block.whole for block in blocks if _has_text(block))

    @cached_property
    def _starts(self) -> list[int]:
        return [whole.start for whole in self._wholes]

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate((whole.end for whole in self._wholes), max))

    def covered(self, directive: Directive) -> Span:
        """The range in which findings are suppressed."""
        if directive.verb == IGNORE_FILE or directive.in_front_matter:
            return Span(0, len(self._source.text) + 1)
        return self._verbs[directive.verb](directive.stands)

    def _line(self, stands: Span) -> Span:
        lines = self._source.lines
        first = lines[self._source.line_index(stands.start)]
        return Span(first.start, lines[self._source.line_index(stands.end - 1)].next)

    def _next_line(self, stands: Span) -> Span:
        """The next line with something on it."""
        lines, text = self._source.lines, self._source.text
        for index in range(self._source.line_index(stands.end - 1) + 1, len(lines)):
            line = lines[index]
            if text[line.start : line.end].strip():
                return Span(line.start, line.next)
        return Span(stands.end, stands.end)

    def _block(self, stands: Span) -> Span:
        """The block that a comment stands in, also at its end; or else the next one."""
        following = bisect_left(self._starts, stands.start)
        for before in range(following - 1, max(-1, following - 1 - NESTED), -1):
            if self._is_in(self._wholes[before], stands):
                return self._lines_of(before)
        if following == len(self._wholes):
            return Span(stands.end, stands.end)
        covers = self._lines_of(following)
        return Span(min(stands.end, covers.start), covers.end)

    def _is_in(self, whole: Span, stands: Span) -> bool:
        """Whether a comment stands in a block that begins before it, or at the end of its last
        line.
        """
        if stands.end <= whole.end:
            return True
        source = self._source
        same_line = source.line_index(whole.end - 1) == source.line_index(stands.start)
        return same_line and _REST_OF_BLOCK.match(source.text, stands.end) is not None

    def _lines_of(self, index: int) -> Span:
        source, whole = self._source, self._wholes[index]
        start = source.lines[source.line_index(whole.start)].start
        end = source.lines[source.line_index(whole.end - 1)].next
        if index:
            start = max(start, min(self._ends[index - 1], whole.start))
        if index + 1 < len(self._wholes):
            end = max(whole.end, min(end, self._starts[index + 1]))
        return Span(start, end)


def _has_text(block: Block) -> bool:
    """Whether there is more in a block than what is no prose."""
    return bool(block.text.replace(PLACEHOLDER, "").strip())


class _Sweep:
    """The suppressions of a rule, asked about places in order."""

    def __init__(self, given: Iterable[Suppression]) -> None:
        self._waiting = sorted(given, key=lambda each: each.covers, reverse=True)
        """Those that begin later, the first of them last."""
        self._unused: list[Suppression] = []
        self._reaching: Suppression | None = None

    def covering(self, at: int, used: set[Suppression]) -> Suppression | None:
        """One that covers a place, at or behind the last one asked about; all that do are used."""
        while self._waiting and self._waiting[-1].covers.start <= at:
            self._unused.append(self._waiting.pop())
        if self._unused:
            covering = [each for each in self._unused if at < each.covers.end]
            used.update(covering)
            known = [self._reaching] if self._reaching else []
            self._reaching = max(
                [*known, *covering], key=lambda each: each.covers.end, default=None
            )
            self._unused = []  # those that ended before are never used
        reaching = self._reaching
        return reaching if reaching and at < reaching.covers.end else None


class Applied(NamedTuple):
    """What remains, what is suppressed, and the suppressions that suppressed nothing."""

    kept: list[Diagnostic]
    taken: list[Taken]
    unused: list[Suppression]


def apply(diagnostics: list[Diagnostic], found: Iterable[Suppression]) -> Applied:
    """Take from some findings those that are suppressed."""
    given = list(found)
    used: set[Suppression] = set()
    by_rule: dict[str, list[int]] = defaultdict(list)
    for index, diagnostic in enumerate(diagnostics):
        by_rule[diagnostic.rule].append(index)
    why: dict[int, Suppression] = {}
    for rule, indexes in by_rule.items():
        sweep = _Sweep(each for each in given if each.holds_for(rule))
        for index in sorted(indexes, key=lambda index: diagnostics[index].span.start):
            covering = sweep.covering(diagnostics[index].span.start, used)
            if covering is not None:
                why[index] = covering
    worked = {(each.stands, each.codes) for each in used}
    return Applied(
        [each for index, each in enumerate(diagnostics) if index not in why],
        [Taken(diagnostics[index], why[index].reason) for index in sorted(why)],
        list(_once(each for each in given if (each.stands, each.codes) not in worked)),
    )


def _once(unused: Iterable[Suppression]) -> Iterator[Suppression]:
    """One for each code of a directive."""
    seen: set[tuple[Span, tuple[str, ...]]] = set()
    for each in unused:
        if (each.stands, each.codes) not in seen:
            seen.add((each.stands, each.codes))
            yield each
