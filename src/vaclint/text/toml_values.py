"""Values and keys as TOML writes them, for what people are shown and may copy."""

from collections.abc import Mapping
from typing import Any


def toml(value: Any) -> str:
    """A text, number, switch, list or table on one line; a pattern with backslashes stands in
    single quotation marks.
    """
    if isinstance(value, str):
        return f"'{value}'" if _is_pattern(value) else _quoted(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{toml_key(name)} = {toml(each)}" for name, each in value.items())
        return f"{{ {pairs} }}"
    return str(value)


def toml_key(name: str) -> str:
    """A key, in quotation marks where it needs them."""
    is_bare = name and all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
    return name if is_bare else _quoted(name)


def _is_pattern(text: str) -> bool:
    return "\\" in text and "'" not in text and text.isprintable()


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
