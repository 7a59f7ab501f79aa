package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// Remarks below an article are leastRemarks at least, of two writers, below so
// many words.
const (
	leastRemarks = 3
	enoughToSay  = 200
)

// remarksFrom is the line from which on remarks stand below the article of the
// page: lines that name who made each, "Ann says:", below more words than all of
// them have; else the end of the page.
func (r *reader) remarksFrom() int {
	from, n := len(r.ls), 0
	who := map[string]bool{}
	for _, h := range r.page.Heads {
		if h.AuthorLine < 0 || h.Author == "" || r.page.Classes[h.AuthorLine] != thread.By {
			continue
		}
		if n++; n == 1 {
			from = h.First
		}
		who[h.Author] = true
	}
	if n < leastRemarks || len(who) < 2 {
		return len(r.ls)
	}
	above := r.words(post{lo: 0, hi: from})
	if above < enoughToSay || above <= r.words(post{lo: from, hi: len(r.ls)}) {
		return len(r.ls)
	}
	return from
}

// commentsBelow returns the comments on an article whose body ends on line
// last: heads of posts that say who and when, two at least, below a line that
// says comments follow ("3 Comments", "Join the discussion"). The forests doubt
// short remarks below an article; between two such heads they are words.
func (r *reader) commentsBelow(last int) []post {
	var ps []post
	said := false
	at := last + 1
	for k, h := range r.page.Heads {
		if h.First <= last {
			continue
		}
		for ; at < h.First && !said; at++ {
			said = r.ls[at].Words <= 8 && contains(r.ls[at].S, remarks) != ""
		}
		if !said || h.StampLine < 0 || h.Author == "" {
			continue
		}
		p := post{head: h, lo: h.Last, hi: len(r.ls), author: h.Author}
		if k+1 < len(r.page.Heads) {
			p.hi = r.page.Heads[k+1].First
		}
		if p.hi = r.remarkEnd(p); p.hi > p.lo {
			ps = append(ps, p)
		}
	}
	if !r.told(ps) {
		return nil
	}
	for _, p := range ps {
		for i := p.lo; i < p.hi; i++ {
			r.chance[i] = max(r.chance[i], 0.9)
		}
	}
	return ps
}

// told reports whether ps, below an article, are remarks: two or more, most of
// them with a sentence. Lists of other articles have headlines, and below those
// first lines.
func (r *reader) told(ps []post) bool {
	said := 0
	for _, p := range ps {
		for i := p.lo; i < p.hi; i++ {
			if l := &r.ls[i]; l.Words >= 4 && (l.Ends || strings.ContainsAny(l.S, ".!?…")) {
				said++
				break
			}
		}
	}
	all, below := r.headed(ps)
	return len(ps) >= 2 && said*2 >= len(ps) && below*2 <= all
}

// remarkEnd is the line after the words of a comment: the first line of
// buttons or furniture.
func (r *reader) remarkEnd(p post) int {
	for i := p.lo; i < p.hi; i++ {
		if c := r.page.Classes[i]; c == thread.Foot || c == thread.Count || body.Furniture(r.ls[i].S) || i > p.lo && r.ls[i].Gap > 1 || i-p.lo > 60 {
			return i
		}
	}
	return p.hi
}
