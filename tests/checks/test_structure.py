"""Structure: the day, folders and front matter, and where a finding and its related place stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint
from support import engine, findings, texts
from vaclint.model.source import Source

CLOSING = "# Kok\n\nJe kookt. Solliciteren kan tot en met 31 maart 2026.\n"
OLD = CLOSING.replace("2026", "2019")


@pytest.mark.parametrize(
    ("today", "found"), [("2026-03-30", 0), ("2026-03-31", 0), ("2026-04-01", 1)]
)
def test_the_closing_date_is_held_against_the_day_that_is_set(today: str, found: int) -> None:
    options = {"STR012": {"today": today}}
    told = findings(CLOSING, "kok.md", "STR012", kind="vacancy", rule_options=options)
    assert len(told) == found


def test_an_archive_is_left_alone() -> None:
    assert texts(OLD, "vacatures/kok.md", "STR012", kind="vacancy") == ["31 maart 2019"]
    assert texts(OLD, "vacatures/archief/kok.md", "STR012", kind="vacancy") == []
    assert texts(OLD, "vacatures\\Archive\\kok.md", "STR012", kind="vacancy") == []
    assert texts(OLD, "archief.md", "STR012", kind="vacancy") == ["31 maart 2019"]


@pytest.mark.parametrize(
    "entry",
    ["draft: true", "Concept: Ja", "published: no", "status: filled", "expires: 2019-05-01"],
)
def test_front_matter_hides_a_page_in_the_words_of_any_language(entry: str) -> None:
    text = (
        f"---\ntitle: Kok\n{entry}\n---\n\nJe kookt. Solliciteren kan tot en met 31 maart 2019.\n"
    )
    assert texts(text, "kok.md", "STR012", kind="vacancy", language="nl") == []


@pytest.mark.parametrize("entry", ["draft: false", "published: yes", "unpublishDate: 2099-05-01"])
def test_front_matter_that_hides_nothing(entry: str) -> None:
    text = (
        f"---\ntitle: Kok\n{entry}\n---\n\nJe kookt. Solliciteren kan tot en met 31 maart 2019.\n"
    )
    assert texts(text, "kok.md", "STR012", kind="vacancy", language="nl") == ["31 maart 2019"]


def test_a_day_that_is_none_is_an_error_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(CLOSING, encoding="utf-8")
    configuration = '[rules.STR012]\ntoday = "gisteren"\n'
    (tmp_path / "vaclint.toml").write_text(configuration, encoding="utf-8")
    done = vaclint("check", "kok.md", cwd=tmp_path)
    assert done.code == 2
    assert "option 'today' of STR012 must be a day such as 2026-11-01, not 'gisteren'" in done.err


def test_an_empty_heading_goes_with_its_line_or_without() -> None:
    fixing = engine(select=("STR007",))
    page = "<h1>Kok</h1>\n<h2></h2>\n<p>Je kookt.</p>\n<p>Je bakt.</p><h3> </h3>\n"
    fixed = fixing.fix(Source("a.html", page), unsafe=True)
    assert fixed.source.text == "<h1>Kok</h1>\n<p>Je kookt.</p>\n<p>Je bakt.</p>\n"


def test_headings_of_html_in_markdown_count() -> None:
    text = "# Kok\n\n<h4>Taken</h4>\n\nJe kookt.\n"
    assert texts(text, "a.md", "STR008") == ["<h4>Taken</h4>"]


def test_the_related_place_of_a_level_is_the_heading_above() -> None:
    text = "# Kok\n\nTekst.\n\n### Taken\n\nJe kookt.\n"
    (finding,) = findings(text, "a.md", "STR008", language="nl")
    (above,) = finding.related
    assert (above.place.start.line, finding.place.start.line) == (1, 5)
    assert above.message == "De kop hiervoor is van niveau 1"


def test_a_heading_that_says_something_may_stand_alone() -> None:
    long = "Wij zoeken iemand die graag met anderen samen kookt"
    text = "# Kok\n\nTekst.\n\n## {}\n\n## Aanbod\n\nEen contract.\n"
    (reported,) = texts(text.format("Taken"), "a.md", "STR009")
    assert reported.strip() == "## Taken"
    for heading in (long, "Kom langs!", "24 uur", "`taken`"):
        assert texts(text.format(heading), "a.md", "STR009") == []
