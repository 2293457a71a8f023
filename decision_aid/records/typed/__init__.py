"""Report lines, codes and TNM text as they are typed or pasted, read for confirmation."""

from decision_aid.records.codes import CODE_SOURCES
from decision_aid.records.typed import report_words
from decision_aid.records.typed.descriptions import matching_places
from decision_aid.records.typed.reader import read_entry
from decision_aid.records.typed.reading import Part, Reading, means

ENTRY_SOURCES = CODE_SOURCES | report_words.SOURCES
"""Every source id on which the tables of codes rest."""

__all__ = ["ENTRY_SOURCES", "Part", "Reading", "matching_places", "means", "read_entry"]
