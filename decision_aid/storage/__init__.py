"""What is read and written: answers, and files that are never left half written."""
