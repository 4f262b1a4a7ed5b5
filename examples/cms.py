"""Lint the fields of a job advert as a content management system holds it, before it is saved.

A field of rich text is HTML, one of plain text is text; both are checked in memory, and what is
found comes back by field, so that a form can show it there. Run it: python examples/cms.py
"""

import vaclint

FORMATS = {"intro": "intro.txt", "body": "body.html"}
"""The fields of an advert with a file name whose suffix says what they hold."""

OPTIONS = vaclint.Options(kind="other", language="nl", message_language="nl", ignore=("WSP008",))
"""A field is no whole vacancy, and no file that ends in a line end; what a vacancy must hold is
asked of the whole, below.
"""


def lint_fields(advert: dict[str, str]) -> dict[str, list[str]]:
    """The findings in each field, as sentences with their place; under '' those of the whole."""
    found: dict[str, list[str]] = {}
    for field, name in FORMATS.items():
        report = vaclint.check_text(advert[field], path=name, options=OPTIONS)
        found[field] = [_told(finding) for file in report.files for finding in file.findings]
    whole = f"<h1>{advert['title']}</h1><p>{advert['intro']}</p>{advert['body']}"
    options = OPTIONS._replace(kind="vacancy", select=("SAL", "HRS"))
    report = vaclint.check_text(whole, path="advert.html", options=options)
    found[""] = [finding.message for file in report.files for finding in file.findings]
    return found


def _told(finding) -> str:
    start = finding.place.start
    return f"{start.line}:{start.column} {finding.rule} {finding.message}"


if __name__ == "__main__":
    ADVERT = {
        "title": "Kok (m/v/x)",
        "intro": "Kom jij  ons team versterken?",
        "body": "<p>Hij/zij kookt elke dag voor tachtig gasten. Je werkt 24 uur per week.</p>",
    }
    for field, messages in lint_fields(ADVERT).items():
        for message in messages:
            print(f"{field or 'advert'}: {message}")
