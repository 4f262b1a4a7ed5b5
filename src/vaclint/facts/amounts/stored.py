"""A lexicon of pay and hours as plain data, so that a store keeps it between runs."""

from collections.abc import Mapping
from itertools import starmap
from typing import Any

from vaclint.facts.amounts.lexicon import Entry, Lexicon, ScaleForm, telling_of
from vaclint.text.patterns import lazy, source_of
from vaclint.text.stored import Table, packed

_ENTRIES = ("prefixes", "after_number", "glued")
_PATTERNS = ("scale_value", "agreement")
_ASKED = ("memo", "dull", "telling")
"""What was found out of words that texts asked for."""


def as_plain(lexicon: Lexicon) -> dict[str, Any]:
    """A lexicon as ``from_plain`` reads it: texts, numbers and tuples."""
    fields = {name: value for name, value in lexicon._asdict().items() if name not in _ASKED}
    phrases = {
        first: tuple((key, tuple(entry)) for key, entry in rows)
        for first, rows in lexicon.phrases.items()
    }
    return {
        **fields,
        **{name: _plain_entries(fields[name]) for name in _ENTRIES},
        **{name: source_of(fields[name]) for name in _PATTERNS},
        "phrases": packed(phrases),
        "unit_endings": tuple((ending, tuple(entry)) for ending, entry in lexicon.unit_endings),
        "scales": tuple(map(_plain_scale, lexicon.scales)),
        "rotas": tuple(map(source_of, lexicon.rotas)),
    }


def _plain_entries(entries: Mapping[str, Entry]) -> dict[str, tuple[Any, ...]]:
    return {word: tuple(entry) for word, entry in entries.items()}


def _plain_scale(form: ScaleForm) -> tuple[Any, ...]:
    return form.system, source_of(form.pattern), form.prefix, form.needs_pay, form.needs


def from_plain(plain: Mapping[str, Any]) -> Lexicon:
    """The lexicon that ``as_plain`` made plain; its phrases are read when they are asked for."""
    return Lexicon(
        **{
            **plain,
            **{name: _entries(plain[name]) for name in _ENTRIES},
            **{name: lazy(*plain[name]) for name in _PATTERNS},
            "phrases": Table(plain["phrases"], _phrases),
            "unit_endings": tuple(
                (ending, Entry._make(entry)) for ending, entry in plain["unit_endings"]
            ),
            "scales": tuple(map(_scale, plain["scales"])),
            "rotas": tuple(starmap(lazy, plain["rotas"])),
        },
        memo={},
        dull=set(),
        telling=telling_of(plain["stems"]),
    )


def _phrases(rows: Any) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    return tuple((key, Entry._make(entry)) for key, entry in rows)


def _entries(entries: Mapping[str, Any]) -> dict[str, Entry]:
    return {word: Entry._make(entry) for word, entry in entries.items()}


def _scale(plain: tuple[Any, ...]) -> ScaleForm:
    system, source, prefix, needs_pay, needs = plain
    return ScaleForm(system, lazy(*source), prefix, needs_pay, needs)
