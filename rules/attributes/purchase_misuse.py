"""What a buyer is asked to choose is a property of the product.

The options of the variants are the purchase attributes: colour, size, model, set. An option called
Notice or Shipping fee asks for something that no product has; it is there to be read, or to collect
a payment, and leads to orders that cannot be sent.

**What platforms do.** DHgate: attributes match the product (notice of 2017-06, confidence P*), and
purchase attributes are those of the category or own specifications (dh.item.add, P); the wording of
its list of misuses was not found. Taobao and Tmall ask that such an attribute names something to
buy (configuration of the publish page, P). What is listed here is our own reading, so never more
than a warning, and off unless a platform asks for it.

**What is reported.** An option whose whole name is one of `words`, in any case and punctuation.
This rule judges the *names* of options, `attributes/sale-misuse` their *values*.

**Repair.** Name the property by which the variants differ. Notices belong into the description,
shipping into the template, the price into each variant.

**Limits.** A name that says more (Shipping box size) is not reported, nor one that the title holds
too, nor a price as the choice of a gift card. The place that goods are sent from is a choice on
some platforms and not listed.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.listing import fold_name
from listlint.rule import words

from .._misuse import is_money, is_of_the_goods

_PRICES = frozenset(("price", "prices", "amount", "价格", "单价", "金额"))


def _mug(name: str, *values: str, title: str = "Mug") -> dict[str, object]:
    return {"title": title, "variants": [{"options": {name: value}} for value in values]}


@rule(
    on="variants[]",
    when=words(option="words"),
    level="off",
    messages={
        "name": "“{name}” is nothing by which variants of a product differ. Name such a property,"
        " or take the option out.",
    },
    at_most={"name": "warn"},
    options={
        "words": Option(
            [
                *("notice", "please note", "attention", "reminder", "remark", "remarks"),
                *("must read", "read me", "read before buying", "read before purchase"),
                *("shipping", "shipping fee", "shipping cost", "shipping method", "shipping time"),
                *("delivery fee", "delivery cost", "delivery time", "postage", "freight"),
                *("extra fee", "extra cost", "extra charge", "additional fee", "service fee"),
                *("price", "prices", "price difference", "deposit", "down payment"),
                *("balance payment", "payment", "payment method", "coupon", "discount"),
                *("promotion", "free gift", "invoice", "customer service", "contact us"),
                *("contact seller", "contact information", "after-sales", "feedback"),
                *("whatsapp", "wechat", "e-mail", "email", "phone number", "see description"),
                *("购前须知", "购买须知", "买前必读", "拍前必读", "必读", "须知", "注意"),
                *("注意事项", "温馨提示", "提示", "提醒", "公告", "通知", "说明", "备注", "留言"),
                *("客服", "咨询", "咨询客服", "联系客服", "联系方式", "联系我们", "微信", "电话"),
                *("售后", "发票", "好评", "好评返现", "运费", "邮费", "快递", "快递方式", "快递费"),
                *("物流", "物流方式", "发货", "发货时间", "包邮", "补差价", "差价", "补运费"),
                *("补邮费", "定金", "订金", "尾款", "押金", "价格", "单价", "金额", "优惠"),
                *("优惠券", "活动", "促销", "赠品", "福袋", "抽奖"),
            ],
            "Names that no option may have.",
        ),
        "allow": Option([], "Names among them that are fine."),
    },
    examples=[
        good(_mug("Color", "Notice", "Black")),
        good(_mug("Shipping box size", "S", "L")),
        good(_mug("Price", "$25", "$50", title="Gift card")),
        good(_mug("Notice", "Wet floor", title="Notice board")),
        good({"title": "Mug", "description": "Price: low.", "attributes": {"Price": "low"}}),
        good(_mug("Invoice", "Yes", "No"), options={"allow": ["invoice"]}),
        good(_mug("Notice", "Read"), options={"words": ["fee"]}),
        bad(_mug("Notice", "Read first", "Black"), ("name", "/variants/0/options/Notice", "key")),
        bad(_mug("Shipping Fee:", "Extra"), ("name", "/variants/0/options/Shipping Fee:", "key")),
        bad(_mug("Price", "1", "2"), ("name", "/variants/0/options/Price", "key")),
        bad(_mug("【购买须知】", "必看", title="保温杯"),
            ("name", "/variants/0/options/【购买须知】", "key"), language="zh"),
        bad(
            {"title": "Mug", "variants": [{"options": {"Color": "Red"}},
                                          {"options": {"Color": "Red", "deposit": "Yes"}}]},
            ("name", "/variants/1/options/deposit", "key"),
        ),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if text.on != "key":
        return
    name = fold_name(text.value)
    for hit in text.hits:
        if fold_name(hit.word) != name or hit.word in options["allow"]:
            continue
        if not is_of_the_goods(hit.word, listing) and not (name in _PRICES and is_money(listing)):
            yield text.finding("name", name=text.value)
        return
