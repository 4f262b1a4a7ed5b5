"""What is left of a title when all that is not the job has gone: who is praised, where a number
files it, when it starts, who seeks.
"""

from collections.abc import Callable

from vaclint.facts.kinds.lexicon import Lexicon
from vaclint.facts.kinds.naming import (
    behind_called,
    is_anybody,
    is_people,
    names_job,
    names_jobs,
    speaks,
    starts_with,
    tokens_of,
    undressed,
)
from vaclint.facts.kinds.terms import before_terms
from vaclint.facts.kinds.words import words_of
from vaclint.text.patterns import lazy

MOST_CUTS = 6
"""A title has hardly more that is no part of it."""
LONGEST_TAIL = 4
"""What a title says of the vacancy's state at its end has no more words."""

_ENDING = lazy(r"(?<=\p{L}{3})(?:\(\p{Ll}{1,4}\)|/-\p{Ll}{1,5}\b)")
"""A second ending of a word, for the other sex or for several: `cook(s)`, `Lehrer/-in`."""
_FILED = lazy(
    r"^(?<call>(?:[\p{L}.]{1,14}\s)?)(?<code>[\p{Lu}]{0,6}[-#]?\d[\d./_-]*)\)?\s?[:–—-]?\s"
)
"""A number at the begin, perhaps behind the word that says what it is: `Ref. 2031-17 Cook`."""
_LAST_FILED = lazy(
    r"\s?[(\[](?<call>(?:[\p{L}.]{1,14}\s)?)(?<code>\p{Lu}{0,6}[-#]?\d[\d./_-]*)[)\]]$"
)
_CODE = lazy(r"\d\D*\d\D*\d")
_AGE = lazy(r"\s?\(\s?\d{2}\s?(?:\+|-\s?\d{2}\+?)\s?\)|\s\d{2}\+$")
"""How old one must be: `(16+)`."""
_ENDS = " !.,:;–—-|"


def bare(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Ref. 2031-17 Enthusiastic cook(s) wanted at Leeds – immediate start!`: each cut is
    made only where a job is left. Linear but for a few rounds.
    """
    for _ in range(MOST_CUTS):
        shorter = _cut(text, lexicon)
        if not shorter:
            break
        text = shorter
    return text


def _cut(text: str, lexicon: Lexicon) -> str:
    """A title without the first thing that is no part of it; empty where nothing is."""
    for cut in _CUTS:
        shorter = undressed(cut(text, lexicon)).rstrip(_ENDS)
        if shorter and shorter != text and _is_job(shorter, lexicon):
            return shorter
    return ""


def _is_job(text: str, lexicon: Lexicon) -> bool:
    is_job = names_job(text, lexicon) or names_jobs(text, lexicon)
    return is_job and not is_anybody(text, lexicon) and not is_people(text, lexicon)


def _without_ending(text: str, lexicon: Lexicon) -> str:
    return _ENDING.sub("", text)


def _without_number(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Ref. 2031-17 Cook`, `JOB-104: Cook` and `Cook (2031-17)`."""
    found = _FILED.match(text) or _LAST_FILED.search(text)
    if not found:
        return text
    call = tuple(words_of(found["call"]))
    is_called = call in lexicon.starts["reference"] | lexicon.starts["lead"]
    is_code = is_called if call else _CODE.search(found["code"]) is not None
    return text[: found.start()] + text[found.end() :] if is_code else text


def _without_age(text: str, lexicon: Lexicon) -> str:
    return _AGE.sub("", text)


def _without_sign(text: str, lexicon: Lexicon) -> str:
    return text.rstrip(" !") if text.endswith("!") else text


def _without_merits(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Enthusiastic and experienced cook`."""
    tokens, words = tokens_of(text)
    merits, joins = lexicon.starts["merits"], lexicon.starts["terms_join"]
    at = 0
    while at < len(words) - 1 and (
        (words[at],) in merits or (at and (words[at],) in joins and (words[at + 1],) in merits)
    ):
        at += 1
    return " ".join(tokens[at:])


def _before_merits(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook with a passion for soup`."""
    tokens, words = tokens_of(text)
    merits = lexicon.starts["merits_behind"]
    ends = (at for at in range(1, len(words)) if starts_with(words[at:], merits))
    return " ".join(tokens[: next(ends, len(tokens))])


def _before_called(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook wanted for 3 days a week`."""
    tokens, words = tokens_of(text)
    called = lexicon.starts["called"]
    ends = (at for at in range(1, len(words)) if (words[at],) in called and tokens[at].islower())
    return " ".join(tokens[: next(ends, len(tokens))])


def _before_state(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook – immediate start`, `Cook ASAP` and `Cook [filled]`."""
    tokens, words = tokens_of(text)
    for length in range(min(LONGEST_TAIL, len(words) - 1), 0, -1):
        state = tuple(words_of(" ".join(tokens[-length:])))
        if state in lexicon.starts["state"] or state in lexicon.starts["called"]:
            return " ".join(tokens[:-length]).rstrip("([ ")
    return text


def _behind_state(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `CLOSED: Cook` and `[Filled] Cook`."""
    tokens, words = tokens_of(text)
    length = starts_with(words, lexicon.starts["state"])
    is_set_off = length and tokens[length - 1][-1] in ":]!)"
    return " ".join(tokens[length:]) if is_set_off else text


def _before_question(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `Cook, is that you?`."""
    before, sign, behind = text.partition(", ")
    return before if sign and text.endswith("?") and speaks(behind, lexicon) else text


def _behind_house(text: str, lexicon: Lexicon) -> str:
    """`Cook` of `University of Leeds – Cook`: the first piece begins with what the house is."""
    pieces = _PIECE.split(text)
    is_house = len(pieces) > 1 and tuple(words_of(pieces[0])[:1]) in lexicon.starts["house"]
    is_house = is_house and pieces[0][:1].isupper() and not names_job(pieces[0], lexicon)
    return text[len(pieces[0]) :].lstrip(" –—-|·•:") if is_house else text


_PIECE = lazy(r"\s[|–—·•-]\s|:\s")

_CUTS: tuple[Callable[[str, Lexicon], str], ...] = (
    *(_without_sign, _behind_state, _without_number, _without_ending, _without_age),
    *(behind_called, _before_question, _before_state, _before_called, _behind_house),
    *(_without_merits, _before_merits, before_terms),
)
