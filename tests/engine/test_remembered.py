"""What is remembered of a text changes nothing that is found in it: each check after an edit says
what a check says that remembers nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import engine
from vaclint.model.report import FileReport
from vaclint.model.source import Source
from vaclint.text.remembered import Memory

CORPUS = Path(__file__).parents[1] / "corpus"
TEXTS = tuple(
    (CORPUS / name).read_text("utf-8")
    for name in ("buschauffeur.md", "kassamedewerker.txt", "monteur-editor.html", "nurse-en.md")
)
TYPED = (
    *("", " ", "\n\n", "e", " hij/zij", " medewerk(st)er", "## Verpleegkundige\n", "\u0130"),
    *(" Je verdient € 2.800 bij 32 uur.", " De kandidaat kent zijn klanten.", " - Share\n"),
    *(" proffesioneel", " in de zorg in de zorg", " zorg medewerkers", " Je wordt een aanpakker."),
    *(" You will be responible for his team.", " between $20 and $25 an hour", "\n- Salaris: "),
)
Edit = tuple[float, int, str]
"""Where, as a share of the text; how many characters go; what is typed there."""
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(TYPED)), min_size=1, max_size=4
)


def _makes(_memory: Memory[Any], _key: object, make: Callable[..., Any], *arguments: Any) -> Any:
    return make(*arguments)


def _told(report: FileReport) -> tuple[FileReport, list[str]]:
    """A report with its errors as they are said: an error is equal to itself only."""
    return report._replace(errors=()), [error.message for error in report.errors]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TEXTS), EDITS)
def test_what_is_remembered_changes_nothing_that_is_found(
    monkeypatch: pytest.MonkeyPatch, text: str, edits: list[Edit]
) -> None:
    checks = engine()
    for where, cut, typed in edits:
        at = int(where * len(text))
        text = text[:at] + typed + text[at + cut :]
        remembering = _told(checks.check(Source("a.md", text)))
        with monkeypatch.context() as forgetting:
            forgetting.setattr(Memory, "given", _makes)
            assert _told(checks.check(Source("a.md", text))) == remembering
