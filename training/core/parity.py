"""Writes parity.json: what this code makes of ten sentences with a model file, for the TypeScript reader's test."""

import hashlib
import json
import pathlib
import sys

import model_file
from evaluate import predict
from features import Features
from sentences import Sentence

HIDDEN_VALUES = 8

# Written for this purpose; every person and body in them is invented.
SENTENCES = [
    "The envoys met in Lisbon on Tuesday .",
    "“ We have agreed nothing , ” Foreign Minister Tamsin Okoro told reporters .",
    "Prisoners were freed after talks that Norway had quietly hosted for a year .",
    "Who asked for the meeting ?",
    "Talks collapse as Veldania recalls ambassador",
    "She said the ministry did n't know whether Mr. Harun Belik , 54 , was still being held .",
    "An official who spoke on condition of anonymity said both sides would return to the table .",
    "PRESIDENT DENIES SECRET CHANNEL",
    "The Council of Lake States – founded in 1987 – “ can’t confirm ” it , its spokesman wrote .",
    "Yes .",
]


def write_parity(target, model):
    net, header, tensors = model_file.load(model)
    features = Features(tensors["word.vocabulary"], tensors["glove.vocabulary"])
    sentences = [Sentence(forms=text.split()) for text in SENTENCES]
    found = predict(net, features, header["vocab"], sentences, keep_hidden=HIDDEN_VALUES)
    cases = []
    for sentence, p in zip(sentences, found):
        cases.append({"forms": sentence.forms, **{k: p[k] for k in ("upos", "xpos", "heads", "deprels", "names")},
                      "h": [[round(v, 5) for v in row] for row in p["h"]]})
    text = "[\n" + ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases) + "\n]\n"
    sha = hashlib.sha256(pathlib.Path(model).read_bytes()).hexdigest()
    pathlib.Path(target).write_text('{ "model": "%s", "sentences": %s }\n' % (sha, text.rstrip("\n")), encoding="utf-8")


if __name__ == "__main__":
    write_parity(sys.argv[2], sys.argv[1])
