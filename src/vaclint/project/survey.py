"""A look at a repository before it has a configuration: where its vacancies are, what made its
pages, and which front-matter keys hold pay and hours by names that vaclint does not know.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from vaclint.engine import Engine
from vaclint.model.document import Document
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.source import Source
from vaclint.project.files import read_source
from vaclint.project.plan import Plan, collect
from vaclint.rulebook.load import Loaded
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple

VACANCY, OTHER = "vacancy", "other"
MOST_FILES = 2000
"""So many files are read; of more, every so many-th."""
CLEAR = 0.9
"""A folder in which so large a part of the files told are vacancies is one of vacancies."""
MOST_EXCEPTIONS = 10
"""So many files in a folder of vacancies are named as none."""
OFTEN = 3
"""A key must hold a fact so often to be named."""
FIELDS = ("salary", "hours")

GENERATORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Hugo", ("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "archetypes")),
    ("Jekyll", ("_config.yml", "_config.yaml", "_layouts")),
    ("Eleventy", (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", ".eleventy.cjs")),
    ("Astro", ("astro.config.mjs", "astro.config.ts", "astro.config.js")),
    ("Gatsby", ("gatsby-config.js", "gatsby-config.ts")),
    ("Docusaurus", ("docusaurus.config.js", "docusaurus.config.ts")),
    ("Next.js", ("next.config.js", "next.config.mjs", "next.config.ts")),
    ("MkDocs", ("mkdocs.yml",)),
    ("Pelican", ("pelicanconf.py",)),
    ("Hexo", ("scaffolds",)),
)
"""Site generators by a file or folder that each has at the top, the surest first."""


class Told(NamedTuple):
    """What one file was taken for."""

    path: PurePosixPath
    kind: str
    language: str


class Survey(NamedTuple):
    """What was found in a repository."""

    files: tuple[Told, ...]
    generator: str = ""
    patterns: tuple[str, ...] = ()
    """Which files are vacancies, for ``vacancies``."""
    exceptions: tuple[str, ...] = ()
    """Files that the patterns take in and that are none, for ``exclude``."""
    scattered: tuple[str, ...] = ()
    """Vacancies in folders of other texts, which no pattern takes in."""
    fields: Mapping[str, tuple[str, ...]] = {}
    """Keys that hold a fact by a name of their own, by the fact."""

    def count(self, kind: str) -> int:
        """How many files were taken for a kind."""
        return sum(1 for file in self.files if file.kind == kind)


def survey(folder: Path, plan: Plan, loaded: Loaded) -> Survey:
    """Read the texts in a folder. ``plan`` is a run over it without configuration."""
    tasks, _ = collect(plan)
    step = -(-len(tasks) // MOST_FILES) or 1
    engine = Engine(loaded, Options(details=False, marks=False, fingerprints=False))
    told: list[Told] = []
    vacancies: list[Document] = []
    for task in tasks[::step]:
        document = _understood(engine, task.path)
        if document is not None:
            path = PurePosixPath(task.path.relative_to(folder).as_posix())
            told.append(Told(path, document.kind, document.language))
            vacancies += [document] if document.kind == VACANCY else []
    patterns, exceptions, scattered = patterns_of(told)
    return Survey(
        tuple(told),
        _generator(folder),
        patterns,
        exceptions,
        scattered,
        _fields(vacancies, loaded),
    )


def _understood(engine: Engine, path: Path) -> Document | None:
    try:
        return engine.understand(read_source(path, path.as_posix())).document
    except (VaclintError, ValueError, RecursionError):
        return None  # the check that follows will say what is wrong with it


def _generator(folder: Path) -> str:
    return next(
        (name for name, signs in GENERATORS if any((folder / sign).exists() for sign in signs)), ""
    )


class _Folder:
    """The files of one folder by kind, and the folders in it."""

    def __init__(self) -> None:
        self.files: list[Told] = []
        self.folders: dict[str, _Folder] = defaultdict(_Folder)

    def all(self) -> Iterator[Told]:
        """The files in it and below it."""
        yield from self.files
        for folder in self.folders.values():
            yield from folder.all()


def patterns_of(
    files: Iterable[Told],
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Patterns of the files that are vacancies, the exceptions to them, and the vacancies that they
    leave out. A file that may be one counts as its folder.
    """
    top = _Folder()
    for file in files:
        folder = top
        for part in file.path.parts[:-1]:
            folder = folder.folders[part]
        folder.files.append(file)
    found = list(_covered(top, ""))
    scattered = [path for pattern, path in found if not pattern]
    exceptions = [path for pattern, path in found if pattern == "!"]
    patterns = [pattern for pattern, _ in found if pattern not in ("", "!")]
    return tuple(patterns), tuple(exceptions), tuple(scattered)


def _covered(folder: _Folder, name: str) -> Iterator[tuple[str, str]]:
    """Patterns; ``!`` with a file that is an exception, and nothing with one left out. The whole
    repository is none: what comes to its top later may be anything.
    """
    every = list(folder.all())
    within = list(_within(folder, name))
    if name and _is_clear(every):
        whole = [(f"{name}**", "")]
        whole += (("!", _literal(str(file.path))) for file in every if file.kind == OTHER)
        yield from within if len(within) < len(whole) else whole
        return
    yield from within


def _within(folder: _Folder, name: str) -> Iterator[tuple[str, str]]:
    """The same of the files of a folder and of each folder in it, apart: ``jobs/`` beside a folder
    of news is one pattern, the folder that holds both is one with an exception for each text.
    """
    if _is_clear(folder.files):
        suffixes = sorted({file.path.suffix for file in folder.files if file.kind == VACANCY})
        yield from ((f"{name}*{suffix}", "") for suffix in suffixes)
        yield from (("!", _literal(str(file.path))) for file in folder.files if file.kind == OTHER)
    else:
        yield from (("", str(file.path)) for file in folder.files if file.kind == VACANCY)
    for part, inner in sorted(folder.folders.items()):
        yield from _covered(inner, f"{name}{_literal(part)}/")


_SIGN = re.compile(r"[*?\[\]\\]|^[!# ]| $")


def _literal(name: str) -> str:
    """A name as a pattern: ``?`` for what would be a sign there, or cannot be written in a file."""
    return "".join("?" if escaped(char) != char else char for char in _SIGN.sub("?", name))


def _is_clear(files: list[Told]) -> bool:
    """Whether nearly all of some files are vacancies, as far as that was told."""
    kinds = Counter(file.kind for file in files)
    if not kinds[VACANCY] or kinds[OTHER] > MOST_EXCEPTIONS:
        return False
    return kinds[VACANCY] / (kinds[VACANCY] + kinds[OTHER]) >= CLEAR


_KEY = re.compile(r"[A-Za-z][\w -]*(?:\.[A-Za-z][\w -]*)*")


def _fields(vacancies: Iterable[Document], loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """The keys that no language names and whose values are plainly pay or hours, by the fact."""
    values: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for document in vacancies:
        for entry in document.front_matter:
            if _KEY.fullmatch(entry.key) and not document.reading.facts_of(entry.key):
                values[entry.key].append((entry.value, document.language))
    found: dict[str, list[str]] = defaultdict(list)
    for key, given in sorted(values.items()):
        if len(given) < OFTEN:
            continue
        for fact in FIELDS:
            engine = Engine(loaded, Options(fields={fact: (key,)}, details=False, kind=VACANCY))
            read = sum(_is_plainly(engine, fact, key, value) for value, _ in given[:50])
            if read >= CLEAR * len(given[:50]):
                found[fact].append(key)
                break
    return {fact: tuple(keys) for fact, keys in found.items()}


def _is_plainly(engine: Engine, fact: str, key: str, value: str) -> bool:
    """Whether a value says by itself that it is pay or hours, with a sign or a unit."""
    if not any(char.isdigit() for char in value) or "\n" in value:
        return False
    text = f"---\ntitle: x\n{key.rpartition('.')[2]}: {_quoted(value)}\n---\n\nx\n"
    try:
        facts = engine.understand(Source("x.md", text)).facts
    except (VaclintError, ValueError):
        return False
    if fact == "salary":
        pay = facts.salary
        return pay is not None and bool(pay.currency or pay.scale or pay.unit_found == "words")
    hours = facts.hours
    return hours is not None and not value.replace(".", "").replace(",", "").strip().isdigit()


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
