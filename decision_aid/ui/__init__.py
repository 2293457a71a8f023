"""The screens: a wizard for one person."""

from decision_aid.ui._keep_constants import keep_constants_alive
from decision_aid.ui._leave_sources_unread import leave_sources_unread
from decision_aid.ui.native_memory import keep_no_large_blocks

keep_constants_alive()
leave_sources_unread()
keep_no_large_blocks()
