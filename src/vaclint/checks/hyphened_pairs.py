"""Two words that a hyphen joins: a position and the trade it is in (``assistent bedrijfsleider``),
and an abbreviation before a noun with a capital (``HR Adviseur``). Which words say what somebody is
beside a trade is data. Each question is asked of two words only.
"""

from __future__ import annotations

from vaclint.checks.compound_words import ONE, STUFF, Compound, Lexicon, Pair


def of_position(pair: Pair, lexicon: Lexicon) -> Compound | None:
    """``assistent bedrijfsleider``, ``Aspirant Lid``, ``leerling koks``: not what the list has
    without a hyphen, such as ``leerlingbegeleider``.
    """
    first, second = pair.first.text, pair.second.text
    if first not in lexicon.words["positions"] or lexicon.joined(first, second):
        return None
    kind = lexicon.kind(second)
    is_one = kind in (ONE, STUFF) and lexicon.is_person(second)
    is_many = bool(kind) and lexicon.ends_as(second, "several-persons")
    if not is_one and not is_many:
        return None
    better = f"{pair.written}-{second.upper() if pair.written.isupper() else second}"
    return Compound(pair.first.start, pair.second.end, better, "position")


def of_abbreviated_title(pair: Pair, after: str, lexicon: Lexicon) -> Compound | None:
    """``HR Adviseur``, ``BBL Opleiding``, which may be a name and is a remark; ``after`` is the
    letter that the next word begins with as it is written.
    """
    second = pair.second.text
    is_known = pair.first.text in lexicon.words["abbreviations"]
    is_name = pair.goes_on or after.isupper() or lexicon.is_foreign(second)
    is_end = lexicon.ends_one(second) or lexicon.is_person(second)
    is_one = lexicon.kind(second) == ONE or (lexicon.is_person(second) and not lexicon.kind(second))
    if not is_known or is_name or not (is_end and is_one):
        return None
    better = f"{pair.written}-{second}"
    return Compound(pair.first.start, pair.second.end, better, "abbreviation", sure=False)
