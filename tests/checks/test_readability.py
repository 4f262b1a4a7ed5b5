"""Long sentences, passives, nouns made of verbs, pincers, walls and lists of demands."""

from __future__ import annotations

import pytest

from support import findings, texts

PASSIVES = (
    "De planning wordt elke week gemaakt. Klanten worden gebeld. Het werd vastgesteld."
    " Er wordt gewerkt in ploegen. Wij zijn een team."
)


def items(count: int, before: str) -> str:
    return f"{before}\n\n" + "\n".join(f"- punt {chr(97 + at)} telt" for at in range(count)) + "\n"


def test_a_sentence_of_the_most_words_is_not_too_long() -> None:
    sentence = "Je werkt " + "hier " * 28
    assert texts(f"{sentence.strip()}.", "a.txt", "RDB001", language="nl") == []
    (found,) = findings(f"{sentence}dus.", "a.txt", "RDB001", language="nl")
    assert found.properties == {"words": 31, "max": 30}


def test_a_part_behind_a_colon_or_semicolon_counts_alone() -> None:
    sentence = "Je werkt " + "hier " * 20 + "nu; je bakt " + "daar " * 20 + "dan."
    assert texts(sentence, "a.txt", "RDB001", language="nl") == []


def test_passives_are_one_finding_where_they_are_a_habit() -> None:
    (found,) = findings(PASSIVES, "a.txt", "RDB002", language="nl")
    assert found.text == "wordt elke week gemaakt"
    assert found.properties == {"share": 0.8, "sentences": 4}
    assert len(found.related) == 3


def test_passives_that_are_few_in_a_long_text_are_no_habit() -> None:
    text = PASSIVES + " Je kookt elke dag." * 20
    assert texts(text, "a.txt", "RDB002", language="nl") == []
    share = {"RDB002": {"max-share": 0.1}}
    assert len(texts(text, "a.txt", "RDB002", language="nl", rule_options=share)) == 1


def test_the_reader_as_subject_is_no_passive() -> None:
    text = "Je wordt hier ingewerkt. U wordt goed begeleid. Dan word je gebeld. Je wordt verzorgd."
    assert texts(text, "a.txt", "RDB002", language="nl") == []


def test_a_passive_of_another_language_is_not_looked_for() -> None:
    text = "The rota is written. Clients are called. Invoices are sent. Repairs are done. Go on."
    assert len(texts(text, "a.txt", "RDB002", language="en")) == 1
    assert texts(text, "a.txt", "RDB002", language="nl") == []


def test_a_sentence_and_a_list_full_of_nouns_are_reported_apart() -> None:
    sentence = (
        "Je doet het opstellen van beleid, de uitvoering van werk en het bedenken van plannen."
    )
    listed = "\n\n- Het beheren van geld\n- Inkopen van hout\n- Bedenken van plannen\n"
    found = findings(sentence + listed, "a.md", "RDB003", language="nl")
    assert [each.text for each in found][1] == "Het beheren van"
    assert len(found) == 2
    assert "Inkopen van" in found[1].message


def test_a_pincer_needs_its_words() -> None:
    text = "Je kent de door de raad in het voorjaar vastgestelde nota."
    (found,) = findings(text, "a.txt", "RDB004", language="nl")
    assert "‘nota’" in found.message
    most = {"RDB004": {"min-words": 9}}
    assert texts(text, "a.txt", "RDB004", language="nl", rule_options=most) == []


def test_a_wall_is_a_paragraph() -> None:
    long = "Je kookt elke dag voor ons. " * 19
    assert len(texts(long, "a.txt", "RDB005", language="nl")) == 1
    assert texts(f"- {long}", "a.md", "RDB005", language="nl") == []
    assert texts(long, "a.txt", "RDB005", language="fr") == []


@pytest.mark.parametrize(
    ("before", "language", "count", "found"),
    [
        ("## Wat vragen wij?", "nl", 11, 1),
        ("## Wat vragen wij?", "nl", 10, 0),
        ("## Wat bieden wij?", "nl", 11, 0),
        ("Voor dit werk zijn dit onze functie-eisen:", "nl", 11, 1),
        ("## Requirements", "en", 11, 1),
        ("## Requirements", "nl", 11, 0),
    ],
)
def test_demands(before: str, language: str, count: int, found: int) -> None:
    text = "# Kok\n\n" + items(count, before)
    assert len(texts(text, "a.md", "RDB006", language=language, kind="vacancy")) == found
