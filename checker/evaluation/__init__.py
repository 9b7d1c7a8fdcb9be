"""How well statements are judged: measured on labelled statements, held by corpus/baseline.json."""
