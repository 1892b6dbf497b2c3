"""Which files are found, in which order, and what is said of the paths that lead to none."""

import errno
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from configs import write

from listlint.config import Configuration
from listlint.errors import UsageError
from listlint.files import Found, Source, find, is_known_non_product

ROOT = Path(__file__).parent.parent


def make(folder: Path, *paths: str) -> Path:
    """Empty files, and folders where a path ends with a slash."""
    for path in paths:
        if path.endswith("/"):
            (folder / path).mkdir(parents=True, exist_ok=True)
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).touch()
    return folder


def search(folder: Path, *paths: str, config: str | None = None, **options) -> Found:
    if config is not None:
        write(folder, listlint=config)
    asked = [str(folder / path) for path in paths] or [str(folder)]
    return find(asked, Configuration().for_folder, **options)


def names(folder: Path, found: Found) -> list[str]:
    return [Path(source.path).relative_to(folder).as_posix() for source in found.sources]


# Walking


def test_a_folder_is_walked_for_json_files_in_the_order_of_their_paths(tmp_path):
    make(
        tmp_path,
        "b.json", "a/z.jsonl", "a-b.json", "a.json", "a/b/c.NDJSON", "x.jl", "readme.md", "json",
        "data.json5", ".hidden/d.json", "商品/一.json",
    )  # fmt: skip
    assert names(tmp_path, search(tmp_path)) == [
        ".hidden/d.json", "a-b.json", "a.json", "a/b/c.NDJSON", "a/z.jsonl", "b.json", "x.jl",
        "商品/一.json",
    ]  # fmt: skip


def test_folders_of_tools_are_never_walked_but_may_be_named(tmp_path):
    make(tmp_path, "node_modules/x/a.json", ".git/a.json", "s/.venv/a.json", "b.json")
    assert names(tmp_path, search(tmp_path)) == ["b.json"]
    assert names(tmp_path, search(tmp_path, "node_modules")) == ["node_modules/x/a.json"]


def test_the_order_of_the_arguments_changes_nothing_and_no_file_comes_twice(tmp_path, monkeypatch):
    make(tmp_path, "a.json", "x/b.json", "x/y/c.json")
    monkeypatch.chdir(tmp_path)
    asked = [".", "x/b.json", str(tmp_path / "x"), "x/*.json", "x/../a.json"]
    every = {find(order, Configuration().for_folder) for order in itertools.permutations(asked)}
    assert every == {
        Found(
            (
                Source(str(tmp_path / "a.json"), named=True),
                Source(str(tmp_path / "x" / "b.json"), named=True),
                Source(str(tmp_path / "x" / "y" / "c.json")),
            )
        )
    }


def test_paths_are_absolute_however_they_are_named(tmp_path, monkeypatch):
    make(tmp_path, "x/a.json")
    monkeypatch.chdir(tmp_path / "x")
    found = find(["../x"], Configuration().for_folder)
    assert [one.path for one in found.sources] == [str(tmp_path / "x" / "a.json")]


def test_a_named_file_may_have_any_name(tmp_path):
    make(tmp_path, "a.txt")
    assert search(tmp_path, "a.txt").sources == (Source(str(tmp_path / "a.txt"), named=True),)


def test_nothing_heavy_is_imported_where_there_is_nothing_to_match(tmp_path):
    make(tmp_path, "a.json")
    program = (
        "import sys; from listlint.files import find; from listlint.config import Configuration;"
        f"assert find([{str(tmp_path)!r}], Configuration().for_folder).sources;"
        "print([name for name in ('pathspec', 'glob', 'tomllib') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert run.stdout.strip() == "[]"


# Links, and what cannot be read


def test_a_linked_folder_is_not_followed_unless_it_is_named(tmp_path):
    make(tmp_path, "real/a.json", "walked/b.json")
    (tmp_path / "walked" / "link").symlink_to(tmp_path / "real")
    (tmp_path / "walked" / "loop").symlink_to(tmp_path / "walked")
    assert names(tmp_path, search(tmp_path, "walked")) == ["walked/b.json"]
    assert names(tmp_path, search(tmp_path, "walked/link")) == ["walked/link/a.json"]


def test_a_file_with_two_names_is_found_once_by_the_first_or_the_one_named(tmp_path):
    make(tmp_path, "b.json")
    (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
    (tmp_path / "c.json").symlink_to(tmp_path / "b.json")
    assert names(tmp_path, search(tmp_path)) == ["a.json"]
    assert names(tmp_path, search(tmp_path, ".", "c.json")) == ["c.json"]
    assert names(tmp_path, search(tmp_path, "c.json", "b.json")) == ["b.json"]


@pytest.mark.parametrize("asked", [".", "gone.json"])
def test_a_broken_link_is_told_and_the_rest_is_found(tmp_path, asked):
    make(tmp_path, "a.json")
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere.json")
    found = search(tmp_path, "a.json", asked)
    assert names(tmp_path, found) == ["a.json"]
    assert [(Path(one.path).name, one.reason) for one in found.unreadable] == [
        ("gone.json", "it is a broken link")
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("asked", [".", "pipe.json"])
def test_a_pipe_is_told_and_never_opened(tmp_path, asked):
    make(tmp_path, "a.json")
    os.mkfifo(tmp_path / "pipe.json")
    found = search(tmp_path, "a.json", asked)
    assert names(tmp_path, found) == ["a.json"]
    assert [one.reason for one in found.unreadable] == ["it is no regular file"]


def test_a_pipe_that_is_no_json_by_name_is_nothing_to_us(tmp_path):
    make(tmp_path, "a.json")
    (tmp_path / "socket").symlink_to("/nowhere")
    assert search(tmp_path).unreadable == ()


@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOENT])
def test_a_folder_that_cannot_be_read_is_told_and_the_rest_is_found(tmp_path, monkeypatch, code):
    make(tmp_path, "a.json", "closed/b.json")
    real = os.scandir

    def scandir(path):
        if str(path).endswith("closed"):
            raise OSError(code, os.strerror(code), path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = search(tmp_path)
    assert names(tmp_path, found) == ["a.json"]
    assert [(one.path, one.reason) for one in found.unreadable] == [
        (str(tmp_path / "closed"), f"it cannot be read ({os.strerror(code)})")
    ]


# Patterns among the arguments


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.json", ["a.json"]),
        ("**/*.json", ["a.json", "x/b.json", "x/y/c.json"]),
        ("x/**/*.json", ["x/b.json", "x/y/c.json"]),
        ("x/*", ["x/b.json", "x/d.jsonl", "x/y/c.json"]),
        ("?", ["x/b.json", "x/d.jsonl", "x/y/c.json"]),
        ("[a-b].json", ["a.json"]),
        ("x/*.txt", ["x/e.txt"]),
        ("./x/y/*.json", ["x/y/c.json"]),
        ("x/../*.json", ["a.json"]),
    ],
)
def test_a_pattern_is_expanded(tmp_path, monkeypatch, pattern, expected):
    make(tmp_path, "a.json", "x/b.json", "x/y/c.json", "x/d.jsonl", "x/e.txt")
    monkeypatch.chdir(tmp_path)
    found = find([pattern], Configuration().for_folder)
    assert names(tmp_path, found) == expected
    assert not any(one.named for one in found.sources)
    assert names(tmp_path, search(tmp_path, pattern)) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_meant_itself(tmp_path):
    make(tmp_path, "a[1].json", "a1.json")
    assert names(tmp_path, search(tmp_path, "a[1].json")) == ["a[1].json"]


def test_what_a_pattern_matches_is_still_ignored_and_excluded(tmp_path):
    make(tmp_path, ".git/", "a.json", "b.json", "c.json", "node_modules/d.json")
    (tmp_path / ".gitignore").write_text("b.json\n")
    assert names(tmp_path, search(tmp_path, "**/*.json", config="exclude = ['c.json']")) == [
        "a.json"
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("catalg.json", "there is no file or folder 'catalg.json'; did you mean 'catalog.json'?"),
        ("x/itms", "there is no file or folder 'x/itms'; did you mean 'x/items'?"),
        ("zzz", "there is no file or folder 'zzz'."),
        ("nope.json", "there is no file or folder 'nope.json'."),
        ("catalog", "there is no file or folder 'catalog'; did you mean 'catalog.json'?"),
        ("nowhere/a.json", "there is no file or folder 'nowhere/a.json'."),
        ("*.jsonl", "no file matches '*.jsonl', or all that do are ignored."),
        ("nowhere/*.json", "no file matches 'nowhere/*.json', or all that do are ignored."),
        ("catalog.json/*.json",
         "no file matches 'catalog.json/*.json', or all that do are ignored."),
    ],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_a_usage_error(tmp_path, monkeypatch, asked, told):
    make(tmp_path, "catalog.json", "x/items/a.json")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as error:
        find([asked, "catalog.json"], Configuration().for_folder)
    assert str(error.value) == told.replace("/items", f"{os.sep}items")
    found = find([asked, "catalog.json"], Configuration().for_folder, unmatched_ok=True)
    assert names(tmp_path, found) == ["catalog.json"]


def test_every_path_that_leads_nowhere_is_told(tmp_path):
    with pytest.raises(UsageError) as error:
        search(tmp_path, "qqq", "zzz")
    assert str(error.value).count("there is no file or folder") == 2


def test_an_empty_folder_leads_to_nothing_without_an_error(tmp_path):
    assert search(tmp_path).sources == ()


# The configuration


def test_with_include_only_what_it_names_is_found_and_it_is_sure(tmp_path):
    make(tmp_path, "catalog/a.json", "catalog/x/b.txt", "other/c.json", "catalog/d.md")
    found = search(tmp_path, config="include = ['catalog/**/*.json', '*.txt']")
    assert names(tmp_path, found) == ["catalog/a.json", "catalog/x/b.txt"]
    assert all(one.included and not one.named for one in found.sources)


def test_a_named_file_need_not_be_included(tmp_path):
    make(tmp_path, "a.json", "b.json")
    found = search(tmp_path, "a.json", "b.json", config="include = ['b.json']")
    assert [(one.named, one.included) for one in found.sources] == [(True, False), (True, True)]


@pytest.mark.parametrize(
    ("exclude", "expected"),
    [
        ("drafts/**", ["a.json", "x/drafts/d.json"]),
        ("drafts/", ["a.json"]),
        ("drafts", ["a.json"]),
        ("/drafts", ["a.json", "x/drafts/d.json"]),
        ("*.json", []),
        ("**/c.json", ["a.json", "drafts/b.json", "x/drafts/d.json"]),
        ("drafts/**', '!drafts/b.json", ["a.json", "drafts/b.json", "x/drafts/d.json"]),
    ],
)
def test_what_is_excluded_is_passed_over(tmp_path, exclude, expected):
    make(tmp_path, "a.json", "drafts/b.json", "drafts/y/c.json", "x/drafts/d.json")
    found = search(tmp_path, config=f"exclude = ['{exclude}']")
    assert names(tmp_path, found) == expected


def test_each_folder_obeys_its_own_configuration(tmp_path):
    make(tmp_path, "a.json", "x/a.json", "x/b.json", "y/b.json")
    write(tmp_path, listlint="exclude = ['a.json']", x__listlint="exclude = ['b.json']")
    assert names(tmp_path, search(tmp_path)) == ["x/a.json", "y/b.json"]


def test_files_that_the_configuration_uses_itself_hold_no_products(tmp_path):
    make(
        tmp_path, "facts.jsonl", "cat.json", "platforms/mine/listing.json", "rules/a.json", "a.json"
    )
    config = """
        rule-folders = ["rules"]
        platform-folders = ["platforms"]
        images.facts = "facts.jsonl"
        platforms.dhgate.categories = "cat.json"
    """
    assert names(tmp_path, search(tmp_path, config=config)) == ["a.json"]
    assert names(tmp_path, search(tmp_path, "cat.json")) == ["cat.json"]


# Ignoring


def test_a_named_file_is_linted_though_it_is_ignored_or_excluded(tmp_path):
    make(tmp_path, ".git/", "a.json", "drafts/b.json", "drafts/c.json", "node_modules/d.json")
    (tmp_path / ".gitignore").write_text("a.json\n")
    asked = ["a.json", "drafts/b.json", "node_modules/d.json"]
    found = search(tmp_path, *asked, config="exclude = ['drafts/**']")
    assert names(tmp_path, found) == asked
    forced = search(tmp_path, *asked, force_exclude=True)
    assert (forced.sources, forced.excluded) == ((), 3)


@pytest.mark.parametrize("ignore", ["drafts/", "drafts", "drafts/**", "drafts/*"])
@pytest.mark.parametrize("how", ["exclude", "gitignore"])
def test_a_named_folder_is_walked_though_it_is_ignored(tmp_path, ignore, how):
    make(tmp_path, ".git/", "drafts/b.json", "drafts/x/c.json", "drafts/x/own.json")
    (tmp_path / "drafts" / "x" / ".gitignore").write_text("own.json\n")
    config = f"exclude = ['{ignore}']" if how == "exclude" else ""
    if how == "gitignore":
        (tmp_path / ".gitignore").write_text(f"{ignore}\n")
    assert names(tmp_path, search(tmp_path, config=config)) == []
    assert names(tmp_path, search(tmp_path, "drafts")) == ["drafts/b.json", "drafts/x/c.json"]
    assert names(tmp_path, search(tmp_path, "drafts", force_exclude=True)) == []


def test_an_ignore_pattern_holds_from_the_working_directory_and_for_named_files(
    tmp_path, monkeypatch
):
    make(tmp_path, "a.json", "x/a.json", "x/b.json")
    monkeypatch.chdir(tmp_path / "x")
    found = search(tmp_path, ".", "x/a.json", ignore_patterns=["/a.json"])
    assert names(tmp_path, found) == ["a.json", "x/b.json"]
    assert found.excluded == 1


def test_without_ignores_everything_but_tools_is_walked(tmp_path):
    make(tmp_path, ".git/", "a.json", "b.json", "node_modules/d.json")
    (tmp_path / ".gitignore").write_text("a.json\n")
    found = search(tmp_path, config="exclude = ['b.json']", use_ignores=False)
    assert names(tmp_path, found) == ["a.json", "b.json"]


def test_a_gitignore_above_the_walked_folder_holds_up_to_the_repository(tmp_path):
    make(tmp_path, "repo/.git/", "repo/x/a.json", "repo/x/b.json", "repo/x/c.json")
    (tmp_path / ".gitignore").write_text("a.json\n")
    (tmp_path / "repo" / ".gitignore").write_text("b.json\n")
    assert names(tmp_path, search(tmp_path, "repo/x")) == ["repo/x/a.json", "repo/x/c.json"]


def test_without_a_repository_a_gitignore_holds_from_the_walked_folder_on(tmp_path):
    make(tmp_path, "x/a.json", "x/b.json")
    (tmp_path / ".gitignore").write_text("a.json\n")
    assert names(tmp_path, search(tmp_path)) == ["x/b.json"]
    assert names(tmp_path, search(tmp_path, "x")) == ["x/a.json", "x/b.json"]


def test_a_repository_within_begins_anew(tmp_path):
    make(tmp_path, ".git/", "sub/.git/", "sub/a.json", "a.json")
    (tmp_path / ".gitignore").write_text("a.json\n")
    assert names(tmp_path, search(tmp_path)) == ["sub/a.json"]
    assert names(tmp_path, search(tmp_path, "sub")) == ["sub/a.json"]


def test_a_line_that_is_no_pattern_ignores_nothing(tmp_path):
    make(tmp_path, ".git/", "a.json", "b.json")
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbf!\n[z-a]\n\xff\xfe\na.json\r\n")
    assert names(tmp_path, search(tmp_path)) == ["b.json"]


@pytest.mark.parametrize("form", ["folder", "worktree", "submodule"])
def test_the_repositorys_own_exclude_file_counts(tmp_path, form):
    top = make(tmp_path / "top", "a.json", "b.json")
    if form == "folder":
        exclude = top / ".git" / "info" / "exclude"
    elif form == "worktree":
        make(tmp_path, "main/.git/worktrees/top/")
        (tmp_path / "main/.git/worktrees/top/commondir").write_text("../..\n")
        (top / ".git").write_text(f"gitdir: {tmp_path}/main/.git/worktrees/top\n")
        exclude = tmp_path / "main" / ".git" / "info" / "exclude"
    else:
        (top / ".git").write_text("gitdir: ../.git/modules/top\n")
        exclude = tmp_path / ".git" / "modules" / "top" / "info" / "exclude"
    exclude.parent.mkdir(parents=True)
    exclude.write_text("# ours\na.json\n")
    assert names(top, search(top)) == ["b.json"]


IGNORED = """
*.tmp.json
/only-top.json
build/
deep/**/x.json
!kept.tmp.json
logs/*
!logs/keep.json
stars/**
!stars/keep.json
a?c.json
[xy].json
spaced\\ .json
#comment.json
\\#hash.json
**/both/
sub/dir
"""

TREE = (
    "a.tmp.json", "kept.tmp.json", "n/kept.tmp.json", "only-top.json", "n/only-top.json",
    "build/a.json", "n/build/a.json", "n/build.json", "deep/x.json", "deep/a/b/x.json",
    "deep/a/y.json", "logs/a.json", "logs/keep.json", "logs/n/keep.json", "stars/a.json",
    "stars/keep.json", "stars/n/keep.json", "abc.json", "ac.json", "x.json", "z.json",
    "#comment.json", "#hash.json", "n/both/a.json", "both/a.json", "sub/dir/a.json",
    "n/sub/dir/a.json", "nested/a.json", "nested/b.json", "nested/a.tmp.json", "商.tmp.json",
)  # fmt: skip


def test_git_itself_ignores_the_same_files(tmp_path):
    git = ["git", "-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false"]
    subprocess.run([*git, "init", "-q", str(tmp_path)], check=True)
    make(tmp_path, *TREE)
    (tmp_path / ".gitignore").write_text(IGNORED, encoding="utf-8")
    (tmp_path / "nested" / ".gitignore").write_text("a.json\n!a.tmp.json\n")
    (tmp_path / ".git" / "info" / "exclude").write_text("z.json\n")
    listed = subprocess.run(
        [*git, "ls-files", "-co", "--exclude-standard", "-z", "*.json"],
        cwd=tmp_path, capture_output=True, check=True,
    )  # fmt: skip
    theirs = sorted(listed.stdout.decode().rstrip("\0").split("\0"))
    assert names(tmp_path, search(tmp_path)) == theirs
    asked = search(tmp_path, *TREE, force_exclude=True)
    assert names(tmp_path, asked) == theirs


# Names


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("package.json", True),
        ("package-lock.json", True),
        ("tsconfig.build.json", True),
        ("composer.json", True),
        ("flow.lock.json", True),
        (".eslintrc.json", True),
        ("TSConfig.json", True),
        ("manifest.json", True),
        ("product.json", False),
        ("package-set.json", False),
        ("bicycle-lock.json", False),
        ("catalog.jsonl", False),
        ("eslintrc.json", False),
    ],
)
def test_files_that_hold_no_products_are_known_by_name(name, known):
    assert is_known_non_product(name) is known
