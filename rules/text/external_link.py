"""Texts hold no links, and descriptions no pictures, that lie on another site.

A link leads buyers away from the platform, and a picture on a foreign server is slow, may change
or vanish after the audit, and tells that server who looks at the product. DHgate takes pictures
of a description through its album upload (its own API reference) and allows no shop information
outside its fields (tutorial sites relay it). Which hosts are the platform's own is no limit that
it states, so this is a warning.

All texts are read but title and short description, which are `title/contact-info`: addresses in
plain text, and in HTML those of links (`href`), pictures and films (`src`, `poster`,
`background`, `url(…)` in a style).

**Repair.** Remove links. Upload pictures with the listing and use the addresses that the platform
gives for them; its hosts go into `allow`.

**Limits.** Relative addresses and such within the page are fine. An address without ``http`` or
``www`` counts under .com, .cn, .net, .org and country domains such as .co.uk only, since a
missing space ("soft.It") looks like a link otherwise. The listing's brand may be a domain.
"""

from collections import Counter
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

from .. import _links

_ELSEWHERE = ("title", "short_description")  # these are title/contact-info


@rule(
    on="text",
    when=pattern(_links.SUSPICIOUS),
    level="warn",
    messages={
        "link": "Link to {host}. Links to other sites are not allowed here: remove it.",
        "picture": "Picture on {host} ({count} in this text). Upload it with the listing.",
    },
    options={
        "allow": Option(["startech.com"], "Domains that may stand there, and those under them."),
    },
    examples=[
        good({"title": "Mug", "description": "Soft.It holds 0.5l, Node.js v2.0.pro, 12.5.cm"}),
        good(
            {
                "title": "Mug",
                "description": '<img src="pictures/mug.jpg"><a href="#sizes">Sizes</a>',
            }
        ),
        good({"title": "Mug www.example.com", "description": "A mug."}),
        good({"title": "Soap", "brand": "Vanish.com", "bullets": ["Vanish.com cleans"]}),
        good(
            {"title": "Mug", "description": '<img src="https://img.example.com/1.jpg">'},
            options={"allow": ["example.com"]},
        ),
        bad({"title": "Mug", "description": "More on www.example.com."}, ("link", "/description")),
        bad(
            {"title": "Mug", "bullets": ["500 ml", "See https://example.com/mugs"]},
            ("link", "/bullets/1"),
        ),
        bad(
            {"title": "Mug", "attributes": {"Manual": "http://example.com/mug.pdf"}},
            ("link", "/attributes/Manual"),
        ),
        bad(
            {
                "title": "Mug",
                "description": '<p>Our <a href="https://example.com/shop">shop</a></p>'
                '<img src="//img.example.com/1.jpg"><img src="//img.example.com/2.jpg">',
            },
            ("link", "/description"),
            ("picture", "/description"),
        ),
        bad(
            {"title": "Mug", "description": "Sold by mugs-example.com, see notexample.org"},
            ("link", "/description"),
            options={"allow": ["mugs-example.com", "example.org"]},
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field in _ELSEWHERE:
        return
    found = [
        link
        for link in _links.links_in_html(text.value)
        if not _links.is_allowed(link, options["allow"], listing.brand)
    ]
    counts = Counter((link.picture, link.host) for link in found)
    first = {(link.picture, link.host): link for link in reversed(found)}
    for (picture, host), count in counts.items():
        message = "picture" if picture else "link"
        address = first[picture, host].text
        yield text.finding(message, host=host, count=count, text=address)
