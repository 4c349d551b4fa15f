"""Maps drawn as SVG: coasts, lakes and rivers, spots and the ways between them, with labels that do not collide.

Geometry only: nothing here knows of records or pages. No border is drawn, and the data has none (`earth.py`). The way
from degrees to a drawing is `projection` → `frame` → `ground`, `dots`, `arcs` and `labels` → `sheet`.
"""
