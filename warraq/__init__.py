"""Warraq: a static website generator for cultural heritage in several scripts."""

__version__ = "0.1.0"
