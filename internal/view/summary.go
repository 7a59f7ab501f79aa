package view

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// Most stories a summary tells in full, most of a record so small that all are
// told, and most it lists by title.
const (
	mostStories  = 3
	smallRecord  = 5
	mostTitles   = 20
	mostShownOne = 6 // lines of a kind of a story one page alone tells
)

// Summary prints what a record holds, as read prints it at its end: each of
// the greatest stories with what happened, how many and who said what through
// whom; the other stories by title; and what was not done. width is in
// columns, 0 for the usual.
func Summary(ctx context.Context, w io.Writer, rec Record, width int) error {
	p := newPrinter(width)
	r := Of(rec)
	stories, err := r.Stories(ctx)
	if err != nil {
		return err
	}
	for i, s := range stories {
		if len(stories) > smallRecord && (i == mostStories || i > 0 && s.Articles < 2) {
			p.otherStories(stories[i:], stories[:i])
			break
		}
		v, err := Of(rec).Story(ctx, s.ID, 0)
		if err != nil {
			return err
		}
		most := mostShown
		if s.Articles == 1 {
			most = mostShownOne
		}
		p.story(v, most)
	}
	if err := p.notDone(ctx, r); err != nil {
		return err
	}
	return p.to(w)
}

// otherStories lists stories by title but those of the storylines of told, whose
// summary holds them.
func (p *printer) otherStories(all, told []StoryLine) {
	all = slices.DeleteFunc(slices.Clone(all), func(s StoryLine) bool {
		return s.line != "" && slices.ContainsFunc(told, func(t StoryLine) bool { return t.line == s.line })
	})
	if len(all) > 0 {
		p.head("OTHER STORIES")
		p.storyLines(all, 2, mostTitles)
	}
}

func (p *printer) storyLines(all []StoryLine, indent, most int) {
	for i, s := range all {
		if most > 0 && i == most {
			p.in(indent, more(len(all)-i, "story"))
			return
		}
		p.row(indent, 14, count(s.Articles, "article"), s.Name()+", "+When(s.From))
	}
}

// notDone says what the record holds and what was not read or not analysed.
func (p *printer) notDone(ctx context.Context, r *Reader) error {
	n, err := r.rec.Count(ctx)
	if err != nil {
		return err
	}
	skips, err := r.Skips(ctx)
	if err != nil {
		return err
	}
	other, err := r.notAnalysed(ctx)
	if err != nil {
		return err
	}
	p.head("IN ALL")
	p.in(2, fmt.Sprintf("%s, %s, %s; %s, %s, %s, %s, %s", count(n["capture"], "page"), count(n["article"], "article"), count(n["family"], "text"),
		count(n["quote"], "quote"), count(n["saying"], "saying"), count(n["event"], "event"), count(n["figure"], "figure"), count(n["entity"], "name")))
	if other > 0 {
		p.in(2, count(other, "article")+" not analysed: not English. Their words are read and compared; what they say and tell is not known.")
	}
	for _, s := range skips {
		pages := s.Pages
		more := ""
		if len(pages) > 5 {
			pages, more = pages[:5], fmt.Sprintf(" and %d more", len(s.Pages)-5)
		}
		p.in(2, fmt.Sprintf("%s not read (%s): %s: %s%s", count(len(s.Pages), "page"), s.Stage, s.Why, strings.Join(pages, ", "), more))
	}
	if other == 0 && len(skips) == 0 {
		p.in(2, "Nothing was skipped.")
	}
	return nil
}

// notAnalysed counts the articles of languages that are not analysed.
func (r *Reader) notAnalysed(ctx context.Context) (int, error) {
	n := 0
	err := each(ctx, r.rec, "article", func(_ string, a *struct{ Lang string }) error {
		if !Analysed(a.Lang) {
			n++
		}
		return nil
	})
	return n, err
}

// standing sets a ladder with its reasons.
func (p *printer) standing(s *stemma.Standing, indent int) {
	l := ladderOf(s)
	p.in(indent, l.Counts())
	if len(s.PublisherIDs) > 0 {
		p.in(indent+2, "publishers: "+strings.Join(s.PublisherIDs, ", "))
	}
	p.in(indent, l.Named())
	for _, src := range s.Sources {
		p.in(indent+2, src.Name+" ("+strings.Join(append([]string{src.Kind}, src.Facts...), ", ")+")")
		for _, w := range src.Why {
			p.in(indent+4, w)
		}
	}
	if len(s.FirstHand) > 0 {
		p.in(indent, "told first-hand by "+strings.Join(s.FirstHand, ", "))
	}
	for _, pr := range s.Pairs {
		p.in(indent, fmt.Sprintf("%s and %s: %s: %s", pr.A, pr.B, relation(pr.Relation), strings.Join(pr.Why, "; ")))
	}
	if s.Read > 0 {
		words := fmt.Sprintf("of %s read", count(s.Read, "article"))
		if s.NotAnalysed > 0 {
			words += fmt.Sprintf(", %d not analysed", s.NotAnalysed)
		}
		p.in(indent, words)
	}
}

func relation(r string) string {
	switch r {
	case "independent":
		return "shown independent"
	case "dependent":
		return "shown dependent"
	}
	return "not shown to be independent"
}
