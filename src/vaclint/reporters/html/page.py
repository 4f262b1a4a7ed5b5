"""What every page of a report is made of: templates, style and script."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from vaclint.model.report import Look
from vaclint.reporters.shared import help_uri
from vaclint.reporters.stated import number
from vaclint.text.escaped import escaped

if TYPE_CHECKING:
    from jinja2 import Environment


def frame() -> dict[str, str]:
    """Style and script, and the digest by which a page names its script as the only one."""
    script = _asset("report.js")
    return {"css": _asset("report.css"), "js": script, "digest": digest_of(script)}


def digest_of(script: str) -> str:
    """A script as a content security policy names it."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"sha256-{digest}"


def templates(look: Look) -> Environment:
    """The templates in the words of a look; everything that they show is escaped."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = look.words
    made.globals |= {"w": words["html"], "words": words, "lang": look.language or "und"}
    made.filters["plain"] = lambda text: escaped(str(text))
    made.filters["number"] = lambda value: number(value, look)
    return made


def rule_address(code: str, look: Look) -> str:
    """Where a rule is explained: as the look says, or what is published; empty for nowhere."""
    return look.rules_at.format(code=code) if look.rules_at else help_uri(code) or ""


def _asset(name: str) -> str:
    """A file beside the templates."""
    folder = resources.files("vaclint.reporters.html") / "templates"
    return (folder / name).read_text("utf-8")
