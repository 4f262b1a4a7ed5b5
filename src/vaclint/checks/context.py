"""What a check may look at, and how it reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from vaclint.languages.language import Language
from vaclint.languages.resources import Resources
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Applicability, Diagnostic, Edit, Fix, Related
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

ALSO_MOST = 10
"""So many other places of a finding are named."""

HABIT = 3
"""What stands so often in a text is a habit of it: one finding, with the number."""
_TAG = lazy(r"</?[a-zA-Z][^<>]{0,400}>")
MANY = "many"
"""The message of a rule for several places."""


def _shown(spelled: str) -> str:
    """What a reader sees of a range: without its tags."""
    if "<" in spelled:
        spelled = _TAG.sub(" ", spelled) if _TAG.sub("", spelled).strip() else spelled
    return " ".join(spelled.split())


class Term(NamedTuple):
    """One word or phrase of a lexicon, lower case. ``head`` and ``stem`` let it end or begin a
    longer word.
    """

    form: str
    replacement: str
    group: str
    weight: float
    head: bool
    stem: bool
    language: str
    beside: tuple[str, ...] = ()
    """Words in the same block that decide whether the term is meant."""
    wanted: bool = False
    """Whether one of those words must stand there, rather than none."""


class Hit(NamedTuple):
    """A term of a lexicon in the haystack; ``start`` and ``end`` take in the whole word."""

    term: Term
    start: int
    end: int


class Context(NamedTuple):
    """What a check may look at: the document, its facts and its term hits by rule, and the language
    to speak.
    """

    document: Document
    facts: Facts
    hits: Mapping[str, list[Hit]]
    speaking: Language
    resources: Resources
    time_limit: float = 1.0
    """Seconds that one match of a user's own pattern may take."""
    fine: frozenset[str] = frozenset()
    """The words that the configuration's vocabulary allows, lower case."""
    country: str = ""
    """The country that the configuration says vacancies are from."""

    def blocks(self, rule: Rule, *, front_matter: bool = False) -> tuple[Block, ...]:
        """The blocks in a language of the rule; those of the front matter when asked for."""
        spoken = filter(rule.speaks, self.document.languages)
        return self.document.blocks_in(spoken, front_matter=front_matter)

    def shown(self, rule: Rule) -> tuple[Block, ...]:
        """The blocks in a language of the rule, and the title where the front matter has it."""
        title, blocks = self.document.title, self.blocks(rule)
        if title is None or not title.front_matter or title in blocks:
            return blocks
        return (title, *blocks) if rule.speaks(self.document.language_of(title)) else blocks

    def written_in(self, language: str) -> Iterator[Block]:
        """The blocks in a language that somebody wrote as a text: no facts of the front matter."""
        document = self.document
        for block in document.blocks:
            if not block.is_fact and document.language_of(block) == language:
                yield block

    def say(self, name: str, *values: object, **named: object) -> str:
        """A short text of the language that is spoken, with its values filled in."""
        return self.speaking.say(name, *values, **named)

    def says(self, rule: Rule, message: str) -> bool:
        """Whether a rule has a further message in the language that is spoken; a pack of a user may
        lack it.
        """
        return message in rule.texts_in(self.speaking.code).messages

    def is_habit(self, rule: Rule, number: int, message: str = MANY) -> bool:
        """Whether so many places are a habit of a text, and the rule has a message for one."""
        return number >= HABIT and self.says(rule, message)

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
        whole: bool = False,
        **values: object,
    ) -> Diagnostic:
        """A diagnostic of a rule, with its message filled in: ``{text}``, ``{replacement}`` and the
        given values.

        ``text`` is what a reader sees of the range, where that differs from its spelling;
        ``message`` is the name of one of the rule's further messages; ``whole`` is for one about
        the document as a whole, as is one with other places from ``also``.
        """
        text = text or _shown(self.document.source.text[span.start : span.end])
        texts = rule.texts_in(self.speaking.code)
        template = texts.messages[message] if message else texts.message
        filled = template.format_map({"text": text, "replacement": replacement, **values})
        whole = whole or any(each.message == self.say("here-too") for each in related[-1:])
        return Diagnostic(
            *(rule.code, rule.name, rule.severity, span, filled),
            *(related, fixes, properties or {}, whole),
        )

    def together(
        self,
        rule: Rule,
        spans: Sequence[Span],
        *,
        message: str,
        text: str = "",
        replacement: str = "",
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """One diagnostic at the first of some places that names the others, with their number."""
        return self.found(
            rule,
            spans[0],
            replacement=replacement,
            related=self.also(spans[1:]),
            fixes=fixes,
            properties={"count": len(spans)} if len(spans) > 1 else None,
            message=message,
            text=text,
            count=len(spans),
        )

    def fix(self, name: str, applicability: Applicability, *edits: Edit) -> tuple[Fix, ...]:
        """One fix of some edits, with the short text that says what it does."""
        return (Fix(applicability, self.say(name), edits),)

    def replacing(
        self, span: Span, text: str, better: str, applicability: Applicability = "unsafe"
    ) -> tuple[Fix, ...]:
        """The fix that replaces a range; none where the file spells otherwise what a reader sees
        there, as with markup in it.

        A line end in the place of a space is no other spelling.
        """
        if self.document.source.text[span.start : span.end].split() != text.split():
            return ()
        return (Fix(applicability, self.say("replace-by", better), (Edit(*span, better),)),)

    def replacing_all(self, places: Sequence[tuple[Span, str, str]]) -> tuple[Fix, ...]:
        """The fix that replaces several ranges, each with what a reader sees there and what should
        be; none where the file spells one of them otherwise. It is called by the first.
        """
        source = self.document.source.text
        if any(source[slice(*span)] != text for span, text, _ in places):
            return ()
        edits = tuple(Edit(*span, better) for span, _, better in places)
        return (Fix("unsafe", self.say("replace-by", places[0][2]), edits),)

    def also(self, spans: Iterable[Span]) -> tuple[Related, ...]:
        """The first other places of what is found several times."""
        return tuple(Related(span, self.say("here-too")) for span in islice(spans, ALSO_MOST))


def in_tag(text: str, at: int, since: int = 0) -> bool:
    """Whether a place in a page lies inside a tag, by the brackets between ``since`` and it."""
    return text.rfind("<", since, at) > text.rfind(">", since, at)
