"""Heads that make one tree: greedy where they do, Chu-Liu-Edmonds with exactly one root otherwise."""

import numpy as np

# Taken from every root arc, so that the best tree has as few of them as it can: one.
ROOT_FINE = 1e6


def find_cycle(heads):
    """The nodes of one cycle among heads (heads[0] is unused), or None."""
    state = [0] * len(heads)
    for first in range(1, len(heads)):
        path, node = [], first
        while node and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node and state[node] == 1:
            return path[path.index(node):]
        for seen in path:
            state[seen] = 2
    return None


def edmonds(scores):
    """Best arborescence of a matrix [dependent, head] over nodes 0 (the root) to n; returns heads."""
    heads = scores.argmax(1).tolist()
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [n for n in range(len(heads)) if n not in inside]
    size = len(outside)
    small = np.full((size + 1, size + 1), -np.inf)
    for a, x in enumerate(outside):
        for b, y in enumerate(outside):
            small[a, b] = scores[x, y]
    current = np.array([scores[n, heads[n]] for n in cycle])
    enter, leave = {}, {}
    for b, y in enumerate(outside):
        gain = scores[cycle, y] - current
        enter[b] = cycle[int(gain.argmax())]
        small[size, b] = gain.max()
    for a, x in enumerate(outside):
        if a:
            best = int(scores[x, cycle].argmax())
            leave[a] = cycle[best]
            small[a, size] = scores[x, cycle[best]]
    small[0, :] = -np.inf
    np.fill_diagonal(small, -np.inf)
    solved = edmonds(small)
    for a, x in enumerate(outside):
        if a:
            heads[x] = leave[a] if solved[a] == size else outside[solved[a]]
    entry = solved[size]
    heads[enter[entry]] = outside[entry]
    return heads


def best_heads(scores):
    """Heads of one sentence, from scores [dependent, head] with head 0 the root; one root, no cycle."""
    count = len(scores)
    greedy = scores.argmax(1).tolist()
    if greedy.count(0) == 1 and find_cycle([0] + greedy) is None:
        return greedy
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:] = scores
    full[1:, 0] -= ROOT_FINE
    np.fill_diagonal(full, -np.inf)
    return edmonds(full.astype(np.float64))[1:]
