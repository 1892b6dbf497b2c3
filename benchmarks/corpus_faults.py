"""The faults that synthetic products get, each named after the rule that should tell it.

A fault changes one clean product in place, and must not fail on a product that already has another.
What follows a `#` tells two ways of breaking one rule apart.
"""

from collections.abc import Callable
from random import Random
from typing import Any

Product = dict[str, Any]
Fault = Callable[[Product, Random], None]
FAULTS: dict[str, Fault] = {}

OTHER_BRANDS = ("Gucci", "Adidas", "Louis Vuitton", "Chanel", "Rolex", "Nike")


def fault(name: str) -> Callable[[Fault], Fault]:
    def add(function: Fault) -> Fault:
        FAULTS[name] = function
        return function

    return add


def retitle(name: str, form: str) -> None:
    """A fault that puts the title into `form`."""
    fault(name)(lambda made, _: made.update(title=form.format(str(made["title"])[:90])))


def append(name: str, field: str, choices: tuple[str, ...]) -> None:
    """A fault that ends the text of `field` with one of `choices`."""

    @fault(name)
    def end(made: Product, random: Random) -> None:
        made[field] = f"{made[field]} {random.choice(choices)}"


def attribute(name: str, key: str, choices: tuple[Any, ...]) -> None:
    """A fault that gives the attribute `key` one of `choices` as its value."""
    fault(name)(lambda made, random: made["attributes"].update({key: random.choice(choices)}))


retitle("title/promotional", "{} Free Shipping")
retitle("title/seller-praise", "{} by Top Rated Seller")
retitle("title/contact-info", "{} WhatsApp +86 138 0013 8000")
retitle("title/forbidden-character", "★ {} ★")
retitle("title/year", "{} New 2026 Arrival")
retitle("title/whitespace", "{}  ")
retitle("title/keyword-stuffing", "{0} case case case case")
retitle("title/wrong-language", "新款{}高品质厂家直销")
retitle("brand/infringing-word", "{} Gucci Style")
append("text/external-link#bare", "description", ("See www.cheap-goods-outlet.com/sale for more.",))
append("text/contact-info", "description", ("Write to sales.team@goods-outlet.com to order.",))
append("text/placeholder", "description", ("Lorem ipsum dolor sit amet, consectetur elit.",))
append("text/mojibake", "description", ("The cafÃ© shade is itâ€™s best known one.",))
append("text/html", "description", ("<script>open('x')</script>", "<iframe src='x'></iframe>"))
append(
    "text/external-link#html",
    "description",
    ('<a href="https://shop.goods-outlet.com/1">more</a>',),
)
attribute("attributes/brand-word", "Style", tuple(f"{brand} Style" for brand in OTHER_BRANDS))
attribute("attributes/contact-info", "Style", ("WeChat: goodsoutlet88", "Call +86 138 0013 8000"))
attribute("attributes/placeholder", "Style", ("N/A", "xxx", "TBD"))
attribute(
    "attributes/keyword-stuffing",
    "Style",
    ("bag handbag tote bag purse bag shoulder bag crossbody bag ladies bag women bag",),
)


@fault("title/all-caps")
def all_caps(made: Product, _: Random) -> None:
    made["title"] = str(made["title"]).upper()


@fault("title/max-length")
def long_title(made: Product, _: Random) -> None:
    made["title"] = (
        f"{made['title']} and a Second Carrying Pouch in a Similar Shade Packed Together "
        "with a Printed Leaflet about Washing, Drying and Storing"
    )


@fault("title/min-length")
def no_title(made: Product, _: Random) -> None:
    made["title"] = ""


@fault("stock/type")
def wrong_type(made: Product, _: Random) -> None:
    made["stock"] = "many"


@fault("schema/unknown-field")
def unknown_field(made: Product, _: Random) -> None:
    made["colour"] = "Black"


@fault("images/max-items")
def nine_images(made: Product, _: Random) -> None:
    made["images"] = [f"https://img.example.com/extra/{n}/{made['id']}.jpg" for n in range(9)]


@fault("images/min-items")
def one_image(made: Product, _: Random) -> None:
    made["images"] = made["images"][:1]


@fault("images/duplicate")
def same_image(made: Product, _: Random) -> None:
    made["images"] = [*made["images"][:4], made["images"][0]]


@fault("brand/required")
def no_brand(made: Product, _: Random) -> None:
    made.pop("brand", None)


@fault("brand/placeholder")
def placeholder_brand(made: Product, random: Random) -> None:
    made["brand"] = random.choice(("N/A", "unknown", "-", "xxx"))


@fault("brand/mismatch")
def two_brands(made: Product, _: Random) -> None:
    made["attributes"]["Brand"] = "Fernbrook"


@fault("keywords/max-items")
def many_keywords(made: Product, _: Random) -> None:
    made["keywords"] = [*made["keywords"], "gift idea", "home goods"]


@fault("attributes/contradicts-title")
def other_material(made: Product, _: Random) -> None:
    made["title"] = "Soft Red Cotton Scarf with Fringe"
    made["attributes"]["Color"] = "Black"
    made["attributes"]["Material"] = "Polyester"


@fault("attributes/duplicate")
def same_attribute(made: Product, _: Random) -> None:
    made["attributes"]["material"] = made["attributes"]["Material"]


@fault("attributes/custom-shadows-standard")
def shadowing(made: Product, _: Random) -> None:
    made["custom_attributes"]["Material"] = "Finest quality"


@fault("custom-attributes/max-properties")
def many_custom(made: Product, _: Random) -> None:
    made["custom_attributes"] = {f"Detail {letter}": "Yes" for letter in "ABCDEFGHIJK"}


@fault("identifiers/gtin")
def bad_gtin(made: Product, _: Random) -> None:
    code = made["gtin"]
    made["gtin"] = code[:-1] + str((int(code[-1]) + 1) % 10)


@fault("price/tier-order")
def tiers_falling(made: Product, _: Random) -> None:
    made["price_tiers"] = made["price_tiers"][::-1]


@fault("price/exclusive-minimum")
def no_price(made: Product, _: Random) -> None:
    made["price"] = {"amount": "0", "currency": "USD"}


@fault("package/exclusive-minimum")
def weightless(made: Product, _: Random) -> None:
    made["package"]["weight_kg"] = 0


@fault("variants/duplicate")
def same_variant(made: Product, _: Random) -> None:
    first = made["variants"][0]
    made["variants"] = [*made["variants"], first | {"id": f"{first['id']}-again"}]


@fault("variants/incomplete-matrix")
def missing_variant(made: Product, _: Random) -> None:
    """Leave the last combination out; where one axis has one value, add a new value to both."""
    *kept, last = made["variants"]
    made["variants"] = kept
    if any(len({each["options"][axis] for each in kept}) == 1 for axis in last["options"]):
        kept.append(last | {"options": dict.fromkeys(last["options"], "Other")})
