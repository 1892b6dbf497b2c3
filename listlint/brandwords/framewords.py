"""The words that tell what goods fit, of the languages that part words by spaces.

“for the new …”, “passend für …”, “Ремешок для часов …”: a name that such words lead to tells with
whose goods these work. Between them stand only words that lead on to it: articles, numbers, models,
and the names of what the brand makes. “For women …” leads to nobody. Of the words after a name, of
verbs such as “holds” and of disclaimers it tells likewise. This module knows no lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from listlint.brandwords.links import is_joined, is_owned
from listlint.brandwords.source import sector_bits
from listlint.lazily import Lazily

_FAR = 110
_MOST_BETWEEN = 6
_LONGEST = 40

_CUTS = ("slim", "regular", "relaxed", "loose", "skinny", "tapered", "classic", "comfort",
         "straight", "modern", "muscle", "dri", "tight", "tailored")  # fmt: skip
FITS = "".join(f"(?<!{cut}[ -])" for cut in _CUTS) + r"\bfits?\b"
"""That goods fit something; a slim fit is how clothes are cut."""

# What leads to a name, whatever the goods.
_LEADS = Lazily(
    rf"""(?: {FITS} | \b(?: for | f/ | fitting | fitted\ (?:for|to)
      | compatible(?:\ (?:with|for|to|w/))?
      | works?\ (?:\w+ly\ |great\ |well\ )?(?:with|on|in) | working\ with
      | usable\ (?:with|on|in) | safe\ (?:on|for|with)
      | use\ (?:with|in|on|under|inside) | used\ (?:with|on|in)
      | suits | (?:to|will|would|should)\ suit | suit(?:able|ed)\ (?:for|with|to)
      | replaces? | replacing | replacement(?:\ for)? | supports? | interchangeable\ with
      | connects?\ (?:to|with) | attach(?:es)?\ to | inside | adaptable\ (?:to|for)
      | (?:made|designed|intended|meant|sized|cut|shaped|tailored|engineered|built|moulded|molded)
        \ (?:for|to(?:\ (?:fit|suit|work\ with|hold|go\ with))?)
      | (?:clips|snaps|slips|slides|hooks|screws|bolts|plugs|fastens|sticks|mounts|goes|straps)
        \ (?:\w+ly\ )?(?:to|on|on\ to|onto|into|over|around|under)
      | (?:matched|keyed|mated|paired|calibrated|threaded|contoured|bonded|specific)\ to
      | utilisables?\ (?:avec|sur) | (?:verwend|nutz)bar\ (?:mit|für|in) | va(?:nno)?\ bene\ per
      | valen?\ para | encajan?\ en | sirven?\ (?:en|para) | dùng\ (?:cho|với) | lắp\ cho
      | bruikbaar\ (?:met|in|op) | vừa
      | para | p/ | apt[oa]s?\ para 
      | compatibles(?:\ (?:con|avec))? | compatible\ (?:con|avec) | compat[ií]ve(?:l|is)(?:\ com)?
      | adaptable\ (?:[aà]|sur|aux) | repuestos?\ (?:de|para) | serve\ (?:em|no|na|para)
      | pour | convien(?:t|nent)\ (?:[àa]|aux|pour) | adapt[ée]e?s?\ (?:[àa]|aux|pour|au)
      | s['’]adaptent?\ (?:[àa]|aux|sur|au) | remplacent?
      | für | f[üu]r | passend\ (?:für|zu|auf|zum) | pass(?:t|en)\ (?:zu|auf|für|in|an|perfekt)
      | kompatibel(?:\ (?:mit|zu|dengan))? | geeignet\ für | ersetzt | ersatz(?:\ für)?
      | voor | passend\ (?:op|bij) | past\ (?:op|bij|in) | compatibel\ met
      | dla | pasuj[ea]?\ do | pasując\w+\ do | kompatybiln\w+\ z | zamiennik(?:\ do)?
      | per | compatibil[ei](?:\ con)? | adatt[oaie]\ (?:a|ai|alle|per|al)
      | untuk | utk | buat | cocok(?:\ (?:untuk|dengan|utk))? | pengganti | bagi | khusus
      | cho | tương\ thích(?:\ với)? | phù\ hợp\ (?:với|cho) | thay\ thế(?:\ cho)?
      | для | под | к | совместим\w*\ с | подход\w+(?:\ (?:для|к|ко|на|под))? | заменяет
      | متوافقة?\ مع | متوافق | تعمل\ مع | يعمل\ مع | مناسبة?\ ل\w* | يناسب | لـ | بديل\ ل?
      | för | til | passar | sopii | kompatibiln\w+\ s )
      | (?:สำหรับ|ใช้กับ|รองรับ|ใส่กับ) ) [:：]? $""",
    re.IGNORECASE | re.VERBOSE,
)
# What leads to a name only over the name of such goods: “na telefon Samsung”.
_OVER = Lazily(r"(?:\b(?:do|na|sur|auf|на|к|pada|trên|su|em|à)|(?:^|\s)ل(?:ل|ـ)?)$", re.IGNORECASE)
# What accessories do with the goods that they are for; “covers” is the name of goods, too.
_DOES = Lazily(
    r"\b(?:holds?|holding|stores?|storing|accepts?|protects?|protecting|houses|displays?|displaying"
    r"|charges|recharges|cleans|takes|carries|carry|organi[sz]es|mounts|converts?|adapts?|powers"
    r"|cradles|shields|winds|refills|refills from|use|decanting|keeps"
    r"|guarda[nr]?|almacena[nr]?|protege[nr]?|armazena[mr]?|range|protège|contient|accueille"
    r"|hält|schützt|fasst|custodisce|contiene|bewaart|beschermt|вмещает|защищает|muat|menyimpan)$",
    re.IGNORECASE,
)
_COVERS = Lazily(
    r"\b(?:(?:also|that|which|it|and|fully|to|will|completely) covers?|covering"
    r"|covers(?= (?:an?|the|your|one|two|most|all)\b))",
    re.IGNORECASE,
)

_ON = """
    vintage antique certain select both either retractable existing
    a an the your my our every all any most many those new old some both other
    older newer original latest current models model series type size gen generation
    version versions edition brand brands
    one two three four five six eight ten dozen several up to standard popular various similar
    small medium large mini big inch mm cm oz ml l os tall wide slim base bottom top side front rear
    back inside outside handle of lid
    el la los las un una tu su todos todas modelo modelos serie nuevo nueva
    o a os as um uma seu sua todo todas novo nova de do da dos das del della dei delle
    le les l un une votre vos tous toutes modèle modèles série des du d
    die das den der dem dein deine deinen alle viele modell modelle neue neuen
    il lo i gli tuo tua tutti modello modelli
    de het een alle je uw modellen
    vaso model seri tipe merk merek semua
    модели моделей модель всех серии новый новых
    dòng mẫu các
    جميع
    """
_LEADING_ON = frozenset(_ON.split())
"""Words between those that lead to a name and the name, whatever the brand makes."""

_MAKERS = frozenset(("apple", "google", "microsoft", "lg", "hp", "brother"))
"""Makers that are named before the name of their goods, and are ordinary words."""
_LEADING_MAKERS = _LEADING_ON | _MAKERS

_HOSTS = {
    "phones": """
        phone phones smartphone smartphones cellphone cellphones mobile celular celulares móvil
        móviles teléfono téléphone téléphones portable handy handys telefoon telefon telefonu
        telefony telefono cellulare hp ponsel телефона телефон телефонов смартфона điện thoại هاتف
        موبايل جوال smartwatch tablet tablets tablette tablettes tableta планшета
        """,
    "watches": """
        watch watches timepiece timepieces automatics wristwatch smartwatch reloj relojes relógio
        montre montres uhr uhren horloge zegarka zegarków orologio jam tangan часов часы đồng hồ
        ساعة smartband
        """,
    "bags": """
        bag bags handbag handbags purse purses tote totes backpack backpacks pack packs suitcase
        suitcases luggage bolso bolsos mochila mochilas bolsa bolsas maleta mala sac sacs cabas
        valise valises tasche taschen rucksack koffer tas koffers torebki walizki borsa borse zaino
        valigia tas сумки сумку чемодана рюкзака túi حقيبة
        """,
    "shoes": """
        shoe shoes sneaker sneakers trainers boots clogs sandals heels loafers cleats zapatillas
        zapatos botas tênis baskets chaussures sabots schuhe
        sneakers schoenen butów scarpe sepatu кроссовок обуви giày
        """,
    "computers": """
        printer printers laptop laptops computer computers notebook notebooks mouse keyboard
        impresora impresoras impressora impressoras portátil imprimante imprimantes ordinateur
        drucker stampante drukarki принтера принтеров ноутбука máy in tính طابعة
        """,
    "cameras": """
        camera cameras camcorder lens dslr drone cámara câmera appareil photo kamera kameras
        fotocamera камеры объектива máy ảnh كاميرا
        """,
    "audio": """
        headphones headphone headset earbuds earphones speaker speakers auriculares fones casque
        écouteurs enceinte kopfhörer наушников tai nghe سماعة cuffie
        """,
    "games": """
        console consoles controller controllers gamepad game games consola mando mandos controle
        manette manettes konsole приставки геймпада cards jeu
        """,
    "appliances": """
        vacuum vacuums cleaner cleaners machine machines brewer brewers mixer mixers blender
        purifier hoover shaver shavers razor razors toothbrush toothbrushes handles robot fridge
        oven aspiradora aspiradoras aspirador aspirateur aspirateurs staubsauger stofzuiger
        odkurzacza ekspresu pralki zmywarki aspirapolvere
        macchina macchine máquina máquinas maszyny
        purificador cafetera cafeteras cafeteira cafetière
        maschine maschinen macchina macchine пылесоса пылесосов кофемашины щёткам щеткам щёток
        щеток máy hút bụi cạo râu xay sấy lọc pha nồi مكنسة brosse
        """,
    "tools": """
        drill drills battery batteries tool tools saw akku akkus batería batterie accu akumulatora
        аккумулятора шуруповерта
        """,
    "cars": """
        car cars vehicle vehicles truck auto autos coche coches carro carros voiture voitures
        véhicule samochodu auta kierownicę mobil xe ô tô автомобиля машины سيارة key keys clé
        """,
    "motorcycles": "motorcycle motorcycles motorbike moto motos motorrad motor xe máy мотоцикла",
    "toys": """
        figure figures figurine figurines doll dolls brick bricks set sets muñeca muñecas poupée
        poupées puppe puppen bambole boneka куклы кукол blocks cars minifigures
        """,
    "music": "guitar guitars amp amps bass guitarra guitare gitarre гитары",
    "kitchen": """
        bottle bottles tumbler tumblers cup cups mug jug jugs capsule capsules pan pot brewer
        machine machines botella garrafa jarra
        """,
    "baby": "stroller strollers pram prams pushchair bottle bottles carrier seat seats",
    "furniture": "sofa sofas shelf shelves dresser dressers bed beds wardrobe chair estantería",
    "home": "sofa shelf shelves dresser bed beds wardrobe chair machine machines",
    "eyewear": "glasses sunglasses frames gafas lunettes brille brillen occhiali очков",
    "jewelry": "bracelet bracelets necklace ring rings pulsera bracciale armband",
    "perfume": "perfume perfumes bottle bottles fragrance parfum",
    "sports": "bike bikes bicycle racket rackets club clubs driver drivers putter treadmill",
    "health": "toothbrush toothbrushes handles brush mask machine щёткам щеткам щёток щеток",
}
"""What the brands of a sector make, so that “for watch …” leads on to one that makes watches."""

_SECTORS: dict[str, int] = {}
for _sector, _words in _HOSTS.items():
    for _word in _words.split():
        _SECTORS[_word] = _SECTORS.get(_word, 0) | sector_bits([_sector])

_OTHERS = Lazily(
    r"\s(?:[A-Z0-9][\w'’.-]*(?: [A-Z0-9][\w'’.-]*){0,2}, ){0,3}"
    r"[A-Z0-9][\w'’.-]*(?: [A-Z0-9][\w'’.-]*){0,2} ?(?:and|or|&|/|y|und|oder|et|ou|e|o|dan|и|или)"
    r" ?$"
)
_ENDS = " \t\n,.;:!?()[]|"
_AUDIENCES = (
    r"(?:men|women|mens|womens|man|woman|kids?|boys?|girls?|baby|babies|children|child|ladies|teens?"
    r"|adults?|him|her|everyone|all (?:sizes|ages|skin|occasions|shoes|feet|seasons)|unisex|people"
    r"|girlfriend|boyfriend|wife|husband|mom|dad|friends?|parties|party|daily|gifts?|travel|summer"
    r"|winter|sports?|school|true to|waist|hombres?|mujer(?:es)?|niñ[oa]s?|homens?|mulher(?:es)?"
    r"|meninos?|meninas?|festa|homme|hommes|femme|femmes|enfants?|damen|herren|kinder|männer|frauen"
    r"|uomo|donna|bambin[oiea]|dames|heren|kinderen|kobiet|mężczyzn|dzieci|pria|wanita|anak|cowok"
    r"|cewek|nam|nữ|мужчин|женщин|детей|мальчиков|девочек|للرجال|للنساء|للأطفال|erkek|kadın|çocuk)"
)
_FOR_WHOM = Lazily(rf"\b{_AUDIENCES}\b", re.IGNORECASE)

# “For … such as …”, “for red bottom … heels”.
_FOR_SUCH_AS = Lazily(
    r"\b(?:for|fits?|compatible with|suits?|suitable for)\b(?P<whom>[^.!?;\n]{1,50}?)"
    r"\b(?:like|such as|including|e\.?g\.?|incl\.?),? $",
    re.IGNORECASE,
)
_FOR_SOME = Lazily(r"\b(?:for|para|pour|für|per|voor)(?: [^\s,.;]+){0,3} ?$", re.IGNORECASE)
_YOURS = Lazily(
    r"\b(?:your|tu|su|votre|ton|dein\w{0,2}|ihr\w{0,2}|je|tuo|tua|seu|sua) $", re.IGNORECASE
)
_HOST_AFTER = 3

# “iPhone 14 için”, “Nespresso compatible”: models may stand between.
_MODELS = r"(?:[ -]+(?=[0-9A-Z]|[a-z]+[0-9]|pro\b|max\b|mini\b)[0-9A-Za-z][0-9A-Za-z./+]*){0,4}?"
_FOLLOWED = Lazily(
    rf"{_MODELS}(?:[ -]+(?:uyumlu|ile uyumlu|için|icin|kompatib(?:el|le|ler|len|les)\b|"
    r"compatibles?\b(?! (?:with|for|to)\b)|-kompatib))",
)
_NOT_INCLUDED = Lazily(
    r"(?:[ -]+[0-9A-Za-z][0-9A-Za-z./+|]*){0,4}?(?:[ -]+(?P<host>[a-z]+))?"
    r"(?: (?:(?:in|on) (?:the )?(?:photos?|pictures?|images?|pics?)|shown|pictured|itself|above))?"
    r",?[ (]*(?:(?:is|are) )?"
    r"(?:(?:not|isn't|aren't|never) (?:\w+ )?(?:included|supplied|part of|sold|in the|provided)"
    r"|(?:is |are )?(?:excluded|sold separately|(?:shown )?for (?:display|reference|illustration"
    r"|demonstration|scale)|no incluid[oa]s?|non inclus\w*|nicht (?:enthalten|im lieferumfang)"
    r"|não inclus[oa]s?|non inclus[oaie]|tidak termasuk|не входит|niet inbegrepen))",
    re.IGNORECASE,
)
_LEFT_OUT = Lazily(
    r"\b(?:without(?: an?| the| any)?|w/o|excluding|excludes?|minus the|(?:not|n't) (?:include|come"
    r" with|contain|ship with)(?: an?| the| any)?|sin"
    r"|ohne(?: \w+)?|sans(?: le| la)?|senza|sem|tanpa"
    r"|без|不含|不包含|不带|不包括|非)\s?$",
    re.IGNORECASE,
)
_DENIED = Lazily(
    r"\b(?:not|nor|never|no|isn't|non|nicht|kein\w*|pas|sin|não|bukan|не)\b[^.!?;\n]{0,60}"
    r"\b(?:affiliat\w+|associat\w+|connect\w+|endors\w+|sponsor\w+|made|produced|manufactured"
    r"|approved|authori[sz]ed|related|licen[sc]ed|verbunden|hergestellt|affili\w+|afiliad\w+"
    r"|relacionad\w+|patrocinad\w+|buatan|связан\w*|product)\b"
    r" +(?:with|by|to|of|from|mit|von|avec|par|con|com|por|à|a|dengan|с)"
    r"(?: [^\s,.;]+){0,3} ?$",
    re.IGNORECASE,
)
_DISCLAIMED = Lazily(
    r"\b(?:third[- ]party|after ?market|non[- ]?oem|not? (?:an? )?(?:original|genuine|oem|official)"
    r"(?! leather)|non[- ]original|non d['’]origine|no originales?|não original|kein original"
    r"|nicht original|nicht vom hersteller|generic replacement|zamiennik|не оригинал|аналог)\b"
    r"|互換|社外品|非純正|타사 ?제품|호환|第三方|副厂|非原装",
    re.IGNORECASE,
)


def leads_to(text: str, start: int, sectors: int) -> bool:
    """Whether words that tell what goods fit lead to the name at *start*, of a brand of *sectors*.

    The goods that it makes may be named on the way: “para bolso …” of one that makes bags.
    """
    start = at = _before_others(text, start)
    over = False
    for _ in range(_MOST_BETWEEN):
        near = text[max(0, start - _FAR) : at].rstrip(" (（[:：'’")
        if _LEADS.search(near[-_LONGEST:]) or (over and _OVER.search(near[-_LONGEST:])):
            return True
        word = _last_word(near)
        if not word:
            return False
        at = max(0, start - _FAR) + len(near) - len(word)
        word = word.casefold()
        host = _SECTORS.get(word, 0) & sectors
        if over and word in _MAKERS:
            return False  # the goods are of that maker: for Apple Watch …
        if word[0] == "ل" and _SECTORS.get(word.removeprefix("ل"), 0) & sectors:
            return True
        if not host and word not in _LEADING_MAKERS and not word[0].isdigit():
            return False
        over = over or bool(host)
    return False


def _before_others(text: str, start: int) -> int:
    """Where the names begin that the one at *start* is listed after: “for Atomic and …”.

    Those may be of makers that nobody has heard of.
    """
    listed: re.Match[str] | None = _OTHERS.search(text, max(0, start - _LONGEST), start)
    if listed is None or _FOR_WHOM.search(listed[0]):
        return start
    return listed.start() + 1


def does_to(text: str, start: int, sectors: int) -> bool:
    """Whether a verb of what accessories do leads to the name at *start*: “holds 4 …”."""
    return any(
        _DOES.search(near[-_LONGEST:]) or _COVERS.search(text[max(0, at - 30) : start])
        for near, at in _leading(text, start, sectors, _LEADING_ON)
    )


def joins_a_part_to(text: str, start: int, sectors: int) -> bool:
    """Whether words lead to the name at *start* that join parts to what they are for."""
    start = _before_others(text, start)
    return any(is_joined(near) for near, _ in _leading(text, start, sectors, _LEADING_MAKERS))


def _leading(
    text: str, start: int, sectors: int, between: Collection[str]
) -> Iterator[tuple[str, int]]:
    """What stands before the name at *start*, and where it ends: each time without its last word.

    That word must be one of *between*, a number, or goods of *sectors*.
    """
    at = start
    for _ in range(_MOST_BETWEEN):
        near = text[max(0, start - _FAR) : at].rstrip(" (（[")
        yield near, at
        word = _last_word(near)
        if not word:
            return
        at = max(0, start - _FAR) + len(near) - len(word)
        word = word.casefold()
        host = _SECTORS.get(word, 0) & sectors
        if not host and word not in between and not word[0].isdigit():
            return


def leads_a_part_to(text: str, start: int, end: int, sectors: int) -> bool:
    """Whether a part, as the goods are one, is told to be for what ``text[start:end]`` names.

    Fewer words tell it of parts than of other goods: “for your …”, “for dolls such as …”, “for
    red bottom … heels”, the last with the name of what a brand of *sectors* makes.
    """
    near = text[max(0, start - _FAR) : start]
    such = _FOR_SUCH_AS.search(near)
    if such:
        return not _FOR_WHOM.search(such["whom"])
    if _YOURS.search(near) or is_owned(near):
        return True
    some = _FOR_SOME.search(near)
    if not some or _FOR_WHOM.search(some[0]):
        return False
    after = text[end : end + _FAR].split(maxsplit=_HOST_AFTER)[:_HOST_AFTER]
    return any(_SECTORS.get(word.strip(",.").casefold(), 0) & sectors for word in after)


def _last_word(near: str) -> str:
    """The word that *near* ends with; "" where a sign ends it."""
    return near[max(near.rfind(sign) for sign in _ENDS) + 1 :]


def is_followed(text: str, end: int) -> bool:
    """Whether what follows a name that ends at *end* tells that the goods fit it."""
    found = _FOLLOWED.match(text, end, end + 60)
    return bool(found) and not _FOR_WHOM.search(found[0])


def is_not_included(text: str, end: int, sectors: int) -> bool:
    """Whether the goods named before *end*, of a brand of *sectors*, are told not to be sold."""
    found = _NOT_INCLUDED.match(text, end, end + 60)
    host = (found["host"] or "").casefold() if found else ""
    return bool(found) and (not host or bool(_SECTORS.get(host, 0) & sectors))


def is_left_out(text: str, start: int) -> bool:
    """Whether the goods named at *start* are told not to be sold: “without …”."""
    return bool(_LEFT_OUT.search(text, max(0, start - 30), start))


def is_denied(text: str, start: int) -> bool:
    """Whether the goods are told to be none of the brand's that is named at *start*."""
    return bool(_DENIED.search(text, max(0, start - 2 * _FAR), start))


def is_disclaimed(text: str) -> bool:
    """Whether *text* tells that the goods are no original ones."""
    return bool(_DISCLAIMED.search(text))


def names_audience(words: str) -> bool:
    """Whether *words* tell for whom the goods are, or for what occasion."""
    return bool(_FOR_WHOM.search(words))
