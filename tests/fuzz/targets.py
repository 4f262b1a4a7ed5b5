"""What is fuzzed: each target takes a text and may raise nothing but a sentence for the user."""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from fuzz.texts import ADVERTS, spoilt
from support import engine, loaded
from vaclint.checks import kinds
from vaclint.faces.facts import _as_json
from vaclint.facts.posting import job_posting
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Look, Report
from vaclint.model.source import Source, decode
from vaclint.project.baseline import match, read_baseline, written
from vaclint.project.cache import SEAL, DiskStore, _unsealed, cache_folder, store_in
from vaclint.project.config import Config, read_config
from vaclint.project.discover import LeftOut, find_files
from vaclint.reporters import FORMATS, render
from vaclint.rulebook.load import load
from vaclint.rulebook.vale import read_style
from vaclint.text.escaped import escaped, escaped_path

SEEDS = Path(__file__).with_name("seeds")


FIELDS = {"description": ("description",)}
"""The setting with which lists of jobs are read."""


def look() -> Look:
    language = engine().speaking("nl")
    return Look(language.section("output"), language.numbers.decimal)


def check(text: str, path: str, **options: Any) -> FileReport:
    """No text is a mistake of ours, and every place lies in it."""
    report = engine(**options).check(Source(path, text))
    assert [error.message for error in report.errors if error.kind == "internal"] == []
    for finding in report.findings:
        assert 0 <= finding.place.start.offset <= finding.place.end.offset <= len(text)
    return report


def fix(text: str, path: str) -> None:
    """Fixing ends, and what is fixed stays fixed."""
    source = Source(path, text)
    with suppress(VaclintError):
        once = engine().fix(source)
        again = engine().fix(once.source)
        assert again.source.text == once.source.text or again.made < once.made


def baseline(text: str) -> None:
    """What is no baseline is a sentence; what is one is written and read the same."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "baseline.jsonl")
        path.write_text(text, "utf-8", "surrogatepass")
        with suppress(VaclintError):
            entries = read_baseline(path)
            path.write_bytes(written(entries))
            assert len(read_baseline(path)) == len(entries)
            match(entries, [check(text, "a.md")], Path(name))


def facts(text: str) -> None:
    """What is understood of a text can be written as JSON, and as a JobPosting."""
    source = Source("a.md", f"# Kok\n\n{text}\n")
    with suppress(VaclintError):
        understood = engine(kind="vacancy", details=True).understand_each(source)
        json.dumps(_as_json(understood, []))
        for each in understood:
            json.dumps(job_posting(each.document, each.facts, loaded().resources, "NL"))


def style(text: str) -> None:
    """What is wrong in a rule of Vale is an error with its place."""
    with tempfile.TemporaryDirectory() as name:
        Path(name, "r.yml").write_text(text, "utf-8", "surrogatepass")
        _, errors = read_style(Path(name))
        assert all(error.message for error in errors)


def adverts(text: str) -> None:
    """A text as people write them, spoilt in a way that the given text decides."""
    random_ = random.Random(text.encode("utf-8", "surrogatepass"))
    advert = random_.choice(ADVERTS)
    given = spoilt(random_, advert.read_bytes().decode("utf-8"))
    name = random_.choice((advert.name, "a.md", "a.txt", "a.html"))
    report = check(given, name)
    if not report.errors:
        fix(given, name)


def configuration(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "vaclint.toml")
        path.write_text(text, "utf-8", "surrogatepass")
        with suppress(VaclintError):
            read_config(path)


def rules(text: str) -> None:
    """What is wrong in a rule file is an error with its place; the other rules are loaded."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "r.toml")
        path.write_text(text, "utf-8", "surrogatepass")
        loaded = load(kinds(), (path,), store_in(cache_folder()))
        assert all(error.message for error in loaded.errors)


def ignores(text: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ".gitignore").write_text(text, "utf-8", "surrogatepass")
        (folder / "a.md").write_text("Wij zoeken een kok.")
        with suppress(VaclintError):
            list(find_files(folder, lambda _: Config(), LeftOut(), tell=lambda _: None))


def cache(text: str) -> None:
    """Garbage in the cache is as good as none; it is not even looked into, for its seal is broken."""
    data = text.encode("utf-8", "surrogatepass")
    assert _unsealed(data[:SEAL], data[SEAL:]) is None
    with tempfile.TemporaryDirectory() as name:
        store = DiskStore(Path(name))
        assert store.kept("rules.bin", [], lambda: 3) == 3
        (kept,) = Path(name).iterdir()
        kept.write_bytes(data)
        assert store.kept("rules.bin", [], lambda: 4) == 4


def decoding(text: str) -> None:
    with suppress(VaclintError):
        source = decode("a.md", text.encode("utf-8", "surrogatepass"))
        assert source.encode(source.text)


def reporters(text: str) -> None:
    """Nothing that others wrote moves the cursor, or begins a line with a command."""
    assert escaped(text).isprintable() or not any(ord(char) < 32 for char in escaped(text))
    path = f"{text}.md" if text else "a.md"
    report = engine().check(Source(path, f"# {text}\n\nhij/zij  komt {text}\n"))
    whole = Report((report,), report.errors, 1)
    for name in FORMATS:
        shown = render(name, whole, look())
        assert not any(char in shown for char in "\x1b\x00\x07\x9b\u202e"), name
        commands = [line for line in shown.split("\n") if line.lstrip().startswith(("::", "##["))]
        if name == "github":
            told = sum(not line.startswith(("::group::", "::endgroup::")) for line in commands)
            assert told <= len(report.findings) + len(report.errors), name
            assert all(OURS.match(line) for line in commands), name
        else:
            assert not commands, name
    assert not escaped_path(path).startswith("::")


OURS = re.compile(r"::(?:(?:error|warning|notice)(?: [^:]*)?|group|endgroup)::")
"""The commands that the format for GitHub is made of."""
TARGETS: dict[str, Callable[[str], object]] = {
    "text": lambda text: check(text, "a.txt"),
    "markdown": lambda text: check(text, "a.md"),
    "mdx": lambda text: check(text, "a.mdx"),
    "html": lambda text: check(text, "a.html"),
    "json": lambda text: check(text, "a.json"),
    "yaml": lambda text: check(f"---\n{text}\n---\n\nWij zoeken een kok.\n", "a.md"),
    "toml": lambda text: check(f"+++\n{text}\n+++\n\nWij zoeken een kok.\n", "a.md"),
    "suppressions": lambda text: check(f"<!-- vaclint: {text} -->\n\nhij/zij  komt\n", "a.md"),
    "fix-text": lambda text: fix(text, "a.txt"),
    "fix-markdown": lambda text: fix(text, "a.md"),
    "fix-html": lambda text: fix(text, "a.html"),
    "fix-json": lambda text: fix(text, "a.json"),
    "json-list": lambda text: check(f'[{{"title": "Kok", {text}}}]', "a.json", fields=FIELDS),
    "yaml-list": lambda text: check(
        f"- title: Kok\n  description: Wij zoeken een kok.\n{text}", "a.yaml", fields=FIELDS
    ),
    "csv": lambda text: check(f"title,description\nKok,{text}", "a.csv", fields=FIELDS),
    "adverts": adverts,
    "baseline": baseline,
    "facts": facts,
    "style": style,
    "configuration": configuration,
    "rules": rules,
    "ignores": ignores,
    "cache": cache,
    "decoding": decoding,
    "reporters": reporters,
}
QUICK = tuple(name for name in TARGETS if name not in ("rules", "ignores"))
"""Targets that take milliseconds."""
