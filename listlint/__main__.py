"""``python -m listlint``, and the ``listlint`` command."""

from __future__ import annotations

import gc

gc.disable()  # what modules make while they load stays: looking for garbage there is lost time

from listlint.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
