"""A title is written in the language of its listing.

Buyers search in their own language; a title in another one is not found, and its words in a
foreign script are noise to them. DHgate takes no Chinese characters in pictures and page text,
except in a brand name and on real packaging (notice of 2017-06, relayed by a tutorial site).

The listing's own `language` counts, else the platform's. Letters of a script that the language
does not use are reported wherever they stand, but for the listing's brand. Another language in
Latin letters is reported only on evidence: several of its common words and none of the listing's,
and a language model (`py3langid`, asked only then) that agrees.

**Repair.** Translate the title. Leave a brand in its original script out of the title or name it
as the listing's brand.

**Limits.** Greek letters count from three in a row on, since α, μ and Ω are signs. Other Latin
languages are told only where the listing is in English, Spanish, French, German, Italian or
Portuguese, only if they are among those, Dutch, Polish, Turkish, Indonesian or Malay, and an
English title in another language's listing is not reported. A title in a script's absence (Latin
letters only, in Chinese) passes, since brand and model names are written so.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from listlint import Finding, Listing, Option, Options, Text, bad, good, pattern, rule

from .._case import small

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = "\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9f"
_INDIC = "\u0900-\u0dff"
# A script's name, its letters as ranges, how many make a word, and the languages that use it.
_SCRIPTS = (
    ("Chinese characters", _HAN, 1, "zh ja ko"),
    ("Japanese kana", _KANA, 1, "ja zh"),
    ("Korean letters", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3", 1, "ko"),
    ("Cyrillic letters", "\u0400-\u052f", 1, "ru uk be bg sr mk kk ky mn tg"),
    ("Arabic letters", "\u0620-\u06ff\u0750-\u077f", 1, "ar fa ur ps ku ug sd"),
    ("Hebrew letters", "\u05d0-\u05ea", 1, "he yi"),
    ("Thai letters", "\u0e01-\u0e4e", 1, "th"),
    ("Indic letters", _INDIC, 1, "hi mr ne sa bn pa gu or ta te kn ml si as"),
    ("Greek letters", "\u0370-\u03ff\u1f00-\u1fff", 3, "el"),
)
# Common words of titles that no other of these languages' titles, nor brands, are full of.
_WORDS = {
    "en": "the for with and of to from by your without women men womens mens kids girls boys",
    "es": "para con sin mujer hombre hombres mujeres zapatillas zapatos negro negra blanco juego"
    " rojo azul del los las por botas camiseta disco duro tarjeta memoria rosa gris placa base",
    "pt": "para com sem feminino masculino preto preta branco branca placa disco um uma dos das",
    "fr": "avec sans chaussures hommes femmes noire blanc blanche bleu rouge vert gris enfant"
    " taille couleur livraison gratuite des les aux carte disque dur coque",
    "it": "per con senza uomo donna scarpe nero bianco rosso grigio verde della delle calcio scheda"
    " bambino bambina custodia",
    "de": "mit und herren damen schuhe schwarz ohne blau rot grau kinder zum zur oder speicher"
    " grafikkarte festplatte schuh",
    "nl": "voor met heren dames zwart wit schoenen zonder blauw rood een het grijs",
    "pl": "dla buty czarny czarne oraz obuwie sklep sportowe damskie dysk karta",
    "tr": "ile siyah beyaz erkek bayan uyumlu adet",
    "id": "untuk dan dengan yang murah wanita pria anak sepatu baju tas harga asli bayi kulit warna"
    " tahan rumah dapur mesin besar kecil panjang pendek tanpa baru resmi garansi alat celana",
    "ms": "untuk dan dengan yang murah wanita lelaki perempuan kasut baju harga asli bayi kulit"
    " warna tahan rumah dapur mesin besar kecil tanpa baru kereta tudung seluar",
}
_JUDGED = ("en", "es", "pt", "fr", "it", "de")
_NAMES = {
    "en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French", "it": "Italian",
    "de": "German", "nl": "Dutch", "pl": "Polish", "tr": "Turkish", "id": "Indonesian",
    "ms": "Malay", "ru": "Russian", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
    "ar": "Arabic", "th": "Thai", "el": "Greek",
}  # fmt: skip
_FOREIGN_WORDS = frozenset(
    word for tongue, listed in _WORDS.items() if tongue != "en" for word in listed.split()
)
_FOREIGN = "|".join(sorted(_FOREIGN_WORDS))
_EVIDENCE = rf"(?i)(?<![\w.])(?:{_FOREIGN})(?!\w)"
# A word of Latin letters with up to two Cyrillic ones.
_MIXED = "(?:[A-Za-z]+[\u0400-\u04ff]{1,2}|[\u0400-\u04ff]{1,2}[A-Za-z]+)(?!\\w)"
_ENOUGH = 2


@rule(
    on="title",
    when=pattern(
        f"[{_HAN}{_KANA}{_INDIC}\u0370-\u03ff\u0400-\u052f\u05d0-\u05ea\u0620-\u06ff\u0750-\u077f"
        f"\u0e01-\u0e4e\u1100-\u11ff\u1f00-\u1fff\u3131-\u318e\uac00-\ud7a3]"
        rf"|(?i:\b(?:{_FOREIGN})\b)"
    ),
    level="warn",
    messages={
        "script": "{script} in the title (“{letters}”); the listing is in {language}. Translate or "
        "remove them.",
        "look-alike": "“{letters}” in “{word}” is Cyrillic and only looks Latin. Type it again.",
        "language": "The title reads as {found}; the listing is in {language}. Translate it.",
    },
    options={
        "language": Option("en", "The language of a listing that does not state its own."),
    },
    examples=[
        good({"title": "Steel Travel Mug for Coffee"}),
        good({"title": "美的 Midea Rice Cooker", "brand": "美的"}),
        good({"title": "Sony α7 Camera, 10 μm, 5 Ω"}),
        good({"title": "Bleu de Chanel Pour Homme Eau de Parfum"}),
        good({"title": "Con Air Rojo Blanco Poster of the Film with Frame"}),
        good({"title": "不锈钢保温杯の Cup"}, language="zh"),
        good({"title": "Tas Anak Perempuan Murah", "language": "id"}),
        bad({"title": "保温杯 Steel Mug"}, ("script", "/title")),
        bad({"title": "Чашка Steel Mug", "language": "de"}, ("script", "/title")),
        bad({"title": "Shuttle XP\u0421 Slim"}, ("look-alike", "/title")),
        bad({"title": "Sac à dos Ελλάδα", "language": "fr"}, ("script", "/title")),
        bad({"title": "Zapatillas de running para mujer negro"}, ("language", "/title")),
        bad({"title": "Tas koper anak perempuan murah warna pink"}, ("language", "/title")),
        bad({"title": "Herren Schuhe schwarz", "language": "es"}, ("language", "/title")),
    ],
)
def check(title: Text, listing: Listing, options: Options) -> Iterator[Finding]:
    language = listing.get("language") or options["language"]
    tongue = re.split("[-_]", language.lower(), maxsplit=1)[0]
    value = title.value
    if listing.brand:
        value = value.replace(listing.brand, " ")
    if not value.isascii():
        yield from _scripts(title, value, tongue)
    if tongue in _JUDGED and _has_evidence(value):
        found = _other_language(value, tongue)
        if found:
            yield title.finding("language", found=_NAMES[found], language=_NAMES[tongue])


def _has_evidence(value: str) -> bool:
    words = [word for word in re.findall(r"\w+", small(value)) if word in _FOREIGN_WORDS]
    return len(words) >= _ENOUGH and len(re.findall(_EVIDENCE, value)) >= _ENOUGH


def _scripts(title: Text, value: str, tongue: str) -> Iterator[Finding]:
    signs = value.translate(_SIGNS)
    for sign, (script, _, least, tongues) in enumerate(_SCRIPTS):
        if tongue in tongues.split() or str(sign) not in signs:
            continue
        run = re.search(f"{sign}{{{least},}}", signs)
        if run is None:
            continue
        foreign = value[run.start() : run.end()]
        mixed = re.search(_MIXED, value)
        if mixed and foreign in mixed[0]:
            yield title.finding("look-alike", letters=foreign, word=mixed[0][:40], text=mixed[0])
        else:
            yield title.finding(
                "script",
                script=script,
                letters=foreign[:20],
                language=_NAMES.get(tongue, f"“{tongue}”"),
                text=foreign,
            )


class _Signs(dict[int, str]):
    """The number of each character's script, told when it is first met; a space for no script.

    Python's `re` takes milliseconds to compile classes of so many letters.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        told = (
            str(sign)
            for sign, (_, ranges, *_) in enumerate(_SCRIPTS)
            if any(
                first <= char <= last for first, last in zip(ranges[::3], ranges[2::3], strict=True)
            )
        )
        sign = self[code] = next(told, " ")
        return sign


_SIGNS = _Signs()


def _other_language(value: str, tongue: str) -> str | None:
    """The other language that *value* is in, if words and the model agree on one."""
    words = set(re.findall(r"(?<!\.)\b[^\W\d_]+", value.lower().replace("'s", "s")))
    counts = {each: len(words & set(listed.split())) for each, listed in _WORDS.items()}
    own = counts.pop(tongue)
    likely = [each for each, count in counts.items() if count >= _ENOUGH and count > own]
    if not likely or (tongue == "en" and own):
        return None
    model = _model()
    model.set_languages([tongue, *likely])
    guess: str = model.classify(value)[0]
    return guess if guess != tongue else None


@cache
def _model() -> Any:
    """The language model; its own choice of languages is set before each question."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
