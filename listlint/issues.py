"""A platform's own answers → what they say of products: the issues that a preview found.

Which shape the answers of a platform have is data (``x-issues`` in its payload.json): where the
issues stand, what their members are called, which level a severity is. This module reads no file,
knows no one platform and no product; `listlint.issueplaces` finds the places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from unicodedata import category

import orjson

from listlint.document import is_lines
from listlint.errors import UsageError
from listlint.model import Level, Pointer, parse_pointer, pointer_text
from listlint.namedtuples import NamedTuple
from listlint.schema import Schema

if TYPE_CHECKING:
    from listlint.platform import Platforms

FORM = "x-issues"
"""The key of a platform's payload.json under which the form of its answers stands."""

LONGEST = 1000
"""No message of a platform is kept longer, in characters; a report may show less of it."""

UNNAMED = "issue"
"""What an issue is called that has no code."""


class Issue(NamedTuple):
    """One thing that a platform told of a product.

    *product* is the key by which the platform knows the product, None where the answer does not
    say. *name* is ``<platform>/<code>``. *about* are the attributes that it is about, as the
    platform calls them, *kinds* the sorts of issues that it belongs to. *file* is the answer's.
    """

    platform: str
    product: str | None
    name: str
    message: str
    level: Level
    about: tuple[str, ...]
    kinds: tuple[str, ...]
    file: str


class Places(NamedTuple):
    """What the names of a platform's attributes stand for.

    *named* maps an attribute to pointers of the neutral product, the first that leads somewhere
    counts; *others* are pointers with ``{name}`` for all attributes, of a neutral product or of a
    payload. *kinds* maps sorts of issues, which tell where one belongs that names no attribute.
    """

    named: Mapping[str, tuple[tuple[str, ...], ...]]
    others: tuple[tuple[str, ...], ...]
    kinds: Mapping[str, tuple[tuple[str, ...], ...]] = {}  # of a tuple: never written


class Form(NamedTuple):
    """The shape of one platform's answers.

    *at* are pointers to the arrays of issues, ``*`` for each entry. *product* … *kind* name
    members of an issue, the first that is there counts; *product* may also stand in an object
    around it.
    """

    platform: str
    title: str
    recognise: Schema
    at: tuple[tuple[str, ...], ...]
    product: tuple[str, ...]
    code: tuple[str, ...]
    message: tuple[str, ...]
    severity: tuple[str, ...]
    levels: Mapping[str, Level]
    about: tuple[str, ...]
    kind: tuple[str, ...]
    places: Places


def issue_platforms(platforms: Platforms) -> list[str]:
    """The names of those of *platforms* whose answers can be read."""
    return [name for name in platforms.names if FORM in (platforms.payload_schema(name) or ())]


def forms_of(platforms: Platforms) -> dict[str, Form]:
    """The form of the answers of each of *platforms* that has one."""
    forms = {}
    for name in issue_platforms(platforms):
        schema = platforms.payload_schema(name) or {}
        forms[name] = form_of(name, platforms.get(name).title, schema[FORM])
    return forms


def form_of(platform: str, title: str, data: Mapping[str, Any]) -> Form:
    """The form that *data*, the ``x-issues`` of *platform*, describes."""
    try:
        recognise = Schema(dict(data["recognise"]))
        recognise.compiled()  # told now if it is none
    except ValueError as error:
        reason = " ".join(str(error).split())
        raise UsageError(f"{platform}: x-issues/recognise is no schema ({reason}).") from error
    return Form(
        platform=platform,
        title=title,
        recognise=recognise,
        at=_pointers(data["at"]),
        product=_texts(data["product"]),
        code=_texts(data.get("code", ())),
        message=_texts(data["message"]),
        severity=_texts(data.get("severity", ())),
        levels={word: Level.parse(level) for word, level in data.get("levels", {}).items()},
        about=_texts(data.get("about", ())),
        kind=_texts(data.get("kind", ())),
        places=Places(
            {name: _pointers(each) for name, each in data.get("places", {}).items()},
            _pointers(data.get("others", ())),
            {name: _pointers(each) for name, each in data.get("kinds", {}).items()},
        ),
    )


def has_issues(answer: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
    """Whether a list of issues, be it empty, is where *data*, an ``x-issues``, says they are."""
    return any(_has_array(answer, parts) for parts in _pointers(data["at"]))


def _has_array(value: Any, parts: tuple[str, ...]) -> bool:
    if not parts:
        return isinstance(value, list)
    first, rest = parts[0], parts[1:]
    if isinstance(value, list) and first == "*":
        return any(_has_array(each, rest) for each in value)
    return isinstance(value, dict) and first in value and _has_array(value[first], rest)


def _texts(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _pointers(value: str | Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(parse_pointer(each) for each in _texts(value))


def is_issue_name(name: str, platforms: Iterable[str]) -> bool:
    """Whether *name* can be that of an issue of one of *platforms*: ``amazon/90220``."""
    platform, _, code = name.partition("/")
    known = platform in platforms and bool(code)
    return known and (code == "*" or _code(code) == code)


def issues_in(name: str, data: bytes, forms: Mapping[str, Form]) -> list[Issue]:
    """The issues of the answers in *data*, the content of the file *name*, equal ones once.

    It holds an answer, an array of answers, or one a line. *name* may say whose they are:
    ``amazon=answers.json``. UsageError where there is anything that is no answer of *forms*.
    """
    asked, equals, file = name.partition("=")
    if not equals or asked not in forms:
        asked, file = "", name
    known = {asked: forms[asked]} if asked else forms
    found: dict[tuple[str, str | None, str, str], Issue] = {}
    for place, answer in _answers(file, data):
        form = _form_for(file, place, answer, known)
        for issue in _issues(file, answer, form):
            equal = found.setdefault(
                (issue.platform, issue.product, issue.name, issue.message), issue
            )
            if issue.level > equal.level or (issue.about and not equal.about):
                both = equal._replace(
                    level=max(equal.level, issue.level), about=equal.about or issue.about
                )
                found[issue.platform, issue.product, issue.name, issue.message] = both
    return list(found.values())


def file_of(path: str, forms: Mapping[str, Form]) -> str:
    """The file that *path*, as the command line has it, names: without ``amazon=`` before it."""
    asked, equals, file = path.partition("=")
    return file if equals and asked in forms else path


def _answers(file: str, data: bytes) -> Iterator[tuple[str, Any]]:
    """(how the place is called, answer) of each answer in *data*."""
    if is_lines(file, data):
        for number, line in enumerate(data.splitlines(), 1):
            if line.strip():
                yield f"{file}:{number}", _read(f"{file}:{number}", line)
        return
    value = _read(file, data)
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield f"{file}: /{index}", each
    else:
        yield file, value


def _read(place: str, data: bytes) -> Any:
    try:
        return orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise UsageError(f"{place}: cannot be read as an answer ({error}).") from error


def _form_for(file: str, place: str, answer: Any, forms: Mapping[str, Form]) -> Form:
    fitting = [form for form in forms.values() if form.recognise.is_valid(answer)]
    if not fitting:
        raise UsageError(f"{place}: this is no answer of {_either(forms)} with issues.")
    if len(fitting) > 1:
        names = [form.platform for form in fitting]
        raise UsageError(
            f"{place}: this may be an answer of {_either(names)}. Say whose it is:"
            f" --import-issues {names[0]}={file}"
        )
    return fitting[0]


def _either(names: Iterable[str]) -> str:
    listed = sorted(names)
    return " or ".join(listed) if listed else "any platform that is known here"


def _issues(file: str, answer: Any, form: Form) -> Iterator[Issue]:
    for at in form.at:
        for pointer, around, issue in _at(answer, at):
            if isinstance(issue, dict):
                yield _issue(file, issue, around, form)
            else:
                raise UsageError(f"{file}: {pointer_text(pointer)} is no issue: not an object.")


def _at(
    value: Any, parts: tuple[str, ...], at: Pointer = (), around: tuple[Any, ...] = ()
) -> Iterator[tuple[Pointer, tuple[Any, ...], Any]]:
    """(pointer, the values around it, the nearest first, value) of each entry at *parts*."""
    if not parts:
        if isinstance(value, list):
            for index, each in enumerate(value):
                yield (*at, index), around, each
        return
    first, rest = parts[0], parts[1:]
    if isinstance(value, list) and first == "*":
        for index, each in enumerate(value):
            yield from _at(each, rest, (*at, index), around)
    elif isinstance(value, dict) and first in value:
        yield from _at(value[first], rest, (*at, first), (value, *around))


def _issue(file: str, issue: Mapping[str, Any], around: tuple[Any, ...], form: Form) -> Issue:
    severity = _first(form.severity, issue)
    code = _first(form.code, issue)
    message = _clean(_first(form.message, issue) or "")
    return Issue(
        platform=form.platform,
        product=_first(form.product, issue, *around),
        name=f"{form.platform}/{_code(code or '') or UNNAMED}",
        message=message or f"{form.title} gives no reason (code {code or 'unknown'}).",
        # A severity that is not known yet may keep the product off the platform.
        level=form.levels.get(severity or "", Level.ERROR),
        about=tuple(_all(form.about, issue)),
        kinds=tuple(_all(form.kind, issue)),
        file=file,
    )


def _first(names: tuple[str, ...], *objects: Any) -> str | None:
    """The first of *names* that is a text or a number, in the first of *objects* that has one."""
    for each in objects:
        for name in names:
            value = each.get(name) if isinstance(each, dict) else None
            if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
                return str(value)
    return None


def _all(members: tuple[str, ...], issue: Mapping[str, Any]) -> Iterator[str]:
    for member in members:
        value = issue.get(member)
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, str) and each:
                yield each


def _code(code: str) -> str:
    """*code* as the name of a finding writes it: small letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")


def _clean(text: str) -> str:
    """*text* on one line, without control characters, and bounded."""
    shown = "".join(" " if category(char) in _UNSEEN else char for char in text[: LONGEST * 2])
    line = " ".join(shown.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


_UNSEEN = frozenset(["Cc", "Cf", "Cs", "Zl", "Zp"])
