"""All search keywords together keep to the platform's number of bytes.

Some platforms limit not the characters of the keywords but their bytes in UTF-8, where a letter of
English has one, one with an accent two and a Chinese character three. Where the limit is passed,
nothing is cut: all keywords are ignored.

**What platforms do.** Amazon takes less than 250 bytes of search terms, and does not count spaces
and punctuation (Seller Central 23501, confidence P; older copies name 200, C). DHgate limits the
number of keywords. So the rule is off unless a platform asks for it.

**Repair.** Take out words that stand in the title, repeat each other or are misspelled on purpose.

**Limits.** Not counted are spaces, the punctuation marks of all scripts and the signs of a
keyboard such as + $ ~. With `count-all`, all count, and one space between two keywords.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule


@rule(
    on="keywords",
    level="off",
    messages={
        "bytes": "The keywords have {actual} bytes, spaces and punctuation not counted; at most"
        " {limit} are allowed. Take out {over}.",
        "all-bytes": "The keywords have {actual} bytes, spaces included; at most {limit} are"
        " allowed. Take out {over}.",
    },
    options={
        "max-bytes": Option(249, "How many bytes of UTF-8 all keywords may have together."),
        "count-all": Option(False, "Whether spaces and punctuation count too."),
    },
    examples=[
        good({"title": "Mug", "keywords": ["travel cup", "x" * 240]}),
        good({"title": "Mug", "keywords": ["x" * 249, "- + ; :"]}),
        good({"title": "Mug", "keywords": ["mug, cup"]}, options={"max-bytes": 6}),
        bad({"title": "Mug", "keywords": ["travel cup", "x" * 241]}, ("bytes", "/keywords")),
        bad({"title": "Mug", "keywords": ["thé"]}, ("bytes", "/keywords"),
            options={"max-bytes": 3}),
        bad({"title": "Mug", "keywords": ["保温杯"]}, ("bytes", "/keywords"),
            options={"max-bytes": 8}, language="zh"),
        bad({"title": "Mug", "keywords": ["tea", "cup"]}, ("all-bytes", "/keywords"),
            options={"max-bytes": 6, "count-all": True}),
    ],
)  # fmt: skip
def check(keywords: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    limit = options["max-bytes"]
    joined = " ".join(keywords.value)
    actual = len(joined) if joined.isascii() else len(joined.encode("utf-8", "surrogatepass"))
    if actual <= limit:
        return ()
    if options["count-all"]:
        message = "all-bytes"
    else:
        message = "bytes"
        actual = counted_bytes(keywords.value)
        if actual <= limit:
            return ()
    return (keywords.finding(message, actual=actual, limit=limit, over=actual - limit),)


def counted_bytes(texts: Sequence[str]) -> int:
    """The bytes of *texts* in UTF-8, without their spaces and punctuation."""
    counted = "".join(filter(_counts, "".join(texts)))
    return len(counted.encode("utf-8", "surrogatepass"))


def _counts(char: str) -> bool:
    if char.isascii():
        return char.isalnum()
    return not char.isspace() and not unicodedata.category(char).startswith(("P", "Z"))
