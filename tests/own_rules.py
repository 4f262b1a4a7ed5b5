"""Rules of a user's own for a test: written to a folder, loaded beside the shipped ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.model.report import Finding
from vaclint.model.source import Source
from vaclint.project.cache import cache_folder, store_in
from vaclint.rulebook.load import Loaded, load

HEAD = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "‘{text}’: {replacement}"\n'
CODE = "ORG001"


def loaded_with(*paths: Path) -> Loaded:
    """The shipped rules, read once for all tests, and those of some files and folders."""
    return load(kinds(), paths, store_in(cache_folder()))


def own_rules(folder: Path, keys: str, files: Mapping[str, str] | None = None) -> Loaded:
    """The shipped rules and one of one's own with some keys, in a folder with its word lists."""
    for name, text in (files or {}).items():
        (folder / name).write_text(text, "utf-8")
    path = folder / "own.toml"
    path.write_text(HEAD + keys, "utf-8")
    return loaded_with(path)


def own_findings(
    folder: Path,
    keys: str,
    text: str,
    files: Mapping[str, str] | None = None,
    path: str = "x.md",
    **options: Any,
) -> tuple[Finding, ...]:
    """What a rule of one's own finds in a text."""
    loaded = own_rules(folder, keys, files)
    assert loaded.errors == ()
    engine = Engine(loaded, Options(select=(CODE,), **options))
    report = engine.check(Source(path, text))
    assert report.errors == ()
    return tuple(report.findings)


def own_error(folder: Path, keys: str, files: Mapping[str, str] | None = None) -> str:
    """The one mistake in a rule of one's own, without the folder; all other rules are loaded."""
    loaded = own_rules(folder, keys, files)
    assert CODE not in {rule.code for rule in loaded.rules}
    assert "GEN001" in {rule.code for rule in loaded.rules}
    [error] = loaded.errors
    assert error.kind == "rule"
    return error.message.replace(f"{folder}/", "")
