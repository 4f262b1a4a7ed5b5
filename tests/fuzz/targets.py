"""What is fuzzed: each target takes a text and may raise nothing but a sentence for the user."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from fuzz.texts import ADVERTS, spoilt
from support import engine
from vaclint.checks import kinds
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport, Look, Report
from vaclint.model.source import Source, decode
from vaclint.project.cache import SEAL, DiskStore, _unsealed
from vaclint.project.config import Config, read_config
from vaclint.project.discover import LeftOut, find_files
from vaclint.reporters import FORMATS, render
from vaclint.rulebook.load import load
from vaclint.text.escaped import escaped, escaped_path

SEEDS = Path(__file__).with_name("seeds")


def look() -> Look:
    language = engine().speaking("nl")
    return Look(language.section("output"), language.numbers.decimal)


def check(text: str, path: str) -> FileReport:
    """No text is a mistake of ours, and every place lies in it."""
    report = engine().check(Source(path, text))
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
        loaded = load(kinds(), (path,))
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
    "adverts": adverts,
    "configuration": configuration,
    "rules": rules,
    "ignores": ignores,
    "cache": cache,
    "decoding": decoding,
    "reporters": reporters,
}
QUICK = tuple(name for name in TARGETS if name not in ("rules", "ignores"))
"""Targets that take milliseconds."""
