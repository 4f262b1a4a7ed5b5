"""Blanks to be filled in: what tells a template from a text."""

from collections.abc import Iterator

from vaclint.facts.kinds.evidence import Evidence
from vaclint.text.patterns import lazy

PLACEHOLDERS = 3
WORDS_TO_PLACEHOLDER = 12
LOOPS_WITHIN = 4000

_TEMPLATE = lazy(
    r"\{\{(?!-?\s*[<%/])[^}]{1,80}?\}\}"
    r"|(?<!\{)\{%(?!-?\s*(?:include|end|raw|comment|highlight))[^%]{1,80}?%\}|<%.{1,80}?%>"
)
_UNSEEN = lazy(r"<!--(?:[^-]|-(?!->))*+-->|(?m:^\[[^\]\n]{1,80}\]:[^\n]*)")
"""Comments, and definitions of links in Markdown, which serve as comments: `[//]: # (a note)`."""
_LOOP = lazy(
    r"\{%-?\s*(?:for|extends|block|if|assign)\b"
    r"|\{\{-?\s*(?:define|range|partial|template|if|with|block)\b"
)
_GAP = lazy(r"_{4,}|[€$£]\s?(?:\.{3}|…|X[X.,\d]++)|(?<!\w)X{2,4}+(?!\w)")
"""What stands where a word or sum is to be: lines, crosses, dots behind a currency. Crosses that
are not in the file stand for code."""
_NUMBERED = lazy(r"^(\p{L}{3,30}(?: \p{L}{2,30})?) \d$")
"""`Task 1`, `Task 2`: an item that says nothing but which one it is."""
_BLANK = lazy(r"\[[^\W\d_][^\]\[\n=\"]{2,40}\](?![(\[:])")


def placeholders(evidence: Evidence) -> list[str]:
    """The different blanks of a text to be filled in: none where they are few among real text."""
    source = evidence.source[slice(*evidence.own)]
    found: list[str] = []
    if "{{" in source or "{%" in source or "<%" in source:
        seen = _UNSEEN.sub("", source)
        code = list(dict.fromkeys(each[0] for each in _TEMPLATE.finditer(seen)))
        words = sum(block.text.count(" ") + 1 for block in evidence.blocks)
        many = len(code) >= words / WORDS_TO_PLACEHOLDER
        if len(code) >= PLACEHOLDERS and (many or _LOOP.search(seen[:LOOPS_WITHIN])):
            found += code
    bracketed = (each.text for each in evidence.blocks if "[" in each.text)
    blanks = list(dict.fromkeys(each[0] for text in bracketed for each in _BLANK.finditer(text)))
    blanks = [each for each in blanks if f"{each}{{" not in source]  # a name with a style
    if len(blanks) >= PLACEHOLDERS:
        found += blanks
    gaps = list(_gaps(evidence, source))
    if len(gaps) >= PLACEHOLDERS:
        found += gaps
    return found


def _gaps(evidence: Evidence, source: str) -> Iterator[str]:
    """Each place that is left open in the text, and each item that has a number for a name."""
    for block in evidence.blocks:
        if block.front_matter:
            continue
        text = block.text
        if "_" in text or "X" in text or "..." in text or "…" in text:
            found = (each[0] for each in _GAP.finditer(text))
            yield from (gap for gap in found if gap in source)
        if block.kind == "item" and text[-1:].isdigit() and _NUMBERED.match(text):
            yield text
