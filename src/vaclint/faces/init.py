"""``vaclint init``: look at the repository, and write a commented configuration that fits it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vaclint.checks import kinds
from vaclint.faces.streams import put
from vaclint.faces.told import of_environment
from vaclint.languages.language import Language
from vaclint.model.errors import VaclintError
from vaclint.model.store import Store
from vaclint.project.config import NAMES, find_config
from vaclint.project.files import write_output
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings
from vaclint.project.survey import OTHER, VACANCY, Survey, survey
from vaclint.rulebook.load import load
from vaclint.text.escaped import escaped
from vaclint.text.toml_values import toml

SHOWN = 5
"""So many scattered vacancies are named."""


def init(folder: Path, store: Store, *, message_language: str = "auto") -> int:
    """Write ``vaclint.toml`` in a folder and say what was found. Raises VaclintError where there is
    a configuration already.
    """
    there = find_config(folder.resolve(), {})
    if there is not None and there.parent == folder.resolve():
        message = f"{there.name} is here already; remove it, or change it by hand"
        raise VaclintError("config", str(there), message)
    loaded = load(kinds(), store=store, explained=False)
    plan = Plan(Settings(paths=(str(folder),), isolated=True), store, loaded)
    found = survey(folder, plan, loaded)
    language = _language(message_language, found, loaded.resources.languages)
    words = language.section("output")["init"]
    path = folder / NAMES[0]
    write_output(path, (configuration(found, words).encode(),))
    put("".join(f"{line}\n" for line in _told(found, words)))
    return 0


def _language(asked: str, found: Survey, languages: Mapping[str, Language]) -> Language:
    """The language of the comments: as asked, of the environment, or of most vacancies."""
    if asked in languages:
        return languages[asked]
    told = Counter(file.language for file in found.files if file.language in languages)
    most = max(told, key=lambda code: told[code]) if told else next(iter(languages))
    return languages[of_environment(languages) or most]


def configuration(found: Survey, words: Mapping[str, Any]) -> str:
    """The file, as TOML with comments."""
    return "\n".join(_lines(found, words)) + "\n"


def _lines(found: Survey, words: Mapping[str, Any]) -> Iterator[str]:
    yield from _comment(words["head"])
    yield ""
    if found.patterns:
        by = f" ({found.generator})" if found.generator else ""
        yield from _comment(words["vacancies"].format(count=found.count(VACANCY), generator=by))
        yield f"vacancies = {_list(found.patterns)}"
    else:
        yield from _comment(words["no-vacancies"])
        yield '# vacancies = ["content/jobs/**"]'
    if found.scattered:
        listed = ", ".join(map(escaped, found.scattered[:SHOWN]))
        more = "…" if len(found.scattered) > SHOWN else ""
        yield from _comment(words["scattered"].format(files=f"{listed}{more}"))
    yield ""
    yield from _comment(words["exclude"])
    yield f"exclude = {_list(found.exceptions)}" if found.exceptions else '# exclude = ["drafts/"]'
    yield ""
    for name, example in (
        ("fail-on", 'fail-on = "warning"'),
        ("baseline", '# baseline = "vaclint-baseline.jsonl"'),
        ("ignore", '# ignore = ["JAR"]'),
        ("vocabulary", '# vocabulary = ["stakeholder"]'),
        ("country", '# country = "NL"'),
    ):
        yield from _comment(words[name])
        yield example
        yield ""
    yield from _comment(words["fields"])
    if found.fields:
        yield "[fields]"
        yield from (f"{fact} = {_list(keys)}" for fact, keys in sorted(found.fields.items()))
    else:
        yield "# [fields]"
        yield '# salary = ["pay_per_month"]'


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}" for line in text.strip().splitlines())


def _list(texts: tuple[str, ...]) -> str:
    """A list of texts in TOML; one of several has a line for each."""
    if len(texts) < 2:
        return toml(texts)
    return "[\n" + "".join(f"  {toml(text)},\n" for text in texts) + "]"


def _told(found: Survey, words: Mapping[str, Any]) -> Iterator[str]:
    yield words["wrote"].format(
        file=NAMES[0],
        vacancies=found.count(VACANCY),
        others=found.count(OTHER),
        unsure=len(found.files) - found.count(VACANCY) - found.count(OTHER),
    )
    if found.patterns:
        yield words["found-in"].format(patterns=", ".join(found.patterns))
    for fact, keys in sorted(found.fields.items()):
        yield words["found-field"].format(fact=fact, keys=", ".join(keys))
    yield words["next"]


def folder_of(given: str) -> Path:
    """The folder that is meant. Raises VaclintError for one that is none."""
    if not Path(given).is_dir():
        raise VaclintError("read", given, f"{given} is no folder; vaclint init is for one")
    return Path(given)
