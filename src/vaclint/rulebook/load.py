"""Loads rules: merges what holds in any language with what each language says, validates it, and
has each kind prepare it.

What is wrong in one rule is one error with file, line and key; all other rules are loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any

from vaclint.languages.packs import (
    CODE,
    rules_folder,
    shipped_stamp,
)
from vaclint.languages.resources import Resources
from vaclint.model.errors import VaclintError, nearest
from vaclint.model.store import Apart, Store
from vaclint.rulebook.kind import Kind, Place
from vaclint.rulebook.raw import drafts_in, read_folder, read_own
from vaclint.rulebook.reader import Draft, rule_of, wrong_code
from vaclint.rulebook.rule import Rule, as_plain, from_plain, without_explanation
from vaclint.text.named import NamedTuple


class Loaded(NamedTuple):
    """The rules by code in order, the languages, and what is wrong in rule files."""

    rules: tuple[Rule, ...]
    resources: Resources
    errors: tuple[VaclintError, ...]


def load(
    kinds: Mapping[str, Kind],
    extra: Iterable[Path] = (),
    store: Store | None = None,
    *,
    explained: bool = True,
) -> Loaded:
    """The shipped rules and languages, and those of the user's rule files and folders.

    A folder of rules may hold language packs in ``languages/``, as the shipped one does. Without
    ``explained`` shipped rules may lack why and examples, which checking a text does not need: they
    are most of what is read.
    """
    store = store or Store()
    own, errors = read_own(list(extra))
    if own["packs"]:
        return _with_packs(own, errors, kinds, store)
    (languages, data, plain, counts), pieces = _shipped(kinds, store, explained)
    resources = Resources(languages, data, store, shipped_stamp())
    ends = accumulate(counts, initial=0)
    rules = [
        from_plain(rule, partial(map, pieces.__getitem__, range(begin, end)))
        for rule, (begin, end) in zip(plain, pairwise(ends), strict=True)
    ]
    if own["rules"]:
        more, found = _rules(own, resources, kinds, {rule.code: rule.origin for rule in rules})
        rules = sorted([*rules, *more], key=lambda rule: rule.code)
        errors += found
    return Loaded(tuple(rules), resources, tuple(errors))


def _with_packs(
    own: dict[str, Any], errors: list[VaclintError], kinds: Mapping[str, Kind], store: Store
) -> Loaded:
    """All rules made anew, because the user's languages may say something of the shipped ones."""
    raw = read_folder(rules_folder(), own=False)
    raw["rules"] += own["rules"]
    shipped = list(raw["packs"])
    for pack in own["packs"]:
        if any(pack["code"] == other["code"] for other in raw["packs"]):
            folder = pack["folder"]
            message = f"{folder}: there is a language '{pack['code']}' already; rename the folder"
            errors.append(VaclintError("rule", folder, message))
        elif unlike := _unlike(pack["sections"], [each["sections"] for each in shipped], ()):
            message = f"{pack['folder']}: {unlike}, as it is in the shipped packs"
            errors.append(VaclintError("rule", pack["folder"], message))
        else:
            raw["packs"].append(pack)
    resources = Resources(raw["packs"], raw["data"], store)
    rules, found = _rules(raw, resources, kinds)
    return Loaded(tuple(rules), resources, (*errors, *found))


def _unlike(given: Any, shipped: Sequence[Any], key: tuple[str, ...]) -> str:
    """What of a pack is of another type than all shipped packs have it; empty where nothing is."""
    types = {bool: "true or false", str: "a text", list: "a list", dict: "a table"}
    kinds = [next((each for each in types if isinstance(one, each)), float) for one in shipped]
    if kinds and not isinstance(given, (*kinds, *((int,) if float in kinds else ()))):
        return f"'{'.'.join(key)}' must be {types.get(kinds[0], 'a number')}"
    if isinstance(given, dict):
        tables = [one for one in shipped if isinstance(one, dict)]
        below = (
            _unlike(value, [one[name] for one in tables if name in one], (*key, name))
            for name, value in given.items()
        )
        return next(filter(None, below), "")
    if isinstance(given, list):
        listed = [value for one in shipped if isinstance(one, list) for value in one]
        return next(filter(None, (_unlike(each, listed[:20], key) for each in given)), "")
    return ""


def _shipped(kinds: Mapping[str, Kind], store: Store, explained: bool) -> Apart:
    """The shipped languages, what holds in any, and the rules, as plain data, and of how many
    pieces the body of each rule is, with these apart; from the store where no file of theirs has
    changed.
    """
    folder = rules_folder()

    def make() -> Apart:
        raw = read_folder(folder, own=False)
        rules, errors = _rules(raw, Resources(raw["packs"], raw["data"]), kinds)
        if errors:
            raise errors[0]
        languages = [{"code": pack["code"], "sections": pack["sections"]} for pack in raw["packs"]]
        told = rules if explained else map(without_explanation, rules)
        fields, bodies = zip(*map(as_plain, told), strict=True)
        counts = [*map(len, bodies)]
        return (languages, raw["data"], fields, counts), [*chain.from_iterable(bodies)]

    name = "explained.bin" if explained else "rules.bin"
    return store.kept_apart(name, [shipped_stamp()], make)


def _rules(
    raw: Mapping[str, Any],
    resources: Resources,
    kinds: Mapping[str, Kind],
    taken: Mapping[str, str] | None = None,
) -> tuple[list[Rule], list[VaclintError]]:
    """The rules of some raw content by code, with one error for each that is wrong; ``taken`` are
    codes with their origin.
    """
    errors: list[VaclintError] = []
    drafts: dict[str, Draft] = {}
    origins = dict(taken or {})
    for draft in drafts_in(raw, errors):
        code = draft.table.get("code")
        if not isinstance(code, str) or not CODE.fullmatch(code):
            errors.append(wrong_code(draft, code))
        elif code in origins:
            message = (
                f"{draft.place.path}: rule {code} exists already ({origins[code]}); give yours "
                "another code"
            )
            errors.append(VaclintError("rule", draft.place.path, message))
        else:
            origins[code] = draft.place.path
            drafts[code] = draft
    for pack in raw["packs"]:
        for path, tables in pack["files"]:
            for code in (key for key in tables if key != "rule"):
                place = Place(path, (code,))
                if code not in drafts:
                    errors.append(
                        place.error((), f"there is no rule {code}{nearest(code, list(drafts))}")
                    )
                    continue
                said = {**drafts[code].said, pack["code"]: (tables[code], place)}
                drafts[code] = drafts[code]._replace(said=said)
    rules = []
    for code in sorted(drafts):
        try:
            rules.append(rule_of(drafts[code], resources, kinds))
        except VaclintError as error:
            errors.append(error)
    return rules, errors
