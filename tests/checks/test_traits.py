"""Traits in frames: told where a text asks or refuses one of a candidate, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

KEYS = """pattern = 'zwoerd'
languages = ["{language}"]
[rule.traits.{side}]
{way} = ["{form}"]
"""
CASES = [
    ("nl", "refused", "have", "wisp", "Je hebt geen zware wisp.", "geen zware wisp"),
    ("nl", "refused", "have", "wisp", "Heb je een wisp? Dan is dit niets voor jou.", "wisp"),
    ("nl", "refused", "have", "wisp", "Hebt geen wisp", "geen wisp"),
    ("nl", "refused", "have", "wisp", "Je helpt mensen die geen wisp hebben.", ""),
    ("nl", "refused", "have", "wisp", "De soep is zonder wisp.", ""),
    ("nl", "refused", "have", "wisp", "Je hebt een wisp.", ""),
    ("nl", "refused", "be", "wispig", "Je bent niet wispig.", "niet wispig"),
    ("nl", "refused", "be", "wispig", "Meld of je wispig bent.", "Meld of je wispig"),
    ("nl", "refused", "be", "wispig", "Onze cliënten zijn niet wispig.", ""),
    ("nl", "refused", "who", "wispers", "Wispers nemen wij niet aan.", "Wispers"),
    (
        "nl",
        "refused",
        "who",
        "wispers",
        "Niet geschikt voor wispers.",
        "Niet geschikt voor wispers",
    ),
    ("nl", "refused", "who", "wispers", "Wispers zijn welkom.", ""),
    ("nl", "refused", "do", "wispt", "Wispt u niet? Dan kunt u beginnen.", "Wispt"),
    ("nl", "wanted", "have", "wisp", "Iemand met een Hollandse wisp.", "wisp"),
    ("nl", "wanted", "have", "wisp", "Een wisp is voor ons een pre.", "wisp"),
    ("nl", "wanted", "have", "wisp", "Een klant met een wisp is geen vereiste.", ""),
    ("nl", "wanted", "be", "wispig", "Bij voorkeur ben je wispig.", "wispig"),
    ("nl", "wanted", "who", "wispers", "Alleen wispers.", "wispers"),
    ("nl", "wanted", "who", "wispers", "Je zorgt voor wispers.", ""),
    ("nl", "wanted", "do", "wispt", "Je wispt, want dat doen wij ook.", "wispt"),
    ("en", "refused", "have", "wisp", "You have no wisp.", "no wisp"),
    ("en", "refused", "have", "wisp", "If you get a wisp, this job is not for you.", "wisp"),
    ("en", "refused", "have", "wisp", "You support people without a wisp.", ""),
    ("en", "refused", "have", "wisp", "No wisp: our clients dislike it.", "No wisp"),
    ("en", "refused", "be", "wispy", "Nobody wispy, please.", "Nobody wispy"),
    ("en", "refused", "who", "wispers", "Wispers won’t be considered.", "Wispers"),
    ("en", "refused", "who", "wispers", "Wispers are welcome, we do not discriminate.", ""),
    ("en", "refused", "do", "wisp", "You do not wisp.", "not wisp"),
    ("en", "wanted", "have", "wisp", "Only applicants with a UK wisp.", "wisp"),
    ("en", "wanted", "be", "wispy", "We want someone wispy.", "wispy"),
    ("en", "wanted", "who", "wisper", "Would suit an active wisper.", "wisper"),
    ("en", "wanted", "do", "wisp", "You must wisp.", "wisp"),
    ("en", "wanted", "who", "wispers", "Our guests are wispers.", ""),
]


@pytest.mark.parametrize(("language", "side", "way", "form", "text", "shown"), CASES)
def test_a_trait_counts_in_a_frame(
    tmp_path: Path, language: str, side: str, way: str, form: str, text: str, shown: str
) -> None:
    keys = KEYS.format(language=language, side=side, way=way, form=form)
    found = own_findings(tmp_path, keys, text, language=language)
    assert [text[each.place.start.offset : each.place.end.offset] for each in found] == (
        [shown] if shown else []
    )
    assert {each.severity for each in found} <= {"warning"}


def test_a_mild_trait_is_wanted_as_a_remark(tmp_path: Path) -> None:
    keys = KEYS.format(language="nl", side="mild", way="be", form="wispig")
    [finding] = own_findings(tmp_path, keys, "Je bent wispig.", language="nl")
    assert finding.severity == "info"


def test_what_the_pattern_finds_is_told_once(tmp_path: Path) -> None:
    keys = KEYS.format(language="nl", side="wanted", way="be", form="wispig").replace(
        "zwoerd", "heel wispig"
    )
    [finding] = own_findings(tmp_path, keys, "Je bent heel wispig.", language="nl")
    assert finding.text == "heel wispig"


@pytest.mark.parametrize(
    "traits", ["loved.be = ['wispig']", "wanted.are = ['wispig']", "wanted.be = 'wispig'"]
)
def test_a_side_or_way_that_is_none_is_an_error(tmp_path: Path, traits: str) -> None:
    keys = f"pattern = 'wisp'\nlanguages = ['nl']\ntraits.{traits}\n"
    assert "'traits' has the sides wanted, refused, mild" in own_error(tmp_path, keys)
