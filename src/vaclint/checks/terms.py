"""Words and phrases of a lexicon, with what to write instead. Linear in the number of hits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from vaclint.checks import FIX_MESSAGE, Context, Hit, in_case_of
from vaclint.diagnostics import Diagnostic, Edit, Fix
from vaclint.document import Block, Document, sentences
from vaclint.patterns import compiled
from vaclint.rules import Rule

HEADING_WORDS = 7


def check_terms(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each hit that stands where its rule looks."""
    for rule in rules:
        for hit in context.hits.get(rule.code, ()):
            if stands_where(context.document, rule, hit.start, hit.end):
                yield _report(context, rule, hit)


def _report(context: Context, rule: Rule, hit: Hit) -> Diagnostic:
    document = context.document
    span = document.locate(hit.start, hit.end)
    block = document.block_at(hit.start)
    text = block.text[hit.start - block.start : hit.end - block.start]
    whole = hit.end - hit.start == len(hit.term.form)
    replacement = hit.term.replacement
    if replacement and not whole:
        replacement = _in_compound(text, hit)
    applicability = rule.data.get("fix", "unsafe")
    shown = replacement if rule.data.get("case") or applicability == "none" else in_case_of(replacement, text)
    fixes: tuple[Fix, ...] = ()
    if shown and whole and applicability != "none" and not regex.search(r"[,;(…]", shown):
        fixes = (Fix(applicability, FIX_MESSAGE[context.message_language].format(shown), (Edit(*span, shown),)),)
    properties = {"term": hit.term.form, **({"group": hit.term.group} if hit.term.group else {})}
    message = rule.message[context.message_language]
    if not replacement and "{replacement}" in message:
        message = NO_REPLACEMENT[context.message_language]
    return context.found(rule, span, replacement=shown, fixes=fixes, properties=properties, message=message, text=text)


NO_REPLACEMENT = {"nl": "Laat ‘{text}’ weg, of zeg concreet wat u bedoelt.", "en": "Leave out ‘{text}’, or say concretely what you mean."}


def _in_compound(text: str, hit: Hit) -> str:
    """The replacement for the head of a compound, with the compound's own beginning: directie+secretaresse."""
    at = text.lower().find(hit.term.form)
    first = hit.term.replacement.split(",")[0].strip()
    if " " in first:
        return first  # no Dutch compound takes two words as its head
    return text[:at] + first + text[at + len(hit.term.form) :]


@cache
def _cue_pattern(cues: tuple[str, ...]) -> regex.Pattern[str]:
    return compiled(r"\b(?:" + "|".join(map(regex.escape, cues)) + r")\b(?P<between>(?:\W+[\p{L}\p{N}'’/-]+){0,6}?)\W*$", regex.IGNORECASE)


def stands_where(document: Document, rule: Rule, start: int, end: int) -> bool:
    """Whether a range of the haystack stands where the rule looks: anywhere, or where a text names the job it offers."""
    if rule.data.get("where", "anywhere") == "anywhere":
        return True
    block = document.block_at(start)
    if names_job(document, block):
        return True
    at = start - block.start
    begin = next((first for first, last in sentences(block.text) if first <= at < last), 0)
    match = _cue_pattern(tuple(rule.data.get("cues", ()))).search(block.text[begin:at])
    return match is not None and not regex.search(r"\b(?:die|dat|voor|met|bij|and|for|with|to)\b", match["between"])


def names_job(document: Document, block: Block) -> bool:
    """Whether a block is a job title: the document's title, a field for it, or a short heading of the first two levels."""
    if block is document.title or block.label.lower() in document.fields["title"]:
        return True
    return block.kind == "heading" and 0 < block.level <= 2 and len(block.text.split()) <= HEADING_WORDS and document.format == "markdown"
