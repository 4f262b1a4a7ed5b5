"""The words that reading a vacancy takes: labels of fields, abbreviations, stop words, signs of a vacancy.

They are data, in ``rules/data/vocabulary.toml``; this module only gives them types.
"""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from vaclint.project import cache as disk


def rules_folder() -> Path:
    """The folder with the rules: inside the package when installed, at the top level in a checkout."""
    here = Path(__file__).parent
    inside = here.parent / "rules"
    return inside if inside.is_dir() else here.parents[2] / "rules"


class Vocabulary(NamedTuple):
    """The content of ``vocabulary.toml``; every word is lower case."""

    fields: dict[str, frozenset[str]]
    abbreviations: frozenset[str]
    abbreviations_at_end: frozenset[str]
    sentence_starters: frozenset[str]
    letter_after: frozenset[str]
    languages: dict[str, frozenset[str]]
    prose_keys: frozenset[str]
    opaque_keys: frozenset[str]
    language_names: dict[str, dict[str, str]]
    scripts: dict[str, str]
    chrome: tuple[str, ...]
    vacancy: dict[str, float]
    vacancy_topic: dict[str, float]
    vacancy_keys: frozenset[str]
    vacancy_paths: frozenset[str]
    other_paths: frozenset[str]
    other_titles: str
    title_mark: str
    job_title: str
    no_job_title: str
    said_to_reader: str
    said_to_reader_least: int
    employer: str
    vacancy_said: dict[str, str]
    vacancy_said_weight: float
    money: dict[str, Any]
    salary: dict[str, Any]
    hours: dict[str, Any]
    dates: dict[str, Any]
    details: dict[str, Any]
    jobposting: dict[str, Any]
    readability: dict[str, dict[str, str]]
    marks: dict[str, Any]


@cache
def vocabulary() -> Vocabulary:
    """Read the vocabulary, once."""
    path = rules_folder() / "data" / "vocabulary.toml"

    def make() -> dict[str, Any]:
        import tomli

        return tomli.loads(path.read_text("utf-8"))

    data = disk.kept("vocabulary.bin", [path], make)
    return Vocabulary(
        fields={name: frozenset(words) for name, words in data["fields"].items()},
        abbreviations=frozenset(data["abbreviations"]),
        abbreviations_at_end=frozenset(data["abbreviations-at-end"]),
        sentence_starters=frozenset(data["sentence-starters"].split()),
        letter_after=frozenset(data["letter-after"].split()),
        languages={name: frozenset(words.split()) for name, words in data["languages"].items()},
        prose_keys=frozenset(data["front-matter"]["prose"]),
        opaque_keys=frozenset(data["front-matter"]["opaque"]),
        language_names=data["language-names"],
        scripts=data["scripts"],
        chrome=tuple(data["chrome"]["lines"]),
        vacancy=data["vacancy"]["words"],
        vacancy_topic=data["vacancy"]["topic"],
        vacancy_keys=frozenset(data["vacancy"]["keys"]),
        vacancy_paths=frozenset(data["vacancy"]["paths"]),
        other_paths=frozenset(data["vacancy"]["other-paths"]),
        other_titles=data["vacancy"]["other-titles"],
        title_mark=data["vacancy"]["title-mark"],
        job_title=data["vacancy"]["job-title"],
        no_job_title=data["vacancy"]["no-job-title"],
        said_to_reader=data["vacancy"]["said-to-reader"],
        said_to_reader_least=data["vacancy"]["said-to-reader-least"],
        employer=data["vacancy"]["employer"],
        vacancy_said={"pay and hours in a row": data["vacancy"]["row"], "pay said to the reader": data["vacancy"]["to-reader"]},
        vacancy_said_weight=data["vacancy"]["said"],
        money=data["money"],
        salary=data["salary"],
        hours=data["hours"],
        dates=data["dates"],
        details=data["details"],
        jobposting=data["jobposting"],
        readability=data["readability"],
        marks=data["marks"],
    )
