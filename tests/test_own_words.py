"""Brand words of the user's own: laid over the built-in ones, compiled once, told when wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commandline import check, lines, listlint, product, put, spawned
from configs import write

from listlint.brandwords import kept, ownwords
from listlint.brandwords.source import SECTORS, WORD_KEYS
from listlint.configschema import WORDS, _schema
from listlint.errors import ConfigError

WORDS_FILE = """
allow = ["Gucci", "小米"]

[[brand]]
name = "Zorbex"
series = ["Quillon"]
translated = ["佐贝斯"]

[[brand]]
name = "NIKE"
series = ["Moonflap 9"]
"""


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that compiled words are kept in, for this test alone."""
    folder = tmp_path_factory.mktemp("cache") / "listlint"
    monkeypatch.setattr(kept, "folder", lambda: folder)
    return folder


def told(folder: Path, *products: dict, words: str = WORDS_FILE) -> list[tuple[str, str, str]]:
    """(rule, brand, word) of each finding on a brand's words, in the order of the report."""
    write(
        folder, listlint='[brands]\nauthorized = ["Northline"]\nwords = "words.toml"', words=words
    )
    put(folder / "a.jsonl", lines(*products))
    return [
        (each["ruleId"], each["extra"]["brand"], each["extra"]["word"])
        for each in check("a.jsonl", cwd=folder).messages
        if each["ruleId"].startswith("brand/")
    ]


def mug(title: str, brand: str = "Northline", **fields: object) -> dict:
    return product(title=title, brand=brand, **fields)


# What they do


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Zorbex steel mug", ("brand/infringing-word", "Zorbex", "Zorbex")),
        ("Z0rbex steel mug", ("brand/deformed-word", "Zorbex", "Z0rbex")),
        ("Z o r b e x steel mug", ("brand/deformed-word", "Zorbex", "Z o r b e x")),
        ("Quillon steel mug", ("brand/series-word", "Zorbex", "Quillon")),
        ("佐贝斯 steel mug", ("brand/infringing-word", "Zorbex", "佐贝斯")),
        ("Moonflap 9 steel mug", ("brand/series-word", "Nike", "Moonflap 9")),
        ("Adidas steel mug", ("brand/infringing-word", "Adidas", "Adidas")),
    ],
)
def test_own_words_are_found_like_those_built_in(tmp_path, title, expected):
    assert told(tmp_path, mug(title)) == [expected]


@pytest.mark.parametrize("title", ["Gucci steel mug", "小米 steel mug", "Steel mug"])
def test_allowed_words_are_never_reported(tmp_path, title):
    assert told(tmp_path, mug(title)) == []


def test_what_is_allowed_is_the_word_and_not_the_brand(tmp_path):
    assert told(tmp_path, mug("古驰 steel mug")) == [("brand/infringing-word", "Gucci", "古驰")]


def test_words_of_a_known_brand_are_those_of_the_brand(tmp_path):
    both = {"brand_documents": [{"type": "authorization", "brand": "Nike"}]}
    (tmp_path / "listlint.toml").write_text('brands.words = "words.toml"')
    write(tmp_path, words=WORDS_FILE)
    put(tmp_path / "a.json", mug("Nike Moonflap 9 mug", "耐克", **both))
    rules = check("a.json", cwd=tmp_path).rules
    assert not [rule for rule in rules if rule.startswith("brand/")]


def test_rules_on_the_brand_itself_know_them(tmp_path):
    assert told(tmp_path, mug("Steel mug", "Zorbex")) == [
        ("brand/unauthorized", "Zorbex", "Zorbex")
    ]
    assert told(tmp_path, mug("Steel mug", "Z0rbex")) == [("brand/lookalike", "Zorbex", "Z0rbex")]


def test_an_ordinary_word_counts_as_far_as_its_brand_is_enforced(tmp_path):
    ordinary = mug("Steel kitchen mug")
    brand = '[[brand]]\nname = "Kitchen"\n'
    assert told(tmp_path, ordinary, words=brand) == []
    assert told(tmp_path, ordinary, words=f'{brand}risk = "high"') != []


def test_the_name_is_found_where_no_other_name_is_stated(tmp_path):
    words = '[[brand]]\nname = "Zorbex"\nseries = ["Quillon"]'
    assert told(tmp_path, mug("Zorbex mug"), words=words)
    words = '[[brand]]\nname = "Zorbex"\nexact = ["Zorbex Tools"]'
    assert not told(tmp_path, mug("Zorbex mug"), words=words)


def test_each_configuration_has_its_own(tmp_path):
    write(
        tmp_path,
        one__listlint="brands.words = 'words.toml'",
        one__words="[[brand]]\nname = 'Zorbex'",
        two__listlint="brands.words = ['words.toml', 'more.toml']",
        two__words="[[brand]]\nname = 'Quillon'",
        two__more="[[brand]]\nname = 'Voskra'",
    )
    every = mug("Zorbex, Quillon and Voskra mug")
    for folder in ("one", "two"):
        put(tmp_path / folder / "a.json", every)
    found = [
        (Path(result["filePath"]).parent.name, message["extra"]["word"])
        for result in check(".", cwd=tmp_path).results
        for message in result["messages"]
        if message["ruleId"] == "brand/infringing-word"
    ]
    assert found == [("one", "Zorbex"), ("two", "Quillon"), ("two", "Voskra")]


def test_words_are_laid_over_those_of_what_is_extended(tmp_path):
    write(
        tmp_path,
        base__base="brands.words = 'words.toml'",
        base__words="[[brand]]\nname = 'Zorbex'",
        listlint="extends = 'base/base.toml'",
    )
    put(tmp_path / "a.json", mug("Zorbex mug"))
    assert "brand/infringing-word" in check("a.json", cwd=tmp_path).rules


def test_explain_knows_them(tmp_path):
    write(tmp_path, listlint="brands.words = 'words.toml'", words=WORDS_FILE)
    done = listlint("explain", "--word", "Zorbex and Gucci mug", cwd=tmp_path)
    assert "“Zorbex”  Zorbex, exact: 0.90, error" in done.out
    assert "“Gucci”  Gucci, exact: 0.90, one of your allowed words" in done.out


# Faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("alow = ['x']", "1: alow: unknown key; did you mean 'allow'?"),
        ("[[brands]]\nname = 'Zorbex'", "1: brands: unknown key; did you mean 'brand'?"),
        ("allow = 'x'", "1: allow: must be a list, not a text."),
        ("allow = ['']", "1: allow[0]: must not be empty."),
        ("allow = ['ab', '--']", "1: allow[1]: '--' has too few letters and digits to be looked"
         " for; a word has at least two."),
        ("brand = 1", "1: brand: must be written [[brand]], a table for each brand."),
        ("[[brand]]\nexact = ['Zorbex']", "1: brand[0]: needs 'name'."),
        ("\n[[brand]]\nname = 'Zorbex'\nserie = ['x']",
         "4: brand[0].serie: unknown key; did you mean 'series'?"),
        ("[[brand]]\nname = 'Zorbex'\naliases = ['x']",
         "3: brand[0].aliases: unknown key; did you mean 'exact'?"),
        ("[[brand]]\nname = 'Zorbex'\n\n[[brand]]\nname = 'Voskra'\nsectors = ['shoe']",
         "6: brand[1].sectors[0]: unknown value 'shoe'; did you mean 'shoes'?"),
        ("[[brand]]\nname = 'Zorbex'\nrisk = 'hihg'",
         "3: brand[0].risk: unknown value 'hihg'; did you mean 'high'?"),
        ("[[brand]]\nname = 'Zorbex'\nexact = ['Zorbex',\n 'Z']", "3: brand[0].exact[1]: 'Z' has"
         " too few letters and digits to be looked for; a word has at least two."),
        ("[[brand]]\nname = 'Zorbex'\nseries = ['Quillon']\ncontext = ['Quilon']",
         "4: brand[0].context[0]: 'Quilon' is none of the words of this brand; did you mean"
         " 'Quillon'?"),
        ("[[brand]]\nname = 2020-01-01", "2: brand[0].name: "),
        ("[[brand]]\nname = Zorbex", "2:8: is not TOML: "),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place(tmp_path, text, expected):
    path = put(tmp_path / "words.toml", text)
    if "2020" in text:  # a date is taken for the text that it is
        ownwords.own_lexicon([path])
        return
    with pytest.raises(ConfigError) as error:
        ownwords.own_lexicon([path])
    assert str(error.value).startswith(f"{path}:{expected}")


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    write(
        tmp_path,
        listlint="brands.words = ['one.toml', 'two.toml']",
        one="alow = []\n[[brand]]\nnme = 'x'",
        two="allow = [",
    )
    put(tmp_path / "a.json", mug("Mug"))
    done = check("a.json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    places = [line.partition(": ")[0] for line in done.err.splitlines()]
    assert places == ["listlint", "one.toml:2", "one.toml:3", "two.toml"]


def test_a_file_that_is_not_there_is_a_fault_of_the_configuration(tmp_path):
    write(tmp_path, listlint="\n[brands]\nwords = ['words.toml']")
    put(tmp_path / "a.json", mug("Mug"))
    done = check("a.json", cwd=tmp_path)
    assert done.code == 2
    assert f"listlint.toml:3: brands.words[0]: there is no file {tmp_path}" in done.err


def test_the_schema_names_what_the_lexicon_knows():
    stated = _schema(WORDS)["properties"]["brand"]["items"]["properties"]
    assert tuple(stated["sectors"]["items"]["enum"]) == SECTORS
    assert WORD_KEYS.keys() <= stated.keys()


# Kept when compiled


@pytest.fixture
def many(tmp_path) -> Path:
    """A file of so many words that they are worth keeping."""
    names = "\n".join(f"[[brand]]\nname = 'Zorbex{at:x}vo'" for at in range(1500))
    path = put(tmp_path / "many.toml", names)
    assert path.stat().st_size > ownwords._WORTH_KEEPING
    return path


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever words are compiled."""
    counted: list[int] = []
    made = ownwords._made

    def counting(texts):
        counted.append(1)
        return made(texts)

    monkeypatch.setattr(ownwords, "_made", counting)
    return counted


def knows(path: Path, name: str) -> bool:
    from listlint.brandwords.names import known_brand

    return known_brand(ownwords.own_lexicon([path]), name) is not None


def test_many_words_are_compiled_once(many, cache, compilations):
    assert knows(many, "Zorbex1fvo")
    assert knows(many, "Zorbex1fvo")
    assert len(compilations) == 1
    assert [path.name.partition("-")[0] for path in cache.iterdir()] == ["words"]


def test_changed_words_are_compiled_again(many, compilations):
    assert not knows(many, "Quillon")
    many.write_text(f"{many.read_text()}\n[[brand]]\nname = 'Quillon'")
    assert knows(many, "Quillon")
    assert len(compilations) == 2


def test_few_words_are_not_kept(tmp_path, cache):
    assert knows(put(tmp_path / "few.toml", "[[brand]]\nname = 'Zorbex'"), "Zorbex")
    assert not cache.exists()


@pytest.mark.parametrize("broken", [b"", b"x" * 100, None])
def test_a_broken_cache_is_made_anew(many, cache, compilations, broken):
    knows(many, "Zorbex1fvo")
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] if broken is None else broken)
    assert knows(many, "Zorbex1fvo")
    assert file.read_bytes() == whole
    assert len(compilations) == 2


def test_a_cache_that_cannot_be_written_is_no_error(many, cache, compilations):
    put(cache, b"a file where the folder should be")
    assert knows(many, "Zorbex1fvo")
    assert knows(many, "Zorbex1fvo")
    assert len(compilations) == 2


def test_only_the_last_used_are_kept(cache):
    for number in range(12):
        kept.kept(f"words-{number}", lambda: b"made")
        for file in cache.iterdir():  # as if a second had passed
            os.utime(file, (file.stat().st_mtime - 1,) * 2)
        kept.kept("words-0", lambda: b"made again")
    names = {file.stem for file in cache.iterdir()}
    assert names == {"words-0", *(f"words-{number}" for number in range(5, 12))}


def test_processes_share_what_was_compiled(tmp_path, many):
    write(tmp_path, listlint="brands.words = 'many.toml'")
    for number in range(3):
        each = mug("Zorbex1fvo mug", id=f"M-{number}", description="mug " * 400_000)
        put(tmp_path / f"{number}.json", each)
    home = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    arguments = ("check", "0.json", "1.json", "2.json", "-f", "jsonl")
    one = spawned(*arguments, "--jobs", "1", cwd=tmp_path, env=home)
    two = spawned(*arguments, "--jobs", "2", cwd=tmp_path, env=home)
    assert one.out == two.out
    assert one.out.count('"brand/infringing-word"') == 3


def test_faults_are_told_alike_with_several_processes(tmp_path):
    write(tmp_path, listlint="brands.words = 'words.toml'", words="alow = []")
    for number in range(3):
        put(tmp_path / f"{number}.json", mug("Mug", description="mug " * 400_000))
    arguments = ("check", "0.json", "1.json", "2.json")
    one = spawned(*arguments, "--jobs", "1", cwd=tmp_path)
    two = spawned(*arguments, "--jobs", "2", cwd=tmp_path)
    assert (one.code, one.err) == (two.code, two.err)
    assert one.err == "listlint: words.toml:1: alow: unknown key; did you mean 'allow'?\n"
