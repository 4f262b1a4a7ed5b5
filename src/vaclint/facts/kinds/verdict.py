"""Whether a text is a vacancy, another text, or may be either: by groups of evidence.

Each group counts once, however many of its phrases there are; how many groups there are counts
most. The weights are the same for all languages and come from a logistic regression with fixed
signs over labelled texts, rounded to halves (`bench/train_kind.py`). Two vetoes come first.
"""

import math
from collections.abc import Mapping
from typing import Literal

from vaclint.facts.kinds.evidence import Evidence, Found
from vaclint.facts.kinds.gather import BREADTH, HELPERS, gather
from vaclint.facts.kinds.lexicon import Lexicon, Weights
from vaclint.facts.kinds.naming import starts_with
from vaclint.facts.kinds.placeholders import PLACEHOLDERS, placeholders
from vaclint.facts.kinds.title import Title
from vaclint.facts.kinds.words import words_of
from vaclint.model.reading import Reading
from vaclint.text.named import NamedTuple

Kind = Literal["vacancy", "other", "unsure"]


SOUGHT = (
    *("seek", "invite", "amount", "hours", "contract", "apply", "contact", "deadline"),
    *("keys", "many keys", "layout", "title wanted", "title volunteers"),
    "folder",
)
OFFERED = (*SOUGHT, "offer", "pay", "headings")
"""Without any of these nobody offers a job: a text that tells what the work is and what it takes
may be about a profession, unless an employer speaks of itself, or in a longer text to the reader.
"""

LISTED = frozenset(("not title list", "not jobs listed"))
"""A page with both is a list of vacancies, and at most `unsure`: none of them is whole."""

BLANK = "not placeholders"
WORDS_TO_GAP = 60
"""Among so many words for each, gaps are forgotten, and the text may be a vacancy."""


SUBSTANCE = (
    *("tasks", "demands", "offer", "pay", "amount", "hours", "contract", "deadline"),
    *("many keys", HELPERS),
)
"""A page that names no job in its title and says nothing of these asks whoever will to write."""

TOLD = "addressed"
"""That a text tells its reader what they do makes it no other text, and no vacancy either."""

ANOTHER = (
    *("not course", "not legal", "not list", "not news", "not person", "not profession"),
    *("not recruiting", "not howto", "not asked", "not article"),
)
FULL = 0.9
"""A text that has so much of another kind is never surely a vacancy, whatever else it says."""


class KindReason(NamedTuple):
    """The kind, how probable a vacancy is, and what it rests on, weightiest first."""

    kind: str
    """One of the three of ``Kind``."""
    probability: float
    for_: tuple[Found, ...] = ()
    against: tuple[Found, ...] = ()
    missing: tuple[str, ...] = ()
    because: str = ""
    """Who says so, where it is told and not guessed."""


def detect_kind(evidence: Evidence, title: Title, lexicon: Lexicon, reading: Reading) -> KindReason:
    """The kind of a text. Linear in its words: one look-up for each, and some for the titles."""
    if evidence.has_posting:
        return KindReason("vacancy", 1.0, (Found("posting", -1, ""),))
    weights = lexicon.weights
    stop = veto(evidence, title, lexicon)
    if stop and (stop.group != BLANK or not _is_written(evidence)):
        return KindReason("other", 0.0, against=(stop,))
    values, found = gather(evidence, title, lexicon, reading)
    score = weights.constant + sum(
        weights.groups.get(name, 0.0) * value for name, value in values.items()
    )
    probability = _probability(score)
    told = weights.groups.get(TOLD, 0.0) * values.get(TOLD, 0.0)
    kind: Kind = "unsure"
    if _probability(score - told) >= weights.surely(values):
        another = max(values.get(name, 0.0) for name in ANOTHER) >= FULL
        listed = values.keys() >= LISTED
        empty = "title job" not in values and values.keys().isdisjoint(SUBSTANCE)
        if not (stop or another or listed or empty) and _is_offered(evidence, values, lexicon):
            kind = "vacancy"
    elif stop or probability < weights.low:
        kind = "other"
    reason = _reason(kind, probability, values, found, weights)
    return reason._replace(against=(stop, *reason.against)) if stop else reason


def _probability(score: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _is_written(evidence: Evidence) -> bool:
    """Whether the gaps of a text are few among its words: forgotten ones, and no template's."""
    return sum(map(len, evidence.words)) >= WORDS_TO_GAP * len(placeholders(evidence))


def _is_offered(evidence: Evidence, values: Mapping[str, float], lexicon: Lexicon) -> bool:
    """Whether somebody offers a job, by what is said or by who speaks to whom."""
    if not values.keys().isdisjoint(OFFERED if "short" in values else SOUGHT):
        return True
    speaks = lexicon.starts["employer"]
    if "short" not in values:
        speaks = speaks | lexicon.starts["reader"]
    return any((word,) in speaks for words in evidence.words for word in words)


def _reason(
    kind: Kind,
    probability: float,
    values: dict[str, float],
    found: dict[str, Found],
    weights: Weights,
) -> KindReason:
    effect = {name: weights.groups.get(name, 0.0) * value for name, value in values.items()}
    ordered = sorted(found, key=lambda name: -abs(effect.get(name, 0.0)))
    return KindReason(
        kind,
        probability,
        tuple(found[name] for name in ordered if effect.get(name, 0.0) > 0),
        tuple(found[name] for name in ordered if effect.get(name, 0.0) < 0),
        tuple(name for name in BREADTH if not values.get(name)),
    )


def veto(evidence: Evidence, title: Title, lexicon: Lexicon) -> Found | None:
    """What makes a text another one whatever it holds: a title of thanks, blanks to fill in."""
    heads = [each.text for each in evidence.blocks if each.kind == "heading"][:2]
    for text in (title.text, evidence.page_title, *heads):
        if starts_with(words_of(text), lexicon.starts["thanks"]):
            return Found("not thanks", title.block, text)
    blanks = placeholders(evidence)
    if len(blanks) >= PLACEHOLDERS:
        return Found("not placeholders", -1, ", ".join(blanks[:PLACEHOLDERS]))
    return None
