"""A title does not call a product new by a year.

"2024 New" is wrong as soon as the year is over, and the usual cure, to change the year in the
title, is what platforms watch for: DHgate freezes products whose year word was raised to the
current year though the product is of an earlier season (notice of 2017-06, relayed by a tutorial
site). This rule needs no clock: it reports a year that stands beside a word for newness, whatever
the year.

**Repair.** Take the year out; platforms show new products as new by themselves.

**Limits.** A year that belongs to the product is left alone: "fits Corolla 2014-2018", "Office
2019", "MacBook Pro 2012", "Calendar 2025", "2017年新茶" (a harvest), "2024 New Year". A season
with a year ("Summer 2024") is reported only together with a word of `words`; add "summer" there
to be stricter.
"""

import re
from collections.abc import Iterator
from functools import cache

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

_YEAR = "(?<![0-9A-Za-z./$€£-])(20[1-4][0-9])(?![0-9A-Za-z]|[-–/.][0-9])"
_GAP = r"[\s,:!(\[【年-]{0,3}"
_SEASON = r"(?:(?:spring|summer|autumn|fall|winter|early|late|and|&|[春夏秋冬]季?)[\s/,&-]*){0,4}"
# Names that begin with such a word.
_NAMES = (
    r"(?![\s-]*(?:year|york|balance|era|orleans|zealand|england|holland|jersey|mexico|delhi|world"
    r"|testament|wheels|toys|water|chocolate|week|look)\b)"
)


@rule(
    on="title",
    when=pattern("20[1-4][0-9]"),
    level="warn",
    messages={
        "year": "“{words}”: a year that tells newness is soon wrong. Take {year} out of the title."
    },
    options={
        "words": Option(
            [
                *("new", "newest", "newly", "latest", "brand new", "new arrival", "new arrivals"),
                *("fashion", "fashionable", "trendy", "trending", "trend", "hot", "popular"),
                *("新款", "新品", "新式", "最新", "最新款", "流行", "爆款", "热销", "时尚"),
            ],
            "Words of newness that no year may stand beside.",
        )
    },
    examples=[
        good({"title": "Floor Mats for Toyota Corolla 2014-2018 New Shape"}),
        good({"title": "Apple MacBook Pro 13 Inch Mid 2012"}),
        good({"title": "2025 New Year Calendar with 2024 New Balance Logo"}),
        good({"title": "Microsoft Office 2019 Home, Summer 2019 Edition"}),
        good({"title": "2017年新茶 四川花茶 250g"}, language="zh"),
        good({"title": "Steel Mug CR2032 New Model 12.2024 New"}),
        bad({"title": "2024 New Summer Shorts for Men"}, ("year", "/title")),
        bad({"title": "Women Handbag New Arrival 2023 Leather"}, ("year", "/title")),
        bad({"title": "Casual Suit 2024 Spring and Autumn New Loose"}, ("year", "/title")),
        bad({"title": "2019 Latest Fashion Sunglasses"}, ("year", "/title")),
        bad({"title": "2016新款 高尔夫球鞋"}, ("year", "/title"), language="zh"),
        bad({"title": "T-Shirt Summer 2023"}, ("year", "/title"), options={"words": ["summer"]}),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    words = tuple(options["words"])
    value = title.value
    if value.isascii() and not re.search(_any_of(words), value.lower()):
        return  # most years are the product's
    told = set()
    for found in _beside(words).finditer(value):
        year = found[1] or found[2]
        if year not in told:
            told.add(year)
            yield title.finding("year", words=found[0].strip(), year=year, text=found[0])


@cache
def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word.lower()) for word in words if word.isascii())


@cache
def _beside(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    word = "|".join(rf"\b{re.escape(each)}\b" if each.isascii() else re.escape(each)
                    for each in longest_first)  # fmt: skip
    word = f"(?:{word}){_NAMES}"
    return re.compile(rf"{_YEAR}{_GAP}{_SEASON}{word}|{word}{_GAP}{_SEASON}{_YEAR}", re.IGNORECASE)
