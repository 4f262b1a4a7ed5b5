"""Makes a rule of its tables: its own and those of languages, and tells what is wrong in them."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from vaclint.languages.resources import Resources
from vaclint.model.diagnostics import SEVERITIES
from vaclint.model.errors import VaclintError, nearest
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Place, Preparation
from vaclint.rulebook.rule import Body, Rule, Texts
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import is_unbounded
from vaclint.text.stored import now

_TEXT_OR_TABLE = (str, dict)
COMMON: Mapping[str, Key] = {
    "code": Key(TEXT),
    "name": Key(TEXT),
    "kind": Key(TEXT),
    "severity": Key(TEXT, SEVERITIES),
    "summary": Key(_TEXT_OR_TABLE),
    "message": Key(_TEXT_OR_TABLE),
    "why": Key(_TEXT_OR_TABLE),
    "messages": Key(TABLE),
    "sources": Key(LIST),
    "languages": Key(LIST),
    "any-language": Key(SWITCH),
    "default": Key(SWITCH),
    "scope": Key(TEXT, ("any", "vacancy")),
    "options": Key(TABLE),
    "example": Key(LIST),
    "yields-to": Key(LIST),
}
"""Keys of rules of every kind."""
_SAID = ("summary", "message", "why", "messages", "options", "example")
"""Those that a language may say of a rule that stands elsewhere."""
_EXAMPLE: Mapping[str, type] = {
    "bad": str,
    "good": str,
    "reports": list,
    "fixed": str,
    "format": str,
    "language": str,
    "other": str,
}
_NAMES = {str: "text", dict: "a table", list: "a list", bool: "true or false"}


class Draft(NamedTuple):
    """The tables about one rule: its own, and those of languages."""

    table: Mapping[str, Any]
    place: Place
    own: bool
    pack: str = ""
    """The language in whose pack the whole rule stands."""
    said: Mapping[str, tuple[Mapping[str, Any], Place]] = {}


def rule_of(draft: Draft, resources: Resources, kinds: Mapping[str, Kind]) -> Rule:
    """A rule of its tables. Whatever goes wrong with one of the user's own raises VaclintError."""
    reader = Reader(draft, resources, kinds)
    if not draft.own:
        return reader.rule()
    try:
        _need_bounded(draft.table, draft.place, ())
        for name in _SAID_EACH_TIME:
            _need_short(draft.table.get(name), draft.place, name)
        return reader.rule()
    except VaclintError:
        raise
    except (RecursionError, MemoryError):
        message = "the rule is nested too deeply or takes too much memory; make it simpler"
    except Exception as error:
        message = f"the rule cannot be read ({type(error).__name__}: {error}); mend it"
    raise draft.place.error((), message)


def _need_bounded(given: object, place: Place, key: tuple[str, ...]) -> None:
    """See that no text in a rule is a pattern that fills the memory. Raises VaclintError."""
    if isinstance(given, str) and is_unbounded(given):
        message = f"'{key[0]}' calls itself or repeats too much; a pattern of fewer repeats will do"
        raise place.error(key[:1], message)
    if isinstance(given, Mapping):
        for name, value in given.items():
            if name not in ("example", "why", "summary"):
                _need_bounded(value, place, (*key, name))
    elif isinstance(given, list):
        for value in given:
            _need_bounded(value, place, key)


_SAID_EACH_TIME = ("summary", "message", "messages", "replacement")
"""The keys whose texts stand in each finding, or with it in a report."""
LONGEST, MOST_NAMES = 2_000, 20
"""Characters of such a text, and names in braces in it."""


def _need_short(given: object, place: Place, key: str) -> None:
    """See that no text that each finding holds is long, for itself or by what it names. Raises
    VaclintError.
    """
    if isinstance(given, Mapping):
        for value in given.values():
            _need_short(value, place, key)
    elif isinstance(given, str):
        if len(given) > LONGEST:
            message = f"'{key}' has more than {LONGEST:,} characters; each finding holds it: cut it"
            raise place.error((key,), message)
        if given.count("{") > MOST_NAMES or given.count("\\") > MOST_NAMES:
            message = f"'{key}' names more than {MOST_NAMES} things; take some of them out"
            raise place.error((key,), message)


def wrong_code(draft: Draft, code: object) -> VaclintError:
    """What to say of a rule whose code is none."""
    if code is None:
        return draft.place.error((), "the rule has no 'code'")
    return draft.place.error(
        ("code",), f"code '{code}' must be three capitals and three digits, such as ORG001"
    )


class Reader:
    """Makes a rule of its tables, and tells what is wrong in them."""

    def __init__(self, draft: Draft, resources: Resources, kinds: Mapping[str, Kind]) -> None:
        self.draft = draft
        self.table = draft.table
        self.place = draft.place
        self.resources = resources
        self.kinds = kinds
        self.codes = tuple(resources.languages)

    def rule(self) -> Rule:
        """The rule, prepared. Raises VaclintError with file, line and key."""
        kind = self._kind()
        self._check_keys(
            self.table, self.place, {**COMMON, **kind.keys}, f"a rule of kind '{kind.name}'"
        )
        for table, place in self.draft.said.values():
            known = {**{name: COMMON[name] for name in _SAID}, **_of_language(kind)}
            self._check_keys(table, place, known, "what a language says of a rule")
        if "name" not in self.table:
            raise self.place.error((), "the rule has no 'name'")
        languages = self._languages()
        texts = self._all_texts(kind)
        said = self._all_said(kind, languages)
        for name, key in kind.keys.items():
            if (
                key.required
                and name not in self.table
                and not any(name in given for given in said.values())
            ):
                raise self.place.error((), f"a rule of kind '{kind.name}' needs '{name}'")
        rule = Rule(
            code=self.table["code"],
            name=self.table["name"],
            kind=kind.name,
            severity=self.table.get("severity", "warning"),
            languages=languages,
            default=self.table.get("default", True),
            scope=self.table.get("scope", "any"),
            options=self._options(),
            yields_to=self._texts_in("yields-to"),
            sources=self._texts_in("sources"),
            data={
                name: self.table[name]
                for name, key in kind.keys.items()
                if not key.by_language and name in self.table
            },
            examples=self._examples(languages),
            origin=self.place.path,
            own=self.draft.own,
            body=now(Body(texts, said)),
        )
        if kind.prepare is None:
            return rule
        places = {"": self.place, **{code: place for code, (_, place) in self.draft.said.items()}}
        places = {code: places.get(code, self.place) for code in ("", *self.codes, *said)}
        return rule.with_body(prepared=kind.prepare(rule, Preparation(self.resources, places)))

    def _kind(self) -> Kind:
        implied = (
            kind.name
            for kind in self.kinds.values()
            if kind.implied_by and kind.implied_by in self.table
        )
        name = self.table.get("kind", next(implied, None))
        if name is None:
            raise self.place.error(
                (), "the rule has no 'kind', 'terms' or 'pattern'; give it one of these"
            )
        if name not in self.kinds:
            hint = nearest(str(name), list(self.kinds)) or "; known are " + ", ".join(self.kinds)
            raise self.place.error(("kind",), f"unknown kind '{name}'{hint}")
        return self.kinds[name]

    def _check_keys(
        self, table: Mapping[str, Any], place: Place, known: Mapping[str, Key], what: str
    ) -> None:
        for name, value in table.items():
            key = known.get(name)
            if key is None:
                raise place.error(
                    (name,), f"unknown key '{name}' in {what}{nearest(name, list(known))}"
                )
            types = (*key.types, dict) if key.by_language else key.types
            if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
                names = " or ".join(_NAMES[each] for each in dict.fromkeys(types))
                raise place.error((name,), f"'{name}' must be {names}")
            if key.choices and isinstance(value, str) and value not in key.choices:
                hint = nearest(value, key.choices) or "; known are " + ", ".join(key.choices)
                raise place.error((name,), f"unknown {name} '{value}'{hint}")

    def _languages(self) -> tuple[str, ...]:
        if self.draft.pack:
            return (self.draft.pack,)
        given = self.table.get("languages", ())
        for code in given:
            if code not in self.codes:
                known = " and ".join(self.codes)
                raise self.place.error(
                    ("languages",), f"unknown language '{code}'; known are {known}"
                )
        if given or self.draft.own or self.table.get("any-language"):
            return tuple(given)
        return tuple(code for code in self.codes if code in self.draft.said)

    def _all_texts(self, kind: Kind) -> dict[str, Texts]:
        """What each language says to people; a text without a language holds for all."""
        given: dict[str, dict[str, Any]] = {}
        for name in ("summary", "message", "why"):
            value = self.table.get(name)
            if isinstance(value, str):
                for code in self.codes:
                    given.setdefault(code, {})[name] = value
            elif value is not None:
                for code, text in value.items():
                    if code not in self.codes or not isinstance(text, str):
                        known = " and ".join(f"for {each}" for each in self.codes)
                        raise self.place.error(
                            (name, code), f"'{name}' is one text, or a text {known}"
                        )
                    given.setdefault(code, {})[name] = text
        for code, named in self.table.get("messages", {}).items():
            given.setdefault(code, {})["messages"] = named
        for code, (table, _) in self.draft.said.items():
            of_language = {
                name: table[name]
                for name in ("summary", "message", "why", "messages")
                if name in table
            }
            given[code] = {**given.get(code, {}), **of_language}
        texts = {}
        for code in self.codes:
            named = given.get(code, {})
            if "message" in named:
                self._check_message(code, named["message"], kind)
                for text in named.get("messages", {}).values():
                    self._check_message(code, text, kind)
                summary = named.get("summary", self.table["name"])
                texts[code] = Texts(
                    summary, named["message"], named.get("why", ""), named.get("messages", {})
                )
        if not texts:
            raise self.place.error((), "the rule has no 'message'")
        return texts

    def _texts_in(self, key: str) -> tuple[str, ...]:
        """The texts of a list. Raises VaclintError for one that holds anything else."""
        listed = tuple(self.table.get(key, ()))
        if not all(isinstance(each, str) for each in listed):
            raise self.place.error((key,), f"'{key}' is a list of texts")
        return listed

    def _check_message(self, code: str, message: str, kind: Kind) -> None:
        """A message may hold in braces what its kind gives; ``{{`` stands for a brace."""
        place = self.draft.said[code][1] if code in self.draft.said else self.place
        known = {"text", "replacement", *kind.values}
        try:
            parsed = list(string.Formatter().parse(message))
        except ValueError as error:
            raise place.error(
                ("message",), f"the message cannot be read ({error}); write a brace as {{{{ or }}}}"
            ) from None
        for _, field, given, conversion in parsed:
            if given or conversion:
                written = f"{{{field}:{given}}}" if given else f"{{{field}!{conversion}}}"
                raise place.error(
                    ("message",), f"'{written}' in the message; a name in braces stands alone"
                )
            if field is not None and field not in known:
                hint = nearest(field, sorted(known)) or "; known are " + ", ".join(sorted(known))
                raise place.error(("message",), f"unknown '{{{field}}}' in the message{hint}")

    def _all_said(self, kind: Kind, languages: tuple[str, ...]) -> dict[str, dict[str, Any]]:
        """The values of keys by language; under '' those for any."""
        said: dict[str, dict[str, Any]] = {}
        for name, value in (
            (name, self.table[name]) for name in _of_language(kind) if name in self.table
        ):
            if isinstance(value, dict) and value and set(value) <= set(self.codes):
                for code, each in value.items():
                    said.setdefault(code, {})[name] = each
            else:
                only = languages[0] if len(languages) == 1 else ""
                said.setdefault(only, {})[name] = value
        for code, (table, _) in self.draft.said.items():
            of_language = {name: table[name] for name in _of_language(kind) if name in table}
            said[code] = {**said.get(code, {}), **of_language}
        return said

    def _options(self) -> dict[str, Any]:
        """The options with their defaults; of one that several languages give, lists and
        alternatives come together.
        """
        options: dict[str, Any] = dict(self.table.get("options", {}))
        for code in self.codes:
            table = self.draft.said[code][0] if code in self.draft.said else {}
            for name, value in table.get("options", {}).items():
                if name not in options:
                    options[name] = value
                elif isinstance(value, list):
                    options[name] = list(dict.fromkeys([*options[name], *value]))
                else:
                    options[name] = f"{options[name]}|{value}"
        return options

    def _examples(self, languages: tuple[str, ...]) -> tuple[Mapping[str, Any], ...]:
        first = languages[0] if len(languages) == 1 else next(iter(self.codes), "")
        listed = [
            (example, self.place, index, first)
            for index, example in enumerate(self.table.get("example", ()))
        ]
        for code in self.codes:
            if code in self.draft.said:
                table, place = self.draft.said[code]
                listed += [
                    (each, place, index, code)
                    for index, each in enumerate(table.get("example", ()))
                ]
        return tuple(self._example(*each) for each in listed)

    def _example(self, example: Any, place: Place, index: int, language: str) -> Mapping[str, Any]:
        at = ("example", str(index))
        if not isinstance(example, dict) or ("bad" in example) == ("good" in example):
            raise place.error(at, "an example has either 'bad' or 'good'")
        for name, value in example.items():
            if name not in _EXAMPLE or not isinstance(value, _EXAMPLE[name]):
                hint = nearest(name, list(_EXAMPLE))
                raise place.error((*at, name), f"wrong key or type '{name}' in an example{hint}")
        return {"language": language, **example}


def _of_language(kind: Kind) -> dict[str, Key]:
    return {name: key for name, key in kind.keys.items() if key.by_language}
