"""Places that speak of pay or hours and say nothing: by form, not by lists of praise.

A noun of pay or hours without a value is vague unless something vetoes it: work about pay,
'besides', a share of pay, days off. Decided last, for sentences in which nothing is stated.
"""

from collections.abc import Sequence

from vaclint.facts.amounts import measure
from vaclint.facts.amounts.around import (
    AT_PLACE,
    OTHER,
    PAY,
    Parsed,
    alone,
    is_subject,
    kinds_in,
    leads,
    marks_in,
    roles_in,
    sentence,
    tokens_in,
)
from vaclint.facts.amounts.nodes import Count, Hours
from vaclint.facts.amounts.role_words import cancelled, is_modifier
from vaclint.facts.amounts.tokens import Mark, Token
from vaclint.text.patterns import lazy

_ADDRESSED = frozenset({"reader", "whether"})
_ROUND = frozenset("xn")
_AND_COMMISSION = lazy(r"(?<=^|[nx,:])R[a+]{1,2}r(?:[a+]?r)*$")
"""Pay by the hour and what comes on top, with no sum: ``hourly and commission + tips``."""
HEADING_MOST = 5
"""A heading of more tokens has another thought."""
_OF_OTHERS = frozenset({"team", "work", "training"})
ASKED_WITHIN = 30
"""Characters from ‘how many hours’ to the verb that says what settles it."""
CLAUSE_MOST = 45
"""A clause with more characters behind a noun is not quoted."""


def vague_pay(line: Parsed) -> tuple[int, int] | None:
    """The first place of a line that mentions pay without saying how much."""
    if "r" in line.kinds and "G" not in line.kinds:
        mixed = _AND_COMMISSION.search(line.kinds)
        if mixed is not None:
            named = line.tokens[mixed.start() : mixed.end()]
            return named[0].start, named[-1].end
    for mark in line.marks:
        if mark.role == "vague_predicate" and _under_pay(line, mark):
            return mark.start, mark.end
        if mark.role == "vague_predicate" and _in_place_of_sum(line, mark):
            return mark.start - 1, mark.end
        if mark.role == "talk" and (agreed := _will_agree(line, mark)) is not None:
            return mark.start, agreed.end
        if mark.role == "vague_pay" and not _is_else(line, mark):
            return _whole(line, mark)
        if mark.role == "living" and _is_living(line, mark):
            return _whole(line, mark)
        if mark.role == "intern" and _is_bare(line, mark):
            return mark.start, mark.end
        if mark.role == "bonus" and _is_all(line, mark):
            return mark.start, mark.end
        if mark.role == "earn" and _when_paid(line, mark):
            return mark.start, mark.end
        if mark.role == "earn" and "vague_predicate" in roles_in(line, mark.end, mark.end + 30):
            return mark.start, mark.end
        well = _well(line, mark) if mark.role == "earn" else None
        if well is not None:
            return min(mark.start, well.start), max(mark.end, well.end)
        if mark.role in PAY and _says_nothing(line, mark):
            if mark.start < line.label_end:
                return line.label_end, len(line.row.text)
            return _whole(line, mark)
    return None


def _under_pay(line: Parsed, mark: Mark) -> bool:
    """Whether words that leave pay open are all of a line under a heading of pay:
    ``## Compensation``, ``TBD``.
    """
    if not line.heading & {"pay", "pay_rate"} or line.place in ("heading", "title"):
        return False
    text = line.row.text
    return not any(map(str.isalnum, text[: mark.start] + text[mark.end :]))


def _in_place_of_sum(line: Parsed, mark: Mark) -> bool:
    """Whether words that leave pay open stand where the sum would, right behind a sign of money:
    ``£DOE``, ``€ in overleg``, and not of a bonus.
    """
    before = tokens_in(line, max(0, mark.start - 2), mark.start)[-1:]
    signed = bool(before) and before[0].kind == "€" and before[0].end == mark.start
    around = roles_in(line, max(0, mark.start - 24), mark.start) | roles_in(
        line, mark.end, mark.end + 2
    )
    return signed and not around & OTHER


def _will_agree(line: Parsed, mark: Mark) -> Mark | None:
    """What says that one will agree on the money that a sentence begins with: ``over geld doen we
    niet moeilijk``.
    """
    left, right = sentence(line, mark.start, mark.end)
    if kinds_in(line, left, mark.start).strip("n"):
        return None
    behind = marks_in(line, mark.end, right)
    return next((one for one in behind if one.role == "at_ease"), None)


def _well(line: Parsed, mark: Mark) -> Mark | None:
    """The words behind a verb for earning or before it that say how well a job
    pays: ``wij betalen goed``, ``goed betaald worden``.
    """
    before = marks_in(line, max(0, mark.start - 16), mark.start)
    for other in (*reversed(before), *marks_in(line, mark.end, mark.end + 12)):
        if other.role == "well" and other.end <= mark.start:
            return other if line.row.text[other.end : mark.start] == " " else None
        if other.role == "well":
            between = set(kinds_in(line, mark.end, other.start)) <= {"n"}
            return (
                other
                if between and not roles_in(line, mark.end, other.start) - _ADDRESSED
                else None
            )
    return None


def _is_living(line: Parsed, mark: Mark) -> bool:
    """Whether a word is pay by idiom: praised, and with none of the words with which it is what
    it says: ``een goed belegde boterham``, not ``een boterham met kaas``.
    """
    left, right = sentence(line, mark.start, mark.end)
    near = marks_in(line, max(left, mark.start - 20), mark.start)
    praised = any(one.role == "praise" and one.end + 1 == mark.start for one in near)
    return praised and "plainly" not in roles_in(line, left, right)


def _is_praise(line: Parsed, mark: Mark) -> bool:
    """Whether a heading of a few words praises pay: ``Aantrekkelijke verloning``."""
    before = [t for t in tokens_in(line, 0, mark.start) if t.kind in _ROUND][-1:]
    if (
        before
        and before[0].kind == "n"
        and "praise" not in roles_in(line, before[0].start, before[0].end)
    ):
        return False
    if line.place != "heading" or not before or len(line.tokens) > HEADING_MOST:
        return False
    return before[0].end + 1 == mark.start and before[0].word.isalpha()


def _is_bare(line: Parsed, mark: Mark) -> bool:
    """Whether an allowance for a trainee is all that a line names, or the first thing of an item:
    ``- Stagevergoeding en begeleiding``.
    """
    if line.place in ("heading", "title", "key") or line.label_end:
        return False
    behind = kinds_in(line, mark.end, mark.end + 12)[:1]
    first = line.place == "item" and leads(line, mark.start) and behind in ("a", ",")
    return first or alone(line, mark.start, mark.end)


def _when_paid(line: Parsed, mark: Mark) -> bool:
    """Whether only how often somebody is paid is said: ``you are paid weekly``."""
    left, _ = sentence(line, mark.start, mark.end)
    other = roles_in(line, left, mark.start) & (OTHER | {"work", "leave", "about_pay"})
    return not other and kinds_in(line, mark.end, mark.end + 16)[:1] == "R"


def _is_all(line: Parsed, mark: Mark) -> bool:
    """Whether pay is a bonus or commission and nothing else: ``100% commission``."""
    left, _ = sentence(line, mark.start, mark.end)
    near = tokens_in(line, max(left, mark.start - 8), mark.start)
    return bool(near) and isinstance(near[-1].value, Count) and near[-1].value.low == 100


def _whole(line: Parsed, mark: Mark) -> tuple[int, int]:
    """A mark with the adjectives before it and the noun of pay behind it; a bare noun with the rest
    of its clause, where that is short.
    """
    text, start, end = line.row.text, mark.start, mark.end
    verbs = {
        m.start for m in marks_in(line, max(0, start - 60), start) if m.role in ("get", "earn")
    }
    at = start
    before = list(reversed(tokens_in(line, max(0, start - 60), start)))
    for index, token in enumerate(before):
        adjoins = token.end <= at and not text[token.end : at].strip()
        if not adjoins or token.kind not in ("x", "n", "a") or token.start in verbs:
            break
        if token.kind == "a" and _is_phrase(before[index + 1 : index + 3]):
            break
        if token.kind != "a":
            start = token.start
        elif start == mark.start and mark.role != "vague_pay":
            break
        at = token.start
    noun = next((m for m in marks_in(line, end, end + 2) if m.role in PAY), None)
    if noun is not None:
        end = noun.end
    elif start == mark.start and mark.role != "vague_pay":
        end = _clause_end(line, end)
    if start < line.label_end <= end:
        start = line.label_end
    return start, end


def _is_phrase(words: Sequence[Token]) -> bool:
    """Whether two words, the last first, are joined: what 'and' adds pay to is then another
    thing: ``warme werkplek en eerlijk loon``.
    """
    return (
        len(words) > 1
        and all(word.kind in _ROUND for word in words)
        and words[1].end + 1 == words[0].start
    )


def _clause_end(line: Parsed, end: int) -> int:
    """The end of the clause behind a place, or that place where the clause is long."""
    stop = next((t.start for t in tokens_in(line, end, end + CLAUSE_MOST) if t.kind in ",.|(:"), -1)
    text = line.row.text
    if stop < 0:
        stop = len(text) if len(text) - end <= CLAUSE_MOST else end
    return end + len(text[end:stop].rstrip(" .;"))


def _is_else(line: Parsed, mark: Mark) -> bool:
    """Whether praise of pay is that of goods or work about pay, or begins as a name does: ``you
    report to the Commission only``.
    """
    text = line.row.text
    named = text[mark.start].isupper() and text[: mark.start].rstrip()[-1:].islower()
    return named or _about_work(line, mark) or _of_goods(line, mark) or _of_customers(line, mark)


def _of_customers(line: Parsed, mark: Mark) -> bool:
    """Whether customers are whom a sentence speaks of: ``our guests value our fair rates``."""
    left, _ = sentence(line, mark.start, mark.end)
    marks = marks_in(line, left, mark.start)
    served = next((one for one in marks if one.role == "served"), None)
    return (
        served is not None
        and is_subject(line, served, left)
        and not roles_in(line, served.end, mark.start) & {"reader", "get", "earn"}
    )


def _about_work(line: Parsed, mark: Mark) -> bool:
    left, _ = sentence(line, mark.start, mark.end)
    return "work" in roles_in(line, left, mark.start)


def _says_nothing(line: Parsed, mark: Mark) -> bool:
    """Whether a noun of pay is an offer without a value: an item, a label, with an adjective or a
    predicate.
    """
    left, right = sentence(line, mark.start, mark.end)
    before, behind = roles_in(line, left, mark.start), roles_in(line, mark.end, right)
    if mark.start < line.label_end:
        return len(line.row.text) > line.label_end and not _values(line)
    if "about_pay" in roles_in(line, mark.start - 24, mark.end + 1) or "work" in before:
        return False
    if {"customer", "price"} & roles_in(line, mark.end, min(right, mark.end + 20)):
        return False
    if "sets" in before and "hired" in behind:
        return False  # rates for freelancers
    if mark.role == "pay_rate" and "price" in before:
        return False  # prices and rates
    following = marks_in(line, mark.end, mark.end + 2)
    if any(m.role in OTHER and line.row.text[m.start].islower() for m in following):
        return False  # pay differential
    following_kinds = kinds_in(line, mark.end, right)
    if following_kinds.lstrip("nf")[:1] == "G" or following_kinds[:2] == "xG":
        return False  # a laptop stipend of $800, basic models from £25,000
    just_before = kinds_in(line, max(left, mark.start - 30), mark.start)
    if is_modifier(line, mark) or {"B", "*"} & set(just_before):
        return False  # lunch stipend, $40 million in wages, 1.5 times your salary
    adjoining = just_before.rstrip("R")[-1:]
    praised = adjoining in _ROUND
    near = roles_in(line, max(left, mark.start - 20), mark.start)
    praised_too = adjoining == "x" and not near & _ADDRESSED
    doubtful = near & {"vague_predicate", "vague_pay"} or praised_too
    if (cancelled(line, mark, left) and not doubtful) or any(
        t.kind == "P" for t in tokens_in(line, max(left, mark.start - 30), mark.start)
    ):
        return False
    predicate = "vague_predicate" in behind or "vague_predicate" in before
    predicate = predicate or (praised and _is_paid_so(line, mark)) or _depends(line, mark)
    text = line.row.text
    labelled = text[mark.end : mark.end + 2].lstrip()[:1] in (":", "(") and len(text) > mark.end + 3
    if line.place in ("heading", "title") and not predicate:
        return _is_praise(line, mark)
    weak = any(
        m.role == "weak" and m.start == mark.start
        for m in marks_in(line, mark.start, mark.start + 1)
    )
    if weak or mark.role in ("pay_rate", "intern"):
        if weak and _is_for_other(line, mark, right):
            return False
        offered = (
            mark.role == "intern"
            or before & {"get", "trainee"}
            or line.place == "item"
            or _is_short(line)
            or _begins(line, mark, left)
            or "get" in line.heading
        )
        if mark.role == "pay_rate" and "praise" not in near:
            praised = False  # recovery rates
        return predicate or labelled or bool(praised and offered)
    return True


FOR_WITHIN = 24
"""Characters from a noun of pay to what it is for."""


def _is_for_other(line: Parsed, mark: Mark, right: int) -> bool:
    """Whether a noun is for what costs money, and is no pay: ``een ruime vergoeding voor je
    reiskosten``.
    """
    near = marks_in(line, mark.end, min(right, mark.end + FOR_WITHIN))
    linked = bool(near) and near[0].role in ("for", "link")
    other = next((one for one in near if one.role in OTHER | {"travel"}), None)
    return (
        linked and other is not None and not set(kinds_in(line, mark.end, other.start)) & {*",.a"}
    )


def _depends(line: Parsed, mark: Mark) -> bool:
    """Whether a noun of pay hangs on something else: ``de stagevergoeding hangt af van …``."""
    return any(one.role == "depends" for one in marks_in(line, mark.end, mark.end + 2))


def _is_paid_so(line: Parsed, mark: Mark) -> bool:
    """Whether a verb for paying stands right behind a noun of pay: ``top rates paid``."""
    behind = marks_in(line, mark.end, mark.end + 2)
    return any(one.role == "earn" for one in behind)


def _begins(line: Parsed, mark: Mark, left: int) -> bool:
    """Whether a noun of pay with an article and a word, or a word of praise, begins its sentence,
    and is for nothing else: ``een nette vergoeding voor scheidsrechters``, ``attractive package``.
    """
    begin = max(left, line.label_end, 0)
    before = tokens_in(line, begin, mark.start)
    if len(before) != 1 or roles_in(line, mark.end, mark.end + 40) & OTHER:
        return False
    article = line.row.text[begin : before[0].start].strip()
    praised = not article and "praise" in roles_in(line, begin, mark.start)
    return praised or (article.isalpha() and before[0].kind in "xn")


def _is_short(line: Parsed) -> bool:
    """Whether a line is a few words and no sentence, as an item of a list without its bullet."""
    return len(line.tokens) <= HEADING_MOST and set(line.kinds) <= set("xnRyNDh")


def _of_goods(line: Parsed, mark: Mark) -> bool:
    """Whether what is in line with the market is a price and not pay."""
    return "r" in kinds_in(line, mark.end, mark.end + 12)[:1]


def _values(line: Parsed) -> bool:
    return any(kind in line.kinds for kind in "GS")


_OF_HOURS = frozenset(
    {
        *("full", "part", "half_time", "hours", "ask_hours", "zero", "on_call", "flexible"),
        *("few", "schedule", "as_needed", "work_days", "extent", "called"),
    }
)


def vague_hours(line: Parsed) -> tuple[int, int] | None:
    """The first place of a line that speaks of the size of the job without a number."""
    for token in line.tokens:
        if isinstance(token.value, Hours) and token.value.high == 0 and _of_job(line, token):
            return token.start, token.end
    often = _so_often(line)
    if often is not None:
        return often
    for mark in line.marks:
        if mark.role not in _OF_HOURS:
            continue
        left, right = sentence(line, mark.start, mark.end)
        whole = roles_in(line, left, right)
        if mark.role in ("full", "part", "half_time"):
            if _part_says(line, mark, left, right):
                return mark.start, mark.end
        elif mark.role == "work_days":
            named = _weekdays_behind(line, mark)
            if named is not None:
                return named.start, named.end
        elif mark.role == "extent":
            open_end = _open_extent(line, mark)
            if open_end:
                return mark.start, open_end
        elif mark.role == "hours" and _as_it_takes(line, mark, left):
            return mark.start, _clause_end(line, mark.end)
        elif _leaves_open(line, mark, whole):
            return mark.start, mark.end
        elif _is_left_open(line, mark, whole, right):
            return mark.start, _clause_end(line, mark.end)
        elif mark.role == "hours" and _hours_say_nothing(line, mark, left, right):
            if mark.start < line.label_end:
                return line.label_end, len(line.row.text)
            return mark.start, _clause_end(line, mark.end)
    return None


_HOURS_OF = frozenset("HKQXOPGC")


def _so_often(line: Parsed) -> tuple[int, int] | None:
    """Days of which only is said how seldom somebody works on them, at the begin of a sentence:
    ``one weekend in four``, ``om het weekend sta je er``.
    """
    if not {"e", "W", "n"} & set(line.kinds) or _HOURS_OF & set(line.kinds):
        return None
    for start, end in _seldom(line):
        left, right = sentence(line, start, end)
        whole = roles_in(line, left, right)
        ends = kinds_in(line, end, end + 16)[:1] in ("", ",", ".", "a", "|", "(")
        addressed = "reader" in whole
        if (
            (leads(line, start) and (ends or addressed)) or (ends and _works(line, left, start))
        ) and not whole & (_NOT_WORKED | {"served", "runs"}) - {"except"}:
            return start, end
    return None


def _works(line: Parsed, left: int, start: int) -> bool:
    """Whether the reader's work is all that stands before days: ``je werkt``."""
    before = roles_in(line, left, start)
    only = set(kinds_in(line, left, start)) <= {"n"}
    return only and "size" in before and bool(before & {"reader", "whether"})


def _seldom(line: Parsed) -> list[tuple[int, int]]:
    """Where days are said to be some of several: ``every other weekend``, ``one Saturday in
    three``, ``alternate Sundays``.
    """
    found = [(mark.start, mark.end) for mark in line.marks if mark.role == "seldom"]
    for mark in line.marks:
        behind = tokens_in(line, mark.end, mark.end + 2)[:1]
        if mark.role in ("every_second", "every_other") and behind and behind[0].kind == "W":
            found.append((mark.start, behind[0].end))
    for match in _ONE_OF.finditer(line.kinds):
        tokens = line.tokens[match.start() : match.end()]
        found.append((tokens[0].start, tokens[-1].end))
    return sorted(found)


_ONE_OF = lazy(r"0[eW](?:R|n{0,2}0)")


def _as_it_takes(line: Parsed, mark: Mark, left: int) -> bool:
    """Whether hours are as many as the work takes: ``you work the hours needed to get it done``,
    not ``you log the hours needed``.
    """
    takes = any(one.role == "takes" for one in marks_in(line, mark.end, mark.end + 2))
    return takes and ("size" in roles_in(line, left, mark.start) or leads(line, mark.start))


def _of_job(line: Parsed, token: Token) -> bool:
    """Whether a word for the job stands near a number: ``een contract van 0 uur``."""
    near = roles_in(line, token.start - 30, token.end + 20)
    return token.start >= line.label_end and bool(near & {"size", "hours"})


def _leaves_open(line: Parsed, mark: Mark, whole: frozenset[str]) -> bool:
    """Whether words say that the hours are not fixed: on call, flexible, a zero-hours contract, or
    a question how many.
    """
    if mark.role == "ask_hours":
        if "leave" in roles_in(line, mark.end, mark.end + OPEN_WITHIN):
            return False  # hoeveel dagen vakantie
        paid = roles_in(line, 0, mark.start) & PAY
        settled = not paid and "depends" in roles_in(line, mark.end, mark.end + ASKED_WITHIN)
        return settled or "negotiable" in whole or "?" in line.row.text[mark.end :]
    if mark.role == "zero":
        return not _is_denied(line, mark)
    if mark.role == "called":
        return _is_kind_of_job(line, mark)
    if mark.role == "as_needed":
        return _of_nothing_else(line, mark)
    opens = "opening" in roles_in(line, mark.start - 16, mark.start)
    if "every_one" in roles_in(line, mark.start - EVERY_WITHIN, mark.start):
        return False  # you file each bank contract
    return mark.role in ("on_call", "flexible") and not opens and not _of_leave(line, mark)


EVERY_WITHIN = 7
"""Characters from 'each' to the contract that it is said of."""
OPEN_WITHIN = 24
"""Characters from a word for how much one works to the words that leave it open."""


def _open_extent(line: Parsed, mark: Mark) -> int:
    """The end of the words that leave open how much one works, right behind a word for that at the
    begin of its clause: ``inzet: flexibel``, ``the commitment is flexible``; 0 without them.
    """
    left, _ = sentence(line, mark.start, mark.end)
    begins = is_subject(line, mark, left) or kinds_in(line, left, mark.start)[-1:] in ("a", ",")
    if mark.start >= line.label_end and not begins:
        return 0
    start = max(mark.end, line.label_end)
    for other in marks_in(line, start, start + OPEN_WITHIN):
        if other.role in ("negotiable", "flexible"):
            between = kinds_in(line, start, other.start).strip(":nx")
            return 0 if between else other.end
    return 0


def _is_kind_of_job(line: Parsed, mark: Mark) -> bool:
    """Whether a word is all that stands behind a label for the job: ``Contract type: Bank``."""
    text, end = line.row.text, line.label_end
    if not end and ":" in line.kinds:
        end = text.find(":") + 1
    alone_there = 0 < end <= mark.start and not any(
        map(str.isalnum, text[end : mark.start] + text[mark.end :])
    )
    return alone_there and bool(roles_in(line, -1, end) & {"size", "share"})


def _of_nothing_else(line: Parsed, mark: Mark) -> bool:
    """Whether words are all that a line says behind its label, or stand right behind hours:
    ``As and when required``, ``hours are ad hoc``.
    """
    text = line.row.text
    left, right = text[line.label_end : mark.start], text[mark.end :]
    alone = not any(map(str.isalnum, left + right))
    near = roles_in(line, mark.start - 12, mark.start)
    before = tokens_in(line, max(0, mark.start - 24), mark.start)[-1:]
    turns = bool(before) and before[0].kind == "y" and before[0].end + 1 == mark.start
    return alone or "hours" in near or turns


def _of_leave(line: Parsed, mark: Mark) -> bool:
    """Whether leave is named right beside a word for hours: ``flexible leave and hours``, not
    ``flexible hours, 30 days of leave``.
    """
    stop = next((t.start for t in tokens_in(line, mark.end, mark.end + 16) if t.kind == ","), None)
    return "leave" in roles_in(line, mark.start - 24, mark.end + 16 if stop is None else stop)


def _is_denied(line: Parsed, mark: Mark) -> bool:
    """Whether 'no' or 'not' stands right before a word: ``not a zero-hours contract``."""
    return "!" in kinds_in(line, max(0, mark.start - 8), mark.start)


def _weekdays_behind(line: Parsed, mark: Mark) -> Token | None:
    """The weekdays right behind a word for the days of work that begins its sentence."""
    near = tokens_in(line, mark.end, mark.end + WEEKDAYS_WITHIN)
    behind = [token for token in near if token.kind not in ":n"]
    of_job = mark.start < line.label_end or leads(line, mark.start)
    return behind[0] if of_job and behind and behind[0].kind == "W" else None


_DATED = frozenset("YdJKHCc")
_WORKED = frozenset({"training", "size", "hours", "wanted"})
_NOT_WORKED = AT_PLACE | {"leave", "opening", "reply", "duration", "meeting", "except"}


def days_alone(line: Parsed) -> tuple[int, int] | None:
    """Weekdays on which something of the job is each week, in a line without hours: ``we repeteren
    wekelijks op dinsdagavond``, ``trainingen op dinsdag en donderdag``.
    """
    for token in line.tokens if "W" in line.kinds else ():
        if token.kind != "W":
            continue
        left, right = sentence(line, token.start, token.end)
        kinds = kinds_in(line, left, right)
        whole = roles_in(line, left, right)
        named = "every" in roles_in(line, max(left, token.start - 10), token.start)
        several = measure.weekdays(line, token.start, token.end) > 1 and whole & _WORKED
        weekly = named and (_is_weekly(line, left, right) or several)
        works = _works_on(line, token, left)
        weekly = weekly or works
        others = whole & (_NOT_WORKED - {"reply"} if works else _NOT_WORKED)
        if weekly and not others and _DATED.isdisjoint(kinds):
            return token.start, token.end
    return None


WORKED_LEAST = 4
"""Weekdays that are those of a job where nothing says of which week they are."""


def _works_on(line: Parsed, token: Token, left: int) -> bool:
    """Whether weekdays are those on which the reader works: ``je werkt maandag tot vrijdag``."""
    before = roles_in(line, left, token.start)
    many = measure.weekdays(line, token.start, token.end)
    near = marks_in(line, max(left, token.start - WORK_WITHIN), token.start)
    works = any(mark.role == "size" for mark in near)
    return works and "reader" in before and WORKED_LEAST <= many < 7


WORK_WITHIN = 24
"""Characters from a verb for working to the weekdays."""


def _is_weekly(line: Parsed, left: int, right: int) -> bool:
    """Whether a sentence says that something is each week."""
    return any(one.kind == "R" and one.value == "week" for one in tokens_in(line, left, right))


WEEKDAYS_WITHIN = 12
"""Characters from a word for the days of work to those days."""
_NOT_OF_JOB = AT_PLACE | {"leave", "training", "opening", "team", "reply", "duration"}


def _is_left_open(line: Parsed, mark: Mark, whole: frozenset[str], right: int) -> bool:
    """Whether a few hours or days a week are named, or a schedule that is still to be agreed."""
    if mark.role == "few":
        return _few_days(line, mark, whole)
    behind = roles_in(line, mark.end, _pay_behind(line, mark, right))
    return mark.role == "schedule" and "negotiable" in behind


def _pay_behind(line: Parsed, mark: Mark, right: int) -> int:
    """Where the first noun of pay behind a mark begins, else the end of its sentence."""
    return next((one.start for one in marks_in(line, mark.end, right) if one.role in PAY), right)


def _few_days(line: Parsed, mark: Mark, whole: frozenset[str]) -> bool:
    """Whether an unsaid number of hours or days a week is that of the job."""
    behind = kinds_in(line, mark.end, mark.end + 24)
    timed = not {"R", "W", "e"}.isdisjoint(behind.replace("n", "")[:2])
    return behind[:1] in tuple("hDNR") and timed and not whole & _NOT_OF_JOB


def _part_says(line: Parsed, mark: Mark, left: int, right: int) -> bool:
    if "whole_week" in roles_in(line, mark.start, mark.end) and (
        kinds_in(line, mark.end, mark.end + 12)[:1] == "H"
    ):
        return False  # a full week is 36 hours
    if _of_study(line, mark) or _in_leave(line, mark, left, right):
        return False
    if roles_in(line, max(left, mark.start - 40), mark.start) & _OF_OTHERS:
        return False
    if kinds_in(line, max(left, mark.start - 20), mark.start).rstrip("nx")[-1:] == "J":
        return False  # one year of full-time experience
    paid = [m for m in marks_in(line, mark.end, mark.end + 2) if m.role in PAY]
    if paid and not _LABEL_END.match(line.row.text, paid[-1].end):
        return False  # part-time pay is pro rata
    near = roles_in(line, max(left, mark.start - 16), mark.start)
    return not ("basis" in near and any(kind in line.kinds for kind in "GSHD"))


_LABEL_END = lazy(r"(?: \w{1,12}){0,2}:")
"""Behind a word of pay, the end of a label that it begins: ``Full time Basic Salary: …``."""


def _in_leave(line: Parsed, mark: Mark, left: int, right: int) -> bool:
    """Whether leave is named in the sentence of full or part time, but for an aside behind it: ``25
    vakantiedagen bij een fulltime dienstverband``, not ``part-time work (with a week's leave)``.
    """
    if "leave" in roles_in(line, left, mark.end):
        return True
    behind = [one.start for one in marks_in(line, mark.end, right) if one.role == "leave"]
    kinds = [kinds_in(line, mark.end, start) for start in behind]
    return any(between.count("(") <= between.count(")") for between in kinds)


def _of_study(line: Parsed, mark: Mark) -> bool:
    """Whether full or part time is said of a course or of what is open: ``a part-time MBA course``,
    not ``part-time course leader``.
    """
    for other in marks_in(line, mark.end, mark.end + 20):
        if other.role in ("training", "budget", "opening"):
            joined = kinds_in(line, mark.end, other.start) in ("", "x")
            return joined and kinds_in(line, other.end, other.end + 2)[:1] not in ("x", "n")
    return False


def _hours_say_nothing(line: Parsed, mark: Mark, left: int, right: int) -> bool:
    """Whether a word for working hours is left open: ``werktijden in overleg``, ``Hours:
    variable``.
    """
    if any(token.kind == "R" for token in tokens_in(line, mark.start - 12, mark.end)[-1:]):
        return False  # 80 boxes an hour
    behind = roles_in(line, mark.end, min(_pay_behind(line, mark, right), mark.end + 60))
    before = roles_in(line, max(left, mark.start - 30), mark.start)
    if behind & {"leave", "overtime", "training"} or before & {
        "leave",
        "overtime",
        "opening",
        "training",
    }:
        return False
    depends = any(m.role == "depends" for m in marks_in(line, mark.end, mark.end + 2))
    if "negotiable" in behind or depends:
        return True
    text = line.row.text
    labelled = text[mark.end : mark.end + 2].lstrip()[:1] == ":" or mark.end <= line.label_end - 1
    labelled = labelled and "!" not in kinds_in(line, max(left, mark.start - 20), mark.start)
    value = text[line.label_end if mark.end <= line.label_end else mark.end + 1 :].strip(" :")
    return labelled and bool(value) and not any(k in line.kinds for k in "KHDQXPC0")


def _behind_pay(line: Parsed, mark: Mark) -> bool:
    """Whether a word is the value of a label of pay, or stands right behind its colon."""
    if line.label_end:
        named = bool(roles_in(line, -1, line.label_end) & PAY)
        return named and line.label_end <= mark.start < line.label_end + 12
    return bool(roles_in(line, mark.start - 30, mark.start) & PAY) and (
        line.row.text[: mark.start].rstrip()[-1:] == ":"
    )


_UNPAID = frozenset(
    {
        *("unpaid", "volunteer", "volunteers", "unpaid_value", "trifle", "voluntary"),
        *("as_volunteer", "denied"),
    }
)


def unpaid(line: Parsed) -> tuple[int, int] | None:
    """The words of a line that say that the work is unpaid."""
    for mark in line.marks:
        if mark.role not in _UNPAID:
            continue
        left, _ = sentence(line, mark.start, mark.end)
        other = roles_in(line, mark.start - 12, mark.end + 16) & {"leave", "break_time", "overtime"}
        other |= roles_in(line, mark.end, mark.end + 2) & PAY
        other |= roles_in(line, mark.start - 10, mark.start) & {"earn"}
        other |= _done_freely(line, mark, left)
        if mark.role == "unpaid" and not other and "work" not in roles_in(line, left, mark.start):
            return mark.start, mark.end
        if mark.role in ("volunteer", "volunteers") and _is_sought(line, mark, left):
            return mark.start, mark.end
        if mark.role == "volunteer" and (begin := _as_one(line, mark, left)) is not None:
            return begin, mark.end
        if mark.role == "unpaid_value" and _behind_pay(line, mark):
            return mark.start, mark.end
        if mark.role == "denied" and _is_not_paid(line, mark):
            return mark.start, mark.end
        if mark.role == "trifle" and _for_nobody(line, mark, left):
            return mark.start, mark.end
        if mark.role in ("voluntary", "as_volunteer") and _is_done_so(line, mark, left):
            return mark.start, mark.end
    return None


def _is_not_paid(line: Parsed, mark: Mark) -> bool:
    """Whether 'no' is all that a key says which asks whether somebody is paid: ``paid: false``."""
    keyed = line.place in ("key", "label", "cell") and mark.start == line.label_end
    alone_there = not any(map(str.isalnum, line.row.text[mark.end :]))
    return keyed and alone_there and roles_in(line, -1, line.label_end) - {"trifle"} == {"earn"}


_NOT_WORK = frozenset({*OTHER, "may", "leave", "joins"})


def _done_freely(line: Parsed, mark: Mark, left: int) -> frozenset[str]:
    """What is done of one's own will, where that is no work: ``overwerk doe je vrijwillig``,
    ``deelname aan het fonds is op vrijwillige basis``.
    """
    if "freely" not in roles_in(line, mark.start, mark.start + 1):
        return frozenset()
    return roles_in(line, left, mark.start) & _NOT_WORK


def _for_nobody(line: Parsed, mark: Mark, left: int) -> bool:
    """Whether money is what nobody gets: ``niemand krijgt er een cent voor``, ``none of us earns
    a penny``, ``je krijgt er geen cent voor``.
    """
    behind = marks_in(line, mark.end, mark.end + 2)
    near = kinds_in(line, max(left, mark.start - 6), mark.start)[-1:] == "!"
    if near and any(one.role == "against" for one in behind):
        return True  # er staat geen geld tegenover
    got = [one for one in marks_in(line, left, mark.start) if one.role in ("get", "earn")]
    if got and "earn" in roles_in(line, mark.start, mark.start + 1):
        between = kinds_in(line, got[-1].end, mark.start)
        if len(between) > 1 or kinds_in(line, mark.end, mark.end + 2)[:1] == "x":
            return False  # niemand krijgt te laat betaald, nobody gets paid late
    if not got or not _is_one_clause(line, got[0].end, mark.start):
        return False
    return near or "nobody" in roles_in(line, left, got[0].start)


DONE_WITHIN = 3
"""Tokens from the noun of a job to the word that says that it is voluntary."""


PART_WITHIN = 10
"""Characters from ‘of’ or ‘for’ to the noun of a job that something else is of."""


def _is_done_so(line: Parsed, mark: Mark, left: int) -> bool:
    """Whether the job is voluntary, or done by volunteers: ``this placement is voluntary``, ``we
    doen dit allemaal als vrijwilliger``; not ``experience as a volunteer``.
    """
    if mark.role == "as_volunteer" and _begins_so(line, mark.start, mark, left):
        return True
    role = "post" if mark.role == "voluntary" else "does_so"
    named = [one for one in marks_in(line, left, mark.start) if one.role == role]
    if not named or "?" in line.row.text[mark.end :]:
        return False
    between = kinds_in(line, named[-1].end, mark.start)
    near = len(between) <= DONE_WITHIN and set(between) <= _ROUND
    of_others = roles_in(line, named[-1].end, mark.start) & {"relative", "served", "team"}
    of_part = roles_in(line, max(left, named[-1].start - PART_WITHIN), named[-1].start) & {"link"}
    return near and not of_others and not of_part


READER_WITHIN = 24
"""Characters from 'as a volunteer' to the reader who is one."""


AS_WITHIN = 30
"""Characters from 'as' to the volunteer whom adjectives describe."""


def _as_one(line: Parsed, mark: Mark, left: int) -> int | None:
    """Where a statement begins with the reader as a volunteer of some kind: ``als ervaren
    vrijwilliger help je mee``; None where it does not.
    """
    for one in marks_in(line, max(left, mark.start - AS_WITHIN), mark.start):
        described = 0 < len(kinds_in(line, one.end, mark.start)) <= 2
        if one.role == "as_one" and described and _is_adjective(line, one.end, mark):
            return one.start if _begins_so(line, one.start, mark, left) else None
    return None


def _begins_so(line: Parsed, start: int, mark: Mark, left: int) -> bool:
    """Whether a statement begins with the reader as a volunteer: ``als vrijwilliger help je mee``,
    ``as a volunteer, you greet guests``; the words that say so start at ``start``.
    """
    _, right = sentence(line, mark.start, mark.end)
    begins = leads(line, start) or not kinds_in(line, left, start)
    addressed = "reader" in roles_in(line, mark.end, mark.end + READER_WITHIN)
    asked = "?" in line.row.text[mark.end : right + 1]
    return begins and addressed and not asked and "past" not in roles_in(line, mark.end, right)


def _is_one_clause(line: Parsed, start: int, end: int) -> bool:
    """Whether one clause holds two places."""
    return not set(kinds_in(line, start, end)) & set(",.|:(")


def _is_sought(line: Parsed, mark: Mark, left: int) -> bool:
    """Whether a word is who is sought: at the begin of a sentence with a word of seeking behind it,
    or right behind one (`a coordinator of volunteers` is none).
    """
    if "leader" in roles_in(line, mark.end, mark.end + 2):
        return False
    unknown = [t.start for t in tokens_in(line, left, mark.start) if t.kind == "x"]
    if len(unknown) <= 1 and "wanted" in roles_in(line, mark.end, mark.end + 50):
        return True
    sought = [m.end for m in marks_in(line, left, mark.start) if m.role == "wanted"]
    return bool(sought) and _is_adjective(line, sought[-1], mark)


ADJECTIVES_MOST = 4
"""Words from one of seeking to whom it seeks: ``seeking kind, handy and cheerful volunteers``."""


def _is_adjective(line: Parsed, start: int, mark: Mark) -> bool:
    """Whether all between a word of seeking and volunteers says what these are like; before the
    plural no article, which is that of another noun (``een coördinator vrijwilligers``).
    """
    between = tokens_in(line, start, mark.start)
    roles = roles_in(line, start, mark.start) - {"praise", "level"}
    kinds = {token.kind for token in between}
    if roles or len(between) > ADJECTIVES_MOST or kinds - set("xan,ewN"):
        return False
    begin = between[0].start if between else mark.start
    return mark.role == "volunteer" or not line.row.text[start:begin].strip(" :")
