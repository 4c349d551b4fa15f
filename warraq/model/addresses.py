"""The addresses of the site: where everything lives, and how one page points to another."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

_PLAIN = re.compile(r"[A-Za-z0-9/._~#-]*")
"""What nothing needs to be done to in an address."""


def home_path(code: str) -> str:
    """The home page of a language."""
    return f"/{code}/"


def list_path(kind: str, code: str, number: int = 1) -> str:
    """The page that lists all records of a kind, or the later ones of its pages by number."""
    return f"/{code}/{kind}/page/{number}/" if number > 1 else f"/{code}/{kind}/"


def facet_path(facet: str, code: str, value: str = "", number: int = 1) -> str:
    """The page of all values of a facet, which is given as `kind/name`, or of the records with one of them.

    A long one goes on at pages by number.
    """
    path = f"/{code}/{facet}/{value}/" if value else f"/{code}/{facet}/"
    return f"{path}page/{number}/" if number > 1 else path


def topics_path(code: str) -> str:
    """The index of all that the records of the site are about."""
    return f"/{code}/topics/"


def record_path(kind: str, name: str, code: str) -> str:
    """The page of one record in a language by its slug or id; plain pages live right under the language."""
    return f"/{code}/{name}/" if kind == "pages" else f"/{code}/{kind}/{name}/"


def facing_path(story: str, other: str) -> str:
    """The page on which a story stands beside its text in another language, from the address of the story's own."""
    return f"{story}with/{other}/"


def credits_path(code: str, number: int = 1) -> str:
    """The page that lists all pictures with their rights, or the later ones of its pages by number."""
    return f"/{code}/pictures/page/{number}/" if number > 1 else f"/{code}/pictures/"


def map_path(code: str) -> str:
    """The map of a language."""
    return f"/{code}/map/"


PLACES_DATA = "/data/places.geojson"
"""The places with their points, as open data."""


def search_path(code: str) -> str:
    """The page on which a language's records are searched."""
    return f"/{code}/search/"


def timeline_path(code: str, century: int | None = None, number: int = 1) -> str:
    """The timeline, or one of the pages of a century of the common era."""
    if century is None:
        return f"/{code}/timeline/"
    name = str(century) if century > 0 else f"{-century}-bce"
    return f"/{code}/timeline/{name}/page/{number}/" if number > 1 else f"/{code}/timeline/{name}/"


STATUS_PAGES = "status/"
"""The folder of the board for editors, relative to the output folder."""


def status_path(number: int = 1) -> str:
    """The board for editors, or the later ones of its pages by number; it lies outside the languages."""
    return f"/{STATUS_PAGES}page/{number}/" if number > 1 else f"/{STATUS_PAGES}"


SEARCH_FILES = "assets/search/"
"""The folder of the files of search, relative to the output folder."""


ADMIN = "admin/"
"""The folder of the form in the browser, relative to the output folder."""


def image_path(owner: str, name: str) -> str:
    """The image service of a picture: the folder of its tiles, from `/`, with the last slash."""
    return f"/iiif/{owner}/{name}/"


def manifest_path(key: str) -> str:
    """The IIIF manifest of a record, the same for all languages."""
    return f"/iiif/{key}/manifest.json"


def collection_path(kind: str) -> str:
    """The IIIF collection of the records of a kind that have a manifest."""
    return f"/iiif/{kind}/collection.json"


def data_path(key: str) -> str:
    """What is known of a record, as linked data."""
    return f"/data/{key}.jsonld"


def share_path(key: str, code: str) -> str:
    """The share image of a record in a language."""
    return f"/assets/share/{key}.{code}.png"


def feed_path(code: str) -> str:
    """The feed of a language."""
    return f"/{code}/feed.xml"


def slug_of(words: str) -> str:
    """Words of any script as a part of an address: NFC, joined by hyphens, without vowel marks; at most 80 letters."""
    text = "".join(c for c in unicodedata.normalize("NFC", words) if unicodedata.category(c) != "Mn")
    return re.sub(r"[\W_]+", "-", text.casefold())[:80].strip("-")


def encoded(path: str) -> str:
    """A path as an address writes it, letters beyond ASCII percent-encoded."""
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/-._~#")


def relative(here: str, there: str) -> str:
    """The address of `there` as seen from the page `here`, both from `/`; a folder keeps its last slash."""
    folder = here[: here.rfind("/") + 1]
    if there.startswith(folder):
        return encoded(there[len(folder) :]) or "./"
    # All records of a kind lie in one folder, and many of their pages lead to the same places.
    return f"../{_from_folder(folder[: folder.rfind('/', 0, -1) + 1], there)}"


@lru_cache(maxsize=65536)
def _from_folder(folder: str, there: str) -> str:
    # Addresses of the site have no `.` and `..` to be resolved, so going up until `there` lies below is enough.
    up = 0
    while not there.startswith(folder):
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], up + 1
    return f"{'../' * up}{encoded(there[len(folder) :])}"


def file_of(path: str) -> str:
    """The file that a page is written to, relative to the output folder."""
    return f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
