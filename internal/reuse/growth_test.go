//go:build unix

package reuse

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// realTexts are the texts of stories/summit, for making many articles of.
func realTexts(tb testing.TB) []string {
	dir := os.Getenv("STEMMA_DATA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "data")
	}
	f, err := os.Open(filepath.Join(dir, "stories", "summit", "helsinki-half.csv"))
	if err != nil {
		tb.Skip("no measuring data: set STEMMA_DATA to its folder")
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for _, r := range rows[1:] {
		out = append(out, strings.ReplaceAll(r[3], " ### ", "\n\n"))
	}
	return out
}

// corpus makes n articles out of real sentences: nine in ten are a fresh mix of
// sentences whose longer words are drawn again, as often as each is in use, so
// that they share words and no story;
// one in ten copies an earlier one, cut to its first two thirds and with every
// twentieth word changed. of gives the article a copy was made of, -1 for none.
func corpus(texts []string, n int) (articles []*stemma.Article, of []int) {
	var sentences, long []string
	for _, t := range texts {
		for s := range strings.SplitSeq(t, ". ") {
			if len(s) > 60 && len(s) < 400 {
				sentences = append(sentences, s)
				for _, w := range strings.Fields(s) {
					if len(w) >= 4 {
						long = append(long, w)
					}
				}
			}
		}
	}
	seed := uint64(11)
	next := func(k int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed>>33) % k
	}
	for i := range n {
		var words []string
		from := -1
		if i%10 == 9 {
			from = next(i)
			words = strings.Fields(articles[from].Text)
			words = words[:len(words)*2/3]
			for k := 10; k < len(words); k += 20 {
				words[k] = fmt.Sprintf("w%d", next(1<<20))
			}
		} else {
			for len(words) < 450 {
				words = append(words, strings.Fields(sentences[next(len(sentences))])...)
			}
			for k, w := range words {
				if len(w) >= 4 {
					words[k] = long[next(len(long))]
				}
			}
		}
		articles = append(articles, &stemma.Article{ID: fmt.Sprintf("a%07d", i), Kind: stemma.KindArticle, Text: strings.Join(words, " ")})
		of = append(of, from)
	}
	return articles, of
}

// worked is the processor time this program has used: on a machine shared with
// others the clock on the wall says little.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkIndex adds and looks up 1 k, 10 k and 100 k articles, and reports
// articles a second of processor time, how many times longer twice as many took
// than the size before says, bytes of memory an article, the share of known
// copies among the candidates and the share of candidates that are copies.
func BenchmarkIndex(b *testing.B) {
	texts := realTexts(b)
	var before time.Duration
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			articles, of := corpus(texts, n)
			if path := os.Getenv("STEMMA_CORPUS"); path != "" {
				writeCorpus(b, path, articles, of)
			}
			for b.Loop() {
				var empty, full runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&empty)
				x := NewIndex()
				start := worked()
				found, known, all := 0, 0, 0
				for i, a := range articles {
					p := Prints(a)
					list := x.candidates(p)
					all += len(list)
					for _, c := range list {
						if c == of[i] {
							found++
						}
					}
					if of[i] >= 0 {
						known++
					}
					x.add(a.ID, p)
				}
				took := worked() - start
				runtime.GC()
				runtime.ReadMemStats(&full)
				b.ReportMetric(float64(n)/took.Seconds(), "articles/cpu-s")
				if before > 0 {
					b.ReportMetric(math.Pow(float64(took)/float64(before), math.Log10(2)), "x/doubling")
				}
				before = took
				b.ReportMetric(float64(full.HeapAlloc-empty.HeapAlloc)/float64(n), "B/article")
				b.ReportMetric(float64(found)/float64(known), "recall")
				b.ReportMetric(float64(found)/float64(max(1, all)), "precision")
				runtime.KeepAlive(x)
			}
		})
	}
}

// writeCorpus writes the articles for bench/datasketch to read.
func writeCorpus(b *testing.B, path string, articles []*stemma.Article, of []int) {
	var out strings.Builder
	for i, a := range articles {
		fmt.Fprintf(&out, "%d\t%d\t%s\n", i, of[i], strings.Join(strings.Fields(a.Text), " "))
	}
	if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkCompare finds and aligns all copies of 1 k and 10 k articles.
func BenchmarkCompare(b *testing.B) {
	texts := realTexts(b)
	for _, n := range []int{1_000, 2_000, 4_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			articles, of := corpus(texts, n)
			for b.Loop() {
				start := worked()
				copies := Compare(articles, nil)
				b.ReportMetric(float64(n)/(worked()-start).Seconds(), "articles/cpu-s")
				known, found := 0, 0
				for _, c := range copies {
					var i, j int
					fmt.Sscanf(c.A.Article, "a%d", &i)
					fmt.Sscanf(c.B.Article, "a%d", &j)
					if of[j] == i && c.Relation != Quotation {
						found++
					}
				}
				for _, o := range of {
					if o >= 0 {
						known++
					}
				}
				b.ReportMetric(float64(found)/float64(known), "recall")
				b.ReportMetric(float64(len(copies)), "copies")
			}
		})
	}
}
