"""Trains the attribution tagger on PolNeAR and writes the model file.

    python training/attribution/train.py --features DIR --polnear DIR --glove DIR --out packages/assets/models/attribution

`--features` holds train.slots.jsonl and dev.slots.jsonl, written by export.ts through the pipeline's own stages. Seeded;
the same machine, thread count and PyTorch give the same file.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import sys
import time
from collections import Counter

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "core")]

from features import Features, Glove  # noqa: E402  (training/core: the same word rows as the core net)
from model import export, load as load_model  # noqa: E402
from tagger_net import Tagger  # noqa: E402
from polnear import LABELS, ROLES, annotation_files, labels_of, read_annotation, spans_of  # noqa: E402


# Goes up with every training whose weights ship.
VERSION = "1.0.0"


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def slot_vocabularies(documents, names, minimum):
    """The values of each slot, most frequent first; those seen fewer than `minimum` times are unknown (row 0)."""
    found = []
    for at in range(len(names)):
        counts = Counter(value for document in documents for value in document["slots"][at])
        found.append(sorted((v for v, n in counts.items() if n >= minimum), key=lambda v: (-counts[v], v)))
    return found


class Sequences:
    """Pieces of documents as arrays of rows (word, affixes, GloVe, slots) and gold labels."""

    def __init__(self, documents, folder, features, vocabularies, every_annotator, cache=None):
        files = annotation_files(folder)
        rows_of = [{value: row + 1 for row, value in enumerate(words)} for words in vocabularies]
        self.items = []
        for document in documents:
            columns = [np.array([features.rows(form) for form in document["forms"]], np.int32)]
            for values, known in zip(document["slots"], rows_of):
                columns.append(np.array([known.get(value, 0) for value in values], np.int32)[:, None])
            rows = np.concatenate(columns, 1)
            cuts = document["pieces"] + [len(document["forms"])]
            paths = files[document["id"]]
            for path in paths if every_annotator else paths[:1]:
                labels = labels_of(read_annotation(path), document["from"], document["to"], set(document["breaks"]))
                gold = np.array([LABELS.index(label) for label in labels], np.int64)
                for first, last in zip(cuts, cuts[1:]):
                    if last > first:
                        self.items.append((document, first, rows[first:last], gold[first:last]))

    def batches(self, words, shuffle):
        order = sorted(self.items, key=lambda item: len(item[2]) + (random.random() * 3 if shuffle else 0))
        found, current = [], []
        for item in order:
            if current and (len(current) + 1) * len(item[2]) > words:
                found.append(current)
                current = []
            current.append(item)
        found.append(current)
        if shuffle:
            random.shuffle(found)
        return found


def tensors(batch):
    time_steps = max(len(item[2]) for item in batch)
    rows = np.zeros((time_steps, len(batch), batch[0][2].shape[1]), np.int64)
    gold = np.zeros((time_steps, len(batch)), np.int64)
    for at, item in enumerate(batch):
        rows[: len(item[2]), at] = item[2]
        gold[: len(item[3]), at] = item[3]
    return torch.from_numpy(rows), torch.from_numpy(gold), torch.tensor([len(item[2]) for item in batch])


@torch.no_grad()
def predict(net, sequences, words=4000):
    """[(document, first, labels, gold labels)] of every piece."""
    net.eval()
    found = []
    for batch in sequences.batches(words, False):
        rows, _, lengths = tensors(batch)
        for item, path in zip(batch, net.viterbi(net.scores(rows), lengths)):
            found.append((item[0], item[1], [LABELS[k] for k in path], [LABELS[k] for k in item[3]]))
    return found


def score(predictions):
    hit, made, gold = Counter(), Counter(), Counter()
    for _, _, labels, truth in predictions:
        ours, theirs = set(spans_of(labels)), set(spans_of(truth))
        for span in ours:
            made[span[2]] += 1
        for span in theirs:
            gold[span[2]] += 1
        for span in ours & theirs:
            hit[span[2]] += 1
    return {
        role: "%.1f (P %.1f R %.1f)" % (
            200 * hit[role] / max(1, made[role] + gold[role]), 100 * hit[role] / max(1, made[role]), 100 * hit[role] / max(1, gold[role])
        )
        for role in ROLES
    }


def write_spans(predictions, path):
    """The tagger's spans a document, in characters: what the linker reads while it is being tuned."""
    spans = {}
    for document, first, labels, _ in predictions:
        mine = spans.setdefault(document["id"], [])
        for low, high, role in spans_of(labels):
            mine.append([role, document["from"][first + low], document["to"][first + high - 1]])
    with open(path, "w", encoding="utf-8") as out:
        for name, mine in sorted(spans.items()):
            out.write(json.dumps({"id": name, "spans": sorted(mine, key=lambda span: span[1])}) + "\n")


def train(net, sequences, development, config, log):
    optimizer = torch.optim.Adam(net.parameters(), config["rate"], betas=(0.9, 0.95))
    steps = len(sequences.batches(config["batch"], True)) * config["epochs"]
    averaged = {name: value.detach().clone() for name, value in net.named_parameters()}
    step = 0
    for epoch in range(config["epochs"]):
        net.train()
        begin, total, count = time.time(), 0.0, 0
        for batch in sequences.batches(config["batch"], True):
            share = min(1.0, step / steps)
            rate = config["rate"] * min(1.0, (step + 1) / 200) * (0.5 * (1 + np.cos(np.pi * share)) + 0.01)
            for group in optimizer.param_groups:
                group["lr"] = rate
            rows, gold, lengths = tensors(batch)
            loss = net.loss(net.scores(rows), gold, lengths)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            net.clamp()
            step += 1
            decay = min(config["averaged"], (step + 1) / (step + 10))
            with torch.no_grad():
                for name, value in net.named_parameters():
                    averaged[name].lerp_(value, 1 - decay)
            total += loss.item()
            count += 1
        kept = {name: value.detach().clone() for name, value in net.named_parameters()}
        net.load_state_dict(averaged, strict=False)
        log(f"epoch {epoch + 1}/{config['epochs']} {time.time() - begin:.0f}s loss {total / count:.4f} dev {score(predict(net, development))}")
        if epoch + 1 < config["epochs"]:
            net.load_state_dict(kept, strict=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--features", type=pathlib.Path, required=True)
    parser.add_argument("--polnear", type=pathlib.Path, required=True)
    parser.add_argument("--glove", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--set", action="append", default=[], help="name=value, over config.json")
    parser.add_argument("--without", default="", help="slots to leave out, parted by commas (for trials)")
    options = parser.parse_args()
    config = json.loads((HERE / "config.json").read_text())
    if options.epochs:
        config["epochs"] = options.epochs
    for pair in options.set:
        name, value = pair.split("=")
        config[name] = type(config[name])(float(value))
    torch.set_num_threads(options.threads)
    torch.manual_seed(config["seed"])
    random.seed(config["seed"])
    options.out.mkdir(parents=True, exist_ok=True)

    training, development = load(options.features / "train.slots.jsonl"), load(options.features / "dev.slots.jsonl")
    names = training[0]["slotNames"]
    without = set(filter(None, options.without.split(",")))
    for document in training + development:
        document["slots"] = [values for name, values in zip(names, document["slots"]) if name not in without]
    names = [name for name in names if name not in without]
    counts = Counter(form.lower() for document in training for form in document["forms"])
    words = ["", ""] + sorted((w for w, n in counts.items() if n >= config["wordCount"]), key=lambda w: (-counts[w], w))
    glove = Glove(options.glove, config["gloveWords"])
    features = Features(words, glove.words)
    vocabularies = slot_vocabularies(training, names, config["slotCount"])
    sequences = Sequences(training, options.polnear / "train", features, vocabularies, True)
    held = Sequences(development, options.polnear / "dev", features, vocabularies, False)
    print(f"{len(sequences.items)} pieces, {sum(len(i[2]) for i in sequences.items)} words; vocabulary {len(words)}; slots {[len(v) for v in vocabularies]}", flush=True)
    config["slots"] = {name: config["slots"][name] for name in names}
    sizes = {"words": len(words), "slots": {name: len(v) + 1 for name, v in zip(names, vocabularies)}}
    net = Tagger(config, sizes, glove.vectors, LABELS)
    train(net, sequences, held, config, lambda line: print(line, flush=True))
    path = options.out / "attribution.bcm"
    export(path, net, words, dict(zip(names, vocabularies)), glove, VERSION, "")
    # What ships is what is scored: the weights as the file has them.
    shipped, _, _ = load_model(path, glove.vectors)
    predictions = predict(shipped, held)
    print(f"as shipped: {score(predictions)}", flush=True)
    raw = path.read_bytes()
    record = {"name": "attribution", "version": VERSION, "sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)}
    (options.out / "model.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    write_spans(predictions, options.features / "dev.spans.jsonl")


if __name__ == "__main__":
    main()
