package view

import (
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

func TestNumber(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		f    stemma.Figure
		want string
	}{
		{stemma.Figure{Value: n(14), Bound: "at least"}, "at least 14"},
		{stemma.Figure{Value: n(1234567.5)}, "1,234,567.5"},
		{stemma.Figure{Value: n(-1200)}, "-1,200"},
		{stemma.Figure{Low: n(3), High: n(5)}, "3 to 5"},
		{stemma.Figure{Words: "thousands"}, "thousands"},
		{stemma.Figure{Value: n(25), Unit: "$", Bound: "about"}, "about $25"},
		{stemma.Figure{Value: n(40), Unit: "tonnes"}, "40 tonnes"},
		{stemma.Figure{High: n(9)}, "up to 9"},
		{stemma.Figure{}, "a number not read"},
	} {
		if got := Number(&c.f); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestWhen(t *testing.T) {
	d := func(from, until, how string) *stemma.Date {
		a, err := time.Parse(time.RFC3339, from)
		if err != nil {
			t.Fatal(err)
		}
		b, err := time.Parse(time.RFC3339, until)
		if err != nil {
			t.Fatal(err)
		}
		return &stemma.Date{From: a, Until: b, How: how}
	}
	for _, c := range []struct {
		d           *stemma.Date
		when, short string
		rough       bool
	}{
		{nil, "date not known", "?", true},
		{d("2021-06-22T00:00:00+07:00", "2021-06-23T00:00:00+07:00", "printed"), "22 June 2021", "22 Jun 2021", false},
		{d("2021-06-22T00:00:00Z", "2021-06-25T00:00:00Z", "printed"), "22-24 June 2021", "22-24 Jun 2021", true},
		{d("2021-05-31T00:00:00Z", "2021-06-03T00:00:00Z", "printed"), "31 May to 2 June 2021", "31 May to 2 Jun 2021", true},
		{d("2020-12-31T00:00:00Z", "2021-01-02T00:00:00Z", "printed"), "31 December 2020 to 1 January 2021", "31 Dec 2020 to 1 Jan 2021", true},
		{d("2021-02-01T00:00:00Z", "2021-03-01T00:00:00Z", "printed"), "February 2021", "Feb 2021", true},
		{d("2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z", "printed"), "2021", "2021", true},
		{d("2021-03-26T15:28:00Z", "2021-03-26T15:29:00Z", "printed"), "26 March 2021, 15:28", "26 Mar 2021", false},
		{d("2021-03-26T15:28:00Z", "2021-03-26T15:28:00Z", "printed"), "26 March 2021, 15:28", "26 Mar 2021", false},
	} {
		if got := When(c.d); got != c.when {
			t.Errorf("%q, want %q", got, c.when)
		}
		if got := day(c.d); got != c.short {
			t.Errorf("%q, want %q", got, c.short)
		}
		if Rough(c.d) != c.rough {
			t.Errorf("%s: rough is %v", c.when, !c.rough)
		}
	}
}

func TestNearest(t *testing.T) {
	const two = "No ferry leaves until Gen. Ruiz has looked. We owe that to the U.S. crew on board."
	for part, want := range map[string]string{
		"We owe it to those on board.":       "We owe that to the U.S. crew on board.",
		"no ferry sails until Ruiz has seen": "No ferry leaves until Gen. Ruiz has looked.",
		"something else":                     two,
	} {
		if got := nearest(two, part); got != want {
			t.Errorf("%q: %q, want %q", part, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	if got := clean("a\x1b[31mred\x07 \u202eright\u2066 \t\nb\u00a0c\ufffd"); got != "a[31mred right b c" {
		t.Errorf("%q", got)
	}
}

func TestKeyName(t *testing.T) {
	for id, want := range map[string]string{"agency:aap": "AAP", "agency:north-press": "North Press", "country:NOR": "NOR", "nabc": "a name not in the record"} {
		if got := keyName(id); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}
