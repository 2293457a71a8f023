"""What of Qt goes into the packaged program, on each system."""

import pytest

from build_scripts.bundle_contents import (
    Entry,
    reachable,
    wanted_data,
    wanted_plugin,
    without_dangling,
)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    ],
)
def test_plugins_that_are_used_go_in(place: str) -> None:
    assert wanted_plugin(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\networkinformation\\qnetworklistmanager.dll",
        "PySide6/Qt/lib/libQt6Core.so.6",
    ],
)
def test_others_stay_out(place: str) -> None:
    assert not wanted_plugin(place)


def test_only_our_languages_are_taken_of_qts_own_words() -> None:
    folder = "PySide6/Qt/translations"
    assert wanted_data(f"{folder}/qtbase_es.qm", {"en", "es"})
    assert not wanted_data(f"{folder}/qtbase_fi.qm", {"en", "es"})
    assert not wanted_data(f"{folder}/designer_es.qm", {"en", "es"})
    assert not wanted_data("PySide6/Qt/qml/QtQuick/qmldir", {"en"})
    assert wanted_data("decision_aid/resources/sources.toml", {"en"})


def test_only_what_something_kept_asks_for_goes_in() -> None:
    asks = {
        "QtGui.so": {"libQt6Gui.so.6"},
        "libqxcb.so": {"libQt6XcbQpa.so.6"},
        "libqgtk3.so": {"libgtk-3.so.0"},
        "libqcups.so": {"libcups.so.2"},
        "libcups.so.2": {"libgnutls.so.30"},
        "libQt6Gui.so.6": {"libstdc++.so.6"},
        "libQt6XcbQpa.so.6": {"libQt6Gui.so.6"},
    }
    plugins = "PySide6/Qt/plugins"
    entries: list[Entry] = [
        ("PySide6/QtGui.so", "QtGui.so", "EXTENSION"),
        (f"{plugins}/platforms/libqxcb.so", "libqxcb.so", "BINARY"),
        (f"{plugins}/platformthemes/libqgtk3.so", "libqgtk3.so", "BINARY"),
        (f"{plugins}/printsupport/libcupsprintersupport.so", "libqcups.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "libQt6Gui.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "libQt6XcbQpa.so.6", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libQt6Quick.so.6", "PySide6/Qt/lib/libQt6Quick.so.6", "SYMLINK"),
        ("libgtk-3.so.0", "libgtk-3.so.0", "BINARY"),
        ("libcups.so.2", "libcups.so.2", "BINARY"),
        ("libgnutls.so.30", "libgnutls.so.30", "BINARY"),
        ("libstdc++.so.6", "libstdc++.so.6", "BINARY"),
        ("libpython3.11.so", "libpython3.11.so", "BINARY"),
    ]
    kept = reachable(entries, lambda source: asks.get(source, set()), also={"libpython3.11.so"})
    assert [entry[0].rpartition("/")[2] for entry in kept] == [
        "QtGui.so",
        "libqxcb.so",
        "libcupsprintersupport.so",
        "libQt6Gui.so.6",
        "libQt6XcbQpa.so.6",
        "libQt6Gui.so.6",
        "libpython3.11.so",
    ]
    assert without_dangling(entries[6:8], kept) == [entries[6]]
