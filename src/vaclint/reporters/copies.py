"""What is found in the later copy of a passage, and was said of the first one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vaclint.model.report import FileReport, Finding


def is_copy(finding: Finding) -> bool:
    """Whether a finding is of a passage that stands elsewhere too."""
    return finding.rule.startswith("DUP") and bool(finding.related)


def copied(file: FileReport) -> dict[int, list[Finding]]:
    """What stands in the later copy of a duplicate and elsewhere in the file too, by the line on
    which the copy begins.
    """
    copies = {finding.place.start.line for finding in file.findings if is_copy(finding)}
    if not copies:
        return {}
    placed = [(finding.properties.get("in_copy"), finding) for finding in file.findings]
    said = {saying(finding) for line, finding in placed if line is None}
    found: dict[int, list[Finding]] = defaultdict(list)
    for line, finding in placed:
        if isinstance(line, int) and line in copies and saying(finding) in said:
            found[line].append(finding)
    return found


def in_copies(found: Mapping[int, Iterable[Finding]]) -> frozenset[int]:
    """The identities of the findings that ``copied`` gives."""
    return frozenset(id(finding) for findings in found.values() for finding in findings)


def saying(finding: Finding) -> tuple[str, str]:
    """What findings have in common that say the same of the same words."""
    return finding.rule, " ".join(finding.text.lower().split())
