"""``python -m listlint``, and the ``listlint`` command."""

from __future__ import annotations

from listlint.cli import main

if __name__ == "__main__":
    main()
