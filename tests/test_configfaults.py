"""What is told of a faulty configuration file, and the schema that judges it."""

import json
import pickle
from pathlib import Path

import jsonschema_rs
import pytest
from configs import settings, write
from jsonschema import Draft202012Validator

from listlint.config import Configuration
from listlint.configschema import config_schema, faults_of
from listlint.errors import ConfigError, Fault
from listlint.mapping import UNITS

ROOT = Path(__file__).parent.parent


def sentences(folder: Path, text: str) -> list[str]:
    """What is told of the configuration *text*, each fault without the file's path."""
    with pytest.raises(ConfigError) as told:
        settings(folder, text)
    start = str(folder / "listlint.toml")
    return [line.removeprefix(start).removeprefix(":") for line in str(told.value).split("\n")]


# Faults


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("imagse = 1", "1: imagse: unknown key; did you mean 'images'?"),
        ("platform = ['dhgate']", "1: platform: unknown key; did you mean 'default-platforms'?"),
        ("platforms = ['dhgate']", "1: platforms: must be a table for each platform, such as"
         " [platforms.dhgate]; the platforms of products that name none go into"
         " 'default-platforms'."),
        ("[images]\nrot = 'x'", "2: images.rot: unknown key; did you mean 'root'?"),
        ("\n\n[platforms.dhgate]\nimages = 1",
         "4: platforms.dhgate.images: unknown key; known: categories, rules."),
        ("include = 'x.json'", "1: include: must be a list, not a text."),
        ("include = [1]", "1: include[0]: must be a text, not a number."),
        ("include = ['']", "1: include[0]: must not be empty."),
        ("exclude = ['drafts\\**']",
         "1: exclude[0]: must be written with / on every system, not with \\."),
        ("exclude = ['[z-a]']",
         "1: exclude: '[z-a]' is no file pattern; write it as in .gitignore."),
        ("products = 'items'", "1: products: must be a JSON Pointer, such as \"/items\"."),
        ("[rules]\n'title/year' = 'eror'",
         "2: rules.\"title/year\": unknown value 'eror'; did you mean 'error'?"),
        ("[rules]\n'title/year' = 'fatal'",
         "2: rules.\"title/year\": unknown value 'fatal'; known: error, info, off, warn."),
        ("[rules]\n'title/year' = 1", "2: rules.\"title/year\": must be a level (off, info, warn or"
         " error) or a table of options."),
        ("[rules]\n'title/year' = { level = 'warning' }",
         "2: rules.\"title/year\".level: unknown value 'warning'; did you mean 'warn'?"),
        ("[rules]\n'title/*' = { limit = 1 }", "2: rules.\"title/*\": must be a level (off, info,"
         " warn or error); options belong to one rule."),
        ("[product]\ntitle = 'name'",
         "2: product.title: must be a JSON Pointer in your product, such as \"/name\"."),
        ("[product]\n'price.amuont' = '/p'", "2: product.price.amuont: unknown key; did you mean"
         " 'amount'?"),
        ("[product]\nprice.amount = { unit = 'cent' }",
         "2: product.price.amount: needs 'pointer'."),
        ("[product]\nprice = { unit = 'cent' }",
         "2: product.price: 'unit' needs 'pointer' beside it."),
        ("[product]\nstock = { pointer = '/s', unit = 'cents' }",
         "2: product.stock.unit: unknown value 'cents'; did you mean 'cent'?"),
        ("[[overrides]]\nrules = { 'title/year' = 'off' }", "1: overrides[0]: needs a condition:"
         " 'files', 'ids', 'pointers' or 'platforms'."),
        ("[[overrides]]\nfiles = ['a']\n[[overrides]]\nids = ['a']\nrules = {}",
         "1: overrides[0]: needs 'rules'."),
        ("[[overrides]]\nids = ['A*']\nrules = { 'title/max-length' = { limit = 1 } }",
         "3: overrides[0].rules.\"title/max-length\".limit: an override by 'ids' or 'pointers' sets"
         " levels only; options hold for whole files or platforms."),
        ("[[overrides]]\npointers = ['description']\nrules = {}",
         "2: overrides[0].pointers[0]: must be a JSON Pointer in the listing, such as"
         " \"/description\"."),
        ("[[rule]]\nname = 'acme/x'\nfield = 'title'\nmessage = 'm'",
         "1: rule[0]: needs exactly one of 'pattern', 'max-length', 'one-of' and"
         " 'required-if'."),
        ("[[rule]]\nname = 'Acme'\nfield = 'title'\nmessage = 'm'\npattern = 'x'",
         "2: rule[0].name: must be a family and a name in small letters, such as"
         " \"acme/size-chart\"."),
        ("[[rule]]\nname = 'acme/x'\nfield = 'title'\nmessage = 'm'\npattern = '('",
         "5: rule[0].pattern: is no regular expression: missing ), unterminated subpattern at"
         " position 0."),
        ("[[rule]]\npattern = 'x'", "1: rule[0]: needs 'name' and 'field' and 'message'."),
        ("[[brands.authorization]]\nexpires = 2027-01-01", "1: brands.authorization[0]: needs"
         " 'brand'."),
        ("[[brands.authorization]]\nbrand = 'Nike'\nexpires = 'soon'",
         "3: brands.authorization[0].expires: must be a day, such as 2027-01-31."),
        ("[[brands.authorization]]\nbrand = 'Nike'\nexpires = '2027-02-30'",
         "3: brands.authorization[0].expires: there is no day 2027-02-30."),
        ("images.facts = 'facts.jsonl'", "1: images.facts: there is no file {here}/facts.jsonl."),
        ("images.root = 'pictures'", "1: images.root: there is no folder {here}/pictures."),
        ("rule-folders = ['listlint.toml']",
         "1: rule-folders[0]: there is no folder {here}/listlint.toml."),
        ("a = 1\na = 2\n", "2:6: is not TOML: cannot overwrite a value."),
        ("[rules", "is not TOML: expected ']' at the end of a table declaration at the end of the"
         " file."),
        ("[rules]\nimages/format = 'off'", "2:7: is not TOML: expected '=' after a key in a"
         " key/value pair. Write the name of a rule in quotes."),
    ],
)  # fmt: skip
def test_each_fault_is_one_sentence_with_its_key_and_line(tmp_path, text, told):
    assert [one.strip() for one in sentences(tmp_path, text)] == [
        told.replace("{here}", str(tmp_path))
    ]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path):
    told = sentences(
        tmp_path,
        "imagse = 1\n[rules]\n'a/b' = 'eror'\n[brands]\nauthorised = []\n[product]\ntitel = '/t'\n",
    )
    assert [one.split(":")[0] for one in told] == ["1", "3", "5", "7"]


def test_faults_in_a_pyproject_name_its_table(tmp_path):
    write(tmp_path, pyproject="[project]\n[tool.listlint]\n[tool.listlint.images]\nrot = 'x'")
    with pytest.raises(ConfigError) as error:
        Configuration().for_file(tmp_path / "a.json")
    assert str(error.value).endswith(
        "pyproject.toml:4: tool.listlint.images.rot: unknown key; did you mean 'root'?"
    )


def test_two_declared_rules_of_one_name_are_a_fault(tmp_path):
    one = "[[rule]]\nname = 'acme/x'\nfield = 'title'\nmessage = 'm'\npattern = 'x'\n"
    assert sentences(tmp_path, one * 2) == ["7: rule[1].name: there are two rules 'acme/x'."]


def test_a_file_that_is_not_utf8_is_a_fault(tmp_path):
    (tmp_path / "listlint.toml").write_bytes("products = '/é'".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"listlint\.toml: is not UTF-8\.$"):
        Configuration().for_file(tmp_path / "a.json")


def test_a_table_that_is_no_table_is_a_fault(tmp_path):
    write(tmp_path, pyproject="tool.listlint = 1")
    with pytest.raises(ConfigError, match=r"tool\.listlint: must be a table\.$"):
        Configuration().for_file(tmp_path / "a.json")


def test_an_error_survives_the_way_to_another_process():
    error = ConfigError([Fault("is wrong.", Path("/a/listlint.toml"), "images", 3)])
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.faults) == (str(error), error.faults)


# The schema of the file


def test_the_schema_is_a_schema_and_describes_every_key():
    schema = config_schema()
    Draft202012Validator.check_schema(schema)

    def described(node):
        target = node
        if "$ref" in node and "description" not in node:
            target = schema["$defs"][node["$ref"].rpartition("/")[2]]
        return bool(target.get("description"))

    def undescribed(node, at):
        for name, inner in node.get("properties", {}).items():
            if isinstance(inner, dict) and not at.startswith("product"):
                if not described(inner):
                    yield f"{at}{name}"
                yield from undescribed(inner, f"{at}{name}.")
                yield from undescribed(inner.get("items", {}), f"{at}{name}[].")

    assert list(undescribed(schema, "")) == []


def test_every_pattern_in_the_schema_has_a_sentence_of_its_own():
    def without(node):
        if isinstance(node, dict):
            if isinstance(node.get("pattern"), str) and "pattern" not in node.get("x-says", {}):
                yield node["pattern"]
            for key, inner in node.items():
                yield from without(inner) if key != "x-says" else ()
        elif isinstance(node, list):
            for inner in node:
                yield from without(inner)

    assert list(without(config_schema())) == []


def test_own_shapes_may_map_every_field_of_the_product():
    product = json.loads((ROOT / "schemas" / "product.json").read_text(encoding="utf-8"))
    ours = config_schema()

    def fields(schema, node, at=""):
        if "$ref" in node:
            node = {**schema["$defs"][node["$ref"].rpartition("/")[2]], **node}
        if "items" in node:
            node = node["items"]
            if "$ref" in node:
                node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        for name, inner in node.get("properties", {}).items():
            if not (at == "" and name in ("$schema", "platforms")):
                yield at + name
                if name not in ("images", "detail_images"):
                    yield from fields(schema, inner, f"{at}{name}.")

    role = {"pointer", "unit", "when", "join", "decode"}
    mapped = {
        field
        for field in fields(ours, ours["properties"]["product"])
        if field.rpartition(".")[2] not in role
    }
    assert mapped == set(fields(product, product))


def test_the_units_of_roles_are_those_that_can_be_read():
    assert set(config_schema()["$defs"]["unit"]["enum"]) == set(UNITS)


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"rules": {"a/b": {"level": "warn", "limit": 3}, "*": "off"}, "products": "/items"},
        {"rules": {"a/b": {"limit": float("inf"), "other": 10**30}}},
        {"product": {"price": {"amount": "/p"}, "title": {"pointer": "/t", "join": ", "}}},
        {"extends": []},
        {"extends": ["a", ""]},
        {"product": {"price": {"amount": "/p", "unit": "cent"}}},
        {"overrides": [{"ids": ["a"], "rules": {"a/b": {"level": "off", "x": 1}}}]},
        {"rule": [{"name": "a/b", "field": "c", "message": "d", "pattern": "e", "one-of": [1]}]},
        {"imagse": 1},
    ],
)
def test_both_judges_agree(table):
    assert (faults_of(table) == []) is Draft202012Validator(config_schema()).is_valid(table)
    native = jsonschema_rs.validator_for(config_schema())
    assert (faults_of(table) == []) is native.is_valid(table)
