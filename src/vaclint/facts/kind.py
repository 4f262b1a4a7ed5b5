"""Which language a text is in, and whether it is a vacancy: both by counting signs that are data."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from vaclint.facts.vocabulary import vocabulary
from vaclint.languages.resources import Resources
from vaclint.model.document import TITLE_WORDS, Document
from vaclint.text.patterns import compiled

ENOUGH = 3.0
"""Points from which a text is taken for a vacancy."""


TOPIC_MOST = 2.0
"""The most that words about jobs and applying can add, however many there are."""


class KindReason(NamedTuple):
    """The kind found, its points, and the signs it rests on."""

    kind: str
    points: float
    signs: tuple[str, ...]


def detect_language(document: Document, resources: Resources) -> str:
    """``nl``, ``en``, or another known language, two letters.

    Told by a front-matter key, an HTML ``lang`` attribute, a suffix as in ``kok.en.md``, else by the share of its commonest words.
    A text with too few of them to tell counts as Dutch.
    """
    fields = document.reading.names("language")
    for entry in document.front_matter:
        if entry.key.lower() in fields and (code := entry.value.lower()[:2]).isalpha():
            return code
    known = _function_words(resources)
    suffixes = [suffix[1:].lower() for suffix in PurePosixPath(document.source.path).suffixes[:-1]]
    suffix = next(
        (suffix[:2] for suffix in suffixes if suffix[:2] in known and len(suffix) in (2, 5)), ""
    )
    if document.declared_language or suffix:
        return document.declared_language or suffix
    counts = document.word_counts or Counter(document.haystack.split())
    return (
        _guess(counts, resources)
        or _by_script(document.haystack, resources)
        or next(iter(resources.languages))
    )


def _function_words(resources: Resources) -> dict[str, frozenset[str]]:
    """The commonest words of every language that is known, those with rules first."""
    own = {code: language.function_words for code, language in resources.languages.items()}
    known = resources.known.function_words
    return {**own, **{code: words for code, words in known.items() if code not in own}}


def _guess(
    counts: Mapping[str, int], resources: Resources, least: int = 2, among: Collection[str] = ()
) -> str:
    languages, checked_languages = _function_words(resources), resources.languages
    scores = {
        name: sum(counts.get(word, 0) for word in languages[name]) for name in among or languages
    }
    checked = max(
        (name for name in checked_languages if name in scores),
        key=lambda name: scores[name],
        default="",
    )
    best = max(scores, key=lambda name: scores[name])
    if checked and best not in checked_languages and scores[best] < scores[checked] + LEAD:
        best = checked
    return best if scores[best] >= least else ""


def _by_script(text: str, resources: Resources) -> str:
    """The language that most letters point at when they are not Latin; empty for Latin ones."""
    if text.isascii():
        return ""
    import regex

    letters = len(regex.findall(r"\p{L}", text))
    for name, letter in resources.known.scripts.items():
        share = len(regex.findall(letter, text))
        if share > (letters / 2 if letter.startswith("\\p") else letters / 50):
            return name
    return ""


LEAD = 2
"""By how many words a language without rules must lead before a text is left unchecked."""

BILINGUAL = 0.25
"""From this share of the main language's commonest words on, a second language is looked for block by block."""


def mark_languages(document: Document, resources: Resources) -> None:
    """Give the blocks of a bilingual document their own language. Linear, and next to nothing for other documents."""
    languages, counts = _function_words(resources), document.word_counts
    own = languages.get(document.language, frozenset())
    least = max(8.0, BILINGUAL * sum(counts.get(word, 0) for word in own))
    others = [
        name
        for name, words in languages.items()
        if sum(counts.get(word, 0) for word in words - own) >= least
    ]
    if not others:
        return
    current = ""
    for block in document.blocks:
        if block.language or block.front_matter:
            continue
        words = Counter(word.strip(".,;:!?()").lower() for word in block.text.split())
        current = _guess(words, resources, least=3, among=[document.language, *others]) or current
        if current and current != document.language:
            block.language = current


OTHER_TITLE = -5.0
"""More than a page about working somewhere gathers by its words."""


def detect_kind(document: Document) -> KindReason:
    """Whether a text is a ``vacancy`` or ``other``, with the reason."""
    words = vocabulary().vacancy
    points: dict[str, float] = {"JobPosting": ENOUGH} if document.postings else {}
    for entry in document.front_matter:
        for part in entry.key.lower().split("."):
            if part in words["keys"]:
                points[f"key {part}"] = 1.5
    for folder in PurePosixPath(document.source.path).parent.parts:
        if folder.lower() in words["paths"]:
            points[f"folder {folder}"] = 2.0
        elif folder.lower() in words["other-paths"]:
            points[f"folder {folder}"] = -2.0
    labels = document.reading.names("salary") | document.reading.names("hours") | set(words["keys"])
    for block in document.blocks:
        if block.label and not block.front_matter and block.label.lower() in labels:
            points[f"label {block.label}"] = 1.0
    head = document.title or next(
        (block for block in document.blocks if block.kind == "heading"), None
    )
    if head and compiled(words["other-titles"], re.IGNORECASE).match(head.value.strip()):
        points["title of a text about jobs"] = OTHER_TITLE
    elif head and compiled(words["title-mark"], re.IGNORECASE).search(head.value):
        points["mark behind a title"] = words["said"]
    elif head and _names_a_job(head.value):
        points["title of a job"] = words["said"]
    if _speaks_to_reader(document):
        points["work and demands said to the reader"] = words["said"]
    if any(sign in document.haystack for sign in "€£"):
        for name, pattern in (
            ("pay and hours in a row", words["row"]),
            ("pay said to the reader", words["to-reader"]),
        ):
            search = compiled(pattern, re.IGNORECASE).search
            if any(
                search(block.text)
                for block in document.blocks
                if block.kind != "heading" and ("€" in block.text or "£" in block.text)
            ):
                points[name] = words["said"]
    offers = _present(document, words["words"])
    topic = _present(document, words["topic"])
    total = sum(points.values()) + sum(offers.values()) + min(TOPIC_MOST, sum(topic.values()))
    is_offer = sum(points.values()) + sum(offers.values()) >= 1
    signs = tuple(sorted([*points, *offers, *topic]))
    return KindReason("vacancy" if total >= ENOUGH and is_offer else "other", total, signs)


def _speaks_to_reader(document: Document) -> bool:
    """Whether an employer tells the reader several times what the work is and what it asks."""
    words = vocabulary().vacancy
    if not compiled(words["employer"], re.IGNORECASE).search(document.text):
        return False
    said = islice(
        compiled(words["said-to-reader"], re.IGNORECASE).finditer(document.text),
        words["said-to-reader-least"],
    )
    return bool(sum(1 for _ in said) == words["said-to-reader-least"])


def _names_a_job(title: str) -> bool:
    """Whether a title is the name of a job and nothing else: short, and not a sentence about one."""
    words = vocabulary().vacancy
    name = title.strip()
    if len(name.split()) > TITLE_WORDS or compiled(words["no-job-title"], re.IGNORECASE).search(
        name
    ):
        return False
    return bool(compiled(words["job-title"], re.IGNORECASE).search(name))


def _present(document: Document, signs: Mapping[str, float]) -> dict[str, float]:
    """The signs that stand in the text, with their weight."""
    counts, haystack = document.word_counts, f"{document.haystack}\n"
    found = (
        sign for sign in signs if (sign in counts if sign.isalpha() else _stands_in(sign, haystack))
    )
    return {sign: signs[sign] for sign in found}


def _stands_in(phrase: str, haystack: str) -> bool:
    """Whether a phrase stands in a text that ends in a newline, and not as the beginning of longer words."""
    at = haystack.find(phrase)
    while at >= 0:
        if not haystack[at + len(phrase)].isalpha():
            return True
        at = haystack.find(phrase, at + 1)
    return False
