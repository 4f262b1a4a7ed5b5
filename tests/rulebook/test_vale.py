"""A style folder of Vale: what becomes of each check type, and what is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import loaded
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.model.report import Finding
from vaclint.model.source import Source
from vaclint.rulebook.load import Loaded
from vaclint.rulebook.vale import code_of

HEAD = "message: \"Not '%s'\"\nlevel: error\n"


def style(folder: Path, **files: str) -> Loaded:
    """The shipped rules and those of a style folder."""
    own = folder / "House"
    own.mkdir(exist_ok=True)
    for name, text in files.items():
        (own / f"{name}.yml").write_text(text, "utf-8")
    return loaded_with(own)


def found(folder: Path, rule: str, text: str) -> list[Finding]:
    """What one rule of a style finds in a Markdown text."""
    given = style(folder, Rule=rule)
    assert given.errors == ()
    (own,) = [each for each in given.rules if each.own]
    report = Engine(given, Options(select=(own.code,))).check(Source("x.md", text))
    assert report.errors == ()
    return list(report.findings)


def texts(folder: Path, rule: str, text: str) -> list[str]:
    return [each.text for each in found(folder, rule, text)]


def test_existence(tmp_path: Path) -> None:
    rule = f"extends: existence\n{HEAD}ignorecase: true\ntokens:\n  - 'ninjas?'\n  - hero\n"
    every = found(tmp_path, rule, "A Ninja, a heroine and a hero.\n")
    assert [(each.text, each.severity) for each in every] == [("Ninja", "error"), ("hero", "error")]
    assert every[0].message == "Not 'Ninja'"
    excepted = f"{rule}exceptions:\n  - Ninja\n"
    assert texts(tmp_path, excepted, "A Ninja and a hero.\n") == ["hero"]


def test_existence_of_what_is_no_word(tmp_path: Path) -> None:
    rule = f"extends: existence\n{HEAD}nonword: true\ntokens:\n  - '!{{2,}}'\n"
    assert texts(tmp_path, rule, "Now!! Come!\n") == ["!!"]
    raw = f"extends: existence\n{HEAD}raw:\n  - '(?:foo)'\n  - 'bar'\n"
    assert texts(tmp_path, raw, "A xfoobar.\n") == ["foobar"]


def test_substitution(tmp_path: Path) -> None:
    rule = (
        "extends: substitution\nmessage: Use '%s' instead of '%s'\nignorecase: true\n"
        "swap:\n  'java[ -]?script': JavaScript\n  guy: person|colleague\n"
    )
    first, second = found(tmp_path, rule, "The java-script guy likes JavaScript.\n")
    assert first.message == "Use 'JavaScript' instead of 'java-script'"
    assert [edit.replacement for fix in first.fixes for edit in fix.edits] == ["JavaScript"]
    assert (second.text, second.fixes, second.severity) == ("guy", (), "info")


def test_occurrence(tmp_path: Path) -> None:
    rule = "extends: occurrence\nmessage: Too many\nscope: sentence\ntoken: ','\nmax: 2\n"
    assert texts(tmp_path, rule, "A, b, c, d. E, f.\n") == [","]


def test_repetition(tmp_path: Path) -> None:
    rule = f"extends: repetition\n{HEAD}ignorecase: true\nalpha: true\ntokens:\n  - '[^\\s]+'\n"
    assert texts(tmp_path, rule, "The the cook, 7 7, is here heres.\n") == ["The the"]


def test_consistency(tmp_path: Path) -> None:
    rule = f"extends: consistency\n{HEAD}either:\n  advisor: adviser\n"
    assert texts(tmp_path, rule, "An adviser, an adviser and an advisor.\n") == ["advisor"]


def test_conditional(tmp_path: Path) -> None:
    rule = (
        f"extends: conditional\n{HEAD}first: '\\b([A-Z]{{3,5}})\\b'\n"
        "second: '\\(([A-Z]{3,5})\\)'\nexceptions:\n  - HTML\n"
    )
    assert texts(tmp_path, rule, "The works council (ORG), the ORG, a CAO and HTML.\n") == ["CAO"]


def test_capitalization(tmp_path: Path) -> None:
    rule = f"extends: capitalization\n{HEAD}scope: heading\nmatch: $sentence\nexceptions:\n  - Zandwijk\n"
    assert texts(tmp_path, rule, "# Working At Zandwijk\n\n## What we do\n\nSome Text.\n") == [
        "Working At Zandwijk"
    ]


def test_metric(tmp_path: Path) -> None:
    rule = (
        "extends: metric\nmessage: '%s is too much'\n"
        "formula: |\n  (words / sentences) + (long_words * 100 / words)\ncondition: '> 40'\n"
    )
    (long,) = found(tmp_path, rule, "Organisational responsibilities include communication.\n")
    assert long.message == "104 is too much"
    assert texts(tmp_path, rule, "We cook. We eat.\n") == []


@pytest.mark.parametrize(
    ("rule", "line", "says"),
    [
        ("extends: script\nmessage: x\n", 1, "'script' has no kind of ours"),
        ("message: x\nextends: existence\ntokens: [a]\nlimit: 3\n", 4, "'limit' of a rule of"),
        ("extends: existence\nmessage: x\nscope: raw\ntokens: [a]\n", 3, "the scope 'raw'"),
        ("extends: existence\nmessage: x\nlevel: grave\ntokens: [a]\n", 3, "the level 'grave'"),
        ("extends: existence\nmessage: x\ntokens:\n  - a\n  - '('\n", 5, "no regular expression"),
        ("extends: existence\nmessage: x\n", 1, "neither 'tokens' nor 'raw'"),
        ("extends: existence\ntokens: [a]\n", 1, "no 'message'"),
        (
            "extends: substitution\nmessage: x\nswap:\n  a: b\n  '[': c\n",
            5,
            "no regular expression",
        ),
        ("extends: capitalization\nmessage: x\nmatch: '[A-Z]+'\n", 3, "is none of $title"),
        ("extends: metric\nmessage: x\nformula: syllables\ncondition: '> 1'\n", 3, "not counted"),
        ("extends: metric\nmessage: x\nformula: words\ncondition: '== 1'\n", 4, "a sign and a"),
        ("extends: [\n", 2, "not valid YAML"),
        ("- a\n", 1, "a table with 'extends'"),
    ],
)
def test_what_cannot_be_translated_is_named_with_its_place(
    tmp_path: Path, rule: str, line: int, says: str
) -> None:
    given = style(tmp_path, Wrong=rule, Right=f"extends: existence\n{HEAD}tokens: [a]\n")
    (error,) = given.errors
    assert error.message.startswith(f"{tmp_path / 'House' / 'Wrong.yml'}:{line}: ")
    assert says in error.message
    assert [rule.name for rule in given.rules if rule.own] == ["house-right"]


def test_a_rule_keeps_its_code_when_others_are_added(tmp_path: Path) -> None:
    one = f"extends: existence\n{HEAD}tokens: [a]\n"
    before = {rule.name: rule.code for rule in style(tmp_path, Beta=one).rules if rule.own}
    after = {rule.name: rule.code for rule in style(tmp_path, Alpha=one).rules if rule.own}
    assert after["house-beta"] == before["house-beta"]
    assert after.keys() == {"house-alpha", "house-beta"}
    assert all(code.startswith("VHO") for code in after.values())


def test_two_rules_never_share_a_code() -> None:
    taken: set[str] = set()
    for number in range(1000):
        taken.add(code_of("House", f"Rule{number}", taken))
    assert len(taken) == 1000


def test_a_folder_may_hold_styles_beside_rules_of_ours(tmp_path: Path) -> None:
    style(tmp_path, Rule=f"extends: existence\n{HEAD}tokens: [a]\n")
    (tmp_path / "own.toml").write_text(
        '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "m"\nterms = ["x"]\n'
    )
    given = loaded_with(tmp_path)
    assert given.errors == ()
    assert [rule.name for rule in given.rules if rule.own] == ["own", "house-rule"]
    assert len(given.rules) == len(loaded().rules) + 2
