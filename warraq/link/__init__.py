"""The third stage: from the index to a library in which every reference leads somewhere."""
