"""A short block that stands twice where it should stand once: an item in one list, a paragraph right after itself, a section.

What is too short for a repeated passage, and no accident of layout: a button, a contact line or a refrain may stand twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vaclint.checks import Context
from vaclint.checks.duplicates import removal, whole_lines
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import PLACEHOLDER, Block
from vaclint.rulebook.rules import Rule

Key = tuple[str, ...]


def check_repeats(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each block that repeats an earlier one. Linear in the text."""
    document, language = context.document, context.message_language
    for rule in rules:
        for block, earlier, what in _repeated(document.blocks, document.words_by_block, rule.options):
            line = document.source.position(earlier.whole.start).line
            fixes = removal(whole_lines(document, block, block), language)
            related = (Related(earlier.whole, RELATED[language]),)
            yield context.found(rule, block.whole, related=related, fixes=fixes, what=WHAT[language][what], line=line)


def _repeated(blocks: list[Block], keys: dict[int, list[str]], options: Mapping[str, int]) -> Iterator[tuple[Block, Block, str]]:
    """The blocks that repeat, with the earlier one and what they are."""
    items: dict[Key, Block] = {}
    sections: dict[tuple[Key, Key], Block] = {}
    before: Block | None = None
    for block in blocks:
        key = tuple(keys.get(block.start, ()))
        if block.front_matter or block.kind not in ("item", "paragraph", "heading"):
            items, before = {}, None
            continue
        if block.kind != "item":
            items = {}
        again: tuple[Block, Block, str] | None = None
        if block.kind == "item":
            if key in items and len(key) >= options["min-item-words"]:
                again = block, items[key], "item"
            items.setdefault(key, block)
        elif block.kind == "paragraph" and before is not None and PLACEHOLDER not in block.text:
            previous = tuple(keys.get(before.start, ()))
            if before.kind == "paragraph" and previous == key and len(key) >= options["min-words"]:
                again = block, before, "paragraph"
            elif before.kind == "heading" and len(key) >= options["min-section-words"] and not any(word.isdigit() for word in key):
                if (previous, key) in sections:
                    again = block, sections[previous, key], "section"
                sections.setdefault((previous, key), block)
        if again:
            yield again
        before = block


RELATED = {"nl": "Hier staat het voor het eerst", "en": "It stands here first"}
WHAT = {
    "nl": {
        "item": "Dit punt staat al in dezelfde lijst",
        "paragraph": "Deze alinea staat er direct hiervoor ook al",
        "section": "Onder hetzelfde kopje staat dit al",
    },
    "en": {
        "item": "This point is in the same list already",
        "paragraph": "This paragraph stands right before it already",
        "section": "Under the same heading this stands already",
    },
}
