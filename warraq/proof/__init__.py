"""The proofreading of a site's texts: faults of writing as messages, and their repair."""
