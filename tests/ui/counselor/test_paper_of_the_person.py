"""The person's paper: their questions on it, an example's mark on every page."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument

from decision_aid.domain import Certainty
from tests.ui.counselor.counselor import Counselor, words_of


def pages(path: Path) -> list[str]:
    document = QPdfDocument()
    document.load(str(path))
    texts = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return texts


def test_the_questions_of_the_person_stand_on_it(counselor: Counselor, tmp_path: Path) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.paper()
    panel = counselor.window.paper_panel
    first = next(iter(panel.questions.ticks))
    counselor.press(panel.questions.ticks[first])
    counselor.qtbot.keyClicks(panel.questions.own, "May I keep my cat?")
    counselor.qtbot.keyClick(panel.questions.own, Qt.Key.Key_Return)
    counselor.qtbot.waitUntil(lambda: "May I keep my cat?" in panel.questions.ticks)
    assert counselor.window.session.answers.questions == (first, "May I keep my cat?")
    counselor.qtbot.waitUntil(lambda: panel.pdf is not None, timeout=60_000)
    panel.save("pdf", tmp_path / "a.pdf")
    assert "May I keep my cat?" in pages(tmp_path / "a.pdf")[0]


def test_an_empty_question_is_refused_kindly(counselor: Counselor) -> None:
    counselor.paper()
    panel = counselor.window.paper_panel
    counselor.press(panel.questions.add)
    assert panel.error.hasFocus()


def test_every_page_of_an_example_says_so_and_no_page_of_the_case_does(
    counselor: Counselor, tmp_path: Path
) -> None:
    counselor.confirm("C50.412")
    counselor.enter("liver", Certainty.SUSPECTED)
    counselor.window.what_if_panel.offers[0].click()
    panel = counselor.window.paper_panel
    for index, marked in ((0, False), (1, True), (2, True)):
        counselor.window.session.work_on(index)
        counselor.paper()
        path = tmp_path / f"{index}.pdf"
        panel.save("pdf", path)
        found = ["Example only. This is not your result." in page for page in pages(path)]
        assert found
        assert all(found) if marked else not any(found)
        assert panel.example.isVisible() is marked


def test_a_made_up_case_is_an_example_from_the_start(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.paper()
    counselor.press(counselor.window.paper_panel.made_up)
    assert counselor.window.session.is_example(0)
    assert "Example only." in words_of(counselor.window.result_panel)
    assert counselor.window.paper_panel.example.isVisible()


def test_what_stands_on_it_can_be_chosen(counselor: Counselor) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.paper()
    panel = counselor.window.paper_panel
    counselor.press(panel.sections["steps"])
    assert "steps" in (counselor.window.session.answers.sections or ())
