"""How much of a text is jargon: weighted hits of the lexicon rules per 100 words, of the whole and
of each section.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vaclint.checks.context import Context, Hit
from vaclint.checks.prepared import need_options
from vaclint.model.blocks import Block
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Sentence
from vaclint.rulebook.kind import LIST, TEXT, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.words import opening

WORST = 3
"""So many words are named in a message: those whose change helps most."""
OPENING = 10
"""With so many words a sentence is named."""
WHOLE = 0.9
"""A section with a larger share of the words is the text itself."""


def density(context: Context, codes: Sequence[str]) -> float:
    """The weight of the rules' hits per 100 words of the text; 0 for a text without words."""
    return _per_100(hits_of(context, codes), len(context.document.words))


def _per_100(hits: Sequence[Hit], words: int) -> float:
    return per_100(sum(hit.term.weight for hit in hits), words)


def per_100(amount: float, words: int) -> float:
    """So much of something in 100 words; 0 for a text without words."""
    return 100 * amount / words if words else 0.0


def hits_of(context: Context, codes: Sequence[str]) -> list[Hit]:
    """The hits of some rules outside the front matter, in order; of two that overlap the first."""
    hits = sorted(
        (hit for code in codes for hit in context.hits.get(code, ())),
        key=lambda hit: (hit.start, -hit.end),
    )
    kept: list[Hit] = []
    for hit in hits:
        in_text = not context.document.block_at(hit.start).front_matter
        if in_text and (not kept or hit.start >= kept[-1].end):
            kept.append(hit)
    return kept


def check_density(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield one diagnostic for a text, or for each section, of enough words and terms whose density
    exceeds the maximum; a remark where a short text has few of them. Linear.
    """
    for rule in rules:
        hits = hits_of(context, rule.data["of"])
        if rule.data.get("what") == "section":
            yield from _sections(context, rule, hits)
            continue
        words = len(context.document.words)
        value = _per_100(hits, words)
        if (
            words >= rule.options["min-words"]
            and value > rule.options["max"]
            and len(hits) >= rule.options["min-terms"]
        ):
            found = _found(context, rule, hits, words, value)
            is_much = len(hits) >= rule.options["warn-terms"]
            yield found if is_much else found._replace(severity="info")


def _sections(context: Context, rule: Rule, hits: list[Hit]) -> Iterator[Diagnostic]:
    """The dense sections: a heading and what stands under it, up to the next heading."""
    document = context.document
    blocks = [block for block in document.blocks if not block.front_matter]
    heads = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    starts = [hit.start for hit in hits]
    for first, after in pairwise([*heads, len(blocks)]):
        section = blocks[first:after]
        first_hit = bisect_left(starts, section[0].start)
        inside = hits[first_hit : bisect_left(starts, section[-1].start + len(section[-1].text))]
        if len(inside) < rule.options["min-terms"]:
            continue
        words = sum(len(document.words_in(block)) for block in section)
        value = _per_100(inside, words)
        whole = words > WHOLE * len(document.words)
        if not whole and words >= rule.options["min-words"] and value > rule.options["max"]:
            yield _found(context, rule, inside, words, value, section[0])


def _found(
    context: Context,
    rule: Rule,
    hits: list[Hit],
    words: int,
    value: float,
    head: Block | None = None,
) -> Diagnostic:
    terms = Counter(hit.term.form for hit in hits)
    weight = {hit.term.form: hit.term.weight for hit in hits}
    ranked = sorted(terms.items(), key=lambda pair: (-pair[1] * weight[pair[0]], pair[0]))[:WORST]
    instead = {hit.term.form: hit.term.replacement for hit in hits}
    left = value - per_100(sum(weight[term] * count for term, count in ranked), words)
    changes = {term: instead[term] for term, _ in ranked}
    speaking = context.speaking
    return context.found(
        rule,
        head.whole if head else context.document.headline,
        whole=head is None,
        properties={
            "density": round(value, 2),
            "max": rule.options["max"],
            "words": words,
            "worst": [term for term, _ in ranked],
            "changes": changes,
            "left": round(left, 2),
        },
        density=speaking.number(value, 1),
        max=speaking.number(rule.options["max"]),
        worst=", ".join(f"{term} ({count}×)" if count > 1 else term for term, count in ranked),
        changes="; ".join(_change(term, count, instead[term]) for term, count in ranked),
        left=speaking.number(max(left, 0.0), 1),
        sentence=_densest(context, hits),
    )


def _change(term: str, count: int, better: str) -> str:
    """``leverage (2×) → use``: a term, how often it stands there, and what to write instead."""
    times = f" ({count}×)" if count > 1 else ""
    return f"{term}{times} → {better}" if better else f"{term}{times}"


def _densest(context: Context, hits: list[Hit]) -> str:
    """The sentence with the most weight of jargon, cut to its first words."""

    def weight(sentence: Sentence) -> float:
        start, end = sentence.block.start + sentence.start, sentence.block.start + sentence.end
        return sum(hit.term.weight for hit in hits if start <= hit.start < end)

    blocks = {context.document.block_at(hit.start).start for hit in hits}
    sentences = [
        sentence for sentence in context.document.sentences if sentence.block.start in blocks
    ]
    return opening(max(sentences, key=weight).text, OPENING)


_OPTIONS = ("max", "min-words", "min-terms")


def prepare_density(rule: Rule, preparation: Preparation) -> None:
    """See that the rule has its options. Raises VaclintError where it has not."""
    needed = _OPTIONS if rule.data.get("what") == "section" else (*_OPTIONS, "warn-terms")
    need_options(rule, preparation, {rule.data.get("what", ""): needed})


KIND = Kind(
    "density",
    check_density,
    {"of": Key(LIST, required=True), "what": Key(TEXT, ("document", "section"))},
    prepare_density,
    values=frozenset({"density", "max", "worst", "sentence", "changes", "left"}),
)
