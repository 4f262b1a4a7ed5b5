"""The server as an editor has it: over stdio, with a real client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_support import python, vaclint
from lsp_support import Editor, capabilities, editing, types

TEXT = """\
# Verpleegkundige 😀

Een 😀 e\u0301\u2028n kandidaat/kandidate, hij of zij werkt 24 tot 32 uur per week.

## Wat bieden wij

- Een salaris van € 3.100 tot € 4.200 bruto per maand.
- Een laptop  voor de kandidaat/kandidate.
"""
PAIR = "kandidaat/kandidate"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editor")


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    with editing(folder) as editor:
        yield editor


def uri_in(folder: Path, name: str) -> str:
    return (folder / name).as_uri()


def test_findings_stand_where_they_are(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "plaats.md")
    editor.open(uri, TEXT)
    assert editor.covered(uri, "GEN002") == [PAIR, PAIR]
    assert editor.covered(uri, "GEN001") == ["hij of zij"]
    assert editor.encoding == "utf-16"
    first = next(each for each in editor.found(uri) if each.code == "GEN002")
    assert first.severity == types.DiagnosticSeverity.Warning
    assert first.source == "vaclint"
    assert first.code_description is None, "the project has no published pages"
    assert first.data == {"name": "noun-pair", "family": "GEN", "fixes": ["safe"]}


def test_typing_is_followed_letter_by_letter(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "typen.md")
    editor.open(uri, TEXT)
    assert "GEN002" in editor.codes(uri)
    for _ in range(2):
        at = editor.texts[uri].index(PAIR)
        editor.type(uri, (at + 9, at + len(PAIR), ""))
    assert "GEN002" not in editor.codes(uri)
    at = len(editor.texts[uri])
    for number, letter in enumerate(f"\n😀 {PAIR} werkt hier.\n"):
        editor.type(uri, (at + number, at + number, letter))
    assert editor.covered(uri, "GEN002") == [PAIR]
    editor.type(uri, (0, 0, "<!-- vaclint: ignore-file GEN002 -- zo -->\n\n"))
    assert "GEN002" not in editor.codes(uri)


def test_of_many_keystrokes_only_the_last_text_is_reported(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "snel.md")
    editor.open(uri, TEXT)
    editor.codes(uri)
    before = len(editor.history)
    for _ in range(40):
        editor.type(uri, (0, 0, "x"))
    editor.codes(uri)
    versions = [each.version for each in editor.history[before:] if each.uri == uri]
    assert versions == sorted(set(versions), key=lambda version: version or 0)
    assert versions[-1] == editor.versions[uri]
    assert len(versions) < 40


def test_a_closed_text_has_no_findings(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "dicht.md")
    editor.open(uri, TEXT)
    assert editor.codes(uri)
    editor.close(uri)
    editor.wait(lambda: not editor.published[uri].diagnostics)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("markdown", f"# Kok\n\nEen **{PAIR}** werkt hier.\n", "GEN002"),
        ("html", f"<h1>Kok</h1><p>Een <b>{PAIR}</b> werkt hier.</p>\n", "GEN002"),
        ("plaintext", f"Kok\n\nEen {PAIR} werkt hier.\n", "GEN002"),
    ],
)
def test_a_text_without_a_file(editor: Editor, language: str, text: str, code: str) -> None:
    uri = f"untitled:Untitled-{language}"
    editor.open(uri, text, language)
    assert editor.covered(uri, code) == [PAIR]


def test_fixes_say_whether_they_are_safe(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "fixes.md")
    editor.open(uri, TEXT)
    at = TEXT.index(PAIR)
    (fix, *_) = editor.actions(uri, at + 2)
    assert fix.title == "Vervang door ‘kandidaat’ (veilig)"
    assert fix.is_preferred
    assert fix.diagnostics and fix.diagnostics[0].code == "GEN002"
    assert editor.edited(uri, fix.edit) == TEXT.replace(PAIR, "kandidaat", 1)
    at = TEXT.index("hij of zij")
    unsafe = editor.actions(uri, at)[0]
    assert unsafe.title.startswith("Vervang door ‘die’ (lees de zin na")
    assert not unsafe.is_preferred
    assert editor.actions(uri, 0) == editor.actions(uri, 0, ["source"])


def test_all_that_is_safe_is_fixed_and_nothing_else(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "alles.md")
    text = TEXT.replace("\u2028", "")
    editor.open(uri, text)
    fixed = editor.chosen(uri, 0, "Herstel", ["source.fixAll.vaclint"])
    assert fixed == text.replace(PAIR, "kandidaat").replace("laptop  voor", "laptop voor")
    assert not editor.actions(uri, 0, ["refactor"])


IGNORED = [
    ("a.md", f"# Kok\n\nEen {PAIR} werkt hier.\n", "markdown"),
    ("b.md", f"# Kok\n\n- Een {PAIR} werkt\n  hier.\n- Nog een.\n", "markdown"),
    ("c.md", f"# Kok {PAIR}\n\nHier werk je.\n", "markdown"),
    ("d.md", f"| wie | wat |\n| --- | --- |\n| Een {PAIR} | werkt |\n", "markdown"),
    ("e.md", f"---\ntitle: Kok of {PAIR}\n---\n\nHier werk je.\n", "markdown"),
    ("f.mdx", f"# Kok\n\nEen {PAIR} werkt hier.\n", "mdx"),
    ("g.html", f"<h1>Kok</h1>\n<p>Een {PAIR}\nwerkt hier.</p>\n", "html"),
    ("h.html", f"<html><head><title>Kok\n{PAIR}\n</title></head><body><p>Hier.</p></body>", "html"),
    ("i.txt", f"Kok\r\n\r\nEen {PAIR} werkt hier.\r\n", "plaintext"),
    ("j.njk", f"<p>Een {PAIR} werkt hier.</p>\n", "jinja"),
]


@pytest.mark.parametrize(("name", "text", "language"), IGNORED, ids=[row[0] for row in IGNORED])
def test_ignoring_here_suppresses_that_finding_alone(
    editor: Editor, folder: Path, name: str, text: str, language: str
) -> None:
    uri = uri_in(folder, f"ignore-{name}")
    editor.open(uri, text, language)
    before = editor.codes(uri)
    assert "GEN002" in before
    made = editor.chosen(uri, text.index(PAIR) + 1, "GEN002 hier negeren")
    assert "vaclint: ignore" in made
    assert "schrijf hier waarom" in made
    editor.type(uri, (0, len(text), made))
    before.remove("GEN002")
    assert editor.codes(uri) == before


def test_a_finding_about_the_whole_text_is_ignored_for_the_file(
    editor: Editor, folder: Path
) -> None:
    text = "# Kok\n\nWij zoeken een kok. Jij kookt en je krijgt een laptop. Solliciteer nu.\n"
    uri = uri_in(folder, "geheel.md")
    editor.open(uri, text)
    assert "SAL001" in editor.codes(uri)
    made = editor.chosen(uri, 3, "SAL001 hier negeren")
    assert made == "<!-- vaclint: ignore-file SAL001 -- schrijf hier waarom -->\n\n" + text


def test_where_no_comment_can_stand_that_is_said(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "posting.json")
    text = (
        '{"@type": "JobPosting", "title": "Kok", "description": '
        f'"Een {PAIR} werkt hier voor € 3.000 per maand."}}\n'
    )
    (folder / "posting.json").write_text(text, "utf-8")
    editor.open(uri, text, "json")
    assert "GEN002" in editor.codes(uri)
    action = next(
        each for each in editor.actions(uri, text.index(PAIR)) if each.title.startswith("GEN002")
    )
    resolved = editor.do(editor.client.code_action_resolve_async(action))
    assert resolved.edit is None
    editor.wait(lambda: any("[suppress]" in message for message in editor.messages))


def test_the_rule_can_be_read(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "uitleg.md")
    editor.open(uri, TEXT)
    at = TEXT.index(PAIR)
    assert "Toon de uitleg van GEN002" in editor.commands(uri, at)
    shown = editor.hover(uri, at + 3)
    assert "**GEN002**" in shown
    assert "*Waarom:* Eén neutrale benaming" in shown
    assert editor.hover(uri, 0) == ""
    text = editor.run("vaclint.showRule", "GEN002", "nl")
    assert text.startswith("# GEN002 noun-pair")
    editor.wait(lambda: editor.shown)
    page = editor.shown[-1]
    assert page.endswith("GEN002.nl.md")
    editor.open(page, text)  # its examples are meant to have findings
    assert editor.run("vaclint.showRule", "GEN999", "nl") is None
    assert page not in editor.published


def test_headings_and_vacancies_are_symbols(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "koppen.md")
    editor.open(uri, TEXT)
    (vacancy,) = editor.symbols(uri)
    assert vacancy.name == "Verpleegkundige"
    assert vacancy.detail == "€ 3.100 tot € 4.200 per maand, 24 tot 32 uur"
    assert [each.name for each in vacancy.children or ()] == ["Wat bieden wij"]
    assert editor.at(uri, vacancy.selection_range).startswith("Verpleegkundige")
    other = uri_in(folder, "nieuws.md")
    editor.open(other, "# Nieuws\n\n## Vandaag\n\nHet regent.\n\n## Morgen\n\nOok.\n")
    (top,) = editor.symbols(other)
    assert [each.name for each in top.children or ()] == ["Vandaag", "Morgen"]
    assert top.children
    assert editor.at(other, top.children[0].range).strip().endswith("Het regent.")


def test_pay_and_hours_are_shown_as_they_are_understood(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "hints.md")
    editor.open(uri, TEXT)
    hints = dict(editor.hints(uri))
    assert set(hints.values()) == {"= € 3.100 tot € 4.200 per maand", "= 24 tot 32 uur"}
    assert {TEXT[:at].split()[-1] for at in hints} == {"4.200", "uur"}


def test_a_copy_names_its_first_and_is_marked(editor: Editor, folder: Path) -> None:
    passage = (
        "Je werkt in een klein team dat elke dag voor de bewoners klaarstaat en met plezier zorgt. "
        "Samen plannen jullie de week, en je overlegt met familie, arts en fysiotherapeut.\n"
    )
    text = f"# Verzorgende\n\n{passage}\n## Wat ga je doen?\n\n{passage}"
    uri = uri_in(folder, "dubbel.md")
    editor.open(uri, text)
    copy = next(each for each in editor.found(uri) if str(each.code).startswith("DUP"))
    assert copy.tags == (types.DiagnosticTag.Unnecessary,) or copy.tags == [
        types.DiagnosticTag.Unnecessary
    ]
    (first,) = copy.related_information or ()
    assert first.location.uri == uri
    assert editor.at(uri, first.location.range).startswith("Je werkt in een klein team")


def test_an_english_text_is_spoken_to_in_english(editor: Editor, folder: Path) -> None:
    text = "# Nurse\n\nWe are looking for a nurse. He or she works  on the ward with patients.\n"
    uri = uri_in(folder, "nurse.md")
    editor.open(uri, text)
    at = text.index("  on")
    titles = [each.title for each in editor.actions(uri, at)]
    assert any(title.endswith("(safe)") for title in titles)
    assert any(title.startswith("Ignore WSP002 here") for title in titles)


def test_an_empty_and_a_broken_text_end_nothing(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "leeg.md")
    editor.open(uri, "")
    assert editor.codes(uri) == []
    assert editor.symbols(uri) == []
    editor.type(uri, (0, 0, "---\ntitle: [\n---\n\nWij zoeken een kok.\n"))
    before = len(editor.messages)
    editor.codes(uri)
    editor.type(uri, (0, 0, " "), (0, 1, ""))
    editor.codes(uri)
    told = [each for each in editor.messages[before - 1 :] if "leeg.md" in each]
    assert len(told) == 1
    editor.tell(
        editor.client.text_document_did_change,
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(1, "file:///onbekend.md"), []
        ),
    )
    assert editor.symbols("file:///onbekend.md") == []
    assert editor.hover(uri, 0) == ""


def test_a_lone_half_of_a_pair_is_no_end(editor: Editor, folder: Path) -> None:
    uri = uri_in(folder, "half.md")
    editor.open(uri, f"# Kok\n\nEen \ud83d {PAIR} werkt.\n")
    assert editor.covered(uri, "GEN002") == [PAIR]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
def test_the_encoding_that_the_client_prefers(tmp_path: Path, encoding: str) -> None:
    with editing(tmp_path, can=capabilities([encoding, "utf-16"])) as editor:
        assert editor.encoding == encoding
        uri = uri_in(tmp_path, "a.md")
        editor.open(uri, TEXT)
        assert editor.covered(uri, "GEN002") == [PAIR, PAIR]
        at = TEXT.index("uur")
        editor.type(uri, (at, at, "😀 "), (0, 0, "\u0301"))
        assert editor.covered(uri, "GEN002") == [PAIR, PAIR]


def test_a_client_that_resolves_nothing_gets_whole_actions(tmp_path: Path) -> None:
    with editing(tmp_path, can=capabilities(resolves=False)) as editor:
        uri = uri_in(tmp_path, "a.md")
        editor.open(uri, TEXT)
        editor.codes(uri)
        found = editor.actions(uri, TEXT.index(PAIR) + 2)
        assert len(found) == 3
        assert all(each.edit and list(each.edit.changes or ()) == [uri] for each in found)


def test_without_a_word_the_exit_code_is_1(tmp_path: Path) -> None:
    assert vaclint("server", cwd=tmp_path).code == 1


def test_without_the_extra_one_sentence_names_it(tmp_path: Path) -> None:
    hide = "import sys; sys.modules['pygls'] = None; sys.argv = ['vaclint', 'server']"
    done = python("-c", f"{hide}; from vaclint.faces.cli import main; main()", cwd=tmp_path)
    assert done.code == 2
    assert done.out == ""
    (line,) = done.err.splitlines()
    assert "vaclint[server]" in line
