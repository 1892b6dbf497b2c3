"""No text holds a phrase that the platform or the owner of the catalog forbids.

Platforms publish lists of words that they refuse, and owners keep their own: names of former
partners, claims that the legal department struck out, words of another shop. This rule holds no
words itself. It looks for those of the platform's `words.json` and of the option `words`.

**Repair.** Take the phrase out, or say the same in words that are not on the list.

**Limits.** Whole words in any case, full width or half width; between Chinese characters there is
no border, so a Chinese word is found inside a longer one. Name the longer one in `allow` where it
is fine. A phrase counts in all texts, names of attributes and options of variants included, unless
`fields` names some.
"""

from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule
from listlint.rule import words

from .._phrases import apart, is_covered


@rule(
    on="text",
    when=words(option="words"),
    level="error",
    messages={"forbidden": "“{phrase}” may not be used here. Take it out, or say it otherwise."},
    options={
        "words": Option([], "Phrases that may not be used."),
        "allow": Option([], "Longer phrases that are fine though they hold one of them."),
        "fields": Option([], "The fields to look in, such as title or bullets; none named: all."),
    },
    examples=[
        good({"title": "Steel Travel Mug"}),
        good({"title": "Steel Mugshot Frame"}, options={"words": ["mug"]}),
        good({"title": "Eco-Friendly Mug"}, options={"words": ["friendly"], "fields": ["bullets"]}),
        good(
            {"title": "Sugar Free Gift Wrap Candy"},
            options={"words": ["free gift"], "allow": ["sugar free gift wrap"]},
        ),
        good({"title": "太极品牌茶具"}, options={"words": ["极品"], "allow": ["太极品牌"]}),
        bad({"title": "Steel Mug, ECO FRIENDLY"}, ("forbidden", "/title"),
            options={"words": ["eco friendly"]}),
        bad({"title": "极品紫砂壶"}, ("forbidden", "/title"), options={"words": ["极品"]},
            language="zh"),
        bad(
            {"title": "Mug", "bullets": ["Steel", "Anti-bacterial lid"], "keywords": ["eco mug"]},
            ("forbidden", "/bullets/1"),
            options={"words": ["anti-bacterial", "eco"], "fields": ["bullets"]},
        ),
        bad(
            {"title": "Mug", "attributes": {"Gift Card": "none", "Note": "gift card"}},
            ("forbidden", "/attributes/Gift Card", "key"),
            ("forbidden", "/attributes/Note"),
            options={"words": ["gift card"]},
        ),
    ],
)  # fmt: skip
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    if options["fields"] and text.field not in options["fields"]:
        return
    for hit in apart(text.hits):
        if not is_covered(text.value, hit.start, hit.end, options["allow"]):
            phrase = text.value[hit.start : hit.end]
            yield text.finding("forbidden", phrase=phrase, text=phrase)
