"""A request → what was found: configuration, files, parts and outcomes put together.

What the command line and other front ends share. Nothing is printed here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from listlint.config import Configuration, bind
from listlint.excerpt import excerpts
from listlint.files import Found, Source, find, is_known_non_product
from listlint.lint import Linter
from listlint.merge import Catalog
from listlint.model import Level
from listlint.namedtuples import NamedTuple
from listlint.parts import Part
from listlint.report import Report, RuleMeta
from listlint.run import jobs_for, outcomes, parts_of
from listlint.settings import Settings
from listlint.world import World

if TYPE_CHECKING:
    from listlint.issueplaces import Issues
    from listlint.issues import Form

STDIN = "-"


class Request(NamedTuple):
    """What is to be linted, and how, as the command line says it.

    *jobs* is None for as many as are worth it. *stdin* holds what was read from standard input,
    *stdin_name* what it is called. *issue_files* hold what platforms told of products.
    """

    paths: tuple[str, ...]
    as_of: date
    config: Path | None = None
    rules: dict[str, str] = {}  # noqa: RUF012  # of a tuple: never written
    platforms: tuple[str, ...] = ()
    products: str | None = None
    jobs: int | None = None
    stdin: bytes | None = None
    stdin_name: str | None = None
    ignored: tuple[str, ...] = ()
    use_gitignore: bool = True
    force_exclude: bool = False
    unmatched_ok: bool = False
    issue_files: tuple[str, ...] = ()


def run(
    request: Request, progress: Callable[[int, int], None], *, quiet: bool = False
) -> tuple[Catalog, Report]:
    """Lint what *request* names; *progress* is told (bytes done now, bytes in all)."""
    cwd = Path.cwd()
    configuration = Configuration(
        request.config,
        rules=request.rules,
        platforms=request.platforms,
        products=request.products,
    )
    bench = _Bench(configuration, request.as_of)
    found = _sources(request, configuration)
    answers = {os.path.abspath(each.rpartition("=")[2]) for each in request.issue_files}  # noqa: PTH100
    sources = tuple(each for each in found.sources if each.named or each.path not in answers)
    if request.stdin is not None:
        # Need not exist; a name that no file is likely to have, where none is said.
        name = os.path.abspath(request.stdin_name or "<stdin>.json")  # noqa: PTH100
        sources = tuple(each for each in sources if each.path != name)
        sources += (Source(name, named=True),)
    whole = list(_parts(sources, bench, request, cwd))
    if request.stdin is not None:
        whole[-1] = whole[-1]._replace(data=request.stdin)
    bench.check_platforms(request.platforms)
    parts = [piece for part in whole for piece in parts_of(part)]
    total = sum(part.size for part in parts)
    shown = {part.path: _shown(part, request, str(cwd)) for part in whole}
    catalog = Catalog(shown)
    jobs = jobs_for(request.jobs, total)
    issues = bench.issues(request.issue_files, whole)
    if jobs > 1:
        bench.compile_words()
    for part, outcome in outcomes(
        parts, bench.settings, request.as_of, jobs, lambda done: progress(done, total), issues
    ):
        catalog.add(part, outcome)
    catalog.meet(Linter(bench.settings, request.as_of))
    catalog.nothing_asked = not whole and (request.unmatched_ok or found.excluded > 0)
    catalog.errors += [
        f"{each.path}: cannot be linted; {each.reason}." for each in found.unreadable
    ]
    catalog.errors += issues.left(catalog.answered) if issues else ()
    report = Report(
        results=catalog.results,
        counts=catalog.counts,
        cwd=str(cwd),
        rules=bench.meta,
        excerpt=excerpts(
            {shown[part.path][1]: part.data for part in whole if part.data is not None}
        ),
        quiet=quiet,
        files=len(whole),
        passed_over=catalog.passed_over,
        by_rule=catalog.by_rule,
    )
    return catalog, report


def world_here(config: Path | None, as_of: date) -> World:
    """The rules and platforms of the configuration that holds in the working directory."""
    bench = _Bench(Configuration(config), as_of)
    bench.index(str(Path.cwd()))
    return bench.worlds[0]


class _Bench:
    """The settings in use, each once, with its names checked, and the worlds they make."""

    def __init__(self, configuration: Configuration, as_of: date) -> None:
        self._configuration = configuration
        self._as_of = as_of
        self._index: dict[int, int] = {}
        self._kept: list[Settings] = []
        self.worlds: list[World] = []

    @property
    def settings(self) -> list[Settings]:
        return [world.settings for world in self.worlds]

    def index(self, folder: str) -> int:
        """Which of the settings holds for files in *folder*."""
        settings = self._configuration.for_folder(folder)
        found = self._index.get(id(settings))
        if found is None:
            self._kept.append(settings)  # so that its id stays its own
            found = self._index[id(settings)] = len(self.worlds)
            self.worlds.append(World(bound(settings, self._as_of), self._as_of))
        return found

    def check_platforms(self, names: tuple[str, ...]) -> None:
        """UsageError where one of *names* is no platform, even if there is no file to lint."""
        worlds = self.worlds or [World(Settings(), self._as_of)]
        for name in names:
            worlds[0].platforms.get(name)

    def compile_words(self) -> None:
        """Compile brand words of the user's own once, and not in each process."""
        for world in self.worlds:
            if world.settings.brands.words:
                from listlint.brandwords.ownwords import own_lexicon

                own_lexicon(world.settings.brands.words)

    def issues(self, files: tuple[str, ...], whole: Sequence[Part]) -> Issues | None:
        """What platforms told in *files*, to be told of the products of *whole*."""
        if not files:
            return None
        from listlint.issueplaces import Issues
        from listlint.issues import file_of, forms_of, issues_in

        forms: dict[str, Form] = {}
        for world in self.worlds or [World(Settings(), self._as_of)]:
            forms = {**forms_of(world.platforms), **forms}
        found = []
        for name in files:
            with open(file_of(name, forms), "rb") as file:  # noqa: PTH123
                found += issues_in(name, file.read(), forms)
        alone = len(whole) == 1 and Linter(self.settings, self._as_of).holds_one(whole[0])
        return Issues({name: form.places for name, form in forms.items()}, found, alone)

    def meta(self, name: str) -> RuleMeta:
        """What a report tells about the rule *name*."""
        for world in self.worlds:
            about = world.about(name)
            if about is not None:
                return RuleMeta(name, *about)
            from listlint.issues import is_issue_name

            if is_issue_name(name, world.platforms.names):
                title = world.platforms.get(name.partition("/")[0]).title
                return RuleMeta(name, f"What {title} itself tells of a listing.", Level.ERROR)
        return RuleMeta(name, "", Level.ERROR)


def bound(settings: Settings, as_of: date) -> Settings:
    """*settings* with each name of a rule or platform checked; ConfigError for unknown ones."""
    rules = settings.rules or settings.overrides or settings.by_platform
    if not (rules or settings.default_platforms or settings.brands.authorizations):
        return settings
    world = World(settings, as_of)
    names = {name: name for name in world.names()} if rules else {}
    names |= {name: name for name in _of_issues(settings, world)}
    return bind(settings, {**names, **world.registry.aliases}, world.platforms.by_any_name())


def _of_issues(settings: Settings, world: World) -> Iterator[str]:
    """The names that *settings* use which issues of platforms can have."""
    stated = (
        settings.rules,
        *(each.rules for each in settings.by_platform.values()),
        *(each.rules for each in settings.overrides),
    )
    asked = [name for rules in stated for name in rules]
    if not asked:
        return
    from listlint.issues import is_issue_name, issue_platforms

    if any(is_issue_name(name, world.platforms.names) for name in asked):
        answering = issue_platforms(world.platforms)
        yield from (name for name in asked if is_issue_name(name, answering))


def _sources(request: Request, configuration: Configuration) -> Found:
    paths = [path for path in request.paths if path != STDIN]
    if not paths:
        return Found(())
    return find(
        paths,
        configuration.for_folder,
        ignore_patterns=request.ignored,
        use_ignores=request.use_gitignore,
        force_exclude=request.force_exclude,
        unmatched_ok=request.unmatched_ok,
    )


def _parts(sources: Iterable[Source], bench: _Bench, request: Request, cwd: Path) -> Iterator[Part]:
    """A part for each of *sources*; what holds for a folder is asked once."""
    by_folder: dict[str, tuple[int, str]] = {}
    for source in sources:
        folder, _, name = source.path.rpartition(os.sep)
        if folder not in by_folder:
            index = bench.index(folder or os.sep)
            root = _root(source.path, bench.settings[index], request, cwd)
            by_folder[folder] = (index, root)
        index, root = by_folder[folder]
        named = (source.named and not request.force_exclude) or source.included
        yield Part(source.path, root, named, index, known_non_product=is_known_non_product(name))


def _root(path: str, settings: Settings, request: Request, cwd: Path) -> str:
    """The catalog's root, which no picture may leave: the images' own, else the folder of the
    configuration, else the working directory or the named folder that holds the file."""
    if settings.images.root is not None:
        return str(settings.images.root)
    if settings.file is not None and Path(path).is_relative_to(settings.file.parent):
        return str(settings.file.parent)
    for folder in (cwd, *(Path(os.path.abspath(each)) for each in request.paths)):  # noqa: PTH100
        if path.startswith(f"{folder}{os.sep}"):
            return str(folder)
    return str(Path(path).parent)


def _shown(part: Part, request: Request, cwd: str) -> tuple[str, str]:
    """How reports show the file of *part*: from the working directory on where it lies below."""
    if part.data is not None and request.stdin_name is None:
        return "<stdin>", "<text>"
    shown = part.path.removeprefix(f"{cwd}{os.sep}")
    return shown if os.sep == "/" else shown.replace(os.sep, "/"), part.path
