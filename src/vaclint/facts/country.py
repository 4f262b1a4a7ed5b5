"""The country of a job, as far as it is sure.

Told by the configuration, a key or property, the place with its country, words of an address, or
signs that only vacancies of one country hold; else by the currency, where one country has it; else
empty, but for a language whose vacancies are nearly all from one country, in a text that hints at
no other. What is only likely, by towns and regions that the text names, is enough for an example
and for the order of a date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.text.literals import Condition, may_match, needed
from vaclint.text.patterns import lazy, words
from vaclint.text.stretches import Stretches

_CAPITALS = lazy(r",\s?([A-Z]{2})(?=\s\d{5}\b|[,;)]|\s*$)")
"""A region by its capitals behind a town, with or without a postal code."""

_POSTAL = lazy(r",\s?([A-Z]{2})\s\d{5}\b")
"""A region by its capitals with a postal code behind it."""
_ADDRESS_END = lazy(r"@[\w-]{1,60}((?:\.[\w-]{1,60}){1,4}+)\b")
"""The domains of an e-mail address behind its first."""
ENDS = "ends of addresses"
"""The name under which a document shares them."""
Found = TypeVar("Found")


def country_of(document: Document, facts: Facts, resources: Resources, given: str = "") -> str:
    """The country as two capitals, empty where it is not sure; ``given`` by a configuration."""
    return (
        said_country(document, facts, resources, given)
        or _signed(document, resources)
        or _by_currency(document, facts, resources)
    )


def said_country(document: Document, facts: Facts, resources: Resources, given: str = "") -> str:
    """The country that a configuration, a key or the place of the job says; of a key with a country
    that is not known its own words.
    """
    return given.upper() or _stated(document, resources) or _placed(document, facts, resources)


def likely_country(document: Document, facts: Facts, resources: Resources, given: str = "") -> str:
    """The country, or else the one that the text hints at; empty where neither is told."""
    return country_of(document, facts, resources, given) or hinted_country(document, resources)


def hinted_country(document: Document, resources: Resources) -> str:
    """The country whose signs, or else whose towns and regions, a text names most; empty for none
    and for a draw.
    """
    if signed := _signed(document, resources):
        return signed
    return _once(document, "named country", lambda: _named(document, resources))


def _named(document: Document, resources: Resources) -> str:
    """The country whose towns and regions a text names most. Linear in the text."""
    text = document.text
    towns, pattern = resources.once(_towns)
    found = text.found(lazy(pattern)) if towns else ()
    counts = Counter(towns[" ".join(match[0].split())] for _, match in found)
    for code in resources.data["posting"]["regions"]:
        counts[code] += len(_mentioned(text, resources, code))
    most = max(counts.values(), default=0)
    leading = [code for code, count in counts.items() if count == most]
    return leading[0] if most and len(leading) == 1 else ""


def _towns(resources: Resources) -> tuple[Mapping[str, str], str]:
    """The country of each town that tells one, and the pattern of those towns."""
    towns = {
        town: code
        for section in _sections(resources)
        for code, listed in section.get("country-towns", {}).items()
        for town in listed
    }
    return towns, rf"\b{words(towns)}\b"


def mentioned_region(document: Document, resources: Resources, country: str) -> str:
    """The region that stands behind a town anywhere in a text, by its capitals; empty where none or
    several are named.
    """
    found = set(_mentioned(document.text, resources, country))
    return found.pop() if len(found) == 1 else ""


def _mentioned(text: Stretches, resources: Resources, country: str) -> list[str]:
    """The regions behind a comma (``Denver, CO``, ``Brooklyn, New York``), one for each mention."""
    regions = resources.data["posting"]["regions"].get(country, {})
    names, pattern = resources.once(_regions).get(country) or _region_names({})
    return [
        match["code"] or names[match["name"]]
        for _, match in text.found(lazy(pattern))
        if match["name"] or match["code"] in regions
    ]


def _regions(resources: Resources) -> Mapping[str, tuple[Mapping[str, str], str]]:
    """By country the codes of its regions by name, and the pattern of one behind a comma."""
    regions = resources.data["posting"]["regions"]
    return {country: _region_names(named) for country, named in regions.items()}


def _region_names(regions: Mapping[str, str]) -> tuple[Mapping[str, str], str]:
    names = {name: code for code, name in regions.items()}
    pattern = rf"\p{{Lu}}\p{{Ll}}+,\s(?:(?P<code>[A-Z]{{2}})\b|(?P<name>{words(names)})\b)"
    return names, pattern


def region_of(document: Document, facts: Facts, resources: Resources, country: str) -> str:
    """The region of a country that the place of the job names, such as a state, by its capitals;
    empty where none or several are named.
    """
    regions = resources.data["posting"]["regions"].get(country, {})
    names = {name.lower(): code for code, name in regions.items()}
    found: set[str] = set()
    for place in _places(document, facts):
        behind = [code for code in _CAPITALS.findall(place) if code in regions]
        named = lazy(rf"(?i)\b{words(names)}\b").findall(place) if names and not behind else []
        found.update(behind or (names[name.lower()] for name in named))
    return found.pop() if len(found) == 1 else ""


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
    keys, names = resources.once(_country_keys), resources.once(_names)
    for entry in document.front_matter:
        value = entry.value.strip()
        if value and not keys.isdisjoint(entry.key.lower().split(".")):
            return names.get(value.lower(), value.upper() if len(value) == 2 else value)
    return ""


def _country_keys(resources: Resources) -> frozenset[str]:
    return frozenset(key for each in _sections(resources) for key in each.get("country-keys", ()))


def _places(document: Document, facts: Facts) -> list[str]:
    """The places that a vacancy names as those of the job: in running text, labels and keys."""
    places = [facts.details.location.value] if facts.details and facts.details.location else []
    fields = document.reading.names("location")
    places += [block.value for block in document.blocks if block.label.lower() in fields]
    return places + [
        entry.value
        for entry in document.front_matter
        if not fields.isdisjoint(entry.key.lower().split("."))
    ]


def _placed(document: Document, facts: Facts, resources: Resources) -> str:
    """The country named with the place of the job, in its label or key or behind a town in the
    title, or whose region the place names with a postal code.
    """
    names, (country, behind_town) = resources.once(_names), resources.once(_country_patterns)
    places = _places(document, facts)
    said = [match[0] for place in places for match in lazy(country).finditer(place)]
    title = document.title.text if document.title else document.title_text
    said += [match["name"] for match in lazy(behind_town).finditer(title)]
    found = {names[name.lower()] for name in said} or {
        code
        for code, regions in resources.data["posting"]["regions"].items()
        for place in places
        if any(region in regions for region in _POSTAL.findall(place))
    }
    return found.pop() if len(found) == 1 else ""


def _country_patterns(resources: Resources) -> tuple[str, str]:
    """The pattern of the name of a country, and of one behind a town."""
    country = rf"(?i:\b{words(resources.once(_names))}\b)"
    return country, rf"\p{{Lu}}\p{{Ll}}+,\s(?P<name>{country})"


def _signed(document: Document, resources: Resources) -> str:
    """The country that words in the text are a sign of, where they point at one only."""
    signs = _signs(document, resources)
    return next(iter(signs)) if len(signs) == 1 else ""


def _signs(document: Document, resources: Resources) -> frozenset[str]:
    """The countries that words in the text and addresses are signs of."""
    return _once(document, "country signs", lambda: _sought(document, resources))


def _once(document: Document, name: str, make: Callable[[], Found]) -> Found:
    """What is looked for in a document once, each vacancy of a file being one by itself."""
    key = f"{name} {document.span}"
    if key not in document.shared:
        document.shared[key] = make()
    found: Found = document.shared[key]
    return found


def _sought(document: Document, resources: Resources) -> frozenset[str]:
    found = {
        code
        for code, pattern, needs in resources.once(_country_signs)
        if any(
            may_match(part, needs) and lazy(pattern).search(part) for _, part in document.haystack
        )
    }
    if (ends := document.shared.get(ENDS)) is None:
        found_ends = _ADDRESS_END.findall(document.source.text, *document.own)
        ends = document.shared[ENDS] = {end.lower() for end in found_ends}
    found.update(
        code
        for section in _sections(resources)
        for code, domains in section.get("country-domains", {}).items()
        if any(end.endswith(f".{domain}") for end in ends for domain in domains)
    )
    return frozenset(found)


def _country_signs(resources: Resources) -> tuple[tuple[str, str, Condition], ...]:
    """The codes of countries, each with the pattern of words that are signs of it, and what that
    needs.
    """
    return tuple(
        (code, pattern, needed(pattern))
        for section in _sections(resources)
        for code, signs in section.get("country-signs", {}).items()
        for pattern in (rf"\b{words(signs)}\b",)
    )


def _by_currency(document: Document, facts: Facts, resources: Resources) -> str:
    """The country that has the currency of the pay, or that the language is nearly always of."""
    stated = {salary.currency for salary in facts.salaries.stated if salary.currency}
    if len(stated) > 1:
        return ""
    currency = next(iter(stated), None)
    country = str(resources.data["posting"]["countries-of-currency"].get(currency, ""))
    if country or (currency not in (None, "EUR")):
        return country
    return _of_language(document, resources)


def _of_language(document: Document, resources: Resources) -> str:
    """The country that nearly all vacancies in the language are from, unless signs, towns or
    regions in the text speak of another.
    """
    language = resources.languages.get(document.language)
    usual = str(language.section("posting").get("default-country", "")) if language else ""
    others = _signs(document, resources) | {hinted_country(document, resources)}
    return usual if others <= {usual, ""} else ""
