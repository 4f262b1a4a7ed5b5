"""One cascade of named rules over the letters of a row: numbers become amounts, rates, hours,
ranges.

The rules know no language. Each is a pattern over token letters (see ``tokens.KINDS`` and
``nodes``) and an action that makes one node of what it matched; they run in order, each over the
row that the one before left. All gaps are bounded, so that a row costs time in proportion to its
length.
"""

import regex

from vaclint.facts.amounts import actions_money as money
from vaclint.facts.amounts import actions_time as times
from vaclint.facts.amounts.tokens import Action, Row, Token, span
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

SUMS_MOST = 60

"""A line with more numbers than this is a table or worse; what follows is left alone."""


class Rule(NamedTuple):
    """A named pattern over letters and what it makes of them."""

    name: str
    pattern: regex.Pattern[str]
    make: Action
    part: bool
    """Whether the action takes only the group ``n``."""
    needs: tuple[frozenset[str], ...]
    """The letters that a row must have, one set for each way to match."""


_JOIN = r"(?:[tT/-]|[tT-][mLl]|[,-]?[tT]|T-)"
"""Between the ends of a range of money."""
_SKIP = r"(?:[x,.()sSJnRwaeiDf:ugQL]|0[xJDR])"
"""What may stand between a sum and what it grows to, such as in how many steps."""
_MIDDLE = r"(?:x:?[A0]R?[,/\-]?)?"
"""Between the least and the most: the middle of a pay scale."""
_NO_MORE = r"(?![xnrirA0€PTtl])"
"""Behind 'or more': nothing that it could be said of."""
_HOURS_JOIN = r"(?:[tT\-/aoL]|-?,[ao]?|-[ao])"

_SPECS: tuple[tuple[str, tuple[str, ...], Action], ...] = (
    (
        "rate",
        (
            r"p[0x]?(?:Ny|[hDuNy])",
            r"p0-?h-?y",
            r"(?<=[0ADhHky€])/[hDuR]",
            r"\(R\)(?=[tT-])",
            r"(?<=€0)[hu](?![hD0-])",
        ),
        money.rate,
    ),
    (
        "clock range",
        (
            r"(?:[bf]|(?<!b)L)?(?:C[hc]?|0[hc]|0)[tTL\-/a]{1,2}(?:Ch?c?|0c|0h(?!R))",
            r"[bfL]?Ch?[tT\-a](?:C|0)h?c?",
            r"(?<=[wWi:,(|])0[tT-]0(?=[|,.)(w]|$)",
            r"0c[tT\-]0",
        ),
        times.clock,
    ),
    ("date", (r"0s?d0?", r"d0s?(?:,?0)?(?![€hk%D])"), times.date),
    (
        "clock range behind days",
        (
            r"(?<=w)[,:]?[fL]?0[tT\-]0(?:h(?!R)|(?![€k%DuF0R]))",
            r"(?<=y)0h[tT-]0h(?!R)",
            r"(?<=w[nx]{1,5})L0[tT]0h?(?=$|[,.(|])",
            r"(?<=w[nx]{1,3},)0[tT]0(?=$|[,.|])",
        ),
        times.clock_behind_days,
    ),
    ("clock range before days", (r"(?<![€0hiFD:/-])0[tT\-]0(?=,?w)",), times.clock_before_days),
    (
        "clock range before another",
        (
            r"0h?[tT-]0h(?=[,a]{1,2}[nx]{0,2}w[nx]?[TL]0h?(?!R))",
            r"[bf]?0h?[tT-]0h?(?=[a,/o]K)",
            r"0[tT-]0h?(?=[a,/o]{1,2}0[tT-]0h.{0,24}w)",
        ),
        times.clock_before_another,
    ),
    (
        "clock range behind another",
        (r"(?<=K[a,/o])0h?[tT-]0h(?!R)",),
        times.clock_behind_days,
    ),
    ("hours and minutes in words", (r"0h,?a?0uR?",), times.minutes_in_words),
    (
        "hours and minutes",
        (r"CR", r"0h0(?=R)R", r"0h0(?=\)|$)", r"(?<=(?:0/0|%)\()C(?=\))"),
        times.hours_and_minutes,
    ),
    ("percent", (r"0(?:[tT-]0)?%",), money.percent),
    (
        "amount and cents",
        (r"(?<!€)0€a?0¢", r"(?<!€)0€a?0(?=x?R|[at]0€|[.,)|]|$)"),
        money.amount_and_cents,
    ),
    ("amount and slashed cents", (r"€0/0(?=R)",), money.slashed_cents),
    ("thousands and hundreds", (r"0k0(?![hD%])",), money.thousands_and_hundreds),
    (
        "amount",
        (r"€0[kM]?(?:€(?!0))?", r"0[kM]?-?€(?!0)(?:-(?=n))?", r"0[kM](?![hD])"),
        money.amount,
    ),
    ("amounts in millions", (r"[A0][tT-]B",), money.millions),
    (
        "shifts of about so long",
        (r"00[tT-]0-?h-?yR?", r"0\*0[tT-]0-?h(?:-?y)?R?(?![uD])"),
        times.shifts_between,
    ),
    (
        "so many shifts or more of so long",
        (r"0[tT\-o/]00-?h-?y(?:R|pu)?", r"0[tT\-o/]0(?:y[ft]|\*)0-?hR?"),
        times.several_shifts,
    ),
    (
        "days times hours",
        (
            r"0\*0-?h-?D(?!u)",
            r"0\*0-?h?(?:-?y)?R?(?![uD])",
            r"0y[ft]0-?hR?",
            r"00yR?",
            r"00-?h-?[xn]?[yDN]R?",
            r"0y?f?0-?hyR?",
            r"0[yN]n0-?hR?",
        ),
        times.product,
    ),
    (
        "two labelled bounds",
        (r"[lL][hi]R?:?0[.,/\-a]{0,2}[mT][hi]R?:?0(?![€k%])",),
        times.hours_bounds,
    ),
    (
        "labelled hours per span",
        (
            r"iR[:(]{0,2}0(?:[tT-]0)?(?![€hk%DuF0*c/N])",
            r"R[hi][:(]{1,2}0(?:[tT-]0)?(?![€hk%DuF0*c/N])",
        ),
        times.labelled_span,
    ),
    (
        "labelled hours",
        (
            rf"(?:(?<!0)[ihV]|h(?=:))R?(?:\(V\))?(?:n{{0,2}}[(:-]{{0,2}}|:[nx]{{1,3}}[,(]?|\([lm]\):?)(?P<n>(?:[lmLTb]:?)?0(?:{_HOURS_JOIN}0|,?m0){{0,4}}\+?R?)"
            r"(?![€hk%DuF0*c/NVy]|-u|[tT\-/ao]{1,2}[lm]?0)",
        ),
        times.labelled_hours,
    ),
    (
        "hours behind their noun",
        (r"(?<!0)[ih][xna]{1,7}(?:,[xn]{0,2})?(?P<n>[lmLTb]?0(?:[tTa-]0)?R)(?![€hk%DuF])",),
        times.hours_of_noun,
    ),
    ("shift length", (r"0-?h-?y",), times.shift_length),
    ("shifts so often", (r"n0\*R",), times.shifts_so_often),
    (
        "fraction of full time",
        (r"(?<![0/])0/0-?F", r"(?<![0/])0/0(?=-?n)"),
        times.fraction_of_full_time,
    ),
    ("hours of a full week", (r"(?<![0/])0h/0h(?![/0R])",), times.of_full_week),
    ("part of a full week", (r"(?<![0/])0h?v[xn]{0,2}0hR?",), times.part_of_full_week),
    ("part of a post", (r"(?<![0/\-€])0-(?=n)",), times.part_of_post),
    ("fraction", (r"(?<![0/])0/0[hV]?(?![/0k€%D])",), times.fraction),
    (
        "share",
        (
            r"0F?(?:[tT\-ao/]0)?F",
            r"F[:=,]?f?b?0(?:[tTa-]0)?(?![h€k%D](?!:))",
            r"PF",
            r"(?<=i:)P(?![xnr])",
        ),
        times.share,
    ),
    ("lower bound of a line", (r"^f0h$",), times.hours_from),
    (
        "hours",
        (
            r"[lL]0h,?a?[mT]0(?![€hk%DuF/0])",
            rf"[lLmTb]?0[+q]?(?:h?(?:R(?![,a]0))?(?:{_HOURS_JOIN}[lmT]?|m)0\+?){{0,6}}"
            r"-?[nx]?[ni]?(?:h(?:-?(?:R|u|V|D(?!R)))?|V)(?:qR?)?",
        ),
        times.plain_hours,
    ),
    ("growing hours", (r"H,?a?[xn]{0,3}gf?H",), times.growing_hours),
    ("shifts of hours and minutes", (r"0y[fntv]?H",), times.shifts_of_minutes),
    ("labelled days", (r"DR[:(]{1,2}0(?:[tT\-]0)?(?![€hk%DuF0])",), times.labelled_days),
    ("days of a week", (r"0-Du", r"(?<!0)Du"), times.days_of_a_week),
    ("days", (r"0(?:(?:[tT\-/ao]|,o)[xn]?0){0,3}(?:x?[DN]R?|yR)",), times.days),
    ("behind their span", (r"R[:,]?n?[HD]",), times.behind_span),
    ("bare sum and its span", (r"(?<=:)0(?:[tT\-]0)?u(?=$|[.,(|])",), money.sum_and_span),
    ("span of time", (r"0(?:[tTa\-]0)?[us]", r"[us]0(?=[:(,-]{0,2}[€A:])"), times.span_of_time),
    ("age", (r"(?<![0-9A€])0(?:[tT-]0)?[+q]?(?=[:=]{1,2}[lL]?A)",), times.age),
    ("weekdays", (r"w(?:(?:[tT\-/a+,]|,a|-a)?w){0,7}",), times.weekdays),
    ("months of pay", (r"0\*AR?(?:[tT-]AR?)?",), money.months),
    ("aside", (r"(?<=[A0R])\(S[xn]{0,3}\)(?=[tTa\-])",), money.aside),
    (
        "least and most",
        (
            rf"[lL]:?AR?[,/\-]?{_MIDDLE}a?[mTt]m?:?AR?",
            r"AR?\(?l\)?[,/\-aTt]{0,2}AR?\(?m\)?",
            rf"[lL]:?0R?[,/\-]?{_MIDDLE}a?[mT]:?(?:A|0€?)R?",
        ),
        money.money_range,
    ),
    ("scale of sums", (r"A(?:R?[tT,/-]{1,2}A){2,14}R?",), money.scale_of_sums),
    (
        "range",
        (
            rf"[lLb]?A[kR]?(?:{_JOIN}){{1,2}}(?:A|0(?![hD%\d]))R?",
            rf"(?<!s)[bL]?0{_JOIN}AR?",
            r"AR?\)[tT-]S\(AR?",
        ),
        money.money_range,
    ),
    ("between", (r"b[A0]R?[a-][A0]R?",), money.money_range),
    ("from and to", (r"[fL][A0]R?aAR?", r"^AaAR(?=[.,(]|$)"), money.money_range),
    ("range over an aside", (r"AR?(?:[xn0sJ(),]{1,7}|a[xn]{1,3}J)[tT]AR?",), money.money_range),
    (
        "growing",
        (
            rf"AR?{_SKIP}{{0,14}}(?:[gm]f?|gR?{_SKIP}{{0,5}}[tTm]m?f?)AR?",
            r"AR?[,an]{1,2}AR?(?=g[uJ])",
            r"AR[,(ao]{1,2}AR?(?=Q)",
            r"AR(?:\([xn0usJDRr]{1,8}\)|[xn]{0,2}r)[,ao]{1,2}T?AR?(?=Q)",
            r"AR?[,x]{0,2}a?g[uJn][,xn]{0,3}g?[xn]?AR?",
            rf"0R?{_SKIP}{{0,4}}gf?[A0]R?(?![hDuF%])",
            rf"0R{_SKIP}{{0,6}}gf?0R?(?![hDuF%k])",
        ),
        money.money_range,
    ),
    (
        "bare range",
        (
            r"(?<![0/€s])b?0[tT-]0R?(?![h/DuF%0])",
            r"b0a0R?(?![hDuF%])",
            r"l0[\-,]?a?m0R?(?![hD])",
            r"(?<![0/€s])0/0R?(?![h/DuF%0])",
        ),
        money.bare_range,
    ),
    ("range that grows", (rf"G{_SKIP}{{0,14}}g(?:[xn]{{0,3}}[tTm])?AR?",), money.range_and_sum),
    (
        "sum",
        (
            rf"(?:[lLmT](?:S?[:(]|S)?|^[ft]:(?=AR?$)|(?<=:)t|g:?n?)?A(?:[+q]{_NO_MORE})?R?(?:[+q]{_NO_MORE})?",
            r"(?:[lLmT]|(?<=:)t)?0[+]?(?=R)R",
        ),
        money.single,
    ),
    ("growing ranges", (rf"G{_SKIP}{{0,14}}[tTgm]G",), money.ranges),
)

_GROUP, _OPTIONAL = frozenset("(["), frozenset("?*{")


def needed(pattern: str) -> frozenset[str]:
    """The letters without which a pattern matches no row: those outside its groups and classes
    that must be there. The pattern has no alternatives but in groups.
    """
    found: set[str] = set()
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        behind = _behind_group(pattern, at) if sign in _GROUP else at + (2 if sign == "\\" else 1)
        letter = pattern[behind - 1] if sign not in _GROUP else ""
        optional = pattern[behind : behind + 1] in _OPTIONAL
        if letter and not optional and (sign == "\\" or letter not in "^$.?*+{}"):
            found.add(letter)
        at = behind
        if optional:
            at = pattern.index("}", at) + 1 if pattern[at] == "{" else at + 1
    return frozenset(found)


def _behind_group(pattern: str, at: int) -> int:
    """The place behind the group or class that begins at a place."""
    if pattern[at] == "[":
        return pattern.index("]", at + 1) + 1
    depth, end = 0, at
    while end < len(pattern):
        if pattern[end] == "\\":
            end += 2
            continue
        if pattern[end] == "[":
            end = pattern.index("]", end + 1)
        depth += (pattern[end] == "(") - (pattern[end] == ")")
        end += 1
        if not depth:
            break
    return end


RULES = tuple(
    Rule(
        name,
        lazy("|".join(parts)),
        make,
        any("(?P<n>" in part for part in parts),
        tuple(needed(part) for part in parts),
    )
    for name, parts, make in _SPECS
)


def parse(row: Row) -> tuple[str, list[Token]]:
    """The row after all rules: its letters and its nodes as tokens."""
    kinds, tokens = row.kinds, row.tokens
    if kinds.count("0") > SUMS_MOST:
        tokens = _cut(tokens)
        kinds = "".join(token.kind for token in tokens)
    first, found = 0, True
    while found:
        found = False
        for index in _possible(frozenset(kinds)):
            if index < first:
                continue
            made, tokens = _applied(RULES[index], kinds, tokens)
            if made is not kinds:
                kinds, first, found = made, index + 1, True
                break
    return kinds, tokens


_POSSIBLE: dict[frozenset[str], tuple[int, ...]] = {}
POSSIBLE_MOST = 4_000


def _possible(letters: frozenset[str]) -> tuple[int, ...]:
    """The rules that can take something of a row with certain letters, by their number."""
    known = _POSSIBLE.get(letters)
    if known is None:
        if len(_POSSIBLE) > POSSIBLE_MOST:
            _POSSIBLE.clear()
        known = tuple(
            index
            for index, rule in enumerate(RULES)
            if any(needs <= letters for needs in rule.needs)
        )
        _POSSIBLE[letters] = known
    return known


def _cut(tokens: list[Token]) -> list[Token]:
    seen = 0
    for index, token in enumerate(tokens):
        seen += token.kind == "0"
        if seen > SUMS_MOST:
            return tokens[:index]
    return tokens


def _applied(rule: Rule, kinds: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    found: list[Token] = []
    at = 0
    for match in rule.pattern.finditer(kinds):
        if match.end() == match.start() or match.start() < at:
            continue
        piece = tokens[match.start() : match.end()]
        made = rule.make(piece)
        if made is None:
            continue
        found.extend(tokens[at : match.start()])
        first, behind = match.span("n") if rule.part and match["n"] else match.span()
        if first > match.start() or behind < match.end():
            made = rule.make(tokens[first:behind])
            if made is None:
                continue
            found.extend(tokens[match.start() : first])
        start, end = span(tokens[first:behind])
        if made[0]:
            found.append(Token(made[0], start, end, made[1], rule.name))
        at = behind
    if not at:
        return kinds, tokens
    found.extend(tokens[at:])
    return "".join(token.kind for token in found), found
