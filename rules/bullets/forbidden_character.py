"""Bullet points hold none of the characters that the platform takes out.

A platform that refuses certain signs removes the bullet point that holds one, or edits it, and
what is left may say something else.

**What platforms do.** Amazon removes or edits bullet points with emoji and with signs such as ™ ®
€ … † ‡ (its bullet point requirements since 2024-08-15, seen only as told by third parties,
confidence T). Others publish nothing, so the rule is off unless a platform asks for it.

**What is reported.** Emoji and other pictures among the characters (stars, hearts, ticks), and each
of `characters`: once a bullet point.

**Repair.** Delete them, or write the word: “degrees” for °, “euro” for €.

**Limits.** Signs of a subject such as ♀ ♂ ♪ ♯, arrows and plain shapes are no emoji, unless the
mark follows that makes one of them. What `allow` names is fine even where it is listed.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule

# Blocks of pictures, in code points; what follows an emoji to change it goes with it, and what
# follows another character makes that an emoji.
_PICTURES = "\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff"
_CHANGED = "[\ufe0f\U0001f3fb-\U0001f3ff]"
_MADE = "[^\ufe0f]\ufe0f\u20e3?"
_OF_SUBJECTS = "♀♂⚥♩♪♫♬♭♮♯"
_SHOWN = 5


@rule(
    on="bullets",
    level="off",
    messages={
        "characters": "{characters} in the bullet point. Delete what the platform does not take, or"
        " write it in words.",
    },
    options={
        "characters": Option("", "Characters that no bullet point may hold, besides emoji."),
        "allow": Option("", "Characters among them that are fine."),
    },
    examples=[
        good({"title": "Mug", "bullets": ["Steel® mug – 90 °C, ½ litre, 2 × 3", "♀/♂ → ●"]}),
        good({"title": "Mug", "bullets": ["★ Steel mug"]}, options={"allow": "★"}),
        good({"title": "★ Mug ™"}, options={"characters": "™"}),
        bad({"title": "Mug", "bullets": ["Large", "✅ Steel 🎁 mug ✅", "▶️ 1️⃣"]},
            ("characters", "/bullets/1"), ("characters", "/bullets/2")),
        bad({"title": "Mug", "bullets": ["Steel™ mug at 90 °C", "Big ~ mug"]},
            ("characters", "/bullets/0"), ("characters", "/bullets/1"),
            options={"characters": "™®°~"}),
    ],
)  # fmt: skip
def check(bullets: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    texts = bullets.value
    ascii_ones, refused = _refused(options["characters"], options["allow"])
    joined = "".join(texts)
    if joined.isascii() and not any(map(joined.__contains__, ascii_ones)):
        return ()
    return _findings(bullets, refused)


def _findings(bullets: Value, refused: re.Pattern[str]) -> Iterator[Finding]:
    for index, text in enumerate(bullets.value):
        if found := list(dict.fromkeys(refused.findall(text))):
            shown = ", ".join(f"“{char}”" for char in found[:_SHOWN])
            if len(found) > _SHOWN:
                shown += f" and {len(found) - _SHOWN} more"
            yield bullets.finding("characters", at=(index,), text="".join(found), characters=shown)


@cache
def _refused(characters: str, allow: str) -> tuple[str, re.Pattern[str]]:
    """The refused characters of ASCII, and what finds each refused one."""
    listed = "".join(char for char in characters if char not in allow)
    fine = f"(?![{re.escape(allow)}])" if allow else ""
    pictures = f"{fine}(?:{_MADE}|(?![{_OF_SUBJECTS}])[{_PICTURES}]{_CHANGED}*)"
    found = f"{pictures}|[{re.escape(listed)}]" if listed else pictures
    return "".join(char for char in listed if char.isascii()), re.compile(found)
