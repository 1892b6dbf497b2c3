"""A listing claims only services that its platform has.

Shops of one group of platforms have different services: one for goods from abroad mostly has no
group-order cashback, no live sale and no freight insurance for returns. A listing that is taken
over from another shop still claims them; the platform refuses the claim, or a buyer relies on it.

**What platforms do.** Which services there are not, and which exist in some modes of trade only,
is data of the platform, with its source.

**What is reported.** Each entry of `services` that the option `services` names, and each that
`allowed-in` names where the listing's mode of trade is another. Case, spaces and punctuation make
no difference.

**Repair.** Remove the service, or state it only for the platforms that have it (`platforms`).

**Limits.** Only `services` is looked at, no text. A service that some modes of trade have is
reported only where the listing states its mode.
"""

from collections.abc import Iterable
from typing import Any

from listlint import Finding, Listing, Option, Options, Value, bad, good, rule
from listlint.listing import fold_name

_NONE: dict[str, Any] = {}
_OPTIONS = {
    "services": ["fast-refund", "极速退款", "live sale"],
    "allowed-in": {"electronic-waybill": ["bonded-bc", "general"]},
}


def _mug(*services: str, mode: str | None = None) -> dict[str, Any]:
    trade = {"trade": {"mode": mode}} if mode else {}
    return {"title": "Steel mug", "services": list(services), **trade}


@rule(
    on="services",
    level="off",
    messages={
        "unsupported": "This platform has no service “{service}”. Remove it.",
        "mode": "“{service}” exists only in the trade mode {modes}, and this one is {mode}."
        " Remove it.",
    },
    options={
        "services": Option([], "Services that the platform does not have."),
        "allowed-in": Option(
            {},
            "Service → the trade modes in which alone it exists, such as"
            ' {electronic-waybill = ["bonded-bc"]}.',
        ),
    },
    examples=[
        good(_mug("fast-refund")),
        good(_mug("gift wrap"), options=_OPTIONS),
        good(_mug("electronic-waybill", mode="bonded-bc"), options=_OPTIONS),
        good(_mug("electronic-waybill"), options=_OPTIONS),
        bad(
            _mug("gift wrap", "Fast refund", "极速退款"),
            ("unsupported", "/services/1"),
            ("unsupported", "/services/2"),
            options=_OPTIONS,
        ),
        bad(_mug("live sale", mode="bonded-bc"), ("unsupported", "/services/0"), options=_OPTIONS),
        bad(
            _mug("Electronic waybill", mode="direct-bc"), ("mode", "/services/0"), options=_OPTIONS
        ),
    ],
)
def check(services: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    if not services.value:
        return ()
    lacking = {fold_name(name) for name in options["services"]}
    limited = {fold_name(name): modes for name, modes in options["allowed-in"].items()}
    mode = listing.get("trade", _NONE).get("mode")
    found = []
    for index, service in enumerate(services.value):
        name = fold_name(service)
        modes = limited.get(name)
        if modes is None and name in lacking:
            found.append(services.finding("unsupported", at=(index,), service=service))
        elif modes is not None and mode is not None and mode not in modes:
            told = " or ".join(modes)
            at = services.finding("mode", at=(index,), service=service, modes=told, mode=mode)
            found.append(at)
    return found
