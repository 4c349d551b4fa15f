"""The last stage: bytes kept by key in a store, and from there into the output folder."""
