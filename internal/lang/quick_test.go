package lang

import (
	"slices"
	"strings"
	"testing"
)

// TestLookMove holds that the sums kept of words change nothing: what lookMove
// gathers is what moveInput gathers.
func TestLookMove(t *testing.T) {
	d := &Document{Text: strings.Repeat(sampleText, 2)}
	takeWorker().split(d, nil)
	w := &worker{engine: loadEngine()}
	looks := 0
	for i := range d.Sentences {
		w.ts = make([]token, len(d.Sentences[i].Words))
		readLooks(w.ts, d.Text, d.Sentences[i].Words)
		w.tag()
		s, kept, whole := &w.st, &w.mu, &netUse{}
		kept.readyMove(w.moveNet, len(w.ts))
		whole.ready(len(w.ts))
		w.au.ready(len(w.ts))
		s.reset(w.ts, w.in)
		w.seen.reset(len(w.ts))
		for !s.done() {
			legal := s.legal()
			t0 := settled
			if legal != 0 {
				for t0 = shift; legal>>t0&1 == 0 || (t0+looks)%3 == 0 && legal>>(t0+1) != 0; {
					t0++
				}
				whole.words = grow(whole.words, movePlaces)
				whole.rows = s.moveInput((*[movePlaces]int32)(whole.words), whole.rows)
				whole.look(w.moveNet, w.ts)
				kept.readMove(s)
				kept.lookMove(w.moveNet, s)
				if looks++; !slices.Equal(whole.h, kept.h) {
					t.Fatalf("sentence %d, front %d: the hidden layers differ", i, s.front)
				}
			}
			head, dep := int32(0), int32(0)
			if t0 == settled {
				head, dep = s.settle()
			} else {
				head, dep = s.take(t0)
			}
			w.draw(s, head, dep)
		}
	}
	if looks < 500 {
		t.Errorf("only %d looks", looks)
	}
}

const settled = -1
