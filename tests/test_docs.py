"""What the documentation shows is what happens."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import tomli

from cli_support import ROOT, vaclint
from vaclint.project.config import read_config
from vaclint.rulebook.explain import explain
from vaclint.rulebook.rules import _BY_KIND, _COMMON, load_rules, read_rule_file

README = (ROOT / "README.md").read_text("utf-8")
RULES, _ = load_rules()


def fenced(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = fenced("sh")[1].strip()
    assert command.endswith("pytest -q")
    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_first_command_checks_the_examples() -> None:
    assert fenced("sh")[0].strip().endswith("vaclint check examples/")


def test_the_rule_in_the_readme_has_five_lines_and_works(tmp_path: Path) -> None:
    (rule,) = [block for block in fenced("toml") if "[[rule]]" in block]
    assert len(rule.strip().splitlines()) == 5
    (tmp_path / "regels").mkdir()
    (tmp_path / "regels" / "huisstijl.toml").write_text(rule, encoding="utf-8")
    (tmp_path / "vaclint.toml").write_text('rule-paths = ["regels"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text("Elke klant van Gemeente Voorbeeldstad krijgt antwoord.\n", encoding="utf-8")
    done = vaclint("check", "a.md", "--output-format", "concise", cwd=tmp_path)
    assert done.out.splitlines() == [
        "a.md:1:6: warning ORG001 Schrijf ‘inwoner’, niet ‘klant’.",
        "a.md:1:16: warning ORG001 Schrijf ‘Wij’, niet ‘Gemeente Voorbeeldstad’.",
    ]
    assert "ORG001" in vaclint("rules", cwd=tmp_path).out
    assert "# ORG001 huisstijl" in vaclint("rule", "ORG001", cwd=tmp_path).out


def test_the_configuration_in_the_readme_is_valid(tmp_path: Path) -> None:
    (config,) = [block for block in fenced("toml") if "fail-on" in block]
    (tmp_path / "vaclint.toml").write_text(config, encoding="utf-8")
    (tmp_path / "regels").mkdir()
    (tmp_path / "regels" / "r.toml").write_text('[[rule]]\ncode = "ORG001"\nname = "n"\nmessage = "m"\nterms = ["x"]\n', encoding="utf-8")
    read_config(tmp_path / "vaclint.toml")
    (tmp_path / "a.md").write_text("Wij werken samen.\n", encoding="utf-8")
    assert vaclint("check", "a.md", cwd=tmp_path).code == 0
    assert set(tomli.loads(config)) <= {
        "exclude",
        "ignore",
        "fail-on",
        "min-score",
        "vocabulary",
        "rule-paths",
        "per-file-ignores",
        "severity",
        "fields",
        "rules",
    }


def test_links_in_the_documentation_exist() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_rule_pages_are_those_of_the_rules() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "make_rules.py"))["page"](RULES)
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == page, "run python docs/make_rules.py"


def test_every_key_of_a_rule_is_documented() -> None:
    page = (ROOT / "docs" / "own-rules.md").read_text("utf-8")
    for key in [*_COMMON, *_BY_KIND["terms"], *_BY_KIND["pattern"]]:
        assert f"`{key}" in page, key
    for kind in _BY_KIND:
        assert f"`{kind}`" in page, kind


def test_the_rule_in_the_page_on_rules_is_valid(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "own-rules.md").read_text("utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "r.toml").write_text(block, encoding="utf-8")
    assert [rule.code for rule in read_rule_file(tmp_path / "r.toml", own=True)] == ["ORG001"]


def test_the_changelog_names_every_rule() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for rule in RULES:
        assert rule.code in changelog or rule.code.startswith("WSP")


def test_the_options_of_an_explanation_are_toml() -> None:
    for rule in RULES:
        if rule.options:
            shown = explain(rule, "nl").partition("## Instellen\n\n")[2].partition("\n\n## ")[0]
            assert tomli.loads("\n".join(line.strip() for line in shown.splitlines()))["rules"][rule.code] == dict(rule.options)
