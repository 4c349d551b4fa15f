"""The first stage: from files to records. Each is read alone, so any order and number of processes will do."""
