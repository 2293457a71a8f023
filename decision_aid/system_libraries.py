"""The libraries that Qt's Linux wheels take from the system.

The wheels bring Qt, but not the libraries that talk to the screen, the fonts and the printer. The
table was read off the wheels' own libraries (`NEEDED` entries of every Qt library and plugin that
decision_aid loads); `tests/build_scripts` reads them again, so a new version of Qt that asks for
another library fails there and not on somebody's desk.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

# Names are Debian 12's. Later releases renamed some (libglib2.0-0t64), and still take these.
PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


def missing(names: Iterable[str] = PACKAGES) -> list[str]:
    """List the libraries that cannot be loaded here, in the order of the table."""
    return [name for name in names if not _loads(name)]


def packages_of(names: Iterable[str]) -> list[str]:
    """List the Debian packages of these libraries, each once."""
    return sorted({PACKAGES[name] for name in names})


def missing_for_the_screen() -> list[str]:
    """List what keeps Qt from the screen: where it finds less than it needs, it ends the process.

    Qt's own part for the screen is loaded as Qt will do it; only where that fails is the table
    gone through.
    """
    if not sys.platform.startswith("linux"):
        return []
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb" or os.environ.get("WAYLAND_DISPLAY"):
        return []
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        return []
    plugin = Path(found.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    return missing() if plugin.exists() and not _loads(str(plugin)) else []


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name, mode=os.RTLD_LAZY)
    except OSError:
        return False
    return True
