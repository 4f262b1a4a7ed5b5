"""The package as a library: what it promises, and nothing else touched."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import vaclint
from cli_support import ROOT, python
from project_support import inside, write
from support import report as checked
from vaclint import Options, Report, VaclintError

TEXT = "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur. Je verdient € 2.900 per maand.\n"


def rules_in(report: Report) -> list[str]:
    return [finding.rule for file in report.files for finding in file.findings]


def test_the_example_of_a_cms_lints_its_fields() -> None:
    done = python("examples/cms.py", cwd=ROOT)
    assert (done.code, done.err) == (0, "")
    heads = [line.partition(" ")[0] for line in done.out.splitlines()]
    assert heads == ["intro:", "body:", "advert:"]
    assert "WSP002" in done.out
    assert "GEN001" in done.out


def test_what_is_promised_is_there_and_nothing_else() -> None:
    assert set(vaclint.__all__) == {
        "Options", "Report", "VaclintError", "check_paths", "check_text", "facts_of",
    }  # fmt: skip
    for name in vaclint.__all__:
        assert getattr(vaclint, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        vaclint.lint  # noqa: B018


def test_a_text_is_checked() -> None:
    report = vaclint.check_text(TEXT, path="kok.md")
    assert rules_in(report) == ["GEN002"]
    assert (report.errors, report.exit_code) == ((), 1)
    assert report.files[0] == checked(TEXT, "kok.md")


def test_a_text_without_a_path_is_plain() -> None:
    (file,) = vaclint.check_text("Een kok  kookt.\n").files
    assert (file.path, file.format) == ("text.txt", "text")
    assert [finding.rule for finding in file.findings] == ["WSP002"]


def test_an_error_in_the_text_is_in_the_report() -> None:
    report = vaclint.check_text("---\ntitle: Kok: chef\n---\n\nHij/zij kookt.\n", path="kok.md")
    assert [error.kind for error in report.errors] == ["read"]
    assert report.exit_code == 2
    assert "GEN001" in rules_in(report)


def test_options_hold_for_their_call_only() -> None:
    gender = Options(select=("GEN",), language="nl")
    for _ in range(2):
        assert rules_in(vaclint.check_text(f"{TEXT} ", options=gender)) == ["GEN002"]
        assert "WSP001" in rules_in(vaclint.check_text(f"{TEXT.strip()} \n"))
    many = [Options(select=("GEN",), vocabulary=(f"woord{number}",)) for number in range(12)]
    assert [rules_in(vaclint.check_text(TEXT, options=each)) for each in many] == [["GEN002"]] * 12


def test_options_that_cannot_be_raise() -> None:
    with pytest.raises(VaclintError, match="no rule is called 'GNE'"):
        vaclint.check_text(TEXT, options=Options(select=("GNE",)))
    with pytest.raises(VaclintError, match="has no option 'maxx'"):
        vaclint.facts_of(TEXT, options=Options(rule_options={"WSP006": {"maxx": 1}}))


def test_files_are_checked_as_the_command_does(tmp_path: Path) -> None:
    write(
        tmp_path, {"in/kok.md": TEXT, "in/foto.md": b"\0\0", "vaclint.toml": 'ignore = ["GEN"]\n'}
    )
    with inside(tmp_path):
        few = Options(select=("GEN", "WSP"))
        report = vaclint.check_paths(["in"], options=few)
        assert [file.path for file in report.files] == ["in/foto.md", "in/kok.md"]
        assert rules_in(report) == []
        assert [(error.kind, error.path) for error in report.errors] == [("decode", "in/foto.md")]
        assert report.exit_code == 2
        assert vaclint.check_paths([Path("in/kok.md")], options=few).exit_code == 0
        write(tmp_path, {"ander.toml": 'ignore = ["WSP"]\n'})
        other = vaclint.check_paths(["in/kok.md"], options=few, config=Path("ander.toml"))
        assert (rules_in(other), other.exit_code) == (["GEN002"], 1)
    assert (tmp_path / "in" / "kok.md").read_bytes() == TEXT.encode()


def test_facts_of_a_text() -> None:
    facts = vaclint.facts_of(TEXT, path="kok.md")
    assert facts.title == "Kok"
    assert facts.salary is not None
    assert (facts.salary.min, facts.salary.unit) == (2900, "month")
    assert TEXT[slice(*facts.salary.span)].startswith("€ 2.900")
    assert facts.hours is not None
    assert facts.hours.max == 32
    assert facts.details is not None
    with pytest.raises(VaclintError) as caught:
        vaclint.facts_of("---\ntitle: Kok\n\nJe kookt.\n", path="kok.md")
    assert caught.value.kind == "read"


def test_a_report_crosses_to_another_process() -> None:
    report = vaclint.check_text(f"{TEXT}\nHij/zij kookt .", path="kok.md")
    again = pickle.loads(pickle.dumps(report))
    assert again.files[0].findings == report.files[0].findings
    assert again.files[0].facts == report.files[0].facts


def test_checking_a_text_writes_nothing_and_prints_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = "import vaclint; r = vaclint.check_text('Een kok  kookt.'); assert len(r.files) == 1"
    done = python("-c", code, cwd=tmp_path, HOME=str(home), XDG_CACHE_HOME=str(home / "cache"))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert list(home.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_report_is_printed(tmp_path: Path) -> None:
    code = "import vaclint; print(vaclint.check_text('Een kok  kookt.'))"
    done = python("-c", code, cwd=tmp_path)
    assert done.code == 0
    assert "WSP002" in done.out


def test_the_version_stands_in_one_place() -> None:
    assert f'__version__ = "{vaclint.__version__}"' in (
        ROOT / "src" / "vaclint" / "__init__.py"
    ).read_text("utf-8")
    assert f'version = "{vaclint.__version__}"' not in (ROOT / "pyproject.toml").read_text("utf-8")
