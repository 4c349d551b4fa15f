"""What each field of a record is for, in a sentence for whoever fills it in.

`new` writes them beside the fields, the form and the schemas for editors' tools show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from warraq.model.words import N_

FIELDS: Final[Mapping[str, str]] = {
    # ---- every record
    "draft": N_("As long as this line stands here, readers do not see the record."),
    "publish": N_("The day from which readers see it."),
    "formerly": N_("Addresses at which it was found before; they go on leading here."),
    "sources": N_("The sources that its facts rest on, by their ids."),
    "pictures": N_("Pictures that lie in this folder. The first one stands for the record in lists."),
    "cover": N_(
        "The family of its drawn cover; “python3 build.py art” shows them. One is chosen where none is named."
    ),
    "cover_source": N_("What the drawn cover is modelled on, if it is."),
    # ---- records with a name
    "name": N_("The name in each language of the site."),
    "transliteration": N_("The name in Latin letters, with the marks of transliteration."),
    "sort": N_("The name as an index files it, where that is not plain: Khusraw, Nasir."),
    "aliases": N_("Other names and spellings, in any script: search finds the record by them."),
    "region": N_("The shore that it belongs to, or the bridge between both."),
    # ---- stories
    "original": N_("The language that the story was first written in."),
    "fields": N_("What it is about."),
    "published": N_("The day on which it is published; stories stand in this order."),
    "updated": N_("The day of its last change that readers should know of."),
    "when": N_("The time that it tells of."),
    "people": N_("The people whom it tells of, by their ids; so with the lists below."),
    "institutions": N_("Schools, hospitals, museums and the like, by their ids."),
    "works": N_("Books, buildings and works of the hand, by their ids."),
    "places": N_("Places that belong to it, by their ids."),
    "journeys": N_("Journeys, by their ids."),
    "events": N_("Events, by their ids."),
    "projects": N_("Projects, by their ids."),
    "gifts": N_("Gifts, by their ids."),
    "terms": N_("Words of the glossary that it explains or uses, by their ids."),
    "related": N_("Other stories that are well read after it, by their ids."),
    # ---- people
    "roles": N_("What the person is known as."),
    "born": N_("When the person was born."),
    "birthplace": N_("Where the person was born: the id of a place."),
    "died": N_("When the person died."),
    "deathplace": N_("Where the person died: the id of a place."),
    "active": N_("When the person was at work, where neither birth nor death is known."),
    "teachers": N_("The person's teachers, by their ids."),
    "same_as": N_("Addresses of the same thing in Wikidata, VIAF, GeoNames and the like."),
    "living": N_("Write yes for a person who is alive: then consent is needed."),
    "consent": N_("A living person's written consent: given when, for what, and where the paper is kept."),
    # ---- places
    "type": N_("What kind of thing it is."),
    "coordinates": N_("Latitude and longitude in degrees."),
    "part_of": N_("What it is a part of, by its id."),
    "listed": N_("Lists of heritage that it is on."),
    # ---- works
    "makers": N_("Who wrote, built or made it, by their ids."),
    "date": N_("When it was made or given."),
    "place": N_("Where it is or was: the id of a place."),
    "language": N_("The language that it is written in."),
    "material": N_("What it is made of, as one would tell it: silk thread on wool."),
    "materials": N_("What it is made of, in the words by which works are found."),
    "technique": N_("How it is made."),
    "dimensions": N_("Its size."),
    "holder": N_("Who keeps it: the id of an institution."),
    "inventory": N_("Its number in the holder's books."),
    "rights": N_("Who has rights in it, in words."),
    # ---- journeys
    "travellers": N_("Who travelled, by their ids."),
    "purpose": N_("What the journey was for."),
    "begins": N_("When it begins."),
    "ends": N_("When it ends."),
    "stops": N_("The places on the way, in the order of travel."),
    "hosts": N_("People or institutions that received the travellers, by their ids."),
    "outcome": N_("What came of it."),
    # ---- institutions
    "founded": N_("When it was founded."),
    "closed": N_("When it was closed."),
    "founders": N_("Who founded it, by their ids."),
    "website": N_("Its own address on the web."),
    # ---- events, projects, gifts
    "starts": N_("The day on which it begins."),
    "venue": N_("Where it is held: the id of a place or an institution."),
    "organisers": N_("People or institutions that hold it, by their ids."),
    "participants": N_("People or institutions that take part, by their ids."),
    "programme": N_("What is on the programme, in its order."),
    "partners": N_("People or institutions that work together, by their ids."),
    "status": N_("How far it has come."),
    "results": N_("What came of it."),
    "givers": N_("People or institutions that gave, by their ids."),
    "recipients": N_("People or institutions that received, by their ids."),
    "items": N_("What was given, and how much of it."),
    # ---- terms
    "meaning": N_("One line that explains the word."),
    "see": N_("Words to look at next, by their ids."),
    # ---- sources
    "title": N_("The title in its own language and script."),
    "authors": N_("Its authors, as the title page names them."),
    "editors": N_("Its editors."),
    "translators": N_("Its translators."),
    "container": N_("The journal, encyclopaedia or book that it stands in."),
    "volume": N_("The volume."),
    "issue": N_("The issue."),
    "pages": N_("The pages."),
    "edition": N_("The edition."),
    "publisher": N_("The publisher."),
    "published_at": N_("Where it was published."),
    "year": N_("The year of publication, as the book has it."),
    "doi": N_("Its DOI."),
    "isbn": N_("Its ISBN."),
    "url": N_("Where it can be read on the web."),
    "sources.name": N_("The title in the languages of the site, where that helps the reader."),
    "sources.language": N_("The language that it is written in."),
    # ---- pages
    "order": N_("Its place among the pages: the smaller the number, the earlier."),
    "menu": N_("Where the site leads to it from."),
    "introduces": N_("The kind of record whose list leads to it, as it tells what belongs there."),
}
"""By the name of the field; by `kind.field` where a kind means something else by it."""


def guidance(kind: str, field: str) -> str:
    """The sentence on a field of a kind of record; empty where there is none yet, or where it is no kind's field."""
    return (FIELDS.get(f"{kind}.{field}") or FIELDS.get(field, "")) if kind else ""
