"""Texts made to hurt: each shape is a short piece repeated to a length, or opened and never closed.

``SHAPES`` is for every format; a format has shapes of its own besides. No text here means anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

Shape = Callable[[int], str]


def _repeat(piece: str, before: str = "", after: str = "") -> Shape:
    """``before``, so many pieces as make up a length, and ``after``."""
    return lambda size: before + piece * max(1, size // len(piece)) + after


def _numbered(piece: str) -> Shape:
    """A piece with a number in it, counted on."""
    return lambda size: "".join(piece.format(n) for n in range(max(1, size // len(piece))))


def _deeper(piece: str, indent: str) -> Shape:
    """A line indented ever deeper, to a length in all."""

    def make(size: int) -> str:
        lines: list[str] = []
        length = depth = 0
        while length < size:
            lines.append(indent * depth + piece)
            length += len(lines[-1]) + 1
            depth += 1
        return "\n".join(lines)

    return make


def _nested(opening: str, closing: str, inside: str = "a") -> Shape:
    def make(size: int) -> str:
        depth = max(1, size // (len(opening) + len(closing)))
        return opening * depth + inside + closing * depth

    return make


SHAPES: dict[str, Shape] = {
    "misspelt-starts": _repeat("Managementt is what we do. ", "We want a cook for our team. "),
    "terms-of-two-words": _repeat("wij zijn een no nonsense bedrijf en ", "Wij zoeken een kok. "),
    "persons-at-work": _repeat("de kok bakt zijn brood en hij ", "Wij zoeken een kok. "),
    "he-opens": _repeat("He will be responsible for bread. ", "We want a cook here. "),
    "breaks-many": _repeat("kok<br><br><br><br><br>"),
    "paragraphs-empty": _repeat("<p>kok</p><p>&nbsp;</p><p>&nbsp;</p><p>&nbsp;</p>"),
    "references-no-letter": _repeat("1 &#160; "),
    "reference-number": _repeat("1", "Kok &#", "; kok"),
    "dotted-word": _repeat("y.z", "- kok\n- bakker\n- ", " kok"),
    "item-of-one-word": _repeat("x", "- kok\n- bakker\n- ", " kok"),
    "words-cut-in-two": _repeat("met een vaste- contract plan- ning ", "We zoeken een kok. "),
    "another-language": _repeat("Modelo examinamos estudios pobremente. ", "We want a cook here. "),
    "ranges-of-pay": _repeat("€ 3.000 - € 4.000 "),
    "pay-rising": _repeat("€ 1 x oplopend tot "),
    "pay-labels": _repeat("schaal : "),
    "hours-vague": _repeat("uren in overleg "),
    "clock-times": _repeat("8:00-17:00 "),
    "weekdays": _repeat("ma di wo "),
    "numbers-or": _repeat("8 of "),
    "fractions": _repeat("1/2/"),
    "thousands": _repeat("1.000."),
    "euro-signs": _repeat("€"),
    "digits-hyphens": _repeat("1-"),
    "one-letter": _repeat("a"),
    "one-capital": _repeat("A"),
    "letter-x": _repeat("x"),
    "word-at": _repeat("a", after=" @"),
    "word-dots-at": _repeat("a.", after=" @"),
    "at-hyphens": _repeat("a-", "x@"),
    "at-signs": _repeat("a@"),
    "hyphens": _repeat("a-"),
    "hyphen-run": _repeat("-"),
    "apostrophes": _repeat("a'"),
    "slashes": _repeat("a/"),
    "slash-words": _repeat("kok/"),
    "dots": _repeat("."),
    "dot-words": _repeat("a. "),
    "capital-dots": _repeat("A."),
    "initials": _repeat("A. "),
    "commas": _repeat("a, "),
    "comma-run": _repeat(","),
    "semicolons": _repeat("a; "),
    "colons": _repeat("a: "),
    "colon-run": _repeat(":"),
    "exclamations": _repeat("!"),
    "questions": _repeat("a? "),
    "digits": _repeat("1"),
    "digit-dots": _repeat("1."),
    "digit-spaces": _repeat("1 "),
    "phone": _repeat("06-"),
    "dates": _repeat("1-2-2026 "),
    "times": _repeat("09:00-"),
    "euros": _repeat("€"),
    "amounts": _repeat("€ 3.000 "),
    "amounts-between": _repeat("€ 3.000 - € 4.000 bruto per maand. "),
    "amount-digits": _repeat("1.000", "€ "),
    "pay-words": _repeat("salaris schaal 10 max "),
    "hours-words": _repeat("32 - 36 uur per week "),
    "hours-digits": _repeat("32-", "uren "),
    "percent": _repeat("100% "),
    "labels": _repeat("Uren: 32\n"),
    "labels-pay": _repeat("Salaris: € 3.000\n"),
    "labels-apart": _repeat("Uren: 32\n\n"),
    "label-alone": _repeat("Salaris:\n"),
    "spaces": _repeat(" ", "a", "b"),
    "spaces-only": _repeat(" ", "a"),
    "double-spaces": _repeat("a  b "),
    "tabs": _repeat("a\t"),
    "tab-run": _repeat("\t", "a", "b"),
    "no-break": _repeat("\xa0", "a", "b"),
    "no-break-words": _repeat("a\xa0"),
    "zero-width": _repeat("a\u200b"),
    "zero-width-run": _repeat("\u200b", "a", "b"),
    "soft-hyphens": _repeat("a\xad"),
    "combining": _repeat("\u0301", "a"),
    "combined": _repeat("e\u0301"),
    "emoji": _repeat("\U0001f600"),
    "flags": _repeat("\U0001f1f3"),
    "direction": _repeat("\u202e"),
    "private": _repeat("\uf0b7 a\n"),
    "newlines": _repeat("\n", "a", "b"),
    "lines": _repeat("a\n"),
    "paragraphs": _repeat("a b\n\n"),
    "returns": _repeat("a\r"),
    "line-separators": _repeat("a\u2028"),
    "trailing": _repeat("a  \n"),
    "leading": _repeat("   a\n"),
    "quotes": _repeat('"'),
    "quotes-open": _repeat("“a "),
    "quotes-around": _repeat("“a b” "),
    "single-quotes": _repeat("'a "),
    "brackets": _repeat("("),
    "brackets-words": _repeat("(a "),
    "brackets-nested": _nested("(", ")"),
    "square": _repeat("["),
    "square-nested": _nested("[", "]"),
    "braces": _repeat("{"),
    "links": _repeat("[a](b) "),
    "link-open": _repeat("[a]("),
    "addresses": _repeat("https://a.nl/b "),
    "address-long": _repeat("a/", "https://a.nl/"),
    "address-marks": _repeat("%20", "https://a.nl/"),
    "e-mail": _repeat("a@b.nl "),
    "base64": _repeat("QWxhZGRpbjpvcGVuIHNlc2FtZQ"),
    "data-uri": _repeat("QWxhZGRpbjpvcGVu+/", "data:image/png;base64,"),
    "entities": _repeat("&amp;"),
    "entity-open": _repeat("&"),
    "less-than": _repeat("<"),
    "greater-than": _repeat(">"),
    "tags": _repeat("<a "),
    "tag-quotes": _repeat("<a b='"),
    "tag-quotes-run-on": _repeat('<p a=<p b=\'"<p c=">'),
    "tag-double-quotes": _repeat('<a b="'),
    "tag-closed": _repeat("<b>a</b> "),
    "end-tags": _repeat("</x>"),
    "divs": _repeat("<div>a "),
    "divs-nested": _nested("<div>", "</div>"),
    "divs-and-ends": _nested("<div>", "</x>"),
    "paragraph-tags": _repeat("<p>a b"),
    "items-tags": _repeat("<li>a"),
    "lists-tags": _repeat("<ul><li>a"),
    "cells-tags": _repeat("<td>a"),
    "rows-tags": _repeat("<table><tr><td>a"),
    "spans": _repeat("<span>a "),
    "images": _repeat("<img alt='a b'>"),
    "attributes": _repeat(" a=b", "<p", ">a</p>"),
    "scripts": _repeat("<script>"),
    "titles": _repeat("<title>a"),
    "cdata": _repeat("<![CDATA["),
    "declarations": _repeat("<!a"),
    "instructions": _repeat("<?a "),
    "comment-open": _repeat("<!--"),
    "comment-open-words": _repeat("<!-- a "),
    "comments": _repeat("<!-- a -->\n"),
    "template-open": _repeat("{{"),
    "template-percent": _repeat("{%"),
    "template-asp": _repeat("<%"),
    "template-pairs": _repeat("{{a}} "),
    "template-attribute": _repeat("a {:"),
    "template-spaces": _repeat(" ", "a", "{"),
    "template-colons": _repeat(":::\n"),
    "ignore-open": _repeat(" ", "<!-- vaclint: ignore"),
    "ignore-open-many": _repeat("<!-- vaclint: ignore "),
    "ignores": _repeat("<!-- vaclint: ignore GEN001 -->\n"),
    "ignores-around": _repeat("<!-- vaclint: ignore -->\n\nhij/zij  komt\n\n"),
    "off-on": _repeat("<!-- vaclint: off --><!-- vaclint: on -->\n"),
    "off-only": _repeat("<!-- vaclint: off GEN -->\n\n"),
    "emphasis": _repeat("*"),
    "emphasis-words": _repeat("*a "),
    "emphasis-under": _repeat("_a "),
    "emphasis-mixed": _repeat("*a **b "),
    "backticks": _repeat("`"),
    "backticks-words": _repeat("`a "),
    "backticks-growing": lambda size: "".join("a" + "`" * n for n in range(int((2 * size) ** 0.5))),
    "strike": _repeat("~~a "),
    "headings": _repeat("# a\n\n"),
    "heading-under": _repeat("a\n===\n"),
    "heading-marks": _repeat("#"),
    "items": _repeat("- a\n"),
    "items-apart": _repeat("- a\n\n"),
    "items-numbered": _repeat("1. a\n"),
    "items-deeper": _deeper("- a", "  "),
    "shares": _repeat("0,8 fte 1.0 fte "),
    "hours-joined": _repeat("32-36-"),
    "items-line": _repeat("- ", after="a"),
    "quotes-line": _repeat("> ", after="a"),
    "quotes-lines": _repeat("> a\n"),
    "table": _repeat("| a | b |\n", "| a | b |\n|---|---|\n"),
    "table-row": _repeat("| a ", after="\n" + "|---" * 8),
    "pipes": _repeat("|"),
    "fences": _repeat("```\n"),
    "rules": _repeat("---\n"),
    "footnotes": _numbered("[^{0}] a\n\n[^{0}]: b\n\n"),
    "footnotes-references": _repeat("[^1] "),
    "reference-definitions": _numbered("[a{0}]: b\n"),
    "images-marked": _repeat("![a](b) "),
    "escapes": _repeat("\\"),
    "escapes-marks": _repeat("\\*"),
    "hij-zij": _repeat("hij/zij "),
    "pronouns": _repeat("hij zij hem haar "),
    "pairs": _repeat("medewerker/medewerkster "),
    "gender-marks": _repeat("(m/v) "),
    "form-colon": _repeat("kok(kin):in*"),
    "double-words": _repeat("de "),
    "double-words-apart": _repeat("de de kok "),
    "double-letters-apart": _repeat("a*_a "),
    "quotes-in-one-sentence": _repeat("“a” is "),
    "jargon-sections": _repeat("## Kok\n\npassie en synergie\n\n"),
    "double-words-wir": _repeat("wat we doen doen we "),
    "same-sentence": _repeat("Wij zoeken een kok voor ons team. "),
    "same-paragraph": _repeat("Wij zoeken een kok die goed met mensen kan koken.\n\n"),
    "different-words": _numbered("woord{0} "),
    "different-paragraphs": _numbered("Wij zoeken {0} koks voor ons team.\n\n"),
    "jargon": _repeat("passie teamplayer stakeholder "),
    "english": _repeat("You are a young and dynamic team player. "),
    "abbreviations": _repeat("HBO "),
    "abbreviations-bracketed": _numbered("Algemeen Bureau (AB{0}) "),
    "capitals": _repeat("KOK "),
    "capital-words": _repeat("Kok "),
    "camel": _repeat("KokJob"),
    "long-words": _repeat("onderwijsassistentenopleiding "),
    "misspelt": _repeat("ontwikelaar verantwordelijk "),
    "compound-endless": _repeat("werk"),
    "mojibake": _repeat("Ã©"),
    "mojibake-in-letters": _repeat("".join(map(chr, range(0x100, 0x600))), "Ã© ", "Ñ"),
    "replacement": _repeat("\ufffd"),
    "placeholders": _repeat("[naam] xxx lorem ipsum "),
    "underscores": _repeat("_"),
    "bullets": _repeat("• a "),
    "dashes": _repeat("a – b "),
    "dashes-unspaced": _repeat("a—"),
    "ellipses": _repeat("a… "),
    "mixed-marks": _repeat("a!?., "),
    "months": _repeat("1 januari "),
    "job-titles": _repeat("Senior Kok Manager "),
    "young": _repeat("jong jonge 18-25 jaar "),
    "sentence-long": _repeat("en wij koken graag "),
    "passive": _repeat("wordt door ons gedaan "),
    "ranges": _repeat("1-"),
    "ranges-words": _repeat("van 1 tot "),
    "plus": _repeat("1+"),
    "equals": _repeat("a=b "),
    "dollar": _repeat("$a "),
    "arrows": _repeat("a -> "),
    "compound-of-parts": _repeat("zorgkrachtleerplaats"),
    "soft-hyphens-words": _repeat("werk\xadplaats "),
    "joined-invisibly": _repeat("a\u200d"),
    "zero-width-words": _repeat("kok\u200b en\u200b "),
    "byte-order-marks": _repeat("a\ufeff "),
    "direction-closed": _repeat("\u202ea\u202c "),
    "direction-isolates": _repeat("\u2066kok\u2069 "),
    "surrogates": _repeat("a\ud800 "),
    "surrogates-run": _repeat("\udcff"),
    "jamo": _repeat("\u1100\u1161 "),
    "letters-wide": _repeat("ＫＯＫ "),
    "letters-of-two-scripts": _repeat("kоk "),
    "next-lines": _repeat("a\x85"),
    "controls": _repeat("a\x01\x1b[31m "),
    "line-ends-mixed": _repeat("kok\r\nkok\nkok\r"),
    "pipes-rows": _repeat("|a|b|\n"),
    "table-wide": lambda size: (
        "|a" * (size // 8) + "|\n" + "|-" * (size // 8) + "|\n" + "|b" * (size // 4)
    ),
    "table-wide-pay": lambda size: (
        "|Salaris" * (size // 32) + "|\n" + "|-" * (size // 32) + "|\n" + "|€ 3.000" * (size // 16)
    ),
    "columns-tabbed": _repeat("Uren\tSalaris\t32\t€ 3.000\n"),
    "entities-cut": _repeat("&am"),
    "entities-too-large": _repeat("&#99999999999;"),
    "entities-twice": _repeat("&amp;amp;eacute; "),
    "attribute-less-than": _repeat("<", '<p a="'),
    "attribute-equals": _repeat("a=", "<p "),
    "tags-crossing": _repeat("<b><i>a</b></i>"),
    "hidden-labels": _repeat("<p hidden aria-label='kok'>"),
    "languages-apart": _repeat("<p lang=nl>de kok<p lang=en>the cook"),
    "slip-in-each-sentence": _repeat("Hij word blij. "),
    "slip-in-each-paragraph": _repeat("Hij word blij.\n\n"),
    "slips-of-endings": _repeat("Jij vind dat hij vind. "),
    "slips-english": _repeat("Its a job you will of loved. "),
    "slip-hun": _repeat("Hun hebben dat. "),
    "words-misspelt": _numbered("kandi{0}daat "),
    "compounds-apart": _repeat("zorg medewerker lange termijn project leider "),
    "pay-number-long": _repeat(".000", "€ 1"),
    "pay-decimals": _repeat(",00", "€ 1"),
    "pay-scales": _repeat("schaal 8, 9, 10 of 11, "),
    "number-words": _repeat("tweeëndertig"),
    "number-words-apart": _repeat("honderd duizend "),
    "hours-slashes": _repeat("32/36/"),
    "hours-times": _repeat("4x9x"),
    "hours-shares": _repeat("1,0 fte (36 uur) "),
    "hours-days": _repeat("07.00 uur tot 15.30 uur en "),
    "labels-all": _repeat(
        "Salaris: € 2.500\nUren: 32\nContract: vast\nLocatie: Ede\nSluitingsdatum: 1 mei 2027\n\n"
    ),
    "labels-different": _numbered("Label{0}: waarde {0}\n"),
    "headings-thousand": _numbered("## Kop {0}\n\nTekst {0}.\n\n"),
    "headings-only": _numbered("# Kok {0}\n"),
    "headings-long": _repeat("a\n", after="===\n"),
    "headings-bold": _numbered("**Kop {0}**\n\nTekst.\n\n"),
    "vacancies": _numbered(
        "# Vacature kok {0}\n\nWij zoeken een kok voor 32 uur. Salaris: € 3.000 per maand.\n\n"
    ),
    "pay-around-vacancies": lambda size: (
        "Salaris: € 3.000,- per maand.\n\n" * (size // 64)
        + _numbered("# Vacature kok {0}\n\nWij zoeken een kok. Je kookt met plezier.\n\n")(
            size // 2
        )
    ),
    "quotes-low": _repeat("„a "),
    "quotes-mixed": _repeat("“a‘b"),
    "salutations": _repeat("Geachte heer/mevrouw, "),
    "passages": _repeat(
        "Als kok werk je in een klein team met plezier aan goed eten. " * 2 + "\n\n"
    ),
    "items-ten-deep": _repeat("".join("  " * depth + "- a\n" for depth in range(10))),
    "items-of-marks": _repeat("• kok;\n– bakker,\n* slager.\n"),
    "fences-of-waves": _repeat("~~~\nkok\n"),
    "codes-many": lambda size: (
        "<!-- vaclint: ignore " + "GEN001, " * (size // 8) + "-->\nhij/zij\n"
    ),
    "buttons": _repeat("Solliciteer direct\nDeel deze vacature\n"),
    "lines-of-numbers": _numbered("{0}\n"),
    "languages-mixed": _repeat("Wij zoeken een kok. We are looking for a cook. "),
    "marks-of-all-sorts": _repeat("!@#$%^&*()_+-=[]{}|;':\",./<>?`~\\ "),
    "threes": _repeat("100 ", after="1000"),
    "hyphens-after": _repeat("d-", after="\0"),
    "apostrophes-inside": _repeat("ip’éd", after="\0"),
    "letters-with-dots": _repeat("éÿ", "Wij zoeken een kok. "),
    "link-nowhere-open": _repeat(" ", "[a]("),
    "href-nowhere-open": _repeat(" ", "<a href  = '"),
    "href-mail-open": _repeat("a", '<a aahref  =  "mailto:'),
    "phones-open": _repeat("+11-(01 /1"),
    "greek": _repeat("α "),
    "arabic": _repeat("ا "),
    "chinese": _repeat("工"),
}
"""Shapes for every format, by name: a text of about so many characters."""


def front(piece: Shape, fence: str = "---") -> Shape:
    """A shape as front matter with a sentence below it."""
    return lambda size: f"{fence}\n{piece(size)}\n{fence}\n\nWij zoeken een kok.\n"


MARKDOWN: dict[str, Shape] = {
    "yaml-keys": front(_numbered("key{0}: een twee drie\n")),
    "yaml-list": front(_repeat("- een twee drie\n", "a:\n")),
    "yaml-deep": front(_deeper("a:", " ")),
    "yaml-brackets": front(_nested("[", "]"), "---"),
    "yaml-brackets-key": front(_nested("[", "]", "a"), "---"),
    "yaml-flow": front(lambda size: "a: " + "[" * (size // 2) + "]" * (size // 2)),
    "yaml-flow-open": front(_repeat("[", "a: ")),
    "yaml-aliases": front(_repeat("- *a\n", "b: &a een twee drie\nc:\n")),
    "yaml-alias-lists": front(
        lambda size: (
            "a: &a [een twee drie" + ", een twee drie" * (size // 32) + "]\nb:\n" + "- *a\n" * 30
        )
    ),
    "yaml-literal": front(_repeat("  een twee drie\n", "a: |\n")),
    "yaml-folded": front(_repeat("  een twee drie\n", "a: >\n")),
    "yaml-quoted": front(_repeat("een \\\n  twee ", 'a: "', '"')),
    "yaml-escapes": front(_repeat("\\u0061 ", 'a: "', '"')),
    "yaml-comment": front(_repeat("# a\n")),
    "toml-keys": front(_numbered('key{0} = "een twee drie"\n'), "+++"),
    "toml-array": front(_repeat('"een twee drie", ', "a = [", "]"), "+++"),
    "toml-tables": front(_numbered('[t{0}]\na = "een twee drie"\n'), "+++"),
    "toml-tables-array": front(_repeat('[[t]]\na = "een twee drie"\n'), "+++"),
    "toml-deep": front(lambda size: "a = " + "[" * (size // 2) + "]" * (size // 2), "+++"),
    "toml-dotted": front(lambda size: ".".join("a" * (size // 2)) + " = 1", "+++"),
    "toml-string": front(_repeat("een twee ", 'a = """', '"""'), "+++"),
    "json-front": lambda size: (
        json.dumps({f"key{n}": "een twee drie" for n in range(max(1, size // 24))}) + "\n\nKok.\n"
    ),
    "json-front-deep": lambda size: (
        '{"a": ' + "[" * (size // 2) + "]" * (size // 2) + "}\n\nKok.\n"
    ),
}
HTML: dict[str, Shape] = {
    "ld-json": _repeat(
        '<script type="application/ld+json">{"@type":"JobPosting","description":"een kok"}</script>'
    ),
    "ld-json-lists": _repeat(
        '<script type="application/ld+json">[{"@type":"JobPosting"}]</script>'
    ),
    "ld-json-open": _repeat('<script type="application/ld+json">{"@type":"JobPosting"}'),
    "headings": _repeat("<h2>a</h2>"),
    "headings-open": _repeat("<h2>a"),
    "header-headings": _nested("<header>", "<h2>a</h2>"),
    "terms": _repeat("<dt>a<dd>b"),
    "breaks": _repeat("a<br>"),
    "label-breaks": _repeat("Uren: 32<br>"),
    "svg": _nested("<svg>", "<title>a</title>"),
    "mains": _repeat("<main>a "),
    "tables-nested": _nested("<table><tr><td>", "</td></tr></table>"),
    "lists-nested": _nested("<ul><li>", "</li></ul>"),
    "hidden": _repeat("<p hidden>a"),
    "codes": _repeat("<code>a</code> "),
    "references": _repeat("&eacute; &#233; "),
    "styles": _repeat("display ", "<p style='", "'>a"),
    "classes": _repeat("navbar cookie ", "<p class='", "'>a"),
}
JSON: dict[str, Shape] = {
    "postings": lambda size: json.dumps(
        [{"@type": "JobPosting", "title": "Kok", "description": "Een kok."}] * max(1, size // 64)
    ),
    "graph": lambda size: json.dumps(
        {"@graph": [{"@type": "JobPosting", "title": "Kok"}] * max(1, size // 40)}
    ),
    "deep": lambda size: '{"@type":"JobPosting","x":' + "[" * (size // 2) + "]" * (size // 2) + "}",
    "deep-objects": lambda size: '{"a":' * (size // 6) + "1" + "}" * (size // 6),
    "deep-keys": lambda size: (
        '{"@type":"JobPosting","x":' + '{"a":' * (size // 6) + "1" + "}" * (size // 6) + "}"
    ),
    "open": _repeat("[", '{"@type":"JobPosting","x":'),
    "keys": lambda size: json.dumps(
        {"@type": "JobPosting"} | {f"k{n}": "een twee drie" for n in range(max(1, size // 24))}
    ),
    "numbers": lambda size: '{"@type":"JobPosting","x":' + "1" * size + "}",
    "list": lambda size: json.dumps({"@type": "JobPosting", "x": ["een twee"] * (size // 12)}),
    "escapes": lambda size: (
        '{"@type":"JobPosting","description":"' + "\\u0061 " * (size // 7) + '"}'
    ),
    "backslashes": lambda size: '{"@type":"JobPosting","x":"' + "\\\\" * (size // 2) + '"}',
    "long-key": lambda size: json.dumps({"@type": "JobPosting", "a" * size: "een twee drie"}),
    "html-in-list": lambda size: json.dumps(
        {"@type": "JobPosting", "description": "<ul>" + "<li>Een kok" * (size // 11)}
    ),
}


def _jobs(line: str, before: str = "") -> Shape:
    """Jobs of a list, each with its number, behind a head."""
    return lambda size: before + _numbered(line)(size)


YAML: dict[str, Shape] = {
    "jobs": _jobs("- title: Kok {0}\n  description: Wij zoeken een kok voor 32 uur.\n"),
    "anchors": _numbered("- &a{0} [kok, bakker]\n- *a{0}\n"),
    "bombs": _jobs("b{0}: [*a,*a,*a,*a,*a,*a,*a,*a]\n", "a: &a [x,x,x,x,x,x,x,x]\n"),
    "deep": lambda size: "a: " + "[" * (size // 2) + "]" * (size // 2),
    "deep-lines": _deeper("a:", " "),
    "deep-items": _repeat("- ", after="a"),
    "documents": _repeat("---\na: kok\n"),
    "keys-complex": _repeat("? a\n: b\n"),
    "merges": _jobs("c{0}:\n  <<: *b\n", "b: &b\n  a: 1\n"),
    "quoted": _repeat("\\x41", 'a: "', '"'),
    "binary": _repeat("- !!binary aGVq\n"),
    "directives": _repeat("%YAML 1.1\n"),
}
CSV: dict[str, Shape] = {
    "jobs": _jobs("Kok {0},Wij zoeken een kok.,32\n", "title,description,hours\n"),
    "columns": lambda size: "a," * (size // 4) + "b\n" + "kok," * (size // 8) + "b\n",
    "quotes": _repeat('"', "title,description\n"),
    "quote-open": _repeat("kok\n", 'title,description\nKok,"'),
    "quotes-doubled": _repeat('""', 'title,description\nKok,"', '"\n'),
    "commas": _repeat(",", "title,description\n"),
    "returns": _repeat("a,b\r", "title,description\r"),
    "ragged": _repeat('a,b,c\na\n,,,,\n"a"\n', "title,description\n"),
    "head-long": lambda size: "a" * size + ",description\nb,c\n",
}
FIELDS = {"description": ("description",)}
"""The setting with which lists of jobs are read."""


class Hostile(NamedTuple):
    """A shape in a format."""

    format: str
    name: str
    path: str
    make: Shape


def _in_json(shape: Shape) -> Shape:
    return lambda size: json.dumps(
        {"@type": "JobPosting", "title": "Kok", "description": shape(size)}
    )


def _in_html(shape: Shape) -> Shape:
    return lambda size: f"<html><body><p>{shape(size)}</p></body></html>"


def all_shapes() -> list[Hostile]:
    """Every shape in every format it is for."""
    found: list[Hostile] = []
    for name, make in SHAPES.items():
        found.append(Hostile("text", name, "a.txt", make))
        found.append(Hostile("markdown", name, "a.md", make))
        found.append(Hostile("html", name, "a.html", _in_html(make)))
        found.append(Hostile("json", name, "a.json", _in_json(make)))
    for name_of, own in (
        ("markdown", MARKDOWN),
        ("html", HTML),
        ("json", JSON),
        ("yaml", YAML),
        ("csv", CSV),
    ):
        suffix = "md" if name_of == "markdown" else name_of
        found += [
            Hostile(name_of, f"own-{name}", f"a.{suffix}", make) for name, make in own.items()
        ]
    return found
