"""Words and phrases of a lexicon, with what to write instead. Linear in the number of hits.

The terms of all rules are found in one pass (``lexicon``); a rule may look only where a text names
its job (``job_titles``). Elsewhere a remark is a form for several people behind one of the words
``own`` (``our waitresses``), and a job that the text speaks of in general (``job_roles``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from vaclint.checks.context import Context, Hit
from vaclint.checks.job_roles import names_role
from vaclint.checks.job_titles import WHERE_KEYS, Quoted, prepare_where, stands_where
from vaclint.checks.lexicon import NAMES, read_terms, stored
from vaclint.model.diagnostics import Diagnostic, Fix
from vaclint.model.document import Document
from vaclint.rulebook.kind import LIST, SWITCH, TABLE, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.patterns import lazy
from vaclint.text.quotations import quotations
from vaclint.text.words import in_case_of

SAFE, UNSAFE, NO_FIX = "safe", "unsafe", "none"
FIXES = (SAFE, UNSAFE, NO_FIX)
PLURAL = "plural"
"""The group of terms for several people."""
PERSON = "person"
"""The group of terms that are no job: a lady, a boy. They count only where a job is offered."""
OWN = "own"
"""The key with the words behind which a plural is about people who are there, and the name of the
message for that.
"""
LIFTING = "lifting"
"""The key with the words behind which a term is denied."""
ADDRESS_MOST = 100
"""How far before a word an address that it is part of may begin."""
_ADDRESS = lazy(r"\w\.[a-z]{2,}/\S*$")
_NAME_GOES_ON = lazy(r"[ ]\p{Lu}\p{Ll}")
_SEVERAL = lazy(r"[,;(…]")
"""In a replacement these make it several, or an explanation: nothing to put in the place of a word.
"""


def check_terms(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each hit that stands where its rule looks."""
    document = context.document
    quoted = cache(quotations)
    for rule in rules:
        for hit in context.hits.get(rule.code, ()):
            is_there = stands_where(document, rule, hit.start, hit.end, quoted)
            is_told = (
                is_there or _is_own(document, rule, hit) or _is_role(document, rule, hit, quoted)
            )
            if not is_told or _is_shown_person(document, hit) or _is_named(document, rule, hit):
                continue
            if _is_lifted(document, rule, hit):
                continue
            if not _in_address(document, hit):
                found = _found(context, rule, hit)
                yield found if is_there else found._replace(severity="info")


def _is_own(document: Document, rule: Rule, hit: Hit) -> bool:
    """Whether a term is a plural for people who are there already: ``our waitresses``."""
    if hit.term.group != PLURAL:
        return False
    own = rule.key(OWN, document.language_of(document.block_at(hit.start)), ())
    before = document.haystack[max(0, hit.start - ADDRESS_MOST) : hit.start].rsplit(maxsplit=1)
    return bool(before) and before[-1] in own


def _is_lifted(document: Document, rule: Rule, hit: Hit) -> bool:
    """Whether the words before a term say that it is none: ``allang geen mannenwerk``, ``not a
    man's job``.
    """
    lifting = rule.key(LIFTING, document.language_of(document.block_at(hit.start)), ())
    if not lifting:
        return False
    before = document.haystack[max(0, hit.start - ADDRESS_MOST) : hit.start].split()
    return not set(before[-2:]).isdisjoint(lifting)


def _is_shown_person(document: Document, hit: Hit) -> bool:
    """Whether a term for a person says what an image shows, or begins a name that goes on with
    another capital: ``Girl Scouts``.
    """
    if hit.term.group != PERSON:
        return False
    block = document.block_at(hit.start)
    start, end = hit.start - block.start, hit.end - block.start
    is_capital = block.text[start : start + 1].isupper()
    return block.image or (is_capital and _NAME_GOES_ON.match(block.text, end) is not None)


def _is_role(document: Document, rule: Rule, hit: Hit, quoted: Quoted) -> bool:
    """Whether a term is a job that the text speaks of in general."""
    return hit.term.group != PERSON and names_role(document, rule, hit.start, hit.end, quoted)


def _is_named(document: Document, rule: Rule, hit: Hit) -> bool:
    """Whether a word has a capital, and is a name elsewhere in the text (``Empower``)."""
    if not rule.data.get(NAMES) or not document.haystack[hit.start : hit.end].isalpha():
        return False
    block = document.block_at(hit.start)
    word = block.text[hit.start - block.start : hit.end - block.start]
    return word in document.names.inside


def _in_address(document: Document, hit: Hit) -> bool:
    """Whether a word is part of an address without ``https://`` (``voorbeeld.nl/clienten``,
    ``benefits@work``).
    """
    if document.haystack[hit.end : hit.end + 1] == "@":
        return True
    before = document.haystack[max(0, hit.start - ADDRESS_MOST) : hit.start]
    return before.endswith(("/", "-", ".", "=", "_")) and _ADDRESS.search(before) is not None


def _found(context: Context, rule: Rule, hit: Hit) -> Diagnostic:
    document = context.document
    span = document.locate(hit.start, hit.end)
    block = document.block_at(hit.start)
    text = block.text[hit.start - block.start : hit.end - block.start]
    is_whole = hit.end - hit.start == len(hit.term.form)
    beside = f"/{hit.term.replacement}"
    if is_whole and len(beside) > 1 and _stands_beside(document, hit.end, beside):
        span = document.locate(hit.start, hit.end + len(beside))
        text = block.text[hit.start - block.start : hit.end + len(beside) - block.start]
    applicability = rule.data.get("fix", UNSAFE)
    shown = hit.term.replacement
    if shown and not is_whole:
        shown = _in_compound(text, hit)
    if not rule.data.get("case") and applicability != NO_FIX:
        shown = in_case_of(shown, text)
    fixes: tuple[Fix, ...] = ()
    if shown and is_whole and applicability != NO_FIX and not _SEVERAL.search(shown):
        fixes = context.replacing(span, text, shown, applicability)
    properties = {"term": hit.term.form, **({"group": hit.term.group} if hit.term.group else {})}
    found = context.found(
        rule, span, replacement=shown, fixes=fixes, properties=properties, text=text
    )
    if shown or "{replacement}" not in rule.texts_in(context.speaking.code).message:
        return found
    return found._replace(message=context.say("leave-out", text=text))


def _stands_beside(document: Document, at: int, beside: str) -> bool:
    """Whether what is to be written instead stands behind a slash already: one of them is enough
    (``foreman/supervisor``).
    """
    end = at + len(beside)
    return (
        document.haystack[at:end] == beside.lower()
        and not document.haystack[end : end + 1].isalnum()
    )


def _in_compound(text: str, hit: Hit) -> str:
    """The replacement for the head of a compound, with the compound's own beginning:
    directie+secretaresse.
    """
    at = text.lower().find(hit.term.form)
    first = hit.term.replacement.split(",")[0].strip()
    if " " in first:
        return first  # two words are no head of a compound
    return text[:at] + first + text[at + len(hit.term.form) :]


def prepare_terms(rule: Rule, preparation: Preparation) -> Any:
    """The terms of a rule, and the phrases around a job title. Raises VaclintError for what is
    wrong in either.
    """
    return {
        "terms": stored(read_terms(rule, preparation)),
        "where": prepare_where(rule, preparation),
    }


KIND = Kind(
    "terms",
    check_terms,
    {
        "terms": Key((*TEXT, *TABLE, *LIST), required=True, by_language=True),
        "case": Key(SWITCH),
        "fix": Key(TEXT, FIXES),
        OWN: Key(LIST, by_language=True),
        LIFTING: Key(LIST, by_language=True),
        NAMES: Key(SWITCH),
        **WHERE_KEYS,
    },
    prepare_terms,
    per_block=True,
    implied_by="terms",
)
