"""What a wheel and the packaged program carry of the resources: the words compiled, the rest as is.

Checks, reports and signatures of the words need the compiled form only, so that is all of the
words that is carried.
"""

import datetime as dt
from pathlib import Path

from decision_aid.content import languages, resources_folder
from decision_aid.content.compiled import ENDING, FOLDER
from decision_aid.content.compiling import compile_words

# Where they go in a wheel or in the packaged program.
PLACE = "decision_aid/resources"
_SHARED_WORDS = "sources.toml"


def shipped_resources(work: Path) -> dict[Path, str]:
    """Compile the words, and say what is carried.

    Args:
        work: an empty folder for the compiled words.

    Returns:
        Where each file or folder goes.

    Raises:
        ContentError: some words are broken, or it is too long ago that they were checked.
    """
    resources = resources_folder()
    today = dt.datetime.now(tz=dt.UTC).date()
    shipped = {}
    for language in languages():
        file = work / f"{language}{ENDING}"
        file.write_bytes(compile_words(resources, language, today).as_bytes())
        shipped[file] = f"{PLACE}/{FOLDER}/{file.name}"
    compiled = {*languages(), _SHARED_WORDS}
    for path in sorted(resources.iterdir()):
        if path.name not in compiled and not path.name.startswith("."):
            shipped[path] = f"{PLACE}/{path.name}"
    return shipped
