"""Judging rules that are not ours, and what platforms that are not ours say of rules.

Built-in rules and platforms are judged by tests. Those of plugins, folders, the configuration and
other repositories are judged here, when they are brought in: a rule that could never be called,
or would take another's name, is told instead of silence. This module runs no rule.
"""

from __future__ import annotations

import string
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from listlint.errors import UsageError, instead, unknown
from listlint.model import pointer_text
from listlint.rule import DOCUMENT, Pattern, Rule, Words
from listlint.selectors import is_selector

if TYPE_CHECKING:
    from listlint.platform import Platform
    from listlint.registry import Registry


def rule_faults(rule: Rule, taken: Collection[str], fields: Collection[str]) -> Iterator[str]:
    """What is wrong with *rule*, a sentence each.

    *taken* are the names that others have, *fields* those of a product.
    """
    for name in (rule.name, *rule.aliases):
        if "/" not in name:
            yield f"{name!r} has no family; call it <family>/<name>."
        elif name in taken:
            yield f"{name!r} is the name of another rule or finding; choose one of your own."
    for on in rule.on:
        if on in DOCUMENT:
            yield f"on={on!r} is for the rules on JSON itself, which are built in."
        elif not is_selector(on, fields):
            yield f"on={on!r} is no place of a listing{instead(on, fields)}"
    for message, template in rule.messages.items():
        try:
            list(string.Formatter().parse(template))
        except ValueError as error:
            yield f"message {message!r} cannot be filled ({error}); write a brace twice."
    for message in rule.at_most:
        if message not in rule.messages:
            yield f"at_most names {message!r}{instead(message, rule.messages)}"
    when = rule.when
    if isinstance(when, Pattern):
        for regex in filter(None, (when.regex, when.there)):
            if not _is_readable(regex):
                yield f"the pattern {regex!r} cannot be read (look-around and references are not)."
        if when.allowed is not None and when.allowed not in rule.options:
            hint = instead(when.allowed, rule.options)
            yield f"the trigger asks for the option {when.allowed!r}{hint}"
    if isinstance(when, Words):
        for option in when.options:
            if option not in rule.options:
                yield f"the trigger asks for the option {option!r}{instead(option, rule.options)}"


def _is_readable(regex: str) -> bool:
    try:
        import re2
    except ImportError:
        import re

        try:
            re.compile(regex)
        except re.error:
            return False
        return True
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(regex, options)
    except re2.error:
        return False
    return True


def refuse_wrong_rules(platform: Platform, registry: Registry) -> None:
    """UsageError with all that *platform*, which is not ours, says of rules that cannot be."""
    faults: list[str] = []
    for name, data in platform.rules.items():
        rule = registry.get(name)
        if rule is None:
            known = (*registry.rules, *registry.aliases)
            faults.append(_at(platform, data, name, unknown(name, known, "rule")))
            continue
        if rule.name != name:
            faults.append(_at(platform, data, name, f"the rule is called {rule.name!r} now."))
        if "words" in data and "words" not in rule.options:
            faults.append(_at(platform, data, name, "this rule takes no words."))
        for option, value in data.get("options", {}).items():
            try:
                rule.settled({option: value})
            except ValueError as error:
                place = pointer_text(("x-rules", name, "options", option))
                faults.append(f"{platform.file}: {place}: {error}.")
    if faults:
        raise UsageError("\n".join(faults))


def _at(platform: Platform, data: object, name: str, sentence: str) -> str:
    """*sentence* with the file and the place in which *platform* speaks of the rule *name*."""
    assert platform.file is not None, "only platforms that are not ours are judged"
    in_words = isinstance(data, dict) and "words" in data
    file = platform.file.with_name("words.json") if in_words else platform.file
    return f"{file}: {pointer_text((name,) if in_words else ('x-rules', name))}: {sentence}"
