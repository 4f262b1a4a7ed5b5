"""White space that a page shows although it is spelled in markup."""

from __future__ import annotations

import pytest

from support import report, understood
from vaclint.checks.shown_spaces import blank_lines, is_space, leading, runs


def page(text: str, path: str = "a.html") -> list[str]:
    document = understood(text, path, language="nl")
    return [document.source.text[span.start : span.end] for span in runs(document)]


@pytest.mark.parametrize("spelled", [" ", "&nbsp;", "\u00a0", "&#160;&#xA0;", "\n "])
def test_spaces(spelled: str) -> None:
    assert is_space(spelled)


@pytest.mark.parametrize("spelled", ["", "<br>", " <b>", "&amp;", "a"])
def test_no_spaces(spelled: str) -> None:
    assert not is_space(spelled)


def test_plain_spaces_fold_and_others_do_not() -> None:
    assert page("<p>Je  \n  kookt en&nbsp; bakt.</p>") == ["&nbsp; "]
    assert page("<p>Je kookt &nbsp;en bakt.</p>") == [" &nbsp;"]


def test_an_attribute_is_not_shown() -> None:
    assert page("<p>Je <b title='a&nbsp;&nbsp;b'>kookt</b> hier.</p>") == []


def test_the_distance_behind_a_bullet_is_meant() -> None:
    assert page("<p>·<span>&nbsp;&nbsp; </span>Je kookt.</p>") == []
    assert page("<p>Kok ·&nbsp;&nbsp;bakker</p>") == ["&nbsp;&nbsp;"]


def test_in_markdown_indentation_and_line_ends_are_left_alone() -> None:
    assert page("&nbsp;&nbsp;Je kookt&nbsp;&nbsp;\nen&nbsp; bakt.\n", "a.md") == ["&nbsp; "]


def test_leading_spaces_belong_to_the_block_behind_them() -> None:
    document = understood("<p>&nbsp;Kok</p><p>Bakker</p>", "a.html", language="nl")
    assert [tuple(span) for span in leading(document)] == [(3, 9)]


def test_empty_paragraphs_and_breaks_count_as_blank_lines() -> None:
    text = "<p>a</p><p></p><p>&nbsp;</p><p><br></p><p>b<br><br><br><br>c</p>"
    document = understood(text, "a.html", language="nl")
    assert [number for _, number in blank_lines(document, 2)] == [3, 3]
    assert [number for _, number in blank_lines(document, 3)] == []


def test_code_on_a_page_is_left_alone() -> None:
    document = understood("<p>a</p><pre>a<br><br><br><br><br>b</pre>", "a.html", language="nl")
    assert list(blank_lines(document, 2)) == []


@pytest.mark.parametrize("front_matter", ["", "---\nlayout: page\n---\n"])
def test_spaces_of_a_template_set_things_apart(front_matter: str) -> None:
    text = front_matter + "Kok &nbsp;&nbsp; {}\n"
    assert report(text.format("{{ plaats }}"), "kok.html", "WSP002").findings == ()
    assert len(report(text.format("Gouda"), "kok.html", "WSP002").findings) == 1
