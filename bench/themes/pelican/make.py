# ruff: noqa: INP001  (run as a file, where Pelican is installed)
"""Builds the site with Pelican: one language after the other, since its lists are of one language only."""

from __future__ import annotations

from pelican import Pelican
from pelican.settings import read_settings

NAMES = {"fa": "پل‌ها", "ar": "جسور", "en": "Bridges"}

for code, name in NAMES.items():
    settings = read_settings(
        override={
            "SITENAME": name,
            "SITEURL": f"https://bridges.example/{code}",
            "FEED_DOMAIN": f"https://bridges.example/{code}",
            "DEFAULT_LANG": code,
            "TIMEZONE": "UTC",
            "PATH": "content",
            "ARTICLE_PATHS": [code],
            "PAGE_PATHS": [],
            "STATIC_PATHS": [],
            "OUTPUT_PATH": f"public/{code}",
            "THEME": "theme",
            "THEME_STATIC_PATHS": [],
            "ARTICLE_URL": "stories/{slug}/",
            "ARTICLE_SAVE_AS": "stories/{slug}/index.html",
            "TAG_URL": "tags/{slug}/",
            "TAG_SAVE_AS": "tags/{slug}/index.html",
            "AUTHOR_SAVE_AS": "",
            "CATEGORY_SAVE_AS": "",
            "DIRECT_TEMPLATES": ["home", "index", "tags", "sitemap"],
            "HOME_SAVE_AS": "index.html",
            "INDEX_SAVE_AS": "stories/index.html",
            "TAGS_SAVE_AS": "tags/index.html",
            "SITEMAP_SAVE_AS": "sitemap.xml",
            "PAGINATED_TEMPLATES": {"index": 50},
            "FEED_ALL_RSS": "feed.xml",
            "FEED_ALL_ATOM": None,
            "CATEGORY_FEED_ATOM": None,
            "TRANSLATION_FEED_ATOM": None,
            "AUTHOR_FEED_ATOM": None,
            "AUTHOR_FEED_RSS": None,
            "FEED_MAX_ITEMS": 20,
            "MARKDOWN": {
                "extensions": ["footnotes", "tables", "attr_list", "toc", "smarty", "meta"],
                "output_format": "html",
            },
            "LANGUAGES": NAMES,
            "DIRECTION": "ltr" if code == "en" else "rtl",
            "CACHE_CONTENT": True,
            "LOAD_CONTENT_CACHE": True,
            "CONTENT_CACHING_LAYER": "reader",
            "CACHE_PATH": f".cache/{code}",
        }
    )
    Pelican(settings).run()
