package view

import (
	"context"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Carried is one quote at one place.
type Carried struct {
	Quote   stemma.Quote
	Article Brief
	// Tellers are the names of the hops of the quote's chain, in step with it:
	// those of their entities where they are known ("Ana Ruiz" for "she").
	Tellers []string
}

// Said is a quote as a reader would set it: what was said word for word in marks, which
// close and open again where the page's own words part two sentences of it:
//
//	“No ferry leaves this harbour,” “Not today.”
func (c Carried) Said() string {
	q := &c.Quote
	if q.Kind != stemma.Direct {
		return quoted(q.Text, q.Kind)
	}
	var b strings.Builder
	for at, i := 0, 0; i < len(q.Spans); i++ {
		end := min(at+q.Spans[i].Len(), len(q.Text)) // pieces are parted by a space: stemma.Exact
		piece := strings.Trim(clean(q.Text[at:end]), `"“”`)
		at = min(end+1, len(q.Text))
		if first, _ := utf8.DecodeRuneInString(piece); b.Len() > 0 && unicode.IsUpper(first) && strings.HasSuffix(b.String(), ",") {
			b.WriteString("” “")
		} else if b.Len() > 0 {
			b.WriteString(" ")
		}
		b.WriteString(piece)
	}
	return "“" + strings.TrimRight(b.String(), ", ") + "”"
}

// tellers names the hops of a chain.
func (r *Reader) tellers(ctx context.Context, chain []stemma.Hop) ([]string, error) {
	var out []string
	for _, h := range chain {
		name := h.Who
		if h.Entity != "" {
			e, err := r.entity(ctx, string(h.Entity))
			if err != nil {
				return nil, err
			}
			if e.Type != "" { // in the record
				name = e.Name
			}
		}
		out = append(out, name)
	}
	return out, nil
}

// Quotes returns what is said in one article, in the order of its words.
func (r *Reader) Quotes(ctx context.Context, article string) ([]Carried, error) {
	qs, err := about[stemma.Quote](ctx, r.rec, "quote", article)
	if err != nil {
		return nil, err
	}
	b, err := r.brief(ctx, article)
	if err != nil {
		return nil, err
	}
	var out []Carried
	for _, q := range qs {
		if q.Article != article {
			continue
		}
		names, err := r.tellers(ctx, q.Chain)
		if err != nil {
			return nil, err
		}
		out = append(out, Carried{q, b, names})
	}
	sort.SliceStable(out, func(i, j int) bool { return start(out[i].Quote.Spans) < start(out[j].Quote.Spans) })
	return out, nil
}

func start(spans []stemma.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}
