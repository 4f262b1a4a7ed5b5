"""A lexicon made of the section ``amounts`` of a pack, over what holds in any language.

Notation of the lists: ``part~time`` stands for "part time", "part-time" and "parttime"; ``word*``
for every word that begins so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import regex

from vaclint.facts.amounts.lexicon import Entry, Lexicon, ScaleForm, pieces, telling_of
from vaclint.facts.amounts.tokens import KINDS
from vaclint.text.patterns import lazy

PAY = frozenset({"pay", "pay_rate", "intern"})
_OF_UNIT = PAY | {"day_fee"}
"""Words of pay that may hold a unit."""
UNITS = frozenset({"hour", "day", "week", "two_weeks", "four_weeks", "month", "year"})


def _variants(phrase: str) -> list[str]:
    return (
        [phrase.replace("~", joint) for joint in (" ", "-", "")] if "~" in phrase[1:] else [phrase]
    )


def _gathered(data: Mapping[str, Any]) -> dict[str, tuple[list[tuple[str, str]], list[str]]]:
    """Every phrase of the lists with its tags and marks."""
    found: dict[str, tuple[list[tuple[str, str]], list[str]]] = {}

    def add(phrases: list[str], tag: tuple[str, str] | None, mark: str = "") -> None:
        for phrase in phrases:
            for variant in _variants(phrase):
                tags, marks = found.setdefault(variant, ([], []))
                if tag is not None and tag not in tags:
                    tags.append(tag)
                if mark and mark not in marks:
                    marks.append(mark)

    for table, tag in (
        ("currencies", "CURRENCY"),
        ("units", "UNIT"),
        ("rates", "RATE"),
        ("weekdays", "WEEKDAY"),
        ("clock-words", "CLOCK_AFTER"),
        ("factors", "THOUSAND"),
    ):
        for value, phrases in data.get(table, {}).items():
            add(phrases, (tag, value))
    codes = data.get("codes", {})
    for code in codes.get("iso", "").split():
        add([code.lower()], ("CODE", code))
    for table, tag in (("capitals", "CODE"), ("names", "NAME")):
        for value, phrases in codes.get(table, {}).items():
            add(phrases, (tag, value))
    for tag, phrases in data.get("types", {}).items():
        add(phrases, (tag, ""), "about" if tag == "ABOUT" else "")
    for mark, phrases in data.get("marks", {}).items():
        add(phrases, None, mark)
    add(data.get("noise", {}).get("words", []), ("NOISE", ""))
    return found


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables laid over each other; lists are joined."""
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            result[key] = _merged(below, value)
        elif isinstance(below, list) and isinstance(value, list):
            result[key] = [*below, *(item for item in value if item not in below)]
        else:
            result[key] = value
    return result


Phrase = TypeVar("Phrase")


def _numbers(data: Mapping[str, Any]) -> dict[str, float]:
    """Numbers in words up to 69, such as ``vierentwintig`` and ``thirty-five``."""
    ones, tens = data.get("one", {}), data.get("ten", {})
    found: dict[str, float] = {**ones, **data.get("teen", {}), **tens}
    for form in data.get("forms", []):
        for one, small in ones.items():
            for ten, large in tens.items():
                if small:
                    found[form.format(one=one, ten=ten)] = large + small
    return found


def _inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


def _by_first(phrases: Iterable[Phrase], first: Callable[[Phrase], str]) -> dict[str, list[Phrase]]:
    """Phrases by the word that they begin with, in their order."""
    found: dict[str, list[Phrase]] = {}
    for each in phrases:
        found.setdefault(first(each), []).append(each)
    return found


def _scale_value(data: Mapping[str, Any]) -> regex.Pattern[str]:
    """What may stand behind a word for a scale: ``: 10``, ``8/9/10``, ``B1-B3``, ``LB``, ``10A``,
    ``35 of 40``.
    """
    types = data["types"]
    words = [
        w
        for tag in ("TO", "TO_MOST", "OR", "AND")
        for w in types.get(tag, [])
        if w[0].isalpha() and " " not in w
    ]
    joins = "|".join(
        [
            r"\s?[-–/]\s?",
            *(rf"\s{regex.escape(word)}\s" for word in sorted(words, key=len, reverse=True)),
        ]
    )
    step = (
        r"(?:\d\.\d{2}[a-z]?|[A-Z][a-z]{2,12}-\d{1,2}"
        r"|[A-Z]{0,4}-?\d{1,3}(?:[a-zA-Z]\b)?|L[A-E]|[IVX]{1,5}|[A-Z])"
        r"(?=[A-Z][a-z]{2}|[^\w€£$%]|$)(?![.,:]\d)"
    )
    again = (
        r"(?:\d\.\d{2}[a-z]?|[A-Z]{0,2}-?\d{1,3}(?:[a-zA-Z]\b)?|L[A-E]|[A-H]|[IVX]{1,5})"
        r"(?=[A-Z][a-z]{2}|[^\w%]|$)(?![.,:]\d)"
    )
    return lazy(rf"(?P<value>{step}(?:(?:{joins})(?:\w+\s)??{again}){{0,3}})")


def _agreement(data: Mapping[str, Any]) -> regex.Pattern[str]:
    """A collective agreement with its name: ``cao Gemeenten``, ``TVöD``."""
    words = (
        "|".join(regex.escape(word) for word in data.get("marks", {}).get("agreement", []))
        or r"(?!)"
    )
    name = r"[A-Z][\w&]*(?:[.-][\w&]+)*"  # a full stop behind it is that of the sentence
    return lazy(
        rf"\b(?P<word>(?i:{words}))(?:\s|\s?-\s?)"
        rf"(?P<name>{name}(?:\s(?:\w{{1,3}}\s)?{name}){{0,3}})"
    )


def _unit_in(phrase: str, data: Mapping[str, Any]) -> str:
    """The unit that a phrase of pay holds: ``hourly rate``, ``uurtarief``."""
    words = pieces(phrase)
    for table in ("rates", "units"):
        for unit, listed in data.get(table, {}).items():
            if unit in UNITS and not set(words).isdisjoint(listed):
                return str(unit)
    for unit, listed in data.get("compounds", {}).get("parts", {}).items():
        if unit in UNITS and any(word.startswith(part) for word in words for part in listed):
            return str(unit)
    return ""


def make(language: str, data: Mapping[str, Any], decimal: str) -> Lexicon:
    """A lexicon of the merged tables of a language."""
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    prefixes: dict[str, Entry] = {}
    gathered = _gathered(data)
    compounds = data.get("compounds", {})
    for phrase, (tags, marks) in gathered.items():
        gross = True if "gross" in marks else False if "net" in marks else None
        unit = _unit_in(phrase, data) if _OF_UNIT.intersection(marks) else ""
        entry = Entry(tuple(tags), tuple(marks), unit, gross)
        if phrase.endswith("*") and len(phrase) > 3:
            prefixes[phrase[:-1]] = entry
            continue
        key = pieces(phrase)
        phrases.setdefault(key[0], []).append((tuple(key), entry))
    after: dict[str, Entry] = {}
    for unit, words in data.get("units-after-number", {}).items():
        for word in words:
            after[word.rstrip(".")] = Entry((("UNIT", unit),), ())
    numbers = data.get("numbers", {})
    parts = _inverted(compounds.get("parts", {}))
    for word in [*numbers.get("one", {}), *numbers.get("teen", {}), *numbers.get("ten", {})]:
        parts.setdefault(word, "plain")
    forms = tuple(
        ScaleForm(
            form["system"],
            lazy(rf"(?<!\w){form['pattern']}", regex.VERBOSE if "\n" in form["pattern"] else 0),
            form.get("prefix", ""),
            form["needs-pay"],
            form.get("needs", ""),
        )
        for form in data.get("scales", [])
    )
    return Lexicon(
        language,
        decimal,
        frozenset(data.get("common", [])),
        tuple(data.get("stems", ())),
        {
            first: tuple(sorted(rows, key=lambda row: -len(row[0])))
            for first, rows in phrases.items()
        },
        prefixes,
        after,
        tuple(
            (ending, Entry((("UNIT", unit),), ()))
            for unit, endings in data.get("unit-endings", {}).items()
            for ending in endings
        ),
        {
            word: Entry((("UNIT" if name in ("shift",) else "CLOCK_AFTER", name),), ())
            for name, words in data.get("glued", {}).items()
            for word in words
        },
        _numbers(numbers),
        tuple(sorted(numbers.get("magnitude", {}).items(), key=lambda pair: -pair[1])),
        tuple(numbers.get("days", [])),
        tuple(tuple(pieces(half)) for half in numbers.get("half", [])),
        numbers.get("share", {}),
        numbers.get("part", {}),
        _by_first(
            ((tuple(pieces(phrase)), moved) for phrase, moved in numbers.get("clock", {}).items()),
            lambda each: each[0][0],
        ),
        frozenset(data.get("noise", {}).get("after-number", [])),
        _inverted(compounds.get("heads", {})),
        _inverted(compounds.get("bound", {})),
        parts,
        tuple(compounds.get("joints", [])),
        frozenset(compounds.get("not", {}).get("words", [])),
        forms,
        tuple(lazy(form["pattern"], regex.VERBOSE) for form in data.get("rotas", [])),
        _by_first((tuple(pieces(name)) for name in data.get("names", [])), lambda each: each[0]),
        _scale_value(data),
        _agreement(data),
        {
            fact: data["marks"][mark][0]
            for fact, mark in (("salary", "pay"), ("hours", "hours"))
            if data.get("marks", {}).get(mark)
        },
        _signs(phrases),
        {},
        set(),
        telling_of(data.get("stems", ())),
    )


_ALWAYS = frozenset({"COMMA", "COLON", "OPEN", "EQUALS", "STOP"})
"""Tags that do not depend on what stands round them."""


def _signs(phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]) -> dict[str, str]:
    """Signs that begin no phrase and say one thing only, with the letter of each."""
    found = {}
    for first, rows in phrases.items():
        ((key, entry), *more) = rows
        if first.isalnum() or more or len(key) > 1 or entry.marks or len(entry.tags) > 1:
            continue
        for tag, value in entry.tags:
            if tag in _ALWAYS and not value:
                found[first] = KINDS[tag]
    return found


def lexicons(
    sections: Mapping[str, Mapping[str, Any]], base: Mapping[str, Any], decimals: Mapping[str, str]
) -> dict[str, Lexicon]:
    """The lexicons of the sections ``amounts`` by language, ``base`` laid under each of them; an
    empty section makes none.
    """
    found = {
        code: make(code, _merged(base, section), decimals.get(code, "."))
        for code, section in sections.items()
        if section
    }
    every = {name: lexicon.common for name, lexicon in found.items()}
    for name, lexicon in found.items():
        others = frozenset[str]().union(*(words for other, words in every.items() if other != name))
        found[name] = lexicon._replace(common=lexicon.common - others)
    return found
