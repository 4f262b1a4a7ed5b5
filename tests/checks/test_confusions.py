"""Words in a place where another that is easily taken for it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import loaded_with
from support import texts
from vaclint.checks.confusions import cut, find_confusions, is_plain
from vaclint.languages.confusions import confusions_of, plain_confusions
from vaclint.model.errors import VaclintError

PAIRS = "led\tlead\t2\t2\nlead\tlid\t0\t3\n"
CLASSES = "3.7\tboat team\n"
WEIGHTS = """\
led/lead\t=\t-1
led/lead\td\t-12 3.7
led/lead\ts\t-4 3
led/lead\ta\t12 to will\t-2 the
led/lead\tg\t-8 to_,
lead/lid\tb\t-20 on
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("pairs", PAIRS), ("classes", CLASSES), ("weights", WEIGHTS)):
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("You want to led.", [("led", "lead")]),
        ("You want to led, and go.", []),
        ("He lead the team.", []),
        ("He lead team of ten.", [("lead", "led")]),
        ("Lead boat of two.", [("Lead", "Led")]),
        ("The Lead boat.", []),
        ("The LEAD boat.", []),
        ("You row.", []),
    ],
)
def test_the_other_word_is_named_where_it_is_likelier_by_so_much(
    folder: Path, sentence: str, found: list[tuple[str, str]]
) -> None:
    confusions = confusions_of(plain_confusions(folder))
    told = find_confusions(sentence, confusions)
    assert [(sentence[each.start : each.end], each.replacement) for each in told] == found


def test_the_likeliest_of_several_others_is_named(folder: Path) -> None:
    (folder / "pairs.tsv").write_text("led\tlead\t2\t2\nlid\tlead\t0\t2\n", encoding="utf-8")
    (folder / "weights.tsv").write_text(
        "led/lead\ta\t-9 the\nlid/lead\ta\t-12 the\n", encoding="utf-8"
    )
    confusions = confusions_of(plain_confusions(folder))
    (found,) = find_confusions("You lift the lead.", confusions)
    assert found.replacement == "lid"


def test_an_ending_is_weighed_with_the_word_that_it_stands_behind(folder: Path) -> None:
    (folder / "pairs.tsv").write_text("~'s\t~s\t2\t0\tit\n", encoding="utf-8")
    (folder / "classes.tsv").write_text("3.7\tboat boats it its\n3.8\tsail\n", encoding="utf-8")
    (folder / "weights.tsv").write_text("~'s/~s\tb\t12 are\n~'s/~s\ty\t-8 sail\n", "utf-8")
    confusions = confusions_of(plain_confusions(folder))
    found = find_confusions("The boat's are big, it's are too, and sail's are.", confusions)
    assert [each.replacement for each in found] == ["boats"]


def test_a_sentence_is_cut_into_words_signs_and_numbers() -> None:
    assert cut("You’re 12 (not 13)!")[0] == ["you're", "#", "(", "not", "#", ")", "!"]
    assert is_plain("It's", ["it's", "on"], 0)
    assert not is_plain("It's", ["if", "it's", "on"], 1)
    assert not is_plain("it's", ["it's", "on"], 0)
    assert not is_plain("it's", ["if", "it's"], 1)


@pytest.mark.parametrize("table", ["pairs", "classes", "weights"])
def test_a_wrong_table_is_an_error_of_its_rule(folder: Path, table: str) -> None:
    (folder / f"{table}.tsv").write_text("led\n", encoding="utf-8")
    (folder / "own.toml").write_text(
        """
[[rule]]
code = "ORG001"
name = "confused"
kind = "confusions"
message = "{replacement}"
confusions = "."
languages = ["en"]
""",
        encoding="utf-8",
    )
    with pytest.raises(VaclintError, match="cannot be read"):
        raise next(iter(loaded_with(folder).errors))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When your back, the tea is ready.", ["your"]),
        ("When your shift ends, the tea is ready.", []),
        ("You apply if your careful.", ["your"]),
        ("The manager's are kind to all.", ["manager's"]),
        ("The manager's office is here.", []),
        ("They were now looking for you.", []),
        ("We say ‘when your back, call’ to all.", []),
    ],
)
def test_what_is_shipped(text: str, found: list[str]) -> None:
    assert texts(text, "vacancy.txt", "SPL032", language="en") == found
