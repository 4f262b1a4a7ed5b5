"""What the server asks of the project: the plan of all open texts, made anew when a configuration
changes. Used on the first thread only.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vaclint.checks import kinds
from vaclint.engine import Engine, Understood
from vaclint.languages.language import Language
from vaclint.model.errors import VaclintError
from vaclint.model.report import FileReport
from vaclint.model.source import Source
from vaclint.model.store import Store
from vaclint.project.config import Config, find_config
from vaclint.project.filters import filter_files, shown_files
from vaclint.project.limits import limited
from vaclint.project.many import checked
from vaclint.project.plan import Plan, Setup, is_reached
from vaclint.project.settings import Settings
from vaclint.rulebook.load import load
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple

SUFFIX = ".toml"
"""A file with this suffix may be, or become, part of a configuration."""
Stamp = tuple[tuple[str, int, int], ...]


class Given(NamedTuple):
    """A text as an editor hands it over."""

    source: Source
    """Its path is that of the file, or the one that a text without a file would have."""
    is_file: bool


class Answer(NamedTuple):
    """What was found in a text; no report for one that is left out."""

    report: FileReport | None = None
    speaks: Language | None = None
    """The language of what is said about it."""
    own: frozenset[str] = frozenset()
    """The codes of the user's own rules."""
    errors: tuple[VaclintError, ...] = ()
    """What is wrong with the configuration and was not told before."""


class Project:
    """The texts of an editor, checked as the command checks files."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store
        self._shipped = load(kinds(), store=store, explained=False)
        self.renew()

    def renew(self) -> None:
        """Forget all configurations."""
        self._plan = Plan(self._settings, self._store, self._shipped)
        self._told = 0
        self._stamps: dict[Path, Stamp] = {}
        """Of the files and folders that configurations are made of."""
        self._nearest: dict[Path, Path | None] = {}
        """The configuration that is nearest to the texts in a folder."""
        self._rules: dict[str, Rule] = {}

    def check(self, given: Given) -> Answer:
        """Everything there is to say about a text; nothing of one that is still empty. An error of
        its own is in the report.
        """
        name = given.source.path
        try:
            is_left_out = given.is_file and not is_reached(self._plan, Path(name))
            if is_left_out or not given.source.text.strip():
                return Answer(errors=self._untold())
            index = self._index_of(name)
        except VaclintError as error:
            return Answer(errors=(*self._untold(), error))
        setup, engine = self._plan.setups[index], self._plan.engine_at(index)
        report = _too_large(given.source, setup.config) or checked(setup, engine, given.source)
        files, _ = filter_files(self._plan, [report])
        (report,) = shown_files(self._plan, files)
        own = frozenset(rule.code for rule in engine.rules if rule.own)
        return Answer(report, engine.speaking(report.language or ""), own, self._untold())

    def understand(self, given: Given) -> list[Understood]:
        """A text as it is read, or each job of a list. Raises what reading a text raises."""
        setup, engine = self._of(given)
        with limited(setup.timeout, given.source.path, given.source.text):
            return engine.understand_each(given.source, setup.asked_for(given.source.path))

    def fixed(self, given: Given) -> Source:
        """A text with its safe fixes made. Raises VaclintError when it cannot be read."""
        setup, engine = self._of(given)
        with limited(setup.timeout, given.source.path, given.source.text):
            return engine.fix(given.source, asked=setup.asked_for(given.source.path)).source

    def rule(self, code: str) -> Rule | None:
        """A rule with all that explains it."""
        if not self._rules:
            self._rules = {rule.code: rule for rule in self._plan.explained()}
        return self._rules.get(code)

    def language(self, code: str) -> Language:
        """The language with a code, or the one that speaks for it."""
        languages = self._plan.languages
        return languages.get(code) or languages[self._plan.resources.spoken(code)]

    def concerns(self, paths: Iterable[Path]) -> bool:
        """Whether files that changed may be part of a configuration in use."""
        return any(
            path.suffix == SUFFIX or not self._stamps.keys().isdisjoint((path, *path.parents))
            for path in paths
        )

    def is_outdated(self, given: Given) -> bool:
        """Whether a configuration in use is another by now, or another is nearest to a text; for
        clients that watch no files.
        """
        if any(_stamp(path) != stamp for path, stamp in self._stamps.items()):
            return True
        folder = Path(given.source.path).parent
        return folder in self._nearest and self._nearest[folder] != find_config(folder, {})

    def _of(self, given: Given) -> tuple[Setup, Engine]:
        index = self._index_of(given.source.path)
        return self._plan.setups[index], self._plan.engine_at(index)

    def _index_of(self, name: str) -> int:
        """The index of the setup and engine for a text; what they are made of is looked at again
        later.
        """
        index = self._plan.index_of(name)
        folder = Path(name).parent
        if folder not in self._nearest and self._finds_configs:
            self._nearest[folder] = find_config(folder, {})
        config = self._plan.setups[index].config
        for path in (*_files_of(config), *filter(None, [self._nearest.get(folder)])):
            if path not in self._stamps:
                self._stamps[path] = _stamp(path)
        return index

    @property
    def _finds_configs(self) -> bool:
        return not self._settings.isolated and self._settings.config is None

    def _untold(self) -> tuple[VaclintError, ...]:
        """What is wrong with configurations and was not asked for before."""
        errors = tuple(self._plan.errors[self._told :])
        self._told = len(self._plan.errors)
        return errors


def _files_of(config: Config) -> set[Path]:
    """The files and folders that a configuration is made of."""
    layers = {layer.path for layer in config.layers if layer.path is not None}
    return {*layers, *config.rule_paths, *([config.baseline] if config.baseline else [])}


def _stamp(path: Path) -> Stamp:
    """What tells one state of a file, or of the files right in a folder, from another."""
    try:
        files = [path, *path.iterdir()] if path.is_dir() else [path]
        return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    except OSError:
        return ()


def _too_large(source: Source, config: Config) -> FileReport | None:
    """The report of a text that is larger than a file may be."""
    if len(source.text) <= config.max_file_size:
        return None
    message = (
        f"the text has {len(source.text):,} characters, and max-file-size is "
        f"{config.max_file_size:,}; split it, or set max-file-size in the configuration"
    )
    return FileReport(source.path, errors=(VaclintError("read", source.path, message),))
