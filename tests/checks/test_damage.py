"""Damaged text: which fixes are safe, what is not guessed, and where the word list has no say."""

from __future__ import annotations

import pytest

from support import engine, findings, texts
from vaclint.model.source import Source


def test_only_the_exact_way_back_is_safe() -> None:
    (exact,) = findings("Je creÃ«ert orde.", "a.txt", "STR001", language="nl")
    assert exact.fixes[0].applicability == "safe"
    (rest,) = findings("Je werkt.Â Je rust.", "a.txt", "STR001", language="nl")
    assert rest.fixes[0].applicability == "unsafe"
    assert rest.message.startswith("‘Â’ is wat er over is van een spatie")


def test_damage_of_a_space_is_found_in_the_source_and_not_in_code() -> None:
    text = "Je werkt 3 Ã\u00a0 4 dagen. `3 Ã\u00a0 4`\n"
    (finding,) = findings(text, "a.md", "STR001", language="nl")
    assert finding.place.start.offset == 11
    fixed = engine(select=("STR001",), language="nl").fix(Source("a.md", text)).source.text
    assert fixed == "Je werkt 3 à 4 dagen. `3 Ã\u00a0 4`\n"


def test_more_than_three_lost_letters_are_not_guessed() -> None:
    (finding,) = findings(
        "De \ufffdr\ufffdm\ufffdntz\ufffd-zaal.", "a.txt", "STR002", language="nl"
    )
    assert finding.fixes == ()
    assert "waarschijnlijk" not in finding.message


def test_a_question_mark_counts_only_where_a_letter_makes_a_word() -> None:
    assert texts("Voor cli?nten en kla?nten.", "a.txt", "STR002", language="nl") == ["cli?nten"]


def test_without_a_word_list_only_what_is_certainly_lost_counts() -> None:
    text = "Wir suchen einen K\ufffdch f?r unsere K?che und sind ein kleines Team mit Erfahrung."
    assert texts(text, "koch.de.txt", "STR002") == ["K\ufffdch"]


def test_markup_that_has_a_letter_behind_it_is_replaced_and_a_tag_is_not() -> None:
    reference, tag = findings("Ons caf&eacute;<br>", "a.txt", "STR003", language="nl")
    assert reference.fixes[0].edits[0].replacement == "é"
    assert tag.fixes == ()
    assert tag.message == "‘<br>’ is opmaakcode die de lezer ziet staan; haal die weg."


def test_a_reference_to_nothing_is_to_be_removed() -> None:
    (finding,) = findings("Ons &#01;restaurant.", "a.txt", "STR003", language="nl")
    assert finding.message.endswith("haal die weg.")
    assert finding.fixes == ()


def test_a_line_of_the_page_goes_as_a_whole() -> None:
    text = "Kok\n\nJe kookt.\n\nVergelijkbare vacatures\n\nJe bakt.\n"
    fixed = engine(select=("STR006",), language="nl").fix(Source("a.txt", text), unsafe=True)
    assert fixed.source.text == "Kok\n\nJe kookt.\n\n\nJe bakt.\n"


def test_tags_and_code_that_come_back_are_one_finding_with_their_number() -> None:
    tags = "<p>Je kookt.</p> <p>Je bakt.</p>"
    (found,) = findings(tags, "a.txt", "STR003", language="nl")
    assert (found.text, found.properties["count"]) == ("<p>", 4)
    code = "Kok\n\nconst a = b;\n\nJe kookt.\n\nposition:absolute;\n"
    (found,) = findings(code, "a.txt", "STR003", language="nl")
    assert found.properties["count"] == 2


@pytest.mark.parametrize(
    "line",
    [
        "Spring naar inhoud",
        "Probeert u het nogmaals in een andere browser.",
        "Alle cookies accepteren",
        "Deel: Facebook | LinkedIn | WhatsApp",
        "Doorgaan met Google",
        "Terug naar alle vacatures",
        "Bedankt voor je interesse!",
    ],
)
def test_page_lines(line: str) -> None:
    text = f"Kok\n\n{line}\n\nJe kookt met zes collega's voor tachtig gasten per avond.\n"
    assert [each.text for each in findings(text, "a.txt", "STR006", language="nl")] == [line]


def test_a_heading_in_two_lines_is_no_page_line() -> None:
    text = "Wie wij\nzoeken\n\nEen kok die graag kookt voor tachtig gasten per avond.\n"
    assert findings(text, "a.txt", "STR006", language="nl") == ()


def test_a_page_line_that_comes_back_is_one_finding() -> None:
    text = "Kok\n\n" + "Lees meer\n\nJe kookt voor gasten.\n\n" * 4
    (found,) = findings(text, "a.txt", "STR006", language="nl")
    assert found.properties["count"] == 4


def test_damage_before_a_long_word_of_letters_beyond_ascii() -> None:
    letters = "".join(map(chr, range(0x100, 0x600)))
    text = f"Kok\n\nEen caf\u00c3\u00a9 in {letters}\u00d1{letters}.\n"
    assert texts(text, "a.txt", "STR001") == ["caf\u00c3\u00a9"]


def test_signs_that_were_lost_by_themselves_are_one_finding() -> None:
    pay = "Cook\n\n" + "\n\n".join(f"Group {number}: � {number}00 a week" for number in range(1, 6))
    (found,) = findings(pay, "cook.txt", "STR002", language="en")
    assert found.properties == {"count": 5}
