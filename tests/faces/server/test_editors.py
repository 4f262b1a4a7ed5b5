"""What stands in ``editors/`` and on the page about them fits the server."""

from __future__ import annotations

import json

from cli_support import ROOT
from lsp_support import types
from vaclint.faces.server.actions import ALL, SHOW_RULE
from vaclint.faces.server.texts import given_name

EXTENSION = json.loads((ROOT / "editors/vscode/package.json").read_text("utf-8"))


def test_the_extension_offers_the_languages_that_the_server_takes() -> None:
    properties = EXTENSION["contributes"]["configuration"]["properties"]
    languages = properties["vaclint.languages"]["default"]
    assert EXTENSION["activationEvents"] == [f"onLanguage:{language}" for language in languages]
    assert all(given_name("untitled:a", language, ROOT) for language in languages)
    assert given_name("untitled:a", "python", ROOT) is None
    assert given_name("git:/a.md", "markdown", ROOT) is None


def test_the_extension_has_no_command_of_the_servers_name() -> None:
    """A client registers the server's commands itself, and fails where one is there already."""
    assert SHOW_RULE not in [each["command"] for each in EXTENSION["contributes"]["commands"]]


def test_the_page_names_what_the_server_calls_its_fixes() -> None:
    page = (ROOT / "docs/editors.md").read_text("utf-8")
    assert f'"{ALL}": "explicit"' in page
    assert ALL.startswith(types.CodeActionKind.SourceFixAll.value)
    assert EXTENSION["version"] in page
