"""Which configuration counts, what it says, and how it is shown."""

import json
import pickle
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from configs import settings, write

from listlint.config import Configuration, bind, fault, render
from listlint.errors import ConfigError, UsageError
from listlint.model import Level
from listlint.settings import Authorization, RuleSetting, overrides_for, resolve

ROOT = Path(__file__).parent.parent


# Which file counts


@pytest.mark.parametrize(
    ("files", "linted", "wins"),
    [
        ({"listlint": ""}, "a.json", "listlint.toml"),
        ({"listlint": ""}, "x/y/a.json", "listlint.toml"),
        ({".listlint": ""}, "x/a.json", ".listlint.toml"),
        ({"listlint": "", ".listlint": ""}, "a.json", "listlint.toml"),
        ({".listlint": "", "pyproject": "[tool.listlint]"}, "a.json", ".listlint.toml"),
        ({"pyproject": "[tool.listlint]"}, "x/a.json", "pyproject.toml"),
        ({"listlint": "", "x__listlint": ""}, "x/a.json", "x/listlint.toml"),
        ({"listlint": "", "x__listlint": ""}, "y/a.json", "listlint.toml"),
        ({"listlint": "", "x__pyproject": "[tool.listlint]"}, "x/a.json", "x/pyproject.toml"),
        ({"listlint": "", "x__pyproject": "[project]\nname = 'listlint'"}, "x/a.json",
         "listlint.toml"),
        ({"listlint": "", "x__pyproject": "broken ["}, "x/a.json", "listlint.toml"),
        ({"listlint": "", "x__pyproject": "[tool.ruff]"}, "x/a.json", "listlint.toml"),
        ({"listlint": ""}, "x/not/there/yet.json", "listlint.toml"),
    ],
)  # fmt: skip
def test_the_nearest_file_upward_from_the_linted_file_wins(tmp_path, files, linted, wins):
    write(tmp_path, **files)
    assert Configuration().for_file(tmp_path / linted).file == tmp_path / wins


def test_the_nearest_file_is_not_merged_with_those_above(tmp_path):
    write(tmp_path, listlint="products = '/items'", x__listlint="")
    assert Configuration().for_file(tmp_path / "x" / "a.json").products == ""


def test_it_runs_without_any_configuration(tmp_path):
    bare = Configuration().for_file(tmp_path / "a.json")
    assert bare.file is None
    assert bare.default_platforms == ()
    assert set(bare.origin.values()) == {"default"}


def test_the_order_in_which_files_are_asked_changes_nothing(tmp_path):
    texts = {"a": "rules.'title/year' = 'off'", "b": "default-platforms = ['dhgate']", "c": ""}
    write(tmp_path, **{f"{name}__listlint": text for name, text in texts.items()})
    files = [tmp_path / name / "x.json" for name in (*texts, "d")]
    one, other = Configuration(), Configuration()
    forward = [one.for_file(file) for file in files]
    backward = [other.for_file(file) for file in reversed(files)]
    assert forward == list(reversed(backward))


def test_a_file_named_on_the_command_line_overrules_the_search(tmp_path):
    write(tmp_path, listlint="products = '/a'", other="products = '/b'")
    found = Configuration(tmp_path / "other.toml").for_file(tmp_path / "x" / "a.json")
    assert (found.file, found.products) == (tmp_path / "other.toml", "/b")


def test_a_missing_file_named_on_the_command_line_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match=r"there is no configuration file .*none\.toml"):
        Configuration(tmp_path / "none.toml")


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path):
    (tmp_path / "listlint.toml").write_bytes(b"\xef\xbb\xbfproducts = '/a'\r\n")
    assert Configuration().for_file(tmp_path / "a.json").products == "/a"


def test_without_a_file_no_reader_is_imported(tmp_path):
    program = (
        "import sys; from listlint.config import Configuration;"
        f"Configuration().for_file({str(tmp_path / 'a.json')!r});"
        "print([name for name in ('tomllib', 'jsonschema', 'jsonschema_rs', 'pathspec', 'difflib')"
        " if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"


def test_with_a_valid_file_the_slow_judge_is_not_imported(tmp_path):
    write(tmp_path, listlint="rules.'title/year' = 'off'")
    program = (
        "import sys; from listlint.config import Configuration;"
        f"Configuration().for_file({str(tmp_path / 'a.json')!r});"
        "print('jsonschema' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "False"


# extends


def test_tables_are_merged_and_arrays_replaced(tmp_path):
    write(
        tmp_path,
        base="""
            default-platforms = ["dhgate", "amazon"]
            [rules]
            "title/year" = "off"
            "images/format" = { level = "error", allow = ["jpeg"], strict = true }
            [brands]
            authorized = ["Northline"]
        """,
        listlint="""
            extends = "base.toml"
            default-platforms = ["dhgate"]
            rules."images/format" = { level = "warn", allow = ["png"] }
        """,
    )
    found = Configuration().for_file(tmp_path / "a.json")
    assert found.default_platforms == ("dhgate",)
    assert found.rules == {
        "title/year": RuleSetting(Level.OFF),
        "images/format": RuleSetting(Level.WARN, {"allow": ["png"], "strict": True}),
    }
    assert found.brands.authorized == ("Northline",)
    assert found.origin['rules."images/format".strict'] == str(tmp_path / "base.toml")
    assert found.origin['rules."images/format".level'] == str(tmp_path / "listlint.toml")


def test_a_later_base_wins_over_an_earlier_and_a_shared_base_counts_once(tmp_path):
    write(
        tmp_path,
        root="products = '/root'",
        one="extends = 'root.toml'\nproducts = '/one'",
        two="extends = 'root.toml'",
        listlint="extends = ['one.toml', 'two.toml']",
    )
    assert Configuration().for_file(tmp_path / "a.json").products == "/one"


def test_a_level_of_a_family_ends_the_levels_of_its_rules_in_the_base(tmp_path):
    write(
        tmp_path,
        base="[rules]\n'title/year' = { level = 'error', words = ['new'] }\n'text/html' = 'warn'",
        listlint="extends = 'base.toml'\nrules.'title/*' = 'off'",
    )
    found = Configuration().for_file(tmp_path / "a.json")
    level = resolve(found, "title/year", None, default=RuleSetting(Level.WARN))
    assert (level.level, level.options) == (Level.OFF, {"words": ["new"]})
    assert resolve(found, "text/html", None, default=RuleSetting(Level.OFF)).level == Level.WARN


def test_paths_and_patterns_are_relative_to_the_file_that_states_them(tmp_path):
    for path in ("shared/pictures", "shop/rules", "shared/drafts", "shop/drafts"):
        (tmp_path / path).mkdir(parents=True)
    write(
        tmp_path,
        shared__base="images.root = 'pictures'\nexclude = ['drafts/**']",
        shop__listlint="extends = '../shared/base.toml'\nrule-folders = ['./rules']",
    )
    found = Configuration().for_file(tmp_path / "shop" / "a.json")
    assert found.images.root == tmp_path / "shared" / "pictures"
    assert found.rule_folders == (tmp_path / "shop" / "rules",)
    assert found.exclude is not None
    assert found.exclude.matches(str(tmp_path / "shared" / "drafts" / "a.json"))
    assert not found.exclude.matches(str(tmp_path / "shop" / "drafts" / "a.json"))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"listlint": "extends = 'listlint.toml'"},
         "1: extends: goes in a circle: listlint.toml → listlint.toml."),
        ({"listlint": "extends = ['a.toml']", "a": "extends = 'b.toml'", "b": "extends = 'a.toml'"},
         "1: extends: goes in a circle: a.toml → b.toml → a.toml."),
        ({"listlint": "extends = 'nope.toml'"}, "1: extends: there is no file {here}/nope.toml."),
        ({"listlint": "extends = 'pyproject.toml'", "pyproject": "[tool.other]"},
         " has no table [tool.listlint]."),
    ],
)  # fmt: skip
def test_what_cannot_be_extended_is_told(tmp_path, files, told):
    write(tmp_path, **files)
    with pytest.raises(ConfigError) as error:
        Configuration().for_file(tmp_path / "a.json")
    assert str(error.value).endswith(told.replace("{here}", str(tmp_path)))


def test_faults_of_a_base_are_told_with_its_own_file_and_line(tmp_path):
    write(tmp_path, base="# ours\nproduct.titel = '/t'")
    write(tmp_path, listlint="extends = 'base.toml'\nimagse = 1")
    with pytest.raises(ConfigError) as error:
        Configuration().for_file(tmp_path / "a.json")
    assert [(one.file, one.line, one.key) for one in error.value.faults] == [
        (tmp_path / "listlint.toml", 2, "imagse"),
    ]  # a faulty file is repaired before what it extends is read
    (tmp_path / "listlint.toml").write_text("extends = 'base.toml'")
    with pytest.raises(ConfigError) as error:
        Configuration().for_file(tmp_path / "a.json")
    assert str(error.value) == (
        f"{tmp_path / 'base.toml'}:2: product.titel: unknown key; did you mean 'title'?"
    )


# Values


def test_every_key_of_the_design_is_read(tmp_path):
    for path in ("catalog.json", "facts.jsonl", "nike.pdf"):
        (tmp_path / path).touch()
    for path in ("pictures", "our_rules", "our_platforms"):
        (tmp_path / path).mkdir()
    found = settings(
        tmp_path,
        """
        default-platforms = ["dhgate"]
        include = ["catalog/**/*.json"]
        exclude = ["drafts/**"]
        products = "/items"
        plugins = ["listlint-acme"]
        rule-folders = ["./our_rules"]
        platform-folders = ["our_platforms"]

        [rules]
        "images/format" = "warn"
        "images/max-items" = { level = "error", limit = 10 }
        "title/keyword-stuffing" = { max-repeats = 4 }
        "attributes/*" = "off"

        [platforms.dhgate]
        categories = "catalog.json"
        [platforms.dhgate.rules]
        "images/format" = { allow = ["jpeg", "png"] }

        [images]
        root = "pictures"
        facts = "facts.jsonl"

        [product]
        title = "/name"
        images = "/media/*/url"
        "price.amount" = { pointer = "/price_cents", unit = "cent" }
        price.currency = "/currency"
        variants.id = "/skus/*/sku"

        [brands]
        authorized = ["Northline"]
        [[brands.authorization]]
        brand = "Nike"
        platforms = ["dhgate"]
        series = ["Air"]
        expires = 2027-01-01
        document = "nike.pdf"

        [[overrides]]
        files = ["outlet/**"]
        ids = ["OUT-*"]
        pointers = ["/description"]
        platforms = ["dhgate"]
        rules = { "title/all-caps" = "off" }

        [[rule]]
        name = "acme/size-chart"
        field = "detail_images"
        required-if = { category = ["Shoes", "Boots"], stock = 1 }
        message = "Shoes have a size chart."
        level = "warn"
        """,
    )
    assert found.default_platforms == ("dhgate",)
    assert found.products == "/items"
    assert found.plugins == ("listlint-acme",)
    assert found.rule_folders == (tmp_path / "our_rules",)
    assert found.platform_folders == (tmp_path / "our_platforms",)
    assert found.rules["images/max-items"] == RuleSetting(Level.ERROR, {"limit": 10})
    assert found.rules["title/keyword-stuffing"] == RuleSetting(None, {"max-repeats": 4})
    assert found.by_platform["dhgate"].categories == tmp_path / "catalog.json"
    assert found.by_platform["dhgate"].rules == {
        "images/format": RuleSetting(None, {"allow": ["jpeg", "png"]})
    }
    assert found.images.facts == tmp_path / "facts.jsonl"
    assert found.product == {
        "title": {"pointer": "/name"},
        "images": {"pointer": "/media/*/url"},
        "price.amount": {"pointer": "/price_cents", "unit": "cent"},
        "price.currency": {"pointer": "/currency"},
        "variants.id": {"pointer": "/skus/*/sku"},
    }
    assert found.brands.authorizations == (
        Authorization("Nike", ("dhgate",), ("Air",), date(2027, 1, 1), tmp_path / "nike.pdf"),
    )
    (override,) = found.overrides
    assert (override.ids, override.pointers) == (("OUT-*",), (("description",),))
    (declared,) = found.declared
    assert declared.level == Level.WARN
    assert declared.required_if == {"category": ("Shoes", "Boots"), "stock": (1,)}
    assert pickle.loads(pickle.dumps(found)) == found


def test_the_command_line_wins_over_every_level_in_files(tmp_path):
    found = settings(
        tmp_path,
        """
        [rules]
        "title/year" = { level = "off", words = ["new"] }
        [platforms.dhgate.rules]
        "title/year" = "warn"
        "text/html" = "warn"
        [[overrides]]
        ids = ["A*"]
        rules = { "title/year" = "info", "text/html" = "info" }
        [[overrides]]
        files = ["*.json"]
        rules = { "title/year" = { level = "info", limit = 3 } }
        """,
        rules={"title/*": "error"},
    )
    overrides = overrides_for(found, tmp_path / "a.json")
    year = resolve(found, "title/year", "dhgate", default=RuleSetting(), overrides=overrides)
    assert (year.level, year.options, year.exceptions) == (
        Level.ERROR, {"words": ["new"], "limit": 3}, (),
    )  # fmt: skip
    html = resolve(found, "text/html", "dhgate", default=RuleSetting(), overrides=overrides)
    assert html.level == Level.WARN
    assert html.level_at("A1", (), "dhgate") == Level.INFO
    assert found.origin['rules."title/*"'] == "--rule"


@pytest.mark.parametrize("order", [1, -1])
def test_of_levels_on_the_command_line_the_more_exact_wins(tmp_path, order):
    rules = dict([("title/*", "off"), ("title/year", "error")][::order])
    found = settings(tmp_path, "rules.'title/year' = 'warn'", rules=rules)
    assert resolve(found, "title/year", None, default=RuleSetting()).level == Level.ERROR


def test_a_wrong_level_or_pointer_on_the_command_line_is_a_usage_error():
    with pytest.raises(UsageError, match="--rule title/year: 'eror' is no level"):
        Configuration(rules={"title/year": "eror"})
    with pytest.raises(UsageError, match="--products: 'items' is no JSON Pointer"):
        Configuration(products="items")


def test_the_products_pointer_of_the_command_line_wins(tmp_path):
    found = settings(tmp_path, "products = '/a'", products="/b")
    assert (found.products, found.origin["products"]) == ("/b", "--products")


# Names of rules and platforms


KNOWN = {"title/year": "title/year", "text/html": "text/html", "title/age": "title/year"}
PLATFORMS = {"dhgate": "dhgate", "dh": "dhgate", "amazon": "amazon"}


def test_aliases_are_replaced_by_present_names(tmp_path):
    found = bind(
        settings(
            tmp_path,
            """
            default-platforms = ["dh", "dhgate", "amazon"]
            [rules]
            "title/age" = { level = "warn", x = 1 }
            "title/year" = { x = 2 }
            [platforms.dh.rules]
            "title/age" = "off"
            [[brands.authorization]]
            brand = "A"
            platforms = ["dh"]
            [[overrides]]
            platforms = ["dh"]
            rules = { "title/age" = "info", "title/*" = "off" }
            """,
        ),
        KNOWN,
        PLATFORMS,
    )
    assert found.default_platforms == ("dhgate", "amazon")
    assert found.rules == {"title/year": RuleSetting(Level.WARN, {"x": 2})}
    assert found.by_platform["dhgate"].rules == {"title/year": RuleSetting(Level.OFF)}
    assert found.brands.allowed("dhgate", date(2027, 1, 1)) == ("A",)
    assert found.overrides[0].platforms == ("dhgate",)
    assert set(found.overrides[0].rules) == {"title/year", "title/*"}


def test_every_unknown_name_is_told_with_its_line_and_the_nearest(tmp_path):
    found = settings(
        tmp_path,
        """default-platforms = ["dhgate", "dhgat"]
rules."title/yaer" = "off"
rules."titel/*" = "off"
platforms.amazn.rules."text/htm" = "off"
[[brands.authorization]]
brand = "A"
platforms = ["amazno"]
[[overrides]]
platforms = ["amazonn"]
[overrides.rules]
"text/thml" = "off"
""",
    )
    with pytest.raises(ConfigError) as error:
        bind(found, KNOWN, PLATFORMS)
    assert sorted(
        (one.line, one.key, one.sentence) for one in error.value.faults
    ) == [
        (1, "default-platforms[1]", "unknown platform 'dhgat'; did you mean 'dhgate'?"),
        (2, 'rules."title/yaer"', "unknown rule 'title/yaer'; did you mean 'title/year'?"),
        (3, 'rules."titel/*"', "unknown family of rules 'titel/*'; did you mean 'title/*'?"),
        (4, "platforms.amazn", "unknown platform 'amazn'; did you mean 'amazon'?"),
        (4, 'platforms.amazn.rules."text/htm"',
         "unknown rule 'text/htm'; did you mean 'text/html'?"),
        (7, "brands.authorization[0].platforms[0]",
         "unknown platform 'amazno'; did you mean 'amazon'?"),
        (9, "overrides[0].platforms[0]", "unknown platform 'amazonn'; did you mean 'amazon'?"),
        (11, 'overrides[0].rules."text/thml"',
         "unknown rule 'text/thml'; did you mean 'text/html'?"),
    ]  # fmt: skip


def test_an_unknown_rule_of_the_command_line_is_told_as_such(tmp_path):
    found = settings(tmp_path, "", rules={"title/yaer": "off"})
    with pytest.raises(ConfigError) as error:
        bind(found, KNOWN, PLATFORMS)
    assert str(error.value) == "--rule: unknown rule 'title/yaer'; did you mean 'title/year'?"


def test_a_fault_of_an_option_names_the_file_and_line_that_state_it(tmp_path):
    write(tmp_path, base="\n[rules]\n'a/b' = { limit = 'x' }")
    found = settings(tmp_path, "extends = 'base.toml'\nrules.'a/b'.level = 'warn'")
    told = fault(found, ("rules", "a/b", "limit"), "must be a whole number.")
    assert (told.file, told.line, told.key) == (tmp_path / "base.toml", 3, 'rules."a/b".limit')


# How it is shown


def test_each_value_is_shown_with_its_origin(tmp_path):
    write(tmp_path, base="rules.'images/format' = { allow = ['png'] }")
    (tmp_path / "shop" / "pictures").mkdir(parents=True)
    write(
        tmp_path,
        shop__listlint="""
            extends = "../base.toml"
            default-platforms = ["dhgate"]
            rules."title/*" = "off"
            images.root = "pictures"
            product.title = "/name"
        """,
    )
    configuration = Configuration(rules={"text/html": "off"}, platforms=["amazon"])
    root = json.dumps(str(tmp_path / "shop" / "pictures"))
    assert render(configuration.for_file(tmp_path / "shop" / "a.json")) == (
        f"# {tmp_path / 'shop' / 'listlint.toml'}\n"
        "# --platform amazon\n"
        'default-platforms = ["dhgate"]  # listlint.toml\n'
        "include = []  # default\n"
        "exclude = []  # default\n"
        'products = ""  # default\n'
        "plugins = []  # default\n"
        "rule-folders = []  # default\n"
        "platform-folders = []  # default\n"
        'rules."images/format".allow = ["png"]  # ../base.toml\n'
        'rules."title/*" = "off"  # listlint.toml\n'
        f"images.root = {root}  # listlint.toml\n"
        'product.title = { pointer = "/name" }  # listlint.toml\n'
        'rules."text/html".level = "off"  # --rule\n'
    )


def test_what_is_shown_is_a_configuration_that_says_the_same(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    text = """
        include = ["a/*.json"]
        [rules]
        "a/b" = { level = "warn", x = 1.5, y = true, z = ["\\u007f \\" \\\\ 商"] }
        "a/*" = "off"
        [product]
        price = { pointer = "/p", unit = "cent", currency = "/c" }
        [[brands.authorization]]
        brand = "A"
        expires = 2027-01-01
        [[overrides]]
        ids = ["A*"]
        rules."a/b" = "off"
        [[rule]]
        name = "acme/x"
        field = "title"
        pattern = '^\\d'
        message = "m"
    """
    write(tmp_path, one__listlint=text)
    first = Configuration().for_file(one / "a.json")
    write(tmp_path, other__listlint=render(first))
    second = Configuration().for_file(other / "a.json")
    assert second.values == first.values
    for name in ("rules", "product", "brands", "overrides", "declared"):
        assert getattr(second, name) == getattr(first, name)


def test_without_a_file_the_defaults_are_shown(tmp_path):
    shown = render(Configuration().for_file(tmp_path / "a.json"))
    assert shown.startswith("# There is no configuration file.\ndefault-platforms = []  # def")
    assert tomllib.loads(shown)["products"] == ""
