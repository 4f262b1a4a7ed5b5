"""Loading rules: what is merged, what is validated, and that one wrong rule leaves the others."""

from __future__ import annotations

import json
import marshal
from functools import partial
from pathlib import Path

import pytest

from cli_support import REAL, ROOT
from own_rules import loaded_with
from project_support import write
from support import loaded
from vaclint.checks import kinds
from vaclint.engine import Engine
from vaclint.languages.resources import Resources
from vaclint.model.options import Options
from vaclint.model.store import Store
from vaclint.project.cache import DiskStore
from vaclint.project.files import read_source
from vaclint.rulebook.load import Loaded, load
from vaclint.rulebook.rule import Rule, as_plain, from_plain, select_codes

HEAD = '[[rule]]\ncode = "ORG001"\nname = "eigen"\n'
RIGHT = '[[rule]]\ncode = "ORG009"\nname = "goed"\nmessage = "m"\nterms = ["x"]\n'


def read(folder: Path, *rules: str, **files: str) -> Loaded:
    """The shipped rules with those of a folder that holds a rule file."""
    write(folder, {"regels/r.toml": "\n".join(rules), **files})
    return loaded_with(folder / "regels")


def own(found: Loaded) -> list[Rule]:
    return [rule for rule in found.rules if rule.own]


def test_a_rule_stands_beside_the_shipped_ones_in_order(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEAD}message = "Schrijf ‘{{replacement}}’."\nterms = {{ a = "b" }}\n')
    assert found.errors == ()
    codes = [rule.code for rule in found.rules]
    assert codes == sorted(codes)
    assert len(codes) == len(loaded().rules) + 1
    (rule,) = own(found)
    assert (rule.code, rule.name, rule.kind, rule.severity) == (
        "ORG001",
        "eigen",
        "terms",
        "warning",
    )
    assert rule.texts_in("nl").message == rule.texts_in("en").message == "Schrijf ‘{replacement}’."
    assert rule.texts_in("nl").summary == "eigen"
    assert rule.origin == str(tmp_path / "regels" / "r.toml")
    assert rule.speaks("de")


def test_a_file_may_be_named_instead_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"r.toml": RIGHT})
    assert [rule.code for rule in own(loaded_with(tmp_path / "r.toml"))] == ["ORG009"]


def test_languages_say_their_own(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f'{HEAD}terms = {{ nl = ["kok"], en = ["cook"] }}\nlanguages = ["nl", "en"]\n'
        '[rule.message]\nnl = "Niet zo."\nen = "Not so."\n'
        '[rule.summary]\nnl = "Een kok"\nen = "A cook"\n',
    )
    assert found.errors == ()
    (rule,) = own(found)
    assert rule.texts_in("nl")[:2] == ("Een kok", "Niet zo.")
    assert rule.texts_in("en")[:2] == ("A cook", "Not so.")
    assert rule.texts_in("de") == rule.texts_in("en")
    assert rule.key("terms", "nl") == ["kok"]
    assert rule.key("terms", "de") is None
    assert rule.speaks("nl")
    assert not rule.speaks("de")


def test_a_rule_of_a_pack_holds_for_its_language_only() -> None:
    for rule in loaded().rules:
        folder = Path(rule.origin).parent
        if folder.parent.name == "languages":
            assert rule.languages == (folder.name,), rule.code


def without_options(shipped: Rule) -> str:
    """A rule like a shipped one, in any language, without its options and further messages."""
    said = {key: value for given in shipped.said.values() for key, value in given.items()}
    folder = Path(shipped.origin).parent
    lines = [HEAD, f"kind = '{shipped.kind}'\nmessage = 'm'\n"]
    for key, value in {**said, **shipped.data}.items():
        if isinstance(value, str) and value.endswith((".tsv", ".txt", ".toml")):
            packs = [folder, *(folder / "languages").glob("*")]
            value = str(next(pack / value for pack in packs if (pack / value).is_file()))
        if isinstance(value, str | list | bool):
            lines.append(f"{key} = {json.dumps(value)}\n")
    return "".join(lines)


WITH_OPTIONS = [rule for rule in loaded().rules if rule.options and rule.kind != "files"]


@pytest.mark.parametrize("shipped", WITH_OPTIONS, ids=lambda rule: rule.code)
def test_a_rule_without_options_is_an_error_or_runs(tmp_path: Path, shipped: Rule) -> None:
    found = read(tmp_path, without_options(shipped), RIGHT)
    assert [rule.code for rule in own(found)][-1] == "ORG009"
    checking = Engine(found, Options(kind="vacancy"))
    for path in (REAL, ROOT / "examples" / "verbeteren" / "teamleider-gekopieerd.txt"):
        report = checking.check(read_source(path, path.name))
        assert [error.message for error in report.errors] == []


WRONG = [
    (f"{HEAD}terms = ['x']\n", 1, "the rule has no 'message'"),
    ("[[rule]]\nname = 'x'\nmessage = 'm'\nterms = ['x']\n", 1, "the rule has no 'code'"),
    (f"{HEAD.replace('ORG001', 'org1')}message = 'm'\nterms = ['x']\n", 2, "code 'org1' must be"),
    ('[[rule]]\ncode = "ORG001"\nmessage = "m"\nterms = ["x"]\n', 1, "the rule has no 'name'"),
    (f"{HEAD}message = 'm'\n", 1, "no 'kind', 'terms' or 'pattern'"),
    (f"{HEAD}message = 'm'\nkind = 'termen'\n", 5, "did you mean 'terms'?"),
    (f"{HEAD}message = 'm'\nterms = 3\n", 5, "'terms' must be text or"),
    (f"{HEAD}message = 'm'\nterms = ['x']\nsverity = 'info'\n", 6, "did you mean 'severity'?"),
    (f"{HEAD}message = 'm'\nterms = ['x']\nseverity = 'hoog'\n", 6, "unknown severity 'hoog'"),
    (f"{HEAD}message = 'm'\nterms = ['x']\nscope = 'vacancie'\n", 6, "did you mean 'vacancy'?"),
    (
        f"{HEAD}message = 'm'\nterms = ['x']\ndefault = 'nee'\n",
        6,
        "'default' must be true or false",
    ),
    (f"{HEAD}message = 'm'\nterms = ['x']\nlanguages = ['xx']\n", 6, "unknown language 'xx'"),
    (f"{HEAD}terms = ['x']\nmessage.xx = 'm'\n", 5, "'message' is one text, or a text for"),
    (f"{HEAD}message = 'm {{txt}}'\nterms = ['x']\n", 4, "did you mean 'text'?"),
    (f"{HEAD}message = 'm }}'\nterms = ['x']\n", 4, "the message cannot be read"),
    (f"{HEAD}message = 'm'\nkind = 'density'\n", 1, "a rule of kind 'density' needs 'of'"),
    (f"{HEAD}message = 'm'\nkind = 'whitespace'\n", 1, "a rule of kind 'whitespace' needs 'what'"),
    (
        f"{HEAD}message = 'm'\nkind = 'whitespace'\nwhat = 'mojibake'\n",
        6,
        "unknown what 'mojibake'; known are",
    ),
    (f"{HEAD}message = 'm'\nkind = 'whitespace'\nwhat = 'tabb'\n", 6, "did you mean 'tab'?"),
    (
        f"{HEAD}message = 'm'\nkind = 'whitespace'\nwhat = 'blank-lines'\n",
        1,
        "needs the option 'max'",
    ),
    (f"{HEAD}message = 'm'\nterms = 'weg.tsv'\n", 5, "the word list 'weg.tsv' cannot be read"),
    (f"{HEAD}message = 'm'\npattern = '(['\n", 5, "'pattern' is not a valid"),
    (
        f"{HEAD}message = 'm'\npattern = {{ pattern = '{{gone}}' }}\n",
        5,
        "'gone'",
    ),
    (
        f"{HEAD}message = 'm'\nterms = ['x']\n[[rule.example]]\nbad = 'a'\ngood = 'b'\n",
        6,
        "either 'bad' or 'good'",
    ),
    (
        f"{HEAD}message = 'm'\nterms = ['x']\n[[rule.example]]\nbad = 'a'\nreport = ['a']\n",
        8,
        "did you mean 'reports'?",
    ),
    (f"{HEAD.replace('ORG001', 'GEN001')}message = 'm'\nterms = ['x']\n", 0, "exists already"),
]


@pytest.mark.parametrize(("rule", "line", "says"), WRONG, ids=[case[2][:40] for case in WRONG])
def test_a_mistake_is_one_error_with_its_line(
    tmp_path: Path, rule: str, line: int, says: str
) -> None:
    found = read(tmp_path, rule, RIGHT)
    (error,) = found.errors
    path = str(tmp_path / "regels" / "r.toml")
    assert (error.kind, error.path) == ("rule", path)
    assert error.message.startswith(f"{path}:{line}: " if line else f"{path}: "), error.message
    assert says in error.message
    assert [each.code for each in own(found)] == ["ORG009"]
    assert len(found.rules) == len(loaded().rules) + 1


def test_a_rule_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    found = read(tmp_path, RIGHT, RIGHT)
    (error,) = found.errors
    assert "rule ORG009 exists already" in error.message
    assert [each.code for each in own(found)] == ["ORG009"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[[rule]\n", ":1: not valid TOML"),
        ("rul = 3\n", ":1: unknown key 'rul'"),
        ("rule = 3\n", "a rule file holds one or more [[rule]] tables"),
        ("a = " + "[" * 2000, "r.toml"),
    ],
)
def test_a_file_that_holds_no_rules_is_an_error(tmp_path: Path, content: str, says: str) -> None:
    found = read(tmp_path, content, **{"regels/s.toml": RIGHT})
    assert found.errors
    assert all(str(tmp_path / "regels" / "r.toml") in error.message for error in found.errors)
    assert any(says in error.message for error in found.errors)
    assert [each.code for each in own(found)] == ["ORG009"]


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"regels/r.toml": b"\xff", "regels/s.toml": RIGHT})
    found = loaded_with(tmp_path / "regels", tmp_path / "weg.toml")
    first, second = found.errors
    assert "is not UTF-8" in first.message
    assert "cannot be read" in second.message
    assert [each.code for each in own(found)] == ["ORG009"]


def test_a_folder_without_rules_is_an_error(tmp_path: Path) -> None:
    (error,) = loaded_with(tmp_path).errors
    assert "holds no .toml file" in error.message


def test_a_pack_that_speaks_of_a_rule_that_is_not_there(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "languages/xx/language.toml": 'function-words = "zo mek"\n',
            "languages/xx/gen.toml": '[GEN010]\nmessage = "m"\n',
        },
    )
    found = loaded_with(tmp_path)
    (error,) = found.errors
    assert "gen.toml:1: there is no rule GEN010; did you mean 'GEN0" in error.message
    assert "xx" in found.resources.languages


def test_a_section_in_two_files_of_a_pack_is_an_error(tmp_path: Path) -> None:
    pack = {f"languages/xx/{name}.toml": '[fields]\ntitle = ["a"]\n' for name in ("a", "b")}
    found = loaded_with(write(tmp_path, pack))
    assert [error.message for error in found.errors] == [
        f"{tmp_path / 'languages/xx/b.toml'}: [fields] stands in two files of the pack"
    ]
    assert "xx" not in found.resources.languages


def test_what_is_loaded_is_plain_and_the_same_from_the_store(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    fresh = load(kinds(), store=Store())
    assert load(kinds(), store=store).rules == fresh.rules
    kept = {path.name.partition("-")[0] for path in tmp_path.iterdir()}
    assert kept == {"explained", "reading"}
    assert load(kinds(), store=store).rules == fresh.rules
    for rule in fresh.rules:
        plain, body = as_plain(rule)
        assert from_plain(marshal.loads(marshal.dumps(plain)), partial(list, body)) == rule


def test_the_shipped_languages_come_by_priority() -> None:
    resources = loaded().resources
    assert isinstance(resources, Resources)
    order = [(each.priority, each.code) for each in resources.languages.values()]
    assert order == sorted(order)
    assert list(resources.languages) == ["nl", "en"]


def test_codes_are_chosen_by_their_beginning() -> None:
    codes = ["GEN001", "GEN002", "WSP001"]
    assert select_codes(codes, ["gen"], "x") == {"GEN001", "GEN002"}
    assert select_codes(codes, ["WSP001", "GEN002"], "x") == {"WSP001", "GEN002"}
    assert select_codes(codes, ["ALL"], "x") == set(codes)
    assert select_codes(codes, [], "x") == set()
