"""The screens: a wizard for one person."""

from decision_aid.ui._keep_none import keep_none_alive

keep_none_alive()
