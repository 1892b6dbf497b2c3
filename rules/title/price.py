"""A title states no price.

The price is a field of its own: it changes, it differs by variant, and the platform shows it beside
the title. A price in the title is soon wrong, and two prices on one page read as a trick.

**What platforms do.** Pinduoduo refuses a title with price information (error code
`goods_name-exclude-price` of `pdd.goods.add`, confidence P). Amazon takes no price in titles or any
other text (Seller Central, P), DHgate and others count it as an offer.

**Repair.** Take the price out; state it as `price`, and a reduction as `list_price` beside it.

**Limits.** A price is a number with a sign or word of a currency (9.9元, ¥99, US$ 5, 29.90€, 50
dollars, 九块九), a number after a word such as 特价 or 券后, or a decimal number before 包邮. A
number with another meaning is left alone: 5元素, 188元宝, 1元硬币, “$100 bill”, 三元催化, 千元机.
Titles of cards, vouchers and credit (100元话费, “$50 gift card”) are not judged: there the sum is
the goods.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

_NUMBER = r"[0-9０-９]+(?:[.,．][0-9０-９]+)*"
_SIGN = r"(?:(?:US|HK|NT|AU|CA|SG|R|A|C|S|U)?[$＄]|[¥￥€£￡₹₽₩฿₫₱₦₴₺])"
_CODE = r"(?:RMB|CNY|USD|EUR|GBP|HKD|INR|IDR|MYR|SGD|PHP|THB|VND|BRL|MXN|AUD|CAD)"
_MONEY = "(?:美元|美金|日元|日圆|港币|港元|欧元|英镑|韩元|韩币|台币|卢布|卢比|泰铢|人民币)"
# 元 begins many words that are no money, and money is shown on some goods.
_NO_MONEY = (
    "(?:素|件|器|宝|气|旦|组|催化|锂|豆|[一二三两]次|方程|论|婴|青花|代|朝|曲|祖|贝|蹄|胡|帅|神|音|肉|始|初"
    "|年|月|纪念|硬币|纸币|纸券|钱币|银币|铜币|金币|铝币|钞|旧币|流通|面值|面额|邮票)"
)
_NO_COIN = r"(?!\s?(?:bills?|coins?|notes?|banknotes?|gift|e-?gift|vouchers?|store|sizes?)\b)"
_NO_MORE = r"(?![0-9０-９])(?![.,．][0-9０-９])"
_CHINESE = "[一二三两四五六七八九十]"
_PRICE = (
    rf"(?<![A-Za-z0-9]){_SIGN}\s?{_NUMBER}{_NO_MORE}{_NO_COIN}(?!\s?{_NO_MONEY})"
    rf"|(?<![A-Za-z0-9.])(?:{_CODE}\s?|(?-i:Rs)(?:\.\s?|\s)){_NUMBER}{_NO_MORE}{_NO_COIN}"
    rf"|(?<![A-Za-z0-9.０-９]){_NUMBER}\s?(?:[€£￡₽₫]|[$＄](?![A-Za-z0-9])"
    rf"|(?:{_CODE}|dollars?|euros)\b|元|円|块钱|{_MONEY})"
    rf"{_NO_COIN}(?!\s?{_NO_MONEY})"
    rf"|(?<![0-9A-Za-z.]){_NUMBER}(?<=[.．][0-9０-９])\s?包邮"
    rf"|(?:特价|现价|原价|售价|促销价|秒杀价|活动价|券后价?|到手价?|仅售|仅需|只需|只要)[:：]?\s?[¥￥]?"
    rf"{_NUMBER}元?(?![^\s，,。！!】\])）包起])"
    rf"|(?<!{_CHINESE}){_CHINESE}{{1,3}}元(?:店|区|包邮)"
    rf"|(?<!{_CHINESE}){_CHINESE}块{_CHINESE}(?!{_CHINESE})"
)
# Goods that are sums of money themselves: cards, vouchers, credit.
_SUMS = re.compile(
    "点卡|点券|充值|话费|缴费|代充|一卡通|[QqＱ][币b]|礼品卡|购物卡|提货卡|储值|代金券|现金券|优惠券|电子券"
    "|金币|gift ?card|e-?gift|voucher|top-?up",
    re.IGNORECASE,
)
_FOUND = re.compile(_PRICE, re.IGNORECASE)


@rule(
    on="title",
    when=pattern(
        r"[$＄¥￥€£￡₹₽₩฿₫₱₦₴₺元円]|块[钱一二三两四五六七八九十]|[0-9０-９]\s?包邮"
        r"|[价后手售需要][:：]?\s?[0-9０-９]|(?i:rs)[.\s]|(?i:dollar|euros)"
        rf"|(?i:{_CODE})\s?[0-9０-９]|[0-9０-９]\s?(?i:{_CODE})|[0-9０-９]\s?{_MONEY}"
    ),
    level="off",
    messages={"price": "“{price}” is a price. Take it out of the title; price is its own field."},
    options={
        "allow": Option([], "Names that are fine though they hold a price, such as “Pro $9”.")
    },
    examples=[
        good({"title": "Steel Travel Mug 500 ml, 5 Pieces, Model US5-99"}),
        good({"title": "Replica $100 Bill Towel, A$AP Poster, 31 Euro Size"}),
        good({"title": "$50 Gift Card"}),
        good({"title": "移动100元话费快充"}, language="zh"),
        good({"title": "188元宝 5元素手链 1元硬币收藏册"}, language="zh"),
        good({"title": "干元贝500g 三元催化器 千元机 特价500ml 2块装 RS6120"}, language="zh"),
        good({"title": "Mug of the $9 Band"}, options={"allow": ["the $9 band"]}),
        bad({"title": "Steel Mug US$ 5 or 4.50€"}, ("price", "/title"), ("price", "/title")),
        bad({"title": "Mug Under $20 / Rs. 1,500"}, ("price", "/title"), ("price", "/title")),
        bad({"title": "保温杯9.9元包邮 ¥99"}, ("price", "/title"), ("price", "/title")),
        bad({"title": "5元店保温杯 两元店 九块九"}, *[("price", "/title")] * 3, language="zh"),
        bad({"title": "保温杯 特价29 券后19.9"}, ("price", "/title"), ("price", "/title")),
        bad({"title": "保温杯 29.9包邮"}, ("price", "/title"), language="zh"),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if _SUMS.search(title.value):
        return
    for found in _FOUND.finditer(title.value):
        price = found[0].strip()
        if not any(_holds(title.value, allowed, found.start()) for allowed in options["allow"]):
            yield title.finding("price", price=price, text=price)


def _holds(title: str, allowed: str, at: int) -> bool:
    """Whether *allowed* stands in *title* around *at*."""
    spans = (match.span() for match in re.finditer(re.escape(allowed), title, re.IGNORECASE))
    return any(start <= at < end for start, end in spans)
