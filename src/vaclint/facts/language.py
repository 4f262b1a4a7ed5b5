"""Which language a text is in, by function words; undecided is `und`, never a default.

A word counts for one, divided by the number of languages that have it: `in` says little, `und`
or `het` much. What the file claims (`lang`, a key, a suffix) decides what the words leave open.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from vaclint.facts.kinds.evidence import Evidence
from vaclint.facts.kinds.words import words_of
from vaclint.languages.resources import Resources
from vaclint.model.blocks import Span
from vaclint.model.document import Document
from vaclint.model.reading import key_of
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import compiled, lazy
from vaclint.text.remembered import Memory
from vaclint.text.stretches import Stretches

_LATIN = lazy(r"\p{Latin}++")
_NAME = lazy(r"(?<=\p{Ll},? )\p{Lu}\p{L}*+(?: (?:\p{Ll}{1,4} ){0,2}\p{Lu}\p{L}*+)*+")
_BEYOND_LATIN = lazy("[\u0370-\u1dff\u2e80-\ud7ff]")
UNKNOWN = "und"
FILLER = "zxx"
"""The code of what is in no language: text that fills a layout (``lorem ipsum``)."""
FILLER_LEAST, FILLER_SHARE = 4, 0.3
"""So many different words of filler, and so large a share of all words, make a block of it."""
LEAST = 3.0
"""Points from which words decide by themselves."""
LEAD = 1.5
"""The first language has so many times the points of the second."""
PLAIN = 8.0
"""Points from which a text is plainly in a language, whatever the file claims."""
PLAIN_LEAD = 2.0
CLEAR, CLEAR_LEAD = 4.0, 3.0
"""Points of a short text that contradict a claim for which there is next to nothing."""
FAINT = 1.0
"""Points that are enough where the file claims the same, or no other language has any."""
BILINGUAL = 0.25
"""From this share of the main language's points on, a second one is looked for block by block."""
OWN_LEAST = 2.0
"""The same for a language that has a pack."""
OVER_NOTHING = 1.5
"""Points that contradict the claim of a file when next to nothing speaks for it."""
TRADE, TRADE_LEAD = 2, 2
"""So many words of jobs and of vacancies decide where function words leave a text open."""
BLOCK_LEAST = 1.5
FEW_WORDS = 15
"""A text of fewer is judged with the values of its front matter."""
THIN = 0.05
"""Text with so small a share of function words is a list or filler: its headings count too."""
BLOCKS = 1_000
"""So many blocks of texts in several languages are remembered, and at most twice as many."""
LONGEST_CODE = 7
"""No code of a language is longer: ``nl-BE``, ``zh-Hans``."""


class Known(NamedTuple):
    """The languages known: by word, which have it, with what it counts; and the scripts."""

    words: Mapping[str, tuple[tuple[str, float], ...]]
    names: frozenset[str]
    scripts: tuple[tuple[str, str], ...]
    kin: frozenset[str] = frozenset()
    own: Mapping[str, frozenset[str]] = {}
    """By the languages that have a pack, the words of jobs and vacancies that no other has."""
    blocks: Memory[Mapping[str, float]] = Memory(0)
    """What blocks of texts in several languages count for each."""

    def is_close_kin(self, name: str, best: str, points: Mapping[str, float]) -> bool:
        """Whether a language has points only as it shares the words of another, which leads."""
        if name not in self.kin or best in self.kin:
            return False
        return points[name] <= points[best]


class Language(NamedTuple):
    """The language found, and the claim of the file that the words contradict, or empty."""

    code: str
    wrong_claim: str = ""
    others: tuple[str, ...] = ()
    """Further languages of which the text has a good share."""


class Claim(NamedTuple):
    """What a file says of its language, and where; no place for a suffix of its name."""

    code: str = ""
    span: Span | None = None
    meant: bool = False
    """Whether a key of the front matter says so, which no template fills in."""


def known_languages(resources: Resources) -> Known:
    """The languages with a pack and the others that are known; see ``Resources.once``."""
    own = {code: pack.function_words for code, pack in resources.languages.items()}
    listed = {**resources.known.function_words, **own}
    owners: dict[str, list[str]] = {}
    for name, words in listed.items():
        for word in sorted(words):
            owners.setdefault(word, []).append(name)
    kin = resources.known.kin - own.keys()
    return Known(
        {word: _shares(names, kin) for word, names in owners.items()},
        frozenset((*listed, *resources.known.scripts)),
        tuple(resources.known.scripts.items()),
        kin,
        _trade_words(resources),
        Memory(BLOCKS),
    )


def _shares(names: list[str], kin: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """What a word counts for each of the languages that have it: less, the more there are; kin do
    not count against others.
    """
    if len(names) == 1:
        return ((names[0], 1.0),)
    others = sum(name not in kin for name in names)
    return tuple((name, 1 / max(1, others + (name in kin))) for name in names)


def _trade_words(resources: Resources) -> dict[str, frozenset[str]]:
    """The words by themselves among the signs of a vacancy and the jobs of each language."""
    words = {
        code: frozenset(
            word
            for table in (pack.section("signs").get("groups", {}), pack.section("occupations"))
            for listed in table.values()
            for word in listed
            if word.isalpha()
        )
        for code, pack in resources.languages.items()
    }
    return {
        code: own.difference(*(other for name, other in words.items() if name != code))
        for code, own in words.items()
    }


def tell_language(
    document: Document, evidence: Evidence, resources: Resources, asked: str = ""
) -> None:
    """Give a document its language, and its blocks theirs where it is in more than one; a language
    that is asked for is that of all of it.
    """
    known = resources.once(known_languages)
    filling = _filling(document, evidence, resources)
    text, heads, front = Counter[str](), Counter[str](), Counter[str]()
    for block, words in zip(document.blocks, evidence.words, strict=True):
        if block.start in filling:
            block.language = FILLER
            continue
        of = front if block.front_matter else heads if block.kind == "heading" else text
        of.update(words)
    counts, everything = text, text + heads
    size = sum(counts.values())
    if size < FEW_WORDS or max(_points(counts, known).values(), default=0.0) < THIN * size:
        counts = everything
    if sum(counts.values()) < FEW_WORDS:
        counts = everything = everything + front
    claim = claimed(document, known)
    found = detect_language(counts, document.text, claim.code, known, meant=claim.meant)
    if found.code == UNKNOWN and size < FEW_WORDS:
        plain = counts - _in_names(document)
        found = detect_language(plain, document.text, claim.code, known, meant=claim.meant)
    document.language = asked or found.code
    found = found._replace(others=_others(found.code, everything, known))
    if found.wrong_claim and document.language == found.code:
        document.wrong_language = claim.span
    if asked or not found.others:
        return
    own = [
        (block, words)
        for block, words in zip(document.blocks, evidence.words, strict=True)
        if not block.language and not block.front_matter
    ]
    points = [
        known.blocks.given(block.text, lambda words: _points(Counter(words), known), words)
        for block, words in own
    ]
    languages = language_of_blocks(points, found)
    for (block, _), code in zip(own, languages, strict=True):
        block.language = code


def _in_names(document: Document) -> Counter[str]:
    """The words of names inside a sentence, which tell nothing of its language: ``voor The Body
    Shop``, ``at Brood en Zonen``.
    """
    found = Counter[str]()
    for block in document.blocks:
        if block.kind != "heading" and not block.front_matter:
            for match in _NAME.finditer(block.text):
                found.update(words_of(match[0]))
    return found


def _filling(document: Document, evidence: Evidence, resources: Resources) -> frozenset[int]:
    """Where the blocks begin that only fill a layout: by a phrase, or by many words of filler."""
    phrases, listed = resources.filler
    ends = frozenset(phrase.rpartition(" ")[2] for phrase in phrases)
    return frozenset(
        block.start
        for block, words in zip(document.blocks, evidence.words, strict=True)
        if _is_filler(words, listed)
        or (not ends.isdisjoint(words) and any(phrase in " ".join(words) for phrase in phrases))
    )


def _is_filler(words: Collection[str], listed: frozenset[str]) -> bool:
    found = listed.intersection(words)
    if len(found) < FILLER_LEAST:
        return False
    return sum(word in found for word in words) >= FILLER_SHARE * len(words)


def claimed(document: Document, known: Known) -> Claim:
    """What the file says of its language: the first of its keys, its ``lang`` attribute and a
    suffix as in ``cook.en.md`` that is a known code; a template in its place is none. A key or
    attribute may name a language that is not known.
    """
    claims = [
        (entry.value, entry.span)
        for entry in document.front_matter
        if "language" in document.reading.keys.get(key_of(entry.key), ())
    ]
    suffixes = PurePosixPath(document.source.path).suffixes[:-1]
    for text, span in (
        *claims,
        (document.declared_language, document.declared_at),
        *((suffix[1:], None) for suffix in suffixes),
    ):
        code = text.strip().lower().replace("_", "-").split("-")[0]
        is_code = code in known.names or (span is not None and len(code) == 2 and code.isalpha())
        if is_code and len(text.strip()) <= LONGEST_CODE:
            return Claim(code, span, meant=(text, span) in claims)
    return Claim()


def detect_language(
    words: Mapping[str, int], text: Stretches, claim: str, known: Known, *, meant: bool = False
) -> Language:
    """The language of a text with its words counted. Linear in the number of different words."""
    points = _points(words, known)
    ranked = sorted(points, key=lambda name: (-points[name], name in known.kin))
    best = ranked[0] if ranked else ""
    rivals = [name for name in ranked[1:] if not known.is_close_kin(name, best, points)]
    second = points[rivals[0]] if rivals else 0.0
    most, claimed_points = points.get(best, 0.0), points.get(claim, 0.0)
    wrong = claim if claim != best else ""
    script = _by_script(text, known)
    if script:
        return Language(script, claim if claim and claim != script else "")
    if most >= PLAIN and most >= PLAIN_LEAD * max(second, claimed_points):
        return Language(best, wrong)
    if claim and not meant:
        if most >= CLEAR and most >= CLEAR_LEAD * claimed_points:
            return Language(best, wrong)
        if best in known.own and most >= max(OVER_NOTHING, CLEAR_LEAD * claimed_points):
            return Language(best, wrong)
    if claim:
        return Language(claim)
    least = OWN_LEAST if best in known.own else LEAST
    if most >= PLAIN or (most >= least and most >= LEAD * second):
        return Language(best)
    if most >= FAINT and most >= 2 * LEAD * second:
        return Language(best)
    return Language(_by_trade(words, known) or UNKNOWN)


def _by_trade(words: Mapping[str, int], known: Known) -> str:
    """The language that most words of jobs and vacancies are of, or none."""
    found = {code: sum(word in own for word in words) for code, own in known.own.items()}
    ranked = sorted(found, key=lambda code: -found[code])
    if not ranked or found[ranked[0]] < TRADE:
        return ""
    ahead = all(found[ranked[0]] >= TRADE_LEAD * found[code] for code in ranked[1:])
    return ranked[0] if ahead else ""


def _others(code: str, words: Mapping[str, int], known: Known) -> tuple[str, ...]:
    """The further languages of which a text with these words has a good share, and not only as it
    shares the words of the main one.
    """
    if code == UNKNOWN:
        return ()
    points = _points(words, known)
    least = max(4.0, BILINGUAL * max(points.values(), default=0.0))
    ranked = sorted(points, key=lambda name: -points[name])
    return tuple(
        name
        for name in ranked
        if name != code and points[name] >= least and not known.is_close_kin(name, code, points)
    )


def _points(words: Mapping[str, int], known: Known) -> dict[str, float]:
    points: dict[str, float] = {}
    for word in sorted(known.words.keys() & words.keys()):  # sums are alike in every run
        count = words[word]
        for name, weight in known.words[word]:
            points[name] = points.get(name, 0.0) + weight * count
    return points


def _by_script(text: Stretches, known: Known) -> str:
    """The language that most letters point at when they are not Latin."""
    if not text.search(_BEYOND_LATIN):
        return ""
    letters = sum(char.isalpha() for _, part in text for char in part)
    latin = sum(match.end() - match.start() for _, match in text.found(_LATIN))
    if latin > letters / 2:
        return ""
    for name, pattern in known.scripts:
        share = sum(1 for _ in text.found(compiled(pattern)))
        if share > (letters / 2 if pattern.startswith("\\p") else letters / 50):
            return name
    return ""


def language_of_blocks(points: Iterable[Mapping[str, float]], language: Language) -> list[str]:
    """The language of each block of a bilingual text, of what its words count for each; a block
    with too few words has its predecessor's. Empty for the language of the whole text.
    """
    among = {language.code, *language.others}
    result: list[str] = []
    current = ""
    for each in points:
        best = max((name for name in each if name in among), key=each.__getitem__, default="")
        if best and each[best] >= BLOCK_LEAST:
            current = best
        result.append(current if current != language.code else "")
    return result
