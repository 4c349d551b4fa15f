"""Two texts beside each other: where each may be cut, and which of their passages belong together."""
