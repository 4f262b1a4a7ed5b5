"""What a vacancy should state and does not, or only vaguely.

Pay and hours have been read as facts; whether the other things are said is told by labels, keys
and words anywhere in the file. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.usual import VALUES, Usual
from vaclint.facts.country import likely_country, mentioned_region, region_of
from vaclint.facts.details import PHONE
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Document
from vaclint.model.reading import labelled_pairs
from vaclint.rulebook.kind import LIST, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import either, joined, lazy

READ = ("salary", "hours")
"""What is read as a fact; anything else is told by its words."""
SAID = {"application": ("application", "apply"), "place": ("location",), "offer": ("offer",)}
"""The fields whose labels and front-matter keys hold what is told by its words."""
COMPULSORY = "compulsory"
"""The key with the places (``US-CO``) whose law asks the fact in the advert, and the name of the
message that says so.
"""
OF_PAY = "of-pay"
"""The name of the message that the only hours are those of the week the pay is for."""
AS_WRITTEN = "place"
"""Told by capitals."""
ALSO_MOST = 4
"""Places that are as vague as the one reported, named with it."""
ADDRESS = lazy(r"\S@\S|https?://|www\.|\]\(|\bhref\b|\b[\w-]+\.(?:nl|be|com|eu|org)\b")
"""An e-mail or web address, or a link."""


def _is_said(context: Context, rule: Rule) -> bool:
    """Whether a text says what a rule asks for; one too short to tell counts as saying it."""
    document, fact = context.document, rule.data["fact"]
    if len(document.words) < rule.options.get("min-words", 0):
        return True
    reading, fields = document.reading, SAID[fact]
    for key, value, _ in labelled_pairs(document.front_matter):
        if value.strip() and any(reading.holds(key, field) for field in fields):
            return True
    labels = (block.label for block in document.blocks if block.label)
    if any(reading.holds(label, field) for label in labels for field in fields):
        return True
    if any(word in document.haystack for word in rule.key("often", document.language, ())):
        return True
    name = f"{rule.code} {document.language}"
    if name not in document.shared:
        document.shared[name] = _is_in_source(document, rule)
    return bool(document.shared[name])


def _is_in_source(document: Document, rule: Rule) -> bool:
    """Whether the file says it anywhere: on a page a button counts."""
    text, own = document.source.text, document.own
    if rule.data["fact"] == "application" and (
        ADDRESS.search(text, *own) or PHONE.search(text, *own)
    ):
        return True
    said = rule.prepared["said"].get(document.language, rule.prepared["said"].get(""))
    return said is not None and _compiled(rule, said).search(text, *own) is not None


def _compiled(rule: Rule, pattern: str) -> regex.Pattern[str]:
    flags = 0 if rule.data["fact"] == AS_WRITTEN else regex.IGNORECASE
    return regex.compile(pattern, flags) if rule.own else lazy(pattern, flags)


def _example(context: Context, rule: Rule, vague: Span | None) -> str:
    """What to write, in the vacancy's own terms: the first suggestion of the rule that fits the
    vague words.
    """
    text = " ".join(context.document.source.text[slice(*vague)].split()) if vague else ""
    usual = Usual.of(context)
    whens: Mapping[str, str] = rule.prepared["when"]
    for name, say in rule.prepared["say"].get(context.speaking.code, {}).items():
        if name not in whens or (text and _compiled(rule, whens[name]).search(text)):
            return str(say).format(text=text, **usual.values(context.speaking))
    return ""


def check_presence(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield at most one diagnostic per rule: on the vague words, or on the title when there are
    none.
    """
    facts = context.facts
    if context.document.problems:
        return  # a front matter that cannot be read may hold the fact
    unclear = {"salary": facts.unclear_salary, "hours": facts.unclear_hours}
    read = {"salary": (facts.salary, facts.vague_salary), "hours": (facts.hours, facts.vague_hours)}
    others = {"salary": facts.salaries.vague, "hours": facts.working_hours.vague}
    for rule in rules:
        if rule.data["fact"] not in read:
            if not _is_said(context, rule):
                yield context.found(rule, context.document.headline, whole=True)
            continue
        stated, vague = read[rule.data["fact"]]
        doubtful = unclear[rule.data["fact"]]
        if doubtful is not None:
            if rule.data["state"] == "unclear":
                yield context.found(rule, doubtful, example=_example(context, rule, doubtful))
            continue
        is_vague = {"vague": True, "missing": False}.get(rule.data["state"])
        if stated is None and (vague is not None) == is_vague:
            week = _week_of_pay(context, rule) if vague is None else ()
            also = _told(context, others[rule.data["fact"]][1 : 1 + ALSO_MOST]) if vague else week
            compulsory = COMPULSORY if _is_compulsory(context, rule) else ""
            yield context.found(
                rule,
                vague or context.document.headline,
                whole=vague is None,
                related=also,
                example=_example(context, rule, vague),
                message=OF_PAY if week else compulsory,
            )


def _told(context: Context, spans: Sequence[Span]) -> tuple[Related, ...]:
    """Places with the words that stand there."""
    text = context.document.source.text
    return tuple(
        Related(span, context.say("here-stands", " ".join(text[slice(*span)].split())))
        for span in spans
    )


def _week_of_pay(context: Context, rule: Rule) -> tuple[Related, ...]:
    """Where the pay names the week it is for, for a rule that asks for hours: a reader sees hours
    there, that need not be those of the job.
    """
    best = context.facts.salaries.best
    if rule.data["fact"] != "hours" or not context.says(rule, OF_PAY):
        return ()
    return _told(context, (best.span,)) if best and best.basis_hours is not None else ()


def _is_compulsory(context: Context, rule: Rule) -> bool:
    """Whether the law of the place of the job asks the fact in the advert itself."""
    places = rule.data.get(COMPULSORY)
    if not places:
        return False
    asked = context.document, context.facts, context.resources
    country = likely_country(*asked, context.country)
    region = region_of(*asked, country) or mentioned_region(asked[0], asked[2], country)
    return f"{country}-{region}" in places


def prepare_presence(rule: Rule, preparation: Preparation) -> Any:
    """What says a fact, by language, and the suggestions: what to say by language, and when in the
    words of all of them.

    Raises VaclintError for a key that is missing or wrong.
    """
    needed = "state" if rule.data["fact"] in READ else "said"
    if needed not in rule.data and not any(needed in given for given in rule.said.values()):
        raise preparation.error("", "fact", f"a rule about '{rule.data['fact']}' needs '{needed}'")
    patterns = {code: given["said"] for code, given in rule.said.items() if "said" in given}
    suggested = {code: given["suggest"] for code, given in rule.said.items() if "suggest" in given}
    whens: dict[str, list[str]] = {}
    for code, suggestions in suggested.items():
        for name, suggestion in suggestions.items():
            _check_suggestion(code, name, suggestion, preparation)
            if "when" in suggestion:
                whens.setdefault(name, []).append(
                    _checked(code, "suggest", suggestion["when"], preparation)
                )
    return {
        "said": {
            code: _checked(code, "said", given, preparation) for code, given in patterns.items()
        },
        "when": {name: either(given) for name, given in whens.items()},
        "say": {
            code: {name: each["say"] for name, each in given.items()}
            for code, given in suggested.items()
        },
    }


def _check_suggestion(code: str, name: str, suggestion: Any, preparation: Preparation) -> None:
    if not isinstance(suggestion, dict) or not isinstance(suggestion.get("say"), str):
        raise preparation.error(
            code, "suggest", f"the suggestion '{name}' says nothing; give it a text 'say'"
        )
    fields = {field for _, field, *_ in Formatter().parse(suggestion["say"]) if field is not None}
    if wrong := sorted(fields - {"text", *VALUES}):
        known = ", ".join(sorted((*VALUES, "text")))
        message = f"unknown '{{{wrong[0]}}}' in the suggestion '{name}'; known are {known}"
        raise preparation.error(code, "suggest", message)


def _checked(code: str, key: str, pattern: Any, preparation: Preparation) -> str:
    """A pattern that can be compiled."""
    try:
        whole = joined(pattern)
        regex.compile(whole)
    except (KeyError, regex.error) as error:
        raise preparation.error(code, key, f"the pattern cannot be read ({error})") from None
    return whole


KIND = Kind(
    "presence",
    check_presence,
    {
        "fact": Key(TEXT, (*READ, *SAID), required=True),
        "state": Key(TEXT, ("missing", "vague", "unclear")),
        "said": Key((*TEXT, *TABLE), by_language=True),
        "often": Key(LIST, by_language=True),
        "suggest": Key(TABLE, by_language=True),
        COMPULSORY: Key(LIST),
    },
    prepare_presence,
    values=frozenset({"example"}),
)
