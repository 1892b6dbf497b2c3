"""A title repeats no keyword.

A word that stands often in a title finds the product no better and makes it unreadable. DHgate
counts: the same keyword may stand three times in a title, a fourth blocks the upload (notice of
2017-06, relayed by a tutorial site); piled keywords lower the rank before that. Other
marketplaces draw the line at two.

A keyword is a word of three letters or more. Words that only bind others (for, with, and …), units
and pack words (cm, inch, pcs, pack …) and parts of model numbers ("MFC-4800") are not counted.
"Shoe", "shoes" and "SHOES" count as one. In Chinese, where no spaces part words, the longest
repeated run of two or more characters is taken for the word.

**Repair.** Say each thing once. Put synonyms and uses into the keywords or the description.

**Limits.** Only repetition is judged. Whether different words are a pile of synonyms depends on
the product ("boots shoes sneakers"), and a guess would often be wrong. A list of what the product
fits ("HP LaserJet 1500, LaserJet 2500 …") repeats words too and is reported, since the platform
counts it as well: name the series once, or list the models in an attribute.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, rule

# ASCII: letters made small, all else a space.
_LETTERS = bytes(code | 32 if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)
_RUN = r"[^\W\d_]{3,}"
_WORD = r"(?<![^\W_])(?<![0-9]-)[^\W\d_]{3,}(?![^\W_]|-[0-9])"
_CHINESE = "[\u3400-\u9fff]+"
_LONGEST = 1000  # of a title in Chinese: more is no title, and would take long
_BINDING = (
    "for with and the from per than your all into plus out off over via non pre con und für mit"
    " para por dan untuk dengan das die der den het van voor les des pour avec"
)
_UNITS = (
    "inch inches feet foot meter meters metre metres yard yards lbs kgs gms ltr ltrs liter liters"
    " litre litres gallon mpx mbps gbps khz mhz ghz rpm mah kwh vdc vac volt volts watt watts amp"
    " amps psi bar dpi pcs pack packs piece pieces pair pairs set sets kit lot pkg qty count each"
    " year years yrs month months day days hour hours hrs min mins sec size sizes xxl xxxl usa"
)
_UNCOUNTED = frozenset(f"{_BINDING} {_UNITS}".split())


@rule(
    on="title",
    level="warn",
    messages={
        "repeated": "“{word}” stands {count} times in the title; allowed: {limit}. Say it once."
    },
    options={
        "max-repeats": Option(3, "How often a keyword may stand in a title."),
        "ignore": Option([], "Words that may be repeated."),
    },
    examples=[
        good({"title": "Running Shoes for Men, Trail Shoes, Light Shoes"}),
        good({"title": "USB Cable 1 m for S8, for S9, for S10 and for S20"}),
        good({"title": "Box 10 cm x 20 cm x 30 cm, 4 cm Wall"}),
        good({"title": "Bolt M4, Bolt M5, Bolt M6, Bolt M8"}, options={"ignore": ["bolt"]}),
        good({"title": "Black/Black/Black/Black Mug"}, options={"max-repeats": 4}),
        good({"title": "连衣裙女 长款连衣裙"}, language="zh"),
        bad({"title": "Shoes Men Running Shoes Trail shoe Sport SHOES"}, ("repeated", "/title")),
        bad({"title": "Men's Shirt, Shirts Men, Men-Shirt, Mens Tee"}, ("repeated", "/title")),
        bad({"title": "Mug for Tea Mugs"}, ("repeated", "/title"), options={"max-repeats": 1}),
        bad(
            {"title": "老爹鞋 夏季老爹鞋 厚底老爹鞋 男老爹鞋"},
            ("repeated", "/title"),
            language="zh",
        ),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterable[Finding]:
    value = title.value
    limit = options["max-repeats"]
    if value.isascii():
        # A word and its plural read alike but for "es" and "ies", so two forms at most are left.
        read = f"{value} ".encode().translate(_LETTERS).replace(b"s ", b" ").split()
        if len(read) - len(set(read)) < limit - 1:  # else no word can stand so often
            return ()
    return _repeated(title, limit, options["ignore"])


def _repeated(title: Text, limit: int, ignored: list[str]) -> Iterator[Finding]:
    lower = title.value.lower()
    begins = [word[:3] for word in re.findall(_RUN, lower)]
    if len(begins) - len(set(begins)) >= limit:
        yield from _words(title, lower, limit, ignored)
    if not lower.isascii():
        yield from _chinese(title, limit, ignored)


def _words(title: Text, lower: str, limit: int, ignored: list[str]) -> Iterator[Finding]:
    forms: dict[str, list[str]] = {}
    for word in re.findall(_WORD, lower):
        if word not in _UNCOUNTED:
            forms.setdefault(_singular(word), []).append(word)
    for ignore in ignored:
        forms.pop(_singular(ignore.lower()), None)
    for each in forms.values():
        if len(each) > limit:
            yield title.finding(
                "repeated", word=each[0], count=len(each), limit=limit, text=each[0]
            )


def _singular(word: str) -> str:
    """*word* without the ending of an English plural; what stays need not be a word."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
    return word[:-2] + "y" if word.endswith("ie") and len(word) > 4 else word


def _chinese(title: Text, limit: int, ignored: list[str]) -> Iterator[Finding]:
    """Runs of Chinese characters that stand more than *limit* times, the longest of each."""
    value = title.value[:_LONGEST]
    characters = [char for char in value if "\u3400" <= char <= "\u9fff"]
    if len(characters) - len(set(characters)) < limit:  # no character stands so often
        return
    runs = re.findall(_CHINESE, value)
    joined = "\n".join(runs)
    pairs = Counter([run[at : at + 2] for run in runs for at in range(len(run) - 1)])
    if not pairs or pairs.most_common(1)[0][1] <= limit:
        return
    often = [pair for pair, count in pairs.items() if count > limit]
    longest = dict.fromkeys(_grown(joined, pair, limit) for pair in often)
    for word in longest:
        count = joined.count(word)
        if count > limit and word not in ignored and not _inside(word, longest):
            shown = word[:20]
            yield title.finding("repeated", word=shown, count=count, limit=limit, text=word)


def _grown(text: str, word: str, limit: int) -> str:
    """*word* with all characters that follow it wherever it is repeated."""
    while True:
        after = Counter(match[1] for match in re.finditer(f"{word}([^\n])", text))
        following = [char for char, count in after.items() if count > limit]
        if not following:
            return word
        word += following[0]


def _inside(word: str, words: dict[str, None]) -> bool:
    return any(word != other and word in other for other in words)
