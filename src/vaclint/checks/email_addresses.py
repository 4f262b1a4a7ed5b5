"""E-mail addresses that cannot be right: a table of the mistakes that are made in them. Linear in
the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import regex

from vaclint.model.blocks import Span
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words

LOOK_BACK = 40
"""So many characters before an address are looked at for a word that announces it."""

DOMAIN = lazy(
    r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,16}"
    r"(?P<end>\p{L}{2,}|xn--[\p{L}\p{N}-]+)"
)
"""A host with an end."""
STOPS = lazy(r"[.,]+")
"""What stands between the parts of a host, and one too many of it."""
_SIDE = r"[^\s<>()\[\]{}\"“”‘’'|\\,;:/@]"
_EMAIL = (
    rf"(?<!{_SIDE})(?P<local>{_SIDE}++)"
    rf"(?P<at>@+|[ ]@[ ]|@[ ])"
    rf"(?P<domain>[\p{{L}}\p{{N}}](?:{_SIDE}|,(?=%s\b))*)"  # a comma only before a common end
)


LONGEST_QUERY = 500
"""Characters of a web address that are read on either side of its question mark."""
_END_OF_ADDRESS = lazy(r"[\s\"'<>()]")


class Slip(NamedTuple):
    """An address in the source that cannot be right, the message about it, and what is meant where
    that can be told.
    """

    span: Span
    message: str
    better: str = ""


class _Email(NamedTuple):
    """What looks like an e-mail address; ``end`` is that of its domain, empty without one."""

    local: str
    at: str
    domain: str
    end: str
    is_announced: bool
    """Whether a word before it says that it is an address."""
    lists: Mapping[str, Any]

    @property
    def has_role(self) -> bool:
        """Whether the part before the @ is that of a person or of an office."""
        return "." in self.local[:-1] or self.local in self.lists["roles"]

    @property
    def stem(self) -> str:
        """The address without the end of its domain."""
        return f"{self.local}@{self.domain[: len(self.domain) - len(self.end)]}"


class _Mistake(NamedTuple):
    """A mistake in an e-mail address: whether it is made, the message about it, and what is meant.

    What is meant is empty where it cannot be told, and None where the address may be right after
    all.
    """

    is_made: Callable[[_Email], bool]
    message: str
    meant: Callable[[_Email], str | None]


def _without_space(email: _Email) -> str | None:
    """``robin @ voorbeeld.nl``, but not ``werken @ voorbeeld.nl``, which may be a name."""
    is_address = email.end.lower() in email.lists["common"] and not email.local.endswith(".")
    if is_address and email.local.islower() and (email.has_role or email.is_announced):
        return f"{email.local}@{email.domain}"
    return None


def _with_common_end(email: _Email) -> str | None:
    better = email.lists["ends"].get(email.end.lower())
    return f"{email.stem}{better}" if better else None


def _with_single_stops(email: _Email) -> str:
    better = STOPS.sub(".", email.domain)
    return f"{email.local}@{better}" if DOMAIN.fullmatch(better) else ""


def _is_filler(email: _Email) -> bool:
    """``info@bedrijfsnaam.nl``, ``mail@mail.com``: what a template has in its place."""
    host = email.domain[: len(email.domain) - len(email.end)].rstrip(".").lower()
    stands_for = email.lists["fillers"]
    is_named = all(part in stands_for for part in email.local.lower().split("."))
    is_any = is_named and host in stands_for
    return bool(email.end) and (is_any or host in email.lists["filler-hosts"])


_GLUED_END = lazy(r"(?P<end>\p{Ll}{2,12})(?P<text>\p{Lu}\p{Ll}+)")
_NEXT_SENTENCE = lazy(r"(?P<host>[\p{Ll}\p{N}.-]+\.(?P<end>\p{Ll}{2,12}))\.(?P<text>\p{Lu}\p{Ll}+)")


def without_glued_text(end: str, lists: Mapping[str, Any]) -> str:
    """The end of a host without the word that stands behind it (``ukOur``); empty without one."""
    glued = _GLUED_END.fullmatch(end)
    return glued["end"] if glued and glued["end"] in lists["common"] else ""


def _without_text(email: _Email) -> str | None:
    """``office@example.ukOur``, ``office@example.uk.Our``: the address without the word that stands
    behind it.
    """
    if end := without_glued_text(email.end, email.lists):
        return f"{email.stem}{end}"
    glued = _NEXT_SENTENCE.fullmatch(email.domain)
    common = email.lists["common"]
    if glued is None or glued["end"] not in common or glued["text"].lower() in common:
        return None
    return f"{email.local}@{glued['host']}"


_MISTAKES = (
    _Mistake(lambda email: _without_text(email) is not None, "glued", _without_text),
    _Mistake(_is_filler, "filler", lambda email: ""),
    _Mistake(lambda email: email.at.strip() != email.at, "space", _without_space),
    # hr@@voorbeeld.nl
    _Mistake(lambda email: email.at != "@", "email", lambda email: f"{email.local}@{email.domain}"),
    # robin..dewit@voorbeeld.nl
    _Mistake(
        lambda email: email.local.endswith(".") or ".." in email.local.lstrip("."),
        "email",
        lambda email: "",
    ),
    # robin@voorbeeld.con
    _Mistake(lambda email: bool(email.end), "email", _with_common_end),
    # werk@voorbeeld,nl, jobs@voorbeeld..nl
    _Mistake(
        lambda email: "," in email.domain or ".." in email.domain, "email", _with_single_stops
    ),
    # robin.dewit@voorbeeld, but not Werk@Zorg
    _Mistake(
        lambda email: (
            "." not in email.domain and email.domain.replace("-", "").isalnum() and email.has_role
        ),
        "end",
        lambda email: "",
    ),
)
"""The mistakes in e-mail addresses; the first that is made decides."""


def email_slips(text: str, lists: Mapping[str, Any]) -> Iterator[Slip]:
    """The e-mail addresses with a mistake; ``lists`` is what the rule has prepared."""
    if "@" not in text:
        return
    announces = lazy(lists["announces"], regex.IGNORECASE)
    for match in _looking_like_emails(text, lazy(lists["email"])):
        before = text[max(0, match.start() - len("mailto://")) : match.start()]
        if (before.endswith("/") and before != "mailto://") or _is_query(text, match.start()):
            continue  # part of a web address
        domain = match["domain"].rstrip(".!?*_")
        whole = DOMAIN.fullmatch(domain)
        start = max(0, match.start() - LOOK_BACK)
        email = _Email(
            match["local"],
            match["at"],
            domain,
            whole["end"] if whole else "",
            announces.search(text, start, match.start()) is not None,
            lists,
        )
        mistake = next((each for each in _MISTAKES if each.is_made(email)), None)
        meant = mistake.meant(email) if mistake else None
        if mistake and meant is not None:
            message = "email-meant" if mistake.message == "email" and meant else mistake.message
            yield Slip(Span(match.start(), match.start("domain") + len(domain)), message, meant)


def _is_query(text: str, at: int) -> bool:
    """Whether a place lies in what a web address asks for: ``…/css?family=X:wght@400``."""
    asked = text.rfind("?", max(0, at - LONGEST_QUERY), at)
    if asked < 0 or _END_OF_ADDRESS.search(text, asked, at):
        return False
    return "://" in _END_OF_ADDRESS.split(text[max(0, asked - LONGEST_QUERY) : asked])[-1]


def _looking_like_emails(text: str, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
    """What looks like an e-mail address, of which none runs over a line end: the lines without the
    sign, which are most of a text, are not searched.
    """
    at = text.find("@")
    while at >= 0:
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, begin, end)
        at = text.find("@", end)


def email_patterns(after_comma: Sequence[str], announcing: Sequence[str]) -> dict[str, str]:
    """The patterns that ``email_slips`` needs, of the ends before which a comma is a slip, and of
    words that announce an address.
    """
    return {"email": _EMAIL % _any_of(after_comma), "announces": rf"\b{_any_of(announcing)}\b"}


def _any_of(given: Sequence[str]) -> str:
    """A pattern of any of some words; of none it never matches."""
    return words(given) if given else "(?!)"
