package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// leadWords are class words of the element of a standfirst. Those of weakLeads
// name much else: they count above the line that says who wrote or when.
var (
	leadWords = set(`standfirst subhead subheadline sub-headline subhed subheading sub-heading sub-head subtitle sub-title strapline dek deck lead lede lead-text
		vorspann chapo chapeau entradilla bajada copete sottotitolo occhiello sommario ingress manchet sapo`)
	weakLeads = set("summary intro excerpt teaser")
)

const (
	belowTitle  = 16  // blocks below the headline in which a standfirst stands
	longestLead = 700 // bytes of a standfirst
)

// standfirst reads the lead between the headline and the text: what its class
// calls so, sentences above the line that says who wrote or when, and points under
// a heading of such. Where the model has it in the body it stays there, too: of
// marked pages half have it in their text.
func (r *reader) standfirst(a *stemma.Article) {
	if r.title < 0 {
		return
	}
	top := min(r.title+belowTitle, len(r.blocks))
	for i, seen := r.title+1, 0; i < top; i++ {
		t := strings.Trim(string(r.of(&r.blocks[i])), block.Space)
		if t == "" || r.metaLine(a, i) {
			continue
		}
		seen++
		first, last := i, r.points(i, t)
		switch {
		case last > i:
			first, top = i+1, last
		case !r.isLead(a, i, t, seen):
			if len(t) >= 100 && slices.Contains(r.body, i) {
				return
			}
			continue
		}
		for ; first <= last; first++ {
			t := r.text(first).Trim()
			if len(a.Standfirst)+len(t.S) > longestLead {
				return
			}
			a.Standfirst = strings.TrimSpace(a.Standfirst + " " + t.S)
			c := stemma.Candidate{Field: "standfirst", Value: t.S, Where: "line", Chosen: true, Why: "between the headline and the text"}
			if at, ok := t.Range(); ok {
				c.Range = at
			}
			a.Candidates = append(a.Candidates, c)
		}
	}
}

// isLead reports whether block i, the n-th with words below the headline, is of
// a standfirst.
func (r *reader) isLead(a *stemma.Article, i int, t string, n int) bool {
	b := &r.blocks[i]
	words := len(strings.Fields(t))
	if words < 4 || int(b.linked)*2 > b.text.len() || r.within(b.node, tagFigure, tagButton, tagForm, tagTable, tagNav) || r.captionClass(b.node) ||
		dump.Notice(t) || dump.Related(t) || dump.Above(t) || strings.EqualFold(t, a.Title) {
		return false
	}
	if _, credit := dump.PhotoCredit(t); credit != "" {
		return false
	}
	if _, _, _, _, ok := dump.Dateline(t); ok {
		return false
	}
	strong, weak := false, false
	for e, d := b.node, 0; e >= 0 && d < 4 && r.nodes[e].blocks.len() <= 3; d, e = d+1, r.nodes[e].parent {
		for _, k := range []key{keyClass, keyID, keyItemprop, keyTestID} {
			if v, _ := r.attr(e, k); len(v) < 200 {
				eachClassWord(v, func(w string) { strong, weak = strong || leadWords[w], weak || weakLeads[w] })
			}
		}
	}
	if strong {
		return true
	}
	return (weak || n <= 2 && words >= 6 && asProse(t)) && !namesOne(a.Bylines, t) && r.aboveMeta(a, i)
}

// asProse reports whether a line reads as a sentence rather than as a headline.
func asProse(t string) bool {
	small, words := 0, strings.Fields(t)
	for _, w := range words {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) {
			small++
		}
	}
	return small*2 >= len(words)
}

// namesOne reports whether a line names one of the writers, as what tells of them
// does.
func namesOne(names []string, t string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(strings.ToLower(t), strings.ToLower(n)) })
}

// aboveMeta reports whether a line that says who wrote or when stands below block
// i, above the next paragraph of the body.
func (r *reader) aboveMeta(a *stemma.Article, i int) bool {
	for j := i + 1; j < min(len(r.blocks), i+14); j++ {
		if r.metaLine(a, j) {
			return true
		}
		if r.blocks[j].text.len() >= 100 && slices.Contains(r.body, j) {
			return false
		}
	}
	return false
}

// metaLine reports whether block i says who wrote, or when, and little more.
func (r *reader) metaLine(a *stemma.Article, i int) bool {
	t := strings.Trim(string(r.of(&r.blocks[i])), block.Space)
	if len(t) < 3 || len(t) > 160 {
		return false
	}
	for _, b := range a.Bylines {
		if len(t) < len(b)+60 && namesOne([]string{b}, t) {
			return true
		}
	}
	for _, st := range when.Find(t) {
		if (st.Whole() || st.Ago) && len(t)-(st.End-st.Start) < 50 {
			return true
		}
	}
	return dump.HeadLine(t)
}

// points is the last block of the list of points that block i heads: "Key points".
func (r *reader) points(i int, t string) int {
	last, list := i, int32(-1)
	if !dump.SummaryHead(t) {
		return last
	}
	for j := i + 1; j < min(len(r.blocks), i+9); j++ {
		e := r.blocks[j].node
		for e >= 0 && r.nodes[e].tag != tagLI {
			e = r.nodes[e].parent
		}
		if e < 0 || list >= 0 && r.nodes[e].parent != list {
			break
		}
		last, list = j, r.nodes[e].parent
	}
	return last
}
