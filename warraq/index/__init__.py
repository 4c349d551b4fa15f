"""The second stage: from a record to what the rest of the site must know of it."""
