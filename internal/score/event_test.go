package score

import (
	"path/filepath"
	"testing"
)

func TestEvents(t *testing.T) {
	ss, err := ReadPlover(filepath.Join(data(t, "events", "plover", "gold_standard_records"), "PLOVER_GSR_CAMEO.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if *notes == "events" {
		var c EventCounts
		for i := 0; i < len(ss); i += 2 {
			c.Add(&ss[i], func(s string) { t.Log(s) })
		}
	}
	golden(t, "events.txt", PloverCard(ss))
}
