"""What only a look at several files shows: near-identical vacancies and passages that a few of them
share.

The files of a run bring their sketches. A rule whose ``files`` is ``repo`` also compares with the
other files of the repository: their sketches are kept in the store, each with the size, time and
digest of its file, so that a pre-commit run reads only what changed.
"""

from __future__ import annotations

import json
import os
from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vaclint import __version__
from vaclint.checks.sketch import matches, shared_passages
from vaclint.engine.allowed import without_allowed
from vaclint.engine.ruleset import RuleSet
from vaclint.languages.language import Language
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic, fingerprint
from vaclint.model.digest import blake2b
from vaclint.model.errors import VaclintError
from vaclint.model.packed import packed_as
from vaclint.model.regular import read_regular
from vaclint.model.report import FileReport, Finding, Place, RelatedPlace
from vaclint.model.sketch import Sketch, Stretch
from vaclint.model.source import Position
from vaclint.project.discover import LeftOut, find_files
from vaclint.project.files import read_source
from vaclint.project.limits import limited
from vaclint.project.plan import Plan, Setup
from vaclint.rulebook.rule import Rule
from vaclint.text.escaped import lossless


def compare_files(plan: Plan, files: list[FileReport]) -> list[FileReport]:
    """The reports, in the same order, with what comparing the files found added."""
    own = {file.path: file.sketch for file in files if file.sketch}
    if not own:
        return files
    rulesets = {path: plan.rules_of(path) for path in own}
    others = _others(plan, set(rulesets.values()), [file.path for file in files])
    found = compare(
        [*others.values(), *own.values()], rulesets
    )  # a file of the run comes after what is there already
    return [_with(plan, file, found[file.path]) if file.path in found else file for file in files]


def compare(sketches: list[Sketch], rulesets: Mapping[str, RuleSet]) -> dict[str, list[Finding]]:
    """The findings by file, for the files that have rules; each is on the later of two files in the
    order given.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    rules = {path: ruleset.rules_across for path, ruleset in rulesets.items()}
    for code in sorted({rule.code for of_file in rules.values() for rule in of_file}):
        by_path = {
            path: rule for path, of_file in rules.items() for rule in of_file if rule.code == code
        }
        visible = [sketch for sketch in sketches if code not in sketch.hidden]
        for here, passage, there, other, similarity in _pairs(visible, list(by_path.values())):
            rule = by_path.get(here.path)
            if rule is None or similarity < rule.options.get("min-similarity", 0):
                continue
            if passage.words >= rule.options.get("min-words", 0):
                ruleset = rulesets[here.path]
                found[here.path].append(
                    _finding(rule, ruleset, here, passage, there, other, similarity)
                )
    return found


_Pair = tuple[Sketch, Stretch, Sketch, Stretch, float]


def _pairs(visible: list[Sketch], rules: list[Rule]) -> list[_Pair]:
    """The later text with its passage, the earlier one with its own, and how alike they are."""
    places = {sketch.path: sketch for sketch in visible}
    if rules[0].data["what"] != "near-identical":
        most = max(rule.options["max-files"] for rule in rules)
        return [(*pair, 1.0) for pair in shared_passages(visible, most)]
    least = min(rule.options["min-similarity"] for rule in rules)
    alike = (
        (places[match.second], places[match.first], match.similarity)
        for match in matches(visible, least)
    )
    return [(here, here.title, there, there.title, similarity) for here, there, similarity in alike]


def _with(plan: Plan, file: FileReport, findings: list[Finding]) -> FileReport:
    """A report with more findings, but for those that the configuration suppresses."""
    allowed = plan.setups[plan.index_of(file.path)].asked_for(file.path).allowed
    kept, hidden = without_allowed(findings, allowed)
    both = sorted([*file.findings, *kept], key=lambda finding: finding.order)
    every = packed_as(file.findings, both)
    return file._replace(findings=every, hidden=(*file.hidden, *hidden))


def _finding(
    rule: Rule,
    ruleset: RuleSet,
    here: Sketch,
    passage: Stretch,
    there: Sketch,
    other: Stretch,
    similarity: float,
) -> Finding:
    language: Language = ruleset.speaking(here.language)
    start, end = passage.place
    message = rule.texts_in(language.code).message.format(
        other=there.path,
        line=other.place[0].line,
        words=passage.words,
        percent=int(100 * similarity),
    )
    whole = rule.data["what"] == "near-identical"
    severity = ruleset.severity_of(rule, here.language)
    properties = {"similarity": round(similarity, 3)} if whole else {"words": passage.words}
    name = ""
    if ruleset.options.fingerprints:
        diagnostic = Diagnostic(
            rule.code, rule.name, severity, Span(start.offset, end.offset), message
        )
        name = fingerprint(diagnostic, passage.text, there.path, 0)
    return Finding(
        path=here.path,
        rule=rule.code,
        name=rule.name,
        severity=severity,
        place=Place(start, end),
        message=message,
        text=passage.text,
        line=passage.line,
        related=(RelatedPlace(there.path, Place(*other.place), language.say("other-vacancy")),),
        fixes=(),
        properties={**properties, "other": there.path},
        fingerprint=name,
        whole=whole,
    )


def _others(plan: Plan, rulesets: set[RuleSet], shown: list[str]) -> dict[str, Sketch]:
    """The sketches of the repository's other files, for the rules that want them."""
    given = {os.path.abspath(path) for path in shown}
    roots = {
        _root(plan, ruleset, given)
        for ruleset in rulesets
        for rule in ruleset.rules_across
        if rule.options["files"] == "repo"
    }
    found: dict[str, Sketch] = {}
    for root in sorted(roots):
        found |= _indexed(plan, root, given)
    return dict(sorted(found.items()))


def _root(plan: Plan, ruleset: RuleSet, given: set[str]) -> Path:
    """The top of the repository: the folder with ``.git`` at or above the files, else the
    configuration's folder.
    """
    first = Path(min(given)).parent
    top = next(
        (folder for folder in (first, *first.parents) if os.path.exists(folder / ".git")), None
    )
    return top or plan.setups[plan.rulesets.index(ruleset)].config.root or first


def _indexed(plan: Plan, root: Path, given: set[str]) -> dict[str, Sketch]:
    """The sketches of a repository's files, from the cache where the file is as it was, by path as
    shown.
    """
    try:
        paths = [
            path
            for path in find_files(root, plan.config_for, LeftOut(), plan.unread_jobs)
            if lossless(os.path.abspath(path)) not in given and not path.is_symlink()
        ]
    except VaclintError:
        return {}
    digest = blake2b(str(root).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    name = f"files-{digest}.json"
    known = _load(plan.store.read(name))
    index: dict[str, Any] = {}
    found: dict[str, Sketch] = {}
    for path in paths:
        key = path.relative_to(root).as_posix()
        entry = _entry(plan, path, known.get(key))
        if entry is None:
            continue
        index[key] = entry
        if entry["sketch"]:
            place = lossless(os.path.relpath(path).replace(os.sep, "/"))
            found[place] = _read(entry["sketch"], place)
    if index != known:
        kept = {
            key: known[key]
            for key in (os.path.relpath(path, root).replace(os.sep, "/") for path in given)
            if key in known
        }
        plan.store.write(name, json.dumps({"version": __version__, "files": index | kept}).encode())
    return found


def _load(kept: bytes | None) -> dict[str, Any]:
    try:
        data = json.loads(kept or b"{}")
        return dict(data["files"]) if data["version"] == __version__ else {}
    except (ValueError, KeyError, TypeError):
        return {}


def _entry(plan: Plan, path: Path, known: dict[str, Any] | None) -> dict[str, Any] | None:
    """What the index holds of a file; None for one that cannot be read. A new time alone does not
    make it read as a vacancy again.
    """
    index = plan.index_of(path)
    setup = plan.setups[index]
    try:
        stat = path.stat()
        stamp = [stat.st_size, stat.st_mtime_ns, _setting(setup)]
        if known and known["stamp"] == stamp:
            return known
        digest = blake2b(read_regular(path, setup.config.max_file_size), digest_size=16).hexdigest()
        if known and known["digest"] == digest and known["stamp"][2] == stamp[2]:
            return {**known, "stamp": stamp}
        shown = path.as_posix()
        source = read_source(path, shown, setup.config.encoding, setup.config.max_file_size)
        with limited(setup.timeout, shown, source.text):
            sketch = plan.engine_at(index).sketch(source, setup.asked_for(shown))
    except (OSError, VaclintError):
        return None
    return {"stamp": stamp, "digest": digest, "sketch": _written(sketch) if sketch else None}


def _setting(setup: Setup) -> str:
    """What of a configuration a sketch depends on."""
    config, options = setup.config, setup.options
    return blake2b(
        repr(
            (config.fields, config.kind, config.encoding, options.language, options.kind)
        ).encode(),
        digest_size=8,
    ).hexdigest()


def _written(sketch: Sketch) -> dict[str, Any]:
    """A sketch without its texts, which only findings on it would show."""
    return {
        "language": sketch.language,
        "values": b64encode(array("Q", sketch.values).tobytes()).decode(),
        "passages": [
            (str(passage.value), passage.words, passage.place)
            for passage in (sketch.title, *sketch.passages)
        ],
        "hidden": sorted(sketch.hidden),
    }


def _read(data: Mapping[str, Any], path: str) -> Sketch:
    values = array("Q")
    values.frombytes(b64decode(data["values"]))
    title, *passages = (
        Stretch(int(value), words, (Position(*start), Position(*end)))
        for value, words, (start, end) in data["passages"]
    )
    return Sketch(path, data["language"], values, title, tuple(passages), frozenset(data["hidden"]))
