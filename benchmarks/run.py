"""Measure listlint against what it must reach, and print ratios within this one run.

    python benchmarks/run.py                     all of it (a quarter of an hour)
    python benchmarks/run.py --only start files  some of it

No figure here is a test and none is compared with another machine's: every row is a ratio of two
commands that ran in turn in this run, medians of several rounds. `benchmarks/README.md` tells more.
"""

import argparse
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import peers
from measure import Command, FailedError, cost, cpu, free_cores, rounds, wall

HERE = Path(__file__).parent
ROOT = HERE.parent
READ = "import orjson, sys\nfor line in open(sys.argv[1], 'rb'): orjson.loads(line)"
DECODE = """
import sys
from PIL import Image
for path in sys.argv[1:]:
    with Image.open(path) as image: image.load()
"""
SCHEMAS = ("schemas/product.json", "schemas/dhgate/listing.json")
PICTURES = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `reached` is None where there is nothing to judge."""

    work: str
    figure: str
    target: str = ""
    reached: bool | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """What every row needs: the linter's command, the folder of made input, the rounds."""

    linter: tuple[str, ...]
    folder: Path
    rounds: int
    products: int
    files: int
    memory_mb: int
    peers: dict[str, str | None]

    def lint(self, path: Path, jobs: int = 1) -> Command:
        """The linter on `path` with every rule of dhgate and a JSON report to a file."""
        report = self.folder / f"report-{jobs}.json"
        options = ("--platform", "dhgate", "-f", "json", "-o", str(report), "--jobs", str(jobs))
        return Command((*self.linter, "check", str(path), *options), ROOT, writes=report)

    def corpus(self, name: str, *options: str) -> Path:
        """The made corpus `name` in the folder, made now unless it is there already."""
        path = self.folder / name
        if not path.exists():
            words = (sys.executable, str(HERE / "make_corpus.py"), "--out", str(path), *options)
            cost(Command(words, ROOT, good=(0,)))
        return path

    def python(self, code: str, *words: str) -> Command:
        return Command((sys.executable, "-c", code, *words), ROOT, good=(0,))


def rules(bench: Bench) -> Iterator[Row]:
    """JSON Lines, all rules, against reading and parsing the same bytes; and two processes."""
    path = bench.corpus(f"products-{bench.products}.jsonl", "--products", str(bench.products))
    free = [free_cores()]
    commands = {"parse": bench.python(READ, str(path)), "1": bench.lint(path)}
    costs = rounds(commands | {"2": bench.lint(path, 2)}, bench.rounds)
    free.append(free_cores())
    one, parse = cpu(costs["1"]), cpu(costs["parse"])
    size = path.stat().st_size
    yield Row(f"{bench.products} products, {size / bench.products:.0f} bytes each", "")
    yield Row("  read and orjson.loads", f"{parse:.2f} s CPU")
    yield Row("  listlint --jobs 1", f"{one:.2f} s CPU, {bench.products / one:.0f} products/s")
    yield Row("  ratio", f"{one / parse:.1f}", "at most 10", one / parse <= 10)
    faster = wall(costs["1"]) / wall(costs["2"])
    judged = faster >= 1.8 if faster >= 1.8 or min(free) >= 1.9 else None
    yield Row("  --jobs 2 by --jobs 1, wall", f"{faster:.2f} times", "at least 1.8", judged)
    told = " and ".join(f"{each:.2f}" for each in free)
    yield Row("  free cores before and after", f"{told} of 2")


def files(bench: Bench) -> Iterator[Row]:
    """Product files, against the peers with the same schemas."""
    options = ("--format", "files", "--number-amounts", "--products", str(bench.files))
    path = bench.corpus(f"files-{bench.files}", *options)
    found = dict(peers.find(bench.peers))
    schema = peers.bundle([ROOT / each for each in SCHEMAS], bench.folder / "schema.json")
    commands = {"listlint": bench.lint(path)}
    for name, tool in found.items():
        commands[name] = peers.command(name, tool, schema, path, bench.folder)
    costs = {name: cpu(each) for name, each in rounds(commands, bench.rounds).items()}
    yield Row(f"{bench.files} product files", "")
    yield Row("  listlint, all rules", f"{bench.files / costs['listlint']:.0f} files per CPU s")
    least = {"check-jsonschema": 10, "ajv": 3}
    for name in peers.NAMES:
        if name not in costs:
            yield Row(f"  {name}", "skipped: not found")
            continue
        yield Row(f"  {name}", f"{bench.files / costs[name]:.0f} files per CPU s")
        ratio, wanted = costs[name] / costs["listlint"], least.get(name)
        target = f"at least {wanted}" if wanted else ""
        reached = ratio >= wanted if wanted else None
        yield Row(f"  listlint by {name}", f"{ratio:.1f} times", target, reached)


def start(bench: Bench) -> Iterator[Row]:
    """One small file, against an interpreter that does nothing."""
    folder = bench.corpus("one", "--format", "files", "--products", "1")
    commands = {"pass": bench.python("pass"), "one": bench.lint(next(folder.glob("*.json")))}
    costs = {name: cpu(each) for name, each in rounds(commands, max(21, bench.rounds)).items()}
    ratio = costs["one"] / costs["pass"]
    yield Row("one small file", f"{1000 * costs['one']:.0f} ms CPU")
    yield Row("  python -c pass", f"{1000 * costs['pass']:.0f} ms CPU")
    yield Row("  ratio", f"{ratio:.1f}", "at most 8", ratio <= 8)


def images(bench: Bench) -> Iterator[Row]:
    """Pixel rules, against one full decode of the same pictures."""
    words = (sys.executable, str(HERE / "make_pictures.py"), str(bench.folder), str(PICTURES))
    if not (bench.folder / "pictures").exists():
        cost(Command(words, ROOT, good=(0,)))
    pictures = [str(path) for path in sorted((bench.folder / "pictures").glob("*.jpg"))]
    commands = {
        "decode": bench.python(DECODE, *pictures),
        "import": bench.python(DECODE),
        "local": bench.lint(bench.folder / "pictures" / "local.jsonl"),
        "elsewhere": bench.lint(bench.folder / "pictures" / "elsewhere.jsonl"),
    }
    costs = {name: cpu(each) for name, each in rounds(commands, max(5, bench.rounds)).items()}
    ratio = costs["local"] / costs["decode"]
    only = (costs["local"] - costs["elsewhere"]) / (costs["decode"] - costs["import"])
    yield Row(f"{len(pictures)} pictures of 1600 x 1600", f"{costs['local']:.2f} s CPU")
    yield Row("  full Pillow decode", f"{costs['decode']:.2f} s CPU")
    yield Row("  ratio, whole processes", f"{ratio:.2f}", "at most 1.2", ratio <= 1.2)
    yield Row("  ratio without both starts", f"{only:.2f}")


def memory(bench: Bench) -> Iterator[Row]:
    """The largest process on a JSON Lines file of about a gigabyte."""
    count = bench.memory_mb * 1_000_000 // 2500
    path = bench.corpus(f"products-{count}.jsonl", "--products", str(count))
    floor = cost(bench.python("pass")).peak / 1e6
    yield Row(f"JSON Lines of {path.stat().st_size / 1e6:.0f} MB", "")
    for jobs in (1, 2):
        peak = cost(bench.lint(path, jobs)).peak / 1e6
        work = f"  largest process, --jobs {jobs}"
        yield Row(work, f"{peak:.0f} MB", "under 120 MB", peak < 120)
    yield Row("  python -c pass", f"{floor:.0f} MB")


PARTS = {"rules": rules, "files": files, "start": start, "images": images, "memory": memory}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--files", type=int, default=5_000)
    parser.add_argument("--memory-mb", type=int, default=1_000)
    parser.add_argument("--listlint", default=f"{shlex.quote(sys.executable)} -m listlint")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the made input there")
    for name in peers.NAMES:
        parser.add_argument(f"--{name}", metavar="PATH")
    given = parser.parse_args()
    tools = {name: getattr(given, name.replace("-", "_")) for name in peers.NAMES}
    with tempfile.TemporaryDirectory(prefix="listlint-benchmark-") as temp:
        folder = (given.keep or Path(temp)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(
            linter=tuple(shlex.split(given.listlint)),
            folder=folder,
            rounds=given.rounds,
            products=given.products,
            files=given.files,
            memory_mb=given.memory_mb,
            peers=tools,
        )
        print(f"{'work':44}{'figure':34}{'target':16}")
        for name in given.only:
            try:
                for row in PARTS[name](bench):
                    show(row)
            except FailedError as error:
                print(f"{name}: {error}", file=sys.stderr)
                return 2
    return 0


def show(row: Row) -> None:
    verdict = "" if row.reached is None else "reached" if row.reached else "missed"
    print(f"{row.work:44}{row.figure:34}{row.target:16}{verdict}".rstrip(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
