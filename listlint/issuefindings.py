"""What platforms told of the products of one part → findings beside our own.

Their level is the platform's, unless the configuration sets another. This module reads nothing
and knows no one platform.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from listlint.engine import Engine
from listlint.issueplaces import Issues
from listlint.judged import Judged
from listlint.model import Finding, Pointer


class Imported:
    """The *issues* of a run, for the products of one file; *stem* is its name without a suffix.

    *told* gathers (platform, product) of those issues that were told of a product.
    """

    def __init__(self, issues: Issues, stem: str) -> None:
        self._issues = issues
        self._stem = stem
        self.told: set[tuple[str, str | None]] = set()

    def judged(
        self,
        engine: Engine,
        platforms: Sequence[str],
        product: Mapping[str, Any],
        source: Any,
        back: Callable[[Pointer], Pointer],
    ) -> list[Judged]:
        """What *platforms* told of *product*, which is read out of *source*, at places there.

        *back* leads pointers of the product to *source*.
        """
        found: list[Judged] = []
        for answered in self._issues.of(platforms, product, self._stem):
            issue = answered.issue
            self.told.add((issue.platform, issue.product))
            pointer = self._issues.place(answered, product, source, back)
            finding = Finding("issue", pointer, "value", {"told": issue.message})
            identity = product.get("id")
            known = identity if isinstance(identity, str) else None
            for each in engine.own_finding(
                issue.name, "{told}", finding, known, issue.platform, issue.level
            ):
                found.append(each._replace(source=f"answer of {issue.platform} in {issue.file}"))
        return found
