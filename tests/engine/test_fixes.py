"""A fix never damages a text: what it may change, in which formats, and that it ends."""

from __future__ import annotations

import html
import json
import re

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from support import engine
from vaclint.engine.fixes import ROUNDS, apply_fixes, fix_source
from vaclint.model.diagnostics import Edit, Fix
from vaclint.model.source import Source, decode

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
WORDS = st.sampled_from(
    [
        "kok",
        "€ 3.500",
        "24 uur",
        "`a  b`",
        "één",
        "[mail  ons](https://x.example)",
        "**let  op**",
        "art. 5",
        "J. de  Wit",
        "10 %",
        "kandidaat/kandidate",
        "hij/zij",
        "(m/v)",
        "de de",
        "teneinde",
        "kom snel!!!",
        "samen,*altijd*",
        "( m/v )",
        "“ ja ”",
        "en / of",
        "24- 32",
        "samen –en",
        "wij?Een",
        "&nbsp;&nbsp;",
        '"ja"',
        "“nee”",
        "foto's",
        "video’s",
        "samen—en",
        "wel -- niet",
        "dan...",
        "ideeen",
        "zĳn",
    ]
)
GAPS = st.sampled_from(
    [" ", " ", " ", "  ", "\u00a0", "\t", " ,", " .", "\u200b", "\u00ad", "  \u00a0 ", " \u2009"]
)
ENDS = st.sampled_from(["", "", "", " ", "  ", "\t", "\u00a0", "\\"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    parts = [draw(WORDS)]
    for _ in range(draw(st.integers(0, 5))):
        parts += [draw(GAPS), draw(WORDS)]
    return "".join(parts) + draw(ENDS)


MARKDOWN = (
    st.lists(
        st.one_of(
            lines(),
            st.builds("## {}".format, lines()),
            st.builds("- {}\n  - {}".format, lines(), lines()),
            st.builds("1.  {}\n\n    {}".format, lines(), lines()),
            st.builds("> {}".format, lines()),
            st.builds("```\n{}\n\t x  y \n```".format, lines()),
            st.builds("    {}".format, lines()),
            st.builds("| a | b |\n| --- | --- |\n| {} | x  |".format, lines()),
            st.builds("{}\n{}".format, lines(), lines()),
            st.sampled_from(["", "\n\n", "<!-- x  y -->", "<div>a  b</div>", "---"]),
        ),
        min_size=1,
        max_size=6,
    )
    .map("\n\n".join)
    .filter(lambda text: not text.startswith("---"))
)  # which begins front matter
PLAIN = st.lists(
    st.one_of(
        lines(), st.builds("  {}".format, lines()), st.builds("•\t{}".format, lines()), st.just("")
    ),
    min_size=1,
    max_size=8,
)
HTML = st.lists(
    st.one_of(
        st.builds("<p>{}</p>".format, lines()),
        st.builds("<ul>\n  <li>{}</li>\n</ul>".format, lines()),
        st.builds("<pre>{}\n  a  b</pre>".format, lines()),
        st.builds("<h2>{}&nbsp;</h2>".format, lines()),
        st.builds('<p title="a  b">{}<br>\n   {}</p>'.format, lines(), lines()),
        st.builds(
            "<p>&nbsp;{}&nbsp; <b>&nbsp;{}</b>&nbsp;({})</p>".format, lines(), lines(), lines()
        ),
        st.sampled_from(
            ["<p>&nbsp;</p>", "<p></p><p> </p>", "<br><br>", "<p>a<br> <br><br>&nbsp;<br/>b</p>"]
        ),
    ),
    min_size=1,
    max_size=8,
).map("\n".join)


def fixed(path: str, text: str, *select: str, unsafe: bool = False) -> str:
    source = decode(path, text.encode())
    return engine(select=tuple(select)).fix(source, unsafe=unsafe).source.text


def black(text: str) -> str:
    """Without white space and invisible characters."""
    return re.sub(rf"[\s{INVISIBLE}]|&nbsp;", "", text)


def folded(page: str) -> str:
    """What a browser shows of a page without its white space; of preformatted text all of it but
    the last line end.
    """
    page = page.replace("\n</code>", "</code>")
    page = re.sub(r"<p>(?:\s|&nbsp;|<br */?>)*</p>|(<br */?>)(?:\s|&nbsp;|<br */?>)*", r"\1", page)
    kept = re.split(r"(<(?:pre|code)\b.*?</(?:pre|code)>)", page, flags=re.DOTALL)
    return "".join(
        part if index % 2 else re.sub(rf"[\s{INVISIBLE}]+|&nbsp;", "", html.unescape(part))
        for index, part in enumerate(kept)
    )


@given(MARKDOWN.filter(str.strip))
@example("kok  \nkok")
@example("kok\\\nkok")
@example("| a | b |\n| --- | --- |\n| kok  | x  |")
@example("1.  kok\n\n    kok  \n    24 uur")
def test_white_space_fixes_in_markdown(text: str) -> None:
    after = fixed("a.md", text, "WSP")
    assert black(after) == black(text)
    assert folded(pyromark.html(after)) == folded(pyromark.html(text))
    assert pyromark.html(after).count("<br") == pyromark.html(text).count("<br")
    assert fixed("a.md", after, "WSP") == after


@given(PLAIN.map("\n".join).filter(str.strip))
def test_white_space_fixes_in_plain_text(text: str) -> None:
    after = fixed("a.txt", text, "WSP")
    assert black(after) == black(text)
    assert fixed("a.txt", after, "WSP") == after


def elements(page: str) -> list[str]:
    """The tags of a page without empty paragraphs and headings and line breaks."""
    return re.findall(r"<(?!br)[^>]+>", re.sub(r"<(p|h2)>(?:\s|&nbsp;|<br/?>)*</\1>", "", page))


@given(HTML)
def test_white_space_fixes_in_html(text: str) -> None:
    after = fixed("a.html", text, "WSP")
    assert folded(after) == folded(text)
    assert elements(after) == elements(text)
    assert fixed("a.html", after, "WSP") == after


@example("de de", True)  # a menu of languages, and nothing else
@given(MARKDOWN.filter(str.strip), st.booleans())
def test_a_second_run_of_all_rules_changes_nothing(text: str, unsafe: bool) -> None:
    after = fixed("a.md", text, unsafe=unsafe)
    assert fixed("a.md", after, unsafe=unsafe) == after
    left = engine().fixes(decode("a.md", after.encode()))
    assert [fix for fix in left if fix.applicability == "safe" or unsafe] == []


SIGNS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "ĳ": "ij"}
)


def plain(text: str) -> str:
    """With every sign as its simplest kind, without white space; two hyphens are one."""
    return black(html.unescape(text).translate(SIGNS)).replace("--", "-")


@given(
    MARKDOWN.filter(str.strip),
    st.sampled_from(
        ["", "[“x”](https://x.example \"de 'ja' en “nee”\") ", '![“x” en "y"](x.png)\n\n']
    ),
)
def test_typography_fixes_change_signs_only(text: str, first: str) -> None:
    text = first + text
    after = fixed("a.md", text, "STY005", "STY006", "STY007", "STY008", "SPL004")
    assert plain(after) == plain(text)
    assert re.sub(r"<[^>]*>", "", plain(pyromark.html(after))) == re.sub(
        r"<[^>]*>", "", plain(pyromark.html(text))
    )
    assert pyromark.html(after).count("<a ") == pyromark.html(text).count("<a ")
    assert fixed("a.md", after, "STY005", "STY006", "STY007", "STY008", "SPL004") == after


@given(HTML, st.booleans())
def test_all_fixes_in_html_leave_its_elements(text: str, unsafe: bool) -> None:
    text = '<h1>Kok</h1><p class="x" title="de “ja” en \'nee\' -- zo...">Kok</p>' + text
    after = fixed("a.html", text, unsafe=unsafe)
    assert elements(after) == elements(text)
    assert fixed("a.html", after, unsafe=unsafe) == after


@given(st.lists(lines(), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_all_fixes_in_json_leave_it_json(parts: list[str], unsafe: bool, ascii_only: bool) -> None:
    posting = {
        "@type": "JobPosting",
        "title": "Kok",
        "description": "".join(f"<p>{part}</p>" for part in parts),
        "datePosted": "2026-11-01",
    }
    text = json.dumps(posting, ensure_ascii=ascii_only, indent=2) + "\n"
    after = fixed("a.json", text, unsafe=unsafe)
    read = json.loads(after)
    assert {key: read[key] for key in posting if key != "description"} == {
        key: posting[key] for key in posting if key != "description"
    }
    assert elements(read["description"]) == elements(posting["description"])
    assert fixed("a.json", after, unsafe=unsafe) == after


@given(
    st.one_of(MARKDOWN, HTML).filter(str.strip),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
)
def test_line_ends_and_encoding_are_kept(text: str, encoding: str, unsafe: bool) -> None:
    path = "a.html" if text.startswith("<") else "a.md"
    data = (text + "\n").replace("\n", "\r\n").encode(encoding)
    after = engine().fix(decode(path, data), unsafe=unsafe).source
    written = after.encode(after.text)
    assert not re.search(rb"(?<!\r)\n" if encoding != "utf-16" else rb"(?<!\r\0)\n\0", written)
    assert written[:2] == data[:2] or encoding == "utf-8"
    assert decode(path, written).text == after.text


@given(st.one_of(MARKDOWN, HTML).filter(str.strip), st.booleans())
def test_positions_after_fixing_are_right(text: str, unsafe: bool) -> None:
    path = "a.html" if text.startswith("<") else "a.md"
    after = fixed(path, text, unsafe=unsafe)
    for finding in engine().check(decode(path, after.encode())).findings:
        start, end = finding.place
        assert after[start.offset : end.offset] == finding.text
        assert start.line == len(re.findall(r"\r\n|\n|\r", after[: start.offset])) + 1
        assert after.splitlines(keepends=True)[start.line - 1][start.column - 1 :].startswith(
            finding.text.splitlines(keepends=True)[0]
        )


def fix(*edits: Edit, unsafe: bool = False) -> Fix:
    return Fix("unsafe" if unsafe else "safe", "Vervang.", edits)


@pytest.mark.parametrize(
    ("fixes", "unsafe", "text", "count"),
    [
        ([fix(Edit(0, 3, "1"))], False, "1 twee drie", 1),
        ([fix(Edit(4, 8, "2")), fix(Edit(0, 3, "1"))], False, "1 2 drie", 2),
        ([fix(Edit(0, 3, "1"), Edit(9, 13, "3"))], False, "1 twee 3", 1),
        ([fix(Edit(0, 8, "x")), fix(Edit(4, 8, "2"))], False, "x drie", 1),
        ([fix(Edit(0, 3, "1")), fix(Edit(3, 4, "-"))], False, "1 twee drie", 1),
        (
            [fix(Edit(0, 3, "1"), Edit(4, 8, "2")), fix(Edit(8, 9, "-"), Edit(9, 13, "3"))],
            False,
            "1 2 drie",
            1,
        ),
        ([fix(Edit(3, 3, ",")), fix(Edit(3, 3, ";"))], False, "een, twee drie", 1),
        ([fix(Edit(0, 3, "1"), unsafe=True)], False, "een twee drie", 0),
        ([fix(Edit(0, 3, "1"), unsafe=True)], True, "1 twee drie", 1),
        ([], True, "een twee drie", 0),
    ],
)
def test_fixes_that_do_not_touch_are_made_together(
    fixes: list[Fix], unsafe: bool, text: str, count: int
) -> None:
    assert apply_fixes("een twee drie", fixes, unsafe=unsafe) == (text, count)


def test_a_fix_that_makes_room_for_itself_ends() -> None:
    source = Source("a.txt", "a", "latin-1", b"")
    fixed = fix_source(source, lambda given: [fix(Edit(0, 0, "a"))], unsafe=False)
    assert (fixed.source.text, fixed.made) == ("a" * (ROUNDS + 1), ROUNDS)
    assert (fixed.source.path, fixed.source.encoding) == ("a.txt", "latin-1")


def test_a_text_is_never_fixed_away() -> None:
    source = Source("a.txt", "a")
    fixed = fix_source(source, lambda given: [fix(Edit(0, 1, " "))], unsafe=False)
    assert (fixed.source.text, fixed.made) == ("a", 0)
