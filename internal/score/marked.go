package score

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/event/mention"
	"github.com/stemma-news/stemma/internal/lang"
)

// Marked is an article in which readers marked every mention of an event in
// the ranges that are complete.
type Marked struct {
	Set      string // tbaq, ecb or meantime
	Name     string
	Odd      bool
	Group    int // articles of one group tell of one thing: learn from all or none
	Text     string
	Complete []stemma.Span
	Marks    []stemma.Span // what readers marked, a word or several
}

// ReadMarked reads the articles of TBAQ, ECB+ and MEANTIME.
func ReadMarked(data string) ([]Marked, error) {
	var out []Marked
	docs, err := ReadTimeML(filepath.Join(data, "times", "TBAQ-cleaned"))
	if err != nil {
		return nil, err
	}
	for i, d := range docs {
		out = append(out, Marked{"tbaq", d.Name, i%2 == 1, i / 2, d.Text, []stemma.Span{{End: len(d.Text)}}, d.Events})
	}
	ms, err := ReadMeantime(filepath.Join(data, "events", "meantime", "intra_cross-doc_annotation"))
	if err != nil {
		return nil, err
	}
	for i, m := range ms {
		x := Marked{Set: "meantime", Name: m.Name, Odd: i%2 == 1, Group: i / 2, Text: m.Text, Complete: []stemma.Span{{End: m.Until}}}
		for _, e := range m.Events {
			x.Marks = append(x.Marks, e.Span)
		}
		out = append(out, x)
	}
	js, err := ReadJoined(filepath.Join(data, "stories", "ecbplus"))
	if err != nil {
		return nil, err
	}
	topics := map[string]int{}
	for _, j := range js {
		if _, ok := topics[j.Topic]; !ok {
			topics[j.Topic] = len(topics)
		}
		x := Marked{Set: "ecb", Name: j.Page, Odd: j.Odd, Group: topics[j.Topic] / 2, Text: j.Text, Complete: j.Annotated}
		for _, m := range j.Mentions {
			x.Marks = append(x.Marks, m.Span)
		}
		out = append(out, x)
	}
	return out, nil
}

// complete reports whether a word stands where all mentions are marked.
func (m *Marked) complete(w stemma.Span) bool {
	for _, c := range m.Complete {
		if c.Holds(w) {
			return true
		}
	}
	return false
}

// Heads are the words that the marks of the article are of: of several words
// marked as one, that which none of the others governs. It is nil for words
// that stand where not all is marked. Lost is how many marks have no such word.
func (m *Marked) Heads(d *lang.Document) (heads map[stemma.Span]bool, lost int) {
	heads = map[stemma.Span]bool{}
	for _, mark := range m.Marks {
		if !m.complete(mark) {
			continue
		}
		if h, ok := headOf(d, mark); ok && !heads[h] {
			heads[h] = true
		} else {
			lost++
		}
	}
	return heads, lost
}

// Words calls f with each word of the complete ranges.
func (m *Marked) Words(d *lang.Document, f func(s *lang.Sentence, i int)) {
	for k := range d.Sentences {
		s := &d.Sentences[k]
		for i := range s.Words {
			if m.complete(s.Words[i].Span) {
				f(s, i)
			}
		}
	}
}

// headOf is the word within a range whose head stands outside of it.
func headOf(d *lang.Document, r stemma.Span) (stemma.Span, bool) {
	for k := range d.Sentences {
		s := &d.Sentences[k]
		if s.End <= r.Start || s.Start >= r.End {
			continue
		}
		for _, w := range s.Words {
			if w.Overlaps(r) && w.Rel != "punct" && (w.Head < 0 || !s.Words[w.Head].Overlaps(r)) {
				return w.Span, true
			}
		}
	}
	return stemma.Span{}, false
}

// MentionCard is the scorecard of event mentions: a word found is right where it
// is the head of one that readers marked. Words that only a telling makes a
// mention are not counted.
func MentionCard(ms []Marked) string {
	type counts struct{ texts, marked, found, right int }
	rows := map[string]*counts{}
	for i := range ms {
		m := &ms[i]
		row := m.Set + " even, learned from"
		if m.Odd {
			row = m.Set + " odd, reported"
		}
		c := rows[row]
		if c == nil {
			c = &counts{}
			rows[row] = c
		}
		d := lang.Analyse(m.Text, nil)
		heads, lost := m.Heads(d)
		c.texts++
		c.marked += len(heads) + lost
		for _, x := range mention.Find(&stemma.Article{Text: m.Text}, d, nil, nil).Mentions {
			if m.complete(x.Span) {
				c.found++
				if heads[x.Span] {
					c.right++
				}
			}
		}
	}
	var b strings.Builder
	b.WriteString("Event mentions of every kind, percent: words found that are the head of one readers marked, where they marked all (MEANTIME: sentences 0 to 5; ECB+: the sentences annotated). One model and one threshold for all.\n")
	fmt.Fprintf(&b, "%-28s %6s %7s %6s %10s %7s %5s\n", "set", "texts", "marked", "found", "precision", "recall", "F1")
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		c := rows[row]
		p, r := 100*float64(c.right)/float64(max(1, c.found)), 100*float64(c.right)/float64(max(1, c.marked))
		fmt.Fprintf(&b, "%-28s %6d %7d %6d %10.1f %7.1f %5.1f\n", row, c.texts, c.marked, c.found, p, r, 2*p*r/max(1, p+r))
	}
	return b.String()
}
