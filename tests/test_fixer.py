"""A fix never damages a text: what it may change, and what is left when the run, the disk or somebody else comes between."""

from __future__ import annotations

import errno
import html
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyromark
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cli_support import vaclint
from support import linter
from vaclint.model.errors import VaclintError
from vaclint.project.fixer import fix_source, replace_file
from vaclint.model.source import Source, decode

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
WORDS = st.sampled_from(
    [
        "kok",
        "€ 3.500",
        "24 uur",
        "`a  b`",
        "één",
        "[mail  ons](https://x.example)",
        "**let  op**",
        "art. 5",
        "J. de  Wit",
        "10 %",
        "kandidaat/kandidate",
        "hij/zij",
        "(m/v)",
        "de de",
        "teneinde",
        "kom snel!!!",
        "samen,*altijd*",
        "( m/v )",
        "“ ja ”",
        "en / of",
        "24- 32",
        "samen –en",
        "wij?Een",
        "&nbsp;&nbsp;",
        '"ja"',
        "“nee”",
        "foto's",
        "video’s",
        "samen—en",
        "wel -- niet",
        "dan...",
        "ideeen",
        "zĳn",
    ]
)
GAPS = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "\t", " ,", " .", "\u200b", "\u00ad", "  \u00a0 ", " \u2009"])
ENDS = st.sampled_from(["", "", "", " ", "  ", "\t", "\u00a0", "\\"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    parts = [draw(WORDS)]
    for _ in range(draw(st.integers(0, 5))):
        parts += [draw(GAPS), draw(WORDS)]
    return "".join(parts) + draw(ENDS)


MARKDOWN = (
    st.lists(
        st.one_of(
            lines(),
            st.builds("## {}".format, lines()),
            st.builds("- {}\n  - {}".format, lines(), lines()),
            st.builds("1.  {}\n\n    {}".format, lines(), lines()),
            st.builds("> {}".format, lines()),
            st.builds("```\n{}\n\t x  y \n```".format, lines()),
            st.builds("    {}".format, lines()),
            st.builds("| a | b |\n| --- | --- |\n| {} | x  |".format, lines()),
            st.builds("{}\n{}".format, lines(), lines()),
            st.sampled_from(["", "\n\n", "<!-- x  y -->", "<div>a  b</div>", "---"]),
        ),
        min_size=1,
        max_size=6,
    )
    .map("\n\n".join)
    .filter(lambda text: not text.startswith("---"))
)  # which begins front matter
PLAIN = st.lists(
    st.one_of(lines(), st.builds("  {}".format, lines()), st.builds("•\t{}".format, lines()), st.just("")), min_size=1, max_size=8
)
HTML = st.lists(
    st.one_of(
        st.builds("<p>{}</p>".format, lines()),
        st.builds("<ul>\n  <li>{}</li>\n</ul>".format, lines()),
        st.builds("<pre>{}\n  a  b</pre>".format, lines()),
        st.builds("<h2>{}&nbsp;</h2>".format, lines()),
        st.builds('<p title="a  b">{}<br>\n   {}</p>'.format, lines(), lines()),
        st.builds("<p>&nbsp;{}&nbsp; <b>&nbsp;{}</b>&nbsp;({})</p>".format, lines(), lines(), lines()),
        st.sampled_from(["<p>&nbsp;</p>", "<p></p><p> </p>", "<br><br>", "<p>a<br> <br><br>&nbsp;<br/>b</p>"]),
    ),
    min_size=1,
    max_size=8,
).map("\n".join)


def fixed(path: str, text: str, *select: str, unsafe: bool = False) -> str:
    return fix_source(decode(path, text.encode()), linter(tuple(select)).fixes, unsafe=unsafe)[0].text


def black(text: str) -> str:
    """Without white space and invisible characters."""
    return re.sub(rf"[\s{INVISIBLE}]|&nbsp;", "", text)


def folded(page: str) -> str:
    """What a browser shows of a page without its white space; of preformatted text all of it but the last line end."""
    page = page.replace("\n</code>", "</code>")
    page = re.sub(r"<p>(?:\s|&nbsp;|<br */?>)*</p>|(<br */?>)(?:\s|&nbsp;|<br */?>)*", r"\1", page)
    kept = re.split(r"(<(?:pre|code)\b.*?</(?:pre|code)>)", page, flags=re.DOTALL)
    return "".join(part if index % 2 else re.sub(rf"[\s{INVISIBLE}]+|&nbsp;", "", html.unescape(part)) for index, part in enumerate(kept))


@settings(max_examples=250, deadline=None)
@given(MARKDOWN.filter(str.strip))
@example("kok  \nkok")
@example("kok\\\nkok")
@example("| a | b |\n| --- | --- |\n| kok  | x  |")
@example("1.  kok\n\n    kok  \n    24 uur")
def test_white_space_fixes_in_markdown(text: str) -> None:
    after = fixed("a.md", text, "WSP")
    assert black(after) == black(text)
    assert folded(pyromark.html(after)) == folded(pyromark.html(text))
    assert pyromark.html(after).count("<br") == pyromark.html(text).count("<br")
    assert fixed("a.md", after, "WSP") == after


@settings(max_examples=250, deadline=None)
@given(PLAIN.map("\n".join).filter(str.strip))
def test_white_space_fixes_in_plain_text(text: str) -> None:
    after = fixed("a.txt", text, "WSP")
    assert black(after) == black(text)
    assert fixed("a.txt", after, "WSP") == after


def elements(page: str) -> list[str]:
    """The tags of a page without empty paragraphs and headings and line breaks."""
    return re.findall(r"<(?!br)[^>]+>", re.sub(r"<(p|h2)>(?:\s|&nbsp;|<br/?>)*</\1>", "", page))


@settings(max_examples=250, deadline=None)
@given(HTML)
def test_white_space_fixes_in_html(text: str) -> None:
    after = fixed("a.html", text, "WSP")
    assert folded(after) == folded(text)
    assert elements(after) == elements(text)
    assert fixed("a.html", after, "WSP") == after


@settings(max_examples=150, deadline=None)
@given(MARKDOWN.filter(str.strip), st.booleans())
def test_a_second_run_of_all_rules_changes_nothing(text: str, unsafe: bool) -> None:
    after = fixed("a.md", text, unsafe=unsafe)
    assert fixed("a.md", after, unsafe=unsafe) == after
    left = linter().lint(decode("a.md", after.encode())).findings
    assert [found for found in left for fix in found.fixes[:1] if fix.applicability == "safe" or unsafe] == []


SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "ĳ": "ij"})


def plain(text: str) -> str:
    """With every sign as its simplest kind, without white space; two hyphens are one."""
    return black(html.unescape(text).translate(SIGNS)).replace("--", "-")


@settings(max_examples=250, deadline=None)
@given(MARKDOWN.filter(str.strip), st.sampled_from(["", "[“x”](https://x.example \"de 'ja' en “nee”\") ", '![“x” en "y"](x.png)\n\n']))
def test_typography_fixes_change_signs_only(text: str, first: str) -> None:
    text = first + text
    after = fixed("a.md", text, "STY005", "STY006", "STY007", "STY008", "SPL004")
    assert plain(after) == plain(text)
    assert re.sub(r"<[^>]*>", "", plain(pyromark.html(after))) == re.sub(r"<[^>]*>", "", plain(pyromark.html(text)))
    assert pyromark.html(after).count("<a ") == pyromark.html(text).count("<a ")
    assert fixed("a.md", after, "STY005", "STY006", "STY007", "STY008", "SPL004") == after


@settings(max_examples=250, deadline=None)
@given(HTML, st.booleans())
def test_all_fixes_in_html_leave_its_elements(text: str, unsafe: bool) -> None:
    text = '<h1>Kok</h1><p class="x" title="de “ja” en \'nee\' -- zo...">Kok</p>' + text
    after = fixed("a.html", text, unsafe=unsafe)
    assert elements(after) == elements(text)
    assert fixed("a.html", after, unsafe=unsafe) == after


@settings(max_examples=150, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_all_fixes_in_json_leave_it_json(parts: list[str], unsafe: bool, ascii_only: bool) -> None:
    posting = {
        "@type": "JobPosting",
        "title": "Kok",
        "description": "".join(f"<p>{part}</p>" for part in parts),
        "datePosted": "2026-11-01",
    }
    text = json.dumps(posting, ensure_ascii=ascii_only, indent=2) + "\n"
    after = fixed("a.json", text, unsafe=unsafe)
    read = json.loads(after)
    assert {key: read[key] for key in posting if key != "description"} == {key: posting[key] for key in posting if key != "description"}
    assert elements(read["description"]) == elements(posting["description"])
    assert fixed("a.json", after, unsafe=unsafe) == after


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKDOWN, HTML).filter(str.strip), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.booleans())
def test_line_ends_and_encoding_are_kept(text: str, encoding: str, unsafe: bool) -> None:
    path = "a.html" if text.startswith("<") else "a.md"
    data = (text + "\n").replace("\n", "\r\n").encode(encoding)
    after, _ = fix_source(decode(path, data), linter().fixes, unsafe=unsafe)
    written = after.encode(after.text)
    assert not re.search(rb"(?<!\r)\n" if encoding != "utf-16" else rb"(?<!\r\0)\n\0", written)
    assert written[:2] == data[:2] or encoding == "utf-8"
    assert decode(path, written).text == after.text


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKDOWN, HTML).filter(str.strip), st.booleans())
def test_positions_after_fixing_are_right(text: str, unsafe: bool) -> None:
    path = "a.html" if text.startswith("<") else "a.md"
    after = fixed(path, text, unsafe=unsafe)
    for finding in linter().lint(decode(path, after.encode())).findings:
        start, end = finding.place
        assert after[start.offset : end.offset] == finding.text
        assert start.line == len(re.findall(r"\r\n|\n|\r", after[: start.offset])) + 1
        assert after.splitlines(keepends=True)[start.line - 1][start.column - 1 :].startswith(finding.text.splitlines(keepends=True)[0])


BAD = "# Kok\n\nWij zoeken een kandidaat/kandidate voor 24 uur per week.   \nSalaris: € 2.600 per maand.\n"
GOOD = BAD.replace("kandidaat/kandidate", "kandidaat")


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    file = tmp_path / "kok.md"
    file.write_text("nieuw", encoding="utf-8")
    with pytest.raises(VaclintError, match="changed while it was being fixed"):
        replace_file(file, b"hersteld", b"oud")
    assert file.read_text("utf-8") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["kok.md"]


@pytest.mark.parametrize(("call", "code"), [("fsync", errno.ENOSPC), ("replace", errno.EACCES), ("chmod", errno.EPERM)])
def test_a_disk_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    file = tmp_path / "kok.md"
    file.write_text("oud", encoding="utf-8")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(VaclintError, match=re.escape(os.strerror(code))):
        replace_file(file, b"nieuw")
    assert file.read_text("utf-8") == "oud"
    assert [path.name for path in tmp_path.iterdir()] == ["kok.md"]


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_write_that_stops_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    import resource

    large, small = tmp_path / "groot.md", tmp_path / "klein.md"
    large.write_text(BAD + "\nJe kookt elke dag voor tachtig bewoners.\n" * 800, encoding="utf-8")
    small.write_text(BAD, encoding="utf-8")
    before = large.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "vaclint", "check", ".", "--fix", "--select", "GEN"],
        cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "VACLINT_CACHE_DIR": ""},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert b"groot.md cannot be written (File too large)" in done.stderr
    assert large.read_bytes() == before
    assert b"kandidaat/kandidate" not in small.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["groot.md", "klein.md"]


def _namespace(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a shell script that may mount file systems of its own; skips the test where a user may not."""
    shell = ["unshare", "--map-root-user", "--mount", "sh", "-ec"]
    environment = {**os.environ, "VACLINT_CACHE_DIR": "", "VACLINT": f"{sys.executable} -m vaclint", "MALLOC_ARENA_MAX": "1"}
    try:
        allowed = subprocess.run([*shell, f"mount -t tmpfs tmpfs {folder}"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        allowed = False
    if not allowed:
        pytest.skip("mounting is not allowed here")
    return subprocess.run([*shell, script], cwd=folder, capture_output=True, check=False, env=environment)


def test_a_full_disk_leaves_the_old_files(tmp_path: Path) -> None:
    done = _namespace(
        """mkdir disk
        mount -t tmpfs -o size=64k tmpfs disk
        printf '%s' "$TEXT" > disk/a.md; cp disk/a.md disk/b.md; cat disk/a.md > voor
        head -c 70000 /dev/zero > disk/vol 2>/dev/null || true
        code=0; $VACLINT check disk --fix --select GEN > uit 2> fout || code=$?
        cmp disk/a.md voor; cmp disk/b.md voor; ls -A disk > namen; echo $code > code""".replace('"$TEXT"', f"'{BAD * 100}'"),
        tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "code").read_text() == "2\n"
    assert (tmp_path / "fout").read_text().count("cannot be written (No space left on device)") == 2
    assert (tmp_path / "namen").read_text().split() == ["a.md", "b.md", "vol"]


def test_a_disk_that_is_read_only_leaves_the_old_files(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "kok.md").write_text(BAD, encoding="utf-8")
    done = _namespace("mount --bind map map; mount -o remount,ro,bind map; cd map; $VACLINT check . --fix --select GEN", tmp_path)
    assert done.returncode == 2
    assert b"kok.md cannot be written (Read-only file system)" in done.stderr
    assert (tmp_path / "map" / "kok.md").read_text("utf-8") == BAD


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(BAD, encoding="utf-8")
    tmp_path.chmod(0o500)
    try:
        done = vaclint("check", "kok.md", "--fix", cwd=tmp_path, VACLINT_CACHE_DIR="")
    finally:
        tmp_path.chmod(0o700)
    assert done.code == 2
    assert "kok.md cannot be written" in done.err
    assert (tmp_path / "kok.md").read_text("utf-8") == BAD


def _folder(path: Path, count: int) -> list[Path]:
    files = [path / f"kok-{number}.md" for number in range(count)]
    for number, file in enumerate(files):
        file.write_text(BAD + f"\nVacature {number}.\n" + "Je kookt elke dag voor tachtig bewoners.\n\n" * 40, encoding="utf-8")
    return files


def _start(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "vaclint", "check", ".", "--fix", "--select", "GEN,WSP"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_run_that_is_killed_loses_no_file(tmp_path: Path) -> None:
    files = _folder(tmp_path, 200)
    before = {file: file.read_bytes() for file in files}
    running = _start(tmp_path)
    while files[20].read_bytes() == before[files[20]] and running.poll() is None:
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    after = {file: file.read_bytes() for file in files}
    changed = [file for file in files if after[file] != before[file]]
    assert running.returncode == -signal.SIGKILL
    assert 0 < len(changed) < len(files), "killed in the middle"
    assert _start(tmp_path).wait() in (0, 1)
    final = {file: file.read_bytes() for file in files}
    assert all(after[file] in (before[file], final[file]) for file in files), "each file is the old one or the new one, whole"
    assert all(b"kandidaat/kandidate" not in data for data in final.values())


def test_two_runs_at_once_lose_no_file(tmp_path: Path) -> None:
    files = _folder(tmp_path, 40)
    runs = [_start(tmp_path), _start(tmp_path)]
    for running in runs:
        _, said = running.communicate()
        assert running.returncode in (0, 1) or b"changed while it was being fixed" in said
        assert b"Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(file.name for file in files)
    for number, file in enumerate(files):
        assert f"Vacature {number}." in file.read_text("utf-8")
        assert "kandidaat/kandidate" not in file.read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_links_are_followed_but_not_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "elders.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "in" / "echt.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "in" / "link.md").symlink_to("echt.md")
    (tmp_path / "in" / "ver.md").symlink_to(tmp_path / "elders.md")
    done = vaclint("check", "in", "--fix", "--select", "GEN", cwd=tmp_path)
    assert done.code == 2
    assert "in/ver.md is a link to a file elsewhere" in done.err
    assert (tmp_path / "elders.md").read_text("utf-8") == BAD
    assert "kandidaat/kandidate" not in (tmp_path / "in" / "echt.md").read_text("utf-8")
    assert (tmp_path / "in" / "link.md").is_symlink()
    assert vaclint("check", "in/ver.md", "--fix", "--select", "GEN", cwd=tmp_path).code == 0
    assert "kandidaat/kandidate" not in (tmp_path / "elders.md").read_text("utf-8")
    assert (tmp_path / "in" / "ver.md").is_symlink()


def test_diff_says_by_its_exit_code_whether_anything_would_change(tmp_path: Path) -> None:
    (tmp_path / "kok.md").write_text(GOOD.replace("voor 24 uur", "(m/v) voor 24 uur"), encoding="utf-8")
    assert vaclint("check", "kok.md", "--diff", "--select", "WSP", cwd=tmp_path).code == 0
    assert vaclint("check", "-", "--diff", "--select", "GEN002", cwd=tmp_path, stdin=BAD.encode()).code == 1


def test_a_fix_that_the_encoding_cannot_hold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(VaclintError, match="which has no ‘€’"):
        Source("kok.txt", "oud", "latin-1").encode("€ 3.000")
