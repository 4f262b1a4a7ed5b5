"""Neovim, without a screen: opens a vacancy, shows the findings, mends one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli_support import ROOT
from lsp_support import CACHE, SECONDS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("nvim") is None, reason="Neovim is not installed: apt-get install neovim"
    ),
]
SCRIPT = """
local function wait(met)
  assert(vim.wait(SECONDS, met, 50), "it took too long")
end
local buffer = vim.api.nvim_get_current_buf()
wait(function() return #vim.diagnostic.get(buffer) > 0 end)
local seen = {}
for _, each in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(seen, { code = each.code, line = each.lnum, column = each.col, text = each.message })
end
local at = { line = 2, character = 9 }
local asked = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = at, ["end"] = at },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", asked, SECONDS)
local titles = {}
for id, answer in pairs(answers) do
  for _, action in ipairs(answer.result) do
    table.insert(titles, action.title)
    if action.isPreferred then
      local encoding = vim.lsp.get_client_by_id(id).offset_encoding
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
    end
  end
end
wait(function()
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.code == "GEN002" then return false end
  end
  return true
end)
local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
local file = io.open("gezien.json", "w")
file:write(vim.json.encode({ seen = seen, titles = titles, lines = lines }))
file:close()
vim.cmd("qa!")
"""
TEXT = "# Kok\n\nEen 😀 kandidaat/kandidate werkt hier.\n"


def set_up() -> str:
    """The lines that the documentation shows for a Neovim of any age."""
    page = (ROOT / "docs" / "editors.md").read_text("utf-8")
    return page.split("```lua\n")[1].split("```")[0]


def test_neovim_shows_what_is_found_and_mends_it(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(TEXT, "utf-8")
    (tmp_path / "vaclint.toml").write_text('select = ["GEN"]\n', "utf-8")
    (tmp_path / "init.lua").write_text(set_up(), "utf-8")
    seconds = str(int(SECONDS * 1000))
    (tmp_path / "script.lua").write_text(SCRIPT.replace("SECONDS", seconds), "utf-8")
    folder = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "VACLINT_CACHE_DIR": str(CACHE),
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    command = ["nvim", "--headless", "-u", "init.lua", "kok.md", "-c", "luafile script.lua"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        timeout=2 * SECONDS,
        check=False,
    )
    assert (tmp_path / "gezien.json").exists(), done.stderr.decode()
    told = json.loads((tmp_path / "gezien.json").read_text("utf-8"))
    (seen,) = told["seen"]
    assert (seen["code"], seen["line"]) == ("GEN002", 2)
    assert seen["column"] == len("Een 😀 ".encode())  # Neovim counts bytes
    assert "GEN002 hier negeren, met een reden" in told["titles"]
    assert told["lines"][2] == "Een 😀 kandidaat werkt hier."
