"""Web addresses and links: what is meant, by format, and what is no address."""

from __future__ import annotations

import pytest

from support import findings, texts


def _meant(text: str) -> str:
    (finding,) = findings(text, "a.txt", "STR013", language="nl")
    return finding.fixes[0].edits[0].replacement if finding.fixes else ""


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("http//voorbeeld.nl", "http://voorbeeld.nl"),
        ("htttps://voorbeeld.nl", "https://voorbeeld.nl"),
        ("ww.voorbeeld.nl", "www.voorbeeld.nl"),
        ("www,voorbeeld.nl", "www.voorbeeld.nl"),
        ("www.voorbeeld..nl", "www.voorbeeld.nl"),
        ("https://voorbeeld.nll", "https://voorbeeld.nl"),
        ("https://voorbeeld", ""),
        ("www.voorbeeld", ""),
    ],
)
def test_web_addresses(wrong: str, right: str) -> None:
    assert _meant(f"Kijk op {wrong} voor meer.") == right


@pytest.mark.parametrize(
    "fine",
    [
        "https://voorbeeld.nl:8080/a,b", "http://localhost", "ww.bestand.pdf",
        "www.voorbeeld.nl,waar", "HTTPS://VOORBEELD.NL", "http/2",
    ],
)  # fmt: skip
def test_what_is_right_or_no_address(fine: str) -> None:
    assert texts(f"Kijk op {fine} voor meer.", "a.txt", "STR013") == []


def test_a_hash_is_no_target_in_markdown_and_a_script_in_html() -> None:
    assert texts("[lees meer](#)", "a.md", "STR013") == ["[lees meer](#)"]
    assert texts("<p><a href='#'>lees meer</a></p>", "a.html", "STR013") == []
    assert texts("[lees meer](#)", "a.txt", "STR013") == []


def test_a_link_that_writes_elsewhere_is_reported_at_its_target() -> None:
    text = "[robin@voorbeeld.nl](mailto:kim@voorbeeld.nl?subject=Kok)"
    (finding,) = findings(text, "a.md", "STR013", language="nl")
    assert (finding.text, finding.place.start.offset) == ("kim@voorbeeld.nl", 28)
    assert texts("[Robin@voorbeeld.nl](mailto:robin%40voorbeeld.nl)", "a.md", "STR013") == []


def test_code_and_json_are_left_alone() -> None:
    assert texts("`hr@@voorbeeld.nl`\n", "a.md", "STR013") == []
    posting = '{"@type": "JobPosting", "url": "http:\\/\\/voorbeeld.nl", "title": "a@@b.nl"}'
    assert texts(posting, "a.json", "STR013") == []
