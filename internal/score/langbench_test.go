package score

import (
	"syscall"
	"testing"

	"github.com/stemma-news/stemma/internal/lang"
)

// BenchmarkLang counts words/cpu-s, of processor time, which says more on a busy
// machine than the clock: to be held against 30,000.
//
//	pud    raw text of PUD's news, each sentence from another article, so that few words are met again
//	alone  articles of stories/summit, each as if it were the first: no sentence was met before
//	news   the same articles as the whole job reads them, one after the other, many of them copies
func BenchmarkLang(b *testing.B) {
	dir, why, ok := DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	b.Run("pud", func(b *testing.B) {
		trees, err := ReadTreebank(dir, "pud-news")
		if err != nil {
			b.Skip(err)
		}
		benchmarkLang(b, []string{document(trees).Text}, true)
	})
	articles, err := ReadSummit(dir, "helsinki")
	if err != nil {
		b.Skip(err)
	}
	var texts []string
	for i := 0; i < len(articles); i += 2 {
		texts = append(texts, articles[i].Text)
	}
	b.Run("alone", func(b *testing.B) { benchmarkLang(b, texts, true) })
	b.Run("news", func(b *testing.B) { benchmarkLang(b, texts, false) })
}

func benchmarkLang(b *testing.B, texts []string, alone bool) {
	lang.Analyse("Once, to load.", nil)
	words := 0
	start := used()
	for b.Loop() {
		lang.Forget()
		for _, s := range texts {
			if alone {
				lang.Forget()
			}
			for _, s := range lang.Analyse(s, nil).Sentences {
				words += len(s.Words)
			}
		}
	}
	b.ReportMetric(float64(words)/(used()-start), "words/cpu-s")
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// used is the processor time of this program so far, in seconds.
func used() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
