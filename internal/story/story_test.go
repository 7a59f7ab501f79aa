package story

import (
	"math/rand"
	"slices"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

func scene() *stemma.Scene {
	day := func(d int) *stemma.Date {
		t := time.Date(2027, 5, d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: t, Until: t.AddDate(0, 0, 1)}
	}
	text := map[string]string{
		"a1": "The ferry Anemone sank off Sund on Monday with forty people on board, the coast guard said.",
		"a2": "Forty people were on board the Anemone when the ferry sank near Sund, a coast guard officer told Norda.",
		"a3": "Divers searched the wreck of the Anemone off Sund; the coast guard said the ferry sank within minutes.",
		"b1": "Parliament in Varna voted for a tax on salt after a night of speeches.",
		"b2": "A tax on salt passed in Varna: parliament voted for it after a night of speeches.",
		"c1": "The ferry Petrel ran aground in Lumen Bay with goats on board.",
	}
	var as []*stemma.Article
	for id, t := range text {
		as = append(as, &stemma.Article{ID: id, Kind: stemma.KindArticle, Text: t, Published: day(18)})
	}
	as = append(as, &stemma.Article{ID: "p1", Kind: stemma.KindPost, Text: text["a1"]})
	return stemma.NewScene(as)
}

// TestGroup holds that articles of one happening stand together, another ferry
// apart, posts in none, whatever the order in which articles come.
func TestGroup(t *testing.T) {
	want := [][]string{{"a1", "a2", "a3"}, {"b1", "b2"}, {"c1"}}
	for range 5 {
		sc := scene()
		rand.Shuffle(len(sc.Articles), func(i, j int) { sc.Articles[i], sc.Articles[j] = sc.Articles[j], sc.Articles[i] })
		var got [][]string
		for _, s := range Group(stemma.NewScene(sc.Articles)) {
			got = append(got, s.Articles)
		}
		slices.SortFunc(got, func(a, b []string) int { return slices.Compare(a, b) })
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// TestStorylines holds that the trial a year after the ferry sank is a story of
// its own in the storyline of the ferry, whatever accents a page prints.
func TestStorylines(t *testing.T) {
	sc := scene()
	year := time.Date(2028, 5, 18, 0, 0, 0, 0, time.UTC)
	sc.Articles = append(sc.Articles, &stemma.Article{ID: "a5", Kind: stemma.KindArticle, Published: &stemma.Date{From: year, Until: year.AddDate(0, 0, 1)},
		Text: "The master of the ferry Anémone, which sank off Sund with forty people on board, went on trial in Lumen."})
	line, in := map[string]string{}, map[string]string{}
	for _, s := range Group(stemma.NewScene(sc.Articles)) {
		for _, a := range s.Articles {
			line[a], in[a] = s.Storyline, s.ID
		}
	}
	if in["a5"] == in["a1"] || line["a5"] != line["a1"] || line["b1"] == line["a1"] {
		t.Errorf("stories %v, storylines %v", in, line)
	}
}

// TestAdopt holds that a page without a title or date that names what a story
// does stands in it.
func TestAdopt(t *testing.T) {
	sc := scene()
	sc.Articles = append(sc.Articles, &stemma.Article{ID: "a4", Kind: stemma.KindArticle,
		Text: "Of the Anemone, drowned off Sund, the guard of the coasts has said that forty persons were aboard. Prayers were held."})
	for _, s := range Group(stemma.NewScene(sc.Articles)) {
		if slices.Contains(s.Articles, "a4") && !slices.Contains(s.Articles, "a1") {
			t.Fatalf("the page stands in %v", s.Articles)
		}
	}
}

// TestSmallRecord holds that pages of one matter stand together though the record
// holds nothing else to measure their words by, over two weeks, and a page that
// says only that it was changed years later among them.
func TestSmallRecord(t *testing.T) {
	day := func(d int) *stemma.Date {
		at := time.Date(2031, 3, d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: at, Until: at.AddDate(0, 0, 1)}
	}
	changed := &stemma.Date{From: time.Date(2035, 1, 2, 0, 0, 0, 0, time.UTC), How: "when it was changed: no other day is printed"}
	as := []*stemma.Article{
		{ID: "a", Title: "Oskaria denies gas pipeline deal with Belmark", Published: day(2), Text: "The energy ministry of Oskaria denied on Monday that it had signed a contract for a pipeline to Belmark. Minister Ilya Tarn said no paper existed."},
		{ID: "b", Title: "Belmark waits for an answer over the pipeline", Published: day(16), Text: "Belmark still expects Oskaria to explain reports of the gas deal, its premier Hana Veld said. A note had been handed to the ambassador."},
		{ID: "c", Title: "Ambassador of Oskaria summoned", Published: day(4), Text: "The foreign ministry in Belmark summoned the ambassador after newspapers printed what they called a signed contract on gas. He promised that Tarn would reply."},
		{ID: "d", Title: "Tarn: the pipeline papers are forged", Published: changed, Text: "Minister Tarn of Oskaria called the gas contract printed in Belmark a forgery and said experts would look at the signature."},
	}
	for _, a := range as {
		a.Kind = stemma.KindArticle
	}
	if got := Group(stemma.NewScene(as)); len(got) != 1 {
		for _, s := range got {
			t.Log(s.Articles)
		}
		t.Fatalf("%d stories, want 1", len(got))
	}
}

// TestTitle holds that the heading of a paper's section is no story's title while
// others say what it is about.
func TestTitle(t *testing.T) {
	var as []*stemma.Article
	for _, title := range []string{"WORLD NEWS", "WORLD NEWS", "Oskaria denies gas deal with Belmark", "Belmark waits for Oskaria on gas", "Gas deal denied by Oskaria, Belmark says", ""} {
		as = append(as, &stemma.Article{Title: title})
	}
	if got := title(as, []int{0, 1, 2, 3, 4, 5}); got != "Oskaria denies gas deal with Belmark" && got != "Gas deal denied by Oskaria, Belmark says" {
		t.Errorf("the title is %q", got)
	}
	if got := title(as, []int{5}); got != "" {
		t.Errorf("a title where none is printed: %q", got)
	}
}
