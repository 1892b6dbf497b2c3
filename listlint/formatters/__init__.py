"""Report formats: one file, one function each; results in, text out.

A format is imported when it is first asked for. Formatters know reports and their values, no
rules, documents, configuration or files, and print nothing.
"""

from __future__ import annotations

import importlib

from listlint.report import Formatter

_MODULES = {
    "stylish": "stylish",
    "full": "full",
    "json": "json",
    "json-with-metadata": "json_with_metadata",
    "jsonl": "jsonl",
    "github": "github",
}

NAMES = tuple(_MODULES)
"""The names of all formats, the default first."""


def formatter(name: str) -> Formatter:
    """The function that renders the format *name*; KeyError for a name that is not in `NAMES`."""
    module = importlib.import_module(f"listlint.formatters.{_MODULES[name]}")
    render: Formatter = module.render
    return render
