package view

import (
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// TestWeightiest holds that what most texts tell comes first, by the story's own
// matter where they are as many; what lies long before, what one sentence tells
// again and what nobody is named in, last.
func TestWeightiest(t *testing.T) {
	day := func(y, d int) *stemma.Date {
		at := time.Date(y, 6, d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: at, Until: at.AddDate(0, 0, 1)}
	}
	event := func(id, kind string, date *stemma.Date, texts int, words string, who ...string) *Event {
		e := &Event{Event: stemma.Event{ID: id, Kind: kind, Date: date}, KindWords: kind, Words: words}
		e.ActorNames = who
		e.Standing.Whole = &stemma.Standing{Families: texts}
		return e
	}
	s := &Story{From: day(2031, 4), Articles: []Brief{{Title: "Ferry Anemone sinks off Sund"}, {Title: "Forty missing as Anemone sinks"}, {Title: "Sund ferry: captain held"}}}
	all := []*Event{
		event("old", "DEATH", day(2004, 1), 2, "The ferry Dahlia sank off Sund in 2004.", "Dahlia"),
		event("hug", "REQUEST", day(2031, 3), 1, "An aunt encouraged her nephew on the quay.", "aunt"),
		event("sank", "ACCIDENT", day(2031, 3), 3, "The ferry Anemone sank off Sund.", "Anemone"),
		event("talk", "OTHER", day(2031, 4), 1, "There was an exercise."),
		event("held", "ARREST", day(2031, 4), 1, "Police of Sund held the captain of the ferry.", "Police of Sund"),
		event("again", "ACCIDENT", day(2031, 3), 2, "The ferry Anemone sank off Sund.", "ship"),
	}
	got := ""
	for _, e := range matterOf(s).weightiest(all, len(all)) {
		got += e.ID + " "
	}
	if want := "sank held hug old talk again "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := len(matterOf(&Story{}).weightiest(all, 2)); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}

// TestSums holds that one number is one line whoever gives it, with "up to" or
// without, and other numbers and things are lines of their own.
func TestSums(t *testing.T) {
	entry := func(bound string, value float64, what, page string) Entry {
		f := stemma.Figure{Value: &value, Bound: bound, Unit: "$", Measure: "money", What: what}
		return Entry{Number: Number(&f), What: what, At: []Counted{{f, Brief{Publisher: page}}}}
	}
	l := Ledger{Measure: "money", Claims: []Claim{
		{Who: "the bank", Entries: []Entry{entry("", 14e6, "", "Sund Post"), entry("up to", 250e9, "", "Sund Post")}},
		{Who: "the regulator", Entries: []Entry{entry("", 250e9, "", "Coast Daily"), entry("", 340e6, "fine", "Coast Daily")}},
		{Entries: []Entry{entry("", 250e9, "", "Lake Post")}},
	}}
	got := l.sums()
	if len(got) != 3 || len(got[0].on) != 3 || len(got[0].who) != 2 || len(got[0].At) != 3 {
		t.Fatalf("%d lines, of the first %d pages and %d claimants; want 3, 3 and 2", len(got), len(got[0].on), len(got[0].who))
	}
}
