"""What the examples of the rules cannot say: the day, folders, and what a fix makes of a broken list."""

from __future__ import annotations

from pathlib import Path

import pyromark
import pytest

from cli_support import vaclint
from support import findings, linter, texts
from vaclint.project.config import Config
from vaclint.engine.core import Linter, Settings
from vaclint.project.fixer import fix_source
from vaclint.model.source import Source

CLOSING = "# Kok\n\nJe kookt. Solliciteren kan tot en met 31 maart 2026.\n"


@pytest.mark.parametrize(("today", "found"), [("2026-03-30", 0), ("2026-03-31", 0), ("2026-04-01", 1)])
def test_the_closing_date_is_held_against_the_day_that_is_set(today: str, found: int) -> None:
    config = Config(options=(("STR012", (("today", today),)),))
    report = Linter(config, Settings(select=("STR012",), kind="vacancy")).lint(Source("kok.md", CLOSING))
    assert len(report.findings) == found


def test_an_archive_is_left_alone() -> None:
    old = CLOSING.replace("2026", "2019")
    assert texts(old, "vacatures/kok.md", "STR012", kind="vacancy") == ["31 maart 2019"]
    assert texts(old, "vacatures/archief/kok.md", "STR012", kind="vacancy") == []


def test_a_day_that_is_none_is_an_error_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(CLOSING, encoding="utf-8")
    (tmp_path / "vaclint.toml").write_text('[rules.STR012]\ntoday = "gisteren"\n', encoding="utf-8")
    done = vaclint("check", "kok.md", cwd=tmp_path)
    assert done.code == 2
    assert "option 'today' of STR012 must be a day such as 2026-11-01, not 'gisteren'" in done.err


def _fixed(text: str) -> str:
    return fix_source(Source("a.md", text), linter(("STR007", "STR011")).fixes, unsafe=True)[0].text


def test_a_broken_list_becomes_a_list() -> None:
    before = "Je taken:\n\n• Je kookt.\n• Je bakt,\n  ook op zondag.\n•Je deelt.\n\n1. 1. Je leert.\n2. 2. Je rust.\n\n##\n"
    page = pyromark.html(_fixed(before))
    assert page.count("<li>") == 5
    assert "•" not in page
    assert "<h2>" not in page
    assert _fixed(_fixed(before)) == _fixed(before)


def test_a_list_in_a_quotation_of_code_is_left_alone() -> None:
    assert texts("```\n• a\n• b\n1. 1. c\n```\n\n    • a\n    • b\n", "a.md", "STR011") == []


def test_headings_of_html_in_markdown_count() -> None:
    assert texts("# Kok\n\n<h4>Taken</h4>\n\nJe kookt.\n", "a.md", "STR008") == ["<h4>Taken</h4>"]


def test_the_related_place_of_a_level_is_the_heading_above() -> None:
    (finding,) = findings("# Kok\n\nTekst.\n\n### Taken\n\nJe kookt.\n", "a.md", "STR008")
    (above,) = finding.related
    assert (above.place.start.line, finding.place.start.line) == (1, 5)
    assert "niveau 1" in above.message
