"""The exit code of a run, and the sentences that say why it is what it is.

0 clean; 1 findings at or above the failing level, and nothing else; 2 it could not judge. This
module prints nothing and ends nothing.
"""

from __future__ import annotations

from listlint.merge import Catalog
from listlint.namedtuples import NamedTuple
from listlint.work import MOST_POINTERS


class Demands(NamedTuple):
    """What the command line asks of a run besides its findings."""

    max_warnings: int | None = None
    exit_zero: bool = False
    require_images: bool = False
    unmatched_ok: bool = False


def verdict(catalog: Catalog, demands: Demands) -> tuple[int, list[str]]:
    """The exit code, and what is to be said on standard error, a sentence each."""
    counts = catalog.counts
    told = [f"listlint: {error}" for error in catalog.errors]
    code = 2 if catalog.errors or catalog.crashed else 0
    if catalog.pointers:
        told.append(_about_pointers(len(catalog.pointers)))
        code = 2 if demands.require_images else code
    # What is not judged is clean only in appearance; an error tells that it is not.
    judged = counts.products or counts.errors or catalog.errors
    if not judged and not catalog.nothing_asked and not demands.unmatched_ok:
        told.append(f"listlint: no product was judged; {_why_none(catalog)}")
        code = 2
    too_many = demands.max_warnings is not None and counts.warnings > demands.max_warnings
    if code == 0 and not demands.exit_zero and (counts.errors or too_many):
        if not counts.errors:
            allowed = f"--max-warnings allows {demands.max_warnings}."
            told.append(f"listlint: {counts.warnings} warnings; {allowed}")
        code = 1
    return code, told


def _about_pointers(count: int) -> str:
    if count == 1:
        what = "1 picture is a Git LFS pointer; its pixels were"
    elif count > MOST_POINTERS:
        what = f"more than {MOST_POINTERS} pictures are Git LFS pointers; their pixels were"
    else:
        what = f"{count} pictures are Git LFS pointers; their pixels were"
    return f"info: {what} not looked at. Fetch them with “git lfs pull”."


def _why_none(catalog: Catalog) -> str:
    if catalog.unplaced:
        return (
            "those in these files name no platform that is known here, or are payloads of one that"
            " was not asked for (--platform says for which to lint)."
        )
    if catalog.counts.fatal:
        return "what is in these files cannot be read."
    return catalog.nowhere or "there is none in these files."
