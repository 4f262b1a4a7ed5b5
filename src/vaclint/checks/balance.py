"""How many words of a text read as masculine and how many as feminine: two counts with the words,
no verdict.

Method: stems as data, in the line of Gaucher, Friesen and Kay (2011), Evidence that gendered
wording in job advertisements exists and sustains gender inequality. Linear in the hits of the
lexicon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from vaclint.checks.context import Context, Term
from vaclint.checks.lexicon import read_terms, stored
from vaclint.checks.prepared import need_options
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

MASCULINE, FEMININE = "m", "f"
SHOWN = 8
"""How many words of each group a message names; the others are in the properties."""


def coded_words(context: Context, code: str) -> dict[str, Counter[str]]:
    """The words of each group as they stand in the text outside front matter, in lower case, with
    how often.
    """
    found: dict[str, Counter[str]] = {MASCULINE: Counter(), FEMININE: Counter()}
    haystack = context.document.haystack
    for hit in context.hits.get(code, ()):
        if not context.document.block_at(hit.start).front_matter:
            found[hit.term.group][haystack[hit.start : hit.end]] += 1
    return found


def _listed(counter: Counter[str]) -> str:
    return ", ".join(
        f"{word} ({count}×)" if count > 1 else word for word, count in counter.most_common(SHOWN)
    )


def check_balance(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a text of enough words that leans clearly to one side."""
    for rule in rules:
        words = coded_words(context, rule.code)
        counts = {group: sum(counter.values()) for group, counter in words.items()}
        lean = abs(counts[MASCULINE] - counts[FEMININE])
        if (
            len(context.document.words) < rule.options["min-words"]
            or lean < rule.options["min-lean"]
        ):
            continue
        listed = {group: _listed(counter) for group, counter in words.items()}
        yield context.found(
            rule,
            context.document.headline,
            whole=True,
            properties={"masculine": dict(words[MASCULINE]), "feminine": dict(words[FEMININE])},
            masculine=counts[MASCULINE],
            feminine=counts[FEMININE],
            masculine_words=listed[MASCULINE] or "–",
            feminine_words=listed[FEMININE] or "–",
        )


def prepare_balance(rule: Rule, preparation: Preparation) -> Any:
    """The terms of the rule, whose group is ``m`` or ``f``. Raises VaclintError for another."""
    terms = read_terms(rule, preparation)
    for term in map(Term._make, terms):
        if term.group not in (MASCULINE, FEMININE):
            message = f"the group of a word is '{MASCULINE}' or '{FEMININE}', not '{term.group}'"
            raise preparation.error(term.language, "terms", message)
    need_options(rule, preparation, {"": ("min-words", "min-lean")})
    return {"terms": stored(terms)}


KIND = Kind(
    "balance",
    check_balance,
    {"terms": Key((*TEXT, *TABLE, *LIST), required=True, by_language=True)},
    prepare_balance,
    values=frozenset({"masculine", "feminine", "masculine_words", "feminine_words"}),
)
