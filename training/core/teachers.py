"""What an ensemble of trained nets thinks of sentences: soft targets for the student."""

import tarfile

import numpy as np
import torch

from evaluate import TOKENS_A_BATCH, batches_by_length, rows_tensor
from features import Features
from names import read_raw
from tree import best_heads
import model_file

# Soft targets are kept at half precision; there are some hundreds of megabytes of them.
KEPT = np.float16


class Teacher:
    def __init__(self, path, vocab):
        self.net, header, tensors = model_file.load(path)
        self.features = Features(tensors["word.vocabulary"], tensors["glove.vocabulary"])
        if header["vocab"] != vocab:
            raise ValueError(f"{path} has other labels than this training run; remove it and train again")


@torch.no_grad()
def label_softly(teachers, sentences, log):
    """Sets `soft` of each sentence: mean probabilities of tags, heads, labels (for its head) and names.

    A sentence without heads gets the ensemble's best tree in soft["tree"], and its label scores are for that.
    """
    done = 0
    for members in batches_by_length(sentences, TOKENS_A_BATCH):
        batch = [sentences[m] for m in members]
        hidden = [teacher.net.encode(rows_tensor(batch, teacher.features)) for teacher in teachers]
        nets = [teacher.net for teacher in teachers]

        def mean(values):
            return sum(values) / len(nets)

        upos = mean([net.upos(h).softmax(2) for net, h in zip(nets, hidden)]).transpose(0, 1)
        xpos = mean([net.xpos(h).softmax(2) for net, h in zip(nets, hidden)]).transpose(0, 1)
        names = mean([net.crf_marginals(net.ner(h)) for net, h in zip(nets, hidden)]).transpose(0, 1)
        arcs = mean([net.arcs(h).softmax(2) for net, h in zip(nets, hidden)])
        scores = arcs.clamp_min(1e-9).log().numpy()
        heads = [s.heads if s.heads else best_heads(scores[b]) for b, s in enumerate(batch)]
        sides = torch.tensor(heads)
        labels = mean([net.labels(net.label_sides(h), sides).softmax(2) for net, h in zip(nets, hidden)])
        for b, sentence in enumerate(batch):
            sentence.soft = {key: value[b].numpy().astype(KEPT) for key, value in
                             (("upos", upos), ("xpos", xpos), ("arcs", arcs), ("labels", labels), ("names", names))}
            sentence.soft["tree"] = heads[b]
        done += len(batch)
    log(f"{done} sentences labelled by {len(teachers)} teachers")


def read_polnear(path):
    """The raw text of PolNeAR's training articles; no annotation is read."""
    found = []
    with tarfile.open(path) as archive:
        for member in sorted((m for m in archive.getmembers() if "/train/text/" in m.name and m.isfile()), key=lambda m: m.name):
            found += read_raw(archive.extractfile(member).read().decode("utf-8", "replace"))
    return found
