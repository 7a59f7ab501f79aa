package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/line"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

const (
	leastPrinted = 3  // posts make a thread of a page nothing else says is one
	mostOpening  = 40 // words stand above the first of them at most
)

// Thread returns the posts of a page given as the lines that it shows, with what they
// hold, if lines that name who wrote and when part nearly all its words into posts of
// several writers; none of others. It is what readers of markup ask of pages whose
// elements tell no posts apart.
func Thread(c *stemma.Capture, text block.Text) []stemma.Article {
	if !rowsAlike(text.S) {
		return nil
	}
	r := newReader(c, text)
	if r == nil {
		return nil
	}
	ps := r.thread()
	if len(ps) < leastPrinted || !r.regular || r.headlined(ps) || r.words(post{hi: ps[0].head.First}) > mostOpening {
		return nil
	}
	read, all := 0, 0
	for _, p := range ps {
		read += r.words(p)
	}
	for i := range r.ls {
		if r.chance[i] > cut && r.page.Classes[i] != thread.By {
			all += r.ls[i].Words
		}
	}
	if read*10 < all*9 {
		return nil
	}
	r.readThread(ps)
	return r.out
}

// rowsAlike reports whether the heads of s, three or more, are lines that name who
// wrote and when: a name of three words at most each, none of them most.
func rowsAlike(s string) bool {
	ls := line.Split(s)
	p := body.NewPage(ls)
	n := map[string]int{}
	for _, h := range p.Heads {
		if h.AuthorLine < 0 || h.AuthorLine != h.StampLine || p.Classes[h.StampLine] != thread.By || len(strings.Fields(h.Author)) > 3 || strings.ContainsAny(h.Author, ",:%") {
			return false
		}
		n[h.Author]++
	}
	for _, k := range n {
		if k*4 > len(p.Heads)*3 {
			return false
		}
	}
	return len(p.Heads) >= leastPrinted && len(n) > 1
}
