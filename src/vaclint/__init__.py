"""vaclint: a linter for the text of job adverts.

As a library: ``check_text`` and ``check_paths`` give a ``Report``, ``facts_of`` what a vacancy
states. ``Options`` are the settings; ``VaclintError`` is what they raise for options or
configuration that cannot be. Nothing else is promised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vaclint.api import check_paths, check_text, facts_of
    from vaclint.model.errors import VaclintError
    from vaclint.model.options import Options
    from vaclint.model.report import Report

__version__ = "0.1.0"
__all__ = ["Options", "Report", "VaclintError", "check_paths", "check_text", "facts_of"]

_PLACES = {
    "Options": "vaclint.model.options",
    "Report": "vaclint.model.report",
    "VaclintError": "vaclint.model.errors",
}


def __getattr__(name: str) -> Any:
    """Imported when first used: importing ``vaclint`` alone loads nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'vaclint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PLACES.get(name, "vaclint.api")), name)
