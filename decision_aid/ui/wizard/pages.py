"""The pages of the wizard: built when they are needed or a little ahead, and let go of again."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from decision_aid.domain import Step, after, before
from decision_aid.ui.wizard.navigator import Context
from decision_aid.ui.wizard.page import Page

if TYPE_CHECKING:
    from decision_aid.ui.wizard.frame import Footer

BUILD_AHEAD_AFTER: Final = 350
"""How long a page has been shown before the next one is built, in milliseconds."""

_PAGES: Final = {
    Step.START: "start:StartPage",
    Step.WAITING: "waiting:WaitingPage",
    Step.WHERE: "where:WherePage",
    Step.ANSWER: "results:AnswerPage",
    Step.NEXT: "results:NextPage",
    Step.TREATMENT: "results:TreatmentPage",
    Step.BIOLOGY: "biology:BiologyPage",
    Step.OPTIONS: "options:OptionsPage",
    Step.VALUES: "values:ValuesPage",
    Step.CHECK: "check:CheckPage",
    Step.MORE: "results:MorePage",
    Step.QUESTIONS: "questions:QuestionsPage",
    Step.SUMMARY: "summary:SummaryPage",
}
"""The page of each step; its module is read when the page is first needed."""


def page_for(step: Step, context: Context) -> Page:
    """Return a new page for this step."""
    usual = f"{__package__}.{_PAGES[step]}"
    page: type[Page] = resolve_name(context.surroundings.pages.get(step, usual))
    return page(step, context)


class Pages(QStackedWidget):
    """The pages that there are now; the one that is shown, and those beside it."""

    def __init__(self, context: Context, before: QWidget, parent: QWidget) -> None:
        """Hold no page yet.

        Args:
            context: the words, the answers and the way.
            before: what Tab comes from into a page.
            parent: the window.
        """
        super().__init__(parent)
        self._context, self._before = context, before
        self.foot: Footer | None = None
        """What stands below the pages, where it does not on the first."""
        self._pages: dict[Step, Page] = {}
        self._ahead = QTimer(self, singleShot=True, interval=BUILD_AHEAD_AFTER)
        self._ahead.timeout.connect(self._build_ahead)
        self._to_build: list[Step] = []
        self._one_more = QTimer(self, singleShot=True, interval=0)
        self._one_more.timeout.connect(self._build_next)
        context.session.changed.connect(self._write_anew)

    def current(self) -> Page:
        """Return the page that is shown."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def of(self, step: Step) -> Page:
        """Return the page of a step, built when it is first asked for."""
        if step not in self._pages:
            page = self._pages[step] = page_for(step, self._context)
            self.addWidget(page)
            page.tab_anchor = self._before
        return self._pages[step]

    def show_page(self, page: Page) -> None:
        """Show a page from its top, and soon build the one that follows."""
        self.setCurrentWidget(page)
        page.verticalScrollBar().setValue(0)
        self._to_build.clear()
        self._ahead.start()

    def _write_anew(self) -> None:
        """Once the person rests, write the pages ahead for the answers as they are then."""
        if self.count():
            self._ahead.start()

    def clear(self) -> None:
        """Let go of every page."""
        self._ahead.stop()
        self._to_build.clear()
        for page in self._pages.values():
            self._drop(page)
        self._pages.clear()

    def _build_ahead(self) -> None:
        """While the person reads this page, build those it leads to and let go of the others."""
        self.current().explain_words()  # on the first page, this is when the words are read
        here = self._context.navigator.current
        cards = self._context.cards() if here is Step.NEXT else ()
        leads_to = [step for step in (after(here), *cards) if step is not None]
        came_from = before(here)
        self._let_go({here, *leads_to, *([came_from] if came_from else [])})
        if came_from is not None and came_from not in self._pages:
            leads_to.append(came_from)
        self._to_build = leads_to
        self._build_next()

    def _build_next(self) -> None:
        """Build one page, then the next: whatever is pressed meanwhile is done in between."""
        if not self._to_build:
            return
        page = self.of(self._to_build.pop(0))
        page.prepare()
        page.explain_words()
        page.lay_out(self._room())
        self._one_more.start()

    def _room(self) -> QSize:
        """Return the size of the next page: the first one alone may have no foot below it."""
        if self.foot is None or not self.foot.isHidden():
            return self.size()
        return self.size() - QSize(0, self.foot.height_when_shown())

    def _let_go(self, near: set[Step]) -> None:
        """Let go of the other pages that can be built anew: each holds about a megabyte."""
        others = [
            step for step, page in self._pages.items() if step not in near and page.BUILT_ANEW
        ]
        for step in others:
            self._drop(self._pages.pop(step))

    def _drop(self, page: Page) -> None:
        self.removeWidget(page)
        page.deleteLater()
