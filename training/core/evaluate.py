"""Predictions and scores of a net. As a script: scores a model file on development data.

    python evaluate.py --data ../shared/data --model packages/assets/models/core/core.bcm [--write folder]
"""

import argparse
import pathlib

import numpy as np
import torch

import model_file
from features import Features
from names import gum_names, spans_of
from sentences import open_text, read_bio, read_conllu
from tree import best_heads

TOKENS_A_BATCH = 4000


def rows_tensor(sentences, features):
    """[time, batch, 8] for sentences of one length."""
    rows = np.array([[features.rows(form) for form in s.forms] for s in sentences], dtype=np.int64)
    return torch.from_numpy(rows).transpose(0, 1)


def batches_by_length(sentences, tokens):
    groups = {}
    for at, sentence in enumerate(sentences):
        groups.setdefault(len(sentence.forms), []).append(at)
    for length, members in sorted(groups.items()):
        size = max(1, tokens // length)
        for first in range(0, len(members), size):
            yield members[first:first + size]


@torch.no_grad()
def predict(net, features, vocab, sentences, keep_hidden=0):
    """One dictionary a sentence: upos, xpos, heads, deprels, names, and the first `keep_hidden` values of h."""
    net.eval()
    found = [None] * len(sentences)
    for members in batches_by_length(sentences, TOKENS_A_BATCH):
        h = net.encode(rows_tensor([sentences[m] for m in members], features))
        upos, xpos = net.upos(h).argmax(2).t(), net.xpos(h).argmax(2).t()
        names = net.viterbi(net.ner(h))
        arcs = net.arcs(h).numpy()
        heads = [best_heads(matrix) for matrix in arcs]
        labels = net.labels(net.label_sides(h), torch.tensor(heads)).argmax(2)
        for b, m in enumerate(members):
            found[m] = {
                "upos": [vocab["upos"][i] for i in upos[b].tolist()],
                "xpos": [vocab["xpos"][i] for i in xpos[b].tolist()],
                "heads": heads[b],
                "deprels": [vocab["deprel"][i] for i in labels[b].tolist()],
                "names": [vocab["ner"][i] for i in names[b].tolist()],
            }
            if keep_hidden:
                found[m]["h"] = h[:, b, :keep_hidden].tolist()
    return found


def score_tree(sentences, predictions):
    """Accuracies in per cent over all tokens; LAS without subtypes."""
    n = dict(upos=0, xpos=0, uas=0, las=0, lassub=0)
    total = 0
    for s, p in zip(sentences, predictions):
        total += len(s.forms)
        for at in range(len(s.forms)):
            n["upos"] += s.upos[at] == p["upos"][at]
            n["xpos"] += s.xpos[at] == p["xpos"][at]
            if s.heads[at] == p["heads"][at]:
                n["uas"] += 1
                n["las"] += s.deprels[at].split(":")[0] == p["deprels"][at].split(":")[0]
                n["lassub"] += s.deprels[at] == p["deprels"][at]
    return {key: round(100 * value / max(total, 1), 2) for key, value in n.items()}


def score_names(sentences, predictions):
    """Exact span and class: precision, recall, F1 in per cent, F1 a class."""
    hits, gold, guessed = {}, {}, {}
    for s, p in zip(sentences, predictions):
        a, b = set(spans_of(s.names)), set(spans_of(p["names"]))
        for counts, spans in ((gold, a), (guessed, b), (hits, a & b)):
            for span in spans:
                for key in ("all", span[2]):
                    counts[key] = counts.get(key, 0) + 1
    f1 = {k: round(200 * hits.get(k, 0) / max(1, gold.get(k, 0) + guessed.get(k, 0)), 1) for k in ("all", "PER", "ORG", "LOC")}
    return {
        "precision": round(100 * hits.get("all", 0) / max(1, guessed.get("all", 0)), 1),
        "recall": round(100 * hits.get("all", 0) / max(1, gold.get("all", 0)), 1),
        "f1": f1.pop("all"),
        **f1,
    }


def development_sets(data):
    """EWT dev, GUM dev (with derived names), the news part of GUM dev, and UNER EWT dev."""
    ewt = read_conllu(data / "treebank/ewt/en_ewt-ud-dev.conllu.gz")
    gum = read_conllu(data / "treebank/gum/en_gum-dev.conllu.gz")
    for sentence in gum:
        sentence.names = gum_names(sentence)
    news = [s for s in gum if s.document.startswith("GUM_news")]
    return ewt, gum, news, read_bio(data / "ner/uner_en_ewt-dev.iob2.gz")


def score_all(net, features, vocab, data, sets=None):
    ewt, gum, news, uner = sets or development_sets(data)
    gum_predictions = predict(net, features, vocab, gum)
    by_id = {id(s): p for s, p in zip(gum, gum_predictions)}
    news_predictions = [by_id[id(s)] for s in news]
    return {
        "ewt": score_tree(ewt, predict(net, features, vocab, ewt)),
        "gum": score_tree(gum, gum_predictions),
        "gum-news": score_tree(news, news_predictions),
        "names-uner-ewt": score_names(uner, predict(net, features, vocab, uner)),
        "names-gum": score_names(gum, gum_predictions),
        "names-gum-news": score_names(news, news_predictions),
    }


def write_conllu(source, predictions, target):
    """Copies a CoNLL-U file with predicted UPOS, XPOS, HEAD, DEPREL."""
    index, at = 0, 0
    with open_text(source) as lines, open(target, "w", encoding="utf-8") as out:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit() and len(row) > 7:
                p = predictions[index]
                row[3], row[4], row[6], row[7] = p["upos"][at], p["xpos"][at], str(p["heads"][at]), p["deprels"][at]
                at += 1
                line = "\t".join(row) + "\n"
            elif not line.strip() and at:
                index, at = index + 1, 0
            out.write(line)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=pathlib.Path, required=True)
    options.add_argument("--model", required=True)
    options.add_argument("--write", type=pathlib.Path)
    options = options.parse_args()
    torch.set_num_threads(2)
    net, header, tensors = model_file.load(options.model)
    features = Features(tensors["word.vocabulary"], tensors["glove.vocabulary"])
    sets = development_sets(options.data)
    for name, scores in score_all(net, features, header["vocab"], options.data, sets).items():
        print(name, scores)
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for name, file, part in (("ewt", "ewt/en_ewt-ud-dev", sets[0]), ("gum", "gum/en_gum-dev", sets[1])):
            predictions = predict(net, features, header["vocab"], part)
            write_conllu(options.data / f"treebank/{file}.conllu.gz", predictions, options.write / f"{name}.conllu")


if __name__ == "__main__":
    main()
