"""What the facts of a document come to."""

from __future__ import annotations

from vaclint.model.blocks import Span
from vaclint.model.values import Facts, Hours, HoursFacts, Salary, SalaryFacts, Scale

HERE, THERE = Span(0, 1), Span(5, 9)
NINE, TEN = Scale("cao Gemeenten", "9"), Scale("cao Gemeenten", "10")
PAY = Salary(3100, 4200, "EUR", "month", None, None, HERE)
SCALE = Salary(None, None, "EUR", None, None, TEN, THERE)
SIZE = Hours(24, 32, None, HERE)


def facts(*stated: Salary | Hours, vague: tuple[Span, ...] = ()) -> Facts:
    pay = tuple(each for each in stated if isinstance(each, Salary))
    size = tuple(each for each in stated if isinstance(each, Hours))
    return Facts("Kok", SalaryFacts(pay, vague), HoursFacts(size, vague))


def test_the_best_pay_is_the_first_with_the_first_scale() -> None:
    assert facts(PAY, SCALE).salary == PAY._replace(scale=TEN)
    assert facts(SCALE, PAY).salary == PAY._replace(scale=TEN)
    assert facts(PAY._replace(scale=NINE), SCALE).salary == PAY._replace(scale=NINE)
    assert facts().salary is None


def test_the_best_size_is_the_first() -> None:
    assert facts(SIZE, SIZE._replace(min=8)).hours == SIZE
    assert facts().hours is None


def test_what_is_stated_somewhere_is_not_vague() -> None:
    vague = facts(vague=(THERE, HERE))
    assert (vague.vague_salary, vague.vague_hours) == (THERE, THERE)
    stated = facts(PAY, SIZE, vague=(THERE,))
    assert (stated.vague_salary, stated.vague_hours) == (None, None)
    assert (facts().vague_salary, facts().vague_hours) == (None, None)
