"""Places, keys, units and the time of hostile lines."""

import pytest

from facts.amounts.framing import best, known
from vaclint.facts.amounts.reading import read
from vaclint.facts.amounts.values import Line
from vaclint.model.values import Hours, Salary, Scale


def pay_in(lines: list[Line]) -> Salary | None:
    return best(read(lines, known()))[0]


def hours_in(lines: list[Line]) -> Hours | None:
    return best(read(lines, known()))[1]


def keyed(*pairs: tuple[str, str]) -> list[Line]:
    return [Line(value, "nl", key, "", "key") for key, value in pairs]


def test_places_of_both_bounds() -> None:
    text = "Je verdient tussen € 2.600 en € 3.300 bruto per maand."
    pay = read([Line(text, "nl")], known()).pay[0]
    assert pay.low is not None and pay.high is not None
    assert text[pay.low.start : pay.low.end] == "€ 2.600"
    assert text[pay.high.start : pay.high.end] == "€ 3.300"


def test_place_in_a_long_paragraph() -> None:
    text = "Wij zijn een team in Lindenbeek dat al jaren aan de weg timmert. " * 4
    text += "Je werkt 32 uur per week. En dan nog iets."
    hours = read([Line(text, "nl")], known()).hours[0]
    assert text[hours.place.start : hours.place.end] == "32 uur"


def test_keys_of_one_value() -> None:
    lines = keyed(("salaris_min", "3000"), ("salaris_max", "4000"), ("salaris.uren", "36"))
    pay, hours = best(read(lines, known()))
    assert pay is not None and (pay.min, pay.max, pay.basis_hours) == (3000, 4000, 36)
    assert hours is None


def test_posting() -> None:
    lines = [
        Line("EUR", "nl", "baseSalary.currency", "", "posting"),
        Line("14.5", "nl", "baseSalary.value.value", "", "posting"),
        Line("HOUR", "nl", "baseSalary.value.unitText", "", "posting"),
    ]
    pay = pay_in(lines)
    assert pay is not None
    assert (pay.min, pay.unit, pay.unit_found, pay.currency) == (14.5, "hour", "words", "EUR")


def test_no_currency_without_a_sign() -> None:
    pay = pay_in([Line("Salaris: 3.200", "nl")])
    assert pay is not None and pay.currency is None and pay.unit_found == "size"


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("Schaal 9 (cao Gemeenten)", "cao Gemeenten"),
        ("Je verdient schaal 9 volgens de cao Horeca.", "cao Horeca"),
        ("Inschaling in schaal 9 van de cao Horeca. Je werkt 24 uur.", "cao Horeca"),
        ("Schaal 9 van de cao Sociaal Werk.", "cao Sociaal Werk"),
        ("Schaal 9 (cao V.V.T.), 24 uur", "cao V.V.T"),
        ("Schaal 9, cao Open-Teelten.", "cao Open-Teelten"),
    ],
)
def test_scale_with_its_system(text: str, system: str) -> None:
    pay = pay_in([Line(text, "nl")])
    assert pay is not None and pay.scale == Scale(system, "9") and pay.min is None


def test_two_statements_that_differ() -> None:
    text = "Salary: $30,000 - $48,000 annually. Max salary: up to $34,461 annually."
    assert len(read([Line(text, "en")], known()).pay) == 2


def test_falling_bounds() -> None:
    pay = read([Line("Salaris: € 4.000 - € 3.000", "nl")], known()).pay[0]
    assert pay.falling and (pay.min, pay.max) == (3000, 4000)


def test_conversion_is_said() -> None:
    hours = hours_in([Line("75 hours per fortnight", "en")])
    assert hours is not None and hours.min == 37.5 and hours.found == "per two_weeks"


def test_label_on_the_line_before() -> None:
    lines = [Line("Uren per week:", "nl"), Line("20 - 24", "nl")]
    hours = hours_in(lines)
    assert hours is not None and (hours.min, hours.max) == (20, 24)


def test_sum_beside_a_word_of_pay_is_not_missing() -> None:
    text = "Ons loonpakket: 5 % extra, € 40 hier en daar."
    reading = read([Line(text, "nl")], known())
    assert reading.pay or reading.not_understood or reading.vague_pay
