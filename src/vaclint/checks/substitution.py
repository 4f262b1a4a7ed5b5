"""What is to be written otherwise, each by a pattern of its own. Linear in the text for patterns
that are; words without patterns are faster as ``terms``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.limited import flags_of, limited, matches_in
from vaclint.checks.prepared import pattern_of
from vaclint.checks.terms import FIXES, NO_FIX, UNSAFE
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

_ALONE = r"(?<![\p{{L}}\p{{N}}_])(?:{})(?![\p{{L}}\p{{N}}_])"
_GROUP = "swap{}"
_BETWEEN = "’ / ‘"
"""What stands between two of several wordings, inside the quotation marks of a message."""


def check_substitution(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each match that is not written so already. Raises VaclintError for a
    user's pattern that exceeds the time limit.
    """
    for rule in rules:
        with limited(context, rule):
            yield from _found(context, rule)


def _found(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    pattern, replacements = rule.prepared
    fix = rule.data.get("fix", UNSAFE)
    exceptions = {each.casefold() for each in rule.data.get("exceptions", ())}
    for block in context.blocks(rule):
        for match in matches_in(context, rule, pattern, block):
            better = replacements[_swapped(match)]
            if match[0] in better or match[0].casefold() in exceptions:
                continue
            span = block.span(*match.span())
            fixes: tuple[Fix, ...] = ()
            if len(better) == 1 and fix != NO_FIX:
                fixes = context.replacing(span, match[0], better[0], fix)
            replacement = _BETWEEN.join(better)
            yield context.found(rule, span, replacement=replacement, fixes=fixes, text=match[0])


def _swapped(match: regex.Match[str]) -> int:
    """The index of the pattern that matched."""
    return next(
        int(name.removeprefix(_GROUP.format("")))
        for name, text in match.groupdict().items()
        if text is not None and name.startswith(_GROUP.format(""))
    )


def prepare_substitution(rule: Rule, preparation: Preparation) -> Any:
    """One pattern of all, and for each what may be written instead. Raises VaclintError for a
    pattern that is none.
    """
    parts, replacements = [], []
    for index, (pattern, given) in enumerate(rule.data["swap"].items()):
        better = [given] if isinstance(given, str) else given
        if not isinstance(better, list) or not all(isinstance(each, str) for each in better):
            message = f"'{pattern}' needs what to write instead: a text, or a list of texts"
            raise preparation.error("", "swap", message)
        pattern_of(preparation, "", "swap", pattern, flags_of(rule))
        parts.append(f"(?P<{_GROUP.format(index)}>{pattern})")
        replacements.append(better)
    source = _ALONE.format("|".join(parts))
    return pattern_of(preparation, "", "swap", source, flags_of(rule)), replacements


KIND = Kind(
    "substitution",
    check_substitution,
    {
        "swap": Key(TABLE, required=True),
        "exceptions": Key(LIST),
        "fix": Key(TEXT, FIXES),
        "case": Key(SWITCH),
    },
    prepare_substitution,
    implied_by="swap",
)
