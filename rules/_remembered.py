"""Answers that are worked out once for each text: names and values repeat across a catalog.

As `functools.lru_cache`, but a look-up is one of a plain dict, half as dear; it forgets all at once
when it is full. This module knows no rule.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")

_MOST = 10_000  # of products, whose texts have no bound


class Remembered(dict[Any, Answer]):
    """Text → what *work* answers for it, asked by ``remembered[text]``.

    Other values than texts are worked out each time: 1 and 1.0 would be one key.
    """

    def __init__(self, work: Callable[[Any], Answer]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, key: Any) -> Answer:
        answer = self._work(key)
        if type(key) is str:
            if len(self) >= _MOST:
                self.clear()
            self[key] = answer
        return answer
