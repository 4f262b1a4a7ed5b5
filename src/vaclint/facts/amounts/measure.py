"""The words round a number of hours, days or a share of full time."""

import itertools
from unicodedata import category

from vaclint.facts.amounts.around import (
    AT_PLACE,
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
from vaclint.facts.amounts.nodes import Clock, Count, Days, Hours, Product, Share
from vaclint.facts.amounts.sizes import ALL_DAY, BREAK_FROM, WEEKS, Size
from vaclint.facts.amounts.tokens import Mark, Token
from vaclint.text.patterns import lazy

_TIMES = frozenset("NaewWo,")
"""The letters of when one works: ``nights and weekends, 36 hours.``"""
DASHED = (" - ", " – ", " — ")
"""Between the parts of a row of facts."""

PART_LEAST = 0.2
"""A smaller part of full time needs more than a word for the job before it."""
CONTRACTS_WITHIN = 20
"""Characters from 'contracts of' to the number of their hours."""
DAY = 24
WEEK_HOURS = 168
"""A week has no more."""
PLACED_FROM = 30
"""Hours a week that somebody is somewhere from which they are all of the job's."""
FULL_FROM = 34
"""Hours a week from which a week may be a full one."""

_SPREAD = lazy(r"[,xnf]{0,3}[DX]")
_OR_SHARE = lazy(r"H\)?[,/]?o$")
"""Before a fraction that is the other size of a job: ``38 uur of 4/5``."""
_OF_LESSONS = lazy(r"[xf]{0,4}J[,(x]{0,3}$")
"""From a word for training to its hours: ``een opleiding van 13 weken (38 uur)``."""
_FOREIGN = (
    "leave",
    "training",
    "travel",
    "overtime",
    "service",
    "customer",
    "duration",
    "home",
    "workplace",
    "team",
    "opening",
    "past",
)


def settle(line: Parsed, token: Token) -> Size:
    """A number of hours, days, a share or a product with the words round it."""
    known = line.settled.get(token.start)
    if known is None:
        known = line.settled[token.start] = _settled(line, token)
    return known


_LEAST_NUMBER = lazy(r"[lm]i[nxR]{1,8}$")
"""The least or the most number of hours, and what is said of it, before a number."""


def _settled(line: Parsed, token: Token) -> Size:
    node = token.value
    start, end = token.start, token.end
    left, right = sentence(line, start, end)
    clause_left, clause_right = _clause(line, start, end, left, right)
    before = roles_in(line, clause_left, start)
    behind = roles_in(line, end, clause_right)
    close = close_roles(line, clause_left, start)
    lately = _lately(line, clause_left, start)
    whole = roles_in(line, left, right)
    in_label = roles_in(line, -1, line.label_end) if line.label_end else frozenset()
    low, high, weekly, period, kind, named, clock, sure = _what(_per_long_span(line, token))
    weekly = weekly or (kind == "hours" and not period and _weekly_before(line, left, start))
    kinds_before = kinds_in(line, left, start)
    kinds_behind = kinds_in(line, end, right)
    label = (
        bool(in_label & {"hours"})
        or "hours" in close
        or (kind in ("share", "days") and bool(in_label & {"share", "size"}))
    )
    label = label or (isinstance(node, Hours) and node.labelled)
    label = label or (kind == "hours" and bool(in_label & {"size"}))
    label = label or (kind == "hours" and _LEAST_NUMBER.search(kinds_before) is not None)
    adjacent = roles_behind(line, end, clause_right)
    wanted = "for" in close and "wanted" in roles_in(line, left, start)
    speaks = {"owner", "opening"} <= close or _speaks(line, left, start)
    job_near = bool(close & {"size", "hours"}) and not speaks
    job_near = job_near or (kind == "clock" and _to_cover(line, left, start))
    job_near = job_near or wanted or _joined_job(line, end, clause_right)
    job_near = job_near or _week_offered(line, start)
    if kind == "hours" and not job_near:
        job_near = is_bound_behind(line, token) or _is_apposed(line, token)
    at_home = kind == "days" and (
        _at_home(line, clause_left, start, close)
        or _of_workplace(line, clause_left, token, clause_right, close)
    )
    job_near = job_near and not at_home
    at = bool(close & {"at", "duration"}) and "size" not in close
    at = at or kinds_before.rstrip(",|")[-1:] == "Y"
    job_near = job_near or (kind == "share" and "share" in close and (high or 0) >= PART_LEAST)
    possible = "possible" in roles_in(line, end, min(right, end + 24))
    possible = possible or (
        kinds_behind.startswith("on") and "negotiable" in roles_in(line, end, end + OR_WITHIN)
    )
    basis = _whole_week(line, start) or (
        bool(close & {"basis"})
        and not possible
        and (_full_basis(line, start) or _basis(line, start, left, whole))
    )
    basis = basis or (kind == "hours" and _week_of_pay(line, left, start))
    basis = basis or (kind == "hours" and _of_one_share(line, start))
    basis = basis or (kind == "hours" and "basis" in close and _beside_share(line, left, token))
    basis = basis or (kind == "share" and low == 1 and kinds_behind.startswith("=H"))
    if kind == "share" and (kinds_behind[:2] in ("(H", "(D") or _OR_SHARE.search(kinds_before)):
        sure = True
    text = line.row.text
    bracketed = text[:start].rstrip()[-1:] == "(" and text[end:].lstrip()[:1] in ")("
    sep = text[end:].lstrip()[:1]
    lead = leads(line, start)
    of_post = kind == "share" and lead  # 0.3 WTE in the pain clinic
    return Size(
        kind,
        low,
        high,
        weekly,
        period,
        named,
        label,
        bool((before | behind) & {"size", "size_weak", "hours"}),
        job_near,
        bool((before | behind) & {"full", "part", "half_time"}) or _beside_part(line, start, end),
        alone(line, start, end, token.kind + "oa" if kind == "share" else _days_beside(line, end)),
        bracketed,
        line.place,
        bool(line.heading & {"hours", "full", "part"}) and lead,
        low is not None and high is not None and low != high,
        clock,
        (isinstance(node, Hours) and node.led in ("b", "f", "L"))
        or kinds_before[-1:] in ("b", "f", "L"),
        "schedule" in in_label or "schedule" in roles_in(line, left, start),
        "negotiable" in whole,
        "w" in kinds_behind[:2] or "W" in kinds_behind[:3] or "e" in kinds_behind[:3],
        possible,
        next(
            (
                r
                for r in _FOREIGN
                if r in adjacent
                and not (r in ("team", "overtime") and "size" in adjacent)
                and not (r == "opening" and of_post)
                and not (r in AT_PLACE and "share" in close)
                and not (
                    r in AT_PLACE
                    and weekly
                    and kind == "hours"
                    and ("share" in close or (high or low or 0) >= PLACED_FROM)
                )
                and not (r == "duration" and weekly)
            ),
            "service"
            if _all_day(line, token)
            or _until_moment(node, kinds_before)
            or _from_moment(line, token, left)
            or _of_one_hour(line, token)
            or _of_running(line, left, start)
            else "team"
            if _of_others(line, left, start)
            or _of_served(line, left, start)
            or _of_led(line, token, left)
            else "task"
            if kind == "days" and ("task" in adjacent or _is_someday(line, node, end))
            else "",
        ),
        next(
            (
                r
                for r in _FOREIGN
                if r in lately
                and r not in (*AT_PLACE, "service", "team", "opening")
                and not (r == "travel" and weekly)
            ),
            "",
        )
        or ("training" if _taught(line, left, start) else "")
        or ("task" if _is_allowed(line, left, token) else "")
        or ("service" if kind == "days" and _of_all_day(line, start) else "")
        or ("team" if _of_team(line, token, left, close) else "")
        or ("task" if isinstance(node, Days) and node.part and "full" in whole else "")
        or ("home" if at_home else ""),
        ((bool(whole & {"opening"}) and not (weekly and kind == "hours")) and not of_post)
        or _open_for(line, start),
        "reply" in before
        or ("reply" in behind and not (whole & {"size", "hours", "part", "full"}))
        or (kind == "days" and not period and _is_guess(line, start)),
        at,
        basis,
        kinds_before[-1:] == "!",
        bool({"Q"} & set(kinds_before[-2:] + kinds_behind[:3])) and kind == "hours",
        sure,
        (lead or kinds_before[-1:] in ("|", ",") or text[:start].endswith(DASHED))
        and (
            sep in ("", ",", "|", "·", ";", "•", "–", "-", "/")
            or _is_picture(sep)
            or _days_beside(line, end)
            or (sep == "." and _TIMES.issuperset(kinds_before))
        )
        and kind == "hours",
        "G" in kinds_before[-3:],
        text[end:].lstrip()[:1] == "?",
        _SPREAD.match(kinds_behind) is not None
        or _beside_days(line, left, start)
        or _in_all(line, token, left),
        "season" in before | behind or "d" in kinds_in(line, max(clause_left, start - 40), start),
        "season" in before,
        "shift_of" in close and low == high,
        bool(roles_in(line, left, start) & {"team", "owner", "others", "served"}),
        kinds_before[-1:] == "o" and "full" in roles_in(line, max(left, start - OR_WITHIN), start),
        isinstance(node, Days) and node.part,
    )


def _speaks(line: Parsed, left: int, start: int) -> bool:
    """Whether before a number a sentence begins with those who are there for the reader: ``onze
    medewerkers staan u te woord``.
    """
    marks = marks_in(line, left, start)
    owner = next((mark for mark in marks if mark.role == "owner"), None)
    if owner is None or not leads(line, owner.start):
        return False
    opens = [mark.start for mark in marks if mark.role == "opening"]
    return bool(opens) and "reader" in roles_in(line, owner.end, opens[-1] + 1)


def _to_cover(line: Parsed, left: int, start: int) -> bool:
    """Whether times are said to be those to cover: ``opening times to cover: Tuesday …``."""
    marks = [mark for mark in marks_in(line, left, start) if mark.role == "to_cover"]
    return bool(marks) and not set(kinds_in(line, marks[-1].end, start)) & set("xHK")


OR_WITHIN = 20
"""Characters from a word for full time to the part of it behind 'or'."""
_BOUND_BEHIND = lazy(r"[nx:]?([lm])(?:[.,|)]|$)")
"""Behind a number, what says at the end of its clause that it is the least or the most."""


def bound_behind(line: Parsed, token: Token) -> str:
    """The letter of a word for a bound right behind hours that ends their clause: ``24 uur is het
    minimum``, ``32 uur maximaal``; else ''.
    """
    found = _BOUND_BEHIND.match(kinds_in(line, token.end, token.end + OR_WITHIN))
    return found[1] if found else ""


def is_bound_behind(line: Parsed, token: Token) -> bool:
    """Whether hours that a job may have are said to be the least or the most of it."""
    node = token.value
    of_job = isinstance(node, Hours) and not node.unit and (node.high or 0) >= JOB_FROM
    return of_job and bool(bound_behind(line, token))


JOB_FROM = 8
"""Fewer hours need a word for the job."""


def _is_apposed(line: Parsed, token: Token) -> bool:
    """Whether hours are all that stands behind a word for the job and a comma: ``een vast contract,
    40 uur``.
    """
    text = line.row.text
    node = token.value
    if text[token.start - 2 : token.start] != ", " or not isinstance(node, Hours):
        return False
    comma = text.rindex(",", 0, token.start)
    named = any(m.role == "size" and m.end == comma for m in marks_in(line, comma - 40, comma))
    return named and text[token.end :].lstrip()[:1] in ("", ".", ",", ";", "(")


def _beside_days(line: Parsed, left: int, start: int) -> bool:
    """Whether days a week stand right before a number: ``drie avonden per week, samen 12 uur``, or
    it is that of every other week, or of all days together: ``ma-do 32 uur``.
    """
    if "every_other" in roles_in(line, left, start) or _of_all_days(line, left, start):
        return True
    before = [one for one in tokens_in(line, left, start) if one.kind not in ",(:an"][-1:]
    return bool(before) and isinstance(before[0].value, Days) and before[0].value.unit == "week"


TOGETHER_WITHIN = 20
"""Characters from a word for 'in all' to the number of hours."""


def _of_all_days(line: Parsed, left: int, start: int) -> bool:
    """Whether a number of hours stands behind weekdays and is more than one of them has, or is said
    to be that of the days before it together: ``two mornings on fixed days, 8 hours in all``.
    """
    before = tokens_in(line, left, start)
    last = [one for one in before if one.kind not in ",(:an"][-1:]
    number = next(iter(tokens_in(line, start, start + 1)), None)
    node = number.value if number is not None else None
    if not isinstance(node, Hours) or node.unit:
        return False
    if last and last[0].kind == "W" and (node.low or 0) > ALL_DAY:
        return True
    for mark in marks_in(line, max(left, start - TOGETHER_WITHIN), start):
        if mark.role == "together" and not kinds_in(line, mark.end, start).strip("n"):
            return any(isinstance(one.value, Days) or one.kind == "W" for one in before)
    return False


def _in_all(line: Parsed, token: Token, left: int) -> bool:
    """Whether hours are said to be those of the days before: ``twee avonden, 9 uur in totaal``."""
    behind = next(iter(marks_in(line, token.end, token.end + 3)), None)
    if behind is None or behind.role not in ("together", "team"):
        return False
    named = "together" in roles_in(line, behind.start, behind.start + 1)
    days = any(isinstance(t.value, Days) for t in tokens_in(line, left, token.start))
    return named and days and not kinds_in(line, token.end, behind.start)


_A_DAY = lazy(r"(?:[hi]R[:(]?|R[hi][:(])[xnlmL]?$")
"""A label for hours with the span that they are of, before a number: ``Uren per dag: 6``."""
SPAN_WITHIN = 9
"""Tokens from 'every other week' to the hours of it."""


def _per_long_span(line: Parsed, token: Token) -> object:
    """A number of hours or shifts with the span that other words give it: of a year (``annualised
    contract of 1,650 hours``), or of two weeks (``om de week 16 uur``).
    """
    span = span_of(line, token)
    return token.value._replace(unit=span) if span else token.value  # type: ignore[attr-defined]


def span_of(line: Parsed, token: Token) -> str:
    """The year, two weeks or day that words away from hours or shifts give them, else ''."""
    node = token.value
    if not isinstance(node, (Hours, Product)) or node.unit:
        return ""
    if isinstance(node, Hours) and _A_DAY.search(kinds_in(line, token.start - 24, token.start)):
        per = [one.value for one in tokens_in(line, token.start - 24, token.start)]
        if "day" in per or "part" in per:
            return "day"
    if isinstance(node, Hours) and (node.low or 0) > WEEK_HOURS:
        yearly = any(one.kind == "R" and one.value == "year" for one in line.tokens)
        return "year" if yearly or any(mark.unit == "year" for mark in line.marks) else ""
    for mark in marks_in(line, max(0, token.start - 70), token.start):
        between = kinds_in(line, mark.end, token.start)
        if (
            mark.role == "every_other"
            and len(between) < SPAN_WITHIN
            and not set(between) & set("H|.")
        ):
            return "two_weeks"
    return ""


def _of_one_share(line: Parsed, start: int) -> bool:
    """Whether a number is what one full-time post is said to be: ``1 fte = 36 uur``."""
    near = tokens_in(line, max(0, start - 20), start)
    share = near[-2].value if len(near) > 1 and near[-1].kind == "=" else None
    return isinstance(share, Share) and share.low == share.high == 1


def _beside_share(line: Parsed, left: int, token: Token) -> bool:
    """Whether a number may be a full week, and a smaller share of full time stands before it: ``0,6
    fte op basis van 40 uur``.
    """
    node = token.value
    full = isinstance(node, Hours) and node.low == node.high and (node.high or 0) >= FULL_FROM
    before = [one.value for one in tokens_in(line, left, token.start)]
    shares = [node for node in before if isinstance(node, Share)]
    return full and bool(shares) and shares[-1].high < 1


def _week_of_pay(line: Parsed, left: int, start: int) -> bool:
    """Whether a number is the week that pay is said to be for: ``salary is for 37 hours``."""
    marks = marks_in(line, max(left, start - 20), start)
    paid = [mark for mark in marks if mark.role in PAY]
    for_week = (
        bool(marks) and marks[-1].role in ("for", "link") and any(m.role == "for" for m in marks)
    )
    return bool(paid) and for_week and kinds_in(line, paid[-1].end, start) == "n"


def _what(node: object) -> tuple[float | None, float | None, bool, str, str, bool, bool, bool]:
    """Bounds, whether per week, the period, the kind, whether named, whether maybe moments,
    whether sure.
    """
    if isinstance(node, Hours):
        weeks = WEEKS.get(node.unit, 1.0)
        low, high = (None if v is None else v / weeks for v in (node.low, node.high))
        return low, high, node.unit == "week", node.unit, "hours", True, node.clock, True
    if isinstance(node, Share):
        return node.low, node.high, False, "", "share", True, False, node.sure
    if isinstance(node, Days):
        return node.low, node.high, node.unit == "week", node.unit, "days", True, False, True
    if isinstance(node, Product):
        total = node.days * node.hours / WEEKS.get(node.unit, 1.0)
        return total, total, node.unit == "week", "", "product", node.named, False, True
    if isinstance(node, Count):
        return node.low / 100, node.high / 100, False, "", "share", False, False, False
    return None, None, False, "", "clock", True, False, True


def _clause(line: Parsed, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """The stretch round a number between commas and numbers of the same sort."""
    for token in reversed(tokens_in(line, left, start)):
        if token.kind in ",HGK;" or (token.kind == "D" and token.end < start - 20):
            left = token.end
            break
    for token in tokens_in(line, end, right):
        if token.kind in ",HGKJ;(0DY":
            right = token.start
            break
    return left, right


def _lately(line: Parsed, left: int, start: int) -> frozenset[str]:
    """The roles of the marks not far before a number, in its clause and on its side of a colon."""
    found: set[str] = set()
    for mark in reversed(marks_in(line, max(left, start - 70), start)):
        between = kinds_in(line, mark.end, start)
        if between in ("(", "D(", "n("):
            found.update({mark.role} & {"leave"})  # 25 vacation days (200 hours)
            continue
        if len(between) > 8 or set(between) & set(":)(|."):
            break
        found.add(mark.role)
    return frozenset(found)


def close_roles(line: Parsed, left: int, start: int) -> frozenset[str]:
    """The roles of the marks right before a number, with at most one unknown word between."""
    found: set[str] = set()
    for mark in reversed(marks_in(line, max(left, start - 60), start)):
        between = kinds_in(line, mark.end, start)
        if between.count("x") > 1 or set(between) & set("HGK,|.;") or len(between) > 5:
            break
        if mark.role in ("at", "duration", "team", "reply") and (
            between.count("x") > 0 or len(between) > 1
        ):
            continue
        found.add(mark.role)
    return frozenset(found)


def _taught(line: Parsed, left: int, start: int) -> bool:
    """Whether a number is that of weeks of training: ``je traint eerst 3 weken, 40 uur``."""
    return any(
        mark.role == "training" and _OF_LESSONS.fullmatch(kinds_in(line, mark.end, start))
        for mark in marks_in(line, max(left, start - 70), start)
    )


ALLOWED_WITHIN = 24
"""Characters from a verb for being allowed to the number of hours."""


def _is_allowed(line: Parsed, left: int, token: Token) -> bool:
    """Whether a number is what somebody may work in a year, by law: ``als student mag je 475
    uur per jaar werken``, not ``the position may work up to 900 hours a year``.
    """
    node = token.value
    if not isinstance(node, Hours) or node.unit != "year":
        return False
    near = marks_in(line, max(left, token.start - ALLOWED_WITHIN), token.start)
    may = next((mark for mark in near if mark.role == "may"), None)
    return may is not None and "size" not in roles_in(line, left, may.start)


def _until_moment(node: object, kinds_before: str) -> bool:
    """Whether a number is when a day of work ends: ``op zaterdag tot 12u``."""
    return (
        isinstance(node, Hours)
        and node.led == "T"
        and node.low is None
        and not node.unit
        and kinds_before[-1:] == "W"
    )


def _of_team(line: Parsed, token: Token, left: int, close: frozenset[str]) -> bool:
    """Whether those who work are named right before a number; not by ‘in all’ before the hours of
    a span: ``in totaal 80 uur per maand``.
    """
    node = token.value
    in_all = "together" in close and isinstance(node, Hours) and bool(node.unit)
    return "team" in close and not in_all and not _beside_days(line, left, token.start)


def _of_one_hour(line: Parsed, token: Token) -> bool:
    """Whether bare numbers are the moments of an hour that a word before it names: ``happy hour
    starts at five``, not ``hours: 20``.
    """
    node = token.value
    if not isinstance(node, Hours) or not node.labelled or node.unit:
        return False
    before = tokens_in(line, max(0, token.start - 24), token.start)
    named = [one.kind for one in before[-2:]] == ["x", "h"]
    return named and "hours" not in roles_in(line, before[-1].start, token.start)


def _from_moment(line: Parsed, token: Token, left: int) -> bool:
    """Whether a number is when parts of a day begin: ``drie avonden, vanaf 17 uur``."""
    node = token.value
    if not isinstance(node, Hours) or node.led != "L" or node.high is not None or node.unit:
        return False
    before = [one for one in tokens_in(line, left, token.start) if one.kind not in ",n"][-1:]
    parts = bool(before) and isinstance(before[0].value, Days) and before[0].value.part
    return parts and (node.low or 0) < DAY


def _is_someday(line: Parsed, node: object, end: int) -> bool:
    """Whether a single day is one of which the reader is told: ``one day you may be driving``."""
    one = isinstance(node, Days) and node.high == 1 and not node.unit
    return one and "reader" in roles_in(line, end, end + 2)


def _is_guess(line: Parsed, start: int) -> bool:
    """Whether a number is all of a line but for 'about': what a step takes, as ``~3 dagen``."""
    return len(line.tokens) == 1 and "about" in roles_in(line, 0, start)


def _all_day(line: Parsed, token: Token) -> bool:
    """Whether a number stands before what goes on all day: ``a 24-hour support centre``."""
    node, text = token.value, line.row.text
    if not isinstance(node, Hours) or node.low != node.high or node.high != DAY or node.unit:
        return False
    joined = "-" in text[token.start : token.end]
    return joined and kinds_in(line, token.end, token.end + 2)[:1] == "x"


def _open_for(line: Parsed, start: int) -> bool:
    """Whether 'open' stands right before a number: ``the pool is open 90 hours a week``."""
    near = marks_in(line, max(0, start - 14), start)
    opens = bool(near) and any(m.role == "opening" and m.start == near[-1].start for m in near)
    named = {"hours", "size"} & {m.role for m in near}
    return opens and not named and kinds_in(line, near[-1].end, start) in ("", "f")


OTHERS_WITHIN = 90
"""Characters from the people one leads to the number of their hours."""


def _of_others(line: Parsed, left: int, start: int) -> bool:
    """Whether the number is that of others: of those one leads (``stagiairs die 32 uur werken``),
    or of those whom one works with (``je collega's werken 32 uur``).
    """
    marks = marks_in(line, max(left, start - OTHERS_WITHIN), start)
    for index, mark in enumerate(marks):
        before = {one.role for one in marks[:index]}
        between = kinds_in(line, mark.end, start)
        if set(between) & set(",.|:(HGK"):
            continue
        led = before & {"work", "team"} or any(
            one.role == "leads" and ("reader" in before or leads(line, one.start))
            for one in marks[:index]
        )
        if mark.role == "relative" and led and "wanted" not in before:
            return True
        if mark.role == "others" and not any(one.role == "whether" for one in marks[index + 1 :]):
            return True
    return False


def _of_led(line: Parsed, token: Token, left: int) -> bool:
    """Whether the number is that of several contracts of people whom one leads: ``you schedule
    nine tutors on 12-hour contracts``.
    """
    start = token.start
    verbs = [mark for mark in marks_in(line, left, start) if mark.role == "leads"]
    if not verbs or "contracts" not in roles_in(line, start - CONTRACTS_WITHIN, token.end + 14):
        return False
    people = not {"0", "H"}.isdisjoint(kinds_in(line, verbs[0].end, start))
    return people and "reader" in roles_in(line, left, verbs[0].start)


def _of_served(line: Parsed, left: int, start: int) -> bool:
    """Whether the number is that of those whom one works for, or of what runs: ``the children
    stay 22 hours a week``; not of those who work (``onze studenten werken 12 uur``).
    """
    for mark in marks_in(line, left, start):
        if mark.role == "served" and is_subject(line, mark, left):
            between = roles_in(line, mark.end, start)
            apart = set(kinds_in(line, mark.end, start)) & set(",|:(HGK")
            return not apart and not between & {"reader", "size", "wanted", "hours"}
    return False


RUNS_WITHIN = 3
"""Tokens from a verb for running to the number of hours."""
_OF_JOB = frozenset({"reader", "whether", "size", "hours", "full", "part", "wanted"})


def _of_running(line: Parsed, left: int, start: int) -> bool:
    """Whether the number is how long a thing runs: ``de steenoven staat 60 uur per week aan``."""
    for mark in marks_in(line, max(left, start - 40), start):
        between = kinds_in(line, mark.end, start)
        if mark.role == "runs" and len(between) < RUNS_WITHIN and not set(between) & set(",|:(HGK"):
            before = roles_in(line, left, mark.start)
            return bool(kinds_in(line, left, mark.start)) and not before & _OF_JOB
    return False


def _of_all_day(line: Parsed, start: int) -> bool:
    """Whether the days are those of what goes on all day: ``24 uur per dag, 5 dagen per week``."""
    before = tokens_in(line, max(0, start - 40), start)
    return any(
        isinstance(t.value, Hours) and t.value.unit == "day" and (t.value.high or 0) > ALL_DAY
        for t in before
    )


def _joined_job(line: Parsed, end: int, right: int) -> bool:
    """Whether a word for the job is joined right behind a number: ``een 36-urig dienstverband``."""
    for mark in marks_in(line, end - 12, min(right, end + 24)):
        if mark.role == "size" and (mark.start >= end or mark.end >= end):
            return not set(kinds_in(line, end, mark.start)) & set("x,.|(;:HG")
    return False


def roles_behind(line: Parsed, end: int, right: int) -> frozenset[str]:
    """The roles of the marks right behind a number, before anything unknown."""
    found: set[str] = set()
    for mark in marks_in(line, end, min(right, end + 40)):
        between = kinds_in(line, end, mark.start)
        if between != "-" and (between.count("x") > 1 or set(between) & set("HGK,|.;(a-+0JDY")):
            break
        found.add(mark.role)
    return frozenset(found)


def _at_home(line: Parsed, left: int, start: int, close: frozenset[str]) -> bool:
    """Whether days before which 'home' stands are those of working there."""
    marks = marks_in(line, max(left, start - 30), start)
    return "home" in close and ("size" not in close or marks[-1].role == "home")


WORKPLACE_WITHIN = 60
"""Characters from a word for where one works to the days that one works there."""
_JOINED = ("", ",", "(", "-", ":")
_BETWEEN_PLACE = frozenset("HDXK|.;:")
"""The letters that end the reach of such a word."""


def _of_workplace(line: Parsed, left: int, token: Token, right: int, close: frozenset[str]) -> bool:
    """Whether days are those of working in some place, said in their clause before or behind them:
    ``telework is available up to 2 days per week``, ``2 dagen per week van thuis werken``.
    """
    start, end = token.start, token.end
    if _is_hybrid(line, token, left, right):
        return True
    beside = marks_in(line, end, min(right, end + WORKPLACE_WITHIN))
    beside = [one for one in beside if one.role == "workplace"][:1]
    if beside and not close and kinds_in(line, end, beside[0].start) in ("", "R"):
        return True
    if close & {"share", "hours", "part"} or "part" in roles_in(line, left, right):
        return False
    if _behind_hybrid(line, start):
        return True
    left, right = max(left, start - WORKPLACE_WITHIN), min(right, end + WORKPLACE_WITHIN)
    for mark in (*marks_in(line, left, start), *marks_in(line, end, right)):
        near = (mark.end, start) if mark.start < start else (end, mark.start)
        if mark.role == "workplace" and _BETWEEN_PLACE.isdisjoint(kinds_in(line, *near)):
            return True
    return False


def _is_hybrid(line: Parsed, token: Token, left: int, right: int) -> bool:
    """Whether days stand between a word for working in two places and one of them: ``a hybrid role
    with at least 1 day per week in our Leeds office``.
    """
    start, end = token.start, token.end
    before = roles_in(line, max(left, start - WORKPLACE_WITHIN), start)
    return "hybrid" in before and bool(AT_PLACE & roles_in(line, end, min(right, end + FAR_PLACE)))


FAR_PLACE = 40
"""Characters from days to where they are worked."""


def _behind_hybrid(line: Parsed, start: int) -> bool:
    """Whether a word for working in two places stands right before days: ``hybrid, 2 days``."""
    near = marks_in(line, max(0, start - WORKPLACE_WITHIN), start)
    last = [mark for mark in near if mark.role == "hybrid"][-1:]
    return bool(last) and kinds_in(line, last[0].end, start) in _JOINED


def _is_picture(sign: str) -> bool:
    """Whether a sign is an emoji, which sets the parts of a line apart as a bar does."""
    return sign != "" and category(sign) == "So"


def _days_beside(line: Parsed, end: int) -> str:
    """The letters of days in brackets right behind a number: ``20 hours (2.5 days)``."""
    kinds = kinds_in(line, end, end + 24)
    return "Dv0" if kinds.startswith("(Dv0)") else "D" if kinds.startswith("(D") else ""


def unit_of_label(line: Parsed, token: Token) -> str:
    """The unit between a word for working hours and the colon before a bare number: ``Hours per
    pay period: 72``.
    """
    if not (isinstance(token.value, Hours) and token.value.labelled):
        return ""
    near = [one for one in tokens_in(line, token.start - 40, token.start) if one.kind not in ":("]
    led = len(near) > 1 and near[-1].kind == "R" and near[-2].kind in "hi"
    return str(near[-1].value) if led else ""


_WEEKLY_ROUND = lazy(r"R[nx]{1,6}")
"""A sentence from 'weekly' to a number of hours."""


def _begins_weekly(line: Parsed, left: int, start: int) -> bool:
    """Whether 'weekly' begins the sentence of so many hours of the reader's that they are those of
    a job: ``Wekelijks ben je zo'n twaalf uur met de administratie zoet``.
    """
    begin = tokens_in(line, left, left + 12)[:1]
    number = next(iter(tokens_in(line, start, start + 1)), None)
    node = number.value if number is not None else None
    weekly = bool(begin) and begin[0].kind == "R" and begin[0].value == "week"
    whole = isinstance(node, Hours) and not node.unit and (node.low or 0) >= JOB_FROM
    said = _WEEKLY_ROUND.fullmatch(kinds_in(line, left, start)) is not None
    return weekly and whole and said and "reader" in roles_in(line, left, start)


def _weekly_before(line: Parsed, left: int, start: int) -> bool:
    """Whether 'weekly' stands before a word for working hours before a number."""
    near = tokens_in(line, max(left, start - 60), start)
    if _begins_weekly(line, left, start):
        return True
    return any(
        one.kind == "R" and one.value == "week" and two.kind in ("i", ":")
        for one, two in itertools.pairwise(near)
    )


def _basis(line: Parsed, start: int, left: int, whole: frozenset[str]) -> bool:
    """Whether 'on the basis of' before a number speaks of pay or leave, and not of the job
    itself.
    """
    about = kinds_in(line, left, start)
    paid = (
        "G" in about
        or bool(whole & {"pay", "pay_rate", "intern", "leave"})
        or bool(line.heading & set())
        or "S" in about
    )
    return paid or any(left <= s.start < start for s in line.row.scales)


def _whole_week(line: Parsed, start: int) -> bool:
    """Whether a number is said to be what a full week is: ``een volledige werkweek is 36 uur``."""
    weeks = _whole_weeks(line, start)
    return bool(weeks) and kinds_in(line, weeks[-1].end, start) in ("", "x")


def _week_offered(line: Parsed, start: int) -> bool:
    """Whether a number is that of the full week somebody works, and no measure of pay: ``je hebt
    een voltijdse werkweek van 38 uur``.
    """
    weeks = _whole_weeks(line, start)
    if len(weeks) != 1 or kinds_in(line, weeks[0].end, start) not in ("f", ":", "n"):
        return False
    of_pay = any(mark.role in ("basis", "pay") for mark in line.marks)
    return not of_pay and not set(line.kinds) & {*"GS"}


def _whole_weeks(line: Parsed, start: int) -> list[Mark]:
    """The words for a full week close before a number."""
    return [m for m in marks_in(line, max(0, start - 40), start) if m.role == "whole_week"]


def _full_basis(line: Parsed, start: int) -> bool:
    """Whether full time is what a number is the measure of: ``bij een voltijd van 38 uur``."""
    marks = [
        m.role for m in marks_in(line, max(0, start - 50), start) if m.role in ("basis", "full")
    ]
    return marks[-2:] == ["basis", "full"]


def _beside_part(line: Parsed, start: int, end: int) -> bool:
    """Whether full or part time stands right beside a number, also over a comma or bracket."""
    near = marks_in(line, max(0, start - 40), start)
    for mark in reversed(near):
        if mark.role in ("full", "part", "half_time"):
            between = kinds_in(line, mark.end, start)
            return between.count("x") <= 2 and not set(between) & set("HG|.")
    for mark in marks_in(line, end, end + 24):
        if mark.role in ("full", "part", "half_time"):
            between = kinds_in(line, end, mark.start)
            return between.count("x") <= 1 and not set(between) & set("HG|.")
    return False


def weekdays(line: Parsed, start: int, end: int) -> float:
    """How many days a week a list or a range of weekdays is."""
    days = [t for t in line.row.tokens if t.kind in "wtT-a," and start <= t.start < end]
    words = [str(token.value) for token in days if token.kind == "w"]
    if len(words) == 2 and len(days) == 3 and days[1].kind in "tT-":
        return float((int(words[1][-1]) - int(words[0][0])) % 7 + 1)
    return float(len({day for word in words for day in range(int(word[0]), int(word[-1]) + 1)}))


def clock_day(clock: Clock, pause: float | None) -> tuple[float, float]:
    """The hours worked in a day between two moments, with the longest break and with none."""
    length = clock.end_at - clock.start_at
    if length <= 0:
        length += 24
    if pause is not None:
        return length - pause, length - pause
    return (length - 1.0, length) if length > BREAK_FROM else (length, length)
