"""What a run printed, kept: the same as a run that checks, whatever changes in between."""

from __future__ import annotations

import marshal
import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cli_support import Done, vaclint_here
from project_support import ADVERT, days, own_rule, swap, write
from vaclint.project import digests, outcomes
from vaclint.project.cache import cache_folder, write_sealed
from vaclint.project.outcomes import RUNS, Outcome, Place
from vaclint.project.plan import Plan
from vaclint.project.results import FOLDER


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of a test's own, for which the files that a test writes have long been there."""
    folder = tmp_path / "cache"
    take_rules(cache_folder(), folder)
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(folder))
    monkeypatch.setattr(outcomes, "SETTLED", -(10**18))
    return folder


def take_rules(known: Path | None, folder: Path) -> None:
    """Take what an earlier run made of the shipped rules, which takes seconds, into a cache."""
    folder.mkdir()
    for file in known.glob("*-*.*") if known else ():
        with suppress(OSError):  # on another disk
            os.link(file, folder / file.name)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A folder with one vacancy."""
    return write(tmp_path / "repo", {"a.md": ADVERT})


def kept(cache: Path) -> list[Path]:
    return list((cache / FOLDER / RUNS).glob("*"))


def without_reports(
    cache: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str, cwd: Path
) -> Done:
    """A run that makes everything anew but for the shipped rules, which take long to read."""
    other = cache.with_name("other")
    if not other.exists():
        take_rules(cache, other)
    shutil.rmtree(other / FOLDER, ignore_errors=True)
    with monkeypatch.context() as patched:
        patched.setenv("VACLINT_CACHE_DIR", str(other))
        return vaclint_here(*arguments, cwd=cwd)


def is_checked_again(run: Callable[[], Done], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a run looks for reports, and does not just print what is kept."""
    seen: list[object] = []
    whole = Plan.set_up

    def set_up(plan: Plan) -> None:
        seen.append(plan)
        whole(plan)

    with monkeypatch.context() as patched:
        patched.setattr(Plan, "set_up", set_up)
        run()
    return bool(seen)


def test_a_run_in_which_nothing_changed_prints_the_same_and_reads_no_rule(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = vaclint_here("check", cwd=repo)
    monkeypatch.setattr(Plan, "set_up", lambda _: pytest.fail("rules are read"))
    assert vaclint_here("check", cwd=repo) == first
    assert first.code == 1
    assert "GEN002" in first.out


def test_whatever_changes_it_is_as_without_a_cache(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty random changes of texts, names, configuration, baseline, rules, day, version, what
    is left out, and the command line.
    """
    chance = random.Random(21)
    long = "".join(f"Je maakt elke dag gerecht {n} voor tachtig bewoners.\n" for n in range(30))
    own, config = repo / "rules" / "own.toml", repo / "vaclint.toml"
    write(repo, {"b.md": ADVERT.replace("Kok", "Bakker"), "rules/own.toml": "", "known.json": ""})
    options: list[str] = []

    def text() -> None:
        extra = chance.choice(["Hij/zij kookt.", "Je verdient € 2.900 per maand.", long])
        (repo / chance.choice(["a.md", "b.md"])).write_text(f"{ADVERT}\n{extra}\n", "utf-8")

    def names() -> None:
        swap(repo / "a.md", repo / "b.md")

    def configuration() -> None:
        extra = ["", 'ignore = ["GEN"]', 'country = "BE"', 'baseline = "known.json"']
        config.write_text(f'rule-paths = ["rules"]\n{chance.choice(extra)}\n')

    def baseline() -> None:
        vaclint_here("check", "a.md", "--write-baseline", "known.json", cwd=repo)

    def rules() -> None:
        own.write_text(own_rule(chance))

    def version() -> None:
        monkeypatch.setattr(digests, "__version__", str(chance.randrange(3)))

    def left_out() -> None:
        write(repo, {chance.choice(["brief.docx", "public/c.md", "docs/README.md"]): ADVERT})
        (repo / ".gitignore").write_text(chance.choice(["", "a.md\n"]))

    def command_line() -> None:
        shown = [[], ["--output-format", "json"], ["--color", "always"], ["--statistics"], ["-q"]]
        options[:] = chance.choice(shown)

    rules()
    configuration()
    baseline()
    monkeypatch.setattr(digests, "date", days(chance))
    changes = [text, names, configuration, baseline, rules, version, left_out, command_line]
    again = 0
    for _ in range(30):
        chance.choice(changes)()
        made_anew = without_reports(cache, monkeypatch, "check", ".", *options, cwd=repo)
        assert vaclint_here("check", ".", *options, cwd=repo) == made_anew
        assert vaclint_here("check", ".", *options, cwd=repo) == made_anew
        again += bool(kept(cache))
    assert again > 15, "nothing was ever kept, so this tests nothing"


def run_of(repo: Path, *options: str) -> Callable[[], Done]:
    return lambda: vaclint_here("check", *options, cwd=repo)


def test_what_it_is_made_of_is_told_by_its_content(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_of(repo)()
    os.utime(repo / "a.md")
    assert not is_checked_again(run_of(repo), monkeypatch)
    before = (repo / "a.md").stat()
    (repo / "a.md").write_text(ADVERT.replace("24", "32"), "utf-8")
    os.utime(repo / "a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert is_checked_again(run_of(repo), monkeypatch)


@pytest.mark.parametrize(
    "options",
    [
        ("-v",),
        ("--output-file", f"json={os.devnull}"),
        ("--diff",),
        ("a.md", "missing.md"),
        ("--no-such-option",),
        ("--profile",),
    ],
)
def test_a_run_that_does_more_or_went_wrong_is_not_kept(
    repo: Path, cache: Path, options: tuple[str, ...]
) -> None:
    vaclint_here("check", *options, cwd=repo)
    assert kept(cache) == []


def test_a_run_that_compares_with_other_files_is_not_kept(repo: Path, cache: Path) -> None:
    write(repo, {"vaclint.toml": '[rules.DUP101]\nfiles = "repo"\n'})
    vaclint_here("check", "a.md", cwd=repo)
    assert kept(cache) == []


def test_a_file_that_changes_while_the_run_lasts_is_not_kept(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Place.put

    def late(place: Place, plan: Plan, outcome: Outcome) -> None:
        (repo / "a.md").write_text(ADVERT.replace("24", "32"), "utf-8")
        whole(place, plan, outcome)

    monkeypatch.setattr(Place, "put", late)
    vaclint_here("check", cwd=repo)
    assert kept(cache) == []


def test_a_file_that_just_changed_is_looked_at_once_more(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "SETTLED", 60 * 10**9)
    vaclint_here("check", cwd=repo)
    assert kept(cache) == []


@pytest.mark.parametrize("content", [7, "x", (), ("", 0, (), ""), {}])
def test_what_nobody_kept_is_none(repo: Path, cache: Path, content: Any) -> None:
    first = vaclint_here("check", cwd=repo)
    (file,) = kept(cache)
    write_sealed(file, (marshal.dumps(content),))
    assert vaclint_here("check", cwd=repo) == first


def test_what_is_damaged_or_of_somebody_else_is_none(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = vaclint_here("check", cwd=repo)
    (file,) = kept(cache)
    whole = file.read_bytes()
    for data in (b"", b"vaclint1", whole[:-3], b"\0" * 500):
        file.write_bytes(data)
        assert vaclint_here("check", cwd=repo) == first
    assert file.read_bytes() == whole
    file.chmod(0o666)
    assert is_checked_again(run_of(repo), monkeypatch)


def test_each_command_line_has_its_own_and_the_oldest_go_first(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "KEPT", 2)
    for options in ((), ("-q",), ("--ignore", "GEN")):
        vaclint_here("check", *options, cwd=repo)
    assert len(kept(cache)) == 2
    assert not is_checked_again(run_of(repo, "--ignore", "GEN"), monkeypatch)
    assert is_checked_again(run_of(repo), monkeypatch)


def test_what_prints_too_much_is_not_kept(
    repo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vaclint.faces.check.MOST_SHOWN", 10)
    vaclint_here("check", cwd=repo)
    assert kept(cache) == []
