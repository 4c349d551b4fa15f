"""For those who write and maintain: the live preview, new records, the test run."""
