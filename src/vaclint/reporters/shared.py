"""What several formats have in common: the order of findings, addresses, JSON, and text
that an XML document may hold.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import PurePosixPath, PureWindowsPath

from vaclint.model.digest import blake2b
from vaclint.model.errors import VaclintError
from vaclint.model.report import Finding, Report
from vaclint.text.escaped import escaped
from vaclint.text.named import NamedTuple

_BYTE = re.compile(r"\\x([0-9a-f]{2})")
_UNSHOWN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_NOT_XML = re.compile("[\ufffe\uffff]")


def findings_of(report: Report) -> Iterator[Finding]:
    """All findings, by path and place."""
    files = sorted(report.files, key=lambda file: file.path)
    for _, same in groupby(files, key=lambda file: file.path):
        findings = (finding for file in same for finding in file.findings)
        yield from sorted(findings, key=lambda finding: finding.order)


class ByPath(NamedTuple):
    """What a report says of one path."""

    path: str
    errors: tuple[VaclintError, ...]
    findings: Sequence[Finding]


def by_path(report: Report) -> Iterator[ByPath]:
    """What was found in each file that could be read, and what went wrong, by path."""
    read = {file.path: file.findings for file in report.files if file.format is not None}
    errors: dict[str, list[VaclintError]] = defaultdict(list)
    for error in report.errors:
        errors[error.path].append(error)
    for path in sorted({*read, *errors}):
        yield ByPath(path, tuple(errors.get(path, ())), read.get(path, ()))


@cache
def address_of(what: str) -> str | None:
    """An address of this project, as the metadata of the installed package gives it under
    ``[project.urls]``: ``homepage``, or ``rules`` for the page of all rules. None where the
    project has no such address, or is not installed.
    """
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        given = metadata("vaclint").get_all("Project-URL") or ()
    except PackageNotFoundError:
        return None
    urls = (each.partition(", ") for each in given)
    return next((url for label, _, url in urls if label.lower() == what), None)


def help_uri(rule: str) -> str | None:
    """The published address of what is documented of a rule; None where there is none."""
    page = address_of("rules")
    return page and f"{page}#{rule.lower()}"


def uri_of(path: str) -> str:
    r"""A path as shown, as a URI reference: relative for one in the folder of the run, ``file:``
    for an absolute one. A byte that is no UTF-8, shown as ``\xNN``, is ``%NN``.
    """
    from urllib.parse import quote

    if re.match(r"[A-Za-z]:[\\/]", path):
        return PureWindowsPath(path).as_uri()
    parts = _BYTE.split(path)
    uri = "".join(
        f"%{part.upper()}" if index % 2 else quote(part, safe="/", errors="backslashreplace")
        for index, part in enumerate(parts)
    )
    return f"file://{uri}" if PurePosixPath(path).is_absolute() else uri


def digest(*parts: str) -> str:
    """A short name for texts that belong together: 32 hexadecimal digits."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=16).hexdigest()


def as_json(data: object, indent: int | None = 2) -> str:
    """JSON in which what moves the cursor, turns the writing around or is no character is spelled
    by its number, which is the same text; a byte of a name that is no UTF-8 is as it is shown.
    """
    return _UNSHOWN.sub(_spelled, json.dumps(data, ensure_ascii=False, indent=indent))


def _spelled(match: re.Match[str]) -> str:
    char = match[0]
    is_byte = "\udc80" <= char <= "\udcff"
    return json.dumps(escaped(char) if is_byte else char)[1:-1]


def xml_text(text: str) -> str:
    """A text on one line that an XML document may hold."""
    return _NOT_XML.sub("�", escaped(text))
