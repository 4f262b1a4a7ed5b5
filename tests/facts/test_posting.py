"""What is stated, as a JobPosting of schema.org."""

from __future__ import annotations

from typing import Any

import pytest

from support import engine, resources
from vaclint.facts.posting import job_posting
from vaclint.model.source import Source


def posting(text: str, path: str = "kok.md") -> tuple[dict[str, Any], list[str]]:
    understood = engine(kind="vacancy").understand(Source(path, text))
    return job_posting(understood.document, understood.facts, resources())


def test_what_is_not_stated_is_left_out() -> None:
    found, notes = posting("# Kok\n\nJe kookt.\n")
    assert set(found) == {"@context", "@type", "title", "description"}
    assert (found["title"], found["description"]) == ("Kok", "<p>Je kookt.</p>")
    assert notes == []


def test_without_details_nothing_is_made_of_them() -> None:
    own = engine(details=False)
    understood = own.understand(Source("kok.md", "---\ndatum: 2026-11-01\n---\n\n# Kok\n\nKook!\n"))
    found, _ = job_posting(understood.document, understood.facts, resources())
    assert "datePosted" not in found


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Kok (m/v/x)", "Kok"), ("Kok m/v", "Kok"), ("Chef-kok", "Chef-kok")],
)
def test_the_mark_behind_a_title_is_left_out(title: str, expected: str) -> None:
    assert posting(f"# {title}\n\nJe kookt.\n")[0]["title"] == expected


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Een fulltime baan van 40 uur per week.", "employmentType", "FULL_TIME"),
        ("Een parttime baan van 24 uur per week.", "employmentType", "PART_TIME"),
        ("Je werkt 24 tot 32 uur per week.", "workHours", "24 tot 32 uur"),
    ],
)
def test_hours(text: str, key: str, value: str) -> None:
    assert posting(f"# Kok\n\n{text}\n")[0][key] == value


def test_a_closing_date_without_a_year_is_a_note() -> None:
    found, notes = posting("# Kok\n\nStuur je brief voor 1 mei naar Robin.\n")
    assert "validThrough" not in found
    assert any("‘1 mei’ has no year" in note for note in notes)


def test_what_a_text_holds_is_written_as_html() -> None:
    found, _ = posting("# Kok\n\nJe kookt < 3 uur & bakt.\n\n## Taken\n\n- een\n- twee\n")
    assert "Je kookt &lt; 3 uur &amp; bakt." in found["description"]
    assert "<ul><li>een</li><li>twee</li></ul>" in found["description"]


@pytest.mark.parametrize(
    ("entries", "configured", "expected", "noted"),
    [
        ("locatie: Utrecht", "", {"addressCountry": "NL"}, True),
        ("locatie: Utrecht\nland: Duitsland", "", {"addressCountry": "DE"}, False),
        ("locatie: Utrecht", "BE", {"addressCountry": "BE"}, False),
        ("locatie: Gent, België", "", {"addressCountry": "BE"}, False),
        (
            "location: Fresno, California",
            "",
            {"addressCountry": "US", "addressRegion": "CA"},
            False,
        ),
    ],
)
def test_the_country_of_the_place(
    entries: str, configured: str, expected: dict[str, str], noted: bool
) -> None:
    text = f"---\n{entries}\n---\n\n# Kok\n\nJe kookt.\n"
    own = engine(kind="vacancy", language="nl", country=configured)
    understood = own.understand(Source("kok.md", text))
    found, notes = job_posting(
        understood.document, understood.facts, resources(), own.options.country
    )
    address = found["jobLocation"]["address"]
    assert {name: address[name] for name in expected} == expected
    assert any("addressCountry" in note for note in notes) is noted


def test_a_country_that_is_not_known_is_left_out() -> None:
    text = "---\nlocation: Springfield\n---\n\n# Cook\n\nYou cook with us for our guests.\n"
    understood = engine(kind="vacancy", language="en").understand(Source("cook.md", text))
    found, notes = job_posting(understood.document, understood.facts, resources())
    assert "addressCountry" not in found["jobLocation"]["address"]
    assert any("not known" in note for note in notes)
