"""What a text itself says of its suppressions: in comments, and in the front-matter key
``vaclint``.

A comment that is meant as a directive and is none says what would have been right: ``VACLINT:``,
a missing colon, a verb or a code that is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vaclint.formats.frontmatter import SUPPRESSING
from vaclint.model.blocks import Span
from vaclint.model.document import ESCAPED, MARKED, Document
from vaclint.model.errors import padded
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

IGNORE, IGNORE_FILE, IGNORE_LINE, IGNORE_NEXT, OFF, ON = VERBS = (
    "ignore", "ignore-file", "ignore-line", "ignore-next-line", "off", "on",
)  # fmt: skip
_OTHERS = {
    "disable": OFF, "enable": ON, "disable-line": IGNORE_LINE, "disable-file": IGNORE_FILE,
    "disable-next-line": IGNORE_NEXT, "noqa": IGNORE, "skip": IGNORE, "ignore-block": IGNORE,
}  # fmt: skip
"""What other linters call them."""
ALL = "ALL"
FORM, CODES, CLOSED = "form", "unknown-code", "not-off"
"""What may be wrong with a directive, as the messages of the rule are named."""
_PLACEHOLDER = "CODE"

_OPENING, _CLOSING = "<!--", "-->"
_DELIMITERS = lazy(
    r"\A(?:<!--|\{%-?\s*+comment\s*+-?%\}|\{%-?\s*+#|\{\{-?/\*|\{/\*|\{#-?)\s*+"
    r"|\s*+(?:-->|\{%-?\s*+endcomment\s*+-?%\}|-?%\}|\*/-?\}\}|\*/\}|-?#\})\Z"
)
_DIRECTIVE = lazy(
    r"(?P<name>[A-Za-z]{5,9})(?P<colon>[ \t]*+[:;=]|)(?P<gap>[\s-]*+)(?P<verb>[A-Za-z_-]*+)"
    r"(?P<rest>(?s:.*))"
)
_REASON = lazy(r"(?:\A|\s)(?:--++|[–—])(?:\s|\Z)")
_BETWEEN = lazy(r"[\s,;]++")
NEAR = 0.75
"""How alike a verb is to the one that was meant, from 0 to 1."""
MOST = 100
"""Of so many mistakes in a text the word that was meant is looked for: comparing one with all codes
takes a millisecond.
"""


class Known(NamedTuple):
    """What codes there are, and the codes of rules by their names."""

    codes: tuple[str, ...]
    names: Mapping[str, str]
    left: int = MOST
    """So many more words that are none are compared with them."""

    def is_code(self, word: str) -> bool:
        """Whether a word in capitals is a code, or the beginning that several have in common."""
        return word == ALL or (len(word) >= 3 and any(code.startswith(word) for code in self.codes))

    def nearest(self, word: str) -> str:
        """The code that was likely meant, by its name or its spelling, or nothing."""
        if word.lower() in self.names:
            return self.names[word.lower()]
        if (same := padded(word.upper())) in self.codes:
            return same
        if self.left <= 0:
            return ""
        families = sorted({code[:3] for code in self.codes})
        found = _near(word.upper(), [*self.codes, *families], 0.6)
        looks_like_a_code = any(char.isdigit() for char in word) or word.isupper()
        return found if looks_like_a_code else ""

    def after(self, directive: Directive) -> Known:
        """What is left of them when the mistakes of a directive were looked at."""
        mistakes = max(len(directive.wrong), bool(directive.problem))
        return self._replace(left=self.left - mistakes)


class Directive(NamedTuple):
    """What a comment or key says: a verb, codes (none: all), a reason, and what is wrong with
    it.

    ``works`` is false for one that suppresses nothing, ``right`` what would be right.
    """

    verb: str
    codes: tuple[str, ...]
    reason: str
    stands: Span
    works: bool = True
    problem: str = ""
    wrong: tuple[str, ...] = ()
    right: str = ""
    in_front_matter: bool = False


def directives(document: Document, known: Known) -> list[Directive]:
    """Those of a document in order."""
    found: list[Directive] = []
    for given in _in_front_matter(document, known):
        found.append(given)
        known = known.after(given)
    text = document.source.text
    for span in _comments(document):
        written = _DELIMITERS.sub("", text[span.start : span.end])
        directive = read(written, span, known)
        if directive is not None:
            found.append(directive)
            known = known.after(directive)
    return found


def _comments(document: Document) -> Iterable[Span]:
    """The comments of a text, as its format has them; plain text may have those of HTML."""
    if MARKED in document.traits:
        return sorted(set(document.comments))
    if ESCAPED in document.traits or not document.holds(_OPENING):
        return ()
    start, last = document.own
    return _in_text(document.source.text, max(start, document.body), last)


def _in_text(text: str, start: int, last: int) -> Iterator[Span]:
    """The comments of HTML in a text between two offsets; linear, also where none is closed."""
    at = text.find(_OPENING, start, last)
    while at >= 0:
        end = text.find(_CLOSING, at + len(_OPENING), last)
        if end < 0:
            return
        yield Span(at, end + len(_CLOSING))
        at = text.find(_OPENING, end, last)


def read(written: str, stands: Span, known: Known) -> Directive | None:
    """The directive that a comment is, without its marks; None for an ordinary comment."""
    match = _DIRECTIVE.match(written)
    if match is None or match["name"][0] not in "vV":
        return None
    name, verb = match["name"], match["verb"]
    meant = _meant(verb, known)
    if name.lower() == SUPPRESSING:
        if not (meant or match["colon"]):
            return None
    elif not (meant and _near(name.lower(), [SUPPRESSING], 0.8)):
        return None
    exact = name == SUPPRESSING and match["colon"] == ":" and "-" not in match["gap"]
    return _directive(verb, meant, match["rest"], stands, known, exact=exact)


def _meant(verb: str, known: Known) -> str:
    """The verb that is written, or that was likely meant, or nothing."""
    low = verb.lower().replace("_", "-").rstrip("-")
    if low in VERBS or not low:
        return low
    near = _near(low, [*VERBS, *_OTHERS], NEAR) if known.left > 0 else ""
    return _OTHERS.get(near, near)


def _near(word: str, known: Sequence[str], cutoff: float) -> str:
    """The known word that is most like another, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word, known, n=1, cutoff=cutoff)
    return found[0] if found else ""


def _directive(
    verb: str, meant: str, rest: str, stands: Span, known: Known, *, exact: bool
) -> Directive:
    separator = _REASON.search(rest)
    before = rest[: separator.start()] if separator else rest
    reason = " ".join(rest[separator.end() :].split()) if separator else ""
    exact = exact and verb == meant and verb in VERBS and (not before or before[0].isspace())
    words = [word.strip("()[]'\"`:=") for word in _BETWEEN.split(before)]
    codes, wrong, instead, others = _sorted_out([word for word in words if word], known)
    reason_instead = " ".join([*others, *([reason] if reason else [])])
    right = f"{SUPPRESSING}: {meant or IGNORE}"
    if instead or others:
        right += f" {', '.join(instead or [_PLACEHOLDER])}"
    if reason_instead:
        right += f" -- {reason_instead}"
    problem = "" if exact and not wrong else CODES if exact else FORM
    works = exact and (bool(codes) or not wrong)
    return Directive(meant, tuple(codes), reason, stands, works, problem, tuple(wrong), right)


class _Words(NamedTuple):
    """The words behind a verb: those that are codes, those that are none, the codes that were
    meant, and the words that belong to a reason.
    """

    codes: list[str]
    wrong: list[str]
    instead: list[str]
    others: list[str]


def _sorted_out(words: Iterable[str], known: Known) -> _Words:
    found = _Words([], [], [], [])
    for word in words:
        if known.is_code(word.upper()):
            found.codes.append(word.upper())
            found.instead.append(word.upper())
            continue
        found.wrong.append(word)
        code = known.nearest(word) if len(found.wrong) <= known.left else ""
        (found.instead if code else found.others).append(code or word)
    return found


def _in_front_matter(document: Document, known: Known) -> Iterator[Directive]:
    """``vaclint: ignore-file GEN001``, ``vaclint: [GEN001]`` or ``vaclint: {ignore: [GEN001],
    reason: …}``; all hold for the whole file.
    """
    entries = [
        (entry.key.partition(".")[2], entry)
        for entry in document.front_matter
        if entry.key.partition(".")[0] == SUPPRESSING
    ]
    reason = next((entry.value for key, entry in entries if key == "reason"), "")
    for key, entry in entries:
        if key == "reason":
            continue
        written = f"{key} {entry.value}" if key else entry.value
        verb, _, rest = written.partition(" ")
        if not key and (known.is_code(verb.strip(",").upper()) or not _meant(verb, known)):
            verb, rest = IGNORE_FILE, written
        meant = _meant(verb, known)
        if meant not in (IGNORE, IGNORE_FILE, OFF):
            meant = IGNORE_FILE
        exact = verb in (IGNORE, IGNORE_FILE, OFF)
        read_as = verb if exact else ""
        found = _directive(read_as, meant, f" {rest}", entry.span, known, exact=exact)
        yield found._replace(
            verb=IGNORE_FILE,
            codes=tuple(code for code in found.codes if code != ALL),
            reason=found.reason or reason,
            in_front_matter=True,
        )
        known = known.after(found)
