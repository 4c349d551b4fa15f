"""The rights that a picture may be under: Creative Commons, the public domain, and rightsstatements.org.

A closed list, so that every picture says what may be done with it in words that are the same everywhere, with the
address at which they are explained.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from warraq.model.words import N_

RightsCode = Literal[
    "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0",
    "CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-ND-3.0", "CC-BY-NC-3.0", "CC-BY-NC-SA-3.0", "CC-BY-NC-ND-3.0",
    "CC-BY-2.5", "CC-BY-SA-2.5", "CC-BY-2.0", "CC-BY-SA-2.0", "CC0-1.0", "PDM-1.0",
    "InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US",
    "CNE", "UND", "NKC",
]  # fmt: skip
"""The codes that editors write: those of SPDX for licences, those of rightsstatements.org for statements."""


class Rights(NamedTuple):
    """A licence or a statement of rights."""

    code: str
    name: str
    """Its name: a phrase of the catalogue, or for a Creative Commons licence the same in every language."""
    address: str
    """Where it is explained, which is also its URI for machines."""
    translated: bool
    """Whether the name is a phrase of the catalogue."""


_STATEMENTS: Final = {
    "InC": N_("In copyright"),
    "InC-OW-EU": N_("In copyright: orphan work in the EU"),
    "InC-EDU": N_("In copyright: educational use permitted"),
    "InC-NC": N_("In copyright: non-commercial use permitted"),
    "InC-RUU": N_("In copyright: rights-holder cannot be found"),
    "NoC-CR": N_("No copyright: contractual restrictions"),
    "NoC-NC": N_("No copyright: non-commercial use only"),
    "NoC-OKLR": N_("No copyright: other legal restrictions"),
    "NoC-US": N_("No copyright in the United States"),
    "CNE": N_("Copyright not evaluated"),
    "UND": N_("Copyright undetermined"),
    "NKC": N_("No known copyright"),
}

FREE_WITHOUT_CREDIT: Final = frozenset({"CC0-1.0", "PDM-1.0", "NKC"})
"""Under these nobody has to be named, though it is courteous."""


def rights_of(code: str) -> Rights:
    """The licence or statement with this code; LookupError for any other."""
    if code == "CC0-1.0":
        return Rights(code, "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", False)
    if code == "PDM-1.0":
        return Rights(code, N_("Public domain"), "https://creativecommons.org/publicdomain/mark/1.0/", True)
    if code.startswith("CC-"):
        terms, _, version = code.removeprefix("CC-").rpartition("-")
        address = f"https://creativecommons.org/licenses/{terms.lower()}/{version}/"
        return Rights(code, f"CC {terms} {version}", address, False)
    # IIIF and linked data ask for the URI, which begins with http and leads to the page.
    return Rights(code, _STATEMENTS[code], f"http://rightsstatements.org/vocab/{code}/1.0/", True)
