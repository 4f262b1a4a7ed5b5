"""A look at a repository: patterns of its vacancies, its generator, its own names of facts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from project_support import inside, write
from support import loaded
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings
from vaclint.project.survey import Survey, Told, patterns_of, survey

ADVERT = """---
title: Kok (m/v/x)
{extra}
---

Voor ons verzorgingshuis in Zandwijk zoeken wij een kok. Je kookt elke dag voor tachtig bewoners.

## Wat wij bieden

Een contract voor 24 uur per week en € 2.900 bruto per maand. Solliciteren kan tot 1 mei.
"""
NEWS = "# Nieuwe keuken\n\nDe keuken is verbouwd. Vorige week werd zij geopend door de wethouder.\n"


def told(**files: str) -> list[Told]:
    return [Told(PurePosixPath(path), kind, "nl") for path, kind in files.items()]


def surveyed(folder: Path) -> Survey:
    with inside(folder):
        return survey(Path(), Plan(Settings(isolated=True), shipped=loaded()), loaded())


@pytest.mark.parametrize(
    ("files", "patterns", "exceptions", "scattered"),
    [
        ({"a.md": "vacancy", "b.html": "vacancy"}, ("*.html", "*.md"), (), ()),
        ({"jobs/a.md": "vacancy", "news/b.md": "other"}, ("jobs/**",), (), ()),
        ({"jobs/a.md": "vacancy", "jobs/x/b.md": "unsure", "b.md": "other"}, ("jobs/**",), (), ()),
        (
            {f"jobs/{n}.md": "vacancy" for n in range(20)} | {"jobs/_index.md": "other", "b.md": "other", "c.md": "other"},
            ("jobs/**",), ("jobs/_index.md",), (),
        ),
        (
            {f"c/jobs/{n}.md": "vacancy" for n in range(20)} | {"c/news/a.md": "other", "c/news/b.md": "other"},
            ("c/jobs/**",), (), (),
        ),
        (
            {f"jobs/{n}/index.md": "vacancy" for n in range(20)} | {"jobs/us/index.md": "other", "b.md": "other"},
            ("jobs/**",), ("jobs/us/index.md",), (),
        ),
        ({"b/a.md": "vacancy", "b/b.md": "other", "b/c.md": "other"}, (), (), ("b/a.md",)),
        (
            {"nl/jobs/a.md": "vacancy", "nl/x.md": "other", "en/jobs/b.html": "vacancy", "en/y.md": "other"},
            ("en/jobs/**", "nl/jobs/**"), (), (),
        ),
        (
            {"j/a.md": "vacancy", "j/old/b.md": "other", "j/old/c.md": "other"},
            ("j/*.md",), (), (),
        ),
        ({"a.md": "other", "b.md": "unsure"}, (), (), ()),
    ],
)  # fmt: skip
def test_patterns(
    files: dict[str, str],
    patterns: tuple[str, ...],
    exceptions: tuple[str, ...],
    scattered: tuple[str, ...],
) -> None:
    found = patterns_of(told(**files))
    assert (found[0], found[1], found[2]) == (patterns, exceptions, scattered)


def test_a_repository(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "_config.yml": "title: x\n",
            **{
                f"jobs/{n}.md": ADVERT.format(extra="loon_per_maand: € 2.900 per maand")
                for n in range(3)
            },
            "_posts/nieuws.md": NEWS,
        },
    )
    found = surveyed(tmp_path)
    assert (found.count("vacancy"), found.count("other")) == (3, 1)
    assert found.patterns == ("jobs/**",)
    assert found.generator == "Jekyll"
    assert found.fields == {"salary": ("loon_per_maand",)}


@pytest.mark.parametrize(
    "extra",
    ["salaris: € 2.900 per maand", "telefoon: 0543 555 120", "nummer: 2900", "postcode: 1234 AB"],
)
def test_a_key_that_is_known_or_holds_something_else_is_not_named(
    tmp_path: Path, extra: str
) -> None:
    write(tmp_path, {f"jobs/{n}.md": ADVERT.format(extra=extra) for n in range(3)})
    assert surveyed(tmp_path).fields == {}


def test_a_file_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"jobs/a.md": ADVERT.format(extra="x: 1")})
    (tmp_path / "jobs" / "b.md").write_bytes(b"\xff\xfe\xfa")
    assert surveyed(tmp_path).count("vacancy") == 1
