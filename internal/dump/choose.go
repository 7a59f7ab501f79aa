package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// The chances from which a line of a post is text. In the last post, whose end
// no head shows, more is asked.
const (
	postCut    = 0.3
	lastCut    = 0.35
	regularCut = 0.2  // where heads alike stand above and below
	footCut    = 0.15 // of a sentence alone above the buttons of its post
)

// closes reports whether line i is a sentence with the foot of its post, which
// ends before line hi, right below it: "Thanks!" / "Reply".
func (r *reader) closes(i, hi int) bool {
	return r.ls[i].Ends && i+1 < hi && r.page.Classes[i+1] == thread.Foot
}

// quoting reports whether line i may still be of what its post, from line lo,
// quotes of another.
func quoting(cs []thread.Class, lo, i int) bool {
	return i > lo && cs[i-1] == thread.Quote
}

// retold reports whether line i says the thread's title over again, as some
// forums do above each post: "Re: The old bridge", "Default Re: The old bridge".
func (r *reader) retold(i int) bool {
	s := r.ls[i].S
	re := strings.TrimPrefix(strings.TrimPrefix(s, "Default "), "Re: ")
	return r.threadName != "" && len(re) < len(r.threadName)+8 && sameTitle(re, r.threadName)
}

// chooseLines marks the lines of p that are text.
func (r *reader) chooseLines(in []bool, p post, last bool) {
	least := float32(postCut)
	switch {
	case last:
		least = lastCut
	case r.regular:
		least = regularCut
	}
	plain := least          // of lines that are of no head's kind
	dry := 0                // lines since the last one of text
	any, top := false, p.lo // top: the first line that may be text
	for i := p.lo; i < p.hi; i++ {
		if any && r.regular && r.kind(p.head) == r.most && r.foot[folded(r.ls[i].S)] {
			return
		}
		c := r.page.Classes[i]
		if least = plain; c.Known() {
			least = max(plain, postCut)
		}
		if top == i && c == thread.Foot {
			top++
		}
		switch {
		case r.role[i] == block.Title:
		case r.aside[i]:
			r.role[i] = block.Chrome
		case c == thread.Foot || c == thread.Quote:
			r.role[i] = block.Chrome
		case body.Furniture(r.ls[i].S):
			if last && any { // the page goes on below its last post
				return
			}
		case r.regular && r.recurs[folded(r.ls[i].S)] >= 3 && r.ls[i].Words <= 12:
			r.role[i] = block.Chrome
		case top == i && r.retold(i):
			top++
			r.role[i] = block.Chrome
		case r.chance[i] > least, !any && r.chance[i] > footCut && r.closes(i, p.hi), top == i && r.chance[i] > 0.05 && (!last || r.ls[i].Gap < 2):
			in[i] = true
		}
		if in[i] {
			dry = 0
			any = any || !quoting(r.page.Classes, p.lo, i)
		} else if dry++; last && dry > 12 {
			return
		}
	}
}
