"""On what the rules of an item schema depend, as JSON Schemas of the listings where it holds.

What a listing cannot tell counts as what keeps a rule silent: a field is off, a rule does not
apply. This module knows no rule that depends, no platform and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from listlint.itemschema import Express, Field, Group
from listlint.numberforms import at_least, at_most, plain
from listlint.spellings import Shape, one_of, stating

Truth = Shape | bool
"""The listings where something holds; True for all, False for none."""

_OPTIONS = {
    "this field's value in fieldoptions": True,
    "this field's value not in fieldoptions": False,
}


def all_of(parts: Iterable[Truth]) -> Truth:
    """The listings where all *parts* hold."""
    left = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            left.append(part)
    return True if not left else left[0] if len(left) == 1 else {"allOf": left}


def any_of(parts: Iterable[Truth]) -> Truth:
    """The listings where one of *parts* holds."""
    left = []
    for part in parts:
        if part is True:
            return True
        if part is not False:
            left.append(part)
    return False if not left else left[0] if len(left) == 1 else {"anyOf": left}


class Conditions:
    """Tells conditions on the *known* fields of a schema.

    *targets* maps the id of a field to the listing's, *names* gives those of an attribute.
    """

    def __init__(
        self,
        known: Mapping[str, Field],
        targets: Mapping[str, str],
        names: Callable[[Field], tuple[str, ...]],
    ) -> None:
        self._known = known
        self._targets = targets
        self._names = names

    def off(self, field: Field) -> Truth:
        """The listings in which *field* does not count."""
        rules = [rule for rule in field.named("disableRule") if rule.holds]
        return any_of(self._holds(rule.when, doubt=True) for rule in rules)

    def required(self, field: Field) -> Truth:
        """The listings that must state *field*, so long as it is not off.

        None where the answer brings a value, or where the seller cannot change it.
        """
        if field.is_filled or any(rule.holds for rule in field.named("readOnlyRule")):
            return False
        rules = [rule for rule in field.named("requiredRule") if rule.holds]
        return any_of(self._holds(rule.when, doubt=False) for rule in rules)

    def applies(self, when: Group | None) -> Truth:
        """The listings for which a rule counts that depends on *when*."""
        return self._holds(when, doubt=False)

    def _holds(self, when: Group | Express | None, *, doubt: bool) -> Truth:
        if when is None:
            return True
        if isinstance(when, Express):
            return self._compared(when, doubt)
        parts = [self._holds(each, doubt=doubt) for each in when.of]
        return any_of(parts) if when.any_of and parts else all_of(parts)

    def _compared(self, express: Express, doubt: bool) -> Truth:
        field = self._known.get(express.field)
        symbol = express.symbol.lower()
        if field is None:
            return doubt
        if symbol in ("==", "=", "contains"):
            return self._states(field, one_of(_spellings(field, express.value)), doubt)
        if symbol in ("!=", "not contains"):
            return self._differs(field, one_of(_spellings(field, express.value)), doubt)
        if symbol in ("is null", "is not null"):
            stated = self._states(field, None, doubt)
            if isinstance(stated, bool):
                return doubt
            return stated if symbol == "is not null" else {"not": stated}
        if symbol in _OPTIONS:
            known = one_of([text for option in field.options for text in option if text])
            tell = self._states if _OPTIONS[symbol] else self._differs
            return tell(field, known, doubt)
        bound = plain(express.value)
        if bound is None or symbol not in ("<", "<=", ">", ">="):
            return doubt
        body = (at_most if "<" in symbol else at_least)(bound, open_end="=" not in symbol)
        keyword = (
            f"{'m' if '=' in symbol else 'exclusiveM'}{'aximum' if '<' in symbol else 'inimum'}"
        )
        text = {"type": "string", "pattern": f"^ *({body}) *$"}
        return self._states(
            field, {"anyOf": [text, {"type": "number", keyword: float(bound)}]}, doubt
        )

    def _differs(self, field: Field, value: Shape, doubt: bool) -> Truth:
        """The listings that state another *value* of *field*; in *doubt*, those that state none."""
        same = self._states(field, value, doubt)
        if isinstance(same, bool):
            return doubt
        if doubt:
            return {"not": same}
        return all_of([self._states(field, None, doubt), {"not": same}])

    def _states(self, field: Field, value: Shape | None, doubt: bool) -> Truth:
        """The listings that state *field*, as a *value* if one is given; *doubt* if none can."""
        ways: list[Truth] = []
        names = self._names(field)
        if names:
            ways.append(stating(names, value, in_variants=True))
        target = self._targets.get(field.id)
        if target is not None and field.kind not in ("complex", "multiComplex"):
            shape: Shape = {} if value is None else value
            for name in reversed(target.split(".")):
                shape = {"required": [name], "properties": {name: shape}}
            if target.partition(".")[0] == "variants":
                return doubt  # of which variant?
            ways.append(shape)
        return any_of(ways) if ways else doubt


def _spellings(field: Field, value: str) -> list[str]:
    """*value* and the names of the option of *field* that it stands for."""
    return [value, *(name for name, option in field.options if option == value and name)]
