"""`confirm` and `touch-up`: what a translation follows is noted anew, as it is today.

`confirm` is the translator's: this text says again what its original says. `touch-up` is for whoever has mended a typo
in an original: no translation need follow that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from warraq.dev.changes import lines_of
from warraq.dev.fixing import agrees, in_colour
from warraq.dev.front_matter import follows_field, with_field
from warraq.dev.records import NotUnderstood, Records
from warraq.earlier import Earlier, found_in_history, names_of
from warraq.following.comparison import Change
from warraq.following.review import Review, ReviewedChange, review
from warraq.following.texts import gaps_in, original_of, source_of
from warraq.lang.numbers import ascii_digits
from warraq.model.records import Record, Telling
from warraq.proof.repair import Repair, write
from warraq.report.speech import Speaker


def confirm(words: Sequence[str], source: str | None, content: Path, speaker: Speaker) -> int:
    """Note that a text says what its original says today, or has followed those changes whose numbers are given.

    The exit code: 0, or 2 where the words do not say which text is meant.
    """
    if len(words) < 2:
        example = "python3 build.py confirm tatreez fa"
        return _refuse(speaker.say("Write a record and a language: {example}").format(example=example))
    records = Records.of(content, speaker)
    try:
        code = records.language(words[1])
        record = records.read(*records.find(words[0]))
        own = _text(records, record, code)
        held = _held_against(records, record, own, _source(records, record, own, source))
        chosen = _chosen(records, words[2:], len(held.changes)) if words[2:] else None
    except NotUnderstood as sentence:
        return _refuse(str(sentence))
    file, original = records.shown(records.file(record, code)), f"{held.source.language}.md"
    if held.kept and not held.changes:
        print(records.say("{file} follows {original} as it is today already.", file=file, original=original))
        return 0
    followed = held.changes if chosen is None else [held.changes[number] for number in chosen]
    marks = held.accepting({change.change for change in followed})
    write([_noted(records, record, held, marks)], content.parent)
    left = len(held.changes) - len(followed)
    if left:
        print(records.say("{file}: changes still to be followed: {count}.", file=file, count=left))
    else:
        print(records.say("{file} follows {original} as it is today.", file=file, original=original))
    if gaps := gaps_in(own):
        print(records.say("Passages still to be written: {count}.", count=len(gaps)))
    if own.front.draft:
        print(records.say("It is a draft: readers see it once “draft: yes” is taken out."))
    return 0


def touch_up(words: Sequence[str], content: Path, speaker: Speaker, *, agreed: bool) -> int:
    """Note that changes of an original are so small that no translation need follow them; the exit code.

    Each is shown. 0 where they were noted, 1 where they were shown only, 2 where the words name nothing. Nothing is
    written without consent: an answer at the terminal, the numbers of changes, or `--yes`.
    """
    if not words:
        example = "python3 build.py touch-up tatreez"
        return _refuse(speaker.say("Write a record: {example}").format(example=example))
    records = Records.of(content, speaker)
    try:
        record = records.read(*records.find(words[0]))
        codes = [records.language(word) for word in words[1:] if not word.isdecimal()]
        held = [*_translations(records, record, codes)]
        changes = _distinct(held)
        asked = [word for word in words[1:] if word.isdecimal()]
        chosen = _chosen(records, asked, len(changes)) if asked else None
    except NotUnderstood as sentence:
        return _refuse(str(sentence))
    if not changes:
        print(records.say("Nothing has changed that a translation would have to follow."))
        return 0
    names = set()
    for number, (one, change) in enumerate(changes):
        print("\n".join(lines_of(number + 1, change, one.source, one.own, records, colour=in_colour())))
        if chosen is not None:
            wanted = number in chosen
        else:
            wanted = agreed or agrees(records.say("Only a touch-up, which no translation need follow? (y/n)"))
        if wanted:
            names.add((one.source.language, one.name(change.change)))
    if not names:
        print(
            records.say(
                "Nothing was changed. “python3 build.py touch-up {record} 1” notes the first of these as a touch-up,"
                " “--yes” all of them.",
                record=record.key,
            )
        )
        return 1
    repairs = [*_touched_up(records, record, held, names)]
    write(repairs, content.parent)
    for repair in repairs:
        print(records.say("{file} need not follow what was touched up.", file=repair.file))
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


# ---------------------------------------------------------------- which text, and what it follows


def _text(records: Records, record: Record, code: str) -> Telling:
    own = record.telling(code)
    if own is None:
        raise NotUnderstood(
            records.say(
                "“{record}” has no text in “{language}”. “python3 build.py translate {record} {language}” begins one.",
                record=record.key,
                language=code,
            )
        )
    return own


def _source(records: Records, record: Record, own: Telling, asked: str | None) -> Telling:
    """The text that was asked for, the one that it follows already, or the one that the story began in."""
    if asked:
        records.language(asked)
        found = record.telling(asked)
    else:
        found = source_of(record, own) or record.telling(original_of(record))
    if found is None or found.language == own.language:
        raise NotUnderstood(
            records.say(
                "It is not said what {file} follows: add --from with the language of the original.",
                file=records.shown(records.file(record, own.language)),
            )
        )
    return found


def _held_against(records: Records, record: Record, own: Telling, source: Telling) -> Review:
    """A text held against the one that it follows, with what the history knows of it."""
    first = review(source, own, {})
    gone = set(first.kept) - set(first.marks)
    if not gone:
        return first
    names = names_of(record.key, source.language, gone)
    earlier = Earlier(found_in_history(names, records.content)).of(record.key, source.language)
    return review(source, own, earlier) if earlier else first


def _translations(records: Records, record: Record, codes: Sequence[str]) -> Iterator[Review]:
    """The texts that follow another one which has changed, in these languages or in all."""
    for own in record.tellings:
        source = source_of(record, own) if own.front.follows else None
        if source and (not codes or own.language in codes):
            held = _held_against(records, record, own, source)
            if held.changes:
                yield held


def _distinct(held: Sequence[Review]) -> list[tuple[Review, ReviewedChange]]:
    """The changes of all these, each once, with one of the texts that would have to follow it."""
    found: dict[tuple[str, tuple[str, str, str]], tuple[Review, ReviewedChange]] = {}
    for one in held:
        for change in one.changes:
            found.setdefault((one.source.language, one.name(change.change)), (one, change))
    return list(found.values())


def _chosen(records: Records, words: Sequence[str], count: int) -> set[int]:
    """The places of the changes whose numbers were given."""
    numbers = [ascii_digits(word) for word in words]
    for word in numbers:
        if not word.isdecimal() or not 1 <= int(word) <= count:
            raise NotUnderstood(
                records.say("There is no change {number}: they are {count}.", number=word, count=count)
            )
    return {int(word) - 1 for word in numbers}


# ---------------------------------------------------------------- what is written


def _touched_up(
    records: Records, record: Record, held: Sequence[Review], names: set[tuple[str, tuple[str, str, str]]]
) -> Iterator[Repair]:
    for one in held:
        chosen: set[Change] = {
            change.change for change in one.changes if (one.source.language, one.name(change.change)) in names
        }
        if chosen:
            yield _noted(records, record, one, one.accepting(chosen))


def _noted(records: Records, record: Record, held: Review, marks: Sequence[str]) -> Repair:
    """The file of a text with these marks in it."""
    path = records.file(record, held.own.language)
    before = path.read_bytes().decode()
    after = with_field(before, "follows", follows_field(held.source.language, marks))
    return Repair(records.shown(path), before, after)
