"""Persian words whose parts stand apart: می رود, کتاب ها, بزرگ تر, خانه ای, خانه ی.

Only what follows می from a closed list, and a few endings: without a dictionary nobody can tell «می ناب» from
«می رود» otherwise. All but the last are hints, and none is mended unless asked for.
"""

from __future__ import annotations

import re

from warraq.lang.lint.arabic_script import DIGIT, LATIN, LETTER, MARK, WORD, ZWNJ
from warraq.lang.lint.finding import Edit, Fault, Faults, Passage
from warraq.lang.lint.verbs import VERB_FORM


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# ه after alef is spoken: راه, ماه, دانشگاه.
_LETTER_BUT_ALEF = LETTER.replace("\u0620-\u063f", "\u0620-\u0626\u0628-\u063f")
_START, _END = f"(?<![{WORD}])", f"(?![{WORD}])"
_VERB = re.compile(f"{_START}ن?می(?P<gap>[ \u00a0]{{1,2}})(?:{VERB_FORM.pattern}){_END}")
_PLURAL = re.compile(
    f"(?:{_START}(?P<word>[{WORD}]*[{LETTER}{MARK}])|(?<=[{LATIN}{DIGIT}»]))(?P<gap> )"
    f"ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان)?{_END}"
    # The interjection «ها!», and the letter ه by its name: «های غیرملفوظ».
    "(?![ ]?!|[ ](?:غیر|هوز|گرد|دوچشم|ملفوظ|بیان|و[ ]هوی))"
)
_COMPARATIVE = re.compile(
    f"{_START}(?P<word>[{WORD}]*[{LETTER}{MARK}])(?P<gap> )تر(?P<most>ین)?(?:ی|ها|هایی|های)?{_END}"
    f"(?P<next>[ ][{WORD}]+)?"
)
_INDEFINITE = re.compile(
    f"{_START}(?P<word>[{WORD}]*[{_LETTER_BUT_ALEF}]ه)(?P<gap> )ای{_END}(?P<next>[ ][{WORD}]+)?"
)
_POSSESSED = re.compile(f"{_START}(?P<word>[{WORD}]*[{LETTER}][{_LETTER_BUT_ALEF}]ه)(?P<gap> )[یي]{_END}")

_NOT_PLURAL = _words("""
    از به جمع بله ها های و یا پسوند پسوندهای نشانهٔ گفتم گفت
""")
# What is wet: «چشم تر» is no comparison.
_NOT_COMPARED = _words("""
    و خشک چشم چشمی چشمان چشمانی دیده مژه لب لبی گلو گلوی دامن هیزم گل گِل کاه میوهٔ علف هوای
    شب با از هر دماغ کاغذ خاک شعر شعرهای غزل سخن نکته نکتهٔ رخ گونه مو موی جامه پیراهن دست
    زمین ابر نان نی رطب سبزی گیاه چوب خون باغ باد حرف را نیز خود پا سبیل صورت صورتش لباس آجر دستمال انجیر ماهی
    عود مژگان آستین گیسو گیسوی اشک چاپ
""")
_ATTRIBUTED = ("هٔ", "های", "هایی", "هاش")
"""Endings of words that something is said of: a comparative has none of them."""
_WET = _words("""
    کردن کند کنند شدن نکرد نکردند
""")
# Before the «ای» that calls somebody, and after it.
_NOT_INDEFINITE = _words("""
    به که چه نه گه ره مه هله آنکه زانکه چونکه چنانکه همه ده سه الهه بده بنه
""")
# Words whose ه is spoken, and takes no هٔ; those in اه are left out by the pattern.
_SPOKEN_HEH = _words("""
    کوه گروه ستوه انبوه شکوه باشکوه اندوه فقیه شبیه تشبیه توجیه تنبیه نزیه سفیه وجیه موجه متوجه فربه ده مه گنه گره زره
    فرمانده سازمانده بازده توجه تفقه فقه شبه وجه
""")
_CALLED = _words("""
    دوست دل یار جان خدا ساقی عزیز صبا باد نسیم پسر دختر برادر خواجه شاه کاش وای داد
""")


def faults_of_joints(passage: Passage) -> Faults:
    """Parts of words that stand apart; nothing in poems, whose می is wine and whose ای calls."""
    if passage.language != "fa":
        return
    text = passage.text
    for match in _VERB.finditer(text):
        yield from _joined("S731", match, passage)
    for match in _PLURAL.finditer(text):
        if match["word"] not in _NOT_PLURAL:
            yield from _joined("S732", match, passage)
    for match in _COMPARATIVE.finditer(text):
        is_wet = (
            match["word"] in _NOT_COMPARED
            or match["word"].endswith(_ATTRIBUTED)
            or (match["next"] or "").strip() in _WET
        )
        if match["most"] or not is_wet:
            yield from _joined("S733", match, passage)
    for match in _INDEFINITE.finditer(text):
        if (
            match["word"] not in _NOT_INDEFINITE | _SPOKEN_HEH
            and (match["next"] or "").strip() not in _CALLED
        ):
            yield from _joined("S734", match, passage)
    for match in _POSSESSED.finditer(text):
        if match["word"] not in _SPOKEN_HEH and not passage.is_verse(match.start()):
            edit = Edit(match.start("gap"), match.end(), "ٔ")
            yield Fault("S720", match.start("word"), match.end(), (edit,))


def _joined(rule: str, match: re.Match[str], passage: Passage) -> Faults:
    if not passage.is_verse(match.start()):
        end = match.start("next") if "next" in match.groupdict() and match["next"] else match.end()
        yield Fault(rule, match.start(), end, (Edit(*match.span("gap"), ZWNJ),))
