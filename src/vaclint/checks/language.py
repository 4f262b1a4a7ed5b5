"""What there is to say of a text's language: that it is not checked, said once, so that silence is
not taken for praise; that the file names another one than it is in; and that there is no text at
all. It costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from vaclint.checks.context import Context
from vaclint.facts.language import UNKNOWN
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.source import is_blank
from vaclint.rulebook.kind import TEXT, Key, Kind
from vaclint.rulebook.rule import Rule

UNCHECKED, WRONG, EMPTY = "unchecked", "wrong", "empty"


def check_language(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a document in a language without a pack, one for a wrong claim, and
    one for an empty file.

    A text in no language that can be told is not reported.
    """
    document = context.document
    code = document.language
    name = context.speaking.language_names.get(code, f"‘{code}’")
    unchecked = code not in context.resources.languages and code != UNKNOWN
    places: dict[str, Span | None] = {
        UNCHECKED: document.headline if unchecked else None,
        WRONG: document.wrong_language,
        EMPTY: document.headline if is_blank(document.source.text) else None,
    }
    for rule in rules:
        place = places[rule.data.get("what", UNCHECKED)]
        if place is not None:
            yield context.found(rule, place, whole=True, language=name)


KIND = Kind(
    "language",
    check_language,
    {"what": Key(TEXT, (UNCHECKED, WRONG, EMPTY))},
    values=frozenset({"language"}),
)
