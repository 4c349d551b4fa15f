"""Every message that the engine can say, in one table. `docs/diagnostics.md` and `explain` are made from it.

Sentences use the editors' words (record, field, text), never the machine's. `{names}` are filled when printed.
"""

from __future__ import annotations

from typing import Final

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT

# ---- R1: reading files
NOT_UTF8 = Rule(
    "R101",
    E,
    N_("This file is not saved as UTF-8."),
    N_("Open it in your editor and save it with the encoding UTF-8."),
)
TAB = Rule(
    "R102",
    E,
    N_("A tab stands where only spaces may."),
    N_("Replace the tab by spaces: two for each step inwards."),
)
YAML_SYNTAX = Rule("R103", E, N_("These fields cannot be read: the line is not finished, or a sign is out of place."),
                   N_("Look at this line and the one before: each is “name: value”, and steps inwards are two spaces."))  # fmt: skip
DUPLICATE_FIELD = Rule(
    "R104", E, N_("The field “{field}” is written twice."), N_("Keep one of them and delete the other.")
)
YAML_ANCHOR = Rule("R105", E, N_("The signs & and * at the beginning of a value have a meaning of their own in YAML."),
                   N_("Put the value in quotation marks."))  # fmt: skip
FRONT_OPEN = Rule("R106", E, N_("The fields at the head of this text have no end."),
                  N_("Write a line “---” after the last field, before the text."))  # fmt: skip
UNCLOSED_QUOTE = Rule(
    "R107",
    E,
    N_("A quotation mark is opened here and never closed."),
    N_("Close it at the end of the value."),
)
COLON = Rule("R108", E, N_("There is a second colon in this line, and YAML takes it for another field."),
             N_("Put the whole value in quotation marks."))  # fmt: skip
NO_FIELDS = Rule(
    "R109",
    E,
    N_("This file should hold fields, one a line: “name: value”."),
    N_("“python3 build.py new” writes an example to begin with."),
)
MISSING = Rule("R110", E, N_("The field “{field}” is missing."), N_("Add a line “{field}: …”."))
UNKNOWN_FIELD = Rule("R111", E, N_("There is no field called “{field}” here."), N_("Did you mean “{near}”?"),
                     otherwise=N_("The fields here are: {known}."))  # fmt: skip
NOT_ONE_OF = Rule("R112", E, N_("“{value}” is not one of the words that the field “{field}” knows."),
                  N_("Did you mean “{near}”? It knows: {known}."), otherwise=N_("Write one of: {known}."))  # fmt: skip
NOT_TEXT = Rule(
    "R113",
    E,
    N_("The field “{field}” holds one text, not a list and not fields of its own."),
    N_("Write “{field}: …” on one line."),
)
NOT_LIST = Rule(
    "R114",
    E,
    N_("The field “{field}” holds a list."),
    N_("Write “{field}: [first, second]”, or one a line with “- ” before it."),
)
NOT_GROUP = Rule(
    "R115",
    E,
    N_("The field “{field}” holds fields of its own."),
    N_("Write them under it, two spaces inwards."),
)
NOT_BY_LANGUAGE = Rule(
    "R116",
    E,
    N_("The field “{field}” needs its words for each language."),
    N_("Write “{field}: {{fa: …, ar: …, en: …}}”."),
)
NOT_AN_ID = Rule("R117", E, N_("“{value}” cannot be the id of a record here."),
                 N_("An id is the name of the record's folder: small Latin letters, digits and hyphens."))  # fmt: skip
NOT_A_NUMBER = Rule(
    "R118",
    E,
    N_("“{value}” is not a number."),
    N_("Write digits only; Persian and Arabic digits are welcome."),
)
NOT_COORDINATES = Rule(
    "R119",
    E,
    N_("“{value}” is not a point on the map."),
    N_("Write latitude and longitude: [32.654, 51.668]."),
)
NOT_A_WEB_ADDRESS = Rule(
    "R120", E, N_("“{value}” is not a web address."), N_("It begins with https:// and holds no spaces.")
)
NOT_AN_ADDRESS = Rule(
    "R121",
    E,
    N_("“{value}” is not an address of this site."),
    N_("It begins with / and holds no spaces: /fa/stories/old-name/."),
)
NOT_YES_OR_NO = Rule("R122", E, N_("“{value}” is neither yes nor no."), N_("Write yes or no."))
NOT_A_DAY = Rule(
    "R123", E, N_("“{value}” is not a day in the form year-month-day."), N_("Write it like 2026-11-22.")
)
NOT_A_COLOUR = Rule(
    "R124", E, N_("“{value}” is not a colour."), N_("Write # and six hexadecimal digits, such as #1f3a6e.")
)
WRONG_COUNT = Rule(
    "R125",
    E,
    N_("The field “{field}” holds more or fewer values than it needs."),
    N_("Write exactly {count} of them."),
)
NOT_A_LANGUAGE = Rule(
    "R126",
    E,
    N_("“{value}” is not the code of a language."),
    N_("Write its code: fa for Persian, ar for Arabic, en for English."),
)
NOT_A_DATE = Rule("R130", E, N_("“{value}” cannot be read as a date."),
                  N_("Write it like 1047, 1047-03-05, 1565~ (about), 1599/1602, 428 AH or 1348-05-30 SH."))  # fmt: skip
NO_SUCH_DAY = Rule("R131", E, N_("Month {month} of {year} has {length} days in this calendar, so there is no day {day}."),
                   N_("Look the day up in the source once more."))  # fmt: skip
NO_SUCH_MONTH = Rule("R132", E, N_("There is no month {month}."), N_("Months run from 1 to 12."))
ENDS_BEFORE = Rule("R133", E, N_("“{value}” ends before it begins."), N_("Write the earlier date first."))
UNKNOWN_CALENDAR = Rule(
    "R134",
    E,
    N_("There is no calendar called “{calendar}”."),
    N_("Write AH (lunar) or SH (solar) after the year, or one of: gregorian, julian, persian, islamic."),
)
NO_SUCH_CENTURY = Rule(
    "R135", E, N_("There is no century “{century}”."), N_("Write it like 10th century or 10th century AH.")
)
MONTH_ELSEWHERE = Rule(
    "R136",
    E,
    N_("The month “{month}” belongs to another calendar."),
    N_("Name the month of the calendar that is written after the date."),
)
TWO_READINGS = Rule("R137", E, N_("“{first}/{second}” can be a period or one year in two calendars."),
                    N_("Write “394 AH = 1003/1004” for two calendars, or both years in full for a period."))  # fmt: skip
NO_SUCH_SEASON = Rule("R138", E, N_("The lunar calendar has no seasons: its months wander through them."),
                      N_("Write the season in another calendar, such as 1037-21 for spring, or a month."))  # fmt: skip
NO_SUCH_YEAR = Rule(
    "R139",
    E,
    N_("There is no year {year} in this calendar."),
    N_("Look the year up in the source once more."),
)
STRANGE_FOLDER = Rule("R140", E, N_("“{name}” cannot be the name of a record's folder."),
                      N_("Rename it: small Latin letters, digits and hyphens, such as nasir-khusraw."))  # fmt: skip
NO_FACTS = Rule(
    "R141",
    E,
    N_("This record has no file facts.yaml."),
    N_("Add it; “python3 build.py new” writes one to begin with."),
)
STRANGE_FILE = Rule("R142", W, N_("Nothing is made from the file “{name}”."),
                    N_("A record's folder holds facts.yaml and one text for each language of the site: {known}."))  # fmt: skip
LOOSE_FILE = Rule("R150", W, N_("Nothing is made from the file “{name}”: it lies outside the folders of the records."),
                  N_("Give the record a folder: content/people/hafez/facts.yaml."))  # fmt: skip
TIMES_DIFFER = Rule("R151", W, N_("“{value}” and “{other}” cannot be the same time."),
                    N_("Look both up in the source once more, and the calendar that is written after each."))  # fmt: skip
UNKNOWN_KIND = Rule("R143", E, N_("There is no kind of record called “{name}”."), N_("Did you mean “{near}”?"),
                    otherwise=N_("The kinds are: {known}."))  # fmt: skip
UNREADABLE = Rule(
    "R144",
    E,
    N_("This file cannot be opened: {reason}."),
    N_("Look at its permissions, and whether it is a broken link."),
)
NO_SITE = Rule(
    "R145",
    E,
    N_("There is no file site.yaml in “{folder}”."),
    N_("Name the folder that holds it with --root or --content."),
)
UNKNOWN_LANGUAGE = Rule(
    "R146",
    E,
    N_("The site has no language “{code}”."),
    N_("Its languages are {known}; they are declared in site.yaml."),
)
NO_SPACE = Rule(
    "R147", E, N_("A space is missing after the colon of “{field}”."), N_("Write “{field}: …”, with a space.")
)
UNCLOSED_BRACKET = Rule(
    "R148", E, N_("A bracket is opened here and never closed."), N_("Close it at the end of the line.")
)
WRONG_STEP = Rule("R149", E, N_("This line does not begin under the lines that it belongs with."),
                  N_("Give it as many spaces at its beginning as they have; a step inwards is two."))  # fmt: skip

# ---- L2: links between records
UNKNOWN_RECORD = Rule("L201", E, N_("There is no {kind} called “{id}”."), N_("Did you mean “{near}”?"))
WRONG_KIND = Rule(
    "L202",
    E,
    N_("“{id}” cannot stand here: it is of the kind “{found}”."),
    N_("Name a record of: {folders}."),
)
AMBIGUOUS = Rule("L203", E, N_("Several records are called “{id}”."), N_("Say which: {choices}."))
BROKEN_REFERENCE = Rule(
    "L204", E, N_("This link to a record cannot be read."), N_("Write [[id]] or [[id|words]] on one line.")
)
NO_SUCH_RECORD = Rule("L206", E, N_("There is no {kind} called “{id}”, nor any with a name like it."),
                      N_("Begin it with “python3 build.py new {folder} {id}”, or take the reference out."))  # fmt: skip
NOT_PUBLISHED = Rule(
    "L205",
    W,
    N_("“{id}” is not public yet, so its name stands here without a link."),
    N_("Publish it as well, or leave it out."),
)

NO_SUCH_NOTE = Rule("L207", W, N_("There is no note “{label}” in this text, and the mark is printed as it stands."),
                    N_("Did you mean “{near}”?"),
                    otherwise=N_("Write the note below, on a line of its own: “[^{label}]: …”."))  # fmt: skip
NOTE_WITHOUT_MARK = Rule("L208", W, N_("Nothing in the text leads to the note “{label}”."),
                         N_("Write “[^{label}]” after the words that it belongs to."))  # fmt: skip

# ---- C3: content
NO_TEXT = Rule("C301", E, N_("This {kind} has no text in any language."), N_("Add a file such as {example}."))
NO_TITLE = Rule(
    "C302", E, N_("This text has no title."), N_("Write “title: …” between the two lines “---” at its head.")
)
NO_SUMMARY = Rule(
    "C303",
    W,
    N_("This text has no summary."),
    N_("Write “summary: …”, one or two sentences: lists and search engines show it."),
)
NO_ORIGINAL = Rule(
    "C304",
    E,
    N_("The story is said to begin in “{code}”, and there is no such text."),
    N_("Add {code}.md, or correct “original”."),
)
NOT_TRANSLATED = Rule(
    "C305",
    H,
    N_("There is no text in: {languages}."),
    N_("Readers of those languages get the text in another one, with a notice."),
)
NAME_MISSING = Rule("C306", W, N_("The name is missing in: {languages}."), N_("Add it to “name”."))
NO_CONSENT = Rule(
    "C307",
    E,
    N_("A living person's page needs their written consent."),
    N_("Add “consent” with the day, what it covers and where the paper is kept."),
)
NO_SOURCE = Rule("C308", E, N_("A gift is recorded only with a source."), N_("Add “sources: [id]”."))
BACKWARDS = Rule(
    "C309", E, N_("“{last}” lies before “{first}”."), N_("Look both dates up in the source once more.")
)
UNKNOWN_COVER = Rule(
    "C310", E, N_("There is no family of ornament called “{value}”."), N_("The families are {known}.")
)
NO_TRANSLATOR = Rule(
    "C311",
    H,
    N_("Nobody is named as translator of this text."),
    N_("Write “translator: …”, or “author: …” if it was written in this language."),
)

# ---- P4: the plan of the site
ONE_ADDRESS = Rule(
    "P401",
    E,
    N_("Two pages would have the address {address}: {first} and {second}."),
    N_("Rename one of them."),
)
REDIRECT_TAKEN = Rule(
    "P402",
    E,
    N_("The former address {address} is the address of a page today."),
    N_("Take it out of “formerly”."),
)

# ---- S7: the writing of texts; the rules themselves are in lang/lint
HIDDEN_DIRECTION = Rule("S701", E, N_("A hidden sign turns the direction of what follows ({signs})."),
                        N_("Delete it: the site keeps directions apart by itself. “python3 build.py fix” does it where that is safe."))  # fmt: skip
HIDDEN_ORDER_MARK = Rule("S702", E, N_("A hidden byte order mark stands here ({signs})."),
                         N_("“python3 build.py fix” deletes it; in your editor choose “UTF-8” without “BOM”."))  # fmt: skip
WINDOWS_LINES = Rule("S703", E, N_("The lines of this file end in the manner of Windows (CR LF)."),
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

# ---- T5: templates and interface words
TEMPLATE_SYNTAX = Rule(
    "T501", E, N_("The template cannot be read: {reason}"), N_("Mend this line of the template.")
)
TEMPLATE_MISSING = Rule("T502", E, N_("There is no template “{name}”."), N_("Put it back into templates/."))
TEMPLATE_FAILED = Rule(
    "T503",
    E,
    N_("The template stopped while making {address}: {reason}"),
    N_("A template may use only what its view holds."),
)
CATALOGUE_BROKEN = Rule(
    "T504", E, N_("The catalogue cannot be read: {reason}"), N_("Open it in a PO editor and save it again.")
)
ASSET_MISSING = Rule(
    "T505",
    E,
    N_("The style sheet names a file that is not there: {name}"),
    N_("Put the file back, or correct its name."),
)

# ---- W6: writing
NOT_OURS = Rule(
    "W601",
    E,
    N_("The folder “{folder}” holds files that Warraq did not make."),
    N_("Name an empty folder with --output, or empty this one."),
)
NOT_WRITTEN = Rule("W602", E, N_("The site could not be written: {reason}."),
                   N_("Make room or correct the permissions and build again; the pages that were there still stand."))  # fmt: skip
BUSY = Rule(
    "W603",
    E,
    N_("Another build is writing to “{folder}”."),
    N_("Wait until it ends, or name another folder with --output."),
)

RULES: Final[dict[str, Rule]] = {
    rule.code: rule for rule in list(globals().values()) if isinstance(rule, Rule)
}
