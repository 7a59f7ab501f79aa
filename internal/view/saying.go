package view

import (
	"context"
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Saying is one utterance with everybody who carries it.
type Saying struct {
	// ID is empty for a quote that no saying holds.
	ID        string
	Speaker   string // name
	SpeakerID string
	Addressee string
	Date      *stemma.Date
	// Text is the fullest wording, as one quote has it.
	Text string
	// Direct says that at least one page quotes it in quotation marks.
	Direct   bool
	Parts    []Part
	Wordings []Wording
	Standing Standing
}

// Part is about a sentence of a saying.
type Part struct {
	Text string
	// Cells are how each of the saying's wordings carries this part, in step
	// with Wordings; one that does not has no words.
	Cells    []Cell
	Standing *stemma.Standing
}

// Cell is one wording of one part, its words marked where they differ.
type Cell struct {
	Same  string // verbatim, trimmed, translation, paraphrase; "" if not carried
	Words []Word
}

// Wording is one way of words and the quotes that have it, letter for letter
// but for case and punctuation.
type Wording struct {
	Text    string
	Kind    string // direct, indirect or mixed
	Carried []Carried
}

// Saying returns the saying of an id, or that of the quote of an id.
func (r *Reader) Saying(ctx context.Context, id string) (*Saying, error) {
	s, err := get[stemma.Saying](ctx, r.rec, "saying", id)
	if errors.Is(err, ErrNotFound) {
		q, qerr := get[stemma.Quote](ctx, r.rec, "quote", id)
		if qerr != nil {
			return nil, err
		}
		return r.sayingOf(ctx, q)
	}
	if err != nil {
		return nil, err
	}
	return r.saying(ctx, s)
}

// sayingOf returns the saying of a quote; one that no saying holds stands for
// itself.
func (r *Reader) sayingOf(ctx context.Context, q *stemma.Quote) (*Saying, error) {
	if q.Saying != "" {
		s, err := get[stemma.Saying](ctx, r.rec, "saying", string(q.Saying))
		if err != nil {
			return nil, err
		}
		return r.saying(ctx, s)
	}
	lone := &stemma.Saying{Speaker: q.Speaker, Name: q.SpeakerText, Date: q.Date,
		Parts: []stemma.SayingPart{{Text: q.Text, Quotes: []stemma.Wording{{Quote: q.ID, Same: "verbatim"}}}}}
	return r.saying(ctx, lone)
}

func (r *Reader) saying(ctx context.Context, s *stemma.Saying) (*Saying, error) {
	out := &Saying{ID: s.ID, Speaker: s.Name, SpeakerID: string(s.Speaker), Date: s.Date}
	if out.Speaker == "" && out.SpeakerID != "" {
		name, err := r.name(ctx, out.SpeakerID)
		if err != nil {
			return nil, err
		}
		out.Speaker = name
	}
	if w := strings.ToLower(out.Speaker); out.SpeakerID == "" && (w == "it" || w == "he" || w == "she" || w == "they") {
		out.Speaker = "“" + out.Speaker + "”, not known who"
	}
	quotes, err := r.quotesOf(ctx, s)
	if err != nil {
		return nil, err
	}
	for _, c := range quotes {
		out.take(c)
		if out.Addressee == "" {
			if out.Addressee, err = r.addressee(ctx, &c.Quote); err != nil {
				return nil, err
			}
		}
	}
	slices.SortStableFunc(out.Wordings, func(a, b Wording) int {
		if c := kindRank(a.Kind) - kindRank(b.Kind); c != 0 {
			return c
		}
		if c := len(b.Carried) - len(a.Carried); c != 0 {
			return c
		}
		return len(b.Text) - len(a.Text)
	})
	out.Text = fullest(out.Wordings)
	if s.ID != "" {
		if out.Standing, err = r.Standing(ctx, s.ID); err != nil {
			return nil, err
		}
	}
	out.fillParts(s)
	return out, nil
}

// take adds a quote to the wording it has.
func (s *Saying) take(c Carried) {
	s.Direct = s.Direct || c.Quote.Kind != stemma.Indirect
	key := plain(c.Quote.Text)
	for i := range s.Wordings {
		if s.Wordings[i].Kind == c.Quote.Kind && plain(s.Wordings[i].Text) == key {
			s.Wordings[i].Carried = append(s.Wordings[i].Carried, c)
			return
		}
	}
	s.Wordings = append(s.Wordings, Wording{Text: c.Quote.Text, Kind: c.Quote.Kind, Carried: []Carried{c}})
}

// quotesOf returns the quotes of a saying by date and name of their articles.
func (r *Reader) quotesOf(ctx context.Context, s *stemma.Saying) ([]Carried, error) {
	var out []Carried
	seen := map[string]bool{}
	for _, p := range s.Parts {
		for _, w := range p.Quotes {
			if seen[w.Quote] {
				continue
			}
			seen[w.Quote] = true
			q, err := get[stemma.Quote](ctx, r.rec, "quote", w.Quote)
			if err != nil {
				return nil, err
			}
			b, err := r.brief(ctx, q.Article)
			if err != nil {
				return nil, err
			}
			names, err := r.tellers(ctx, q.Chain)
			if err != nil {
				return nil, err
			}
			out = append(out, Carried{*q, b, names})
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if c := before(a.Article.Published, b.Article.Published); c != 0 {
			return c < 0
		}
		if c := strings.Compare(a.Article.Name(), b.Article.Name()); c != 0 {
			return c < 0
		}
		return a.Quote.ID < b.Quote.ID
	})
	return out, nil
}

func (r *Reader) addressee(ctx context.Context, q *stemma.Quote) (string, error) {
	if q.Addressee != "" {
		return r.name(ctx, string(q.Addressee))
	}
	return q.AddresseeText, nil
}

// fillParts lays the wordings beside each part, differences marked against
// the part's own words.
func (s *Saying) fillParts(from *stemma.Saying) {
	for i, p := range from.Parts {
		part := Part{Text: p.Text, Cells: make([]Cell, len(s.Wordings))}
		for j := range s.Standing.Parts {
			if *s.Standing.Parts[j].Part == i {
				part.Standing = &s.Standing.Parts[j]
			}
		}
		for j, w := range s.Wordings {
			for _, q := range p.Quotes {
				if slices.ContainsFunc(w.Carried, func(c Carried) bool { return c.Quote.ID == q.Quote }) {
					part.Cells[j] = Cell{Same: q.Same, Words: Differ(p.Text, nearest(w.Text, p.Text))}
					break
				}
			}
		}
		s.Parts = append(s.Parts, part)
	}
}

func kindRank(kind string) int {
	switch kind {
	case stemma.Direct:
		return 0
	case stemma.Mixed:
		return 1
	}
	return 2
}

// fullest is the longest of the wordings of the best kind there is.
func fullest(ws []Wording) string {
	best := ""
	for _, w := range ws {
		if w.Kind == ws[0].Kind && len(w.Text) > len(best) {
			best = w.Text
		}
	}
	return best
}

// articles is the number of articles that carry the saying.
func (s *Saying) articles() int {
	n := 0
	for _, w := range s.Wordings {
		n += len(w.Carried)
	}
	return n
}

// order sorts sayings as a reader wants them: those quoted in marks first, of
// them those most pages carry, then by date.
func order(all []*Saying) {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.Direct != b.Direct {
			return a.Direct
		}
		if m, n := a.articles(), b.articles(); m != n {
			return m > n
		}
		if c := before(a.Date, b.Date); c != 0 {
			return c < 0
		}
		if a.ID != b.ID {
			return a.ID < b.ID
		}
		return a.Text < b.Text
	})
}
