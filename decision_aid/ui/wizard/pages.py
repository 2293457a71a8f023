"""The pages of the wizard: built when they are needed or a little ahead, and let go of again."""

from __future__ import annotations

from pkgutil import resolve_name
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from decision_aid.domain import Step, StepKind
from decision_aid.ui.wizard.navigator import Context
from decision_aid.ui.wizard.page import Page

BUILD_AHEAD_AFTER: Final = 350
"""How long a page has been shown before the next one is built, in milliseconds."""

_PAGES: Final = {
    StepKind.WELCOME: "welcome:WelcomePage",
    StepKind.SIDE: "one_question:SidePage",
    StepKind.PLACES: "places:PlacesPage",
    StepKind.FOLLOW_UP: "one_question:FollowUpPage",
    StepKind.TIMING: "one_question:TimingPage",
    StepKind.BIOLOGY: "biology:BiologyPage",
    StepKind.REVIEW: "review:ReviewPage",
    StepKind.ANSWER: "results:AnswerPage",
    StepKind.TREATMENT: "results:TreatmentPage",
    StepKind.OPTIONS: "options:OptionsPage",
    StepKind.VALUES: "values:ValuesPage",
    StepKind.CHECK: "check:CheckPage",
    StepKind.QUESTIONS: "questions:QuestionsPage",
    StepKind.SUMMARY: "summary:SummaryPage",
}
"""The page of each step; its module is read when the page is first needed."""


def page_for(step: Step, context: Context) -> Page:
    """Return a new page for this step."""
    usual = f"{__package__}.{_PAGES[step.kind]}"
    page: type[Page] = resolve_name(context.surroundings.pages.get(step.kind, usual))
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
        self._pages: dict[str, Page] = {}
        self._ahead = QTimer(self, singleShot=True, interval=BUILD_AHEAD_AFTER)
        self._ahead.timeout.connect(self._build_ahead)

    def current(self) -> Page:
        """Return the page that is shown."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    def of(self, step: Step) -> Page:
        """Return the page of a step, built when it is first asked for."""
        name = self._context.page_id(step)
        if name not in self._pages:
            page = self._pages[name] = page_for(step, self._context)
            self.addWidget(page)
            page.tab_anchor = self._before
        return self._pages[name]

    def show_page(self, page: Page) -> None:
        """Show a page from its top, and soon build the one that follows."""
        self.setCurrentWidget(page)
        page.verticalScrollBar().setValue(0)
        self._ahead.start()

    def clear(self) -> None:
        """Let go of every page."""
        self._ahead.stop()
        for page in self._pages.values():
            self._drop(page)
        self._pages.clear()

    def _build_ahead(self) -> None:
        """While the person reads this page, build those beside it and let go of the others."""
        self.current().explain_words()  # on the first page, this is when the words are read
        navigator = self._context.navigator
        way, here = navigator.steps(), navigator.position()
        before, after = way[max(here - 1, 0) : here], way[here + 1 : here + 2]
        self._let_go({self._context.page_id(step) for step in (*before, way[here], *after)})
        gone = [step for step in before if self._context.page_id(step) not in self._pages]
        for step in (*after, *gone):
            page = self.of(step)
            page.prepare()
            page.explain_words()
            page.lay_out(self.size())

    def _let_go(self, near: set[str]) -> None:
        """Let go of the other pages that can be built anew: each holds about a megabyte."""
        others = [n for n, page in self._pages.items() if n not in near and page.BUILT_ANEW]
        for name in others:
            self._drop(self._pages.pop(name))

    def _drop(self, page: Page) -> None:
        self.removeWidget(page)
        page.deleteLater()
