"""The inflected forms of a word, by rule: what a lexicon need not spell out.

A form in a lexicon may end in a flag, a letter behind a slash: ``quick win/s``. What a flag stands
for is told by the section ``[inflection]`` of a language: for each flag the forms, each as a chain
of steps. A step that begins with ``+`` adds letters; another names a change, an ordered list of
patterns with what to put in their place, of which the first that is found is made (none: the word
stays). Only the word before the flag changes; in a phrase the rest stays (``quick wins``).
Irregular words are spelled out in the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable

from vaclint.languages.language import Language
from vaclint.text.patterns import lazy

SECTION = "inflection"
ADDS = "+"
_FLAG = lazy(r"^(?P<before>.*?)(?P<word>[^\s/]{3,})/(?P<flag>[a-z])(?P<after>\s.*)?$")


def inflected(form: str, language: Language) -> list[str]:
    """All forms that a form with a flag stands for, itself first; a form without a flag of the
    language is alone.
    """
    match = _FLAG.match(form)
    forms = language.section(SECTION).get("forms", {})
    if match is None or match["flag"] not in forms:
        return [form]
    word = match["word"]
    made = (_chained(word, steps, language) for steps in forms[match["flag"]])
    before, after = match["before"], match["after"] or ""
    return [f"{before}{each}{after}" for each in dict.fromkeys([word, *made])]


def _chained(word: str, steps: Iterable[str], language: Language) -> str:
    for step in steps:
        word = word + step[len(ADDS) :] if step.startswith(ADDS) else changed(word, step, language)
    return word


def changed(word: str, name: str, language: Language) -> str:
    """A word with one of a language's changes made; the word itself where nothing in it fits.
    KeyError for another name.
    """
    for pattern, replacement in language.section(SECTION)["changes"][name]:
        if lazy(pattern).search(word):
            return lazy(pattern).sub(replacement, word, 1)
    return word
