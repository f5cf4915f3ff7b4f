"""Writes what the names model learns from as JSON: GUM's and re3d's entities as flat names, Wikigold, and EWT without names.

    python3 export.py DATA OUT

A document is {"source", "named", "sentences": [{"forms", "names"}]}. Needs nothing but Python's own library.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "core"))

from names import gum_names, read_re3d, settle_states  # noqa: E402
from sentences import read_bio, read_conllu  # noqa: E402

# Wikigold and re3d do not say where an article ends: so many sentences in a row are taken for one.
SENTENCES_A_DOCUMENT = {"wikigold": 12, "re3d": 15}


def documents_of(source, sentences, named=True):
    """Sentences of one document after another, in the order of the file."""
    groups = {}
    for at, sentence in enumerate(sentences):
        size = SENTENCES_A_DOCUMENT.get(source)
        groups.setdefault(at // size if size else sentence.document, []).append(
            {"forms": sentence.forms, "names": sentence.names if named else []}
        )
    return [{"source": source, "named": named, "sentences": group} for group in groups.values()]


def main():
    data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    ewt = read_conllu(data / "treebank/ewt/en_ewt-ud-train.conllu.gz")
    gum = read_conllu(data / "treebank/gum/en_gum-train-open.conllu.gz")
    for sentence in gum:
        sentence.names = gum_names(sentence)
    wikigold = read_bio(data / "ner/wikigold_en.conllu.gz")
    re3d = read_re3d(data / "ner/re3d-train.jsonl.gz", ewt + gum)
    settle_states(gum + wikigold + re3d)
    found = documents_of("gum", gum) + documents_of("wikigold", wikigold) + documents_of("re3d", re3d)
    found += documents_of("ewt", ewt, named=False)
    out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
