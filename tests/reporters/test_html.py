"""The page: texts with their findings in place, nothing of others as markup, one file or several.

How it behaves in a browser is in ``test_html_browser.py``.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.texts import TEXT
from reporters.conftest import Golden
from reporters.sample import look, report
from reporters.specified import finding, hostile
from support import loaded, resources
from support import report as checked
from vaclint.model.report import FileReport, Piece, Report, ShownBlock
from vaclint.reporters import files, render
from vaclint.reporters.html import LIMIT
from vaclint.reporters.html.marked import Range, Ranges, runs
from vaclint.rulebook.notes import notes_on

SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
STYLE = re.compile(r"<style>.*?</style>", re.S)


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What moves a cursor or turns the writing around; a page may have tabs and ends of lines."""


class Page(HTMLParser):
    """What elements a page has, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def ids(self) -> list[str]:
        """All identifiers."""
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of the elements of a class."""
        return [each for _, each in self.elements if name in str(each.get("class", "")).split()]


def page(given: Report, language: str = "nl") -> str:
    return render("html", given, look(language))


def opened(html: str) -> str:
    """A page with all vacancies opened."""
    return re.sub(r'<script type="text/plain" id="d\d+">(.*?)</script>', r"\1", html, flags=re.S)


def alone(text: str, *select: str, **options: Any) -> str:
    file = checked(text, "a.md", *select, kind="vacancy", texts=True, **options)
    return page(Report((file,)))


def test_as_the_golden_file_has_it(golden: Golden) -> None:
    html = page(report(texts=True))
    golden("html.html", SCRIPT.sub("<script></script>", STYLE.sub("<style></style>", html)))


def test_it_needs_no_network_and_runs_its_own_script_only() -> None:
    html = page(report(texts=True))
    (script,) = SCRIPT.findall(html)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in html
    loaded = [
        name
        for tag, attributes in Page(opened(html)).elements
        for name in ("src", "srcset", "data", "action", "poster")
        if name in attributes or tag in ("link", "iframe", "object", "embed", "img")
    ]
    assert loaded == []


def test_every_link_within_the_page_leads_somewhere_and_every_name_is_one() -> None:
    shown = Page(opened(page(report(texts=True))))
    assert len(shown.ids) == len(set(shown.ids))
    links = [str(each["href"]) for _, each in shown.elements if "href" in each]
    inside = {link[1:] for link in links if link.startswith("#")} - {""}
    assert inside
    assert inside <= set(shown.ids)


def explained(language: str = "nl") -> Report:
    """The report of the sample with notes on all its rules."""
    pack = resources().languages[language]
    return report(texts=True)._replace(rules=notes_on(loaded().rules, pack))


def test_it_explains_the_rules_that_found_something_and_every_code_leads_there() -> None:
    given = explained()
    shown = Page(opened(page(given)))
    found = {each.rule for file in given.files for each in file.findings}
    told = [each["id"] for each in shown.with_class("rule")]
    assert told == sorted(f"r{code}" for code in found)
    links = {str(each["href"]) for _, each in shown.elements if "href" in each}
    assert {f"#{each}" for each in told} <= links
    sources = {source for rule in given.rules for source in rule.sources}
    assert {link for link in links if not link.startswith("#")} <= sources


def test_an_explanation_says_why_and_what_to_write() -> None:
    text = " ".join(Page(page(explained("en"), "en")).texts)
    (rule,) = (each for each in explained("en").rules if each.code == "GEN002")
    assert rule.why in text
    assert rule.bad[0].text in text
    assert f"→ {rule.bad[0].told[-1]}" in text
    assert 'ignore = ["GEN002"]' in text


def test_a_report_without_notes_on_rules_has_codes_that_lead_nowhere() -> None:
    shown = Page(opened(page(report(texts=True))))
    assert not shown.with_class("why")
    assert all(str(each["href"]).startswith("#") for _, each in shown.elements if "href" in each)


def test_a_large_report_explains_its_rules_on_a_page_of_the_folder() -> None:
    one, *others = large().files
    kitchen = explained()
    given = Report((one._replace(findings=kitchen.files[0].findings), *others), rules=kitchen.rules)
    found = {name: "".join(parts) for name, parts in files("html", given, look(), "x-files/")}
    assert [*found][-2:] == ["rules.html", ""]
    assert 'id="rGEN001"' in found["rules.html"]
    assert 'href="rules.html#rGEN001"' in found["1.html"]
    assert 'href="x-files/rules.html#rGEN001"' in found[""]


def test_nothing_of_others_is_markup() -> None:
    text = "# Kok <script>alert(1)</script>\n\nHij/zij <b onclick='x'>kookt</b> </script> \u202e."
    plain = Page(opened(page(report(texts=True))))
    shown = Page(opened(page(hostile()))), Page(alone(text))
    allowed = {tag for tag, _ in plain.elements} | {"section", "ol", "small", "span"}
    for each in shown:
        assert {tag for tag, _ in each.elements} <= allowed
        assert not [name for _, given in each.elements for name in given if name.startswith("on")]
    assert "\u202e" not in alone(text)


@settings(max_examples=40, deadline=None)
@given(TEXT, st.sampled_from(("a.md", "a.html", "a.txt")))
def test_no_text_is_markup_or_moves_a_cursor(text: str, name: str) -> None:
    given = f"# Kok {text}\n\nHij/zij {text} de de {text}kookt .\n\n[{text}](x {text})\n"
    file = checked(given, name, kind="vacancy", texts=True)
    html = opened(page(Report((file,))))
    assert not CONTROL.search(html)
    shown = Page(SCRIPT.sub("", STYLE.sub("", html)))
    tags = {tag for tag, _ in shown.elements}
    assert tags.isdisjoint({"script", "img", "iframe", "style", "link", "form", "object", "embed"})
    assert not [name for _, has in shown.elements for name in has if name.startswith("on")]
    links = [str(has["href"]) for _, has in shown.elements if "href" in has]
    assert all(link.startswith(("#", "https://")) for link in links)


def test_a_finding_is_underlined_where_it_stands_and_told_beside_it() -> None:
    html = alone("# Kok\n\nAls hij/zij *ziek* is, bel je.\n", "GEN001")
    assert re.search(
        r'Als <a class="m warning" href="#v1n1" id="v1t1" data-n="1">hij/zij</a> ziek is', html
    )
    assert '<li class="note warning" id="v1n1" tabindex="-1">' in html


def test_what_no_reader_sees_is_told_behind_the_block_before_it() -> None:
    html = alone("# Kok  \n\nJe kookt.\n\n\n\n\nJe bakt.\n", "WSP006")
    (sign,) = Page(html).with_class("gap")
    assert sign["href"] == "#v1n1"
    assert html.index("Je kookt.") < html.index('class="m gap') < html.index("Je bakt.")


def test_both_copies_of_a_passage_are_linked() -> None:
    line = "Solliciteren kan tot 1 mei bij Robin, die je graag in de keuken rondleidt.\n"
    shown = Page(alone(f"# Kok\n\n{line}\n{line}", "DUP003"))
    first, second = shown.with_class("copy")
    assert first["data-n"] == second["data-n"] == "1"
    assert first["href"] == "#v1n1"
    assert "id" not in first
    assert second["id"] == "v1t1"


def test_what_a_later_copy_repeats_is_explained_once() -> None:
    passage = (
        "Je kookt elke dag voor tachtig gasten, en hij/zij die het rooster maakt overlegt met jou. "
        "Je bestelt de groente bij de teler uit het dorp en je houdt de hele keuken schoon."
    )
    shown = alone(f"# Kok\n\n## Taken\n\n{passage}\n\n## Baan\n\n{passage}\n", "GEN001", "DUP")
    assert shown.count("</span> Schrijf ‘die’") == 1
    (number,) = re.findall(r'<a href="#v1n(\d+)">Nog eens in de kopie; .* regel 5\.</a>', shown)
    (note,) = re.findall(rf'<li class="note warning" id="v1n{number}".*?</li>', shown, re.S)
    assert "Schrijf ‘die’" in note


def test_the_other_lines_of_a_finding_are_one_line() -> None:
    shown = alone(
        "# Kok\n\n" + "•\tJe kookt.\n•\tJe bakt.\n•\tJe wast af.\n•\tJe ruimt op.", "WSP005"
    )
    assert "(regels 4, 5, 6)" in shown


def test_jargon_has_a_shade_and_a_long_sentence_its_own_line() -> None:
    long = "Je " + "kookt en bakt en braadt " * 12 + "elke dag."
    html = alone(
        f"# Kok\n\nJe faciliteert de bewoners.\n\n{long}\n", "JAR001", "RDB001", language="nl"
    )
    shown = Page(html)
    assert [each["class"] for each in shown.with_class("row")] == [
        "row heat0", "row heat4", "row heat0",
    ]  # fmt: skip
    assert shown.with_class("long")


def test_the_mark_says_where_its_points_went_and_what_to_do_first() -> None:
    html = alone("# Kok\n\nWij zoeken een kok. Hij/zij kookt.\n", marks=True)
    assert "Begin hiermee" in html
    assert re.search(r'<li><b>−4</b> <a href="#v1n\d+">SAL001 salary-missing</a></li>', html)
    assert "niet genoemd" in html


def test_pay_ranges_of_one_unit_stand_side_by_side() -> None:
    texts = ("€ 2.000 tot € 3.000 per maand", "€ 2.500 tot € 4.000 per maand", "€ 20 per uur")
    read = [
        checked(f"# Kok\n\nJe verdient {pay}.\n", f"{at}.md", kind="vacancy", texts=True)
        for at, pay in enumerate(texts)
    ]
    html = page(Report(tuple(read)))
    assert "EUR per maand: 2.000 – 4.000. Niet getekend (een andere eenheid" in html
    assert '<rect x="0.0%" width="50.0%" height="14"/>' in html
    assert '<rect x="25.0%" width="75.0%" height="14"/>' in html


def test_what_could_not_be_read_is_told() -> None:
    assert "oud.txt: not valid UTF-8" in page(report(texts=True)) or "oud.txt" in page(report())


def test_it_is_in_one_language_and_the_text_in_its_own() -> None:
    html = opened(page(report(texts=True), "en"))
    assert '<html lang="en">' in html
    assert "Begin with this" in html
    assert '<div class="rows" lang="nl">' in html


def test_the_same_report_is_the_same_page() -> None:
    assert page(report(texts=True)) == page(report(texts=True))


def large() -> Report:
    block = ShownBlock("paragraph", 0, (Piece("a" * (LIMIT // 4), 0, LIMIT // 4),))
    one, two, three = (
        FileReport(f"{name}.md", "markdown", "vacancy", "nl", blocks=(block,)) for name in "abc"
    )
    return Report((one, two, three))


def test_a_large_report_has_its_vacancies_in_a_folder() -> None:
    found = {name: "".join(parts) for name, parts in files("html", large(), look(), "x-files/")}
    assert [*found] == ["1.html", "2.html", "3.html", ""], "the report itself comes last"
    assert 'href="x-files/2.html"' in found[""]
    assert len(found[""]) < 100_000
    assert "b.md" in found["2.html"]
    assert found["2.html"].endswith("</html>\n")


def test_a_small_one_is_one_file() -> None:
    given = report(texts=True)
    (only,) = files("html", given, look(), "x-files/")
    assert (only[0], "".join(only[1])) == ("", page(given))


RANGE = st.tuples(st.integers(0, 40), st.integers(0, 40))


@st.composite
def blocks(draw: st.DrawFn) -> ShownBlock:
    """A block of pieces, linear or not, with gaps in the file between them."""
    pieces, at = [], draw(st.integers(0, 3))
    for size, extra, gap in draw(
        st.lists(st.tuples(st.integers(1, 6), st.integers(0, 2), st.integers(0, 3)), min_size=1)
    ):
        pieces.append(Piece("x" * size, at, at + size + extra))
        at += size + extra + gap
    return ShownBlock("paragraph", 0, tuple(pieces))


def _marked(block: ShownBlock, number: int, cut: list[Any]) -> Iterator[int]:
    """The places of the text that are marked as part of a finding."""
    at = 0
    for run in cut:
        for _ in run.text:
            if any(each.number == number for each in run.ranges):
                yield at
            at += 1


@given(blocks(), st.lists(RANGE, max_size=6))
def test_runs_are_the_text_and_hold_what_stands_there(
    block: ShownBlock, given: list[tuple[int, int]]
) -> None:
    ranges = [Range(min(pair), max(pair), at) for at, pair in enumerate(given, 1)]
    cut = [*runs(block, Ranges(ranges).within(block))]
    assert "".join(run.text for run in cut) == "".join(piece.text for piece in block.pieces)
    for each in ranges:
        expected, at = [], 0
        for piece in block.pieces:
            for index in range(len(piece.text)):
                place = piece.start + index
                start, end = (place, place + 1) if piece.is_linear else piece[1:]
                if each.start < end and each.end > start and each.start < each.end:
                    expected.append(at)
                at += 1
        assert [*_marked(block, each.number, cut)] == expected
        begun = [run for run in cut if each in run.begins]
        assert len(begun) == bool(expected)


def test_many_ranges_in_a_long_block_take_little_time() -> None:
    size = 20_000
    block = ShownBlock("paragraph", 0, (Piece("x" * size, 0, size),))
    ranges = [Range(at, at + 2, at) for at in range(1, size, 4)]
    assert len([*runs(block, Ranges(ranges).within(block))]) > size / 4


def test_the_finding_helper_is_shown_without_a_text() -> None:
    file = FileReport("a.md", "markdown", "vacancy", "nl", findings=(finding(),))
    assert "Meldingen" in page(Report((file,)))


@pytest.mark.parametrize("name", ["report.css", "report.js"])
def test_the_parts_of_the_page_ship_with_it(name: str) -> None:
    folder = Path(__file__).parents[2] / "src/vaclint/reporters/html/templates"
    assert (folder / name).read_text("utf-8").strip() in page(report())
