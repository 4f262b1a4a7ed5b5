"""The house: what each room may import, no circles, no language and no word of one in the code."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli_support import ROOT

SOURCE = ROOT / "src" / "vaclint"
ROOMS: dict[str, set[str]] = {
    "text": set(),
    "model": {"text"},
    "languages": {"model", "text"},
    "formats": {"languages", "model", "text"},
    "facts": {"languages", "model", "text"},
    "rulebook": {"languages", "model", "text"},
    "checks": {"rulebook", "facts", "languages", "model", "text"},
    "engine": {"checks", "rulebook", "facts", "formats", "languages", "model", "text"},
    "project": {"engine", "checks", "rulebook", "formats", "languages", "model", "text"},
    "reporters": {"model", "text"},
    "api": {"project", "engine", "checks", "rulebook", "model"},
    "arrow": {"project", "engine", "checks", "rulebook", "formats", "model", "text"},
    "duplicates": {"checks", "model", "text"},
    "spark": {"arrow", "duplicates", "model"},
    "faces": {
        *("arrow", "project", "engine", "reporters", "checks", "rulebook", "facts", "formats"),
        *("duplicates", "languages", "model", "text"),
    },
}
"""What each room may import besides itself; importing ``__version__`` from the package is free."""
MODULES = {
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(SOURCE.rglob("*.py"))
}


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that a module imports when it runs, also inside functions."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "vaclint":
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else str(node.module) for name in names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_its_room_may(module: str) -> None:
    room = room_of(module)
    if room in ("", "__main__"):
        return
    allowed = ROOMS[room] | {room, ""}
    wrong = [name for name in imports(MODULES[module]) if room_of(name) not in allowed]
    assert not wrong


def test_there_are_no_circles() -> None:
    depends = {module: {*imports(path)} - {module} for module, path in MODULES.items()}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join([*way[way.index(module) :], module])
        if module not in done:
            for other in sorted(depends[module]):
                visit(other, (*way, module))
            done.add(module)

    for module in depends:
        visit(module, ())
    assert done == set(depends)


LANGUAGES = [path.name for path in (ROOT / "rules" / "languages").iterdir()]


@pytest.mark.parametrize("module", MODULES)
def test_no_module_names_a_language(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    named = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in LANGUAGES
    ]
    allowed = {"vaclint.languages.resources", "vaclint.rulebook.rule", "vaclint.faces.facts"}
    assert not named or (module in allowed and set(named) == {"en"})  # who speaks when no pack can


def docstrings(tree: ast.AST) -> set[int]:
    """The constants that are documentation."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def function_words() -> frozenset[str]:
    """Words that give a text away as Dutch: none of them is a word of English, code or a format."""
    words = "de het een van voor niet wordt jouw uw wij zij hij ook bij naar"
    return frozenset(words.split())


@pytest.mark.parametrize("room", ["text", "model", "checks", "engine", "reporters", "rulebook"])
def test_no_text_in_a_room_is_dutch(room: str) -> None:
    words = function_words()
    for module, path in MODULES.items():
        if room_of(module) != room:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        documentation = docstrings(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if id(node) not in documentation:
                found = words.intersection(node.value.lower().replace("|", " ").split())
                assert not found, f"{path.name}:{node.lineno} {node.value[:60]!r}"


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh Python has after a statement."""
    code = f"{statement}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing() -> None:
    loaded = loaded_by("import vaclint")
    assert [name for name in loaded if name.startswith("vaclint.")] == []


def test_a_reporter_loads_no_check_and_no_parser() -> None:
    loaded = loaded_by("import vaclint.reporters.json, vaclint.reporters.text")
    rooms = {room_of(name) for name in loaded if name.startswith("vaclint.")}
    assert rooms == {"reporters", "model", "text"}


def test_a_run_in_which_nothing_changed_compiles_no_pattern_and_checks_nothing(
    tmp_path: Path,
) -> None:
    """``regex`` alone is a fifth of such a run."""
    (tmp_path / "a.md").write_text("# Kok\n\nHij/zij kookt 32 uur per week.\n", "utf-8")
    given = {**os.environ, "VACLINT_CACHE_DIR": str(tmp_path / "cache")}
    arguments = ["check", "--isolated", "--output-file", f"json={os.devnull}", "a.md"]
    code = (
        f"import sys; from vaclint.faces.cli import run; run({arguments}); "
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    for changed in (True, False):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, env=given
        )
        loaded = set(done.stderr.split())
        assert ("regex" in loaded) == changed
    assert loaded.isdisjoint({"tomli", "yaml", "marisa_trie", "ahocorasick_rs", "difflib"})
    assert not {name for name in loaded if name.startswith("vaclint.") and _looks_at_text(name)}


def _looks_at_text(module: str) -> bool:
    """Whether a module reads, understands or checks texts: a check, a parser, what finds facts."""
    return module.startswith(("vaclint.checks.", "vaclint.facts", "vaclint.formats."))


def test_each_kind_of_check_ends_in_its_kind_and_has_its_tests() -> None:
    from vaclint import checks
    from vaclint.checks import kinds

    listed = checks.MODULES

    assert len(kinds()) == len(listed)
    for name in listed:
        kind = importlib.import_module(f"vaclint.checks.{name}").KIND
        assert kinds()[kind.name] is kind
        if kind.check is not None:
            assert (ROOT / "tests" / "checks" / f"test_{name}.py").is_file(), name
