"""Every reporter has a golden file, and every golden file a reporter."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporters.sample import look, report
from vaclint.model.report import Report
from vaclint.reporters import FORMATS, REPORTERS, Reporter, render, reporter_of

GOLDEN = Path(__file__).parent / "golden"


def test_every_reporter_has_a_golden_file() -> None:
    named = {path.stem.partition("-")[0] for path in GOLDEN.iterdir()}
    assert named == {*FORMATS, "statistics"}


def test_no_golden_file_is_empty() -> None:
    assert all(path.stat().st_size > 100 for path in GOLDEN.iterdir())


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report_is_rendered(name: str) -> None:
    text = render(name, Report(()), look())
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_what_a_reporter_does_not_need_may_be_left_out(reporter: Reporter) -> None:
    needless = {"details", "fingerprints", "marks"} - reporter.needs
    bare = report(**dict.fromkeys(needless, False))
    assert render(reporter.name, bare, look()) == render(reporter.name, report(), look())


def test_a_format_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        reporter_of("jsn")
