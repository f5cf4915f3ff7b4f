"""Trains the language core net and writes the model file, its card's figures and the parity data.

    python train.py --data ../shared/data --out packages/assets/models/core [--smoke]

Seeded; the same machine, thread count and PyTorch give the same file. `--smoke` takes 500 sentences for one epoch.
"""

import argparse
import hashlib
import json
import math
import pathlib
import platform
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import model_file
from augment import CURLY, curl, vary
from evaluate import batches_by_length, development_sets, rows_tensor, score_all
from features import Features, Glove
from names import gum_names, read_re3d, settle_states
from net import CoreNet
from parity import write_parity
from sentences import read_bio, read_conllu

HERE = pathlib.Path(__file__).resolve().parent
NER_LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
THREADS = 2
SMOKE_SENTENCES = 500


def load_training(data, smoke):
    """Treebank sentences (GUM's with names) and sentences that have names only."""
    ewt = read_conllu(data / "treebank/ewt/en_ewt-ud-train.conllu.gz")
    gum = read_conllu(data / "treebank/gum/en_gum-train-open.conllu.gz")
    for sentence in gum:
        sentence.names = gum_names(sentence)
    named = read_bio(data / "ner/wikigold_en.conllu.gz") + read_re3d(data / "ner/re3d-train.jsonl.gz", ewt + gum)
    settle_states(gum + named)
    treebank = ewt + gum
    if smoke:
        treebank, named = gum[:SMOKE_SENTENCES], named[:SMOKE_SENTENCES // 5]
    return treebank, [s for s in named if len(s.forms) > 1]


def build_vocabularies(sentences, treebank, minimum):
    """Lower-cased forms seen often enough, with the curly variants of those, and the labels by frequency."""
    counts = Counter(form.lower() for s in sentences for form in s.forms)
    words = sorted((w for w, n in counts.items() if n >= minimum), key=lambda w: (-counts[w], w))
    known = set(words)
    for word in [w for w in words if "'" in w or w in CURLY or w in ('"', "...", "--")] + ['"']:
        for variant in curl([word], None) + curl([word, word], None):
            if variant not in known:
                known.add(variant)
                words.append(variant)
    for sign in "“”‘’…—–":
        if sign not in known:
            known.add(sign)
            words.append(sign)
    words = ["<unknown>", "<padding>"] + words

    def labels(layer):
        seen = Counter(value for s in treebank for value in getattr(s, layer))
        return sorted(seen, key=lambda v: (-seen[v], v))

    return words, {"upos": labels("upos"), "xpos": labels("xpos"), "deprel": labels("deprels"), "ner": NER_LABELS}


class Batches:
    """Batches of one epoch: sentences of equal length, treebank and names-only ones apart, shuffled."""

    def __init__(self, treebank, named, features, vocab, config, seed):
        self.groups = [treebank, named]
        self.features = features
        self.index = {layer: {v: i for i, v in enumerate(vocab[key])} for layer, key in
                      (("upos", "upos"), ("xpos", "xpos"), ("deprels", "deprel"), ("names", "ner"))}
        self.config = config
        self.random = random.Random(seed)

    def layer(self, sentences, layer):
        index = self.index[layer]
        return torch.tensor([[index[v] for v in getattr(s, layer)] for s in sentences])

    def epoch(self):
        batches = []
        for kind, group in enumerate(self.groups):
            varied = [vary(s, self.config["augment"], self.random) for s in group]
            self.random.shuffle(varied)
            batches += [(kind, [varied[m] for m in members]) for members in batches_by_length(varied, self.config["tokensPerBatch"])]
        self.random.shuffle(batches)
        for kind, sentences in batches:
            batch = {"rows": rows_tensor(sentences, self.features), "tokens": sum(len(s.forms) for s in sentences)}
            if kind == 0:
                for layer in ("upos", "xpos", "deprels"):
                    batch[layer] = self.layer(sentences, layer)
                batch["heads"] = torch.tensor([s.heads for s in sentences])
            having = [i for i, s in enumerate(sentences) if s.names]
            if having:
                batch["having"] = torch.tensor(having)
                batch["names"] = self.layer([sentences[i] for i in having], "names")
            yield batch


def losses(net, batch):
    """The loss of each head that the batch has gold for, a mean over tokens."""
    h = net.encode(batch["rows"])
    found = {}
    if "heads" in batch:
        for layer, head in (("upos", net.upos), ("xpos", net.xpos)):
            found[layer] = F.cross_entropy(head(h).transpose(0, 1).flatten(0, 1), batch[layer].flatten())
        found["arcs"] = F.cross_entropy(net.arcs(h).flatten(0, 1), batch["heads"].flatten())
        labels = net.labels(net.label_sides(h), batch["heads"])
        found["labels"] = F.cross_entropy(labels.flatten(0, 1), batch["deprels"].flatten())
    if "names" in batch:
        scores = net.ner(h[:, batch["having"]])
        share = batch["names"].numel() / batch["tokens"]
        found["names"] = net.crf_loss(scores, batch["names"].t()) * share
    return found


def rate_at(step, steps, config):
    """Warm-up, then a half cosine down to a hundredth."""
    warm = min(config["warmupSteps"], steps // 5)
    if step < warm:
        return (step + 1) / warm
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def train(net, batches, config, epochs, seconds, log):
    """Runs the epochs; returns the running average of the parameters. `seconds` stops early, never used by default."""
    optimizer = torch.optim.Adam(net.parameters(), lr=config["learningRate"], betas=(0.9, 0.95), eps=1e-8)
    average = {key: value.detach().clone() for key, value in net.named_parameters()}
    weights, step, began = config["weights"], 0, time.time()
    steps = None
    for epoch in range(epochs):
        net.train()
        sums, count, start = Counter(), Counter(), time.time()
        epoch_batches = list(batches.epoch())
        steps = steps or len(epoch_batches) * epochs
        for batch in epoch_batches:
            factor = rate_at(min(step, steps), steps, config)
            for group in optimizer.param_groups:
                group["lr"] = config["learningRate"] * factor
            parts = losses(net, batch)
            loss = sum(weights[key] * value for key, value in parts.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), config["clip"])
            optimizer.step()
            net.clamp()
            step += 1
            decay = min(config["average"], (1 + step) / (10 + step))
            with torch.no_grad():
                for key, value in net.named_parameters():
                    average[key].lerp_(value, 1 - decay)
            for key, value in parts.items():
                sums[key] += float(value)
                count[key] += 1
        log(f"epoch {epoch + 1}/{epochs} {time.time() - start:.0f}s " +
            " ".join(f"{key} {sums[key] / count[key]:.3f}" for key in sums), average)
    return average


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--config", type=pathlib.Path, default=HERE / "config.json")
    options.add_argument("--smoke", action="store_true")
    options.add_argument("--evaluate-every", type=int, default=0, help="score the average every so many epochs")
    options = options.parse_args()
    config = json.loads(options.config.read_text())
    torch.set_num_threads(THREADS)
    torch.manual_seed(config["seed"])
    np.random.seed(config["seed"])
    began = time.time()

    treebank, named = load_training(options.data, options.smoke)
    glove = Glove(options.data / "vectors", 2000 if options.smoke else config["gloveWords"])
    words, vocab = build_vocabularies(treebank + named, treebank, config["minimumCount"])
    features = Features(words, glove.words)
    sizes = {"words": len(words), **{key: len(vocab[key]) for key in vocab}}
    net = CoreNet(config["net"], sizes, glove.vectors, NER_LABELS)
    tokens = sum(len(s.forms) for s in treebank), sum(len(s.forms) for s in named)
    print(f"{len(treebank)} treebank sentences, {tokens[0]} tokens; {len(named)} with names only, {tokens[1]} tokens; "
          f"{sizes['words']} words; {sum(p.numel() for p in net.parameters())} parameters; PyTorch {torch.__version__}", flush=True)

    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "core.bcm"
    sets = development_sets(options.data)
    if options.smoke:
        sets = tuple(part[:200] for part in sets)
        sets = (sets[0], sets[1], sets[1][:50], sets[3])

    def save(state):
        model_file.export(path, net, state, vocab, words, glove, config["name"], config["version"],
                          time.strftime("%Y-%m-%d"))
        loaded, header, _ = model_file.load(path)
        return loaded, header

    def log(line, average):
        print(line, flush=True)
        if options.evaluate_every and int(line.split()[1].split("/")[0]) % options.evaluate_every == 0:
            for key, value in score_all(save(average)[0], features, vocab, options.data, sets).items():
                print("   ", key, value, flush=True)

    batches = Batches(treebank, named, features, vocab, config, config["seed"])
    average = train(net, batches, config, 1 if options.smoke else config["epochs"], None, log)
    loaded, header = save(average)
    figures = score_all(loaded, features, vocab, options.data, sets)
    for key, value in figures.items():
        print(key, value, flush=True)
    raw = path.read_bytes()
    about = {
        "name": config["name"], "version": config["version"], "file": path.name,
        "sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw), "created": header["created"],
        "seed": config["seed"], "epochs": config["epochs"], "net": config["net"], "development": figures,
        "trained": {"minutes": round((time.time() - began) / 60), "threads": THREADS,
                    "machine": platform.machine(), "torch": torch.__version__},
    }
    (options.out / "model.json").write_text(json.dumps(about, indent=2) + "\n")
    write_parity(options.out / "parity.json", path)
    print(f"wrote {path}, {len(raw)} bytes, after {(time.time() - began) / 60:.1f} min")


if __name__ == "__main__":
    main()
