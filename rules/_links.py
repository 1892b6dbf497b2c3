"""Links in a text, plain or in HTML.

Shared by the rules on contact data and on links. `linkify-it-py` finds what may be a link in plain
text; as it takes "v2.0.pro" or "soft.So" for one, an address without ``http`` or ``www`` counts
only under a domain that product texts do not end sentences with. Tags are read by the parser of
the standard library. This module knows no fields, no platforms and no messages.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from listlint.listing import fold_name

SUSPICIOUS = r"(?i:[a-z]://|www\.|//[0-9a-z-]+\.[0-9a-z]|[0-9a-z]\.(?:com|co|cn|net|org)\b)"
"""What a text with a link matches, in the syntax of triggers."""

_BARE = re.compile(r"\.(?:com|COM|cn|net|org)$|\.(?:com|co|net|org)\.[a-z]{2}$")
_UNSPACED = re.compile("(?<=[\u2e80-\u9fff\uff00-\uffef])(?=[0-9A-Za-z])")
_MAYBE = re.compile(SUSPICIOUS)


def may_hold(text: str) -> bool:
    """Whether *text* may hold a link: the cheap look before the others."""
    return bool(_MAYBE.search(text))


@cache
def finder() -> Any:
    """The library's finder of links and e-mail addresses; costly to make, so it is made once."""
    from linkify_it import LinkifyIt

    return LinkifyIt()


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its address as it stands and its *host*; a *picture*, or a *bare* domain."""

    text: str
    host: str
    picture: bool = False
    bare: bool = False


def is_allowed(link: Link, domains: Iterable[str], brand: str | None) -> bool:
    """Whether *link* leads to one of *domains* or below, or is *brand*, written as a domain."""
    if any(link.host == domain or link.host.endswith(f".{domain}") for domain in domains):
        return True
    return (
        link.bare
        and brand is not None
        and fold_name(brand) in (fold_name(link.host), fold_name(link.host.rpartition(".")[0]))
    )


def links(text: str) -> Iterator[Link]:
    """The links in *text*, which is no HTML."""
    for match in finder().match(_UNSPACED.sub(" ", text)) or ():
        if match.schema == "mailto:":
            continue
        host = _host(match.url if match.schema else f"http://{match.text}")
        if "." not in host:
            continue
        if match.schema or host.startswith("www."):
            yield Link(match.text, host)
        elif _BARE.search(match.text.partition("/")[0]):
            yield Link(match.text, host, bare=True)


def links_in_html(text: str) -> Iterator[Link]:
    """The links in *text*, which may be HTML: of its tags, and of the text between them."""
    if "<" not in text:
        yield from links(text)
        return
    tags = _Tags()
    tags.feed(text)
    tags.close()
    yield from tags.found
    yield from links(" ".join(tags.between))


_LINKING = frozenset({"href", "action", "formaction", "cite"})
_SHOWING = frozenset({"src", "data-src", "data-original", "poster", "background"})
_STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")\s]+)")


class _Tags(HTMLParser):
    """Collects the addresses in attributes of tags that lead to another host."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []
        self.between: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in _LINKING:
                self._add(value, False)
            elif value and name in _SHOWING:
                self._add(value, True)
            elif value and name == "style":
                for address in _STYLE_URL.findall(value):
                    self._add(address, True)

    def handle_data(self, data: str) -> None:
        self.between.append(data)

    def _add(self, address: str, picture: bool) -> None:
        address = address.strip()
        if re.match(r"(?:https?:|ftp:)?//", address, re.IGNORECASE):
            host = _host(address)
            if host:
                self.found.append(Link(address, host, picture))


def _host(address: str) -> str:
    """The host of *address* in small letters; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:  # such as "http://[x": no address
        return ""
