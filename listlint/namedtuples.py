"""`NamedTuple` as `typing` has it, for classes that are made at every start.

`typing` compiles the text of each annotation while it makes a class, and nothing here ever asks
for one: that was more than half of what a class cost, and a start makes fifty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    _OF_ITS_OWN = {"__annotations__", "__module__", "__qualname__"}

    class _Maker(type):
        """Makes a named tuple of each class that names `NamedTuple` as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields and key not in _OF_ITS_OWN:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """The base to name; the classes made are plain tuples and do not have it."""
