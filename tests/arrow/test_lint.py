"""A batch of adverts in, a batch of findings out: every row answered, whatever is in it."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.texts import TEXT as HOSTILE
from support import report
from vaclint import Options, VaclintError

pa = pytest.importorskip("pyarrow", reason="the extra vaclint[batch] is not installed")

from vaclint.arrow import SCHEMA, BatchOptions, Columns, columns_of, lint_batch  # noqa: E402
from vaclint.arrow import lint as linting  # noqa: E402
from vaclint.engine import Engine  # noqa: E402

ADVERT = (
    "Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur per week. Je verdient € 2.900 tot "
    "€ 3.400 bruto per maand, in schaal 8 van de cao Gemeenten bij ons.\n"
)
TEXT = Columns("text")
WITH_TITLE = Columns("text", "id", "title")


def linted(*texts: Any, options: BatchOptions = BatchOptions(), **more: Any) -> list[Any]:
    """The rows that some texts come to, as bytes where they are not."""
    values = [each.encode() if isinstance(each, str) else each for each in texts]
    batch = pa.record_batch({"text": pa.array(values, pa.binary()), **more})
    columns = Columns("text", *(name if name in more else None for name in ("id", "title")))
    answered = lint_batch(batch, columns, options)
    assert answered.schema.equals(SCHEMA, check_metadata=True)
    answered.validate(full=True)
    assert len(answered) == len(texts)
    rows: list[Any] = answered.to_pylist(maps_as_pydicts="strict")
    return rows


@settings(max_examples=40, deadline=None)
@given(st.lists(HOSTILE | st.binary(max_size=60), min_size=1, max_size=4))
def test_every_row_is_answered_whatever_is_in_it(texts: list[str | bytes]) -> None:
    given = [each.encode("utf-8", "replace") if isinstance(each, str) else each for each in texts]
    for data, row in zip(given, linted(*given), strict=True):
        assert row["error"] in (None, "not_utf8", "read", "empty", "too_long"), row["error_message"]
        for found in row["findings"]:
            assert 0 <= found["offset"] <= len(data.decode())
            assert found["message"].encode()


def test_the_columns_are_those_of_the_report() -> None:
    file = report(ADVERT, "row.txt", fingerprints=True)
    (row,) = linted(ADVERT)
    assert (row["error"], row["error_message"], row["id"]) == (None, None, None)
    assert (row["format"], row["kind"], row["language"]) == ("text", "vacancy", "nl")
    assert (row["title"], row["salary_min"], row["salary_max"]) == ("Kok", 2900, 3400)
    assert (row["salary_currency"], row["salary_unit"]) == ("EUR", "month")
    assert row["salary_scale"] == "cao Gemeenten 8"
    assert (row["hours_min"], row["hours_max"], row["fte"]) == (32, 32, None)
    assert row["metrics"] == dict(file.metrics)
    assert (row["words"], row["mark"]) == (file.metrics["words"], file.mark)
    found = [(each["rule"], each["offset"], each["fingerprint"]) for each in row["findings"]]
    assert found == [(f.rule, f.place.start.offset, f.fingerprint) for f in file.findings]
    assert row["sketch"] == sorted(row["sketch"])
    assert row["sketch"]


def test_each_bad_row_is_an_error_and_the_others_are_answered() -> None:
    rows = linted(
        ADVERT,
        None,
        "",
        " \n\t",
        b"\xff\xfekok",
        "x" * 3001,
        '{"@type": "JobPosting", "title": }',
        '{"name": "no posting"}',
        "<p>&nbsp;</p>",
        '[{"a": ' * 1500,
        ADVERT,
        options=BatchOptions(max_bytes=3000, format="auto"),
    )
    assert [row["error"] for row in rows] == [
        *(None, "null", "empty", "empty", "not_utf8", "too_large", "read", "empty"),
        *("empty", "too_large", None),
    ]
    assert rows[0] == rows[-1]
    for row in rows:
        assert (row["error"] is None) == (row["error_message"] is None)
        if row["error"]:
            assert row["kind"] is row["words"] is row["sketch"] is None
            assert (row["findings"], row["metrics"]) == ([], {})
    assert rows[4]["error_message"] == "the text is not UTF-8 (byte 0xff at 0)"


def test_json_that_is_nested_too_deeply_is_an_error() -> None:
    (row,) = linted('[{"a": ' * 150 + "1" + "}]" * 150)
    assert row["error"] == "read"
    assert "nested" in row["error_message"]


def test_bytes_that_are_no_utf_8_in_a_column_of_strings_are_an_error_of_their_row() -> None:
    good, bad = ADVERT.encode(), b"Kok\xe9 gezocht"
    offsets = pa.array([0, len(good), len(good) + len(bad)], pa.int32()).buffers()[1]
    column = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(good + bad)])
    batch = pa.record_batch({"text": column, "id": column})
    rows = lint_batch(batch, {"text": "text", "id": "id"}).to_pylist()
    assert [row["error"] for row in rows] == [None, "not_utf8"]
    assert rows[1]["id"] == "Kok\\xe9 gezocht"


def test_an_error_inside_is_an_error_of_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    check = Engine.check

    def fails(self: Engine, source: Any, asked: Any) -> Any:
        if "kandidaat" in source.text:
            raise ZeroDivisionError("by nought")
        return check(self, source, asked)

    monkeypatch.setattr(Engine, "check", fails)
    rows = linted("Wij zoeken een kok.", ADVERT)
    assert [row["error"] for row in rows] == [None, "internal"]
    assert rows[1]["error_message"] == "ZeroDivisionError: by nought"


def test_an_advert_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: Any) -> Any:
        until = time.process_time() + 20
        while time.process_time() < until:
            pass

    monkeypatch.setattr(Engine, "check", slow)
    (row,) = linted(ADVERT, options=BatchOptions(timeout=0.05))
    assert row["error"] == "timeout"
    assert "more than 0.05 s" in row["error_message"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wij zoeken een kok.", "text"),
        ("# Kok\n\nWij zoeken een kok.", "markdown"),
        ("**Kok**\n\nWij zoeken een kok.", "markdown"),
        ("---\ntitle: Kok\n---\n\nWij zoeken een kok.", "markdown"),
        ("<p>Wij zoeken een kok.</p>", "html"),
        ("Wij zoeken een kok &amp; bakker.", "html"),
        ("[Oosterdam] Wij zoeken een kok.", "text"),
        (' {"@type": "JobPosting", "title": "Kok", "description": "Kook je?"}', "json"),
    ],
)
def test_the_format_is_told_for_each_row(text: str, name: str) -> None:
    (row,) = linted(text)
    assert (row["error"], row["format"]) == (None, name)


def test_a_posting_is_read_as_in_a_file() -> None:
    text = json.dumps(
        {
            "@type": "JobPosting",
            "title": "Kok (m/v)",
            "description": "<p>Hij/zij kookt voor 32 uur per week.</p>\n<ul><li>Soep</li></ul>",
        }
    )
    (row,) = linted(text)
    file = report(text, "row.json")
    found = [(each["rule"], each["offset"], each["end"]) for each in row["findings"]]
    assert found == [(f.rule, f.place.start.offset, f.place.end.offset) for f in file.findings]
    assert {"GEN001", "GEN005"} <= {each["rule"] for each in row["findings"]}
    assert row["title"] == "Kok"


TITLE = "Kok <m/v> bij Soep & Co"


@pytest.mark.parametrize(
    "text",
    [
        "Hij/zij kookt.\r\n\r\nHij/zij kookt 32 uur.\r\n",
        "Hij/zij kookt.\n\nHij/zij kookt 32 uur.",
        "# Taken\n\nHij/zij kookt.\n\n- Soep\n- Hij/zij kookt 32 uur",
        "<p>Hij/zij kookt &amp; bakt.</p>\n<p>Hij/zij kookt 32 uur.</p>",
    ],
)
def test_a_title_of_its_own_has_places_of_its_own(text: str) -> None:
    (row,) = linted(text, title=[TITLE])
    assert row["title"].startswith("Kok")
    fields = {"text": text, "title": TITLE}
    rules = {each["rule"] for each in row["findings"] if each["field"] == "title"}
    assert "GEN005" in rules
    found = [each for each in row["findings"] if each["rule"] == "GEN001"]
    assert [each["field"] for each in found] == ["text", "text"]
    for each in row["findings"]:
        field = fields[each["field"]]
        assert field[each["offset"] : each["end"]] == each["text"]
        before = field[: each["offset"]].splitlines(keepends=True)
        lines = [line for line in before if line.endswith("\n")]
        assert each["line"] == 1 + len(lines)
        assert each["column"] == 1 + each["offset"] - len("".join(lines))


def test_a_title_that_the_text_begins_with_is_not_said_twice() -> None:
    for text in (ADVERT, "<h2>Kok</h2><p>Wij zoeken een kok.</p>", "# Kok\n\nKook je?"):
        rows = linted(text, text, title=["kok ", None])
        assert rows[0] == rows[1]


def test_ids_are_written_as_strings() -> None:
    for ids in ([7, 8], ["7", "8"], pa.array(["7", "8"]).dictionary_encode(), [b"7", b"8"]):
        rows = linted(ADVERT, None, id=ids)
        assert [row["id"] for row in rows] == ["7", "8"]
    batch = pa.record_batch({"text": [ADVERT], "id": [[1, 2]]})
    with pytest.raises(VaclintError, match=r"'id' holds list<.*which is no id"):
        lint_batch(batch, Columns("text", "id"))


@pytest.mark.parametrize(
    "type_",
    [pa.string(), pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary(), pa.binary_view()],
)  # fmt: skip
def test_a_text_may_be_of_any_type_that_holds_one(type_: Any) -> None:
    column = pa.array([ADVERT, None, ADVERT], type_)
    expected = [each["findings"] for each in linted(ADVERT, None, ADVERT)]
    rows = lint_batch(pa.record_batch({"text": column[0:3]}), TEXT).to_pylist()
    assert [each["findings"] for each in rows] == expected
    (row,) = lint_batch(pa.record_batch({"text": column[2:]}), TEXT).to_pylist()
    assert row["findings"] == expected[2]


def test_a_text_may_be_named_by_its_number_or_be_null_all_over() -> None:
    column = pa.array([ADVERT, None, ADVERT]).dictionary_encode()
    rows = lint_batch(pa.record_batch({"text": column}), TEXT).to_pylist()
    assert [each["error"] for each in rows] == [None, "null", None]
    rows = lint_batch(pa.record_batch({"text": pa.nulls(2)}), TEXT).to_pylist()
    assert [each["error"] for each in rows] == ["null", "null"]


def test_no_rows_are_no_rows() -> None:
    assert linted() == []


def test_a_character_that_utf_8_cannot_spell_is_a_question_mark() -> None:
    text = '{"@type": "JobPosting", "title": "Kok \\ud83d (m/v)", "description": "Kook je?"}'
    rows = linted(ADVERT, text)
    assert [row["error"] for row in rows] == [None, None]
    assert rows[1]["title"] is not None
    assert rows[0] == linted(ADVERT)[0]


def test_options_hold_in_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    options = BatchOptions(
        Options(select=("GEN",), severity=(("GEN002", "error"),)), sketches=False
    )
    assert pickle.loads(pickle.dumps((TEXT, options))) == (TEXT, options)
    (row,) = linted(ADVERT, options=options)
    assert [(each["rule"], each["severity"]) for each in row["findings"]] == [("GEN002", "error")]
    assert row["sketch"] is None
    monkeypatch.setattr(linting, "Engine", None)  # a second batch makes no second engine
    assert linted(ADVERT, options=options) == [row]


def test_own_rules_are_checked_too(tmp_path: Any) -> None:
    rule = """
[[rule]]
code = "ORG001"
name = "soup"
kind = "pattern"
pattern = "soep"
message = "No soup."
"""
    (tmp_path / "own.toml").write_text(rule, "utf-8")
    options = BatchOptions(Options(select=("ORG",)), rule_paths=(str(tmp_path),))
    (row,) = linted("Wij koken soep.", options=options)
    assert [each["message"] for each in row["findings"]] == ["No soup."]
    (tmp_path / "more.toml").write_text("[[rule]]\ncode = 1\n", "utf-8")
    with pytest.raises(VaclintError):
        linted(ADVERT, options=options._replace(rule_paths=(str(tmp_path), str(tmp_path / "x"))))


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"text": "txet"}, "no column 'txet'; did you mean 'text'?; the columns are: text, id"),
        (Columns("text", "key"), "no column 'key'; the columns are: text, id"),
        ({"text": "id"}, "'id' holds int64; a text is string or binary; the columns are: text, id"),
        ({"id": "id"}, "the columns name no 'text'"),
        ({"text": "text", "body": "x"}, "the columns name 'body'"),
    ],
)
def test_columns_that_are_not_there_are_told(columns: Any, message: str) -> None:
    batch = pa.record_batch({"text": [ADVERT], "id": [1]})
    with pytest.raises(VaclintError, match=re.escape(message)):
        lint_batch(batch, columns)


def test_a_format_that_is_not_there_is_told() -> None:
    with pytest.raises(VaclintError, match="no format 'pdf'; there is: auto, text, markdown"):
        linted(ADVERT, options=BatchOptions(format="pdf"))


def found(*names: str, **given: str) -> Columns:
    types = {"count": pa.int64()}
    return columns_of(pa.schema([(name, types.get(name, pa.string())) for name in names]), given)


def test_columns_are_found_by_their_names() -> None:
    assert found("url", "id", "title", "description") == Columns("description", "id", "title")
    assert found("functieTitel", "Omschrijving") == Columns("Omschrijving", None, "functieTitel")
    assert found("a", "b", "id", text="b") == Columns("b", "id", None)
    assert found("title", "text", "b", text="text", title="b", id="b") == Columns("text", "b", "b")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("id", "count"), "no column is known to hold the text; name it; the columns are: id, count"),
        (("text", "body"), "several columns may hold the text (text, body); name one"),
        ((), "the columns are: none"),
    ],
)  # fmt: skip
def test_a_text_that_cannot_be_found_is_told(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(VaclintError, match=re.escape(message)):
        found(*names)


def test_without_the_extra_its_name_is_said() -> None:
    code = "import sys; sys.modules['pyarrow'] = None; import vaclint.arrow"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'vaclint[batch]'" in done.stderr
    assert done.returncode == 1
