package score

import (
	"path/filepath"
	"slices"
	"testing"
)

func TestEvents(t *testing.T) {
	ss, err := ReadPlover(filepath.Join(data(t, "events", "plover", "gold_standard_records"), "PLOVER_GSR_CAMEO.txt"))
	if err != nil {
		t.Fatal(err)
	}
	own, err := ReadDeeds(filepath.Join("..", "..", "testdata", "labels", "deeds.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var c EventCounts
	switch note := func(s string) { t.Log(s) }; *notes {
	case "deeds":
		for i := range own {
			c.Add(&own[i], note)
		}
	case "events":
		for i := 0; i < len(ss); i += 2 {
			c.Add(&ss[i], note)
		}
	}
	golden(t, "events.txt", PloverCard(ss, own))
}

func TestMeantime(t *testing.T) {
	as, err := ReadMeantime(data(t, "events", "meantime", "intra_cross-doc_annotation"))
	if err != nil {
		t.Fatal(err)
	}
	ms, err := ReadMarked(data(t))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "meantime.txt", MeantimeCard(as)+"\n"+MentionCard(ms))
}

func TestTold(t *testing.T) {
	even, err := ReadToldLabels(filepath.Join("..", "..", "testdata", "labels", "told.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	odd, err := ReadToldLabels(filepath.Join("..", "..", "testdata", "labels", "told-odd.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	data(t, "stories", "summit")
	matched, err := MatchTold(data(t), slices.Concat(even, odd))
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range matched {
		if m.Odd != (i >= len(even)) {
			t.Errorf("a label of %s %s stands in the file of the other half", m.Label.Set, m.Label.Item)
		}
	}
	golden(t, "told.txt", ToldCard(matched))
}

func TestRetold(t *testing.T) {
	as, err := ReadJoined(data(t, "stories", "ecbplus"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "retold.txt", RetoldCard(as))
}
