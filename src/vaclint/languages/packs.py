"""Reads the folder with rules and language packs into plain data, and tells what is wrong in it
with file, line and key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from vaclint.model.digest import blake2b
from vaclint.model.errors import ErrorKind, VaclintError
from vaclint.model.regular import MAX_FILE_SIZE, read_regular
from vaclint.model.store import Stamp, stamps_of

CODE = re.compile(r"[A-Z]{3}\d{3}")
SUFFIXES = (".toml", ".tsv", ".txt")


def rules_folder() -> Path:
    """The folder with the rules: in the package when installed, at the top level in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parents[1] / "rules"


def shipped_stamp() -> Stamp:
    """One stamp for all shipped rules and the modules of this package: what is made of them is kept
    as long as it stays the same.
    """
    return _stamp_of(rules_folder(), Path(__file__).parents[1])


@lru_cache(4)
def _stamp_of(rules: Path, package: Path) -> Stamp:
    """The files of two folders as one; they stay what they are while a process runs."""
    stamps = [*stamps_of(rules, SUFFIXES), *stamps_of(package, (".py",))]
    digest = blake2b(repr(stamps).encode("utf-8", "surrogateescape"), digest_size=16)
    return str(rules), len(stamps), int.from_bytes(digest.digest(), "big")


def pack_folders(folder: Path) -> list[Path]:
    """The folders of the language packs, sorted; their names are the codes of the languages."""
    languages = folder / "languages"
    return (
        sorted(path for path in languages.iterdir() if path.is_dir()) if languages.is_dir() else []
    )


def language_codes(folder: Path) -> tuple[str, ...]:
    """The codes of the languages that have a pack, sorted."""
    return tuple(path.name for path in pack_folders(folder))


def read_toml(path: Path, kind: ErrorKind = "rule") -> tuple[str, dict[str, Any]]:
    """The text and the content of a TOML file. Raises VaclintError with the file, and the line of
    what is no TOML.
    """
    import tomli

    try:
        text = read_regular(path, MAX_FILE_SIZE).decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomli.loads(text)
    except OSError as error:
        message = f"{path}: the rule file cannot be read ({error.strerror}); check 'rule-paths'"
    except UnicodeDecodeError:
        message = f"{path}: the rule file is not UTF-8; save it as UTF-8"
    except tomli.TOMLDecodeError as error:
        message = f"{path}:{error.lineno}: not valid TOML: {error.msg}"
    except RecursionError:
        message = f"{path}: the rule file is nested too deeply; write it flatter"
    except ValueError:  # a number of thousands of digits
        message = f"{path}: the rule file holds a number that cannot be read; mend it"
    raise VaclintError(kind, str(path), message)


def read_pack(folder: Path) -> dict[str, Any]:
    """A language pack as plain data: its ``code``, its ``sections`` and the ``files`` that say
    something of rules.

    Raises VaclintError for a section that stands in two files.
    """
    sections: dict[str, Any] = {}
    files: list[tuple[str, dict[str, Any]]] = []
    for path in sorted(folder.glob("*.toml")):
        _, data = read_toml(path)
        of_rules = {
            key: value for key, value in data.items() if key == "rule" or CODE.fullmatch(key)
        }
        if of_rules:
            files.append((str(path), of_rules))
        for name, section in data.items():
            if name in of_rules:
                continue
            if name in sections:
                raise VaclintError(
                    "rule", str(path), f"{path}: [{name}] stands in two files of the pack"
                )
            sections[name] = section
    return {"code": folder.name, "folder": str(folder), "sections": sections, "files": files}


def read_data(folder: Path) -> dict[str, Any]:
    """What holds in any language and is no rule: the tables of ``data/*.toml`` by name."""
    found: dict[str, Any] = {}
    for path in sorted((folder / "data").glob("*.toml")):
        found |= read_toml(path)[1]
    return found


def rows_of(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a word list with tabs between the columns, with the numbers of their lines; a
    line with # is a comment.

    Raises OSError and UnicodeDecodeError.
    """
    text = read_regular(path, MAX_FILE_SIZE).decode("utf-8-sig")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("\t")]
