"""JUnit's XML: each file is a suite, each finding a case in it; errors and warnings are failures.

Source: the schema of Jenkins' xUnit plug-in, which CI systems go by.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from vaclint.model.errors import VaclintError
from vaclint.model.report import Finding, Look, Report
from vaclint.reporters.shared import by_path, xml_text


def render(report: Report, look: Look) -> str:
    """The report as one XML document; a file without findings is a case that passed."""
    root = ET.Element("testsuites", name="vaclint")
    for path, errors, findings in by_path(report):
        suite = ET.SubElement(root, "testsuite", name=xml_text(path))
        for error in errors:
            _add_error(suite, error)
        for finding in findings:
            _add_finding(suite, finding)
        if not len(suite):
            ET.SubElement(suite, "testcase", name="vaclint", classname=xml_text(path))
        _count(suite, [suite])
    _count(root, list(root))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _count(element: ET.Element, suites: list[ET.Element]) -> None:
    """Set the numbers of cases, failures and errors in some suites."""
    for name, path in (
        ("tests", "testcase"),
        ("failures", "testcase/failure"),
        ("errors", "testcase/error"),
    ):
        element.set(name, str(sum(len(suite.findall(path)) for suite in suites)))


def _add_finding(suite: ET.Element, finding: Finding) -> None:
    start = finding.place.start
    case = ET.SubElement(
        suite,
        "testcase",
        name=f"{finding.rule} {finding.name} {start.line}:{start.column}",
        classname=xml_text(finding.path),
    )
    message = xml_text(finding.message)
    place = f"{xml_text(finding.path)}:{start.line}:{start.column}: {message}"
    if finding.severity == "info":
        ET.SubElement(case, "system-out").text = place
        return
    ET.SubElement(case, "failure", message=message, type=finding.severity).text = place


def _add_error(suite: ET.Element, error: VaclintError) -> None:
    case = ET.SubElement(suite, "testcase", name=error.kind, classname=xml_text(error.path))
    message = xml_text(error.message)
    ET.SubElement(case, "error", message=message, type=error.kind).text = message
