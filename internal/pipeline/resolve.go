package pipeline

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"slices"
	"sort"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/figure"
	"github.com/stemma-news/stemma/internal/origin"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/reuse"
	"github.com/stemma-news/stemma/internal/story"
)

// Input is all that resolving depends on. Articles and facts are taken over
// and changed.
type Input struct {
	Captures    []stemma.Capture
	Articles    []stemma.Article
	Facts       map[string]stemma.Facts // by article id
	Mentions    []stemma.EventMentions  // only passed on
	Skips       []stemma.Skip
	Corrections []stemma.Correction // all, oldest first
	InForce     []stemma.Correction
}

// Result is one generation: all that was resolved, each list in order of its
// ids.
type Result struct {
	Captures    []stemma.Capture
	Articles    []stemma.Article
	Quotes      []stemma.Quote
	Tellings    []stemma.Telling
	Figures     []stemma.Figure
	Entities    []stemma.Entity
	Sayings     []stemma.Saying
	Events      []stemma.Event
	Copies      []stemma.Copy
	Families    []stemma.Family
	Stories     []stemma.Story
	Standings   []stemma.Standing
	Mentions    []stemma.EventMentions // of no generation: see store
	Corrections []stemma.Correction
	Skips       []stemma.Skip
}

// resolver holds a generation while it is made.
type resolver struct {
	*Result
	sc       *stemma.Scene
	mentions map[string][]stemma.Mention
}

// Resolve holds pages against pages. Its steps stand in the order in which
// each needs what the ones before filled in. A step that fails leaves its
// lines out and says so in a skip.
func Resolve(in Input) *Result {
	r := begin(in)
	sc := r.sc
	r.step("reuse", func() { sc.Copies = reuse.Compare(sc.Articles, quoted(r.Quotes, sc.ByID)) })
	r.step("story", func() { sc.Stories = story.Group(sc) })
	r.step("date", func() { date.Settle(sc) })
	r.step("reuse", func() { sc.Families = reuse.Families(sc) })
	r.step("entity", func() { r.Entities = entity.Join(sc, r.mentions) })
	r.step("quote", func() { quote.Resolve(sc, r.Quotes) })
	r.step("event", func() { event.Resolve(sc, r.Tellings) })
	r.step("figure", func() {
		lines := sc.Storylines()
		for i := range r.Figures {
			r.Figures[i].Storyline = stemma.Ref(lines[r.Figures[i].Article])
		}
		figure.Resolve(sc, r.Figures, r.Tellings)
	})
	r.step("origin", r.complete)
	r.step("quote", func() { r.Sayings = quote.Join(sc, r.Quotes) })
	r.step("event", func() { r.Events = event.Join(sc, r.Tellings) })
	r.step("figure", r.figureEvents)
	r.step("story", r.storyDates)
	r.step("origin", func() {
		r.Standings = origin.Stand(sc, origin.Items{Quotes: r.Quotes, Sayings: r.Sayings, Tellings: r.Tellings, Events: r.Events, Figures: r.Figures})
	})
	r.Copies, r.Families, r.Stories = sc.Copies, sc.Families, sc.Stories
	r.finish()
	return r.Result
}

// begin lays out the scene: articles in order of id, facts in the order of
// their articles, struck ones and those whose cites do not hold left out.
func begin(in Input) *resolver {
	r := &resolver{
		Result:   &Result{Captures: in.Captures, Articles: in.Articles, Skips: in.Skips, Corrections: in.Corrections, Mentions: in.Mentions},
		mentions: map[string][]stemma.Mention{},
	}
	sort.Slice(r.Captures, func(i, j int) bool { return r.Captures[i].ID < r.Captures[j].ID })
	sort.Slice(r.Articles, func(i, j int) bool { return r.Articles[i].ID < r.Articles[j].ID })
	r.Articles = slices.CompactFunc(r.Articles, func(a, b stemma.Article) bool { return a.ID == b.ID })
	s := newStrikes(in.InForce)
	r.Articles = slices.DeleteFunc(r.Articles, func(a stemma.Article) bool { return s.article(&a) })
	articles := make([]*stemma.Article, len(r.Articles))
	for i := range r.Articles {
		articles[i] = &r.Articles[i]
	}
	r.sc = stemma.NewScene(articles)
	r.sc.Corrections = in.InForce
	for _, a := range r.sc.Articles {
		f := in.Facts[a.ID]
		r.mentions[a.ID] = keep(r, a, "name", f.Mentions, func(m *stemma.Mention) bool {
			return s.fact(a, "entity", m.Cite.Spans)
		})
		r.Quotes = append(r.Quotes, keep(r, a, "quote", f.Quotes, func(q *stemma.Quote) bool {
			return s.fact(a, "quote", q.Spans)
		})...)
		r.Tellings = append(r.Tellings, keep(r, a, "telling", f.Tellings, func(t *stemma.Telling) bool {
			return s.fact(a, "telling", spansOf(t.Cites))
		})...)
		r.Figures = append(r.Figures, keep(r, a, "figure", f.Figures, func(g *stemma.Figure) bool {
			return s.fact(a, "figure", spansOf(g.Cites))
		})...)
	}
	r.Mentions = slices.DeleteFunc(r.Mentions, func(m stemma.EventMentions) bool { return r.sc.ByID[m.Article] == nil })
	r.unfit(in.InForce, s)
	return r
}

// keep leaves out the facts that were struck, and those that do not hold, of
// which it keeps a skip.
func keep[T any](r *resolver, a *stemma.Article, kind string, facts []T, struck func(*T) bool) []T {
	var out []T
	for i := range facts {
		if struck(&facts[i]) {
			continue
		}
		if err := holds(r.sc.ByID, a, &facts[i]); err != nil {
			r.refuse(a.Page, kind, err)
			continue
		}
		out = append(out, facts[i])
	}
	return out
}

func (r *resolver) refuse(page, kind string, err error) {
	r.Skips = append(r.Skips, stemma.NewSkip(page, "resolve", fmt.Sprintf("internal error: a %s was left out because its place does not hold: %v", kind, err)))
}

// step runs one step of resolving.
func (r *resolver) step(stage string, f func()) {
	defer func() {
		if p := recover(); p != nil {
			r.Skips = append(r.Skips, stemma.NewSkip("", stage, fmt.Sprintf("internal error in %s: %v%s", stage, p, where(debug.Stack()))))
		}
	}()
	f()
}

// complete closes each chain to the page.
func (r *resolver) complete() {
	complete := origin.Completer(r.sc)
	for i := range r.Quotes {
		r.Quotes[i].Chain = complete(r.Quotes[i].Article, r.Quotes[i].Chain, beginning(r.Quotes[i].Spans))
	}
	for i := range r.Tellings {
		r.Tellings[i].Chain = complete(r.Tellings[i].Article, r.Tellings[i].Chain, cited(r.Tellings[i].Cites))
	}
	for i := range r.Figures {
		r.Figures[i].Chain = complete(r.Figures[i].Article, r.Figures[i].Chain, cited(r.Figures[i].Cites))
	}
}

// beginning is where the first of some spans begins, cited where the first cite does.
func beginning(spans []stemma.Span) int {
	if len(spans) == 0 {
		return 0
	}
	return spans[0].Start
}

func cited(cites []stemma.Cite) int {
	if len(cites) == 0 {
		return 0
	}
	return beginning(cites[0].Spans)
}

// figureEvents ties a figure to the event that joining put its telling in:
// resolving, which comes before, can only name the telling.
func (r *resolver) figureEvents() {
	event := map[string]stemma.Ref{}
	for _, t := range r.Tellings {
		event[t.ID] = t.Event
	}
	for i := range r.Figures {
		if e, ok := event[string(r.Figures[i].Event)]; ok {
			r.Figures[i].Event = e
		}
	}
	figure.Relate(r.sc, r.Figures, r.Tellings)
	figure.Differ(r.sc, r.Figures, r.Events)
}

// storyDates gives each story the first and the last date of its articles.
func (r *resolver) storyDates() {
	for i := range r.sc.Stories {
		s := &r.sc.Stories[i]
		s.From, s.Until = nil, nil
		for _, id := range s.Articles {
			a := r.sc.ByID[id]
			if a == nil || a.Published == nil {
				continue
			}
			if s.From == nil || a.Published.From.Before(s.From.From) {
				s.From = a.Published
			}
			if s.Until == nil || a.Published.Until.After(s.Until.Until) {
				s.Until = a.Published
			}
		}
	}
}

// quoted gives, by article, the spans that stand in quotation marks.
func quoted(quotes []stemma.Quote, byID map[string]*stemma.Article) map[string][]stemma.Span {
	out := map[string][]stemma.Span{}
	for _, q := range quotes {
		switch q.Kind {
		case stemma.Direct:
			out[q.Article] = append(out[q.Article], q.Spans...)
		case stemma.Mixed:
			for _, s := range q.Spans {
				out[q.Article] = append(out[q.Article], marked(byID[q.Article].Text, s)...)
			}
		}
	}
	for _, s := range out {
		slices.SortFunc(s, func(a, b stemma.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	}
	return out
}

// marked returns the stretches of s that stand in quotation marks: of `he was
// "very glad" to come` the words `very glad`.
func marked(text string, s stemma.Span) []stemma.Span {
	var out []stemma.Span
	start := -1
	for i, c := range text[s.Start:s.End] {
		switch {
		case start < 0 && (c == '"' || c == '“' || c == '„' || c == '«'):
			start = s.Start + i + len(string(c))
		case start >= 0 && (c == '"' || c == '”' || c == '“' || c == '»'):
			if end := s.Start + i; end > start {
				out = append(out, stemma.Span{Start: start, End: end})
			}
			start = -1
		}
	}
	return out
}

func spansOf(cites []stemma.Cite) []stemma.Span {
	var out []stemma.Span
	for _, c := range cites {
		out = append(out, c.Spans...)
	}
	return out
}
