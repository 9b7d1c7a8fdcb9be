"""A few hundred of the mutated files that `make fuzz` reads by the ten thousand."""

from fuzz_run import READ, cases, run


def test_fuzz_every_file_ends_as_a_document_or_by_name():
    tally = run(cases(300, READ, first=1_000_000))
    assert [(case.name, str(error)) for case, error in tally.failures] == []
    assert tally.left_behind == []
    read = {kind for kind, outcome in tally.outcomes if outcome == "Document"}
    assert read == set(READ)  # mutated, not destroyed
