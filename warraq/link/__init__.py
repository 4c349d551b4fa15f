"""The second stage: from records to a library in which every reference leads somewhere."""
