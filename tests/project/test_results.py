"""Reports that are kept: the same as those made anew, whatever changes in between."""

from __future__ import annotations

import json
import marshal
import random
from pathlib import Path
from typing import Any

import pytest

from cli_support import ROOT, vaclint_here
from project_support import ADVERT, RULE, days, own_rule, swap, write
from support import engine
from vaclint.model.options import Options
from vaclint.model.source import Source
from vaclint.project import digests, results
from vaclint.project.cache import SEAL, write_sealed
from vaclint.project.config import Config
from vaclint.project.plan import Setup
from vaclint.project.results import FOLDER, Results, made, plain, prune

TEXTS = sorted((ROOT / "tests" / "corpus").glob("*.md"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of a test's own."""
    monkeypatch.setenv("VACLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept(cache: Path) -> list[Path]:
    return [path for path in (cache / FOLDER).rglob("*") if path.is_file()]


def checked(folder: Path, *options: str) -> dict[str, Any]:
    done = vaclint_here("check", ".", "--output-format", "json", *options, cwd=folder)
    return done.json()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_report_is_the_same_when_made_plain_and_back(path: Path) -> None:
    own = engine(compared=frozenset({"run"}))
    report = own.check(Source(path.name, path.read_text("utf-8")))
    assert made(plain(report)) == report


def test_a_long_report_is_kept_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "AT_ONCE", 3)
    ignored = "<!-- vaclint: ignore -->\n\nHij/zij kookt.\n\n"
    source = Source("a.md", ADVERT + "De de soep.\n\nHij of zij kookt.\n\n" * 9 + ignored * 5)
    report = engine(fingerprints=True, texts=True).check(source)
    long = (report.findings, report.hidden, report.blocks)
    assert all(len(each) > 3 for each in long)
    store = Results(tmp_path, Setup(Config(), Options()))
    store.put(source, report)
    assert store.get(source) == report


def test_what_is_no_part_of_a_report_is_not_kept() -> None:
    with pytest.raises(TypeError, match="does not hold"):
        plain((1, Path()))


@pytest.mark.parametrize("size", [0, 1, 7, 2**63])
@pytest.mark.parametrize("last", [b"", b"\0", marshal.dumps(("x", ())), marshal.dumps(7)])
def test_parts_that_nobody_kept_are_no_report(tmp_path: Path, size: int, last: bytes) -> None:
    source, store = Source("a.md", ADVERT), Results(tmp_path, Setup(Config(), Options()))
    report = engine().check(source)
    store.put(source, report)
    (file,) = kept(tmp_path)
    parts = [file.read_bytes()[SEAL:], (size or len(last)).to_bytes(8, "big"), last]
    write_sealed(file, parts)
    assert store.get(source) in (None, report)
    write_sealed(file, parts[1:])
    assert store.get(source) is None


@pytest.mark.parametrize("wrong", [(..., 99), (..., "x"), "x", (1, 2), {}])
def test_what_nobody_kept_is_no_report(tmp_path: Path, cache: Path, wrong: Any) -> None:
    write(tmp_path / "repo", {"a.md": ADVERT})
    first = checked(tmp_path / "repo")
    (file,) = kept(cache)
    write_sealed(file, (marshal.dumps(wrong),))
    assert checked(tmp_path / "repo") == first


def test_whatever_changes_the_report_is_as_without_a_cache(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty random changes of text, name, configuration, rules, day and version."""
    chance = random.Random(20)
    folder = tmp_path / "repo"
    write(
        folder,
        {
            "a.md": ADVERT,
            "b.md": ADVERT.replace("Kok", "Bakker"),
            "rules/own.toml": RULE.format(n=1, word="zoeken"),
        },
    )
    (folder / "vaclint.toml").write_text('rule-paths = ["rules"]\n')

    def text() -> None:
        name = chance.choice(["a.md", "b.md"])
        extra = chance.choice(["Hij/zij kookt.", "Je verdient € 2.900 per maand.", "De de soep."])
        (folder / name).write_text(f"{ADVERT}\n{extra}\n", "utf-8")

    def names() -> None:
        swap(folder / "a.md", folder / "b.md")

    def configuration() -> None:
        extra = chance.choice(
            ["", 'ignore = ["GEN"]', '[severity]\nGEN = "info"', 'country = "BE"']
        )
        (folder / "vaclint.toml").write_text(f'rule-paths = ["rules"]\n{extra}\n')

    def rules() -> None:
        (folder / "rules" / "own.toml").write_text(own_rule(chance))

    def version() -> None:
        monkeypatch.setattr(digests, "__version__", str(chance.randrange(3)))

    monkeypatch.setattr(digests, "date", days(chance))
    hits = 0
    for _ in range(30):
        chance.choice([text, names, configuration, rules, version])()
        before = len(kept(cache))
        with_cache = checked(folder)
        hits += len(kept(cache)) < before + 2
        assert with_cache == checked(folder, "--no-cache")
    assert hits > 3, "nothing was ever found in the cache, so this tests nothing"


def test_what_is_kept_is_used(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "repo", {"a.md": ADVERT})
    first = checked(tmp_path / "repo")
    monkeypatch.setattr("vaclint.project.many.checked", lambda *_: pytest.fail("made anew"))
    assert checked(tmp_path / "repo") == first


def test_what_is_damaged_is_made_anew(tmp_path: Path, cache: Path) -> None:
    write(tmp_path / "repo", {"a.md": ADVERT})
    first = checked(tmp_path / "repo")
    (file,) = kept(cache)
    for data in (b"", b"vaclint1", file.read_bytes()[:-3], b"\x00" * 500):
        file.write_bytes(data)
        assert checked(tmp_path / "repo") == first


def test_what_others_can_write_is_not_read(tmp_path: Path, cache: Path) -> None:
    write(tmp_path / "repo", {"a.md": ADVERT})
    checked(tmp_path / "repo")
    (file,) = kept(cache)
    file.chmod(0o666)
    setup = Setup(Config(), Options())
    assert Results(cache, setup).get(Source("a.md", ADVERT)) is None


def test_a_report_with_an_error_is_not_kept(tmp_path: Path, cache: Path) -> None:
    write(tmp_path / "repo", {"a.md": f"---\ntitle: [\n---\n\n{ADVERT}"})
    assert checked(tmp_path / "repo")["errors"]
    assert kept(cache) == []


def test_near_identical_files_are_compared_anew(tmp_path: Path, cache: Path) -> None:
    long = ADVERT + "".join(
        f"Je maakt elke dag gerecht {n} voor tachtig bewoners.\n" for n in range(30)
    )
    write(tmp_path / "repo", {"a.md": long})
    alone = checked(tmp_path / "repo")
    write(tmp_path / "repo", {"b.md": long})
    both = checked(tmp_path / "repo")
    assert "DUP101" not in json.dumps(alone)
    assert "DUP101" in json.dumps(both)
    (tmp_path / "repo" / "b.md").unlink()
    assert checked(tmp_path / "repo") == alone


def test_the_oldest_reports_go_first(tmp_path: Path, cache: Path) -> None:
    import os

    write(tmp_path / "repo", {f"{n}.md": f"{ADVERT}\nNummer {n}.\n" for n in range(4)})
    checked(tmp_path / "repo")
    files = sorted(kept(cache))
    for age, file in enumerate(files):
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    prune(cache / FOLDER, most=sum(file.stat().st_size for file in files[:2]))
    assert sorted(kept(cache)) == files[:2]


def test_what_they_take_is_seen_from_time_to_time(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results.prune, "__defaults__", (0,))
    write(tmp_path / "repo", {"a.md": ADVERT})
    checked(tmp_path / "repo")
    assert len(kept(cache)) == 1
    monkeypatch.setattr(results, "LOOKED_AT", "")
    write(tmp_path / "repo", {"b.md": f"{ADVERT}Nog een zin.\n"})
    checked(tmp_path / "repo")
    assert kept(cache) == []


def test_the_cache_is_named_and_emptied(tmp_path: Path, cache: Path) -> None:
    write(tmp_path / "repo", {"a.md": ADVERT})
    checked(tmp_path / "repo")
    done = vaclint_here("cache", "dir", cwd=tmp_path)
    assert (done.code, done.out) == (0, f"{cache}\n")
    done = vaclint_here("cache", "clean", cwd=tmp_path)
    assert (done.code, "files removed" in done.err) == (0, True)
    assert not kept(cache)
    assert vaclint_here("cache", "clean", cwd=tmp_path).code == 0


def test_a_folder_that_holds_other_files_is_not_emptied(tmp_path: Path, cache: Path) -> None:
    write(cache, {"brief.txt": "Beste Noor"})
    done = vaclint_here("cache", "clean", cwd=tmp_path)
    assert done.code == 2
    assert "not of the cache" in done.err
    assert (cache / "brief.txt").exists()


def test_a_cache_that_is_off_has_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VACLINT_CACHE_DIR", "")
    done = vaclint_here("cache", "dir", cwd=tmp_path)
    assert (done.code, "switched off" in done.err) == (2, True)
