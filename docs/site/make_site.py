"""Make the site of the documentation, English in a folder and Dutch in ``nl`` inside it:

    python docs/site/make_site.py [--to build/site] [--sources-only]

The pages are those of ``pages/``, one for each rule, the reference, and the Markdown of the
repository as it stands. Sphinx makes HTML of them (the extra ``docs``); a link or an anchor that
leads nowhere is an error, also between the two languages.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from check_links import broken
from reference_pages import commands, configuration, rule_keys, schema
from rule_pages import Corpus, RulePages, measure
from vaclint.checks import kinds
from vaclint.project.examples import Examples
from vaclint.rulebook.load import Loaded, load

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LANGUAGES = ("en", "nl")
MAIN = "en"
"""The language in which everything is; the others have what editors read."""
APART = {"rules.md"}
"""What of ``docs/`` is on the site in another form."""
OF_ROOT = {
    "CONTRIBUTING.md": "more/contributing.md",
    "CHANGELOG.md": "more/changelog.md",
    "SECURITY.md": "more/vulnerabilities.md",
}
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)")
_TO_MAIN = re.compile(r"\[([^\]]+)\]\((?:\.\./)*((?:more|reference)/[\w-]+)\.md(#[\w-]+)?\)")
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)


class Site(NamedTuple):
    """What all pages are made of."""

    loaded: Loaded
    corpus: Corpus
    words: Mapping[str, Mapping[str, Any]]


def read_words() -> dict[str, dict[str, Any]]:
    """The words of the site by language."""
    return {
        code: tomli.loads((HERE / "words" / f"{code}.toml").read_text("utf-8"))
        for code in LANGUAGES
    }


def read_site() -> Site:
    """Rules, measurement and words; takes seconds."""
    return Site(load(kinds()), measure(), read_words())


def pages(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Names and Markdown of all pages in a language."""
    folder = HERE / "pages" / language
    for path in sorted(folder.rglob("*.md")):
        yield path.relative_to(folder).as_posix(), path.read_text("utf-8")
    words = site.words[language]
    speaking = site.loaded.resources.languages[language]
    rules = RulePages(Examples(site.loaded), speaking, words, site.corpus)
    yield from ((f"rules/{name}", text) for name, text in rules.all())
    yield "commands.md", commands(words, language)
    if language == MAIN:
        yield from _reference(site)
        yield from _of_repository()


def _reference(site: Site) -> Iterator[tuple[str, str]]:
    told = "[The JSON report](../more/wire-format.md) explains it field by field."
    yield "reference/configuration.md", configuration()
    yield "reference/report.md", schema("report", "Fields of the report", told)
    told = "[Facts](../more/facts.md) explains what they hold."
    yield "reference/facts.md", schema("facts", "Fields of the facts", told)
    yield "reference/rule-keys.md", rule_keys(kinds(), site.loaded.rules)


def _of_repository() -> Iterator[tuple[str, str]]:
    """The Markdown of the repository, with its links to where things are on the site."""
    places = {f"docs/{path.name}": f"more/{path.name}" for path in (ROOT / "docs").glob("*.md")}
    places = {**places, **OF_ROOT}
    for source, name in sorted(places.items()):
        if Path(source).name not in APART:
            yield name, _relinked((ROOT / source).read_text("utf-8"), source, places)


def _relinked(text: str, source: str, places: Mapping[str, str]) -> str:
    """A page of the repository with its links as they are on the site; what the site has not is no
    link any more.
    """

    def relink(match: re.Match[str]) -> str:
        path, anchor = match[1], match[2] or ""
        if not path:
            return match[0]
        target = (ROOT / source).parent.joinpath(path).resolve().relative_to(ROOT).as_posix()
        if target == "docs/rules.md":
            return f"](../rules/{anchor[1:] or 'index'}.md)"
        if target.startswith("README"):
            return "](../index.md)"
        return f"](../{places[target]}{anchor})" if target in places else "]"

    fences = _FENCE.findall(text)
    prose = [_LINK.sub(relink, part) for part in _FENCE.split(text)]
    return "".join(part for pair in zip(prose, [*fences, ""], strict=True) for part in pair)


def write_sources(site: Site, folder: Path) -> dict[str, set[str]]:
    """Write the sources of each language below a folder; the names of the pages that each has."""
    written = {language: dict(pages(site, language)) for language in LANGUAGES}
    names = {language: set(texts) for language, texts in written.items()}
    shared = set.intersection(*names.values())
    for language, texts in written.items():
        for name, text in texts.items():
            path = folder / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_from_other(text, name, language), encoding="utf-8")
        words = site.words[language]
        told = {
            "language": language,
            "to_other": "nl/" if language == MAIN else "../",
            "other_name": words["other-language"],
            "other_code": words["other-code"],
            "shared": sorted(name.removesuffix(".md") for name in shared),
            "theme": words["theme"],
        }
        (folder / language / "site.json").write_text(json.dumps(told), encoding="utf-8")
        shutil.copy(HERE / "conf.py", folder / language)
        catalogue = folder / language / "locale" / language / "LC_MESSAGES" / "sphinx.po"
        catalogue.parent.mkdir(parents=True, exist_ok=True)
        catalogue.write_text(_catalogue(words["theme"]["texts"]), encoding="utf-8")
        for beside in ("static", "templates"):
            shutil.copytree(HERE / beside, folder / language / beside, dirs_exist_ok=True)
    return names


def _catalogue(texts: Mapping[str, str]) -> str:
    """What the theme says, and what it shall say instead, as gettext has it."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n'
    quoted = ((json.dumps(each, ensure_ascii=False) for each in pair) for pair in texts.items())
    return head + "".join(f"\nmsgid {text}\nmsgstr {said}\n" for text, said in quoted)


def _from_other(text: str, name: str, language: str) -> str:
    """A page in another language than the main one, with its links to pages that only that has."""
    if language == MAIN:
        return text
    up = "../" * (name.count("/") + 1)
    link = rf'<a href="{up}\2.html\3" hreflang="{MAIN}">\1</a>'
    return _TO_MAIN.sub(link, text)


def build(sources: Path, site: Path) -> int:
    """Make HTML of the sources of each language; the exit code of Sphinx where it fails."""
    for language in LANGUAGES:
        to = site if language == MAIN else site / language
        command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", "html"]
        doctrees = str(sources / f"{language}.doctrees")
        asked = [*command, "-d", doctrees, str(sources / language), str(to)]
        if code := subprocess.run(asked, check=False).returncode:
            return code
    return 0


def main() -> int:
    """Make the site; 1 where something in it leads nowhere."""
    parser = argparse.ArgumentParser(description="Make the site of the documentation.")
    parser.add_argument("--to", default=str(ROOT / "build" / "site"), help="the folder it goes to")
    parser.add_argument("--sources-only", action="store_true", help="make no HTML")
    options = parser.parse_args()
    site = Path(options.to)
    sources = site.with_name(f"{site.name}-sources")
    for folder in (site, sources):
        shutil.rmtree(folder, ignore_errors=True)
    names = write_sources(read_site(), sources)
    if options.sources_only:
        return 0
    if code := build(sources, site):
        return code
    lost = [*broken(site)]
    for page, link in lost:
        print(f"{page}: {link} leads nowhere")
    print(f"{sum(map(len, names.values()))} pages in {site}, {len(lost)} links lead nowhere")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
