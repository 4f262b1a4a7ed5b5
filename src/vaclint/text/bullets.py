"""What stands before an item of a list that is typed rather than marked up: a sign, a number, a
letter.
"""

from vaclint.text.patterns import lazy

BULLET = lazy(
    r"(?:"
    r"[•◦▪▫●○■□‣⁃∙·➢➤►✓✔✅–—*+\uf0b7-]"  # a sign; U+F0B7 is the one of a word processor's font
    r"|(?:\d{1,2}|[a-zA-Z])[.)]|\(\d{1,2}\)"  # 1. a) (1)
    r"|o(?=\s+\p{Lu}|\t)"  # a letter that stands for a ring
    r")"
    r"(?:\s+|(?<=[•●▪■✓✔➢])(?=\S))"  # no space is needed behind a sign that is nothing else
)
"""A bullet at the start of a line, with the white space behind it."""
