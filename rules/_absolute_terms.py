"""Absolute terms of Chinese advertising, and what stands around them where they claim nothing.

Two lists and a table for `text/absolute-claim`. The terms come from the statute and from lists that
sellers keep; the surroundings were gathered from titles and descriptions on sale. Nothing here
knows a listing or a platform.
"""

from __future__ import annotations

import re
from functools import cache

STATUTE = ("国家级", "最高级", "最佳")

_PRACTICE = """
    最好的 最好吃 最好喝 最好看 最好玩 最好用的 最优 最优秀 最优质 最高端 最高档 最高品质 最顶级
    最顶尖 最低价 最低价格 最便宜 最实惠 最优惠 最划算 最先进 最强 最具 最爱 最赚 最奢侈 最时尚
    最流行 最受欢迎 最舒适 最符合 最聚拢 最安全 最专业 最正宗 最权威 最完美 最大程度 最大品牌
    全国最大 国内最大 全球最大 世界最大 亚洲最大 行业最大 全网最 全网最大 中国最大 最新技术 最新科技
    最新科学 最新工艺 最新发明 史上最 史上最低 史上最低价 全网最低 全网最低价 全国最低
    全国最低价
    中国第一 全国第一 国内第一 世界第一 全球第一 亚洲第一 全网第一 行业第一 销量第一 销售第一
    排名第一 口碑第一 人气第一 类目第一 第一品牌 NO.1 NO1 TOP1 TOP_1 TOP.1 唯一 独一无二 一流
    仅此一次 仅此一款 首选 首屈一指 独家 绝无仅有 全国首发 全球首发 全网首发 全国首家 全网首家
    全球首款 全国首款 国内首款 行业首款 业内首款 全球首创 国内首创
    世界级 宇宙级 顶级 顶尖 尖端科技 尖端技术 尖端工艺 极品 极致 极佳 绝佳 巅峰之作 经典之作
    销量冠军 销售冠军 领袖品牌 领导品牌 世界领先 全球领先 国际领先 全国领先 国内领先 行业领先
    遥遥领先 中国名牌 世界名牌 国际名牌
    绝对 100%有效 百分之百有效 100%正品 0风险 零风险 永不褪色 永不掉色 永不变形 永不生锈
    永不磨损 无与伦比 无可比拟 不可替代 不可复制 不可超越 史无前例 前无古人 空前绝后
    填补国内空白
    国家免检 质量免检 免检产品 国家领导人推荐 中国驰名 中国驰名商标 驰名商标 国务院特供
    人民大会堂特供 中南海特供 国宴特供 军队特供 部队特供 机关特供 军队专供 部队专供 机关专供
    专家推荐 抄底价 随时结束 随时涨价 马上降价
"""
PRACTICE = tuple(term.replace("_", " ") for term in _PRACTICE.split())
"""The most …, the first and only, of the highest rank, without like, the state, haste."""

_METHOD = (
    "的?(?:方法|办法|方式|做法|用法|时间|时候|时机|时期|时段|温度|位置|距离|角度|姿势|坐姿|睡姿|高度|长度"
    "|松紧|状态|尺码|尺寸|比例|解决)"
)
_CHOICE = "(?:挑选|选择|选出|选取|找出|找到|挑|调到|调至|调整到|调整至|不是|并非|不一定)[出了]?的?@"
_RANKED = "@[步次代批季届本部位个人章节期卷册辑]"

# Term → what stands right around it (@) where it claims nothing; patterns, of which one must match.
_FACTS: dict[str, tuple[str, ...]] = {
    "最佳": (
        "(?:达到|发挥出?|获得|取得|起到|为了?|以|保证|确保)[其了]?@的?(?:效果|性能|状态)",
        "@(?:的|使用|食用|饮用|服用|赏味|品尝|品饮|观赏|存放|储存|保存|贮存|冲泡|佩戴|拍摄|安装|适用|施用"
        f"|种植|播种)*(?:{_METHOD}|赏味|保质|期|日期|水温|湿度|浓度|用量|剂量|水位|适用|分辨率|听音)",
        "@(?:[^，。,. ]{0,8}奖|男?女?(?:主角|配角|演员|歌手)|导演|影片|电影|外语|动画|编剧|球员"
        "|射手|阵容|拍档|搭档|损友|辩手|实践|新人)",
    ),
    "国家级": (
        r"@[^\s，。,、]{0,4}(?:教材|规划|非物质|非遗|遗产|标准|自然保护|森林公园|地质公园|风景|景区|文物"
        "|工程|实验室|重点|示范|保护|检测|检验|质检|认证|高新|大师|传承人|裁判|运动员|教练|赛事|比赛|图书"
        "|精品课|奖|期刊|计量|良种|原种|审定)",
    ),
    "最高级": ("(?:比较级|形容词|副词)[^，。]{0,4}@", "@(?:别|长|会|法院|形式)"),
    "最强": ("@(?:大脑|王者|蜗牛|弃少|档|风|音量|光|模式|信号)",),
    "最优": ("@(?:化|解|控制|值|方案|路径|策略|估计|性|选|先)",),
    "最好的": ("@(?:自己|我们|我|你|时光|朋友|年纪|时代|安排|告别|遇见|未来|爱情)",),
    "最爱": ("@[你她他谁]",),
    "最符合": ("@(?:您|你|自己|实际|要求|条件)",),
    "独家": ("单@", "@(?:授权|代理|版权|发行|经销|总代|村|院|小院|住|记忆|使用|用户)"),
    "首选": ("@(?:项|择|词|语言|频道|地)",),
    "唯一": (
        "(?:不是|并非|非|统|专)@",
        "@(?:码|编|标|性|识别|序列|身份|ID|id|号|对应|地址|的?[你我爱]|一个(?:码|号|ID))",
    ),
    "独一无二": (
        "(?:每.{0,8}|[都皆均])[是会有]?@",
        "@的?(?:[你我他她]|自己|身份|名字|编号|序列|纹理)",
    ),
    "一流": ("[统单同万第划专双这]@", "@(?:[程量通线动派入出向转苏年星域]|水线)"),
    "顶级": ("[屋楼山房车盖头桌]@", "@(?:域名|赛事|联赛|期刊|父|目录|菜单|分类|导航)"),
    "顶尖": ("[笔塔屋山头伞帐刀]@", "@(?:高手|大学|名校|期刊|设计师|运动员|球员)"),
    "极品": ("[太北南电磁正负阳阴单双三积]@", "@(?:飞车|家丁|芝麻官)"),
    "极致": ("(?:[太北南积]|追求|到)@", "@(?:系列|版|款|兰花|[黑白蓝红灰金]色?)"),
    "极佳": ("太@",),
    "绝对": (
        "[拒隔断杜谢弃不]@",
        "@(?:值|零度|音感|湿度|温度|压力|误差|精度|定位|位置|坐标|编码|式|路径|伏特加|型|多数|领域|地址"
        "|不要|不能|不可|不得|禁止|避免|防护)",
    ),
    "世界级": (
        "@(?:赛事|大赛|比赛|[^，。 ]{0,2}遗产|非遗|地质|锦标|冠军|运动员|大师|名画|名著|景)",
    ),
    "不可替代": ("@(?:药|医|正餐|治疗|处方|主食|母乳|运动)",),
    "不可复制": ("@的?(?:卡|门禁|钥匙|防伪|芯片|码|标签)",),
    "无与伦比": ("@的?美丽",),
    "专家推荐": ("@(?:用量|剂量|摄入)",),
    "零风险": ("@投诉",),
    "史上最": ("@后",),
    **dict.fromkeys(
        ("NO.1", "NO1", "TOP1", "TOP 1", "TOP.1"),
        ("[A-Za-z0-9&] ?@", "@(?: ?[号#色款]|[-/–_~.:： ]?[A-Za-z0-9])"),
    ),
}


def claims_nothing(text: str, term: str, start: int, end: int) -> bool:
    """Whether *term* at ``text[start:end]`` states a fact, a use or a name by what stands around.

    So does what stands between 《 and 》: the title of a work.
    """
    left = text[max(0, start - _WIDEST) : start]
    return any(
        before.search(left) and after.match(text, end) for before, after in _around(term)
    ) or ("《" in text and text.rfind("《", 0, start) > text.rfind("》", 0, start))


_WIDEST = 12


@cache
def _around(term: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    facts = _FACTS.get(term, ())
    if term.startswith("最"):
        facts += (_CHOICE, f"@{_METHOD}")
    if term.endswith("第一"):
        facts += (_RANKED,)
    parted = [fact.partition("@") for fact in facts]
    return [(re.compile(f"(?:{before})$"), re.compile(after)) for before, _, after in parted]
