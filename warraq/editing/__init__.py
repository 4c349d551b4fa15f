"""Editing in the browser: the fields of each kind as a form, and what a git-based CMS is told of them.

It knows the model and nothing of records: what there is to choose from is handed to it.
"""
