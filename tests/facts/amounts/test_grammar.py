"""Every rule of the grammar, by strings it must and must not take; the tables of features."""

from collections.abc import Iterator

import pytest

from facts.amounts.framing import known
from vaclint.facts.amounts.around import Parsed, parsed
from vaclint.facts.amounts.features import Feature
from vaclint.facts.amounts.grammar import RULES, needed, parse
from vaclint.facts.amounts.lexer import lex
from vaclint.facts.amounts.lexicon import Lexicon
from vaclint.facts.amounts.measure import settle
from vaclint.facts.amounts.roles import FEATURES as PAY_FEATURES
from vaclint.facts.amounts.roles import Sum
from vaclint.facts.amounts.sizes import FEATURES as HOURS_FEATURES
from vaclint.facts.amounts.sizes import Size
from vaclint.facts.amounts.sums import all_sums
from vaclint.facts.amounts.tokens import KINDS

TAKES = {
    "rate": ("nl", "€ 16 per uur", "16 uur"),
    "clock range": ("en", "9am to 5pm", "9 to 12 hours a week"),
    "date": ("nl", "12 mei 2026", "12 mensen"),
    "clock range behind days": ("nl", "ma-vr 8-16 uur", "8-16 uur per week"),
    "clock range before days": ("en", "9-5.30 Mon-Fri", "2-3 Mondays"),
    "clock range behind another": ("nl", "6u-14u en 14u-22u", "14u-22u"),
    "clock range before another": ("nl", "van 7 tot 10 en van 15 tot 18 uur", "7 tot 10 en 18 uur"),
    "hours and minutes in words": ("en", "22 hours 12 minutes per week", "22 hours 12 days"),
    "hours and minutes": ("nl", "30u24 per week", "30u240 per week"),
    "bare sum and its span": ("en", "Salary: 52000 YEAR", "Salary: 40 years"),
    "age": ("nl", "18: € 8,20", "2026: € 8,20"),
    "percent": ("nl", "80 %", "80 mensen"),
    "amount": ("en", "£12.60", "12.60"),
    "amount and cents": ("nl", "16 euro 50 per uur", "16 euro, 50 uur"),
    "amount and slashed cents": ("en", "£8/45 per hour", "£8/12 per hour"),
    "thousands and hundreds": ("nl", "2k2", "2k tot 3"),
    "amounts in millions": ("nl", "€ 1 - 15 miljoen", "€ 1.000 - 1.500"),
    "days times hours": ("nl", "4x9 uur", "4 of 9 uur"),
    "two labelled bounds": ("nl", "Min. uren: 16 / max. uren: 32", "Min. uren: 16"),
    "labelled hours": ("nl", "Uren: 32", "Team: 32"),
    "hours behind their noun": (
        "en",
        "Work hours will average 18 to 30 per week",
        "Work hours will average 180 per week",
    ),
    "shifts so often": ("en", "13-hour shifts three times a week", "three times a week"),
    "shifts of about so long": ("en", "two 4-5 hour shifts a week", "4-5 hour shifts"),
    "shift length": ("en", "12-hour shifts", "12 hours a week"),
    "hours of a full week": ("nl", "19u/38u", "32u/36u"),
    "part of a full week": ("en", "18.5 of the usual 37 hours", "2 of the 3 hours"),
    "fraction": ("nl", "19/38", "19/99"),
    "part of a post": ("nl", "een 0,6-functie", "een 0,6 - functie"),
    "labelled hours per span": ("nl", "Werkuren per jaar: 300", "Werkuren per week: 30"),
    "fraction of full time": ("nl", "1/2 VTE", "op 1/2 in Goes"),
    "share": ("en", "0.8 WTE", "8 people"),
    "lower bound of a line": ("nl", "van 16 uur", "een salaris van 16 uur"),
    "hours": ("nl", "32 tot 36 uur", "32 tot 36 mensen"),
    "growing hours": ("nl", "24 uur, groeit naar 32 uur", "32 uur, groeit naar 24 uur"),
    "shifts of hours and minutes": (
        "en",
        "six shifts of 5 hours 20 minutes",
        "shifts of 5 hours 20 minutes",
    ),
    "behind their span": ("nl", "Wekelijks 20 uur", "Maandelijks 20 uur"),
    "labelled days": ("nl", "Dagen per week: 4", "Dagen per jaar: 4"),
    "so many shifts or more of so long": (
        "en",
        "two to four 9-hour shifts per week",
        "two to four 9-hour shifts per day",
    ),
    "days of a week": ("nl", "een 4-daagse werkweek", "een 4-daagse cursus"),
    "days": ("nl", "2 à 3 dagen per week", "2 à 3 mensen"),
    "span of time": ("nl", "2 jaar", "2 mensen"),
    "weekdays": ("en", "Monday to Friday", "May to June"),
    "least and most": ("nl", "min. 3200 - max. 4100 euro", "3200 euro of 4100 zegels"),
    "range": ("en", "$25/hr - $32/hr", "$25/hr plus $32/day"),
    "scale of sums": ("en", "€35,434 - €36,883 - €38,410", "€35,434 - €36,883 - €28,410"),
    "between": ("nl", "tussen € 2.500 en € 3.000", "€ 2.500 en € 3.000"),
    "from and to": ("nl", "van € 2.500 en € 3.000", "€ 2.500 en € 3.000"),
    "range over an aside": ("nl", "€ 6 als je 16 bent tot € 15", "€ 6, bonus tot € 15"),
    "growing": ("nl", "€ 2.310, oplopend tot € 3.140", "€ 2.310, bonus € 3.140"),
    "bare range": ("nl", "3100 - 4200", "3100"),
    "months of pay": ("nl", "14 × € 2.850", "2 × € 2.850"),
    "range that grows": (
        "nl",
        "€ 2.310 - € 2.640, en loopt daarna op tot € 3.140",
        "€ 2.310 - € 2.640, en een bonus tot € 3.140",
    ),
    "sum": ("nl", "vanaf € 2.800", "vanaf 2.800 mensen"),
    "growing ranges": (
        "en",
        "€ 2,325-2,346 to start with, to € 2,972-3,007",
        "€ 2,325 - € 2,346",
    ),
}


def names(text: str, language: str) -> set[str]:
    """The names of the rules that made the nodes of a text; a node keeps that of its maker."""
    row = lex(text, known()[language])
    return {token.word for token in parse(row)[1]}


@pytest.mark.parametrize("name", TAKES)
def test_rule(name: str) -> None:
    language, takes, leaves = TAKES[name]
    taken = (  # into larger nodes
        *("rate", "amount", "amount and cents"),
        *("amount and slashed cents", "thousands and hundreds"),
    )
    if name not in taken:
        assert name in names(takes, language)
    assert name not in names(leaves, language)


def test_every_rule_has_strings() -> None:
    assert {rule.name for rule in RULES} - set(TAKES) <= {"aside"}


def test_letters_are_known() -> None:
    for lexicon in known().values():
        for rows in lexicon.phrases.values():
            for _, entry in rows:
                for tag, _ in entry.tags:
                    assert tag in KINDS or tag == "UNIT", tag


def lines(text: str) -> Iterator[tuple[Parsed, Lexicon]]:
    """A text as a parsed line in every language, place and under two headings."""
    for lexicon in known().values():
        for place in ("prose", "item", "title"):
            for heading in (frozenset({"get"}), frozenset({"pay", "hours"})):
                row = lex(text, lexicon)
                kinds, tokens = parse(row)
                yield parsed(row, kinds, tokens, 0, place, heading), lexicon


@pytest.mark.parametrize("feature", PAY_FEATURES, ids=lambda f: f.name)
def test_feature_of_pay_holds_for_its_example(feature: Feature[Sum]) -> None:
    sums = (one for line, lexicon in lines(feature.example) for one in all_sums(line, lexicon))
    assert any(feature.holds(one) for one in sums)


@pytest.mark.parametrize("feature", HOURS_FEATURES, ids=lambda f: f.name)
def test_feature_of_hours_holds_for_its_example(feature: Feature[Size]) -> None:
    sizes = (
        settle(line, token)
        for line, _ in lines(feature.example)
        for token in line.tokens
        if token.kind in "HQDXPK"
    )
    assert any(feature.holds(one) for one in sizes)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("0h?R", "0R"),
        (r"(?<=[a/])0[tT\-]0", "0"),
        ("p0?(?:Ny|[hD])", "p"),
        (r"0\*0-?h", "*0h"),
        ("^f0{1,3}h$", "fh"),
        (r"(?:0h|(?:a|[)]))w(?!C)", "w"),
    ],
)
def test_the_letters_that_a_pattern_cannot_do_without(pattern: str, letters: str) -> None:
    assert needed(pattern) == frozenset(letters)
