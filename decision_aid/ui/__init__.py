"""The screens: a wizard for one person."""

from decision_aid.ui._keep_constants import keep_constants_alive

keep_constants_alive()
