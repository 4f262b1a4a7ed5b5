"""What only a look at several files shows: near-identical vacancies and passages that a few of them share.

The files of a run bring their sketches. A rule whose ``files`` is ``repo`` also compares with the other files of the repository: their
sketches are kept in the cache, each with the size, time and digest of its file, so that a pre-commit run reads only what changed.
"""

from __future__ import annotations

import json
import os
from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaclint import __version__
from vaclint.project import cache
from vaclint.model.diagnostics import Diagnostic, fingerprint
from vaclint.project.discover import find_files
from vaclint.model.document import Span
from vaclint.engine.core import FileReport, Finding, Linter, Place, RelatedPlace, Settings, read_source
from vaclint.model.errors import VaclintError
from vaclint.checks.sketch import Passage, Sketch, matches, shared_passages
from vaclint.model.source import Position

if TYPE_CHECKING:
    from vaclint.rulebook.rules import Rule
    from vaclint.project.run import Run


def compare_files(run: Run, files: list[FileReport]) -> list[FileReport]:
    """The reports, in the same order, with what comparing the files found added."""
    own = {file.path: file.sketch for file in files if file.sketch}
    if not own:
        return files
    linters = {path: run.linter_of(path) for path in own}
    others = _others(run, set(linters.values()), [file.path for file in files])
    rules = {path: linter.rules_across for path, linter in linters.items()}
    found = compare([*others.values(), *own.values()], rules, run.settings)  # a file of the run comes after what is there already
    return [_with(file, found[file.path]) if file.path in found else file for file in files]


def compare(sketches: list[Sketch], rules: Mapping[str, list[Rule]], settings: Settings) -> dict[str, list[Finding]]:
    """The findings by file, for the files that have rules; each is on the later of two files in the order given."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for code in sorted({rule.code for of_file in rules.values() for rule in of_file}):
        by_path = {path: rule for path, of_file in rules.items() for rule in of_file if rule.code == code}
        visible = [sketch for sketch in sketches if code not in sketch.hidden]
        places = {sketch.path: sketch for sketch in visible}
        if next(iter(by_path.values())).data["what"] == "near-identical":
            least = min(rule.options["min-similarity"] for rule in by_path.values())
            pairs = [
                (places[match.second], places[match.second].title, places[match.first], places[match.first].title, match.similarity)
                for match in matches(visible, least)
            ]
        else:
            most = max(rule.options["max-files"] for rule in by_path.values())
            pairs = [(*pair, 1.0) for pair in shared_passages(visible, most)]
        for here, passage, there, other, similarity in pairs:
            rule = by_path.get(here.path)
            if rule and similarity >= rule.options.get("min-similarity", 0) and passage.words >= rule.options.get("min-words", 0):
                found[here.path].append(_finding(rule, settings, here, passage, there, other, similarity))
    return found


def _with(file: FileReport, findings: list[Finding]) -> FileReport:
    both = [*file.findings, *findings]
    both.sort(key=lambda finding: (finding.place.start.offset, finding.rule, finding.place.end.offset))
    return file._replace(findings=both)


def _finding(rule: Rule, settings: Settings, here: Sketch, passage: Passage, there: Sketch, other: Passage, similarity: float) -> Finding:
    language = settings.messages_in(here.language)
    start, end = passage.place
    message = rule.message[language].format(other=there.path, line=other.place[0].line, words=passage.words, percent=int(100 * similarity))
    whole = rule.data["what"] == "near-identical"
    properties = {"similarity": round(similarity, 3)} if whole else {"words": passage.words}
    name = ""
    if settings.fingerprints:
        diagnostic = Diagnostic(rule.code, rule.name, rule.severity, Span(start.offset, end.offset), message)
        name = fingerprint(diagnostic, passage.text, there.path, 0)
    related = (RelatedPlace(there.path, Place(*other.place), RELATED[language]),)
    return Finding(
        here.path,
        rule.code,
        rule.name,
        rule.severity,
        Place(start, end),
        message,
        passage.text,
        passage.line,
        related,
        (),
        {**properties, "other": there.path},
        name,
    )


RELATED = {"nl": "De andere vacature", "en": "The other vacancy"}


def _others(run: Run, linters: set[Linter], shown: list[str]) -> dict[str, Sketch]:
    """The sketches of the repository's files that are not in the run, for the rules that want them."""
    given = {os.path.abspath(path) for path in shown}
    roots = {_root(linter, given) for linter in linters for rule in linter.rules_across if rule.options["files"] == "repo"}
    found: dict[str, Sketch] = {}
    for root in sorted(roots):
        found |= _indexed(run, root, given)
    return dict(sorted(found.items()))


def _root(linter: Linter, given: set[str]) -> Path:
    """The top of the repository: the folder with ``.git`` at or above the files, else the configuration's folder."""
    first = Path(min(given)).parent
    top = next((folder for folder in (first, *first.parents) if (folder / ".git").exists()), None)
    return top or linter.config.root or first


def _indexed(run: Run, root: Path, given: set[str]) -> dict[str, Sketch]:
    """The sketches of a repository's files, from the cache where the file is as it was, by path as shown."""
    try:
        paths = [path for path in find_files(root, run.config_for) if os.path.abspath(path) not in given]
    except VaclintError:
        return {}
    name = f"files-{blake2b(str(root).encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}.json"
    known = _load(name)
    index: dict[str, Any] = {}
    found: dict[str, Sketch] = {}
    for path in paths:
        key = path.relative_to(root).as_posix()
        entry = _entry(run, path, known.get(key))
        if entry is None:
            continue
        index[key] = entry
        if entry["sketch"]:
            place = os.path.relpath(path).replace(os.sep, "/")
            found[place] = _read(entry["sketch"], place)
    if index != known:
        kept = {key: known[key] for key in (os.path.relpath(path, root).replace(os.sep, "/") for path in given) if key in known}
        cache.write(name, json.dumps({"version": __version__, "files": index | kept}).encode())
    return found


def _load(name: str) -> dict[str, Any]:
    try:
        data = json.loads(cache.read(name) or b"{}")
        return dict(data["files"]) if data["version"] == __version__ else {}
    except (ValueError, KeyError, TypeError):
        return {}


def _entry(run: Run, path: Path, known: dict[str, Any] | None) -> dict[str, Any] | None:
    """What the index holds of a file; None for one that cannot be read. A new time alone does not make it read as a vacancy again."""
    linter = run.linter_of(path)
    try:
        stat = path.stat()
        stamp = [stat.st_size, stat.st_mtime_ns, _setting(linter)]
        if known and known["stamp"] == stamp:
            return known
        digest = blake2b(path.read_bytes(), digest_size=16).hexdigest()
        if known and known["digest"] == digest and known["stamp"][2] == stamp[2]:
            return {**known, "stamp": stamp}
        sketch = linter.sketch(read_source(path, path.as_posix(), linter.config.encoding))
    except (OSError, VaclintError):
        return None
    return {"stamp": stamp, "digest": digest, "sketch": _written(sketch) if sketch else None}


def _setting(linter: Linter) -> str:
    """What of a configuration a sketch depends on."""
    config = linter.config
    return blake2b(
        repr((config.fields, config.kind, config.encoding, linter.settings.language, linter.settings.kind)).encode(), digest_size=8
    ).hexdigest()


def _written(sketch: Sketch) -> dict[str, Any]:
    """A sketch without its texts, which only findings on it would show."""
    return {
        "language": sketch.language,
        "values": b64encode(array("Q", sketch.values).tobytes()).decode(),
        "passages": [(str(passage.value), passage.words, passage.place) for passage in (sketch.title, *sketch.passages)],
        "hidden": sorted(sketch.hidden),
    }


def _read(data: Mapping[str, Any], path: str) -> Sketch:
    values = array("Q")
    values.frombytes(b64decode(data["values"]))
    title, *passages = (Passage(int(value), words, (Position(*start), Position(*end))) for value, words, (start, end) in data["passages"])
    return Sketch(path, data["language"], values, title, tuple(passages), frozenset(data["hidden"]))
