"""Messages on pictures: I6."""

from __future__ import annotations

from warraq.diagnostics import Rule, Severity
from warraq.model.words import N_

E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT

NOT_A_FILE_NAME = Rule("I601", E, N_("“{value}” cannot be the name of a picture's file."),
                       N_("Rename the file: Latin letters, digits and hyphens, such as khaju-bridge.jpg."))  # fmt: skip
NO_SUCH_FILE = Rule("I602", E, N_("There is no file “{name}” in this folder."), N_("Did you mean “{near}”?"),
                    otherwise=N_("Put the picture beside facts.yaml."))  # fmt: skip
PICTURE_TWICE = Rule("I603", E, N_("The picture “{name}” is declared twice."), N_("Keep one of the two."))
NO_ALT = Rule("I604", E, N_("Nothing tells what “{name}” shows to those who do not see it."),
              N_("Write “alt: {{fa: …, ar: …, en: …}}”: one sentence that says what is to be seen. A picture that only adorns is “decorative: yes”."))  # fmt: skip
ALT_MISSING = Rule(
    "I605",
    W,
    N_("The description of “{name}” is missing in: {languages}."),
    N_("Add it to “alt”: what is to be seen, in one sentence."),
)
ALT_OF_ADORNMENT = Rule("I606", E, N_("“{name}” is described, and said to be decorative."),
                        N_("Keep “alt” where the picture tells something, and “decorative: yes” where it only adorns."))  # fmt: skip
NO_RIGHTS = Rule("I607", E, N_("Nothing tells what may be done with “{name}”."),
                 N_("Write “rights: …”: a licence such as CC-BY-4.0, PDM-1.0 for the public domain, or a statement such as InC, in copyright. Found on the web is no licence."))  # fmt: skip
NO_CREDIT = Rule("I608", E, N_("Nobody is named for “{name}”."),
                 N_("Write “credit: {{fa: …, ar: …, en: …}}”: the maker and the holder, as it shall be printed."))  # fmt: skip
NO_CONSENT_FOR_PICTURE = Rule("I609", E, N_("A living person can be recognised in “{name}”, and no consent to it is recorded."),
                              N_("Add “consent” with the day, “covers: [portrait]” and where the paper is kept, or take the picture out."))  # fmt: skip
BROKEN_PICTURE = Rule("I610", E, N_("The picture “{name}” is damaged: it cannot be read to its end."),
                      N_("Copy the file once more from where it came from, or save it anew in a program for pictures."))  # fmt: skip
NOT_A_PICTURE = Rule("I611", E, N_("“{name}” is not a picture, whatever its name says."),
                     N_("Open it and see what it is; perhaps a page of the web was saved in place of the photograph."))  # fmt: skip
STRANGE_FORMAT = Rule(
    "I612",
    E,
    N_("The format of “{name}” is not taken here: {format}."),
    N_("Save the picture as JPEG or PNG; these are taken: {taken}."),
)
POINTER = Rule("I622", E, N_("“{name}” is not the picture, but only a pointer of Git LFS to it."),
               N_("Fetch the picture itself: git lfs pull."))  # fmt: skip
TOO_MANY_PIXELS = Rule("I613", E, N_("“{name}” has {pixels} million pixels; this site takes at most {limit} million."),
                       N_("Save a smaller copy of it: 4,000 pixels along the longer side are plenty."))  # fmt: skip
TOO_MANY_BYTES = Rule("I614", E, N_("The file “{name}” is larger than {limit} megabytes."),
                      N_("Save it as JPEG of a high quality, or smaller."))  # fmt: skip
MOVING_PICTURE = Rule(
    "I615",
    W,
    N_("“{name}” moves or has several pages; only the first is shown."),
    N_("Save the one that you want as a picture of its own."),
)
SMALL_PICTURE = Rule("I616", H, N_("“{name}” is only {width} pixels wide and will look coarse."),
                     N_("From 1200 pixels on a picture is sharp on every screen; the larger the better."))  # fmt: skip
NO_SUCH_PICTURE = Rule("I617", E, N_("No picture “{name}” is declared here."), N_("Did you mean “{near}”?"),
                       otherwise=N_("Put the file beside facts.yaml and declare it there, under “pictures”."))  # fmt: skip
PICTURE_ELSEWHERE = Rule("I618", E, N_("This picture lies on another server, which readers would have to ask for it."),
                         N_("Save the file beside facts.yaml and declare it there, under “pictures”."))  # fmt: skip
UNDECLARED_PICTURE = Rule("I619", W, N_("The picture “{name}” is not declared, and is not shown."),
                          N_("Declare it in facts.yaml under “pictures”: file, alt, credit and rights."))  # fmt: skip
NOT_A_FOCAL_POINT = Rule("I620", E, N_("“{value}” is not a place in a picture."),
                         N_("Write how far it lies from the left edge and from the top, in per cent: [50, 30]."))  # fmt: skip
PICTURE_NOT_PUBLISHED = Rule(
    "I623",
    W,
    N_("“{id}” is not public yet, so its picture “{name}” is not shown here."),
    N_("Publish it as well, or leave it out."),
)
NAMES_ALIKE = Rule("I624", E, N_("The names “{name}” and “{other}” are too alike: both pictures would have one address."),
                   N_("Rename one of the two: capitals, signs and the ending tell no pictures apart."))  # fmt: skip

PICTURE_CHANGED = Rule(
    "I621", E, N_("“{name}” changed while the site was being built."), N_("Build once more.")
)
