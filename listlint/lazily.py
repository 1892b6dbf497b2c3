"""Regular expressions that are compiled when they are first used: most runs need few of them."""

from __future__ import annotations

import re
from typing import Any


class Lazily:
    """A regular expression; has what a compiled one has."""

    def __init__(self, regex: str | bytes, flags: int = 0) -> None:
        self._regex = regex
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """The attribute *name* of the compiled expression."""
        value = getattr(re.compile(self._regex, self._flags), name)
        setattr(self, name, value)
        return value
