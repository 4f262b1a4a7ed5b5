"""Precision and recall of every rule on the labelled texts in this folder.

    python tests/corpus/measure.py

``labels.tsv`` holds what an editor wants reported: file, rule, line, text. A finding that is not in
it is a false alarm, a label without a finding a miss. The exit code is 1 when a rule falls below
the floors.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.project.files import read_source
from vaclint.rulebook.load import load

FOLDER = Path(__file__).parent
TODAY = "2026-11-25"
"""The day on which the texts were read."""
FLOORS = {"precision": 0.95, "recall": 0.90}

Label = tuple[str, str, int, str]


def short(text: str) -> str:
    """A finding's text as the labels have it: white space visible, cut at fifty characters."""
    if not text.strip():
        return "␣" * len(text)
    return " ".join(text.split())[:50]


def labels() -> Counter[Label]:
    """What must be reported."""
    rows = [
        line.split("\t")
        for line in (FOLDER / "labels.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return Counter((file, rule, int(line), text) for file, rule, line, text in rows)


def found() -> Counter[Label]:
    """What is reported."""
    options = Options(rule_options={"STR012": {"today": TODAY}}, details=False, marks=False)
    engine = Engine(load(kinds()), options)
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in (".html", ".md", ".txt"))
    findings: list[Label] = []
    for path in files:
        report = engine.check(read_source(path, path.name))
        if report.errors:
            raise SystemExit(f"{path.name}: {report.errors[0].message}")
        findings += [
            (path.name, finding.rule, finding.place.start.line, short(finding.text))
            for finding in report.findings
        ]
    return Counter(findings)


def main() -> int:
    """Print a table; 1 when a rule is below a floor."""
    wanted, reported = labels(), found()
    right, alarms, missed = wanted & reported, reported - wanted, wanted - reported
    by_rule = {
        name: Counter(label[1] for label in count.elements())
        for name, count in (("+", right), ("!", alarms), ("-", missed))
    }
    below = []
    print(f"{'rule':<8}{'right':>7}{'false alarms':>14}{'missed':>8}{'precision':>11}{'recall':>8}")
    for rule in sorted({label[1] for label in wanted | reported}):
        hits, wrong, lost = by_rule["+"][rule], by_rule["!"][rule], by_rule["-"][rule]
        precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + lost)
        print(f"{rule:<8}{hits:>7}{wrong:>14}{lost:>8}{precision:>11.3f}{recall:>8.3f}")
        if precision < FLOORS["precision"] or recall < FLOORS["recall"]:
            below.append(rule)
    for sign, rows in (("false alarm", alarms), ("missed", missed)):
        for file, rule, line, text in sorted(rows.elements()):
            print(f"{sign}: {file}:{line} {rule} {text}")
    files = len({path for path in FOLDER.iterdir() if path.suffix in (".md", ".txt", ".html")})
    print(
        f"{files} texts, {sum(wanted.values())} labels; below the floors: "
        f"{', '.join(below) or 'none'}"
    )
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
