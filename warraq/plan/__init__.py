"""The third stage: from the library to the list of everything that the site consists of, nothing of it rendered yet."""
