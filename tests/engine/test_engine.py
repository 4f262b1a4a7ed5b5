"""The engine: text in, report out, whatever goes wrong; and engines beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from own_rules import loaded_with
from support import engine, loaded
from vaclint.checks import kinds
from vaclint.engine import Asked, Engine
from vaclint.formats import FORMATS
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Document
from vaclint.model.errors import VaclintError
from vaclint.model.options import Options
from vaclint.model.reading import Reading
from vaclint.model.report import FileReport
from vaclint.model.source import Source

TEXT = "# Kok\n\nWij zoeken een kandidaat/kandidate. Hij/zij kookt in de de keuken. \n"
FOUND = {"GEN001", "GEN002", "DUP002", "WSP001"}


def rules_in(report: FileReport) -> set[str]:
    return {finding.rule for finding in report.findings}


def kinds_that_fail(name: str) -> dict[str, Any]:
    """The kinds of check, with one that breaks after its first finding."""
    every = kinds()
    whole = every[name].check

    def check(context: Any, rules: Any) -> Iterator[Diagnostic]:
        assert whole is not None
        yield from whole(context, rules)
        raise ZeroDivisionError("by accident")

    return {**every, name: every[name]._replace(check=check)}


def raise_in_parser(source: Source, reading: Reading) -> Document:
    raise ArithmeticError("too deep")


BROKEN_FORMATS = tuple(
    each._replace(parse=f"{__name__}:raise_in_parser") if each.name == "markdown" else each
    for each in FORMATS
)


def test_engines_beside_each_other_each_use_their_own_rules() -> None:
    gender = Engine(loaded(), Options(select=("GEN",)))
    space = Engine(loaded(), Options(select=("WSP",)))
    for _ in range(2):
        assert rules_in(gender.check(Source("a.md", TEXT))) == {"GEN001", "GEN002"}
        assert rules_in(space.check(Source("a.md", TEXT))) == {"WSP001"}


def own_engine(tmp_path: Path, name: str, term: str, code: str = "ORG001") -> Engine:
    """An engine with one rule of its own."""
    path = tmp_path / f"{name}.toml"
    path.write_text(
        f'[[rule]]\ncode = "{code}"\nname = "eigen"\nmessage = "{name}"\nterms = ["{term}"]\n',
        "utf-8",
    )
    return Engine(loaded_with(path), Options(select=("ORG",)))


def test_engines_with_rule_files_of_their_own_do_not_meet(tmp_path: Path) -> None:
    one = own_engine(tmp_path, "eerste", "kok")
    other = own_engine(tmp_path, "tweede", "keuken")
    source = Source("a.md", "Een kok in de keuken.\n")
    for _ in range(2):
        (first,) = one.check(source).findings
        (second,) = other.check(source).findings
        assert (first.text, first.message) == ("kok", "eerste")
        assert (second.text, second.message) == ("keuken", "tweede")
    with pytest.raises(VaclintError, match="no rule is called 'ORG'"):
        Engine(loaded(), Options(select=("ORG",)))


def test_options_of_one_engine_are_not_those_of_another() -> None:
    text = "\n\n\n\n".join(["Een.", "Twee."]) + "\n"
    strict = Engine(loaded(), Options(select=("WSP006",), rule_options={"WSP006": {"max": 1}}))
    lenient = Engine(loaded(), Options(select=("WSP006",), rule_options={"WSP006": {"max": 9}}))
    severe = Engine(loaded(), Options(select=("WSP006",), severity=(("WSP", "error"),)))
    source = Source("a.txt", text)
    assert [each.severity for each in strict.check(source).findings] == ["info"]
    assert lenient.check(source).findings == ()
    assert [each.severity for each in severe.check(source).findings] == ["error"]
    assert [each.severity for each in strict.check(source).findings] == ["info"]


def test_a_kind_of_check_that_fails_is_one_error_and_the_others_report() -> None:
    failing = Engine(loaded(), Options(), kinds_that_fail("pairs"))
    report = failing.check(Source("a.md", TEXT))
    (error,) = report.errors
    assert (error.kind, error.path) == ("internal", "a.md")
    assert error.message == (
        "an error in vaclint itself (ZeroDivisionError: by accident); please "
        "report it with this file"
    )
    assert FOUND - {"GEN002"} <= rules_in(report)
    assert report.facts is not None
    assert report.metrics["words"] == 13
    whole = engine().check(Source("a.md", TEXT))
    others = [finding for finding in whole.findings if finding.rule != "GEN002"]
    assert [finding for finding in report.findings if finding.rule != "GEN002"] == others


def test_a_kind_that_fails_on_one_text_still_checks_the_next() -> None:
    every = kinds()
    whole = every["doubled"].check

    def check(context: Any, rules: Any) -> Iterator[Diagnostic]:
        if "giftig" in context.document.haystack:
            raise ValueError("giftig")
        assert whole is not None
        yield from whole(context, rules)

    careful = {**every, "doubled": every["doubled"]._replace(check=check)}
    own = Engine(loaded(), Options(), careful)
    assert [
        error.kind for error in own.check(Source("a.md", "Een giftig woord woord.\n")).errors
    ] == ["internal"]
    report = own.check(Source("b.md", "Een woord woord.\n"))
    assert (report.errors, rules_in(report)) == ((), {"DUP002"})


def test_a_parser_that_fails_is_one_error_and_other_formats_are_read() -> None:
    failing = Engine(loaded(), Options(), formats=BROKEN_FORMATS)
    report = failing.check(Source("a.md", TEXT))
    assert (report.path, report.format, report.findings) == ("a.md", None, ())
    assert [(error.kind, error.path) for error in report.errors] == [("internal", "a.md")]
    assert "ArithmeticError: too deep" in report.errors[0].message
    assert rules_in(failing.check(Source("a.txt", TEXT))) >= FOUND


def test_fixing_goes_on_beside_a_kind_that_fails() -> None:
    failing = Engine(loaded(), Options(), kinds_that_fail("pronouns"))
    fixed = failing.fix(Source("a.md", TEXT))
    assert "een kandidaat." in fixed.source.text
    assert "in de keuken.\n" in fixed.source.text
    report = failing.check(fixed.source)
    assert [error.kind for error in report.errors] == ["internal"]


def test_fixing_that_fails_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    every = kinds()
    own = Engine(loaded(), Options(), every)

    def fixes(source: Source, asked: Asked) -> list[Any]:
        raise KeyError("replcement")

    monkeypatch.setattr(own, "fixes", fixes)
    with pytest.raises(VaclintError, match="KeyError") as caught:
        own.fix(Source("a.md", TEXT))
    assert (caught.value.kind, caught.value.path) == ("internal", "a.md")
    failing = Engine(loaded(), Options(), formats=BROKEN_FORMATS)
    with pytest.raises(VaclintError, match="ArithmeticError"):
        failing.fix(Source("a.md", TEXT))


def test_what_a_text_holds_never_raises() -> None:
    for text in ("", "\0", "---\n", "<" * 500, "{", "\ufeff", "a" * 5000):
        for path in ("a.md", "a.html", "a.txt", "a.json", "geen achtervoegsel", ""):
            report = engine().check(Source(path, text))
            assert report.path == path
            assert [error for error in report.errors if error.kind == "internal"] == []


def test_half_a_character_is_an_error_of_the_text_and_raises_nothing() -> None:
    for path in ("a.md", "a.html", "a.txt", "a.json"):
        report = engine().check(Source(path, "Een kok \ud83d\n"))
        assert all(error.path == path for error in report.errors)
        assert len(report.errors) <= 1


def test_a_broken_front_matter_is_an_error_beside_the_findings() -> None:
    report = engine().check(Source("a.md", "---\ntitle: Kok: chef\n---\n\nHij/zij kookt.\n"))
    assert [error.kind for error in report.errors] == ["read"]
    assert "GEN001" in rules_in(report)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"select": ("GNE",)}, "vaclint: no rule is called 'GNE'; did you mean 'GEN'?"),
        ({"ignore": ("XYZ999",)}, "no rule is called 'XYZ999'"),
        ({"extend_select": ("",)}, "no rule is called ''"),
        ({"kind": "advert"}, "kind must be one of auto, vacancy, other, not 'advert'"),
        ({"language": "xx"}, "language must be one of auto, nl, en,"),
        ({"message_language": "xx"}, "message-language must be one of auto, nl, en,"),
        ({"severity": (("GEN9", "error"),)}, "no rule is called 'GEN9'"),
        (
            {"rule_options": {"WSP006": {"maxx": 3}}},
            "rule WSP006 has no option 'maxx'; did you mean 'max'?",
        ),
        ({"rule_options": {"GEN001": {"max": 3}}}, "rule GEN001 has no option 'max'"),
        ({"rule_options": {"WSP006": {"max": "3"}}}, "option 'max' of WSP006 must be like"),
        ({"rule_options": {"WSP006": {"max": True}}}, "option 'max' of WSP006 must be like"),
        ({"rule_options": {"DUP101": {"files": "all"}}}, "must be one of auto, run, repo, off"),
        ({"rule_options": {"STR012": {"today": "gisteren"}}}, "must be a day such as 2026-11-01"),
    ],
)
def test_options_that_cannot_be_are_an_error(options: dict[str, Any], says: str) -> None:
    with pytest.raises(VaclintError) as caught:
        Engine(loaded(), Options(**options))
    assert says in caught.value.message
    assert caught.value.kind == "config"


def test_the_place_of_a_wrong_option_is_named() -> None:
    with pytest.raises(VaclintError) as caught:
        Engine(loaded(), Options(select=("GNE",)), where="team.toml")
    assert (caught.value.path, caught.value.message[:10]) == ("team.toml", "team.toml:")


def test_what_is_asked_for_one_text_holds_for_that_text() -> None:
    own = engine()
    source = Source("a.md", TEXT)
    assert FOUND - {"GEN001"} <= rules_in(own.check(source, Asked(ignore=frozenset({"GEN001"}))))
    assert "GEN001" not in rules_in(own.check(source, Asked(ignore=frozenset({"GEN001"}))))
    told = own.check(source, Asked(kind="other", because="said so"))
    assert (told.kind, told.properties["kind_signs"]) == ("other", ["said so"])
    assert "SAL001" not in rules_in(told)
    untold = own.check(source)
    assert untold.kind == "vacancy"
    assert "SAL001" in rules_in(untold)


def test_the_vocabulary_is_fine() -> None:
    source = Source("a.md", "Je bent stressbestendig en proactief.\n")
    before = engine(select=("JAR",)).check(source).findings
    after = engine(select=("JAR",), vocabulary=("Proactief",)).check(source).findings
    assert "proactief" in [finding.text for finding in before]
    assert [finding.text for finding in after] == [
        finding.text for finding in before if finding.text != "proactief"
    ]


@pytest.mark.parametrize(
    ("language", "says"), [("auto", "Schrijf"), ("nl", "Schrijf"), ("en", "Write"), ("de", "Write")]
)
def test_messages_are_in_the_language_asked(language: str, says: str) -> None:
    own = engine(select=("GEN002",), message_language=language)
    (finding,) = own.check(Source("a.md", "Wij zoeken een kandidaat/kandidate.\n")).findings
    assert finding.message.startswith(says)


def test_findings_come_in_order_with_their_places() -> None:
    report = engine().check(Source("a.md", TEXT))
    assert list(report.findings) == sorted(report.findings, key=lambda finding: finding.order)
    for finding in report.findings:
        start, end = finding.place
        assert TEXT[start.offset : end.offset] == finding.text
        assert finding.line == TEXT.splitlines()[start.line - 1]


def test_what_is_not_asked_for_is_not_made() -> None:
    source = Source("a.md", "# Kok\n\nWij zoeken een kok. Hij/zij kookt 32 uur. Solliciteer!\n")
    bare = engine(details=False, marks=False, fingerprints=False, kind="vacancy").check(source)
    full = engine(kind="vacancy").check(source)
    assert bare.facts is not None
    assert bare.facts.details is None
    assert "mark" not in bare.metrics
    assert {finding.fingerprint for finding in bare.findings} == {""}
    assert full.facts is not None
    assert full.facts.details is not None
    assert "mark" in full.metrics
    assert all(finding.fingerprint for finding in full.findings)
    unnamed = [each._replace(fingerprint="", around=("", "")) for each in full.findings]
    assert unnamed == list(bare.findings)


def test_a_report_is_the_same_each_time() -> None:
    own = engine()
    assert own.check(Source("a.md", TEXT)) == own.check(Source("a.md", TEXT))


def test_a_rule_yields_to_a_stronger_one_on_the_same_place() -> None:
    yielding = [rule for rule in loaded().rules if rule.yields_to]
    assert yielding
    codes = {rule.code for rule in loaded().rules}
    for rule in yielding:
        assert set(rule.yields_to) <= codes
