"""A title names the listing's brand, where the platform asks for it at the start.

Buyers know a product by its brand, and lists cut titles at their end. Some platforms build their
titles by a pattern that begins with the brand, others only want it somewhere in the title.

**What platforms do.** Tmall Global asks for brand, product and description in a title (its posting
guidelines of 2016, as told by a news site). Style guides of other marketplaces begin with it.

**Repair.** Write the brand as the field `brand` has it, first; with the option `anywhere` it may
stand anywhere in the title.

**Limits.** Silent where the listing states no brand, or a word for goods without one. The name
counts in any case, with or without accents, spaces and punctuation (L’Oréal, LOREAL), without what
names the firm (Garsel Fashion, Philips by Signify), by another name or a line of it that the brand
lexicon knows (Nike, 耐克), and as one of a pair (CHANDO/自然堂, HLA海澜之家). “The” and tags in
brackets (【新品】) may stand before it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.wordscan import is_whole

from .._unbranded import names_no_brand

_PAIR = re.compile("[/|（）()]")
# What names the firm rather than the brand.
_FIRM = re.compile(
    r"\s+(?:by\s.*|inc|ltd|llc|gmbh|co|corp|company|group|international|technolog(?:y|ies)|products"
    r"|fashion|brand|store|official|entertainment)\W*$|(?:官方)?(?:旗舰店|专卖店|品牌)$",
    re.IGNORECASE,
)
_GAP = r"[\W_]{0,3}"
# What may stand before the brand: tags in brackets, an article, the same name in another script.
_TAGS = r"(?:\W*(?:【[^】]*】|\[[^\]]*\]))*\W*"
_LEAD = re.compile(rf"{_TAGS}(?:the\s+|[\w .'’&-]{{1,30}}/\s*)?\W*")
_LEAD_OF_CHINESE = re.compile(rf"{_TAGS}(?:[\w .'’&-]{{1,30}}/\s*|[a-z][a-z .'’&-]{{0,30}})?\W*")


@rule(
    on="title",
    level="off",
    messages={
        "absent": "The title does not name the brand “{brand}”. Add it{first}.",
        "late": "The title does not begin with the brand “{brand}”. Put it first.",
    },
    options={"anywhere": Option(False, "The brand may stand anywhere in the title.")},
    examples=[
        good({"title": "Northline Steel Travel Mug", "brand": "Northline"}),
        good({"title": "NORTH-LINE Steel Mug", "brand": "North Line"}),
        good({"title": "The North Face Jacket", "brand": "North Face"}),
        good({"title": "Loréal Paris Shampoo", "brand": "L'Oreal"}),
        good({"title": "【耐克】男鞋", "brand": "Nike"}, language="zh"),
        good({"title": "CHANDO/自然堂 滋润霜", "brand": "自然堂"}, language="zh"),
        good({"title": "雪域滋润霜 自然堂", "brand": "自然堂"}, options={"anywhere": True},
             language="zh"),
        good({"title": "【新品】HLA海澜之家短袖", "brand": "海澜之家"}, language="zh"),
        good({"title": "Philips Hue Lily", "brand": "Philips by Signify"}),
        good({"title": "Steel Travel Mug", "brand": "Generic"}),
        good({"title": "Steel Travel Mug"}),
        bad({"title": "Steel Mug by Northline", "brand": "Northline"}, ("late", "/title")),
        bad({"title": "Steel Travel Mug", "brand": "Northline"}, ("absent", "/title")),
        bad({"title": "Applewood Table", "brand": "Apple"}, ("absent", "/title")),
        bad({"title": "滋润霜 50g", "attributes": {"品牌": "自然堂"}}, ("absent", "/title"),
            options={"anywhere": True}, language="zh"),
    ],
)  # fmt: skip
def check(title: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    brand = listing.brand
    if brand is None or title.value.startswith(f"{brand} ") or names_no_brand(brand):
        return ()
    return _misplaced(title, brand, listing.surroundings.lexicon, options["anywhere"])


def _misplaced(title: Text, brand: str, words: Any, anywhere: bool) -> Iterator[Finding]:
    plain = _plain(title.value)
    spans = [
        match.span()
        for match in _name(brand, words).finditer(plain)
        if is_whole(plain, *match.span())
    ]
    if not spans:
        yield title.finding("absent", brand=brand, first="" if anywhere else " at the start")
    elif not anywhere and not any(_is_first(plain, start) for start, _ in spans):
        yield title.finding("late", brand=brand)


def _is_first(plain: str, start: int) -> bool:
    lead = _LEAD_OF_CHINESE if plain[start] > "\u2e80" else _LEAD
    return lead.fullmatch(plain, 0, start) is not None


def _plain(text: str) -> str:
    """*text* without accents and differences of case and width."""
    parted = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in parted if not unicodedata.combining(char))


@lru_cache(maxsize=4096)  # of brands in products, which have no bound
def _name(brand: str, words: Any) -> re.Pattern[str]:
    """A pattern of all names of *brand* in plain text, whatever stands between their letters."""
    from listlint.brandwords import brand_of, names_of

    parts = [brand, *_PAIR.split(brand)]
    parts += [_FIRM.sub("", part) for part in parts]
    known = {name for part in parts if part.strip() and (name := brand_of(part, words))}
    for brand_known in known:
        parts += names_of(brand_known, words)
    spelled = {"".join(filter(str.isalnum, _plain(part))) for part in parts} - {""}
    longest_first = sorted(spelled, key=lambda each: (-len(each), each))
    return re.compile("|".join(_GAP.join(map(re.escape, each)) for each in longest_first))
