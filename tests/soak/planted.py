"""A kiosk whose first person is a robot that types words from a file; then it is a plain kiosk.

python -m tests.soak.planted FILE
"""

import sys

from decision_aid.cli.arguments import Mode, WindowOptions
from decision_aid.cli.kiosk import Supervisor, session_command


class PlantedThenPlain(Supervisor):
    """This process never reads the words: only the first session does."""

    def __init__(self, words: str) -> None:
        robot = [sys.executable, "-m", "tests.soak.robot", "--seed", "7", "--plant", words]
        super().__init__(robot)

    def _one_session(self) -> int:
        status = super()._one_session()
        self._command = session_command(WindowOptions("en", None, 100, False, Mode.KIOSK))
        return status


if __name__ == "__main__":
    sys.exit(PlantedThenPlain(sys.argv[1]).run())
