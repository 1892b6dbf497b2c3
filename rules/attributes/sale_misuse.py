"""Each value of a sale attribute names something that can be bought.

A buyer chooses a variant by the values of its options, and pays for what they name. “Contact us”,
“Deposit” or “Ships today” names no form of the product: such variants show a low price for nothing,
collect payments, or are read as notices.

**What platforms do.** Taobao and Tmall: a sale attribute names a buyable item, and not 购前须知,
咨询客服, 联系客服, 顺丰包邮, 当日发货, 福袋 or 定金 (configuration of the publish page, confidence
P). DHgate: attributes and values match the product (notice of 2017-06, P*), no bait prices through
SKU attributes (notice of 2024-07-30, P*). The rule is off unless a platform asks for it.

**What is reported.** A value that holds one of `words`; and, as our own reading and never more than
a warning, other notices, talk of customer service, shipping, deposits and price differences,
references to the description, prices and contact data. A single English word counts only where it
is the whole value. This rule judges the *values* of options, `attributes/purchase-misuse` their
*names*.

**Repair.** Name what the buyer gets, such as a colour, a size or a set; remove variants that are no
goods.

**Limits.** What the title holds too names the goods (a lucky bag, a deposit box), as do the prices
of gift cards. Whether a unit is absurd, such as one sheet of a pack of tissues, takes knowledge of
the goods; prices far from the others are `variants/bait-price`.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.listing import fold_name
from listlint.rule import words
from listlint.wordscan import Hit

from .. import _contacts
from .._misuse import is_money, is_of_the_goods

_PRACTICE = (
    *("contact us", "contact seller", "contact the seller", "contact me", "customer service"),
    *("message us", "ask seller", "ask the seller", "chat with us", "see description"),
    *("see the description", "see details", "see picture", "see pictures", "view image"),
    *("refer to description", "read description", "read the description", "please note"),
    *("read before buying", "read before purchase", "do not buy", "don't buy", "do not order"),
    *("don't order", "do not choose", "don't choose", "not for sale", "sold out", "out of stock"),
    *("shipping fee", "shipping cost", "shipping difference", "extra shipping", "extra fee"),
    *("extra cost", "extra charge", "additional fee", "freight difference", "price difference"),
    *("make up the difference", "free shipping", "fast shipping", "express shipping"),
    *("same day shipping", "ship today", "ships today", "balance payment", "down payment"),
    *("free gift", "lucky bag", "deposit", "postage", "freight", "shipping", "notice"),
    *("attention", "reminder", "coupon", "invoice"),
    *("购买须知", "买前必读", "拍前必读", "下单须知", "注意事项", "温馨提示", "看详情", "见详情"),
    *("详见描述", "勿拍", "别拍", "不要拍", "拍错不发", "不发货", "客服", "咨询", "详询", "私聊"),
    *("补差", "差价", "补运费", "补邮费", "运费", "邮费", "专拍", "订金", "尾款", "押金", "包邮"),
    *("当天发货", "24小时发货", "48小时发货", "返现", "抽奖", "优惠券", "售罄", "已售完", "缺货"),
)
_OF_PRICES = ("¥", "￥", "元", "块钱", "$", "€", "£", "usd", "rmb", "cny")
_PRICE = re.compile(
    r"(?i)(?:[¥￥$€£]|(?<![a-z])(?:usd|rmb|cny))\s?[0-9][0-9.,]*"
    r"|(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+)?\s?(?:元|块钱|rmb|usd|[$€£])(?![0-9A-Za-z素件宝旦])"
)
_OF_CONTACTS = (
    *("@", "whatsapp", "wechat", "weixin", "telegram", "skype", "viber", "tel", "phone", "call"),
    *("微信", "薇信", "威信", "vx", "qq", "扣扣", "电话", "手机", "热线"),
)
_MARKERS = frozenset((*_OF_PRICES, *_OF_CONTACTS))

# What is also the end of one word and the beginning of the next: 幸福|袋鼠, 顾客|服.
_ENDS_BEFORE = {"福袋": "幸", "客服": "顾"}
# Sums, which so many words hold (固定金属, 鱼尾款) that what stands before them must fit.
_SUMS = frozenset(("定金", "订金", "尾款", "押金"))
_PAID = re.compile(r"(?:^|[^\u3400-\u9fff]|[付交补收预先拍纯])$")


def _mug(*values: str, name: str = "Color", title: str = "Mug") -> dict[str, object]:
    return {"title": title, "variants": [{"options": {name: value}} for value in values]}


_AT = "/variants/1/options/Color"


@rule(
    on="variants[]",
    when=words(*_PRACTICE, *_OF_PRICES, *_OF_CONTACTS, option="words"),
    level="off",
    messages={
        "named": "“{word}” in a value of {name}: no such value is taken. Name what the buyer gets,"
        " or remove the variant.",
        "practice": "“{word}” in a value of {name} is nothing to buy. Name what the buyer gets, or"
        " remove the variant.",
        "price": "“{word}” in a value of {name} is a price. Write it as the variant's price, and"
        " name what the buyer gets.",
        "contact": "“{word}” in a value of {name} is contact data ({kind}). Buyers write on the"
        " platform: remove it.",
    },
    at_most={"practice": "warn", "price": "warn", "contact": "warn"},
    options={
        "words": Option(
            ["购前须知", "咨询客服", "联系客服", "顺丰包邮", "当日发货", "福袋", "定金"],
            "What no value may hold.",
        ),
        "allow": Option([], "Words, listed or not, that are fine."),
    },
    examples=[
        good(_mug("Black", "Deposit box", "Notice board green")),
        good(_mug("黑色 固定金属架", "鱼尾款", "幸福袋鼠", "顾客服", title="衣架"), language="zh"),
        good(_mug("Lucky bag", title="Cotton lucky bag")),
        good(_mug("$25", "$50", title="Gift card")),
        good(_mug("iPhone 15", "Tel Aviv", "QQ bunny", "三元色")),
        good({"title": "Mug", "description": "Contact us. Free shipping, sold out: 定金 $5"}),
        good(_mug("Black", "Free shipping"), options={"allow": ["free shipping"]}),
        bad(_mug("黑色", "联系客服改价", title="保温杯"), ("named", _AT), language="zh"),
        bad(_mug("黑色", "定金", title="保温杯"), ("named", _AT), language="zh"),
        bad(_mug("Black", "Refill"), ("named", _AT), options={"words": ["refill"]}),
        bad(_mug("Black", "Other color, contact us"), ("practice", _AT)),
        bad(_mug("Black", "DEPOSIT!"), ("practice", _AT)),
        bad(_mug("黑色", "黑色-包邮", title="保温杯"), ("practice", _AT), language="zh"),
        bad(_mug("Black", "Black $9.90"), ("price", _AT)),
        bad(_mug("黑色", "黑色-9.9元", title="保温杯"), ("price", _AT), language="zh"),
        bad(_mug("黑色", "微信: shop_123", title="保温杯"), ("contact", _AT), language="zh"),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.on == "key":
        return
    name = str(text.pointer[-1])
    named = frozenset(options["words"])
    for hit in text.hits:
        if hit.word in options["allow"] or (hit.word in _MARKERS and hit.word not in named):
            continue
        if _is_misuse(hit, text, listing):
            word = text.value[hit.start : hit.end]
            message = "named" if hit.word in named else "practice"
            yield text.finding(message, text=word, word=word, name=name)
            return  # what is wrong with the value is said
    yield from _prices_and_contacts(text, listing, name)


def _is_misuse(hit: Hit, text: Text, listing: Listing) -> bool:
    value = text.value
    if is_of_the_goods(hit.word, listing):
        return False
    if hit.word.isascii() and " " not in hit.word:
        return fold_name(hit.word) == fold_name(value)
    if hit.word in _SUMS:
        return bool(_PAID.search(value[: hit.start]))
    return value[hit.start - 1 : hit.start] != _ENDS_BEFORE.get(hit.word)


def _prices_and_contacts(text: Text, listing: Listing, name: str) -> Iterator[Finding]:
    found = {hit.word for hit in text.hits}
    if not found.isdisjoint(_OF_PRICES) and not is_money(listing):
        price = _PRICE.search(text.value)
        if price:
            word = price[0].strip()
            yield text.finding("price", text=word, word=word, name=name)
    if not found.isdisjoint(_OF_CONTACTS):
        for kind, word in _contacts.contacts(text.value):
            yield text.finding("contact", text=word, word=word, kind=kind, name=name)
