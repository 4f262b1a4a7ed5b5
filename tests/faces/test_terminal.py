"""What a terminal is shown: links, progress, the next step, and the completion of a shell."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from threading import Event, Thread
from unittest.mock import patch
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from cli_support import REMOVED, vaclint, vaclint_here
from project_support import write
from reporters.sample import look
from support import resources
from vaclint.faces.explained import rules_at
from vaclint.faces.terminal import follows_links, minutes, with_progress
from vaclint.project.cache import clean
from vaclint.project.plan import Plan
from vaclint.project.settings import Settings

BAD = "# Kok\n\nWij zoeken een kandidaat/kandidate voor 32 uur. Hij/zij kookt.\n"


@pytest.mark.parametrize(
    ("environment", "follows"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"KITTY_WINDOW_ID": "1"}, True),
        ({"VTE_VERSION": "6800"}, True),
        ({"VTE_VERSION": "4600"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"WT_SESSION": "x", "TERM": "dumb"}, False),
        ({"WT_SESSION": "x", "SSH_CONNECTION": "1 2 3 4"}, False),
    ],
)
def test_which_terminals_follow_links(environment: dict[str, str], follows: bool) -> None:
    assert follows_links(environment) is follows


def test_a_link_leads_to_a_page_of_this_machine_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = resources().languages["nl"]  # loaded before the cache is the test's own
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path))
    plan = Plan(Settings())
    plan.index_of("kok.md")
    address = rules_at(plan, look("nl"), language)
    page = Path(url2pathname(urlsplit(address).path))
    html = page.read_text("utf-8")
    assert address.format(code="GEN001").endswith("#rGEN001")
    assert 'id="rGEN001"' in html
    page.write_text(html.replace("GEN001", "KEPT"), "utf-8")
    assert rules_at(plan, look("nl"), language) == address
    assert "KEPT" in page.read_text("utf-8")
    assert clean(tmp_path) == 1


def test_a_page_that_cannot_be_written_is_no_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path / "file"))
    (tmp_path / "file").write_text("")
    assert rules_at(Plan(Settings()), look("nl"), resources().languages["nl"]) == ""


@pytest.mark.parametrize(("seconds", "told"), [(0.2, "0:00"), (7, "0:07"), (750, "12:30")])
def test_a_time_to_come(seconds: float, told: str) -> None:
    assert minutes(seconds) == told


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_run_says_how_far_it_is_and_how_long_it_takes_yet() -> None:
    clock = iter(range(0, 1000, 2))
    error = Terminal()
    with patch("time.monotonic", lambda: next(clock)), patch.object(sys, "stderr", error):
        assert [*with_progress("abcd", 4)] == [*"abcd"]
    told = error.getvalue()
    assert "2/4  0:04" in told
    assert told.endswith("\r\x1b[K"), "it is wiped out at the end"


def test_a_short_run_and_one_that_nobody_looks_at_say_nothing() -> None:
    for stream in (Terminal(), io.StringIO()):
        step = iter([0, 0.1, 0.2, 0.3] if stream.isatty() else range(0, 1000, 5))
        clock = patch("time.monotonic", lambda step=step: next(step))
        with clock, patch.object(sys, "stderr", stream):
            assert [*with_progress("ab", 2)] == ["a", "b"]
        assert stream.getvalue() == ""


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_completion_of_a_shell_knows_every_option(tmp_path: Path, shell: str) -> None:
    done = vaclint("--print-completion", shell, cwd=tmp_path)
    assert done.code == 0
    assert {"--write-baseline", "--watch", "facts"} <= {*re.findall(r"[\w-]+", done.out)}


def test_what_cannot_be_watched(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    for options, said in (
        (("-",), "standard input does not change"),
        (("--show-config", "kok.md"), "leave out --watch"),
        (("--write-baseline", "b.jsonl"), "leave out --watch"),
        (("--since-staged",), "leave out --watch"),
    ):
        done = vaclint_here("check", "--watch", *options, cwd=tmp_path)
        assert (done.code, said in done.err) == (2, True)


@pytest.mark.slow
def test_a_text_that_is_saved_is_checked_again(tmp_path: Path) -> None:
    write(tmp_path, {"kok.md": BAD})
    command = [sys.executable, "-m", "vaclint", "check", "--watch", "--output-format", "concise"]
    environment = {name: value for name, value in os.environ.items() if name not in REMOVED}
    again = Event()

    def save() -> None:
        """Until it is seen: the command begins to look a moment after it says so."""
        while not again.wait(1):
            write(tmp_path, {"kok.md": BAD.replace("Hij/zij", "Je")})

    def listen() -> None:
        """Ctrl-C is ignored by what is started in the background of a shell, and its children."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env=environment,
        stdout=PIPE,
        stderr=PIPE,
        text=True,
        preexec_fn=listen,
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        assert any("Ctrl-C" in line for line in process.stderr)
        saving = Thread(target=save)
        saving.start()
        assert any("Ctrl-C" in line for line in process.stderr)
        again.set()
        saving.join()
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
        assert process.returncode in (1, 130)
    assert out.count("GEN002") >= 2
    assert out.count("GEN001") == 1
