"""The screens: a wizard for one person, the same in a clinic, and a counselor's window."""

from decision_aid.ui.kit.runtime import (
    keep_constants_alive,
    keep_no_large_blocks,
    leave_sources_unread,
)

keep_constants_alive()
leave_sources_unread()
keep_no_large_blocks()
