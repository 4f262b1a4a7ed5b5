"""What the documentation shows is what happens."""

from __future__ import annotations

import json
import re
import runpy
import shlex
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
import tomli
from packaging.requirements import Requirement

from cli_support import ROOT, python, vaclint
from own_rules import loaded_with
from project_support import write
from support import loaded
from vaclint.checks import kinds
from vaclint.faces.arguments import command_parser
from vaclint.model.errors import VaclintError
from vaclint.project.config import read_config
from vaclint.project.settings import FAIL_ON

READMES = ("README.md", "README.nl.md")
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


SHOWING = [page for page in PAGES if page.name not in ("CHANGELOG.md", "rules.md")]
SHOWING += sorted((ROOT / "docs" / "site" / "pages").rglob("*.md"))
COMMAND = re.compile(r"(?:^|[ /\\])vaclint (?=[a-z-])(.*)")


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def fenced(name: str, language: str) -> list[str]:
    """The blocks of code in a page that are in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text_of(name), re.DOTALL | re.MULTILINE)


def headings(name: str) -> list[str]:
    text = re.sub(r"^```.*?^```", "", text_of(name), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"^(#+) ", text, re.MULTILINE)


def test_both_readmes_are_complete_and_name_each_other_first() -> None:
    first, second = (text_of(name).splitlines()[0] for name in READMES)
    assert "README.nl.md" in first
    assert "README.md" in second
    assert headings("README.md") == headings("README.nl.md")
    for language in ("sh", "yaml", "python", "toml"):
        blocks = [fenced(name, language) for name in READMES]
        assert len(blocks[0]) == len(blocks[1]), language
    assert fenced("README.md", "sh")[:2] == fenced("README.nl.md", "sh")[:2]


@pytest.mark.parametrize("name", READMES)
def test_ci_runs_the_test_command_of_the_readme(name: str) -> None:
    command = fenced(name, "sh")[1].strip()
    assert command.endswith("pytest -q")
    assert command in text_of(".ci/run").splitlines()


def test_every_page_of_docs_has_a_place_on_the_site() -> None:
    index = text_of("docs/site/pages/en/index.md").split()
    pages = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"rules"}
    assert sorted(page for page in pages if f"more/{page}" not in index) == []


def test_ci_runs_the_slow_tests_too() -> None:
    lines = text_of(".ci/run").splitlines()
    assert any("pytest" in line and re.search(r"-m (slow|\"\"|'')", line) for line in lines)


@pytest.mark.parametrize("name", READMES)
def test_the_first_command_checks_the_examples(name: str) -> None:
    assert fenced(name, "sh")[0].strip().endswith("vaclint check examples/")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (
            "README.md",
            "Every customer of the municipality of Exampleville gets an answer.\n",
            ["1:7: warning ORG001 Write ‘resident’, not ‘customer’.",
             "1:19: warning ORG001 Write ‘we’, not ‘the municipality of Exampleville’."],
        ),
        (
            "README.nl.md",
            "Elke klant van Gemeente Voorbeeldstad krijgt antwoord.\n",
            ["1:6: warning ORG001 Schrijf ‘inwoner’, niet ‘klant’.",
             "1:16: warning ORG001 Schrijf ‘Wij’, niet ‘Gemeente Voorbeeldstad’."],
        ),
    ],
)  # fmt: skip
def test_the_rule_in_the_readme_has_five_lines_and_works(
    tmp_path: Path, name: str, text: str, says: list[str]
) -> None:
    (rule,) = [block for block in fenced(name, "toml") if "[[rule]]" in block]
    assert len(rule.strip().splitlines()) == 5
    config = 'rule-paths = ["regels"]\n'
    write(tmp_path, {"regels/r.toml": rule, "vaclint.toml": config, "a.md": text})
    done = vaclint("check", "a.md", "--select", "ORG", "--output-format", "concise", cwd=tmp_path)
    assert done.out.splitlines() == [f"a.md:{line}" for line in says]
    assert "ORG001" in vaclint("rules", cwd=tmp_path).out
    named = tomli.loads(rule)["rule"][0]["name"]
    assert f"# ORG001 {named}" in vaclint("rule", "ORG001", cwd=tmp_path).out


def commands(page: Path) -> list[tuple[str, bool]]:
    """What follows ``vaclint`` in the commands of a page, and whether that is all of one: what
    stands in a sentence may leave out what it is about.
    """
    text = page.read_text("utf-8")
    blocks = re.findall(r"^```(?:sh|powershell)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    shown = [(line, True) for block in blocks for line in block.splitlines()]
    prose = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    shown += [(" ".join(each.split()), False) for each in re.findall(r"`([^`]+)`", prose)]
    found = [(COMMAND.search(line), whole) for line, whole in shown if "pip install" not in line]
    return [
        (re.split(r" +(?:#|<|>|&&|\|) *", match[1])[0], whole) for match, whole in found if match
    ]


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_is_shown_is_one(page: Path) -> None:
    for command, whole in commands(page):
        try:
            command_parser().parse_args(shlex.split(command))
        except VaclintError as error:
            assert not whole, command
            assert "required" in error.message or "expected" in error.message, command
        except SystemExit as end:  # of --version, --print-completion
            assert end.code == 0, command


@pytest.mark.parametrize("name", READMES)
def test_the_configuration_in_the_readme_is_valid(tmp_path: Path, name: str) -> None:
    (config,) = [block for block in fenced(name, "toml") if "fail-on" in block]
    (folder,) = tomli.loads(config)["rule-paths"]
    assert f"`vaclint rule --test {folder}`" in " ".join(text_of(name).split())
    rule = '[[rule]]\ncode = "ORG001"\nname = "n"\nmessage = "m"\nterms = ["x"]\n'
    files = {"vaclint.toml": config, f"{folder}/r.toml": rule, "a.md": "Wij werken samen.\n"}
    write(tmp_path, files)
    read = read_config(tmp_path / "vaclint.toml")
    assert read.fail_on in FAIL_ON
    assert vaclint("check", "a.md", cwd=tmp_path).code == 0
    assert set(tomli.loads(config)) == {
        "exclude", "ignore", "fail-on", "min-score", "max-file-size", "timeout", "vocabulary",
        "rule-paths", "per-file-ignores", "severity", "fields", "rules", "vacancies", "country",
        "min-severity", "suppress",
    }  # fmt: skip


@pytest.mark.parametrize("name", READMES)
def test_the_python_in_the_readme_prints_what_is_said(tmp_path: Path, name: str) -> None:
    (code,) = fenced(name, "python")
    done = python("-c", code, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip()
    assert done.out in fenced(name, "text")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_in_the_documentation_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_lines_are_short(page: Path) -> None:
    if page.name == "rules.md":  # made of the rules, whose examples may be long
        return
    long = [
        line
        for line in page.read_text("utf-8").splitlines()
        if len(line) > 100 and not line.startswith("|") and "http" not in line
    ]
    assert [line for line in long if "pip install" not in line] == []


def test_the_rule_pages_are_those_of_the_rules() -> None:
    make = runpy.run_path(str(ROOT / "docs" / "make_rules.py"))
    page = make["page"](loaded().rules, loaded().resources.languages["nl"])
    assert text_of("docs/rules.md") == page, "run python docs/make_rules.py"


def keys_in_shipped_rules() -> set[str]:
    """All keys that a shipped rule has, in its own table or in that of a language."""
    tables: list[dict[str, Any]] = []
    for path in (ROOT / "rules").rglob("*.toml"):
        data = tomli.loads(path.read_text("utf-8"))
        tables += data.get("rule", [])
        tables += [table for code, table in data.items() if re.fullmatch(r"[A-Z]{3}\d{3}", code)]
    return {key for table in tables for key in table}


def test_every_key_of_a_rule_is_documented() -> None:
    page = text_of("docs/own-rules.md")
    of_kinds = {key for kind in kinds().values() for key in kind.keys}
    for_users = {key for kind in ("terms", "pattern", "pairs") for key in kinds()[kind].keys}
    of_any_rule = keys_in_shipped_rules() - of_kinds
    assert {"code", "name", "kind", "message", "why", "example", "options"} <= of_any_rule
    assert [key for key in sorted(of_any_rule | for_users) if f"`{key}" not in page] == []
    assert [kind for kind in kinds() if f"`{kind}`" not in page] == []


def test_the_rules_in_the_page_on_rules_are_valid(tmp_path: Path) -> None:
    every = fenced("docs/own-rules.md", "toml")
    blocks = [block for block in every if set(tomli.loads(block)) == {"rule"}]
    assert len(blocks) >= 3
    for number, block in enumerate(blocks):
        write(tmp_path, {f"{number}.toml": block})
    own = loaded_with(tmp_path)
    assert own.errors == ()
    codes = [rule.code for rule in own.rules if rule.own]
    assert codes == [f"ORG{number:03}" for number in range(1, len(blocks) + 1)]


def fields_of(schema: Any) -> set[str]:
    """The names of all fields that a JSON Schema tells of."""
    if isinstance(schema, list):
        return set().union(*map(fields_of, schema))
    if not isinstance(schema, dict):
        return set()
    fields = schema.get("properties", {})
    below = [each for name, each in schema.items() if name != "properties"]
    return set(fields) | fields_of([*fields.values(), *below])


def test_every_field_of_the_report_is_documented() -> None:
    page = text_of("docs/wire-format.md")
    schema = json.loads(text_of("src/vaclint/schemas/report.json"))
    assert [name for name in sorted(fields_of(schema)) if not re.search(rf"\b{name}\b", page)] == []


def test_the_changelog_names_every_rule() -> None:
    changelog = text_of("CHANGELOG.md")
    unnamed = [rule.code for rule in loaded().rules if rule.code not in changelog]
    assert [code for code in unnamed if not code.startswith("WSP")] == []


def test_the_table_of_licences_has_every_dependency() -> None:
    needed: set[str] = set()

    def add_those_of(package: str) -> None:
        try:
            listed = list(map(Requirement, requires(package) or ()))
        except PackageNotFoundError:  # of another Python or system
            return
        for each in listed:
            name = each.name.lower().replace("_", "-")
            is_needed = each.marker is None or each.marker.evaluate({"extra": ""})
            if is_needed and name not in needed:
                needed.add(name)
                add_those_of(each.name)

    add_those_of("vaclint")
    table = text_of("docs/security.md").partition("| licence |")[2]
    listed = {name.lower().replace("_", "-") for name in re.findall(r"`([\w-]+)`", table)}
    assert "regex" in needed
    assert needed - listed == set()
