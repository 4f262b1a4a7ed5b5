"""Passages that stand twice in a text: what is said of them, and what a fix removes."""

from __future__ import annotations

from support import engine, findings
from vaclint.model.report import Finding
from vaclint.model.source import Source

PASSAGE = (
    "Je plant de diensten van twaalf collega's en houdt daarbij rekening met wat zij zelf willen. "
    "Elke maandag bespreek je met de teamleider wat er deze week moet gebeuren en wie dat kan doen."
)
BETWEEN = "Ons gebouw staat aan de rand van het park."


def found_in(
    text: str, path: str = "a.txt", language: str = "nl", **options: object
) -> tuple[Finding, ...]:
    return findings(text, path, "DUP001", language=language, **options)  # type: ignore[arg-type]


def test_an_equal_copy_is_told_as_such_and_can_be_removed() -> None:
    text = f"{PASSAGE}\n\n{BETWEEN}\n\n{PASSAGE}\n"
    (found,) = found_in(text)
    assert "op regel 1 (woord voor woord gelijk)" in found.message
    assert found.properties["similarity"] == 1.0
    fixed = engine(select=("DUP001",), language="nl").fix(Source("a.txt", text), unsafe=True)
    assert fixed.source.text == f"{PASSAGE}\n\n{BETWEEN}\n\n"


def test_a_changed_copy_is_told_with_its_changes() -> None:
    changed = PASSAGE.replace("twaalf", "dertien nieuwe")
    (found,) = found_in(f"{PASSAGE}\n\n{BETWEEN}\n\n{changed}\n")
    assert "gelijk; verschilt in 1 regel)" in found.message
    assert found.properties["differences"] == [{"first": "twaalf", "second": "dertien nieuwe"}]
    assert [each.message for each in found.related] == [
        "Hier staat de passage voor het eerst",
        "Alleen hier: dertien nieuwe",
    ]
    assert found.fixes == ()


def test_lines_that_differ_are_counted() -> None:
    first = "\n".join(f"- {part}" for part in PASSAGE.split(". "))
    second = first.replace("twaalf", "zes").replace("maandag", "dinsdag")
    (found,) = found_in(f"{first}\n\n{BETWEEN}\n\n{second}\n", "a.md")
    assert "verschilt in 2 regels)" in found.message
    (english,) = found_in(f"{first}\n\n{BETWEEN}\n\n{second}\n", "a.md", message_language="en")
    assert "differs in 2 lines)" in english.message


def test_a_copy_in_a_page_has_no_lines_to_remove() -> None:
    (found,) = found_in(f"<p>{PASSAGE}</p><p>{BETWEEN}</p><p>{PASSAGE}</p>", "a.html")
    assert found.fixes == ()


def test_a_copy_that_begins_inside_a_block_has_no_lines_to_remove() -> None:
    (found,) = found_in(f"{PASSAGE}\n\n{BETWEEN} {PASSAGE}\n")
    assert found.fixes == ()


def test_a_line_for_contact_may_stand_twice() -> None:
    contact = (
        "Heb je vragen over deze vacature of over het team? Neem dan contact op met Noor de Wit,"
        " teamleider planning, via 0543 555 120."
    )
    assert found_in(f"{contact}\n\n{BETWEEN}\n\n{contact}\n") == ()


def test_front_matter_does_not_count() -> None:
    assert found_in(f"---\ntitle: Kok\ndescription: {PASSAGE}\n---\n\n{PASSAGE}\n", "a.md") == ()


def test_how_long_a_passage_is_is_set() -> None:
    options = {"DUP001": {"min-words": 60}}
    assert found_in(f"{PASSAGE}\n\n{BETWEEN}\n\n{PASSAGE}\n", rule_options=options) == ()


def test_a_passage_ends_where_the_source_turns_back() -> None:
    # a page's title is read first, wherever it stands
    plan, talk = PASSAGE.split(". ")
    plan += "."
    for title, shown in ((plan, f"<p>{plan} {talk}</p>"), (f"{plan} {plan} {talk} {plan}", "")):
        page = f"<p>{talk}</p><title>{title}</title>{shown}"
        (found,) = found_in(page, "a.html")
        for place in (found.place, *(each.place for each in found.related)):
            quoted = page[place.start.offset : place.end.offset]
            assert quoted.rstrip(".") in (plan[:-1], f"{plan} {talk}".rstrip("."))


def test_lines_with_signs_of_a_template_are_not_taken_away() -> None:
    (found,) = found_in(f"{PASSAGE}\n\n{BETWEEN}\n\n{PASSAGE}\n", "a.md")
    assert found.fixes
    plan, talk = PASSAGE.split(". ")
    twice = f"{plan}.\n\n{{% endcapture %}}\n\n{talk}\n"
    (found,) = found_in(f"{twice}\n{BETWEEN}\n\n{twice}", "a.md")
    assert not found.fixes


def test_what_is_said_again_and_again_is_one_finding() -> None:
    (found,) = found_in(" ".join([PASSAGE] * 6) + "\n", "a.md")
    assert len(found.related) == 1
