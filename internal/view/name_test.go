package view

import (
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

func TestRoleWords(t *testing.T) {
	day := func(d int) *stemma.Date {
		from := time.Date(2027, 5, d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: from, Until: from.AddDate(0, 0, 1)}
	}
	for _, c := range []struct {
		role stemma.Role
		want string
	}{
		{stemma.Role{Role: "Harbour Authority head", Of: "Peru"}, "Harbour Authority head, Peru"},
		{stemma.Role{Role: "mayor", From: day(4), Until: day(4)}, "mayor, on 4 May 2027"},
		{stemma.Role{Role: "mayor", From: day(4), Until: day(9)}, "mayor, from 4 May 2027 to 9 May 2027"},
		{stemma.Role{Role: "mayor", From: day(4)}, "mayor, since 4 May 2027"},
	} {
		if got := RoleWords(c.role); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestSaid(t *testing.T) {
	for _, c := range []struct {
		kind, text string
		pieces     []int // lengths
		want       string
	}{
		{stemma.Direct, "No ferry leaves this harbour, Not today.", []int{29, 10}, "“No ferry leaves this harbour,” “Not today.”"},
		{stemma.Direct, "I have asked, and I have asked three times.", []int{13, 29}, "“I have asked, and I have asked three times.”"},
		{stemma.Direct, "No ferry,", []int{9}, "“No ferry”"},
		{stemma.Mixed, "it was “no ferry”,", []int{20}, "it was “no ferry”"},
	} {
		q := stemma.Quote{Kind: c.kind, Text: c.text}
		for _, n := range c.pieces {
			q.Spans = append(q.Spans, stemma.Span{Start: 0, End: n})
		}
		if got := (Carried{Quote: q}).Said(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
