"""No text was read in a wrong encoding on its way.

"PokÃ©mon", "â€™" or "锟斤拷" come from a file that was written in one encoding and read in another,
often between a spreadsheet and an upload. Buyers cannot read it, no search finds it, and it tells
of carelessness. No platform states a rule on it: this is our own judgement, and a warning.

Only sequences that a real text does not hold are reported: the bytes of a UTF-8 character read
one by one as Western European letters (Windows-1252 or Latin-1, once or several times over),
control characters that stand for quotes and dashes, the replacement character � and its Chinese
offspring 锟斤拷. Where it can be undone, the finding shows the text as it was.

**Repair.** Export the source again as UTF-8 and read it as UTF-8. Where � stands, the character
is gone: write it again. If both stand in one text, read the source again first.

**Limits.** Chinese read as another Chinese encoding gives real characters in a senseless order
and is not seen, nor is a text in which the damage was replaced by question marks, but for "â??".
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Options, Text, bad, good, pattern, rule


def _as_western(byte: int) -> str:
    """What *byte* becomes when it is read as Windows-1252 or as Latin-1, for a character class."""
    try:
        return bytes([byte]).decode("cp1252") + chr(byte)
    except UnicodeDecodeError:  # five bytes that Windows-1252 leaves open
        return chr(byte)


# A character of two, three or four bytes in UTF-8, as it looks when each byte is read alone.
_NEXT = "[" + "".join(map(_as_western, range(0x80, 0xC0))) + "]"
_LATIN = f"[Â-Å]{_NEXT}"
_SYMBOL = f"[âï]{_NEXT}{{2}}"
_EMOJI = f"ð{_NEXT}{{3}}"
# Read so, one letter of other scripts could be a real text's; two in a row could not.
_OTHER = f"(?:[Î-Ñ×Ø-Û]{_NEXT}){{2,}}|(?:[àáã-íê-ì]{_NEXT}{{2}}){{2,}}"
_CUT_QUOTE = "â€"  # a closing quote whose last byte, undefined in Windows-1252, was dropped
_CONTROL = "[\x80-\x9f]"
_LOST = "\ufffd|锟斤拷|[âÃ]\\?[?Â]|ï¿[½œ]"

_DAMAGED = "|".join((_EMOJI, _SYMBOL, _OTHER, _LATIN, _CUT_QUOTE, _CONTROL))
_CHINESE = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
# What may follow a capital letter such as Â or Ã in a real text: "SÃO MAÇÃ" and a quote.
_NATURAL = frozenset("\u00a0»”’“‘…–—™®©°²³¹ªº·")
_DEPTH = 3


@rule(
    on="text",
    when=pattern("|".join((_LOST, _EMOJI, _SYMBOL, _OTHER, _LATIN, _CUT_QUOTE, _CONTROL))),
    level="warn",
    messages={
        "damaged": "“{seen}” was read in a wrong encoding; it was “{repaired}”. Read it as UTF-8.",
        "lost": "“{seen}” holds the trace of a lost character. Write the word again.",
    },
    examples=[
        good({"title": "Pokémon Crème Brûlée – “Größe” 5 °C, SÃO PAULO, MAÇÃ®, CÂ”, Ångström’s"}),
        good({"title": "Tasse « café » Â, été\u00a0», naïve"}, language="fr"),
        good({"title": "不锈钢保温杯，男女通用"}, language="zh"),
        bad({"title": "PokÃ©mon Mug"}, ("damaged", "/title")),
        bad({"title": "Menâ€™s Shirt"}, ("damaged", "/title")),
        bad({"title": "Men\x92s Shirt"}, ("damaged", "/title")),
        bad(
            {"title": "Keeps 5 Â°C", "bullets": ["CafÃƒÂ©"]},
            ("damaged", "/title"),
            ("damaged", "/bullets/0"),
        ),
        bad({"title": "ä¿\x9dæ¸©æ\x9d¯ Mug"}, ("damaged", "/title")),
        bad({"title": "Ð§Ð°ÑˆÐºÐ°", "language": "ru"}, ("damaged", "/title")),
        bad(
            {"title": "ðŸŽ\x81 Mug", "description": "â€œBig MugÂ®â€ with lid"},
            ("damaged", "/title"),
            ("damaged", "/description"),
        ),
        bad({"title": "Mug with caf\ufffd"}, ("lost", "/title")),
        bad({"title": "Mug â??In The Skyâ??"}, ("lost", "/title")),
        bad(
            {"title": "CafÃ©", "description": "Mug\ufffd"},
            ("damaged", "/title"),
            ("lost", "/description"),
        ),
        bad({"title": "护发\x9fh油", "language": "zh"}, ("lost", "/title")),
        bad({"title": "锟斤拷保温杯"}, ("lost", "/title"), language="zh"),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    value = text.value
    lost = re.search(_LOST, value)
    for found in re.finditer(_DAMAGED, value):
        if re.match(_LOST, value[found.start() : found.start() + 3]) or _is_real(value, found):
            continue
        seen = _word(value, *found.span())
        repaired = _repaired(seen)
        if repaired and repaired != seen:
            yield text.finding("damaged", seen=_visible(seen), repaired=repaired, text=found[0])
            break
        lost = lost or found
    if lost:
        seen = _visible(_word(value, *lost.span()))
        yield text.finding("lost", seen=seen, text=lost[0])


def _is_real(value: str, found: re.Match[str]) -> bool:
    """Whether a letter and a sign that only look like damage may well be meant."""
    pair = found[0]
    if len(pair) != 2 or pair[1] not in _NATURAL:
        return False
    after = value[found.end() : found.end() + 1]
    before = value[max(0, found.start() - 1) : found.start()]
    return not after.islower() and (before.isupper() or pair[0] in "ÄÅ")


def _word(value: str, start: int, end: int) -> str:
    """The word around ``value[start:end]``, at most some forty characters."""
    before = re.split(r"\s", value[max(0, start - 20) : start])[-1]
    after = re.split(r"\s", value[end : end + 20])[0]
    return before + value[start:end] + after


def _visible(text: str) -> str:
    """*text* with control characters written by their codes."""
    return re.sub(_CONTROL, lambda found: f"\\x{ord(found[0]):02x}", text)


def _repaired(text: str) -> str | None:
    """*text* as it was; None where that cannot be told."""
    if re.search(_LOST, text) or (re.search(_CONTROL, text) and re.search(_CHINESE, text)):
        return None
    for _ in range(_DEPTH):  # damage may have happened several times over
        undone = re.sub(_DAMAGED, lambda found: _undone(found[0]), text)
        if undone == text:
            break
        text = undone
    return text


def _undone(damaged: str) -> str:
    """The characters whose bytes *damaged* shows one by one; *damaged* itself if there are none."""
    if damaged == _CUT_QUOTE:
        return "”"
    raw = b"".join(map(_byte, damaged))
    try:
        return raw.decode("cp1252" if len(raw) == 1 else "utf-8")
    except UnicodeDecodeError:
        return damaged


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")
