"""Words that nearly every advert uses, counted together and never shown one by one.

One diagnostic for a text that has more of them, with the clichés of other rules, than the average
advert: in a text longer than that more in proportion. The method is a count of the lexicon's hits,
of two that overlap the first: linear in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from vaclint.checks.context import Context
from vaclint.checks.density import hits_of, per_100
from vaclint.checks.lexicon import read_terms, stored
from vaclint.checks.prepared import need_options
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

SHOWN = 8
"""So many words are named in a message; the others are in the properties."""


def commonplaces(context: Context, codes: Sequence[str]) -> Counter[str]:
    """The words that some rules count, as they stand in the text, in lower case, with how often."""
    haystack = context.document.haystack
    return Counter(haystack[hit.start : hit.end] for hit in hits_of(context, codes))


def usual_count(rule: Rule, words: int) -> float:
    """How many such words the average advert has that is as long as a text."""
    return float(rule.options["average"] * max(1.0, words / rule.options["average-words"]))


def check_commonplaces(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a text with more such words than the average."""
    for rule in rules:
        found = commonplaces(context, (rule.code, *rule.data.get("of", ())))
        count, average = found.total(), rule.options["average"]
        words, usual = len(context.document.words), rule.options["average-words"]
        if count <= usual_count(rule, words):
            continue
        density = per_100(count, words)
        listed = ", ".join(
            f"{word} ({times}×)" if times > 1 else word for word, times in found.most_common(SHOWN)
        )
        yield context.found(
            rule,
            context.document.headline,
            whole=True,
            properties={
                "count": count,
                "per_100": round(density, 2),
                "average": average,
                "words": dict(found.most_common()),
            },
            count=count,
            density=context.speaking.number(density, 1),
            average=context.speaking.number(average, 1),
            usual=usual,
            listed=listed,
        )


def prepare_commonplaces(rule: Rule, preparation: Preparation) -> Any:
    """The terms of the rule. Raises VaclintError for a term that is wrong or a lacking option."""
    need_options(rule, preparation, {"": ("average", "average-words")})
    return {"terms": stored(read_terms(rule, preparation))}


KIND = Kind(
    "commonplaces",
    check_commonplaces,
    {
        "terms": Key((*TEXT, *TABLE, *LIST), required=True, by_language=True),
        "of": Key(LIST),
    },
    prepare_commonplaces,
    values=frozenset({"count", "density", "average", "usual", "listed"}),
)
