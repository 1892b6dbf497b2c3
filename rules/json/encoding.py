"""The file is UTF-8.

JSON is exchanged in UTF-8 (RFC 8259), and every platform's API expects it. A file in another
encoding is refused, or its Chinese and accented letters arrive as nonsense.

**Repair.** Save the file again as “UTF-8” (not “UTF-8 with BOM”, not “Unicode”); most editors and
spreadsheets offer it when saving.

**Limits.** A byte order mark is told, and the product is linted all the same. Text that is valid
UTF-8 and yet garbled (`Ã©` for `é`) is for `text/mojibake`.
"""

from collections.abc import Iterator

from listlint import Finding, Options, bad, good, rule
from listlint.record import Problem


@rule(
    on="document",
    level="error",
    messages={
        "bom": "The file begins with a byte order mark. Save it as UTF-8 without one.",
        "foreign-encoding": "The file is {encoding}. Save it as UTF-8.",
        "invalid-utf-8": "The bytes {bytes} are no UTF-8. Save the file again as UTF-8.",
        "lone-surrogate": "{escape} is half a character. Write the whole character.",
    },
    examples=[
        good('{"title": "Café 杯子"}'),
        good('{"title": "\\ud83d\\ude00"}'),
        bad('\ufeff{"title": "Mug"}', ("bom", "")),
        bad('{\0"\0t\0"\0', ("foreign-encoding", "")),
        bad('{"title": "Caf\udce9"}', ("invalid-utf-8", "")),
        bad('{"title": "\\ud83d"}', ("lone-surrogate", "/title")),
    ],
)
def check(problem: Problem, listing: None, options: Options) -> Iterator[Finding]:
    yield Finding(problem.message, problem.pointer, "value", problem.data)
