"""Near-duplicates among all rows of a feed, by their sketches.

The sketches are those of DUP101 (``vaclint.checks.sketch``), and so is what counts: values of many
texts are standing text, or what every text of a language says, and what remains of two texts must
be alike as well as the whole. How alike two texts are is the Jaccard index of their sketches.

Candidates are not looked for pair by pair, nor in an index that one process holds: each text has a
MinHash signature of its own values (of all values, where few are its own), bands of the signature
are grouped by, and only texts with an equal band are compared. In SQL, in one text for DuckDB
and Spark (``pairs.sql``). Cost: in proportion to the rows, since a value of more than ``MANY``
texts makes no candidates and a bucket of more than ``GUARD`` only neighbours.
"""

from vaclint.duplicates.embedded import Found, check_target, write_pairs
from vaclint.duplicates.steps import GUARD

__all__ = ["GUARD", "Found", "check_target", "write_pairs"]
