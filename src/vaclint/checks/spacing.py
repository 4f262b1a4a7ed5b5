"""Spaces that are missing or too many around punctuation, as the reader sees it; each function is one rule's ``what``.

Taaladvies (https://taaladvies.net/wel-of-geen-spaties-voor-en-na-leestekens-en-symbolen-algemeen/) says where they belong. What has
two right ways, such as a slash between groups of words, is reported only where its two sides differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from vaclint.checks import Context, shown_spaces, speaks
from vaclint.model.diagnostics import Diagnostic, Edit, Fix
from vaclint.model.document import Block, Span
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_GLUED = lazy(r"[,;.!?](?=[\p{L}€])|:(?=[\p{L}€\d])")
_GLUED_BRACKET = lazy(r"\((?:(?P<group>[mvfwhxd/ ]{3,9}\))(?=\p{L}{2})|(?<=\p{L}\()(?=[mvfwh]\s?/\s?[mvfwxd]))")
_WORD = lazy(r"\p{L}{2,}$")
_LEFT = lazy(r"(?:(?<![\p{L}\p{N}./@_#&=-])(?:\p{L}[\p{L}’'-]*\p{L}|\p{N}{2,4})|[”)])$")
_RIGHT = lazy(r"(?P<word>€|\d{1,2}(?=\s|-|–|$)|\p{L}[\p{L}’'-]*)(?P<behind>.?)")
_WORD_PAIR = lazy(r"\p{L}[\p{Ll}’'-]+")
_NO_SENTENCE = frozenset({"net", "js", "com", "nl", "be", "eu", "io", "org", "ai", "app", "dev", "tech"})
"""What follows the full stop of a name or an address."""

_INSIDE = lazy(r"(?<![:;=-])\((?P<open>[ ]+)(?=[^\s()][^()]*\))|(?<=(?<![:;=-])\([^()]*[^\s()])(?P<close>[ ]+)\)")
_CURLY_DOUBLE = lazy(r"“(?P<open>[ ]+)(?=[^\s“”„][^“”„]*”)|(?<=“[^“”„]*[^\s“”„])(?P<close>[ ]+)”")
_CURLY_SINGLE = lazy(r"‘(?P<open>[ ]+)(?=[^\s‘’][^‘’]*’(?!\p{L}))|(?<=‘[^‘’]*[^\s‘’])(?P<close>[ ]+)’(?!\p{L}|\s?\d\d\b)")

_SLASH = lazy(
    r"(?<=\b(?:en|and|hij|he|zijn|his|m|v))(?P<both> / )(?=(?:of|or|zij|she|haar|her|m|v|x)\b)"
    r"|(?<=\p{L})(?P<after>/[ ])(?=\p{L})|(?<=\p{L})(?P<before>[ ]/)(?=\p{L})"
)
_PATH = lazy(r"\p{L}[\p{L}\p{N}_-]*(?:[/.]\p{L}|/)")
_NUMBERS = lazy(r"(?<=(?<![\d/-])\d{1,6})(?:[-–][ ](?=\d)|[ ][-–](?=\d))")
_DASH = lazy(r"(?<=[\p{L}\p{N})’”])(?:[ ](?P<tight_after>[–—])(?=\p{L}{2})|(?P<tight_before>[–—])[ ](?=\p{L}))")


def check_spacing(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for. Linear in the text."""
    for rule in rules:
        yield from _FINDERS[rule.data["what"]](context, rule)


def _after(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A mark that the next word is glued to. Looked for in the whole text at once, since it is rare."""
    document = context.document
    for match in _GLUED.finditer(document.text):
        block = document.block_at(match.start())
        at, end = match.start() - block.start, match.end() - block.start
        left = _LEFT.search(block.text, max(0, at - WORD_MOST), at)
        right = _RIGHT.match(block.text, end)
        language = document.language_of(block)
        if left and right and speaks(rule, language) and _is_glued(rule, language, block, left, match[0], right):
            yield from _insert(context, rule, block, left.start(), end)
    for match in _GLUED_BRACKET.finditer(document.text):
        block = document.block_at(match.start())
        start, end = match.start() - block.start, match.end() - block.start
        if not speaks(rule, document.language_of(block)):
            continue
        if match["group"]:
            yield from _insert(context, rule, block, start, end)
        elif word := _WORD.search(block.text, max(0, start - WORD_MOST), start):
            yield from _insert(context, rule, block, word.start(), start)


COMMON = 200
"""How often a word must be used to be no name, as the word list counts."""
WORD_MOST = 40
"""Letters of a word before a mark that are looked at."""


def _is_glued(rule: Rule, language: str, block: Block, left: regex.Match[str], mark: str, right: regex.Match[str]) -> bool:
    """Whether a space belongs between a mark and what follows."""
    before, after, behind = left[0], right["word"], right["behind"]
    if behind in ("/", "@", "=", "_", "&") or (behind == "." and block.text[right.end() : right.end() + 1].isalnum()):
        return False  # an address
    if mark == ":" and after[0].islower():
        return _begins(rule, after.lower(), language) and _is_common(before, language)
    if mark == ":":
        return block.text[: left.end()].lower() in rule.options["labels"]
    if after == "€":
        return mark == ","
    if mark in ",;":
        return (
            not (before.isupper() and after.isupper())
            and len(after) > 1
            and (before[-1].isalpha() or (before.isdigit() and len(after) > 3))
        )
    if before.isdigit() or after[0].islower() or after.lower() in _NO_SENTENCE:
        return False
    if mark in "!?":
        return len(after) > 1 or not behind.strip()
    return (
        before[-1] == ")"
        or (_WORD_PAIR.fullmatch(after) is not None and (before[-1].islower()) and before[0].islower())
        or _begins(rule, after.lower(), language)
    )


def _begins(rule: Rule, word: str, language: str) -> bool:
    """Whether a lower-case word can begin a sentence, and is no end of a name."""
    return word in rule.options["starters"] or _is_common(word, language)


def _is_common(word: str, language: str) -> bool:
    """Whether a lower-case word is used so often that it is no name."""
    from vaclint.languages.wordlist import wordlist

    return len(word) > 3 and wordlist(language).frequency(word) >= COMMON


def _insert(context: Context, rule: Rule, block: Block, start: int, end: int) -> Iterator[Diagnostic]:
    """A space to be set behind ``text[start:end]``; by a fix only where nothing stands between it and the next word."""
    span = block.span(start, end)
    text = block.text[start:end]
    source = context.document.source.text
    contiguous = source[span.start : span.end + 1] == block.text[start : end + 1]
    if not contiguous and context.document.format != "markdown":
        return  # an element may set them apart on the page
    fix = Fix("safe", ADD[context.message_language], (Edit(span.end, span.end, " "),))
    yield context.found(rule, span, fixes=(fix,) if contiguous else (), text=text)


def _inside(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """White space right inside brackets or quotation marks."""
    whole = context.document.text
    pairs = ((_INSIDE, ("( ", " )")), (_CURLY_DOUBLE, ("“ ", " ”")), (_CURLY_SINGLE, ("‘ ", " ’")))
    patterns = [pattern for pattern, signs in pairs if any(sign in whole for sign in signs)]
    straight = ' "' in whole or '" ' in whole
    for block in context.blocks(rule, front_matter=True) if patterns or straight else ():
        for pattern in patterns:
            for match in pattern.finditer(block.text):
                yield from _remove(context, rule, block, match)
        if straight and block.text.count('"') >= 2:
            yield from _inside_straight(context, rule, block)


def _inside_straight(context: Context, rule: Rule, block: Block) -> Iterator[Diagnostic]:
    """The same for straight marks, where they clearly come in pairs."""
    text = block.text
    places = [at for at, char in enumerate(text) if char == '"']
    if len(places) % 2 or not all(_opens(text, at) for at in places[::2]):
        return
    for opens, closes in zip(places[::2], places[1::2], strict=True):
        inside = text[opens + 1 : closes]
        if not inside.strip() or (closes + 1 < len(text) and text[closes + 1].isalnum()):
            continue
        if inside[0] == " ":
            yield from _delete(context, rule, block, opens + 1, opens + 2)
        if inside[-1] == " ":
            yield from _delete(context, rule, block, closes - 1, closes)


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark opens a quotation by what stands before it; behind a number and a space it means inches."""
    before = text[at - 1 : at] if at else " "
    return before in "([/–—-" or (before == " " and not text[max(0, at - 2) : at - 1].isdigit())


def _remove(context: Context, rule: Rule, block: Block, match: regex.Match[str]) -> Iterator[Diagnostic]:
    yield from _delete(context, rule, block, *match.span("open" if match["open"] else "close"))


def _delete(context: Context, rule: Rule, block: Block, start: int, end: int) -> Iterator[Diagnostic]:
    """A space to be taken away; not one that is a line end in the file."""
    span = block.span(start, end)
    spelled = context.document.source.text[span.start : span.end]
    if "\n" not in spelled and shown_spaces.is_space(spelled):
        yield _changed(context, rule, span, " ", "")


def _around(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A slash or dash with a space on one side."""
    whole = context.document.text
    if any(sign in whole for sign in ("/ ", " /", "- ", " -", "– ", " –", "— ", " —")):
        for block in context.blocks(rule, front_matter=True):
            yield from _around_in(context, rule, block)


def _around_in(context: Context, rule: Rule, block: Block) -> Iterator[Diagnostic]:
    text = block.text
    if "/ " in text or " /" in text:
        for match in _SLASH.finditer(text):
            if match["before"] and _is_path(rule, text, match):
                continue
            yield from _spaced(context, rule, block, match.span(), "/")
    if " -" in text or "- " in text or " –" in text or "– " in text:
        for match in _NUMBERS.finditer(text):
            yield from _spaced(context, rule, block, match.span(), match[0].strip())
    if "–" in text or "—" in text:
        for match in _DASH.finditer(text):
            sign = match["tight_after"] or match["tight_before"]
            yield from _spaced(context, rule, block, match.span(), f" {sign} ")


def _is_path(rule: Rule, text: str, match: regex.Match[str]) -> bool:
    """Whether a slash behind a space begins a path (``zie /vacatures``)."""
    words = text[: match.start()].split()
    return bool(_PATH.match(text, match.end())) or (bool(words) and words[-1].lower() in rule.options["before-path"])


def _spaced(context: Context, rule: Rule, block: Block, place: tuple[int, int], better: str) -> Iterator[Diagnostic]:
    start, end = place
    span = block.span(start, end)
    text = block.text[start:end]
    if context.document.source.text[span.start : span.end] != text:
        return  # a line end, or markup, where a browser shows something else
    yield _changed(context, rule, span, block.text[max(0, start - 1) : end + 1], better)


def _changed(context: Context, rule: Rule, span: Span, text: str, better: str) -> Diagnostic:
    return context.found(rule, span, fixes=(Fix("safe", SET[context.message_language], (Edit(*span, better),)),), text=text)


ADD = {"nl": "Zet hier een spatie", "en": "Add a space here"}
SET = {"nl": "Herstel de spaties", "en": "Put the spaces right"}
_FINDERS: dict[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "missing-after": _after,
    "inside": _inside,
    "around": _around,
}
