"""Names for training: turns GUM's nested noun phrases and re3d's character spans into flat PER / ORG / LOC spans."""

import gzip
import json
import re
from collections import Counter

from sentences import Sentence

CLASS_OF_ENTITY = {"person": "PER", "organization": "ORG", "place": "LOC"}
CLASS_OF_RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}

# Words before a person's name that belong to the office and not to the name (as in Universal NER).
TITLES = set(
    """mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president vice-president premier
    chancellor minister secretary ambassador envoy senator sen. sen representative rep. rep congressman congresswoman
    governor gov. gov mayor judge justice general gen. gen colonel col. col lieutenant lt. lt major maj. captain capt.
    capt sergeant sgt. sgt admiral adm. commander king queen prince princess emperor pope archbishop bishop father
    brother sister rev. reverend rabbi imam sheikh ayatollah chairman chairwoman chair speaker director spokesman
    spokeswoman spokesperson commissioner coordinator chief officer director-general secretary-general cardinal saint
    st. sultan emir shah crown duke duchess count baron comrade private pvt. corporal cpl. brigadier marshal
    representative counselor counsellor deputy uncle aunt coach detective inspector superintendent attorney""".split()
)

# Words that make an "organisation" of re3d an office held by a person.
OFFICES = {"secretary", "minister", "commander", "representative", "envoy", "president", "spokesman", "spokesperson", "ambassador", "director"}

# Names of peoples, which are not names of organisations or places in the other sources.
PEOPLES = re.compile(r"^[A-Z].*(ians|eans|[^t]ans|[^r]is|ites|urks|urds|unnis|rabs|ush|hias|ews|ench|ese)$")

# Small words that may stand inside the name of an organisation or a place.
CONNECTORS = {"of", "for", "the", "and", "&", "'s", "’s", "-", "–", "de", "la", "del", "du", "des", "al", "el", "bin", "ibn", "von", "van", "der", "to", "on"}
PERSON_CONNECTORS = {"-", "de", "la", "del", "du", "al", "el", "bin", "ibn", "von", "van", "der", "den", "ter", "da", "di", "dos", "af", "ben", "'", "’"}


def is_proper(tag):
    return tag in ("NNP", "NNPS")


def strip_titles(forms, start, end):
    """The part of a person's span after the last word of office; empty if the span is an office only."""
    for at in range(end - 1, start - 1, -1):
        if forms[at].lower() in TITLES:
            return at + 1, end
    return start, end


def entity_mentions(sentence):
    """GUM's mentions inside one sentence as (start, end, type, identity), end exclusive."""
    open_mentions, found = [], []
    for at, misc in enumerate(sentence.misc):
        for field in misc.split("|"):
            if not field.startswith("Entity="):
                continue
            for opening, inner, closing in re.findall(r"(\()?([^()]*)(\))?", field[7:]):
                if opening:
                    parts = inner.split("-", 7)
                    if len(parts) < 2 or "[" in parts[0]:
                        continue
                    identity = parts[7] if len(parts) > 7 else ""
                    if closing:
                        found.append((at, at + 1, parts[1], identity))
                    else:
                        open_mentions.append((parts[0], at, parts[1], identity))
                elif closing:
                    for k in range(len(open_mentions) - 1, -1, -1):
                        if open_mentions[k][0] == inner:
                            _, start, kind, identity = open_mentions.pop(k)
                            found.append((start, at + 1, kind, identity))
                            break
    return found


def flat_span(sentence, start, end, kind, identity):
    """The flat name inside a named mention, or None if it is not named."""
    forms, xpos, heads = sentence.forms, sentence.xpos, sentence.heads
    if identity and kind != "person":
        # An organisation or place whose encyclopedia title stands in the mention: exactly that.
        title = [w for w in re.split(r"[_\s]+", re.sub(r"%[0-9A-F]{2}.*$", "", identity)) if w]
        size = len(title)
        for at in range(start, end - size + 1):
            if [f.lower() for f in forms[at:at + size]] == [w.lower() for w in title] and forms[at][0].isupper():
                return at, at + size
    head = next((i for i in range(start, end) if not start < heads[i] <= end and not start + 1 == heads[i]), start)
    if not is_proper(xpos[head]) or (kind == "person" and xpos[head] == "NNPS"):
        return None
    allowed = PERSON_CONNECTORS if kind == "person" else CONNECTORS
    first, last = head, head
    while first > start:
        at = first - 1
        if is_proper(xpos[at]):
            first = at
        elif at - 1 >= start and forms[at].lower() in allowed - {"of", "and", "the", "for"} and is_proper(xpos[at - 1]):
            first = at - 1
        elif forms[at] == "-" and at - 1 >= start and forms[at - 1][:1].isupper():
            first = at - 1
        else:
            break
    while last + 1 < end:
        at = last + 1
        if is_proper(xpos[at]) or (xpos[at] == "CD" and kind != "place" and kind != "person"):
            last = at
            continue
        while at < end and forms[at].lower() in allowed and at - last <= 2:
            at += 1
        if at > last + 1 and at < end and is_proper(xpos[at]):
            last = at
        else:
            break
    if kind == "person":
        first, stop = strip_titles(forms, first, last + 1)
        return (first, stop) if first < stop else None
    return first, last + 1


def gum_names(sentence):
    """BIO labels of a GUM sentence. The outer name wins over names inside it."""
    labels = ["O"] * len(sentence.forms)
    mentions = sorted(entity_mentions(sentence), key=lambda m: (m[0] - m[1], m[0]))
    taken = [False] * len(labels)
    for start, end, kind, identity in mentions:
        span = flat_span(sentence, start, end, kind, identity)
        if span is None or any(taken[span[0]:span[1]]):
            continue
        name = CLASS_OF_ENTITY.get(kind)
        if name is None and span[1] - span[0] == 1:
            continue
        for at in range(*span):
            taken[at] = True
            if name:
                labels[at] = ("B-" if at == span[0] else "I-") + name
    return labels


TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Gov|St|Prof|Rep|Jr|Sr|No)\.|\b[A-Z]\.(?=\s[A-Z])|"
    r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?=n['’]t\b)|(?i:n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)|[^\W_]+|\.\.\.|--|\S"
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])")
NO_SENTENCE_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Gov|St|Prof|Rep|No|[A-Z])\.)$")


def sentence_ranges(text):
    """Character ranges of the sentences of a press text: lines, cut after full stops."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for gap in SENTENCE_END.finditer(text, line.start(), line.end()):
            if NO_SENTENCE_END.search(text[start:gap.start()].rstrip("\"”’)")):
                continue
            yield start, gap.end()
            start = gap.end()
        yield start, line.end()


def settle_states(sentences):
    """Makes LOC of one-name organisations whose surface is mostly a location elsewhere in the same sentences.

    States that act are LOC in Universal NER and Wikigold, whatever the annotators of GUM or re3d thought they did.
    """
    counts = {}
    for sentence in sentences:
        for start, end, name in spans_of(sentence.names):
            counts.setdefault(" ".join(sentence.forms[start:end]), Counter())[name] += 1
    for sentence in sentences:
        for start, end, name in spans_of(sentence.names):
            seen = counts[" ".join(sentence.forms[start:end])]
            if name == "ORG" and seen["LOC"] >= 2 * seen["ORG"]:
                sentence.names[start:end] = ["B-LOC"] + ["I-LOC"] * (end - start - 1)


def spans_of(labels):
    """Names of a BIO sequence as (start, end, class); an I after another class starts a new name."""
    found, start, name = [], None, None
    for at, label in enumerate(list(labels) + ["O"]):
        if start is not None and (label == "O" or label[0] == "B" or label[2:] != name):
            found.append((start, at, name))
            start = None
        if label != "O" and start is None:
            start, name = at, label[2:]
    return found


def read_re3d(path, treebank):
    """re3d's press texts as sentences with flat names.

    Determiners and titles are stripped and nominals dropped: every word must be capitalised or a connector, and a
    one-word name must not be seen in the treebanks as a common word. A surface that is a location anywhere is one
    everywhere, because states are LOC in the other sources.
    """
    common, proper = Counter(), Counter()
    for sentence in treebank:
        for form, tag in zip(sentence.forms, sentence.xpos):
            (proper if is_proper(tag) else common)[form.lower()] += 1
    documents = [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]
    locations, organizations = Counter(), Counter()
    for document in documents:
        for entity in document["entities"]:
            key = re.sub(r"^(the|The) ", "", entity["value"])
            if entity["type"] == "Location":
                locations[key] += 1
            elif entity["type"] == "Organisation":
                organizations[key] += 1
    found = []
    for document in documents:
        text = document["text"]
        for low, high in sentence_ranges(text):
            tokens = [(t.start(), t.end()) for t in TOKEN.finditer(text, low, high)]
            if not tokens or len(tokens) > 100:
                continue
            forms = [text[a:b] for a, b in tokens]
            starts, ends = {a: i for i, (a, _) in enumerate(tokens)}, {b: i + 1 for i, (_, b) in enumerate(tokens)}
            labels = ["O"] * len(forms)
            spans = []
            for entity in document["entities"]:
                name = CLASS_OF_RE3D.get(entity["type"])
                start, end = starts.get(entity["begin"]), ends.get(entity["end"])
                if name is None or start is None or end is None or start >= end:
                    continue
                while start < end and forms[start].lower() in ("the", "a", "an", "our", "their", "its", "his"):
                    start += 1
                if end > start and forms[end - 1] in ("'s", "’s", "’", "'"):
                    end -= 1
                if name == "PER":
                    start, end = strip_titles(forms, start, end)
                if start >= end:
                    continue
                key = " ".join(forms[start:end])
                if name == "ORG" and locations[key] and locations[key] * 4 > organizations[key]:
                    name = "LOC"
                spans.append((end - start, start, end, name))
            for _, start, end, name in sorted(spans, key=lambda s: (-s[0], s[1], s[3])):
                words = forms[start:end]
                allowed = PERSON_CONNECTORS if name == "PER" else CONNECTORS
                if any(label != "O" for label in labels[start:end]):
                    continue
                if not words[0][0].isupper() and words[0].lower() not in ("al", "el", "de", "bin"):
                    continue
                if not all(w[0].isupper() or w[0].isdigit() or w.lower() in allowed for w in words):
                    continue
                if words[-1].lower() in CONNECTORS:
                    continue
                if name == "ORG" and any(w.lower() in OFFICES for w in words):
                    continue
                if len(words) == 1 and PEOPLES.search(words[0]):
                    continue
                if len(words) == 1 and common[words[0].lower()] > proper[words[0].lower()]:
                    continue
                for at in range(start, end):
                    labels[at] = ("B-" if at == start else "I-") + name
            found.append(Sentence(forms=forms, names=labels, document=document["source"]))
    return found
