"""What the engine found, told to an editor: on a terminal, to a program, or on a page."""
