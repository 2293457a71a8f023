"""The SNOMED CT numbers of TNM categories and stages, by the category that each stands for.

Within each list the numbers rise with the category, as SNOMED CT gave them out.

Sources, by their ids in ``sources.toml``: ``mcode-examples`` for what is observed and for some
values, ``cms-eom-tnm`` and ``nz-canshare-tnm`` for the values of examination (c), of the
laboratory (p), after treatment (yp) and for stages, ``dicom-cid-6160`` for those of the laboratory.
"""

from __future__ import annotations

from typing import Final

SOURCES: Final = frozenset({"cms-eom-tnm", "dicom-cid-6160", "nz-canshare-tnm"})

_TUMOR: Final = (
    "TX", "T0", "Tis", "Tis(DCIS)", "Tis(Paget)", "T1", "T1mi", "T1a", "T1b", "T1c", "T2", "T3",
    "T4", "T4a", "T4b", "T4c", "T4d",
)  # fmt: skip
_NODES: Final = (
    "NX", "N0", "N1", "N1mi", "N1a", "N1b", "N1c", "N2", "N2a", "N2b", "N3", "N3a", "N3b", "N3c",
)  # fmt: skip

_CLINICAL_T: Final = (
    "1222604002", "1228882005", "1228884006", "1228885007", "1228888009", "1228889001",
    "1228891009", "1228892002", "1228895000", "1228899006", "1228929004", "1228938002",
    "1228944003", "1228945002", "1228946001", "1228947005", "1228948000",
)  # fmt: skip
_PATHOLOGICAL_T: Final = (
    "1228950008", "1228951007", "1228953005", "1228954004", "1228956002", "1228957006",
    "1228958001", "1228959009", "1228962007", "1229846008", "1229852009", "1229859000",
    "1229864001", "1229865000", "1229866004", "1229867008", "1229868003",
)  # fmt: skip
_AFTER_TREATMENT_T: Final = (
    "1228862006", "1228863001", "1228865008", "1228866009", "1228868005", "1228869002",
    "1228870001", "1228872009", "1228897008", "1228905006", "1228910005", "1228917008",
    "1228922008", "1228923003", "1228924009", "1228925005", "1228926006",
)  # fmt: skip
_CLINICAL_N: Final = {
    "1229966003": "NX", "1229967007": "N0", "1229971005": "N0(i+)", "1229973008": "N1",
    "1229974002": "N1mi", "1229975001": "N1a", "1229976000": "N1b", "1229977009": "N1c",
    "1229978004": "N2", "1229981009": "N2a", "1229982002": "N2b", "1229984001": "N3",
    "1229985000": "N3a", "1229986004": "N3b", "1229987008": "N3c",
}  # fmt: skip
_PATHOLOGICAL_N: Final = {
    "1229945006": "NX", "1229947003": "N0", "1229949000": "N0(i+)", "1229950000": "N0(mol+)",
    "1229951001": "N1", "1229952008": "N1mi", "1229953003": "N1a", "1229954009": "N1a",
    "1229955005": "N1b", "1229956006": "N1c", "1229957002": "N2", "1229959004": "N2a",
    "1229960009": "N2b", "1229962001": "N3", "1229963006": "N3a", "1229964000": "N3b",
    "1229965004": "N3c",
}  # fmt: skip
_AFTER_TREATMENT_N: Final = (
    "1229877005", "1229878000", "1229884002", "1229885001", "1229887009", "1229889007",
    "1229890003", "1229892006", "1229893001", "1229896009", "1229897000", "1229898005",
    "1229899002", "1229900007",
)  # fmt: skip
_CLINICAL_M: Final = {"1229901006": "M0", "1229902004": "M0(i+)", "1229903009": "M1"}
_PATHOLOGICAL_M: Final = {"1229916009": "M1"}

CATEGORIES: Final[dict[str, tuple[str, str]]] = {
    **{code: ("c", name) for code, name in zip(_CLINICAL_T, _TUMOR, strict=True)},
    **{code: ("p", name) for code, name in zip(_PATHOLOGICAL_T, _TUMOR, strict=True)},
    **{code: ("yp", name) for code, name in zip(_AFTER_TREATMENT_T, _TUMOR, strict=True)},
    **{code: ("c", name) for code, name in _CLINICAL_N.items()},
    **{code: ("p", name) for code, name in _PATHOLOGICAL_N.items()},
    **{code: ("yp", name) for code, name in zip(_AFTER_TREATMENT_N, _NODES, strict=True)},
    **{code: ("c", name) for code, name in _CLINICAL_M.items()},
    **{code: ("p", name) for code, name in _PATHOLOGICAL_M.items()},
}
"""The letters before each category, and the category."""

STAGES: Final[dict[str, str]] = {
    "1222605001": "0", "1222723001": "I", "1222724007": "IA", "1222728005": "IB",
    "1222765007": "II", "1222766008": "IIA", "1222769001": "IIB", "1222801008": "III",
    "1222802001": "IIIA", "1222805004": "IIIB", "1222806003": "IIIC", "1222837003": "IV",
}  # fmt: skip

OBSERVED: Final[dict[str, tuple[str, str]]] = {
    "78873005": ("", "T"),
    "399504009": ("c", "T"),
    "384625004": ("p", "T"),
    "277206009": ("", "N"),
    "399534004": ("c", "N"),
    "371494008": ("p", "N"),
    "277208005": ("", "M"),
    "399387003": ("c", "M"),
    "371497001": ("p", "M"),
    "399390009": ("", "stage"),
    "399537006": ("c", "stage"),
    "399588009": ("p", "stage"),
}
"""What is observed: the letters before it, and T, N, M or the stage."""
