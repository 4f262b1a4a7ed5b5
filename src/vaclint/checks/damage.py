"""Damaged text: letters read in the wrong encoding, letters lost, markup shown as text, and lines of the web page around a vacancy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vaclint.checks import REMOVE_MESSAGE, Context
from vaclint.model.diagnostics import Applicability, Diagnostic, Edit, Fix
from vaclint.model.document import Block, Span
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_SIGNS = "ÃÂâÅÄÐÎÑ√ƒ"
"""What most damage begins with: the first byte of a UTF-8 letter, read as Windows-1252 or Mac Roman."""
_SUSPECT = lazy(rf"(?:[\p{{L}}\p{{N}}]|[^\x00-\x7f])*[{_SIGNS}](?=[^\x00-\x7f])(?:[\p{{L}}\p{{N}}]|[^\x00-\x7f])+")
_WITH_SPACE = lazy(r"(?<!\p{L})Ã\u00a0(?!\p{L}{2}\p{Ll})|Â\u00a0|(?<=[\p{Ll}.,:;!?)]|[.,:;!?)] )Â(?=[ .,;:!?\n]|$)")
"""``à`` as a word (``3 à 4``), a non-breaking space, and what is left of one that became a plain space."""
_LOST = lazy(r"\p{L}*(?:\ufffd+|(?<=\p{L})\?(?=\p{Ll}{2})|(?<!\S)\?(?=\p{Ll}{2,}\b))(?:\p{L}*(?:\ufffd+|\?(?=\p{Ll}{2})))*\p{L}*")
_LOSABLE = "ëïéöüèêáàç"
_ENTITY = lazy(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#[xX][0-9a-fA-F]{2,4});")
_TAG = lazy(r"</?(?:p|br|b|i|u|em|strong|ul|ol|li|div|span|h[1-6]|font)(?:\s+[a-z-]+=[^<>]{1,200})?\s*/?>")
TRIES = 3
"""More letters lost in one word are not guessed."""


def check_damage(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield the findings of each rule, by what it looks for. Linear in the text."""
    for rule in rules:
        yield from _CHECKS[rule.data["what"]](context, rule)


def _mojibake(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Words that make sense when their letters are read in another encoding, as ftfy tells."""
    for block in context.document.blocks:
        if not any(sign in block.text for sign in _SIGNS):
            continue
        for match in _SUSPECT.finditer(block.text):
            from ftfy import fix_encoding
            from ftfy.badness import is_bad

            if is_bad(match[0]) and (better := fix_encoding(match[0])) != match[0] and not is_bad(better):
                yield _replaced(context, rule, block, match.span(), better, "safe" if _comes_back(better, match[0]) else "unsafe")
    yield from _mojibake_of_spaces(context, rule)


def _mojibake_of_spaces(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Damage whose second half is a non-breaking space, and so a space in the text of a block: ``à``, and the space itself."""
    text, document = context.document.source.text, context.document
    for match in _WITH_SPACE.finditer(text, document.body) if "Ã" in text or "Â" in text else ():
        if not document.is_skipped(match.start()):
            span = Span(*match.span())
            better = {"Ã\u00a0": "à", "Â\u00a0": " "}.get(match[0], "")
            fixes = context.replacing(span, match[0], better, "safe" if better else "unsafe")
            message = "" if better == "à" else _REST[context.message_language]
            yield context.found(rule, span, replacement=better, fixes=fixes, text=match[0].strip(), message=message)


_REST = {
    "nl": "‘{text}’ is wat er over is van een spatie die verkeerd is ingelezen; haal het teken weg.",
    "en": "‘{text}’ is what is left of a space that was read in the wrong encoding; remove the sign.",
}


def _comes_back(better: str, damaged: str) -> bool:
    """Whether damaging a mended text the usual way gives exactly what stood there, so that nothing is guessed."""
    try:
        return better.encode().decode("cp1252") == damaged
    except UnicodeDecodeError:
        return False


def _lost(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A replacement character, and a question mark inside a word that is a known one with a letter in its place."""
    for block in context.document.blocks:
        if "\ufffd" not in block.text and "?" not in block.text:
            continue
        for match in _LOST.finditer(block.text):
            from vaclint.languages.wordlist import wordlist

            language = context.document.language_of(block)
            found = _guess(match[0], wordlist(language).frequency) if language in ("nl", "en") else ""
            if found or "\ufffd" in match[0]:
                yield _replaced(context, rule, block, match.span(), found, "unsafe")


def _guess(damaged: str, frequency: Callable[[str], int]) -> str:
    """The most used word that a damaged one may have been; empty when there is none."""
    candidates = [damaged.replace("\ufffd\ufffd", "\ufffd").replace("?", "\ufffd")]
    if candidates[0].count("\ufffd") > TRIES:
        return ""
    while "\ufffd" in candidates[0]:
        candidates = [candidate.replace("\ufffd", letter, 1) for candidate in candidates for letter in _LOSABLE]
    best = max(candidates, key=lambda candidate: frequency(candidate.lower()))
    return best if frequency(best.lower()) else ""


def _markup(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """A character reference or a tag that the reader sees as such."""
    for block in context.document.blocks:
        if "&" in block.text:
            from html import unescape

            for match in _ENTITY.finditer(block.text):
                if (shown := unescape(match[0])) != match[0]:
                    yield _replaced(context, rule, block, match.span(), " " if shown == "\u00a0" else shown, "unsafe")
        if "<" in block.text:
            for match in _TAG.finditer(block.text):
                yield context.found(rule, block.span(*match.span()), message=_LOOSE_TAG[context.message_language], text=match[0])


_LOOSE_TAG = {
    "nl": "‘{text}’ is opmaakcode die de lezer ziet staan; haal die weg.",
    "en": "‘{text}’ is markup that readers see; remove it.",
}


def _chrome(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Lines of a web page that came along with a copied text."""
    source = context.document.source
    for block in context.document.chrome:
        line = source.lines[source.line_index(block.whole.start)]
        alone = source.text[line.start : line.end].strip() == source.text[block.whole.start : block.whole.end].strip()
        edit = Edit(line.start, line.next, "")
        fixes = (Fix("unsafe", REMOVE_MESSAGE[context.message_language], (edit,)),) if alone else ()
        yield context.found(rule, block.whole, fixes=fixes, text=block.text)


def _replaced(context: Context, rule: Rule, block: Block, place: tuple[int, int], better: str, applicability: Applicability) -> Diagnostic:
    """A finding with what should stand there; a fix only where the text stands in the file as it is read."""
    span = block.span(*place)
    text = block.text[slice(*place)]
    fixes = context.replacing(span, text, better, applicability) if better else ()
    message = "" if better else _UNKNOWN[context.message_language]
    return context.found(rule, span, replacement=better, fixes=fixes, message=message, text=text)


_UNKNOWN = {
    "nl": "In ‘{text}’ is een letter verloren gegaan; zet de goede terug.",
    "en": "A letter was lost in ‘{text}’; put the right one back.",
}
_CHECKS: dict[str, Callable[[Context, Rule], Iterator[Diagnostic]]] = {
    "mojibake": _mojibake,
    "lost": _lost,
    "markup": _markup,
    "chrome": _chrome,
}
