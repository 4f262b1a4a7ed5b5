"""The engine: a library of its own. Text in, report out; nothing else is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vaclint.engine.engine import Engine, Part, Understood
    from vaclint.engine.ruleset import Asked

__all__ = ["Asked", "Engine", "Part", "Understood"]


def __getattr__(name: str) -> Any:
    """Imported when first used: the rules of an engine are asked for without its checks."""
    if name not in __all__:
        raise AttributeError(f"module 'vaclint.engine' has no attribute {name!r}")
    from importlib import import_module

    place = "ruleset" if name == "Asked" else "engine"
    return getattr(import_module(f"vaclint.engine.{place}"), name)
