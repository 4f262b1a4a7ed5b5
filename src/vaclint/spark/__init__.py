"""Adverts checked on a Spark cluster, and near-duplicates found there.

``lint`` puts ``vaclint.arrow.lint_batch`` around every batch of rows that Spark hands to Python;
``duplicates`` runs the SQL that finds near-duplicates on one machine too. docs/spark.md has advice
on partitions and settings. Needs the extra ``vaclint[spark]``.
"""

from __future__ import annotations

EXTRA = "vaclint[spark]"
NEEDED = ("pyspark", "pyarrow", "pandas")

try:
    from vaclint.spark.frames import duplicates, lint
except ModuleNotFoundError as missing:
    if (missing.name or "").partition(".")[0] not in NEEDED:
        raise
    raise ModuleNotFoundError(
        f"vaclint.spark needs the extra {EXTRA}; install it: pip install '{EXTRA}'",
        name=missing.name,
    ) from None

__all__ = ["duplicates", "lint"]
