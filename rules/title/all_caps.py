"""A title is not written in capitals.

A title in capitals is slower to read, looks like shouting beside its neighbours, and hides which
words are names. Several marketplaces ask for a capital at the beginning of a word only; DHgate
asks for a title that reads fluently (notice of 2017-06, relayed by a tutorial site), without
naming capitals. So this is a warning.

Reported is a title in which at least `min-words` words are shouted and they are at least the
share `share` of its words. A word counts as shouted when it has four letters or more, all of them
capitals, and can be spoken: HDMI, USB, XXL, SDHC or a model code are not shouted, nor is the
listing's brand, nor the words of `allow`.

**Repair.** Write each word with a first capital at most: "Steel Travel Mug with Lid".

**Limits.** Titles of few words, and those that mix capitals and small letters freely, pass.
Brands in capitals are known only when the listing names its brand.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

_WORD = r"(?<![\w-])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\d_])"
_VOWEL = "[AEIOUYÀ-ÅÈ-ÏÒ-ÖÙ-ÝАЕЁИОУЫЭЮЯ]"
_HARD = "[^AEIOUYÀ-ÅÈ-ÏÒ-ÖÙ-ÝАЕЁИОУЫЭЮЯ]{4}"
_FEWEST_LETTERS = 4
_CAPITALS = "[A-ZÀ-ÞĀ-ŽА-ЯЁ]['’A-ZÀ-ÞĀ-ŽА-ЯЁ]{3}"


@rule(
    on="title",
    when=pattern(_CAPITALS),
    level="warn",
    messages={
        "shouted": "{count} of {total} words in capitals: “{words}”. Write them with small letters."
    },
    options={
        "share": Option(0.6, "From which share of shouted words on a title is reported."),
        "min-words": Option(4, "How many shouted words a title must have to be reported."),
        "allow": Option(
            [
                *("AMOLED", "AZERTY", "CMOS", "DIMM", "DIN", "EPROM", "HDMI", "IEEE", "LASER"),
                *("NATO", "NEMA", "OLED", "QLED", "QWERTY", "QWERTZ", "RAID", "RDIMM", "SATA"),
                *("SODIMM", "SCSI", "UDIMM", "UEFI", "VESA"),
            ],
            "Words that are fine in capitals.",
        ),
    },
    examples=[
        good({"title": "Steel Travel Mug with Lid for Coffee"}),
        good({"title": "SATA III USB HDMI DVI VGA RAID Adapter Card PCIE NVME"}),
        good({"title": "NEW BLACK STEEL MUG"}, options={"min-words": 5}),
        good({"title": "NORTHLINE OUTDOOR GEAR TRAVEL Mug", "brand": "Northline Outdoor Gear"}),
        good({"title": "Kingston SDSDUNC-BLKD GHFXZ PSKRT WDBCTL Card"}),
        good({"title": "ALPHA BRAVO DELTA GAMMA"}, options={"allow": ["ALPHA"]}),
        bad({"title": "STEEL TRAVEL COFFEE MUG WITH LID"}, ("shouted", "/title")),
        bad({"title": "MEN'S RUNNING SHOES BLACK BREATHABLE Mesh"}, ("shouted", "/title")),
        bad({"title": "ALPHA BRAVO DELTA Gamma"}, ("shouted", "/title"), options={"min-words": 3}),
        bad({"title": "ЧАШКА СТАЛЬНАЯ ПОХОДНАЯ ЧЁРНАЯ"}, ("shouted", "/title"), language="ru"),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    words = re.findall(_WORD, title.value)
    capitals = [word for word in words if word.isupper() and re.match(_CAPITALS, word)]
    if len(capitals) < options["min-words"]:
        return
    own = {*re.findall(_WORD, (listing.brand or "").upper()), *options["allow"]}
    shouted = [word for word in capitals if word not in own and _can_be_spoken(word)]
    others = sum(len(word) >= _FEWEST_LETTERS and not word.isupper() for word in words)
    total = len(shouted) + others
    if len(shouted) >= options["min-words"] and len(shouted) >= options["share"] * total:
        few = " ".join(shouted[:4]) + (" …" if len(shouted) > 4 else "")
        yield title.finding("shouted", count=len(shouted), total=total, words=few[:80])


def _can_be_spoken(word: str) -> bool:
    return bool(re.search(_VOWEL, word)) and not re.search(_HARD, word)
