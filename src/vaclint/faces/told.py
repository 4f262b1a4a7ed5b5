"""What a run tells about itself, in one language: which files were not checked and why, which may
be vacancies, and in which language that is said.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from vaclint.engine.allowed import Allowed
from vaclint.languages.language import Language
from vaclint.model.report import FileReport, Look
from vaclint.project.discover import LeftOut, texts_in
from vaclint.project.filters import NO_BASELINE, Filtered
from vaclint.project.plan import Plan

UNSURE = "unsure"
UNDECIDED = "und"
SHOWN = 10
"""So many files are named in a line."""


def of_environment(languages: Collection[str]) -> str:
    """The language of the environment where it has a pack, or nothing."""
    code = environment()
    return code if code in languages else ""


def environment() -> str:
    """The language of the environment, in two letters where it says one."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    given = next((value for name in names if (value := os.environ.get(name))), "")
    if not given and os.name == "nt":
        import ctypes

        given = of_windows(getattr(ctypes, "windll", None))
    return given[:2].lower()


def of_windows(windll: Any) -> str:
    """The language of Windows as its user chose it, such as ``nl_NL``; that sets no variable."""
    from locale import windows_locale

    return windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")


def language_here(languages: Collection[str]) -> str:
    """The language of the environment, or else the first that there is."""
    return of_environment(languages) or next(iter(languages))


def language_of_run(plan: Plan, files: Sequence[FileReport]) -> Language:
    """The one language of everything around the findings: as asked, or that of the environment, or
    else of most words.
    """
    used: Counter[str] = Counter()
    for file in files:
        if file.language is not None:
            used[file.language] += int(file.metrics.get("words", 0))
    return language_of_most(plan, used)


def language_of_most(plan: Plan, used: Mapping[str, int]) -> Language:
    """The same by how much there is in each language."""
    packs = plan.languages
    asked = plan.settings.options.message_language
    if asked != "auto":
        return packs.get(asked, packs[plan.resources.spoken("")])
    if code := of_environment(packs):
        return packs[code]
    most = max((used.get(code, 0) for code in packs), default=0)
    if most:
        return next(packs[code] for code in packs if used.get(code) == most)
    others = any(code not in packs for code in used if code != UNDECIDED)
    return packs[plan.resources.spoken("")] if others else next(iter(packs.values()))


def told(
    plan: Plan, files: Sequence[FileReport], look: Look, filtered: Filtered = NO_BASELINE
) -> Iterator[str]:
    """The lines about a run, but for what only ``-v`` tells."""
    words = look.words["told"]
    for path, count in filtered.resolved:
        yield _counted(words, "resolved", count, file=_from_here(path))
    if filtered.written:
        path, count = filtered.written
        yield _counted(words, "written", count, file=_from_here(path))
    yield from _useless(plan, files, words)
    unsure = [file.path for file in files if file.kind == UNSURE and not file.errors]
    if unsure:
        yield _counted(words, "unsure", len(unsure), files=_listed(unsure, words))
    yield from _nothing_checked(plan, files, words)
    left_out = plan.left_out
    for each in left_out.unmet:
        name = "pattern-in-table" if each.in_table else "pattern"
        yield words[name].format(key=each.key, pattern=each.pattern, config=each.config)
    if left_out.lists:
        jobs = sum(each.jobs for each in left_out.lists)
        paths = _listed([each.path for each in left_out.lists], words)
        yield words["lists"].format(files=paths, count=jobs)
    for folder in left_out.built_with_texts():
        yield words["built-with-texts"].format(folder=folder.as_posix())
    if left_out.suffixes:
        shown = ", ".join(f"{count} {name}" for name, count in sorted(left_out.suffixes.items()))
        yield words["suffixes"].format(files=shown)
    if plan.as_text:
        yield words["as-text"].format(files=_listed(plan.as_text, words))


def _nothing_checked(
    plan: Plan, files: Sequence[FileReport], words: Mapping[str, Any]
) -> Iterator[str]:
    """Named files and folders in which there was nothing to check."""
    named = {os.path.abspath(path) for path in plan.settings.paths}
    for file in files:
        if not file.is_empty or os.path.abspath(file.path) not in named:
            continue
        name = "no-posting" if file.format == "json" else "no-text"
        if jobs := file.properties.get("unread_jobs"):
            yield words["lists"].format(files=file.path, count=jobs)
        else:
            yield words[name].format(file=file.path)
    for folder in plan.left_out.empty:
        yield words["empty"].format(folder=folder)


def _from_here(path: Path) -> str:
    """A path as short as it can be written from the folder one is in."""
    with suppress(ValueError):
        return min(os.path.relpath(path), str(path), key=len)
    return str(path)


def _useless(plan: Plan, files: Sequence[FileReport], words: Mapping[str, Any]) -> Iterator[str]:
    """What ``[suppress]`` in a configuration says and no file of the run needs, although all its
    rules looked at them.
    """
    asked: dict[tuple[str, int], tuple[str, Allowed]] = {}
    used: set[tuple[str, int]] = set()
    for file in files:
        if file.format is None or file.errors:
            continue
        index = plan.index_of(file.path)
        setup, chosen = plan.setups[index], plan.rulesets[index].chosen
        where = str(setup.config.path)
        used |= {(where, each.entry) for each in file.hidden if each.entry is not None}
        for number, allowed in setup.asked_for(file.path).allowed:
            meant = {code for code in chosen if code.startswith(allowed.rules)}
            if not allowed.rules or meant:
                asked[where, number] = setup.config.suppress[number][0], allowed
    for (where, number), (pattern, allowed) in asked.items():
        if (where, number) not in used:
            what = f"‘{allowed.quotation}’" if allowed.quotation else allowed.fingerprint
            yield words["useless"].format(config=where, pattern=pattern, what=what)


def left_out_lines(left_out: LeftOut, look: Look) -> Iterator[str]:
    """What ``-v`` tells of a run over folders: what is left out, why, and how much of it."""
    words = look.words["told"]
    for reason, folders in sorted(left_out.folders.items()):
        counts = Counter(folder.name for folder in folders)
        names = ", ".join(
            name if count == 1 else f"{name} ({count}×)" for name, count in sorted(counts.items())
        )
        texts = sum(_count(folder) for folder in folders) if reason != "vendored" else None
        line = f"{words['left-out'][reason]}: {names}"
        yield line if texts is None else f"{line} ({_counted(words, 'texts', texts)})"
    for reason, count in sorted(left_out.files.items()):
        if count:
            yield f"{words['left-out'][reason]}: {count}"


def _count(folder: Path) -> int:
    return sum(1 for _ in texts_in(folder))


def _listed(paths: Sequence[str], words: Mapping[str, Any]) -> str:
    more = len(paths) - SHOWN
    shown = ", ".join(paths[:SHOWN])
    return shown + (words["more"].format(count=more) if more > 0 else "")


def _counted(words: Mapping[str, Any], name: str, count: int, **values: str) -> str:
    text: str = words[name][count != 1]
    return text.format(count=count, **values)
