"""The kinds of check: one module each, a function of a context and the rules of its kind that yields diagnostics."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from vaclint.model.diagnostics import Applicability, Diagnostic, Edit, Fix, Related
from vaclint.model.document import Block, Document, Span
from vaclint.facts import Facts
from vaclint.rulebook.rules import Rule, Term
from vaclint.model.source import Line


class Hit(NamedTuple):
    """A term of a lexicon in a document's haystack; ``start`` and ``end`` take in the whole word."""

    term: Term
    start: int
    end: int


def speaks(rule: Rule, language: str) -> bool:
    """Whether a rule looks at text in a language."""
    return not rule.languages or language in rule.languages


class Context(NamedTuple):
    """What a check may look at: the document, its facts and its term hits by rule, and the language to speak."""

    document: Document
    facts: Facts
    hits: Mapping[str, list[Hit]]
    message_language: str
    time_limit: float
    fine: frozenset[str] = frozenset()
    """The words that the configuration's vocabulary allows, lower case."""

    def blocks(self, rule: Rule, *, front_matter: bool = False) -> list[Block]:
        """The blocks in a language of the rule; those of the front matter when asked for."""
        document = self.document
        return [
            block for block in document.blocks if (front_matter or not block.front_matter) and speaks(rule, document.language_of(block))
        ]

    def lines(self) -> Iterator[tuple[Line, str]]:
        """The lines of the source outside front matter and code, with their content."""
        document = self.document
        for line in document.source.lines:
            if line.start >= document.body and not document.is_skipped(line.start):
                yield line, document.source.text[line.start : line.end]

    def found(
        self,
        rule: Rule,
        span: Span,
        *,
        replacement: str = "",
        related: tuple[Related, ...] = (),
        fixes: tuple[Fix, ...] = (),
        properties: Mapping[str, object] | None = None,
        message: str = "",
        text: str = "",
        **values: object,
    ) -> Diagnostic:
        """A diagnostic of a rule, with its message filled in: ``{text}``, ``{replacement}`` and the given values.

        ``text`` is what a reader sees of the range, where that differs from its spelling.
        """
        text = text or " ".join(self.document.source.text[span.start : span.end].split())
        template = message or rule.message[self.message_language]
        filled = template.format_map({"text": text, "replacement": replacement, **values})
        return Diagnostic(rule.code, rule.name, rule.severity, span, filled, related, fixes, properties or {})

    def replacing(self, span: Span, text: str, better: str, applicability: Applicability = "unsafe") -> tuple[Fix, ...]:
        """The fix that replaces a range; none where the file spells otherwise what a reader sees there, as with markup in it.

        A line end in the place of a space is no other spelling.
        """
        if self.document.source.text[span.start : span.end].split() != text.split():
            return ()
        return (Fix(applicability, FIX_MESSAGE[self.message_language].format(better), (Edit(*span, better),)),)

    def also(self, spans: Iterable[Span]) -> tuple[Related, ...]:
        """The first other places of what is found several times."""
        return tuple(Related(span, ALSO[self.message_language]) for span in islice(spans, ALSO_MOST))


def in_case_of(replacement: str, text: str) -> str:
    """A replacement with a capital where the text it replaces has one."""
    if text[:1].isupper() and replacement[:1].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement


def in_tag(text: str, at: int, since: int = 0) -> bool:
    """Whether a place in a page lies inside a tag, by the brackets between ``since`` and it."""
    return text.rfind("<", since, at) > text.rfind(">", since, at)


@cache
def word_list(path: Path) -> frozenset[str]:
    """The words of a file beside a rule, lower case; a line with # is a comment."""
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.lower().split())


def opening(text: str, most: int) -> str:
    """The first words of a text, to name it by."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


ALSO = {"nl": "Hier ook", "en": "Here too"}
ALSO_MOST = 10
FIX_MESSAGE = {"nl": "Vervang door ‘{}’", "en": "Replace by ‘{}’"}
REMOVE_MESSAGE = {"nl": "Verwijder dit", "en": "Remove this"}
