package clip

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// labelledDocs are the articles of a text whose fields are labelled.
func labelledDocs(ls []line.Line) []Doc {
	t := tableOf(ls)
	if t == nil {
		return nil
	}
	at := t.cuts()
	if len(at) == 0 || !t.near(at[0]) {
		return nil
	}
	var out []Doc
	prose, lines := 0, 0
	for k, lo := range at {
		hi := len(ls)
		if k+1 < len(at) {
			hi = at[k+1]
		}
		d, from, to, ok := t.read(lo, hi, len(at) > 1)
		if !ok {
			continue
		}
		out = append(out, d)
		for i := from; i < to; i++ {
			if lines++; ls[i].Ends || ls[i].Words >= 12 {
				prose++
			}
		}
	}
	// texts written out, not the pages they stood on
	if len(out) > 1 && prose*4 >= lines*3 {
		for i := range out {
			out[i].Whole = true
		}
	}
	return out
}

// near reports whether the first article begins where one does below what a
// program prints above: a few lines and no paragraph.
func (t *table) near(i int) bool {
	for k := range i {
		if t.ls[k].Words > 30 {
			return false
		}
	}
	return i <= preamble
}

// read reads the article of lines lo to hi; one of several has fields below its
// text too. from and to are the lines of its text.
func (t *table) read(lo, hi int, several bool) (d Doc, from, to int, ok bool) {
	for lo < hi && (rule(t.ls[lo].S) || counted(&t.ls[lo]) > 0) {
		lo++
	}
	for hi > lo && rule(t.ls[hi-1].S) {
		hi--
	}
	head := lo // the first line with a label
	for head < hi && !t.sure(head) {
		head++
	}
	if head == hi || head-lo > 6 {
		return d, 0, 0, false
	}
	next, wanted := t.block(head)
	next = min(next, hi)
	t.fields(&d, head, next)
	from, to = next, hi
	for i := next; i < hi && several; i++ { // "Full text:" may stand lower
		if t.es[i].field == "body" && !wanted["body"] {
			t.fields(&d, i, i+1)
			wanted["body"] = true
			from = i + 1
		}
	}
	if several || wanted["body"] && to-t.foot(from, to) >= 3 {
		to = t.foot(from, to)
		t.fields(&d, to, hi)
	}
	for i := to; i < hi; i++ {
		if _, at := labelOf(t.ls[i].S); copyright.MatchString(t.ls[i].S[min(at, len(t.ls[i].S)):]) || t.es[i].key == "copyright" {
			d.Notices = append(d.Notices, span(&t.ls[i]))
		}
	}
	if d.Title.Len() == 0 && several && head > lo {
		d.Title = span(&t.ls[lo])
		d.Title.Start += len(t.ls[lo].S) - len(strings.TrimLeft(t.ls[lo].S, "#* ")) // "## Talks fail"
	}
	for i := lo; i < hi && from < to; i++ { // printed again above the text
		if l := &t.ls[i]; i != from && l.Start <= d.Title.Start && d.Title.End <= l.End && strings.EqualFold(t.ls[from].S, l.S[d.Title.Start-l.Start:d.Title.End-l.Start]) {
			from++
			break
		}
	}
	d.fill(t.ls, from, to)
	n := 0
	for _, s := range []stemma.Span{d.Title, d.Outlet, d.Publisher, d.Author, d.Published, d.URL, d.Section, d.Place} {
		if s.Len() > 0 {
			n++
		}
	}
	if wanted["body"] {
		n++
	}
	least := 2
	if !several && head > begin(t.ls) { // a page may print a label or two
		least = 4
	}
	return d, from, to, n >= least && (d.Title.Len() > 0 || d.URL.Len() > 0 || wanted["body"]) && len(d.Body) > 0
}

// fields keeps what lines from i to j are labelled with, where d lacks it.
func (t *table) fields(d *Doc, i, j int) {
	for ; i < j; i++ {
		if !t.sure(i) {
			continue
		}
		v := t.value(i)
		if v.Len() == 0 {
			continue
		}
		if t.es[i].field == "body" {
			d.Body = append(d.Body, v)
		} else if p := d.field(t.es[i].field); p != nil && p.Len() == 0 {
			*p = v
		}
	}
}

// foot is the first of the lines from i to j that are fields below a text: from
// there on lines are labelled, say whose rights they are, or go on a value.
func (t *table) foot(i, j int) int {
	foot := j
	loose := 0
	for k := j - 1; k >= i; k-- {
		s := t.ls[k].S
		switch {
		case t.sure(k) && t.es[k].field != "body", copyright.MatchString(s):
			foot, loose = k, 0
		case rule(s), t.es[k].field == "?" && t.ls[k].Words <= 12:
		default:
			if loose++; loose > 2 || t.ls[k].Ends && t.ls[k].Words > 12 {
				return foot
			}
		}
	}
	return foot
}
