"""How texts are made at random: pieces that mean something to a reader, and characters that do
not.
"""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = """
# |## |- |1. |> |```|`|*|**|_|[a](b)|](|![|<!--|-->|<!-- vaclint: ignore -->|<!-- vaclint: off GEN -->
<p>|</p>|<div|<ul><li>|<table><tr><td>|<script type="application/ld+json">|</script>|<br>|<title>|&amp;|&#x
{{|}}|{%|%}|{|}|[|]|"|'|\\|\\u00e9|\\ud800|:|: |, |- |? |!|&a |*a |<<: *a|---|+++|...|#|= |[[a]]|[a]|\"\"\"|'''
{"@type":"JobPosting"|"title":|"description":|"baseSalary":|null|true|1e999|-0
hij/zij |kandidaat/kandidate |(m/v) |de de |€ 3.000 |32 uur per week |salaris |schaal 10 |a@b.nl |https://a.nl/b
teneinde |  |\u00a0|\u200b|\u0301|\u202e|\ufeff|\ud800|\x1b[2J|\x00|\x85|\u2028|::error::x|\U0001f600|Ã©|kók |KOK |...|!!!
ignore |ignore-file |GEN001 |off |on |-- |select = |exclude = |code = |name = |pattern = |message = |terms = |[[rule]]
"""
PIECE = st.sampled_from(
    [piece for line in PIECES.strip("\n").split("\n") for piece in line.split("|") if piece]
    + ["\n", "\n\n", "\r\n", "\r", " ", "\t"]
)
TEXT = st.lists(PIECE | st.text(max_size=6), max_size=40).map("".join)
