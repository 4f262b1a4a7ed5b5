"""For people: each finding with its line of the source and a caret, then the count.

Equal ones are folded, and so are the remarks of a rule in a file; what stands in the later copy of
a duplicate and was said of the first is counted with the copy. ``Look.verbose`` has each by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from vaclint.model.report import FileReport, Finding, Look, Report, Suppressed
from vaclint.reporters.copies import copied, in_copies, is_copy
from vaclint.reporters.counted import by_severity
from vaclint.text.escaped import escaped, escaped_path

FOLD = 3
"""From more than this many findings of one WSP rule in one file, they share a line; remarks do from
two on.
"""
LISTED = 6
"""So many lines are named of findings that share one."""

SHORT, NAMED = 30, 12
"""Findings that share a line are named by their words where those have no more characters each,
and so many of them are.
"""

INDENT = "    "
"""What the further lines of a message begin with on a terminal."""
MANY = 50
"""From so many errors and warnings on a baseline is the next step."""

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "dim": "2"}


def render(report: Report, look: Look) -> str:
    """The findings by file, and a summary."""
    parts = [part for file in report.files for part in _of_file(file, look)]
    if report.show_suppressed:
        parts += [_suppressed(look, each) for file in report.files for each in file.hidden]
    return "".join(parts) + _summary(report, look) + _next(report, look)


def _of_file(file: FileReport, look: Look) -> Iterator[str]:
    """The findings of a file."""
    file = file._replace(findings=tuple(file.findings))  # the same ones at each look
    if look.verbose:
        yield from (_one(look, finding, [finding]) for finding in file.findings)
        return
    of_copies = copied(file)
    again = in_copies(of_copies)
    findings = [finding for finding in file.findings if id(finding) not in again]
    for group in _groups(findings):
        in_copy = of_copies.get(group[0].place.start.line, ())
        if not _say_one_thing(group):
            yield _several(look, group)
        elif len(group) > 1 and group[0].rule.startswith("WSP"):
            yield _folded(look, group)
        else:
            yield _one(look, group[0], group, in_copy if is_copy(group[0]) else ())


def _say_one_thing(group: Sequence[Finding]) -> bool:
    """Whether findings have one message, or are about one term."""
    one = _likeness(group[0])
    return all(
        each.message == group[0].message or (one[1] and _likeness(each) == one) for each in group
    )


def _paint(look: Look, style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if look.color else text


def _groups(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings in order, those to be folded together at the place of the first."""
    alike: dict[tuple[str, object], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[_fold(finding)].append(finding)
    shown = set()
    for finding in findings:
        key = _fold(finding)
        is_few = finding.rule.startswith("WSP") and len(alike[key]) <= FOLD
        if not key[1] or (is_few and key[1] != REMARK) or _are_two(alike[key]):
            yield [finding]
        elif key not in shown:
            shown.add(key)
            yield alike[key]


def _are_two(remarks: Sequence[Finding]) -> bool:
    """Whether findings are two of no term, of which the second says something else, and not only
    another number: what it says would be lost on the line of the first.
    """
    if len(remarks) != 2 or any(_likeness(each)[1] for each in remarks):
        return False
    one, other = ("".join(filter(_is_no_digit, each.message)) for each in remarks)
    return one != other


def _is_no_digit(sign: str) -> bool:
    return not sign.isdigit()


REMARK = "remark"


def _fold(finding: Finding) -> tuple[str, object]:
    """What findings that are folded have in common: remarks the rule, others what they are like."""
    return (finding.rule, REMARK) if finding.severity == "info" else _likeness(finding)


def _likeness(finding: Finding) -> tuple[str, object]:
    """What findings that share a line have in common: a white-space rule, or a rule and a term of
    its lexicon.
    """
    return finding.rule, "white space" if finding.rule.startswith(
        "WSP"
    ) else finding.properties.get("term")


def _head(look: Look, finding: Finding, message: str, group: Sequence[Finding] = ()) -> str:
    start = finding.place.start
    place = f"{escaped_path(finding.path)}:{start.line}:{start.column}"
    severity = look.words["severity"][finding.severity][0]
    fixes = (fix for each in (group or [finding]) for fix in each.fixes)
    mark = " [*]" if any(fix.applicability == "safe" for fix in fixes) else ""
    text = _wrapped(look, f"{escaped(message)}{mark}", f"{place} {severity} {finding.rule} ")
    code = _linked(look, finding.rule)
    painted = _paint(look, finding.severity, f"{severity} {code}")
    return f"{_paint(look, 'path', place)} {painted} {text}\n"


def _wrapped(look: Look, text: str, before: str = "") -> str:
    """A text behind another in lines of a terminal; elsewhere on one line, so that a program can
    read it.
    """
    if not look.is_terminal or len(before) + len(text) <= look.width:
        return text
    from textwrap import wrap

    lines = wrap(
        text,
        look.width,
        initial_indent=" " * (len(before) % look.width),
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).lstrip()


def _linked(look: Look, code: str) -> str:
    """The code of a rule; a link to what is documented of it where the terminal makes one."""
    if not look.rules_at:
        return code
    return f"\x1b]8;;{look.rules_at.format(code=code)}\x1b\\{code}\x1b]8;;\x1b\\"


def _one(
    look: Look, finding: Finding, group: list[Finding], in_copy: Sequence[Finding] = ()
) -> str:
    """A finding with its line; where the same term stands elsewhere too, those lines."""
    message = finding.message
    if len(group) > 1:
        others = ", ".join(map(str, dict.fromkeys(other.place.start.line for other in group[1:])))
        message += look.words["also-on-line"].format(count=len(group), lines=others)
    parts = [_head(look, finding, message)]
    start, end = finding.place
    number = str(start.line)
    stop = end.column - 1 if end.line == start.line else len(finding.line)
    line, caret_at, caret = _cut(
        finding.line, start.column - 1, max(stop, start.column), look.width - len(number) - 6
    )
    gutter = _paint(look, "dim", f"  {number} | ")
    under = _paint(look, "dim", f"  {' ' * len(number)} | ")
    parts.append(
        f"{gutter}{line}\n{under}{' ' * caret_at}{_paint(look, finding.severity, '^' * caret)}\n"
    )
    notes = [*_notes(look, finding)]
    if in_copy:
        notes.append(look.words["in-copy"].format(counts=by_severity(in_copy, look)))
    parts += [f"  {' ' * len(number)} = {note}\n" for note in notes]
    return "".join(parts)


def _notes(look: Look, finding: Finding) -> Iterator[str]:
    """What the other places of a finding are; those in its own file with the same note are one."""
    for (path, message), others in groupby(finding.related, key=lambda each: (each[0], each[2])):
        places = [place for _, place, _ in others]
        if path != finding.path:
            for place in places:
                yield f"{escaped(message)}: {escaped(path)}:{place.start.line}"
            continue
        lines = [
            f"{start.line}–{end.line}" if end.line > start.line else str(start.line)
            for start, end in places
        ]
        lines = list(dict.fromkeys(lines))
        word = look.words["lines" if len(lines) > 1 or "–" in lines[0] else "line"]
        yield f"{escaped(message)}: {word} {', '.join(lines)}"


def _cut(line: str, start: int, stop: int, width: int) -> tuple[str, int, int]:
    """A long line cut to a window around the finding, with place and length of the caret."""
    if len(line) <= width:
        return _shown(line), start, max(1, min(stop, len(line)) - start)
    first = max(0, min(start - width // 3, len(line) - width))
    last = min(len(line), first + width)
    left, right = ("…" if first else ""), ("…" if last < len(line) else "")
    shown = left + line[first + len(left) : last - len(right)] + right
    return _shown(shown), start - first, max(1, min(stop, last - len(right)) - start)


def _shown(line: str) -> str:
    """A line with as many characters, each of which takes a place and does nothing else."""
    if line.isprintable():  # of white space only the space is
        return line
    return "".join(" " if char.isspace() else char if char.isprintable() else "�" for char in line)


def _folded(look: Look, group: list[Finding]) -> str:
    """Findings that say the same, on one line."""
    message = f"{len(group)}× {group[0].message} ({look.words['lines']} {_lines(group)})"
    return _head(look, group[0], message, group)


def _several(look: Look, group: list[Finding]) -> str:
    """The remarks of a rule on one line: the first, how many more, and where; also about which
    words, where they are about words.
    """
    more = group[1:]
    texts = _named(group)
    told = look.words["and-more-named" if texts else "and-more"]
    said = told.format(count=len(more), lines=_lines(more), texts=texts)
    return _head(look, group[0], f"{group[0].message} {said}", group)


def _named(group: Sequence[Finding]) -> str:
    """The words that findings but the first are about, those that come back most first; empty
    where all are about one word, about longer stretches, or about signs.
    """
    first, *words = [" ".join(finding.text.lower().split()) for finding in group]
    counts = Counter(words)
    if {first} == {*counts} or not all(
        len(text) <= SHORT and text[:1].isalnum() for text in counts
    ):
        return ""
    shown = [
        f"‘{text}’ ({count}×)" if count > 1 else f"‘{text}’"
        for text, count in counts.most_common(NAMED)
    ]
    return ", ".join(shown) + (", …" if len(counts) > NAMED else "")


def _lines(group: Sequence[Finding]) -> str:
    lines = list(dict.fromkeys(finding.place.start.line for finding in group))
    return ", ".join(map(str, lines[:LISTED])) + (", …" if len(lines) > LISTED else "")


def _suppressed(look: Look, hidden: Suppressed) -> str:
    """A finding that is suppressed, with the reason."""
    finding = hidden.finding
    start = finding.place.start
    why = f"({hidden.reason})" if hidden.reason else ""
    text = (
        f"{escaped_path(finding.path)}:{start.line}:{start.column} {look.words['suppressed']} "
        f"{finding.rule} {escaped(finding.message)} {escaped(why)}"
    )
    return f"{_paint(look, 'dim', text)}\n"


def _summary(report: Report, look: Look) -> str:
    """How many files were checked, what was found in them, and what can be mended."""
    findings = [finding for file in report.files for finding in file.findings]
    files = sum(1 for file in report.files if file.format is not None and not file.is_empty)
    if not files and not findings and not report.errors:
        return f"{_counted(look, 'checked', 0)}.\n"
    is_empty = not files and not findings
    parts = [f"{_counted(look, 'checked', files)}{'.' if is_empty else ':'}"]
    if report.fixed:
        parts.insert(0, look.words["fixed"].format(count=report.fixed))
    if findings:
        touched = sum(1 for file in report.files if file.findings)
        parts += [by_severity(findings, look), _counted(look, "in-files", touched)]
    elif not is_empty:
        parts.append(look.words["nothing"])
    safe = sum(
        1 for finding in findings if any(fix.applicability == "safe" for fix in finding.fixes)
    )
    if safe:
        parts.append(look.words["safe"].format(count=safe))
    unsafe = sum(1 for finding in findings if finding.fixes and _all_unsafe(finding))
    if unsafe:
        parts.append(_counted(look, "unsafe", unsafe))
    for name in ("baselined", "unshown"):
        if count := sum(getattr(file, name) for file in report.files):
            parts.append(_counted(look, name, count))
    if report.errors:
        parts.append(_counted(look, "went-wrong", len(report.errors)))
    return _wrapped(look, " ".join(parts)) + "\n"


def _next(report: Report, look: Look) -> str:
    """On a terminal, what to do next; nothing where nothing was found."""
    findings = [finding for file in report.files for finding in file.findings]
    if not look.is_terminal or not findings:
        return ""
    words = look.words["next"]
    grave = [finding for finding in findings if finding.severity != "info"]
    if len(grave) >= MANY and not any(file.baselined for file in report.files):
        told = words["baseline"]
    elif any(fix.applicability == "safe" for each in findings for fix in each.fixes):
        told = words["fix"]
    else:
        code = Counter(finding.rule for finding in grave or findings).most_common(1)[0][0]
        told = words["rule"].format(code=code)
    return f"{_paint(look, 'dim', _wrapped(look, told))}\n"


def _all_unsafe(finding: Finding) -> bool:
    return all(fix.applicability == "unsafe" for fix in finding.fixes)


def _counted(look: Look, name: str, count: int) -> str:
    """A text for one or for several, with the number."""
    text: str = look.words[name][count != 1]
    return text.format(count=count)
