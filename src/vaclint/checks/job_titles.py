"""Where a text names the job it offers, for rules that look only there (``where = "job-title"``).

That is in a title, and around a cue: behind one such as ``wij zoeken``, where nothing but a few
words of the same noun phrase stands between, or right before one such as ``gezocht``. What is
quoted is somebody else's, and a surname is no job. Linear in the sentence that is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import regex

from vaclint.checks.places import Range, range_at, sentence_at
from vaclint.model.blocks import Block
from vaclint.model.document import Document
from vaclint.rulebook.kind import LIST, TEXT, Key, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words
from vaclint.text.quotations import quotations

ANYWHERE, JOB_TITLE = "anywhere", "job-title"
_WORDS = (
    "cues", "cues-behind", "offered-behind", "definite", "indefinite", "relative", "past",
    "elsewhere", "also", "each", "openings", "of", "asking", "having",
)  # fmt: skip
WHERE_KEYS: Mapping[str, Key] = {
    "where": Key(TEXT, (ANYWHERE, JOB_TITLE)),
    **dict.fromkeys(_WORDS, Key(LIST, by_language=True)),
}
"""The keys of a rule that say where it looks. The lists of words are those of ``Phrases``."""

PLACES = "job-places"
"""The section of a pack with the lists that its shipped rules share."""
HEADING_WORDS = 7
"""A heading of more words is no job title."""
HEADING_LEVELS = 2
"""Headings below these are parts of the text."""
REACH = 14
"""How many words may stand between a cue and the title."""
REACH_BEHIND = 8
"""Among how many words behind the title a cue is looked for."""
ADJECTIVES = 5
"""How many words may stand between an article, or a cue, and the title."""
BEFORE_CUE = 3
"""Among how many words before a cue one about the past is looked for."""
NAME_WORDS = 6
"""In a text of more words a capital inside a sentence is that of a name."""

LOOK_AROUND = 600
"""So many characters before and behind a word are looked at; more than the words above take."""

_AROUND = "(),:;'’-/"
_END_OF_SENTENCE = ".!?"
_WORD_BEFORE = lazy(r"(?P<word>[\p{L}.]+)\s+$")
_TOKEN = lazy(r"\s*\K(?:[\p{L}-]+|[^\s\p{L}])")
_SMALL_LETTER_AFTER_SPACE = lazy(r"(?<=\s)\p{Ll}")


Quoted = Callable[[str], Sequence[Range]]
"""Gives the ranges of the quotations in a text."""


class Phrases(NamedTuple):
    """The words of one language that tell whether a text names the job it offers."""

    cues: str
    """A pattern of what stands before the job: ``wij zoeken``, ``as a``. Empty for none."""
    cues_behind: frozenset[str]
    """Words and phrases behind the job that say that somebody is sought for it: ``gezocht``,
    ``die wij zoeken``, ``wanted``. One that ends in a question mark stands right behind the job:
    ``worden?``.
    """
    offered_behind: frozenset[str]
    """Words and signs behind a title that a line begins with, which make the line an offer:
    ``seaman with two years on deck``. Empty for a language that reads no offer there.
    """
    definite: frozenset[str]
    """Begin a noun phrase about something known: ``de``, ``the``."""
    indefinite: frozenset[str]
    """Begin a noun phrase about something new: ``een``, ``a``."""
    relative: frozenset[str]
    """Begin a clause about what stands before: ``die``, ``who``."""
    past: frozenset[str]
    """Before a cue they make it a story: ``zij begon als stagiaire`` is about somebody who is
    there.
    """
    elsewhere: frozenset[str]
    """Point at somebody else than the person sought: ``met``, ``your``."""
    also: frozenset[str]
    """Between two jobs that are both sought: ``en``, ``and``."""
    each: frozenset[str]
    """Begin a noun phrase about anybody: ``elke``, ``every``. Empty for a language in which no job
    is told that the text only speaks of (``job_roles``).
    """
    openings: frozenset[str]
    """With one of these a noun phrase that opens a sentence is about a job in general: ``een``,
    ``the new``.
    """
    of: frozenset[str]
    """Before an article about something new: ``de taken van een receptioniste``."""
    asking: frozenset[str]
    """Begin a question: ``wat doet een gastvrouw?``"""
    having: frozenset[str]
    """Verbs that a cue behind the job belongs to: ``wij hebben een verkoopster nodig``."""
    honorifics: frozenset[str]
    """Stand before a surname: ``mevrouw``, ``mr.``; the pack's ``[names]`` has them."""


def prepare_where(rule: Rule, preparation: Preparation) -> dict[str, tuple[Any, ...]] | None:
    """The phrases of a rule as plain tuples by language, under '' those for any; None for a rule
    that looks anywhere.

    Raises VaclintError for a list of words that is none.
    """
    given = {code: _lists(rule, code, preparation) for code in ("", *rule.said)}
    if rule.data.get("where", ANYWHERE) == ANYWHERE:
        return None
    return {
        code: tuple(_phrases(lists, _honorifics(code, preparation)))
        for code, lists in given.items()
    }


def _lists(rule: Rule, language: str, preparation: Preparation) -> dict[str, list[str]]:
    pack = None if rule.own else preparation.resources.languages.get(language)
    shared = pack.section(PLACES) if pack is not None else {}
    lists = {name: rule.key(name, language, shared.get(name, [])) for name in _WORDS}
    for name, listed in lists.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise preparation.error(
                language, name, f"'{name}' is a list of words, or one for each language"
            )
    return lists


def _phrases(lists: Mapping[str, list[str]], honorifics: frozenset[str]) -> Phrases:
    cues = lists["cues"]
    sets = {name.replace("-", "_"): frozenset(lists[name]) for name in _WORDS if name != "cues"}
    return Phrases(cues=rf"\b{words(cues)}\b" if cues else "", honorifics=honorifics, **sets)


def _honorifics(language: str, preparation: Preparation) -> frozenset[str]:
    languages = preparation.resources.languages
    packs = [languages[language]] if language in languages else languages.values()
    return frozenset(word for pack in packs for word in pack.section("names").get("honorifics", ()))


def stands_where(
    document: Document, rule: Rule, start: int, end: int, quoted: Quoted = quotations
) -> bool:
    """Whether a range of the haystack stands where the rule looks: anywhere, or where a text names
    the job it offers.

    ``quoted`` gives the quotations of a text; who asks for many places of one text gives a function
    that remembers them.
    """
    phrases = phrases_at(document, rule, start)
    if phrases is None:
        return True
    block = document.block_at(start)
    at = start - block.start
    if not _is_job(document, block, at, end - block.start, phrases):
        return False
    return not is_particular(block.text, at, phrases, quoted)


def phrases_at(document: Document, rule: Rule, start: int) -> Phrases | None:
    """The phrases of a rule in the language of a place; None for a rule that looks anywhere."""
    prepared = rule.prepared["where"]
    if prepared is None:
        return None
    language = document.language_of(document.block_at(start))
    return Phrases._make(prepared.get(language) or prepared[""])


def is_particular(text: str, at: int, phrases: Phrases, quoted: Quoted) -> bool:
    """Whether a word is a surname, or stands in somebody's quoted words."""
    return _is_name(text, at, phrases) or _is_quoted(text, at, quoted)


def _is_job(document: Document, block: Block, at: int, end: int, phrases: Phrases) -> bool:
    """Whether a word is in a title, or beside a cue that makes it one."""
    text = block.text
    if names_job(document, block):
        before = text[block.value_at : at].lower().replace("-", " ").split()
        if phrases.elsewhere.isdisjoint(before):
            return True
    sentence, _ = sentence_at(document, block, at)
    before_it = text[max(sentence, at - LOOK_AROUND) : at].lower()
    behind_it = text[end : end + LOOK_AROUND].lower()
    return (
        _is_wanted(before_it, behind_it, phrases)
        or _is_cued(before_it, phrases)
        or (sentence == block.value_at and _is_offered(before_it, behind_it, phrases))
        or _is_line(text, before_it, phrases)
        or (block.kind == "heading" and text[at:end] == block.value.strip())
    )


def names_job(document: Document, block: Block) -> bool:
    """Whether a block is a job title: the document's title, a field for it, or a short heading of
    the first two levels. A question asks who is sought, in a sentence.
    """
    if block.text.rstrip().endswith("?"):
        return False
    if block is document.title or block.label.lower() in document.reading.names("title"):
        return True
    is_heading = (
        block.kind == "heading" and 0 < block.level <= HEADING_LEVELS and document.format != "text"
    )
    return is_heading and len(block.text.split()) <= HEADING_WORDS


def _is_quoted(text: str, at: int, quoted: Quoted) -> bool:
    """Whether a place stands inside a quotation, behind its first word: marks around one word set
    it off, no more.
    """
    found = range_at(quoted(text), at)
    return found is not None and bool(text[found[0] + 1 : at].strip())


def _is_name(text: str, at: int, phrases: Phrases) -> bool:
    """Whether a word is a surname: with a capital, behind a first name or ``mevrouw``."""
    if not text[at].isupper():
        return False
    near = text[max(0, at - LOOK_AROUND) : at]
    before = _WORD_BEFORE.search(near)
    if before is None:
        return False
    word = before["word"]
    if word.lower() in phrases.honorifics:
        return True
    if _has_article(near.lower().split()[-ADJECTIVES:], phrases):
        return False  # "an innovative Electrical Draftsman"
    is_running_text = len(text[:LOOK_AROUND].split()) > NAME_WORDS
    begins_sentence = near[before.start() - 1 : before.start()] in ("", ".")
    if not is_running_text or not word[0].isupper() or begins_sentence:
        return False
    return _SMALL_LETTER_AFTER_SPACE.search(text) is not None


def _has_article(before: Sequence[str], phrases: Phrases) -> bool:
    """Whether the words before a noun begin a phrase about something new, and nothing else."""
    at = next((at for at, word in enumerate(before) if word in phrases.indefinite), None)
    return at is not None and phrases.elsewhere.isdisjoint(before[at:])


def _is_wanted(before: str, behind: str, phrases: Phrases) -> bool:
    """``Ervaren verkoopster mode gezocht``: a cue behind the title, and nothing but adjectives
    before it, or between it and a verb: ``wij hebben een verkoopster nodig``.
    """
    if any(
        cue.split()[0] in phrases.relative and behind[1:].startswith(cue)
        for cue in phrases.cues_behind
    ):
        return True  # "aan de verkoopster die wij zoeken"
    adjectives = _words(before)
    verbs = [at for at, word in enumerate(adjectives) if word in phrases.having]
    if verbs:
        adjectives = adjectives[verbs[-1] + 1 :]
    elsewhere = phrases.elsewhere
    if phrases.definite.isdisjoint(adjectives):
        elsewhere -= phrases.also  # "ervaren en vriendelijke verkoopster gezocht"
    if len(adjectives) > ADJECTIVES or not elsewhere.isdisjoint(adjectives):
        return False
    following = regex.split(rf"[{_END_OF_SENTENCE}]", behind, maxsplit=1)[0].split()[:REACH_BEHIND]
    joined = f" {' '.join(word.strip('(),:;') for word in following)} "
    return any(
        behind.lstrip().startswith(cue) if cue.endswith("?") else f" {cue} " in joined
        for cue in phrases.cues_behind
    )


def _is_offered(before: str, behind: str, phrases: Phrases) -> bool:
    """``A seaman with two years on deck``: a line that begins with a title and goes on with what
    the job asks.
    """
    following = _TOKEN.match(behind)
    if following is None or following[0] not in phrases.offered_behind:
        return False
    words_before = _words(before)
    article, adjectives = words_before[:1], words_before[1:]
    return phrases.indefinite.issuperset(article) and (
        len(adjectives) <= ADJECTIVES and phrases.elsewhere.isdisjoint(adjectives)
    )


def _is_line(text: str, before: str, phrases: Phrases) -> bool:
    """``Poetsvrouw in een school``: a title begins a line that is no sentence."""
    is_short = len(text) <= LOOK_AROUND and len(text.split()) <= HEADING_WORDS
    is_label = is_short and text.rstrip()[-1:].isalpha() and not before.strip()
    return is_label and bool(phrases.offered_behind)


def _is_cued(before: str, phrases: Phrases) -> bool:
    """``Wij zoeken een ervaren verkoopster``: a cue before the title that leads to it."""
    if not phrases.cues:
        return False
    return any(
        phrases.past.isdisjoint(before[: cue.start()].split()[-BEFORE_CUE:])
        and _leads_to(before[cue.end() :], phrases)
        for cue in lazy(phrases.cues, regex.IGNORECASE).finditer(before)
    )


def _leads_to(between: str, phrases: Phrases) -> bool:
    """Whether what stands between a cue and a title lets the title be what the cue is about."""
    if any(mark in between for mark in _END_OF_SENTENCE):
        return False
    last_part = between.rpartition(":")[2]
    if phrases.indefinite.intersection(_words(last_part)[:1]):
        between = last_part  # "ons team zoekt een nieuwe spil: een timmerman"
    found = _words(between)
    articles = [
        at
        for at, word in enumerate(found)
        if word in phrases.definite or word in phrases.indefinite
    ]
    last = articles[-1] if articles else -1
    before, adjectives = found[: max(last, 0)], found[last + 1 :]
    elsewhere = phrases.elsewhere
    if articles and found[last] in phrases.indefinite:
        elsewhere -= phrases.also  # "een vriendelijke en ervaren serveerster"
    if len(found) > REACH or len(adjectives) > ADJECTIVES or not elsewhere.isdisjoint(adjectives):
        return False
    if articles and found[last] in phrases.definite:
        return not before  # "ben jij de timmerman", but not "je werkt met de timmerman"
    if _is_beside(before, last_part, phrases):
        return True  # "zoeken wij vier lassers en een timmerman"
    if before and before[-1] in phrases.elsewhere:
        return False  # "als planner werk je samen met een timmerman"
    others = phrases.indefinite | phrases.relative
    return others.isdisjoint(before)  # not "een planner voor een timmerman"


def _is_beside(before: Sequence[str], between: str, phrases: Phrases) -> bool:
    """Whether the words between a cue and an article are another job that is sought, and ``en`` or
    a comma.
    """
    jobs = before[:-1] if before and before[-1] in phrases.also else before
    is_joined = len(jobs) < len(before) or between.count(",") == 1
    if not is_joined or len(jobs) < 2 or jobs[0] not in phrases.indefinite:
        return False
    return (phrases.elsewhere | phrases.relative).isdisjoint(jobs)


def _words(text: str) -> list[str]:
    return [word.strip(_AROUND) for word in text.split()]
