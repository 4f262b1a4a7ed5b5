"""Hostile shapes in every format end in findings or in a sentence. How their time grows is measured
by ``bench/hostile.py``.
"""

from __future__ import annotations

import pytest

from shapes import FIELDS, Hostile, all_shapes
from support import engine
from vaclint.model.source import Source

SHAPES = all_shapes()
FORMATS = ("text", "markdown", "html", "json")


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_sixty_shapes(format_: str) -> None:
    assert sum(shape.format == format_ for shape in SHAPES) >= 60


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape.format}-{shape.name}")
def test_no_shape_is_a_mistake_of_ours(shape: Hostile) -> None:
    report = engine(fields=FIELDS).check(Source(shape.path, shape.make(300)))
    assert [error.message for error in report.errors if error.kind == "internal"] == []
