package origin

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// Completer returns what closes the chain of a line of an article, whose words
// begin at byte at of it, to the page: after the hops its words name come the writer its
// credit or family names, the outlet, and the poster of a repost. A name stands
// in a chain once. What was told to the outlet itself, and what stands where the
// writer's part of the article does not reach, has no writer but the outlet. The
// families of the scene are looked through once, each article's writer is sought once.
func Completer(sc *stemma.Scene) func(article string, read []stemma.Hop, at int) []stemma.Hop {
	families := map[string][]*stemma.Family{}
	for i := range sc.Families {
		for _, a := range sc.Families[i].Articles {
			families[a] = append(families[a], &sc.Families[i])
		}
	}
	type found struct {
		h  stemma.Hop
		ok bool
		of part // of the article, which is the writer's
	}
	shared := passages(sc)
	writers := map[string]found{}
	return func(article string, read []stemma.Hop, at int) []stemma.Hop {
		a := sc.ByID[article]
		if a == nil {
			return read
		}
		w, ok := writers[article]
		if !ok {
			if w.h, w.ok = writer(sc, a, families[article]); w.ok {
				w.of = partOf(sc, a, w.h, shared[article])
			}
			writers[article] = w
		}
		chain := slices.Clone(read)
		if w.ok && w.of.holds(at) && !toldHere(a, chain) {
			chain = follow(chain, w.h)
		}
		return toPage(sc, a, chain)
	}
}

// toPage adds the outlet of an article and the poster of a repost.
func toPage(sc *stemma.Scene, a *stemma.Article, chain []stemma.Hop) []stemma.Hop {
	if a.Outlet != "" {
		if len(chain) > 1 {
			rest := slices.DeleteFunc(chain[1:], func(h stemma.Hop) bool { return ownName(a, h) })
			chain = chain[:1+len(rest)]
		}
		chain = follow(chain, credited(a, a.Outlet, "outlet"))
	}
	if post := sc.ByID[string(a.Within)]; post != nil && post.Author != "" && a.RepliesTo != a.Within { // none relays the comments on it
		chain = follow(chain, credited(post, post.Author, "author"))
	}
	if a.Kind == stemma.KindPost && a.Author != "" {
		chain = follow(chain, credited(a, a.Author, "author"))
	}
	return chain
}

// ownName reports whether the teller of a hop is the article's own outlet by part
// of its name: "told the Courier" on a page of The Lake Courier, which is no other
// paper.
func ownName(a *stemma.Article, h stemma.Hop) bool {
	if h.How != stemma.HowRead && h.How != stemma.HowInherited {
		return false
	}
	for _, c := range h.Cites {
		if c.Article == a.ID && len(c.Spans) > 0 && strings.HasSuffix(strings.ToLower(a.Text[:min(c.Spans[0].Start, len(a.Text))]), "the ") {
			return short("the "+h.Who, a.Outlet)
		}
	}
	return short(h.Who, a.Outlet)
}

// short reports whether a teller's name with its article is part of an outlet's.
func short(who, outlet string) bool {
	w, the := strings.CutPrefix(strings.ToLower(who), "the ")
	w = strings.TrimPrefix(w, "the ")
	return the && len(w) > 3 && len(w) < len(outlet) && strings.Contains(" "+strings.ToLower(outlet)+" ", " "+w+" ")
}

// follow adds h to a chain that does not name it yet.
func follow(chain []stemma.Hop, h stemma.Hop) []stemma.Hop {
	for _, x := range chain {
		if same(x.Who, h.Who) {
			return chain
		}
	}
	return append(chain, h)
}

// same reports whether two names are one teller: by the table of outlets, else
// by their letters.
func same(a, b string) bool { return Key(a) == Key(b) }

// Key is what a teller is counted by: "agency:reuters" for "the Reuters news
// agency", else the name in lower case without an article, its apostrophes
// those of a typewriter.
func Key(name string) string {
	if o, ok := outlet.Lookup(name); ok {
		return o.Key()
	}
	return strings.ReplaceAll(strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(name)), " "), "the "), "’", "'")
}

// writer is the hop of whose text an article is: named by its own credit, or
// by that of an article with the same text.
func writer(sc *stemma.Scene, a *stemma.Article, families []*stemma.Family) (stemma.Hop, bool) {
	for _, f := range families {
		if f.Writer == "" || same(f.Writer, a.Outlet) {
			continue
		}
		if h, ok := credits(a, f.Writer); ok {
			return h, true
		}
		for _, id := range f.Articles {
			if sib := sc.ByID[id]; sib != nil && id != a.ID {
				if h, ok := credits(sib, f.Writer); ok {
					h.How = stemma.HowCopy
					return h, true
				}
			}
		}
	}
	for _, c := range a.Credits {
		if o, ok := outlet.Lookup(c); ok && o.Kind == outlet.Agency && !same(c, a.Outlet) {
			h, _ := credits(a, c)
			return h, true
		}
	}
	return stemma.Hop{}, false
}

// credits is the hop of a writer that an article's credits, dateline or outlet
// name, with where the page prints it.
func credits(a *stemma.Article, name string) (stemma.Hop, bool) {
	for _, c := range a.Credits {
		if same(c, name) {
			return credited(a, c, "credit", "credits", "byline", "dateline", "outlet"), true
		}
	}
	if same(a.Outlet, name) {
		return credited(a, a.Outlet, "outlet"), true
	}
	return stemma.Hop{}, false
}

// credited is a hop known from what a page prints in one of fields.
func credited(a *stemma.Article, name string, fields ...string) stemma.Hop {
	h := stemma.Hop{Who: name, How: stemma.HowCredit}
	if o, ok := outlet.Lookup(name); ok {
		h.Entity = stemma.Ref(o.Key())
	}
	for _, f := range fields {
		if c, ok := a.CandidateCite(f, name); ok {
			h.Cites = []stemma.Cite{c}
			break
		}
	}
	return h
}
