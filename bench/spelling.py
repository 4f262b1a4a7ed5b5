"""How many typing errors SPL001 finds, and what it says of text without any.

python bench/spelling.py                errors made in the words of the corpus, by kind
python bench/spelling.py --text FOLDER  also every word it reports in the vacancies of a folder,
                                        per 1,000 words
"""

from __future__ import annotations

import argparse
import random
import string
from collections import Counter
from pathlib import Path

import regex
from common import ROOT, engine, loaded

from vaclint.languages.typos import Correction, OrdinaryLexicon, correction
from vaclint.project.files import read_source


def mistakes(word: str, random_: random.Random) -> tuple[str, str]:
    at = random_.randrange(1, len(word) - 1)
    kind = random_.choice(["left out", "doubled", "swapped", "another"])
    wrong = {
        "left out": word[:at] + word[at + 1 :],
        "doubled": word[:at] + word[at] + word[at:],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "another": word[:at] + random_.choice(string.ascii_lowercase) + word[at + 1 :],
    }[kind]
    return kind, wrong


JUDGED = ("right", "otherwise", "named", "missed")


def judged(found: Correction | None, word: str) -> str:
    """What became of an error that was made in a word."""
    if found is None:
        return "missed"
    if not found.replacement:
        return "named"
    return "right" if found.replacement == word else "otherwise"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trials", type=int, default=5000)
    parser.add_argument("--text", type=Path)
    arguments = parser.parse_args()
    resources, random_ = loaded().resources, random.Random(3)
    words, costs = resources.wordlist("nl"), resources.typing("nl")
    assert costs is not None
    rule = next(rule for rule in loaded().rules if rule.code == "SPL001")
    ordinary = rule.prepared["nl"]["ordinary"]
    lexicon = OrdinaryLexicon(words, ordinary, costs.limit.least_ordinary)
    text = " ".join(
        path.read_text("utf-8")
        for path in sorted((ROOT / "tests/corpus").glob("*"))
        if path.suffix in (".md", ".txt")
    )
    known = sorted(
        {
            word
            for word in regex.findall(r"(?<!\S)[a-zëïéè]{5,}(?=[\s,.;:])", text)
            if words.frequency(word)
        }
    )
    made: Counter[tuple[str, str]] = Counter()
    for _ in range(arguments.trials):
        word = random_.choice(known)
        kind, wrong = mistakes(word, random_)
        if wrong == word or words.knows(wrong) == "listed":
            made[kind, "another word"] += 1
            continue
        made[kind, judged(correction(wrong, lexicon, costs), word)] += 1
    print(f"{len(known)} words; errors that make another listed word are counted apart")
    for kind in sorted({kind for kind, _ in made}):
        right, otherwise, named, missed = (made[kind, what] for what in JUDGED)
        total = right + otherwise + named + missed
        apart = made[kind, "another word"]
        print(
            f"{kind:10} found {(right + otherwise + named) / total:.3f}, corrected "
            f"{right / total:.3f}, wrongly {otherwise / total:.3f} of {total}; {apart} apart"
        )
    if arguments.text:
        own, count = engine(select=("SPL",), kind="vacancy"), 0
        reports = []
        for path in sorted(arguments.text.glob("*")):
            report = own.check(read_source(path, path.name))
            count += int(report.metrics["words"])
            reports += [
                f"{finding.path}:{finding.place.start.line} {finding.text}"
                for finding in report.findings
            ]
        print(*reports, sep="\n")
        print(
            f"{len(reports)} reported in {count} words: "
            f"{1000 * len(reports) / max(1, count):.2f} per 1,000"
        )


if __name__ == "__main__":
    main()
