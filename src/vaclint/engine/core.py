"""One text in, its findings out; then many files, in parallel when that pays."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from vaclint.checks import Context, Hit, speaks
from vaclint.checks.abbreviations import check_abbreviations
from vaclint.checks.addresses import check_addresses
from vaclint.checks.balance import FEMININE, MASCULINE, check_balance, coded_words
from vaclint.checks.consistency import check_consistency
from vaclint.checks.damage import check_damage
from vaclint.checks.density import check_density, density
from vaclint.checks.doubled import check_doubled
from vaclint.checks.duplicates import check_passages
from vaclint.checks.jobposting import check_jobposting
from vaclint.checks.language import check_language
from vaclint.checks.lexicon import Lexicon
from vaclint.checks.lists import check_lists
from vaclint.checks.pairs import check_pairs
from vaclint.checks.pattern import check_pattern
from vaclint.checks.presence import check_presence
from vaclint.checks.pronouns import check_pronouns
from vaclint.checks.readability import check_readability
from vaclint.checks.repeats import check_repeats
from vaclint.checks.spacing import check_spacing
from vaclint.checks.spelling import check_spelling
from vaclint.checks.structure import check_structure
from vaclint.checks.style import check_style
from vaclint.checks.terms import check_terms
from vaclint.checks.typography import check_typography
from vaclint.checks.whitespace import check_whitespace
from vaclint.facts.kind import KindReason, detect_kind, detect_language, mark_languages
from vaclint.project.config import Config
from vaclint.model.diagnostics import Diagnostic, Fix, fingerprint
from vaclint.project.discover import matches
from vaclint.model.document import Document, Span
from vaclint.model.errors import VaclintError
from vaclint.facts import Facts, read_facts
from vaclint.facts.dates import iso_day
from vaclint.formats import parse
from vaclint.engine.marks import marks
from vaclint.facts.readability import readability
from vaclint.rulebook.rules import Rule, load_rules, select_codes, spoken
from vaclint.model.source import Position, Source, decode
from vaclint.engine.suppress import Suppression, apply, suppressions
from vaclint.languages.vocabulary import vocabulary

if TYPE_CHECKING:
    from vaclint.checks.sketch import Sketch

CHECKS: Mapping[str, Callable[[Context, list[Rule]], Iterator[Diagnostic]]] = {
    "terms": check_terms,
    "pairs": check_pairs,
    "pattern": check_pattern,
    "density": check_density,
    "presence": check_presence,
    "consistency": check_consistency,
    "pronouns": check_pronouns,
    "balance": check_balance,
    "passages": check_passages,
    "repeats": check_repeats,
    "doubled": check_doubled,
    "whitespace": check_whitespace,
    "spacing": check_spacing,
    "jobposting": check_jobposting,
    "language": check_language,
    "spelling": check_spelling,
    "readability": check_readability,
    "style": check_style,
    "damage": check_damage,
    "structure": check_structure,
    "lists": check_lists,
    "addresses": check_addresses,
    "typography": check_typography,
    "abbreviations": check_abbreviations,
}
"""The kinds of check. Two more are not here: ``suppression`` is the engine's own, as only it knows what was suppressed, and ``files`` is
for ``across``, which sees all files.
"""

FILES = ("auto", "run", "repo", "off")
"""What a rule of the kind ``files`` compares: the files of a run when a folder is checked, always, those and the other files of the
repository, or nothing.
"""

JARGON, CODED = ("JAR001", "JAR004", "JAR005"), "GEN007"
METRICS = frozenset({*JARGON, CODED})
"""The lexicons that make metrics of every text: the density of jargon, and the counts of coded words."""

TIME_LIMIT = 1.0
"""Seconds that one match of a user's own pattern may take."""


class Settings(NamedTuple):
    """What the command line asks of a run, on top of the configuration."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kind: str = "auto"
    language: str = "auto"
    message_language: str = "auto"
    fingerprints: bool = False
    marks: bool = False
    """Whether each vacancy is given a mark."""
    folders: bool = False
    """Whether whole folders are checked, not single files."""

    def messages_in(self, language: str) -> str:
        """The language of the messages about a text in a language."""
        return spoken(language) if self.message_language == "auto" else self.message_language


class Place(NamedTuple):
    """A range by its two positions; ``end`` is exclusive."""

    start: Position
    end: Position


class RelatedPlace(NamedTuple):
    """Another place that a finding is about, and the file it is in."""

    path: str
    place: Place
    message: str


class Finding(NamedTuple):
    """A diagnostic ready to be shown: all places resolved, nothing of the document needed any more."""

    path: str
    rule: str
    name: str
    severity: str
    place: Place
    message: str
    text: str
    line: str
    related: tuple[RelatedPlace, ...]
    fixes: tuple[Fix, ...]
    properties: Mapping[str, object]
    fingerprint: str


class FileReport(NamedTuple):
    """Everything a run learned of one file."""

    path: str
    format: str | None
    kind: str | None
    language: str | None
    metrics: Mapping[str, float]
    facts: Facts | None
    properties: Mapping[str, Any]
    findings: list[Finding]
    suppressed: int
    errors: list[VaclintError]
    sketch: "Sketch | None" = None


class Linter:
    """The rules of one configuration, compiled once and run on any number of texts."""

    def __init__(self, config: Config, settings: Settings) -> None:
        """Load and compile. Raises VaclintError when the configuration names a rule or option that does not exist.

        What is wrong in the user's own rule files is in ``errors``; the other rules run.
        """
        self.config = config
        self.settings = settings
        rules, self.errors = load_rules(config.rule_paths)
        codes = [rule.code for rule in rules]
        where = str(config.path) if config.path else "vaclint"
        chosen = (
            select_codes(codes, settings.select, "--select") if settings.select
            else select_codes(codes, config.select, where) if config.select
            else {rule.code for rule in rules if rule.default}
        )  # fmt: skip
        chosen |= select_codes(codes, config.extend_select, where) | select_codes(codes, settings.extend_select, "--extend-select")
        chosen -= select_codes(codes, config.ignore, where) | select_codes(codes, settings.ignore, "--ignore")
        severity = {code: value for pattern, value in config.severity for code in select_codes(codes, (pattern,), where)}
        options = dict(config.options)
        select_codes(codes, tuple(options), where)
        self.rules = [_configured(rule, severity.get(rule.code), dict(options.get(rule.code, ())), where) for rule in rules]
        self.chosen = frozenset(chosen)
        self.across = tuple(rule.code for rule in self.rules if rule.kind == "files")
        self.ignored_in = [(pattern, select_codes(codes, patterns, where)) for pattern, patterns in config.per_file_ignores]
        self.fields = _merged_fields(config)
        self.marks = settings.marks or config.min_score is not None
        self.fine = frozenset(word.lower() for word in config.vocabulary)
        lexicon_rules = [rule for rule in self.rules if rule.terms and (rule.code in chosen or rule.code in METRICS)]
        self.lexicon = Lexicon(lexicon_rules)

    def understand(self, source: Source) -> tuple[Document, KindReason]:
        """Parse a text, and tell its language and kind. Never raises for what is in the text."""
        settings = self.settings
        document = parse(source, self.fields)
        document.language = settings.language if settings.language != "auto" else detect_language(document)
        if settings.language == "auto":
            mark_languages(document)
        reason = detect_kind(document)
        configured = [kind for pattern, kind in self.config.kind if matches((pattern,), Path(source.path), self.config.root)]
        if configured:
            reason = reason._replace(kind=configured[-1], signs=("kind in the configuration",))
        if settings.kind != "auto":
            reason = reason._replace(kind=settings.kind, signs=("--kind",))
        document.kind = reason.kind
        return document, reason

    def lint(self, source: Source) -> FileReport:
        """All findings in one text, in order. Never raises for what is in the text."""
        settings = self.settings
        document, reason = self.understand(source)
        message_language = settings.messages_in(document.language)
        hits = self._fine(document, self.lexicon.hits(document))
        facts = read_facts(document, details=settings.fingerprints)
        context = Context(document, facts, hits, message_language, TIME_LIMIT, self.fine)
        rules = self._rules_for(document)
        errors = list(document.problems)
        diagnostics: list[Diagnostic] = []
        by_kind: dict[str, list[Rule]] = {}
        for rule in rules:
            by_kind.setdefault(rule.kind, []).append(rule)
        for kind, check in CHECKS.items():
            if kind in by_kind:
                try:
                    diagnostics.extend(check(context, by_kind[kind]))
                except VaclintError as error:
                    errors.append(error)
        diagnostics = _without_superfluous(diagnostics, rules)
        found = suppressions(document)
        kept, suppressed, unused = apply(diagnostics, found) if found else (diagnostics, 0, [])
        for rule in by_kind.get("suppression", ()):
            for suppression in unused:
                if all(any(code.startswith(given) for code in self.chosen) for given in suppression.codes) and not any(
                    code.startswith(self.across) for code in suppression.codes
                ):
                    codes = " ".join(suppression.codes)
                    kept.append(context.found(rule, suppression.stands, codes=codes))
        kept.sort(key=lambda diagnostic: (diagnostic.span.start, diagnostic.rule, diagnostic.span.end))
        metrics = {"words": len(document.words), "sentences": document.sentence_count, "jargon_density": round(density(context, JARGON), 2)}
        if measured := readability(document):
            metrics |= measured._asdict()
        coded = coded_words(context, CODED)
        given = marks(document, facts, (diagnostic.rule for diagnostic in kept), metrics) if self.marks else None
        metrics |= given.metrics if given else {}
        metrics |= {"masculine_words": sum(coded[MASCULINE].values()), "feminine_words": sum(coded[FEMININE].values())}
        return FileReport(
            source.path, document.format, document.kind, document.language, metrics, facts,
            {
                "kind_points": round(reason.points, 2), "kind_signs": list(reason.signs),
                "masculine_words": dict(coded[MASCULINE].most_common()), "feminine_words": dict(coded[FEMININE].most_common()),
                **({"mark_deductions": [each._asdict() for each in given.deductions]} if given else {}),
            },
            _resolve(document, kept, settings.fingerprints), suppressed, errors, self._sketch(document, rules, found),
        )  # fmt: skip

    def fixes(self, source: Source) -> list[Fix]:
        """The first fix of each finding in a text, in order."""
        return [fix for finding in self.lint(source).findings for fix in finding.fixes[:1]]

    @cached_property
    def rules_across(self) -> list[Rule]:
        """The rules that are to compare files in this run."""
        compared = {"run", "repo", "auto"} if self.settings.folders else {"run", "repo"}
        return [rule for rule in self.rules if rule.kind == "files" and rule.code in self.chosen and rule.options["files"] in compared]

    def sketch(self, source: Source) -> "Sketch | None":
        """What other files are compared with, of a text that is not linted."""
        document, _ = self.understand(source)
        return self._sketch(document, self._rules_for(document), suppressions(document))

    def _sketch(self, document: Document, rules: list[Rule], found: list[Suppression]) -> "Sketch | None":
        """What other files are compared with; rules that do not hold for this file, or that it suppresses, are hidden."""
        if not self.rules_across or document.kind != "vacancy":
            return None
        at = document.headline.start
        suppressed = [suppression for suppression in found if suppression.covers.start <= at < suppression.covers.end]
        active = {rule.code for rule in rules if rule in self.rules_across}
        hidden = {
            code
            for code in self.across
            if code not in active or any(not each.codes or code.startswith(tuple(each.codes)) for each in suppressed)
        }
        from vaclint.checks.sketch import sketch_of

        return sketch_of(document)._replace(hidden=frozenset(hidden))

    def _fine(self, document: Document, hits: dict[str, list[Hit]]) -> Mapping[str, list[Hit]]:
        """Without the words that the configuration's vocabulary allows."""
        if not self.fine:
            return hits
        return {
            code: [hit for hit in found if hit.term.form not in self.fine and document.haystack[hit.start : hit.end] not in self.fine]
            for code, found in hits.items()
        }

    def _rules_for(self, document: Document) -> list[Rule]:
        """The chosen rules that look at this language, kind and file."""
        ignored: set[str] = set()
        for pattern, codes in self.ignored_in:
            if matches((pattern,), Path(document.source.path), self.config.root):
                ignored |= codes
        return [
            rule
            for rule in self.rules
            if rule.code in self.chosen
            and rule.code not in ignored
            and (not rule.languages or any(speaks(rule, language) for language in _languages(rule, document)))
            and (rule.scope == "any" or rule.scope == document.kind)
        ]


def _languages(rule: Rule, document: Document) -> frozenset[str]:
    """The languages a rule meets in a document: those of its blocks, or the document's for a rule on the whole."""
    return (
        document.languages
        if rule.kind in ("terms", "pairs", "pattern", "pronouns", "spelling", "spacing", "typography")
        else frozenset({document.language})
    )


def _without_superfluous(diagnostics: list[Diagnostic], rules: list[Rule]) -> list[Diagnostic]:
    """Without findings of rules that yield to another rule's finding on the same place."""
    yields = {rule.code: rule.yields_to for rule in rules if rule.yields_to}
    stronger = {code for codes in yields.values() for code in codes}
    spans = [(diagnostic.rule, diagnostic.span) for diagnostic in diagnostics if diagnostic.rule in stronger]
    return [
        diagnostic
        for diagnostic in diagnostics
        if not any(
            code in yields.get(diagnostic.rule, ()) and span.start < diagnostic.span.end and diagnostic.span.start < span.end
            for code, span in spans
        )
    ]


def _merged_fields(config: Config) -> Mapping[str, frozenset[str]]:
    own = {name: frozenset(key.lower() for key in keys) for name, keys in config.fields}
    return {name: words | own.get(name, frozenset()) for name, words in vocabulary().fields.items()}


def _configured(rule: Rule, severity: str | None, options: Mapping[str, Any], where: str) -> Rule:
    """A rule with the configuration's severity and options."""
    if severity:
        rule = rule._replace(severity=severity)  # type: ignore[arg-type]
    for name, value in options.items():
        if name not in rule.options:
            from vaclint.model.errors import nearest

            hint = nearest(name, list(rule.options)) or ("; it has " + ", ".join(rule.options) if rule.options else "; it has none")
            raise VaclintError("config", where, f"{where}: rule {rule.code} has no option '{name}'{hint}")
        default = rule.options[name]
        same = type(value) is type(default) or (isinstance(default, float) and type(value) is int)
        if not same:
            raise VaclintError("config", where, f"{where}: option '{name}' of {rule.code} must be like {default!r}, not {value!r}")
        if rule.kind == "files" and name == "files" and value not in FILES:
            raise VaclintError("config", where, f"{where}: option 'files' of {rule.code} must be one of {', '.join(FILES)}, not {value!r}")
        if name == "today" and value and not iso_day(value):
            raise VaclintError("config", where, f"{where}: option 'today' of {rule.code} must be a day such as 2026-11-01, not {value!r}")
    return rule._replace(options={**rule.options, **options}) if options else rule


def _resolve(document: Document, diagnostics: list[Diagnostic], fingerprints: bool) -> list[Finding]:
    source = document.source
    text = source.text
    wholes = sorted((*block.whole, block.text) for block in document.blocks) if fingerprints else []
    seen: Counter[tuple[str, str, str]] = Counter()

    def place(span: Span) -> Place:
        return Place(source.position(span.start), source.position(span.end))

    findings = []
    for diagnostic in diagnostics:
        span = diagnostic.span
        line = source.lines[source.line_index(span.start)]
        name = ""
        if fingerprints:
            context = _context_of(wholes, span) or text[line.start : line.end]
            covered = text[span.start : span.end]
            key = (diagnostic.rule, covered, context)
            name = fingerprint(diagnostic, covered, context, seen[key])
            seen[key] += 1
        related = tuple(RelatedPlace(source.path, place(other.span), other.message) for other in diagnostic.related)
        findings.append(
            Finding(
                path=source.path,
                rule=diagnostic.rule,
                name=diagnostic.name,
                severity=diagnostic.severity,
                place=place(span),
                message=diagnostic.message,
                text=text[span.start : span.end],
                line=text[line.start : line.end],
                related=related,
                fixes=diagnostic.fixes,
                properties=diagnostic.properties,
                fingerprint=name,
            )
        )
    return findings


def _context_of(wholes: list[tuple[int, int, str]], span: Span) -> str:
    """The text of the block that a range begins in; ``wholes`` are the ranges of the blocks with their texts, in order."""
    at = bisect_right(wholes, span.start, key=lambda whole: whole[0]) - 1
    return wholes[at][2] if at >= 0 and span.start < wholes[at][1] else ""


def read_source(path: Path, shown: str, encoding: str = "") -> Source:
    """Read and decode a file. Raises VaclintError when it cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise VaclintError("read", shown, f"the file {shown} does not exist; check the path") from None
    except OSError as error:
        raise VaclintError("read", shown, f"the file cannot be read ({error.strerror}); check its permissions") from None
    return decode(shown, data, encoding)


def unreadable(path: str, error: VaclintError) -> FileReport:
    """The report of a file of which nothing could be read."""
    return FileReport(path, None, None, None, {}, None, {}, [], 0, [error])


def lint_file(linter: Linter, path: Path, shown: str) -> FileReport:
    """Check one file; whatever goes wrong is in the report's errors."""
    try:
        return linter.lint(read_source(path, shown, linter.config.encoding))
    except VaclintError as error:
        return unreadable(shown, error)
    except Exception as error:
        message = f"an error in vaclint itself ({type(error).__name__}: {error}); please report it with this file"
        return unreadable(shown, VaclintError("internal", shown, message))


Task = tuple[Path, str, int]
"""A file, its path as shown, and the index of its linter."""

CHUNK = 40
_linters: list[Linter] = []


def lint_files(linters: list[Linter], tasks: list[Task], jobs: int) -> Iterable[FileReport]:
    """Check many files, in the order given. Processes are used from two chunks of files on."""
    jobs = min(jobs, len(tasks) // CHUNK)
    if jobs < 2:
        for path, shown, index in tasks:
            yield lint_file(linters[index], path, shown)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunks = [tasks[at : at + CHUNK] for at in range(0, len(tasks), CHUNK)]
    setups = [(linter.config, linter.settings) for linter in linters]
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(setups,)) as pool:
        for reports in pool.map(_lint_chunk, chunks):
            yield from reports


def _start_worker(setups: list[tuple[Config, Settings]]) -> None:
    _linters[:] = [Linter(config, settings) for config, settings in setups]


def _lint_chunk(tasks: list[Task]) -> list[FileReport]:
    return [lint_file(_linters[index], path, shown) for path, shown, index in tasks]
