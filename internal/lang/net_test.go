package lang

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/text"
)

// TestNetKept holds that a net that is written and read is what it was, but for
// the rounding of its weights.
func TestNetKept(t *testing.T) {
	l := newNetLearner(16, 3, 2, 10, 1)
	l.learnWords([]lesson{{ts: []token{{look: look{low: 7}}, {look: look{low: 9}}}}}, 1)
	n, err := readNet(l.write())
	if err != nil {
		t.Fatal(err)
	}
	if n.hidden != 16 || n.outs != 3 || n.places != 2 || len(n.keys) != 2 || n.keys[1] != 9 {
		t.Errorf("%d hidden, %d outputs, %d places, words %v", n.hidden, n.outs, n.places, n.keys)
	}
	for i, tab := range n.tables() {
		was := *l.tables()[i]
		if len(*tab) != len(was) {
			t.Fatalf("table %d has %d weights, had %d", i, len(*tab), len(was))
		}
		for k, v := range *tab {
			if d := v - was[k]; d > 0.01 || d < -0.01 {
				t.Fatalf("table %d: %g comes back as %g", i, was[k], v)
			}
		}
	}
	whole := l.write()
	for cut := 1; cut < len(whole); cut += 97 {
		if _, err := readNet(whole[:cut]); err == nil {
			t.Fatalf("%d bytes of %d are read as a net", cut, len(whole))
		}
	}
}

// TestLearnNet holds that a net learns what a linear model cannot: that one of
// two rows stands alone.
func TestLearnNet(t *testing.T) {
	l := newNetLearner(16, 2, 1, 4, 1)
	l.learnWords(nil, 1)
	in := netInput{words: []int32{-1}}
	out, g := make([]float32, 2), make([]float32, 2)
	wrong := 0
	for i := range 16_000 {
		a, b := int32(i&1), int32(i>>1&1)
		in.rows = append(in.rows[:0], a, 2+b)
		l.forward(&in, out)
		want := int(a ^ b)
		if i >= 15_600 && bestFloat(out) != want {
			wrong++
		}
		softmax(out, g)
		g[want]--
		l.backward(&in, g)
		if i%8 == 7 {
			l.step(0.02, 1.0/8)
		}
	}
	if wrong > 0 {
		t.Errorf("%d of the last 400 are wrong", wrong)
	}
}

// TestMemory holds that the models and the memory of an analysis stay under 150
// MB.
func TestMemory(t *testing.T) {
	heap := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
	d := Analyse(strings.Repeat(sampleText, 200), nil)
	after := heap()
	runtime.KeepAlive(d)
	if t.Logf("%.0f MB with %d sentences", after, len(d.Sentences)); after > 150 {
		t.Errorf("%.0f MB", after)
	}
}

// TestMillion holds that a sentence of a million words is cut, and says so.
func TestMillion(t *testing.T) {
	d := &Document{Text: strings.Repeat("word ", 1_000_000)}
	takeWorker().split(d, nil)
	if n := len(d.Sentences); n != 1_000_000/MaxWords {
		t.Fatalf("%d sentences", n)
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if len(s.Words) > MaxWords || s.Cut != (i+1 < len(d.Sentences)) {
			t.Fatalf("sentence %d has %d words, cut is %v", i, len(s.Words), s.Cut)
		}
	}
	if n := len(text.Sentences(d.Text)); n != 1 {
		t.Errorf("%d sentences before they are cut", n)
	}
}
