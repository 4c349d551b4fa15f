"""`art`: one page with the cover of every record and a shelf of each family, from which an editor chooses."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warraq import art
from warraq.art.inks import THREADS
from warraq.build import Folders
from warraq.dev.records import not_looked_at
from warraq.lang.direction import base_direction
from warraq.model.kinds import KIND
from warraq.model.site import Site
from warraq.read.records import list_folders, open_folder, read_record
from warraq.read.settings import read_site
from warraq.report.speech import Speaker

if TYPE_CHECKING:
    from warraq.art.specimens import Labels, Specimen

SHEET = "covers.html"


def show_covers(folders: Folders, output: Path | None, speaker: Speaker, *, open_browser: bool) -> int:
    """Write the sheet, say where, and open it; the exit code, 0. Records that cannot be read are left out and counted.

    The sheet is written into the folder ``output``, or else among what is kept between builds.
    """
    from warraq.art.specimens import contact_sheet

    site = read_site(folders.content, folders.content.name)
    specimens, unread = _specimens(folders.content, site, speaker)
    file = (output or folders.cache).resolve() / SHEET
    file.parent.mkdir(parents=True, exist_ok=True)
    page = contact_sheet(_palette(site), specimens, _labels(speaker))
    file.write_text(page, "utf-8", newline="\n")
    if unread:
        print(
            speaker.plural(
                "{count} record cannot be read and is left out; “python3 build.py check” says why.",
                "{count} records cannot be read and are left out; “python3 build.py check” says why.",
                unread,
            ).format(count=speaker.number(unread)),
            file=sys.stderr,
        )
    print(speaker.say("The sheet of covers is in {file}").format(file=file))
    if open_browser:
        webbrowser.open(file.as_uri())
    return 0


def _palette(site: Site) -> art.Palette:
    return art.Palette(**{name: getattr(site.facts.colours, name) for name in THREADS})


def _specimens(content: Path, site: Site, speaker: Speaker) -> tuple[list[Specimen], int]:
    """The records that have covers, kind by kind, and how many cannot be read."""
    from warraq.art.specimens import Specimen

    found: dict[str, list[Specimen]] = {kind: [] for kind in art.kinds()}
    unread = 0
    for kind, id, facts in _records(content, site):
        if facts is None:
            unread += 1
            continue
        region, named = getattr(facts, "region", None), getattr(facts, "cover", None)
        family = named if named in art.families() else art.family_for(id, region, kind)
        found[kind].append(
            Specimen(id, speaker.say(KIND[kind].many), family, art.voice_for(region), named == family)
        )
    return [one for kind in found.values() for one in kind], unread


def _records(content: Path, site: Site) -> Iterator[tuple[str, str, Any]]:
    """Kind, id and facts of each record that has a cover; None for facts that cannot be read."""
    for kind, id in list_folders(content, content.name)[0]:
        if kind in art.kinds():
            place = f"{content.name}/{kind}/{id}"
            source = open_folder(kind, id, content / kind / id, place)
            record = read_record(source, site.codes, not_looked_at).record
            yield kind, id, record.facts if record else None


def _labels(speaker: Speaker) -> Labels:
    from warraq.art.specimens import Labels

    say = speaker.say
    title = say("Covers drawn for this site")
    return Labels(
        language=speaker.catalog.code,
        direction=base_direction(title) or "ltr",
        title=title,
        honesty=say(
            "Ornament drawn for this site in the manner of the crafts; not copies of historical patterns."
        ),
        choosing=say(
            "To choose a family for a story, write its name in the story’s facts.yaml, for example: cover: girih-8"
        ),
        named=say("chosen by an editor"),
        families=say("Families of covers"),
        headpieces=say("Headpieces"),
        dividers=say("Dividers"),
        others=say("Emblem, medallion and pictures"),
    )
