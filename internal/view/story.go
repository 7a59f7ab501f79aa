package view

import (
	"context"
	"errors"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Most articles whose lines one answer holds. A story of more is shown in
// pages of this many, in order of date, and says so; its ladder counts all.
const perPage = 200

// Story is what the record knows of one happening: all of it, or where it has
// more than 200 articles (Total) what the 200 of them from Offset on say.
type Story struct {
	ID          string
	Title       string
	From, Until *stemma.Date
	Articles    []Brief // those shown, in order of date
	Total       int     // articles there are
	Offset      int     // of the first of Articles among all, in order of date
	// Ladder is that of the whole story, whatever is shown.
	Ladder
	voices
	Families []*Family
	Sayings  []*Saying
	Events   []*Event
	Ledgers  []Ledger
	// Line are the other stories of its storyline, in order of date: what is told
	// of the same matter before and after.
	Line []StoryLine
	// NotAnalysed are the articles of no language that is analysed: their
	// quotes, events and figures are not known.
	NotAnalysed []Brief
}

// StoryLine is what a list says of a story.
type StoryLine struct {
	ID          string
	Title       string
	From, Until *stemma.Date
	Articles    int
	first       string // words of an article, where no title is printed
	line        string
	// Line are the other stories of its storyline, in order of date, where a list
	// holds the greatest for all.
	Line []StoryLine
}

// Name is the story's title, or the first words of an article where its pages
// print none.
func (s StoryLine) Name() string {
	if s.Title == "" && s.first != "" {
		return s.first
	}
	return named(s.Title)
}

// Name is the story's title, that of its first article that has one, or the
// first words of an article.
func (s *Story) Name() string {
	if s.Title != "" || len(s.Articles) == 0 {
		return named(s.Title)
	}
	for _, a := range s.Articles {
		if a.Title != "" {
			return a.Title
		}
	}
	return s.Articles[0].Heading()
}

func named(title string) string {
	if title == "" {
		return "A story whose pages print no title"
	}
	return title
}

// Stories lists the stories, those of most articles first, and of equals the
// earliest first.
func (r *Reader) Stories(ctx context.Context) ([]StoryLine, error) {
	var out []StoryLine
	err := each(ctx, r.rec, "story", func(_ string, s *stemma.Story) error {
		l, err := r.storyLine(ctx, s)
		out = append(out, l)
		return err
	})
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].Articles != out[j].Articles {
			return out[i].Articles > out[j].Articles
		}
		if c := before(out[i].From, out[j].From); c != 0 {
			return c < 0
		}
		return out[i].ID < out[j].ID
	})
	return out, err
}

func (r *Reader) storyLine(ctx context.Context, s *stemma.Story) (StoryLine, error) {
	l := StoryLine{ID: s.ID, Title: s.Title, From: s.From, Until: s.Until, Articles: len(s.Articles), line: s.Storyline}
	if s.Title == "" && len(s.Articles) > 0 {
		b, err := r.brief(ctx, s.Articles[0])
		if err != nil {
			return l, err
		}
		l.first = b.Heading()
	}
	return l, nil
}

// Storylines are stories with those of one storyline put together, under the
// first of them.
func Storylines(all []StoryLine) []StoryLine {
	var out []StoryLine
	at := map[string]int{}
	for _, s := range all {
		if i, ok := at[s.line]; ok && s.line != "" {
			out[i].Line = append(out[i].Line, s)
			continue
		}
		at[s.line] = len(out)
		out = append(out, s)
	}
	for _, s := range out {
		inOrder(s.Line)
	}
	return out
}

func inOrder(l []StoryLine) {
	sort.SliceStable(l, func(i, j int) bool { return before(l[i].From, l[j].From) < 0 })
}

// Story returns the story of an id, or that of the article of an id, its
// articles from offset on.
func (r *Reader) Story(ctx context.Context, id string, offset int) (*Story, error) {
	s, err := get[stemma.Story](ctx, r.rec, "story", id)
	if err != nil {
		of, aerr := about[stemma.Story](ctx, r.rec, "story", id)
		if aerr != nil || len(of) == 0 {
			return nil, err
		}
		s = &of[0]
	}
	out := &Story{ID: s.ID, Title: s.Title, From: s.From, Until: s.Until, Total: len(s.Articles)}
	all, err := r.briefsOf(ctx, s.Articles)
	if err != nil {
		return nil, err
	}
	byDate(all)
	out.Articles = all
	if len(all) > perPage {
		out.Offset = max(0, min(offset, len(all)-1))
		out.Articles = all[out.Offset:min(out.Offset+perPage, len(all))]
	}
	if err := r.restOfLine(ctx, s, out); err != nil {
		return nil, err
	}
	if err := r.storyFamilies(ctx, out); err != nil {
		return nil, err
	}
	if err := r.storyLines(ctx, out); err != nil {
		return nil, err
	}
	return out, r.climb(ctx, out, all)
}

// restOfLine finds the other stories of a storyline: those that name its id, and
// the one that has it.
func (r *Reader) restOfLine(ctx context.Context, s *stemma.Story, out *Story) error {
	if s.Storyline == "" { // a record of an older program
		return nil
	}
	line, err := about[stemma.Story](ctx, r.rec, "story", s.Storyline)
	if err != nil {
		return err
	}
	if s.Storyline != s.ID {
		head, err := get[stemma.Story](ctx, r.rec, "story", s.Storyline)
		if err == nil {
			line = append(line, *head)
		} else if !errors.Is(err, ErrNotFound) {
			return err
		}
	}
	for i := range line {
		if line[i].ID == s.ID || line[i].Storyline != s.Storyline {
			continue
		}
		l, err := r.storyLine(ctx, &line[i])
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(out.Line, func(x StoryLine) bool { return x.ID == l.ID }) {
			out.Line = append(out.Line, l)
		}
	}
	inOrder(out.Line)
	return nil
}

func (r *Reader) storyFamilies(ctx context.Context, s *Story) error {
	seen := map[string]bool{}
	for _, a := range s.Articles {
		fs, err := r.familiesOf(ctx, a.ID)
		if err != nil {
			return err
		}
		for i := range fs {
			if seen[fs[i].ID] {
				continue
			}
			seen[fs[i].ID] = true
			f, err := r.family(ctx, &fs[i])
			if err != nil {
				return err
			}
			s.Families = append(s.Families, f)
		}
	}
	sort.SliceStable(s.Families, func(i, j int) bool {
		a, b := s.Families[i], s.Families[j]
		if len(a.Members) != len(b.Members) {
			return len(a.Members) > len(b.Members)
		}
		return before(a.Members[0].Published, b.Members[0].Published) < 0
	})
	return nil
}

// storyLines fills in what the articles shown say.
func (r *Reader) storyLines(ctx context.Context, s *Story) error {
	sayings, events := map[string]bool{}, map[string]bool{}
	var figures []stemma.Figure
	for _, a := range s.Articles {
		if !Analysed(a.Lang) {
			s.NotAnalysed = append(s.NotAnalysed, a)
		}
		quotes, err := r.Quotes(ctx, a.ID)
		if err != nil {
			return err
		}
		for _, q := range quotes {
			if sayings[string(q.Quote.Saying)] && q.Quote.Saying != "" {
				continue
			}
			sayings[string(q.Quote.Saying)] = true
			v, err := r.sayingOf(ctx, &q.Quote)
			if err != nil {
				return err
			}
			s.Sayings = append(s.Sayings, v)
		}
		tellings, err := about[stemma.Telling](ctx, r.rec, "telling", a.ID)
		if err != nil {
			return err
		}
		for _, t := range tellings {
			if t.Event == "" || events[string(t.Event)] {
				continue
			}
			events[string(t.Event)] = true
			e, err := r.Event(ctx, string(t.Event))
			if err != nil {
				return err
			}
			s.Events = append(s.Events, e)
		}
		fs, err := about[stemma.Figure](ctx, r.rec, "figure", a.ID)
		if err != nil {
			return err
		}
		figures = append(figures, fs...)
	}
	order(s.Sayings)
	eventOrder(s.Events)
	var err error
	s.Ledgers, err = r.ledgers(ctx, figures)
	return err
}

// Analysed reports whether articles of a language are analysed for what they
// say: English is, and an article whose language is not known is taken for it.
func Analysed(lang string) bool {
	l, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return l == "" || l == "en"
}
