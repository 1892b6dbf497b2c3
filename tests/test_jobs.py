"""However the work is cut and shared out, the report is the same, byte for byte."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from commandline import check, lines, listlint, product, put, spawned
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pictures import picture
from products import anything, text_of
from runs import TODAY, linter, merged, part, rendered

from listlint import merge, run
from listlint.checking import Request
from listlint.checking import run as lint_request
from listlint.formatters import NAMES
from listlint.lint import Linter
from listlint.parts import Outcome, Part
from listlint.settings import Settings

LONG = "x" * 150


def several(count: int, seed: int = 0) -> list[dict]:
    """Products with findings of many kinds, some ids said twice, some lines that are none."""
    dice = random.Random(seed)
    made = []
    for number in range(count):
        made.append(
            product(
                id=f"P-{dice.randrange(count)}",
                title=dice.choice([f"Steel mug {number}", LONG, "new 2024 mug", "杯子 mug", 5]),
                gtin=dice.choice([None, "4006381333931", "4006381333932"]),
                attributes={"Color": dice.choice(["Red", "N/A", "call +86 138 0013 8000"])},
            )
        )
    return made


# One file, cut into ranges ------------------------------------------------------------------------

BAD_LINES = [b'{"id": "A", "id": "B"}', b"{", b"", b"  ", b"\xff", b"null", b"[1]", b'{"title": 1}',
             b"\xef\xbb\xbf{}", b'{"name": "no product"}']  # fmt: skip

lines_of_files = st.lists(
    st.sampled_from(several(30)).map(text_of) | st.sampled_from(BAD_LINES) | anything.map(text_of),
    max_size=8,
).flatmap(
    lambda each: st.sampled_from([b"\n", b"\r\n"]).flatmap(
        lambda end: st.sampled_from([b"", end]).map(lambda last: end.join(each) + last)
    )
)


def cut(path: Path, cuts: list[int]) -> list[tuple[Part, Outcome]]:
    """The outcomes of the file *path* in ranges that end at *cuts*."""
    size = path.stat().st_size
    ends = sorted({min(each, size) for each in cuts} | {size})
    starts = [0, *ends]
    whole = part(b"", path.name, path.parent)._replace(data=None)
    parts = [whole._replace(start=start, end=end) for start, end in zip(starts, ends, strict=False)]
    return [(one, linter().lint(one)) for one in parts]


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(lines_of_files, st.lists(st.integers(0, 2500), max_size=4))
def test_any_split_of_json_lines_gives_the_same_report(tmp_path_factory, data, cuts):
    path = put(tmp_path_factory.mktemp("lines") / "a.jsonl", data)
    whole = part(b"", path.name, path.parent)._replace(data=None)
    once = merged([(whole, linter().lint(whole))])
    split = merged(cut(path, cuts))
    assert rendered(split) == rendered(once)
    assert split.counts == once.counts
    assert split.by_rule == once.by_rule
    assert split.passed_over == once.passed_over


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(lines_of_files, st.integers(1, 2500))
def test_pieces_of_any_size_give_the_same_report(tmp_path_factory, data, chunk):
    path = put(tmp_path_factory.mktemp("lines") / "a.jsonl", data)
    whole = part(b"", path.name, path.parent)._replace(data=None)
    once = merged([(whole, linter().lint(whole))])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "CHUNK", chunk)
        pieces = run.parts_of(whole)
    assert rendered(merged((one, linter().lint(one)) for one in pieces)) == rendered(once)


@pytest.mark.parametrize("chunk", [1, 700, 4096, 10**6])
def test_the_size_of_a_piece_changes_nothing(tmp_path, monkeypatch, chunk):
    put(tmp_path / "a.jsonl", several(80))
    put(tmp_path / "b.jsonl", several(40, seed=1))
    plain = [listlint("check", "-f", name, cwd=tmp_path) for name in NAMES]
    monkeypatch.setattr(run, "CHUNK", chunk)
    cut_up = [listlint("check", "-f", name, cwd=tmp_path) for name in NAMES]
    assert cut_up == plain
    assert "catalog/duplicate-id" in plain[0].out


def test_a_range_of_a_later_line_counts_lines_from_the_beginning_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "CHUNK", 1)
    put(tmp_path / "a.jsonl", [product(id=str(number)) for number in range(9)])
    with (tmp_path / "a.jsonl").open("ab") as file:
        file.write(b"\n\n" + lines(product(id="3", title=LONG)))
    told = [(each["ruleId"], each["line"]) for each in check(cwd=tmp_path).messages]
    assert sorted(told) == [("catalog/duplicate-id", 12), ("title/max-length", 12)]


def test_counts_are_of_pictures_not_of_pieces(tmp_path, monkeypatch):
    put(
        tmp_path / "1.jpg",
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'ab' * 32}\nsize 345678\n",
    )
    put(tmp_path / "2.jpg", picture("jpeg", 800, 800))
    put(tmp_path / "a.jsonl", [product(id=str(each), images=["1.jpg"]) for each in range(5)])
    plain = check(cwd=tmp_path)
    monkeypatch.setattr(run, "CHUNK", 1)
    assert check(cwd=tmp_path) == plain


# Several processes --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """Files of all kinds, one cut into pieces, and many small ones."""
    folder = tmp_path_factory.mktemp("shop")
    put(folder / "large.jsonl", several(200))
    for number in range(60):
        put(folder / "small" / f"{number}.json", several(2, seed=number))
    put(folder / "broken.json", "{")
    put(folder / "deep" / "er.json", product(id="P-1", images=["a.jpg", "b.jpg", "none.jpg"]))
    put(folder / "deep" / "a.jpg", picture("jpeg", 700, 700))
    put(folder / "deep" / "b.jpg", picture("png", 30, 30))
    return folder


def small_pieces(monkeypatch) -> None:
    monkeypatch.setattr(run, "CHUNK", 20_000)
    monkeypatch.setattr(run, "BATCH", 10_000)


def test_two_jobs_say_what_one_says(shop, monkeypatch):
    small_pieces(monkeypatch)
    for name in ("stylish", "json"):
        one = listlint("check", "--jobs", "1", "-f", name, cwd=shop)
        two = listlint("check", "--jobs", "2", "-f", name, cwd=shop)
        assert two == one
    assert "catalog/duplicate-id" in one.out


def test_any_order_of_arguments_says_the_same(shop):
    paths = ["large.jsonl", "small", "broken.json", "deep/er.json"]
    plain = check(*paths, cwd=shop)
    assert check(*reversed(paths), cwd=shop) == plain
    assert check(*paths, "small", "./deep/../broken.json", shop / "deep", cwd=shop) == plain
    assert check(cwd=shop) == plain


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_any_hash_seed_says_the_same(shop, seed):
    plain = spawned("check", "-f", "json", cwd=shop, env={"PYTHONHASHSEED": "3"})
    assert spawned("check", "-f", "json", cwd=shop, env={"PYTHONHASHSEED": seed}) == plain


def test_small_files_go_to_a_process_in_batches(shop, monkeypatch):
    paths = sorted((shop / "small").iterdir())
    sizes = [path.stat().st_size for path in paths]
    parts = [one for path in paths for one in run.parts_of(Part(str(path), str(shop), True, 0))]
    batches = list(run._batches(parts))
    assert [part for batch in batches for part in batch] == parts
    assert len(batches) == 1
    monkeypatch.setattr(run, "BATCH", max(sizes) * 3)
    assert 3 <= len(list(run._batches(parts))) <= len(parts) // 3 + 1


def test_few_bytes_are_worth_one_process_and_an_answer_is_obeyed():
    assert run.jobs_for(None, 1000) == 1
    assert run.jobs_for(None, 10**9) >= 1
    assert run.jobs_for(7, 0) == 7


def test_a_rule_that_fails_in_another_process_is_a_finding_too(tmp_path, monkeypatch):
    small_pieces(monkeypatch)
    put(tmp_path / "listlint.toml", "rule-folders = ['rules']\n")
    put(
        tmp_path / "rules" / "acme" / "fails.py",
        '"""It fails.\n\nAlways.\n"""\nfrom listlint import rule\n\n\n'
        '@rule(on="title", level="warn", messages={}, examples=[])\n'
        'def check(title, listing, options):\n    raise RuntimeError("no luck")\n',
    )
    put(tmp_path / "a.jsonl", [product(id=str(number)) for number in range(200)])
    one = check("--jobs", "1", cwd=tmp_path)
    assert check("--jobs", "2", cwd=tmp_path) == one
    assert (one.code, len(one.of("internal-error"))) == (2, 200)


def test_a_wrong_option_is_one_sentence_with_any_number_of_jobs(tmp_path, monkeypatch):
    small_pieces(monkeypatch)
    put(tmp_path / "listlint.toml", "[rules]\n'title/keyword-stuffing' = { nonsense = 1 }\n")
    put(tmp_path / "a.jsonl", several(200))
    one = check("--jobs", "1", cwd=tmp_path)
    assert check("--jobs", "2", cwd=tmp_path) == one
    assert (one.code, one.err.count("\n")) == (2, 1)


# Rules across products ----------------------------------------------------------------------------


@pytest.mark.parametrize("chunk", [1, 10**6])
def test_an_id_said_twice_is_found_across_files_and_ranges(tmp_path, monkeypatch, chunk):
    monkeypatch.setattr(run, "CHUNK", chunk)
    put(tmp_path / "a.json", [product(id="A"), product(id="B")])
    put(tmp_path / "b.jsonl", [product(id="C"), product(id="B"), product(id="C"), product(id="D")])
    put(tmp_path / "c.json", product(id="A"))
    told = [
        (Path(result["filePath"]).name, each["line"], each["extra"]["product"], each["message"])
        for result in check(cwd=tmp_path).results
        for each in result["messages"]
    ]
    assert [each[:3] for each in told] == [
        ("b.jsonl", 2, "B"),
        ("b.jsonl", 3, "C"),
        ("c.json", 2, "A"),
    ]
    second = 1 + (tmp_path / "a.json").read_text("utf-8").splitlines().index('  "id": "B",')
    for (*_, message), first in zip(
        told, [f"a.json:{second}", "b.jsonl:1", "a.json:3"], strict=True
    ):
        assert first in message


def test_an_id_said_a_hundred_times_is_told_of_all_but_the_first(tmp_path):
    put(tmp_path / "a.jsonl", [product(id="A")] * 100)
    told = check(cwd=tmp_path).of("catalog/duplicate-id")
    assert [each["line"] for each in told] == list(range(2, 101))
    assert all("a.jsonl:1." in each["message"] for each in told)


def test_a_product_is_no_duplicate_of_itself_on_another_platform(tmp_path):
    for name, language in (("bazaar", "zh"), ("souk", "en")):
        put(
            tmp_path / "platforms" / name / "listing.json",
            {"x-platform": {"name": name, "title": name, "language": language}},
        )
    put(tmp_path / "listlint.toml", "platform-folders = ['platforms']\n")
    platforms = {"dhgate": {}, "bazaar": {}, "souk": {"title": "Steel mug for the souk"}}
    put(tmp_path / "a.jsonl", [product(id="A", platforms=platforms), product(id="B")])
    assert "catalog/duplicate-id" not in check(cwd=tmp_path).rules
    put(tmp_path / "b.jsonl", [product(id="A", platforms=platforms)])
    [told] = check(cwd=tmp_path).of("catalog/duplicate-id")
    assert told["extra"]["platforms"] == ["bazaar", "dhgate", "souk"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.integers(0, 40), max_size=60), st.integers(1, 5), st.integers(1, 9))
def test_repeated_keys_are_found_whatever_the_memory(digests, pieces, buckets):
    held = [digests[start::pieces] for start in range(pieces)]
    expected = {each for each in digests if digests.count(each) > 1}
    arrays = [merge.array("Q", each).tobytes() for each in held]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merge, "_BUCKETS", buckets)
        assert merge._repeated(arrays) == expected


def test_keys_that_only_look_alike_in_short_do_not_meet(tmp_path, monkeypatch):
    monkeypatch.setattr("listlint.lint.key_digest", lambda text: 1)
    monkeypatch.setattr("listlint.merge.key_digest", lambda text: 1)
    put(tmp_path / "a.jsonl", [product(id=each) for each in "ABA"])
    assert [each["line"] for each in check(cwd=tmp_path).of("catalog/duplicate-id")] == [3]


# Memory -------------------------------------------------------------------------------------------


def test_findings_that_are_many_go_to_the_disk_and_come_back_the_same(shop, monkeypatch):
    plain = [listlint("check", "-f", name, cwd=shop) for name in NAMES]
    monkeypatch.setattr(merge, "SPOOL_BYTES", 1)
    spooled = [listlint("check", "-f", name, cwd=shop) for name in NAMES]
    assert spooled == plain


def test_a_report_can_be_read_again_and_again(shop, monkeypatch):
    monkeypatch.chdir(shop)
    monkeypatch.setattr(merge, "SPOOL_BYTES", 1000)
    _, report = lint_request(Request(paths=(".",), as_of=TODAY), lambda done, total: None)
    first = [list(result.messages) for result in report.results]
    # Two at once, and each from the middle on, as formats that group findings do.
    pairs = [
        (one, other)
        for left, right in zip(report.results, report.results, strict=True)
        for one, other in zip(left.messages, right.messages, strict=True)
    ]
    assert [each for found in first for each in found] == [one for one, _ in pairs]
    assert all(one == other for one, other in pairs)
    assert sum(map(len, first)) == sum(report.counts[:3])


def test_the_messages_of_a_file_stand_in_the_order_of_their_places(tmp_path):
    odd = json.dumps(product(id="A", title=LONG))[:-1] + ', "mpn": "a", "mpn": "b"}'
    put(tmp_path / "a.jsonl", lines(product(id="A")) + odd.encode() + b"\n" + lines(product()))
    places = [(each["line"], each["column"]) for each in check(cwd=tmp_path).messages]
    assert len(places) == 3
    assert places == sorted(places)


def test_progress_counts_all_bytes_whatever_the_jobs(shop, monkeypatch):
    small_pieces(monkeypatch)
    monkeypatch.chdir(shop)
    for jobs in (1, 2):
        told: list[tuple[int, int]] = []
        request = Request(paths=(".",), as_of=TODAY, jobs=jobs)
        lint_request(request, lambda done, total, told=told: told.append((done, total)))
        assert sum(done for done, _ in told) == told[-1][1]


def test_a_linter_says_the_same_of_a_part_whatever_it_linted_before(tmp_path):
    paths = [put(tmp_path / f"{number}.jsonl", several(20, seed=number)) for number in range(4)]
    parts = [part(b"", path.name, tmp_path)._replace(data=None) for path in paths]
    world = Settings(default_platforms=("dhgate",))

    def reports(order: list[Part]) -> dict[str, bytes]:
        one = Linter([world], TODAY)
        return {each.path: one.lint(each).rows for each in order}

    assert reports(parts) == reports(parts[::-1])
