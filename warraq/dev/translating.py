"""`translate`: the file of a translation, with the skeleton of the original, its words beside it, and guidance."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from warraq.dev.front_matter import follows_field
from warraq.dev.records import NotUnderstood, Records
from warraq.facing.passages import ANCHOR, passages_of
from warraq.following.gaps import GAP, skeleton
from warraq.following.segments import SUMMARY, TITLE, Segment, marks_of
from warraq.following.texts import original_of, segments_in
from warraq.model.records import Record, Telling
from warraq.report.speech import Speaker


def begin_translation(words: Sequence[str], source: str | None, content: Path, speaker: Speaker) -> int:
    """Write the file of a translation; the exit code: 0, or 2 where the words do not say of what into what."""
    if len(words) != 2:
        example = "python3 build.py translate tatreez fa"
        print(
            speaker.say("Write a record and a language: {example}").format(example=example), file=sys.stderr
        )
        return 2
    records = Records.of(content, speaker)
    try:
        code = records.language(words[1])
        record = records.read(*records.find(words[0]))
        original = _original(records, record, code, source)
    except NotUnderstood as sentence:
        print(sentence, file=sys.stderr)
        return 2
    path = records.file(record, code)
    if path.exists() and not _is_unbegun(record.telling(code)):
        said = records.say(
            "{file} is there already."
            " “python3 build.py confirm {record} {language}” says that it agrees with its original.",
            file=records.shown(path),
            record=record.key,
            language=code,
        )
        print(said, file=sys.stderr)
        return 2
    path.write_text(translation_of(original, records), "utf-8", newline="\n")
    print(path)
    print(
        records.say(
            "Write in place of each “…”, look at it with “python3 build.py serve”,"
            " and take “draft: yes” out when it is ready."
        )
    )
    return 0


def _is_unbegun(telling: Telling | None) -> bool:
    """Whether a text is as `new` writes it, and nothing would be lost with it."""
    if telling is None or not telling.front.draft:
        return False
    return telling.body.strip() in {"", GAP} and (telling.front.summary or GAP).strip() == GAP


def _original(records: Records, record: Record, code: str, source: str | None) -> Telling:
    """The text to be translated: the one that was asked for, that which the story began in, or the most welcome."""
    chosen = (records.language(source),) if source else (original_of(record), *records.site.preference(code))
    for other in chosen:
        telling = record.telling(other)
        if telling and other != code and telling.body.strip() not in {"", GAP}:
            return telling
    if source:
        raise NotUnderstood(
            records.say("“{record}” has no text in “{code}” to translate.", record=record.key, code=source)
        )
    raise NotUnderstood(records.say("“{record}” has no text to translate.", record=record.key))


def translation_of(original: Telling, records: Records) -> str:
    """The file of a translation of this text that nobody has begun to write."""
    segments = segments_in(original)
    head = "\n".join(_head(original, segments, records))
    body = "\n\n".join(_body(original.body, segments))
    return f"---\n{head}\n---\n{body}\n"


def _head(original: Telling, segments: Sequence[Segment], records: Records) -> Iterator[str]:
    for sentence in _guidance(records):
        yield f"# {sentence}"
    yield "draft: yes"
    for kind in (TITLE, SUMMARY):
        found = next((segment.words for segment in segments if segment.kind == kind), None)
        if found:
            yield f"# {' '.join(found.split())}"
            yield f"{kind}: {GAP}"
    yield f"translated_from: {original.language}"
    yield f"translator: {GAP}"
    yield f"#reviewer: {GAP}"
    yield "# " + records.say(
        "By these marks it is seen which passages of the original change. Leave them as they are."
    )
    yield from follows_field(original.language, marks_of(segments))


def _guidance(records: Records) -> Iterator[str]:
    say = records.say
    yield say("Write in place of each “…”.")
    yield say("What stands after # or between <!-- and --> is for you: readers never see it.")
    yield say("Keep as they are: [[names of records]], [^1] marks of notes, {{#addresses}}, names of files.")
    yield say("They may change places, as your sentence wants it.")
    yield say("When all is written, take the line “draft: yes” out: from then on readers see this text.")


def _body(body: str, segments: Sequence[Segment]) -> Iterator[str]:
    """Each passage in a comment, and below it the place for its translation."""
    lines = body.split("\n")
    anchors = [passage.first for passage in passages_of(body) if passage.kind == ANCHOR]
    for segment in segments:
        if segment.line < 0:
            continue
        while anchors and anchors[0] < segment.line:
            yield lines[anchors.pop(0)].strip()
        made = skeleton(segment)
        if made != segment.words:  # code and rules have no words to be translated
            yield f"<!--\n{_COMMENT.sub('', segment.words).strip()}\n-->"
        yield made
    addresses = [line.strip() for line in lines if _ADDRESS.match(line)]
    if addresses:
        yield "\n".join(addresses)


_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_ADDRESS = re.compile(r"[ ]{0,3}\[[^\]^][^\]]*\]:[ \t]*\S")
