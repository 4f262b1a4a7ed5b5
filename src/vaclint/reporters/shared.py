"""What the formats for machines have in common: the order of findings, addresses, and text that an
XML document may hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from vaclint.model.report import Finding, Report
from vaclint.text.escaped import escaped

HOME = "https://git.example.org/vaclint"
"""The address of this repository, as the README has it."""

_BYTE = re.compile(r"\\x([0-9a-f]{2})")
_UNSHOWN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_NOT_XML = re.compile("[\ufffe\uffff]")


def findings_of(report: Report) -> Iterator[Finding]:
    """All findings, by path and place."""
    for file in sorted(report.files, key=lambda file: file.path):
        yield from sorted(file.findings, key=lambda finding: finding.order)


def help_uri(rule: str) -> str:
    """The absolute address of what is documented of a rule."""
    return f"{HOME}/docs/rules.md#{rule.lower()}"


def uri_of(path: str) -> str:
    r"""A path as shown, as a URI reference: relative for one in the folder of the run, ``file:``
    for an absolute one. A byte that is no UTF-8, shown as ``\xNN``, is ``%NN``.
    """
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
    by its number, which is the same text.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSHOWN.sub(lambda char: json.dumps(char[0])[1:-1], text) + "\n"


def xml_text(text: str) -> str:
    """A text on one line that an XML document may hold."""
    return _NOT_XML.sub("�", escaped(text))
