"""The attribution tagger: word and feature embeddings, one bidirectional LSTM, a linear-chain CRF over BIOES labels."""

import torch
from torch import nn

from polnear import follows

FORBIDDEN = -10000.0


def shared_dropout(x, rate, training):
    """Dropout whose mask is the same for every word of a paragraph. x is [time, batch, width]."""
    if not training or rate == 0:
        return x
    return x * (x.new_empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - rate) / (1 - rate))


def forbidden_transitions(labels):
    """What BIOES rules out, as scores: between labels, at the start, at the end."""
    banned = torch.zeros(len(labels), len(labels))
    start, end = torch.zeros(1, len(labels)), torch.zeros(1, len(labels))
    for to, label in enumerate(labels):
        if not follows(None, label):
            start[0, to] = FORBIDDEN
        if not follows(label, None):
            end[0, to] = FORBIDDEN
        for origin, before in enumerate(labels):
            if not follows(before, label):
                banned[origin, to] = FORBIDDEN
    return banned, start, end


class Tagger(nn.Module):
    """`sizes` is {"words": n, "slots": {name: rows}}; row 0 of every table is "unknown".

    The first layer's input products are those of the word part plus those of the slots, so that at run time the former
    can be cached a word type. `config["slots"]` names the slots, in order, with the widths of their embeddings.
    """

    def __init__(self, config, sizes, glove_vectors, labels):
        super().__init__()
        c = config
        self.config = c
        self.word = nn.Embedding(sizes["words"], c["word"])
        self.affix = nn.Embedding(6 * 4096, c["affix"])
        table = torch.zeros(len(glove_vectors) + 1, glove_vectors.shape[1])
        table[1:] = torch.from_numpy(glove_vectors)
        self.register_buffer("glove", table, persistent=False)
        self.projection = nn.Linear(table.shape[1], c["projection"], bias=False)
        self.slots = nn.ModuleList(nn.Embedding(sizes["slots"][name], wide) for name, wide in c["slots"].items())
        self.word_width = c["word"] + 6 * c["affix"] + c["projection"]
        width = self.word_width + sum(c["slots"].values())
        self.lstms = nn.ModuleList()
        for _ in range(c["layers"]):
            self.lstms.append(nn.LSTM(width, c["hidden"], bidirectional=True))
            width = 2 * c["hidden"]
        self.out = nn.Linear(width, len(labels))
        self.transition = nn.Parameter(torch.zeros(len(labels), len(labels)))
        self.start = nn.Parameter(torch.zeros(1, len(labels)))
        self.end = nn.Parameter(torch.zeros(1, len(labels)))
        banned, banned_start, banned_end = forbidden_transitions(labels)
        self.register_buffer("banned", banned, persistent=False)
        self.register_buffer("banned_start", banned_start, persistent=False)
        self.register_buffer("banned_end", banned_end, persistent=False)
        nn.init.uniform_(self.word.weight, -0.1, 0.1)
        nn.init.uniform_(self.affix.weight, -0.1, 0.1)
        for slot in self.slots:
            nn.init.uniform_(slot.weight, -0.3, 0.3)
        h = c["hidden"]
        for lstm in self.lstms:
            for name, value in lstm.named_parameters():
                if name.startswith("bias"):
                    nn.init.zeros_(value)
                    if name.startswith("bias_ih"):
                        value.data[h:2 * h] = 1.0
                elif name.startswith("weight_hh"):
                    for gate in range(4):
                        nn.init.orthogonal_(value.data[gate * h:(gate + 1) * h])
                else:
                    nn.init.xavier_uniform_(value)

    def clamp(self):
        """Keeps the embeddings in [-1, 1], the range of the kernel's int16 activations."""
        for table in (self.word, self.affix, *self.slots):
            table.weight.data.clamp_(-1, 1)

    def scores(self, rows):
        """rows is [time, batch, 8 + slots]: word, six affixes, GloVe, then the slots. Returns [time, batch, labels]."""
        c, training = self.config, self.training
        word = rows[..., 0]
        glove = self.projection(self.glove[rows[..., 7]])
        slots = []
        if training:
            word = torch.where(torch.rand(word.shape) < c["wordDropout"], torch.zeros_like(word), word)
        for at, slot in enumerate(self.slots):
            value = rows[..., 8 + at]
            if training:
                value = torch.where(torch.rand(value.shape) < c["slotDropout"], torch.zeros_like(value), value)
            slots.append(slot(value))
        x = torch.cat([self.word(word), self.affix(rows[..., 1:7]).flatten(-2), glove] + slots, -1)
        x = shared_dropout(x, c["inputDropout"], training)
        for lstm in self.lstms:
            x = shared_dropout(lstm(x)[0], c["dropout"], training)
        return self.out(x)

    def crf(self):
        return self.transition + self.banned, self.start + self.banned_start, self.end + self.banned_end

    def loss(self, scores, gold, lengths):
        """Negative log likelihood a word. scores [time, batch, labels], gold [time, batch], lengths [batch]."""
        transition, start, end = self.crf()
        time = scores.shape[0]
        alpha = start + scores[0]
        mask = torch.arange(time)[:, None] < lengths[None, :]
        for at in range(1, time):
            step = torch.logsumexp(alpha[:, :, None] + transition[None], 1) + scores[at]
            alpha = torch.where(mask[at][:, None], step, alpha)
        total = torch.logsumexp(alpha + end, 1)
        keep = mask.float()
        path = (scores.gather(2, gold[..., None])[..., 0] * keep).sum(0) + start[0][gold[0]]
        path = path + end[0][gold.gather(0, (lengths - 1)[None])[0]]
        if time > 1:
            path = path + (transition[gold[:-1], gold[1:]] * keep[1:]).sum(0)
        return (total - path).sum() / keep.sum()

    @torch.no_grad()
    def viterbi(self, scores, lengths):
        """Best labels, a list a sequence."""
        transition, start, end = self.crf()
        found = []
        for b in range(scores.shape[1]):
            n = int(lengths[b])
            alpha, back = start[0] + scores[0, b], []
            for at in range(1, n):
                best, origin = (alpha[:, None] + transition).max(0)
                alpha = best + scores[at, b]
                back.append(origin)
            here = int((alpha + end[0]).argmax())
            path = [here]
            for origin in reversed(back):
                here = int(origin[here])
                path.append(here)
            found.append(path[::-1])
        return found
