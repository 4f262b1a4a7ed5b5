"""Which language a text is in, by function words; undecided is `und`, never a default.

A word counts for one, divided by the number of languages that have it: `in` says little, `und`
or `het` much. What the file claims (`lang`, a key, a suffix) decides what the words leave open.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from vaclint.facts.kinds.evidence import Evidence
from vaclint.languages.resources import Resources
from vaclint.model.blocks import Span
from vaclint.model.document import Document
from vaclint.model.reading import key_of
from vaclint.text.patterns import compiled, lazy

_LATIN = lazy(r"\p{Latin}")
_BEYOND_LATIN = lazy("[\u0370-\u1dff\u2e80-\ud7ff]")
UNKNOWN = "und"
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
KIN_SHARE = 0.75
"""A kin language with no more than this share of the points is no rival of the first."""
BLOCK_LEAST = 1.5
FEW_WORDS = 15
"""A text of fewer is judged with the values of its front matter."""
LONGEST_CODE = 7
"""No code of a language is longer: ``nl-BE``, ``zh-Hans``."""


class Known(NamedTuple):
    """The languages known: by word, which have it, with what it counts; and the scripts."""

    words: Mapping[str, tuple[tuple[str, float], ...]]
    names: frozenset[str]
    scripts: tuple[tuple[str, str], ...]
    kin: frozenset[str] = frozenset()

    def is_close_kin(self, name: str, best: str, points: Mapping[str, float]) -> bool:
        """Whether a language has points only as it shares the words of another, which leads."""
        if name not in self.kin or best in self.kin:
            return False
        return points[name] <= KIN_SHARE * points[best]


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
        {
            word: tuple(
                (name, 1 / max(1, sum(1 for each in names if each == name or each not in kin)))
                for name in names
            )
            for word, names in owners.items()
        },
        frozenset((*listed, *resources.known.scripts)),
        tuple(resources.known.scripts.items()),
        kin,
    )


def tell_language(
    document: Document, evidence: Evidence, resources: Resources, asked: str = ""
) -> None:
    """Give a document its language, and its blocks theirs where it is in more than one; a language
    that is asked for is that of all of it.
    """
    known = resources.once(known_languages)
    counts = Counter[str]()
    for block, words in zip(document.blocks, evidence.words, strict=True):
        if not block.front_matter:
            counts.update(words)
    if sum(counts.values()) < FEW_WORDS:
        for block, words in zip(document.blocks, evidence.words, strict=True):
            if block.front_matter:
                counts.update(words)
    claim = claimed(document, known)
    found = detect_language(counts, document.text, claim.code, known, meant=claim.meant)
    document.language = asked or found.code
    if found.wrong_claim and document.language == found.code:
        document.wrong_language = claim.span
    if asked or not found.others:
        return
    own = [
        (block, Counter(words))
        for block, words in zip(document.blocks, evidence.words, strict=True)
        if not block.language and not block.front_matter
    ]
    languages = language_of_blocks([counts for _, counts in own], found, known)
    for (block, _), code in zip(own, languages, strict=True):
        block.language = code


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
    words: Mapping[str, int], text: str, claim: str, known: Known, *, meant: bool = False
) -> Language:
    """The language of a text with its words counted. Linear in the number of different words."""
    points = _points(words, known)
    ranked = sorted(points, key=lambda name: -points[name])
    best = ranked[0] if ranked else ""
    rivals = [name for name in ranked[1:] if not known.is_close_kin(name, best, points)]
    second = points[rivals[0]] if rivals else 0.0
    most = points.get(best, 0.0)
    script = _by_script(text, known)
    if script:
        return Language(script, claim if claim and claim != script else "")
    others = tuple(name for name in ranked[1:] if points[name] >= max(4.0, BILINGUAL * most))
    if most >= PLAIN and most >= PLAIN_LEAD * max(second, points.get(claim, 0.0)):
        return Language(best, claim if claim and claim != best else "", others)
    if claim and not meant and most >= CLEAR and most >= CLEAR_LEAD * points.get(claim, 0.0):
        return Language(best, claim if claim != best else "", others)
    if claim:
        return Language(
            claim, "", tuple(name for name in (best, *others) if name and name != claim)
        )
    if most >= LEAST and most >= LEAD * second:
        return Language(best, "", others)
    if most >= PLAIN:
        return Language(best, "", others)
    if most >= FAINT and most >= 2 * LEAD * second:
        return Language(best, "", others)
    return Language(UNKNOWN)


def _points(words: Mapping[str, int], known: Known) -> dict[str, float]:
    points: dict[str, float] = {}
    for word in known.words.keys() & words.keys():
        count = words[word]
        for name, weight in known.words[word]:
            points[name] = points.get(name, 0.0) + weight * count
    return points


def _by_script(text: str, known: Known) -> str:
    """The language that most letters point at when they are not Latin."""
    if text.isascii() or not _BEYOND_LATIN.search(text):
        return ""
    letters = sum(1 for char in text if char.isalpha())
    latin = len(_LATIN.findall(text))
    if latin > letters / 2:
        return ""
    for name, pattern in known.scripts:
        share = len(compiled(pattern).findall(text))
        if share > (letters / 2 if pattern.startswith("\\p") else letters / 50):
            return name
    return ""


def language_of_blocks(
    blocks: Sequence[Mapping[str, int]], language: Language, known: Known
) -> list[str]:
    """The language of each block of a bilingual text; a block with too few words has its
    predecessor's. Empty strings where the text is in one language.
    """
    if not language.others:
        return [""] * len(blocks)
    among = {language.code, *language.others}
    result: list[str] = []
    current = ""
    for words in blocks:
        points = {name: each for name, each in _points(words, known).items() if name in among}
        best = max(points, key=lambda name: points[name], default="")
        if best and points[best] >= BLOCK_LEAST:
            current = best
        result.append(current if current != language.code else "")
    return result
