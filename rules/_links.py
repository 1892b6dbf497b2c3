"""Links in a text, plain or in HTML.

Shared by the rules on contact data and on links. `linkify-it-py` finds what may be a link in plain
text; it is slow, so it sees only the words that could hold one. As it takes "v2.0.pro" or "soft.So"
for a link, an address without ``http`` or ``www`` counts only under a domain that product texts do
not end sentences with. Tags are read by `_html`. This module knows no fields, no platforms and no
messages.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from listlint.listing import fold_name

from . import _html

SUSPICIOUS = r"(?i:[a-z]://|www\.|//[0-9a-z-]+\.[0-9a-z]|[0-9a-z]\.(?:com|co|cn|net|org)\b)"
"""What a text with a link matches, in the syntax of triggers."""

# One of these stands in every link.
_SIGNS = ("//", "www.", ".co", ".cn", ".net", ".org")
_BARE = r"\.(?:com|COM|cn|net|org)$|\.(?:com|co|net|org)\.[a-z]{2}$"
_UNSPACED = "(?<=[\u2e80-\u9fff\uff00-\uffef])(?=[0-9A-Za-z])"


@cache
def finder() -> Any:
    """The library's finder of links and e-mail addresses; costly to make, so it is made once."""
    from linkify_it import LinkifyIt

    return LinkifyIt()


class Link(NamedTuple):
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


def links(text: str) -> list[Link]:
    """The links in *text*, which is no HTML."""
    return _unless_harmless(text, _links(text)) if _has_sign(text) else []


def links_in_html(text: str) -> list[Link]:
    """The links in *text*, which may be HTML: of its tags, and of the text between them."""
    if "<" not in text:
        return links(text)
    if not _has_sign(text):
        return []
    page = _html.read(text)
    return _unless_harmless(text, [*_of_tags(page.tags), *_links(page.text)])


def _unless_harmless(text: str, found: Iterable[Link]) -> list[Link]:
    """*found*, if *text* is suspicious: with or without a trigger the same is said."""
    listed = list(found)
    return listed if listed and re.search(SUSPICIOUS, text) else []


def _has_sign(text: str) -> bool:
    lower = text.lower()
    return any(sign in lower for sign in _SIGNS)


def _links(text: str) -> Iterator[Link]:
    if not text.isascii():
        text = re.sub(_UNSPACED, " ", text)
    for word in text.split():  # no link reaches over a space
        if "." not in word[:-1] or not _has_sign(word):
            continue
        for match in finder().match(word) or ():
            if match.schema == "mailto:":
                continue
            host = _host(match.url if match.schema else f"http://{match.text}")
            if "." not in host:
                continue
            if match.schema or host.startswith("www."):
                yield Link(match.text, host)
            elif re.search(_BARE, match.text.partition("/")[0]):
                yield Link(match.text, host, bare=True)


_LINKING = frozenset({"href", "action", "formaction", "cite"})
_SHOWING = frozenset({"src", "data-src", "data-original", "poster", "background"})
_STYLE_URL = r"url\(\s*['\"]?([^'\")\s]+)"


def _of_tags(tags: Iterable[_html.Tag]) -> Iterator[Link]:
    """The addresses in attributes of *tags* that lead to another host."""
    for name, value in [each for tag in tags for each in tag.attributes]:
        if name in _LINKING:
            yield from _elsewhere(value, False)
        elif name in _SHOWING:
            yield from _elsewhere(value, True)
        elif name == "style":
            for address in re.findall(_STYLE_URL, value):
                yield from _elsewhere(address, True)


def _elsewhere(address: str, picture: bool) -> Iterator[Link]:
    address = address.strip()
    if re.match(r"(?:https?:|ftp:)?//", address, re.IGNORECASE):
        host = _host(address)
        if host:
            yield Link(address, host, picture)


def _host(address: str) -> str:
    """The host of *address* in small letters; empty where it has none."""
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:  # such as "http://[x": no address
        return ""
