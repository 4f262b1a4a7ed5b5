"""E-mail and web addresses that cannot be right, and links that lead nowhere or elsewhere than they say.

Read from the source, where addresses stand as they are, those of links and of the front matter included. Only what is certain counts: a
shape that no address has (RFC 5321, RFC 3986), or an end that is a slip of a common one. Whether an address exists is not asked: a check
makes no connections.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from vaclint.checks import Context
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.document import Span
from vaclint.text.patterns import lazy
from vaclint.rulebook.rules import Rule

_SIDE = r"[^\s<>()\[\]{}\"“”‘’'|\\,;:/@]"
_EMAIL = lazy(rf"(?P<local>{_SIDE}+)(?P<at>@+|[ ]@[ ]|@[ ])(?P<domain>[\p{{L}}\p{{N}}](?:{_SIDE}|,(?=(?:nl|be|com|eu|org|net)\b))*)")
_DOMAIN = lazy(r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?P<end>\p{L}{2,}|xn--[\p{L}\p{N}-]+)")
_WEB = lazy(
    r"(?<![\p{L}\p{N}@./_:-])(?P<start>(?P<scheme>h+t+p+s*)(?P<mark>://+|[:;]//?|//)(?:h+t+ps*:?//)?|https?:(?=www\.)"
    r"|(?P<www>w{2,5})[.,](?=[\p{L}\p{N}-]{2,}[.,]))(?P<host>[\p{L}\p{N}.,-]*[\p{L}\p{N}])",
    regex.IGNORECASE,
)
_WWW_ALONE = lazy(r"(?<![\p{L}\p{N}@./_:-])www\.[\p{L}\p{N}-]{2,}(?=[\s<)\]]|[.,;!?](?:\s|$)|$)", regex.IGNORECASE)
_NOWHERE = lazy(r"(?<!!)\[[^\]\[\n]{1,80}\]\(\s*(?:#|https?:/{0,2}|mailto:)?\s*\)")
_NOWHERE_IN_HTML = lazy(r"<a\s[^<>]*?\bhref\s*=\s*(?P<mark>[\"'])\s*(?:https?:/{0,2}|mailto:)?\s*(?P=mark)[^<>]*>", regex.IGNORECASE)
_ELSEWHERE = (
    lazy(r"\[\s*(?P<shown>[^\s\]\[@]+@[^\s\]\[@]+)\s*\]\(\s*mailto:(?P<target>[^)?\s]+)"),
    lazy(r"<a\s[^<>]*?href\s*=\s*[\"']mailto:(?P<target>[^\"'?]+)[^<>]*>\s*(?P<shown>[^\s<>@]+@[^\s<>@]+)\s*</a>", regex.IGNORECASE),
)
_MAIL = lazy(r"\b(?:e-?mail\p{L}*|mail\p{L}*|stuur|sturen|naar|contact|to|write)\b", regex.IGNORECASE)
"""Before an address with a space in it; without it ``werken @ voorbeeld.nl`` may be a name."""
_INTERNAL = frozenset({"localhost", "intranet"})


class Slip(NamedTuple):
    """An address in the source that cannot be right; ``better`` is empty where it cannot be guessed, ``what`` names the message."""

    span: Span
    what: str
    better: str = ""


def check_addresses(context: Context, rules: list[Rule]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address. Linear in the text."""
    document = context.document
    if document.format == "json":
        return  # where a slash may be spelled in two ways
    text = document.source.text
    for rule in rules:
        slips = [
            *(_emails(text, rule) if "@" in text else ()),
            *_webs(text, rule),
            *_nowhere(text, document.format),
            *(_elsewhere(text) if "mailto:" in text else ()),
        ]
        for slip in slips:
            if not document.is_skipped(slip.span.start):
                message, known = MESSAGES[context.message_language][slip.what]
                fixes = context.replacing(slip.span, text[slice(*slip.span)], slip.better) if slip.better else ()
                yield context.found(
                    rule,
                    slip.span,
                    replacement=slip.better,
                    message=message + (known if slip.better else "." if known else ""),
                    fixes=fixes,
                )


def _emails(text: str, rule: Rule) -> Iterator[Slip]:
    ends: Mapping[str, str] = rule.data["ends"]
    for match in _EMAIL.finditer(text):
        local, at, domain = match["local"], match["at"], match["domain"].rstrip(".!?*_")
        span = Span(match.start(), match.start("domain") + len(domain))
        if text[match.start() - 1 : match.start()] == "/" and text[max(0, match.start() - 9) : match.start()] != "mailto://":
            continue  # part of a web address
        fine = _DOMAIN.fullmatch(domain)
        if at.strip() != at:
            meant = "." in local[:-1] or local in rule.data["roles"] or _MAIL.search(text, max(0, match.start() - 40), match.start())
            if fine and fine["end"].lower() in rule.data["common"] and "." not in local[-1:] and local.islower() and meant:
                yield Slip(span, "space", f"{local}@{domain}")
        elif at != "@":
            yield Slip(span, "email", f"{local}@{domain}")
        elif local.endswith(".") or ".." in local.lstrip("."):
            yield Slip(span, "email")
        elif fine:
            if better := ends.get(fine["end"].lower()):
                yield Slip(span, "email", f"{local}@{domain[: fine.start('end')]}{better}")
        elif "," in domain or ".." in domain:
            better = regex.sub(r"[.,]+", ".", domain)
            yield Slip(span, "email", f"{local}@{better}" if _DOMAIN.fullmatch(better) else "")
        elif "." not in domain and domain.replace("-", "").isalnum() and ("." in local or local in rule.data["roles"]):
            yield Slip(span, "end")


def _webs(text: str, rule: Rule) -> Iterator[Slip]:
    ends: Mapping[str, str] = rule.data["ends"]
    lower = text.lower()
    if "://" in lower or "http" in lower or "ww" in lower:
        for match in _WEB.finditer(text):
            host = match["host"]
            right = regex.sub(r"[.,]+", ".", host)
            fine = _DOMAIN.fullmatch(right)
            start = match["start"].lower()
            if "," in host and not (fine and fine["end"].lower() in rule.data["common"]):
                continue  # a comma behind an address, and a word glued to it
            good = start in ("http://", "https://", "www.")
            if not fine:
                if match["scheme"] and "." not in right and right.lower() not in _INTERNAL and right.isascii() and right.isalpha():
                    yield Slip(Span(*match.span()), "end")
                continue
            better = right[: fine.start("end")] + ends.get(fine["end"].lower(), fine["end"])
            if good and better == host:
                continue
            if match["www"] and start not in ("www.", "www,") and fine["end"].lower() not in rule.data["common"]:
                continue
            scheme = start if good else "www." if match["www"] else "https://" if "s" in start else "http://"
            yield Slip(Span(*match.span()), "web", scheme + better)
        yield from (Slip(Span(*match.span()), "end") for match in _WWW_ALONE.finditer(text))


def _nowhere(text: str, format_: str) -> Iterator[Slip]:
    """Links without a target. In HTML ``#`` is left alone: a script may take the click."""
    pattern = {"markdown": _NOWHERE, "html": _NOWHERE_IN_HTML}.get(format_)
    return (Slip(Span(*match.span()), "nowhere") for match in (pattern.finditer(text) if pattern else ()))


def _elsewhere(text: str) -> Iterator[Slip]:
    """Links that show one e-mail address and write to another."""
    from urllib.parse import unquote

    for pattern in _ELSEWHERE:
        for match in pattern.finditer(text):
            if unquote(match["target"]).strip().lower() != match["shown"].lower():
                yield Slip(Span(*match.span("target")), "elsewhere")


MESSAGES = {
    "nl": {
        "email": ("‘{text}’ kan geen e-mailadres zijn", "; bedoeld is ‘{replacement}’?"),
        "space": ("In het e-mailadres ‘{text}’ staat een spatie", "; schrijf ‘{replacement}’."),
        "web": ("‘{text}’ kan geen webadres zijn", "; bedoeld is ‘{replacement}’?"),
        "end": ("Het adres ‘{text}’ houdt op voor het einde, zoals ‘.nl’; vul het aan.", ""),
        "nowhere": ("De link ‘{text}’ leidt nergens heen; vul het adres in of haal de link weg.", ""),
        "elsewhere": ("Deze link schrijft naar ‘{text}’, maar toont een ander adres; maak ze gelijk.", ""),
    },
    "en": {
        "email": ("‘{text}’ cannot be an e-mail address", "; is ‘{replacement}’ meant?"),
        "space": ("There is a space in the e-mail address ‘{text}’", "; write ‘{replacement}’."),
        "web": ("‘{text}’ cannot be a web address", "; is ‘{replacement}’ meant?"),
        "end": ("The address ‘{text}’ stops before its end, such as ‘.com’; complete it.", ""),
        "nowhere": ("The link ‘{text}’ leads nowhere; fill in its address or remove it.", ""),
        "elsewhere": ("This link writes to ‘{text}’ but shows another address; make them the same.", ""),
    },
}
