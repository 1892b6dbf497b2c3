"""Names of files and folders that are known: what may hold products, and what never does.

Facts only; what follows from them is for `listlint.files`.
"""

from __future__ import annotations

EXTENSIONS = (".json", ".jsonl", ".ndjson", ".jl")
"""How the names of files with products end, where the configuration has no ``include``."""

NEVER_WALKED = frozenset(
    (
        ".bzr", ".direnv", ".eggs", ".git", ".hg", ".hypothesis", ".idea", ".ipynb_checkpoints",
        ".jj", ".mypy_cache", ".nox", ".pytest_cache", ".ruff_cache", ".svn", ".terraform",
        ".tox", ".venv", ".vs", ".vscode", "__pycache__", "__pypackages__", "bower_components",
        "node_modules", "site-packages",
    )
)  # fmt: skip
"""Folders of tools; their JSON is never about products."""

NON_PRODUCTS = (
    ".*rc.json", "*.config.json", "*.lock.json",
    "angular.json", "app.json", "appsettings*.json", "biome.json", "bower.json", "cdk.json",
    "composer.json", "deno.json", "devcontainer.json", "firebase.json", "jsconfig*.json",
    "launch.json", "lerna.json", "manifest.json", "now.json", "npm-shrinkwrap.json", "nx.json",
    "package-lock.json", "package.json", "pyrightconfig.json", "renovate.json", "settings.json",
    "tasks.json", "tsconfig*.json", "tslint.json", "turbo.json", "vercel.json",
)  # fmt: skip
"""Names (in lower case) of files that tools keep, some of them with comments in the JSON."""
