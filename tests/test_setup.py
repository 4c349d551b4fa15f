"""The set-up: what a bare machine is told and given, and how it mends what was left half done."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from warraq.dev import testing
from warraq.setup import environment as environment_module
from warraq.setup import pip
from warraq.setup.entry import command_of, lock_name, needs_no_packages
from warraq.setup.environment import Environment, SetUpFailed, command_for_venv
from warraq.setup.installed import installed_versions
from warraq.setup.lockfile import Lock, condition_holds, normalised, read_lock
from warraq.setup.messages import MESSAGES, chosen_language, message

PROJECT = Path(__file__).resolve().parents[1]


# What is asked for


def test_the_command_is_found_among_options_that_take_a_value():
    assert command_of([]) == "build"
    assert command_of(["--root", "test", "check"]) == "check"
    assert command_of(["--root=test", "--jobs", "2", "test", "-k", "dates"]) == "test"
    assert command_of(["--explain-rebuild", "build"]) == "build"


def test_only_the_test_command_asks_for_what_tests_need():
    assert lock_name(["test"]) == "requirements-test.lock"
    assert lock_name(["build", "--root", "test"]) == "requirements.lock"


def test_words_are_had_before_any_package_is():
    assert needs_no_packages(["--help"])
    assert needs_no_packages(["build", "-h"])
    assert needs_no_packages(["--language", "fa", "explain", "L201"])
    assert not needs_no_packages(["build"])
    assert not needs_no_packages(["test", "--", "--help"])


def test_an_older_python_can_read_the_entry_and_be_told_that_it_is_too_old():
    source = (PROJECT / "build.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert source.isascii(), "Python 2 reads no other letters without being told"
    assert source.index("version_info < OLDEST_PYTHON") < source.index("from warraq")


# Locks


def test_a_lock_gives_the_pins_that_this_machine_needs(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text(
        textwrap.dedent("""\
            Typing_Extensions==4.16.0 \\
                --hash=sha256:00
            tzdata==2026.6 ; sys_platform == 'no such system' \\
                --hash=sha256:11
            old==1.0 ; python_full_version < '3.11' \\
                --hash=sha256:22
            """)
    )
    assert read_lock(lock).pins == (("typing-extensions", "4.16.0"),)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("", True),
        ("python_full_version < '3.9'", False),  # as text, 3.11 would come before 3.9
        ("python_version == '3.11' and sys_platform == 'linux'", True),
        ("sys_platform == 'win32' or sys_platform == 'darwin'", False),
        ("(sys_platform == 'win32' or sys_platform == 'linux') and python_version >= '3.10'", True),
        ("a_word_from_the_future == 'x'", True),
    ],
)
def test_a_condition_is_read_as_installers_read_it(condition, holds):
    facts = {"python_version": "3.11", "python_full_version": "3.11.7", "sys_platform": "linux"}
    assert condition_holds(condition, facts.__getitem__) is holds


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_versions_and_hashes_and_nothing_else(name):
    for line in (PROJECT / name).read_text().splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.+]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line), (
            line
        )


def test_the_two_locks_agree_and_hold_all_that_the_project_declares():
    runtime = dict(read_lock(PROJECT / "requirements.lock").pins)
    tests = dict(read_lock(PROJECT / "requirements-test.lock").pins)
    assert runtime.items() <= tests.items()
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert names(declared["dependencies"]) <= runtime.keys()
    assert names(declared["optional-dependencies"]["test"]) <= tests.keys()


def names(requirements: list[str]) -> set[str]:
    return {normalised(re.split(r"[<>=!~; \[]", requirement)[0]) for requirement in requirements}


def test_what_is_installed_is_told_by_the_names_of_its_folders(tmp_path):
    for name in (
        "PyYAML-6.0.3.dist-info",
        "typing_extensions-4.16.0.dist-info",
        "old_one-1.2-py3.11.egg-info",
        "yaml",
    ):
        (tmp_path / "first" / name).mkdir(parents=True)
    (tmp_path / "second" / "pyyaml-5.0.dist-info").mkdir(parents=True)
    found = installed_versions([str(tmp_path / "first"), str(tmp_path / "absent"), str(tmp_path / "second")])
    assert found == {"pyyaml": "6.0.3", "typing-extensions": "4.16.0", "old-one": "1.2"}


# Words


def test_every_message_is_there_in_three_languages_with_the_same_values():
    for key, sentences in MESSAGES.items():
        assert sentences.keys() == {"en", "fa", "ar"}, key
        values = {frozenset(re.findall(r"{(\w+)}", sentence)) for sentence in sentences.values()}
        assert len(values) == 1, key


def test_a_path_keeps_its_order_inside_a_persian_sentence():
    assert "\u2068/home/x\u2069" in message("waiting", "fa", folder="/home/x")
    assert "\u2068" not in message("waiting", "en", folder="/home/x")


def test_the_language_is_the_one_asked_for_then_the_systems_then_english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fa_IR.UTF-8")
    assert chosen_language(["build"]) == "fa"
    assert chosen_language(["--language", "ar", "build"]) == "ar"
    assert chosen_language(["--language=en-GB"]) == "en"
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert chosen_language([]) == "en"


# The private environment, with its two slow parts played by the test


@pytest.fixture
def lock(tmp_path) -> Lock:
    file = tmp_path / "requirements.lock"
    file.write_text("bridge==1.0 \\\n    --hash=sha256:00\n")
    return read_lock(file)


@pytest.fixture
def played(tmp_path, monkeypatch):
    """An environment whose making and filling only leave traces, and the traces."""
    traces: list[str] = []
    place = Environment(tmp_path / ".venv", "en")

    class Builder:
        def __init__(self, **options: object) -> None:
            pass

        def create(self, folder: Path) -> None:
            traces.append("made")
            place.python.parent.mkdir(exist_ok=True)
            place.python.touch()

    def install(python: Path, lock_path: Path, show: object) -> pip.Outcome:
        traces.append("filled")
        return pip.Outcome(0, True, "failed", ())

    monkeypatch.setattr("venv.EnvBuilder", Builder)
    monkeypatch.setattr(pip, "install", install)
    return place, traces


def test_a_ready_environment_is_left_alone(played, lock):
    place, traces = played
    place.prepare(lock, print)
    place.prepare(lock, print)
    assert traces == ["made", "filled"]
    assert place.is_ready(lock)


def test_a_changed_lock_is_installed_into_the_same_environment(played, lock):
    place, traces = played
    place.prepare(lock, print)
    lock.path.write_text("bridge==2.0 \\\n    --hash=sha256:00\n")
    place.prepare(read_lock(lock.path), print)
    assert traces == ["made", "filled", "filled"]


def test_an_environment_of_another_python_is_made_anew(played, lock, monkeypatch):
    place, traces = played
    place.prepare(lock, print)
    monkeypatch.setattr(environment_module, "kind_of_python", lambda: "another")
    place.prepare(lock, print)
    assert traces == ["made", "filled", "made", "filled"]


def test_what_was_interrupted_while_unpacking_is_made_anew(played, lock, monkeypatch):
    place, traces = played
    finish = pip.install

    def interrupted(*arguments: object) -> pip.Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(pip, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        place.prepare(lock, print)
    assert not place.is_ready(lock)
    (place.folder / "half a package").mkdir()

    monkeypatch.setattr(pip, "install", finish)
    place.prepare(lock, print)
    assert traces == ["made", "made", "filled"]
    assert not (place.folder / "half a package").exists()


def test_a_failure_before_anything_was_unpacked_keeps_the_environment(played, lock, monkeypatch):
    place, traces = played
    finish = pip.install
    offline = pip.Outcome(1, False, "no-network", ("Collecting bridge", "ERROR: no answer"))
    monkeypatch.setattr(pip, "install", lambda *arguments: offline)
    with pytest.raises(SetUpFailed, match="does not answer") as failure:
        place.prepare(lock, print)
    assert str(failure.value).endswith("\n  Collecting bridge\n  ERROR: no answer")
    monkeypatch.setattr(pip, "install", finish)
    place.prepare(lock, print)
    assert traces == ["made", "filled"]


def test_a_folder_that_somebody_else_made_is_refused_and_left_alone(played, lock):
    place, traces = played
    place.folder.mkdir()
    (place.folder / "pyvenv.cfg").write_text("home = /usr/bin")
    with pytest.raises(SetUpFailed, match="was made by something else"):
        place.prepare(lock, print)
    assert (traces, [file.name for file in place.folder.iterdir()]) == ([], ["pyvenv.cfg"])


def test_a_python_without_venv_is_told_what_to_install(played, lock, monkeypatch):
    place, traces = played
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SetUpFailed) as failure:
        place.prepare(lock, print)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"\n    sudo apt-get install python{version}-venv\n" in str(failure.value)
    assert traces == []


def test_the_command_is_of_the_package_manager_that_is_there(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: "/opt/bin/brew" if name == "brew" else None)
    assert command_for_venv().startswith("brew reinstall python@3.")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "python.org" in command_for_venv()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no read-only folders of this kind")
def test_a_folder_that_cannot_be_made_is_named(lock, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SetUpFailed, match=r"file/\.venv cannot be written to"):
        Environment(tmp_path / "file" / ".venv", "en").prepare(lock, print)


# The whole of it, with a real environment and a real pip, on a package that the test makes


@dataclass(frozen=True, slots=True)
class House:
    """A project that needs one package, and how its first two runs ended, which began at the same moment."""

    project: Path
    variables: dict[str, str]
    first_runs: tuple[subprocess.CompletedProcess[str], ...]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("house")
    wheels = folder / "wheels"
    wheels.mkdir()
    digest = make_wheel(wheels, "1.0")
    make_wheel(wheels, "2.0")

    project = folder / "a project"
    shutil.copytree(PROJECT / "warraq" / "setup", project / "warraq" / "setup")
    shutil.copy(PROJECT / "warraq" / "__init__.py", project / "warraq")
    shutil.copy(PROJECT / "build.py", project)
    (project / "requirements.lock").write_text(f"bridge==1.0 \\\n    --hash=sha256:{digest}\n")
    (project / "warraq" / "cli.py").write_text(
        textwrap.dedent("""\
            def main(arguments):
                if "--help" not in arguments:
                    import bridge
                    print(arguments, bridge.ARCHES)
                return 1
            """)
    )
    offline = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "PYTHON", "WARRAQ_"))
    }
    offline |= {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_CONFIG_FILE": os.devnull,
        "LC_ALL": "C.UTF-8",
    }

    helped = run(project, offline, "--help")
    assert (helped.returncode, (project / ".venv").exists()) == (1, False), "help is had without any set-up"
    with ThreadPoolExecutor() as pool:
        running = [pool.submit(run, project, offline, "check", "--root", "a b") for _ in range(2)]
        return House(project, offline, tuple(each.result() for each in running))


def make_wheel(folder: Path, version: str) -> str:
    """The SHA-256 of an installable package called bridge, made in a folder."""
    wheel = folder / f"bridge-{version}-py3-none-any.whl"
    about = f"bridge-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("bridge.py", "ARCHES = 33\n")
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: bridge\nVersion: {version}\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "bridge.py,,\n")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def run(project: Path, variables: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(project / "build.py"), *arguments],
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_a_bare_python_sets_up_then_runs_the_command_and_gives_its_exit_code(house):
    for done in house.first_runs:
        assert done.stdout == "['check', '--root', 'a b'] 33\n"
        assert done.returncode == 1


def test_of_two_set_ups_at_once_one_works_and_the_other_waits(house):
    said = "".join(done.stderr for done in house.first_runs)
    assert said.count("Setting up, this once") == 1
    assert said.count("Another set-up is at work") == 1


def test_a_ready_environment_needs_no_network_and_says_nothing(house):
    done = run(house.project, {**house.variables, "PIP_FIND_LINKS": ""}, "build")
    assert (done.returncode, done.stdout, done.stderr) == (1, "['build'] 33\n", "")


def test_a_package_that_is_not_the_one_in_the_lock_is_not_installed(house):
    lock = house.project / "requirements.lock"
    before = lock.read_text()
    lock.write_text(f"bridge==2.0 \\\n    --hash=sha256:{'0' * 64}\n")
    try:
        refused = run(house.project, house.variables, "--language", "fa", "build")
    finally:
        lock.write_text(before)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "همانی نیست که در \u2068requirements.lock\u2069 آمده است" in refused.stderr
    assert run(house.project, house.variables, "build").stdout == "['build'] 33\n"


def test_a_damaged_environment_is_mended(house):
    for left in (house.project / ".venv").rglob("bridge*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    mended = run(house.project, house.variables, "build")
    assert mended.stdout == "['build'] 33\n"
    assert "Setting up, this once" in mended.stderr


# The browser of the tests


@pytest.fixture
def bare_system(tmp_path, monkeypatch) -> Path:
    """The only folder in which programs are looked for, with a package manager that can install a browser."""
    programs = tmp_path / "bin"
    programs.mkdir()
    script(
        programs / "apt-get",
        f'[ "$1" = update ] || {{ echo "#!/bin/sh" > {programs}/$5; chmod +x {programs}/$5; }}',
    )
    for place in ("chmod", "sh"):
        (programs / place).symlink_to(shutil.which(place))
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("WARRAQ_BROWSER", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(testing, "BROWSER_FILES", ())
    return programs


def script(file: Path, commands: str) -> None:
    file.write_text(f"#!/bin/sh\n{commands}\n")
    file.chmod(0o755)


only_where_scripts_run = pytest.mark.skipif(
    os.name == "nt", reason="the played package manager is a shell script"
)


@only_where_scripts_run
def test_a_missing_browser_is_installed_and_named(bare_system, capsys):
    assert testing.find_browser() is None
    testing.install_browser()
    assert testing.find_browser() == bare_system / "chromium"
    said = capsys.readouterr().err
    assert "Installing one with apt-get" in said
    assert f"Installed {bare_system / 'chromium'}" in said


@only_where_scripts_run
def test_an_installation_that_fails_is_told_with_its_last_words(bare_system, capsys):
    script(bare_system / "apt-get", "echo no such package; exit 100")
    testing.install_browser()
    said = capsys.readouterr().err
    assert "ended with exit code 100:\n  no such package" in said
    assert said.endswith("No browser could be installed.\n")


@only_where_scripts_run
def test_a_browser_is_installed_only_by_administrators_and_in_continuous_integration(
    bare_system, monkeypatch
):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not testing.may_install_browser()
    monkeypatch.setenv("CI", "true")
    assert testing.may_install_browser()
    assert testing.must_have_browser()
    monkeypatch.setenv("WARRAQ_BROWSER", "none")
    assert not testing.may_install_browser(), "a person who names a browser, or none, has decided"


@pytest.mark.parametrize(
    ("ci", "exit_code", "last_words"),
    [
        ("", 0, "Browser tests skipped: 1; no Chromium, Chrome or Edge was found"),
        ("true", 1, "no Chromium, Chrome or Edge was found"),
    ],
)
def test_a_missing_browser_skips_with_a_word_and_fails_where_it_could_be_installed(
    tmp_path, ci, exit_code, last_words
):
    shutil.copy(PROJECT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_page.py").write_text("def test_a_page(browser):\n    pass\n")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(tmp_path),
            str(tmp_path),
        ],
        env={
            **os.environ,
            "WARRAQ_BROWSER": "none",
            "CI": ci,
            "PYTHONPATH": str(PROJECT),
            "PYTEST_ADDOPTS": "",
        },
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == exit_code, done.stdout
    assert last_words in done.stdout
