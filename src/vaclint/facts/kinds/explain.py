"""The reason for a kind as a sentence, by the templates of a language."""

from collections.abc import Callable, Mapping
from typing import Any

from vaclint.facts.kinds.evidence import Found
from vaclint.facts.kinds.verdict import KindReason
from vaclint.model.document import Document

MOST = 5
"""So many pieces of evidence are named on either side."""


def signs_of(reason: KindReason, messages: Mapping[str, Any]) -> list[str]:
    """What a kind rests on, in words: what speaks for it, or who says so."""
    if reason.because:
        return [reason.because]
    said: Mapping[str, str] = messages["said"]
    return [said[each.group] for each in (*reason.for_, *reason.against)]


def explain(reason: KindReason, document: Document, messages: Mapping[str, Any]) -> str:
    """One or more sentences: what speaks for a vacancy, what against, and what is missing."""

    def line_of(block: int) -> int:
        return document.source.position(document.blocks[block].span(0, 1).start).line

    if reason.because:
        return reason.because
    for_ = _listed(reason.for_, line_of, messages)
    against = _listed(reason.against, line_of, messages)
    if reason.kind == "other":
        text: str = messages["other"].format(against=against or messages["nothing"])
    else:
        text = messages[reason.kind].format_map({"for": for_ or messages["nothing"]})
        if against:
            text += messages["against"].format(against=against)
    missing = [messages["said"][name] for name in reason.missing[:MOST]]
    if reason.kind != "vacancy" and missing:
        text += messages["missing"].format(missing=", ".join(missing))
    return text


def _listed(
    found: tuple[Found, ...], line_of: Callable[[int], int], messages: Mapping[str, Any]
) -> str:
    said: list[str] = []
    for each in found[:MOST]:
        what = messages["said"][each.group]
        if each.block >= 0:
            what = messages["at-line"].format(what=what, line=line_of(each.block))
        said.append(what)
    return ", ".join(said)
