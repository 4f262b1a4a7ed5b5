"""Which links of a built site lead nowhere: to a page that is not there, or to an anchor that the
page has not. Addresses on the network are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.add(value)
            elif name == "id" and value:
                self.anchors.add(value)


def broken(site: Path) -> Iterator[tuple[str, str]]:
    """Pages and the links on them that lead nowhere, sorted. Reads each page once."""
    site = site.resolve()
    pages = {path: _Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        for link in sorted(page.links):
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            to = (path.parent / unquote(address.path)).resolve() if address.path else path
            anchor = unquote(address.fragment)
            lacks = bool(anchor) and to in pages and anchor not in pages[to].anchors
            if lacks or not to.is_file():
                yield path.relative_to(site).as_posix(), link
