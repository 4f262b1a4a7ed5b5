"""Facts as a message writes them."""

from __future__ import annotations

import pytest

from support import resources
from vaclint.facts.wording import amount, pay, size
from vaclint.languages.language import Language
from vaclint.model.blocks import Span
from vaclint.model.values import Hours, Salary, Scale

HERE = Span(0, 1)
PAY = Salary(3100, 4200, "EUR", "month", None, None, HERE)


def spoken(code: str) -> Language:
    return resources().languages[code]


@pytest.mark.parametrize(
    ("value", "currency", "language", "text"),
    [
        (3100, "EUR", "nl", "€ 3.100"),
        (14.71, "EUR", "nl", "€ 14,71"),
        (3100, "EUR", "en", "€3,100"),
        (41000, "GBP", "en", "£41,000"),
        (950, "CHF", "en", "CHF 950"),
        (0, "EUR", "nl", "€ 0"),
    ],
)
def test_an_amount(value: float, currency: str, language: str, text: str) -> None:
    assert amount(value, spoken(language), currency) == text


@pytest.mark.parametrize(
    ("salary", "language", "text"),
    [
        (PAY, "nl", "€ 3.100 tot € 4.200 per maand"),
        (PAY._replace(max=3100), "nl", "€ 3.100 per maand"),
        (PAY._replace(unit=None), "nl", "€ 3.100 tot € 4.200"),
        (PAY._replace(min=None, max=None, scale=Scale("schaal", "9")), "nl", "schaal 9"),
        (
            PAY._replace(min=None, max=None, scale=Scale("cao Gemeenten", "10")),
            "nl",
            "schaal 10 (cao Gemeenten)",
        ),
        (PAY._replace(min=None, max=None, scale=Scale("FWG", "45")), "nl", "FWG 45"),
        (PAY._replace(currency=None), "nl", "3.100 tot 4.200 per maand"),
        (PAY, "en", "€3,100 to €4,200 per month"),
    ],
)
def test_pay(salary: Salary, language: str, text: str) -> None:
    assert pay(salary, spoken(language)) == text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_bound_that_is_not_given_is_said(language: str) -> None:
    least, most = PAY._replace(max=None), PAY._replace(min=None)
    texts = {pay(each, spoken(language)) for each in (least, most, PAY)}
    assert len(texts) == 3
    assert all("{" not in text for text in texts)


@pytest.mark.parametrize(
    ("low", "high", "fte", "text"),
    [(24, 32, None, "24 tot 32 uur"), (32.5, 32.5, None, "32,5 uur"), (None, None, 0.8, "0,8 fte")],
)
def test_size(low: float | None, high: float | None, fte: float | None, text: str) -> None:
    assert size(Hours(low, high, fte, HERE), spoken("nl")) == text
