"""Timelines drawn as pictures: when things were, as firm as it is known, along a line that runs as the page is read.

The parts know nothing of a site. `times` says when something was, `scale` where a day lies, `widths` how wide a name is
set, `lanes` puts things beside each other, `picture` lays all of it out, `drawing` and `life` print it as SVG.
"""
