"""Fast entry for a counselor: codes, TNM text and words of a report, read for confirmation."""

from decision_aid.records.codes import CODE_SOURCES
from decision_aid.records.typed import report_words
from decision_aid.records.typed.matching import matching_places
from decision_aid.records.typed.reader import read_entry
from decision_aid.records.typed.reading import Part, Reading

ENTRY_SOURCES = CODE_SOURCES | report_words.SOURCES
"""Every source id on which the tables of codes rest."""

__all__ = ["ENTRY_SOURCES", "Part", "Reading", "matching_places", "read_entry"]
