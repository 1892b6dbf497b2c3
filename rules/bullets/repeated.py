"""No bullet point repeats another, nor the title.

A buyer reads a few bullet points at most. One that says again what stands above it takes the place
of one that says something; it mostly comes from a form in which a line was copied down.

**What platforms do.** Amazon asks for bullet points that repeat neither each other nor the title
(its bullet point requirements, seen only as told by third parties, confidence T). Elsewhere it is
our own judgement, so the level is a warning.

**What is reported.** A bullet point with the text of an earlier one or of the title, whatever the
case, the spaces and the punctuation at its end.

**Repair.** Write what the product does there, or remove the line.

**Limits.** The same thing said in other words is not seen.
"""

from collections.abc import Iterable, Iterator

from listlint import Finding, Listing, Options, Value, bad, good, rule

_MARKS = ".,;:!?。，；：！？、 "


@rule(
    on="bullets",
    level="warn",
    messages={
        "bullet": "The bullet point has the text of number {first}. Remove one of the two.",
        "title": "The bullet point has the text of the title. Say something else, or remove it.",
    },
    examples=[
        good({"title": "Steel mug", "bullets": ["Steel", "Steel mug with lid", "", ""]}),
        good({"title": "Mug", "bullets": ["Keeps tea hot", "Keeps coffee hot"]}),
        bad(
            {"title": "Mug", "bullets": ["Keeps tea hot", "500 ml", "KEEPS  tea hot."]},
            ("bullet", "/bullets/2"),
        ),
        bad({"title": "Steel mug", "bullets": ["Holds 500 ml", "Steel Mug!"]},
            ("title", "/bullets/1")),
        bad({"bullets": ["保温", "保温。"]}, ("bullet", "/bullets/1"), language="zh"),
    ],
)  # fmt: skip
def check(bullets: Value, listing: Listing, options: Options) -> Iterable[Finding]:
    texts = bullets.value
    title = listing.data.get("title", "")
    # Equal texts have equal first words, and most bullet points do not.
    begins = {_first(text) for text in texts}
    if len(begins) == len(texts) and _first(title) not in begins:
        return ()
    return _repeated(bullets, title)


def _first(text: str) -> str:
    words = text.split(None, 1)
    return words[0].casefold().rstrip(_MARKS) if words else ""


def _repeated(bullets: Value, title: str) -> Iterator[Finding]:
    first: dict[str, int] = {}
    read_title = _read(title)
    for index, text in enumerate(bullets.value):
        read = _read(text)
        if not read:
            continue
        if read == read_title:
            yield bullets.finding("title", at=(index,))
        elif read in first:
            yield bullets.finding("bullet", at=(index,), first=first[read] + 1)
        else:
            first[read] = index


def _read(text: str) -> str:
    """*text* as it is compared."""
    return " ".join(text.casefold().split()).rstrip(_MARKS)
