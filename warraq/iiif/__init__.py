"""Pictures and works as IIIF describes them: static tiles of the Image API, manifests of the Presentation API.

Plain values in, dictionaries and bytes out: nothing here knows what a record of the site is.
"""
