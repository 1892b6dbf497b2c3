"""Paths on the command line → the files to lint, in an order that depends on their names alone.

A path that cannot be read is an answer, not an exception: all others are still linted. Folders
are walked without following links; what git ignores and the configuration excludes is passed
over. This module opens no file but ``.gitignore`` and knows nothing of products.
"""

# ruff: noqa: PTH100, PTH109, PTH110, PTH112, PTH114, PTH116, PTH118, PTH119, PTH120, PTH122, PTH208
# Paths are text: thousands are looked at in a walk, and a link keeps the name that it has.

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from listlint.errors import UsageError, nearest
from listlint.filenames import EXTENSIONS, NEVER_WALKED, NON_PRODUCTS
from listlint.gitignore import exclude_file, ignore_file, repository
from listlint.namedtuples import NamedTuple
from listlint.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from listlint.settings import Settings


class Source(NamedTuple):
    """A file to lint, by its absolute *path*.

    *named* on the command line, or *included* by the configuration: what is no product in it is
    a finding. Else it was come across in a folder.
    """

    path: str
    named: bool = False
    included: bool = False


class Unreadable(NamedTuple):
    """A path that cannot be linted, and why: ``it is a broken link``."""

    path: str
    reason: str


class Found(NamedTuple):
    """What the paths lead to, both sorted by path.

    *excluded* counts the files that were named and passed over all the same: by
    ``--force-exclude``, or by ``--ignore-pattern``.
    """

    sources: tuple[Source, ...]
    unreadable: tuple[Unreadable, ...] = ()
    excluded: int = 0


def find(
    paths: Sequence[str],
    settings_of: Callable[[str], Settings],
    *,
    ignore_patterns: Sequence[str] = (),
    use_ignores: bool = True,
    force_exclude: bool = False,
    unmatched_ok: bool = False,
    extensions: tuple[str, ...] = EXTENSIONS,
) -> Found:
    """The files that *paths* (files, folders, patterns such as ``catalog/**/*.json``) lead to.

    *settings_of* gives the settings that hold in a folder. Each real file is found once.
    *ignore_patterns* hold from the working directory on, for named files too. *use_ignores* turns
    off ``.gitignore`` and ``exclude``; they do not concern what is named, unless
    *force_exclude*. UsageError names every path that leads nowhere, unless *unmatched_ok*.
    """
    search = _Search(
        settings_of,
        Patterns(os.getcwd(), tuple(one.replace(os.sep, "/") for one in ignore_patterns)),
        use_ignores,
        force_exclude,
        extensions,
    )
    unmatched = [path for path in paths if not search.take(path)]
    if unmatched and not unmatched_ok:
        raise UsageError("\n".join(_nothing_at(path) for path in unmatched))
    return search.found()


def is_known_non_product(name: str) -> bool:
    """Whether a file of this *name* is known to hold no product, such as ``package.json``.

    Where such a file is broken or holds no product, that is no finding.
    """
    name = name.lower()
    for glob in NON_PRODUCTS:
        before, star, after = glob.partition("*")
        if name == glob or (star and name.startswith(before) and name.endswith(after)):
            return True
    return False


class _Search:
    """One search: what is wanted, and what was found so far."""

    def __init__(
        self,
        settings_of: Callable[[str], Settings],
        ignored: Patterns,
        use_ignores: bool,
        force_exclude: bool,
        extensions: tuple[str, ...],
    ) -> None:
        self._settings_of = settings_of
        self._ignored = ignored
        self._use_ignores = use_ignores
        self._force_exclude = force_exclude
        self._extensions = extensions
        self._sources: dict[str, Source] = {}
        self._unreadable: dict[str, Unreadable] = {}
        self._excluded: set[str] = set()
        self._ignores: dict[str, Sequence[Patterns]] = {}
        self._real_folders: dict[str, str] = {}

    def found(self) -> Found:
        def by_path(each: Source | Unreadable) -> str:
            return each.path if os.sep == "/" else each.path.replace(os.sep, "/")

        return Found(
            tuple(sorted(self._sources.values(), key=by_path)),
            tuple(sorted(self._unreadable.values(), key=by_path)),
            len(self._excluded),
        )

    def take(self, argument: str) -> bool:
        """Find what *argument* leads to; False where it leads nowhere."""
        path = os.path.abspath(argument)
        if os.path.isdir(path):
            self._take_folder(path)
        elif os.path.lexists(path):
            self._take_file(path)
        else:
            return self._take_pattern(argument)
        return True

    def _take_file(self, path: str) -> None:
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            self._cannot(path, _reason(path, error))
            return
        settings = self._settings_of(os.path.dirname(path))
        if not stat.S_ISREG(mode):
            self._cannot(path, "it is no regular file")
        elif self._ignored.matches(path) or (self._force_exclude and self._would_pass_over(path)):
            self._excluded.add(path)
        else:
            included = settings.include is not None and settings.include.matches(path)
            self._add(self._real(path), Source(path, True, included))

    def _take_folder(self, root: str) -> None:
        if self._force_exclude and self._would_pass_over(root):
            return
        ignores, spared = self._above(root), None
        if not self._force_exclude:
            # Who names an ignored folder means it: what takes in all of it does not count there.
            ignores = [each for each in ignores if not each.takes_all(root)]
            exclude = self._settings_of(root).exclude
            spared = exclude if exclude and exclude.takes_all(root) else None
        for real, source in self._walk(root, ignores, spared):
            self._add(real, source)

    def _take_pattern(self, argument: str) -> bool:
        """Walk for a pattern as shells know it, from its first part without a wildcard on."""
        parts = argument.replace(os.sep, "/").split("/")
        wild = next((at for at, part in enumerate(parts) if _is_wild(part)), None)
        if wild is None:
            return False
        root = os.path.abspath("/".join(parts[:wild]) + ("/" if wild else "") or ".")
        wanted = Patterns(root, ("/" + "/".join(parts[wild:]),))
        if not os.path.isdir(root):
            return False
        extension = os.path.splitext(parts[-1])[1]
        extensions = self._extensions
        if extension and not _is_wild(extension):
            extensions = (extension.lower(),)
        found = [
            (real, source)
            for real, source in self._walk(root, self._above(root), None, extensions)
            if wanted.matches(source.path)
        ]
        for real, source in found:
            self._add(real, source)
        return bool(found)

    def _add(self, real: str, source: Source) -> None:
        """Keep *source*, unless the same file was found under a better name."""
        other = self._sources.setdefault(real, source)
        if other is not source and (
            (not source.named, source.path) < (not other.named, other.path)
        ):
            self._sources[real] = source

    def _real(self, path: str) -> str:
        """The real path of the file *path*; its folder's is asked once for all that lie there."""
        if os.path.islink(path):
            return os.path.realpath(path)
        folder, name = os.path.split(path)
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(folder)
        return os.path.join(self._real_folders[folder], name)

    def _cannot(self, path: str, reason: str) -> None:
        self._unreadable[path] = Unreadable(path, reason)

    def _walk(
        self,
        root: str,
        ignores: Sequence[Patterns],
        spared: Patterns | None,
        extensions: tuple[str, ...] | None = None,
    ) -> Iterator[tuple[str, Source]]:
        """The files below *root* with their real paths. *spared* patterns do not exclude."""
        extensions = extensions or self._extensions
        real_root = os.path.realpath(root)
        folders: list[tuple[str, Sequence[Patterns]]] = [(root, ignores)]
        while folders:
            folder, ignores = folders.pop()
            try:
                with os.scandir(folder) as listed:
                    entries = list(listed)
            except OSError as error:
                self._cannot(folder, _reason(folder, error))
                continue
            settings = self._settings_of(folder)
            if self._use_ignores:
                ignores = _with_own(ignores, folder, {entry.name for entry in entries}, root)
            passed_over = self._judge(settings, ignores, spared)
            include = settings.include
            included = include is not None
            for entry in entries:
                path = entry.path
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in NEVER_WALKED and not (
                        passed_over and passed_over(path, True)
                    ):
                        folders.append((path, ignores))
                elif not (
                    include.matches(path) if include else path.lower().endswith(extensions)
                ) or (passed_over and passed_over(path, False)):
                    continue
                elif entry.is_file(follow_symlinks=False):
                    real = path if real_root == root else real_root + path[len(root) :]
                    yield real, Source(path, False, included)
                elif entry.is_file():
                    yield os.path.realpath(path), Source(path, False, included)
                elif not entry.is_dir():
                    self._cannot(path, _what(path))

    def _judge(
        self, settings: Settings, ignores: Sequence[Patterns], spared: Patterns | None = None
    ) -> Callable[[str, bool], bool] | None:
        """Whether a path (True: a folder) is passed over where *settings* and *ignores* hold.

        None where nothing is.
        """
        own_files, own_folders = _own(settings)
        ignored = self._ignored if self._ignored.globs else None
        exclude = settings.exclude if self._use_ignores and settings.exclude != spared else None
        deepest_first = tuple(reversed(ignores)) if self._use_ignores else ()
        if not (own_files or own_folders or ignored or exclude or deepest_first):
            return None

        def passed_over(path: str, folder: bool) -> bool:
            if path in (own_folders if folder else own_files):
                return True
            for patterns in (ignored, exclude):
                if patterns is not None and _verdict(patterns, path, folder):
                    return True
            for patterns in deepest_first:
                verdict = _verdict(patterns, path, folder)
                if verdict is not None:
                    return verdict
            return False

        return passed_over

    def _above(self, folder: str) -> Sequence[Patterns]:
        """What git ignores in *folder* by the files above it, outermost first."""
        top = repository(folder) if self._use_ignores else None
        return () if top in (None, folder) else self._ignores_in(os.path.dirname(folder), top)

    def _ignores_in(self, folder: str, top: str) -> Sequence[Patterns]:
        """What the files from *top*, a repository's, down to *folder* ignore, outermost first."""
        if folder not in self._ignores:
            patterns: Sequence[Patterns] = ()
            for each in _from(top, folder):
                names = {".git", ".gitignore"} if each == top else {".gitignore"}
                patterns = _with_own(patterns, each, names, "")
            self._ignores[folder] = patterns
        return self._ignores[folder]

    def _would_pass_over(self, path: str) -> bool:
        """Whether a walk from the top of the repository would not come to *path*."""
        top = repository(os.path.dirname(path)) or os.getcwd()
        for each in _from(top, path):
            if each == top:
                continue
            above = os.path.dirname(each)
            folder = os.path.isdir(each)
            if folder and os.path.basename(each) in NEVER_WALKED:
                return True
            passed_over = self._judge(self._settings_of(above), self._ignores_in(above, top))
            if passed_over and passed_over(each, folder):
                return True
        return False


def _with_own(
    above: Sequence[Patterns], folder: str, names: set[str], root: str
) -> Sequence[Patterns]:
    """The patterns *above* and those of *folder*, which holds *names*.

    A repository inside another one begins anew; *root*, where a walk began, does not: its
    *above* was found so.
    """
    own = []
    if ".git" in names:
        if folder != root:
            above = ()
        own.append(exclude_file(folder))
    if ".gitignore" in names:
        own.append(ignore_file(folder))
    return [*above, *(each for each in own if each is not None)] if own else above


def _verdict(patterns: Patterns, path: str, folder: bool) -> bool | None:
    return patterns.folder_verdict(path) if folder else patterns.verdict(path)


def _own(settings: Settings) -> tuple[set[str], set[str]]:
    """The files and folders that the configuration names for itself: they hold no products."""
    files = [settings.images.facts, *(each.categories for each in settings.by_platform.values())]
    folders = (*settings.rule_folders, *settings.platform_folders)
    return {str(each) for each in files if each}, {str(each) for each in folders}


def _from(top: str, path: str) -> Iterable[str]:
    """*top*, and each folder from there to *path*; only *path* where it lies elsewhere."""
    if path != top and not path.startswith(top.rstrip(os.sep) + os.sep):
        return [path]
    steps = [path]
    while steps[-1] != top:
        steps.append(os.path.dirname(steps[-1]))
    return reversed(steps)


def _is_wild(text: str) -> bool:
    return any(sign in text for sign in "*?[")


def _reason(path: str, error: OSError) -> str:
    if os.path.islink(path) and not os.path.exists(path):
        return _what(path)
    return f"it cannot be read ({error.strerror or error})"


def _what(path: str) -> str:
    return "it is a broken link" if os.path.islink(path) else "it is no regular file"


def _nothing_at(argument: str) -> str:
    if _is_wild(argument):
        return f"no file matches '{argument}', or all that do are ignored."
    folder, name = os.path.split(os.path.abspath(argument))
    try:
        # Without their endings: every .json is like every other.
        there = {os.path.splitext(each)[0]: each for each in sorted(os.listdir(folder))}
    except OSError:
        there = {}
    near = nearest(os.path.splitext(name)[0], there)
    meant = os.path.join(os.path.dirname(argument), there[near]) if near else ""
    hint = f"; did you mean '{meant}'?" if near else "."
    return f"there is no file or folder '{argument}'{hint}"
