"""Write `lexicon/ordinary/en.txt`: the English words that are no misspelt brand.

    pip install symspellpy==6.10.1
    python lexicon/build_ordinary.py

The words are those of symspellpy's English dictionary (MIT; what SCOWL's word lists and Google's
n-grams have in common), which is needed to make the list, not to run listlint. Frequencies are not
kept. Names of brands among them do no harm: the compiler takes a brand's own words out. Only what
names a part of a brand, or one of its lines, and nothing else is left out here.
"""

from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent / "ordinary" / "en.txt"
NAMES = frozenset(
    [
        "batman",
        "compaq",
        "corvette",
        "dumbledore",
        "eeyore",
        "flintstones",
        "gandalf",
        "gatorade",
        "hilfiger",
        "hogwarts",
        "nyquil",
        "playstation",
        "schweppes",
        "superman",
        "tinkerbell",
        "twizzlers",
        "voldemort",
        "vuitton",
    ]
)
"""Words that name one thing only, whose owner is known."""


def main() -> None:
    """Write the list, a word a line, sorted."""
    source = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    lines = source.read_text(encoding="utf-8-sig").splitlines()
    words = sorted({line.split()[0].casefold() for line in lines if line.strip()})
    kept = (word for word in words if word not in NAMES)
    TARGET.write_text("".join(f"{word}\n" for word in kept), encoding="utf-8")


if __name__ == "__main__":
    main()
