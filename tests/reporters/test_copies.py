"""What stands in the later copy of a passage, by the line on which the copy begins."""

from __future__ import annotations

from support import report as checked
from vaclint.reporters.copies import copied, saying

PASSAGE = (
    "Je kookt elke dag voor tachtig gasten, en hij/zij die het rooster maakt overlegt met jou. "
    "Je bestelt de groente bij de teler uit het dorp en je houdt de hele keuken schoon."
)


def test_a_finding_of_both_copies_is_one_of_the_copy() -> None:
    file = checked(f"# Kok\n\n{PASSAGE}\n\n{PASSAGE}\n", "a.md", "GEN001", "DUP", language="nl")
    ((line, again),) = copied(file).items()
    assert (line, [saying(each) for each in again]) == (5, [("GEN001", "hij/zij")])


def test_what_no_copy_has_is_in_none() -> None:
    file = checked("# Kok\n\nHij/zij kookt.\n\nHij/zij bakt.\n", "a.md", "GEN001", language="nl")
    assert copied(file) == {}
