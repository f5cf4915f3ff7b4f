"""Names from lists: put in the place of others in training sentences, and used as hints where nobody annotated names."""

import json
import pathlib
import re
from dataclasses import replace

from names import CONNECTORS, TOKEN, is_proper, spans_of

# Capitalised words that are never PER, ORG or LOC.
TIMES = set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan english french german spanish russian arabic chinese
    internet mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
# Common words among given names and cities, of which a list says too little.
AMBIGUOUS = set("may will mark hope grace joy faith rose april june august dawn art guy bill pat sue rob mobile reading bath nice".split())


class Pools:
    def __init__(self):
        lists = json.loads(pathlib.Path(__file__).with_name("name-pools.json").read_text(encoding="utf-8"))
        self.split = {key: [TOKEN.findall(name) for name in names] for key, names in lists.items()}
        self.given, self.surnames = lists["given"], lists["surnames"]
        self.classes = {}
        for key, name in (("given", "PER"), ("organizations", "ORG"), ("cities", "LOC"), ("countries", "LOC")):
            for words in self.split[key]:
                self.classes.setdefault(" ".join(words).lower(), set()).add(name)
        self.first_names = {w.lower() for w in self.given}

    def draw(self, name, size, random):
        """A name of a class: of one token if `size` is 1, of any length if it is None."""
        for _ in range(8):
            if name == "PER":
                words = [random.choice(self.given), random.choice(self.surnames)]
                if size == 1 or (size is None and random.random() < 0.4):
                    words = [random.choice(words)]
                elif size:
                    words = words[:1] * 0 + [random.choice(self.given) for _ in range(size - 1)] + words[1:]
                words = [part for word in words for part in TOKEN.findall(word)]
            else:
                key = "organizations" if name == "ORG" else random.choice(("cities", "countries"))
                words = random.choice(self.split[key])
            if size is None or len(words) == size:
                return words
        return None

    def replace_names(self, sentence, rate, random):
        """The sentence with some of its names replaced. In a sentence with a tree the number of tokens must stay."""
        if not sentence.names or not any(label != "O" for label in sentence.names):
            return sentence
        forms, names = list(sentence.forms), list(sentence.names)
        for start, end, name in reversed(spans_of(names)):
            if random.random() >= rate:
                continue
            size = end - start
            if sentence.heads and size > 1 and not (name == "PER" and all(f[:1].isupper() and f.isalpha() for f in forms[start:end])):
                continue
            words = self.draw(name, size if sentence.heads else None, random)
            if words is None:
                continue
            if all(f.isupper() for f in forms[start:end]) and len(forms[start]) > 1:
                words = [w.upper() for w in words]
            forms[start:end] = words
            names[start:end] = ["B-" + name] + ["I-" + name] * (len(words) - 1)
        return replace(sentence, forms=forms, names=names)

    def hints(self, sentence, labels):
        """Which labels each token of a sentence without names may have: rows of booleans, or None if nothing is known.

        Tokens that are no proper nouns are O (but connectors between proper nouns); a run of proper nouns that a
        list knows under one class has that class; all else is open.
        """
        forms, xpos = sentence.forms, sentence.xpos
        size = len(forms)
        proper = [is_proper(tag) for tag in xpos]
        every, outside = [True] * len(labels), [label == "O" for label in labels]
        rows = []
        for at in range(size):
            near = any(proper[max(0, at - 2):at]) and any(proper[at + 1:at + 3])
            beside = any(proper[max(0, at - 1):at + 2])
            open_ = proper[at] or (near and forms[at].lower() in CONNECTORS | {",", ".", "'"}) or (
                beside and (forms[at][:1].isupper() or xpos[at] in ("POS", "HYPH", "CD", "NN", "JJ")))
            address = re.search(r"https?:|www\.|@|\.com", forms[at])
            rows.append(every if open_ and not address and forms[at].lower() not in TIMES else outside)
        at = 0
        while at < size:
            end = at
            while end < size and proper[end]:
                end += 1
            if end > at:
                self.hint_run(forms, at, end, rows, labels)
            at = end + 1
        return rows

    def hint_run(self, forms, start, end, rows, labels):
        text = " ".join(forms[start:end]).lower()
        classes = self.classes.get(text, set())
        name = None
        if end - start == 1 and text in AMBIGUOUS:
            return
        if len(classes) == 1:
            name = next(iter(classes))
        elif end - start in (2, 3) and forms[start].lower() in self.first_names and text not in self.classes and all(
            f.replace(".", "").isalpha() for f in forms[start:end]
        ) and f" {forms[end - 1].lower()} " not in " inc. corp. co. university college street st. road avenue hotel park school bank ":
            name = "PER"
        if name:
            for at in range(start, end):
                wanted = ("B-" if at == start else "I-") + name
                rows[at] = [label == wanted for label in labels]
