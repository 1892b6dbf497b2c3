"""Statements of what goods fit, in Chinese, Japanese, Korean and Thai: “适用于…”, “…专用”.

The same words tell other things, too: 适用人群 for whom the goods are, 男女通用 that both may wear
them. A brand that stands before “适用华为手机” is not what the goods fit.
"""

from __future__ import annotations

import re

from listlint.lazily import Lazily

# What stands between a word such as 适用 and the name: “适用机型：新款 2024款 ”.
_BETWEEN = (
    r"(?:\s*(?:机型|型号|品牌|车型|车系|设备|系列|产品|新款|老款|全新|老|新|各种|多种|多款|所有|全系|部分"
    r"|市面|进口|国产|原厂|原装|大众|各款|(?:20)?[0-9]{2}-?(?:[0-9]{2})?款|[0-9]{2,4}-[0-9]{2,4}))*"
    r"\s*(?:为|是|有|如|的)?\s*[:：(（【\[\s]*$"
)
_FIT = Lazily(
    r"(?:适用[于於]?|適用[于於]?|兼容[于於]?|相容[于於]?|适配[于於]?|適配|專用於|专用于|可用于|可用於|用于|匹配[于於]?"
    rf"|对应|對應|替代|代替|替换|代换|สำหรับ|ใช้กับ){_BETWEEN}"
)
# Of several names in a row the last has the word after it: 苹果华为小米通用.
_NAMES = (
    r"(?:苹果|华为|小米|三星|荣耀|红米|安卓|宝马|奔驰|奥迪|大众|丰田|本田|日产|特斯拉|佳能|尼康|索尼|惠普|戴尔"
    r"|任天堂|卡西欧|[和与及/、])"
)
# These are said of much else: the name, or others of a row, follows at once.
_MAY_FIT = Lazily(
    rf"(?:(?<![男女])通用(?:手机|电脑|{_NAMES})*"
    r"|(?<!全力)支持|配合|搭配|适合|適合|配套|连接|针对|专为|供|能装|可装|放|配|专车(?:专用|定制|订制|定做)|(?:不[含带送]|非)(?:原装)?)\s?$"
)
_MADE_FOR = Lazily(r"[为為供与與和跟]\s?$")
_MADE_AFTER = Lazily(
    r"[^\s,.;，。；]{0,16}?(?:设计|設計|定制|打造|配套|开发|使用|兼容|适配|匹配|通用|相容)"
)
_GOODS = (
    r"(?:手机|手機|平板|电脑|笔记本|笔电|相机|单反|微单|镜头|打印机|手表|手环|耳机|汽车|车型|车系|轿车|摩托车|电动车"
    r"|吸尘器|吹风机|卷发棒|扫地机器人|扫地机|洗地机|剃须刀|电动牙刷|牙刷|空调|净水器|净化器|加湿器|无人机|音箱"
    r"|游戏机|手柄|咖啡机|投影仪|路由器|机型|系列|全系|主机|电钻|打火机|豆浆机|破壁机|榨汁机|电视|冰箱|洗衣机"
    r"|积木|包包|胶囊|键盘|鼠标|电池)"
)
_MODEL = r"(?:[ -]*[0-9A-Za-z][0-9A-Za-z./+]*){0,4}?"
_ONLY = Lazily(rf"{_MODEL}{_GOODS}{{0,2}}(?:专用|專用|専用|専用|전용)")
_ONLY_APART = Lazily(
    rf"{_MODEL}{_GOODS}{{0,2}}\s+(?:专用|專用|専用|전용)(?!\s?(?:礼|防尘|包装|袋|盒|手提袋))"
)
_OTHERS = (
    r"(?![于於]|人群|年龄|场[景合]|季节|肤质|对象|性别|范围|身高|体重|老人|学生|儿童|[各多所男女])"
)
_FITS = Lazily(
    rf"{_MODEL}{_NAMES}{{0,6}}{_GOODS}{{0,2}}\s?(?:适用|適用|可用|能用|适配|通用|兼容|相容|对应|対応|호환)(?:的|款|型)?{_OTHERS}"
)
_LISTED_FITS = Lazily(
    rf"(?:[\s、/,，]+(?!{_GOODS}|男女|老少|全)[\u4e00-\u9fffA-Za-z]{{2,6}}){{1,3}}?"
    r"\s?(?:通用|适配|可用|兼容|适用)(?=$|[\s,，])"
)
_FITS_END = Lazily(
    rf"{_MODEL}{_GOODS}{{0,2}}(?:适用|適用|可用|能用|适配|兼容|相容|対応|호환)(?:$|[\s,，。;；!！)）\]】/|])"
)
_COMPATIBLE = Lazily(rf"{_MODEL}{_GOODS}{{0,2}}(?:兼容|相容|対応|호환)(?![各多所])")
_USED = Lazily(rf"{_MODEL}{_NAMES}{{0,6}}{_GOODS}?用(?![料心户途品力法来于於])")
# A part named by what it belongs to, as compounds are: 戴森吸尘器V10滤网, ダイソン 掃除機 スタンド.
_COMPOUND_GOODS = (
    rf"(?:{_GOODS}|油烟机|空调|遥控|电饭煲|饮水机|热水器|空气净化器|冲牙器|洗碗机|燃气灶|微波炉|烤箱|电风扇|风扇"
    r"|自行车|滑板车|摩托|婴儿车|推车|安全座椅|吉他|钢琴|电子琴|鱼竿|球拍|缝纫机|电动工具|充电钻|角磨机|电锯"
    r"|switch|xbox|ps[45]|iphone|ipad|airpods|macbook|kindle|galaxy|公仔|盲盒|手办|娃娃|模型|卡牌"
    r"|小车|掃除機|コーヒーメーカー|カプセル|カメラ|一眼|プリンター?|イヤホン"
    r"|ドライヤー|シェーバー|スイッチ|ミシン|炊飯器|空気清浄機|ベビーカー|ブロック|청소기|무선청소기|공기청정기|프린터|카메라"
    r"|캡슐|면도기|칫솔|드라이기|스위치|밥솥|유모차|이어폰|블록)"
)
_COMPOUND_MODEL = (
    r"(?:(?:[ -]?(?:pro|air|mini|plus|에어|프로|미니|버즈|워치|エア|プロ|ミニ|ウォッチ))?"
    r"[ -]*(?![0-9.]+ ?(?:cm|mm|ml|g|kg|l|w|v|pcs|oz|片|支|个|枚|個|개)\b)"
    r"(?=[0-9A-Za-z.+-]*[0-9])[0-9A-Za-z][0-9A-Za-z.+-]*(?:[ -]?(?:pro|max|plus|ultra|mini|air|fe"
    r"|se|lite|プロ|ウルトラ|프로|울트라|맥스|플러스|에어|系|代|款)){0,2})"
)
_COMPOUND_PARTS = (
    r"(?:头(?![层戴部带])|保护(?:壳|套|膜|袋)|手机(?:壳|套|膜)|钢化膜|贴膜|屏幕膜|皮套|软壳|硅胶套|支架|底座|挂架|壁挂|置物架|收纳"
    r"|展示(?:盒|架|柜)|滤网|滤芯|滤袋|尘袋|集尘袋|表带|表链|钥匙[套包壳]|脚垫|坐垫|座套|雨刮|雨刷|后备箱垫|尾箱垫"
    r"|刷头|刀头|刀网|边刷|主刷|滚刷|抹布|拖布|遥控器|防尘|罩|卡带|卡盒|背带|肩带|手腕带|镜头盖|遮光罩|电池盖"
    r"|充电[器座线盒头]|数据线|配件|硒鼓|墨盒|碳粉|墨水|废墨|打印头|耳套|耳塞套|海绵套|耳帽|替换|风嘴|喷头|吸头|水箱"
    r"|油盒|油杯|油网|门把手|拉手|螺旋桨|桨叶|贴纸|贴膜|痛贴|键帽|脚架|维修|密封圈|胶圈|灯光|灯饰|展示"
    r"|スタンド|壁掛け|フィルター|フィルム|ケース|カバー|ホルダー|収納|ブラシ|替刃|替え|交換|ストラップ|バンド|ノズル|充電"
    r"|アダプター|ステッカー|シール|패킹|거치대|필터|필름|강화유리|보호|케이스|커버|홀더|보관|정리|스트랩|브러쉬|브러시|교체|먼지봉투"
    r"|물걸레|헤드|날망|충전기|스티커)(?!付|付き|つき|セット付|附|포함|세트포함)"
)
_COMPOUND = Lazily(
    rf"(?:{_COMPOUND_GOODS}{_COMPOUND_MODEL}?|{_COMPOUND_MODEL}{_COMPOUND_GOODS}{{0,2}}"
    rf"|[ ]{_COMPOUND_GOODS}{_COMPOUND_MODEL}?)[ 　]?{_COMPOUND_PARTS}",
    re.IGNORECASE,
)
# The goods may be part of the name itself: 苹果手表表带.
_ENDS_IN_GOODS = Lazily(rf"{_COMPOUND_GOODS}$", re.IGNORECASE)
_PART_AT_ONCE = Lazily(rf"[ ]?{_COMPOUND_PARTS}", re.IGNORECASE)
_OF_CAR = Lazily(
    r"[\u4e00-\u9fffA-Za-z0-9 -]{0,10}?"
    r"(?:专用)?(?:脚垫|坐垫|座套|雨刮|雨刷|后备箱垫|尾箱垫|钥匙[套包壳]|遮阳|晴雨挡|车衣|车罩|挡泥板|刹车片"
    r"|空调滤芯|机油滤芯|方向盘套|挡风被|扶手箱|储物盒|中控|门槛条|踏板|贴膜|大灯|轮毂盖|车标贴)"
)
# Goods that are parts first of all are named before what they fit: 手机壳 苹果15 Pro.
_PART_BEFORE = Lazily(
    r"(?:^|[\s,，】\]])[^\s,，]{0,4}(?:手机[壳套膜]|保护[壳套膜]|钢化膜|贴膜|表带|滤网|滤芯|硒鼓|墨盒|脚垫|钥匙套"
    r"|フィルム|ケース|カバー|케이스|필름|커버|스트랩)[\s,，]+$"
)
_OF_MODEL = Lazily(
    rf"{_COMPOUND_MODEL}[ ]?[\u4e00-\u9fff]{{0,3}}"
    r"(?:(?<![手外])套|[贴膜架座垫壳罩盖绳夹])(?=$|[\s,，/])",
    re.IGNORECASE,
)
_HAS_MODEL = Lazily(
    rf"(?:[ ]?{_COMPOUND_GOODS})?{_COMPOUND_MODEL}|[ ]?{_GOODS}(?:$|[\s,，])", re.IGNORECASE
)
_CLAIMED = Lazily(r"(?:原装|正品|原厂|官方|正版|专柜|同款|高仿|純正|正規|정품)")

_PARTS = Lazily(
    rf"{_MODEL}(?:{_GOODS}{{0,2}}(?:替换|代用|副厂|配件|屏幕维修|维修|收纳|支架|挂架|置物架|壁挂)"
    r"|[一-鿿]{0,6}?(?:改装|车贴))"
)
_APART = Lazily(rf"{_MODEL}{_GOODS}{{0,2}}\s(?:适用|可用|适配|通用|兼容)(?=[^\s])")


# The traditional characters of words here, for both are written.
_SIMPLE = str.maketrans(
    "適於專裝對應換針連機電腦筆記錶環車濾網殼盒貼維修補為與備縫紐膠囊鏡頭蓋質隨設計開發製廠雙層發頁輪個樣號標題",
    "适于专装对应换针连机电脑笔记表环车滤网壳盒贴维修补为与备缝纽胶囊镜头盖质随设计开发制厂双层发页轮个样号标题",
)


def is_compound(text: str, start: int, end: int, *, cars: bool) -> bool:
    """Whether goods are called a part of what ``text[start:end]`` names, as compounds tell it.

    The name alone before a part may be that of the maker; what it makes, or a model, stands
    between. Of *cars* any series may. Who claims the goods to be the brand's own is not heard.
    """
    if _CLAIMED.search(text):
        return False
    if _ENDS_IN_GOODS.search(text, start, end) and _PART_AT_ONCE.match(text, end):
        return True
    if _COMPOUND.match(text, end, end + 40) or (cars and _OF_CAR.match(text, end, end + 40)):
        return True
    if _OF_MODEL.match(text, end, end + 30):
        return True
    if not _HAS_MODEL.match(text, end, end + 30):
        return False
    return bool(_PART_BEFORE.search(text, max(0, start - 16), start))


def fits_before(text: str, start: int) -> bool:
    """Whether the words before *start* tell that the goods fit what follows."""
    near = text[max(0, start - 40) : start].translate(_SIMPLE)
    return bool(_FIT.search(near) or _MAY_FIT.search(near))


def fits_after(text: str, start: int, end: int, *, accessories: bool) -> bool:
    """Whether the words after the name at ``text[start:end]`` tell that the goods fit it.

    *accessories* tells that others make parts for the brand's goods.
    """
    far = end + 60
    text = text.translate(_SIMPLE)
    if _ONLY.match(text, end, far) or _FITS_END.match(text, end, far):
        return True
    if _COMPATIBLE.match(text, end, far):
        return True
    if _MADE_FOR.search(text, max(0, start - 2), start) and _MADE_AFTER.match(text, end, far):
        return True
    if _ONLY_APART.match(text, end, far):
        return True
    if not accessories:
        return False
    if _LISTED_FITS.match(text, end, far):
        return True
    if _USED.match(text, end, far):
        return True
    if _PARTS.match(text, end, far):
        return True
    return bool(_FITS.match(text, end, far)) and not _APART.match(text, end, far)
