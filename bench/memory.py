"""How much memory a run takes: many files, and one file at the limit of size in each format.

    python bench/memory.py [--files 20000] [--megabytes 5] [--jobs N]

Prints the peak of each process in megabytes, as the system counts it (Linux: ``VmHWM``). The exit
code is 1 when a process of the run over many files takes more than ``MANY``, or the run over one
file more than ``TIMES`` its size.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generate import vacancy, write

MANY = 300
"""Megabytes that a process may take for 20,000 files."""
TIMES = 25
"""How often its size a run over one file may take; docs/performance.md says what is reached."""
EVERY = 0.1
"""Seconds between two looks at a process."""
COMMAND = ("-m", "vaclint", "check", "--isolated", "-q", "--output-format", "json")


def processes(root: int) -> Iterator[int]:
    """A process and those it started, as far as they live."""
    yield root
    children: list[str] = []
    with suppress(OSError):  # it has ended
        for thread in Path(f"/proc/{root}/task").iterdir():
            children += (thread / "children").read_text().split()
    for child in children:
        yield from processes(int(child))


def peak_of(process: int) -> float:
    """The most that a process took so far, in megabytes; 0 for one that has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    lines = (line.split() for line in status.splitlines() if line.startswith("VmHWM:"))
    return next((int(line[1]) / 1024 for line in lines), 0.0)


def peaks(arguments: list[str], cache: Path) -> dict[int, float]:
    """Run the check, and give the peak of each of its processes, in megabytes."""
    environment = {**os.environ, "VACLINT_CACHE_DIR": str(cache)}
    found: dict[int, float] = {}
    with subprocess.Popen(
        [sys.executable, *COMMAND, *arguments], stdout=subprocess.DEVNULL, env=environment
    ) as run:
        while run.poll() is None:
            for process in processes(run.pid):
                found[process] = max(found.get(process, 0.0), peak_of(process))
            time.sleep(EVERY)
    return found


def marked_up(text: str) -> str:
    """A vacancy as HTML: a heading, item or paragraph to a line."""
    lines = []
    for line in text.split("---\n", 2)[-1].splitlines():
        words = html.escape(line.lstrip("#- "))
        tag = "h2" if line.startswith("#") else "li" if line.startswith("-") else "p"
        lines.append(f"<{tag}>{words}</{tag}>" if words else "")
    return "\n".join(lines)


def as_posting(page: str) -> str:
    """A page of HTML as the text of one JobPosting."""
    posting = {"@context": "https://schema.org", "@type": "JobPosting", "description": page}
    return json.dumps(posting, ensure_ascii=False)


def large(size: int) -> dict[str, str]:
    """Vacancies end to end, of about so many bytes, by the name of a file of each format."""
    texts: list[str] = []
    length = 0
    while length < 0.9 * size:
        texts.append(vacancy(len(texts)).split("---\n", 2)[-1])
        length += len(texts[-1].encode())
    pages = "\n".join(map(marked_up, texts))[: int(0.95 * size)]
    return {
        "large.md": "\n\n".join(texts),
        "large.txt": "\n\n".join(texts).replace("#", ""),
        "large.html": f"<html><body>\n{pages}\n</body></html>",
        "large.json": as_posting(pages[: int(0.9 * size)]),
    }


def main() -> int:
    """Measure and print; 1 when something takes more than it may."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=20_000, help="0: none")
    parser.add_argument("--megabytes", type=float, default=5, help="of one file; 0: none")
    parser.add_argument("--jobs", default="auto")
    options = parser.parse_args()
    too_much = False
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name, "texts"), Path(name, "cache")
        folder.mkdir()
        small = Path(name, "small.md")
        small.write_text(vacancy(1), encoding="utf-8")
        base = max(peaks([str(small)], cache).values())
        base = max(peaks([str(small)], cache).values())  # with the rules in the cache
        print(f"{base:6.0f} MB  one vacancy")
        if options.files:
            write(folder, options.files)
            began = time.monotonic()
            found = peaks([str(folder), *_jobs(options.jobs)], cache)
            print(
                f"{options.files:,} files, {time.monotonic() - began:.0f} s: "
                + ", ".join(f"{peak:.0f} MB" for peak in found.values())
            )
            too_much |= max(found.values()) > MANY
        for kind, text in large(int(options.megabytes * 1e6)).items() if options.megabytes else ():
            path = Path(name, kind)
            path.write_text(text, encoding="utf-8")
            most, size = max(peaks([str(path)], cache).values()), path.stat().st_size / 1e6
            print(f"{most:6.0f} MB  {kind}, {size:.1f} MB: {most / size:.0f} times its size")
            too_much |= most > TIMES * size
    return 1 if too_much else 0


def _jobs(jobs: str) -> list[str]:
    return [] if jobs == "auto" else ["--jobs", jobs]


if __name__ == "__main__":
    sys.exit(main())
