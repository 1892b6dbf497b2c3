"""Currencies: which codes there are, and how many digits an amount may have after the point.

Shared by the rules on prices. Facts: ISO 4217, list one, as published on 2026-01-01 by its
maintenance agency (SIX), read 2026-11-21. Codes without a minor unit (metals, units of account,
test codes) are no money to ask for, and left out. This module knows no rule.
"""

_TWO = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
"""
_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE = "BHD IQD JOD KWD LYD OMR TND"
_FOUR = "CLF UYW"

DECIMALS: dict[str, int] = {
    code: digits
    for digits, codes in ((2, _TWO), (0, _NONE), (3, _THREE), (4, _FOUR))
    for code in codes.split()
}
"""Code of a currency → the digits that its amounts have after the point."""

WRITTEN: dict[str, str] = {
    "RMB": "CNY", "CNH": "CNY", "元": "CNY", "人民币": "CNY", "US$": "USD", "美元": "USD",
    "€": "EUR", "EURO": "EUR", "欧元": "EUR", "£": "GBP", "UKP": "GBP", "STG": "GBP",
    "JP¥": "JPY", "日元": "JPY", "HK$": "HKD", "港币": "HKD", "NTD": "TWD", "NT$": "TWD",
    "₹": "INR", "RP": "IDR", "RM": "MYR", "S$": "SGD", "R$": "BRL", "A$": "AUD",
    "C$": "CAD", "₽": "RUB", "RUR": "RUB", "₩": "KRW", "₫": "VND", "฿": "THB", "₱": "PHP",
}  # fmt: skip
"""What people write instead, in capital letters, and the code that is meant.

Signs of several currencies, such as $ and ¥, are left out.
"""


def meant(written: str) -> str | None:
    """The code that *written* stands for, as people write it; None where none is known."""
    folded = written.strip().upper()
    return folded if folded in DECIMALS else WRITTEN.get(folded)
