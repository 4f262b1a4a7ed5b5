"""Vacancies that are near-identical, and passages that a few of them share.

What only a look at several files shows: ``sketch`` makes small what is compared,
``project.compare`` compares the files of a run and reports. The rules stand here.
"""

from vaclint.checks.prepared import need_options
from vaclint.rulebook.kind import TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule

_OPTIONS = {
    "near-identical": ("files", "min-similarity"),
    "shared-passage": ("files", "min-words", "max-files"),
}


def prepare_files(rule: Rule, preparation: Preparation) -> None:
    """See that the rule has its options. Raises VaclintError where it has not."""
    need_options(rule, preparation, _OPTIONS)


KIND = Kind(
    "files",
    None,
    {"what": Key(TEXT, ("near-identical", "shared-passage"), required=True)},
    prepare_files,
    values=frozenset({"other", "line", "words", "percent"}),
)
