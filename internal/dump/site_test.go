package dump

import (
	"testing"

	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/line"
)

func TestCopyright(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"© 2025 Harbour Media Ltd. All rights reserved.", "Harbour Media"},
		{"©2025 All Rights Reserved. Harbour.example, Inc", "Harbour.example"},
		{"© St. Ann's College of the Isles", "St. Ann's College of the Isles"},
		{"Copyright Policy", ""},
		{"An Atlas of Ports, Copyright 2013. It is reprinted here.", ""},
	} {
		if got, _ := copyright(c.in); got != c.want {
			t.Errorf("copyright(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFirstLines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Skip to content\nHarbour Parish Post\nLetters from the quay", "Harbour Parish Post"},
		{"Toggle Side Panel\nHow to Photograph Boats\nA guide", ""},
		{"Open in app\nAnn Example\nA guide", ""},
	} {
		r := &reader{ls: line.Split(c.in)}
		r.text.S = c.in
		r.page = body.NewPage(r.ls)
		got := ""
		if i := r.unknownMast(3); i >= 0 {
			got = r.ls[i].S
		}
		if got != c.want {
			t.Errorf("the masthead of %q is %q, want %q", c.in, got, c.want)
		}
	}
}
