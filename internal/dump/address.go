package dump

import (
	"net/url"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/line"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// ownAddress takes an address that stands alone on the first line for the page's
// own, as those who save pages as text put it there, and parts it from the rest.
func ownAddress(ls []line.Line) (*line.Line, []line.Line) {
	if len(ls) < 2 || address(ls[0].S) == nil {
		return nil, ls
	}
	return &ls[0], ls[1:]
}

// address reads s as the address of a page, nil where it is none.
func address(s string) *url.URL {
	u, err := url.Parse(strings.Trim(s, " <>"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(u.Host, ".") {
		return nil
	}
	return u
}

// readAddress says what the page's own address tells: where it stands, and the
// outlet and day where the text names none.
func (r *reader) readAddress() {
	if r.own == nil || len(r.out) == 0 {
		return
	}
	l, a := r.own, &r.out[0]
	u := address(l.S)
	if a.Canonical == "" {
		a.Canonical = u.String()
		r.candidate(a, "canonical", a.Canonical, "line", l.Start, l.End, true, "the address on the first line")
	}
	if d, off := dayIn(l.S); d != nil && a.Published == nil && len(a.MayBe) == 0 {
		a.Published = d
		r.candidate(a, "published", d.Text, "url", l.Start+off, l.Start+off+len(d.Text), true, "the page's address holds it")
	}
	o, ok := directory.ByHost(strings.ToLower(u.Hostname()))
	if !ok {
		return
	}
	for i := range r.out {
		a := &r.out[i]
		if _, known := named(a.Outlet); !known && (i == 0 || a.Within == "" && a.Kind == stemma.KindPost) {
			a.Outlet = o.Name
			r.candidate(a, "outlet", a.Outlet, "url", l.Start, l.End, true, "the outlet of the page's host")
		}
	}
}
