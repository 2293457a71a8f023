"""What goes into the packaged program, and what of Qt stays out.

PyInstaller takes every plugin of each Qt module that is imported, and through those plugins Qt's
QML engine, SQL drivers, GTK and more. Here we name the few plugins that decision_aid can use,
and keep only the libraries that something kept still asks for.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

# As in PyInstaller: where it goes in the bundle, where it is now, what it is.
Entry = tuple[str, str, str]

# By kind of plugin; each line says what would be lost without it. Names of other systems do no
# harm: a plugin that is not there cannot be taken.
PLUGINS = {
    # Windows, macOS, X11, Wayland, and two without a screen for tests and servers.
    "platforms": {"windows", "cocoa", "xcb", "wayland", "offscreen", "minimal"},
    # How the window gets its frame on Wayland. Pixels need no plugin: our windows are drawn
    # without OpenGL.
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    # The system's colours, fonts and file dialogs.
    "platformthemes": {"xdgdesktopportal"},
    "styles": {"modernwindowsstyle", "macstyle"},
    # Accents and other scripts on the keyboard.
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    # Our pictures and icons, and a clinic's logo.
    "imageformats": {"svg", "jpeg", "ico"},
    "iconengines": {"svgicon"},
    # The voices of Windows, macOS and Linux.
    "texttospeech": {
        "texttospeech_sapi",
        "texttospeech_winrt",
        "texttospeech_darwin",
        "texttospeech_speechd",
    },
    # Printers.
    "printsupport": {"cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"},
}

# These come from the system, not the bundle. The graphics driver is built against the system's
# own C++ library and fails with an older one; the message bus, the print system, the sound and the
# voice belong to the desktop, and where they are not there is nobody to talk to.
SYSTEM_OWN = (
    *("libstdc++.so", "libgcc_s.so", "libcups.so", "libdbus-1.so"),
    *("libpulse.so", "libspeechd.so"),
)

# Kinds of entry that PyInstaller loads when asked and not because another needs them.
ROOTS = {"EXTENSION", "PYMODULE", "EXECUTABLE"}

_PLUGIN = re.compile(
    r"/(?:Qt/)?plugins/(?P<kind>[^/]+)/(?:lib)?q?(?P<name>[^/]+?)\.(?:so|dll|dylib)$"
)
_TRANSLATION = re.compile(
    r"/translations/(?P<part>[a-z_]+?)_(?P<language>[a-z]{2})(?:_[A-Z]+)?\.qm$"
)


def is_plugin(destination: str) -> bool:
    """Tell whether an entry is a plugin of Qt."""
    return _PLUGIN.search(_posix(destination)) is not None


def wanted_plugin(destination: str) -> bool:
    """Tell whether an entry is a plugin that decision_aid can use."""
    match = _PLUGIN.search(_posix(destination))
    return match is not None and match["name"] in PLUGINS.get(match["kind"], ())


def wanted_data(destination: str, languages: Iterable[str]) -> bool:
    """Tell whether a data file is used.

    Args:
        destination: where it goes in the bundle.
        languages: the languages of decision_aid, of whose number Qt's own words are taken.
    """
    place = _posix(destination)
    if "/qml/" in place or "/metatypes/" in place:
        return False
    if "/translations/" in place:
        match = _TRANSLATION.search(place)
        # Qt's own buttons and menus are in the part named qtbase.
        return match is not None and match["part"] == "qtbase" and match["language"] in languages
    return True


def without_dangling(entries: list[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """Drop second names (symbolic links) whose file stayed out.

    Args:
        entries: what to look through.
        kept: every entry that goes into the bundle.
    """
    there = {_name(entry[0]) for entry in kept if entry[2] != "SYMLINK"}
    return [entry for entry in entries if entry[2] != "SYMLINK" or _name(entry[1]) in there]


def reachable(
    entries: list[Entry],
    imports_of: Callable[[str], Iterable[str]],
    also: Iterable[str] = (),
) -> list[Entry]:
    """Keep the libraries that something kept asks for.

    Args:
        entries: all that PyInstaller found.
        imports_of: gives the names of the libraries that a file asks for.
        also: names of libraries that are asked for from outside, such as Python's own.

    Returns:
        The extension modules, the wanted plugins, and all that they lead to.
    """
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault(_name(entry[0]), []).append(entry)
    kept: dict[str, Entry] = {}
    waiting = [
        entry
        for entry in entries
        if wanted_plugin(entry[0])
        or (entry[2] in ROOTS and not is_plugin(entry[0]))
        or _name(entry[0]) in also
    ]
    while waiting:
        entry = waiting.pop()
        if entry[0] in kept or _name(entry[0]).startswith(SYSTEM_OWN):
            continue
        kept[entry[0]] = entry
        if entry[2] != "SYMLINK":
            for name in imports_of(entry[1]):
                waiting += by_name.get(name, [])
        else:
            # A second name for a library: keep the library too.
            waiting += by_name.get(_name(entry[1]), [])
    return [entry for entry in entries if entry[0] in kept]


def _posix(destination: str) -> str:
    return "/" + destination.replace("\\", "/")


def _name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name
