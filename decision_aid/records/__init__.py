"""What comes in and goes out: codes, report lines, FHIR."""
