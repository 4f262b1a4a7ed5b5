"""Lists with what announces them, and what a vacancy demands and offers in them."""

from __future__ import annotations

import pytest
import regex

from support import loaded, report, understood
from vaclint.facts.lists import lists_of, offers_in, once_each
from vaclint.languages.language import Language
from vaclint.text.patterns import joined

LANGUAGES = loaded().resources.languages
DUTCH = """# Bakker (m/v/x)

Je bakt elke nacht brood.

## Wat vragen wij?

- een diploma
- geduld

Een pre is:

- ervaring met zuurdesem

## Wat bieden wij?

- 27 vakantiedagen
- een fijne sfeer
- een laptop van de zaak
"""


def test_lists_are_items_that_follow_each_other_and_know_what_is_before_them() -> None:
    document = understood("- a b\n- c d\n\nTekst.\n\n- e f\n", "a.md", language="nl")
    shown = [
        (ahead and ahead.text, [item.text for item in items]) for ahead, items in lists_of(document)
    ]
    assert shown == [(None, ["a b", "c d"]), ("Tekst.", ["e f"])]


def test_a_copy_of_a_list_is_left_out() -> None:
    document = understood("- a b\n\nTekst.\n\n- a b\n\nMeer.\n\n- c d\n", "a.md", language="nl")
    assert [len(each.items) for each in once_each(lists_of(document))] == [1, 1]


def test_demands_and_offers_are_counted() -> None:
    metrics = report(DUTCH, "a.md", kind="vacancy", language="nl").metrics
    assert (metrics["demands"], metrics["offers"], metrics["concrete_offers"]) == (2, 3, 2)


def test_a_list_that_stands_there_twice_counts_once() -> None:
    again = DUTCH + "\n" + DUTCH.partition("brood.\n")[2]
    metrics = report(again, "a.md", kind="vacancy", language="nl").metrics
    assert (metrics["demands"], metrics["offers"]) == (2, 3)


def test_a_text_without_such_lists_has_neither() -> None:
    text = "# Baker\n\nYou bake every night.\n\n## Tasks\n\n- bread\n- 40 rolls\n"
    metrics = report(text, "a.md", kind="vacancy", language="en").metrics
    assert not {"demands", "offers", "concrete_offers"} & {*metrics}
    assert offers_in(understood(text, "a.md", language="en"), loaded().resources) is None


def test_the_average_is_that_of_a_text_as_long() -> None:
    short = report(DUTCH, "a.md", kind="vacancy", language="nl")
    assert short.properties["usual"] == {"demands": 7.3, "cliches": 7.7}
    long = DUTCH.replace("Je bakt elke nacht brood.", "Je bakt elke nacht vers brood. " * 160)
    usual = report(long, "a.md", kind="vacancy", language="nl").properties["usual"]
    assert usual["cliches"] > 15
    assert "usual" not in report(DUTCH, "a.md", kind="other", language="nl").properties


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("name", ["heading", "concrete"])
def test_the_patterns_find_what_they_say(language: Language, name: str) -> None:
    table = language.section("offers")[name]
    pattern = regex.compile(joined(table), regex.IGNORECASE)
    assert [text for text in table["match"] if not pattern.search(text)] == []
    assert [text for text in table["no-match"] if pattern.search(text)] == []
