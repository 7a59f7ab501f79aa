package reuse

import (
	"slices"
	"strings"
	"testing"
)

func TestDifferences(t *testing.T) {
	a := art("a1", "Harbour News", wire)
	changed := strings.NewReplacer("eleven of its", "12 of its", "could not in good faith", "could in good faith", "Northport", "Southport", "an hour to each crossing and worry about the winter months.", "an hour to each crossing.").Replace(wire)
	b := art("a2", "Coast Times", changed)
	copies := Compare(scene(a, b).Articles, nil)
	if len(copies) != 1 {
		t.Fatalf("copies = %+v", copies)
	}
	var got []string
	for _, d := range Differences(a, b, copies[0]) {
		got = append(got, d.Kind+" "+a.Text[d.A.Start:d.A.End]+" > "+b.Text[d.B.Start:d.B.End]+" "+strings.Join(d.Flags, ","))
	}
	want := []string{
		"changed Northport > Southport name",
		"changed eleven > 12 number",
		"cut not >  negation",
		"cut and worry about the winter months >  ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
