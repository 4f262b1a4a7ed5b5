"""The inflected forms of a word, by rule: what a lexicon need not spell out.

A form in a lexicon may end in a flag. Dutch: ``/e`` an adjective (``resultaatgericht``, ``resultaatgerichte``), ``/s`` and ``/n`` a noun
with its plural in -s or -en, ``/v`` a weak verb by its infinitive. English: ``/s`` a plural or third person, ``/v`` a regular verb. Only
the word before the flag changes; in a phrase the rest stays (``quick win/s``). Irregular words are spelled out in the lexicon.
"""

from __future__ import annotations

import regex

_FLAG = regex.compile(r"^(?P<before>.*?)(?P<word>[^\s/]{3,})/(?P<flag>[esnv])(?P<after>\s.*)?$")
_VOWELS = "aeiouyáéíóúàèëïöü"


def inflected(form: str, language: str) -> list[str]:
    """All forms that a form with a flag stands for, itself first; a form without one is alone."""
    match = _FLAG.match(form)
    if match is None:
        return [form]
    word, flag = match["word"], match["flag"]
    made = _DUTCH[flag](word) if language != "en" else _ENGLISH[flag](word)
    return [f"{match['before']}{each}{match['after'] or ''}" for each in dict.fromkeys([word, *made])]


def open_syllable(word: str) -> str:
    """A Dutch word as it is spelled before a vowel: ``integraal``, ``integral-``; ``proactief``, ``proactiev-``; ``stip``, ``stipp-``."""
    if regex.search(r"(?:aa|ee|oo|uu)[^aeiou]$", word):
        word = word[:-2] + word[-1]
    elif regex.search(rf"(?:^|[^{_VOWELS}])[aeiou][bdfgklmnprst]$", word) and not regex.search(r"(?:el|er|en|em|ig|isch|is)$", word):
        return word + word[-1]
    if word.endswith("f") and regex.search(rf"(?:[{_VOWELS}]|[lr])f$", word):
        return word[:-1] + "v"
    if regex.search(r"(?:eu|ij|oe|ou|ie|ui|[aeiou](?<=[^aeiou][aeiou]))s$", word) and not word.endswith("is"):
        return word[:-1] + "z"
    return word


def _adjective(word: str) -> list[str]:
    return [open_syllable(word) + "e"]


def _plural_s(word: str) -> list[str]:
    return [word + ("'s" if word[-1] in "aiouy" and word[-2:] not in ("ay", "ey", "oy") else "s")]


def _plural_en(word: str) -> list[str]:
    if word.endswith("heid"):
        return [word[:-3] + "heden"]
    return [word + "n" if word.endswith("e") else open_syllable(word) + "en"]


def _dutch_verb(infinitive: str) -> list[str]:
    """``faciliteren``: faciliteer, faciliteert, faciliteerde(n), faciliterend(e), gefaciliteerd(e).

    The bare stem is left out but for verbs in -eren: ``borg``, ``spar`` and ``bezig`` are words of their own.
    """
    if infinitive.endswith(("eren", "ëren")):
        stem = infinitive[:-4] + ("eer" if infinitive[-4] == "e" or infinitive[-5] == "i" else "ëer")
        first = [stem]
    else:
        stem, first = infinitive[:-2], []
        if stem[-1] == stem[-2]:
            stem = stem[:-1]
        elif regex.search(r"[^aeiou][aeo][bdfgklmnprstvz]$", stem) and not stem.endswith(("el", "em", "en", "er")):
            stem = stem[:-1] + stem[-2:]
    spoken = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    ending = "te" if stem[-1] in "tkfschpx" else "de"
    participle = (
        spoken
        if infinitive.startswith(_PREFIXES)
        else ("geï" + spoken[1:] if spoken[0] == "i" else "geë" + spoken[1:] if spoken[0] == "e" else "ge" + spoken)
    )
    participle += "" if spoken[-1] in "td" else ending[0]
    present = spoken if spoken.endswith("t") else spoken + "t"
    return [*first, present, spoken + ending, spoken + ending + "n", infinitive + "d", infinitive + "de", participle, participle + "e"]


_PREFIXES = ("be", "ver", "ont", "her", "er", "ge")
"""A verb with one of these has a participle without ge-."""


def _english_s(word: str) -> list[str]:
    if regex.search(r"[^aeiou]y$", word):
        return [word[:-1] + "ies"]
    return [word + ("es" if regex.search(r"(?:s|x|ch|sh)$", word) else "s")]


def _english_verb(word: str) -> list[str]:
    stem = word[:-1] if word.endswith("e") else word
    past = word[:-1] + "ied" if regex.search(r"[^aeiou]y$", word) else stem + "ed"
    return [*_english_s(word), past, stem + "ing"]


_DUTCH = {"e": _adjective, "s": _plural_s, "n": _plural_en, "v": _dutch_verb}
_ENGLISH = {"e": _english_s, "s": _english_s, "n": _english_s, "v": _english_verb}
