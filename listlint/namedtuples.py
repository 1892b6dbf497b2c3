"""`NamedTuple` as `typing` has it, for classes that are made at every start.

`typing` compiles the text of each annotation while it makes a class, and nothing here ever asks
for one; `collections` compiles a constructor for each. A start makes seventy classes, so those of
as many fields share the compiled one, each with its own names for the parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    @cache
    def _like(count: int) -> type:
        """A named tuple of *count* fields: all that is done by their places is done by it."""
        return namedtuple("_like", ["_"] * count, rename=True)

    def _replace(self: Any, /, **changed: Any) -> Any:
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise TypeError(f"no fields: {', '.join(changed)}")
        return made

    def _repr(self: Any) -> str:
        told = ", ".join(
            f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)
        )
        return f"{type(self).__name__}({told})"

    class _Maker(type):
        """Makes a named tuple of each class that names `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.pop("__annotations__", ()))
            like = _like(len(fields))
            new = like.__new__
            code = new.__code__.replace(co_varnames=(new.__code__.co_varnames[0], *fields))
            defaults = {field: body[field] for field in fields if field in body}
            places = map(like.__dict__.__getitem__, like._fields)
            own = {
                "__slots__": (),
                "__new__": FunctionType(code, new.__globals__, "__new__", (*defaults.values(),)),
                "__match_args__": fields,
                "__repr__": _repr,
                "_fields": fields,
                "_field_defaults": defaults,
                "_replace": _replace,
            }
            return type(name, (like,), {**own, **body, **dict(zip(fields, places, strict=True))})

    class NamedTuple(metaclass=_Maker):
        """The base to name; the classes made are plain tuples and do not have it."""
