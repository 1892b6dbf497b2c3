"""No name stands twice in an object.

Of two equal names most programs keep the last and drop the first without a word: the title that
you corrected may not be the one that is uploaded. The finding stands on the repeated name.

**Repair.** Remove one of the two, or rename it if both are meant.
"""

from collections.abc import Iterator

from listlint import Finding, Options, bad, good, rule
from listlint.record import Problem


@rule(
    on="document",
    level="error",
    messages={"repeated": "“{key}” stands twice here; only the last counts. Remove one of them."},
    examples=[
        good('{"title": "Mug", "attributes": {"title": "Mug"}}'),
        bad('{"title": "Mug", "title": "Cup"}', ("repeated", "/title", "key")),
        bad('{"attributes": {"Size": 1, "Size": 2}}', ("repeated", "/attributes/Size", "key")),
    ],
)
def check(problem: Problem, listing: None, options: Options) -> Iterator[Finding]:
    yield Finding(problem.message, problem.pointer, "key", problem.data)
