"""The page in a browser: search, filter, sort, open, jump; no message on the console, no request,
no scrolling sideways on a telephone, and nothing that axe objects to.

Needs Chromium, the Python package ``playwright`` and the file of axe-core that ``VACLINT_AXE``
names; what is not here is said.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reporters.sample import look, report
from support import loaded, resources
from support import report as checked
from vaclint.model.report import Report
from vaclint.reporters import files, render
from vaclint.rulebook.notes import notes_on

pytestmark = pytest.mark.slow
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser without a window."""
    if BROWSER is None:
        pytest.skip("there is no Chromium here; install it to have the pages tried in a browser")
    api = pytest.importorskip(
        "playwright.sync_api", reason="python -m pip install playwright has the pages tried"
    )
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


def many() -> Report:
    """Forty texts besides those of the sample."""
    sample = report(texts=True)
    text = "# Bakker {0} (m/v/x)\n\nJe bakt {0} broden, 32 uur per week. Je verdient € {1} bruto per maand.\n"
    more = (
        checked(text.format(at, 2400 + at), f"b/{at}.md", kind="vacancy", texts=True)
        for at in range(40)
    )
    rules = notes_on(loaded().rules, resources().languages["nl"])
    return Report((*sample.files, *more), sample.errors, rules=rules)


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The report opened; fails at the end if the page said or asked for anything."""
    file = tmp_path / "report.html"
    file.write_text(render("html", many(), look()), "utf-8")
    yield from opened(browser, file, WIDE)


def opened(browser: Any, file: Path, size: dict[str, int], **options: Any) -> Iterator[Any]:
    page = browser.new_page(viewport=size, **options)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: said.append(asked.url) if "file:" not in asked.url else None)
    page.goto(file.as_uri())
    yield page
    page.close()
    assert said == []


def shown(page: Any) -> list[str]:
    """The titles in the table."""
    titles: list[str] = page.locator("#list tbody tr:visible th a").all_inner_texts()
    return titles


def test_search_filter_and_show_all(page: Any) -> None:
    assert len(shown(page)) == 43
    page.fill("#search", "bakker 7")
    assert shown(page) == ["Bakker 7"]
    assert page.inner_text("#shown") == "1 tekst getoond"
    page.click("#all")
    page.click("button[data-show=pay]")
    assert page.input_value("#show") == "pay"
    assert shown(page) == ["Kok"]
    page.click("#all")
    page.select_option("#rule", "GEN")
    assert set(shown(page)) == {"Kok", "Planner"}
    page.fill("#search", "er is geen")
    assert shown(page) == []
    assert page.is_visible("#none")


def test_sort_by_every_column_both_ways(page: Any) -> None:
    page.click("thead button[data-key=pay]")
    assert page.get_attribute("th:has(button[data-key=pay])", "aria-sort") == "descending"
    assert shown(page)[0] == "Planner"
    page.click("thead button[data-key=pay]")
    assert shown(page)[-1] == "Planner"
    page.click("thead button[data-key=mark]")
    assert shown(page)[0] == "Kok"
    page.click("thead button[data-key=title]")
    titles = [title.lower() for title in shown(page)]
    assert titles.index("bakker 0") < titles.index("kok") < titles.index("planner")


def test_a_long_table_is_drawn_as_far_as_it_is_seen(browser: Any, tmp_path: Path) -> None:
    (file, *_), path = report(texts=True).files, tmp_path / "report.html"
    files = tuple(file._replace(path=f"b/{at}.md") for at in range(1, 501))
    path.write_text(render("html", Report(files), look()), "utf-8")
    for page in opened(browser, path, WIDE):
        assert (len(shown(page)), page.inner_text("#shown")) == (200, "500 teksten getoond")
        page.fill("#search", "b/4")
        assert len(shown(page)) == 111
        page.fill("#search", "")
        page.locator("#more").scroll_into_view_if_needed()
        page.wait_for_selector("#list tbody tr:nth-child(201):not([hidden])")
        page.locator("#more button").press("Enter")
        page.wait_for_selector("#list tbody tr:nth-child(500):not([hidden])")
        assert len(shown(page)) == 500
        assert not page.is_visible("#more")


def test_a_rule_is_called_by_what_it_finds(page: Any) -> None:
    assert "GEN001 Een mannelijk en een vrouwelijk voornaamwoord naast elkaar" in page.inner_text(
        "#overview"
    )
    page.click("#list a:has-text('Kok')")
    assert "pronoun-pair" not in page.inner_text("#detail")


def test_a_vacancy_opens_at_a_finding_and_goes_back(page: Any) -> None:
    page.click("#list a:has-text('Kok')")
    page.wait_for_selector("#detail h1")
    assert page.inner_text("#detail h1") == "Kok"
    assert not page.is_visible("#overview")
    mark = page.locator("#detail .m", has_text="Hij/zij")
    mark.hover()
    assert page.locator(".note.on").count() == 1
    mark.click()
    note = page.locator(".note:focus")
    assert "‘Hij/zij’" in note.inner_text()
    note.locator("a", has_text="regel").click()
    assert page.locator(".m:focus").inner_text() == "Hij/zij"
    assert "Kok" in page.title()
    page.click(".back")
    page.wait_for_selector("#overview")
    page.go_back()
    page.wait_for_selector("#detail h1")
    assert page.inner_text("#detail h1") == "Kok"


def test_the_code_of_a_rule_leads_to_its_explanation_and_back_to_the_finding(page: Any) -> None:
    page.click("#list a:has-text('Kok')")
    mark = page.locator("#detail .m", has_text="Hij/zij")
    mark.click()
    page.locator(".note:focus a", has_text="GEN001").click()
    told = page.locator(".rule:focus")
    assert "GEN001" in told.locator("h3").inner_text()
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < WIDE["height"]
    assert page.is_visible("#detail h1")
    page.go_back()
    assert "‘Hij/zij’" in page.locator(".note:focus").inner_text()


def test_the_rules_of_the_first_page_are_explained_below_it(page: Any) -> None:
    page.click("a.why >> nth=0")
    assert page.locator(".rule:focus").count() == 1
    assert page.is_visible("#overview")


def test_everything_works_from_the_keyboard(page: Any) -> None:
    page.focus("#list a:has-text('Kok')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#detail h1:focus")
    page.locator("#detail .m").first.focus()
    assert page.locator(".note.on").count() >= 1
    page.keyboard.press("Enter")
    assert page.wait_for_selector(".note:focus")


def test_remarks_can_be_hidden_and_jargon_coloured(page: Any) -> None:
    page.click("#list a:has-text('Kok')")
    assert page.locator(".note.info:visible").count() > 0
    page.check("[data-switch=calm]")
    assert page.locator(".note.info:visible").count() == 0
    page.check("[data-switch=heat]")
    colour = "getComputedStyle(document.querySelector('.heat1 .text, .heat2 .text, .heat3 .text'))"
    assert page.evaluate(f"{colour}.backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_copied_text_with_a_script_in_it_runs_nothing(browser: Any, tmp_path: Path) -> None:
    text = "# Kok\n\nHij/zij \\<img src=x onerror=alert(1)> `</script><script>alert(2)</script>`\n"
    read = [checked(text, f"{at}.md", kind="vacancy", texts=True) for at in range(2)]
    file = tmp_path / "r.html"
    file.write_text(render("html", Report(tuple(read)), look()), "utf-8")
    for page in opened(browser, file, WIDE):
        page.click("#list a >> nth=0")
        assert "<img src=x onerror=alert(1)>" in page.inner_text("#detail")
        assert page.locator("#detail img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("at", ["", "#v1"])
def test_axe_finds_nothing(
    browser: Any, tmp_path: Path, scheme: str, size: dict[str, int], at: str
) -> None:
    axe = os.environ.get("VACLINT_AXE")
    if not axe or not Path(axe).is_file():
        pytest.skip("VACLINT_AXE names no file of axe-core; npm install axe-core brings one")
    file = tmp_path / "report.html"
    file.write_text(render("html", many(), look()), "utf-8")
    for page in opened(browser, file, size, color_scheme=scheme, bypass_csp=True):
        page.evaluate(f"location.hash = {at!r}")
        page.evaluate(Path(axe).read_text("utf-8"))
        found = page.evaluate("axe.run()")
        assert [
            (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
            for each in found["violations"]
        ] == []
        assert len(found["passes"]) > 10
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_vacancies_in_a_folder_open_as_well(browser: Any, tmp_path: Path) -> None:
    from unittest.mock import patch

    with patch("vaclint.reporters.html.LIMIT", 0):
        for name, parts in files("html", report(texts=True), look(), "r-files/"):
            file = tmp_path / "r-files" / name if name else tmp_path / "r.html"
            file.parent.mkdir(exist_ok=True)
            file.write_text("".join(parts), "utf-8")
    for page in opened(browser, tmp_path / "r.html", WIDE):
        page.click("#list a:has-text('Kok')")
        assert page.inner_text("h1") == "Kok"
        page.locator(".m", has_text="Hij/zij").click()
        assert "‘Hij/zij’" in page.locator(".note:focus").inner_text()
