#!/bin/sh
# Run a program alone on the screen, and end as it ended.
#
#     in_cage.sh PROGRAM [ARGUMENT ...]
#
# The compositor of Debian 12 ends with 0 whatever became of the program, so the program's own
# status is written down. Without one the compositor itself has failed.

if [ -z "${RUNTIME_DIRECTORY:-}" ]; then
    echo "in_cage.sh: this is started by decision-aid-kiosk.service, or with RUNTIME_DIRECTORY set." >&2
    exit 2
fi
ended="$RUNTIME_DIRECTORY/ended"
rm -f "$ended"
export ended
# -d leaves windows without a frame. The inner shell takes the words as they are.
cage -d -- sh -c '"$@"; echo "$?" > "$ended"' in_cage "$@"
if [ -s "$ended" ]; then
    exit "$(cat "$ended")"
fi
exit 1
