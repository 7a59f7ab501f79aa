package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// familyPage is one family: its tree with reasons, and two members side by
// side.
type familyPage struct {
	*view.Family
	// Readings say what each member cut, added and changed; More is how many
	// members are not compared.
	Readings []view.Reading
	More     int
	// Sides are the members ?a= and ?b=, else the first two; nil of one alone.
	Sides *view.Sides
	// Pairs choose other two.
	Pairs []pairLink
}

type pairLink struct {
	entry
	Shown bool
}

// mostPairs is how many pairs of members a family page offers.
const mostPairs = 60

func family(r *view.Reader, req *http.Request) (*page, error) {
	f, err := r.Family(req.Context(), req.PathValue("id"))
	if err != nil {
		return nil, err
	}
	b := &familyPage{Family: f}
	if b.Readings, b.More, err = r.Readings(req.Context(), f); err != nil {
		return nil, err
	}
	if len(f.Members) > 1 {
		x, y := f.Members[0].ID, f.Members[1].ID
		if q := req.URL.Query(); q.Get("a") != "" && q.Get("b") != "" {
			x, y = q.Get("a"), q.Get("b")
		}
		if b.Sides, err = r.Compare(req.Context(), x, y); err != nil {
			return nil, err
		}
		for i, m := range f.Members {
			for _, n := range f.Members[i+1:] {
				if len(b.Pairs) < mostPairs {
					link := entry{"/family/" + seg(f.ID) + "?a=" + seg(m.ID) + "&b=" + seg(n.ID) + "#sides", m.Name() + " / " + n.Name()}
					b.Pairs = append(b.Pairs, pairLink{link, m.ID == x && n.ID == y})
				}
			}
		}
	}
	return &page{Title: f.Title(), Here: "/families", set: "family", Body: b}, nil
}
