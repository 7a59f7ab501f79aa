package markup

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
)

const (
	shortHead  = 100 // bytes of the line above a post, at most
	leastHeads = 3   // such lines make a thread
	aroundBody = 6   // blocks above the body in which its first head stands
)

// printed reads a thread whose elements tell no posts apart, by the lines it prints:
// those that name who wrote and when return, with words between them. "<b>ann</b>, 3
// May 2020" / "<p>...". Of other pages it returns none.
func (r *reader) printed() []stemma.Article {
	if len(r.body) < leastHeads {
		return nil
	}
	lo, hi := max(0, r.first-aroundBody), r.body[len(r.body)-1]+1
	heads, since := 0, shortHead // since: bytes of words since the last of them
	for i := lo; i < hi && heads < leastHeads; i++ {
		s := r.of(&r.blocks[i])
		if since > 0 && strings.ContainsAny(firstLine(string(s[:min(len(s), shortHead+8)])), "0123456789") {
			heads, since = heads+1, 0
		}
		if len(s) > shortHead/2 {
			since += len(s)
		}
	}
	if heads < leastHeads {
		return nil
	}
	before := r.pieces
	var b block.Builder
	for i := lo; i < hi; i++ {
		b.Append(r.text(i))
		b.AppendString("\n")
	}
	out := dump.Thread(r.capture, b.Text())
	if out == nil {
		r.pieces = before
		return nil
	}
	var page stemma.Article
	r.metadata(&page)
	for k := range out {
		a := &out[k]
		if a.Within == "" {
			a.Outlet, a.Canonical, a.Section = page.Outlet, page.Canonical, page.Section
		}
		a.By.Rule = "posts: as printed"
		if r.about.lang != "" {
			a.Lang = r.about.lang
		}
	}
	out[0].Title = page.Title
	out[0].Candidates = append(out[0].Candidates, page.Candidates...)
	return out
}

// firstLine is the first line of a block's words if it is short, "" else.
func firstLine(s string) string {
	s = strings.TrimLeft(s, block.Space)
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	if len(s) > shortHead {
		return ""
	}
	return s
}
