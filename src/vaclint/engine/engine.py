"""One text in, what was found out: understand, check, fix. No file is read or written here, and no
text makes it raise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from vaclint.checks import kinds as all_kinds
from vaclint.checks.context import Context, Hit
from vaclint.checks.lexicon import Lexicon, hits_in
from vaclint.engine.allowed import without_allowed
from vaclint.engine.configure import WHERE
from vaclint.engine.covered import placed_in_copies, without_superfluous
from vaclint.engine.directives import Known
from vaclint.engine.failures import told, told_of
from vaclint.engine.findings import resolved, together
from vaclint.engine.fixes import Fixed, fix_source
from vaclint.engine.measures import METRICS, VACANCY, measures
from vaclint.engine.ruleset import COPIES, Asked, RuleSet
from vaclint.engine.shown import shown_blocks
from vaclint.engine.standing import without_standing_text
from vaclint.engine.suppress import Suppression, Taken, apply, suppressions
from vaclint.engine.useless import useless
from vaclint.facts import read_facts
from vaclint.facts.amounts.document import read_amounts
from vaclint.facts.kinds.evidence import evidence_of
from vaclint.facts.kinds.lexicon import lexicon_of
from vaclint.facts.kinds.several import around, vacancies_in
from vaclint.facts.kinds.title import give_title
from vaclint.facts.kinds.verdict import KindReason, detect_kind
from vaclint.facts.language import tell_language
from vaclint.formats import FORMATS, Format, parse
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.model.document import Document
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.report import FileReport, Finding, Place, Suppressed, Vacancy
from vaclint.model.sketch import Sketch
from vaclint.model.source import Source, without_surrogates
from vaclint.model.values import Facts, HoursFacts, SalaryFacts
from vaclint.rulebook.kind import Kind
from vaclint.rulebook.load import Loaded
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.remembered import Memory
from vaclint.text.sequences import given_away

UNSURE = "unsure"
CHOICES = 64
"""The rules for so many languages and kinds of text are remembered, at most for twice as many."""
PARTS = 200
"""So many vacancies of several in a file are remembered by their kind, and at most twice as many.
"""
SHARED = 10
"""Of what stands round several vacancies so many statements of pay are each one's, and of hours: a
page with hundreds would be all of its size again with each vacancy.
"""
WITH_TERMS = ("terms", "balance", "commonplaces", "pattern")
"""The kinds of check whose rules have terms."""


Amounts = TypeVar("Amounts", SalaryFacts, HoursFacts)


class Part(NamedTuple):
    """One of several vacancies in a file, as a text by itself."""

    document: Document
    facts: Facts


class Understood(NamedTuple):
    """A text as it is read: frozen, with its facts and why it is taken for what it is."""

    document: Document
    facts: Facts
    reason: KindReason
    vacancies: tuple[Part, ...] = ()
    """The vacancies in it where it holds several; the facts are those of the first."""


class Engine(RuleSet):
    """Rules and languages with some options, made ready for any number of texts."""

    def __init__(
        self,
        loaded: Loaded,
        options: Options = Options(),
        kinds: Mapping[str, Kind] | None = None,
        formats: Sequence[Format] = FORMATS,
        where: str = WHERE,
    ) -> None:
        """Raises VaclintError, with ``where`` as its place, when the options name a rule or an
        option that is not there.
        """
        super().__init__(loaded, options, where)
        self.kinds = all_kinds() if kinds is None else kinds
        self.formats = formats
        self.known = Known(
            tuple(rule.code for rule in self.rules), {rule.name: rule.code for rule in self.rules}
        )
        self._told = Memory[str](PARTS)
        self._rules_before = Memory[list[Rule]](CHOICES)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The terms of the rules that are on, and of those that make metrics; made for the first
        text that is checked.
        """
        return Lexicon(
            rule
            for kind in WITH_TERMS
            for rule in self.by_kind[kind]
            if rule.code in self.chosen or rule.code in METRICS
        )

    def understand(
        self, source: Source, asked: Asked = Asked(), document: Document | None = None
    ) -> Understood:
        """Parse a text, tell its language and kind, and read its facts. Raises what a parser
        raises. Of a list of jobs it is the first; ``document`` is a text that is parsed already.
        """
        options, resources = self.options, self.resources
        document = document or self._parsed(source)
        if document.jobs:
            return self.understand_each(source, asked, document)[0]
        lexicon = resources.once(lexicon_of)
        evidence = evidence_of(document, lexicon.words)
        asked_language = "" if options.language == "auto" else options.language
        tell_language(document, evidence, resources, asked_language)
        title = give_title(document, evidence, lexicon)
        reason = detect_kind(evidence, title, lexicon, self.reading)
        several = vacancies_in(document, evidence, lexicon, self._told)
        if several and reason.kind == UNSURE:
            reason = reason._replace(kind=VACANCY)
        if asked.kind:
            reason = reason._replace(kind=asked.kind, because=asked.because)
        if options.kind != "auto":
            reason = reason._replace(kind=options.kind, because="--kind")
        document.freeze(document.language, reason.kind)
        if several and reason.kind == VACANCY:
            parts = self._parts(document, several)
            return Understood(document, parts[0].facts, reason, parts)
        return Understood(document, self._facts(document), reason)

    def _parsed(self, source: Source) -> Document:
        return parse(without_surrogates(source), self.reading, self.formats)

    def _facts(self, document: Document) -> Facts:
        return read_facts(document, self.resources, details=self.options.details)

    def _parts(self, document: Document, several: Sequence[Document]) -> tuple[Part, ...]:
        """The vacancies of a page with their facts: what one does not say of pay or hours is said
        by what stands round them all.
        """
        facts = []
        for each in several:
            facts.append(self._facts(each))
            _done_with(each, document)
        if shared := around(document, several):
            pay, hours = read_amounts(shared, self.resources)
            pay, hours = _first(pay), _first(hours)
            facts = [
                each._replace(
                    salaries=each.salaries if any(each.salaries) else pay,
                    working_hours=each.working_hours if any(each.working_hours) else hours,
                )
                for each in facts
            ]
        return tuple(map(Part, several, facts))

    def understand_each(
        self, source: Source, asked: Asked = Asked(), document: Document | None = None
    ) -> list[Understood]:
        """The same of each job of a list, or of the only text there is."""
        document = document or self._parsed(source)
        if not document.jobs:
            return [self.understand(source, asked, document)]
        told = _listed(asked)
        return [self.understand(source, told, job) for job in document.each_job()]

    def check(self, source: Source, asked: Asked = Asked()) -> FileReport:
        """Everything there is to say about one text. Never raises: an error in reading it is one of
        the report's errors.
        """
        return self._guarded(source, lambda: self._check(source, asked))

    def _guarded(self, source: Source, work: Callable[[], FileReport]) -> FileReport:
        """The boundary at which whatever goes wrong becomes an entry of the report."""
        try:
            return work()
        except VaclintError as error:
            return FileReport(source.path, errors=(error,))
        except Exception as error:
            return FileReport(source.path, errors=(told(source.path, error),))

    def _check(self, source: Source, asked: Asked) -> FileReport:
        document = self._parsed(source)
        if not document.jobs:
            return self._check_document(document, asked)
        told = _listed(asked)
        return together(self._check_document(job, told) for job in document.each_job())

    def _check_document(self, parsed: Document, asked: Asked) -> FileReport:
        source = parsed.source
        document, facts, reason, vacancies = self.understand(source, asked, parsed)
        rules = self._rules_for(document, asked)
        hits = self._without_fine(document, self.lexicon.hits(document))
        context = Context(
            document,
            facts,
            hits,
            self.speaking(document.language),
            self.resources,
            self.options.time_limit,
            self.fine,
            self.options.country,
        )
        diagnostics, errors = self._diagnostics(context, rules, vacancies)
        if document.kind == UNSURE:
            diagnostics = self._as_remarks(diagnostics, context)
        found = suppressions(document, self.known)
        kept, taken, unused = apply(diagnostics, found.ranges)
        del diagnostics  # what is kept is given away below
        looked = [each for each in unused if self._looked(each)]
        kept += useless(context, rules, found, looked)
        kept.sort(
            key=lambda diagnostic: (diagnostic.span.start, diagnostic.rule, diagnostic.span.end)
        )
        kept = placed_in_copies(source, kept, self.copying)
        findings, hidden = self._resolved(document, kept, taken, asked)
        codes = [each.rule for each in findings]
        metrics, properties = measures(
            context,
            reason,
            codes,
            self.by_code,
            several=len(vacancies) > 1,
            marked=self.options.marks,
        )
        return FileReport(
            source.path,
            document.format,
            document.kind,
            document.language,
            metrics,
            facts,
            properties,
            findings,
            hidden,
            (*document.problems, *errors),
            self._sketch(document, rules, found.ranges),
            tuple(_vacancy(document, part) for part in vacancies),
            blocks=shown_blocks(document) if self.options.texts else (),
        )

    def _resolved(
        self, document: Document, kept: list[Diagnostic], taken: list[Taken], asked: Asked
    ) -> tuple[Sequence[Finding], tuple[Suppressed, ...]]:
        """The findings that are shown, and those that the text or the configuration suppresses."""
        fingerprints = self.options.fingerprints
        findings = resolved(document, given_away(kept), fingerprints=fingerprints)
        named = resolved(document, [each.diagnostic for each in taken], fingerprints=fingerprints)
        hidden = tuple(map(Suppressed, named, (each.reason for each in taken)))
        findings, more = without_allowed(findings, asked.allowed)
        return findings, (*hidden, *more)

    def _as_remarks(self, diagnostics: list[Diagnostic], context: Context) -> list[Diagnostic]:
        """Findings about a text that may be a vacancy: what only a vacancy must hold is asked for
        in so many words.
        """
        asking = {rule.code for rule in self.rules if rule.scope == VACANCY}
        return [
            each._replace(severity="info", message=context.say("if-vacancy", each.message))
            if each.rule in asking
            else each
            for each in diagnostics
        ]

    def _diagnostics(
        self, context: Context, rules: list[Rule], vacancies: Sequence[Part] = ()
    ) -> tuple[list[Diagnostic], list[VaclintError]]:
        """What the rules find. Of several vacancies in a file each is judged by itself by the rules
        that ask what a vacancy must hold, and may say what another one says of the employer.
        """
        if not vacancies:
            return self._found(context, rules)
        diagnostics, errors = self._found(context, [r for r in rules if r.scope != VACANCY])
        copies = {rule.code for rule in rules if rule.kind in COPIES}
        again = [each for each in diagnostics if each.rule in copies]
        diagnostics = [each for each in diagnostics if each.rule not in copies]
        diagnostics += without_standing_text(again, [part.document.span for part in vacancies])
        asking = [rule for rule in rules if rule.scope == VACANCY]
        of_facts = {rule.code for rule in asking if rule.kind == "presence"}
        of_each: dict[tuple[str, Span, str], Diagnostic] = {}
        for document, facts in vacancies:
            hits = hits_in(document, context.hits)
            if hits is None:
                hits = self._without_fine(document, self.lexicon.hits(document))
            own = context._replace(document=document, facts=facts, hits=hits)
            more, failed = self._found(own, asking)
            for each in more:  # what is said once for all is told once, whatever the example
                said = "" if each.rule in of_facts else each.message
                of_each.setdefault((each.rule, each.span, said), each)
            errors += failed
            _done_with(document, context.document)
        return [*diagnostics, *of_each.values()], errors

    def _found(
        self, context: Context, rules: list[Rule]
    ) -> tuple[list[Diagnostic], list[VaclintError]]:
        """What some rules find. A kind of check that fails is an error, and so is a rule of the
        user's own that does; all others still run.
        """
        if not context.document.source.text:  # there is nothing else to say of it
            rules = [rule for rule in rules if rule.kind == "language"]
        by_kind: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            by_kind[rule.kind].append(rule)
        diagnostics: list[Diagnostic] = []
        errors: list[VaclintError] = []
        for name, of_kind in by_kind.items():
            check = self.kinds[name].check
            if check is None:
                continue
            for group in _apart(of_kind):
                try:
                    diagnostics.extend(check(context, group))
                except VaclintError as error:
                    errors.append(error)
                except Exception as error:
                    errors.append(told(context.document.source.path, error))
        return without_superfluous(diagnostics, rules), errors

    def fixes(self, source: Source, asked: Asked = Asked()) -> list[Fix]:
        """The first fix of each finding in a text, in order. Raises what reading a text raises."""
        return [fix for finding in self._check(source, asked).findings for fix in finding.fixes[:1]]

    def fix(self, source: Source, *, unsafe: bool = False, asked: Asked = Asked()) -> Fixed:
        """A text with its fixes made, and how many they are. Raises VaclintError when it cannot be
        read.
        """
        with told_of(source.path):
            return fix_source(source, lambda given: self.fixes(given, asked), unsafe=unsafe)

    def sketch(self, source: Source, asked: Asked = Asked()) -> Sketch | None:
        """What other texts are compared with, of a text that is not checked; None where no rule
        compares it. Raises VaclintError when it cannot be read.
        """
        with told_of(source.path):
            document = self.understand(source, asked).document
            found = suppressions(document, self.known).ranges
            return self._sketch(document, self._rules_for(document, asked), found)

    def _sketch(
        self, document: Document, rules: list[Rule], found: Sequence[Suppression]
    ) -> Sketch | None:
        """What other texts are compared with; rules that do not hold for this one, or that it
        suppresses, are hidden.
        """
        compared = self.rules_across and document.kind == VACANCY
        if not compared and not self.options.sketches:
            return None
        from vaclint.checks.sketch import sketch_of

        at = document.headline.start
        suppressed = [each for each in found if each.covers.start <= at < each.covers.end]
        active = {rule.code for rule in rules} & {rule.code for rule in self.rules_across}
        hidden = {
            code
            for code in self.across
            if code not in active or any(each.holds_for(code) for each in suppressed)
        }
        sketch = sketch_of(document, whole=self.options.sketches)
        return sketch._replace(hidden=frozenset(hidden))

    def _without_fine(
        self, document: Document, hits: dict[str, list[Hit]]
    ) -> Mapping[str, list[Hit]]:
        """Without the words that the vocabulary allows."""
        if not self.fine:
            return hits
        haystack = document.haystack
        return {
            code: [
                hit
                for hit in found
                if hit.term.form not in self.fine and haystack[hit.start : hit.end] not in self.fine
            ]
            for code, found in hits.items()
        }

    def _rules_for(self, document: Document, asked: Asked) -> list[Rule]:
        """The chosen rules that look at this language, kind and text."""
        may_be_vacancy = document.kind in (VACANCY, UNSURE)
        key = (document.language, document.languages, may_be_vacancy, asked.ignore)
        return self._rules_before.given(key, self._rules_that_look, *key)

    def _rules_that_look(
        self,
        language: str,
        languages: frozenset[str],
        may_be_vacancy: bool,
        ignore: frozenset[str],
    ) -> list[Rule]:
        whole = frozenset({language})
        return [
            rule
            for rule in self.rules_by_language.get(language, self.rules)
            if rule.code in self.chosen
            and rule.code not in ignore
            and (rule.scope == "any" or may_be_vacancy)
            and any(map(rule.speaks, languages if self.kinds[rule.kind].per_block else whole))
        ]

    def _looked(self, suppression: Suppression) -> bool:
        """Whether the rules that are meant looked at the text by itself."""
        return all(
            any(code.startswith(given) for code in self.chosen)
            and not given.startswith(self.across)
            for given in suppression.codes
        )


def _listed(asked: Asked) -> Asked:
    """What is asked for the jobs of a list: they are vacancies, where nobody says otherwise."""
    return asked if asked.kind else asked._replace(kind=VACANCY, because="a list of jobs")


def _first(found: Amounts) -> Amounts:
    """The first of each sort of statement of pay or hours."""
    return found._replace(
        stated=found.stated[:SHARED], vague=found.vague[:SHARED], unclear=found.unclear[:SHARED]
    )


def _done_with(part: Document, whole: Document) -> None:
    """Keep nothing of one of several vacancies in a large text."""
    if not whole.is_small:
        part.forget()


def _vacancy(document: Document, part: Part) -> Vacancy:
    """A vacancy of several for the report."""
    start, end = map(document.source.position, part.document.span)
    return Vacancy(part.facts, Place(start, end))


def _apart(rules: list[Rule]) -> list[list[Rule]]:
    """The shipped rules together, and each of the user's own by itself, which may be too slow."""
    shipped = [rule for rule in rules if not rule.own]
    groups = [[rule] for rule in rules if rule.own]
    return [shipped, *groups] if shipped else groups
