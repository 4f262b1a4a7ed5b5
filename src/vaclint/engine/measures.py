"""The numbers of a text, and the words behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaclint.checks.balance import FEMININE, MASCULINE, coded_words
from vaclint.checks.commonplaces import commonplaces, usual_count
from vaclint.checks.context import Context
from vaclint.checks.density import density, per_100
from vaclint.checks.readability import demands_in
from vaclint.engine.marks import marks
from vaclint.facts.kinds.explain import explain, signs_of
from vaclint.facts.kinds.verdict import KindReason
from vaclint.facts.lists import offers_in
from vaclint.facts.readability import readability, reader_focus
from vaclint.rulebook.rule import Rule

VACANCY = "vacancy"
JARGON, CODED = ("JAR001", "JAR004", "JAR005", "JAR006"), "GEN007"
CLICHES = ("JAR004", "JAR006")
DEMANDS = "RDB006"
METRICS = frozenset({*JARGON, *CLICHES, CODED})
"""The lexicons that make metrics of every text: the density of jargon, the number of clichés, and
the counts of coded words.
"""


def measures(
    context: Context,
    reason: KindReason,
    codes: list[str],
    rules: Mapping[str, Rule],
    *,
    several: bool,
    marked: bool,
) -> tuple[dict[str, float], dict[str, Any]]:
    """The metrics and properties of a text.

    ``codes`` are those of its findings, ``rules`` all rules by code, on or off. With ``several``
    vacancies in the text nothing is measured that is one vacancy's; ``marked`` asks for its mark.
    """
    document = context.document
    messages = context.speaking.section("kind-messages")
    coded = coded_words(context, CODED)
    metrics = _counted(context)
    if not several:
        metrics |= _listed(context, rules)
    given = marks(document, context.facts, codes, metrics, context.resources) if marked else None
    if given:
        metrics |= given.metrics
    metrics |= {
        "masculine_words": sum(coded[MASCULINE].values()),
        "feminine_words": sum(coded[FEMININE].values()),
    }
    properties: dict[str, Any] = {
        "kind_probability": round(reason.probability, 2),
        "kind_signs": signs_of(reason, messages),
        "kind_reason": explain(reason, document, messages),
        "masculine_words": dict(coded[MASCULINE].most_common()),
        "feminine_words": dict(coded[FEMININE].most_common()),
    }
    if document.kind == VACANCY and not several:
        properties["usual"] = _usual(context, rules)
    if given:
        properties["mark_deductions"] = [each._asdict() for each in given.deductions]
    if document.unread_jobs:
        properties["unread_jobs"] = document.unread_jobs
    return metrics, properties


def _counted(context: Context) -> dict[str, float]:
    """What is counted in any text."""
    document = context.document
    cliches = commonplaces(context, CLICHES).total()
    metrics: dict[str, float] = {
        "words": len(document.words),
        "sentences": document.sentence_count,
        "jargon_density": round(density(context, JARGON), 2),
        "cliches": cliches,
        "cliches_per_100": round(per_100(cliches, len(document.words)), 2),
    }
    if measured := readability(document, context.resources):
        metrics |= measured._asdict()
    if (focus := reader_focus(document, context.resources)) is not None:
        metrics["reader_focus"] = focus
    return metrics


def _listed(context: Context, rules: Mapping[str, Rule]) -> dict[str, float]:
    """How much a vacancy demands in its lists, and how much it offers in them."""
    found: dict[str, float] = {}
    if DEMANDS in rules and (demands := demands_in(context.document, rules[DEMANDS])):
        found["demands"] = demands
    if offers := offers_in(context.document, context.resources):
        found |= {"offers": offers.listed, "concrete_offers": offers.concrete}
    return found


def _usual(context: Context, rules: Mapping[str, Rule]) -> dict[str, float]:
    """What the average advert in a language has, of what the metrics count."""
    language = context.resources.languages.get(context.document.language)
    found = dict(language.section("usual")) if language else {}
    if rule := rules.get(CLICHES[-1]):
        found["cliches"] = round(usual_count(rule, len(context.document.words)), 1)
    return found
