"""Sites drawn at random, and which of their records have which value, worked out from the facts alone."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator

from tests.indexes.worlds import PLAIN
from warraq.model.kinds import KIND

Facts = dict[str, object]
Records = dict[str, Facts]
"""By key, what the facts of records hold."""


def anything(chance: random.Random) -> Records:
    """A site of all kinds that have facets, drawn at random; some records are drafts."""
    records: Records = {}

    def add(kind: str, count: int, facts: Callable[[int], Facts]) -> None:
        for number in range(count):
            draft = {"draft": "yes"} if chance.random() < 0.15 else {}
            records[f"{kind}/{KIND[kind].template}-{number}"] = {**draft, **facts(number)}

    def some(kind: str, most: int) -> list[str]:
        return [f"{KIND[kind].template}-{chance.randrange(6)}" for _ in range(chance.randrange(most + 1))]

    def place(number: int) -> Facts:
        # Each lies in one of those before it: cities, quarters, houses.
        within = {"part_of": f"place-{chance.randrange(number)}"} if number > 1 else {}
        return {"type": chance.choice(["city", "quarter", "building"]), **within}

    add("places", 6, place)
    add("people", 6, lambda _: {
        "roles": chance.sample(["poet", "painter", "ruler"], chance.randrange(3)),
        **({"born": chance.randrange(-150, 1500)} if chance.random() < 0.7 else {}),
    })  # fmt: skip
    add(
        "institutions",
        6,
        lambda _: {"type": chance.choice(["school", "museum"]), "place": f"place-{chance.randrange(6)}"},
    )
    add("works", 9, lambda _: {
        "type": chance.choice(["book", "textile"]),
        "makers": some("people", 2),
        "materials": chance.sample(["silk", "paper", "ink"], chance.randrange(3)),
        "holder": f"institution-{chance.randrange(6)}",
    })  # fmt: skip
    add("journeys", 5, lambda _: {
        "begins": 1000 + 60 * chance.randrange(4),
        "stops": [{"place": f"place-{chance.randrange(6)}"} for _ in range(chance.randrange(5))],
    })  # fmt: skip
    add("events", 5, lambda _: {
        "type": chance.choice(["talk", "fair"]), "starts": 2024 + chance.randrange(4),
        "fields": chance.sample(["art", "craft"], chance.randrange(3)),
    })  # fmt: skip
    add("stories", 9, lambda number: {
        "original": "en", "region": "bridge", "published": f"2026-01-{number + 1:02}",
        "fields": chance.sample(["art", "travel", "medicine"], chance.randrange(3)),
        "places": some("places", 3), "when": chance.randrange(900, 1300),
    })  # fmt: skip
    return records


def written(records: Records) -> dict[str, str]:
    """The files of such a site."""
    files = {"content/site.yaml": PLAIN}
    for key, facts in records.items():
        kind, _, id = key.partition("/")
        lines = [f"{name}: {value}".replace("'", "") for name, value in facts.items()]
        if kind == "stories":
            files[f"content/{key}/en.md"] = f"---\ntitle: {id}\nsummary: s\n---\nText.\n"
        else:
            lines.append(f"name: {{fa: {id}, ar: {id}, en: {id}}}")
        files[f"content/{key}/facts.yaml"] = "\n".join(lines) + "\n"
    return files


def expected(records: Records) -> dict[str, set[str]]:
    """For each `kind/facet/value`, the records that have it, worked out from the facts alone."""
    found: dict[str, set[str]] = defaultdict(set)
    public = {key for key, facts in records.items() if "draft" not in facts}

    def around(place: str) -> Iterator[str]:
        facts = records[f"places/{place}"]
        yield place
        if "part_of" in facts:
            yield from around(str(facts["part_of"]))

    def put(key: str, facet: str, *values: object, of: str = "") -> None:
        kind = key.partition("/")[0]
        for value in values:
            for each in around(str(value)) if of == "places" else (value,):
                if not of or f"{of}/{each}" in public:
                    found[f"{kind}/{facet}/{each}"].add(key)

    for key in public:
        kind, facts = key.partition("/")[0], records[key]

        def all_of(name: str, facts: Facts = facts) -> list[object]:
            value = facts.get(name, [])
            return value if isinstance(value, list) else [value]

        for date in ("when", "born", "begins"):
            for year in all_of(date):
                put(key, "century", century(int(str(year))))
        if kind in {"places", "works", "institutions", "events"}:
            put(key, "type", facts["type"])
        put(key, "field", *all_of("fields"))
        put(key, "role", *all_of("roles"))
        put(key, "material", *all_of("materials"))
        put(key, "year", *all_of("starts"))
        put(key, "within", *all_of("part_of"), of="places")
        put(key, "place", *all_of("places"), *all_of("place"), of="places")
        put(key, "maker", *all_of("makers"), of="people")
        put(key, "holder", *all_of("holder"), of="institutions")
        stops = [stop["place"] for stop in all_of("stops")]  # type: ignore[index]
        if len(stops) > 1:
            put(key, "from", stops[0], of="places")
            put(key, "through", *stops[1:-1], of="places")
            put(key, "to", stops[-1], of="places")
    return found


def century(year: int) -> str:
    """The name of a century in addresses, from an astronomical year."""
    return str((year - 1) // 100 + 1) if year > 0 else f"{-year // 100 + 1}-bce"
