"""The set-up before everything else, in nothing but Python's standard library.

`entry` decides, `lockfile` reads what is wanted, `installed` sees what is there, `environment` makes what is
missing, `progress` shows it being made, `messages` holds the words.
"""
