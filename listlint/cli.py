"""The command line: what is asked for, what is printed, which code is returned.

The only module that prints or exits. Exit codes: 0 clean; 1 findings at or above the failing
level; 2 it could not judge; 130 interrupted. What a command needs is imported when it runs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from listlint.errors import ListlintError, UsageError
from listlint.version import __version__

if TYPE_CHECKING:
    from listlint.merge import Catalog
    from listlint.report import Report

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, "-v", "--version", message="listlint %(version)s")
def cli() -> None:
    """Check product listings against each marketplace's rules, before upload."""


def main() -> None:
    """Run the command line; every error is one sentence and exit code 2."""
    _keep_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code: object
    try:
        # Not click's own main, which returns 1, the code of findings, when a reader leaves.
        with cli.make_context("listlint", sys.argv[1:]) as context:
            code = cli.invoke(context)
    except click.exceptions.Exit as end:
        code = end.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        code = 130
    except click.ClickException as error:
        _say(error.show)
        code = error.exit_code
    except ListlintError as error:
        _tell(f"listlint: {error}")
        code = 2
    except BrokenPipeError:
        _detach(sys.stdout)
        code = 0
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _tell(f"listlint: {where}{error.strerror or error}.")
        code = 2
    except Exception as error:  # 1 means findings, so that no error may end as Python ends it
        _tell(_unexpected(error))
        code = 2
    gc.freeze()  # what is left goes with the process: looking for garbage in it is lost time
    sys.exit(code if isinstance(code, int) else 0)


def _keep_streams() -> None:
    """Let closed standard streams lead nowhere, lest a file that is opened takes their place."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if name != "stdin":  # that there is nothing to read is told
                setattr(sys, name, os.fdopen(nowhere, "w"))


def _detach(stream: TextIO) -> None:
    """Let *stream*, which takes no more, lead nowhere: Python writes what is left when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _unexpected(error: Exception) -> str:
    if os.environ.get("LISTLINT_DEBUG"):
        import traceback

        return "".join(traceback.format_exception(error))
    words = " ".join("".join(each if each.isprintable() else " " for each in str(error)).split())
    told = f"{type(error).__name__}: {words[:200]}" if words else type(error).__name__
    return (
        f"listlint: unexpected error {told}; please report it, with what LISTLINT_DEBUG=1 shows"
        " of it."
    )


def _tell(text: str) -> None:
    """Print *text* on standard error."""
    _say(lambda: click.echo(text, err=True))


def _say(speak: Callable[[], object]) -> None:
    """Let *speak* use standard error; where nobody hears it, the exit code has to do."""
    try:
        speak()
    except OSError:
        _detach(sys.stderr)


def _print(chunks: Iterable[str]) -> None:
    """Print *chunks* on standard output; when its reader leaves, there is nobody to tell."""
    from listlint.targets import pour

    try:
        pour(chunks, sys.stdout)
    except BrokenPipeError:
        _detach(sys.stdout)
    except OSError as error:
        _detach(sys.stdout)
        raise UsageError(f"standard output: {error.strerror or error}.") from error


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int | None:
    if value == "auto":
        return None
    if value.isdecimal() and int(value) > 0:
        return int(value)
    raise click.BadParameter("a whole number from 1, or auto.")


def _as_of(context: click.Context, parameter: click.Parameter, value: str | None) -> date:
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date such as 2026-03-01.") from None


def _levels(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    levels = {}
    for value in values:
        name, equals, level = value.partition("=")
        if not equals:
            raise click.BadParameter(f"{value!r}: write NAME=LEVEL, as in images/format=warn.")
        levels[name] = level
    return levels


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--platform", "platforms", multiple=True, metavar="NAME",
              help="Lint for this platform, whatever products say. Repeatable.")  # fmt: skip
@click.option("-c", "--config", metavar="FILE", help="Use this configuration file.")
@click.option("--rule", "rules", multiple=True, metavar="NAME=LEVEL", callback=_levels,
              help="Set a rule to off, info, warn or error. Repeatable.")  # fmt: skip
@click.option("--products", metavar="POINTER", help="Where the products lie, such as /items.")
@click.option("--as-of", metavar="DATE", callback=_as_of, help="Judge by the limits of this day.")
@click.option("-f", "--format", "formats", multiple=True, metavar="NAME[=FILE]",
              help="stylish, full, json, json-with-metadata, jsonl, github.")  # fmt: skip
@click.option("-o", "--output-file", metavar="FILE", help="Write the report to this file.")
@click.option("--quiet", is_flag=True, help="Report errors only.")
@click.option("--max-warnings", type=click.IntRange(0), metavar="N",
              help="Fail when there are more warnings.")  # fmt: skip
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--exit-zero", is_flag=True, help="Return 0 even when there are findings.")
@click.option("--jobs", default="auto", metavar="N|auto", callback=_jobs,
              help="How many processes to use.")  # fmt: skip
@click.option("--stdin-filename", metavar="NAME", help="What standard input is called.")
@click.option("--ignore-pattern", "ignored", multiple=True, metavar="PATTERN",
              help="Pass over files that match, as in .gitignore. Repeatable.")  # fmt: skip
@click.option("--no-ignore", is_flag=True, help="Do not obey .gitignore and exclude.")
@click.option("--force-exclude", is_flag=True,
              help="Pass over excluded files even when they are named.")  # fmt: skip
@click.option("--no-error-on-unmatched-pattern", "unmatched_ok", is_flag=True,
              help="A path that matches nothing is no error.")  # fmt: skip
@click.option("--require-images", is_flag=True,
              help="Fail when pictures are only Git LFS pointers.")  # fmt: skip
@click.option("--import-issues", "issue_files", multiple=True, metavar="FILE",
              help="Tell what a platform answered to a preview. Repeatable.")  # fmt: skip
def check(
    paths: tuple[str, ...],
    platforms: tuple[str, ...],
    config: str | None,
    rules: dict[str, str],
    products: str | None,
    as_of: date,
    formats: tuple[str, ...],
    output_file: str | None,
    quiet: bool,
    max_warnings: int | None,
    statistics: bool,
    exit_zero: bool,
    jobs: int | None,
    stdin_filename: str | None,
    ignored: tuple[str, ...],
    no_ignore: bool,
    force_exclude: bool,
    unmatched_ok: bool,
    require_images: bool,
    issue_files: tuple[str, ...],
) -> int:
    """Lint files and folders (default: the current folder); - is standard input.

    Exit codes: 0 clean, 1 findings, 2 it could not judge.
    """
    from listlint.checking import Request, run
    from listlint.targets import targets, write
    from listlint.verdict import Demands, verdict

    asked = targets(formats, output_file)
    stdin = _standard_input() if "-" in paths else None
    request = Request(
        paths=paths or (".",),
        config=Path(config) if config else None,
        rules=rules,
        platforms=platforms,
        products=products,
        as_of=as_of,
        jobs=jobs,
        stdin=stdin,
        stdin_name=stdin_filename,
        ignored=ignored,
        use_gitignore=not no_ignore,
        force_exclude=force_exclude,
        unmatched_ok=unmatched_ok,
        issue_files=issue_files,
    )
    with _Progress() as progress:
        catalog, report = run(request, progress, quiet=quiet)
    for render, target in asked:
        if target is None:
            _print(render(report.coloured(_colour(sys.stdout))))
        else:
            write(render(report), target)
    _write_step_summary(formats, report)
    if statistics:
        _say_statistics(catalog)
    code, told = verdict(catalog, Demands(max_warnings, exit_zero, require_images, unmatched_ok))
    for sentence in told:
        _tell(sentence)
    return code


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed; there is nothing to read for -.")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise UsageError(f"standard input: {error.strerror or error}.") from error


def _write_step_summary(formats: tuple[str, ...], report: Report) -> None:
    """With the format ``github``, add the whole table to the page of the step that runs us."""
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if page and any(asked.partition("=")[0] == "github" for asked in formats):
        from listlint.formatters.github import summary_markdown
        from listlint.targets import append

        append(summary_markdown(report), page)


def _colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def _say_statistics(catalog: Catalog) -> None:
    width = max((len(str(count)) for count in catalog.by_rule.values()), default=0)
    for rule, count in sorted(catalog.by_rule.items(), key=lambda item: (-item[1], item[0])):
        _tell(f"{count:>{width}}  {rule}")


class _Progress:
    """A bar on a terminal's standard error, once the work takes more than a second."""

    def __enter__(self) -> Callable[[int, int], None]:
        from time import monotonic

        self._bar: Any = None
        self._start = monotonic()
        self._done = 0

        def progress(done: int, total: int) -> None:
            self._done += done
            if self._bar is None and sys.stderr.isatty() and monotonic() - self._start > 1:
                self._bar = click.progressbar(length=total, file=sys.stderr, label="listlint")
                self._bar.__enter__()
                self._bar.update(self._done - done)
            if self._bar is not None:
                self._bar.update(done)

        return progress

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)


_CONFIG = click.option("-c", "--config", metavar="FILE", help="Use this configuration file.")
_AS_OF = click.option(
    "--as-of", metavar="DATE", callback=_as_of, help="Tell what holds on this day."
)


def _world(config: str | None, as_of: date | None = None) -> Any:
    from listlint.checking import world_here

    return world_here(Path(config) if config else None, as_of or date.today())


@cli.command("rules")
@_CONFIG
def rules_command(config: str | None) -> None:
    """List all rules, with their levels."""
    from listlint.manual import rule_lines

    _print_lines(rule_lines(_world(config)))


@cli.command()
@click.argument("rule", required=False)
@click.option("--word", metavar="TEXT", help="Tell which brands TEXT is taken for, and why.")
@click.option("--brand", metavar="NAME", help="The brand of the listing that TEXT is of.")
@_CONFIG
@_AS_OF
def explain(
    rule: str | None, word: str | None, brand: str | None, config: str | None, as_of: date
) -> None:
    """Tell all about RULE: why, options, examples, and each platform's limit with its source.

    With --word, tell of a text which brands it is taken for, and what speaks for and against.
    """
    if (rule is None) == (word is None):
        raise click.UsageError("Name a rule, or give a text with --word.")
    if word is not None:
        from listlint.brandwords.explain import explained_text

        world = _world(config, as_of)
        may = (*(world.settings.brands.authorized or ()), *([brand] if brand else ()))
        _print_lines(explained_text(word, brand, may, world.lexicon))
        return
    from listlint.manual import explained

    assert rule is not None, "told above"
    _print_lines(explained(_world(config, as_of), rule))


@cli.command()
@click.argument("name", required=False)
@_CONFIG
@_AS_OF
def platforms(name: str | None, config: str | None, as_of: date) -> None:
    """List the platforms, or all limits of one, with source and confidence."""
    from listlint.manualplatforms import platform_lines, platform_page

    world = _world(config, as_of)
    _print_lines(platform_page(world, name) if name else platform_lines(world))


@cli.command()
@click.argument("platform", required=False)
@click.option("--config", "of_config", is_flag=True, help="The schema of the configuration file.")
def schema(platform: str | None, of_config: bool) -> None:
    """Print the JSON Schema of a product, of PLATFORM's listing, or of the configuration."""
    import json

    from listlint.configschema import config_schema
    from listlint.platform import product_schema

    if of_config:
        found: Any = config_schema()
    elif platform:
        found = dict(_world(None).platforms.get(platform).schema)
    else:
        found = product_schema()
    _print_lines([json.dumps(found, ensure_ascii=False, indent=2)])


@cli.command("config")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-c", "--config", "asked", metavar="FILE", help="Use this configuration file.")
def config_command(file: Path, asked: str | None) -> None:
    """Show the settings that hold for FILE, each with the place it comes from."""
    from listlint.config import Configuration, render

    _print([render(Configuration(Path(asked) if asked else None).for_file(file))])


def _print_lines(lines: Iterable[str]) -> None:
    _print(f"{line}\n" for line in lines)
