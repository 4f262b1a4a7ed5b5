"""Whether a run passes: by severity, by mark, by what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint
from project_support import checked, write

TEXT = "# Kok\n\nWij zoeken een kandidaat/kandidate. Hij/zij kookt .\n"
BARE = (
    "# Kok\n\nWij zoeken een kok. Wat ga je doen? Je kookt. Solliciteer nu, hij/zij krijgt een "
    "marktconform salaris.\n"
)


@pytest.mark.parametrize(
    ("select", "fail_on", "code"),
    [
        ("GEN", None, 1), ("GEN", "error", 0), ("GEN", "warning", 1), ("GEN", "never", 0),
        ("WSP", None, 1), ("DUP", "info", 0), ("STY", "info", 0),
    ],
)  # fmt: skip
def test_the_exit_code(tmp_path: Path, select: str, fail_on: str | None, code: int) -> None:
    write(tmp_path, {"kok.md": TEXT})
    assert checked(tmp_path, select=(select,), fail_on=fail_on).code == code


def test_each_configuration_says_from_where_its_files_fail(tmp_path: Path) -> None:
    write(tmp_path, {"streng/kok.md": TEXT, "mild/kok.md": TEXT})
    write(tmp_path, {"mild/vaclint.toml": 'fail-on = "error"\n'})
    assert checked(tmp_path, select=("GEN",)).code == 1
    assert checked(tmp_path, "mild", select=("GEN",)).code == 0
    assert checked(tmp_path, "mild", select=("GEN",), fail_on="warning").code == 1


def test_a_severity_may_be_changed(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": TEXT, "vaclint.toml": '[severity]\nGEN = "info"\n'})
    outcome = checked(tmp_path, select=("GEN",))
    assert {finding.severity for finding in outcome.findings} == {"info"}
    assert outcome.code == 0
    assert checked(tmp_path, select=("GEN",), fail_on="info").code == 1


def test_what_went_wrong_goes_before_what_was_found(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": TEXT})
    assert checked(tmp_path, "kok.md", "weg.md", fail_on="never").code == 2


def test_a_mark_decides_only_where_a_lowest_is_set(tmp_path: Path) -> None:
    write(tmp_path, {"kaal.md": BARE})
    assert checked(tmp_path, fail_on="never").code == 0
    assert checked(tmp_path, fail_on="never", min_score=6.0).code == 1
    assert checked(tmp_path, fail_on="never", min_score=1.0).code == 0
    write(tmp_path, {"vaclint.toml": "min-score = 6.5\n"})
    assert checked(tmp_path, fail_on="never").code == 1
    assert checked(tmp_path, fail_on="never", min_score=1.5).code == 0


def test_the_command_says_which_mark_is_too_low(tmp_path: Path) -> None:
    write(tmp_path, {"kaal.md": BARE})
    done = vaclint("check", "--fail-on", "never", "--min-score", "6", cwd=tmp_path)
    assert done.code == 1
    assert "kaal.md: het cijfer" in done.err
    assert "is lager dan 6 (min-score)" in done.err
    assert vaclint("check", "--fail-on", "never", "--min-score", "1,5", cwd=tmp_path).code == 0
