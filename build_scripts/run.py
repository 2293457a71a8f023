"""Start decision_aid, setting up on the first call whatever it needs.

python3 build_scripts/run.py [arguments for decision-aid]

Needs Python 3.11 or newer and nothing else. Arguments, standard input and output, and the exit
status are those of `decision-aid` itself.
"""

import sys

# Everything newer than Python 3.0 stays in the modules below, so that an old Python gets as far
# as this line.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "decision_aid: Python 3.11 or newer is needed, and this is %d.%d. Install a newer one and"  # noqa: UP031
        " start this with it, for example: python3.12 build_scripts/run.py" % sys.version_info[:2]
    )

import os

# The scripts import each other as one package, from the checkout.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from build_scripts.launch import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
