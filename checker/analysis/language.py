"""The spaCy language of this project: English tokens whose NORM is the word's stem.

`spacy.blank("en")` has no lemmas, and a trained pipeline cannot be downloaded at run time. With the
Snowball stem as NORM a rule that says `audit supplier` also hits "audited our suppliers", and the
matching stays a comparison of integers.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from threading import Lock

import snowballstemmer
from spacy.attrs import NORM
from spacy.lang.en import English, EnglishDefaults
from spacy.tokens import Doc

_LONG_RUN = re.compile(r"\S{200}(?=\S)")
_STEMMER = snowballstemmer.stemmer("english")
_STEMMING = Lock()  # the stemmer keeps the word it works on in itself


@lru_cache(maxsize=100_000)  # bounded: the words come from strangers
def stem(word: str) -> str:
    """Snowball (Porter2) stem of one word, in lower case, ligatures of a PDF's font undone."""
    plain = unicodedata.normalize("NFKC", word)
    with _STEMMING:
        stemmed: str = _STEMMER.stemWord(plain.lower())
    return stemmed


class _StemmedDefaults(EnglishDefaults):
    lex_attr_getters = {**EnglishDefaults.lex_attr_getters, NORM: stem}  # noqa: RUF012 - spaCy's own form


class StatementEnglish(English):
    """English with stems as NORM; a tokeniser only, splitting sentences is `boundaries.py`."""

    lang = "en"
    Defaults = _StemmedDefaults

    def tokens(self, text: str) -> Doc:
        """`text` as tokens; the whole of it can be read back from them.

        A run of characters without a space is cut after each 200: the tokeniser needs the square
        of its length, so that 20,000 underscores would take half a minute.
        """
        cuts = [0, *(run.end() for run in _LONG_RUN.finditer(text)), len(text)]
        pieces = [text[start:end] for start, end in pairwise(cuts)]
        if len(pieces) == 1:
            return self.make_doc(text)
        doc = Doc.from_docs([self.make_doc(piece) for piece in pieces], ensure_whitespace=False)
        assert doc is not None  # only of no documents at all
        return doc
