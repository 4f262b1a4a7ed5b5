"""Without what a cluster needs, its extra is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import ROOT


@pytest.mark.parametrize("missing", ["pyspark", "pyarrow"])
def test_without_the_extra_its_name_is_said(tmp_path: Path, missing: str) -> None:
    (tmp_path / f"{missing}.py").write_text(f"raise ModuleNotFoundError(name='{missing}')")
    done = subprocess.run(
        [sys.executable, "-c", "import vaclint.spark"],
        env={"PYTHONPATH": f"{tmp_path}:{ROOT / 'src'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    needed = (
        "vaclint.spark needs the extra vaclint[spark]; install it: pip install 'vaclint[spark]'"
    )
    assert last == f"ModuleNotFoundError: {needed}"
