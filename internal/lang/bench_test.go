package lang

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// sampleText is news in our own words, for speed and for tests.
const sampleText = `OSLO, May 3 (NTB) - The foreign minister, Anna Karlsson, told reporters on Tuesday that talks with Ruritania's military leaders would go on, despite a warning from the United Nations that aid was not reaching the north.

"We are determined to keep the road open," Karlsson said after meeting General Pavel Dorin in the capital. "Nobody gains from another winter like the last one."

At least 14 people were killed and dozens wounded when shells hit a market in the town of Belograd on Monday, residents told the BBC, but state media put the toll at five. The army, which seized power in a coup in February, has denied that its troops fired on civilians.

Dorin, 61, was quoted by the state news agency as saying that the talks were "useful and frank". A source close to the junta said a second round could be held in Geneva next week, though no date had been set. The European Union imposed sanctions on eleven officials and three companies in March, and Britain and Canada joined it a week later.

Thousands of people have fled across the border since January, according to the Refugee Council, an aid group that runs two camps there. "They arrive with nothing," its spokeswoman, Ms. Idris, said by telephone. "Some have walked for nine days."
`

func BenchmarkAnalyse(b *testing.B) {
	text := strings.Repeat(sampleText, 20)
	d := Analyse(text, nil)
	words := 0
	for i := range d.Sentences {
		words += len(d.Sentences[i].Words)
	}
	b.ReportAllocs()
	b.ResetTimer()
	start := cpuTime()
	for b.Loop() {
		Forget()
		Analyse(text, nil)
	}
	b.ReportMetric(float64(words)*float64(b.N)/(cpuTime()-start).Seconds(), "words/cpu-s")
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// cpuTime is the processor time the process has had: on a shared machine it
// says more than the clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		e, err := newEngine(data("tags"), data("trees"), data("nets"))
		if err != nil {
			b.Fatal(err)
		}
		if err := e.readNames(data("names")); err != nil {
			b.Fatal(err)
		}
		makeWords()
		readRare(data("rare"))
	}
}
