package score

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/story"
)

// BenchmarkQuotes reads the articles of one story of stories/summit, 710
// words each. One reading is all of them: "language" the engine alone, "find"
// names and quotes in what it gives, "join" names and sayings across articles,
// "all" the three. articles/cpu-s, of processor time, is to be held against 25.
func BenchmarkQuotes(b *testing.B) {
	dir, why, ok := DataDir("../..")
	if !ok {
		b.Skip(why)
	}
	articles, err := ReadSummit(dir, "helsinki")
	if err != nil {
		b.Skip(err)
	}
	for _, a := range articles {
		a.Source = []stemma.Source{{Span: stemma.Span{Start: 0, End: len(a.Text)}, Range: stemma.Range{Start: 0, End: len(a.Text)}}}
	}
	stories := story.Group(stemma.NewScene(articles))
	docs := make([]*lang.Document, len(articles))
	mentions := map[string][]stemma.Mention{}
	var quotes []stemma.Quote
	analyse := func() {
		lang.Forget()
		for i, a := range articles {
			docs[i] = lang.Analyse(a.Text, nil)
		}
	}
	find := func() {
		quotes = quotes[:0]
		for i, a := range articles {
			mentions[a.ID] = entity.Find(a, docs[i])
			quotes = append(quotes, quote.Find(a, docs[i], mentions[a.ID])...)
		}
	}
	join := func() {
		sc := stemma.NewScene(articles)
		sc.Stories = stories
		entity.Join(sc, mentions)
		qs := append([]stemma.Quote(nil), quotes...)
		quote.Resolve(sc, qs)
		quote.Join(sc, qs)
	}
	analyse()
	find()
	for _, x := range []struct {
		name string
		do   []func()
	}{{"language", []func(){analyse}}, {"find", []func(){find}}, {"join", []func(){join}}, {"all", []func(){analyse, find, join}}} {
		b.Run(x.name, func(b *testing.B) {
			b.ReportAllocs()
			n, start := 0, used()
			for b.Loop() {
				for _, f := range x.do {
					f()
				}
				n += len(articles)
			}
			b.ReportMetric(float64(n)/(used()-start), "articles/cpu-s")
		})
	}
}
