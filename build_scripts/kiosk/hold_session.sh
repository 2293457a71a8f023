#!/bin/sh
# Start the decision aid in the kiosk user's own systemd, and hold this session while it runs.
#
# Ends with 0 when staff have left with their PIN, and with 1 when it cannot be kept running; then
# a new session is worth a try. "systemctl --wait" does not serve: it takes the short end before
# each new start for the last one.

unit=decision-aid-kiosk.service
trap 'systemctl --user stop "$unit"; exit 0' TERM INT

# Anything that is left from an earlier session cannot reach this screen, so it starts anew.
systemctl --user reset-failed "$unit" 2>/dev/null
systemctl --user restart "$unit" || exit 1
while state=$(systemctl --user show --property=ActiveState --value "$unit"); do
    case "$state" in
        inactive) exit 0 ;;
        failed) exit 1 ;;
    esac
    sleep 1 &
    wait $!
done
exit 1
