"""An attribute says something, or is left out.

“N/A”, “please select” or a dash fills a form and tells buyers nothing; shops show it on the page
and offer it as a filter, and platforms count the attribute as wrong or missing.

**What platforms do.** DHgate: attributes and values must match the product (notice of 2017-06,
confidence P*), and attributes that the category asks for must be given (dh.category.get, P). That
a placeholder is no value is our own reading, hence a warning.

**What is reported.** A value that is only punctuation, or a word that is never a value: n/a, null,
unknown, to be determined, please select, as shown in the picture, 未知, 请选择 and the like.
“None”, “no” and “default” are right for a pattern, a closure or a setting; they are reported only
of what every product has: color, material, weight, origin, where that is the only value.

**Repair.** Write the value. Where there is none, leave the attribute out.

**Limits.** The brand is judged by `brand/placeholder`. “Other” is a value on most platforms.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, good, pattern, rule
from listlint.wordscan import SEPARATOR

from .._attribute_names import as_read

_NEVER = (
    r"n/a|n\.a\.?|na|null|nil|nan|undefined|unknown|not applicable|does not apply|not specified"
    r"|unspecified|to be (?:determined|announced|confirmed|added)|t\.?b\.?[acd]\.?|to ?do|fixme"
    r"|(?:please )?(?:select|choose)(?: (?:one|an? [a-z]+|[a-z]+))?"
    r"|(?:enter|insert|your|type) (?:value|text|here)(?: here)?|placeholder|test|testing"
    r"|asdf|x{3,}|(?:as|like|see)(?: the| in(?: the)?)? (?:pictures?|photos?|images?)"
    r"(?: shows?| shown|0)?|as shown(?: in(?: the)? (?:pictures?|photos?|images?))?"
)
_NEVER_ZH = "未知|暂无|待定|请选择|请填写|测试|如图|如图所示|见图|见图片|见详情|详见描述"
_SOMETIMES, _SOMETIMES_ZH = "none|no|not available|default", "无|無|没有|默认"
_MARKS = "[-–—_./?~… \t\r\n\u00a0]"
_VALUE = f"(?i){_MARKS}*(?:{_NEVER}|{_NEVER_ZH}|{_SOMETIMES}|{_SOMETIMES_ZH}){_MARKS}*|{_MARKS}+"
_IS_SOMETIMES = f"(?i){_SOMETIMES}|{_SOMETIMES_ZH}"

# How their names end. In the text that triggers look at, an attribute's first value follows its
# name.
_NAMED = (
    r"(?:colou?r|material|fabric|composition|weight|origin|颜色|材质|材料|面料|重量|产地)"
    rf"[^0-9A-Za-z{SEPARATOR}]{{0,3}}{SEPARATOR}"
)

_FIELDS = ("attributes", "custom_attributes")
# What every product has, so that none of it is no value; names `as_read`.
_ALWAYS = frozenset((
    "color", "maincolor", "basecolor", "productcolor", "material", "mainmaterial", "fabric",
    "composition", "weight", "netweight", "origin", "countryoforigin", "placeoforigin",
    "颜色", "材质", "材料", "面料", "重量", "产地",
))  # fmt: skip
_BRANDS = frozenset(("brand", "brandname", "品牌", "merek", "merk", "marke", "marca", "marque"))
# Where NA is North America.
_REGIONAL = "region|plug|country|market|version|standard|voltage|zone|area"


@rule(
    on="text",
    when=pattern(
        f"(?i:{SEPARATOR}(?:{_MARKS}|(?:{_NEVER})\\b|{_NEVER_ZH})"
        f"|{_NAMED}{_MARKS}*(?:(?:{_SOMETIMES})\\b|{_SOMETIMES_ZH}))"
    ),
    level="warn",
    messages={
        "placeholder": "“{value}” says nothing of “{name}”. Write the value, or leave the attribute"
        " out."
    },
    examples=[
        good({"title": "Shirt", "attributes": {"Material": "Linen", "Pattern": "None"}}),
        good(
            {"title": "Lamp", "attributes": {"Power supply": "none", "Dimmable": "No", "Code": 0}}
        ),
        good(
            {"title": "Lamp", "attributes": {"Plug": "NA", "Features": ["Other"], "Brand": "N/A"}}
        ),
        good(
            {"title": "Book", "attributes": {"Subject": "Test design", "Series": "Unknown Lands"}}
        ),
        good({"title": "Lamp", "keywords": ["n/a"], "custom_attributes": {"Layout": "QWERTY"}}),
        bad(
            {"title": "Shirt", "attributes": {"Material": "N/A", "Sleeve": " - "}},
            ("placeholder", "/attributes/Material"),
            ("placeholder", "/attributes/Sleeve"),
        ),
        bad(
            {"title": "Shirt", "attributes": {"Colour": "None", "Fit": "-- Please select --"}},
            ("placeholder", "/attributes/Colour"),
            ("placeholder", "/attributes/Fit"),
        ),
        bad(
            {
                "title": "Shirt",
                "custom_attributes": {"Care": "Not applicable", "Use": ["", "null"]},
            },
            ("placeholder", "/custom_attributes/Care"),
            ("placeholder", "/custom_attributes/Use/1"),
        ),
        bad(
            {"title": "衬衫", "attributes": {"颜色": "如图", "产地": "无"}},
            ("placeholder", "/attributes/颜色"),
            ("placeholder", "/attributes/产地"),
            language="zh",
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    value = text.value.strip()
    if text.field not in _FIELDS or text.on == "key" or not re.fullmatch(_VALUE, value):
        return
    name = str(text.pointer[1])
    read = as_read(name)
    if read in _BRANDS or (value.upper() == "NA" and re.search(_REGIONAL, read)):
        return
    if not re.fullmatch(_IS_SOMETIMES, value) or (read in _ALWAYS and len(text.pointer) == 2):
        yield text.finding("placeholder", name=name, value=value)
