"""No text is a placeholder that was left in, or a template that was not filled.

"Lorem ipsum", "{{title}}", "[object Object]" or "TBD" reach a listing when an export misses a
value or a draft is uploaded. Such a listing names nothing that can be found or sold, and shows
buyers that nobody read it. No platform's wording on it was found: this is our own judgement, and
a warning.

Two kinds are reported: a text that is nothing but a placeholder ("test", "TODO", "null", "xxx",
"待定"), and one that holds an unmistakable trace of a template or a program.

**Repair.** Write the text, or leave the field out. If it comes from an export, look at the record
whose field was empty.

**Limits.** Title, short description, description, bullets and keywords are read; attributes are
`attributes/placeholder`, the brand is `brand/placeholder`. Words that can be meant ("pregnancy
test", "null modem", "XXX") count only where they are all there is, and "your text here" not at
all, since it names goods that are printed to order. What stands inside tags is not read.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

# Alone in any field.
_NOTHING = (
    r"to ?do|t\.?b\.?[ad]|n/?a|null|none|nil|nan|undefined|placeholder|untitled|x{3,}"
    r"|asdf(?:gh)?|qwerty|foobar|lorem"
)
_NOTHING_ZH = "待定|待补充|暂无|测试"
# Alone in a field that buyers read.
_NO_TEXT = (
    r"test(?:ing|s)?(?: ?[0-9]+)?|(?:this is )?a? ?test product(?: ?[0-9]+)?|string|abc|dummy"
    r"|test (?:item|title|listing|description)|sample (?:text|title|product|description)"
    r"|dummy (?:text|product|title)|new product|no (?:title|description|name)"
    r"|(?:product )?(?:title|description|name)|123|1234|12345"
) + "".join(f"|{each}{{3,}}" for each in "abcdefghijklmnopqrstuvwxyz0123456789")
_NO_TEXT_ZH = "测试商品|测试标题|测试产品|标题|描述|详情|商品名称|商品标题|产品名称|无标题"
_OPEN, _CLOSE = r"[\s\[(<{*]*", r"[\s\])>}*:!.]*"
_IS_NOTHING = f"(?i){_OPEN}(?:{_NOTHING}|{_NOTHING_ZH}){_CLOSE}"
_IS_NO_TEXT = f"(?i){_OPEN}(?:{_NOTHING}|{_NOTHING_ZH}|{_NO_TEXT}|{_NO_TEXT_ZH}){_CLOSE}"

# Anywhere, in any case.
_TEMPLATES = (
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{1,60}%\}|\$\{[a-z_][a-z0-9_.]*\}|<%=?[^<>\n]{1,60}%>"
)
_TEMPLATES_BEGIN = r"\{\{|\{%|\$\{|<%"
_TRACES = (
    r"lorem ipsum|dolor sit amet"
    r"|\[object object\]|#n/a|#ref!|#value!|#name\?|#div/0!|#null!"
    r"|(?:insert|enter|add|put|type) (?:your |the |a |an |product |item |listing )*"
    r"(?:title|description|keywords?) here"
)
_TRACE = (
    rf"(?i:{_TRACES}|{_TEMPLATES})"
    r"|(?<![0-9%\w])%(?:\([a-z_]+\))?[sd](?![\w%])|(?<![\w{])\{[0-9]?\}(?![\w}])"
    r"|(?<![\w-])(?:undefined|NaN|NULL|Null|null)(?![\w-])(?! [Mm]odem| [Cc]able)"
)
# One of these stands in every trace: looked for first, as it is quick.
_SIGNS = ("{", "%", "#", "null", "nan", "undefined", "[object", "lorem", "dolor sit", " here")
_TAGS = "<[a-zA-Z/!][^<>]*>"
_LONGEST = 40


# The trigger only has the beginnings of templates: to count what stands in them takes more states
# than all else that any rule looks for, and the check counts.
@rule(
    on=("title", "short_description", "description", "bullets[]", "keywords[]"),
    when=pattern(
        rf"(?i:\b(?:{_NOTHING}|{_NO_TEXT})\b|{_NOTHING_ZH}|{_NO_TEXT_ZH}|{_TRACES}|{_TEMPLATES_BEGIN})"
        r"|%(?:\([a-z_]+\))?[sd]\b|\{[0-9]?\}"
    ),
    level="warn",
    messages={
        "whole": "“{value}” is a placeholder. Write the text, or leave the field out.",
        "trace": "“{value}” was left in by a template or an export. Write what belongs there.",
    },
    options={
        "allow": Option([], "Texts that are meant though they look like placeholders."),
    },
    examples=[
        good({"title": "Pregnancy Test Strips", "description": "Test it: 100%silk, 50 %, {Pack}"}),
        good({"title": "Null Modem Cable", "bullets": ["Nan bread", "5"]}),
        good({"title": "Todo Terreno XXX Poster", "keywords": ["test", "bar", "string"]}),
        good({"title": "Custom Mug with Your Text Here", "attributes": {"Lid": "None"}}),
        good({"title": "Mug", "description": '<p data-format="[null,null]">A mug</p>'}),
        good({"title": "ABC"}, options={"allow": ["abc"]}),
        bad({"title": "Test Product 1"}, ("whole", "/title")),
        bad(
            {"title": "[TITLE]", "keywords": ["TBD"]}, ("whole", "/title"), ("whole", "/keywords/0")
        ),
        bad(
            {"title": "Mug", "short_description": "111", "bullets": ["500 ml", "N/A"]},
            ("whole", "/short_description"),
            ("whole", "/bullets/1"),
        ),
        bad({"title": "测试商品"}, ("whole", "/title"), language="zh"),
        bad({"title": "{{product.title}} in Blue"}, ("trace", "/title")),
        bad({"title": "Mug %s 500 ml"}, ("trace", "/title")),
        bad({"title": "Mug undefined 500 ml"}, ("trace", "/title")),
        bad({"title": "Mug", "bullets": ["[object Object]"]}, ("trace", "/bullets/0")),
        bad(
            {"title": "Mug", "description": "<p>Lorem ipsum dolor sit amet</p>"},
            ("trace", "/description"),
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    value = text.value
    if value.casefold() in {each.casefold() for each in options["allow"]}:
        return
    placeholder = _IS_NOTHING if text.field == "keywords" else _IS_NO_TEXT
    if len(value) <= _LONGEST and re.fullmatch(placeholder, value):
        yield text.finding("whole", value=value.strip(), text=value)
        return
    lower = value.lower()
    if not any(sign in lower for sign in _SIGNS):
        return
    if trace := re.search(_TRACE, re.sub(_TAGS, " ", value) if "<" in value else value):
        yield text.finding("trace", value=trace[0][:_LONGEST], text=trace[0])
