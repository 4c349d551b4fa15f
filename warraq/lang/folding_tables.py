"""What folding changes, as tables: the functions of `folding` and the script for browsers are both made from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ZWNJ: Final = "\u200c"
"""Stands inside a word where its parts meet."""

APOSTROPHE: Final = "’"
"""Stands inside a word for an apostrophe of any form; it is no letter, but parts `l’Orient` and `Saadi’s`."""

JOINTS: Final[Mapping[str, str]] = {
    "\u200c": ZWNJ, "\u200b": ZWNJ, "¬": ZWNJ,
    "'": APOSTROPHE, "’": APOSTROPHE, "‘": APOSTROPHE, "‛": APOSTROPHE, "ʼ": APOSTROPHE,
}  # fmt: skip
"""Signs inside words that leave nothing behind, but show where a word has parts.

U+200B and ¬ are what older programs wrote in place of ZWNJ.
"""

LETTERS: Final[Mapping[str, str]] = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ے": "ی", "ۓ": "ی", "ۍ": "ی",
    "ك": "ک", "ڪ": "ک",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه",
    "ς": "σ", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d",
}  # fmt: skip
"""What a letter becomes, after compatibility decomposition and lower case."""

DROPPED: Final = (
    "ـʿʾʻʹ`´′\u00ad\u061c\u180e\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Signs that leave nothing behind: tatweel, ʿayn and hamza of transliterations, primes, controls."""

MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufe70-\ufe72\ufe74\ufe76-\ufe7f"
)
"""Marks over and under letters that leave nothing behind, as ranges for the brackets of a pattern.

Named one by one, because in other scripts (Devanagari, Thai) the marks are the vowels of a word. ۝ ۞ ۩ are not
among them: they stand between words.
"""

DIGRAPHS: Final[Mapping[str, str]] = {
    "ḵ": "kh", "ḫ": "kh", "ġ": "gh", "ḡ": "gh", "š": "sh", "ş": "sh", "č": "ch", "ç": "ch",
    "ž": "zh", "ṯ": "th", "ḏ": "dh",
}  # fmt: skip
"""Letters of one romanisation for which others write two: words with them are also found so (*Šāhnāma*)."""

PERSIAN_ENDINGS: Final = (
    "ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "تر", "ترین",
)  # fmt: skip
"""Endings of plural and comparison that words are also found without."""

PLURAL_WORDS: Final = ("ها", "های", "هایی")
"""Endings that no word is, so that they need not be found where a query has them apart."""

ARTICLES: Final = ("ال", "al", "el", "ul", "l")
"""The Arabic article where it stands apart, as after a hyphen taken for a space."""

SUN_LETTERS: Final = ("d", "dh", "n", "r", "s", "sh", "t", "th", "z")
"""Letters to which the article of transliterations is assimilated: *ar-Razi*, *ash-Sharif*."""

WHOLE: Final = frozenset({
    # ال is part of the word.
    "الله", "الهی", "الهه", "الان", "البته", "التماس", "الماس", "الوان", "القاب", "الزام", "الحان", "الواح", "الیاس",
    "البرز", "الطاف", "الحاق", "الیاف", "الفاظ", "الکل", "الاغ", "الفت", "المان",
    # The first letters are no article with “and”, “in” or “for” before it.
    "والده", "والدین", "والدان", "والدتی", "والدته", "والدتها", "والدها", "والدهم", "والدنا", "والدیه", "والدیها",
    "والدیهم", "بالغین", "بالکن", "بالین", "بالشت", "فالنامه", "فالوده",
    # Without al-, another word would be left.
    "albert", "alberto", "alfred", "alfredo", "almighty", "almost", "alright", "already", "also", "although",
    "altogether", "always", "allocate", "allocated", "alliterate", "alchemist",
})  # fmt: skip
"""Folded words that look as if they began with the Arabic article, and do not."""

UNASSIGNED: Final = (
    "378-379 380-383 38b 38d 3a2 530 557-558 58b-58c 590 5c8-5cf 5eb-5ee 5f5-5ff 70e 74b-74c 7b2-7bf 7fb-7fc "
    "82e-82f 83f 85c-85d 85f 86b-86f 88f 892-897 984 98d-98e 991-992 9a9 9b1 9b3-9b5 9ba-9bb 9c5-9c6 9c9-9ca "
    "9cf-9d6 9d8-9db 9de 9e4-9e5 9ff-a00 a04 a0b-a0e a11-a12 a29 a31 a34 a37 a3a-a3b a3d a43-a46 a49-a4a "
    "a4e-a50 a52-a58 a5d a5f-a65 a77-a80 a84 a8e a92 aa9 ab1 ab4 aba-abb ac6 aca ace-acf ad1-adf ae4-ae5 "
    "af2-af8 b00 b04 b0d-b0e b11-b12 b29 b31 b34 b3a-b3b b45-b46 b49-b4a b4e-b54 b58-b5b b5e b64-b65 b78-b81 "
    "b84 b8b-b8d b91 b96-b98 b9b b9d ba0-ba2 ba5-ba7 bab-bad bba-bbd bc3-bc5 bc9 bce-bcf bd1-bd6 bd8-be5 "
    "bfb-bff c0d c11 c29 c3a-c3b c45 c49 c4e-c54 c57 c5b-c5c c5e-c5f c64-c65 c70-c76 c8d c91 ca9 cb4 cba-cbb "
    "cc5 cc9 cce-cd4 cd7-cdc cdf ce4-ce5 cf0 cf3-cff d0d d11 d45 d49 d50-d53 d64-d65 d80 d84 d97-d99 db2 dbc "
    "dbe-dbf dc7-dc9 dcb-dce dd5 dd7 de0-de5 df0-df1 df5-e00 e3b-e3e e5c-e80 e83 e85 e8b ea4 ea6 ebe-ebf ec5 "
    "ec7 ece-ecf eda-edb ee0-eff f48 f6d-f70 f98 fbd fcd fdb-fff 10c6 10c8-10cc 10ce-10cf 1249 124e-124f "
    "1257 1259 125e-125f 1289 128e-128f 12b1 12b6-12b7 12bf 12c1 12c6-12c7 12d7 1311 1316-1317 135b-135c "
    "137d-137f 139a-139f 13f6-13f7 13fe-13ff 169d-169f 16f9-16ff 1716-171e 1737-173f 1754-175f 176d 1771 "
    "1774-177f 17de-17df 17ea-17ef 17fa-17ff 181a-181f 1879-187f 18ab-18af 18f6-18ff 191f 192c-192f "
    "193c-193f 1941-1943 196e-196f 1975-197f 19ac-19af 19ca-19cf 19db-19dd 1a1c-1a1d 1a5f 1a7d-1a7e "
    "1a8a-1a8f 1a9a-1a9f 1aae-1aaf 1acf-1aff 1b4d-1b4f 1b7f 1bf4-1bfb 1c38-1c3a 1c4a-1c4c 1c89-1c8f "
    "1cbb-1cbc 1cc8-1ccf 1cfb-1cff 1f16-1f17 1f1e-1f1f 1f46-1f47 1f4e-1f4f 1f58 1f5a 1f5c 1f5e 1f7e-1f7f "
    "1fb5 1fc5 1fd4-1fd5 1fdc 1ff0-1ff1 1ff5 1fff 2065 2072-2073 208f 209d-209f 20c1-20cf 20f1-20ff "
    "218c-218f 2427-243f 244b-245f 2b74-2b75 2b96 2cf4-2cf8 2d26 2d28-2d2c 2d2e-2d2f 2d68-2d6e 2d71-2d7e "
    "2d97-2d9f 2da7 2daf 2db7 2dbf 2dc7 2dcf 2dd7 2ddf 2e5e-2e7f 2e9a 2ef4-2eff 2fd6-2fef 2ffc-2fff 3040 "
    "3097-3098 3100-3104 3130 318f 31e4-31ef 321f a48d-a48f a4c7-a4cf a62c-a63f a6f8-a6ff a7cb-a7cf a7d2 "
    "a7d4 a7da-a7f1 a82d-a82f a83a-a83f a878-a87f a8c6-a8cd a8da-a8df a954-a95e a97d-a97f a9ce a9da-a9dd "
    "a9ff aa37-aa3f aa4e-aa4f aa5a-aa5b aac3-aada aaf7-ab00 ab07-ab08 ab0f-ab10 ab17-ab1f ab27 ab2f "
    "ab6c-ab6f abee-abef abfa-abff d7a4-d7af d7c7-d7ca d7fc-d7ff fa6e-fa6f fada-faff fb07-fb12 fb18-fb1c "
    "fb37 fb3d fb3f fb42 fb45 fbc3-fbd2 fd90-fd91 fdc8-fdce fdd0-fdef fe1a-fe1f fe53 fe67 fe6c-fe6f fe75 "
    "fefd-fefe ff00 ffbf-ffc1 ffc8-ffc9 ffd0-ffd1 ffd8-ffd9 ffdd-ffdf ffe7 ffef-fff8 fffe-ffff"
)
"""Code points below U+10000 that Unicode 14 had not given to a character, as hexadecimal ranges.

They are left as they are. Else a character that is new to one of two programs would be folded by the other
alone: Python and browsers bring their own tables of Unicode, of different years.
"""

LEFT_WHOLE: Final = (
    f"{UNASSIGNED} ac00-d7a3 10000-1d3ff 1d800-1edff 1ef00-1efff 1fc00-2f7ff 2fa20-dffff e1000-10ffff"
)
"""What is part of words as it is, whatever a program knows of it, as hexadecimal ranges.

Beside the unassigned: Korean syllables, which decomposition would take apart into letters, and all beyond U+FFFF
but mathematical letters, pictures, and compatibility ideographs.
"""

PICTURES: Final = "1f000-1fbff"
"""Emoji and other pictures, assigned and to come: they part words."""
