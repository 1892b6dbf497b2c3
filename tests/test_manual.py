"""The manual: it explains every name there is, says what the data says, and its pages are fresh.

``python tests/test_manual.py`` writes the golden texts anew; read the difference.
"""

from __future__ import annotations

import re
import textwrap
from datetime import date
from pathlib import Path

import pytest
from commandline import ROOT, listlint, put
from configs import settings

from listlint.errors import UsageError
from listlint.formatters._terminal import width
from listlint.judged import INTERNAL_ERROR
from listlint.layout import COLUMNS
from listlint.limits import Limit
from listlint.manual import explained, rule_lines
from listlint.manualexamples import shown_examples
from listlint.manualfacts import CONFIDENCE, payload_rows, platform_rows
from listlint.manualpages import pages, write_pages
from listlint.manualplatforms import platform_lines, platform_page
from listlint.manualwords import limit_words
from listlint.model import Level
from listlint.registry import loaded
from listlint.sentences import SENTENCES
from listlint.settings import Settings
from listlint.world import CATEGORY_FINDINGS, ENGINE_FINDINGS, World

FIXTURES = Path(__file__).parent / "fixtures" / "manual"
WORLD = World(Settings(), date(2026, 11, 21))
NAMES = sorted(WORLD.names())
RULES = list(WORLD.registry.rules.values())


def fixture_world() -> World:
    """A world with the platforms of the fixtures, and of the built-in ones `dhgate` alone."""
    return only(World(Settings(platform_folders=(FIXTURES / "platforms",)), date(2026, 11, 21)),
                "bazaar", "dhgate", "souk")  # fmt: skip


def only(world: World, *names: str) -> World:
    """*world* without all other platforms, so that what is shown is what the test states."""
    paths = world.platforms._paths
    for name in set(paths) - set(names):
        del paths[name]
    return world


GOLDEN = {
    "explain-title-year.txt": lambda: explained(fixture_world(), "title/year"),
    "explain-images-max-items.txt": lambda: explained(fixture_world(), "images/max-items"),
    "explain-title-max-length.txt": lambda: explained(fixture_world(), "title/max-length"),
    "explain-payload-required.txt": lambda: explained(
        only(fixture_world(), "souk"), "payload/required"
    ),
    "explain-souk-77.txt": lambda: explained(fixture_world(), "souk/77"),
    "platforms.txt": lambda: platform_lines(only(fixture_world(), "bazaar", "souk")),
    "platforms-bazaar.txt": lambda: platform_page(fixture_world(), "bazaar"),
    "platforms-souk.txt": lambda: platform_page(fixture_world(), "souk"),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_page_looks_as_its_golden_text(name: str) -> None:
    assert "".join(f"{line}\n" for line in GOLDEN[name]()) == (FIXTURES / name).read_text("utf-8")


def test_the_committed_pages_are_fresh() -> None:
    committed = {
        path.relative_to(ROOT / "docs").as_posix(): path.read_text("utf-8")
        for folder in ("rules", "platforms")
        for path in (ROOT / "docs" / folder).rglob("*.md")
    }
    made = pages()
    assert committed.keys() == made.keys(), "run: python -m listlint.manual docs"
    stale = [name for name, text in made.items() if committed[name] != text]
    assert not stale, "run: python -m listlint.manual docs"


def test_pages_of_rules_that_are_gone_are_removed_and_nothing_else(tmp_path: Path) -> None:
    gone = put(tmp_path / "rules" / "title" / "gone.md", "# title/gone")
    kept = put(tmp_path / "configuration.md", "# Configuration")
    write_pages(tmp_path)
    assert not gone.exists()
    assert kept.exists()
    assert (tmp_path / "rules" / "images" / "format.md").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_explained(name: str) -> None:
    lines = list(explained(WORLD, name))
    assert lines[0].split()[0] == name
    assert lines[0].split()[1] in [level.label for level in Level]
    assert (f'  "{name}" = "off"' in "\n".join(lines)) is (name != INTERNAL_ERROR)
    assert all(width(line) <= COLUMNS for line in lines)
    assert not re.search(r"\*\*\w|`", "\n".join(line for line in lines if line[:1].isalpha()))


def test_every_name_is_listed_once() -> None:
    lines = [line for line in rule_lines(WORLD) if line]
    assert all(width(line) <= COLUMNS for line in lines)
    rules = [line.split()[0] for line in lines if re.match(r"\S+ +(error|warn|info|off) ", line)]
    at = next(index for index, line in enumerate(lines) if line.startswith("Values that"))
    forms = re.findall(r"[$\w-]+/[\w-]+", " ".join(lines[at + 1 :]))
    assert len(rules) == len(set(rules))
    # Findings on overlays bear the names of the fields that they lie over.
    overlays = {name for name in NAMES if name.startswith("platforms/")}
    assert {*rules, *forms} | overlays == set(NAMES)
    assert set(WORLD.registry.rules) | set(ENGINE_FINDINGS) | set(CATEGORY_FINDINGS) <= set(rules)


def test_limits_of_a_platform_stand_in_the_list_with_its_name() -> None:
    lines = list(rule_lines(fixture_world()))
    (line,) = [line for line in lines if line.startswith("images/max-items ")]
    assert "  error  at most 2 entries (bazaar); at most 8 entries (dhgate)" in line


def platform(called: str, **properties: object) -> dict[str, object]:
    """A listing.json with limits of one source; *properties* are those of its schema."""
    source = {"title": f"{called} handbook, on titles and pictures, 商家手册第三章", "who": called,
              "where": "handbook.example", "read": "2026-10-02", "confidence": "P"}  # fmt: skip
    return {
        "x-platform": {"title": called, "aliases": [f"{called.lower()}.example", "集市海外商城"]},
        "properties": properties,
        "x-rules": {
            "images/format": {"options": {"allow": ["jpeg", "png", "webp"]}, "source": "handbook"}
        },
        "x-sources": {"handbook": source},
    }


def test_ten_platforms_stand_side_by_side(tmp_path: Path) -> None:
    names = [f"marketplace-{number}-国际" for number in range(10, 20)]
    for index, name in enumerate(names):
        about = {"severity": "warn", "source": "handbook", "from": f"2026-{index + 3:02}-01"}
        title = {"maxLength": 60 + index, "x-limits": {"maxLength": about}}
        put(tmp_path / name / "listing.json", platform(f"Shop{index}", title=title))
    world = World(Settings(platform_folders=(tmp_path,)), date(2026, 6, 30))
    only(world, *names)
    for lines in (
        list(explained(world, "title/max-length")),
        list(explained(world, "images/format")),
        list(platform_lines(world)),
    ):
        assert all(width(line) <= COLUMNS for line in lines), lines
        for name in names:  # its row, and where there are titles of sources, one there
            rows = [line for line in lines if line.strip().startswith(f"{name} ")]
            assert 1 <= len(rows) <= 2, lines
    lines = list(explained(world, "title/max-length"))
    (row,) = [line for line in lines if line.startswith(f"  {names[0]}") and "warn" in line]
    assert "at most 60 characters  warn   2026-03-01" in row
    assert any("at most 69 characters  warn   2026-12-01  coming" in line for line in lines)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_is_told_with_all_its_parts(rule) -> None:
    text = " ".join(" ".join(explained(WORLD, rule.name)).split())
    page = pages()[f"rules/{rule.name}.md"]
    assert rule.summary in text
    assert rule.summary in page
    for name, option in rule.options.items():
        assert f"{name}: " in text
        assert option.means in text
        assert f"`{name}`: " in page
    for example in shown_examples(loaded(rule)):
        for _, message in example.found:
            if message.isprintable():
                assert " ".join(message.split()) in text


def test_examples_are_told_with_what_is_found_and_what_is_given() -> None:
    lines = list(explained(WORLD, "images/format"))
    at = lines.index('  {"images": ["mug.png"]}', lines.index("Wrong"))
    assert lines[at + 1 : at + 3] == [
        "      mug.png is png",
        "    → /images/0 PNG image; allowed: JPEG. Save it again as JPEG.",
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("titel/year", "unknown rule 'titel/year'; did you mean 'title/year'?"),
        ("images/maxitems", "unknown rule 'images/maxitems'; did you mean 'images/max-items'?"),
        ("xyz", "unknown rule 'xyz'. “listlint rules” lists all."),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(asked: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        explained(WORLD, asked)
    assert str(error.value) == told


def test_a_family_is_answered_with_its_rules() -> None:
    with pytest.raises(UsageError, match=r"family of rules; name one: .*images/format"):
        explained(WORLD, "images")


def test_errors_of_the_manual_are_exit_code_2(tmp_path: Path) -> None:
    for arguments in (("explain", "images"), ("explain", "x/y"), ("platforms", "dhgat")):
        done = listlint(*arguments, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("listlint: ")


def test_what_the_configuration_says_is_told_with_its_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = """
        rules."title/*" = "warn"
        rules."title/year" = { words = ["neu"] }
        [platforms.dhgate.rules]
        "title/year" = "error"
    """
    world = World(settings(tmp_path, text), date(2026, 11, 21))
    lines = list(explained(world, "title/year"))
    here = lines[lines.index("Your configuration") + 1 :]
    assert sorted(here) == [
        '  platforms.dhgate.rules."title/year".level = "error" # listlint.toml',
        '  rules."title/*" = "warn" # listlint.toml',
        '  rules."title/year".words = ["neu"] # listlint.toml',
    ]
    assert "Your configuration" not in list(explained(world, "images/format"))


def test_a_declared_rule_is_explained(tmp_path: Path) -> None:
    text = """
        [[rule]]
        name = "acme/size-chart"
        field = "detail_images"
        required-if = {category = "Shoes"}
        message = "Shoes show a size chart. Add it."
    """
    world = World(settings(tmp_path, text), date(2026, 11, 21))
    lines = list(explained(world, "acme/size-chart"))
    assert lines[:3] == ["acme/size-chart  error", "", "Shoes show a size chart. Add it."]


def test_a_rule_of_ones_own_that_fails_is_explained_all_the_same(tmp_path: Path) -> None:
    rule = """
        from listlint import bad, good, rule

        @rule(on="title", level="warn", messages={"x": "{lacking}"},
              examples=[good({"title": "Mug"}), bad({"title": "Cup"}, ("x", "/title"))])
        def check(title, listing, options):
            if title.value == "Cup":
                yield title.finding("x")
            else:
                raise ZeroDivisionError("divided")
    """
    put(tmp_path / "ours" / "title" / "odd.py", textwrap.dedent(rule))
    put(tmp_path / "listlint.toml", 'rule-folders = ["ours"]')
    done = listlint("explain", "title/odd", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "    → The rule fails here: " in done.out
    assert "ZeroDivisionError: divided" in done.out
    assert "    → The rule fails here: 'lacking'" in done.out


def test_platforms_are_listed_and_told() -> None:
    listed = list(platform_lines(WORLD))
    named = [line.split()[0] for line in listed[:-2] if line[0] != " "]
    assert named == WORLD.platforms.names
    assert all(width(line) <= COLUMNS for line in listed)
    at = next(index for index, line in enumerate(listed) if line.startswith("dhgate "))
    assert "category answers" in listed[at + 1]
    for name in WORLD.platforms.names:
        platform = WORLD.platforms.get(name)
        lines = list(platform_page(WORLD, name))
        assert all(width(line) <= COLUMNS for line in lines)
        text = "\n".join(lines)
        page = pages()[f"platforms/{name}.md"]
        for row in (*platform_rows(WORLD, name), *payload_rows(WORLD, name)):
            assert f"\n  {row.name}" in text
            assert f"| `{row.name}` |" in page
        for rule in platform.rules:
            assert f"\n  {rule}" in text
            assert f"[{rule}](../rules/{rule}.md)" in page
        for key, source in platform.sources.items():
            assert f"\n  {key}\n" in text
            assert source["title"] in page.replace("\\", "")


def limit(keyword: str, value: object) -> Limit:
    return Limit("x/y", keyword, ("x",), value, Level.ERROR, None, None, None, ())


SAMPLES: dict[str, tuple[object, str]] = {
    "required": (True, "mandatory"),
    "type": (["string", "null"], "text in quotes"),
    "maxItems": (1, "at most 1 entry"),
    "minItems": (3, "at least 3 entries"),
    "maxProperties": (10, "at most 10 entries"),
    "minProperties": (1, "at least 1 entry"),
    "maxLength": (80000, "at most 80,000 characters"),
    "minLength": (1, "at least 1 character"),
    "maxWidth": (60, "at most 60 columns; a Chinese character takes two"),
    "maxUtf8Bytes": (250, "at most 250 bytes in UTF-8"),
    "maxWords": (1, "at most 1 word"),
    "maximum": (60, "at most 60"),
    "minimum": (0.5, "at least 0.5"),
    "exclusiveMaximum": (1, "below 1"),
    "exclusiveMinimum": (0, "above 0"),
    "multipleOf": (5, "a multiple of 5"),
    "enum": (["new", "used", None], "one of: new, used"),
    "const": ("CNY", "only “CNY”"),
    "pattern": ("^[0-9]+$", "of the form ^[0-9]+$"),
    "minContains": (2, "at least 2 entries of one kind"),
    "maxContains": (1, "at most 1 entry of one kind"),
    "dependentRequired": ({"a": ["b", "c"], "d": ["e"]}, "with a also b, c; with d also e"),
    "uniqueItems": (True, "no entry twice"),
    "format": ("date", "written as date"),
    "maxUtf8ByteLength": (250, "at most 250 bytes in UTF-8"),
    "minUtf8ByteLength": (1, "at least 1 byte in UTF-8"),
    "maxUniqueItems": (1, "at most 1 entry that agree"),
    "minUniqueItems": (2, "at least 2 entries that agree"),
    "enumDeprecated": (["used", "old"], "going out of use: used, old"),
    "openEnum": (["S", "M"], "in the platform's list: S, M"),
    "replacedBy": ("size_name", "going out of use for size_name"),
}


@pytest.mark.parametrize(("keyword", "value", "words"), [(k, *v) for k, v in SAMPLES.items()])
def test_limits_in_words(keyword: str, value: object, words: str) -> None:
    assert limit_words(limit(keyword, value)) == words


def test_every_keyword_that_makes_a_limit_has_words() -> None:
    compound = {"anyOf", "oneOf", "not", "contains", "falseSchema", "unknown-field"}
    assert set(SENTENCES) - compound == set(SAMPLES)


def test_a_form_is_told_by_its_own_sentence() -> None:
    told = limit_words(limit("pattern", "^a$"), "“{actual}”: letters alone. {actual} is not.")
    assert told == "letters alone. … is not."


def test_every_mark_of_confidence_is_explained() -> None:
    used = {
        source["confidence"]
        for name in WORLD.platforms.names
        for source in WORLD.platforms.get(name).sources.values()
    }
    assert used <= set(CONFIDENCE)


def test_html_in_a_manual_page_is_shown_not_obeyed() -> None:
    page = pages()["rules/text/html.md"]
    prose = re.sub(r"```.*?```|`[^`\n]*`|<!--.*?-->", "", page, flags=re.DOTALL)
    assert "\\<S>" in prose
    assert not re.search(r"(?<!\\)<[A-Za-z/]", prose)


def test_no_page_holds_what_cannot_be_seen() -> None:
    for name, text in pages().items():
        assert all(char.isprintable() or char == "\n" for char in text), name
    for name in NAMES:
        assert all(map(str.isprintable, explained(WORLD, name))), name


if __name__ == "__main__":
    for golden, made in GOLDEN.items():
        (FIXTURES / golden).write_text("".join(f"{line}\n" for line in made()), "utf-8")
