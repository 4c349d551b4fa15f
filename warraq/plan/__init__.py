"""The fourth stage: from the library to the list of all that the site consists of, nothing of it rendered yet."""
