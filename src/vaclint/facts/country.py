"""The country of a job, as far as it is sure.

Told by the configuration, a key or property, the place with its country, words of an address, or
signs that only vacancies of one country hold; else by the currency, where one country has it; else
empty, but for a language whose vacancies are nearly all from one country.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.text.patterns import lazy, words


def country_of(document: Document, facts: Facts, resources: Resources, given: str = "") -> str:
    """The country as two capitals, empty where it is not sure; ``given`` by a configuration."""
    return (
        given.upper()
        or _stated(document, resources)
        or _placed(document, facts, resources)
        or _signed(document, resources)
        or _by_currency(document, facts, resources)
    )


def _sections(resources: Resources) -> list[Mapping[str, Any]]:
    return [language.section("posting") for language in resources.languages.values()]


def _names(resources: Resources) -> dict[str, str]:
    """The names of countries in all languages, lower case, with their codes."""
    return {
        name: code
        for section in _sections(resources)
        for name, code in section.get("countries", {}).items()
    }


def _stated(document: Document, resources: Resources) -> str:
    """What a key or property says."""
    keys = frozenset(key for each in _sections(resources) for key in each.get("country-keys", ()))
    names = _names(resources)
    for entry in document.front_matter:
        value = entry.value.strip()
        if value and not keys.isdisjoint(entry.key.lower().split(".")):
            code = names.get(value.lower(), value.upper() if len(value) == 2 else "")
            if code:
                return code
    return ""


def _placed(document: Document, facts: Facts, resources: Resources) -> str:
    """The country named with the place of the job, in its label or title."""
    names = _names(resources)
    places = [facts.details.location.value] if facts.details and facts.details.location else []
    fields = document.reading.names("location")
    places += [block.value for block in document.blocks if block.label.lower() in fields]
    places += [entry.value for entry in document.front_matter if entry.key.lower() in fields]
    found = {
        names[match[0].lower()]
        for place in places
        for match in lazy(rf"(?i)\b{words(names)}\b").finditer(place)
    }
    return found.pop() if len(found) == 1 else ""


def _signed(document: Document, resources: Resources) -> str:
    """The country that words in the text are a sign of, where they point at one only."""
    found = {
        code
        for section in _sections(resources)
        for code, signs in section.get("country-signs", {}).items()
        if lazy(rf"\b{words(signs)}\b").search(document.haystack)
    }
    return found.pop() if len(found) == 1 else ""


def _by_currency(document: Document, facts: Facts, resources: Resources) -> str:
    """The country that has the currency of the pay, or that the language is nearly always of."""
    stated = {salary.currency for salary in facts.salaries.stated if salary.currency}
    if len(stated) > 1:
        return ""
    currency = next(iter(stated), None)
    country = str(resources.data["posting"]["countries-of-currency"].get(currency, ""))
    if country or (currency not in (None, "EUR")):
        return country
    language = resources.languages.get(document.language)
    return str(language.section("posting").get("default-country", "")) if language else ""
