"""The counselor's window: a nurse or navigator beside a person, or before the visit."""
