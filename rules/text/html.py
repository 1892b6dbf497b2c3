"""Texts are plain where the platform shows them plainly, and descriptions hold no active HTML.

A title, a bullet or an attribute is shown as it stands: buyers read "<br />" or "&amp;". A
description may hold HTML, but what runs, embeds or restyles the page (scripts, frames, forms,
style sheets, event handlers) is cut out or refused by platforms, since it could deceive buyers.

Amazon takes line breaks in a description and no other HTML (page 200390640, confidence P). The
other platforms listed here publish no list of tags, so what is active is our own judgement, and a
warning.

**Repair.** Take tags out of plain texts, and write the character itself instead of its code: "&"
for "&amp;". Take active parts out of descriptions; paragraphs, lists, tables, bold text and
pictures are fine.

**Limits.** Only names of real HTML elements count as tags, so "a < b", "<3" and the sizes "<S>"
and "<XL>" are text. Whether tags are closed and nested rightly is not judged: browsers repair that.
"""

import re
from collections.abc import Iterator

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

from .. import _html

_NAMES = (
    "abbr|address|article|aside|audio|big|blockquote|body|br|button|canvas|caption|center|cite"
    "|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font"
    "|footer|form|frame|h[1-6]|head|header|hr|html|iframe|img|input|ins|label|legend|li|link|main"
    "|map|meta|nav|noscript|object|ol|option|p|param|pre|script|section|select|small|source|span"
    "|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|ul|var"
    "|video|wbr|a|b|i|s|u"
)
_TAG = rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>|<!--"
_CODE = "&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,30});"
_ACTIVE = frozenset(
    {"script", "iframe", "frame", "object", "embed", "applet", "form", "input", "textarea"}
    | {"button", "select", "style", "link", "base", "noscript"}
)
_ACTIVE_TAG = (
    "<(?:script|i?frame|object|embed|applet|form|input|textarea|button|select|style|link|base"
    "|noscript)"
)
_HANDLER = r"on[a-z]+\s*="
_MAYBE_ACTIVE = rf"{_ACTIVE_TAG}\b|\s{_HANDLER}|javascript:|vbscript:"


@rule(
    on="text",
    when=pattern(
        "</?[a-zA-Z]|<!--|&[#a-zA-Z][0-9a-zA-Z]+;",
        allowed="allow-in",
        there=rf"(?i:{_ACTIVE_TAG}|{_HANDLER}|(?:java|vb)script)",
    ),
    level="warn",
    messages={
        "tag": "HTML tag {tag} ({count} in this text). This text is shown plainly: remove it.",
        "code": "{code} is shown as it stands. Write the character: {character}.",
        "other-tag": "HTML tag {tag} ({count} in this text). Only {allowed} may stand here: remove "
        "the others.",
        "active": "{parts} in this text. Platforms cut out or refuse active parts: remove it.",
    },
    options={
        "allow-in": Option(["description"], "Fields that may hold HTML."),
        "allow-tags": Option(
            [], "Tags, such as br, that a description may hold where `allow-in` does not name it."
        ),
    },
    examples=[
        good({"title": "Size < 10 cm, a <b, I <3 you, AT&T, R&D; <S> <XL>"}),
        good({"title": "Mug", "description": "<p>A <b>mug</b> &amp; lid<br/></p>"}),
        good({"title": "Mug", "bullets": ["<b>500 ml</b>"]}, options={"allow-in": ["bullets"]}),
        good(
            {"title": "Mug", "description": "A mug &amp; a lid.<br>350 ml<BR/>Size <S>"},
            options={"allow-in": [], "allow-tags": ["br"]},
        ),
        bad({"title": "Steel Mug<br />500 ml"}, ("tag", "/title")),
        bad(
            {"title": "Mug &amp; Lid", "bullets": ["<b>500 ml</b>"]},
            ("code", "/title"),
            ("tag", "/bullets/0"),
        ),
        bad({"title": "Mug", "attributes": {"Lid": "<b>yes</b>"}}, ("tag", "/attributes/Lid")),
        bad(
            {"title": "Mug", "description": "<p>A mug</p>"},
            ("tag", "/description"),
            options={"allow-in": []},
        ),
        bad(
            {"title": "Mug<br>350 ml", "description": "A <b>mug</b>.<br>350 ml"},
            ("tag", "/title"),
            ("other-tag", "/description"),
            options={"allow-in": [], "allow-tags": ["br"]},
        ),
        bad(
            {"title": "Mug", "description": "<iframe src='x'></iframe>A mug.<br onclick='go()'>"},
            ("active", "/description"),
            options={"allow-in": [], "allow-tags": ["br"]},
        ),
        bad({"title": "Mug", "description": "<script>go()</script>"}, ("active", "/description")),
        bad(
            {"title": "Mug", "description": "<p onclick='go()'>A <a href='javascript:x'>mug</a>"},
            ("active", "/description"),
        ),
    ],
)
def check(text: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    value, allowed = text.value, options["allow-tags"]
    if text.field in options["allow-in"]:
        yield from _active(text)
    elif allowed and text.field == "description":
        yield from _active(text)
        if tags := [tag for tag in _tags(value) if _name(tag) not in _ACTIVE.union(allowed)]:
            named = ", ".join(f"<{name}>" for name in allowed)
            yield text.finding(
                "other-tag", tag=tags[0][:40], count=len(tags), allowed=named, text=tags[0]
            )
    else:
        if tags := _tags(value):
            yield text.finding("tag", tag=tags[0][:40], count=len(tags), text=tags[0])
        if "&" in value and (code := _first_code(value)):
            yield text.finding("code", code=code, character=_character(code), text=code)


def _active(text: Text) -> Iterator[Finding]:
    if _may_be_active(text.value) and (parts := _active_parts(text.value)):
        yield text.finding("active", parts=", ".join(parts[:5]), text=", ".join(parts))


def _tags(value: str) -> list[str]:
    if "<" not in value:
        return []
    return [tag for tag in re.findall(_TAG, value, re.IGNORECASE) if tag != "<S>"]


def _name(tag: str) -> str:
    named = re.match("</?([a-z][a-z0-9]*)", tag.lower())
    return named[1] if named else ""


def _first_code(value: str) -> str | None:
    from html.entities import html5

    for code in re.findall(_CODE, value):
        if code[1] == "#" or code[1:] in html5:
            return str(code)
    return None


def _character(code: str) -> str:
    from html import unescape

    character = unescape(code)
    return "a space" if character.isspace() or not character.isprintable() else character


def _may_be_active(value: str) -> bool:
    # Parts of the pattern in small letters, which are found quickly by how they begin.
    lower = value.lower()
    doubtful = (
        re.search(_ACTIVE_TAG, lower)
        or ("=" in lower and re.search(_HANDLER, lower))
        or "pt:" in lower
    )
    return bool(doubtful and re.search(_MAYBE_ACTIVE, value, re.IGNORECASE))


def _active_parts(value: str) -> list[str]:
    """What runs, embeds or restyles in HTML, each once, as it would be written."""
    found = []
    for tag in _html.read(value).tags:
        if tag.name in _ACTIVE:
            found.append(f"<{tag.name}>")
        for name, given in tag.attributes:
            if re.fullmatch("on[a-z]+", name):
                found.append(f"{name}=")
            elif re.match(r"\s*(?:java|vb)script:", given, re.IGNORECASE):
                found.append(f"{name}=javascript:")
    return list(dict.fromkeys(found))
