"""What a check reports: a place, a message, and possibly a fix.

Values are named tuples: frozen, slotted, and importing them costs nothing at start-up.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from vaclint.model.blocks import Span
from vaclint.text.named import NamedTuple

Severity = Literal["error", "warning", "info"]
Applicability = Literal["safe", "unsafe"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From grave to light."""


class Edit(NamedTuple):
    """Replace a range of source offsets by other text."""

    start: int
    end: int
    replacement: str


class Fix(NamedTuple):
    """Edits that belong together; ``safe`` ones never change what a text says."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that a finding is about, in the same file."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One finding in one file."""

    rule: str
    name: str
    severity: Severity
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    properties: Mapping[str, object] = {}
    whole: bool = False
    """Whether it is about the document as a whole, or about what it does all over."""

    @property
    def family(self) -> str:
        """The three letters of the rule's code."""
        return self.rule[:3]


def fingerprint(diagnostic: Diagnostic, text: str, context: str, occurrence: int) -> str:
    """A name for a finding that survives lines being added above it and its file being moved or
    renamed.

    ``context`` is what stands right around the finding; ``occurrence`` counts equal findings in the
    file from 0.
    """
    from vaclint.model.digest import blake2b

    parts = (diagnostic.rule, " ".join(text.split()), _digest(context), str(occurrence))
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@lru_cache(64)
def _digest(text: str) -> str:
    """What stands for a text with its white space folded; the findings of a block have it in
    common.
    """
    from vaclint.model.digest import blake2b

    return blake2b(
        " ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()
