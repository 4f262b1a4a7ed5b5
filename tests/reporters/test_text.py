"""The report for people."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reporters.conftest import Golden
from reporters.sample import look, report
from support import report as file_report
from vaclint.model.report import Report
from vaclint.reporters import render

BAD = (
    "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je verdient € 2.900 per "
    "maand.\n"
)


def shown(text: str, path: str, *select: str, width: int = 100, language: str = "nl") -> str:
    return render("text", Report((file_report(text, path, *select),)), look(language, width=width))


@pytest.mark.parametrize(
    ("name", "language", "how"),
    [
        ("text-nl.txt", "nl", {}),
        ("text-en.txt", "en", {"width": 60}),
        ("text-color.txt", "nl", {"color": True}),
    ],
)
def test_as_the_golden_file_has_it(
    golden: Golden, name: str, language: str, how: dict[str, bool | int]
) -> None:
    golden(name, render("text", report(message_language=language), look(language, **how)))


def test_a_finding_with_its_line_and_caret() -> None:
    assert shown(BAD, "kok.md", "GEN").splitlines() == [
        (
            "kok.md:3:16 waarschuwing GEN002 Schrijf ‘kandidaat’ in plaats van "
            "‘kandidaat/kandidate’. [*]"
        ),
        (
            "  3 | Wij zoeken een kandidaat/kandidate voor 32 uur per week. Je "
            "verdient € 2.900 per maand."
        ),
        "    |                ^^^^^^^^^^^^^^^^^^^",
        "1 bestand gecontroleerd: 1 waarschuwing in 1 bestand. [*] 1 te herstellen met --fix.",
    ]


def test_color_paints_and_changes_no_word() -> None:
    plain, painted = (render("text", report(), look(color=color)) for color in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[1;33mwaarschuwing GEN002\x1b[0m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_equal_white_space_is_folded() -> None:
    text = "Regel een. \nRegel twee. \nRegel drie. \nRegel vier. \n"
    out = shown(text, "a.txt", "WSP001")
    assert "4× Witruimte aan het eind van de regel; haal die weg. (regels 1, 2, 3, 4) [*]" in out
    assert out.count("WSP001") == 1
    assert shown(text.partition("Regel drie")[0], "a.txt", "WSP001").count("WSP001") == 1
    warnings = "Regel een .\n\nRegel twee .\n\nRegel drie .\n"
    assert shown(warnings, "a.txt", "WSP007").count("WSP007") == 3
    more = f"{warnings}\nRegel vier .\n"
    assert "4× Spatie voor een leesteken" in shown(more, "a.txt", "WSP007")


REMARKS = "Je faciliteert.\n\nJe bent een teamplayer.\n\nEen dynamische, integrale functie.\n"


def test_the_remarks_of_a_rule_share_a_line() -> None:
    found = file_report(REMARKS, "a.txt", "JAR001").findings
    out = shown(REMARKS, "a.txt", "JAR001")
    more = len(found) - 1
    lines = ", ".join(map(str, dict.fromkeys(each.place.start.line for each in found[1:])))
    assert more > 0
    words = ", ".join(f"‘{each.text.lower()}’" for each in found[1:])
    assert f"En nog {more}, op regel {lines}: {words} (-v toont ze)." in out
    assert out.count("JAR001") == 1


def test_two_remarks_that_say_something_else_stand_each_by_themselves() -> None:
    text = "We are a family run firm.\n\nWe offer four weeks holidays.\n"
    out = shown(text, "a.txt", "SPL013")
    assert "Write ‘family-run’ instead" in out
    assert "Write ‘weeks’’ instead" in out
    more = shown(f"{text}\nYou have two years experience.\n", "a.txt", "SPL013")
    assert more.count("SPL013") == 1


def test_words_that_come_back_are_named_first_with_their_number() -> None:
    out = shown(REMARKS + "Wij implementeren een integrale blik.\n", "a.txt", "JAR001")
    assert ": ‘integrale’ (2×), ‘implementeren’ (-v toont ze)." in out


def test_remarks_about_sentences_are_not_quoted_once_more() -> None:
    rest = "en ".join(["zorgt dat alles werkt "] * 12)
    out = shown(
        "".join(f"{who} {rest}op tijd.\n\n" for who in ("Je", "U", "Men")), "a.txt", "RDB001"
    )
    assert "En nog 2, op regel 3, 5 (-v toont ze)." in out


def test_verbose_shows_each_by_itself() -> None:
    whole = Report((file_report(REMARKS, "a.txt", "JAR001"),))
    out = render("text", whole, look(verbose=True))
    assert out.count("JAR001") == len(whole.files[0].findings) > 1


COPIED = (
    "bestelt zelf de groenten en het fruit bij de boer. Elke maandag is er overleg met de "
    "teamleider over het menu van de week. In het weekend werkt het team eens in de drie weken."
)


def test_what_is_in_a_copy_is_counted_with_it() -> None:
    first = f"Hij/zij kookt elke dag voor tachtig bewoners en {COPIED}"
    text = f"# Kok\n\n{first}\n\nIets anders.\n\n{first}\n"
    checked = file_report(text, "a.md", "GEN001", "DUP", language="nl")
    whole = Report((checked,))
    out = render("text", whole, look())
    places = [(each.rule, "in_copy" in each.properties) for each in checked.findings]
    assert places.count(("GEN001", True)) == 1
    assert out.count("GEN001") == places.count(("GEN001", False))
    assert "= Ook in deze kopie, en hierboven al gemeld: 1 waarschuwing" in out
    assert render("text", whole, look(verbose=True)).count("GEN001") == len(places) - 1


def test_what_only_the_copy_has_is_shown() -> None:
    first = "Je kookt elke dag voor tachtig bewoners die {} kent en " + COPIED
    text = f"# Kok\n\n{first.format('je')}\n\nIets.\n\n{first.format('hij/zij')}\n"
    checked = file_report(text, "a.md", "GEN001", "DUP", language="nl")
    assert [each.rule for each in checked.findings] == ["DUP001", "GEN001"]
    assert checked.findings[1].properties["in_copy"] == 7
    assert "GEN001" in render("text", Report((checked,)), look())


def test_what_is_suppressed_is_named_when_asked() -> None:
    text = "Hij/zij kookt. <!-- vaclint: ignore GEN001 -- wet -->\n"
    checked = file_report(text, "a.md", "GEN001", language="nl")
    assert "GEN001" not in render("text", Report((checked,)), look())
    out = render("text", Report((checked,), show_suppressed=True), look())
    assert out.startswith("a.md:1:1 onderdrukt GEN001 ")
    assert "(wet)" in out


def test_what_a_baseline_holds_and_what_is_too_light_is_counted() -> None:
    checked = file_report("Kok.\n", "a.txt", "GEN")._replace(baselined=2, unshown=1)
    out = render("text", Report((checked,)), look())
    assert "2 staan in de baseline. 1 lichtere is niet getoond." in out


def test_of_many_lines_the_first_are_named() -> None:
    assert "(regels 1, 2, 3, 4, 5, 6, …)" in shown("Een. \n" * 9, "a.txt", "WSP001")


def test_the_same_term_elsewhere_is_named_once() -> None:
    text = "Je faciliteert.\n\nJe faciliteert.\n\nJe bent sterk en je faciliteert.\n"
    out = shown(text, "a.txt", "JAR001")
    assert out.count("JAR001") == 1
    assert "(3×, ook op regel 3, 5)" in out


@pytest.mark.parametrize("width", [60, 100])
def test_a_long_line_is_cut_around_the_finding(width: int) -> None:
    text = "woord " * 100 + "hij/zij" + " woord" * 100 + "\n"
    lines = shown(text, "a.md", "GEN001", width=width).splitlines()
    assert len(lines[1]) <= width
    assert "…" in lines[1]
    caret = lines[2].index("^")
    assert lines[1][caret : caret + 7] == "hij/zij"
    assert lines[2].count("^") == 7


def test_what_cannot_be_printed_takes_one_column() -> None:
    lines = shown("Een\tde\u200b de \x07hij/zij kookt.\n", "a.txt", "GEN001").splitlines()
    caret = lines[2].index("^")
    assert lines[1][caret : caret + 7] == "hij/zij"
    assert "\t" not in lines[1]
    assert "\x07" not in lines[1]


def test_a_related_place_is_named_by_its_lines() -> None:
    again = "Je kookt en werkt elke dag met plezier voor onze gasten."
    out = shown(f"# Kok\n\n{again}\n\n{again}\n", "a.md", "DUP003")
    assert "    = Hier staat het voor het eerst: regel 3\n" in out
    wrapped = again.replace(" voor", "\nvoor")
    out = shown(f"# Kok\n\n{wrapped}\n\n{wrapped}\n", "a.md", "DUP003")
    assert "    = Hier staat het voor het eerst: regels 3–4\n" in out


def test_related_places_with_one_note_share_a_line() -> None:
    text = "# Kok\n\n Wij zoeken een kok.\n Je werkt in Utrecht.\n Je werkt 24 uur.\n Bel ons.\n"
    shown_text = shown(text, "kok.txt", "WSP010")
    assert "= Hier ook: regels 4, 5, 6\n" in shown_text
    assert shown_text.count("Hier ook") == 1


def test_nothing_found() -> None:
    good = BAD.replace("kandidaat/kandidate", "kandidaat")
    assert shown(good, "kok.md", "GEN") == "1 bestand gecontroleerd: niets gevonden.\n"
    assert shown(good, "kok.md", "GEN", language="en") == "1 file checked: nothing found.\n"


def test_how_many_were_fixed_is_said_first() -> None:
    text = render("text", Report((file_report("Kok.\n", "a.txt", "GEN"),), fixed=3), look())
    assert text == "3 hersteld. 1 bestand gecontroleerd: niets gevonden.\n"


def test_what_went_wrong_is_counted() -> None:
    assert render("text", report(), look()).endswith("1 keer ging er iets mis (zie hierboven).\n")


def on_terminal(text: str, **how: Any) -> str:
    file = file_report(text, "kok.md", "GEN001", "GEN002", "WSP007", language="nl")
    return render("text", Report((file,)), look(is_terminal=True, **how))


LONG = "# Kok\n\nHij/zij kookt.\n"


def test_on_a_terminal_messages_are_wrapped_to_its_width() -> None:
    shown = on_terminal(LONG, width=60)
    lines = shown.splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert lines[1].startswith("    ")
    elsewhere = render("text", Report((file_report(LONG, "kok.md", "GEN001"),)), look(width=60))
    assert elsewhere.splitlines()[0].endswith("met ‘je’ of ‘u’.")


def test_the_code_of_a_rule_is_a_link_where_the_terminal_follows_one() -> None:
    shown = on_terminal(LONG, rules_at="file:///r.html#r{code}")
    assert "\x1b]8;;file:///r.html#rGEN001\x1b\\GEN001\x1b]8;;\x1b\\" in shown
    assert "\x1b" not in on_terminal(LONG)


def test_on_a_terminal_the_last_line_says_what_to_do_next() -> None:
    def last(text: str) -> str:
        return on_terminal(text, width=200).splitlines()[-1]

    assert "vaclint rule GEN001" in last(LONG)
    assert "vaclint check --fix" in last("# Kok\n\nHij/zij kookt .\n")
    assert "--write-baseline" in last("# Kok\n\n" + "Hij/zij kookt.\n\n" * 60)
    assert last("# Kok\n\nJe kookt.\n") == "1 bestand gecontroleerd: niets gevonden."
