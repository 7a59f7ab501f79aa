package text

import (
	"slices"
	"testing"
)

func TestFoldedEvensHouseStyle(t *testing.T) {
	for _, pair := range [][2]string{
		{"Defence", "defense"}, {"legitimising", "LEGITIMIZING"}, {"U.S.", "US"}, {"co-operate", "cooperate"}, {"1,200", "1200"},
		{"Russia's", "Russia’s"}, {"colour", "color"}, {"travelled", "traveled"}, {"centre", "center"}, {"programme", "program"},
	} {
		a, b := Folded(pair[0]), Folded(pair[1])
		if len(a) != 1 || len(b) != 1 || a[0].Hash != b[0].Hash {
			t.Errorf("%q and %q fold to %v and %v", pair[0], pair[1], a, b)
		}
	}
	for _, pair := range [][2]string{{"not", "now"}, {"12", "13"}, {"Lind", "Lund"}} {
		if Folded(pair[0])[0].Hash == Folded(pair[1])[0].Hash {
			t.Errorf("%q and %q fold alike", pair[0], pair[1])
		}
	}
}

func TestFoldedOffsets(t *testing.T) {
	s := "The U.S., he said. 東京 1,200 no-one’s"
	var got []string
	for _, w := range Folded(s) {
		got = append(got, s[w.Start:w.End])
	}
	want := []string{"The", "U.S", "he", "said", "東", "京", "1,200", "no-one’s"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWinnowMeets holds the promise: two lists that share a run of w shingles
// choose one of it both.
func TestWinnowMeets(t *testing.T) {
	const w = 4
	seed := uint64(3)
	next := func() uint64 { seed = seed*6364136223846793005 + 1442695040888963407; return seed >> 60 }
	for range 500 {
		var run, x, y []uint64
		for range w {
			run = append(run, next())
		}
		for range next() {
			x = append(x, next())
		}
		for range next() {
			y = append(y, next())
		}
		a := append(append(slices.Clone(x), run...), next(), next())
		b := append(append(slices.Clone(y), run...), next())
		chosen := map[uint64]bool{}
		for _, i := range Winnow(a, w) {
			if i >= len(x) && i < len(x)+w {
				chosen[a[i]] = true
			}
		}
		met := false
		for _, i := range Winnow(b, w) {
			met = met || i >= len(y) && i < len(y)+w && chosen[b[i]]
		}
		if !met {
			t.Fatalf("no shingle of the shared run is chosen in both: %v %v", a, b)
		}
	}
}

func FuzzFolded(f *testing.F) {
	f.Add("The U.S., he said. 東京 1,200 no-one’s")
	f.Fuzz(func(t *testing.T, s string) {
		last := int32(0)
		words := Folded(s)
		for _, w := range words {
			if w.Start < last || w.End <= w.Start || int(w.End) > len(s) {
				t.Fatalf("word %v after %d in %d bytes", w, last, len(s))
			}
			last = w.End
		}
		if got := len(Shingles(words, 3)); got != max(0, len(words)-2) {
			t.Fatalf("%d shingles of %d words", got, len(words))
		}
	})
}
