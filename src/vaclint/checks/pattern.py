"""Regular expressions over each block of prose. A user's own pattern runs under a time limit.

A block is looked at only when it holds one of the literals that the rule ``needs``; the search is
linear for the shipped patterns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import regex

from vaclint.checks.context import Context
from vaclint.checks.job_titles import WHERE_KEYS, prepare_where, stands_where
from vaclint.checks.places import sentence_at
from vaclint.checks.terms import FIXES, NO_FIX, UNSAFE
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.model.document import Document
from vaclint.model.errors import VaclintError
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import compiled, joined, lazy

CUED = "cued"
"""The group of a pattern that counts only behind what ``after`` matches."""


class Patterns(NamedTuple):
    """What a rule looks for in one language; an empty pattern is none."""

    pattern: str
    unless: str
    """Excepts the sentence it is found in."""
    after: str
    """Must match right before a match in which the group ``cued`` took part."""
    needs: tuple[str, ...]
    """Lower-case literals, one of which stands in every block with a match; none when that is not
    known.
    """


class _Search(NamedTuple):
    """The patterns of one language, ready to run."""

    pattern: regex.Pattern[str]
    unless: regex.Pattern[str] | None
    after: regex.Pattern[str] | None
    timeout: float | None


def check_pattern(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each match. Raises VaclintError when a user's pattern exceeds the time
    limit.
    """
    for rule in rules:
        try:
            yield from _matches(context, rule)
        except TimeoutError:
            limit, path = context.time_limit, context.document.source.path
            message = (
                f"{rule.origin}: the pattern of {rule.code} took more than {limit:g} s on {path}; "
                "make it simpler (nested '+' or '*' is the usual cause)"
            )
            raise VaclintError("rule", rule.origin, message) from None


def _matches(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    document = context.document
    by_language = rule.prepared["patterns"]
    for language in sorted(document.languages):
        plain = by_language.get(language) or by_language.get("")
        if plain is None or not rule.speaks(language):
            continue
        patterns = Patterns._make(plain)
        search = _search(rule, patterns, context.time_limit)
        for block in document.blocks_with(patterns.needs) if patterns.needs else document.blocks:
            if document.language_of(block) == language:
                for match in _in_block(document, rule, search, block):
                    yield _found(context, rule, match, block.span(*match.span()))


def _search(rule: Rule, patterns: Patterns, time_limit: float) -> _Search:
    make = regex.compile if rule.own else lazy
    return _Search(
        make(patterns.pattern, _flags(rule, "pattern")),
        make(patterns.unless, _flags(rule, "unless")) if patterns.unless else None,
        make(patterns.after, _flags(rule, "after")) if patterns.after else None,
        time_limit if rule.own else None,
    )


def _flags(rule: Rule, name: str) -> int:
    minds_case = name == "pattern" and rule.data.get("case", False)
    return 0 if minds_case else regex.IGNORECASE


def _in_block(
    document: Document, rule: Rule, search: _Search, block: Block
) -> Iterator[regex.Match[str]]:
    for match in search.pattern.finditer(block.text, timeout=search.timeout):
        if match.start() == match.end() or _is_excepted(document, search, block, match):
            continue
        if stands_where(document, rule, block.start + match.start(), block.start + match.end()):
            yield match


def _is_excepted(
    document: Document, search: _Search, block: Block, match: regex.Match[str]
) -> bool:
    """Whether the sentence of a match excepts it, or its group ``cued`` lacks before it what must
    stand there.
    """
    if search.unless is None and search.after is None:
        return False
    text, timeout = block.text, search.timeout
    at = match.start()
    start, end = sentence_at(document, block, at)
    if search.after is not None and match.groupdict().get(CUED):
        is_cued = search.after.search(text, start, at, timeout=timeout) is not None
        if not is_cued:
            return True
    if search.unless is None:
        return False
    return search.unless.search(text, start, end, timeout=timeout) is not None


def _found(context: Context, rule: Rule, match: regex.Match[str], span: Span) -> Diagnostic:
    replacement = ""
    fixes: tuple[Fix, ...] = ()
    if template := rule.data.get("replacement"):
        replacement = match.expand(template)
        if match[0].isupper():
            replacement = replacement.upper()
        applicability = rule.data.get("fix", UNSAFE)
        if applicability != NO_FIX:
            fixes = context.replacing(span, match[0], replacement, applicability)
    return context.found(rule, span, replacement=replacement, fixes=fixes, text=match[0])


def prepare_pattern(rule: Rule, preparation: Preparation) -> Any:
    """The patterns of a rule by language, under '' those for any. Raises VaclintError for one that
    is none.
    """
    patterns = {
        language: tuple(_patterns(rule, language, preparation))
        for language in rule.said
        if rule.key("pattern", language) is not None
    }
    return {"patterns": patterns, "where": prepare_where(rule, preparation)}


def _patterns(rule: Rule, language: str, preparation: Preparation) -> Patterns:
    pattern, unless, after = (
        _joined(rule, name, language, preparation) for name in ("pattern", "unless", "after")
    )
    needs = rule.key("needs", language, [])
    if not isinstance(needs, list) or not all(isinstance(each, str) and each for each in needs):
        raise preparation.error(
            language, "needs", "'needs' is a list of texts, or one for each language"
        )
    if rule.own:
        _try_replacement(rule, pattern, language, preparation)
    return Patterns(pattern, unless, after, tuple(each.lower() for each in needs))


def _joined(rule: Rule, name: str, language: str, preparation: Preparation) -> str:
    """The pattern that a key holds, which is seen to be one; empty for a key that is not given."""
    given = rule.key(name, language, "")
    if not isinstance(given, (str, Mapping)):
        raise preparation.error(language, name, f"'{name}' is a pattern, or one for each language")
    try:
        pattern = joined(given)
        (regex.compile if rule.own else compiled)(pattern, _flags(rule, name))
    except regex.error as error:
        message = f"'{name}' is not a valid regular expression: {error}"
    except (KeyError, TypeError, AttributeError) as error:
        message = (
            f"'{name}' is no table of a pattern with its 'words' and 'parts': {error} is not there"
        )
    else:
        return pattern
    raise preparation.error(language, name, message) from None


def _try_replacement(rule: Rule, pattern: str, language: str, preparation: Preparation) -> None:
    """See that the replacement names groups that the pattern has, by expanding it for a match of
    nothing.
    """
    match = regex.match(f"{pattern}\n|", "")
    try:
        if match is not None:
            match.expand(rule.data.get("replacement", ""))
    except (regex.error, IndexError) as error:
        message = f"'replacement' does not fit the pattern: {error}"
        raise preparation.error(language, "replacement", message) from None


KIND = Kind(
    "pattern",
    check_pattern,
    {
        "pattern": Key((*TEXT, *TABLE), required=True, by_language=True),
        "replacement": Key(TEXT),
        "case": Key(SWITCH),
        "fix": Key(TEXT, FIXES),
        "unless": Key((*TEXT, *TABLE), by_language=True),
        "after": Key((*TEXT, *TABLE), by_language=True),
        "needs": Key(LIST, by_language=True),
        **WHERE_KEYS,
    },
    prepare_pattern,
    per_block=True,
    implied_by="pattern",
)
