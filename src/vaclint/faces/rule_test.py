"""``vaclint rule --test FILE``: do the examples of a rule file come out as they say?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vaclint.checks import kinds
from vaclint.faces.streams import put, tell
from vaclint.model.errors import VaclintError
from vaclint.model.store import Store
from vaclint.project.examples import Examples
from vaclint.rulebook.load import load
from vaclint.rulebook.rule import Rule
from vaclint.text.escaped import escaped

PASSED, FAILED, WENT_WRONG = 0, 1, 2


def test_rules(files: Sequence[Path], store: Store) -> int:
    """Run the examples of the rules in some files and folders, and print what came of each.

    The exit code is 0, 1 where an example failed, and 2 where a rule is wrong or there is none.
    """
    loaded = load(kinds(), files, store)
    for error in loaded.errors:
        tell(f"vaclint: {error.message}")
    examples = Examples(loaded)
    codes = [_tested(examples, rule) for rule in loaded.rules if rule.own]
    if not codes and not loaded.errors:
        tell("vaclint: there is no rule in what --test names")
    return WENT_WRONG if loaded.errors or not codes else max(codes)


def _tested(examples: Examples, rule: Rule) -> int:
    """Print what came of one rule's examples."""
    try:
        failed = list(examples.failed(rule))
    except VaclintError as error:
        tell(f"vaclint: {error.message}")
        return WENT_WRONG
    except TimeoutError:
        tell(f"vaclint: {rule.origin}: a pattern of {rule.code} is too slow; make it simpler")
        return WENT_WRONG
    for each in failed:
        wanted, came = escaped(each.wanted), escaped(each.came)
        put(f"{rule.code} {rule.name}: {each.example}: wanted {wanted}, found {came}\n")
    if failed:
        return FAILED
    count = len(rule.examples)
    told = f"{count} example{'s' * (count != 1)}, all as they say" if count else "no examples"
    put(f"{rule.code} {rule.name}: {told}\n")
    return PASSED
