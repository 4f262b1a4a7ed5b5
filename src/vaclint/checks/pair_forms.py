"""The pairs that a rule knows, and how each language joins two forms: what its lists and packs say,
as plain data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import regex

from vaclint.languages.language import Language
from vaclint.languages.packs import read_toml
from vaclint.rulebook.kind import Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import compiled, joined, words

_JOIN = r"[ ]?/ | ,?[ ]{joins}[ ] | [ ]{and}[ ](?=-) | [ ]\({or}[ ]"
_CANDIDATE = r"""
  (?<![\p{L}\p{N}'’/-]) (?P<first>{word})
  (?P<join> \s?/\s? | ,?[ ]{joins}[ ] | [ ]{and}[ ](?=-) | (?P<bracket> [ ]\({or}[ ] ) )
  (?: {articles}[ ] )?
  (?P<second> -?{word} ) (?(bracket) \) | (?![\p{L}\p{N}]|-\p{L}) )
"""
_NEUTRAL_BESIDE = r"\s?/\s?{behind-slash}\b | ,?[ ]{or}[ ]{behind-or}\b"
_AS_WRITTEN = r"(?<![\p{L}\p{N}-]){forms}(?![\p{L}\p{N}]|/\p{L})"
_PARTS = {"word": r"\p{L}[\p{L}'’-]*"}
_NEVER = "(?!)"
SIGNS = frozenset("/(")
"""A pair that is written out in one word has one of these in it."""

Instead = tuple[str, bool]
"""What to write instead of a pair, and whether that is safe."""


class Joining(NamedTuple):
    """How one language puts two forms side by side, as patterns."""

    join: str
    """What stands between two forms."""
    candidate: str
    """Two words with it between them."""
    neutral: str
    """A neutral form behind a pair, which then leaves nobody out: ``hij/zij/die``."""


class Endings(NamedTuple):
    """How a feminine form follows from a masculine one in a language: the data of a ``suffixes``
    file.
    """

    pairs: tuple[tuple[str, str], ...]
    shortened: frozenset[str]
    """Endings that may stand for a whole form behind a slash: ``docent/e``."""
    brackets: str
    """A pattern of forms with brackets, with groups ``stem`` and ``rest`` of the masculine form;
    empty for none.
    """
    stem_change: str
    """How the language spells a stem before ``rest``, a change of its ``[inflection]``; empty for
    none.
    """
    not_persons: frozenset[str]
    """Words that end like persons and are none."""
    bare: str = ""
    """What a stem in brackets without it gets: ``medewerk(ster)``, ``medewerker``."""


class Forms(NamedTuple):
    """The pairs that a rule knows in one language."""

    table: Mapping[tuple[str, str], Instead]
    """Both ways round."""
    literal: Mapping[str, Instead]
    """Forms that stand in the text as they are written here: ``(s)hij``."""
    literals: str
    """A pattern of those; empty for none."""
    neutral: Mapping[str, str]
    """From the first form of a pair to its neutral one."""
    endings: Endings | None


def forms_in(prepared: Mapping[str, Any], language: str) -> Forms | None:
    """The forms that a prepared rule knows in a language; None for none."""
    plain = prepared["forms"].get(language) or prepared["forms"].get("")
    if plain is None:
        return None
    forms = Forms._make(plain)
    endings = forms.endings
    return forms if endings is None else forms._replace(endings=Endings._make(endings))


def joining_in(prepared: Mapping[str, Any], language: str) -> Joining:
    """How a language joins two forms; of one without a pack, as any does."""
    return Joining._make(prepared["joining"].get(language) or prepared["joining"][""])


def prepare_pairs(rule: Rule, preparation: Preparation) -> Any:
    """The forms that a rule knows, and how they are joined, by language; under '' for any other.
    Raises VaclintError.
    """
    languages = preparation.resources.languages
    joining = {language: tuple(_joining([pack])) for language, pack in languages.items()}
    joining[""] = tuple(_joining(languages.values()))
    forms = {
        language: _prepared_forms(rule, language, preparation)
        for language in rule.said
        if rule.key("pairs", language) is not None
    }
    return {"joining": joining, "forms": forms}


def _joining(packs: Iterable[Language]) -> Joining:
    """The patterns of the words that the packs' ``[pairs]`` give."""
    sections = [pack.section("pairs") for pack in packs]
    listed = {
        name: [word for section in sections for word in section.get(name, ())]
        for name in ("joins", "and", "or", "articles", "behind-slash", "behind-or")
    }
    parts = {
        **_PARTS,
        **{name: words(given) if given else _NEVER for name, given in listed.items()},
    }
    patterns = (_JOIN, _CANDIDATE, _NEUTRAL_BESIDE)
    return Joining(*(joined({"pattern": pattern, "parts": parts}) for pattern in patterns))


def _prepared_forms(rule: Rule, language: str, preparation: Preparation) -> tuple[Any, ...]:
    table: dict[tuple[str, str], Instead] = {}
    literal: dict[str, Instead] = {}
    neutral: dict[str, str] = {}
    for first, second, replacement, safe in _rows(rule, language, preparation):
        if second:
            neutral.setdefault(first, replacement)
            table[first, second] = table[second, first] = (replacement, safe)
        else:
            literal[first] = (replacement, safe)
    literals = (
        joined({"pattern": _AS_WRITTEN, "words": {"forms": list(literal)}}) if literal else ""
    )
    endings = _endings(rule, language, preparation)
    return table, literal, literals, neutral, None if endings is None else tuple(endings)


def _place(rule: Rule, name: str, language: str) -> tuple[str, str] | None:
    """The file that a key names, and the language that says so."""
    said = language if name in rule.said.get(language, {}) else ""
    value = rule.key(name, language)
    return None if value is None else (value, said)


def _rows(
    rule: Rule, language: str, preparation: Preparation
) -> Iterator[tuple[str, str, str, bool]]:
    name, said = _place(rule, "pairs", language) or ("", language)
    if not isinstance(name, str):
        raise preparation.error(
            said, "pairs", "'pairs' names a word list, or one for each language"
        )
    for number, cells in preparation.rows(said, "pairs", name):
        if len(cells) < 3:
            path = preparation.path(said, name)
            message = (
                f"a pair takes three columns (first, second, instead); {path}:{number} has fewer"
            )
            raise preparation.error(said, "pairs", message)
        first, second, replacement, *more = cells
        if not second and SIGNS.isdisjoint(first):
            path = preparation.path(said, name)
            message = f"a pair in one word has a slash or a bracket in it; {path}:{number} has none"
            raise preparation.error(said, "pairs", message)
        yield first.lower(), second.lower(), replacement, more[:1] == ["safe"]


def _endings(rule: Rule, language: str, preparation: Preparation) -> Endings | None:
    name, said = _place(rule, "suffixes", language) or ("", language)
    if not name:
        return None
    if not isinstance(name, str):
        raise preparation.error(
            said, "suffixes", "'suffixes' names a file, or one for each language"
        )
    path = preparation.path(said, name)
    _, data = read_toml(path)
    try:
        brackets = joined(data.get("brackets", ""))
        compiled(brackets, regex.IGNORECASE)
        return Endings(
            tuple((str(male), str(female)) for male, female in data.get("pairs", ())),
            frozenset(data.get("shortened", ())),
            brackets,
            data.get("stem-change", ""),
            frozenset(data.get("not-persons", "").split()),
            data.get("bare", ""),
        )
    except (regex.error, KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"{path} holds no pairs of endings as it should: {error}"
        raise preparation.error(said, "suffixes", message) from None
