"""The tables from outside: a kind of check, an input format and an output format that the package does not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vaclint.checks import kinds
from vaclint.checks.context import Context
from vaclint.engine import Engine
from vaclint.formats import FORMATS, Format
from vaclint.model.blocks import Span, TextBuilder
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.model.options import Options
from vaclint.model.reading import Reading
from vaclint.model.report import Look, Report
from vaclint.model.source import Source
from vaclint.reporters import REPORTERS, Reporter, render
from vaclint.rulebook.kind import LIST, Key, Kind, Preparation
from vaclint.rulebook.load import load
from vaclint.rulebook.rule import Rule


def check_colours(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each colour that a rule lists."""
    text = context.document.source.text
    for rule in rules:
        for word in rule.prepared:
            at = text.find(word)
            if at >= 0:
                yield context.found(rule, Span(at, at + len(word)), shade="dark")


def prepare_colours(rule: Rule, preparation: Preparation) -> list[str]:
    """The colours in small letters."""
    return [word.lower() for word in rule.data["colours"]]


COLOURS = Kind(
    "colours",
    check_colours,
    {"colours": Key(LIST, required=True)},
    prepare_colours,
    values=frozenset({"shade"}),
)
RULE = """
[[rule]]
code = "ORG001"
name = "no-colours"
kind = "colours"
message = "‘{text}’ is a {shade} colour."
colours = ["MAUVE", "teal"]
"""


def test_a_kind_of_check(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(RULE, encoding="utf-8")
    table = {**kinds(), "colours": COLOURS}
    loaded = load(table, [tmp_path / "own.toml"])
    assert loaded.errors == ()
    engine = Engine(loaded, Options(select=("ORG001",)), table)
    report = engine.check(Source("text.txt", "Our walls are teal."))
    assert [(each.text, each.message) for each in report.findings] == [
        ("teal", "‘teal’ is a dark colour.")
    ]


def test_a_rule_of_such_a_kind_is_validated(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(RULE.replace("colours =", "colors ="), encoding="utf-8")
    loaded = load({**kinds(), "colours": COLOURS}, [tmp_path / "own.toml"])
    (error,) = loaded.errors
    assert error.message.startswith(f"{tmp_path / 'own.toml'}:7: unknown key 'colors'")
    assert "did you mean 'colours'?" in error.message


def parse_shouted(source: Source, reading: Reading) -> Document:
    """A format in which each line that begins with ! is a paragraph."""
    blocks = []
    for line in source.lines:
        text = source.text[line.start : line.end]
        if text.startswith("!"):
            builder = TextBuilder()
            builder.raw(text[1:], line.start + 1)
            blocks.append(builder.build("paragraph"))
    return Document(source, "shouted", [block for block in blocks if block], reading=reading)


def test_an_input_format() -> None:
    shouted = Format("shouted", frozenset({".shout"}), f"{__name__}:parse_shouted", frozenset())
    engine = Engine(
        load(kinds()), Options(select=("GEN001",), language="nl"), formats=(shouted, *FORMATS)
    )
    report = engine.check(Source("kok.shout", "hij/zij telt niet\n!hij/zij kookt\n"))
    assert report.format == "shouted"
    assert [each.place.start.offset for each in report.findings] == [19]


def render_count(report: Report, look: Look) -> str:
    """How many findings there are."""
    return f"{sum(len(file.findings) for file in report.files)}\n"


def test_an_output_format() -> None:
    count = Reporter("count", f"{__name__}:render_count")
    engine = Engine(load(kinds()), Options(select=("GEN001",), language="nl"))
    file = engine.check(Source("kok.txt", "Hij/zij kookt en hij/zij bakt."))
    assert render("count", Report((file,)), Look({}), (*REPORTERS, count)) == "2\n"
