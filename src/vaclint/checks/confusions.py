"""Words in a place where another that is easily taken for it belongs: ``Send you're CV``.

A word of a pair is looked at where it stands: its two neighbours on either side are put to the
model of the pair (``languages/confusions.py``), and it is reported where the other word is so much
likelier there as the pair asks. A sentence without such words costs a look-up for each word, each
such word some twenty more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vaclint.checks.context import Context
from vaclint.checks.slips import in_case_of, sentences_of, tokens_of
from vaclint.languages.confusions import Confusions, Ending, features, odds, own_features
from vaclint.languages.slips import EDGE, NUMBER
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.remembered import Memory

if TYPE_CHECKING:
    from vaclint.languages.resources import Resources

DASHES = frozenset("-–—")
"""Behind one of these, apart from the words beside it, a fragment begins."""
STOPS = frozenset(".!?…|")
"""One of these, or nothing, ends a sentence."""
SENTENCES = 2_000
"""What is found in so many sentences is remembered, and in at most twice as many."""


class Confusion(NamedTuple):
    """A word in a sentence, where it stands, and the one that belongs there."""

    start: int
    end: int
    replacement: str


def cut(sentence: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words and signs of a sentence, and where each stands. Linear."""
    words, places = [], []
    for word, start, end in tokens_of(sentence):
        if word in EDGE and word != NUMBER:
            word = sentence[start:end].strip() or "|"
        words.append(word)
        places.append((start, end))
    return words, places


def find_confusions(sentence: str, confusions: Confusions) -> Iterator[Confusion]:
    """Yield the words of a sentence in whose place another belongs, in order."""
    asked = {token.text for token in tokens_of(sentence)}
    asked = {word for word in asked if word in confusions.of or _ending(word, confusions)}
    if not asked:
        return
    words, places = cut(sentence)
    for at, word in enumerate(words):
        start, end = places[at]
        written = sentence[start:end]
        if word in asked and is_plain(written, words, at):
            better = _better(words, at, confusions) or _better_end(words, at, confusions)
            if better:
                yield Confusion(start, end, in_case_of(better, written))


def _ending(word: str, confusions: Confusions) -> Ending | None:
    """The pair of endings of whose first one a word is."""
    for ending in confusions.endings:
        if word.endswith(ending.ends[0]) and ending.stem(word, 0, confusions.classes):
            return ending
    return None


def _better_end(words: list[str], at: int, confusions: Confusions) -> str:
    """The word with the other ending, where that belongs in a place, or nothing."""
    ending, classes = _ending(words[at], confusions), confusions.classes
    if ending is None:
        return ""
    stem = ending.stem(words[at], 0, classes)
    found = own_features(stem, ending, features(words, at, classes), classes)
    least = confusions.pairs[ending.number].least[0]
    is_wrong = odds(confusions, ending.number, found) >= least
    return stem + ending.ends[1] if is_wrong else ""


def is_plain(written: str, words: Sequence[str], at: int) -> bool:
    """Whether a word is written as no name, and stands in a sentence that has begun with a capital
    before it, or with its own, and goes on behind it; behind a dash a fragment begins.
    """
    is_lower = written[1:] == written[1:].lower()
    goes_on = at + 1 < len(words) and (at == 0 or words[at - 1] not in DASHES)
    return is_lower and written[0].isupper() == (at == 0) and goes_on


def _ends_behind(words: Sequence[str], at: int, last: frozenset[str]) -> bool:
    """Whether one of some words ends the sentence right behind a place."""
    return words[at + 1] in last and (at + 2 == len(words) or words[at + 2] in STOPS)


def _better(words: list[str], at: int, confusions: Confusions) -> str:
    """The word that belongs in a place rather than the one that stands there, or nothing."""
    found = features(words, at, confusions.classes)
    best, better = 0.0, ""
    for number, which in confusions.of.get(words[at], ()):
        pair = confusions.pairs[number]
        if pair.least[which] and not _ends_behind(words, at, pair.last):
            sign = -1 if which else 1
            more = sign * odds(confusions, number, found) - pair.least[which]
            if more >= best:
                best, better = more, pair.words[1 - which]
    return better


def check_confusions(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each word in whose place another belongs."""
    for rule in rules:
        for language, folder in rule.prepared.items():
            if rule.speaks(language):
                for block in context.written_in(language):
                    yield from _in_block(context, rule, folder, block)


def _found(sentence: str, confusions: Confusions) -> tuple[Confusion, ...]:
    return tuple(find_confusions(sentence, confusions))


def _found_before(_resources: Resources) -> Memory[tuple[Confusion, ...]]:
    """What was found in sentences, by the folder of the tables."""
    return Memory(SENTENCES)


def _in_block(context: Context, rule: Rule, folder: str, block: Block) -> Iterator[Diagnostic]:
    confusions = context.resources.confusions(folder)
    remembered = context.resources.once(_found_before)
    for start, sentence in sentences_of(context.document, block):
        for each in remembered.given((folder, sentence), _found, sentence, confusions):
            begin, end = start + each.start, start + each.end
            span, text = block.span(begin, end), block.text[begin:end]
            yield context.found(
                rule,
                span,
                replacement=each.replacement,
                text=text,
                fixes=context.replacing(span, text, each.replacement),
            )


def prepare_confusions(rule: Rule, preparation: Preparation) -> dict[str, str]:
    """The folder of the tables by language. Raises VaclintError for one that cannot be read."""
    folders: dict[str, str] = {}
    for language, said in rule.said.items():
        if "confusions" not in said:
            continue
        folder = str(preparation.path(language, said["confusions"]))
        try:
            preparation.resources.confusions(folder)
        except (OSError, KeyError, ValueError) as error:
            message = f"the tables in '{said['confusions']}' cannot be read ({error})"
            raise preparation.error(language, "confusions", message) from None
        folders[language] = folder
    return folders


KIND = Kind(
    "confusions",
    check_confusions,
    {"confusions": Key(TEXT, by_language=True)},
    prepare_confusions,
    per_block=True,
)
