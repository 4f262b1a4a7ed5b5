"""What folders and files of rules hold, as plain data: shipped ones, and those of users."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from vaclint.languages.packs import CODE, SUFFIXES, pack_folders, read_data, read_pack, read_toml
from vaclint.model.errors import VaclintError
from vaclint.model.regular import is_dir
from vaclint.model.store import stamps_of
from vaclint.rulebook.kind import Place
from vaclint.rulebook.reader import Draft


def read_folder(folder: Path, *, own: bool) -> dict[str, Any]:
    """The content of a folder with rules as plain data. Raises VaclintError for a file that cannot
    be read.
    """
    return {
        "rules": [(str(path), read_toml(path)[1], own) for path in sorted(folder.glob("*.toml"))],
        "packs": [{**read_pack(pack), "own": own} for pack in pack_folders(folder)],
        "data": read_data(folder),
    }


def read_own(given: Sequence[Path]) -> tuple[dict[str, Any], list[VaclintError]]:
    """The content of the user's rule files and folders, and what is wrong with them."""
    found: dict[str, Any] = {"rules": [], "packs": [], "data": {}}
    errors: list[VaclintError] = []
    for path in given:
        try:
            files = sorted(path.glob("*.toml")) if is_dir(path) else [path]
            packs = pack_folders(path) if is_dir(path) else []
            styles = _styles_in(path)
            if is_dir(path):
                stamps_of(path, SUFFIXES)  # that it is no larger than it may be
        except OSError as error:
            message = f"the rules in {path} cannot be read ({error.strerror}); check 'rule-paths'"
            errors.append(VaclintError("rule", str(path), message))
            continue
        for style in styles:
            errors += _add_style(style, found)
        if not files and not packs and not styles:
            message = (
                f"the rule folder {path} holds no .toml file; add one or remove it from "
                "'rule-paths'"
            )
            errors.append(VaclintError("rule", str(path), message))
        for file in files:
            try:
                found["rules"].append((str(file), read_toml(file)[1], True))
            except VaclintError as error:
                errors.append(error)
        for pack in packs:
            try:
                found["packs"].append({**read_pack(pack), "own": True})
            except VaclintError as error:
                errors.append(error)
    return found, errors


def _styles_in(path: Path) -> list[Path]:
    """The style folders of Vale that a rule path is or holds."""
    if not is_dir(path):
        return []
    folders = [path, *(each for each in sorted(path.iterdir()) if each.is_dir())]
    return [each for each in folders if any(each.glob("*.yml")) or any(each.glob("*.yaml"))]


def _add_style(folder: Path, found: dict[str, Any]) -> list[VaclintError]:
    """Add the rules of a style folder; what could not be translated is returned."""
    from vaclint.rulebook.vale import read_style

    tables, errors = read_style(folder)
    found["rules"] += [(path, {"rule": [table]}, True) for path, table in tables]
    return errors


def drafts_in(raw: Mapping[str, Any], errors: list[VaclintError]) -> Iterable[Draft]:
    """The whole rules of some raw content, in the order of the files."""
    files = [(path, data, own, "") for path, data, own in raw["rules"]]
    files += [
        (path, data, pack["own"], pack["code"])
        for pack in raw["packs"]
        for path, data in pack["files"]
    ]
    for path, data, own, pack in files:
        for key in data:
            if key != "rule" and not (pack and CODE.fullmatch(key)):
                message = f"unknown key '{key}'; a rule file holds [[rule]] tables"
                errors.append(Place(path, ()).error((key,), message))
        listed = data.get("rule", [] if pack else None)
        if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
            errors.append(
                Place(path, ()).error((), "a rule file holds one or more [[rule]] tables")
            )
            continue
        for index, table in enumerate(listed):
            yield Draft(table, Place(path, ("rule", str(index))), own, pack)
