"""A lexicon of pay and hours comes back from a store as it was."""

from __future__ import annotations

import marshal

from support import resources
from vaclint.facts.amounts.lexicon import Lexicon
from vaclint.facts.amounts.making import lexicons
from vaclint.facts.amounts.stored import as_plain, from_plain
from vaclint.text.patterns import source_of


def test_a_lexicon_comes_back_as_it_was() -> None:
    given = resources()
    made = lexicons(
        {code: each.section("amounts") for code, each in given.languages.items()},
        given.data["amounts"],
        {code: each.numbers.decimal for code, each in given.languages.items()},
    )
    assert made
    for lexicon in made.values():
        again = from_plain(marshal.loads(marshal.dumps(as_plain(lexicon))))
        for name in {*Lexicon._fields} - {"phrases", "telling"}:
            assert getattr(again, name) == getattr(lexicon, name)
        assert dict(again.phrases) == dict(lexicon.phrases)
        assert source_of(again.agreement) == source_of(lexicon.agreement)
