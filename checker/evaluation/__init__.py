"""How well statements are judged: measured on labelled statements, pinned in corpus/baseline.json."""
