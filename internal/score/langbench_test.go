package score

import (
	"syscall"
	"testing"

	"github.com/stemma-news/stemma/internal/lang"
)

// BenchmarkLang reads the raw text of PUD's news, each sentence from another
// article, so that few words are met again: words/cpu-s is the figure to hold
// against 30,000, of processor time, which says more on a busy machine than the
// clock.
func BenchmarkLang(b *testing.B) {
	dir, why, ok := DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	trees, err := ReadTreebank(dir, "pud-news")
	if err != nil {
		b.Skip(err)
	}
	text := document(trees).Text
	words := 0
	for _, s := range lang.Analyse(text, nil).Sentences {
		words += len(s.Words)
	}
	start := used()
	n := 0
	for b.Loop() {
		lang.Analyse(text, nil)
		n++
	}
	b.ReportMetric(float64(words*n)/(used()-start), "words/cpu-s")
	b.ReportMetric(float64(words*n)/b.Elapsed().Seconds(), "words/s")
}

// used is the processor time of this program so far, in seconds.
func used() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
