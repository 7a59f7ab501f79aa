// Package dump reads the articles out of a text file copied from a page: lines
// without markup are told apart into title, byline, body, furniture and posts.
//
// A dump goes through these hands: [line.Split] measures its lines and
// [line.Unwrap] joins those a mailer broke; package thread finds heads of
// posts; package body weighs each line; then a thread is cut into posts with
// the articles they hold, or the one article of the page is read.
package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/clip"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// Version is raised when a dump may read differently. 1: the first. 2: titles
// above standfirsts, mastheads no table knows, comments below articles, posts
// counted, days without a year. 3: one forest; heads of more forum programs, text
// printed twice, other articles and comments below. 4: posts between heads much
// alike, signatures, remarks on answers, previews, questions above the first head.
// 5: agencies that papers buy from do not say whose a page is. 6: an article far
// longer than its answers is none of a thread's posts; remarks without dates; a
// forest that knows threads without their heads. 7: heads of posts that no rule
// knows, by what returns between words; names by what heads share; heads below
// their posts. 8: a forest chooses the title; bylines below "By", after
// a date and below the article. 9: how texts begin and end (points, lists, standing
// words of releases, labels), mastheads no table knows, places of bylines and dates,
// ranks before names, bylines of reposts. 10: articles that clippers and databases
// write out with their fields. 11: messages of chats and channels. 12: dates and names
// around an article make no thread, nor do messages shown of other sites; remarks are
// told from lists of other articles; the first of several stories below headlines is
// read; tables. 13: threads saved as text, a row above or below each post; messages of
// mailing lists; days of posts printed in part. 14: exports whose labels are learned
// from their repetition; takes of agencies one below another. 15: an address on the
// first line is the page's own and parted from the rest; more forms of datelines.
// 16: whose a page is, by all that speaks for each name. 17: a paper's name over the
// day; the words of a picture above who took it; speakers' names are no places.
const Version = "17"

// MaxBytes is the longest text that Read takes for a page, MaxLines the most
// lines with words. Of more it returns nothing, and the caller says so in a
// skip.
const (
	MaxBytes = 32 << 20
	MaxLines = line.MaxLines
)

// Read returns the articles of a text dump, in order of their slots: the post
// or article of each, and after it those it holds. text is valid UTF-8 with
// the capture bytes behind it. It returns none where no line reads as an
// article's, and of a text longer than MaxBytes.
func Read(c *stemma.Capture, text block.Text) []stemma.Article {
	if docs := clip.Find(text.S); len(docs) > 0 {
		return readDocs(c, text, docs)
	}
	if as := readTakes(c, text); len(as) > 0 {
		return as
	}
	if ms := chat(text.S); len(ms) > 0 {
		return readChat(c, text, ms)
	}
	r := newReader(c, text)
	if r == nil {
		return nil
	}
	r.read()
	r.readAddress()
	return r.out
}

// Blocks returns the lines of a dump with their roles, as Read tells them
// apart: to show, and to test.
func Blocks(c *stemma.Capture, text block.Text) []block.Block {
	r := newReader(c, text)
	if r == nil {
		return nil
	}
	r.read()
	out := make([]block.Block, len(r.ls))
	for i := range r.ls {
		out[i] = block.Block{Text: r.slice(i), Role: r.role[i]}
	}
	return out
}

// reader is one reading of one dump.
type reader struct {
	c    *stemma.Capture
	text block.Text
	page *body.Page
	ls   []line.Line
	// chance is how likely each line is body.
	chance []float32
	role   []block.Role
	inner  []bool // lines of the held article at hand
	out    []stemma.Article
	// own is the page's own address, where the first line is one.
	own *line.Line
	// regular is set where the heads of the thread at hand are alike, so that
	// little but words stands between them; recurs counts the posts a line
	// stands in.
	regular bool
	most    headKind
	recurs  map[string]int
	foot    map[string]bool
	// aside holds the lines of no post's own words: signatures, and remarks on
	// answers.
	aside map[int]bool
	// held is the name in the last line of copyright, once it was looked for.
	held *string
	// named are the names that lines of quotations and changes have.
	named map[string]bool
	// claimed are the names that the page may be of.
	claimed []claim
	// threadName is the title of the thread at hand.
	threadName string
}

func newReader(c *stemma.Capture, text block.Text) *reader {
	if len(text.S) > MaxBytes || binary(text.S) {
		return nil
	}
	ls := line.Unwrap(text.S, line.Split(text.S))
	if len(ls) == 0 {
		return nil
	}
	r := &reader{c: c, text: text, aside: map[int]bool{}}
	r.own, ls = ownAddress(ls)
	r.ls, r.page = ls, body.NewPage(ls)
	r.chance = r.page.Chances()
	r.role = make([]block.Role, len(ls))
	for i := range r.role {
		r.role[i] = block.Chrome
	}
	return r
}

// binary reports whether s is no text: whether a NUL stands among its first
// bytes, or many other control characters.
func binary(s string) bool {
	h := head(s, 8192)
	odd := 0
	for i := 0; i < len(h); i++ {
		switch b := h[i]; {
		case b == 0:
			return true
		case b < 9, b > 13 && b < 32 && b != 27:
			odd++
		}
	}
	return odd*20 > len(h) || strings.Count(h, "\uFFFD")*3*5 > len(h)
}

func (r *reader) read() {
	posts := r.thread()
	_, sure := r.counted(posts)
	switch {
	case len(posts) == 0, r.strewn(posts) && !r.comments(posts):
		if last := r.readPage(r.remarksFrom()); last >= 0 {
			if cs := r.commentsBelow(last); len(cs) > 0 {
				r.readThread(cs)
			}
		}
	case r.comments(posts):
		if r.readPage(min(posts[1].head.First, posts[1].lo)); r.told(posts[1:]) {
			r.readThread(posts[1:])
		}
	case r.headlined(posts):
		r.readPage(posts[1].head.First)
	default:
		if r.readThread(r.opened(posts)); r.thin() && !sure {
			r.again()
			r.readPage(len(r.ls))
		}
	}
}

// slice is line i with the capture bytes behind it, white space folded.
func (r *reader) slice(i int) block.Text { return r.sub(r.ls[i].Start, r.ls[i].End) }

// sub is bytes from i to j of the dump, white space folded.
func (r *reader) sub(i, j int) block.Text { return r.text.Slice(i, j).Fold() }

// rangeOf is the capture bytes behind bytes from i to j of the dump.
func (r *reader) rangeOf(i, j int) stemma.Range {
	if g, ok := r.text.Slice(i, j).Range(); ok {
		return g
	}
	return stemma.Range{}
}

// article begins an article at slot.
func (r *reader) article(kind, slot, rule string, sure float64) *stemma.Article {
	return &stemma.Article{
		Type: "article", ID: stemma.NewArticleID(r.c.ID, slot), Capture: r.c.ID, Page: r.c.Page, Kind: kind, Slot: slot,
		Derived: stemma.Derived{By: stemma.By{Stage: "extract", Version: "dump " + Version, Rule: rule}, Sure: sure, Since: 1},
	}
}

// candidate notes a reading of a field, with the bytes of the dump it stands on.
func (r *reader) candidate(a *stemma.Article, field, value, where string, from, to int, chosen bool, why string) {
	k := stemma.Candidate{Field: field, Value: value, Where: where, Chosen: chosen, Why: why}
	if to > from {
		k.Range = r.rangeOf(from, to)
	}
	a.Candidates = append(a.Candidates, k)
}
