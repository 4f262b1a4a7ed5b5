"""What it takes to read a text before its language is known: the words of all languages
together.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vaclint.text.sentences import SentenceWords, Splitter

NO_SENTENCE_WORDS = SentenceWords(frozenset(), frozenset(), frozenset(), frozenset())


class Reading(NamedTuple):
    """Words for the readers of formats; all lower case."""

    fields: Mapping[str, frozenset[str]] = {}
    """The labels and front-matter keys that hold a fact, by the fact: ``title``, ``salary``,
    ``hours`` …
    """
    prose_keys: frozenset[str] = frozenset()
    """Front-matter keys whose value is text for readers."""
    opaque_keys: frozenset[str] = frozenset()
    """Front-matter keys whose value never is."""
    chrome: str = ""
    """A pattern of lines of a web page that are no part of the vacancy in it; empty for none."""
    posting_texts: frozenset[str] = frozenset()
    """Properties of a JobPosting that are text."""
    split: Splitter = Splitter(NO_SENTENCE_WORDS)
    """Divides a text into sentences."""
    job_texts: frozenset[str] = frozenset()
    """Keys by which the text of a job is known in a list of jobs."""

    def with_fields(self, more: Mapping[str, Iterable[str]]) -> "Reading":
        """The same with more labels and keys, by the fact they hold."""
        if not more:
            return self
        own = {fact: frozenset(name.lower() for name in names) for fact, names in more.items()}
        return self._replace(
            fields={
                fact: self.names(fact) | own.get(fact, frozenset())
                for fact in {**self.fields, **own}
            }
        )

    def names(self, fact: str) -> frozenset[str]:
        """The labels and keys that hold a fact; none for one that no language names."""
        return self.fields.get(fact, frozenset())


NOTHING_KNOWN = Reading()
"""Of no language at all."""
