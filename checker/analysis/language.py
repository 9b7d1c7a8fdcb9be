"""The spaCy language of this project: English tokens whose NORM is the word's stem.

`spacy.blank("en")` has no lemmas, and a trained pipeline cannot be downloaded at run time. With the
Snowball stem as NORM a rule that says `audit supplier` also hits "audited our suppliers", and the
matching stays a comparison of integers.
"""

import unicodedata
from functools import cache

import snowballstemmer
from spacy.attrs import NORM
from spacy.lang.en import English, EnglishDefaults
from spacy.tokens import Doc

_STEMMER = snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """Snowball (Porter2) stem of one word, in lower case, ligatures of a PDF's font undone."""
    plain = unicodedata.normalize("NFKC", word)
    stemmed: str = _STEMMER.stemWord(plain.lower())
    return stemmed


class _StemmedDefaults(EnglishDefaults):
    lex_attr_getters = {**EnglishDefaults.lex_attr_getters, NORM: stem}  # noqa: RUF012 - spaCy's own form


class StatementEnglish(English):
    """English with stems as NORM; a tokeniser only, splitting sentences is `sentences.py`."""

    lang = "en"
    Defaults = _StemmedDefaults

    def tokens(self, text: str) -> Doc:
        """`text` as tokens; the whole of it can be read back from them."""
        return self.make_doc(text)
