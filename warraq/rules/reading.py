"""Messages on the reading of files: R1."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W = Severity.ERROR, Severity.WARNING

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
                   N_('Put the whole value between two straight quotation marks: "…".'))  # fmt: skip
FRONT_OPEN = Rule("R106", E, N_("The fields at the head of this text have no end."),
                  N_("Write a line “---” after the last field, before the text."))  # fmt: skip
UNCLOSED_QUOTE = Rule(
    "R107",
    E,
    N_("A quotation mark is opened here and never closed."),
    N_("Close it at the end of the value."),
)
COLON = Rule("R108", E, N_("There is a second colon in this line, and YAML takes it for another field."),
             N_('Put the whole value between two straight quotation marks: "…".'))  # fmt: skip
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
    "R123",
    E,
    N_("“{value}” is not a day in the form year-month-day."),
    N_("Write it like 2026-11-22, or in another calendar like 1405-09-01 SH."),
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
    N_(
        "Rename “{near}” to facts.yaml. Windows hides the end of names: “File name extensions” in the View menu shows it."
    ),
    otherwise=N_("Add it; “python3 build.py new” writes one to begin with."),
)
STRANGE_FILE = Rule("R142", W, N_("Nothing is made from the file “{name}”."),
                    N_("Rename it to “{near}”."),
                    otherwise=N_("A record's folder holds facts.yaml and one text for each language of the site: {known}."))  # fmt: skip
LOOSE_FILE = Rule("R150", W, N_("Nothing is made from the file “{name}”: it lies outside the folders of the records."),
                  N_("Give the record a folder: content/people/hafez/facts.yaml."))  # fmt: skip
TIMES_DIFFER = Rule("R151", W, N_("“{value}” and “{other}” cannot be the same time."),
                    N_("Look both up in the source once more, and the calendar that is written after each."))  # fmt: skip
FRONT_LATE = Rule(
    "R152",
    E,
    N_("The fields of this text do not begin as they must."),
    N_("Make “---”, three hyphens, the first line of the file, with nothing above it."),
)
NO_CALENDAR = Rule("R153", E, N_("Nothing tells which calendar “{value}” is in."),
                   N_("Write the calendar after it: SH for solar, AH for lunar, CE for the common era."))  # fmt: skip
LOOKALIKE = Rule("R154", E, N_("“{found}” stands here in place of “{wanted}”."),
                 N_("Write “{wanted}”, as the Latin keyboard has it: YAML knows no other."))  # fmt: skip
STRANGE_SPACE = Rule("R155", E, N_("A sign that nobody sees ({signs}) stands here, where only ordinary spaces may."),
                     N_("Delete it and type the space anew. Such signs come along from web pages and word processors."))  # fmt: skip
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
