"""HTML: what a reader sees, apart from what surrounds it, at its exact place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import engine
from vaclint.formats import parse
from vaclint.formats.readers.blocks import mask_templates
from vaclint.model.blocks import PLACEHOLDER, Span
from vaclint.model.document import Document
from vaclint.model.source import Source


def read(text: str, path: str = "x.html") -> Document:
    return parse(Source(path, text), engine().reading)


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read(text).blocks]


def spelled(text: str, part: str) -> str:
    block = next(block for block in read(text).blocks if part in block.text)
    at = block.text.index(part)
    span = block.span(at, at + len(part))
    return text[span.start : span.end]


def test_kinds_of_block() -> None:
    text = (
        "<h1>Kok</h1><p>Een "
        "<b>alinea</b>.</p><ul><li>punt<li>twee</ul><dl><dt>Uren<dd>32</dl>"
        "<table><tr><td>Schaal<td>9</table>los"
    )
    assert blocks(text) == [
        ("heading", "Kok"),
        ("paragraph", "Een alinea."),
        ("item", "punt"),
        ("item", "twee"),
        ("paragraph", "Uren"),
        ("field", "32"),
        ("cell", "Schaal"),
        ("cell", "9"),
        ("paragraph", "los"),
    ]
    assert [(block.label, block.value) for block in read(text).blocks if block.label] == [
        ("Uren", "32"),
        ("Schaal", "9"),
    ]


def test_labels_in_a_paragraph_with_breaks() -> None:
    found = [
        (block.label, block.value)
        for block in read(
            "<p><strong>Uren:</strong> 32<br>Schaal: 9<br/>Plaats: Lindenbeek</p>"
        ).blocks
    ]
    assert found == [("Uren", "32"), ("Schaal", "9"), ("Plaats", "Lindenbeek")]


def test_a_table_with_heads() -> None:
    text = (
        "<table><thead><tr><th>Functie<th>Uren<th>Schaal</thead>"
        "<tbody><tr><td>Kok<td>32<td>7</table>"
    )
    assert [(block.label, block.text) for block in read(text).blocks if block.label] == [
        ("Functie", "Kok"),
        ("Uren", "32"),
        ("Schaal", "7"),
    ]


def test_what_a_reader_does_not_see() -> None:
    text = (
        "<p>Tekst<script>hij/zij</script><style>hij/zij{}</style><!-- hij/zij "
        "--><span hidden>hij/zij</span> <code>hij/zij</code>"
        '<span style="display: none">hij/zij <b>hij/zij</b></span><a '
        'href="hij/zij" data-x="hij/zij">link</a></p>'
        "<template><p>hij/zij</p></template><svg><text>hij/zij</text></svg>"
        "<pre>hij/zij</pre><noscript>hij/zij</noscript>"
    )
    assert blocks(text) == [("paragraph", f"Tekst {PLACEHOLDER}link")]


def test_a_form_below_the_text_of_the_content_is_chrome_and_one_round_it_is_not() -> None:
    text = "Je kookt elke dag voor gasten. " * 12
    form = "<form><p>Door te versturen gaat u akkoord.</p></form>"
    assert blocks(f"<body><main><p>{text}</p>{form}</main></body>") == [("paragraph", text.strip())]
    wrapped = f"<body><main><form><p>{text}</p></form></main></body>"
    assert blocks(wrapped) == [("paragraph", text.strip())]


def test_page_chrome_is_kept_apart() -> None:
    rest = (
        "<header>hij/zij</header><nav>hij/zij</nav><div "
        "class='cookie-melding'>hij/zij</div><aside>hij/zij</aside><form>hij/zij</form>"
        "<footer>hij/zij</footer>"
    )
    assert blocks(f"<html><body>{rest}<div><h1>Kok</h1><p>Je kookt.</p></div></body></html>") == [
        ("heading", "Kok"),
        ("paragraph", "Je kookt."),
    ]
    assert blocks(f"<body>{rest}<p>hij/zij</p><main><h1>Kok</h1></main></body>") == [
        ("heading", "Kok")
    ]
    posting = (
        "<body><p>hij/zij</p><div itemscope "
        'itemtype="https://schema.org/JobPosting"><h1>Kok</h1></div></body>'
    )
    assert blocks(posting) == [("heading", "Kok")]
    assert blocks("<body><header><h1>Kok</h1></header><p>Je kookt.</p></body>")[0] == (
        "heading",
        "Kok",
    )


def test_references() -> None:
    assert spelled("<p>Caf&eacute; open</p>", "Café") == "Caf&eacute;"
    assert spelled("<p>hij&#47;zij en hij&#x2F;zij</p>", "hij/zij") == "hij&#47;zij"
    assert spelled("<p>R&D en &copy 2026</p>", "R&D") == "R&D"
    assert spelled("<p>36&nbsp;uur</p>", "36 uur") == "36&nbsp;uur"
    assert spelled("<p>kandi&shy;daat</p>", "kandidaat") == "kandi&shy;daat"
    assert spelled("<p>hij<!-- x -->/<b>zij</b></p>", "hij/zij") == "hij<!-- x -->/<b>zij"


@pytest.mark.parametrize(
    "text",
    [
        "<p>een<p>twee",
        "<b><i>een</b></i> twee",
        "</p></div>een",
        "<li>los<li>item",
        "<table><p>een</table>twee",
        "<div><p>een</div>twee",
        "een < twee > drie",
        "<p>een<br/>twee<img src=x>",
        "<a href='x>y'>een</a>",
        "<p class=>een",
        "<!DOCTYPE html><!-- open",
        "<![CDATA[ een ]]>twee",
        "<p>een</p",
        "<",
        "<p",
        "&",
        "&#",
        "&#x;een",
        "<script>een",
        "<style>",
        "<ul><li><ul><li>een</ul>twee</ul>",
        "<tr><td>een",
        "<p>een\r\ntwee\rdrie",
        "<title>een</title>",
        "<p>&#1234567;een",
        "<?php een ?>twee",
        "<p/>een",
        "<div hidden>een<div>twee</div></div>drie",
        "<select><option>een<option>twee</select>drie",
        "<textarea><p>een</textarea>twee",
        "<p>\x00een",
    ],
)
def test_nasty_html_has_no_range_outside_the_file(text: str) -> None:
    for block in read(text).blocks:
        for at in range(len(block.text)):
            start, end = block.span(at, at + 1)
            assert 0 <= start < end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<li>",
                "<ul>",
                "</ul>",
                "<div hidden>",
                "</div>",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "een",
                "é",
                "&amp;",
                "&#233;",
                " ",
                "\n",
                "<br>",
                "<",
                "&",
                "<td>",
                "<table>",
                "</table>",
                "😀",
            ]
        ),
        max_size=30,
    )
)
def test_any_html_has_ranges_inside_the_file(pieces: list[str]) -> None:
    test_nasty_html_has_no_range_outside_the_file("".join(pieces) or "x")


def test_language_attributes() -> None:
    text = (
        "<html lang='nl'><body><p>Wij zoeken een kok, hij/zij kookt.</p><div "
        "lang=en-GB><p>He/she cooks for us.</p></div></body></html>"
    )
    report = engine().check(Source("x.html", text))
    assert report.language == "nl"
    assert [
        (finding.rule, finding.text) for finding in report.findings if finding.rule == "GEN001"
    ] == [
        ("GEN001", "hij/zij"),
        ("GEN001", "He/she"),
    ]


POSTING = (
    '<html><head><title>Vacature kok</title><script type="application/ld+json">'
    '{"@type":"JobPosting","title":"Kok (m\\/v)",'
    '"description":"<p>H\\u00ebt werk: hij\\u002fzij kookt.<\\/p>",'
    '"baseSalary":{"currency":"EUR",'
    '"value":{"minValue":2900,"maxValue":3400,"unitText":"MONTH"}},'
    '"workHours":"32 uur per week"}'
    "</script></head><body><p>Je kookt.</p></body></html>"
)


def test_linked_data_in_a_page() -> None:
    report = engine().check(Source("x.html", POSTING))
    assert report.kind == "vacancy"
    assert report.facts is not None
    assert report.facts.salary is not None
    assert (report.facts.salary.min, report.facts.salary.max, report.facts.salary.unit) == (
        2900,
        3400,
        "month",
    )
    assert report.facts.hours is not None
    assert report.facts.hours.max == 32
    assert [
        (finding.rule, finding.text)
        for finding in report.findings
        if finding.rule.startswith("GEN")
    ] == [
        ("GEN005", "m\\/v"),
        ("GEN001", "hij\\u002fzij"),
    ]


def test_linked_data_that_the_page_shows_too_is_read_once() -> None:
    text = POSTING.replace("<p>Je kookt.</p>", "<h1>Kok (m/v)</h1><p>Hët werk: hij/zij kookt.</p>")
    found = engine().check(Source("x.html", text)).findings
    assert sorted(finding.rule for finding in found if finding.rule.startswith("GEN")) == [
        "GEN001",
        "GEN005",
    ]


ADVERT = (
    "Je bakt elke ochtend brood voor het hele dorp en helpt daarna in de winkel.",
    "Wie ben jij? Je staat graag vroeg op en werkt netjes.",
    "Bel bakkerij De Oven voor een afspraak of kom even langs.",
)


def _page(description: str) -> str:
    shown = "".join(f"<p>{each}</p>" for each in ADVERT)
    posting = {"@type": "JobPosting", "title": "Bakker", "description": description}
    data = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    return f"<html><body><h1>Bakker</h1>{shown}{data}</body></html>"


@pytest.mark.parametrize(
    ("description", "texts"),
    [
        (" ".join(ADVERT), 3),  # all of the page in one line, without its tags
        (f"{' '.join(ADVERT)[:150]}…", 3),  # its begin
        (f"{' '.join(ADVERT)} Wij betalen je reis.", 3),
        (" ".join(reversed(" ".join(ADVERT).split())), 4),  # the same words say something else
        ("Je rijdt met de bakfiets brood rond in de buurt.", 4),
    ],
)
def test_a_description_that_the_page_shows_is_no_text_besides(description: str, texts: int) -> None:
    assert len([kind for kind, _ in blocks(_page(description)) if kind == "paragraph"]) == texts


def test_broken_linked_data_does_not_hide_the_page() -> None:
    report = engine().check(
        Source(
            "x.html", POSTING.replace('"title":', '"title"').replace("Je kookt", "Hij/zij kookt")
        )
    )
    assert [error.kind for error in report.errors] == ["read"]
    assert "GEN001" in {finding.rule for finding in report.findings}


def test_suppression_in_html() -> None:
    text = "<!-- vaclint: ignore GEN001 -->\n<p>Hij/zij kookt.</p>\n<p>Hij/zij bakt.</p>\n"
    report = engine().check(Source("x.html", text))
    assert [(finding.rule, finding.place.start.line) for finding in report.findings] == [
        ("GEN001", 3)
    ]
    assert report.suppressed == 1


def test_front_matter_of_a_site_generator() -> None:
    text = "---\ntitle: Kok hij/zij\nuren: 32\n---\n<p>Je kookt.</p>\n"
    report = engine().check(Source("x.html", text))
    assert report.facts is not None
    assert report.facts.title == "Kok hij/zij"
    assert [
        (finding.text, finding.place.start.offset)
        for finding in report.findings
        if finding.rule == "GEN001"
    ] == [("hij/zij", 15)]


def test_expressions_of_a_template_are_left_alone() -> None:
    text = "<p>{{ hij/zij }} en {% if a > 'hij/zij' %}hij/zij{% endif %}</p>"
    assert [
        finding.place.start.offset
        for finding in engine(select=("GEN001",)).check(Source("x.html", text)).findings
    ] == [42]


def test_a_comment_that_is_never_closed_runs_to_the_end() -> None:
    assert blocks("<p>Tekst</p><!-- hij/zij <p>hij/zij</p>") == [("paragraph", "Tekst")]


def test_the_title_of_a_drawing_is_not_the_title_of_the_page() -> None:
    assert blocks("<svg><title>logo</title></svg><p>Tekst</p>") == [("paragraph", "Tekst")]


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 3000 + "hij/zij",
        "<p>" * 3000 + "hij/zij",
        "<b><i>" * 2000 + "hij/zij" + "</b></i>" * 2000,
        "<" * 3000 + "<p>hij/zij",
        "<a " * 2000 + "><p>hij/zij",
    ],
)
def test_nasty_nesting(text: str) -> None:
    found = engine(select=("GEN001",)).check(Source("x.html", text)).findings
    assert {finding.text for finding in found} <= {"hij/zij"}


def test_a_header_with_the_main_heading_is_that_of_the_text() -> None:
    hero = "<header><nav><a>Home</a></nav><span>Vacature · 24 uur</span><h1>Kok</h1></header>"
    assert [text for _, text in blocks(f"<body>{hero}<p>Je kookt.</p></body>")] == [
        "Vacature · 24 uur",
        "Kok",
        "Je kookt.",
    ]
    menu = "<header><ul><li>Home</li></ul><p>Menu</p><h1>Kok</h1></header>"
    assert [text for _, text in blocks(f"<body>{menu}<p>Je kookt.</p></body>")] == [
        "Kok",
        "Je kookt.",
    ]


def test_what_stands_round_the_main_heading_is_read_where_the_content_has_none() -> None:
    hero = "<header><p>Vacature · 24 uur</p><h1>Kok</h1><p>€ 16 per uur</p></header>"
    assert [text for _, text in blocks(f"<body>{hero}<main><p>Je kookt.</p></main></body>")] == [
        "Vacature · 24 uur",
        "Kok",
        "€ 16 per uur",
        "Je kookt.",
    ]
    other = "<main><h1>Tuin</h1><p>Je wiedt.</p></main>"
    assert [text for _, text in blocks(f"<body>{hero}{other}</body>")] == ["Tuin", "Je wiedt."]


def test_texts_that_fold_out_are_read() -> None:
    folded = "<p>Je stemt de orgels van vier kerken en houdt de pijpen schoon.</p>" * 6
    page = f"<h1>Vacatures</h1><h2>Orgelstemmer</h2><div style='display:none'>{folded}</div>"
    assert len(blocks(page)) == 8
    shown = "<p>Wij zijn een werkplaats waar je leert hoe een pijp klinkt.</p>" * 8
    assert len(blocks(page + shown)) == 10


def test_the_heading_above_the_content_is_of_it_where_that_has_no_main_one() -> None:
    banner = "<body><h4>Menu</h4><h3>Orgelstemmer</h3>"
    assert blocks(f"{banner}<main><h2>Taken</h2></main></body>") == [
        ("heading", "Orgelstemmer"),
        ("heading", "Taken"),
    ]
    assert blocks(f"{banner}<main><h1>Taken</h1></main></body>") == [("heading", "Taken")]
    after = "<main><h2>Taken</h2></main><h3>Orgelstemmer</h3>"
    assert blocks(f"<body>{after}</body>") == [("heading", "Taken")]


def test_a_list_of_nothing_but_links_is_a_menu() -> None:
    names = ("Over ons", "Diensten", "Orgels", "Pijpen")
    links = "".join(f"<li><a href='#'>{name}</a></li>" for name in names)
    text = "<h1>Orgelstemmer</h1><p>Je stemt.</p>"
    assert len(blocks(f"<body><ul>{links}</ul>{text}</body>")) == 2
    assert len(blocks(f"<body>{text}<ul>{links}<li>en meer</li></ul></body>")) == 7
    assert len(blocks(f"<body><main>{text}<ul>{links}</ul></main></body>")) == 6
    items = "".join(f"<li>{name}</li>" for name in names)
    card = f"<a href='#'><h2>Orgelstemmer</h2><ul>{items}</ul></a>"
    assert len(blocks(f"<body>{card}</body>")) == 5
    nested = "<ul><li><a>Home</a>" * 3000
    assert len(blocks(f"<body>{nested}{'</ul>' * 3000}{text}</body>")) < 3003


def test_tags_that_quotation_marks_run_on_to_the_end_leave_what_stands_before() -> None:
    assert blocks("<p>Een</p>" + '<p a=<p b=\'"<p c=">' * 150)[0] == ("paragraph", "Een")


def test_an_address_that_a_script_shows_is_an_address() -> None:
    page = (
        '<p>Mail naar <a href="/cdn-cgi/l/email-protection"><span class="__cf_email__" '
        'data-cfemail="d6be">[email&#160;protected]</span></a>, of bel.</p>'
    )
    assert blocks(page) == [("paragraph", f"Mail naar {PLACEHOLDER}, of bel.")]
    found = engine().check(Source("x.html", f"<h1>Kok</h1>{page}")).findings
    assert "STR004" not in {finding.rule for finding in found}


def test_templates_are_masked_in_place() -> None:
    skipped: list[Span] = []
    comments: list[Span] = []
    masked = mask_templates("a {{ b\r\nc }} d {# e\n#} f", 10, skipped, comments)
    hidden = PLACEHOLDER
    assert masked == f"a {hidden * 4}\r\n{hidden * 4} d {' ' * 4}\n{' ' * 2} f"
    assert comments == [Span(25, 32)]
    assert skipped == [Span(12, 22), *comments]


def test_a_text_without_templates_is_not_copied() -> None:
    text = "<style>p { margin: 0 }</style><p>Tekst</p>"
    assert mask_templates(text, 0, [], []) is text


def test_the_code_of_a_program_that_fills_a_page_in_is_no_text() -> None:
    shown = "<p>Een kok <?= $b->name ?> met soep.</p>"
    text = f"<html><body><?php if ($a > 3): ?>{shown}<?php endif; ?></body></html>"
    document = read(text, "kok.php")
    texts = [block.text.replace(PLACEHOLDER, "") for block in document.blocks]
    assert document.format == "html"
    assert "Een kok  met soep." in texts
    assert not any("$" in each or ">" in each for each in texts)
