package score

import (
	"flag"
	"sort"
	"testing"
)

var notes = flag.String("notes", "", "print the differences of this kind on the part that is tuned on")

func TestDates(t *testing.T) {
	docs, err := ReadTimeML(data(t, "times", "TBAQ-cleaned"))
	if err != nil {
		t.Fatal(err)
	}
	if *notes != "" {
		var lines []string
		var c DateCounts
		for i := 0; i < len(docs); i += 2 {
			c.Add(&docs[i], func(kind, gold, got string) {
				if kind == *notes {
					lines = append(lines, gold+" | "+got)
				}
			})
		}
		sort.Strings(lines)
		for _, l := range lines {
			t.Log(l)
		}
	}
	card, err := DateCard(data(t))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "dates.txt", card)
}

// TestEventsDated measures the dates of events: it moves with the events found.
func TestEventsDated(t *testing.T) {
	card, err := EventDateCard(data(t))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "events-dated.txt", card)
}
