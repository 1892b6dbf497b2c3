"""No attribute stands twice under two spellings of its name.

JSON forbids the same name twice, but not “Color” beside “colour”. A platform takes one of the two
and drops the other, or shows both, and buyers do not know which holds.

**What platforms do.** An attribute has one place in a platform's form: DHgate and Pinduoduo take
each attribute of the category once (dh.item.add, pdd.goods.add; confidence P). Two names for one
cannot be sent.

**What is reported.** Names within `attributes`, or within `custom_attributes`, that differ only in
case, spaces, punctuation, width of the characters, or between color and colour. A name that
stands in both fields is `attributes/custom-shadows-standard`; twice the very same name is
`json/duplicate-key`.

**Repair.** Keep one of them, with the right value; several values go into one list.
"""

from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Options, Value, bad, good, rule

from .._attribute_names import as_read


@rule(
    on=("attributes", "custom_attributes"),
    level="warn",
    messages={
        "duplicate": "“{name}” and “{first}” are one attribute. Keep one of them, with all its"
        " values."
    },
    examples=[
        good({"title": "Mug", "attributes": {"Color": "Red", "Material": "Steel"}}),
        good({"title": "Mug", "attributes": {"Connector 1": "USB", "Connector 2": "VGA"}}),
        good({"title": "Mug", "attributes": {"Color": "Red"}, "custom_attributes": {"color": 1}}),
        good({"title": "Mug", "attributes": {"材质": "钢", "材料": "钢"}}, language="zh"),
        good({"title": "Mug", "attributes": {"-": "a", "/": "b", "Weight": 1, "Weight %": 2}}),
        bad(
            {"title": "Mug", "attributes": {"Color": "Red", "Colour": "Blue"}},
            ("duplicate", "/attributes/Colour", "key"),
        ),
        bad(
            {"title": "Mug", "custom_attributes": {"Net Weight": "1", "net-weight": "2"}},
            ("duplicate", "/custom_attributes/net-weight", "key"),
        ),
        bad(
            {"title": "Mug", "attributes": {"Ｓize": "1", "材质": "钢", "size:": "2"}},
            ("duplicate", "/attributes/size:", "key"),
        ),
    ],
)
def check(attributes: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    names = attributes.value
    if len(set(map(as_read, names))) == len(names):
        return ()
    return _duplicates(attributes)


def _duplicates(attributes: Value) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for name in attributes.value:
        same = as_read(name)
        if same and first.setdefault(same, name) != name:
            data = {"name": name, "first": first[same]}
            yield Finding("duplicate", (*attributes.pointer, name), "key", data)
