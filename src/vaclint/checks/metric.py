"""A number about the whole text, made by a formula of what is counted in it. Linear in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vaclint.checks.context import Context
from vaclint.checks.prepared import need_one_option
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

MOST, LEAST = "most", "least"
LONG = 6
"""A word of more letters is a long one, as in LIX."""

COUNTED: dict[str, Callable[[Context], int]] = {
    "words": lambda context: len(context.document.words),
    "sentences": lambda context: context.document.sentence_count,
    "characters": lambda context: sum(map(len, context.document.words.texts())),
    "long-words": lambda context: sum(len(word) > LONG for word in context.document.words.texts()),
    "paragraphs": lambda context: _blocks(context, "paragraph"),
    "items": lambda context: _blocks(context, "item"),
    "headings": lambda context: _blocks(context, "heading"),
}


def _blocks(context: Context, kind: str) -> int:
    blocks = context.document.blocks
    return sum(1 for block in blocks if block.kind == kind and not block.front_matter)


def check_metric(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic on the title for each number out of its bounds; a text in which the
    formula divides by nothing has none.
    """
    from vaclint.checks.formula import value_of

    for rule in rules:
        most, least = rule.options.get(MOST), rule.options.get(LEAST)
        counted = {name: count(context) for name, count in COUNTED.items()}
        try:
            value = value_of(rule.data["formula"], counted)
        except (ZeroDivisionError, OverflowError):
            continue
        is_out = (most is not None and value > most) or (least is not None and value < least)
        if is_out and rule.speaks(context.document.language):
            yield context.found(
                rule, context.document.headline, value=f"{value:.4g}", most=most, least=least
            )


def prepare_metric(rule: Rule, preparation: Preparation) -> None:
    """Raises VaclintError for a formula that is none, or a rule without a limit."""
    from vaclint.checks.formula import value_of

    need_one_option(rule, preparation, (MOST, LEAST))
    try:
        value_of(rule.data["formula"], dict.fromkeys(COUNTED, 1.0))
    except ZeroDivisionError:
        return
    except ValueError as error:
        raise preparation.error("", "formula", f"'formula' is none: {error}") from None


KIND = Kind(
    "metric",
    check_metric,
    {"formula": Key(TEXT, required=True)},
    prepare_metric,
    values=frozenset({"value", MOST, LEAST}),
    implied_by="formula",
)
