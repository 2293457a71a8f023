"""What Qt takes from the system: complete, and named when it is missing."""

import struct
import sys
from pathlib import Path

import pytest

from build_scripts import debian, environment, launch, programs, system_libraries
from build_scripts.bundle_contents import wanted_plugin
from build_scripts.messages import SetupError
from decision_aid import system_libraries as needed
from decision_aid.__main__ import main

DEBIAN = 'ID=debian\nVERSION_ID="12"\n'
MODULES = ("Core", "Gui", "Widgets", "Svg", "SvgWidgets", "Pdf", "PdfWidgets", "PrintSupport")
# Part of every glibc system that the wheels run on.
BASE = (
    "libc.",
    "libm.",
    "libgcc_s.",
    "libstdc++.",
    "libresolv.",
    "libpthread.",
    "libdl.",
    "ld-linux",
)


def needed_by(library: Path) -> set[str]:
    """Read the libraries that a 64-bit little-endian ELF file asks for."""
    data = library.read_bytes()
    (sections,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    headers = [struct.unpack_from("<IIQQQQII", data, sections + i * size) for i in range(count)]
    found = set()
    for _, kind, _, _, offset, length, link, _ in headers:
        if kind != 6:  # SHT_DYNAMIC
            continue
        strings = headers[link][4]
        for place in range(offset, offset + length, 16):
            tag, value = struct.unpack_from("<qQ", data, place)
            if tag == 1:  # DT_NEEDED
                start = strings + value
                found.add(data[start : data.index(b"\0", start)].decode())
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux wheels")
def test_the_table_names_all_that_the_wheels_ask_for() -> None:
    import PySide6

    qt = Path(PySide6.__file__).parent / "Qt"
    waiting = [qt / "lib" / f"libQt6{name}.so.6" for name in MODULES]
    # Without its libraries the voice is missing, which the program says; all else must start.
    waiting += [
        path
        for path in qt.glob("plugins/*/*.so")
        if wanted_plugin(str(path)) and path.parent.name != "texttospeech"
    ]
    waiting += list(qt.glob("plugins/xcbglintegrations/*.so"))
    assert len(waiting) > len(MODULES) + 5
    seen: set[str] = set()
    outside: set[str] = set()
    while waiting:
        for name in needed_by(waiting.pop()) - seen:
            seen.add(name)
            if (qt / "lib" / name).exists():
                waiting.append(qt / "lib" / name)
            elif not name.startswith(BASE):
                outside.add(name)
    assert outside <= set(needed.PACKAGES)


def test_a_library_that_is_not_there_is_missing() -> None:
    assert needed.missing(["libno-such-thing.so.7"]) == ["libno-such-thing.so.7"]


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian where libEGL and libxcb-cursor are missing."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(
        needed, "_loads", lambda name: name not in {"libEGL.so.1", "libxcb-cursor.so.0"}
    )


@pytest.mark.usefixtures("lacking")
def test_somebody_who_is_not_root_is_told_the_exact_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "_is_root", lambda: False)
    with pytest.raises(SetupError) as caught:
        system_libraries.ensure(tmp_path)
    assert str(caught.value).endswith(
        "Install it with: sudo apt-get update && sudo apt-get install --no-install-recommends"
        " libegl1 libxcb-cursor0"
    )
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("lacking")
def test_root_installs_only_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def apt(arguments: list[str]) -> None:
        ran.append(arguments)
        monkeypatch.setattr(needed, "_loads", lambda _: True)

    monkeypatch.setattr(debian, "_is_root", lambda: True)
    monkeypatch.setattr(debian, "_updated", False)
    monkeypatch.setattr(debian, "_apt", apt)
    system_libraries.ensure(tmp_path)
    assert [arguments[0] for arguments in ran] == ["update", "install"]
    assert ran[1][3:] == ["libegl1", "libxcb-cursor0"]
    # The next start looks at nothing.
    monkeypatch.setattr(needed, "_loads", lambda _: False)
    system_libraries.ensure(tmp_path)
    assert len(ran) == 2


@pytest.mark.usefixtures("lacking")
def test_other_systems_are_told_which_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "is_debian", lambda: False)
    with pytest.raises(SetupError, match=r"libEGL\.so\.1, libxcb-cursor\.so\.0.*package manager"):
        system_libraries.ensure(tmp_path)


@pytest.mark.usefixtures("lacking")
def test_commands_without_a_window_ask_for_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "_is_root", lambda: False)
    monkeypatch.setattr(environment, "prepare", lambda *_: Path("bin/python"))
    monkeypatch.setattr(launch, "hand_over", lambda *_: 7)
    assert launch.main(["summary", "--answers", "x"]) == 7
    assert launch.main([]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DEBIAN, True),
        ('ID="linuxmint"\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
        (None, False),
    ],
)
def test_debian_is_known_by_its_release_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, *, expected: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    release = tmp_path / "os-release"
    if text is not None:
        release.write_text(text)
    assert debian.is_debian(release) is expected


def test_missing_programs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(debian, "is_debian", lambda: True)
    monkeypatch.setattr(debian, "_is_root", lambda: False)
    with pytest.raises(SetupError, match=r"Testing needs .*Xvfb.* xvfb$"):
        programs.ensure(["Xvfb"], purpose="Testing")


def test_a_window_that_lacks_libraries_names_exactly_those(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lacks = {"libxcb-icccm.so.4", "libxcb-keysyms.so.1"}
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(
        needed, "_loads", lambda name: name not in lacks and not name.endswith("libqxcb.so")
    )
    monkeypatch.setattr("decision_aid.__main__._can_show_window", lambda: True)
    assert main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "libxcb-icccm.so.4, libxcb-keysyms.so.1." in line
    assert line.endswith("libxcb-icccm4 libxcb-keysyms1")


def test_where_nothing_is_missing_nothing_is_said() -> None:
    assert needed.missing_for_the_screen() == []
