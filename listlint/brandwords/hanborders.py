"""Whether characters that make a brand's name lie across the border of two ordinary words.

Chinese and Japanese write no spaces: 绳索尼龙 is 绳索 and 尼龙, rope and nylon, though 索尼 is
Sony; プラダン is a plastic, not Prada. Where the text around reads better in words over the
borders of the name than with the name as a word, the name is none. Only found names are asked of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

IsWord = Callable[[str], bool]
"""Whether characters are a common word."""

ACROSS = "across the border of two words"
LONGER = "part of a longer ordinary word"

_AROUND = 6
_LONGEST = 4
_ALONE = frozenset(
    "红黑白黄蓝绿紫灰金银粉棕橙青大小新老旧男女真纯厚薄长短高低软硬圆方双单多全的和与及或在是有可不也很"
    "更最送带含配为以用之其这那个件只条双套盒包瓶片支把张本款色号码米人时上下里外中内前后左右年月日斤"
)
"""Characters that are words by themselves."""
_KANA = """
    ミニ プロ プチ キー ペン カー ロゴ タグ ボス ゴム バン ネオ マン パン ポロ ベア ハロ ズ ス
    """
_SHORT_KANA = frozenset(_KANA.split())
"""What of one or two katakana is a word beside a name."""


_AFTER_HANGUL = frozenset("은는이가을를의에도와과로만급풍백옷신폰용형식제표st님씨들꺼용류티")
"""Particles, and syllables that tell of what kind or of whom: 구찌풍, 나이키옷."""


def is_across(folded: str, start: int, end: int, is_word: IsWord) -> str | None:
    """What the name at ``folded[start:end]`` is instead, as a name of evidence; None if nothing.

    *folded* is in simplified characters.
    """
    if _is_kana(folded[start]) and _is_kana_like(folded[end - 1]):
        return LONGER if _goes_on(folded, start, end, is_word) else None
    if _is_hangul(folded[start]) and _is_hangul(folded[end - 1]):
        return LONGER if _is_stem(folded, start, end) else None
    left = start
    while left > max(0, start - _AROUND) and _is_han(folded[left - 1]):
        left -= 1
    right = end
    while right < min(len(folded), end + _AROUND) and _is_han(folded[right]):
        right += 1
    if left == start and right == end:
        return None
    apart = _cost(folded[left:start], is_word) + _cost(folded[end:right], is_word)
    for cost, whole, covered in _over(folded[left:right], start - left, end - left, is_word):
        # Two characters lie in two words often, more of them, or one by itself, hardly ever.
        if whole and cost <= apart:
            return LONGER
        if cost < apart - (not covered or (end - start > 2)):
            return ACROSS
    return None


def _over(run: str, start: int, end: int, is_word: IsWord) -> Iterator[tuple[float, bool, bool]]:
    """The costs of readings of *run* in words of which one goes over a border of the name.

    That is ``run[start:end]``. And whether that word holds all of it, and whether words do.
    """
    for first in range(max(0, start - _LONGEST + 1), end):
        for last in range(first + 2, min(len(run), first + _LONGEST) + 1):
            over = first < start < last or first < end < last
            if not over or not is_word(run[first:last]):
                continue
            before, after = run[:first], run[last:]
            whole = first <= start and end <= last
            covered = whole or _is_covered(run, first, last, start, end, is_word)
            yield _cost(before, is_word) + _cost(after, is_word), whole, covered


def _is_covered(run: str, first: int, last: int, start: int, end: int, is_word: IsWord) -> bool:
    """Whether words hold what ``run[first:last]`` leaves of the name at ``run[start:end]``."""
    if first > start:
        return any(is_word(run[at:first]) for at in range(max(0, first - _LONGEST), start + 1))
    return any(is_word(run[last:at]) for at in range(end, last + _LONGEST + 1) if at - last > 1)


def _cost(run: str, is_word: IsWord) -> float:
    """How badly *run* reads in words: characters that are in none, half where they may be alone."""
    costs = [0.0]
    for end in range(1, len(run) + 1):
        cost = costs[-1] + (0.5 if run[end - 1] in _ALONE else 1.0)
        for length in range(2, min(_LONGEST, end) + 1):
            if costs[end - length] < cost and is_word(run[end - length : end]):
                cost = costs[end - length]
        costs.append(cost)
    return costs[-1]


def _goes_on(folded: str, start: int, end: int, is_word: IsWord) -> bool:
    """Whether katakana beside the name make it another word: a few that are none, or one known."""
    left, right = start, end
    while left > 0 and _is_kana_like(folded[left - 1]):
        left -= 1
    while right < len(folded) and _is_kana_like(folded[right]):
        right += 1
    before, after = folded[left:start], folded[end:right]
    if (before or after) and is_word(folded[left:right]):
        return True
    return any(
        0 < len(beside.strip("ー一")) < 3 and beside not in _SHORT_KANA
        for beside in (before, after)
    )


def _is_stem(folded: str, start: int, end: int) -> bool:
    """Whether one Hangul syllable beside a name of two makes it another word: 구찌뽕.

    Particles and the short names of goods follow any name.
    """
    if end - start != 2:
        return False
    right = end
    while right < len(folded) and _is_hangul(folded[right]):
        right += 1
    before = start > 0 and _is_hangul(folded[start - 1])
    return not before and right - end == 1 and folded[end] not in _AFTER_HANGUL


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _is_kana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def _is_kana_like(char: str) -> bool:
    """Whether *char* is katakana, or 一, as which the sign of a long vowel is read."""
    return char == "一" or _is_kana(char)
