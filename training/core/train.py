"""Trains the language core net and writes the model file, its card's figures and the parity data.

    python train.py --data ../shared/data --out packages/assets/models/core [--smoke]

Seeded; the same machine, thread count and PyTorch give the same file. `--smoke` takes 500 sentences for one epoch and ends with status 1 where the loss does not fall.
"""

import argparse
import os

# Threads that wait must sleep: spinning ones starve each other on a machine with other work. Read when torch loads.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "0")

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
from pools import Pools
from parity import write_parity
from sentences import read_bio, read_conllu

HERE = pathlib.Path(__file__).resolve().parent
NER_LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
SMOKE_SENTENCES = 500
# Of the steps of a smoke run, the share at either end whose losses are compared.
SMOKE_ENDS = 0.2

# Hints of name lists count less than annotated names.
HINT_WEIGHT = 0.5


def load_training(data, smoke):
    """Treebank sentences (GUM's with names) and sentences that have names only."""
    ewt = read_conllu(data / "treebank/ewt/en_ewt-ud-train.conllu.gz")
    gum = read_conllu(data / "treebank/gum/en_gum-train-open.conllu.gz")
    for sentence in gum:
        sentence.names = gum_names(sentence)
    named = read_bio(data / "ner/wikigold_en.conllu.gz") + read_re3d(data / "ner/re3d-train.jsonl.gz", ewt + gum)
    settle_states(gum + named)
    pools = Pools()
    for sentence in ewt:
        sentence.hints = pools.hints(sentence, NER_LABELS)
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
    """Batches of one epoch: sentences of equal length, the kinds of annotation apart, shuffled."""

    def __init__(self, groups, features, vocab, config, seed):
        self.groups = [list(group) for group in groups]
        self.features = features
        self.index = {layer: {v: i for i, v in enumerate(vocab[key])} for layer, key in
                      (("upos", "upos"), ("xpos", "xpos"), ("deprels", "deprel"), ("names", "ner"))}
        self.config = config
        self.random = random.Random(seed)
        self.pools = Pools()

    def layer(self, sentences, layer):
        index = self.index[layer]
        return torch.tensor([[index[v] for v in getattr(s, layer)] for s in sentences])

    def epoch(self):
        """Lists of sentences; `tensors` turns each into what the net reads."""
        batches = []
        for group in self.groups:
            rates = self.config["augment"]
            varied = [vary(self.pools.replace_names(s, rates["names"], self.random), rates, self.random) for s in group]
            self.random.shuffle(varied)
            batches += [[varied[m] for m in members] for members in batches_by_length(varied, self.config["tokensPerBatch"])]
        self.random.shuffle(batches)
        return batches

    def tensors(self, sentences):
        batch = {"rows": rows_tensor(sentences, self.features), "tokens": sum(len(s.forms) for s in sentences)}
        if sentences[0].heads:
            for layer in ("upos", "xpos", "deprels"):
                batch[layer] = self.layer(sentences, layer)
            batch["heads"] = torch.tensor([s.heads for s in sentences])
        having = [i for i, s in enumerate(sentences) if s.names]
        if having:
            batch["having"] = torch.tensor(having)
            batch["names"] = self.layer([sentences[i] for i in having], "names")
        hinted = [i for i, s in enumerate(sentences) if s.hints]
        if hinted:
            batch["hinted"] = torch.tensor(hinted)
            batch["hints"] = torch.tensor([sentences[i].hints for i in hinted])
        return batch


def losses(net, batch):
    """The loss of each head that the batch has annotation for, a mean over tokens."""
    h = net.encode(batch["rows"])
    found = {}
    if "heads" in batch:
        for layer, head in (("upos", net.upos), ("xpos", net.xpos)):
            found[layer] = F.cross_entropy(head(h).transpose(0, 1).flatten(0, 1), batch[layer].flatten())
        found["arcs"] = F.cross_entropy(net.arcs(h).flatten(0, 1), batch["heads"].flatten())
        labels = net.labels(net.label_sides(h), batch["heads"])
        found["labels"] = F.cross_entropy(labels.flatten(0, 1), batch["deprels"].flatten())
    names = []
    if "names" in batch:
        part = batch["names"].numel() / batch["tokens"]
        names.append(part * net.crf_loss(net.ner(h[:, batch["having"]]), batch["names"].t()))
    if "hinted" in batch:
        part = len(batch["hinted"]) / h.shape[1]
        names.append(HINT_WEIGHT * part * net.crf_hinted_loss(net.ner(h[:, batch["hinted"]]), batch["hints"].transpose(0, 1)))
    if names:
        found["names"] = sum(names)
    return found


def rate_at(step, progress, config):
    """Factor of the learning rate: warm-up, constant, and a straight way down over the last `decayEpochs`.

    `progress` is in epochs. A constant middle lets `epochs` be settled while the training runs.
    """
    left = (config["epochs"] - progress) / config["decayEpochs"]
    return min(1.0, (step + 1) / config["warmupSteps"], max(0.01, left))


def train(net, batches, config, log):
    """Runs the epochs; returns the running average of the parameters and the loss of each step."""
    settings = dict(lr=config["learningRate"], betas=(0.9, 0.95), eps=1e-8)
    try:
        optimizer = torch.optim.Adam(net.parameters(), fused=True, **settings)
    except (RuntimeError, TypeError):
        # Older PyTorch has no fused Adam for the processor.
        optimizer = torch.optim.Adam(net.parameters(), **settings)
    average = {key: value.detach().clone() for key, value in net.named_parameters()}
    weights, step, epoch, history = config["weights"], 0, 0, []
    while epoch < config["epochs"]:
        net.train()
        sums, count, start = Counter(), Counter(), time.time()
        epoch_batches = batches.epoch()
        for at, sentences in enumerate(epoch_batches):
            factor = rate_at(step, epoch + at / len(epoch_batches), config)
            for group in optimizer.param_groups:
                group["lr"] = config["learningRate"] * factor
            parts = losses(net, batches.tensors(sentences))
            loss = sum(weights[key] * value for key, value in parts.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), config["clip"])
            optimizer.step()
            net.clamp()
            step += 1
            # Only with a tree has the loss all its parts, and only like can be compared.
            if "arcs" in parts:
                history.append(float(loss))
            decay = min(config["average"], (1 + step) / (10 + step))
            with torch.no_grad():
                for key, value in net.named_parameters():
                    average[key].lerp_(value, 1 - decay)
            for key, value in parts.items():
                sums[key] += float(value)
                count[key] += 1
            if step % 100 == 0:
                print(f"  step {step} of {len(epoch_batches)} an epoch, {time.time() - start:.0f}s", flush=True)
        epoch += 1
        log(epoch, f"epoch {epoch}/{config['epochs']} {time.time() - start:.0f}s " +
            " ".join(f"{key} {sums[key] / count[key]:.3f}" for key in sorted(sums)), average)
    return average, history


def check_falls(history):
    """Ends the program with status 1 unless the loss at the end is lower than at the start."""
    count = max(1, round(SMOKE_ENDS * len(history)))
    first, last = (sum(part) / count for part in (history[:count], history[-count:]))
    print(f"loss of the first {count} and the last {count} of {len(history)} steps: {first:.3f}, {last:.3f}", flush=True)
    if not last < first:
        raise SystemExit("the loss does not fall")


class Run:
    """The training of one net into one model file."""

    def __init__(self, path, groups, words, vocab, glove, config, options, sets):
        self.path, self.vocab, self.words, self.glove, self.config = path, vocab, words, glove, config
        self.options, self.sets = options, sets
        torch.manual_seed(config["seed"])
        self.features = Features(words, glove.words)
        sizes = {"words": len(words), **{key: len(vocab[key]) for key in vocab}}
        self.net = CoreNet(config["net"], sizes, glove.vectors, NER_LABELS)
        self.batches = Batches(groups, self.features, vocab, config, config["seed"])
        for name, group in zip(("treebank", "names only"), groups):
            print(f"{name}: {len(group)} sentences, {sum(len(s.forms) for s in group)} tokens")
        print(f"{path.name}: {len(words)} words, {sum(p.numel() for p in self.net.parameters())} parameters, "
              f"PyTorch {torch.__version__}", flush=True)

    def save(self, state):
        model_file.export(self.path, self.net, state, self.vocab, self.words, self.glove, self.config["name"],
                          self.config["version"], time.strftime("%Y-%m-%d"))
        return model_file.load(self.path)[0]

    def score(self, net):
        figures = score_all(net, self.features, self.vocab, self.options.data, self.sets)
        for key, value in figures.items():
            print("   ", key, value, flush=True)
        return figures

    def log(self, epoch, line, average):
        print(line, flush=True)
        if not self.options.smoke:
            # Whoever watches may change the number of epochs while the rate of learning is still constant.
            self.config["epochs"] = json.loads(self.options.config.read_text())["epochs"]
        every = self.options.evaluate_every
        if every and epoch % every == 0 and epoch < self.config["epochs"]:
            self.score(self.save(average))

    def run(self):
        """Trains, writes the model file, and scores what was written."""
        average, history = train(self.net, self.batches, self.config, self.log)
        if self.options.smoke:
            check_falls(history)
        return self.score(self.save(average))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--data", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--config", type=pathlib.Path, default=HERE / "config.json")
    options.add_argument("--smoke", action="store_true")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--evaluate-every", type=int, default=0, help="score the average every so many epochs")
    options = options.parse_args()
    config = json.loads(options.config.read_text())
    torch.set_num_threads(options.threads)
    # Adam's state of rare words falls to denormal numbers, which are slow beyond all proportion.
    torch.set_flush_denormal(True)
    began = time.time()

    treebank, named = load_training(options.data, options.smoke)
    if options.smoke:
        config = {**config, "gloveWords": 2000, "epochs": 1, "decayEpochs": 1}
    glove = Glove(options.data / "vectors", config["gloveWords"])
    words, vocab = build_vocabularies(treebank + named, treebank, config["minimumCount"])
    sets = development_sets(options.data)
    if options.smoke:
        sets = (sets[0][:200], sets[1][:200], sets[1][:50], sets[3][:200])
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "core.bcm"
    figures = Run(path, [treebank, named], words, vocab, glove, config, options, sets).run()
    content = path.read_bytes()
    about = {
        "name": config["name"], "version": config["version"], "file": path.name,
        "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content), "created": time.strftime("%Y-%m-%d"),
        "seed": config["seed"], "epochs": config["epochs"], "net": config["net"],
        "development": figures,
        "trained": {"minutes": round((time.time() - began) / 60), "threads": options.threads,
                    "machine": platform.machine(), "torch": torch.__version__},
    }
    (options.out / "model.json").write_text(json.dumps(about, indent=2) + "\n")
    write_parity(options.out / "parity.json", path)
    print(f"wrote {path}, {len(content)} bytes, after {(time.time() - began) / 60:.1f} min")


if __name__ == "__main__":
    main()
