"""How many words a text, a block, a sentence, a heading or the title may or must have. Linear."""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks.context import Context
from vaclint.checks.parts import PARTS, SENTENCE, parts_of
from vaclint.checks.prepared import need_one_option
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.words import words_of

MOST, LEAST = "most-words", "least-words"


def check_length(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each part that is too long or too short."""
    for rule in rules:
        most, least = rule.options.get(MOST), rule.options.get(LEAST, 0)
        for part in parts_of(context, rule, rule.data.get("per", SENTENCE)):
            count = sum(len(words_of(piece.text)) for piece in part.pieces)
            if count < least or (most is not None and count > most):
                yield context.found(rule, part.span, count=count, most=most, least=least)


def prepare_length(rule: Rule, preparation: Preparation) -> None:
    """Raises VaclintError for a rule without a limit."""
    need_one_option(rule, preparation, (MOST, LEAST))


KIND = Kind(
    "length",
    check_length,
    {"per": Key(TEXT, PARTS)},
    prepare_length,
    values=frozenset({"count", "most", "least"}),
)
