"""A GTIN is a number that the barcode of the goods can bear.

The GTIN (EAN, UPC, ISBN) tells platforms which product this is: a catalog page, a filter, a price
comparison. A wrong one joins the listing to other goods, or is refused.

**What is reported.** Words instead of a number; letters; separators; a wrong length; a wrong
check digit; made-up numbers such as all zeros; a GTIN-8 that begins with 0, which is a shortened
UPC. The field `gtin` and the GTINs of variants are read. Numbers of the right form that GS1 keeps
for use inside shops are `identifiers/prefix`.

**What platforms do.** The structure is that of the GS1 General Specifications. Google refuses
GTINs with a wrong check digit (product data specification, confidence P), Temu asks for a type and
number that fit (T). DHgate takes none, so the level is a warning.

**Repair.** Read the number under the barcode of the goods, all digits of it; spreadsheets drop
leading zeros. Goods without a barcode of their own need no GTIN: leave the field out.

**Limits.** A number of the right form may still belong to other goods; only the register of GS1
can tell.
"""

import re
from collections.abc import Iterable

from listlint import Finding, Listing, Options, Value, bad, good, rule
from listlint.model import Pointer

from .._gtins import LENGTHS, is_made_up, is_shortened, is_sound

_NOT_WORDS = r"[\W_]+"
_WORDS = frozenset((
    "", "na", "none", "null", "nil", "no", "notapplicable", "notavailable", "doesnotapply",
    "unknown", "nogtin", "noean", "noupc", "nobarcode", "gtinexempt", "exempt", "exempted", "gtin",
    "ean", "upc", "barcode", "other", "tbd", "test", "xxx", "无", "無", "没有", "暂无", "其他",
))  # fmt: skip
_SPREADSHEET = r"[0-9]+([.,][0-9]+)?[eE][+]?[0-9]+"
_ISBN_10 = "[0-9]{9}[0-9Xx]"

_BOOK = {"title": "Book"}


@rule(
    on=("gtin", "variants"),
    level="warn",
    messages={
        "no-number": "“{value}” is no GTIN. Leave the field out where the goods have none.",
        "not-digits": "“{value}” is no GTIN: a GTIN is digits only. Copy those under the barcode.",
        "spreadsheet": "“{value}” is a number that a spreadsheet shortened. Copy the digits under"
        " the barcode.",
        "separators": "“{value}” holds more than digits. Write {digits}.",
        "isbn-10": "“{value}” is an ISBN-10. Write its ISBN-13, {isbn}.",
        "length": "{value} has {length} digits; a GTIN has 8, 12, 13 or 14. Compare it with the"
        " barcode.",
        "lost-zero": "{value} has {length} digits; a leading zero seems lost. Compare {padded}"
        " with the barcode.",
        "check-digit": "{value} ends in {last}, but by its other digits it must end in {expected}."
        " Compare it with the barcode.",
        "shortened": "{value} is a shortened UPC or a shop's own number. Write the 12 digits of"
        " the full UPC.",
        "made-up": "{value} is a made-up number. Copy the digits under the barcode, or leave the"
        " field out.",
    },
    examples=[
        good({**_BOOK, "gtin": "4006381333931"}),
        good({**_BOOK, "gtin": "012345678912", "variants": [{"gtin": "96385074"}, {"id": "2"}]}),
        good({**_BOOK, "gtin": "10614141000415"}),
        good({**_BOOK, "gtin": "9780306406157"}),
        good({**_BOOK, "gtin": "2012345000018"}),
        bad({**_BOOK, "gtin": "Does not apply"}, ("no-number", "/gtin")),
        bad({**_BOOK, "gtin": "-"}, ("no-number", "/gtin")),
        bad({**_BOOK, "gtin": "MUG-500-BLUE"}, ("not-digits", "/gtin")),
        bad({**_BOOK, "gtin": "4.00638E+12"}, ("spreadsheet", "/gtin")),
        bad({**_BOOK, "gtin": "978-0-306-40615-7"}, ("separators", "/gtin")),
        bad({**_BOOK, "gtin": " 4006381333931"}, ("separators", "/gtin")),
        bad({**_BOOK, "gtin": "0-306-40615-2"}, ("isbn-10", "/gtin")),
        bad({**_BOOK, "gtin": "40063813339310"}, ("check-digit", "/gtin")),
        bad({**_BOOK, "gtin": "400638133393"}, ("check-digit", "/gtin")),
        bad({**_BOOK, "gtin": "123456"}, ("length", "/gtin")),
        bad({**_BOOK, "gtin": "85896333746"}, ("lost-zero", "/gtin")),
        bad({**_BOOK, "gtin": "04252610"}, ("shortened", "/gtin")),
        bad({**_BOOK, "gtin": "0000000000000"}, ("made-up", "/gtin")),
        bad({**_BOOK, "gtin": "1234567890128"}, ("made-up", "/gtin")),
        bad(
            {**_BOOK, "variants": [{"gtin": "4006381333931"}, {"gtin": "4006381333930"}]},
            ("check-digit", "/variants/1/gtin"),
        ),
    ],
)
def check(value: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    stated = value.value
    if isinstance(stated, str):
        return () if _is_fine(stated) else (_finding(value.pointer, stated),)
    if all(map(is_sound, [variant["gtin"] for variant in stated if "gtin" in variant])):
        return ()
    return [
        _finding(("variants", index, "gtin"), variant["gtin"])
        for index, variant in enumerate(stated)
        if "gtin" in variant and not _is_fine(variant["gtin"])
    ]


def _is_fine(gtin: str) -> bool:
    return not gtin or is_sound(gtin)  # an empty text is the schema's finding


def _finding(pointer: Pointer, gtin: str) -> Finding:
    message, data = _fault(gtin)
    return Finding(message, pointer, data={"value": gtin, **data})


def _fault(gtin: str) -> tuple[str, dict[str, object]]:
    if re.sub(_NOT_WORDS, "", gtin).casefold() in _WORDS:
        return "no-number", {}
    if re.fullmatch(_SPREADSHEET, gtin.strip()):
        return "spreadsheet", {}
    from stdnum.util import clean

    digits = str(clean(gtin, " -.'’")).strip()
    # One number of ten digits in eleven is a valid ISBN-10; its hyphens or X tell a real one.
    if re.fullmatch(_ISBN_10, digits) and ("-" in gtin or digits[-1] in "Xx"):
        from stdnum import isbn

        if isbn.is_valid(digits):
            return "isbn-10", {"isbn": isbn.to_isbn13(digits.upper())}
    if not (digits.isascii() and digits.isdigit()):
        return "not-digits", {}
    if digits != gtin:
        return ("separators", {"digits": digits}) if is_sound(digits) else ("not-digits", {})
    return _fault_of_digits(gtin)


def _fault_of_digits(gtin: str) -> tuple[str, dict[str, object]]:
    if is_made_up(gtin) and len(gtin) in LENGTHS:
        return "made-up", {}
    if len(gtin) not in LENGTHS:
        padded = gtin.zfill(12)
        if 9 <= len(gtin) < 12 and is_sound(padded):
            return "lost-zero", {"length": len(gtin), "padded": padded}
        return "length", {"length": len(gtin)}
    if is_shortened(gtin):
        return "shortened", {}
    from stdnum.ean import calc_check_digit

    return "check-digit", {"last": gtin[-1], "expected": str(calc_check_digit(gtin[:-1]))}
