"""A gate that teams keep on, through the command: a baseline, changed lines, suppressions in the
configuration, what is shown, and the smaller faults.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cli_support import REAL, Done, vaclint_here
from project_support import write

ONE = "# Over ons\n\nAls hij/zij belt, neem je op.\n\nDe rest staat hier.\n"
TWO = "# Over de zaak\n\nWij zoeken een kandidaat/kandidate die rekent.\n"
OLD = {"een.md": ONE, "twee.md": TWO}
LINE = re.compile(r"(.+?):\d+:\d+: \w+ (\w+) .+")
CONCISE = ("--output-format", "concise", "--select", "GEN,HRS,SAL,STR09,DUP")


def check(folder: Path, *arguments: str) -> Done:
    return vaclint_here("check", *arguments, *CONCISE, cwd=folder)


def rules_of(done: Done) -> list[str]:
    """The files and rules of a concise report."""
    found = (LINE.fullmatch(line) for line in done.out.splitlines())
    return [f"{line[1]} {line[2]}" for line in found if line]


def as_json(folder: Path, *arguments: str) -> dict[str, Any]:
    """The report, which its schema must allow."""
    done = vaclint_here("check", *arguments, "--output-format", "json", cwd=folder)
    data = done.json()
    schema = json.loads((resources.files("vaclint") / "schemas/report.json").read_text())
    jsonschema.validate(data, schema)
    return data


class TestBaseline:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        write(tmp_path, OLD)
        done = check(tmp_path, ".", "--write-baseline", "bekend.jsonl")
        assert (done.code, done.out) == (0, "")
        assert "bekend.jsonl: 2 " in done.err
        return tmp_path

    def test_what_is_known_passes_and_what_is_new_fails(self, folder: Path) -> None:
        assert check(folder, ".").code == 1
        assert check(folder, ".", "--baseline", "bekend.jsonl").code == 0
        write(folder, {"drie.md": TWO.replace("rekent", "leest"), "een.md": f"Nieuw.\n\n{ONE}"})
        done = check(folder, ".", "--baseline", "bekend.jsonl")
        assert (done.code, rules_of(done)) == (1, ["drie.md GEN002"])

    def test_one_finding_a_line_sorted_and_without_places(self, folder: Path) -> None:
        lines = (folder / "bekend.jsonl").read_text().splitlines()
        entries = [json.loads(line) for line in lines[1:]]
        assert json.loads(lines[0]) == {"vaclint-baseline": 1}
        assert [(each["path"], each["rule"], each["text"]) for each in entries] == [
            ("een.md", "GEN001", "hij/zij"),
            ("twee.md", "GEN002", "kandidaat/kandidate"),
        ]
        assert not any("line" in each for each in entries)

    def test_the_configuration_names_it_from_its_own_folder(self, folder: Path) -> None:
        write(folder, {"vaclint.toml": 'baseline = "bekend.jsonl"\n', "sub/vier.md": TWO})
        assert rules_of(check(folder, ".")) == ["sub/vier.md GEN002"]
        assert rules_of(check(folder / "sub", "../een.md", "vier.md")) == ["vier.md GEN002"]

    def test_the_report_counts_them(self, folder: Path) -> None:
        data = as_json(folder, "een.md", "--baseline", "bekend.jsonl", "--select", "GEN")
        assert (data["summary"]["baselined"], data["diagnostics"]) == (1, [])
        done = vaclint_here("check", "een.md", "--baseline", "bekend.jsonl", cwd=folder)
        assert "1 staat in de baseline." in done.out

    def test_a_file_with_another_name_is_known(self, folder: Path) -> None:
        (folder / "een.md").rename(folder / "een-nieuw.md")
        assert check(folder, ".", "--baseline", "bekend.jsonl").code == 0
        write(folder, {"een.md": ONE})  # a copy beside it is new
        assert check(folder, ".", "--baseline", "bekend.jsonl").code == 1

    def test_what_is_resolved_is_told_and_taken_out(self, folder: Path) -> None:
        write(folder, {"een.md": ONE.replace("hij/zij", "iemand"), "drie.md": TWO})
        done = check(folder, ".", "--baseline", "bekend.jsonl")
        assert "1 bevinding van bekend.jsonl is opgelost" in done.err
        both = ("--baseline", "bekend.jsonl", "--write-baseline", "bekend.jsonl")
        done = check(folder, ".", *both)
        assert rules_of(done) == ["drie.md GEN002"]  # what is new is not taken in
        text = (folder / "bekend.jsonl").read_text()
        assert [json.loads(line)["path"] for line in text.splitlines()[1:]] == ["twee.md"]
        assert "opgelost" not in check(folder, ".", "--baseline", "bekend.jsonl").err

    def test_what_was_not_looked_at_is_not_resolved(self, folder: Path) -> None:
        done = check(folder, "een.md", "--baseline", "bekend.jsonl")
        assert "opgelost" not in done.err
        write(folder, {"een.md": "# Leeg\n\nIets.\n"})
        asked = ("check", "--baseline", "bekend.jsonl", "--select", "WSP")
        assert "opgelost" not in vaclint_here(*asked, cwd=folder).err
        check(folder, "een.md", "--write-baseline", "bekend.jsonl")
        text = (folder / "bekend.jsonl").read_text()
        assert [json.loads(line)["path"] for line in text.splitlines()[1:]] == ["twee.md"]

    def test_it_is_no_text_of_the_run_itself(self, tmp_path: Path) -> None:
        write(tmp_path, OLD)
        for options in (("--write-baseline", "b.txt"), ("--baseline", "b.txt")):
            done = vaclint_here("check", ".", *options, "--output-format", "json", cwd=tmp_path)
            assert [file["path"] for file in done.json()["files"]] == ["een.md", "twee.md"]
        write(tmp_path, {"vaclint.toml": 'baseline = "b.txt"\n'})
        assert (check(tmp_path, ".").code, check(tmp_path, ".").out) == (0, "")

    def test_git_merges_the_baselines_of_two_branches(self, folder: Path) -> None:
        many = {f"n{number}.md": TWO for number in range(9)}
        write(folder, many)
        check(folder, ".", "--write-baseline", "bekend.jsonl")
        repository(folder)
        for name, text in (("a", "n2.md"), ("b", "n6.md")):
            git(folder, "checkout", "-q", "-b", name, "main")
            write(folder, {text: f"{TWO}\nDe chef, hij/zij werkt hard.\n"})
            check(folder, ".", "--write-baseline", "bekend.jsonl")
            git(folder, "commit", "-qam", name)
        git(folder, "merge", "-q", "-m", "samen", "a")
        assert check(folder, ".", "--baseline", "bekend.jsonl").code == 0

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "there is no baseline weg.jsonl; make it with --write-baseline weg.jsonl"),
            ('{"vaclint-baseline": 1}\n<<<<<<< HEAD\n', "weg.jsonl:2: no line of a baseline"),
            ('{"vaclint-baseline": 9}\n', "weg.jsonl:1: no line of a baseline"),
            ('{"path": "a.md"}\n', "weg.jsonl:1: no line of a baseline"),
            ("[1]\n", "weg.jsonl:1: no line of a baseline"),
        ],
    )
    def test_one_that_cannot_be_read(self, folder: Path, content: str | None, said: str) -> None:
        if content is not None:
            write(folder, {"weg.jsonl": content})
        done = check(folder, ".", "--baseline", "weg.jsonl")
        assert done.code == 2
        assert said in done.err

    def test_a_place_that_cannot_be_written(self, folder: Path) -> None:
        done = check(folder, ".", "--write-baseline", "weg/x.jsonl")
        assert done.code == 2
        assert "weg/x.jsonl cannot be written" in done.err

    def test_a_missing_salary_stays_known_under_another_title(self, tmp_path: Path) -> None:
        text = "# Kok\n\nWij zoeken een kok. Je werkt 32 uur per week. Solliciteer nu!\n"
        write(tmp_path, {"kok.md": text, "vaclint.toml": 'vacancies = ["*.md"]\n'})
        check(tmp_path, ".", "--write-baseline", "b.jsonl")
        write(tmp_path, {"kok.md": text.replace("# Kok", "# Chef-kok in Zandwijk")})
        assert check(tmp_path, ".", "--baseline", "b.jsonl").code == 0
        write(tmp_path, {"kok.md": text.replace("32 uur per week", "veel")})
        assert rules_of(check(tmp_path, ".", "--baseline", "b.jsonl")) == ["kok.md HRS001"]


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, whatever the user's settings."""
    names = ("AUTHOR", "COMMITTER")
    who = {f"GIT_{name}_{what}": "x@y.example" for name in names for what in ("NAME", "EMAIL")}
    nowhere = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **who, **nowhere},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def repository(folder: Path) -> Path:
    """A repository with everything in a folder as its first commit."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "eerste")
    return folder


ADVERT = """# Kok

Wij zoeken een kok voor onze keuken. Als hij/zij ziek is, bel je de planner.

Solliciteren kan met een mail. Je werkt met zes collega's.

Je kookt elke dag voor tachtig bewoners.
"""


class TestSince:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        write(tmp_path, {"kok.md": ADVERT, "vaclint.toml": 'vacancies = ["*.md"]\n'})
        return repository(tmp_path)

    def since(self, folder: Path, *arguments: str) -> list[str]:
        return rules_of(check(folder, ".", *(arguments or ("--since", "HEAD"))))

    def test_what_stood_there_before_does_not_count(self, folder: Path) -> None:
        assert self.since(folder) == []
        write(folder, {"kok.md": ADVERT.replace("zes collega", "vijf  collega")})
        assert self.since(folder) == []

    def test_changed_lines_do(self, folder: Path) -> None:
        write(folder, {"kok.md": ADVERT.replace("bewoners", "bewoners, die hij/zij kent")})
        assert self.since(folder) == ["kok.md GEN001"]
        write(folder, {"kok.md": ADVERT.replace("ziek is", "er niet is")})
        assert self.since(folder) == ["kok.md GEN001"]

    def test_a_new_file_counts_as_a_whole(self, folder: Path) -> None:
        write(folder, {"chef.md": ADVERT.replace("Kok", "Chef")})
        found = self.since(folder)
        assert "chef.md SAL001" in found
        assert "chef.md GEN001" in found
        git(folder, "add", "-A")
        assert self.since(folder) == found

    def test_of_a_document_only_what_the_change_caused(self, folder: Path) -> None:
        paid = ADVERT.replace("Je kookt", "Je verdient € 2.900 per maand bij 32 uur. Je kookt")
        write(folder, {"kok.md": paid})
        git(folder, "commit", "-qam", "loon")
        assert self.since(folder) == []
        write(folder, {"kok.md": ADVERT})
        assert self.since(folder) == ["kok.md HRS001", "kok.md SAL001"]
        assert self.since(folder, "--since", "HEAD~1") == []

    @pytest.mark.parametrize("staged", [False, True])
    def test_renames_are_followed(self, folder: Path, staged: bool) -> None:
        (folder / "kok.md").rename(folder / "chef (m).md")
        if staged:
            git(folder, "add", "-A")
        assert self.since(folder) == []
        write(folder, {"chef (m).md": ADVERT.replace("bewoners", "bewoners, die hij/zij kent")})
        assert self.since(folder) == ["chef (m).md GEN001"]

    def test_a_branch_is_compared_from_where_it_parted(self, folder: Path) -> None:
        git(folder, "checkout", "-q", "-b", "werk")
        write(folder, {"x.txt": "iets"})
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "werk")
        git(folder, "checkout", "-q", "main")
        write(folder, {"kok.md": ADVERT.replace("hij/zij", "iemand")})
        git(folder, "commit", "-qam", "op main")
        git(folder, "checkout", "-q", "werk")
        assert self.since(folder, "--since", "main") == []

    def test_what_is_staged_counts_as_it_is_staged(self, folder: Path) -> None:
        write(folder, {"kok.md": ADVERT.replace("bewoners", "bewoners, die hij/zij kent")})
        assert self.since(folder, "--since-staged") == []
        git(folder, "add", "kok.md")
        write(folder, {"kok.md": ADVERT, "los.md": ADVERT})
        assert self.since(folder, "--since-staged") == ["kok.md GEN001"]

    def test_before_the_first_commit(self, tmp_path: Path) -> None:
        write(tmp_path, {"een.md": ONE})
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", "-A")
        assert self.since(tmp_path, "--since-staged") == ["een.md GEN001"]

    def test_odd_names_and_odd_settings(self, folder: Path) -> None:
        names = ["café–kok.md", "een\ttab.md", 'met "aanhaling".md', "-- a.md"]
        write(folder, dict.fromkeys(names, ADVERT))
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "namen")
        for key, value in (
            ("diff.noprefix", "true"),
            ("color.ui", "always"),
            ("diff.context", "9"),
        ):
            git(folder, "config", key, value)
        write(folder, dict.fromkeys(names, ADVERT.replace("bewoners", "bewoners (hij/zij)")))
        found = self.since(folder)
        assert len(found) == len(names)
        assert all(each.endswith("GEN001") for each in found)

    def test_lines_that_end_otherwise_than_git_counts(self, folder: Path) -> None:
        write(folder, {"mac.md": ADVERT.replace("\n", "\r")})
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "mac")
        changed = ADVERT.replace("bewoners", "bewoners (hij/zij)").replace("\n", "\r")
        write(folder, {"mac.md": changed})
        assert "mac.md GEN001" in self.since(folder)

    def test_a_near_copy_counts_when_it_became_one(self, folder: Path) -> None:
        long = " ".join(f"Je doet elke dag taak {n} met collega {n} en {n + 1}." for n in range(40))
        write(folder, {"a.md": f"# A\n\n{long}\n", "b.md": f"# B\n\n{long}\n"})
        assert "b.md DUP101" in self.since(folder)
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "kopie")
        write(folder, {"b.md": f"# B\n\n{long} Bel ons.\n"})
        assert self.since(folder) == []

    def test_from_a_folder_below(self, folder: Path) -> None:
        write(folder, {"sub/chef.md": ONE})
        assert "chef.md GEN001" in rules_of(check(folder / "sub", ".", "--since", "HEAD"))

    def test_a_mark_counts_where_the_change_lowered_it(self, folder: Path) -> None:
        asked = ("--since", "HEAD", "--min-score", "9.5", "--fail-on", "never")
        assert check(folder, ".", *asked).code == 0, "a low mark that stood there before"
        write(folder, {"kok.md": ADVERT.replace("tachtig", "negentig")})
        assert check(folder, ".", *asked).code == 0, "touched, but not made worse"
        worse = ADVERT.replace("bewoners.", "bewoners. Hij/zij is een kandidaat/kandidate (m/v).")
        write(folder, {"kok.md": worse})
        done = check(folder, ".", *asked)
        assert done.code == 1
        assert "kok.md: het cijfer" in done.err
        write(folder, {"kok.md": ADVERT, "chef.md": ADVERT.replace("Kok", "Chef")})
        done = check(folder, ".", *asked)
        assert (done.code, "chef.md: het cijfer" in done.err) == (1, True)
        assert "kok.md: het cijfer" not in done.err

    def test_no_repository(self, tmp_path: Path) -> None:
        write(tmp_path, OLD)
        for option in (("--since", "HEAD"), ("--since-staged",)):
            done = check(tmp_path, ".", *option)
            assert (done.code, done.out) == (2, "")
            assert f"{tmp_path} is in no git repository; leave out {option[0]}" in done.err

    def test_no_such_revision(self, folder: Path) -> None:
        for name in ("nergens", "--output=x"):
            done = check(folder, ".", f"--since={name}")
            assert (done.code, done.out) == (2, "")
            assert f"there is no revision '{name}'" in done.err

    def test_a_clone_without_history_says_the_way_out(self, folder: Path, tmp_path: Path) -> None:
        write(folder, {"x.txt": "iets"})
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "tweede")
        clone = tmp_path / "kloon"
        first = git(folder, "rev-parse", "HEAD~1").strip()
        git(folder, "clone", "-q", "--depth", "1", folder.as_uri(), str(clone))
        done = check(clone, ".", "--since", first)
        assert done.code == 2
        assert "git fetch --unshallow" in done.err

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--since-staged",), "ask one"),
            (("--fix",), "leave out --since"),
            (("--diff",), "leave out --since"),
            (("--write-baseline", "b.jsonl"), "leave out --since"),
            (("-",), "standard input"),
        ],
    )
    def test_what_it_cannot_go_with(self, folder: Path, options: list[str], said: str) -> None:
        done = check(folder, "--since", "HEAD", *options)
        assert done.code == 2
        assert said in done.err


class TestSuppress:
    def text(self, folder: Path, entries: str) -> Done:
        write(
            folder, {"een.txt": ONE.replace("# ", ""), "vaclint.toml": f"[suppress]\n{entries}\n"}
        )
        return check(folder, "een.txt")

    @pytest.mark.parametrize(
        ("entry", "code"),
        [
            ('{ rule = "GEN001", text = "hij/zij" }', 0),
            ('{ text = "Als hij/zij  belt" }', 0),
            ('{ text = "neem je op" }', 1),
            ('{ rule = "GEN002", text = "hij/zij" }', 1),
            ('{ rule = ["GEN", "DUP"], text = "hij/zij", reason = "wet" }', 0),
        ],
    )
    def test_by_quotation(self, tmp_path: Path, entry: str, code: int) -> None:
        assert self.text(tmp_path, f'"*.txt" = [{entry}]').code == code
        assert self.text(tmp_path, f'"*.md" = [{entry}]').code == 1

    def test_by_fingerprint(self, tmp_path: Path) -> None:
        write(tmp_path, {"een.txt": ONE})
        (found,) = as_json(tmp_path, "een.txt", "--select", "GEN")["diagnostics"]
        name = found["fingerprint"]
        for given in (name, name[:8]):
            write(
                tmp_path, {"vaclint.toml": f'[suppress]\n"*.txt" = {{ fingerprint = "{given}" }}\n'}
            )
            assert check(tmp_path, "een.txt").code == 0

    def test_one_that_suppresses_nothing_is_told(self, tmp_path: Path) -> None:
        done = self.text(tmp_path, '"*.txt" = [{ text = "hij/zij" }, { text = "zij/hij" }]')
        assert done.err.count("[suppress]") == 1
        assert "‘zij/hij’" in done.err

    def test_with_its_reason_in_the_report(self, tmp_path: Path) -> None:
        write(
            tmp_path,
            {
                "een.md": ONE.replace("op.", "op. <!-- vaclint: ignore GEN001 -- de wet -->"),
                "twee.txt": TWO,
                "vaclint.toml": '[suppress]\n"*.txt" = { text = "kandidaat/kandidate", reason = "oud" }\n',
            },
        )
        data = as_json(tmp_path, ".", "--select", "GEN", "--show-suppressed")
        shown = [(each["path"], each["rule"], each["reason"]) for each in data["suppressed"]]
        assert shown == [("een.md", "GEN001", "de wet"), ("twee.txt", "GEN002", "oud")]
        assert data["suppressed"][0]["range"]["start"]["line"] == 3
        assert "suppressed" not in as_json(tmp_path, ".", "--select", "GEN")
        done = vaclint_here("check", ".", "--show-suppressed", "--select", "GEN", cwd=tmp_path)
        assert "een.md:3:5 onderdrukt GEN001" in done.out
        assert "(de wet)" in done.out

    @pytest.mark.parametrize(
        ("entries", "said"),
        [
            ('"*.txt" = [{ text = "x", rul = "GEN" }]', "unknown key 'rul' in 'suppress'; did you"),
            ('"*.txt" = [{ rule = "GEN" }]', "needs 'text', a quotation, or 'fingerprint'"),
            ('"*.txt" = ["GEN"]', "must be a list of tables"),
            ('"*.txt" = { fingerprint = "ab" }', "too short a fingerprint"),
            ('"*.txt" = { text = "x", rule = "GNE001" }', "no rule is called 'GNE001'"),
        ],
    )
    def test_mistakes(self, tmp_path: Path, entries: str, said: str) -> None:
        done = self.text(tmp_path, entries)
        assert done.code == 2
        assert said in done.err


class TestShown:
    def test_min_severity_says_what_is_shown(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.md": "Kok  in  Zandwijk: hij/zij kookt.\n"})
        asked = ("check", "a.md", "--select", "GEN,WSP")
        both = vaclint_here(*asked, cwd=tmp_path)
        assert "WSP002" in both.out
        done = vaclint_here(*asked, "--min-severity", "warning", cwd=tmp_path)
        assert "WSP002" not in done.out
        assert "2 lichtere zijn niet getoond." in done.out
        write(tmp_path, {"vaclint.toml": 'min-severity = "error"\n'})
        done = vaclint_here(*asked, cwd=tmp_path)
        assert "GEN001" not in done.out
        assert done.code == 1  # what fails does not hang on what is shown
        data = as_json(tmp_path, "a.md", "--select", "GEN,WSP", "--min-severity", "info")
        assert len(data["diagnostics"]) == 3

    @pytest.mark.parametrize("line", ['min-severity = "hoog"', "baseline = 3"])
    def test_mistakes(self, tmp_path: Path, line: str) -> None:
        write(tmp_path, {"a.md": ONE, "vaclint.toml": f"{line}\n"})
        done = check(tmp_path, "a.md")
        assert done.code == 2
        assert "vaclint.toml:1: " in done.err

    def test_the_real_vacancy_takes_a_screen_with_every_warning(self, tmp_path: Path) -> None:
        asked = ("check", str(REAL), "--isolated")
        out = vaclint_here(*asked, cwd=tmp_path).out
        assert len(out.splitlines()) <= 60
        data = as_json(tmp_path, str(REAL), "--isolated")
        grave = [each for each in data["diagnostics"] if each["severity"] != "info"]
        said = {
            (each["rule"], each["text"]) for each in grave if "in_copy" not in each["properties"]
        }
        assert len(said) > 5
        for each in grave:
            place = f":{each['range']['start']['line']}:{each['range']['start']['column']} "
            shown = f"{place}waarschuwing {each['rule']}" in out or f"{place}fout" in out
            assert shown or (each["properties"]["in_copy"] and (each["rule"], each["text"]) in said)
        loud = vaclint_here(*asked, "-v", cwd=tmp_path).out
        assert loud.count(" opmerking ") == data["summary"]["by_severity"]["info"]


class TestSmallerFaults:
    def test_an_empty_file_is_a_remark(self, tmp_path: Path) -> None:
        write(tmp_path, {"leeg.md": "", "wit.txt": " \n\n", "leeg.json": "", "a.md": "# Kok\n"})
        done = check(tmp_path, ".", "leeg.json")
        assert done.code == 0
        assert rules_of(done) == ["leeg.json STR093", "leeg.md STR093", "wit.txt STR093"]
        assert check(tmp_path, "leeg.md", "--fix").code == 0
        assert (tmp_path / "wit.txt").read_text() == " \n\n"
        as_json(tmp_path, "leeg.md")

    def test_a_link_beside_its_target_is_one_text(self, tmp_path: Path) -> None:
        write(tmp_path, {"b.md": ONE})
        (tmp_path / "a.md").symlink_to("b.md")
        (tmp_path / "c.md").symlink_to("a.md")
        assert rules_of(check(tmp_path, ".")) == ["b.md GEN001"]
        assert rules_of(check(tmp_path, "a.md")) == ["a.md GEN001"]

    def test_a_difference_is_a_patch(self, tmp_path: Path) -> None:
        text = "Je kookt de de soep\x0c voor\u2028ons.\n\nHet einde"
        write(tmp_path, {"jobs/kok en.md": text, "a.md": text})
        patch = vaclint_here("check", ".", "--diff", "--select", "DUP002,WSP008", cwd=tmp_path).out
        (tmp_path / "p.diff").write_bytes(patch.encode())
        git(tmp_path, "apply", "-p0", "p.diff")
        fixed = text.replace("de de", "de") + "\n"
        assert (tmp_path / "jobs/kok en.md").read_bytes() == fixed.encode()
        assert (tmp_path / "a.md").read_bytes() == fixed.encode()

    def test_a_name_with_a_line_end_takes_one_line(self, tmp_path: Path) -> None:
        write(tmp_path, {"a\nb.md": ONE})
        assert rules_of(check(tmp_path, ".")) == ["a\\nb.md GEN001"]
