"""E-mail and web addresses that cannot be right, and links that lead nowhere or elsewhere than
they say.

Read from the source, where addresses stand as they are, those of links and of the front matter
included. Only what is certain counts: a shape that no address has (RFC 5321, RFC 3986), or an end
that is a slip of a common one. Whether an address exists is not asked: a check makes no
connections. Linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import regex

from vaclint.checks.context import Context
from vaclint.checks.email_addresses import (
    DOMAIN,
    STOPS,
    Slip,
    email_patterns,
    email_slips,
    without_glued_text,
)
from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.rulebook.kind import LIST, TABLE, Key, Kind, Preparation
from vaclint.rulebook.rule import Rule
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

INTERNAL = frozenset({"localhost", "intranet"})
"""Names of hosts that need no end."""
MESSAGES = (
    *("email", "email-meant", "space", "web", "end", "nowhere", "elsewhere", "filler", "glued"),
)
NOWHERE, OFTEN = "nowhere", "nowhere-often"
"""The further messages that a rule needs."""
BEFORE_MOST = 40
"""Characters before a link that are looked at."""

WORDS = ("roles", "fillers", "filler-hosts")
"""The keys with words of all languages: offices, and what stands for a name in a template."""

_NOT_AFTER = r"(?<![\p{L}\p{N}@./_:-])"
_NEAR_WEB = lazy(r"://|http|ww", regex.IGNORECASE)
"""What a text has in which there is any use in looking for web addresses."""
_WEB = lazy(
    rf"{_NOT_AFTER}(?P<start>"
    r"(?P<scheme>h+t+p+s*)(?P<mark>://+|[:;]//?|//)(?:h+t+ps*:?//)?"
    r"|https?:(?=www\.)"
    r"|(?P<www>w{2,5})[.,](?=[\p{L}\p{N}-]{2,}[.,]))"
    r"(?P<host>[\p{L}\p{N}.,-]*[\p{L}\p{N}])",
    regex.IGNORECASE,
)
_WWW_ALONE = lazy(
    rf"{_NOT_AFTER}www\.[\p{{L}}\p{{N}}-]{{2,}}(?=[\s<)\]]|[.,;!?](?:\s|$)|$)", regex.IGNORECASE
)
_NOWHERE = {
    "markdown": lazy(r"(?<!!)\[[^\]\[\n]{1,80}\]\(\s*+(?:(?:#|https?:/{0,2}|mailto:)\s*+)?\)"),
    "html": lazy(
        r"<a\s[^<>]*?\bhref\s*+=\s*+(?P<mark>[\"'])"
        r"\s*+(?:(?:https?:/{0,2}|mailto:)\s*+)?(?P=mark)[^<>]*+>",
        regex.IGNORECASE,
    ),
}
"""Links without a target, by format. In HTML ``#`` is left alone: a script may take the click."""
_ELSEWHERE = (
    lazy(
        r"\[\s*(?P<shown>[^\s\]\[@]+@[^\s\]\[@]+)\s*\]"
        r"\(\s*mailto:(?P<target>[^)?\s]+)"
    ),
    lazy(
        r"<a\s[^<>]*?href\s*=\s*[\"']mailto:(?P<target>[^\"'?<>]++)[^<>]*+>"
        r"\s*(?P<shown>[^\s<>@]+@[^\s<>@]+)\s*</a>",
        regex.IGNORECASE,
    ),
)


class _Web(NamedTuple):
    """What looks like a web address: how it begins, its host, the host with single stops, and the
    end of that.
    """

    start: str
    www: bool
    host: str
    right: str
    end: str
    lists: Mapping[str, Any]

    @property
    def begins_well(self) -> bool:
        """Whether it begins as an address does."""
        return self.start in ("http://", "https://", "www.")

    @property
    def has_common_end(self) -> bool:
        """Whether many addresses end like this."""
        return self.end.lower() in self.lists["common"]

    @property
    def meant(self) -> str:
        """The address that is meant."""
        end: str = self.lists["ends"].get(self.end.lower(), self.end)
        end = without_glued_text(self.end, self.lists) or end
        host = self.right[: len(self.right) - len(self.end)] + end
        if self.begins_well:
            return self.start + host
        if self.www:
            return f"www.{host}"
        return f"https://{host}" if "s" in self.start else f"http://{host}"


_NO_SLIP: tuple[Callable[[_Web], bool], ...] = (
    lambda web: (
        "," in web.host and not web.has_common_end
    ),  # www.voorbeeldstad.nl,waar je alles vindt
    lambda web: web.begins_well and web.meant == web.start + web.host,  # https://voorbeeld.nl
    lambda web: (
        web.www and web.start not in ("www.", "www,") and not web.has_common_end
    ),  # ww.bestand.pdf
)
"""When what looks like a web address is right, or is none."""


def _webs(text: str, rule: Rule) -> Iterator[Slip]:
    if _NEAR_WEB.search(text) is None:
        return
    for match in _WEB.finditer(text):
        right = STOPS.sub(".", match["host"])
        whole = DOMAIN.fullmatch(right)
        if whole is None:
            if "," not in match["host"] and match["scheme"] and _lacks_end(right):
                yield Slip(Span(*match.span()), "end")
            continue
        start = match["start"].lower()
        web = _Web(start, bool(match["www"]), match["host"], right, whole["end"], rule.prepared)
        if not any(holds(web) for holds in _NO_SLIP):
            yield Slip(Span(*match.span()), "web", web.meant)
    yield from (Slip(Span(*match.span()), "end") for match in _WWW_ALONE.finditer(text))


def _lacks_end(host: str) -> bool:
    """Whether a host is one word that needs an end behind it: ``https://voorbeeld``."""
    return "." not in host and host.lower() not in INTERNAL and host.isascii() and host.isalpha()


def _nowhere(text: str, format_: str) -> Iterator[Slip]:
    """Links without a target."""
    if format_ in _NOWHERE:
        yield from (
            Slip(Span(*match.span()), NOWHERE) for match in _NOWHERE[format_].finditer(text)
        )


def _elsewhere(text: str) -> Iterator[Slip]:
    """Links that show one e-mail address and write to another."""
    from urllib.parse import unquote

    for pattern in _ELSEWHERE:
        for match in pattern.finditer(text):
            if unquote(match["target"]).strip().lower() != match["shown"].lower():
                yield Slip(Span(*match.span("target")), "elsewhere")


def _slips(text: str, format_: str, rule: Rule) -> Iterator[Slip]:
    if "@" in text:
        yield from email_slips(text, rule.prepared)
    yield from _webs(text, rule)
    yield from _nowhere(text, format_)
    if "mailto:" in text:
        yield from _elsewhere(text)


def _is_inside(text: str, link: Span) -> bool:
    """Whether a link stands behind words of a sentence, and is no button or menu of a page."""
    before = text[max(0, link.start - BEFORE_MOST) : link.start].rstrip()
    return before[-1:].isalnum() or before.endswith((",", ":"))


def _buttons(context: Context, rule: Rule, links: list[Span], text: str) -> Diagnostic:
    """One remark for all buttons and menus that lead nowhere: often a page that is not built yet,
    or one whose script takes the click.
    """
    message = OFTEN if len(links) > 1 and context.says(rule, OFTEN) else NOWHERE
    found = context.together(rule, links, message=message, text=text[slice(*links[0])])
    return found._replace(severity="info")


def check_addresses(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address; none in JSON, where a slash has two spellings."""
    document = context.document
    if document.format == "json":
        return
    text, (first, last) = document.source.text, document.own
    for rule in rules:
        slips = [
            slip._replace(span=Span(first + slip.span.start, first + slip.span.end))
            for slip in _slips(text[first:last], document.format, rule)
        ]
        slips = [slip for slip in slips if not document.is_skipped(slip.span.start)]
        loose = [s.span for s in slips if s.message == NOWHERE and not _is_inside(text, s.span)]
        if loose:
            yield _buttons(context, rule, loose, text)
            slips = [slip for slip in slips if slip.span not in loose]
        for span, message, better in slips:
            fixes = context.replacing(span, text[slice(*span)], better) if better else ()
            yield context.found(rule, span, replacement=better, message=message, fixes=fixes)


def prepare_addresses(rule: Rule, preparation: Preparation) -> Any:
    """The lists of the rule, with the words of all languages: an address belongs to none.

    Raises VaclintError for a message that is missing.
    """
    for code, texts in rule.texts.items():
        for name in MESSAGES:
            if name not in texts.messages:
                raise preparation.error(code, "messages", f"the rule needs a message '{name}'")
    announcing = [word for said in rule.said.values() for word in said.get("announcing", ())]
    return {
        **email_patterns(rule.data.get("after-comma", ()), announcing),
        **{
            name: frozenset(word for said in rule.said.values() for word in said.get(name, ()))
            for name in WORDS
        },
        "common": frozenset(rule.data.get("common", ())),
        "ends": rule.data.get("ends", {}),
    }


KIND = Kind(
    "addresses",
    check_addresses,
    {
        "common": Key(LIST),
        "after-comma": Key(LIST),
        "ends": Key(TABLE),
        **{name: Key(LIST, by_language=True) for name in WORDS},
        "announcing": Key(LIST, by_language=True),
    },
    prepare_addresses,
    values=frozenset({"count"}),
)
