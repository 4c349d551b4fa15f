"""What hosts are told, and the team's gate: the same rules everywhere, and no command that is not there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.small_site import REPOSITORY, real_site
from warraq.cli import COMMANDS
from warraq.options import parser
from warraq.plan.hosting import FINGERPRINTED, FOR_EVER, POLICY

GATES = (".github/workflows/site.yml", ".gitlab-ci.yml", ".githooks/pre-commit")
SERVERS = ("docs/hosting/nginx.conf", "docs/hosting/Caddyfile")
GUIDES = tuple(f"docs/deploy.{code}.md" for code in ("en", "fa", "ar"))


@pytest.fixture(scope="module")
def site() -> Path:
    return real_site()[0]


@pytest.mark.parametrize("path", [*GATES, *GUIDES])
def test_every_command_of_the_gates_and_the_guides_is_one_that_we_have(path: str) -> None:
    text = (REPOSITORY / path).read_text("utf-8")
    commands = re.findall(r"(?:python3?|\"\$python\") build\.py ([^`|\n>]*)", text)
    assert commands
    for command in commands:
        parser(COMMANDS).parse_args(shlex.split(command.replace("${{", "").replace("}}", "")))


@pytest.mark.parametrize("path", GATES[:2])
def test_a_gate_keeps_what_builds_left_for_the_next_build(path: str) -> None:
    gate = yaml.safe_load((REPOSITORY / path).read_text("utf-8"))
    assert {".venv", ".cache"} <= set(re.findall(r"\.\w+", repr(gate)))


@pytest.mark.parametrize("path", SERVERS)
def test_our_servers_send_what_other_hosts_are_told_to_send(path: str) -> None:
    server = (REPOSITORY / path).read_text("utf-8")
    assert POLICY in server
    assert FOR_EVER in server
    for folder in FINGERPRINTED:
        name = folder.removeprefix("/assets/").rstrip("*")
        assert name in server.replace("\\", ""), name


def test_files_that_are_kept_for_ever_have_a_fingerprint_in_their_name(site: Path) -> None:
    beginnings = tuple(pattern.rstrip("*") for pattern in FINGERPRINTED)
    files = (file for file in site.rglob("*") if file.is_file())
    kept = [file for file in files if f"/{file.relative_to(site).as_posix()}".startswith(beginnings)]
    assert len(kept) > 20
    assert [file for file in kept if not re.search(r"[.-][0-9a-f]{6,}\.\w+$", file.name)] == []


def test_no_page_needs_what_the_policy_forbids(site: Path) -> None:
    told = (site / "_headers").read_text("utf-8")
    assert f"/fa/*\n  Content-Security-Policy: {POLICY}\n" in told
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\ssrc=)|\son\w+=\"|\sstyle=\"|<style", page), file


def test_the_hook_checks_before_a_commit_of_content_and_not_before_others(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "build.py").write_text("import sys; print('checked'); sys.exit(sys.argv[1] != 'check')\n")
    shutil.copy(REPOSITORY / ".githooks/pre-commit", tmp_path / "hook")
    said = []
    for name in ("notes.txt", "content/site.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
        git("add", name)
        done = subprocess.run(
            ["sh", "hook"], cwd=tmp_path, capture_output=True, text=True, check=True, env=os.environ
        )
        said.append(done.stdout.strip())
    assert said == ["", "checked"]
