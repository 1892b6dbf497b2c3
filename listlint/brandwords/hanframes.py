"""Statements of what goods fit, in Chinese, Japanese, Korean and Thai: “适用于…”, “…专用”.

The same words tell other things, too: 适用人群 for whom the goods are, 男女通用 that both may wear
them. A brand that stands before “适用华为手机” is not what the goods fit.
"""

from __future__ import annotations

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
    r"|(?<!全力)支持|配合|搭配|适合|適合|配套|连接|针对|专为|供|能装|可装|放|配)\s?$"
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
_FITS_END = Lazily(
    rf"{_MODEL}{_GOODS}{{0,2}}(?:适用|適用|可用|能用|适配|兼容|相容|対応|호환)(?:$|[\s,，。;；!！)）\]】/|])"
)
_COMPATIBLE = Lazily(rf"{_MODEL}{_GOODS}{{0,2}}(?:兼容|相容|対応|호환)(?![各多所])")
_USED = Lazily(rf"{_MODEL}{_NAMES}{{0,6}}{_GOODS}?用(?![料心户途品力法来于於])")
_PARTS = Lazily(
    rf"{_MODEL}(?:{_GOODS}{{0,2}}(?:替换|代用|副厂|配件|屏幕维修|维修|收纳|支架|挂架|置物架|壁挂)"
    r"|[一-鿿]{0,6}?(?:改装|车贴))"
)
_APART = Lazily(rf"{_MODEL}{_GOODS}{{0,2}}\s(?:适用|可用|适配|通用|兼容)(?=[^\s])")


def fits_before(text: str, start: int) -> bool:
    """Whether the words before *start* tell that the goods fit what follows."""
    near = text[max(0, start - 40) : start]
    return bool(_FIT.search(near) or _MAY_FIT.search(near))


def fits_after(text: str, start: int, end: int, *, accessories: bool) -> bool:
    """Whether the words after the name at ``text[start:end]`` tell that the goods fit it.

    *accessories* tells that others make parts for the brand's goods.
    """
    far = end + 60
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
    if _USED.match(text, end, far):
        return True
    if _PARTS.match(text, end, far):
        return True
    return bool(_FITS.match(text, end, far)) and not _APART.match(text, end, far)
