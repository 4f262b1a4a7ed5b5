"""The site of the documentation: whole in both languages, and what it shows works."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import make_site
from check_links import broken
from cli_support import ROOT, python, vaclint
from own_rules import loaded_with
from project_support import write
from support import loaded
from vaclint.project.config import read_config
from vaclint.project.examples import Examples

PAGES = make_site.HERE / "pages"
GUIDES = sorted(path.name for path in (PAGES / "en" / "guides").glob("*.md"))
WRITTEN = sorted(PAGES.rglob("*.md"))
OTHERS = [code for code in make_site.LANGUAGES if code != make_site.MAIN]


def guide(name: str, language: str) -> str:
    return (PAGES / language / "guides" / name).read_text("utf-8")


@cache
def made(language: str) -> dict[str, str]:
    """All pages in a language by name; takes seconds."""
    return dict(make_site.pages(make_site.read_site(), language))


def fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def shape(text: str) -> list[str]:
    """The levels of the headings and the languages of the code of a page, in order."""
    marks = re.findall(r"^(?:(#+) |```(\w+)$)", text, re.MULTILINE)
    return [level or language for level, language in marks]


@pytest.mark.parametrize("name", GUIDES)
@pytest.mark.parametrize("language", OTHERS)
def test_a_guide_is_whole_in_the_other_language(name: str, language: str) -> None:
    assert shape(guide(name, language)) == shape(guide(name, make_site.MAIN))


@pytest.mark.parametrize("rule", loaded().rules, ids=lambda rule: rule.code)
def test_a_rule_says_all_of_itself_in_every_language(rule: Any) -> None:
    for language in make_site.LANGUAGES:
        texts = rule.texts[language]
        assert texts.summary and texts.message and texts.why.strip()


@pytest.mark.slow
@pytest.mark.parametrize("language", OTHERS)
def test_what_editors_read_is_there_in_the_other_language(language: str) -> None:
    for_editors = {name for name in made("en") if not name.startswith(("more/", "reference/"))}
    assert for_editors - {*made(language)} == set()
    assert {*made(language)} - for_editors == {"more.md"}


@pytest.mark.slow
@pytest.mark.parametrize("language", make_site.LANGUAGES)
def test_a_rule_has_a_page_with_what_it_finds(language: str) -> None:
    for rule in loaded().rules:
        page = made(language)[f"rules/{rule.code.lower()}.md"]
        assert page.startswith(f"# {rule.code}: {rule.texts[language].summary}\n")
        assert page.count('<div class="example bad">') >= 1, rule.code
        assert page.count('<div class="example good">') >= 1, rule.code
        assert "<p>→ " in page, rule.code


def test_the_words_of_the_site_are_there_in_every_language() -> None:
    def keys(table: dict[str, Any]) -> set[str]:
        inner = {
            f"{name}.{key}" for name, value in table.items() if isinstance(value, dict)
            for key in keys(value)
        }  # fmt: skip
        return {*table, *inner}

    words = make_site.read_words()
    assert {frozenset(keys(dict(table))) for table in words.values()} == {
        frozenset(keys(dict(words["en"])))
    }


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PAGES)))
def test_lines_of_the_pages_are_short(path: Path) -> None:
    long = [line for line in path.read_text("utf-8").splitlines() if len(line) > 100]
    assert [line for line in long if not line.startswith("|")] == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PAGES)))
def test_the_configuration_and_the_rules_in_the_pages_are_valid(path: Path, tmp_path: Path) -> None:
    for number, block in enumerate(fenced(path.read_text("utf-8"), "toml")):
        file = tmp_path / f"{number}.toml"
        if "[[rule]]" not in block:
            write(tmp_path, {"house-rules/a.toml": "", "huisstijl/a.toml": "", file.name: block})
            read_config(file)
            continue
        write(tmp_path, {file.name: block})
        own = loaded_with(file)
        assert own.errors == ()
        examples = Examples(own)
        (rule,) = (rule for rule in own.rules if rule.own)
        assert [*examples.failed(rule)] == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PAGES)))
def test_the_python_in_the_pages_finds_something(path: Path, tmp_path: Path) -> None:
    for code in fenced(path.read_text("utf-8"), "python"):
        done = python("-c", code, cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
        assert "GEN" in done.out


@pytest.mark.parametrize("language", make_site.LANGUAGES)
def test_the_feed_in_the_guide_is_read_as_it_says(language: str, tmp_path: Path) -> None:
    text = guide("feed.md", language)
    (jobs,), (config,) = fenced(text, "json"), fenced(text, "toml")
    write(tmp_path, {"jobs.json": jobs, "vaclint.toml": config})
    done = vaclint("check", "jobs.json", "--output-format", "concise", cwd=tmp_path)
    found = {line.split()[2]: line.split(":")[1] for line in done.out.splitlines()}
    assert found["GEN002"] == "5"
    assert not {"SAL001", "SAL002"} & {*found}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as CI does."""
    pytest.importorskip("sphinx", reason="python -m pip install '.[docs]' has the site built")
    to = tmp_path_factory.mktemp("site") / "site"
    done = python(str(make_site.HERE / "make_site.py"), "--to", str(to), cwd=ROOT)
    assert done.code == 0, done.out + done.err
    return to


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser without a window."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        pytest.skip("there is no Chromium here; install it to have the pages tried in a browser")
    api = pytest.importorskip(
        "playwright.sync_api", reason="python -m pip install playwright has the pages tried"
    )
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_fit_and_axe_objects_to_nothing(site: Path, browser: Any, width: int) -> None:
    axe = os.environ.get("VACLINT_AXE")
    for scheme in ("light", "dark"):
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        for name in (
            "index", "nl/index", "nl/guides/gate", "nl/rules/gen002", "rules/wsp001", "commands",
            "rules/index", "reference/report", "reference/rule-keys", "more/own-rules", "search",
        ):  # fmt: skip
            page.goto((site / f"{name}.html").as_uri())
            root = "document.documentElement"
            assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), name
            if axe and Path(axe).is_file():
                page.add_script_tag(path=axe)
                found = page.evaluate("async () => (await axe.run()).violations")
                assert [each["id"] for each in found] == [], (name, scheme)
        page.close()


@pytest.mark.slow
def test_a_page_names_itself_in_the_other_language(site: Path) -> None:
    english = (site / "rules" / "gen001.html").read_text("utf-8")
    dutch = (site / "nl" / "rules" / "gen001.html").read_text("utf-8")
    assert 'href="../nl/rules/gen001.html" lang="nl"' in english
    assert 'href="../../rules/gen001.html" lang="en"' in dutch
    assert '<html class="no-js" lang="nl"' in dutch


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    pages = {
        "index.html": '<a href="nl/a.html#here">a</a><a href="https://example.org/x">b</a>',
        "nl/a.html": '<p id="here"><a href="../gone.html">c</a><a href="#lost">d</a></p>',
        "nl/b.html": '<a href="a.html#lost">e</a><img src="../index.html">',
    }
    write(tmp_path, pages)
    assert [*broken(tmp_path)] == [
        ("nl/a.html", "#lost"), ("nl/a.html", "../gone.html"), ("nl/b.html", "a.html#lost"),
    ]  # fmt: skip
