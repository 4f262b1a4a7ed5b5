"""Words and signs of a line as a row of typed tokens, with the marks of role in a list beside it.

A row is a string with one letter per token (see ``tokens.KINDS``) and the tokens themselves. Words
that say nothing here, and words about pay, drop out of the row; their marks stay. One pass over the
text, linear in its length.
"""

from vaclint.facts.amounts.around import PAY
from vaclint.facts.amounts.lexicon import Lexicon, Rota
from vaclint.facts.amounts.nodes import Share
from vaclint.facts.amounts.scales import Stated, scale_behind, scale_forms
from vaclint.facts.amounts.scan import Raw, cut, is_list, readings
from vaclint.facts.amounts.tokens import Mark, Row, Token, number
from vaclint.facts.amounts.typing_words import kind_of
from vaclint.facts.amounts.words import (
    counts_one,
    entry_at,
    follows,
    number_word,
    spoken_moment,
    spoken_part,
)
from vaclint.text.patterns import lazy

_DATE_SIGN, _DIGITS = lazy(r"([-/.])"), lazy(r"\d+")


FIGURES_MOST, TOKENS_MOST = 80, 3_000

"""A line with more is a table or worse; what follows is left alone."""


_FIGURED = frozenset({"number", "clock", "date", "phone", "address"})


DOUBLE_DECODED = (("â€“", " – "), ("€“", " –"))
"""A dash of a page that was decoded twice, and one in its place that is as long."""


def lex(text: str, lexicon: Lexicon) -> Row:
    """The row of a line."""
    if "€“" in text:
        for wrong, right in DOUBLE_DECODED:
            text = text.replace(wrong, right)
    raw = cut(text, lexicon)
    tokens: list[Token] = []
    marks: list[Mark] = []
    gross: list[tuple[int, bool]] = []
    scales = scale_forms(text, lexicon)
    covered = -1
    rotas = _rotas(text, lexicon)
    dull, signs = lexicon.dull, lexicon.signs
    index = 0
    figures = 0
    while index < len(raw):
        item = raw[index]
        word = item.word
        if len(tokens) > TOKENS_MOST:
            break
        if word in dull and not rotas and (not tokens or tokens[-1].kind not in "0+-"):
            tokens.append(Token("x", item.start, item.end, "", word))
            index += 1
            continue
        if word in signs:
            tokens.append(Token(signs[word], item.start, item.end, "", word))
            index += 1
            continue
        figures += item.what == "number"
        if figures > FIGURES_MOST:
            break
        if item.start in rotas:
            token = rotas[item.start]
            tokens.append(token)
            while index < len(raw) and raw[index].start < token.end:
                index += 1
            continue
        names = lexicon.names.get(word)
        name = next((each for each in names if follows(raw, index, each)), None) if names else None
        if name is not None:
            end = raw[index + len(name) - 1].end
            tokens.append(Token("n", item.start, end, "", "name"))
            marks.append(Mark("service", item.start, end, ""))
            index += len(name)
            continue
        if item.what in _FIGURED:
            if item.what == "number" and _is_code(raw, index, tokens, marks):
                tokens.append(Token("x", item.start, item.end, None, word))
            else:
                tokens.extend(_figures(item, text, lexicon))
            index += 1
            continue
        moment = spoken_moment(raw, index, lexicon) if word in lexicon.clock_parts else None
        if moment is not None:
            end = raw[index + moment[1] - 1].end
            tokens.append(Token("C", item.start, end, moment[0], word))
            index += moment[1]
            continue
        counted = word in lexicon.numbers or word in lexicon.shares
        part = _part(raw, index, lexicon, tokens, marks) if counted else None
        if part is not None:
            end = raw[index + part[1] - 1].end
            share = Share(part[0], part[0], True, item.start, end)
            tokens.append(Token("Q", item.start, end, share, word))
            index += part[1]
            continue
        if word in lexicon.numbers and counts_one(raw, index, lexicon):
            tokens.append(Token("0", item.start, item.end, (1.0,), word))
            index += 1
            continue
        entry, used = entry_at(raw, index, lexicon, tokens)
        end = raw[index + used - 1].end
        if not (entry.tags or entry.marks):
            spelled, used, end = number_word(raw, index, lexicon, used, end)
            if spelled is not None:
                tokens.append(Token("0", item.start, end, (spelled,), item.word))
                index += used
                continue
        for mark in entry.marks:
            if mark == "gross" or mark == "net":
                gross.append((item.start, mark == "gross"))
            else:
                marks.append(Mark(mark, item.start, end, entry.unit))
        if (
            entry.gross is not None
            and not entry.tags
            and "gross" not in entry.marks
            and "net" not in entry.marks
        ):
            gross.append((item.start, entry.gross))
        if item.start >= covered and ("scale" in entry.marks or "scale_weak" in entry.marks):
            scale, covered = scale_behind(raw, index, used, text, lexicon)
            if scale is not None:
                scale = _of_known_form(scale, scales)
                scales.append(scale)
                tokens.append(Token("S", item.start, scale.end, scale, item.word))
                while index < len(raw) and raw[index].start < scale.end:
                    index += 1
                continue
        kind, value = kind_of(entry, item, tokens, text, end)
        if kind:
            tokens.append(_continued(tokens, Token(kind, item.start, end, value, item.word)))
        index += used
    scales.sort(key=lambda scale: scale.start)
    return Row(text, "".join(token.kind for token in tokens), tokens, marks, gross, scales)


OF_WITHIN = 6
"""Characters from a word for a job to the part of it behind 'of'."""


def _part(
    raw: list[Raw], index: int, lexicon: Lexicon, tokens: list[Token], marks: list[Mark]
) -> tuple[float, int] | None:
    """A part of a job in words, ``three fifths``, before a word for one or behind it."""
    start = raw[index].start
    named = any(m.role == "share" and start - OF_WITHIN <= m.end < start for m in marks[-4:])
    behind = named and bool(tokens) and tokens[-1].kind in "fvn:"
    return spoken_part(raw, index, lexicon, behind)


def _continued(tokens: list[Token], token: Token) -> Token:
    """A number in words with the thousands in the word before it: ``tweeduizend vijfhonderd``, or
    with its figures behind it: ``thirty (30)``.
    """
    if token.kind == ")" and "".join(one.kind for one in tokens[-3:]) == "0(0":
        return _said_twice(tokens, token)
    if token.kind != "0" or not tokens or tokens[-1].kind != "0" or not tokens[-1].word.isalpha():
        return token
    thousands, rest = number(tokens[-1]), number(token)
    if not thousands or thousands % 1000 or rest >= 1000:
        return token
    start = tokens.pop().start
    return token._replace(start=start, value=(thousands + rest,))


def _said_twice(tokens: list[Token], close: Token) -> Token:
    words, figures = tokens[-3], tokens[-1]
    if not words.word[:1].isalpha() or number(words) != number(figures):
        return close
    del tokens[-3:]
    return figures._replace(start=words.start, end=close.end)


def _of_known_form(scale: Stated, known: list[Stated]) -> Stated:
    """A scale behind a word for one, as the system that its form shows: ``pay grade GS-11``."""
    size = len(scale.scale.value)
    inside = next(
        (
            one
            for one in known
            if scale.start <= one.start and one.end == scale.end and one.end - one.start >= size
        ),
        None,
    )
    return scale if inside is None else scale._replace(scale=inside.scale)


def _rotas(text: str, lexicon: Lexicon) -> dict[int, Token]:
    """The tokens of days on and off in turns, by where they begin: ``4 on 4 off``."""
    found = {}
    for pattern in lexicon.rotas:
        for match in pattern.finditer(text):
            on, off = (
                float(part) if part.isdigit() else lexicon.numbers.get(part.lower(), 0.0)
                for part in match.group("on", "off")
            )
            if on and off:
                each = float(match.groupdict().get("each") or 0)
                node = Rota(on, off, each)
                found[match.start()] = Token("O", match.start(), match.end(), node, "rota")
    return found


_LABELS = PAY | {"hours", "size", "share", "scale", "full", "part"}
LABEL_LEAST = 3
"""Letters of a label that a number may hang on."""


def _is_labelled(at: int, tokens: list[Token], marks: list[Mark]) -> bool:
    """Whether what a number is joined to names what it is: ``Uren32``, ``Salaris2.800``."""
    if any(m.end == at and m.role in _LABELS and at - m.start >= LABEL_LEAST for m in marks[-4:]):
        return True
    last = tokens[-1] if tokens else None
    return (
        last is not None
        and last.end == at
        and last.kind in "ihRF"
        and at - last.start >= LABEL_LEAST
        and last.word.isalpha()
    )


def _is_code(raw: list[Raw], index: int, tokens: list[Token], marks: list[Mark]) -> bool:
    """Whether a number hangs on letters before it, as in RG24 or IR35, and is no sum behind its
    currency or the value of a label.
    """
    if index == 0:
        return False
    item, before = raw[index], raw[index - 1]
    if before.end != item.start:
        return False
    if tokens and tokens[-1].kind in "*hk" and tokens[-1].end == item.start:
        return False
    if _is_labelled(item.start, tokens, marks):
        return False
    return (
        before.what == "word"
        and not (tokens and tokens[-1].kind in "€p" and tokens[-1].end == item.start)
    ) or before.word in "#_"


def _figures(item: Raw, text: str, lexicon: Lexicon) -> list[Token]:
    """The token of a number, clock time, date, phone number or address."""
    if item.what in ("address", "phone"):
        return [Token("x", item.start, item.end, None, item.word)]
    if item.what == "date":
        if is_list(item.word):
            found, at = [], item.start
            for piece in _DATE_SIGN.split(item.word):
                kind = "0" if piece.isdigit() else "/"
                value: object = (float(piece),) if piece.isdigit() else ""
                found.append(Token(kind, at, at + len(piece), value, piece))
                at += len(piece)
            return found
        return [Token("Y", item.start, item.end, None, item.word)]
    if item.what == "clock":
        hours, minutes = _DIGITS.findall(item.word)
        return [Token("C", item.start, item.end, int(hours) + int(minutes) / 60, item.word)]
    end = item.tail if item.tail >= 0 else item.end
    word = text[item.start : end].strip()
    value = readings(word, lexicon.decimal)
    if item.tail < 0:
        return [Token("0", item.start, item.end, value, word)]
    dash = Token("€", item.tail, item.end, "", text[item.tail : item.end])
    return [Token("0", item.start, item.tail, value, word), dash]
