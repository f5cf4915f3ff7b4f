"""The core net: embeddings, bidirectional LSTM, heads for tags, names and the dependency tree."""

import math

import torch
from torch import nn
import torch.nn.functional as F

SLOPE = 0.1
DISTANCES = 16
FORBIDDEN = -10000.0


def shared_dropout(x, rate, training):
    """Dropout whose mask is the same for every token of a sentence. x is [time, batch, width]."""
    if not training or rate == 0:
        return x
    keep = x.new_empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * keep


def distance_rows(length):
    """Bucket of |head - dependent| for every pair, and on which side the head is."""
    at = torch.arange(length)
    gap = (at[None, :] - at[:, None])
    bucket = torch.tensor(
        [0] + [min(DISTANCES - 1, math.floor(2 * math.log2(n))) for n in range(1, max(length, 2))], dtype=torch.long
    )[gap.abs()]
    return (gap > 0).long() * DISTANCES + bucket


def forbidden_transitions(labels):
    """BIO: I-X only after B-X or I-X."""
    banned = torch.zeros(len(labels), len(labels))
    start = torch.zeros(1, len(labels))
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            start[0, to] = FORBIDDEN
            for origin, before in enumerate(labels):
                if before[2:] != label[2:]:
                    banned[origin, to] = FORBIDDEN
    return banned, start


class CoreNet(nn.Module):
    def __init__(self, config, sizes, glove_vectors, ner_labels):
        super().__init__()
        c = config
        self.config = c
        self.word = nn.Embedding(sizes["words"], c["word"])
        self.affix = nn.Embedding(6 * 4096, c["affix"])
        table = torch.zeros(len(glove_vectors) + 1, glove_vectors.shape[1])
        table[1:] = torch.from_numpy(glove_vectors)
        self.register_buffer("glove", table, persistent=False)
        self.projection = nn.Linear(table.shape[1], c["projection"], bias=False)
        width = c["word"] + 6 * c["affix"] + c["projection"]
        self.layers = nn.ModuleList()
        for _ in range(c["layers"]):
            self.layers.append(nn.LSTM(width, c["hidden"], bidirectional=True))
            width = 2 * c["hidden"]
        A, L, R, n = c["arc"], c["label"], c["rank"], sizes["deprel"]
        self.upos = nn.Linear(width, sizes["upos"])
        self.xpos = nn.Linear(width, sizes["xpos"])
        self.ner = nn.Linear(width, sizes["ner"])
        self.transition = nn.Parameter(torch.zeros(sizes["ner"], sizes["ner"]))
        self.start = nn.Parameter(torch.zeros(1, sizes["ner"]))
        self.end = nn.Parameter(torch.zeros(1, sizes["ner"]))
        banned, banned_start = forbidden_transitions(ner_labels)
        self.register_buffer("banned", banned, persistent=False)
        self.register_buffer("banned_start", banned_start, persistent=False)
        self.arc_dependent = nn.Linear(width, A)
        self.arc_head = nn.Linear(width, A)
        self.arc_bilinear = nn.Parameter(torch.randn(A, A) * 0.02)
        self.arc_headbias = nn.Parameter(torch.zeros(1, A))
        self.arc_distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.arc_root = nn.Parameter(torch.randn(1, A) * 0.1)
        self.label_dependent = nn.Linear(width, L)
        self.label_head = nn.Linear(width, L)
        self.label_root = nn.Parameter(torch.randn(1, L) * 0.1)
        self.label_u = nn.Parameter(torch.randn(R, L) / math.sqrt(L))
        self.label_v = nn.Parameter(torch.randn(R, L) / math.sqrt(L))
        self.label_out = nn.Parameter(torch.randn(n, R) * 0.05)
        self.label_dependent_out = nn.Parameter(torch.randn(n, L) * 0.05)
        self.label_head_out = nn.Parameter(torch.randn(n, L) * 0.05)
        self.label_bias = nn.Parameter(torch.zeros(1, n))
        nn.init.uniform_(self.word.weight, -0.2, 0.2)
        nn.init.uniform_(self.affix.weight, -0.2, 0.2)
        nn.init.normal_(self.projection.weight, 0, 0.4)
        for lstm in self.layers:
            for name, value in lstm.named_parameters():
                if name.startswith("bias"):
                    nn.init.zeros_(value)
                    if name.startswith("bias_ih"):
                        value.data[c["hidden"]:2 * c["hidden"]] = 1.0
                elif name.startswith("weight_hh"):
                    for gate in range(4):
                        nn.init.orthogonal_(value.data[gate * c["hidden"]:(gate + 1) * c["hidden"]])
                else:
                    nn.init.xavier_uniform_(value)

    def clamp(self):
        """Keeps the embeddings in [-1, 1], the range of the kernel's int16 activations."""
        self.word.weight.data.clamp_(-1, 1)
        self.affix.weight.data.clamp_(-1, 1)

    def inputs(self, rows, word_dropout=0.0):
        """rows is [time, batch, 8] -> [time, batch, width]."""
        word = rows[..., 0]
        if word_dropout:
            word = torch.where(torch.rand(word.shape) < word_dropout, torch.zeros_like(word), word)
        affix = self.affix(rows[..., 1:7]).flatten(-2)
        return torch.cat([self.word(word), affix, self.projection(self.glove[rows[..., 7]])], -1)

    def encode(self, rows):
        c = self.config
        training = self.training
        x = self.inputs(rows, c["wordDropout"] if training else 0.0)
        x = shared_dropout(x, c["inputDropout"], training)
        for lstm in self.layers:
            x = shared_dropout(lstm(x)[0], c["dropout"], training)
        return x

    def arcs(self, h):
        """Scores [batch, dependent, head], head 0 is the root."""
        rate = self.config["headDropout"]
        dependent = shared_dropout(F.leaky_relu(self.arc_dependent(h), SLOPE), rate, self.training).transpose(0, 1)
        head = shared_dropout(F.leaky_relu(self.arc_head(h), SLOPE), rate, self.training).transpose(0, 1)
        head = torch.cat([self.arc_root.expand(head.shape[0], 1, -1), head], 1)
        scores = torch.bmm(dependent @ self.arc_bilinear, head.transpose(1, 2))
        scores = scores + (head @ self.arc_headbias[0])[:, None, :]
        length = dependent.shape[1]
        bias = self.arc_distance.flatten()[distance_rows(length)]
        scores = scores + F.pad(bias, (1, 0))
        return scores.masked_fill(F.pad(torch.eye(length, dtype=torch.bool), (1, 0)), -1e9)

    def label_sides(self, h):
        rate = self.config["headDropout"]
        dependent = shared_dropout(F.leaky_relu(self.label_dependent(h), SLOPE), rate, self.training).transpose(0, 1)
        head = shared_dropout(F.leaky_relu(self.label_head(h), SLOPE), rate, self.training).transpose(0, 1)
        return dependent, torch.cat([self.label_root.expand(head.shape[0], 1, -1), head], 1)

    def labels(self, sides, heads):
        """Label scores [batch, time, labels] for the given heads [batch, time]."""
        dependent, head = sides
        head = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[2]))
        both = (dependent @ self.label_u.t()) * (head @ self.label_v.t())
        return (
            both @ self.label_out.t()
            + dependent @ self.label_dependent_out.t()
            + head @ self.label_head_out.t()
            + self.label_bias
        )

    def crf(self):
        return self.transition + self.banned, self.start + self.banned_start, self.end

    def crf_total(self, scores):
        """Log of the sum over all label paths, [batch]."""
        transition, start, end = self.crf()
        alpha = start + scores[0]
        for at in range(1, scores.shape[0]):
            alpha = torch.logsumexp(alpha[:, :, None] + transition[None], 1) + scores[at]
        return torch.logsumexp(alpha + end, 1)

    def crf_hinted_loss(self, scores, allowed):
        """Mean negative log probability a token of all paths that the hints allow. allowed [time, batch, labels]."""
        inside = self.crf_total(scores + (~allowed) * FORBIDDEN)
        return (self.crf_total(scores) - inside).sum() / (scores.shape[0] * scores.shape[1])

    def crf_loss(self, scores, gold):
        """Mean negative log likelihood a token. scores [time, batch, labels], gold [time, batch]."""
        transition, start, end = self.crf()
        time, batch, n = scores.shape
        total = self.crf_total(scores)
        path = scores.gather(2, gold[..., None]).sum((0, 2)) + start[0][gold[0]] + end[0][gold[-1]]
        if time > 1:
            path = path + transition[gold[:-1], gold[1:]].sum(0)
        return (total - path).sum() / (time * batch)

    @torch.no_grad()
    def viterbi(self, scores):
        """Best label rows [batch, time]."""
        transition, start, end = self.crf()
        alpha, back = start + scores[0], []
        for at in range(1, scores.shape[0]):
            best, origin = (alpha[:, :, None] + transition[None]).max(1)
            alpha = best + scores[at]
            back.append(origin)
        here = (alpha + end).argmax(1)
        path = [here]
        for origin in reversed(back):
            here = origin.gather(1, here[:, None])[:, 0]
            path.append(here)
        return torch.stack(path[::-1], 1)
