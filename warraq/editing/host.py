"""Where the form keeps what is edited, and with which hosts it may speak for that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from warraq.model.site import AdminSettings

_HOSTS: Final[Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]]] = {
    "github": ("", ("https://api.github.com",), ("https://avatars.githubusercontent.com",)),
    "gitlab": ("https://gitlab.com", (), ()),
    "gitea": ("", (), ()),
}
"""For each service: where it is where nobody says, and hosts that are asked for files and for the editor's picture."""

_NOBODY: Final = "local/site"
"""The CMS wants a repository to be named; without a service none is ever asked for."""


def backend_of(admin: AdminSettings) -> dict[str, Any]:
    """What the CMS is told of the repository.

    Editors sign in with a token of their own, which stays in their browser. The other way needs a server between
    them and the service, and the CMS would take one that nobody has chosen.
    """
    if admin.backend == "local":
        # Of the services, this is the one of which the CMS asks nothing before an editor signs in.
        return {"name": "gitea", "repo": _NOBODY, "branch": admin.branch, "auth_methods": ["token"]}
    backend: dict[str, Any] = {
        "name": admin.backend,
        "repo": admin.repo or _NOBODY,
        "branch": admin.branch,
        "auth_methods": ["token"],
    }
    server = _server_of(admin)
    if server:
        path = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}[admin.backend]
        backend |= {"base_url": server, "api_root": server + path}
    return backend


def hosts_of(admin: AdminSettings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The hosts that the page may ask for files, and for pictures; none where all is kept on this machine."""
    if admin.backend == "local":
        return (), ()
    server = _server_of(admin)
    files, pictures = _HOSTS[admin.backend][1:]
    if server:
        return (_origin(server),), (_origin(server),)
    return (*files, *_home(admin)), (*pictures, *_home(admin))


def _server_of(admin: AdminSettings) -> str:
    """The service's own address where the site names one."""
    return (admin.server or "").rstrip("/")


def _home(admin: AdminSettings) -> tuple[str, ...]:
    home = _HOSTS[admin.backend][0]
    return (home,) if home else ()


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
