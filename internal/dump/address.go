package dump

import (
	"net/url"
	"strings"

	"github.com/stemma-news/stemma"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// readAddress takes an address that stands alone on the first line for the page's
// own, as those who save pages as text put it there. It names the outlet where
// the text names none.
func (r *reader) readAddress() {
	if len(r.out) == 0 {
		return
	}
	l := r.ls[0]
	u, err := url.Parse(strings.Trim(l.S, " <>"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(u.Host, ".") {
		return
	}
	if a := &r.out[0]; a.Canonical == "" {
		a.Canonical = u.String()
		r.candidate(a, "canonical", a.Canonical, "line", l.Start, l.End, true, "the address on the first line")
	}
	o, ok := directory.ByHost(strings.ToLower(u.Hostname()))
	if !ok {
		return
	}
	for i := range r.out {
		if a := &r.out[i]; a.Outlet == "" && (i == 0 || a.Within == "" && a.Kind == stemma.KindPost) {
			a.Outlet = o.Name
			r.candidate(a, "outlet", a.Outlet, "url", l.Start, l.End, true, "the outlet of the page's host")
		}
	}
}
