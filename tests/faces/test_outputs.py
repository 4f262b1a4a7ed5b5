"""Several reports of one run, each written whole."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cli_support import vaclint_here
from reporters.specified import valid
from vaclint.reporters import REPORTERS

ADVERT = "# Kok (m/v/x)\n\nWij zoeken een kandidaat/kandidate voor 24 uur per week.\n"
DOCUMENTS = [reporter.name for reporter in REPORTERS if reporter.is_document]


def outputs(folder: Path) -> list[str]:
    return [part for name in DOCUMENTS for part in ("--output-file", f"{name}={folder / name}")]


def is_whole(name: str, text: str) -> bool:
    """Whether a text is a document of a format, and not a part of one."""
    if name == "sarif":
        valid(json.loads(text), "sarif-2.1.0.json")
    elif name in ("json", "gitlab", "rdjson"):
        json.loads(text)
    elif name in ("jsonl", "rdjsonl"):
        assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
    elif name in ("junit", "checkstyle"):
        ET.fromstring(text.encode())
    return text.endswith("\n") or name == "rdjsonl"


def test_one_run_writes_them_all(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(ADVERT)
    done = vaclint_here("check", "kok.md", *outputs(tmp_path), cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert "GEN002" in done.out
    for name in DOCUMENTS:
        text = (tmp_path / name).read_text("utf-8")
        assert "GEN002" in text
        assert is_whole(name, text)


def test_a_place_that_cannot_be_written_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(ADVERT)
    wrong = ("--output-file", "sarif=weg/x.sarif")
    done = vaclint_here("check", "kok.md", *wrong, *outputs(tmp_path), cwd=tmp_path)
    assert done.code == 2
    (line,) = done.err.splitlines()
    assert "weg/x.sarif cannot be written" in line
    assert all(is_whole(name, (tmp_path / name).read_text("utf-8")) for name in DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_clean_run_writes_a_whole_document_also_when_quiet(tmp_path: Path, name: str) -> None:
    (tmp_path / "kok.md").write_text("Een gewone tekst.\n")
    options = ("--select", "WSP", "-q", "--output-format", name)
    done = vaclint_here("check", "kok.md", *options, cwd=tmp_path)
    assert done.code == 0
    assert is_whole(name, done.out)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_usage_error_is_in_every_report(tmp_path: Path, name: str) -> None:
    file = tmp_path / "report"
    options = (f"--output-format={name}", "--output-file", f"{name}={file}")
    done = vaclint_here("check", "--fail-on", "nooit", *options, cwd=tmp_path)
    assert done.code == 2
    assert "nooit" in done.out
    assert done.out == file.read_text("utf-8")
    assert is_whole(name, done.out)


def test_the_limit_of_a_format_is_told_on_stderr(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaclint.reporters.sarif._SHOWN", 0)
    (tmp_path / "kok.md").write_text(ADVERT)
    options = ("--message-language", "en", "--output-file", "sarif=x.sarif", "--select", "GEN002")
    done = vaclint_here("check", "kok.md", *options, cwd=tmp_path)
    assert done.err == "vaclint: sarif: 1 findings; GitHub shows 0, the gravest first.\n"
