"""A suppression in the text that suppresses nothing, or is not written as one. The engine reports
it: only there it is known what was suppressed.
"""

from vaclint.rulebook.kind import Kind

KIND = Kind("suppression", None, values=frozenset({"codes", "right"}))
