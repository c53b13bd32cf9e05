"""Chinese names: the surname comes first, and a title behind it."""

from collections.abc import Sequence


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Surnames that are mostly other words, such as the east, are left out.
DOUBLE_SURNAMES = frozenset(
    _listed(
        """欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 司空 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐
        长孙 長孫 宇文 端木 独孤 獨孤 南宫 南宮 轩辕 軒轅 呼延 钟离 鍾離 闻人 聞人 澹台 澹臺 申屠
        濮阳 濮陽 赫连 赫連 拓跋 完颜 完顏"""
    )
)
TITLES_BEHIND = _listed(
    "女士 先生 小姐 太太 夫人 老师 老師 博士 教授 医生 醫生 主任 经理 經理 同学 同學"
)
"""What people are called by, behind the surname."""


def surname_and_given(
    stretches: Sequence[Sequence[str]], signs: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The signs of the surname and of the given name; without a blank most surnames are one sign.

    `stretches` are those between blanks, and `signs` all of them.
    """
    if len(stretches) == 2:
        return tuple(stretches[0]), tuple(stretches[1])
    length = 2 if "".join(signs[:2]) in DOUBLE_SURNAMES and len(signs) > 2 else 1
    return signs[:length], signs[length:]
