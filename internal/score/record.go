package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// record is an export read back, the only thing the comparison sees: what is
// scored is what a user gets.
type record struct {
	articles  map[string]*stemma.Article
	entities  map[string]*stemma.Entity
	quotes    []*stemma.Quote
	sayings   map[string]*stemma.Saying
	tellings  map[string]*stemma.Telling
	events    []*stemma.Event
	figures   []*stemma.Figure
	families  []*stemma.Family
	standings map[string]*stemma.Standing // of the whole, by item
}

// readRecord reads JSON lines as export writes them.
func readRecord(r io.Reader) (*record, error) {
	rec := &record{
		articles: map[string]*stemma.Article{}, entities: map[string]*stemma.Entity{}, sayings: map[string]*stemma.Saying{},
		tellings: map[string]*stemma.Telling{}, standings: map[string]*stemma.Standing{},
	}
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if err := rec.add(line); err != nil {
				return nil, fmt.Errorf("read line %d: %w", n, err)
			}
		}
		if err == io.EOF {
			return rec, nil
		} else if err != nil {
			return nil, err
		}
	}
}

func (rec *record) add(line []byte) error {
	var head struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return err
	}
	switch head.Type {
	case "article":
		return into(line, func(a *stemma.Article) { rec.articles[a.ID] = a })
	case "entity":
		return into(line, func(e *stemma.Entity) { rec.entities[e.ID] = e })
	case "quote":
		return into(line, func(q *stemma.Quote) { rec.quotes = append(rec.quotes, q) })
	case "saying":
		return into(line, func(s *stemma.Saying) { rec.sayings[s.ID] = s })
	case "telling":
		return into(line, func(t *stemma.Telling) { rec.tellings[t.ID] = t })
	case "event":
		return into(line, func(e *stemma.Event) { rec.events = append(rec.events, e) })
	case "figure":
		return into(line, func(f *stemma.Figure) { rec.figures = append(rec.figures, f) })
	case "family":
		return into(line, func(f *stemma.Family) { rec.families = append(rec.families, f) })
	case "standing":
		return into(line, func(s *stemma.Standing) {
			if s.Part == nil {
				rec.standings[s.Of] = s
			}
		})
	}
	return nil
}

func into[T any](line []byte, keep func(*T)) error {
	v := new(T)
	if err := json.Unmarshal(line, v); err != nil {
		return err
	}
	keep(v)
	return nil
}

// names returns every name of an entity or, where it is none, the words given.
func (rec *record) names(id stemma.Ref, words ...string) []string {
	if e := rec.entities[string(id)]; e != nil {
		return append(append([]string{e.Name}, e.Also...), words...)
	}
	return words
}

// plain folds what two careful readers may write differently: white space,
// case, quotation marks and the punctuation around words.
func plain(s string) string {
	s = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"").Replace(s)
	s = strings.Join(strings.Fields(s), " ")
	return strings.Trim(strings.ToLower(s), " .,;:\"'")
}

// sameName reports whether one of names is want, or is want with words around
// it: "Russia's RIA news agency" is RIA, "the Kremlin" is Kremlin.
func sameName(names []string, want string) bool {
	o, known := outlet.Lookup(want)
	w := " " + strings.TrimPrefix(plain(want), "the ") + " "
	for _, n := range names {
		if x, ok := outlet.Lookup(n); known && ok && x.Slug == o.Slug {
			return true
		}
		p := " " + strings.TrimPrefix(plain(n), "the ") + " "
		if p == w || len(p) > 2 && strings.Contains(possessive(p), possessive(w)) {
			return true
		}
	}
	return false
}

func possessive(s string) string { return strings.ReplaceAll(s, "'s ", " ") }
