"""How much of a text is jargon: weighted hits of a lexicon rule per 100 words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vaclint.checks import Context
from vaclint.diagnostics import Diagnostic
from vaclint.rules import Rule


def density(context: Context, code: str) -> float:
    """The weight of a rule's hits per 100 words of the text; 0 for a text without words."""
    words = len(context.document.words)
    weight = sum(hit.term.weight for hit in context.hits.get(code, ()) if not context.document.block_at(hit.start).front_matter)
    return 100 * weight / words if words else 0.0


def check_density(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a text of enough words whose density exceeds the maximum. Linear in the hits."""
    for rule in rules:
        words = len(context.document.words)
        value = density(context, rule.data["of"])
        terms = Counter(hit.term.form for hit in context.hits.get(rule.data["of"], ()))
        if words < rule.options["min-words"] or value <= rule.options["max"] or terms.total() < rule.options["min-terms"]:
            continue
        worst = ", ".join(f"{term} ({count}×)" if count > 1 else term for term, count in terms.most_common(5))
        yield context.found(
            rule,
            context.document.headline,
            properties={"density": round(value, 2), "max": rule.options["max"], "words": words},
            density=f"{value:.1f}".replace(".", "," if context.message_language == "nl" else "."),
            max=f"{rule.options['max']:g}".replace(".", "," if context.message_language == "nl" else "."),
            worst=worst,
        )
