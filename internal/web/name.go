package web

import (
	"net/http"

	"github.com/stemma-news/stemma/internal/view"
)

// namePage is one person, organisation or place: what it said and did.
type namePage struct {
	*view.Name
	// With are those it stands in events with: each opens what passed between
	// the two.
	With []entry
}

func name(r *view.Reader, req *http.Request) (*page, error) {
	n, err := r.Name(req.Context(), req.PathValue("id"))
	if err != nil {
		return nil, err
	}
	b := &namePage{Name: n}
	seen := map[string]bool{n.ID: true}
	for _, e := range n.Events {
		ids, names := append(append([]string(nil), e.Actors...), e.Recipients...), e.Who()
		for i, id := range ids {
			if id != "" && !seen[id] && i < len(names) {
				seen[id] = true
				b.With = append(b.With, entry{"/between/" + seg(n.ID) + "/" + seg(id), names[i]})
			}
		}
	}
	return &page{Title: n.Entity.Name, Here: "/names", set: "name", Body: b}, nil
}
