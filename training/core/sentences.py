"""Reading treebanks: CoNLL-U files become lists of `Sentence`."""

import gzip
from dataclasses import dataclass
from typing import List, Optional


@dataclass
class Sentence:
    """One sentence. A layer that nobody annotated is None, and gives no loss.

    `heads` counts from 1, 0 is the root. `names` are BIO labels; `hints` say which of them a token may have
    where nobody annotated names (pools.py).
    """

    forms: List[str]
    upos: Optional[List[str]] = None
    xpos: Optional[List[str]] = None
    heads: Optional[List[int]] = None
    deprels: Optional[List[str]] = None
    names: Optional[List[str]] = None
    misc: Optional[List[str]] = None
    document: str = ""
    hints: Optional[List[List[bool]]] = None


def open_text(path):
    """Opens a text file, gzip'd or not."""
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path):
    """All sentences of a CoNLL-U file, over syntactic words; multi-word and empty tokens are left out.

    Columns are split on tabs only, because MISC may hold spaces.
    """
    found, rows, document = [], [], ""

    def flush():
        if rows:
            found.append(
                Sentence(
                    forms=[row[1] for row in rows],
                    upos=[row[3] for row in rows],
                    xpos=[row[4] for row in rows],
                    heads=[int(row[6]) for row in rows],
                    deprels=[row[7] for row in rows],
                    misc=[row[9] for row in rows],
                    document=document,
                )
            )
            rows.clear()

    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                flush()
            elif line.startswith("# newdoc id = "):
                document = line[len("# newdoc id = "):]
            elif not line.startswith("#"):
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
    flush()
    return found


def read_bio(path, classes=("PER", "ORG", "LOC")):
    """Sentences of a file with a number, a form and a BIO label a line; labels of other classes become O."""
    found, forms, names = [], [], []
    with open_text(path) as lines:
        for line in list(lines) + [""]:
            row = line.rstrip("\n").split("\t")
            if len(row) >= 3 and row[0].isdigit():
                forms.append(row[1])
                name = row[2] if row[2][2:] in classes else "O"
                if name[0] == "I" and (not names or names[-1][2:] != name[2:]):
                    name = "B" + name[1:]
                names.append(name)
            elif not line.strip() and forms:
                found.append(Sentence(forms=forms, names=names))
                forms, names = [], []
    return found
