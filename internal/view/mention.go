package view

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// Mention is one event mention with the words of the page.
type Mention struct {
	stemma.EventMention
	Word, WhoWords, WhomWords, WhenWords string
}

// Mentions calls f with the event mentions of each article; where words are given,
// with those whose lemma is one of them and with which all the others stand, in
// who or whom. It stops after limit mentions, 0 for none.
func (r *Reader) Mentions(ctx context.Context, words string, limit int, f func(b Brief, ms []Mention) error) error {
	ask := strings.Fields(strings.ToLower(words))
	n := 0
	err := r.rec.Mentions(ctx, ask, func(in *stemma.EventMentions) error {
		if len(ask) > 0 {
			in.Mentions = slices.DeleteFunc(in.Mentions, func(m stemma.EventMention) bool { return !slices.Contains(ask, strings.ToLower(m.Lemma)) })
		}
		if len(in.Mentions) == 0 {
			return nil // before the article is read
		}
		a, err := r.article(ctx, in.Article)
		if err != nil {
			return err
		}
		var ms []Mention
		for _, m := range in.Mentions {
			v := Mention{m, wordsAt(a, &m.Span), wordsAt(a, m.Who), wordsAt(a, m.Whom), wordsAt(a, m.When)}
			if v.has(ask) && (limit == 0 || n < limit) {
				ms = append(ms, v)
				n++
			}
		}
		if len(ms) == 0 {
			return nil
		}
		b, err := r.brief(ctx, a.ID)
		if err != nil {
			return err
		}
		if err := f(b, ms); err != nil || limit > 0 && n >= limit {
			return errors.Join(err, errStop)
		}
		return nil
	})
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}

// has reports whether all words stand with a mention.
func (m *Mention) has(ask []string) bool {
	with := strings.Fields(strings.ToLower(m.Lemma + " " + m.WhoWords + " " + m.WhomWords))
	return !slices.ContainsFunc(ask, func(w string) bool { return !slices.Contains(with, w) })
}

// wordsAt are the words of a span, "" for one that does not lie in the text:
// lines may come from a file of anybody's making.
func wordsAt(a *stemma.Article, s *stemma.Span) string {
	if s == nil || s.Start < 0 || s.Start > s.End || s.End > len(a.Text) {
		return ""
	}
	return a.Text[s.Start:s.End]
}

// textMentions sets each mention under its article:
//
//	Ruiz · seized · the ferry   past, Friday
func textMentions(ctx context.Context, p *printer, r *Reader) error {
	return p.mentions(ctx, r, "", 0)
}

// ShowMentions prints the event mentions of words, at most limit.
func ShowMentions(ctx context.Context, w io.Writer, rec Record, words string, limit, width int) error {
	p := newPrinter(width)
	if err := p.mentions(ctx, Of(rec), words, limit); err != nil {
		return err
	}
	return p.to(w)
}

func (p *printer) mentions(ctx context.Context, r *Reader, words string, limit int) error {
	return r.Mentions(ctx, words, limit, func(b Brief, ms []Mention) error {
		p.head(b.Heading())
		for _, m := range ms {
			var sides, how []string
			for _, w := range []string{m.WhoWords, m.Word, m.WhomWords} {
				if w != "" {
					sides = append(sides, w)
				}
			}
			not := ""
			if m.Polarity == "negative" {
				not = "not"
			}
			for _, w := range []string{m.Tense, m.Modality, not, m.WhenWords} {
				if w != "" {
					how = append(how, w)
				}
			}
			line := strings.Join(sides, " · ")
			if len(how) > 0 {
				line += " (" + strings.Join(how, ", ") + ")"
			}
			p.in(2, line)
		}
		return nil
	})
}
