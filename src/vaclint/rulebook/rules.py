"""Rules as data: loading, validating and explaining them. What a rule does is in ``checks``, by its kind.

A rule file is TOML with one or more ``[[rule]]`` tables; ``docs/own-rules.md`` describes every key.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

import regex

from vaclint.model.diagnostics import SEVERITIES, Severity
from vaclint.model.errors import VaclintError, nearest
from vaclint.text.patterns import lazy
from vaclint.languages.vocabulary import rules_folder

Kind = Literal[
    "terms",
    "pairs",
    "pattern",
    "density",
    "presence",
    "passages",
    "repeats",
    "files",
    "doubled",
    "whitespace",
    "suppression",
    "jobposting",
    "language",
    "consistency",
    "pronouns",
    "balance",
    "spelling",
    "readability",
    "style",
    "abbreviations",
    "damage",
    "spacing",
    "structure",
    "lists",
    "addresses",
    "typography",
]
LANGUAGES = ("nl", "en")


def spoken(language: str) -> str:
    """The language to speak about a text in a language: the same where there are rules for it, else English."""
    return language if language in LANGUAGES else "en"


_CODE = lazy(r"[A-Z]{3}\d{3}")
_COMMON: dict[str, tuple[type, ...]] = {
    "code": (str,), "name": (str,), "kind": (str,), "severity": (str,), "summary": (str, dict), "message": (str, dict),
    "why": (str, dict), "sources": (list,), "languages": (list,), "default": (bool,), "scope": (str,), "options": (dict,),
    "example": (list,), "yields-to": (list,),
}  # fmt: skip
_WHERE: dict[str, tuple[type, ...]] = {
    "where": (str,),
    "cues": (list,),
    "cues-behind": (list,),
    "elsewhere": (dict,),
    "definite": (dict,),
    "indefinite": (dict,),
    "relative": (dict,),
    "past": (dict,),
}
"""The keys that say where a rule looks, see ``checks.terms.stands_where``."""
_BY_KIND: dict[str, dict[str, tuple[type, ...]]] = {
    "terms": {"terms": (str, dict, list), "case": (bool,), "fix": (str,), **_WHERE},
    "pairs": {"pairs": (str, dict), "suffixes": (str,)},
    "pattern": {
        "pattern": (str, dict),
        "replacement": (str,),
        "case": (bool,),
        "fix": (str,),
        **_WHERE,
        "unless": (str, dict),
        "after": (str, dict),
        "needs": (list,),
    },
    "density": {"of": (list,), "what": (str,)},
    "presence": {"fact": (str,), "state": (str,), "suggest": (list,), "said": (dict,), "often": (dict,)},
    "pronouns": {"persons": (dict,)},
    "balance": {"terms": (str, dict, list)},
    "consistency": {"what": (str,), "amounts": (str,)},
    "passages": {},
    "repeats": {},
    "files": {"what": (str,)},
    "doubled": {"allowed": (str,)},
    "whitespace": {"what": (str,)},
    "suppression": {},
    "jobposting": {"state": (str,)},
    "language": {},
    "spelling": {},
    "readability": {"what": (str,)},
    "style": {"what": (str,)},
    "damage": {"what": (str,)},
    "spacing": {"what": (str,)},
    "structure": {"what": (str,), "hidden": (dict,), "expires": (list,), "archives": (list,)},
    "lists": {},
    "typography": {"what": (str,)},
    "addresses": {"ends": (dict,), "common": (list,), "roles": (list,)},
    "abbreviations": {"known": (str,)},
}
_REQUIRED = {
    "terms": "terms",
    "pairs": "pairs",
    "pattern": "pattern",
    "density": "of",
    "presence": "fact",
    "whitespace": "what",
    "files": "what",
    "readability": "what",
    "style": "what",
    "damage": "what",
    "spacing": "what",
    "structure": "what",
    "typography": "what",
    "abbreviations": "known",
    "consistency": "what",
    "pronouns": "persons",
    "balance": "terms",
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "severity": SEVERITIES, "kind": get_args(Kind), "scope": ("any", "vacancy"), "where": ("anywhere", "job-title"),
    "fact": ("salary", "hours", "application", "place", "offer"), "state": ("missing", "vague", "invalid"),
    "fix": ("safe", "unsafe", "none"),
    "what": ("trailing", "run", "odd", "invisible", "tab", "blank-lines", "before-punctuation", "final-newline", "line-endings",
             "leading", "missing-after", "inside", "around",
             "empty-heading", "level-skip", "empty-section", "closing-passed",
             "pay-unit", "pay-reversed", "pay-wide", "pay-below-minimum", "pay-contradiction", "pay-basis",
             "hours-contradiction", "hours-implausible", "hours-for-hourly-pay", "near-identical", "shared-passage",
             "document", "section",
             "long-sentence", "passive", "nouns", "pincer", "wall", "demands", "address", "shouting", "exclamations", "variants",
             "mojibake", "lost", "markup", "chrome", "quotes", "hyphens", "dots", "em-dashes", "amounts", "ij"),
}  # fmt: skip
_EXAMPLE: dict[str, tuple[type, ...]] = {
    "bad": (str,), "good": (str,), "reports": (list,), "fixed": (str,), "format": (str,), "language": (str,), "other": (str,),
}  # fmt: skip


class Term(NamedTuple):
    """One word or phrase of a lexicon, lower case. ``head`` and ``stem`` let it end or begin a longer word."""

    form: str
    replacement: str
    group: str
    weight: float
    head: bool
    stem: bool
    language: str
    beside: tuple[str, ...] = ()
    """Words in the same block that decide whether the term is meant."""
    wanted: bool = False
    """Whether one of those words must stand there, rather than none."""


class Pair(NamedTuple):
    """Two forms that stand side by side, with what to write instead; an empty second form is written as it is."""

    first: str
    second: str
    replacement: str
    safe: bool
    language: str


class Rule(NamedTuple):
    """One rule. ``data`` holds the keys of its kind as they stand in the file; terms and pairs are read."""

    code: str
    name: str
    kind: Kind
    severity: Severity
    summary: Mapping[str, str]
    message: Mapping[str, str]
    why: Mapping[str, str]
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    """The languages of the texts it looks at; none means any."""
    default: bool
    scope: str
    options: Mapping[str, Any]
    yields_to: tuple[str, ...]
    """Codes of rules whose finding on the same place makes one of this rule superfluous."""
    data: Mapping[str, Any]
    terms: tuple[Term, ...]
    pairs: tuple[Pair, ...]
    examples: tuple[Mapping[str, Any], ...]
    origin: str
    own: bool
    """Whether it is the user's own, so that its patterns run under a time limit."""


def load_rules(extra: tuple[Path, ...] = ()) -> tuple[list[Rule], list[VaclintError]]:
    """The shipped rules and those of the user's folders or files, by code, with what is wrong in the user's."""
    rules = {rule.code: rule for rule in _shipped()}
    errors: list[VaclintError] = []
    for given in extra:
        files = sorted(given.glob("*.toml")) if given.is_dir() else [given]
        if not files:
            errors.append(
                VaclintError("rule", str(given), f"the rule folder {given} holds no .toml file; add one or remove it from 'rule-paths'")
            )
        for path in files:
            try:
                for rule in read_rule_file(path, own=True):
                    if rule.code in rules:
                        raise VaclintError(
                            "rule",
                            str(path),
                            f"{path}: rule {rule.code} exists already ({rules[rule.code].origin}); give yours another code",
                        )
                    rules[rule.code] = rule
            except VaclintError as error:
                errors.append(error)
    return [rules[code] for code in sorted(rules)], errors


def _shipped() -> list[Rule]:
    """The shipped rules, from the cache where no file of theirs has changed: reading them is half of a short run."""
    from vaclint.project import cache

    folder = rules_folder()
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in (".toml", ".tsv", ".txt")]

    def make() -> list[tuple[Any, ...]]:
        read = (rule for path in files if path.parent == folder for rule in read_rule_file(path, own=False))
        return [tuple(rule._replace(terms=tuple(map(tuple, rule.terms)), pairs=tuple(map(tuple, rule.pairs)))) for rule in read]  # type: ignore[arg-type]

    stored = cache.kept("rules.bin", [*files, Path(__file__), Path(__file__).parents[1] / "languages" / "inflect.py"], make)
    return [
        rule._replace(terms=tuple(map(Term._make, rule.terms)), pairs=tuple(map(Pair._make, rule.pairs)))
        for rule in map(Rule._make, stored)
    ]


def read_rule_file(path: Path, *, own: bool) -> list[Rule]:
    """The rules of one file. Raises VaclintError naming file, line and key."""
    import tomli

    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise VaclintError("rule", str(path), f"{path}: the rule file cannot be read ({error.strerror}); check 'rule-paths'") from None
    except UnicodeDecodeError:
        raise VaclintError("rule", str(path), f"{path}: the rule file is not UTF-8; save it as UTF-8") from None
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise VaclintError("rule", str(path), f"{path}:{error.lineno}: not valid TOML: {error.msg}") from None
    reader = _Reader(path, text, own)
    for key in data:
        if key != "rule":
            raise reader.error((key,), f"unknown key '{key}'; a rule file holds [[rule]] tables")
    if not isinstance(data.get("rule"), list) or not all(isinstance(entry, dict) for entry in data["rule"]):
        raise reader.error((), "a rule file holds one or more [[rule]] tables")
    return [reader.rule(index, entry) for index, entry in enumerate(data["rule"])]


class _Reader:
    """Validates the tables of one rule file."""

    def __init__(self, path: Path, text: str, own: bool) -> None:
        self.path = path
        self.text = text
        self.own = own

    def error(self, key: tuple[str, ...], message: str) -> VaclintError:
        from vaclint.text.toml_places import line_of

        return VaclintError("rule", str(self.path), f"{self.path}:{line_of(self.text, key)}: {message}")

    def rule(self, index: int, entry: dict[str, Any]) -> Rule:
        at = ("rule", str(index))
        kind = entry.get("kind") or next((k for k in ("terms", "pattern", "pairs") if k in entry), "")
        if "kind" in entry or not kind:
            if "kind" not in entry:
                raise self.error(at, "the rule has no 'kind', 'terms' or 'pattern'; give it one of these")
            self._choice((*at, "kind"), "kind", kind)
        known = _COMMON | _BY_KIND[kind]
        for key, value in entry.items():
            if key not in known:
                raise self.error((*at, key), f"unknown key '{key}' in a rule of kind '{kind}'{nearest(key, list(known))}")
            if not isinstance(value, known[key]) or (isinstance(value, bool) and bool not in known[key]):
                names = " or ".join({str: "text", dict: "a table", list: "a list", bool: "true or false"}[t] for t in known[key])
                raise self.error((*at, key), f"'{key}' must be {names}")
            if key in _CHOICES:
                self._choice((*at, key), key, value)
        for key in ("code", "name", "message"):
            if key not in entry:
                raise self.error(at, f"the rule has no '{key}'")
        if not _CODE.fullmatch(entry["code"]):
            raise self.error((*at, "code"), f"code '{entry['code']}' must be three capitals and three digits, such as ORG001")
        if (needed := _REQUIRED.get(kind)) and needed not in entry:
            raise self.error(at, f"a rule of kind '{kind}' needs '{needed}'")
        languages = tuple(entry.get("languages", ()))
        for language in languages:
            if language not in LANGUAGES:
                raise self.error((*at, "languages"), f"unknown language '{language}'; known are nl and en")
        if kind == "pattern" and self.own:  # the shipped ones are compiled by the tests
            for language, pattern in self._texts((*at, "pattern"), entry["pattern"]).items():
                try:
                    regex.compile(pattern)
                except regex.error as error:
                    key = "pattern" if isinstance(entry["pattern"], str) else f"pattern.{language}"
                    raise self.error((*at, "pattern"), f"'{key}' is not a valid regular expression: {error}") from None
        summary = self._texts((*at, "summary"), entry.get("summary", entry["name"]))
        return Rule(
            code=entry["code"],
            name=entry["name"],
            kind=cast("Kind", kind),
            severity=entry.get("severity", "warning"),
            summary=summary,
            message=self._texts((*at, "message"), entry["message"]),
            why=self._texts((*at, "why"), entry.get("why", "")),
            sources=tuple(entry.get("sources", ())),
            languages=languages,
            default=entry.get("default", True),
            scope=entry.get("scope", "any"),
            options=entry.get("options", {}),
            yields_to=tuple(entry.get("yields-to", ())),
            data={key: entry[key] for key in _BY_KIND[kind] if key in entry},
            terms=self._terms((*at, "terms"), entry["terms"], languages) if "terms" in entry else (),
            pairs=self._pairs((*at, "pairs"), entry["pairs"], languages) if kind == "pairs" else (),
            examples=self._examples(at, entry.get("example", [])),
            origin=str(self.path),
            own=self.own,
        )

    def _choice(self, at: tuple[str, ...], key: str, value: object) -> None:
        if value not in _CHOICES[key]:
            choices = ", ".join(_CHOICES[key])
            raise self.error(at, f"unknown {key} '{value}'{nearest(str(value), _CHOICES[key]) or f'; known are {choices}'}")

    def _texts(self, at: tuple[str, ...], value: str | dict[str, Any]) -> dict[str, str]:
        if isinstance(value, str):
            return dict.fromkeys(LANGUAGES, value)
        for language, text in value.items():
            if language not in LANGUAGES or not isinstance(text, str):
                raise self.error((*at, language), f"'{at[-1]}' is one text, or a text for nl and for en")
        first = next(iter(value.values()), "")
        return {language: value.get(language, first) for language in LANGUAGES}

    def _examples(self, at: tuple[str, ...], examples: list[Any]) -> tuple[Mapping[str, Any], ...]:
        for index, example in enumerate(examples):
            place = (*at, "example", str(index))
            if not isinstance(example, dict) or ("bad" in example) == ("good" in example):
                raise self.error(place, "an example has either 'bad' or 'good'")
            for key, value in example.items():
                if key not in _EXAMPLE or not isinstance(value, _EXAMPLE[key]):
                    raise self.error((*place, key), f"wrong key or type '{key}' in an example{nearest(key, list(_EXAMPLE))}")
        return tuple(examples)

    def _rows(self, at: tuple[str, ...], name: str) -> list[tuple[int, list[str]]]:
        file = self.path.parent / name
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            raise self.error(at, f"the word list '{name}' cannot be read; it is looked for beside the rule file") from None
        return [
            (number, [cell.strip() for cell in line.split("\t")])
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip() and not line.startswith("#")
        ]

    def _per_language(self, value: Any, languages: tuple[str, ...]) -> list[tuple[str, Any]]:
        """A value for each language, or one for all ('')."""
        if isinstance(value, dict) and value and set(value) <= set(LANGUAGES):
            return [(language, value[language]) for language in languages or LANGUAGES if language in value]
        return [(languages[0] if len(languages) == 1 else "", value)]

    def _terms(self, at: tuple[str, ...], value: Any, languages: tuple[str, ...]) -> tuple[Term, ...]:
        from vaclint.languages.inflect import inflected

        terms = []
        for language, content in self._per_language(value, languages):
            if isinstance(content, str):
                rows = self._rows(at, content)
            elif isinstance(content, dict):
                rows = [(0, [term, other]) for term, other in content.items() if isinstance(other, str)]
            else:
                rows = [(0, [str(term)]) for term in content]
            for number, cells in rows:
                forms, replacement, group, weight, context = [*cells, "", "", "", ""][:5]
                try:
                    points = float(weight) if weight else 1.0
                except ValueError:
                    raise VaclintError(
                        "rule", str(self.path), f"{self.path.parent / content}:{number}: '{weight}' is not a weight"
                    ) from None
                if context and context[0] not in "+-":
                    raise VaclintError(
                        "rule", str(self.path), f"{self.path.parent / content}:{number}: a context begins with + or -, not {context[:20]!r}"
                    )
                beside = tuple(word.lower() for word in context[1:].split("|")) if context else ()
                for form in forms.split("|"):
                    bare = form.strip().strip("*")
                    if not bare:
                        raise self.error(at, "a term is empty; remove it or write a word")
                    for each in inflected(bare.lower(), language) if "/" in bare else (bare.lower(),):
                        terms.append(
                            Term(
                                each,
                                replacement,
                                group,
                                points,
                                form.startswith("*"),
                                form.endswith("*"),
                                language,
                                beside,
                                context[:1] == "+",
                            )
                        )
        return tuple(terms)

    def _pairs(self, at: tuple[str, ...], value: Any, languages: tuple[str, ...]) -> tuple[Pair, ...]:
        pairs = []
        for language, name in self._per_language(value, languages):
            for number, cells in self._rows(at, name):
                if len(cells) < 3:
                    raise VaclintError(
                        "rule", str(self.path), f"{self.path.parent / name}:{number}: a pair takes three columns: first, second, instead"
                    )
                safe = len(cells) > 3 and cells[3] == "safe"
                pairs.append(Pair(cells[0].lower(), cells[1].lower(), cells[2], safe, language))
        return tuple(pairs)


def select_codes(known: tuple[str, ...] | list[str], patterns: tuple[str, ...], where: str) -> set[str]:
    """The codes that start with one of the patterns; ``ALL`` is all. Raises VaclintError for a pattern without a rule."""
    chosen: set[str] = set()
    for pattern in patterns:
        prefix = pattern.upper()
        found = {code for code in known if prefix == "ALL" or code.startswith(prefix)}
        if not found or not prefix:
            hint = nearest(prefix, [*known, *sorted({code[:3] for code in known})])
            raise VaclintError("config", where, f"{where}: no rule is called '{pattern}'{hint or '; vaclint rules lists them'}")
        chosen |= found
    return chosen
