"""The engine: a library of its own. Text in, report out; nothing else is touched."""

from vaclint.engine.engine import Asked, Engine, Part, Understood

__all__ = ["Asked", "Engine", "Part", "Understood"]
