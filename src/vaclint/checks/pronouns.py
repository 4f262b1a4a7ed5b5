"""A masculine or feminine pronoun for somebody in general: ``de kandidaat … hij``, ``een monteur kent zijn klanten``.

Method: a pronoun is reported only when an antecedent is found: a noun phrase about a person in general (an article or the like,
adjectives, a noun of the list or the vacancy's own title) or ``iemand``, ``wie``, before it in the same sentence or in the
previous one of its block. It is silent when a name stands there too, when an organisation or thing stands between that could own
what follows, inside a quotation, beside another pronoun (that is GEN001's), and where ``zijn`` can be a verb or ``haar`` hair.
There is no parser behind it: what is further away than a sentence, or said in another order, is missed on purpose. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

from vaclint.checks import Context, in_case_of
from vaclint.model.diagnostics import Diagnostic, Related
from vaclint.model.document import Block, Document, sentences
from vaclint.text.patterns import compiled, lazy
from vaclint.rulebook.rules import Rule

_TOKEN = lazy(r"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]")
_QUOTED = lazy(r"[‘“„\"][^‘’“”„\"]{8,}?[’”\"](?!\p{L})")
ADJECTIVES = 4
"""How many words may stand between an article and its noun."""


class Grammar(NamedTuple):
    """The data of one language."""

    persons: frozenset[str]
    person_endings: tuple[str, ...]
    anyone: frozenset[str]
    determiners: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    incumbents: frozenset[str]
    particular: frozenset[str]
    not_owner_before: frozenset[str]
    not_owned_after: frozenset[str]
    singular_verbs: frozenset[str]
    nouns_in_ge: frozenset[str]
    fixed: regex.Pattern[str]
    hair: regex.Pattern[str]
    named: regex.Pattern[str]
    replacements: dict[str, str]


@cache
def _grammar(path: Path) -> Grammar:
    import tomli

    data = tomli.loads(path.read_text("utf-8"))
    words = {
        name: frozenset(data[name].split())
        for name in (
            "persons",
            "endings",
            "things",
            "incumbents",
            "particular",
            "not-owner-before",
            "not-owned-after",
            "singular-verbs",
            "nouns-in-ge",
        )
    }
    return Grammar(
        words["persons"], tuple(words["endings"]) + _heads(words["persons"]), frozenset(data["anyone"]),
        frozenset(data["determiners"]), words["things"], _heads(words["things"]),
        words["incumbents"], words["particular"], words["not-owner-before"],
        words["not-owned-after"], words["singular-verbs"], words["nouns-in-ge"], compiled(data["fixed"], regex.IGNORECASE),
        compiled(data["hair"], regex.IGNORECASE), compiled(data["named"]), data["replacements"],
    )  # fmt: skip


def _heads(words: frozenset[str]) -> tuple[str, ...]:
    """The words that can end a compound."""
    return tuple(word for word in words if len(word) >= 5)


_READERS = frozenset({"je", "jouw", "uw", "your"})
_PARTICULAR = frozenset({"de", "dé", "onze", "deze", "die", "the", "our", "this"})


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    sentence: int


def check_pronouns(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each pronoun with an antecedent in general."""
    document = context.document
    title = _title_words(document)
    for rule in rules:
        folder = Path(rule.origin).parent
        for block in document.blocks:
            language = document.language_of(block)
            file = rule.data["persons"].get(language)
            if file is None or block.front_matter or block.kind == "heading":
                continue
            grammar = _grammar(folder / file)
            if not grammar.replacements.keys().isdisjoint(document.words_by_block.get(block.start, ())):
                yield from _check_block(context, rule, block, grammar, title)


def _title_words(document: Document) -> frozenset[str]:
    """The words of the vacancy's title that can be its noun: the first line up to a bracket or comma."""
    if document.title is None:
        return frozenset()
    seeks, _, sought = regex.split(r"[(,/|–-]", document.title.value.lower())[0].partition(" zoekt ")
    head = sought or seeks  # who seeks is not who is sought
    return frozenset(word for word in head.split() if len(word) > 4)


def _check_block(context: Context, rule: Rule, block: Block, grammar: Grammar, title: frozenset[str]) -> Iterator[Diagnostic]:
    text = block.text
    bounds = list(sentences(text))
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    tokens = [
        _Token(match[0].lower(), match.start(), match.end(), number)
        for number, (start, end) in enumerate(bounds)
        for match in _TOKEN.finditer(text, start, end)
    ]
    if not any(token.text in grammar.replacements for token in tokens):
        return
    antecedents = _antecedents(tokens, grammar, title)
    for index, token in enumerate(tokens):
        if token.text not in grammar.replacements or any(start <= token.start < end for start, end in quoted):
            continue
        owner = _owner(tokens, index, antecedents, grammar)
        if owner is None or not _is_pronoun(tokens, index, owner[1], grammar, text):
            continue
        first = bounds[tokens[owner[0]].sentence][0]
        last = bounds[token.sentence][1]
        if grammar.named.search(text, first, last) or _in_fixed(grammar, text, token):
            continue
        yield _report(
            context, rule, block, token, text[tokens[owner[0]].start : tokens[owner[1]].end], tokens[owner[0]], tokens[owner[1]], grammar
        )


def _in_fixed(grammar: Grammar, text: str, token: _Token) -> bool:
    return any(match.start() <= token.start < match.end() for match in grammar.fixed.finditer(text, max(0, token.start - 20)))


def _is_person(word: str, grammar: Grammar, title: frozenset[str]) -> bool:
    if word in grammar.persons or word in title:
        return True
    return len(word) >= 7 and word.endswith(grammar.person_endings)


def _antecedents(tokens: list[_Token], grammar: Grammar, title: frozenset[str]) -> list[tuple[int, int]]:
    """The noun phrases about a person in general, as ranges of token indexes."""
    found: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        if token.text in grammar.anyone:
            following = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if token.text != "wie" or following not in ("zijn", "is", "we", "wij", "je"):
                found.append((index, index))
        elif _is_person(token.text, grammar, title):
            for back in range(index - 1, max(-1, index - 2 - ADJECTIVES), -1):
                word = tokens[back].text
                if tokens[back].sentence != token.sentence or (not word[0].isalpha() and word != ","):
                    break
                if word in _READERS:
                    break  # "your team leader" is somebody who is there
                if word in grammar.determiners:
                    if word not in _PARTICULAR or token.text in title or token.text not in grammar.incumbents:
                        found.append((back, index))
                    break
                if _is_person(word, grammar, title) or word in grammar.not_owned_after or word in grammar.particular:
                    break
    return found


def _owner(tokens: list[_Token], index: int, antecedents: list[tuple[int, int]], grammar: Grammar) -> tuple[int, int] | None:
    """The antecedent of a pronoun: the last one before it, in its sentence or the one before, with no rival between."""
    token = tokens[index]
    opens = index == 0 or tokens[index - 1].sentence != token.sentence
    if opens and token.text in _SUBJECTS:
        for first, last in antecedents:  # "De directeur legt verantwoording af aan de raad. Hij …"
            begins = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
            if begins and last < index and tokens[first].sentence == token.sentence - 1:
                return first, last
    for first, last in reversed(antecedents):
        if last >= index:
            continue
        if token.sentence - tokens[first].sentence > 1:
            return None
        if tokens[first].sentence < token.sentence and _has_rival(tokens, index):
            return None
        begins = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
        since = (
            last + 1 if begins else next(at for at in range(first, -1, -1) if at == 0 or tokens[at - 1].sentence != tokens[first].sentence)
        )
        between = {other.text for other in tokens[since:index]}
        if any(_is_thing(word, grammar) for word in between) or between & {"ik", "i"}:
            return None
        return first, last
    return None


def _has_rival(tokens: list[_Token], index: int) -> bool:
    """Whether a pronoun that opens a clause (``… met de wethouder en hij``) can mean somebody named in the clause before it."""
    if index == 0 or tokens[index - 1].text not in _CLAUSES:
        return False
    sentence = tokens[index].sentence
    clause = [token.text for token in tokens[:index] if token.sentence == sentence]
    return any(word in _PARTICULAR for word in clause[:-1])


_CLAUSES = frozenset({"en", "maar", "want", "dat", "of", "zodat", "and", "but", "because", "so", ","})


def _is_thing(word: str, grammar: Grammar) -> bool:
    return word in grammar.things or (len(word) > 8 and word.endswith(grammar.thing_endings))


_SUBJECTS = frozenset({"hij", "zij", "ze", "he", "she"})
_PARTICIPLE = lazy(r"(?:aan|af|bij|door|in|mee|na|om|op|over|samen|toe|uit|voor|vast)?ge\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her)\p{L}+eerd")
_HE = frozenset({"hij", "hem", "he", "she", "him", "himself", "herself"})


def _is_pronoun(tokens: list[_Token], index: int, owner: int, grammar: Grammar, text: str) -> bool:
    """Whether a word is a pronoun for one person, and stands alone (a pair is another rule's)."""
    word = tokens[index].text
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    two_after = tokens[index + 2].text if index + 2 < len(tokens) else ""
    if "/" in (before, after) or "(" in (before, after) or "-" in (before, after):
        return False
    if (after in ("of", "or") and two_after in grammar.replacements) or (
        before in ("of", "or") and index > 1 and tokens[index - 2].text in grammar.replacements
    ):
        return False
    if word in ("his", "her", "z'n"):
        return after[:1].isalpha() or word == "her"
    if word in _HE:
        return True
    if word in ("zij", "ze"):
        return _is_singular(after, grammar)
    owned = after[:1].isalpha() and after not in grammar.not_owned_after
    if word == "haar":
        if grammar.hair.search(text) or before in ("het", "je", "jouw", "hun", "mijn", "uw", "lang", "kort"):
            return False
        return owned or not after[:1].isalpha()
    if before == "die" and owner == index - 2:
        return owned  # "een kok die zijn vak verstaat": with one kok the verb would be 'is'
    if before in ("en", "and") and owner == index - 2:
        return owned  # "de patiënt en zijn omgeving"
    if before == "dat" and index > 1 and tokens[index - 2].text[:1].isalpha() and tokens[index - 2].text not in grammar.not_owned_after:
        return owned  # "wil dat zijn bedrijf groeit", but not "…, dat zijn taken"
    if owner == index - 1 or _is_participle(after, grammar):
        return False  # "de taken van de kok zijn", "die door de opdrachtgever zijn geselecteerd"
    if before[:1] in (",", ";", ":", "–", "") and word == "zijn" and (index == 0 or before):
        return index == 0 and owned  # after a comma 'zijn' is nearly always the verb
    return owned and before not in grammar.not_owner_before and not _is_plural(before, grammar) and not _ends_clause(tokens, index)


def _is_singular(verb: str, grammar: Grammar) -> bool:
    return verb in grammar.singular_verbs or (verb.endswith("t") and len(verb) > 3)


def _is_plural(word: str, grammar: Grammar) -> bool:
    """Whether a word before ``zijn`` can be its subject: a plural noun, or a participle that takes 'zijn' behind it."""
    participle = word.startswith("ge") and word.endswith(("d", "t")) and word not in grammar.singular_verbs
    return (word.endswith(("en", "s")) and len(word) > 4) or participle


def _is_participle(word: str, grammar: Grammar) -> bool:
    """Whether a word after ``zijn`` is the participle of a verb: ``geselecteerd``, ``aangesloten``; no noun such as ``gebied``."""
    return word not in grammar.nouns_in_ge and _PARTICIPLE.fullmatch(word) is not None


def _ends_clause(tokens: list[_Token], index: int) -> bool:
    """Whether ``zijn`` is the infinitive of 'moet … zijn': a modal before it and a word that goes with 'zijn' right before."""
    return tokens[index - 1].text.endswith(("baar", "ig", "loos", "zaam")) if index else True


def _report(
    context: Context, rule: Rule, block: Block, token: _Token, antecedent: str, first: _Token, last: _Token, grammar: Grammar
) -> Diagnostic:
    span = block.span(token.start, token.end)
    text = block.text[token.start : token.end]
    replacement = in_case_of(grammar.replacements[token.text], text)
    fixes = context.replacing(span, text, replacement)
    related = (Related(block.span(first.start, last.end), REFERS[context.message_language]),)
    return context.found(rule, span, replacement=replacement, fixes=fixes, related=related, text=text, antecedent=antecedent)


REFERS = {"nl": "Hier staat naar wie het verwijst", "en": "This is who it refers to"}
