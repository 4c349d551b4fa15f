"""Messages on the writing of texts: S7. The rules themselves are in `lang/lint`."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT

HIDDEN_DIRECTION = Rule("S701", E, N_("A hidden sign turns the direction of what follows ({signs})."),
                        N_("Delete it: the site keeps directions apart by itself. “python3 build.py fix” does it where that is safe."))  # fmt: skip
HIDDEN_ORDER_MARK = Rule("S702", W, N_("A hidden byte order mark stands here ({signs})."),
                         N_("“python3 build.py fix” deletes it; in your editor choose “UTF-8” without “BOM”."))  # fmt: skip
WINDOWS_LINES = Rule("S703", W, N_("The lines of this file end in the manner of Windows (CR LF)."),
                     N_("“python3 build.py fix” changes them; in your editor choose line ends “LF”."))  # fmt: skip
LETTER_IN_PARTS = Rule("S704", E, N_("“{found}” is written in parts, although there is one sign for it."),
                       N_("“python3 build.py fix” composes it (NFC)."))  # fmt: skip
PRINTED_SHAPES = Rule("S705", E, N_("“{found}” is made of the shapes of letters and not of letters; no search finds it."),
                      N_("Write “{near}”."), otherwise=N_("Type it anew: it was copied in the reverse order, as from some PDF files."))  # fmt: skip
FALSE_JOINER = Rule("S706", E, N_("A hidden sign ({signs}) stands in “{found}”."),
                    N_("Delete it; in Persian, the zero-width non-joiner may be what was meant. “python3 build.py fix” does it."))  # fmt: skip
STRAY_JOINER = Rule("S707", E, N_("The zero-width non-joiner in “{found}” is doubled, or stands at the edge of a word."),
                    N_("It belongs once, between two parts of a word. “python3 build.py fix” deletes it."))  # fmt: skip
MIXED_SCRIPTS = Rule("S708", E, N_("“{found}” mixes letters of two scripts that look alike."),
                     N_("Type “{near}” anew, in one script."), otherwise=N_("Type it anew, in one script."))  # fmt: skip
LOST_CHARACTER = Rule("S709", E, N_("In “{found}” a character was lost, or a hidden control sign stands ({signs})."),
                      N_("Look the word up in the original and type it anew."))  # fmt: skip
ARABIC_KEYBOARD = Rule("S711", W, N_("“{found}” has letters of another language than Persian."),
                       N_("Write “{near}”; mark Arabic words as {{ar: …}}."))  # fmt: skip
PERSIAN_KEYBOARD = Rule("S712", W, N_("“{found}” has letters of another language than Arabic."),
                        N_("Write “{near}”; mark Persian words as {{fa: …}}."),
                        otherwise=N_("Write ك, and ي or ى as the word has it; mark Persian words as {{fa: …}}."))  # fmt: skip
LATIN_SIGN = Rule("S713", W, N_("“{found}” is a sign of the Latin script."), N_("Write “{near}”."))
OTHER_DIGITS = Rule("S714", W, N_("“{found}” is not in the digits of this language."), N_("Write “{near}”."),
                    otherwise=N_("Write it in the digits of this language, with its decimal sign ٫ or ٬ for thousands."))  # fmt: skip
TWO_SETS_OF_DIGITS = Rule(
    "S715", W, N_("“{found}” mixes the digits of two languages."), N_("Write “{near}”.")
)
STRAIGHT_QUOTES = Rule("S716", W, N_("Quotation marks stand straight, as on a typewriter: {found}"),
                       N_("Write {near}"), otherwise=N_("Write the quotation marks of this language, such as « »."))  # fmt: skip
STRETCHED = Rule("S717", W, N_("“{found}” is stretched with a tatweel."), N_("Write “{near}”."),
                 otherwise=N_("Delete it; a dash is written –."))  # fmt: skip
SPACE_TOO_MANY = Rule("S718", W, N_("There is a space too many here."),
                      N_("Signs follow the word directly, and quotation marks enclose it directly."))  # fmt: skip
SPACE_MISSING = Rule("S719", W, N_("A space is missing in “{found}”."), N_("Write “{near}”."))
EZAFE_APART = Rule("S720", W, N_("In “{found}” the ezafe stands apart."), N_("Write “{near}”."))
EZAFE_IN_ONE = Rule("S721", W, N_("“ۀ” stands here for “هٔ”: they look alike, and no search knows it."),
                    N_("“python3 build.py fix” writes “هٔ” everywhere."))  # fmt: skip
THREE_DOTS = Rule("S722", W, N_("Three full stops stand for an ellipsis."), N_("Write the one sign “…”."))
PREFIX_APART = Rule("S731", H, N_("In “{found}” the prefix stands apart."),
                    N_("With the zero-width non-joiner: “{near}”."))  # fmt: skip
PLURAL_APART = Rule("S732", H, N_("In “{found}” the plural stands apart."),
                    N_("With the zero-width non-joiner: “{near}”."))  # fmt: skip
COMPARISON_APART = Rule("S733", H, N_("In “{found}” the comparative stands apart."),
                        N_("With the zero-width non-joiner: “{near}”."))  # fmt: skip
INDEFINITE_APART = Rule("S734", H, N_("In “{found}” the indefinite ending stands apart."),
                        N_("With the zero-width non-joiner: “{near}”."))  # fmt: skip
OTHER_ROMANISATION = Rule(
    "S741", W, N_("“{found}” is not a sign of this site's romanisation."), N_("Write “{near}”.")
)
STRANGE_LETTERS = Rule("S742", W, N_("“{found}” has letters that are not of this site's romanisation: {letters}."),
                       N_("Write the name by the table of “{system}”, or name another system in site.yaml."))  # fmt: skip
AND_MORE = Rule("S750", W, N_("{count} more of {code} are in this file."),
                N_("“python3 build.py fix” mends most of them; “explain {code}” says more."))  # fmt: skip
STRANGE_EXEMPTION = Rule("S751", W, N_("There is no rule “{code}” that a text could be exempted from."),
                         N_("The rules are: {known}."))  # fmt: skip
