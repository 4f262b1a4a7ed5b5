"""The configuration of each text: found as the command finds it, and looked at again when it
changes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import vaclint
from lsp_support import Editor, capabilities, editing, types

TEXT = "# Kok\n\nEen kandidaat/kandidate werkt hier, hij of zij kookt.\n"
RULES = """\
[[rule]]
code = "ORG001"
name = "our-words"
kind = "terms"
languages = ["nl"]
message = "Schrijf ‘{replacement}’, niet ‘{text}’."
terms = { "werkt hier" = "hoort bij ons" }
[[rule.example]]
bad = "Zij werkt hier."
reports = ["werkt hier"]
"""


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_each_text_has_its_own(tmp_path: Path) -> None:
    """Several folders of a workspace, each with a configuration or without."""
    one, two = tmp_path / "een", tmp_path / "twee"
    put(one, "vaclint.toml", 'select = ["GEN"]\n[per-file-ignores]\n"b.md" = ["GEN001"]\n')
    put(two, "pyproject.toml", '[tool.vaclint]\nignore = ["GEN", "SAL", "HRS", "STR"]\n')
    with editing(tmp_path, folders=[one, two]) as editor:
        wanted = {
            (one / "a.md"): ["GEN002", "GEN001"],
            (one / "b.md"): ["GEN002"],
            (two / "c.md"): [],
        }
        for path, codes in wanted.items():
            editor.open(path.as_uri(), TEXT)
            assert editor.codes(path.as_uri()) == codes
        editor.open("untitled:Untitled-1", TEXT)
        assert editor.codes("untitled:Untitled-1") == ["GEN002", "GEN001"]


def test_only_what_the_command_would_check(tmp_path: Path) -> None:
    config = 'vacancies = ["werk/**"]\nexclude = ["werk/oud/**"]\nselect = ["GEN"]\n'
    put(tmp_path, "vaclint.toml", config)
    with editing(tmp_path) as editor:
        for name, count in (("werk/a.md", 2), ("werk/oud/b.md", 0), ("c.md", 0), ("README.md", 0)):
            uri = (tmp_path / name).as_uri()
            editor.open(uri, TEXT)
            assert len(editor.codes(uri)) == count, name
            assert len(editor.symbols(uri)) == bool(count)


def test_severity_suppressions_and_baseline_hold(tmp_path: Path) -> None:
    text = f"{TEXT}\nDaarna belt hij/zij je op.\n"
    put(tmp_path, "a.md", text)
    config = 'select = ["GEN", "JAR"]\nmin-severity = "warning"\n'
    put(tmp_path, "vaclint.toml", config)
    vaclint("check", "--select", "GEN002", "--write-baseline", "bekend.jsonl", ".", cwd=tmp_path)
    config += (
        'baseline = "bekend.jsonl"\n[severity]\nGEN001 = "error"\n'
        '[suppress]\n"*.md" = { text = "hij/zij", reason = "zo" }\n'
    )
    put(tmp_path, "vaclint.toml", config)
    command = vaclint("check", "--output-format", "json", ".", cwd=tmp_path).json()
    with editing(tmp_path) as editor:
        uri = (tmp_path / "a.md").as_uri()
        editor.open(uri, text)
        assert editor.codes(uri) == [each["rule"] for each in command["diagnostics"]] == ["GEN001"]
        assert editor.covered(uri, "GEN001") == ["hij of zij"]
        assert editor.found(uri)[0].severity == types.DiagnosticSeverity.Error
        assert not editor.messages


def test_a_change_that_is_told_is_followed(tmp_path: Path) -> None:
    config = put(tmp_path, "vaclint.toml", 'select = ["GEN002", "ORG"]\nrule-paths = ["regels"]\n')
    rules = put(tmp_path, "regels/org.toml", RULES)
    with editing(tmp_path) as editor:
        uri = (tmp_path / "a.md").as_uri()
        editor.open(uri, TEXT)
        assert editor.codes(uri) == ["GEN002", "ORG001"]
        own = editor.found(uri)[1]
        assert own.code_description is None
        patterns = [
            each["globPattern"]
            for registration in editor.registered
            for each in registration.register_options["watchers"]  # type: ignore[index]
        ]
        assert "**/*.toml" in patterns
        put(tmp_path, "regels/org.toml", RULES.replace("werkt hier", "kookt"))
        editor.files_changed(rules)
        assert editor.again(uri) == ["GEN002", "ORG001"]
        assert editor.covered(uri, "ORG001") == ["kookt"]
        put(tmp_path, "vaclint.toml", 'select = ["GEN001"]\n')
        editor.files_changed(config)
        assert editor.again(uri) == ["GEN001"]


def test_a_change_that_is_not_told_is_seen_when_a_text_is_saved(tmp_path: Path) -> None:
    with editing(tmp_path, can=capabilities(watches=False)) as editor:
        uri = (tmp_path / "a.md").as_uri()
        editor.open(uri, TEXT)
        assert "GEN001" in editor.codes(uri)
        assert not editor.registered
        put(tmp_path, "vaclint.toml", 'select = ["GEN002"]\n')
        editor.save(uri)
        assert editor.again(uri) == ["GEN002"]
        put(tmp_path, "vaclint.toml", 'select = ["GEN001"]\n# anders\n')
        editor.save(uri)
        assert editor.again(uri) == ["GEN001"]


def test_a_broken_configuration_is_told_once_and_the_rest_goes_on(tmp_path: Path) -> None:
    put(tmp_path, "vaclint.toml", 'selct = ["GEN"]\n')
    with editing(tmp_path) as editor:
        uri = (tmp_path / "a.md").as_uri()
        editor.open(uri, TEXT)
        assert "GEN002" in editor.codes(uri)
        for _ in range(3):
            editor.type(uri, (0, 0, "\n"))
            editor.codes(uri)
        editor.save(uri)
        other = (tmp_path / "b.md").as_uri()
        editor.open(other, TEXT)
        assert "GEN002" in editor.codes(other)
        (message,) = editor.messages
        assert "selct" in message
        assert "did you mean 'select'?" in message


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [(("--config", "elders.toml"), ["GEN001"]), (("--isolated",), ["GEN002", "GEN001"])],
)
def test_what_the_command_line_says_goes_first(
    tmp_path: Path, arguments: tuple[str, ...], codes: list[str]
) -> None:
    put(tmp_path, "vaclint.toml", 'select = ["JAR"]\n')
    put(tmp_path, "elders.toml", 'select = ["GEN001"]\n')
    with editing(tmp_path, *arguments, "--stdio") as editor:
        uri = (tmp_path / "a.md").as_uri()
        editor.open(uri, TEXT)
        assert [code for code in editor.codes(uri) if code.startswith("GEN")] == codes


def test_a_text_that_takes_too_long_is_given_up_and_told(tmp_path: Path) -> None:
    put(tmp_path, "vaclint.toml", "timeout = 0.001\n")
    with editing(tmp_path) as editor:
        uri = (tmp_path / "a.md").as_uri()
        editor.open(uri, TEXT * 400)
        assert editor.codes(uri) == []
        editor.wait(lambda: editor.messages)
        assert "more than" in editor.messages[0]
        _type_on(editor, uri)
        assert len(editor.messages) == 1


def _type_on(editor: Editor, uri: str) -> None:
    for _ in range(2):
        editor.type(uri, (0, 0, "\n"))
        editor.codes(uri)
