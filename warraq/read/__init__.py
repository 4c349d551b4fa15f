"""The first stage: from files to records. Each file is read alone, so that any order and any number of processes will do."""
