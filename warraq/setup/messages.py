"""The words of the set-up, which come before any catalogue can be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

MESSAGES: Mapping[str, Mapping[str, str]] = {
    "start": {
        "en": "Setting up, this once, in {folder} (packages: {count})",
        "fa": "آماده‌سازی، فقط همین یک بار، در {folder} (شمار بسته‌ها: {count})",
        "ar": "التجهيز، هذه المرة فقط، في {folder} (عدد الحزم: {count})",
    },
    "ready": {
        "en": "Set up in {seconds} s.",
        "fa": "در {seconds} ثانیه آماده شد.",
        "ar": "اكتمل التجهيز في {seconds} ثانية.",
    },
    "waiting": {
        "en": "Another set-up is at work in {folder}; waiting for it to end.",
        "fa": "آماده‌سازی دیگری در {folder} در جریان است؛ تا پایان آن صبر می‌کنیم.",
        "ar": "تجهيز آخر جارٍ في {folder}؛ ننتظر حتى ينتهي.",
    },
    "no-venv": {
        "en": "This Python ({python}) cannot make a private environment: its “venv” part is missing. Install it:",
        "fa": "این پایتون ({python}) نمی‌تواند محیط جداگانه بسازد: بخش «venv» آن نصب نیست. این را اجرا کنید:",
        "ar": "لا يستطيع Python هذا ({python}) إنشاء بيئة خاصة: الجزء «venv» غير مثبت. ثبّته هكذا:",
    },
    "then-again": {
        "en": "Then run the same command again.",
        "fa": "سپس همین فرمان را دوباره اجرا کنید.",
        "ar": "ثم شغّل الأمر نفسه مرة أخرى.",
    },
    "no-network": {
        "en": "The packages could not be fetched: the package index does not answer. Check the connection, or the "
        "proxy (HTTPS_PROXY), or set a mirror that you trust (PIP_INDEX_URL), then run the same command again.",
        "fa": "بسته‌ها دریافت نشد: مخزن بسته‌ها پاسخ نمی‌دهد. اتصال اینترنت یا پراکسی (HTTPS_PROXY) را بررسی کنید، "
        "یا نشانی آینه‌ای مطمئن را در PIP_INDEX_URL بگذارید، سپس همین فرمان را دوباره اجرا کنید.",
        "ar": "تعذّر جلب الحزم: مستودع الحزم لا يجيب. تحقّق من الاتصال أو من الوكيل (HTTPS_PROXY)، أو عيّن مرآة تثق بها "
        "(PIP_INDEX_URL)، ثم شغّل الأمر نفسه مرة أخرى.",
    },
    "wrong-hash": {
        "en": "A package that was fetched is not the one that {lock} names, so it was not installed. Try another "
        "network or mirror; if it happens again, report it.",
        "fa": "بسته‌ای که دریافت شد همانی نیست که در {lock} آمده است، پس نصب نشد. شبکه یا آینهٔ دیگری را امتحان کنید "
        "و اگر باز هم رخ داد، گزارش دهید.",
        "ar": "الحزمة التي جُلبت ليست التي يسميها {lock}، فلم تُثبَّت. جرّب شبكة أو مرآة أخرى، وإن تكرر الأمر فأبلغ عنه.",
    },
    "no-package": {
        "en": "A package has no ready-made file for this Python ({version}) on this system. Try Python 3.13, 3.12 "
        "or 3.11.",
        "fa": "یکی از بسته‌ها برای این پایتون ({version}) در این سیستم فایل آماده ندارد. پایتون 3.13، 3.12 یا 3.11 را "
        "امتحان کنید.",
        "ar": "لا ملف جاهزًا لإحدى الحزم لهذا الإصدار من Python ({version}) على هذا النظام. جرّب Python 3.13 أو 3.12 "
        "أو 3.11.",
    },
    "failed": {
        "en": "The set-up did not succeed. Mend the cause that its last lines tell, then run the same command "
        "again.",
        "fa": "آماده‌سازی انجام نشد. علت را از سطرهای آخر آن رفع کنید و همین فرمان را دوباره اجرا کنید.",
        "ar": "لم ينجح التجهيز. عالج السبب الذي تذكره سطوره الأخيرة، ثم شغّل الأمر نفسه مرة أخرى.",
    },
    "not-writable": {
        "en": "The folder {folder} cannot be written to: {reason}",
        "fa": "نوشتن در پوشهٔ {folder} ممکن نیست: {reason}",
        "ar": "لا تمكن الكتابة في المجلد {folder}: {reason}",
    },
    "not-ours": {
        "en": "The folder {folder} was made by something else and is left alone. Activate it and run "
        "“pip install -e .” in it, or rename or delete it; then run the same command again.",
        "fa": "پوشهٔ {folder} را برنامهٔ دیگری ساخته است و به آن دست نمی‌زنیم. آن را فعال کنید و در آن "
        "«pip install -e .» را اجرا کنید، یا نامش را عوض یا پاکش کنید؛ سپس همین فرمان را دوباره اجرا کنید.",
        "ar": "المجلد {folder} أنشأه برنامج آخر فتركناه كما هو. فعّله وشغّل فيه «pip install -e .»، أو أعد تسميته أو "
        "احذفه؛ ثم شغّل الأمر نفسه مرة أخرى.",
    },
    "damaged": {
        "en": "The private environment is damaged beyond repair. Delete the folder {folder} and run the same command "
        "again.",
        "fa": "محیط جداگانه آسیب دیده است و ترمیم نشد. پوشهٔ {folder} را پاک کنید و همین فرمان را دوباره اجرا کنید.",
        "ar": "البيئة الخاصة تالفة ولم يمكن إصلاحها. احذف المجلد {folder} ثم شغّل الأمر نفسه مرة أخرى.",
    },
    "interrupted": {
        "en": "Stopped. The next run goes on from here.",
        "fa": "متوقف شد. اجرای بعدی از همین‌جا ادامه می‌دهد.",
        "ar": "توقف. التشغيل التالي يتابع من هنا.",
    },
}

# Paths and names run left to right inside a right-to-left sentence; these two marks keep each in its place.
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def message(key: str, language: str, **values: object) -> str:
    """One sentence of the set-up in a language, with its values filled in."""
    sentence = MESSAGES[key][language]
    if language == "en":
        return sentence.format(**values)
    return sentence.format(
        **{name: f"{FIRST_STRONG_ISOLATE}{value}{POP_ISOLATE}" for name, value in values.items()}
    )


def chosen_language(arguments: Sequence[str]) -> str:
    """The code of the language to speak: `--language`, else the system's, else English."""
    asked = ""
    for place, argument in enumerate(arguments):
        if argument == "--language" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--language="):
            asked = argument.partition("=")[2]
    return _spoken(asked) if asked else system_language()


def system_language() -> str:
    """The code of the language that the computer speaks with its user, if it is one of ours; else English."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    asked = next(filter(None, settings), "")
    if not asked and sys.platform == "win32":
        import ctypes
        import locale

        asked = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return _spoken(asked)


def _spoken(asked: str) -> str:
    code = asked.replace("-", "_").partition("_")[0].lower()
    return code if code in MESSAGES["start"] else "en"
