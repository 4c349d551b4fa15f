"""Every message that the engine can say, in tables by stage. `docs/diagnostics*.md` and `explain` are made from them.

Sentences use the editors' words (record, field, text), never the machine's. `{names}` are filled when printed.
"""

from __future__ import annotations

from typing import Final

from warraq.diagnostics import Rule
from warraq.rules.content import *
from warraq.rules.links import *
from warraq.rules.output import *
from warraq.rules.pictures import *
from warraq.rules.plan import *
from warraq.rules.reading import *
from warraq.rules.theme import *
from warraq.rules.translations import *
from warraq.rules.writing import *

RULES: Final[dict[str, Rule]] = {
    rule.code: rule
    for rule in sorted((r for r in globals().values() if isinstance(r, Rule)), key=lambda r: r.code)
}
