"""A marked phrase in generated documents of every format: found exactly where it stands, and not
where it is no prose.

The phrase is spelled with random markup, references, escapes and invisible characters inside it,
and stands among emoji, combining characters and line ends of every kind.
"""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import engine
from vaclint.model.source import Source

PHRASE = "kandidaat/kandidate"
LENIENT = settings(suppress_health_check=list(HealthCheck))


class Piece(NamedTuple):
    """A stretch of a document; ``inside`` for those that spell a character of the phrase."""

    text: str
    inside: bool = False


WORDS = st.lists(
    st.sampled_from(
        ["een", "één", "cafe\u0301", "😀", "Kök", "𝒳", "👩‍💻", "woord", "niet", "œuvre", "n\u0303"]
    ),
    min_size=0,
    max_size=5,
).map(" ".join)
ENDING = st.sampled_from(["\n", "\r\n"])


def expected(pieces: list[Piece]) -> tuple[str, int, int]:
    """The text, and where the phrase starts and ends in it."""
    text, first, last = "", -1, -1
    for piece in pieces:
        if piece.inside:
            first = len(text) if first < 0 else first
            last = len(text) + len(piece.text)
        text += piece.text
    return text, first, last


def check(path: str, text: str, start: int, end: int) -> None:
    source = Source(path, text)
    found = engine(select=("GEN002",), language="nl").check(source).findings
    assert [(finding.place.start.offset, finding.place.end.offset) for finding in found] == [
        (start, end)
    ], text
    line, column, offset = found[0].place.start
    assert source.lines[line - 1].start + column - 1 == offset
    assert source.from_byte_offset(len(text[:start].encode())) == start
    assert (
        text.encode()[source.to_byte_offset(start) : source.to_byte_offset(end)]
        == text[start:end].encode()
    )
    units = text.encode("utf-16-le")
    assert units[2 * source.to_utf16_offset(start) : 2 * source.to_utf16_offset(end)] == text[
        start:end
    ].encode("utf-16-le")


@st.composite
def spelled(draw: st.DrawFn, markup: str) -> list[Piece]:
    """The phrase, character by character, with what may stand between them."""
    between = {
        "markdown": ["<b>", "</b>", "<!-- x -->", "<i class='y'>", "\u200b", "\u00ad"],
        "html": [
            "<b>",
            "</b>",
            "<!-- x -->",
            "<span\nclass=y>",
            "&shy;",
            "\u200b",
            "</i>",
            "<wbr>",
        ],
        "text": ["\u200b", "\u00ad"],
    }[markup]
    pieces: list[Piece] = []
    for index, char in enumerate(PHRASE):
        if index and draw(st.integers(0, 9)) == 0:
            pieces.append(Piece(draw(st.sampled_from(between))))
        spelling = char
        choice = draw(st.integers(0, 14))
        if markup != "text" and choice == 0:
            spelling = f"&#{ord(char)};"
        elif markup != "text" and choice == 1:
            spelling = f"&#x{ord(char):X};"
        elif markup == "markdown" and char == "/" and choice < 6:
            spelling = "\\/"
        pieces.append(Piece(spelling, True))
    if markup == "markdown" and draw(st.booleans()):
        mark = draw(st.sampled_from(["**", "*"]))
        first = draw(st.integers(1, 3))
        plain = [
            index for index, piece in enumerate(pieces) if piece.inside and piece.text.isalpha()
        ]
        if len(plain) > first + 3 and all(
            piece.inside and piece.text.isalpha()
            for piece in pieces[plain[first] - 1 : plain[first] + 4]
        ):
            pieces[plain[first] + 2 : plain[first] + 2] = [Piece(mark)]
            pieces[plain[first] : plain[first]] = [Piece(mark)]
    return pieces


@st.composite
def markdown(draw: st.DrawFn) -> list[Piece]:
    end = draw(ENDING)
    before, after = draw(WORDS), draw(WORDS)
    matter = draw(
        st.sampled_from(
            [
                "",
                f"---{end}title: Één 😀{end}---{end}{end}",
                f'+++{end}title = "Kök"{end}+++{end}{end}',
                f'{{"title": "Kök"}}{end}{end}',
            ]
        )
    )
    opening, closing = draw(
        st.sampled_from(
            [
                ("", ""),
                ("# ", ""),
                ("- ", ""),
                ("1. ", ""),
                ("> ", ""),
                ("> - ", ""),
                ("* een" + end + "  - ", ""),
                ("- [ ] ", ""),
                ("| ", f" | b |{end}|---|---|{end}| c | d |"),
                ("", f"{end}==="),
                ("**", "**"),
                ("[", "](https://kandidaat/kandidate)"),
                ("~~", "~~"),
                ("![", "](a.png)"),
                ("<div>", "</div>"),
                ("[^1]" + end + end + "[^1]: ", ""),
            ]
        )
    )
    lead = f"{before} " if before and not opening.startswith(("**", "~~")) else ""
    tail = f" {after}" if after and not closing.startswith(("**", "~~")) else ""
    middle = (
        end
        if draw(st.booleans())
        and not opening.startswith(("#", "|", "*", "[", "!", "<", "~"))
        and "===" not in closing
        else ""
    )
    top = draw(
        st.sampled_from(
            [
                "",
                f"Eerste alinea 😀 é.{end}{end}",
                f"```{end}{PHRASE}{end}```{end}{end}",
                f"<!-- {PHRASE} -->{end}{end}",
            ]
        )
    )
    return [
        Piece(matter + top + opening + lead + (middle if lead else "")),
        *draw(spelled("html" if opening == "<div>" else "markdown")),
        Piece(tail + closing + end),
    ]


@st.composite
def html(draw: st.DrawFn) -> list[Piece]:
    end = draw(ENDING)
    opening, closing = draw(
        st.sampled_from(
            [
                ("<p>", "</p>"),
                ("<ul><li>een<li>", "</ul>"),
                ("<h2>", "</h2>"),
                ("<table><tr><td>", "</table>"),
                ("<dl><dt>Uren<dd>", ""),
                ("", ""),
                ("<p>een<p><b>", ""),
                ("<div><main><p>", "</main></div>"),
                ("<html><head><title>x</title></head><body><p>", ""),
                ("<a href='x'>", "</a>"),
                ("<p>een<br>", ""),
            ]
        )
    )
    hidden = draw(
        st.sampled_from(
            [
                "",
                f"<script>{PHRASE}</script>",
                f"<!-- {PHRASE} -->",
                f"<p hidden>{PHRASE}</p>",
                f"<nav>{PHRASE}</nav>",
            ]
        )
    )
    before, after = draw(WORDS), draw(WORDS)
    return [
        Piece(f"{hidden}{end}{opening}{before} {end}"),
        *draw(spelled("html")),
        Piece(f" {after}{closing}{end}"),
    ]


@st.composite
def text(draw: st.DrawFn) -> list[Piece]:
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    bullet = draw(
        st.sampled_from(["", "- ", "• ", "  • ", "1. ", "\t", "Functie: ", f"Functie:{end}"])
    )
    top = draw(st.sampled_from(["", f"Kop{end}{end}", f"Eerste 😀{end}{end}{end}", f"\u00a0{end}"]))
    before, after = draw(WORDS), draw(WORDS)
    lead = f"{before} " if before else ""
    return [
        Piece(f"{top}{bullet}{lead}"),
        *draw(spelled("text")),
        Piece(f"{f' {after}' if after else ''}{end}{end}"),
    ]


@st.composite
def posting(draw: st.DrawFn) -> list[Piece]:
    pieces = draw(st.one_of(html(), text()))
    whole = "".join(piece.text for piece in pieces)
    if "<" not in whole and "&" not in whole:
        pieces = [Piece(piece.text, piece.inside) for piece in pieces]
    encoded = []
    for piece in pieces:
        spelling = ""
        for char in piece.text:
            how = draw(st.integers(0, 5)) if not piece.inside or len(piece.text) == 1 else 5
            raw = json.dumps(char, ensure_ascii=how == 0)[1:-1]
            spelling += (
                "".join(f"\\u{ord(char):04x}")
                if how == 1 and ord(char) < 0x10000
                else "\\/"
                if char == "/" and how == 2
                else raw
            )
        encoded.append(Piece(spelling, piece.inside))
    opening = draw(
        st.sampled_from(
            [
                '{"@type": "JobPosting", "title": "K\\u00f6k", "description": "',
                '[{"x": "😀"}, {"description": "',
            ]
        )
    )
    closing = '"}' if opening.startswith("{") else '", "@type": "JobPosting"}]'
    return [Piece(opening), *encoded, Piece(closing)]


@pytest.mark.parametrize(
    ("strategy", "path"),
    [(markdown(), "x.md"), (html(), "x.html"), (text(), "x.txt"), (posting(), "x.json")],
    ids=["md", "html", "txt", "json"],
)
@LENIENT
@given(data=st.data())
def test_the_phrase_is_found_where_it_stands(
    strategy: st.SearchStrategy[list[Piece]], path: str, data: st.DataObject
) -> None:
    check(path, *expected(data.draw(strategy)))


HIDING = {
    "x.md": [
        "`{}`",
        "```\n{}\n```",
        "    {}",
        "<https://x.example/{}>",
        "[a](https://x.example/{})",
        "https://x.example/{}",
        "<!-- {} -->",
        "{{{{< kaart {} >}}}}",
        "{{% {} %}}",
        "<script>{}</script>",
        "<a title='{}'>",
        "![](img/{}.png)",
        "[a]: https://x.example/{}",
        "# Kop {{#{}}}",
        "---\nslug: {}\n---\n\nTekst",
        "---\nurl: https://x.example/{}\n---\n\nTekst",
        "<style>\n{}\n</style>",
        "www.x.example/{}",
        "ftp://x.example/{}",
        "een <code>{}</code> twee",
        "een <span hidden>{}</span> twee",
        "een <kbd>{}</kbd>",
        "[a](b 'c') {{{{ {} }}}}",
        "<%= {} %>",
        "{{{{< x >}}}}een{{{{< {} >}}}}",
        "---\nbody: |\n  Een\n\n  - `{}`\n---\n\nTekst",
    ],
    "x.html": [
        "<script>{}</script>",
        "<style>{}</style>",
        "<!-- {} -->",
        "<p data-x='{}'>een</p>",
        "<a href='{}'>een</a>",
        "<p hidden>{}</p>",
        "<code>{}</code>",
        "<pre>{}</pre>",
        "<template>{}</template>",
        "<body><nav>{}</nav><p>een</p></body>",
        "<p>https://x.example/{}</p>",
        ('<script type=\'application/ld+json\'>{{"@type": "Thing", "name": "{}"}}</script>'),
        "<select><option>{}</select>",
        "<p>{{{{ {} }}}}</p>",
        "<p>{{% {} %}}</p>",
        "<!-- {}",
        "<svg><title>{}</title></svg>",
        "<p style='display:none'><b>{}</b></p>",
    ],
    "x.txt": ["https://x.example/{}", "www.x.example/{}"],
    "x.json": [
        '{{"@type": "JobPosting", "description": '
        '"<p>een</p><script>{}</script><code>{}</code><!-- {} -->"}}',
        '{{"@type": "Thing", "description": "{}"}}',
        '{{"@type": "JobPosting", "url": "https://x.example/{}", "identifier": "{}"}}',
    ],
}


@pytest.mark.parametrize(
    ("path", "hiding"),
    [(path, hiding) for path, all_of_them in HIDING.items() for hiding in all_of_them],
)
@settings(max_examples=max(3, settings().max_examples // 20))
@given(before=WORDS, after=WORDS)
def test_the_phrase_is_not_found_where_it_is_no_prose(
    path: str, hiding: str, before: str, after: str
) -> None:
    wrapped = hiding.format(*[PHRASE] * 3)
    if path != "x.json" and not hiding.startswith(("---", "    ", "[a]:", "#")):
        glue = "\n\n" if path == "x.md" and hiding.startswith(("```", "<s", "<!")) else " "
        wrapped = f"{before}{glue}{wrapped}{glue}{after}"
    found = engine(select=("GEN002",), language="nl").check(Source(path, wrapped)).findings
    assert found == (), wrapped
