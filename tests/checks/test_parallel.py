"""Items of a list that begin with another form of a verb than the others."""

from __future__ import annotations

from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.model.options import Options
from vaclint.model.source import Source
from vaclint.rulebook.load import load

KEPT = ("Keep records", "Mend sails", "Serve tea", "Answer calls")


def _told(*items: str) -> list[str]:
    text = "We are looking for a cook.\n\n" + "".join(f"- {item}\n" for item in items)
    engine = Engine(load(kinds()), Options(select=("STY012",), language="en"))
    return [found.text for found in engine.check(Source("a.md", text)).findings]


def test_an_item_with_another_form_is_told_where_three_in_four_agree() -> None:
    assert _told(*KEPT, "Maintaining engines") == ["Maintaining"]
    assert _told(*KEPT[:3], "Maintaining engines", "Assisting guests") == []


def test_a_word_that_may_be_a_noun_is_told_before_what_a_verb_acts_on_only() -> None:
    assert _told(*KEPT, "Driving licence") == []
    assert _told(*KEPT, "Driving the van") == ["Driving"]
    assert _told("Keeping records", "Mending sails", "Serving tea", "Experience with boats") == []
