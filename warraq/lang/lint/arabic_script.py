"""Classes of characters of the Arabic script, as the insides of a regular expression's brackets."""

from __future__ import annotations

LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c9"
)
MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
ZWNJ = "\u200c"
TATWEEL = "\u0640"
WORD = LETTER + MARK + TATWEEL + "\u200c\u200d"
"""What a word may hold."""
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
