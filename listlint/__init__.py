"""listlint, the linter for product listings: what rules and plugins import."""

from __future__ import annotations

from pathlib import Path

from listlint.listing import Listing
from listlint.model import Finding, Level, Place, Pointer
from listlint.rule import (
    Key,
    Option,
    Options,
    Rule,
    bad,
    brands,
    catalog_rule,
    good,
    pattern,
    rule,
    words,
)
from listlint.values import Attribute, Image, Text, Value
from listlint.version import __version__

# Installed, rules/ and schemas/ lie inside this package; in a checkout, beside it.
_beside = Path(__file__).resolve().parent.parent
if (_beside / "setup.cfg").is_file() and (_beside / "rules" / "__init__.py").is_file():
    __path__.append(str(_beside))


__all__ = [
    "Attribute",
    "Finding",
    "Image",
    "Key",
    "Level",
    "Listing",
    "Option",
    "Options",
    "Place",
    "Pointer",
    "Rule",
    "Text",
    "Value",
    "__version__",
    "bad",
    "brands",
    "catalog_rule",
    "good",
    "pattern",
    "rule",
    "words",
]
