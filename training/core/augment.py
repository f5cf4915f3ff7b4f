"""What a training sentence may look like today: typography, capitals, a missing full stop."""

from dataclasses import replace

CURLY = {"``": "“", "''": "”"}
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."}
SMALL_WORDS = set("a an and as at but by for from in of off on or over per the to up via with".split())


def curl(forms, xpos):
    """Straight quotes and apostrophes become curly ones, three dots an ellipsis, two hyphens a dash."""
    inside, found = False, []
    for at, form in enumerate(forms):
        if form in ('"', "``", "''"):
            tag = xpos[at] if xpos else None
            opening = tag == "``" if tag in ("``", "''") else (form == "``" or (form == '"' and not inside))
            inside = opening
            found.append("“" if opening else "”")
        elif form == "'" and xpos and xpos[at] == "``":
            found.append("‘")
        elif form == "...":
            found.append("…")
        elif form == "--":
            found.append("—")
        else:
            found.append(form.replace("'", "’"))
    return found


def straighten(forms):
    found = []
    for form in forms:
        for curly, straight in STRAIGHT.items():
            form = form.replace(curly, straight)
        found.append(form)
    return found


def cut_last(sentence):
    """The sentence without its last token, or itself if something hangs on that token or it carries a name."""
    size = len(sentence.forms)
    if size < 3 or sentence.forms[-1] not in ".!?;:":
        return sentence
    if sentence.heads and (size in sentence.heads or sentence.heads[-1] == 0):
        return sentence
    cut = {}
    for layer in ("forms", "upos", "xpos", "heads", "deprels", "names", "hints"):
        values = getattr(sentence, layer)
        if values is not None:
            cut[layer] = values[:-1]
    return replace(sentence, **cut)


def headline(form, first):
    return form if form.lower() in SMALL_WORDS and not first else form[:1].upper() + form[1:]


def vary(sentence, rates, random):
    """A variant of the sentence; `rates` are probabilities, `random` a seeded random.Random."""
    forms = sentence.forms
    if any("'" in f or f in ('"', "``", "...", "--") for f in forms):
        if random.random() < rates["curly"]:
            forms = curl(forms, sentence.xpos)
    elif any(c in f for f in forms for c in "“”‘’…") and random.random() < rates["curly"]:
        forms = straighten(forms)
    dice = random.random()
    if dice < rates["upper"]:
        forms = [f.upper() for f in forms]
    elif dice < rates["upper"] + rates["lower"]:
        forms = [f.lower() for f in forms]
    elif dice < rates["upper"] + rates["lower"] + rates["headline"]:
        forms = [headline(f, at == 0) for at, f in enumerate(forms)]
    if forms is not sentence.forms:
        sentence = replace(sentence, forms=forms)
    return cut_last(sentence) if random.random() < rates["noFullStop"] else sentence
