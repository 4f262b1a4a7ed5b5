"""A style folder of Vale as rules of ours: each YAML file becomes the table of one rule.

Source: Vale's pages on its check types (existence, substitution, occurrence, repetition,
consistency, conditional, capitalization, metric). What a rule of ours could not do in the same way
is an error with file, line and key, and that rule is left out; it is never translated halfway.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import regex
import yaml

from vaclint.model.errors import VaclintError, nearest
from vaclint.model.regular import MAX_FILE_SIZE, read_regular

SUFFIXES = (".yml", ".yaml")
LEVELS = {"suggestion": "info", "warning": "warning", "error": "error"}
SCOPES = {
    "": "block",
    "text": "block",
    "paragraph": "block",
    "sentence": "sentence",
    "heading": "heading",
    "summary": "text",
}
"""Vale's scopes that are parts of ours."""
COMMON = frozenset(
    {"extends", "message", "description", "level", "link", "scope", "name", "action", "vocab"}
)
METRICS = {
    "words": "words",
    "sentences": "sentences",
    "characters": "characters",
    "long_words": "long-words",
    "paragraphs": "paragraphs",
}
_PARTS = {f"${style}": style for style in ("title", "sentence", "lower", "upper")}
_CONDITION = re.compile(r"\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*")
_SLOTS = re.compile(r"%(?:\[\d+\])?[sd]")
_ALONE = r"(?<![\p{{L}}\p{{N}}_])(?:{})(?![\p{{L}}\p{{N}}_])"
_NAMED_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")


def style_files(folder: Path) -> list[Path]:
    """The rules of a style folder, sorted; none for a folder that is no style."""
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


def read_style(folder: Path) -> tuple[list[tuple[str, dict[str, Any]]], list[VaclintError]]:
    """The tables of a folder's rules with their files, and what could not be translated."""
    tables, errors = [], []
    taken: set[str] = set()
    for path in style_files(folder):
        try:
            table = _Translator(path).table()
        except VaclintError as error:
            errors.append(error)
            continue
        code = code_of(folder.name, path.stem, taken)
        taken.add(code)
        name = "-".join(_words_of(folder.name) + _words_of(path.stem))
        tables.append((str(path), {"code": code, "name": name, **table}))
    return tables, errors


def code_of(style: str, name: str, taken: set[str]) -> str:
    """The code of a rule: V and the first two letters of the style, and a number that its name
    gives, so that a rule keeps its code when others are added; the next free one where two rules of
    a style come to the same.
    """
    letters = "".join(char for char in style.upper() if "A" <= char <= "Z")[:2].ljust(2, "X")
    number = int.from_bytes(blake2b(f"{style}/{name}".encode(), digest_size=4).digest(), "big")
    for step in range(1000):
        code = f"V{letters}{(number + step) % 1000:03d}"
        if code not in taken:
            return code
    raise AssertionError("a style has a thousand rules")


def _words_of(name: str) -> list[str]:
    """The words of a name in camel case or with other signs between them, lower case."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)]


class _Translator:
    """One YAML file of a style."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = read_regular(path, MAX_FILE_SIZE).decode("utf-8")
            self.node = yaml.compose(self.text, yaml.SafeLoader)
            data = yaml.safe_load(self.text)
        except OSError as error:
            raise self._error(1, f"the file cannot be read ({error.strerror})") from None
        except UnicodeDecodeError:
            raise self._error(1, "the file is not UTF-8; save it as UTF-8") from None
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            raise self._error(line, "this is not valid YAML") from None
        if not isinstance(data, dict) or "extends" not in data:
            raise self._error(1, "a rule of Vale is a table with 'extends'")
        self.data: dict[str, Any] = data

    def table(self) -> dict[str, Any]:
        """The rule as a table of ours. Raises VaclintError for what ours could not do."""
        kind = self.data["extends"]
        if kind not in _TRANSLATED:
            known = ", ".join(_TRANSLATED)
            raise self.wrong("extends", f"'{kind}' has no kind of ours; these have: {known}")
        keys, make = _TRANSLATED[kind]
        for key in self.data:
            if key not in COMMON and key not in keys:
                hint = nearest(str(key), [*COMMON, *keys])
                raise self.wrong(key, f"'{key}' of a rule of '{kind}' has no match{hint}")
        level = self.data.get("level", "suggestion")
        if level not in LEVELS:
            raise self.wrong("level", f"the level '{level}' is none of {', '.join(LEVELS)}")
        table = {"severity": LEVELS[level], **make(self)}
        if description := self.data.get("description"):
            table["why"] = _SLOTS.sub("…", str(description))
        if link := self.data.get("link"):
            table["sources"] = [str(link)]
        return table

    def _error(self, line: int, message: str) -> VaclintError:
        return VaclintError("rule", str(self.path), f"{self.path}:{line}: {message}")

    def wrong(self, key: str, message: str, index: int | None = None) -> VaclintError:
        """A mistake at a key, or at one of the entries below it."""
        return self._error(self._line(key, index), message)

    def _line(self, key: str, index: int | None) -> int:
        for name, value in self.node.value if self.node else ():
            if name.value == key:
                entries = value.value if index is not None else None
                if isinstance(entries, list) and index is not None and index < len(entries):
                    entry = entries[index]
                    node = entry[0] if isinstance(entry, tuple) else entry
                    return int(node.start_mark.line) + 1
                return int(name.start_mark.line) + 1
        return 1

    def message(self, *values: str) -> str:
        """The message, with our values in the place of Vale's slots."""
        given = str(self.data.get("message", "")).replace("{", "{{").replace("}", "}}")
        if not given:
            raise self.wrong("extends", "the rule has no 'message'")
        wanted = iter(values)
        return _SLOTS.sub(lambda _: f"{{{next(wanted, values[-1])}}}", given)

    def scope(self, allowed: Mapping[str, str] = SCOPES) -> str:
        """The part of a text that the rule is about, as ours are named."""
        scope = self.data.get("scope", "")
        if not isinstance(scope, str) or scope.partition(".")[0] not in allowed:
            raise self.wrong("scope", f"the scope '{scope}' has no part of ours")
        return allowed[scope.partition(".")[0]]

    def plain_scope(self) -> None:
        """Raises VaclintError for a scope other than running text."""
        if self.scope() != "block":
            raise self.wrong("scope", f"a rule of '{self.data['extends']}' is about all text here")

    def cased(self) -> bool:
        """Whether capitals count."""
        return not self.data.get("ignorecase", False)

    def listed(self, key: str) -> list[str]:
        """The texts of a list."""
        given = self.data.get(key, [])
        if not isinstance(given, list) or not all(isinstance(each, (str, int)) for each in given):
            raise self.wrong(key, f"'{key}' is a list of texts")
        return [str(each) for each in given]

    def pattern(self, key: str, source: object, index: int | None = None) -> str:
        """A regular expression of Vale's as ours."""
        given = _NAMED_GROUP.sub("(?P<", str(source))
        try:
            regex.compile(given)
        except regex.error as error:
            message = f"'{source}' is no regular expression here ({error})"
            raise self.wrong(key, message, index) from None
        return given

    def patterns(self, key: str) -> list[str]:
        """The regular expressions of a list."""
        listed = enumerate(self.listed(key))
        return [self.pattern(key, source, index) for index, source in listed]


def _existence(given: _Translator) -> dict[str, Any]:
    given.plain_scope()
    tokens, raw = given.patterns("tokens"), "".join(given.patterns("raw"))
    joined = "|".join(f"(?:{token})" for token in tokens)
    if not (joined or raw):
        raise given.wrong("extends", "the rule has neither 'tokens' nor 'raw'")
    if joined and not given.data.get("nonword"):
        joined = _ALONE.format(joined)
    pattern = "|".join(part for part in (joined, raw) if part)
    if exceptions := given.patterns("exceptions"):
        excepted = "|".join(f"(?:{each})" for each in exceptions)
        pattern = f"(?!{_ALONE.format(excepted)})(?:{pattern})"
    return {
        "kind": "pattern",
        "message": given.message("text"),
        "pattern": pattern,
        "case": given.cased(),
    }


def _substitution(given: _Translator) -> dict[str, Any]:
    given.plain_scope()
    swap = given.data.get("swap")
    if not isinstance(swap, dict) or not swap:
        raise given.wrong("swap", "'swap' is a table of what is found and what is written instead")
    swapped: dict[str, Any] = {}
    for index, (found, better) in enumerate(swap.items()):
        wordings = str(better).split("|")
        swapped[given.pattern("swap", found, index)] = (
            wordings if len(wordings) > 1 else wordings[0]
        )
    return {
        "kind": "substitution",
        "message": given.message("replacement", "text"),
        "swap": swapped,
        "exceptions": given.listed("exceptions"),
        "case": given.cased(),
    }


def _occurrence(given: _Translator) -> dict[str, Any]:
    options = {
        ours: given.data[theirs]
        for theirs, ours in (("max", "most"), ("min", "least"))
        if theirs in given.data
    }
    return {
        "kind": "occurrence",
        "message": given.message("count"),
        "pattern": given.pattern("token", given.data.get("token", "")),
        "per": given.scope(),
        "case": given.cased(),
        "options": options,
    }


def _repetition(given: _Translator) -> dict[str, Any]:
    given.plain_scope()
    token = "|".join(given.patterns("tokens")) or r"[^\s]+"
    word = rf"(?=\p{{L}})(?:{token})" if given.data.get("alpha") else f"(?:{token})"
    return {
        "kind": "pattern",
        "message": given.message("text"),
        "pattern": rf"(?<!\S)(?P<word>{word})(?:\s(?P=word)(?![\p{{L}}\p{{N}}]))+",
        "case": given.cased(),
    }


def _consistency(given: _Translator) -> dict[str, Any]:
    given.plain_scope()
    either = given.data.get("either")
    if not isinstance(either, dict) or not either:
        raise given.wrong("either", "'either' is a table of two spellings")
    pairs = {
        given.pattern("either", one, index): given.pattern("either", other, index)
        for index, (one, other) in enumerate(either.items())
    }
    return {
        "kind": "spellings",
        "message": given.message("text"),
        "either": pairs,
        "patterns": True,
        "case": given.cased(),
    }


def _conditional(given: _Translator) -> dict[str, Any]:
    given.plain_scope()
    return {
        "kind": "conditional",
        "message": given.message("text"),
        "first": given.pattern("first", given.data.get("first", "")),
        "second": given.pattern("second", given.data.get("second", "")),
        "exceptions": given.listed("exceptions"),
        "case": given.cased(),
    }


def _capitalization(given: _Translator) -> dict[str, Any]:
    match = given.data.get("match")
    if match not in _PARTS:
        raise given.wrong("match", f"'{match}' is none of {', '.join(_PARTS)}")
    return {
        "kind": "capitals",
        "message": given.message("text"),
        "style": _PARTS[match],
        "per": given.scope({"heading": "heading", "sentence": "sentence", "": "heading"}),
        "exceptions": given.listed("exceptions"),
    }


def _metric(given: _Translator) -> dict[str, Any]:
    formula = str(given.data.get("formula", ""))
    for name in re.findall(r"[A-Za-z_][\w.]*", formula):
        if name not in METRICS:
            known = ", ".join(METRICS)
            raise given.wrong("formula", f"'{name}' is not counted here; known are {known}")
    condition = _CONDITION.fullmatch(str(given.data.get("condition", "")))
    if condition is None:
        raise given.wrong("condition", "'condition' is a sign and a number, such as '> 8'")
    limit = float(condition[2])
    bounds = {">": {"most": limit}, "<": {"least": limit}}
    if condition[1] not in bounds:
        raise given.wrong("condition", f"'{condition[1]}' has no limit of ours; write > or <")
    for theirs, ours in METRICS.items():
        formula = re.sub(rf"\b{theirs}\b", ours, formula)
    return {
        "kind": "metric",
        "message": given.message("value"),
        "formula": formula,
        "options": bounds[condition[1]],
    }


_TRANSLATED: dict[str, tuple[frozenset[str], Callable[[_Translator], dict[str, Any]]]] = {
    "existence": (
        frozenset({"tokens", "raw", "exceptions", "ignorecase", "nonword"}),
        _existence,
    ),
    "substitution": (frozenset({"swap", "exceptions", "ignorecase"}), _substitution),
    "occurrence": (frozenset({"token", "max", "min", "ignorecase"}), _occurrence),
    "repetition": (frozenset({"tokens", "alpha", "ignorecase"}), _repetition),
    "consistency": (frozenset({"either", "ignorecase"}), _consistency),
    "conditional": (frozenset({"first", "second", "exceptions", "ignorecase"}), _conditional),
    "capitalization": (frozenset({"match", "exceptions"}), _capitalization),
    "metric": (frozenset({"formula", "condition"}), _metric),
}
"""Vale's check types, with the keys of each that ours can follow."""
