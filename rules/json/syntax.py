"""The file is JSON.

Nothing can be said of a product that cannot be read, and no platform takes it. The finding stands
where the text stops being JSON, and says what was most likely meant. In JSON Lines only the broken
line is lost; of any other file nothing is linted until it can be read.

**Repair.** Most faults come from editing by hand: a comma too many or too few, a quote that was
not closed, a comment, a quotation mark of a word processor. Correct the place that is shown; the
next fault, if there is one, appears then.

**Limits.** Arrays and objects nested more than 254 deep are refused, and so are numbers that no
program reads (`1e999`).
"""

from collections.abc import Iterator

from listlint import Finding, Options, bad, good, rule
from listlint.record import Problem


@rule(
    on="document",
    level="error",
    messages={
        "empty": "The file is empty. Write a product, or remove the file.",
        "trailing-comma": "Comma before a closing bracket. Remove it.",
        "extra-comma": "A comma too many. Remove it.",
        "missing-comma": "No comma between two entries. Put one here.",
        "missing-colon": "No colon after “{key}”. Write “{key}”: and its value.",
        "missing-value": "No value after the colon. Write one, or remove the field.",
        "missing-key": "No name before this value. Write “name”: before it.",
        "unquoted-key": "{key} without quotes. Write it in double quotes.",
        "unquoted-text": "{text} without quotes. Write texts in double quotes.",
        "single-quotes": "Single quotes. JSON takes double quotes.",
        "lookalike": "{character} is not a mark of JSON. Write {meant} instead.",
        "unclosed-string": "This text is not closed. Put a double quote at its end.",
        "line-break": "A line ends inside a text. Write \\n in its place, or close the text.",
        "unescaped-quote": "A double quote inside a text. Write \\” for it, or a comma after it.",
        "bad-escape": "{escape} is no escape of JSON. Write \\\\ for a backslash.",
        "control-character": "Control character {character} in a text. Write {escape} for it.",
        "nul": "A NUL byte. The file is damaged, or is no text: save it again.",
        "unclosed-array": "This [ is never closed. Put ] at its end; the file may be cut off.",
        "unclosed-object": "This {{ is never closed. Put }} at its end; the file may be cut off.",
        "wrong-bracket": "{found} closes here what only {expected} can close.",
        "comment": "A comment. JSON has none: remove it.",
        "not-a-number": "{text} is no JSON number. Write a number, or leave the field out.",
        "misspelt-word": "{text} is no word of JSON. Write {meant}.",
        "leading-zero": "{number} begins with a zero. Write {meant}, or a text in quotes.",
        "number-form": "{number} is not a number. Write digits alone, or a text in quotes.",
        "number-range": "{number} is larger than programs can read. Write a smaller number.",
        "too-deep": "More than {limit} arrays and objects inside each other. Flatten the data.",
        "extra-content": "{text} after the end. Put products in one array, or one on each line.",
        "merge-conflict": "A merge conflict was left here. Choose one side, remove the marks.",
        "markup": "This is markup such as HTML, not JSON. Save the data again.",
        "unexpected": "{character} is not expected here.",
    },
    examples=[
        good('{"title": "Steel Mug"}'),
        bad("", ("empty", "")),
        bad('{"title": "Mug",}', ("trailing-comma", "")),
        bad('["a",, "b"]', ("extra-comma", "/1")),
        bad('{"id": "A1" "title": "Mug"}', ("missing-comma", "/id")),
        bad('{"title" "Mug"}', ("missing-colon", "/title")),
        bad('{"title": }', ("missing-value", "/title")),
        bad('{: "Mug"}', ("missing-key", "")),
        bad('{title: "Mug"}', ("unquoted-key", "")),
        bad('{"title": Mug}', ("unquoted-text", "/title")),
        bad("{'title': 1}", ("single-quotes", "")),
        bad('{“title": 1}', ("lookalike", "")),
        bad('{"title": "Mug', ("unclosed-string", "/title")),
        bad('{"title": "Mug\n"}', ("line-break", "/title")),
        bad('{"title": "15" laptop"}', ("unescaped-quote", "/title")),
        bad('{"title": "C:\\q"}', ("bad-escape", "/title")),
        bad('{"title": "a\tb"}', ("control-character", "/title")),
        bad('{"title": "a\0b"}', ("nul", "/title")),
        bad('["a", "b"', ("unclosed-array", "/1")),
        bad('{"title": "Mug"', ("unclosed-object", "/title")),
        bad('["a"}', ("wrong-bracket", "/0")),
        bad('{"stock": 3 // more soon\n}', ("comment", "/stock")),
        bad('{"stock": NaN}', ("not-a-number", "/stock")),
        bad('{"stock": None}', ("misspelt-word", "/stock")),
        bad('{"stock": 007}', ("leading-zero", "/stock")),
        bad('{"stock": 10kg}', ("number-form", "/stock")),
        bad('{"stock": 1e999}', ("number-range", "/stock")),
        bad('{"a":' * 300 + "1" + "}" * 300, ("too-deep", "/a" * 254)),
        bad('{"title": "Mug"} {"title": "Cup"}', ("extra-content", "")),
        bad('{\n<<<<<<< HEAD\n"stock": 3}', ("merge-conflict", "")),
        bad("<html></html>", ("markup", "")),
        bad('{"title": *}', ("unexpected", "/title")),
    ],
)
def check(problem: Problem, listing: None, options: Options) -> Iterator[Finding]:
    yield Finding(problem.message, problem.pointer, "value", problem.data)
