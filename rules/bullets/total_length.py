"""All bullet points together are short enough to be shown.

A limit for each bullet point says nothing of their sum. Where a platform counts the sum too, the
last ones are cut or hidden.

**What platforms do.** Amazon asks for less than 1 000 characters in all bullet points together,
which is less than five of the longest (its bullet point requirements, seen only as told by third
parties, confidence T). The rule is off unless a platform asks for it.

**Repair.** Shorten them, or move what is no selling point to the description.

**Limits.** Characters are code points, spaces among them. How long one bullet point may be is a
limit of the platform (`bullets/max-length`).
"""

from collections.abc import Iterable

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule


@rule(
    on="bullets",
    level="off",
    messages={
        "long": "The bullet points have {actual} characters in all; at most {limit} are allowed."
        " Shorten them by {over}.",
    },
    options={"max-characters": Option(999, "How many characters they may have in all.")},
    examples=[
        good({"title": "Mug", "bullets": ["x" * 500, "y" * 499]}),
        good({"title": "杯", "bullets": ["保温", "不锈钢"]}, options={"max-characters": 5}),
        bad({"title": "Mug", "bullets": ["x" * 500, "y" * 500]}, ("long", "/bullets")),
        bad({"title": "Mug", "bullets": ["Keeps tea hot"]}, ("long", "/bullets"),
            options={"max-characters": 12}),
    ],
)  # fmt: skip
def check(bullets: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    limit = options["max-characters"]
    actual = sum(map(len, bullets.value))
    if actual <= limit:
        return ()
    return (bullets.finding("long", actual=actual, limit=limit, over=actual - limit),)
