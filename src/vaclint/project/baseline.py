"""A baseline: the findings that are known, so that only new ones count.

The file has one finding a line, as JSON, sorted by path, rule and text: without places, so that
edits elsewhere change no line of it. A finding is known again by its fingerprint; or else by its
rule and text with what stands around it, which survives that its neighbours are mended; or, for
one about a whole document, by its rule. A file that is not there any more is looked for under
another name.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from vaclint.engine.findings import words_in
from vaclint.model.errors import VaclintError
from vaclint.model.packed import packed_as
from vaclint.model.regular import MAX_FILE_SIZE, TooLargeError, read_regular
from vaclint.model.report import FileReport, Finding
from vaclint.text.named import NamedTuple

VERSION = 1
HEADER = "vaclint-baseline"
LONGEST = 120
"""So many characters of a finding's text are kept."""
ALIKE = 0.6
"""How alike what stands around two findings with the same text is, from 0 to 1, at least."""
ENOUGH = 1
"""Or so many words right beside them are the same, and are all that stands beside one of them."""
ALIKE_TEXTS = 0.75
"""How alike two texts are that are one, changed in places; they have ``FEWEST`` words or more."""
FEWEST = 5
MOST = 200
"""So many findings of a rule in a file are compared with each other; with more of them only those
that stand between the same words are known again.
"""
SIZE = 40 * MAX_FILE_SIZE


class Entry(NamedTuple):
    """A finding that is known, as a line of the file has it; the path is from the file's folder."""

    path: str
    rule: str
    text: str
    before: str
    behind: str
    fingerprint: str
    whole: bool = False


class Matched(NamedTuple):
    """The reports without what is known; the entries that were met, each with what it would be
    now; and those that are gone.
    """

    files: list[FileReport]
    met: dict[Entry, Entry]
    resolved: list[Entry]


def read_baseline(path: Path) -> list[Entry]:
    """The entries of a file. Raises VaclintError, with the line, for what is none."""
    try:
        text = read_regular(path, SIZE).decode("utf-8-sig")
    except FileNotFoundError:
        message = f"there is no baseline {path}; make it with --write-baseline {path}"
        raise VaclintError("config", str(path), message) from None
    except (OSError, UnicodeDecodeError, TooLargeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        message = f"the baseline {path} cannot be read ({reason}); write it with --write-baseline"
        raise VaclintError("config", str(path), message) from None
    entries: dict[Entry, None] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                entry = _entry(json.loads(line))
            except (ValueError, TypeError, RecursionError):
                message = (
                    f"{path}:{number}: no line of a baseline; take it out, or write the file anew "
                    "with --write-baseline"
                )
                raise VaclintError("config", str(path), message) from None
            if entry is not None:
                entries[entry] = None
    return list(entries)


def _entry(data: Any) -> Entry | None:
    """The entry of a line, None for the head of the file. Raises ValueError for anything else."""
    if not isinstance(data, dict):
        raise ValueError(data)
    if HEADER in data:
        if data[HEADER] != VERSION:
            raise ValueError(data)
        return None
    whole = data.pop("whole", False)
    entry = Entry(**data, whole=whole)
    if type(whole) is not bool or not all(isinstance(each, str) for each in entry[:-1]):
        raise ValueError(data)
    return entry


def written(entries: Iterable[Entry]) -> bytes:
    """What a file holds: a head, and a line for each entry, in order."""
    lines = [json.dumps({HEADER: VERSION})]
    for entry in sorted(set(entries)):
        data = entry._asdict()
        if not entry.whole:
            del data["whole"]
        lines.append(json.dumps(data, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def entry_of(finding: Finding, path: str) -> Entry:
    """The entry for a finding in a file, whose path is from the baseline's folder."""
    text = " ".join(finding.text.split())
    return Entry(
        *(path, finding.rule, text[:LONGEST], *finding.around, finding.fingerprint, finding.whole)
    )


def path_in(folder: Path, shown: str) -> str:
    """The path of a file from a baseline's folder, with ``/``."""
    absolute = os.path.abspath(shown)
    try:
        return os.path.relpath(absolute, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return absolute.replace(os.sep, "/")


def match(
    entries: Sequence[Entry],
    files: Sequence[FileReport],
    folder: Path,
    looked: Callable[[FileReport, str], bool] = lambda file, rule: True,
) -> Matched:
    """Take from the reports what a baseline knows. ``looked`` says whether a rule looked at a file;
    where it did not, an entry is not gone.
    """
    by_path: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_path[entry.path].append(entry)
    paths = {file.path: path_in(folder, file.path) for file in files}
    gone = _gone(by_path, paths.values(), folder)
    renamed = _renamed(by_path, gone, files, paths)
    met: dict[Entry, Entry] = {}
    resolved: list[Entry] = []
    left: list[FileReport] = []
    for file in files:
        findings = tuple(file.findings)
        path = renamed.get(file.path, paths[file.path])
        known = by_path.get(path, [])
        pairs = dict(_pairs(known, findings)) if known else {}
        taken = set(pairs.values())
        kept = packed_as(
            file.findings, (each for at, each in enumerate(findings) if at not in taken)
        )
        left.append(file._replace(findings=kept, baselined=file.baselined + len(taken)))
        for at, found in pairs.items():
            met[known[at]] = entry_of(findings[found], paths[file.path])
        if file.format is not None and not file.errors:
            resolved += (
                entry
                for at, entry in enumerate(known)
                if at not in pairs and looked(file, entry.rule)
            )
    resolved += (entry for path in gone - {*renamed.values()} for entry in by_path[path])
    return Matched(left, met, sorted(resolved))


def _gone(by_path: Mapping[str, Any], checked: Iterable[str], folder: Path) -> set[str]:
    """The paths of a baseline whose files are not there any more."""
    others = set(by_path) - set(checked)
    return {path for path in others if not os.path.lexists(folder / path)}


def _renamed(
    by_path: Mapping[str, Sequence[Entry]],
    gone: Collection[str],
    files: Sequence[FileReport],
    paths: Mapping[str, str],
) -> dict[str, str]:
    """For files that a baseline does not know, the path that is gone whose findings they have: at
    least half of those of the one that has fewer.
    """
    where: dict[str, set[str]] = defaultdict(set)
    for path in gone:
        for entry in by_path[path]:
            where[entry.fingerprint].add(path)
    found: list[tuple[int, str, str]] = []
    for file in files:
        if paths[file.path] in by_path or not where:
            continue
        common = Counter(path for each in file.findings for path in where.get(each.fingerprint, ()))
        found += (
            (count, file.path, path)
            for path, count in common.items()
            if 2 * count >= min(len(file.findings), len(by_path[path]))
        )
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for _, file_path, path in sorted(found, key=lambda each: (-each[0], *each[1:])):
        if file_path not in renamed and path not in taken:
            renamed[file_path] = path
            taken.add(path)
    return renamed


Pairs = Iterator[tuple[int, int]]
"""Which entry is which finding, by their numbers."""


def _pairs(entries: Sequence[Entry], findings: Sequence[Finding]) -> Pairs:
    """The entries of a file with the findings that they are, each once: the surest first."""
    now = [entry_of(finding, "") for finding in findings]
    left, open_ = dict(enumerate(entries)), dict(enumerate(now))
    for alike in (_same_name, _same_words_before, _same_words_behind, _alike, _same_document):
        for known, found in list(alike(left, open_)):
            if known in left and found in open_:
                del left[known], open_[found]
                yield known, found
        if not left or not open_:
            return


Numbered = Mapping[int, Entry]


def _by_key(left: Numbered, found: Numbered, key: Callable[[Entry], Any]) -> Pairs:
    """Pairs with the same key, in order; None is no key."""
    waiting: dict[Any, list[int]] = defaultdict(list)
    for at, entry in reversed([*left.items()]):
        waiting[key(entry)].append(at)
    for at, entry in found.items():
        name = key(entry)
        if name is not None and waiting.get(name):
            yield waiting[name].pop(), at


def _same_name(left: Numbered, found: Numbered) -> Pairs:
    return _by_key(left, found, lambda each: (each.rule, each.fingerprint))


def _same_words_before(left: Numbered, found: Numbered) -> Pairs:
    return _by_key(left, found, lambda each: _key(each, each.before))


def _same_words_behind(left: Numbered, found: Numbered) -> Pairs:
    return _by_key(left, found, lambda each: _key(each, each.behind))


def _key(entry: Entry, beside: str) -> tuple[str, str, str] | None:
    """A key of what stands beside a finding, where that is enough to know it by."""
    return (entry.rule, entry.text.lower(), beside) if beside.count(" ") > 1 else None


def _alike(left: Numbered, found: Numbered) -> Pairs:
    """Pairs of one rule, the most alike first."""
    by_rule: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for which, numbered in enumerate((left, found)):
        for at, entry in numbered.items():
            by_rule[entry.rule][which].append(at)
    scored = [
        (score, known, at)
        for knowns, ats in by_rule.values()
        if len(knowns) <= MOST and len(ats) <= MOST
        for known in knowns
        for at in ats
        if (score := _likeness(left[known], found[at])) > 0
    ]
    for _, known, at in sorted(scored, key=lambda each: (-each[0], *each[1:])):
        yield known, at


def _likeness(known: Entry, found: Entry) -> float:
    """How alike two findings of a rule are, 0 when they are not taken for one."""
    texts = known.text.lower(), found.text.lower()
    if texts[0] == texts[1]:
        ratio = SequenceMatcher(None, _beside(known), _beside(found), autojunk=False).ratio()
        return 1 + ratio if ratio >= ALIKE or _holds(known, found) else 0.0
    first, second = map(words_in, texts)
    if min(len(first), len(second)) < FEWEST:
        return 0.0
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return ratio if ratio >= ALIKE_TEXTS else 0.0


def _holds(known: Entry, found: Entry) -> bool:
    """Whether what stands right beside one finding is all that stands beside the other."""
    before = [words_in(each.before)[::-1] for each in (known, found)]
    behind = [words_in(each.behind) for each in (known, found)]
    same = sum(_beginning(*both) for both in (before, behind))
    return same >= ENOUGH and same == min(
        len(one) + len(other) for one, other in zip(before, behind, strict=True)
    )


def _beginning(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words two lists have in common at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def _beside(entry: Entry) -> list[str]:
    return [*words_in(entry.before), "|", *words_in(entry.behind)]


def _same_document(left: Numbered, found: Numbered) -> Pairs:
    """Pairs of the only finding of a rule about a whole document, whatever its title is by now."""
    only: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for which, numbered in enumerate((left, found)):
        for at, entry in numbered.items():
            only[entry.rule][which].append(at)
    for knowns, ats in only.values():
        if len(knowns) == len(ats) == 1 and left[knowns[0]].whole and found[ats[0]].whole:
            yield knowns[0], ats[0]
