"""The plan of a run: which files it checks, with which configuration, and the engine for each."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vaclint.checks import kinds
from vaclint.engine.configure import chosen_codes
from vaclint.engine.ruleset import Asked, RuleSet
from vaclint.formats import DATA_SUFFIXES
from vaclint.languages.language import Language
from vaclint.languages.resources import Resources
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.regular import is_dir
from vaclint.model.report import FileReport
from vaclint.model.store import Store
from vaclint.project.codes import check_codes
from vaclint.project.config import Config, find_config, overridden, read_config
from vaclint.project.discover import (
    UNREAD,
    UNREADABLE,
    JobList,
    LeftOut,
    Tell,
    find_files,
    is_data_wanted,
    is_own_report,
    matches,
    reaches,
)
from vaclint.project.files import read_source
from vaclint.project.settings import TIMEOUT, Settings
from vaclint.rulebook.load import Loaded, load
from vaclint.rulebook.rule import Rule, select_codes
from vaclint.text.escaped import escaped, lossless
from vaclint.text.named import NamedTuple
from vaclint.text.stored import Later

if TYPE_CHECKING:
    from vaclint.engine import Engine

VACANCY = "vacancy"
STDIN = "-"
"""What standard input is called where it has no name."""


class Task(NamedTuple):
    """A file to check, its path as shown, and the index of its setup."""

    path: Path
    shown: str
    setup: int
    staged: bytes | None = None
    """What of it is staged, where that is checked instead of the file."""


class Setup(NamedTuple):
    """A configuration with the options it comes to for the engine."""

    config: Config
    options: Options
    ignored: tuple[tuple[str, frozenset[str]], ...] = ()
    """Patterns of files with the codes that are off for them."""
    timeout: float = TIMEOUT
    """Seconds of processor time that a file may take."""

    def asked_for(self, path: str) -> Asked:
        """What the configuration asks for one file, by its path as shown."""
        root = self.config.root
        off = [codes for pattern, codes in self.ignored if matches((pattern,), Path(path), root)]
        told = [kind for pattern, kind in self.config.kind if matches((pattern,), Path(path), root)]
        allowed = tuple(
            (number, given)
            for number, (pattern, given) in enumerate(self.config.suppress)
            if matches((pattern,), Path(path), root)
        )
        asked = Asked(frozenset().union(*off), allowed=allowed)
        if told:
            return asked._replace(kind=told[-1], because="kind in the configuration")
        if matches(self.config.vacancies, Path(path), root):
            return asked._replace(kind=VACANCY, because="vacancies in the configuration")
        return asked


class Plan:
    """The configurations and engines of one run, made when first needed; what is wrong with them is
    in ``errors``.
    """

    def __init__(
        self, settings: Settings, store: Store | None = None, shipped: Loaded | None = None
    ) -> None:
        """``shipped`` are the shipped rules, where whoever asks has loaded them already."""
        self.settings = settings
        self.store = store or Store()
        self.kinds = kinds()
        self.errors: list[VaclintError] = []
        self.configs: list[Config] = []
        """Those of the files, by the index in a task."""
        self.setups: list[Setup] = []
        self.rulesets: list[RuleSet] = []
        self.engines: list[Later[Engine]] = []
        self.left_out = LeftOut()
        self.as_text: list[str] = []
        """Named files of a format that is not known, which are read as plain text."""
        self._found: dict[Path, Path | None] = {}
        self._at: dict[str, Config] = {}
        self._configs: dict[Path | None, Config] = {None: Config()}
        self._overridden: dict[tuple[Path | None, tuple[int, ...]], Config] = {}
        self._indexes: dict[tuple[Path | None, tuple[int, ...]], int] = {}
        self._loaded: dict[tuple[Path, ...], Loaded] = {(): shipped} if shipped else {}
        if settings.config:
            self._read(settings.config)

    def config_for(self, folder: Path) -> Config:
        """The configuration for the files of an absolute folder; a broken one is an error once, and
        then the defaults.
        """
        if self.settings.isolated:
            return self._configs[None]
        if self.settings.config:
            return self._read(self.settings.config)
        path = find_config(folder, self._found)
        return self._read(path) if path else self._configs[None]

    def _config_at(self, folder: str) -> Config:
        """The same, asked for many files of a folder."""
        if folder not in self._at:
            self._at[folder] = self.config_for(Path(folder))
        return self._at[folder]

    def config_of(self, path: str | Path) -> Config:
        """The configuration for a file, with the overrides that are about it."""
        config = self._config_at(os.path.split(os.path.abspath(path))[0])
        numbers = tuple(
            number
            for number, override in enumerate(config.overrides)
            if matches(override.files, Path(path), config.root)
        )
        if not numbers:
            return config
        key = config.path, numbers
        if key not in self._overridden:
            self._overridden[key] = overridden(config, numbers)
        return self._overridden[key]

    def index_of(self, path: str | Path) -> int:
        """The index of the setup and engine for a file."""
        index = self.config_index_of(path)
        self.set_up()
        return index

    def config_index_of(self, path: str | Path) -> int:
        """The same before they are made: what needs the configuration alone reads no rules."""
        config = self.config_of(path)
        key = config.path, config.applied
        if key not in self._indexes:
            self._indexes[key] = len(self.configs)
            self.configs.append(config)
        return self._indexes[key]

    def set_up(self) -> None:
        """Make the setups and engines of all configurations that files have."""
        for config in self.configs[len(self.setups) :]:
            setup, rules, engine = self._set_up(config)
            self.setups.append(setup)
            self.rulesets.append(rules)
            self.engines.append(engine)

    def engine_of(self, path: str | Path) -> Engine:
        """The engine for a file."""
        return self.engine_at(self.index_of(path))

    def engine_at(self, index: int) -> Engine:
        """The engine of a configuration, by the index of that; made when it is first asked for."""
        return self.engines[index].value

    def rules_of(self, path: str | Path) -> RuleSet:
        """The rules for a file, as its engine has them."""
        return self.rulesets[self.index_of(path)]

    def told(self, error: VaclintError) -> None:
        """Take an error in, once."""
        if not any(
            error.message == known.message and error.path == known.path for known in self.errors
        ):
            self.errors.append(error)

    def unread_jobs(self, path: Path, config: Config) -> JobList | None:
        """How many jobs a file lists that is not read, 0 for a list that is; None for one that is
        none.
        """
        from vaclint.formats.joblist import count_jobs, count_with, keys_said

        reading = self.resources.reading.with_fields(dict(config.fields))
        try:
            source = read_source(path, path.as_posix(), config.encoding)
        except VaclintError:
            return None
        said = keys_said(reading)
        if said.texts and count_with(source, said):
            return JobList(path.as_posix(), 0)
        jobs_listed = count_jobs(source, reading)
        return JobList(path.as_posix(), jobs_listed) if jobs_listed else None

    @property
    def resources(self) -> Resources:
        """The shipped languages."""
        return self._load(self._configs[None]).resources

    @property
    def languages(self) -> dict[str, Language]:
        """The languages of all rule files of the run by code, the shipped ones first."""
        found = dict(self.resources.languages)
        for rules in self.rulesets:
            found = {**rules.resources.languages, **found}
        return dict(sorted(found.items(), key=lambda each: (each[1].priority, each[0])))

    @property
    def rule_paths(self) -> list[Path]:
        """The folders of the user's own rules in this run."""
        return [path for paths in self._loaded for path in paths]

    def explained(self) -> list[Rule]:
        """All rules of the run, with what only an explanation of them needs."""
        return [
            rule for paths in self._loaded for rule in load(self.kinds, paths, self.store).rules
        ]

    def _read(self, path: Path) -> Config:
        if path not in self._configs:
            try:
                self._configs[path] = read_config(path)
            except VaclintError as error:
                self.errors.append(error)
                self._configs[path] = Config()
        return self._configs[path]

    def _load(self, config: Config) -> Loaded:
        if config.rule_paths not in self._loaded:
            self._loaded[config.rule_paths] = load(
                self.kinds, config.rule_paths, self.store, explained=False
            )
            self.errors.extend(self._loaded[config.rule_paths].errors)
        return self._loaded[config.rule_paths]

    def _set_up(self, config: Config) -> tuple[Setup, RuleSet, Later[Engine]]:
        """A configuration with its options, its rules and its engine; one that names what is not
        there is an error, and what is wrong is left out.
        """
        asked = self.settings.options
        bare = asked._replace(select=(), extend_select=(), ignore=())
        tries = ((config, asked), (Config(), asked), (config, bare), (Config(), bare))
        first: VaclintError | None = None
        for used, options in tries:
            try:
                setup = setup_of(used, options, self._load(used), self.settings.prefix)
                rules = RuleSet(self._load(used), setup.options, where_of(used))
            except VaclintError as error:
                first = first or error
                continue
            if first:
                self.told(first)
            given = (self.settings.timeout, config.timeout, TIMEOUT)
            timeout = next(each for each in given if each is not None)
            return setup._replace(timeout=timeout), rules, self._engine(setup, used)
        raise AssertionError("the defaults are wrong")

    def _engine(self, setup: Setup, config: Config) -> Later[Engine]:
        """The engine for a setup, made when a text is checked."""
        profile = self.settings.profile
        return Later(lambda: engine_of(setup, self._load(config), profile=profile))


def engine_of(setup: Setup, loaded: Loaded, *, profile: bool = False) -> Engine:
    """The engine for a setup. Raises VaclintError for an option that a rule has not."""
    from vaclint.engine.engine import Engine

    if profile:
        from vaclint.engine.profile import ProfiledEngine

        return ProfiledEngine(loaded, setup.options, where=where_of(setup.config))
    return Engine(loaded, setup.options, where=where_of(setup.config))


def where_of(config: Config) -> str:
    """What errors in a configuration name as their place."""
    return str(config.path) if config.path else "vaclint"


def setup_of(config: Config, asked: Options, loaded: Loaded, prefix: str = "--") -> Setup:
    """A configuration with what is asked for on top.

    Raises VaclintError for a code without a rule, naming the configuration or the option, which
    ``prefix`` stands before.
    """
    codes = [rule.code for rule in loaded.rules]
    where = where_of(config)
    check_codes(config, codes, list(loaded.resources.languages))
    chosen = set(chosen_codes(loaded.rules, Options()))
    if asked.select:
        chosen = select_codes(codes, asked.select, f"{prefix}select")
    elif config.select:
        chosen = select_codes(codes, config.select, where)
    chosen |= select_codes(codes, config.extend_select, where)
    chosen |= select_codes(codes, asked.extend_select, f"{prefix}extend-select")
    chosen -= select_codes(codes, config.ignore, where)
    chosen -= select_codes(codes, asked.ignore, f"{prefix}ignore")
    options = asked._replace(
        select=("ALL",),
        extend_select=(),
        ignore=tuple(code for code in codes if code not in chosen),
        severity=(*config.severity, *asked.severity),
        language_severity={**dict(config.language_severity), **asked.language_severity},
        rule_options={
            **{code: dict(table) for code, table in config.options},
            **asked.rule_options,
        },
        fields={**dict(config.fields), **asked.fields},
        vocabulary=(*config.vocabulary, *asked.vocabulary),
        marks=asked.marks or config.min_score is not None,
        country=asked.country or config.country,
        fingerprints=asked.fingerprints
        or config.baseline is not None
        or any(given.fingerprint for _, given in config.suppress),
    )
    ignored = (
        (pattern, frozenset(select_codes(codes, given, where)))
        for pattern, given in config.per_file_ignores
    )
    return Setup(config, options, tuple(ignored))


class Collected(NamedTuple):
    """The files to check, sorted, and reports for the paths that are none."""

    tasks: list[Task]
    reports: list[FileReport]


def collect(plan: Plan) -> Collected:
    """The files to check, with a setup for each in the plan."""
    collected = found(plan)
    plan.set_up()
    return collected


def found(plan: Plan) -> Collected:
    """The files to check; no rules are read yet."""
    tasks: list[Task] = []
    reports: list[FileReport] = []
    seen: set[str] = set()
    for given in plan.settings.paths:
        if given == "-":
            continue
        path = Path(given)
        try:
            for file in _files_of(plan, path, plan.told):
                absolute = os.path.abspath(file)
                if absolute not in seen and not _is_baseline(plan, absolute):
                    seen.add(absolute)
                    shown = lossless(file.as_posix())
                    tasks.append(Task(file, shown, plan.config_index_of(absolute)))
        except VaclintError as error:
            reports.append(FileReport(lossless(path.as_posix()), errors=(error,)))
    tasks.sort(key=lambda task: task.shown)
    return Collected(_without_links(tasks), reports)


def _is_baseline(plan: Plan, absolute: str) -> bool:
    """Whether a file is a baseline of the run, which may be named as a text is."""
    asked = plan.settings.baseline, plan.settings.write_baseline
    given = (*asked, plan.config_of(absolute).baseline)
    return any(each is not None and os.path.abspath(each) == absolute for each in given)


def _without_links(tasks: list[Task]) -> list[Task]:
    """Without links to files that are there themselves, or that another link leads to: they are
    one text.
    """
    links = [task for task in tasks if task.path.is_symlink()]
    if not links:
        return tasks
    found = {os.path.realpath(task.path) for task in tasks if not task.path.is_symlink()}
    again: set[str] = set()
    for task in links:
        target = os.path.realpath(task.path)
        if target in found:
            again.add(task.shown)
        found.add(target)
    return [task for task in tasks if task.shown not in again]


def _files_of(plan: Plan, path: Path, tell: Tell) -> Iterator[Path]:
    if is_dir(path):
        yield from find_files(path, plan.config_for, plan.left_out, plan.unread_jobs, tell)
        return
    if not os.path.lexists(path):
        raise VaclintError("read", path.as_posix(), f"{path} does not exist; check the path")
    if plan.settings.force_exclude and not is_reached(plan, path):
        return
    if path.suffix.lower() in UNREADABLE:
        message = (
            f"{path}: a {path.suffix} file cannot be read; save it as .txt or .htm, or paste its "
            "text in vaclint serve"
        )
        raise VaclintError("read", path.as_posix(), message)
    if _is_excluded(plan, path):
        return
    if path.suffix.lower() in UNREAD:
        plan.as_text.append(path.as_posix())
    yield path


def leaves_out_stdin(plan: Plan) -> bool:
    """Whether standard input goes by the name of a file that is left out, as a named file is."""
    name = plan.settings.stdin_name
    if name == STDIN:
        return False
    path = Path(name)
    if plan.settings.force_exclude and not is_reached(plan, path):
        return True
    return _is_excluded(plan, path)


def _is_excluded(plan: Plan, path: Path) -> bool:
    """Whether the configuration excludes a named file, which is told."""
    config = plan.config_of(path)
    if not matches(config.exclude, path, config.root):
        return False
    message = f"vaclint: {path} is left out by 'exclude' in {config.path}"
    if sys.stderr is not None:
        print(escaped(message), file=sys.stderr)
    return True


def is_reached(plan: Plan, path: Path) -> bool:
    """Whether a named file is one that a run over its folder would check."""
    config = plan.config_of(path)
    excluded = matches(config.exclude, path, config.root)
    if excluded or not reaches(path, config) or is_own_report(path):
        return False
    return path.suffix.lower() not in DATA_SUFFIXES or is_data_wanted(
        path, config, plan.left_out, plan.unread_jobs
    )
