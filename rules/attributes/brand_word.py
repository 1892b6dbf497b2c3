"""An attribute names no brand but the listing's own.

Attributes feed the filters of a shop. Another's brand in one, most often in an attribute of the
seller's own, shows the goods to buyers who filter or search for that brand; platforms call it
stuffing and remove the listing.

**What platforms do.** DHgate: attributes and values must match the product, no brand stuffing in
custom attributes (notice of 2017-06), and no product information carries brand words that differ
from the real brand (notice told by amz10.com /p/13353.html); both confidence P*.

**What is reported.** A word of a brand in the name or a value of an attribute or custom attribute,
of every `kind` that `brand/infringing-word`, `brand/series-word` and `brand/deformed-word` tell
of in all other texts: the name, its translations, parts and abbreviations, product lines, misspelt
and disguised writings.

**What is not.** The listing's own brand and authorized brands. Brands in attributes that exist to
name others' goods or parts: compatibility, models, processors, operating systems and the like. What
the goods fit (“for iPhone 15”). The attribute Brand itself, which is judged by `brand/mismatch`.

**Repair.** Remove the word. What the goods fit belongs into an attribute such as Compatible
Brand, or is written “for iPhone 15”.

**Limits.** As for `brand/infringing-word`; `listlint explain --word TEXT` tells what speaks for and
against each brand.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, brands, good, rule

from .._brand_mentions import AT_MOST, LINES, MESSAGES, SPECIFICS, findings

_KINDS = (
    "exact", "translated", "partial", "abbreviation", "series", "typo", "leet", "homoglyph",
    "spaced", "deformed",
)  # fmt: skip

# Attributes whose very purpose is to name another's goods, parts or software.
_NAMING = re.compile(
    r"brand|merek|manufacturer|compatib|compatív|kompatib|suitable|support|fit|model|device"
    r"|phone|vehicle|car\b|series|operating|system|software|processor|cpu|chip|graphic|gpu"
    r"|video card|memory|driver|platform|interface|connect|control|assistant|licen[cs]|character"
    r"|franchise|theme|apps?\b|camera|sensor|lens|codec|standard|certif|trademark|game|includ|port|language"
    r"|品牌|厂商|兼容|适用|适配|支持|型号|车型|系统|处理器|芯片|显卡|内存|软件|平台|系列|授权|机型",
    re.IGNORECASE,
)


@rule(
    on="text",
    when=brands(),
    level="error",
    at_most=AT_MOST,
    messages=MESSAGES | LINES,
    examples=[
        good({"title": "Mug", "brand": "Northline", "custom_attributes": {"Style": "Nordic"}}),
        good({"title": "Mug", "brand": "Northline", "attributes": {"Brand": "Gucci"}}),
        good({"title": "Shoe", "brand": "Nike", "attributes": {"Sole": "Nike Air"}}),
        good({"title": "Case", "brand": "Northline",
              "attributes": {"Compatible Brand": ["Samsung", "Huawei"], "适用机型": "华为"}}),
        good({"title": "Case", "brand": "Northline", "custom_attributes": {"Use": "for iPhone"}}),
        good({"title": "Gucci tote", "brand": "Northline"}),
        good({"title": "Tote", "brand": "Northline", "attributes": {"Style": "Gucci"}},
             brands=["Gucci"]),
        bad(
            {"title": "Tote", "brand": "Northline", "custom_attributes": {"Style": "Gucci Prada"}},
            ("other", "/custom_attributes/Style"), ("other", "/custom_attributes/Style"),
        ),
        bad(
            {"title": "Tote", "brand": "No Brand", "attributes": {"Tags": ["bag", "Chanel"]}},
            ("other", "/attributes/Tags/1"),
        ),
        bad(
            {"title": "Tote", "custom_attributes": {"LV Louis Vuitton": "bag"}},
            ("unstated", "/custom_attributes/LV Louis Vuitton", "key"),
            ("unstated", "/custom_attributes/LV Louis Vuitton", "key"),
        ),
        bad(
            {"title": "Tote", "brand": "Prada", "attributes": {"Style": "Prada"}},
            ("unauthorized", "/attributes/Style"), brands=["Northline"],
        ),
        bad(
            {"title": "Tote", "brand": "Louis Vuitton", "attributes": {"Style": "Neverfull"}},
            ("line", "/attributes/Style"), brands={"Louis Vuitton": ["Alma"]},
        ),
        bad(
            {"title": "Gift Box", "brand": "Northline", "attributes": {"Style": "Fiskarrs"}},
            ("likely", "/attributes/Style"),
        ),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.field in SPECIFICS and not _NAMING.search(str(text.pointer[1])):
        yield from findings(text, listing, _KINDS)
