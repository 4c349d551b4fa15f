"""The leaf as the typesetter sees it: where each word stands, and how large a title may be.

All that an editor has written comes as data, through `sys.inputs`. Nothing of it is ever read as markup.
"""

from __future__ import annotations

from typing import Final

WIDE: Final = 1200
HIGH: Final = 630
PANEL: Final = 440
"""The width of the cover or the mounted picture, at the end of the line."""

# One point is one pixel at 72 points to the inch.
PIXELS_PER_INCH: Final = 72

SOURCE: Final = r"""
#let card = json(bytes(sys.inputs.card))
#set page(width: card.width * 1pt, height: card.height * 1pt, margin: 0pt)
#set text(hyphenate: false, overhang: false)
#set par(justify: false, linebreaks: "simple")
#let start = if card.direction == "rtl" { right } else { left }
#let end-of-part = ": "

#let set-in(words, face, size, body) = {
  let (above, below, between) = words.edges
  set text(
    lang: words.language, dir: if words.direction == "rtl" { rtl } else { ltr },
    font: face.families, weight: face.weight, fill: rgb(face.ink),
    size: size * 1pt, top-edge: above * 1em, bottom-edge: -below * 1em,
  )
  set align(start)
  par(leading: between * size * 1pt, body)
}
#let title(body, size) = set-in(card.title, card.title-face, size, body.split("\n").join(linebreak()))

#let high(body, size, width) = measure(title(body, size), width: width * 1pt).height / 1pt
#let lines-of(body, size, width) = {
  let (above, below, between) = card.title.edges
  calc.round((high(body, size, width) / size + between) / (above + below + between))
}
#let widest-word(body, size) = {
  calc.max(..body.split(regex("[ \n]")).map(word => measure(title(word, size)).width / 1pt))
}
#let fits(body, step, width) = (
  high(body, step.size, width) <= card.room
  and lines-of(body, step.size, width) <= step.lines
  and widest-word(body, step.size) <= width
)

// What is too long even in the smallest size ends with a whole word and an ellipsis.
#let closed(part) = {
  let open = part.matches(regex("[\u{2066}-\u{2068}]")).len() - part.matches("\u{2069}").len()
  part + "\u{2069}" * calc.max(0, open) + "…"
}
#let longest(parts, joint, has-room) = {
  let (low, high) = (0, parts.len())
  while low < high {
    let middle = calc.quo(low + high + 1, 2)
    if has-room(closed(parts.slice(0, middle).join(joint))) { low = middle } else { high = middle - 1 }
  }
  if low > 0 { closed(parts.slice(0, low).join(joint)) }
}
#let cut(body, has-room) = {
  let whole = longest(body.split(" "), " ", has-room)
  if whole == none { longest(body.clusters(), "", has-room) } else { whole }
}

// Words in one line: a little smaller where they are long, and no smaller than can be read.
#let small(words, face, width) = {
  let wide(body, size) = measure(set-in(words, face, size, body)).width / 1pt
  let size = calc.max(calc.min(1, width / calc.max(1, wide(words.text, face.size))), 0.7) * face.size
  let has-room(body) = wide(body, size) <= width + 0.5
  set-in(words, face, size, if has-room(words.text) { words.text } else { cut(words.text, has-room) })
}

// The largest size that there is room for. A title of two parts is parted between them where that costs one size at
// most, and either no line or none in the first part.
#let chosen(body, width) = {
  let place = card.steps.position(step => fits(body, step, width))
  if place == none {
    let last = card.steps.last()
    return (cut(body, part => fits(part, last, width)), last.size)
  }
  let whole = (body, card.steps.at(place).size)
  if end-of-part not in body { return whole }
  let first = body.split(end-of-part).first() + end-of-part.trim()
  let parted = first + "\n" + body.slice(first.len() + 1)
  for step in card.steps.slice(place, calc.min(place + 2, card.steps.len())) {
    let kept = lines-of(first, step.size, width) == 1 or lines-of(parted, step.size, width) <= lines-of(..whole, width)
    if kept and fits(parted, step, width) { return (parted, step.size) }
  }
  whole
}

// The narrowest measure that takes no line more: lines of nearly one length.
#let balanced(body, size, width) = {
  let (low, high, lines) = (calc.max(width * 0.4, widest-word(body, size)), width, lines-of(body, size, width))
  if lines == 1 { return width }
  while high - low > 6 {
    let middle = (low + high) / 2
    if lines-of(body, size, middle) <= lines { high = middle } else { low = middle }
  }
  high
}

#let drawing(name, ..size) = image(bytes(sys.inputs.at(name)), format: "svg", ..size)
#let box-of(area, body) = place(
  dx: area.x * 1pt, dy: area.y * 1pt, block(width: area.width * 1pt, height: area.height * 1pt, body),
)

#place(drawing("leaf", width: 100%))
#box-of(card.panel, drawing("panel", width: 100%, height: 100%))
#box-of(card.text, context {
  let width = card.text.width
  place(top + start, small(card.kicker, card.kicker-face, width))
  let foot = (drawing("emblem", width: card.emblem * 1pt), small(card.site, card.site-face, width - card.emblem - 18))
  place(bottom + start, grid(
    columns: 2, gutter: 18pt, align: horizon, ..if card.direction == "rtl" { foot.rev() } else { foot },
  ))
  let (body, size) = chosen(card.title.text, width)
  place(top + start, dy: card.top * 1pt, block(height: card.room * 1pt + card.line-room * 1pt, align(horizon + start, {
    block(width: balanced(body, size, width) * 1pt, spacing: 0pt, title(body, size))
    if card.line.text != "" { block(spacing: 0pt, above: card.line-gap * 1pt, small(card.line, card.line-face, width)) }
  })))
})
"""
