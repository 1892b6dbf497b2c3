"""Statements of what goods fit, in Japanese and Korean: “…プリンター用”, “… 15용 케이스”.

The word that tells it stands after the name, and between them only a model or what the brand
makes. メンズ用 and 여성용, for men and for women, tell of no brand.
"""

from __future__ import annotations

import re

from listlint.lazily import Lazily

# What goods support is no model that they fit: Bluetooth対応.
_FEATURES = (
    r"(?:bluetooth|usb|wi-?fi|nfc|hdmi|type-?c|magsafe|qi|lte|[45]g|[48]k|mp3|pc|ip[0-9x]+)"
    r"(?![0-9A-Za-z])"
)
_MODEL = rf"(?:[ 　-]*(?!{_FEATURES})[0-9A-Za-z][0-9A-Za-z./+]*+){{0,4}}?"
_JA_GOODS = (
    r"(?:プリンター?|掃除機|クリーナー|カメラ|一眼レフ|レンズ|時計|腕時計|ウォッチ|スマホ|携帯|スマートフォン|タブレット"
    r"|スイッチ|ゲーム機|コントローラー?|マシン|コーヒーメーカー|バッテリー|電動工具|工具|充電池|本体|機種|シリーズ|純正|製"
    r"|シェーバー|電動歯ブラシ|歯ブラシ|空気清浄機|加湿器|浄水器|炊飯器|ミシン|ロボット掃除機|イヤホン|ヘッドホン|パソコン|ノートパソコン|車|バイク|バッグ|財布|水筒|ボトル|ブロック|人形"
    r"|カプセル|ドローン|アイホン|ギャラクシー)"
)
_JA = Lazily(
    rf"{_MODEL}[ 　]?(?:の|各種)?{_JA_GOODS}{{0,2}}{_MODEL}[ 　]?(?:に|と)?"
    r"(?:互換|対応|専用|適合|向け|用(?![途品具紙量心意件])|交換用|取り?替え)",
    re.IGNORECASE,
)
_JA_OTHERS = (
    "男|女|子供|大人|紳士|婦人|業務|家庭|介護|来客|通勤|通学|旅行|登山|日常|メンズ|レディース|キッズ|ベビー|ジュニア"
    "|ユニセックス|スポーツ|ランニング|アウトドア|キャンプ|トレーニング|プレゼント|ギフト|ビジネス|ペット|パーティー?"
)
"""For whom goods are, and for what occasion."""
_JA_ANY = Lazily(
    rf"{_MODEL}[ 　]?(?!{_JA_OTHERS})(?:[ァ-ヺー]{{2,12}}[ 　]?|[一-龥]{{2,5}}[ 　])"
    r"(?:専用|用(?![途品具紙量心意件]))"
)
_KO_GOODS = (
    r"(?:프린터|청소기|무선청소기|카메라|렌즈|시계|워치|휴대폰|핸드폰|스마트폰|폰|태블릿|머신|커피머신|배터리|공구|면도기"
    r"|칫솔|전동칫솔|공기청정기|로봇청소기|정수기|가습기|밥솥|믹서기|자전거|갤럭시탭|이어폰|헤드폰|노트북|자동차|차량|오토바이|가방|게임기|컨트롤러|시리즈|기종|전기종|텀블러|캡슐|드론|블록|인형)"
)
_KO = Lazily(
    rf"{_MODEL}\s?{_KO_GOODS}{{0,2}}{_MODEL}\s?(?:과|와)?\s?(?:호환|전용|대응|용(?![량도품기의])|교체용)",
    re.IGNORECASE,
)


_TELLS = Lazily("[用換応適向替]|호환|전용|대응|용")
_FAR = 40


def is_fitted(text: str, end: int, *, accessories: bool) -> bool:
    """Whether what follows a name that ends at *end* tells that the goods fit it.

    Of one that others make *accessories* for, any goods may be named between.
    """
    if not _TELLS.search(text, end, end + _FAR):
        return False
    if accessories and _JA_ANY.match(text, end, end + _FAR):
        return True
    return bool(_JA.match(text, end, end + _FAR) or _KO.match(text, end, end + _FAR))
