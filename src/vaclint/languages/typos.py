"""What a word that is in no list was meant to be, after the errors that people make in typing and
spelling.

An error costs what it is unlikely: a letter left out, doubled, typed twice or before its time, a
key beside the one meant, or letters that sound the same cost little; any other letter costs much.
A candidate is worth the logarithm of how often it is used, less the cost (the noisy channel of
Kernighan, Church and Gale 1990). It is ``sure`` only when it is much used, cheap, and far better
than the next one; otherwise the word can be named, without advice. A candidate that is used less
than what stands there is none. Letters, keys and sounds are data.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, Protocol

from vaclint.text.named import NamedTuple

SECTION = "typing"
"""The section of a pack; a language without one has no model of typing errors."""
LONGEST = 40
"""A longer word is none."""
SHORTEST_MEANT = 3
"""A shorter function word is too near too many words to be the one that is meant."""
SHORTEST_NAME = 6
"""A shorter word may be another name."""
REPEATED = (2, 3, 4)
"""So many letters may be typed twice in a row."""
APART = 3
"""An error takes so many letters at most that both words have in its place."""
FAR = 10
"""So many times the use of the next one makes one of two corrections clear."""


class Lexicon(Protocol):
    """The words of a language."""

    def frequency(self, word: str) -> int:
        """How often a listed form is used; 0 for one that is not listed."""

    def is_listed(self, word: str) -> bool:
        """Whether a form is listed, and so used at least once."""

    def begun(self, word: str) -> int:
        """How many letters a word has in common with the begin of a listed one, at most."""

    def knows(self, word: str) -> str:
        """How a word is known: ``listed``, ``compound``, or empty."""

    def is_variant(self, word: str) -> bool:
        """Whether a word is a listed one in another spelling that is right too."""

    def respelled(self, word: str) -> Iterable[tuple[str, str, str]]:
        """A word with the letters of the listed spelling in the place of another one, with those
        it had and those it has.
        """

    def firmness(self, word: str) -> float:
        """How firmly a word can be read as a compound."""

    def differs_by_link(self, word: str, other: str) -> bool:
        """Whether two words are the same compound but for what stands between its parts."""

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is known to be usual in the texts at hand."""


class OrdinaryLexicon:
    """The words of a language, of which some are used in the texts at hand more than elsewhere."""

    def __init__(self, lexicon: Lexicon, ordinary: frozenset[str], least: int) -> None:
        """``ordinary`` words that are listed count as used ``least`` times at least."""
        self.is_listed = lexicon.is_listed
        self.begun = lexicon.begun
        self.knows = lexicon.knows
        self.is_variant = lexicon.is_variant
        self.respelled = lexicon.respelled
        self.firmness = lexicon.firmness
        self.differs_by_link = lexicon.differs_by_link
        self._frequency = lexicon.frequency
        self._ordinary = ordinary
        self._least = least
        self.is_ordinary = ordinary.__contains__

    def frequency(self, word: str) -> int:
        """How often a listed form is used; 0 for one that is not listed."""
        used = self._frequency(word)
        return max(used, self._least) if used and word in self._ordinary else used


class Correction(NamedTuple):
    """What a word was meant to be; without a word where that is in doubt, so that the word can
    be named but not mended.
    """

    replacement: str
    sure: bool


class Price(NamedTuple):
    """How unlikely each kind of error is."""

    swap: float
    double: float
    omit: float
    extra: float
    key: float
    vowel: float
    other: float
    sound: float
    mark: float
    weight: float
    repeat: float = 2.6
    """Some letters that stand there twice: ``werkerkervaring``."""
    compound: float = 99.0
    """That a compound is none of the list."""


class Limit(NamedTuple):
    """From where on a correction is sure, or a word named."""

    margin: float
    shortest: int
    long: int
    least_long: int
    least_short: int
    least_known: int
    least_cheap: int
    common_known: int
    shortest_known: int
    least_part: int
    least_capital: int
    shortest_capital: int
    dearest: float
    dearest_short: float
    dearest_shortest: float
    dearest_common: float
    least_common: int
    part: int
    named: float
    least_named: int
    cheaper: float = 99.0
    """By how much a correction must cost less than the next one to be clear without a margin."""
    least_made: int = 0
    """How often a correction of a word that is made of listed ones must be used; 0: never."""
    least_twice: int = 0
    """How often a correction must be used for two errors of sound or doubling in one word; 0: only
    two letters doubled or single count, however often it is used.
    """
    least_glued: int = 0
    """How often a word must be used that is written as one with a short one."""
    weak: float = 0.0
    """How firm a reading as a compound is that outweighs no listed word beside it."""
    least_link: int = 0
    """How often a compound must be used that differs from another in its link only."""
    least_ordinary: int = 0
    """How often a word that is ordinary in the texts at hand counts as used at least."""
    least_form: int = 0
    """How often a word must be used whose begin would be listed too if it were a word; 0: never."""
    least_made_of: int = 0
    """How often the words must be used that an unlisted one may be made of (``slide`` and ``show``;
    ``pre`` and ``signed``; ``commit`` and ``er``) where only an unlikely error makes it a listed
    one; 0: never.
    """
    dearest_rare: float = 0.0
    """What two letters in the wrong order cost at most in a long word that is meant as a listed one
    however seldom that is used, where there is no other; 0: never.
    """
    least_capital_twice: int = 0
    """How often a correction with two such errors must be used for a word that may be a name; 0:
    never.
    """


class Costs(NamedTuple):
    """What errors cost in a language, its letters, keys and sounds."""

    letters: str
    vowels: str
    neighbours: Mapping[str, str]
    sounds: Mapping[str, tuple[tuple[str, str], ...]]
    """Letters, and what sounds the same, by the first of the letters."""
    marks: Mapping[str, str]
    endings: tuple[str, ...]
    exchanged: tuple[tuple[str, str], ...]
    """Last letters that make another form of a word, each with the one it stands for."""
    made: tuple[tuple[str, str], ...]
    """Endings that people put to a word as it stands, each with what it should be."""
    price: Price
    limit: Limit
    glued: tuple[str, ...] = ()
    """Short words that are written as one with their neighbour by mistake."""
    trailing: tuple[str, ...] = ()
    """Those that are so only with the word before them: with one behind they make new words."""
    paired: frozenset[str] = frozenset()
    """Short words of which two are never one word, unless it is listed."""
    opening: frozenset[str] = frozenset()
    """Words that open a sentence, and with one of ``opened`` behind them are two (``Weoffer``)."""
    opened: frozenset[str] = frozenset()
    hyphened: tuple[str, ...] = ()
    """Words that have a hyphen behind the word before them: ``evidence-based``."""
    hyphened_before: tuple[str, ...] = ()
    """Those that have one before the word behind them: ``self-motivated``."""
    prefixes: tuple[str, ...] = ()
    """What makes a word of another before it: ``presigned``."""
    doers: tuple[str, ...] = ()
    """What makes who does something of a verb: ``committers``."""
    loans: tuple[tuple[str, str], ...] = ()
    """What stands around a word of another language in a form of it: ``gerenderd``."""


def costs_of(data: Mapping[str, Any]) -> Costs:
    """The costs that the section of a pack gives."""
    pairs = [pair.split() for pair in data["sounds"]]
    return Costs(
        data["letters"],
        data["vowels"],
        _neighbours(data["keys"]),
        _by_first((a, b) for one, two in pairs for a, b in ((one, two), (two, one))),
        data["marks"],
        tuple(data["endings"]),
        tuple((made, given) for made, given in data.get("exchanged", ())),
        tuple((wrong, right) for wrong, right in data.get("made", ())),
        Price(**data["price"]),
        Limit(**{name.replace("-", "_"): value for name, value in data["limit"].items()}),
        tuple(data.get("glued", ())),
        tuple(data.get("trailing", ())),
        frozenset((*data.get("glued", ()), *data.get("trailing", ()), *data.get("paired", ()))),
        frozenset(data.get("opening", ())),
        frozenset(data.get("opened", ())),
        tuple(data.get("hyphened", ())),
        tuple(data.get("hyphened-before", ())),
        tuple(data.get("prefixes", ())),
        tuple(data.get("doers", ())),
        tuple((before, behind) for before, behind in data.get("loans", ())),
    )


def _by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for pair in pairs:
        first = pair[0][0]
        found[first] = (*found.get(first, ()), pair)
    return found


def _neighbours(rows: list[str]) -> dict[str, str]:
    """The keys beside each key, of rows that are shifted by half a key each."""
    found: dict[str, set[str]] = {}
    for at, row in enumerate(rows):
        for place, key in enumerate(row):
            near = {row[i] for i in (place - 1, place + 1) if 0 <= i < len(row)}
            for other, shift in ((at - 1, (0, 1)), (at + 1, (-1, 0))):
                if 0 <= other < len(rows):
                    near |= {
                        rows[other][place + step]
                        for step in shift
                        if 0 <= place + step < len(rows[other])
                    }
            found.setdefault(key, set()).update(near)
    return {key: "".join(sorted(near)) for key, near in found.items()}


def function_word_of(word: str, function_words: Container[str], costs: Costs) -> str:
    """The function word that a lower-case word means with one likely error in it (``wiht``,
    ``vna``); empty for none, and where two are as likely.
    """
    dearest: dict[str, float] = {}
    for each, cost in _edits(word, costs, function_words.__contains__):
        if cost <= costs.price.key and len(each) >= SHORTEST_MEANT:
            dearest[each] = min(cost, dearest.get(each, cost))
    least = min(dearest.values(), default=0.0)
    likely = [each for each, cost in dearest.items() if cost == least]
    return likely[0] if len(likely) == 1 else ""


def _are_near(word: str, other: str) -> bool:
    """Whether two words may be one error apart: but for a few letters the shorter is the begin and
    the end of the longer.
    """
    short = min(len(word), len(other))
    if max(len(word), len(other)) - short > REPEATED[-1]:
        return False
    begin = 0
    while begin < short and word[begin] == other[begin]:
        begin += 1
    end = 0
    while end < short - begin and word[-1 - end] == other[-1 - end]:
        end += 1
    return begin + end >= short - APART


def name_of(word: str, names: Mapping[str, str], costs: Costs) -> str:
    """The name, of those by their letters in lower case, that a lower-case word means with one
    error in it; empty for none, and for a word that is one or begins with it (``Whatsapps``).
    """
    if len(word) < SHORTEST_NAME or word in names or not any(_are_near(word, n) for n in names):
        return ""
    dearest = costs.price.extra if len(word) < costs.limit.long else costs.price.other
    near = _edits(word, costs, names.__contains__)
    found = (each for each, cost in near if cost <= dearest and not word.startswith(each))
    return next((names[each] for each in found), "")


def fine_word_of(word: str, fine: Container[str], costs: Costs) -> str:
    """The word that the list lacks and that is fine here (``frontend``) which a lower-case word
    means with two letters in the wrong order, one left out, or one doubled; empty for none, for
    two, and for a form of one. A letter that sounds like another is another spelling.
    """
    price = costs.price
    if len(word) < SHORTEST_NAME or not costs.limit.dearest_rare:
        return ""
    near = {
        each
        for each, cost in _edits(word, costs, fine.__contains__)
        if cost in (price.swap, price.omit, price.double) and len(each) >= SHORTEST_NAME
    }
    best = next(iter(near), "")
    return best if len(near) == 1 and not _is_form(word, best, 0, costs) else ""


def correction(
    word: str, lexicon: Lexicon, costs: Costs, *, capital: bool = False
) -> Correction | None:
    """What a lower-case word without signs was meant to be; nothing when it is a word, or may be
    one. Where no listed word is meant, it may be one in another spelling that is right, or two
    without the space between them.
    """
    found = _mistyped(word, lexicon, costs, capital=capital)
    if found and found.replacement:
        return found
    respelled = _respelled(word, lexicon, costs, capital=capital)
    return respelled or _unglued(word, lexicon, costs, capital=capital) or found


def _respelled(word: str, lexicon: Lexicon, costs: Costs, *, capital: bool) -> Correction | None:
    """What a word was meant to be whose right spelling is not the listed one (``orginise``)."""
    for respelled, had, has in lexicon.respelled(word):
        meant = _mistyped(respelled, lexicon, costs, capital=capital)
        if meant and meant.sure and has in meant.replacement:
            better = meant.replacement.replace(has, had)
            is_other = better != word and lexicon.is_variant(better)
            return Correction(better, True) if is_other else None
    return None


def _unglued(word: str, lexicon: Lexicon, costs: Costs, *, capital: bool) -> Correction | None:
    """Two words written as one, of which one is short and the other much used (``abilityto``), or
    both are short and of few (``ofthe``, ``Weoffer``); or a word and one that has a hyphen beside
    it (``evidencebased``).
    """
    if not costs.glued or lexicon.knows(word):
        return None
    if not costs.limit.shortest <= len(word) <= LONGEST or not word.isalpha():
        return None  # that'll, could've
    for at in range(2, len(word) - 1):
        is_opened = word[:at] in costs.opening and word[at:] in costs.opened
        if is_opened or (word[:at] in costs.paired and word[at:] in costs.paired):
            return Correction(f"{word[:at]} {word[at:]}", True)
    if capital:
        return None
    behind = (*costs.glued, *costs.trailing)
    pairs = [(short, word.removeprefix(short)) for short in costs.glued if word.startswith(short)]
    pairs += [(word.removesuffix(short), short) for short in behind if word.endswith(short)]
    limit = costs.limit
    for first, second in pairs:
        long = max(first, second, key=len)
        if len(long) >= limit.part and lexicon.frequency(long) >= limit.least_glued:
            return Correction(f"{first} {second}", True)
    pairs = [(word.removesuffix(one), one) for one in costs.hyphened if word.endswith(one)]
    pairs += [
        (one, word.removeprefix(one)) for one in costs.hyphened_before if word.startswith(one)
    ]
    for first, second in pairs:
        both = (first, second)
        is_long = min(map(len, both)) >= limit.part
        if is_long and min(map(lexicon.frequency, both)) >= limit.least_part:
            return Correction(f"{first}-{second}", True)
    return None


def _mistyped(word: str, lexicon: Lexicon, costs: Costs, *, capital: bool) -> Correction | None:
    """What a word is with an error in its letters.

    ``capital``: it stood with a capital where a sentence or line begins, and may be a name; then
    only what is beyond doubt, cheap and much used.

    Linear in the length of the word for the edits, each one look-up: some hundred for a word of
    ten letters, and fewer where no listed word begins as it does.
    """
    known, limit = lexicon.knows(word), costs.limit
    if not limit.shortest <= len(word) <= LONGEST:
        return None
    if known == "listed":
        is_name = capital and len(word) < limit.shortest_capital
        return None if is_name else _doubling(word, lexicon, costs)
    ended = _ended_otherwise(word, lexicon, costs) if known else ""
    if ended:
        return Correction(ended, True)
    ranked = sorted(
        _worth(word, lexicon, costs, known, is_name=capital).items(),
        key=lambda pair: (-pair[1][0], pair[0]),
    )
    if not ranked:
        return None
    marked = (pair for pair in ranked if pair[1][1] <= costs.price.mark)
    best, (worth, cost) = next(marked, ranked[0])
    used = lexicon.frequency(best)
    if not known and cost > costs.price.omit and _is_made(word, lexicon, costs):
        return None
    if cost > costs.price.double and _is_form(word, best, used, costs):
        return None
    if known and not _outweighs(word, best, cost, used, lexicon, costs):
        return None
    if capital and not _is_plain(word, cost, used, costs):
        return None
    others = [each for better, each in ranked if better != best]
    is_clear = cost <= costs.price.mark or not others or _is_far(worth, cost, others[0], costs)
    is_common = not others and cost <= limit.dearest_common and used >= limit.least_common
    is_swapped = not others and cost == costs.price.swap <= limit.dearest_rare
    is_rare = is_swapped and len(word) >= limit.long and not capital
    if is_clear and (known or is_common or is_rare or _is_sure(word, cost, used, costs)):
        return Correction(best, True)
    if len(word) >= limit.long and not known and not capital:
        usual = _usual(ranked, lexicon, costs)
        if usual:
            return Correction(usual, True)
    is_named = worth >= limit.named and used >= limit.least_named
    return Correction("", False) if is_named and not capital else None


def _is_made(word: str, lexicon: Lexicon, costs: Costs) -> bool:
    """Whether a word may be two much used ones, one behind a prefix, or who does what a verb says,
    where the language writes these as one without listing them all.
    """
    least, part = costs.limit.least_made_of, costs.limit.part
    if not least:
        return False

    def is_used(stem: str) -> bool:
        return len(stem) >= part and lexicon.frequency(stem) >= least

    if any(is_used(word[:at]) and is_used(word[at:]) for at in range(part, len(word) - part + 1)):
        return True
    if any(is_used(word.removeprefix(each)) for each in costs.prefixes if word.startswith(each)):
        return True
    stems = (word.removesuffix(each) for each in costs.doers if word.endswith(each))
    return any(any(map(is_used, _bases(stem))) for stem in stems)


def _bases(stem: str) -> tuple[str, ...]:
    """The verbs that a stem before an ending may be of: ``committ``, ``disqualifi``, ``writ``."""
    last = stem[-1:]
    again = stem[:-1] if stem.endswith(2 * last) else stem
    return again, stem + "e", stem[:-1] + "y" if last == "i" else stem


def _ended_otherwise(word: str, lexicon: Lexicon, costs: Costs) -> str:
    """The listed word that one which can be read as a compound is with its ending as it should be:
    ``vertrouw`` and ``lijk`` are ``vertrouwelijk``. Endings of a few letters say too little.
    """
    for end, right in costs.made:
        if len(end) >= costs.limit.part and word.endswith(end):
            better = word.removesuffix(end) + right
            if lexicon.frequency(better) >= costs.limit.least_made:
                return better
    return ""


def loaned(word: str, costs: Costs) -> Iterator[str]:
    """What may be the word of another language in a form of one's own: ``render``."""
    for before, behind in costs.loans:
        stem = word.removeprefix(before).removesuffix(behind)
        is_there = word.startswith(before) and word.endswith(behind)
        if is_there and costs.limit.part <= len(stem) == len(word) - len(before) - len(behind):
            yield stem


def _doubling(word: str, lexicon: Lexicon, costs: Costs) -> Correction | None:
    """The much used word that a word made of a listed one and an ending is but for a letter doubled
    or single, or for the way the ending is put: ``prefer`` and ``ed``, meant as ``preferred``;
    ``include`` and ``ing``. Nothing for one that is listed itself.
    """
    least = costs.limit.least_made
    if not least or not word.isalpha() or lexicon.frequency(word) or lexicon.is_variant(word):
        return None
    cheap = [each for each in _near(word, lexicon, costs) if each[1] <= costs.price.omit]
    near = {better for better, cost in cheap if cost <= costs.price.double}
    near |= {word[: -len(end)] + right for end, right in costs.made if word.endswith(end)}
    used = sorted(((lexicon.frequency(better), better) for better in near), reverse=True)
    most, best = used[0] if used else (0, "")
    is_alone = len(used) < 2 or used[1][0] * FAR <= most
    other = max((lexicon.frequency(better) for better, _ in cheap if better not in near), default=0)
    is_likely = most >= least and is_alone and other <= most * FAR**2
    return Correction(best, True) if is_likely else None


def _usual(ranked: list[tuple[str, tuple[float, float]]], lexicon: Lexicon, costs: Costs) -> str:
    """Of corrections that are worth about the same the one that texts at hand use, or the one of
    those that takes the likeliest error; empty where that is in doubt too.
    """
    least = ranked[0][1][0] - costs.limit.margin
    usual = [(cost, better) for better, (worth, cost) in ranked if worth >= least]
    usual = sorted((cost, better) for cost, better in usual if lexicon.is_ordinary(better))
    is_clear = len(usual) == 1 or (len(usual) > 1 and usual[0][0] < usual[1][0])
    return usual[0][1] if is_clear and usual[0][0] <= costs.price.omit else ""


def _is_far(worth: float, cost: float, other: tuple[float, float], costs: Costs) -> bool:
    """Whether a correction is worth much more than the next one, or the error in it far likelier
    (``edting`` for ``editing``, however often ``eating`` is used).
    """
    next_worth, next_cost = other
    is_cheaper = next_cost - cost >= costs.limit.cheaper and worth >= next_worth
    return is_cheaper or worth - next_worth >= costs.limit.margin


def _outweighs(
    word: str, better: str, cost: float, used: int, lexicon: Lexicon, costs: Costs
) -> bool:
    """Whether a correction is used so much that it outweighs a reading as a compound: by a letter
    more or less in a long word, or cheaply (``noot-zakelijk``, ``meet-een``). The less its parts
    are used, the less firm that reading is (``magazijn-mede-weker``); another link is no error.
    """
    limit, firmness = costs.limit, lexicon.firmness(word)
    if math.log10(used) - cost < firmness - costs.price.compound:
        return False
    if used < limit.least_link and lexicon.differs_by_link(word, better):
        return False
    if firmness <= limit.weak and len(word) > limit.long and cost <= costs.price.omit:
        return True
    if len(word) >= limit.long and len(word) != len(better) and used >= limit.least_known:
        return True
    if len(word) < limit.shortest_known:
        return False
    is_cheap = cost <= costs.price.omit and used >= limit.least_cheap
    return is_cheap or (cost <= costs.price.key and used >= limit.common_known)


def _is_plain(word: str, cost: float, used: int, costs: Costs) -> bool:
    """Whether a word that may be a name is an error all the same."""
    limit = costs.limit
    if cost <= costs.price.mark:
        return True
    if cost > costs.price.omit:
        least = limit.least_capital_twice
        is_twice = cost <= 2 * max(costs.price.sound, costs.price.double)
        return bool(least) and is_twice and used >= least and len(word) > limit.long
    return used >= limit.least_capital and len(word) >= limit.shortest_capital


def _is_sure(word: str, cost: float, used: int, costs: Costs) -> bool:
    """Whether a correction is cheap and much used, as the length of the word asks."""
    limit = costs.limit
    if cost <= costs.price.mark:
        return True
    if len(word) >= limit.long:
        return cost <= limit.dearest and used >= limit.least_long
    is_shortest = len(word) == limit.shortest
    dearest = limit.dearest_shortest if is_shortest else limit.dearest_short
    return cost <= dearest and used >= limit.least_short


def _worth(
    word: str, lexicon: Lexicon, costs: Costs, known: str, *, is_name: bool = False
) -> dict[str, tuple[float, float]]:
    """The candidates, with what each is worth and what it costs; errors in two places or in a
    part only where there is no other.
    """
    near = (*_near(word, lexicon, costs), *_marked(word, costs))
    found = _listed(word, near, lexicon, costs)
    if known:
        return {better: worth for better, worth in found.items() if lexicon.frequency(better)}
    if not found and len(word) >= costs.limit.long:
        if not is_name or costs.limit.least_capital_twice:
            found = _listed(word, _twice(word, lexicon, costs), lexicon, costs)
        if not found and not is_name:
            found = _listed(word, _in_parts(word, lexicon, costs), lexicon, costs, parts=True)
    return found


def _listed(
    word: str,
    candidates: Iterable[tuple[str, float]],
    lexicon: Lexicon,
    costs: Costs,
    *,
    parts: bool = False,
) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for candidate, cost in candidates:
        used = lexicon.frequency(candidate)
        if not used and not (cost <= costs.price.mark or parts):
            continue
        worth = math.log10(max(used, costs.limit.least_long // 2)) - costs.price.weight * cost
        if not used and lexicon.knows(candidate) != "compound":
            continue
        if candidate != word and worth > found.get(candidate, (-99.0, 0.0))[0]:
            found[candidate] = worth, cost
    return found


def _twice(word: str, lexicon: Lexicon, costs: Costs) -> Iterator[tuple[str, float]]:
    """A word with two letters doubled or single, in two places; or with two errors of sound or
    doubling, where it is meant to be a word that is much used.
    """
    double, least = costs.price.double, costs.limit.least_twice
    dearest = max(double, costs.price.sound) if least else double
    once = {
        candidate: cost
        for candidate, cost in _edits(word, costs, only_cheap=True)
        if cost <= dearest
    }
    for candidate, cost in once.items():
        for again, more in _near(candidate, lexicon, costs, only_cheap=True):
            if more > dearest:
                continue
            if cost == more == double or lexicon.frequency(again) >= least:
                yield again, cost + more


def _in_parts(word: str, lexicon: Lexicon, costs: Costs) -> Iterator[tuple[str, float]]:
    """A compound with an error in one part: the other part is a word that is much used."""
    for at in range(costs.limit.part, len(word) - costs.limit.part + 1):
        head, tail = word[:at], word[at:]
        if lexicon.frequency(head) >= costs.limit.least_part:
            yield from _mended(tail, lexicon, costs, head, "")
        if lexicon.frequency(tail) >= costs.limit.least_part:
            yield from _mended(head, lexicon, costs, "", tail)


def _mended(
    part: str, lexicon: Lexicon, costs: Costs, before: str, behind: str
) -> Iterator[tuple[str, float]]:
    for better, cost in _near(part, lexicon, costs, only_cheap=True):
        if (
            len(part) > costs.limit.part
            and cost < costs.price.omit
            and lexicon.frequency(better) >= costs.limit.least_part
        ):
            yield before + better + behind, cost


def _is_form(word: str, better: str, used: int, costs: Costs) -> bool:
    """Whether a word is the other with an ending, or without or with another one, so that it may be
    a form that the list lacks. What a much used word begins with would be listed (``numbe``).
    """
    if any(word[:-1] + other == better for last, other in costs.exchanged if word[-1] == last):
        return True
    if any(word == better + ending for ending in costs.endings):
        return True
    least = costs.limit.least_form
    is_rare = not least or used < least
    return is_rare and any(better == word + ending for ending in costs.endings)


def _near(
    word: str, lexicon: Lexicon, costs: Costs, *, only_cheap: bool = False
) -> Iterator[tuple[str, float]]:
    """The listed words that one error may have been made of, with its cost. What stands before an
    error is the begin of such a word, so that nothing is tried behind that.
    """
    return _edits(word, costs, lexicon.is_listed, lexicon.begun(word), only_cheap=only_cheap)


def _marked(word: str, costs: Costs) -> Iterator[tuple[str, float]]:
    """A word with the mark that one of its letters may lack, listed or not."""
    for at, letter in enumerate(word):
        if letter in costs.marks:
            yield word[:at] + costs.marks[letter] + word[at + 1 :], costs.price.mark


def _edits(
    word: str,
    costs: Costs,
    is_wanted: Callable[[str], bool] = bool,
    furthest: int = sys.maxsize,
    *,
    only_cheap: bool = False,
) -> Iterator[tuple[str, float]]:
    """All that is wanted of what one error may have been made of, with its cost; of letters only
    the doubled ones where it shall be cheap. Before an error stand ``furthest`` letters at most.
    """
    price = costs.price
    for at in range(min(len(word), furthest) + 1):
        before, first, rest = word[:at], word[at : at + 1], word[at + 1 :]
        after = first + rest
        if first and is_wanted(before + rest):
            yield before + rest, _left_out(before[-1:], after, costs)
        mark = costs.marks.get(first)
        if mark and is_wanted(before + mark + rest):
            yield before + mark + rest, price.mark
        if rest and first != rest[0]:
            swapped = before + rest[0] + first + rest[1:]
            if is_wanted(swapped):
                yield swapped, price.swap
        for letter in (before[-1:], first) if only_cheap else costs.letters:
            if is_wanted(before + letter + after):
                is_double = letter in (before[-1:], first)
                yield before + letter + after, price.double if is_double else price.omit
            if first and not only_cheap and is_wanted(before + letter + rest) and letter != first:
                yield before + letter + rest, _replaced(first, letter, costs)
        for sound, meant in costs.sounds.get(first, ()):
            if after.startswith(sound):
                spelled = before + meant + after[len(sound) :]
                if is_wanted(spelled):
                    yield spelled, price.sound
        for size in REPEATED:
            is_repeated = after[:size] == after[size : 2 * size] and len(after) >= 2 * size
            if is_repeated and is_wanted(before + after[size:]):
                yield before + after[size:], price.repeat


def _left_out(last: str, after: str, costs: Costs) -> float:
    """What it costs that the first letter of the rest was typed and not meant."""
    key, following = after[0], after[1:2]
    if key in (last, following):
        return costs.price.double
    near = costs.neighbours.get(key, "")
    # At the end of a word any key may have been hit on the way.
    is_slip = bool(last) and (last in near or following in near)
    return costs.price.key if is_slip else costs.price.extra


def _replaced(typed: str, meant: str, costs: Costs) -> float:
    if meant in costs.neighbours.get(typed, ""):
        return costs.price.key
    both = typed in costs.vowels and meant in costs.vowels
    return costs.price.vowel if both else costs.price.other
