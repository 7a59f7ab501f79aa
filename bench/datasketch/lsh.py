"""MinHash LSH of datasketch on the texts that the Go benchmark makes.

usage: python3 lsh.py CORPUS.tsv     (pip install datasketch)

Each line of the corpus: number, number of the article it was copied from or
-1, text. BenchmarkIndex writes it when STEMMA_CORPUS names a file. Printed are
articles a second of processor time to sketch, look up and add, and the recall
and precision of the candidates. The set-up follows the library's own guide: 128
permutations, shingles of five words, threshold 0.5 (copies here keep two
thirds of a text with every twentieth word changed).
"""
import sys
import time

from datasketch import MinHash, MinHashLSH


def main(path, threshold=0.5, perms=128):
    lsh = MinHashLSH(threshold=threshold, num_perm=perms)
    known = found = candidates = n = 0
    start = time.process_time()
    for line in open(path, encoding="utf-8"):
        number, of, text = line.rstrip("\n").split("\t", 2)
        words = text.lower().split()
        m = MinHash(num_perm=perms)
        m.update_batch([" ".join(words[i:i + 5]).encode() for i in range(len(words) - 4)])
        hits = lsh.query(m)
        candidates += len(hits)
        if of != "-1":
            known += 1
            found += of in hits
        lsh.insert(number, m)
        n += 1
    took = time.process_time() - start
    print(f"datasketch threshold {threshold}: {n} articles, {n / took:.0f} articles a second, "
          f"recall {found / max(1, known):.3f}, precision {found / max(1, candidates):.3f}")


if __name__ == "__main__":
    for t in (0.5, 0.3):
        main(sys.argv[1], t)
