"""The words that join a part to what it is for, whatever their verb: “sits under …”, “so your …”.

Goods that go with others are told to be for them in ever new words, but these all end in a
preposition of place or a pronoun for what the buyer has. Where the goods are no part they tell
nothing: asked of parts only. This module knows no lexicon.
"""

from __future__ import annotations

import re

from listlint.lazily import Lazily

# Prepositions of place join after any word but such as tell of likeness, price or making.
_NO_LINK = "".join(
    f"(?<!{word} )"
    for word in (
        "similar", "identical", "equal", "close", "next", "compared", "akin", "comparable", "up",
        "due", "thanks", "alternative", "according", "guaranteed", "made", "sold", "produced",
        "issued", "marketed", "branded", "back", "inspired", "homage", "tribute", "printed",
    )
)  # fmt: skip
_JOINS = Lazily(
    rf"""(?: (?<=[^\W\d_]\ ){_NO_LINK}\b(?:to|onto|into|inside|under|underneath|beneath|behind
        |around|against|between|through|beside|alongside)
      | \b(?:go(?:es)?|work(?:s|ing)?|use[ds]?|paired?s?|wear|worn|match(?:es|ing)?|cope[sd]?
        |mates?|couple[sd]?|sync(?:s|ed)?|combine[sd]?|connect(?:s|ed)?)\ (?:\w+ly\ )?with
      | \b(?:safe|use[ds]?|work(?:s|ing)?|fits?|goes|go|sits?|runs?|stays?|found|tested|needed
        |required|rides?|stands?)\ (?:\w+ly\ )?(?:in|on|by)
      | \b(?:use[ds]?|required|needed|taken|accepted|recogni[sz]ed|supported)\ by
      | \b(?:hangs?|rests?|mounts?|hooks?|clicks?|snaps?|locks?|slides?|slips?|screws?|bolts?
        |threads?|pushes|push|drops?|stick|sticks|lays?|lies|clamps?|pulls?|stretche?s?|drapes?
        |clips?|glues?|presse?s?|twists?|hung|mounted)\ (?:\w+ly\ )?(?:in|on|over|off)
      | \b(?:drop-in|direct|exact|perfect|oem-spec|easy)\ (?:fit|swap|replacement)
      | \b(?:those|that|these|ones|the\ one|parts?|originals?)\ (?:of|on|from|in|off)
      | \b(?:replac\w+|swaps?|spare|renew\w*|repairs?|fixe?s|restores?)
        (?:\ (?:worn|lost|broken|old|missing|cracked|damaged|original))+
      | \b(?:in\ place\ of|instead\ of|stands?\ in\ for|equivalent\ (?:to|of)|spares?\ of)
      | \b(?:turns|keeps|lets|tilts|extends|upgrades|raises|secures|anchors|cools|silences|descales
        |lubricates|unlocks|whitens|lifts|restores|renews|rebuilds|services|equals|crosses)
      | \b(?:to|that|which|can|will|and|&|must|may)\ (?:turn|keep|hold|store|take|protect|accept
        |charge|carry|convert|clean|shield|power|mount|organi[sz]e|refill|lift|tilt|extend|upgrade
        |raise|secure|anchor|support|silence|cool|dry|descale|lubricate|unlock|open|restore|polish
        |seal|recharge|replace|fit|cover|hang|reach|remove|repair|renew|tune|service|adjust|play)
      | \b(?:hooks|clips|bands|straps|ties|pads|feet|stands|guards|covers)
        \ (?:that\ )?(?:keep|hold|lift|protect)
      | \b(?:so|when|while|if|where)\ (?:you|your|my|the|a|an)
      | \b(?:loved\ by|belongs\ to|para\ usar\ (?:en|con|com)|va\ (?:en|con)|encaja\ en|vale\ para
        |sirve\ (?:en|para)|se\ adapta\ a|servono\ per|si\ (?:adatta|monta)\ (?:a|su)|va\ bene\ per
        |va\ sur|se\ (?:fixe|monte|clipse)\ sur|utilisable\ (?:avec|sur)|destiné\w*\ (?:à|aux)
        |zum|zur|auf|unter|verwendbar\ (?:mit|für|in)|gedacht\ für|nutzbar\ mit
        |bruikbaar\ (?:met|in|op)|geschikt\ (?:voor|in)|под|для|к
        |dipakai\ (?:di|untuk)|pas\ (?:di|untuk)|muat|dùng\ (?:cho|với)|vừa|lắp\ (?:cho|vào|được)
        |hợp\ với) ) $""",
    re.IGNORECASE | re.VERBOSE,
)
_OWNED = Lazily(
    r"\b(?:your|my|our|his|her|their|any|every|an existing|the existing|existing) $", re.IGNORECASE
)
# What follows a name that is no owner of goods but their look: “in Gucci print”.
_LOOK = Lazily(
    r"[ -](?:\w+[ -])?(?:prints?|patterns?|logos?|styles?|designs?|monogram|colou?rs?|leather"
    r"|themed?|fonts?|motifs?|fabric|canvas|check|plaid|emblem|look|brand|quality|crown|stars?"
    r"|muster|gift|edition|charm|pendant|necklace|collection|sweaters?|hoodies?|jewel\w+)\b",
    re.IGNORECASE,
)


def is_joined(near: str) -> bool:
    """Whether *near*, which ends before a name, ends with words that join a part to it."""
    return bool(_JOINS.search(near[-48:]))


def is_owned(near: str) -> bool:
    """Whether *near* ends with a pronoun that tells the named goods to be the buyer's."""
    return bool(_OWNED.search(near[-24:]))


def is_a_look(text: str, end: int) -> bool:
    """Whether a name that ends at *end* is told to be what the goods look like."""
    return bool(_LOOK.match(text, end, end + 40))
