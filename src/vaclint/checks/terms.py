"""Words and phrases of a lexicon, with what to write instead. Linear in the number of hits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from vaclint.checks import Context, Hit, in_case_of
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.model.document import Block, Document, sentences
from vaclint.text.patterns import compiled, lazy
from vaclint.rulebook.rules import Rule

HEADING_WORDS = 7


def check_terms(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each hit that stands where its rule looks."""
    for rule in rules:
        for hit in context.hits.get(rule.code, ()):
            if stands_where(context.document, rule, hit.start, hit.end) and not _in_address(context.document, hit):
                yield _report(context, rule, hit)


def _in_address(document: Document, hit: Hit) -> bool:
    """Whether a word is part of an address without ``https://`` (``voorbeeld.nl/clienten``)."""
    before = document.haystack[max(0, hit.start - ADDRESS_MOST) : hit.start]
    return before.endswith(("/", "-", ".", "=", "_")) and _ADDRESS.search(before) is not None


_ADDRESS = lazy(r"\w\.[a-z]{2,}/\S*$")
ADDRESS_MOST = 100


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
        fixes = context.replacing(span, text, shown, applicability)
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
    words = "|".join(map(regex.escape, sorted(cues, key=len, reverse=True)))
    return compiled(rf"\b(?:{words})\b", regex.IGNORECASE)


def _words(rule: Rule, key: str, language: str) -> frozenset[str]:
    """A list of words of a rule, for all languages or for one."""
    given = rule.data.get(key, ())
    return frozenset(given.get(language, ()) if isinstance(given, dict) else given)


def stands_where(document: Document, rule: Rule, start: int, end: int) -> bool:
    """Whether a range of the haystack stands where the rule looks: anywhere, or where a text names the job it offers.

    That is in a title, unless after a word that points at somebody else (``assistent van de directrice``), and after a cue such
    as ``wij zoeken`` or ``als``, when nothing but adjectives, or ``een`` and adjectives, stands between.
    """
    if rule.data.get("where", "anywhere") == "anywhere":
        return True
    block = document.block_at(start)
    at = start - block.start
    language = document.language_of(block)
    elsewhere = _words(rule, "elsewhere", language)
    if _is_quoted(block.text, at) or _is_name(block.text, at, elsewhere):
        return False
    if names_job(document, block):
        return not elsewhere & set(block.text[block.value_at : at].lower().replace("-", " ").split())
    begin = next((first for first, last in sentences(block.text) if first <= at < last), 0)
    before = block.text[begin:at].lower()
    grammar = _Grammar(
        _words(rule, "definite", language), _words(rule, "indefinite", language), _words(rule, "relative", language), elsewhere
    )
    if _is_wanted(block.text, begin, at, at + end - start, rule, elsewhere):
        return True
    past = _words(rule, "past", language)
    return any(
        _leads_to(before[cue.end() :], grammar)
        for cue in _cue_pattern(tuple(rule.data.get("cues", ()))).finditer(before)
        if past.isdisjoint(before[: cue.start()].split()[-3:])  # "zij begon als stagiaire" is about somebody who is there
    )


def _is_wanted(text: str, begin: int, at: int, end: int, rule: Rule, elsewhere: frozenset[str]) -> bool:
    """``Ervaren verkoopster mode gezocht``: a cue behind the title, and nothing but adjectives before it."""
    behind = rule.data.get("cues-behind", ())
    before = [word.strip("(),:;'’-/") for word in text[begin:at].lower().split()]
    if not behind or len(before) > ADJECTIVES or elsewhere & set(before):
        return False
    after = regex.split(r"[.!?]", text[end:])[0].lower().split()[:6]
    return any(word.strip("(),:;") in behind for word in after)


class _Grammar(NamedTuple):
    """The function words that tell whether a title is what a cue is about."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    relative: frozenset[str]
    elsewhere: frozenset[str]


def _leads_to(between: str, grammar: _Grammar) -> bool:
    """Whether what stands between a cue and a title lets the title be what the cue is about."""
    words = [word.strip("(),:;'’-/") for word in between.split()]
    if len(words) > REACH or any(mark in between for mark in ".!?"):
        return False
    last = max((index for index, word in enumerate(words) if word in grammar.definite or word in grammar.indefinite), default=-1)
    adjectives, before = words[last + 1 :], words[:last] if last >= 0 else []
    if len(adjectives) > ADJECTIVES or grammar.elsewhere & set(adjectives):
        return False
    if last >= 0 and words[last] in grammar.definite:
        return not before  # "ben jij de timmerman", but not "je werkt met de timmerman"
    return not grammar.indefinite & set(before) and not grammar.relative & set(before)  # not "een planner voor een timmerman"


REACH = 14
"""How many words may stand between a cue and the title."""

ADJECTIVES = 5
"""How many words may stand between an article, or a cue, and the title."""


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands inside quotation marks that open and close around several words."""
    before, after = text[:at], text[at:]
    opened = max(before.rfind("‘"), before.rfind("“"), before.rfind("„"))
    closed = max(before.rfind("”"), before.rfind("’ "), before.rfind("’,"))
    if opened > closed and regex.search(r"[’”](?:[\s,.!?)]|$)", after) and len(before[opened + 1 :].split()) + 1 > 1:
        return True
    return before.count('"') % 2 == 1 and '"' in after and len(before[before.rfind('"') + 1 :].split()) > 1


def _is_name(text: str, at: int, elsewhere: frozenset[str]) -> bool:
    """Whether a word is a surname: with a capital, behind a first name or ``mevrouw``."""
    if not text[at].isupper() or at == 0:
        return False
    before = regex.search(r"(?P<word>[\p{L}.]+)\s+$", text[:at])
    if before is None:
        return False
    word = before["word"]
    if regex.fullmatch(r"(?i)heer|mevrouw|meneer|mw\.?|mevr\.?|dhr\.?|mr\.?|ms\.?|mrs\.?|dr\.?|familie|firma|fa\.?", word):
        return True
    sentence_like = any(other.islower() for other in regex.findall(r"(?<=\s)\p{L}", text)) and len(text.split()) > 6
    return sentence_like and word[0].isupper() and text[before.start() - 1 : before.start()] not in ("", ".")


def names_job(document: Document, block: Block) -> bool:
    """Whether a block is a job title: the document's title, a field for it, or a short heading of the first two levels."""
    if block is document.title or block.label.lower() in document.fields["title"]:
        return True
    return block.kind == "heading" and 0 < block.level <= 2 and len(block.text.split()) <= HEADING_WORDS and document.format != "text"
