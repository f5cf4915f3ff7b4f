"""Reading PolNeAR: texts, annotation files, and their spans as BIOES labels over words."""

import re
from pathlib import Path

ROLES = ("source", "cue", "content")
# Begin, inside, end, single: with labels of their own for ends the net learns where contents stop.
LABELS = ["O"] + [f"{mark}-{role}" for role in ROLES for mark in "BIES"]

# Where two roles claim a word, the earlier one here has it. Cues are short and hold content up, so they go first.
PRECEDENCE = ("cue", "source", "content")


def read_annotation(path):
    """The attributions of one annotation file: a list of {role: [(from, to), ...]}.

    `E` lines that link nothing, notes and spans that no `E` line links are left out.
    """
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    spans, found = {}, []
    for line in lines:
        match = re.match(r"(T\d+)\t(\S+) ([\d ;]+)(\t|$)", line)
        if match:
            spans[match[1]] = [tuple(map(int, piece.split())) for piece in match[3].split(";") if piece.strip()]
    for line in lines:
        match = re.match(r"E\d+\t(.*)$", line)
        if not match:
            continue
        attribution = {role: [] for role in ROLES}
        for part in match[1].split():
            role, _, name = part.partition(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in attribution and name in spans:
                attribution[role] += spans[name]
        if any(attribution.values()):
            found.append(attribution)
    return found


def annotation_files(folder):
    """{document id: [annotation file, ...]} of a compartment, sorted."""
    files = {}
    for path in sorted(Path(folder, "attributions").glob("*.ann")):
        match = re.match(r"(.*)_([0-9a-f]{4})$", path.stem)
        files.setdefault(match[1] if match else path.stem, []).append(path)
    return files


def words_of(begins, ends, span):
    """Words (first, last exclusive) that a span covers by at least half."""
    inside = [
        at for at in range(len(begins))
        if min(ends[at], span[1]) - max(begins[at], span[0]) >= 0.5 * (ends[at] - begins[at])
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def labels_of(attributions, begins, ends, breaks):
    """BIOES labels of a document's words. `breaks` holds the indices of words that start a paragraph.

    Fragments are as in score-attribution.mjs: cut at paragraph breaks, touching pieces of one attribution joined.
    """
    import bisect

    labels = ["O"] * len(begins)
    taken = [False] * len(begins)
    pieces = {role: [] for role in ROLES}
    for attribution in attributions:
        for role in ROLES:
            found = []
            for low, high in attribution[role]:
                first = bisect.bisect_right(ends, low)
                while first < len(begins) and begins[first] < high and min(ends[first], high) - max(begins[first], low) < 0.5 * (ends[first] - begins[first]):
                    first += 1
                last = first
                while last < len(begins) and min(ends[last], high) - max(begins[last], low) >= 0.5 * (ends[last] - begins[last]):
                    last += 1
                start = first
                for at in range(first, last + 1):
                    if at == last or (at > start and at in breaks):
                        if at > start:
                            found.append([start, at])
                        start = at
            found.sort()
            joined = []
            for piece in found:
                if joined and piece[0] <= joined[-1][1] and piece[0] not in breaks:
                    joined[-1][1] = max(joined[-1][1], piece[1])
                else:
                    joined.append(piece)
            pieces[role] += joined
    for role in PRECEDENCE:
        for first, last in sorted(pieces[role], key=lambda p: p[0] - p[1]):
            start = None
            for at in range(first, last):
                if taken[at]:
                    start = None
                    continue
                labels[at] = ("B-" if start is None else "I-") + role
                start = at
                taken[at] = True
    return with_ends(labels)


def with_ends(labels):
    """BIO to BIOES."""
    found = list(labels)
    for first, last, role in spans_of(labels):
        if last - first == 1:
            found[first] = "S-" + role
        else:
            found[last - 1] = "E-" + role
    return found


def follows(before, label):
    """True where `label` may come after `before` (None: at the start; label None: at the end)."""
    open_before = before is not None and before[0] in "BI"
    if label is None:
        return not open_before
    if label[0] in "IE":
        return open_before and before[2:] == label[2:]
    return not open_before


def spans_of(labels):
    """Spans of a BIO or BIOES sequence as (first, last exclusive, role); an I after another role starts a new span."""
    found, start, role = [], None, None
    for at, label in enumerate(list(labels) + ["O"]):
        if start is not None and (label == "O" or label[0] in "BS" or label[2:] != role):
            found.append((start, at, role))
            start = None
        if label != "O" and start is None:
            start, role = at, label[2:]
    return found
