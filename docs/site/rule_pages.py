"""A page for each rule, for each family of rules and for all of them, made of the rules themselves,
their examples as they come out, and the measurement of the corpus.
"""

from __future__ import annotations

import html
import runpy
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from vaclint.languages.language import Language
from vaclint.model.report import Finding
from vaclint.project.examples import OTHER, Examples
from vaclint.rulebook.explain import options_of, shown_examples, told_of, visible
from vaclint.rulebook.rule import Rule

MEASURE = Path(__file__).parents[2] / "tests" / "corpus" / "measure.py"
SAID = 3
"""So many messages are shown below an example."""


class Measured(NamedTuple):
    """How often a rule was right, wrong and silent in the labelled texts."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Of what it reported the share that was right; None where it reported nothing."""
        reported = self.right + self.wrong
        return self.right / reported if reported else None

    @property
    def recall(self) -> float | None:
        """Of what it should report the share that it did; None where there was nothing."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else None


class Corpus(NamedTuple):
    """The measurement of all rules: by code, and over how many texts."""

    rules: Mapping[str, Measured]
    texts: int


def measure() -> Corpus:
    """What ``tests/corpus/measure.py`` finds now; takes seconds."""
    corpus = runpy.run_path(str(MEASURE))
    wanted, reported = corpus["labels"](), corpus["found"]()
    counts = [
        Counter(label[1] for label in labels.elements())
        for labels in (wanted & reported, reported - wanted, wanted - reported)
    ]
    codes = {label[1] for label in wanted | reported}
    texts = {label[0] for label in wanted}
    measured = {code: Measured(*(count[code] for count in counts)) for code in codes}
    return Corpus(measured, len(texts))


class RulePages:
    """The pages of all rules in one language, with the words of the site in it."""

    def __init__(
        self, examples: Examples, language: Language, words: Mapping[str, Any], corpus: Corpus
    ) -> None:
        self._examples = examples
        self._language = language
        self._words = words["rules"]
        self._packed = language.section("output")
        self._corpus = corpus

    def all(self) -> Iterator[tuple[str, str]]:
        """Names and Markdown of the pages, below the folder of rules."""
        rules = sorted(self._examples.loaded.rules, key=lambda rule: rule.code)
        families = {
            family: [*of_family] for family, of_family in groupby(rules, lambda rule: rule.code[:3])
        }
        yield "index.md", self._index(families)
        for family, of_family in families.items():
            yield f"{family.lower()}.md", self._family(family, of_family)
        for rule in rules:
            yield f"{rule.code.lower()}.md", self._rule(rule)

    def _index(self, families: Mapping[str, Sequence[Rule]]) -> str:
        words = self._words
        rows = [
            f"| [{self._packed['html']['families'][family]}]({family.lower()}.md) "
            f"| {family} | {len(rules)} |"
            for family, rules in families.items()
        ]
        count = sum(map(len, families.values()))
        head = [f"# {words['title']}", words["intro"].format(count=count, families=len(families))]
        head.append("\n".join([words["kinds"], "| --- | --- | --- |", *rows]))
        return _page(*head, _contents(family.lower() for family in families))

    def _family(self, family: str, rules: Sequence[Rule]) -> str:
        words, severities = self._words, self._packed["rule"]
        rows = [
            f"| [{rule.code}]({rule.code.lower()}.md) | {_cell(self._summary(rule))} "
            f"| {severities[rule.severity]} |"
            for rule in rules
        ]
        title = f"# {self._packed['html']['families'][family]} ({family})"
        table = "\n".join([words["table"], "| --- | --- | --- |", *rows])
        more = words["more"].get(family, "")
        return _page(title, more, table, _contents(rule.code.lower() for rule in rules))

    def _summary(self, rule: Rule) -> str:
        return rule.texts_in(self._language.code).summary

    def _rule(self, rule: Rule) -> str:
        packed = self._packed["rule"]
        parts = [f"# {rule.code}: {self._summary(rule)}", self._about(rule)]
        if why := rule.texts_in(self._language.code).why.strip():
            parts += [f"## {packed['why']}", _escaped(why)]
        for kind in ("bad", "good"):
            if chosen := shown_examples(rule, kind, self._language):
                parts += [f"## {packed[kind]}", *(self._example(rule, each) for each in chosen)]
        if rule.options:
            options = "\n".join(options_of(rule))
            parts += [f"## {packed['options']}", self._words["options"], _code("toml", options)]
        parts += [f"## {self._words['sure']}", self._sure(rule)]
        parts += [f"## {packed['off']}", *self._off(rule)]
        if rule.sources:
            sources = "\n".join(f"- <{source}>" for source in rule.sources)
            parts += [f"## {packed['sources']}", sources]
        return _page(*parts)

    def _about(self, rule: Rule) -> str:
        languages = [self._language.section("language-names")[each] for each in rule.languages]
        told = [*told_of(rule, self._language), *([", ".join(languages)] if languages else [])]
        return f"`{rule.name}` · {' · '.join(told)}"

    def _off(self, rule: Rule) -> Iterator[str]:
        words = self._words
        yield words["off-config"]
        yield _code("toml", f'ignore = ["{rule.code}"]')
        yield words["off-text"]
        yield _code("html", f"<!-- vaclint: ignore {rule.code} -- {words['reason']} -->")

    def _sure(self, rule: Rule) -> str:
        words = self._words
        counts = Counter("bad" if "bad" in example else "good" for example in rule.examples)
        tested = words["tested"].format(bad=counts["bad"], good=counts["good"])
        measured = self._corpus.rules.get(rule.code)
        if measured is None:
            return f"{words['not-measured'].format(texts=self._corpus.texts)} {tested}"
        shares = {
            "precision": self._share(measured.precision),
            "recall": self._share(measured.recall),
        }
        told = words["measured"].format(**measured._asdict(), **shares, texts=self._corpus.texts)
        return f"{told} {tested}"

    def _share(self, share: float | None) -> str:
        decimal = self._language.numbers.decimal
        return "–" if share is None else f"{share:.2f}".replace(".", decimal)

    def _example(self, rule: Rule, example: Mapping[str, Any]) -> str:
        """An example with what is found in it marked, what is said of it, and what it becomes."""
        packed, kind = self._packed["rule"], "bad" if "bad" in example else "good"
        text = example[kind].strip("\n")
        found = self._examples.findings(rule, example, text, speaking=self._language.code)
        rows = [f'<div class="example {kind}">', f"<pre>{_marked(text, found)}</pre>"]
        if "other" in example:
            other = html.escape(visible(" ".join(example["other"].split())))
            rows.append(f"<p>{packed['other']} (<code>{OTHER}</code>): ‘{other}’</p>")
        messages = [*dict.fromkeys(finding.message for finding in found)][:SAID]
        rows += [f"<p>→ {html.escape(message)}</p>" for message in messages]
        if "fixed" in example:
            fixed = html.escape(visible(example["fixed"].strip("\n").replace("\n", "↵")))
            rows.append(f"<p>→ {packed['fixed']}: <span>{fixed}</span></p>")
        return "\n".join([*rows, "</div>"])


def _marked(text: str, found: Sequence[Finding]) -> str:
    """A text as HTML, with what findings stand on marked; nothing of it is an empty line, which
    would end the HTML.
    """
    shown, at = [], 0
    places = sorted((each.place.start.offset, each.place.end.offset) for each in found)
    for start, end in places:
        if start >= at:
            marked = visible(text[start:end]) if end - start < 160 else text[start:end]
            shown += [_quoted(text[at:start]), f"<mark>{_quoted(marked)}</mark>"]
            at = end
    return "".join([*shown, _quoted(text[at:])])


def _quoted(text: str) -> str:
    escaped = html.escape("".join(char if char == "\n" else _seen(char) for char in text))
    return escaped.replace("\n", "&#10;")


def _seen(char: str) -> str:
    return char if char.isprintable() else visible(char)


def _escaped(text: str) -> str:
    """Prose of a rule as Markdown, in which only what looks like HTML has a meaning."""
    return text.replace("<", "&lt;")


def _cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


def _code(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


def _contents(names: Iterable[str]) -> str:
    return "\n".join(["```{toctree}", ":hidden:", "", *names, "```"])


def _page(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"
