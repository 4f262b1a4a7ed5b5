"""Which language a text is in, and whether it is a vacancy: both by counting signs that are data."""

from collections import Counter
from pathlib import PurePosixPath
from typing import NamedTuple

from vaclint.document import Document
from vaclint.vocabulary import vocabulary

ENOUGH = 3.0
"""Points from which a text is taken for a vacancy."""


class KindReason(NamedTuple):
    """The kind found, its points, and the signs it rests on."""

    kind: str
    points: float
    signs: tuple[str, ...]


def detect_language(document: Document) -> str:
    """``nl``, ``en``, or another known language: by a front-matter key, else by the share of its commonest words.

    A text with too few of them to tell counts as Dutch.
    """
    fields = document.fields["language"]
    for entry in document.front_matter:
        if entry.key.lower() in fields and (code := entry.value.lower()[:2]).isalpha():
            return code
    counts = document.word_counts or Counter(document.haystack.split())
    scores = {name: sum(counts[word] for word in common) for name, common in vocabulary().languages.items()}
    best = max(scores, key=lambda name: (scores[name], name == "nl"))
    return best if scores[best] >= 2 else "nl"


def detect_kind(document: Document) -> KindReason:
    """Whether a text is a ``vacancy`` or ``other``, with the reason."""
    words = vocabulary()
    points: dict[str, float] = {}
    for entry in document.front_matter:
        for part in entry.key.lower().split("."):
            if part in words.vacancy_keys:
                points[f"key {part}"] = 1.5
    for folder in PurePosixPath(document.source.path).parent.parts:
        if folder.lower() in words.vacancy_paths:
            points[f"folder {folder}"] = 2.0
        elif folder.lower() in words.other_paths:
            points[f"folder {folder}"] = -2.0
    labels = document.fields["salary"] | document.fields["hours"] | words.vacancy_keys
    for block in document.blocks:
        if block.label and not block.front_matter and block.label.lower() in labels:
            points[f"label {block.label}"] = 1.0
    counts = document.word_counts
    for sign, weight in words.vacancy.items():
        if f"{sign} " in document.haystack if " " in sign else sign in counts:
            points[sign] = weight
    total = sum(points.values())
    return KindReason("vacancy" if total >= ENOUGH else "other", total, tuple(sorted(points)))
