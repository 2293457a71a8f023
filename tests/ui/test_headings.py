"""A screen reader can jump from heading to heading."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from tests.ui.every_page import pages
from tests.ui.person import Person


def role_and_name(label: QLabel) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(label)
    return interface.role(), interface.text(QAccessible.Text.Name)


def test_titles_and_headings_are_headings_and_other_words_are_not(person: Person) -> None:
    seen = set()
    for page in pages(person):
        assert role_and_name(page.title) == (QAccessible.Role.Heading, page.title.text())
        for label in page.findChildren(QLabel):
            kind = label.property("role")
            role, name = role_and_name(label)
            is_heading = kind in {"title", "heading", "subheading"}
            assert (role is QAccessible.Role.Heading) == is_heading, label.text()
            assert not is_heading or name == label.text()
            seen.add(kind)
    assert {"title", "heading", "subheading", "hint"} <= seen


def test_a_heading_that_is_gone_is_forgotten(person: Person) -> None:
    for _ in range(3):
        for page in pages(person):
            role_and_name(page.title)
        person.wizard.start_over()
    assert role_and_name(person.page.title)[0] is QAccessible.Role.Heading
