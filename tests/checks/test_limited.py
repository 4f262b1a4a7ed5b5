"""A user's pattern that is too slow is named, and the other rules go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_rules
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.model.source import Source

SLOW = "(?:x|a|aa)+z?y?[bq]"


@pytest.mark.parametrize(
    "keys",
    [
        f"kind = 'occurrence'\npattern = '{SLOW}'\noptions = {{ most = 1 }}\n",
        f"kind = 'required'\npattern = '{SLOW}'\n",
        f"kind = 'conditional'\nfirst = '{SLOW}'\nsecond = 'x'\n",
        f"swap = {{ '{SLOW}' = 'x' }}\n",
        f"patterns = true\neither = {{ '{SLOW}' = 'x' }}\n",
    ],
)
def test_a_slow_pattern_is_one_error_with_its_rule(tmp_path: Path, keys: str) -> None:
    options = Options(select=("ORG001", "GEN002"), time_limit=0.05)
    engine = Engine(own_rules(tmp_path, keys), options)
    text = f"Wij zoeken een kandidaat/kandidate.\n\n{'a' * 60}\n"
    report = engine.check(Source("x.md", text))
    (error,) = report.errors
    assert "the pattern of ORG001 took more than 0.05 s on x.md" in error.message
    assert [finding.rule for finding in report.findings] == ["GEN002"]
