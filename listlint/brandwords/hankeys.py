"""What a word in a script that writes no spaces is looked up by: `compile` asks, `han` looks up.

The tags of the keys: ``n`` the word, ``c`` its first pair of characters, ``x`` the word with a sign
for a character, ``y`` that sign with the characters beside it, ``h`` how the first two characters
sound, ``t`` how three do, ``p`` the word with Latin letters for some characters, ``q`` those
letters with the character before or after. Under ``c`` stand also pairs of characters that are left
when the word is written nearly right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from listlint.brandwords.hanforms import heard, is_heard, is_kana, latin_syllable, pairs_of
from listlint.brandwords.layer import CONTEXT, NEAR

Tables = Mapping[str, Mapping[str, str]]
_LONGEST_MIXED = 6
_LONGEST_SPLIT = 4
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")


def is_chinese(form: str) -> bool:
    """Whether *form* is of Chinese characters alone."""
    return all("\u4e00" <= char <= "\u9fff" for char in form)


def han_keys(
    form: str, flags: int, risk: int, tables: Tables, is_ordinary: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """Tags and texts under which the word *form* is found."""
    first = next(pairs_of(form), None)
    if first is None:
        return
    yield "n", form
    yield "c", first
    chinese = is_chinese(form)
    kana = risk == 2 and all(map(is_kana, form))
    if risk < 1 or not (chinese or kana or (risk == 2 and all(map(is_heard, form)))):
        return
    if len(form) >= 3 and not flags & CONTEXT:
        for at in range(len(form)):
            yield "x", f"{form[:at]}*{form[at + 1 :]}"
            yield "y", f"{form[max(0, at - 1) : at]}*{form[at + 1 : at + 2]}"
    elif chinese and flags & NEAR and not flags & CONTEXT:
        yield "x", f"{form[0]}*"
        yield "y", f"{form[0]}*"
    if kana and not all(map(is_heard, form.replace("一", ""))):
        return
    sounds = tables["sounds"]
    if flags & NEAR and len(form) > 2:
        syllables = [heard(char, sounds.get(char)) for char in form[:3]]
        yield "h", " ".join(syllables[:2])
        yield "t", " ".join(syllables)
    elif flags & NEAR and chinese and risk == 2 and not flags & CONTEXT:
        for at, char in enumerate(form):
            for other, sound in sounds.items():
                if sound == sounds.get(char) and other != char:
                    yield "c", f"{form[:at]}{other}{form[at + 1 :]}"
    if chinese and flags & (NEAR | CONTEXT) == NEAR:
        for pair in _near_pairs(form, tables.get("shapes", {}), is_ordinary):
            yield "c", pair
    if not chinese:
        return
    spelt = [sounds.get(char, char) for char in form]
    for latin in {tuple(spelt), tuple(map(latin_syllable, spelt))}:
        yield from _mixed_keys(form, latin, risk)


def _near_pairs(
    form: str, shapes: Mapping[str, str], is_ordinary: Callable[[str], bool]
) -> Iterator[str]:
    """Pairs of characters one of which stands in *form* when one of its characters is another.

    No pair is a word of many texts.
    """
    one, two = form[0], form[1]
    if len(form) > 3:
        if not is_ordinary(form[-2:]):
            yield form[-2:]
        return
    if len(form) == 2 or not is_ordinary(form[1:]):
        for alike in shapes.get(one, ""):
            yield alike + two
    for alike in shapes.get(two, ""):
        yield one + alike


def _mixed_keys(form: str, spelt: Sequence[str], risk: int) -> Iterator[tuple[str, str]]:
    """Keys of *form* with Latin syllables, as *spelt*, for some of its characters."""
    if not 2 <= len(form) <= _LONGEST_MIXED:
        return
    for start in range(len(form)):
        for end in range(start + 1, len(form) + 1):
            if end - start < len(form):
                yield from _with_latin(form, start, end, "".join(spelt[start:end]))
        if risk == 2 or len(form) > 2:
            yield from _with_latin(form, start, start + 1, spelt[start][0])


def _with_latin(form: str, start: int, end: int, latin: str) -> Iterator[tuple[str, str]]:
    yield "p", f"{form[:start]}{latin}{form[end:]}"
    if start:
        yield "q", f"{form[start - 1]}{latin}"
    if end < len(form):
        yield "q", f"{latin}{form[end]}"


def split_forms(form: str, splits: Mapping[str, str]) -> Iterator[str]:
    """*form* with one of its characters taken apart into two, or kana from their signs.

    And with digits for its numerals: 3宅1生.
    """
    if len(form) > 2 and is_chinese(form) and (numbered := form.translate(_DIGITS)) != form:
        yield numbered
    apart = unicodedata.normalize("NFD", form)
    if apart != form and all("\u3041" <= char <= "\u30fc" for char in form.replace("一", "ー")):
        yield apart
    if len(form) > _LONGEST_SPLIT or not is_chinese(form):
        return
    for at, char in enumerate(form):
        if char in splits:
            yield f"{form[:at]}{splits[char]}{form[at + 1 :]}"
