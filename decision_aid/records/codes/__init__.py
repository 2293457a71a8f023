"""The one table of codes: what each code of ICD-10-CM, SNOMED CT, ICD-O-3 and LOINC means.

Typed entry, import and export all look here; nothing else knows a code. Of SNOMED CT and LOINC
only numbers are kept, never their words: SNOMED CT needs a license in some countries.
"""

from typing import Final

from decision_aid.records.codes import (
    icd10cm,
    icd10cm_spread,
    icdo3,
    loinc,
    snomed,
    snomed_staging,
    tnm,
)

CODE_SOURCES: Final = (
    icd10cm.SOURCES
    | icd10cm_spread.SOURCES
    | icdo3.SOURCES
    | loinc.SOURCES
    | snomed.SOURCES
    | snomed_staging.SOURCES
    | tnm.SOURCES
)
"""Every source id on which the tables rest."""

_TABLES: Final = (
    icd10cm.CODES,
    icdo3.MORPHOLOGY,
    icdo3.TOPOGRAPHY,
    snomed.CONDITIONS,
    snomed.BODY_SITES,
    tnm.STAGES,
    {
        code: tnm.with_letters(name, before)
        for code, (before, name) in snomed_staging.CATEGORIES.items()
    },
)

CODE_ASKS: Final = frozenset(
    ask for table in _TABLES for meaning in table.values() for ask in meaning.asks
)
"""Every question that a code can leave open; its words are ``codes_open.<id>``."""

__all__ = [
    "CODE_ASKS",
    "CODE_SOURCES",
    "icd10cm",
    "icdo3",
    "loinc",
    "snomed",
    "snomed_staging",
    "tnm",
]
