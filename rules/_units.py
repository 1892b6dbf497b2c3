"""Words that follow a figure: units, sizes and ways to count pieces.

Shared by the rules that count how often a word stands somewhere: a unit stands once for each
figure. It knows no rule and no platform.
"""

_WORDS = (
    "mm cm dm in inch inches ft feet foot yd yard yards oz fl lb lbs mg kg ml cl qt gal meter"
    " meters metre metres liter liters litre litres gram grams hz khz mhz ghz kb mb gb tb mp"
    " mah wh kwh kw mw ah va vac vdc volt volts watt watts amp amps rpm psi db lm dpi ph pc"
    " pcs ct pk pack packs piece pieces pair pairs set sets qty xs xl xxl"
)

UNITS = frozenset(_WORDS.split())
"""In small letters."""
