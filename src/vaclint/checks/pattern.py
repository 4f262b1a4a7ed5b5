"""Regular expressions over each block of prose. A user's own pattern runs under a time limit.

A block is looked at only when it holds one of the literals that the rule ``needs``, and what the
pattern itself asks for (``pattern_search``); the search is linear for the shipped patterns. A match
that somebody may rightly stand by is a remark: one with the group ``remark``, and one in a sentence
that the pattern ``remark`` matches. A rule about demands (``demands``) is silent where the words
around a match lift it, as the section ``[demands]`` of a pack says: ``Dutch is not your mother
tongue? No problem.`` Besides its pattern it may list ``traits``, which are told where a frame asks
or refuses them (``traits``).
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from vaclint.checks.context import HABIT, Context
from vaclint.checks.job_roles import names_role
from vaclint.checks.job_titles import WHERE_KEYS, prepare_where, stands_where
from vaclint.checks.lexicon import stored
from vaclint.checks.limited import limited
from vaclint.checks.pattern_search import (
    LINE,
    REMARK,
    Patterns,
    flags_of,
    gate_of,
    in_block,
    is_found_in,
    is_lifted,
    looks_at,
    patterns_in,
    ready,
)
from vaclint.checks.terms import FIXES, NO_FIX, UNSAFE
from vaclint.checks.traits import TRAITS, read_frames, read_traits, traits_in
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import branches
from vaclint.text.literals import Condition, asked, literals_of, may_match, needed
from vaclint.text.patterns import compiled, either, joined, lazy

_NAMED = lazy(r"\\g<([A-Za-z_]\w*)>")
BESIDE = "beside"
"""The key with a pattern that holds in any language, beside that of the language; its ``needs``
too.
"""
DEMANDS = "demands"
"""The section of a pack with the patterns ``before`` and ``behind`` of words that lift a demand."""


Place = tuple[Block, regex.Match[str], bool]
"""A match with its block, and whether it is a remark."""


def check_pattern(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each match. Raises VaclintError when a user's pattern exceeds the time
    limit.
    """
    shipped = _shipped(context, [rule for rule in rules if not rule.own])
    for rule in rules:
        with limited(context, rule):
            places = _own(context, rule) if rule.own else shipped.get(rule.code, ())
            found = _told(context, rule, places)
            if rule.prepared["terms"]:
                found = _with_traits(context, rule, list(found))
            yield from _without_habits(context, found) if rule.data.get("habit") else found


def _shipped(context: Context, rules: Sequence[Rule]) -> Mapping[str, list[Place]]:
    """The matches of shipped rules, by their codes."""
    found: dict[str, list[Place]] = {}
    document = context.document
    for language in sorted(document.languages) if rules else ():
        gate = gate_of(context.resources, rules, language)
        for block in document.blocks:
            if document.language_of(block) == language:
                for code, matched in gate.found(document, block):
                    places = found.setdefault(code, [])
                    places += ((block, match, is_remark) for match, is_remark in matched)
    return found


def _own(context: Context, rule: Rule) -> Iterator[Place]:
    """The matches of a user's own rule, which is under a time limit. Raises TimeoutError."""
    document = context.document
    for language in sorted(document.languages):
        patterns = patterns_in(rule, language)
        if patterns is None or not rule.speaks(language):
            continue
        search = ready(rule, patterns, context.time_limit)
        may = search.branches
        for block in document.blocks_with(patterns.needs) if patterns.needs else document.blocks:
            if document.language_of(block) == language and looks_at(rule, block.text):
                for match, is_remark in in_block(document, search, may, block):
                    yield block, match, is_remark


def _told(context: Context, rule: Rule, places: Iterable[Place]) -> Iterator[Diagnostic]:
    """The findings of a rule for its matches that stand where it looks."""
    for block, match, is_remark in places:
        start, end = block.start + match.start(), block.start + match.end()
        is_there = stands_where(context.document, rule, start, end)
        if is_there or names_role(context.document, rule, start, end):
            told = _found(context, rule, match, block.span(*match.span()), is_remark)
            yield told if is_there else told._replace(severity="info")


def _with_traits(context: Context, rule: Rule, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of a rule's pattern, and its traits that stand in a frame elsewhere."""
    yield from found
    document = context.document
    taken = [each.span for each in found]
    hits = context.hits.get(rule.code, [])
    for trait in traits_in(document, hits, rule.prepared["frames"]):
        block = trait.block
        span = block.span(trait.start, trait.end)
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        patterns = Patterns._make(rule.prepared["patterns"][document.language_of(block)])
        search = ready(rule, patterns, context.time_limit)
        if is_lifted(document, search, block, trait.start, trait.end):
            continue
        sentence = trait.sentence
        if search.unless is not None and is_found_in(search, search.unless, block, sentence, {}):
            continue
        is_mild = trait.is_mild or (
            search.remark is not None and is_found_in(search, search.remark, block, sentence, {})
        )
        if stands_where(document, rule, block.start + trait.start, block.start + trait.end):
            message = REMARK if is_mild and REMARK in _messages(context, rule) else ""
            text = block.text[trait.start : trait.end]
            told = context.found(rule, span, text=text, message=message)
            yield told._replace(severity="info") if is_mild else told


def _without_habits(context: Context, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings in their order, those of one message together where it comes back often."""
    by_message: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_message.setdefault(each.message, []).append(each)
    for same in by_message.values():
        if len(same) < HABIT:
            yield from same
            continue
        also = context.also(each.span for each in same[1:])
        yield same[0]._replace(related=also, properties={"count": len(same)})


def _found(
    context: Context, rule: Rule, match: regex.Match[str], span: Span, is_remark: bool
) -> Diagnostic:
    replacement = ""
    fixes: tuple[Fix, ...] = ()
    if template := rule.data.get("replacement"):
        replacement = _expanded(match, template)
        if match[0].isupper():
            replacement = replacement.upper()
        applicability = rule.data.get("fix", UNSAFE)
        if applicability != NO_FIX:
            fixes = context.replacing(span, match[0], replacement, applicability)
    found = context.found(
        rule,
        span,
        replacement=replacement,
        fixes=fixes,
        text=match[0],
        message=_message(context, rule, match, is_remark),
    )
    return found._replace(severity="info") if is_remark else found


def _expanded(match: regex.Match[str], template: str) -> str:
    """A template with the groups that it names; one that a match lacks is empty."""
    if not _names_only(template):
        return str(match.expand(template))
    groups = match.groupdict()
    return str(_NAMED.sub(lambda name: groups.get(name[1]) or "", template))


def _names_only(template: str) -> bool:
    """Whether a template is text with names of groups in it, which stand in some alternatives."""
    return "\\" not in _NAMED.sub("", template)


def _message(context: Context, rule: Rule, match: regex.Match[str], is_remark: bool) -> str:
    """The name of the message for a match: of a remark, or else of a group that took part."""
    names = [REMARK] if is_remark else [name for name, text in match.groupdict().items() if text]
    messages = _messages(context, rule)
    return next((name for name in names if name in messages), "")


def _messages(context: Context, rule: Rule) -> Mapping[str, str]:
    """The further messages of a rule, by name."""
    return rule.texts_in(context.speaking.code).messages


def prepare_pattern(rule: Rule, preparation: Preparation) -> Any:
    """The patterns of a rule by language, under '' those for any. Raises VaclintError for one that
    is none.
    """
    patterns = {
        language: tuple(_patterns(rule, language, preparation))
        for language in rule.said
        if rule.key("pattern", language) is not None
    }
    return {
        "patterns": patterns,
        "where": prepare_where(rule, preparation),
        "terms": stored(read_traits(rule, preparation)),
        "frames": read_frames(rule, preparation),
    }


def _patterns(rule: Rule, language: str, preparation: Preparation) -> Patterns:
    pattern, unless, after, remark = (
        _joined(rule, name, language, preparation)
        for name in ("pattern", "unless", "after", REMARK)
    )
    needs = rule.key("needs", language, [])
    if not isinstance(needs, list) or not all(isinstance(each, str) and each for each in needs):
        raise preparation.error(
            language, "needs", "'needs' is a list of texts, or one for each language"
        )
    beside = rule.data.get(BESIDE)
    if beside:
        pattern = either((pattern, joined(beside)))
        needs = [*needs, *beside["needs"]]
    if rule.own:
        _try_replacement(rule, pattern, language, preparation)
    lifted = ("", "")
    if rule.data.get(DEMANDS):
        lifted = _lifted(language, preparation)
    needs = tuple(each.lower() for each in needs)
    if rule.own:
        return Patterns(pattern, unless, after, needs, remark, *lifted)
    condition = _condition(rule, pattern, language, preparation)
    taken_apart = branches(pattern) if _names_only(rule.data.get("replacement", "")) else ()
    if len(taken_apart) < 2:
        taken_apart = (pattern,)
    each = tuple((branch, asked(own := needed(branch)), own) for branch in taken_apart)
    literals = literals_of([own for _, _, own in each]).union(needs)
    packed = marshal.dumps((each, literals))
    return Patterns("", unless, after, needs, remark, *lifted, condition, packed)


def _condition(rule: Rule, pattern: str, language: str, preparation: Preparation) -> Condition:
    """What a pattern needs, seen to hold for all that it says to match. Raises VaclintError."""
    condition = needed(pattern)
    given = rule.key("pattern", language)
    for text in given.get("match", ()) if isinstance(given, Mapping) else ():
        if not may_match(text.lower(), condition):
            message = f"'pattern' is thought not to match '{text}'; that is an error in vaclint"
            raise preparation.error(language, "pattern", message)
    return condition


def _lifted(language: str, preparation: Preparation) -> tuple[str, str]:
    """What lifts a demand before and behind it in a language; empty where its pack says nothing."""
    pack = preparation.resources.languages.get(language)
    section = pack.section(DEMANDS) if pack is not None else {}
    before, behind = (
        joined(section[name]) if name in section else "" for name in ("before", "behind")
    )
    for pattern in (before, behind):
        if pattern:
            compiled(pattern, regex.IGNORECASE)
    return before, behind


def _joined(rule: Rule, name: str, language: str, preparation: Preparation) -> str:
    """The pattern that a key holds, which is seen to be one; empty for a key that is not given."""
    given = rule.key(name, language, "")
    if not isinstance(given, (str, Mapping)):
        raise preparation.error(language, name, f"'{name}' is a pattern, or one for each language")
    try:
        pattern = joined(given)
        (regex.compile if rule.own else compiled)(pattern, flags_of(rule, name))
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
        REMARK: Key((*TEXT, *TABLE), by_language=True),
        BESIDE: Key(TABLE),
        "habit": Key(SWITCH),
        LINE: Key(SWITCH),
        DEMANDS: Key(SWITCH),
        TRAITS: Key(TABLE, by_language=True),
        **WHERE_KEYS,
    },
    prepare_pattern,
    per_block=True,
    implied_by="pattern",
)
