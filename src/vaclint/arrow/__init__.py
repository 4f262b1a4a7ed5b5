"""Adverts by the million: a batch of rows in, a batch of findings out, whatever engine has them.

``lint_batch`` checks the rows of an Arrow record batch and gives a batch with the schema
``SCHEMA``, one row for each; what it is given pickles, so that it runs in any worker process.
docs/wire-format.md describes the columns. Needs the extra ``vaclint[batch]``.
"""

from __future__ import annotations

EXTRA = "vaclint[batch]"

try:
    from vaclint.arrow.columns import Columns
    from vaclint.arrow.lint import BatchOptions, columns_of, lint_batch
    from vaclint.arrow.schema import SCHEMA, SCHEMA_VERSION
except ModuleNotFoundError as missing:
    if (missing.name or "").partition(".")[0] != "pyarrow":
        raise
    raise ModuleNotFoundError(
        f"vaclint.arrow needs the extra {EXTRA}; install it: pip install '{EXTRA}'",
        name="pyarrow",
    ) from None

__all__ = ["SCHEMA", "SCHEMA_VERSION", "BatchOptions", "Columns", "columns_of", "lint_batch"]
