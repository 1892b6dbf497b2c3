"""A text promises nothing that the listing does not back.

“Genuine” (正品), “ten times back if it is fake” (假一赔十), “money back guarantee” bind the seller,
and buyers cannot check them before they buy. Platforms sell such promises as services with their
own conditions, and refuse the words alone.

**What platforms do.** Pinduoduo refuses a text with 正品 unless the goods are marked for its
service of compensation for fakes (error codes of `pdd.goods.add`, confidence P). Amazon removes
bullets with “full refund”, “money back guarantee”, “100% guarantee” or an unconditional guarantee
(policy in force since 2024-08-15, relayed by several third parties).

**Repair.** Switch on the service that makes the promise true, where the platform has one; else
take the words out. That a brand is authorised is no such service.

**Limits.** Listed phrases, whole, in English and Chinese. 真正品质 and 高保真 hold the characters
of 正品 and 保真 and are left alone, and so is 非正品. A warranty with a term (“2 year warranty”)
and “genuine leather” state facts.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.rule import words

from .._phrases import apart

_BEFORE = {"正品": "(?:[真纯端矫校改非]|(?<!保)修)$", "保真": "(?:高|超|失)$"}
_AFTER = {"正品": "质(?![保量])|味", "保真": "[度音声喇耳]"}

_MUG = {"title": "Steel Travel Mug"}


@rule(
    on="text",
    when=words(option="words"),
    level="off",
    messages={
        "guarantee": "“{phrase}” is a guarantee, which may not be given here. Take it out.",
        "needs-service": "“{phrase}” is a promise that only the service {services} makes true."
        " Switch the service on, or take the words out.",
    },
    options={
        "words": Option(
            [
                *(
                    "正品",
                    "100%正品",
                    "百分百正品",
                    "百分之百正品",
                    "专柜正品",
                    "正品保证",
                    "正品保障",
                ),
                *("保真", "假一赔十", "假一罚十", "假一赔三", "假一罚三", "假一赔百"),
                *("假一赔万", "假一赔命", "无理由全额退款", "无效退款", "不满意全额退款"),
                *("full refund", "money back guarantee", "money-back guarantee", "money back"),
                *("100% money back", "guaranteed or your money back", "100% guarantee"),
                *("100% guaranteed", "100% quality guarantee", "100% quality guaranteed"),
                *(
                    "unconditional guarantee",
                    "unconditionally guaranteed",
                    "satisfaction guarantee",
                ),
                *("satisfaction guaranteed", "100% satisfaction", "no questions asked"),
                *("if not satisfied, send it back", "if you are not satisfied, send it back"),
            ],
            "Phrases that promise.",
        ),
        "unless-services": Option([], "Services of a listing that make the promise true."),
        "fields": Option([], "The fields to look in, such as title or bullets; none named: all."),
    },
    examples=[
        good({**_MUG, "bullets": ["2 year warranty", "Quality you can trust", "Genuine leather"]}),
        good({"title": "真正品质紫砂壶", "short_description": "高保真音箱"}, language="zh"),
        good(
            {"title": "不锈钢保温杯 正品", "services": ["Fake-Compensation"]},
            options={"unless-services": ["fake-compensation"]},
            language="zh",
        ),
        good({**_MUG, "bullets": ["Money back guarantee"]}, options={"fields": ["title"]}),
        bad({"title": "不锈钢保温杯 专柜正品"}, ("guarantee", "/title"), language="zh"),
        bad({"title": "保温杯 正品行货 正品质保"}, *[("guarantee", "/title")] * 2, language="zh"),
        bad(
            {"title": "不锈钢保温杯 正品 假一赔十", "services": ["seven-days"]},
            ("needs-service", "/title"),
            ("needs-service", "/title"),
            options={"unless-services": ["fake-compensation"]},
            language="zh",
        ),
        bad(
            {**_MUG, "bullets": ["Steel", "100% Money-Back Guarantee, no questions asked"]},
            ("guarantee", "/bullets/1"),
            ("guarantee", "/bullets/1"),
        ),
        bad(
            {**_MUG, "description": "If not satisfied, send it back for a FULL REFUND."},
            ("guarantee", "/description"),
            ("guarantee", "/description"),
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if options["fields"] and text.field not in options["fields"]:
        return
    services = options["unless-services"]
    listed = {service.casefold() for service in listing.get("services", ())}
    if any(service.casefold() in listed for service in services):
        return
    for hit in apart(text.hits):
        if not _is_part_of_a_word(text.value, hit.word, hit.start, hit.end):
            phrase = text.value[hit.start : hit.end]
            message = "needs-service" if services else "guarantee"
            told = " / ".join(services[:3])
            yield text.finding(message, phrase=phrase, services=told, text=phrase)


def _is_part_of_a_word(text: str, word: str, start: int, end: int) -> bool:
    before, after = _BEFORE.get(word), _AFTER.get(word)
    return bool(
        (before and re.search(before, text[:start])) or (after and re.match(after, text[end:]))
    )
