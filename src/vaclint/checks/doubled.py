"""A word that stands twice in a row: ``de de``, ``op het het gebied``.

Most pairs are slips, and some are the language: a verb behind a relative clause (``wie werkt
werkt``), a particle behind a preposition (``past aan aan``), a pronoun beside an article. Which
words are which, is data of each language: what cannot be right is reported as the rule says, with a
safe fix; what may be is a remark without one, or nothing. Three in a row are one finding. Linear in
the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import eq
from typing import TYPE_CHECKING, Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.prepared import all_said
from vaclint.checks.slips import Token, tokens_of
from vaclint.languages.slips import END
from vaclint.model.blocks import Block, Span
from vaclint.model.diagnostics import Diagnostic, Edit, Fix
from vaclint.rulebook.kind import LIST, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy
from vaclint.text.remembered import Memory
from vaclint.text.words import WORD

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources

_DOUBLED = lazy(
    r"(?<![\p{L}\p{N}’'\-.])"
    r"(?P<word>\p{L}[\p{L}’']*+)(?: (?P<again>(?P=word)))++"
    r"(?![\p{L}\p{N}’'-]|\.\p{L})"
)
_TWICE = lazy(
    r"(?<![\p{L}\p{N}’'\-.])(?P<pair>(?P<first>\p{L}\p{Ll}*) (?!(?P=first) )(?P<second>\p{Ll}+))"
    r" (?=\p{Ll})(?i:(?P=pair))(?![\p{L}\p{N}’'-])(?! (?P=first)\b)"
)
_COUNTED = lazy(
    r"(?<![\p{L}\p{N}’'\-.,])(?P<pair>\p{N}{1,3}(?:[.,]\p{N}++)?+"
    r"(?: \p{Ll}{2,}+|(?: [\p{L}\p{N}]++){2,5}(?=,))),? (?P=pair)(?![\p{L}\p{N}’'-])"
)
_AGAIN = lazy(
    r"(?<![\p{L}\p{N}’'\-.])(?P<pair>\p{L}++(?: [\p{L}\p{N}]++){1,5})"
    r"(?:,?+ (?P<joiner>\p{Ll}{2,3}+))?"
    r" (?:(?P=pair)|(?=\p{Ll})(?i:(?P=pair)))(?![\p{L}\p{N}’'-])"
)
_JOINED = lazy(
    r"(?<![\p{L}\p{N}’'\-.])(?P<before>\p{L}\p{Ll}*+)"
    r" (?P<whole>(?P<word>\p{Ll}{3,}+) (?P<joiner>\p{Ll}+) (?P=word))(?= \p{Ll})"
)
_WHOLE = lazy(r"(?P<pair>\p{Lu}[\p{L}’']*+(?:,? [\p{L}\p{N}’'-]++){1,4}!?+) (?P=pair)(?= \p{Lu}|$)")
"""At the begin of a block, with nothing or another sentence behind it."""
BLOCKS = 2_000
"""What stands again in so many blocks is remembered, and at most in twice as many."""
_EMPTY_LINK = lazy(r"\[\s*+\]\(|<a\b[^<>]*+>\s*+</a>")
JUDGED = (
    "never",
    "maybe",
    "behind",
    "not-behind",
    "clauses",
    "nouns-before",
    "subjects",
    "verbs",
    "before-verbs",
    "only-subjects",
    "starts",
    "prepositions",
    "before-prepositions",
    "nouns",
    "behind-nouns",
    "twice",
    "twice-before",
    "twice-behind",
    "twice-fine",
    "twice-start",
    "determiners",
    "joiners",
    "articles",
    "owning",
    "pronouns",
    "ended",
    "unparted",
    "unowned",
    "staying",
    "equal",
    "parted",
)
_STOPS = ("", *".,;:!?)")
PAIR = 2
"""So many words that stand again are told by what they are, without a word between them."""
NEAR = 3
"""So many words before a pair may make it right."""
SURE, DOUBTFUL = "sure", "doubtful"


class _Pair(NamedTuple):
    """A word that stands twice or more, with what stands around it in its sentence."""

    word: str
    times: int
    earlier: list[str]
    following: str


def _is_never_right(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``in de de zorg``, unless it stands behind ``waar``: ``waar hij van van houdt``."""
    near = pair.earlier[-NEAR:]
    return pair.word in words["never"] and words["not-behind"].isdisjoint(near)


def _is_wrong_here(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``op het het gebied``, ``in in in de zorg``."""
    if pair.word not in words["maybe"]:
        return False
    return pair.times > 2 or pair.earlier[-1] in words["behind"]


def _is_verb(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Je krijgt krijgt een laptop``, ``Dat is is precies``: one verb stands behind the first
    subject of a sentence, or behind what may be one where the word is nothing but a verb.
    """
    before, is_first = pair.earlier[-1], pair.earlier[-2:-1] == [END]
    is_subject = before in words["subjects"]
    return is_first and (
        is_subject or (before in words["before-verbs"] and pair.word in words["verbs"])
    )


def _is_start(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Het het team``, ``Kun kun je``: no word stands twice at the begin of a sentence."""
    is_first = len(pair.earlier) == 1
    return is_first and (pair.word in words["starts"] or pair.following in words["subjects"])


def _is_preposition(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``verantwoordelijk voor voor de planning``: the first is no part of a verb."""
    is_behind = pair.earlier[-1] in words["before-prepositions"]
    return pair.word in words["prepositions"] and is_behind


def _is_noun(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Stuur je cv cv naar ons``: a noun with what belongs to it behind the second."""
    is_one = pair.word in words["nouns"] and pair.following in words["behind-nouns"]
    return is_one and words["clauses"].isdisjoint(pair.earlier)


def _is_conjunction(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``dat dat jij groeit``: the second is no subject, since another follows."""
    return pair.word in words["clauses"] and pair.following in words["only-subjects"]


def _owns_nothing(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Wij zijn zijn op zoek``: a verb that owns something too, with nothing behind it to own."""
    is_behind_subject = pair.earlier[-1] in words["subjects"]
    return pair.word in words["owning"] and is_behind_subject and pair.following in words["unowned"]


def _is_behind_end(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Wat we doen is is eenvoudig``: the clause ends before the first, so the second ends none;
    ``je werkt mee aan aan het rooster``: its verb has no part left.
    """
    before = pair.earlier[-1]
    is_verb = pair.word in words["verbs"] and before in words["ended"]
    return is_verb or (pair.word in words["prepositions"] and before in words["unparted"])


_MISTAKES = (
    _is_behind_end,
    _is_never_right, _is_wrong_here, _is_start, _is_verb, _is_preposition, _is_noun, _is_conjunction
)  # fmt: skip


def _ends_verb(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Je vult de lijst in in de ochtend``: the first belongs to a verb before it."""
    if pair.times > PAIR or not pair.following[:1].isalpha():
        return False
    return any(f"{each} {pair.word}" in words["parted"] for each in pair.earlier)


def _may_be_clauses(pair: _Pair, words: dict[str, frozenset[str]]) -> bool:
    """``Wie werkt werkt``, ``wat we doen doen we``, ``eten eten is``: two clauses meet, or a word
    is said to be what it is.
    """
    is_clause = not words["clauses"].isdisjoint(pair.earlier)
    stays = not words["staying"].isdisjoint(pair.earlier)  # "bij ons blijft werk werk"
    ends = not pair.following[:1].isalpha() or pair.following in words["joiners"]
    is_equal = ends and pair.earlier[-1] in words["equal"]  # "hier is vrijdag vrijdag"
    *_, third, second, joiner = ("", "", *pair.earlier)
    is_next = joiner in words["joiners"] and second == third  # "is werk werk en vrij vrij"
    return is_clause or stays or is_equal or is_next or pair.following in words["nouns-before"]


def _judged(pair: _Pair, words: dict[str, frozenset[str]] | None, allowed: frozenset[str]) -> str:
    """Whether a pair is a mistake: ``SURE``, ``DOUBTFUL`` or empty. What is allowed in any language
    may be one at the begin of a sentence.
    """
    if words is None:
        return "" if pair.word in allowed else DOUBTFUL
    if pair.word in allowed:
        is_sure = _is_start(pair, words) and pair.word in words["starts"]
        is_sure = is_sure or (_is_verb(pair, words) and pair.word in words["verbs"])
        is_sure = is_sure or _is_behind_end(pair, words)
        if is_sure or _is_conjunction(pair, words) or _owns_nothing(pair, words):
            return SURE
        return DOUBTFUL if pair.times > 2 and pair.word in words["clauses"] else ""
    if _ends_verb(pair, words):
        return ""
    if any(is_mistake(pair, words) for is_mistake in _MISTAKES):
        return SURE
    if pair.word in words["pronouns"] and pair.earlier[-1] in words["clauses"]:
        return ""  # "dat het het team goed doet"
    if pair.word in words["maybe"] or pair.word in words["never"]:
        return DOUBTFUL
    return "" if _may_be_clauses(pair, words) else DOUBTFUL


def check_doubled(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each doubled word within a block."""
    document = context.document
    for rule in rules:
        for block in document.blocks:
            words = document.words_in(block)
            if not any(map(eq, words, islice(words, 1, None))):
                continue
            end = -1
            haystack = document.lowered(block)
            cut = _Cut(block, document.reading.split(block.text))
            for start in _suspects(haystack):
                if start < end:
                    continue  # the third in a row
                match = _DOUBLED.match(haystack, start)
                if match is not None:
                    end = match.end()
                    yield from _found(context, rule, cut, match.span("word"), match.end())
        yield from _two_twice(context, rule)


def _two_twice(context: Context, rule: Rule) -> Iterator[Diagnostic]:
    """Two small words that stand twice, a preposition with its noun, or three words and more:
    ``bel je met je met de teamleider``, ``per week per week``, ``in de zorg in de zorg``, joined or
    not; one that is joined to itself: ``een vriendelijke en vriendelijke collega``; and a number
    with its unit, which is a remark: ``32 uur 32 uur``. A heading or call that stands there twice:
    ``About us About us``.
    """
    document, seen = context.document, context.resources.once(_seen)
    for block in context.blocks(rule):
        judged = rule.prepared["judged"].get(document.language_of(block), {})
        if not judged.get("twice"):
            continue
        again = seen.given(block.text, _said_again, block.text, document.words_in(block))
        for match in again.two:
            if _are_twice(match, judged):
                yield context.found(rule, block.span(*match.span()), word=match["pair"])
        for match in again.more:
            if _is_again(match, judged):
                span, pair = block.span(*match.span()), match["pair"]
                if any(map(str.isdigit, pair)):
                    yield _doubtful(context, rule, span, pair)
                else:
                    yield context.found(rule, span, word=pair)
        if again.whole and not any(_is_again(match, judged) for match in again.more):
            span = block.span(*again.whole.span())
            if "<" not in document.source.text[span.start : span.end]:  # one may be hidden
                yield context.found(rule, span, word=again.whole["pair"])
        for match in again.counted:
            yield _doubtful(context, rule, block.span(*match.span()), match["pair"])
        for match in again.joined:
            is_one = (
                match["before"].lower() in judged["determiners"]
                and match["word"] not in judged["twice-fine"]
            )
            if is_one and match["joiner"] in judged["joiners"]:
                yield context.found(rule, block.span(*match.span("whole")), word=match["word"])


def _are_twice(match: regex.Match[str], words: dict[str, frozenset[str]]) -> bool:
    """Whether two words cannot stand twice: ``to be to be``, ``of work of work``, ``looking for
    looking for`` and not ``word for word for``; at the begin of a sentence ``You will you will``.
    """
    first, second = match["first"].lower(), match["second"]
    if first != match["first"] and first in words["twice-start"]:
        return True
    if first in words["twice-before"] or (first in words["twice"] and second in words["twice"]):
        return True
    return second in words["twice-behind"] and first not in words["twice-fine"]


def _is_again(match: regex.Match[str], words: dict[str, frozenset[str]]) -> bool:
    """Whether three words and more stand again right behind themselves, or are joined to themselves
    with a word that is none of them: ``you feed the calves and you feed the calves``. Of two words
    only an article with its noun is joined to itself, with no verb or other noun behind it: ``the
    kitchen and the kitchen.``
    """
    joiner, pair = match["joiner"], match["pair"].lower().split()
    if len(pair) == PAIR:
        is_noun = joiner is not None and pair[0] in words["articles"]
        if not is_noun or match.string[match.end() :].lstrip()[:1] not in _STOPS:
            return False
    return joiner is None or (joiner in words["joiners"] and joiner not in pair)


class _Again(NamedTuple):
    """Where two words of a block stand again, where more of them do, where one is joined to
    itself, and where a number and its unit stand again; and where a block begins with what stands
    again right behind it.
    """

    two: Sequence[regex.Match[str]] = ()
    more: Sequence[regex.Match[str]] = ()
    joined: Sequence[regex.Match[str]] = ()
    counted: Sequence[regex.Match[str]] = ()
    whole: regex.Match[str] | None = None


def _seen(_resources: Resources) -> Memory[_Again]:
    """What stands again in blocks, by their text."""
    return Memory(BLOCKS)


def _said_again(text: str, words: list[str]) -> _Again:
    if len(frozenset(words)) == len(words):
        return _Again()
    joined = any(map(eq, words, islice(words, 2, None)))
    repeats = _repeats(words)
    return _Again(
        (*_TWICE.finditer(text),) if repeats else (),
        (*_AGAIN.finditer(text),) if repeats else (),
        (*_JOINED.finditer(text),) if joined else (),
        (*_COUNTED.finditer(text),) if repeats else (),
        _whole(text) if repeats else None,
    )


def _whole(text: str) -> regex.Match[str] | None:
    """A few words at the begin of a block that stand there twice (``About us About us``); none for
    a name, in which every word has a capital (``New York New York``).
    """
    match = _WHOLE.match(text)
    is_name = match is None or match["pair"].istitle() or match["pair"].isupper()
    return None if is_name else match


def _repeats(words: list[str]) -> bool:
    """Whether two words stand again two to seven words further on, as in all that is twice there
    and may be joined.
    """
    pairs = [*pairwise(words)]
    return len({*pairs}) < len(pairs) and any(
        b"\1\1" in bytes(map(eq, words, words[ahead:])) for ahead in range(2, 8)
    )


def _suspects(text: str) -> list[int]:
    """Where a word of a lower-case text is followed by a space and itself."""
    found = [(match[0], *match.span()) for match in WORD.finditer(text)]
    return [
        start
        for (one, start, end), (other, begin, _) in pairwise(found)
        if one == other and text[end:begin] == " "
    ]


REACH = 60
"""So many words of its sentence before a pair are looked at."""


class _Cut:
    """A block and the words of its sentence that was asked for last."""

    def __init__(self, block: Block, sentences: Sequence[tuple[int, int]]) -> None:
        self.block = block
        self._sentences = sentences
        self._end = 0
        self._tokens: list[Token] = []

    def pair_at(self, first: tuple[int, int], end: int) -> _Pair:
        """A word with the words of its sentence before it, and the one behind it."""
        text = self.block.text
        if end > self._end:
            at = bisect_right(self._sentences, first[0], key=lambda each: each[0]) - 1
            start, stop = self._sentences[at]
            self._end = max(end, stop)
            self._tokens = [
                Token(token.text, start + token.start, start + token.end)
                for token in tokens_of(text[start : self._end])
            ]
        before = bisect_left(self._tokens, first[0], key=lambda each: each.start)
        behind = bisect_left(self._tokens, end, key=lambda each: each.start)
        earlier = self._tokens[max(0, before - REACH) : before]
        return _Pair(
            text[slice(*first)].lower(),
            len(text[first[0] : end].split()),
            [END, *(token.text for token in earlier)],
            self._tokens[behind].text if behind < len(self._tokens) else END,
        )


def _found(
    context: Context, rule: Rule, cut: _Cut, first: tuple[int, int], end: int
) -> Iterator[Diagnostic]:
    document, block = context.document, cut.block
    written = block.text[first[0] : end].split()
    if written[-1][0].isupper() or len({each.isupper() for each in written}) > 1:
        return  # 'New New' and 'Dirk Dirk' are names, and so is the first of 'EN en FR'
    span = block.span(first[0], end)
    spelled = document.source.text[slice(*span)]
    if _EMPTY_LINK.search(spelled):
        return  # what the link shows is not known
    words = rule.prepared["judged"].get(document.language_of(block))
    judged = _judged(cut.pair_at(first, end), words, rule.prepared["allowed"])
    if judged == SURE:
        fixes: tuple[Fix, ...] = ()
        if spelled.split() == written:
            removed = Edit(block.span(*first).end, span.end, "")
            fixes = context.fix("remove", "safe", removed)
        yield context.found(rule, span, fixes=fixes, word=written[-1])
    elif judged:
        yield _doubtful(context, rule, span, written[-1])


def _doubtful(context: Context, rule: Rule, span: Span, word: str) -> Diagnostic:
    """A remark on what may be meant."""
    message = "doubtful" if context.says(rule, "doubtful") else ""
    return context.found(rule, span, word=word, message=message)._replace(severity="info")


def prepare_doubled(rule: Rule, preparation: Preparation) -> dict[str, Any]:
    """The words that may stand twice in any language, and by language how others are judged."""
    judged = {
        language: {name: frozenset(said.get(name, ())) for name in JUDGED}
        for language, said in rule.said.items()
        if "never" in said
    }
    return {"allowed": frozenset(all_said(rule, "allowed")), "judged": judged}


KIND = Kind(
    "doubled",
    check_doubled,
    {name: Key(LIST, by_language=True) for name in ("allowed", *JUDGED)},
    prepare_doubled,
    values=frozenset({"word"}),
)
