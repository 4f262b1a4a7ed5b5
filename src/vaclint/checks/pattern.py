"""Regular expressions over each block of prose. A user's own pattern runs under a time limit.

A block is looked at only when it holds one of the literals that the rule ``needs``, and what the
pattern itself asks for (``text.literals``); the search is linear for the shipped patterns. A match
that somebody may rightly stand by is a remark: one with the group ``remark``, and one in a sentence
that the pattern ``remark`` matches. A rule about demands (``demands``) is silent where the words
around a match lift it, as the section ``[demands]`` of a pack says: ``Dutch is not your mother
tongue? No problem.`` Besides its pattern it may list ``traits``, which are told where a frame asks
or refuses them (``traits``).
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import regex

from vaclint.checks.context import HABIT, Context
from vaclint.checks.job_titles import WHERE_KEYS, prepare_where, stands_where
from vaclint.checks.lexicon import stored
from vaclint.checks.limited import limited
from vaclint.checks.places import Range, sentence_at
from vaclint.checks.terms import FIXES, NO_FIX, UNSAFE
from vaclint.checks.traits import TRAITS, read_frames, read_traits, traits_in
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.model.document import Document
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.branches import branches, matches
from vaclint.text.literals import Condition, may_match, needed
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import compiled, either, joined, lazy
from vaclint.text.remembered import Memory

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources

CUED = "cued"
"""The group of a pattern that counts only behind what ``after`` matches."""
REMARK = "remark"
"""The group of a pattern that makes a match a remark; also the key with the pattern of sentences
that do, and the further message for both.
"""
DEMAND = "demand"
"""The group of a pattern that is a demand whatever its sentence says, and never a remark."""
BESIDE = "beside"
"""The key with a pattern that holds in any language, beside that of the language; its ``needs``
too.
"""
DEMANDS = "demands"
"""The section of a pack with the patterns ``before`` and ``behind`` of words that lift a demand."""
ALWAYS = "always"
"""The group of a pattern that ``unless`` does not except."""
AROUND = 100
"""So many characters before and behind a match can lift it."""


BEFORE = 400
"""So many characters before a match are looked at for its cue, so that a long sentence stays
linear.
"""


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
    remark: str = ""
    """Makes a match a remark in a sentence that it is found in."""
    lifted_before: str = ""
    """What lifts a demand right before a match, in its sentence."""
    lifted_behind: str = ""
    """What lifts it right behind a match, also in the sentence after."""
    condition: Condition = None
    """What a block with a match holds, as far as the pattern itself says; see ``text.literals``."""
    branches: bytes = b""
    """The alternatives of the pattern, each with what it needs, where it is taken apart: tried are
    those that a block may match. They are most of what is known of all rules and few are asked for
    in one text, and so stay packed until then; see ``unpacked``.
    """


_Branches = tuple[tuple[regex.Pattern[str], Condition], ...]


class _Search(NamedTuple):
    """The patterns of one language, ready to run."""

    branches: _Branches
    unless: regex.Pattern[str] | None
    after: regex.Pattern[str] | None
    remark: regex.Pattern[str] | None
    before: regex.Pattern[str] | None
    behind: regex.Pattern[str] | None
    timeout: float | None


def check_pattern(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each match. Raises VaclintError when a user's pattern exceeds the time
    limit.
    """
    for rule in rules:
        with limited(context, rule):
            found = _matches(context, rule)
            if rule.prepared["terms"]:
                found = _with_traits(context, rule, list(found))
            yield from _without_habits(context, found) if rule.data.get("habit") else found


SEARCHED = 10_000
"""What was found in so many blocks is remembered, counted for each rule, and at most in twice as
many.
"""
_Match = tuple[regex.Match[str], bool]
"""A match in a block, and whether it is a remark."""


def _searched(_resources: Resources) -> Memory[tuple[_Match, ...]]:
    """The matches of the shipped rules in blocks, by rule, language and text."""
    return Memory(SEARCHED)


def _matches(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    document = context.document
    searched = context.resources.once(_searched)
    by_language = rule.prepared["patterns"]
    for language in sorted(document.languages):
        plain = by_language.get(language) or by_language.get("")
        if plain is None or not rule.speaks(language):
            continue
        patterns = Patterns._make(plain)
        for block in document.blocks_with(patterns.needs) if patterns.needs else document.blocks:
            if document.language_of(block) != language:
                continue
            if rule.own:  # under a time limit, and of one configuration only
                found = _in_block(context, rule, patterns, block)
            else:
                key = (rule.code, language, block.text)
                found = searched.given(key, _in_block, context, rule, patterns, block)
            for match, is_remark in found:
                start, end = block.start + match.start(), block.start + match.end()
                if stands_where(document, rule, start, end):
                    yield _found(context, rule, match, block.span(*match.span()), is_remark)


def _with_traits(context: Context, rule: Rule, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings of a rule's pattern, and its traits that stand in a frame elsewhere."""
    yield from found
    document = context.document
    taken = [each.span for each in found]
    hits = context.hits.get(rule.code, [])
    for asked in traits_in(document, hits, rule.prepared["frames"]):
        block = asked.block
        span = block.span(asked.start, asked.end)
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        patterns = Patterns._make(rule.prepared["patterns"][document.language_of(block)])
        search = _search(rule, patterns, context.time_limit)
        if _is_lifted(document, search, block, asked.start, asked.end):
            continue
        sentence = asked.sentence
        if search.unless is not None and _is_found_in(search, search.unless, block, sentence, {}):
            continue
        is_mild = asked.is_mild or (
            search.remark is not None and _is_found_in(search, search.remark, block, sentence, {})
        )
        if stands_where(document, rule, block.start + asked.start, block.start + asked.end):
            message = REMARK if is_mild and REMARK in _messages(context, rule) else ""
            text = block.text[asked.start : asked.end]
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


def _search(rule: Rule, patterns: Patterns, time_limit: float) -> _Search:
    make = regex.compile if rule.own else lazy
    given = patterns.branches, patterns.pattern, _flags(rule, "pattern")
    return _Search(
        _branches(make, *given) if rule.own else _shipped_branches(*given),
        make(patterns.unless, _flags(rule, "unless")) if patterns.unless else None,
        make(patterns.after, _flags(rule, "after")) if patterns.after else None,
        make(patterns.remark, _flags(rule, REMARK)) if patterns.remark else None,
        lazy(patterns.lifted_before, regex.IGNORECASE) if patterns.lifted_before else None,
        lazy(patterns.lifted_behind, regex.IGNORECASE) if patterns.lifted_behind else None,
        time_limit if rule.own else None,
    )


def _branches(
    make: Callable[[str, int], regex.Pattern[str]], packed: bytes, pattern: str, flags: int
) -> _Branches:
    """The alternatives of a pattern, or the only one, each with what it needs."""
    each = unpacked(packed) or ((pattern, None),)
    return tuple((make(branch, flags), needs) for branch, needs in each)


_shipped_branches = lru_cache(256)(partial(_branches, lazy))


@lru_cache(256)
def unpacked(branches: bytes) -> tuple[tuple[str, Condition], ...]:
    """The alternatives of a pattern, each with what it needs; none for one that stays whole."""
    return marshal.loads(branches) if branches else ()


def _flags(rule: Rule, name: str) -> int:
    minds_case = name == "pattern" and rule.data.get("case", False)
    return 0 if minds_case else regex.IGNORECASE


def _in_block(context: Context, rule: Rule, patterns: Patterns, block: Block) -> tuple[_Match, ...]:
    """The matches in a block of those alternatives that it may match, which depend on nothing but
    its text.
    """
    document = context.document
    text = document.lowered(block)
    if not may_match(text, patterns.condition):
        return ()
    search = _search(rule, patterns, context.time_limit)
    may = [pattern for pattern, needs in search.branches if may_match(text, needs)]
    sentences: dict[int, bool] = {}
    remarks: dict[int, bool] = {}
    return tuple(
        (match, _is_remark(document, search, block, match, remarks))
        for match in matches(may, block.text, search.timeout)
        if match.start() < match.end()
        and not _is_excepted(document, search, block, match, sentences)
    )


def _is_excepted(
    document: Document,
    search: _Search,
    block: Block,
    match: regex.Match[str],
    sentences: dict[int, bool],
) -> bool:
    """Whether the sentence of a match excepts it, or its group ``cued`` lacks before it what must
    stand there. ``sentences`` are those of the block that were looked at, by their start.
    """
    if _is_lifted(document, search, block, match.start(), match.end()):
        return True
    if search.unless is None and search.after is None:
        return False
    text, timeout = block.text, search.timeout
    at = match.start()
    start, end = sentence_at(document, block, at)
    if search.after is not None and match.groupdict().get(CUED):
        near = max(start, at - BEFORE)
        is_cued = search.after.search(text, near, at, timeout=timeout) is not None
        if not is_cued:
            return True
    if search.unless is None or match.groupdict().get(ALWAYS):
        return False
    return _is_found_in(search, search.unless, block, (start, end), sentences)


def _is_lifted(document: Document, search: _Search, block: Block, start: int, end: int) -> bool:
    """Whether the words around a demand say that it is none."""
    text = block.text
    if search.behind is not None and search.behind.match(text, end, end + AROUND):
        return True
    if search.before is None:
        return False
    first, _ = sentence_at(document, block, start)
    return search.before.search(text, max(first, start - AROUND), start) is not None


def _is_remark(
    document: Document,
    search: _Search,
    block: Block,
    match: regex.Match[str],
    sentences: dict[int, bool],
) -> bool:
    """Whether a match is one that somebody may rightly stand by. ``sentences`` are those of the
    block that were looked at, by their start.
    """
    groups = match.groupdict()
    if groups.get(REMARK):
        return True
    if search.remark is None or groups.get(DEMAND):
        return False
    sentence = sentence_at(document, block, match.start())
    return _is_found_in(search, search.remark, block, sentence, sentences)


def _is_found_in(
    search: _Search,
    pattern: regex.Pattern[str],
    block: Block,
    sentence: Range,
    sentences: dict[int, bool],
) -> bool:
    """Whether a pattern is found in a sentence of a block; ``sentences`` remembers it by where the
    sentence starts.
    """
    start, end = sentence
    if start not in sentences:
        found = pattern.search(block.text, start, end, timeout=search.timeout)
        sentences[start] = found is not None
    return sentences[start]


def _found(
    context: Context, rule: Rule, match: regex.Match[str], span: Span, is_remark: bool
) -> Diagnostic:
    replacement = ""
    fixes: tuple[Fix, ...] = ()
    if template := rule.data.get("replacement"):
        replacement = match.expand(template)
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
    taken_apart = () if rule.data.get("replacement") else branches(pattern)
    if len(taken_apart) < 2:
        return Patterns(pattern, unless, after, needs, remark, *lifted, condition)
    each = tuple((branch, needed(branch)) for branch in taken_apart)
    return Patterns("", unless, after, needs, remark, *lifted, condition, marshal.dumps(each))


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
        REMARK: Key((*TEXT, *TABLE), by_language=True),
        BESIDE: Key(TABLE),
        "habit": Key(SWITCH),
        DEMANDS: Key(SWITCH),
        TRAITS: Key(TABLE, by_language=True),
        **WHERE_KEYS,
    },
    prepare_pattern,
    per_block=True,
    implied_by="pattern",
)
