"""The index of search: the words of records, put in order and cut into files that a browser fetches one by one."""
