"""Short blocks that stand twice."""

from __future__ import annotations

from support import engine, findings, texts
from vaclint.model.source import Source

LINE = "Bij ons krijg je een vaste baan en een goed pensioen."


def repeated(text: str, **options: object) -> list[str]:
    return texts(text, "a.md", "DUP003", language="nl", **options)  # type: ignore[arg-type]


def test_an_item_repeats_within_its_list_only() -> None:
    assert repeated("- Je maakt roosters.\n- Je belt.\n- je maakt roosters;\n") == [
        "je maakt roosters;"
    ]
    assert repeated("- Je maakt roosters.\n\nTekst.\n\n- Je maakt roosters.\n") == []


def test_a_paragraph_repeats_right_behind_itself_only() -> None:
    assert repeated(f"{LINE}\n\n{LINE}\n") == [LINE]
    assert repeated(f"{LINE}\n\nJe kookt.\n\n{LINE}\n") == []


def test_a_section_repeats_with_its_heading() -> None:
    assert repeated(f"## A\n\n{LINE}\n\n## B\n\nJe kookt.\n\n## A\n\n{LINE}\n") == [LINE]
    assert repeated(f"## A\n\n{LINE}\n\n## B\n\n{LINE}\n") == []
    card = f"## A\n\n{LINE}\n\n## B\n\nJe kookt.\n\n"
    assert repeated(card * 4) == [LINE]  # what comes back more often is told once


def test_a_row_of_facts_or_an_address_is_no_section() -> None:
    facts = "Een baan van 36 uur per week in schaal negen bij ons."
    assert repeated(f"## A\n\n{facts}\n\n## B\n\nJe kookt.\n\n## A\n\n{facts}\n") == []
    mail = f"{LINE} Mail noor@x.example."
    assert repeated(f"{mail}\n\n{mail}\n") == []


def test_each_sort_has_its_message_and_names_the_line() -> None:
    (item,) = findings(
        "- Je maakt roosters.\n- Je maakt roosters.\n", "a.md", "DUP003", language="nl"
    )
    assert (
        item.message == "Dit punt staat al in dezelfde lijst, op regel 1. Haal één van beide weg."
    )
    (block,) = findings(
        f"{LINE}\n\n{LINE}\n", "a.md", "DUP003", language="nl", message_language="en"
    )
    assert block.message.startswith("This paragraph stands right before it already, on line 1.")


def test_a_fix_removes_the_later_lines() -> None:
    given = Source("a.md", "- Je maakt roosters.\n- Je belt.\n- Je maakt roosters.\n")
    fixed = engine(select=("DUP003",), language="nl").fix(given, unsafe=True)
    assert fixed.source.text == "- Je maakt roosters.\n- Je belt.\n"


def test_how_short_a_block_may_be_is_set() -> None:
    text = "- Je belt.\n- Je belt.\n"
    assert repeated(text) == []
    assert repeated(text, rule_options={"DUP003": {"min-item-words": 2}}) == ["Je belt."]


def test_a_line_of_its_own_that_comes_back_is_a_remark() -> None:
    line = "Alleen mogelijk voor mensen in loondienst"
    text = f"Planner\n\n{line}\n\nJe plant de diensten van twaalf collega's.\n\n{line}\n"
    [found] = findings(text, "a.txt", "DUP003", language="nl")
    assert (found.severity, found.text, len(found.related)) == ("info", line, 1)


def test_a_contact_line_and_an_item_may_come_back() -> None:
    contact = "Bel Noor de Wit op 020 123 45 67 over deze baan"
    assert repeated(f"{contact}\n\nJe plant.\n\n{contact}\n") == []
    item = "- Een diploma op het niveau van hbo"
    assert repeated(f"## A\n\n{item}\n\n## B\n\n{item}\n") == []
