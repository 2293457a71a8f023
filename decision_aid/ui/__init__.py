"""The screens: a wizard for one person."""

from decision_aid.ui.kit.native_memory import keep_no_large_blocks
from decision_aid.ui.kit.qt_binding import keep_constants_alive, leave_sources_unread

keep_constants_alive()
leave_sources_unread()
keep_no_large_blocks()
