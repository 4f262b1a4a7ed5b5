"""Checkstyle's XML, which Jenkins' Warnings plug-in, reviewdog and others read.

Source: the output of Checkstyle's ``XMLLogger``.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from vaclint.model.errors import VaclintError
from vaclint.model.report import Look, Report
from vaclint.reporters.shared import by_path, xml_text

_VERSION = "4.3"
"""The version of the format that readers ask for."""


def render(report: Report, look: Look) -> str:
    """The report as one XML document; a file without findings is in it too."""
    root = ET.Element("checkstyle", version=_VERSION)
    for path, errors, findings in by_path(report):
        element = ET.SubElement(root, "file", name=xml_text(path))
        _add_errors(element, errors)
        for finding in findings:
            ET.SubElement(
                element,
                "error",
                line=str(finding.place.start.line),
                column=str(finding.place.start.column),
                severity=finding.severity,
                message=xml_text(finding.message),
                source=f"vaclint.{finding.rule}",
            )
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _add_errors(element: ET.Element, errors: Iterable[VaclintError]) -> None:
    for error in errors:
        ET.SubElement(
            element,
            "error",
            line="1",
            severity="error",
            message=xml_text(error.message),
            source=f"vaclint.{error.kind}",
        )
