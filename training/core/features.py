"""What the net reads of a form: word row, six hashed affix rows, GloVe row. See docs/reference/model-format.md."""

import gzip
import struct

import numpy as np

AFFIX_ROWS = 4096
AFFIX_TABLES = 6
LONGEST_FORM = 64
UNKNOWN, PADDING = 0, 1


def code_units(text):
    """UTF-16 code units, as JavaScript counts them."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return list(struct.unpack("<%dH" % (len(raw) // 2), raw))


def fnv1a(units):
    value = 2166136261
    for unit in units:
        value = ((value ^ (unit & 255)) * 16777619) & 0xFFFFFFFF
        value = ((value ^ (unit >> 8)) * 16777619) & 0xFFFFFFFF
    return value


def shape(units):
    """X, x, d or the code unit itself; of each run at most two stay."""
    signs = []
    for unit in units:
        char = chr(unit)
        upper, lower = char.upper(), char.lower()
        if upper == char and lower != char:
            sign = ord("X")
        elif lower == char and upper != char:
            sign = ord("x")
        elif 48 <= unit <= 57:
            sign = ord("d")
        else:
            sign = unit
        if len(signs) < 2 or signs[-1] != sign or signs[-2] != sign:
            signs.append(sign)
    return signs


def affix_rows(form):
    """The six rows of `affix.embedding`."""
    units = code_units(form)[:LONGEST_FORM]
    keys = [units[:1], units[:3], units[-2:], units[-3:], units[-4:], shape(units)]
    return [table * AFFIX_ROWS + fnv1a(key) % AFFIX_ROWS for table, key in enumerate(keys)]


def quantize_nibbles(vectors):
    """4-bit values (-8..7) and one scale a row, the scale chosen of 24 for the least squared error."""
    best = np.full(len(vectors), np.inf, np.float32)
    scales = np.ones(len(vectors), np.float32)
    peak = np.maximum(np.abs(vectors).max(1), 1e-8)
    for step in range(24):
        scale = (peak * (0.4 + 0.6 * (step + 1) / 24) / 7).astype(np.float32)
        q = np.clip(np.rint(vectors / scale[:, None]), -8, 7)
        error = ((q * scale[:, None] - vectors) ** 2).sum(1)
        better = error < best
        best[better], scales[better] = error[better], scale[better]
    q = np.clip(np.rint(vectors / scales[:, None]), -8, 7).astype(np.int8)
    return q, scales


class Glove:
    """The first `limit` GloVe words, cut to 4 bits; `vectors` are the values that ship."""

    # Brings the vectors near the range [-1, 1] that the kernel's int16 activations have; the projection learns the rest.
    SHRINK = 0.25

    def __init__(self, folder, limit):
        words = gzip.open(folder / "words-120k.txt.gz", "rt", encoding="utf-8").read().split("\n")
        raw = gzip.open(folder / "glove-100d-120k.i8.gz").read()
        count, width = struct.unpack("<II", raw[4:12])
        scales = np.frombuffer(raw, np.float32, count, 16)
        rows = np.frombuffer(raw, np.int8, count * width, 16 + 4 * count).reshape(count, width)
        self.words = words[:limit]
        self.q, self.scales = quantize_nibbles(rows[:limit] * scales[:limit, None] * self.SHRINK)
        self.vectors = self.q.astype(np.float32) * self.scales[:, None]


class Features:
    """Looks forms up, each once. Row 0 of the GloVe table as the net holds it is the vector of zeros."""

    def __init__(self, words, glove_words):
        self.words = {word: row for row, word in enumerate(words)}
        self.glove = {word: row + 1 for row, word in enumerate(glove_words)}
        self.cache = {}

    def rows(self, form):
        """[word, affix x 6, glove] of a form."""
        found = self.cache.get(form)
        if found is None:
            lower = form.lower()
            found = [self.words.get(lower, UNKNOWN)] + affix_rows(form) + [self.glove.get(lower, 0)]
            self.cache[form] = found
        return found
