"""The editor's desk in the preview: a page in all its languages side by side, and what is wrong with it."""
