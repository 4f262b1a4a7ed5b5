"""``vaclint rule --test``: the examples of a rule file come out as they say, or that is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint_here

RULE = '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "m"\nterms = { "klant" = "gast" }\n'
BAD = '[[rule.example]]\nbad = "Een klant."\nreports = ["{}"]\nfixed = "Een {}."\n'
GOOD = '[[rule.example]]\ngood = "Een {}."\n'
STRINGS = (
    '[[rule]]\ncode = "ORG001"\nname = "own"\nmessage = "m"\n'
    '[rule.pattern]\npattern = "klant"\nmatch = ["de {}"]\nno-match = ["de {}"]\n'
)


@pytest.mark.parametrize(
    ("rules", "code", "says"),
    [
        (RULE + BAD.format("klant", "gast") + GOOD.format("gast"), 0, "2 examples, all as they"),
        (RULE + BAD.format("gast", "gast"), 1, "example 1: wanted ‘gast’, found ‘klant’"),
        (RULE + BAD.format("klant", "klant"), 1, "fixed: wanted ‘Een klant.’, found ‘Een gast.’"),
        (RULE + GOOD.format("klant"), 1, "example 1: wanted nothing, found ‘klant’"),
        (RULE, 0, "no examples"),
        (STRINGS.format("klanten", "gast"), 0, "no examples"),
        (STRINGS.format("gast", "gast"), 1, "pattern in ‘de gast’: wanted found, found not found"),
        (STRINGS.format("klant", "klant"), 1, "wanted not found, found found"),
    ],
)
def test_examples(tmp_path: Path, rules: str, code: int, says: str) -> None:
    (tmp_path / "own.toml").write_text(rules, "utf-8")
    done = vaclint_here("rule", "--test", "own.toml", cwd=tmp_path)
    assert (done.code, done.err) == (code, "")
    assert says in done.out
    assert done.out.startswith("ORG001 own: ")


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (RULE.replace("terms", "kind = 'terms'\ntrems"), "unknown key 'trems'"),
        ("", "holds one or more"),
    ],
)
def test_a_rule_that_is_wrong(tmp_path: Path, rules: str, says: str) -> None:
    (tmp_path / "own.toml").write_text(rules, "utf-8")
    done = vaclint_here("rule", "--test", "own.toml", cwd=tmp_path)
    assert done.code == 2
    assert says in done.err


def test_a_code_or_a_file_is_needed(tmp_path: Path) -> None:
    done = vaclint_here("rule", cwd=tmp_path)
    assert (done.code, done.err) == (2, "vaclint: vaclint rule needs a CODE, or --test FILE\n")
