"""The words that synthetic products are made of: own lists, invented brands.

Everything here is meant to be clean on DHgate: no brand but the listing's own, no promise, no
contact, no shouting. This module makes nothing; it only holds words.
"""

from dataclasses import dataclass

BRANDS = (
    "Northline",
    "Velmora",
    "Kestwick",
    "Ardenvale",
    "Solbryn",
    "Tavrio",
    "Brackenford",
    "Peakhollow",
    "Quillmark",
    "Mirelane",
    "Hollowfern",
    "Duskwater",
    "Wrenfield",
    "Coppermoor",
    "Stonebrae",
    "Larkhaven",
)

COLORS = ("Black", "White", "Beige", "Brown", "Navy", "Olive", "Grey", "Burgundy", "Teal", "Khaki")
FINISHES = ("Matte", "Brushed", "Polished", "Textured", "Plain", "Woven")
PATTERNS = ("Solid", "Striped", "Checked", "Geometric", "Floral")
SEASONS = ("All Seasons", "Spring and Autumn", "Summer", "Winter")
ORIGINS = ("Zhejiang, China", "Guangdong, China", "Fujian, China", "Jiangsu, China")
CLEANING = ("Wipe with a damp cloth", "Hand wash in cold water", "Machine wash on a gentle cycle")
PACKAGING = ("Recycled carton", "Cotton pouch", "Kraft paper box", "Reusable zip bag")
WARRANTIES = ("12 months", "24 months", "6 months")
ADJECTIVES = (
    "Lightweight",
    "Foldable",
    "Compact",
    "Durable",
    "Adjustable",
    "Soft",
    "Sturdy",
    "Slim",
    "Water Resistant",
    "Hand Finished",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of goods: what it is called, made of, good for, and which choices it is sold in."""

    noun: str
    category: str
    chinese: str
    category_id: str
    materials: tuple[str, ...]
    features: tuple[str, ...]
    uses: tuple[str, ...]
    axis: str
    choices: tuple[str, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    grams: int
    centimetres: tuple[int, int, int]


KINDS = (
    Kind(
        "Handbag",
        "Bags > Women's Bags > Handbags",
        "箱包 > 女士箱包 > 手提包",
        "005001001",
        ("Canvas", "Vegan Leather", "Linen", "Nylon"),
        ("Zipper Pocket", "Detachable Shoulder Strap", "Magnetic Closure"),
        ("Office", "Weekend Trips", "Everyday Errands"),
        "Size",
        ("Small", "Medium", "Large"),
        (
            ("Closure", ("Zipper", "Magnetic Snap", "Drawstring")),
            ("Lining", ("Polyester", "Cotton")),
            ("Strap Drop", ("28 cm", "52 cm")),
        ),
        640,
        (36, 12, 26),
    ),
    Kind(
        "Desk Lamp",
        "Lights > Indoor Lighting > Table Lamps",
        "灯具照明 > 室内照明 > 台灯",
        "014006004",
        ("Aluminium", "Bamboo", "Steel"),
        ("Three Brightness Steps", "Touch Switch", "Flexible Neck"),
        ("Reading", "Study Corners", "Bedside Tables"),
        "Plug",
        ("EU Plug", "UK Plug", "US Plug"),
        (
            ("Light Source", ("LED", "LED Module")),
            ("Color Temperature", ("3000 K", "4000 K")),
            ("Power", ("6 W", "9 W", "12 W")),
        ),
        980,
        (42, 18, 16),
    ),
    Kind(
        "Yoga Leggings",
        "Apparel > Women's Clothing > Leggings",
        "服装 > 女装 > 打底裤",
        "003007002",
        ("Recycled Polyester", "Cotton Blend", "Bamboo Viscose"),
        ("High Waist", "Side Pocket", "Flat Seams"),
        ("Gym", "Stretching", "Morning Runs"),
        "Size",
        ("S", "M", "L", "XL"),
        (
            ("Waist Type", ("High", "Mid")),
            ("Length", ("Full Length", "Cropped")),
            ("Fit", ("Slim Fit", "Regular Fit")),
        ),
        260,
        (30, 22, 4),
    ),
    Kind(
        "Kitchen Knife",
        "Home > Kitchen > Knives",
        "家居 > 厨房用品 > 刀具",
        "008002011",
        ("Stainless Steel", "Carbon Steel"),
        ("Shaped Grip", "Blade Guard", "Riveted Handle"),
        ("Slicing Vegetables", "Filleting Fish", "Home Cooking"),
        "Blade Length",
        ("13 cm", "18 cm", "20 cm"),
        (
            ("Handle Material", ("Pakka Wood", "Beech", "Resin")),
            ("Edge", ("Straight", "Serrated")),
            ("Hardness", ("56 HRC", "58 HRC")),
        ),
        310,
        (38, 9, 4),
    ),
    Kind(
        "Pet Bed",
        "Home > Pet Supplies > Pet Beds",
        "家居 > 宠物用品 > 宠物窝",
        "008010003",
        ("Plush", "Corduroy", "Oxford Cloth"),
        ("Removable Cover", "Raised Rim", "Anti Slip Base"),
        ("Cats", "Small Dogs", "Senior Dogs"),
        "Size",
        ("S", "M", "L"),
        (
            ("Shape", ("Round", "Rectangular", "Oval")),
            ("Filling", ("PP Cotton", "Memory Foam")),
            ("Suitable Pet Weight", ("5 kg", "12 kg", "20 kg")),
        ),
        1450,
        (60, 48, 18),
    ),
    Kind(
        "Necklace",
        "Jewelry > Necklaces > Pendant Necklaces",
        "珠宝 > 项链 > 吊坠项链",
        "006003001",
        ("Sterling Silver", "Brass", "Titanium Steel"),
        ("Adjustable Chain", "Lobster Clasp", "Engravable Pendant"),
        ("Birthdays", "Weddings", "Daily Wear"),
        "Chain Length",
        ("40 cm", "45 cm", "50 cm"),
        (
            ("Chain Type", ("Cable", "Snake", "Box")),
            ("Pendant Shape", ("Drop", "Disc", "Bar")),
            ("Plating", ("Rhodium", "Uncoated")),
        ),
        45,
        (9, 9, 4),
    ),
    Kind(
        "Hiking Backpack",
        "Sports > Outdoor > Backpacks",
        "运动户外 > 户外 > 登山包",
        "011004002",
        ("Ripstop Nylon", "Polyester", "Waxed Canvas"),
        ("Rain Cover", "Padded Back Panel", "Hip Belt"),
        ("Day Hikes", "Camping", "Cycling to Work"),
        "Capacity",
        ("20 L", "30 L", "40 L"),
        (
            ("Compartments", ("3", "5", "7")),
            ("Back System", ("Padded Mesh", "Molded Foam")),
            ("Laptop Sleeve", ("Yes", "14 inch")),
        ),
        1100,
        (52, 32, 20),
    ),
    Kind(
        "Building Blocks",
        "Toys > Learning > Blocks",
        "玩具 > 益智 > 积木",
        "012001005",
        ("Beech Wood", "ABS Plastic", "Pine Wood"),
        ("Rounded Edges", "Storage Bucket", "Picture Guide"),
        ("Preschool", "Family Evenings", "Classrooms"),
        "Pieces",
        ("60 Pieces", "100 Pieces", "150 Pieces"),
        (
            ("Recommended Age", ("3 years and up", "5 years and up")),
            ("Paint", ("Water Based", "Uncoated")),
            ("Educational Focus", ("Fine Motor Skills", "Shapes and Counting")),
        ),
        1250,
        (32, 24, 18),
    ),
    Kind(
        "Curtain Panel",
        "Home > Textiles > Curtains",
        "家居 > 家纺 > 窗帘",
        "008005007",
        ("Linen Blend", "Velvet", "Polyester"),
        ("Grommet Top", "Thermal Lining", "Rod Pocket"),
        ("Bedrooms", "Living Rooms", "Nurseries"),
        "Drop",
        ("160 cm", "213 cm", "240 cm"),
        (
            ("Header", ("Grommet", "Pencil Pleat", "Rod Pocket")),
            ("Opacity", ("Sheer", "Semi Opaque", "Room Darkening")),
            ("Panel Width", ("132 cm", "140 cm")),
        ),
        820,
        (38, 28, 6),
    ),
    Kind(
        "Phone Stand",
        "Phones > Accessories > Holders",
        "手机 > 配件 > 手机支架",
        "002005009",
        ("Aluminium Alloy", "Silicone", "Walnut Wood"),
        ("Cable Slot", "Rubber Feet", "Tilting Head"),
        ("Video Calls", "Recipes", "Desk Work"),
        "Width",
        ("8 cm", "10 cm", "12 cm"),
        (
            ("Viewing Angle", ("0 to 90 degrees", "30 to 75 degrees")),
            ("Device Size", ("4 to 8 inch", "5 to 11 inch")),
            ("Mounting", ("Tabletop", "Clip")),
        ),
        230,
        (14, 11, 5),
    ),
    Kind(
        "Ceramic Mug",
        "Home > Tableware > Mugs",
        "家居 > 餐具 > 马克杯",
        "008003002",
        ("Stoneware", "Porcelain", "Bone China"),
        ("Wide Handle", "Fitted Lid", "Glazed Inside"),
        ("Coffee", "Herbal Tea", "Cocoa"),
        "Capacity",
        ("300 ml", "380 ml", "450 ml"),
        (
            ("Dishwasher Safe", ("Yes", "Top Rack")),
            ("Microwave Safe", ("Yes", "Short Heating")),
            ("Glaze", ("Reactive", "Clear", "Speckled")),
        ),
        420,
        (14, 12, 12),
    ),
    Kind(
        "Garden Gloves",
        "Home > Garden > Gloves",
        "家居 > 园艺 > 手套",
        "008012001",
        ("Goatskin", "Latex Coated Cotton", "Breathable Mesh"),
        ("Reinforced Fingertips", "Elastic Cuff", "Touchscreen Thumb"),
        ("Weeding", "Pruning", "Potting"),
        "Size",
        ("S", "M", "L", "XL"),
        (
            ("Cuff Length", ("8 cm", "24 cm")),
            ("Coating", ("Latex", "Nitrile")),
            ("Grip", ("Dotted Palm", "Smooth Palm")),
        ),
        120,
        (26, 13, 3),
    ),
)

OPENINGS = (
    "Made of {material} that keeps its shape after long use.",
    "Made of {material}, drawn and tested by our own workshop.",
    "The {material} is easy to clean and pleasant to hold.",
)
MIDDLES = (
    "The {feature} makes it handy for {use}.",
    "It measures {length} x {width} x {height} cm and weighs about {grams} g.",
    "Every seam and joint is checked by hand before it leaves the workshop.",
    "The surface is {finish} and shows few fingerprints.",
    "People who bought it for {use} tell us that it fits in any cupboard.",
    "Spare parts can be ordered for two years after the purchase.",
    "The dye is fast, so the shade stays the same after many rounds of cleaning.",
)
CLOSINGS = (
    "Please allow 1 to 2 cm of difference because each piece is measured by hand.",
    "Colours may look slightly different on screens.",
    "One piece is packed in one box together with a leaflet.",
)
BULLETS = (
    "{feature} for {use}",
    "{material} that is easy to care for",
    "Measures {length} x {width} x {height} cm",
    "Packed one by one in a {packaging}",
    "Checked by hand before dispatch",
)
ACCENTED = (
    "The café au lait shade was inspired by the façades of a small Portuguese town.",
    "Its jacquard weave comes from an atelier in Besançon, dyed à la main.",
    "Die Größe entspricht der üblichen Maßtabelle; the fit is true to size.",
)
TYPOGRAPHIC = (
    "Operating range: −10 °C to 45 °C – tolerance ±2 %.",
    "Tested for 5 000 cycles ≈ three years of “everyday” use…",
)
EMOJI = ("Easy to love 🌿 and easy to keep clean 🧼.", "Packed with care 📦 in our workshop 🙂.")
