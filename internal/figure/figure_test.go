package figure

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

func article(id, text string) *stemma.Article {
	return &stemma.Article{ID: id, Capture: "c" + id, Kind: stemma.KindArticle, Text: text,
		Source: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(text)}, Range: stemma.Range{Start: 0, End: len(text)}}}}
}

func show(g *stemma.Figure) string {
	n := g.Words
	switch {
	case g.Value != nil:
		n = fmt.Sprint(*g.Value)
	case g.Low != nil:
		n = fmt.Sprintf("%v-%v", *g.Low, *g.High)
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s %s", g.Measure, g.Bound, n, g.AccordingTo))
}

// TestFind holds what numbers are claimed, and of what.
func TestFind(t *testing.T) {
	for text, want := range map[string][]string{
		"The flood has left at least 870 villagers dead, according to a local aid group.": {"dead at least 870 a local aid group"},
		"Thousands of soldiers were given training.":                                      {"people  thousands"},
		"More than 1,200 people were arrested on Monday.":                                 {"arrested more than 1200"},
		"Between 20 and 30 miners are missing.":                                           {"missing  20-30"},
		"The storm killed twenty-five people and injured 40 others.":                      {"dead  25", "injured  40"},
		"Some 4,500 people remain in detention.":                                          {"held about 4500"},
		"Up to 2 million people fled their homes.":                                        {"displaced up to 2e+06"},
		"The death toll rose to 30.":                                                      {"dead  30"},
		"Around 12k people fled.":                                                         {"displaced about 12000"},
		"The firm paid £2.5bn for the ship.":                                              {"money  2.5e+09"},
		"The firm paid $2.5 million for the ship.":                                        {"money  2.5e+06"},
		"She was born in 1961, is 60 years old and has two sons.":                         nil,
		"No fewer than a dozen fishermen were killed, officials said.":                    {"dead at least 12"},
		"The bill passed by 210 votes.":                                                   {"votes  210"},
		"The union put the number of people detained at \"more than 600\".":               {"held more than 600"},
		"It freed seven of nine people held since May.":                                   {"freed  7", "held  9"},
		"There were eleven individuals on board, he said.":                                {"aboard  11"},
		"The two face up to 28 years of prison.":                                          {"sentence up to 28"},
		"It won with 4,112 ballots, 124 more than the others.":                            {"votes  4112", "votes  124"},
		"The party won 41.12 lakh votes.":                                                 {"votes  4.112e+06"},
	} {
		a := article("a", text)
		var got []string
		for _, g := range Find(a, nil, nil, nil) {
			for _, c := range g.Cites {
				if err := c.Check(a); err != nil {
					t.Error(err)
				}
			}
			got = append(got, show(&g))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestSince holds that a count "since March" is of the time up to the report.
func TestSince(t *testing.T) {
	a := article("a", "Since March, the flood has left at least 870 villagers dead.")
	day := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
	a.Published = &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}
	gs := Find(a, nil, nil, nil)
	Resolve(stemma.NewScene([]*stemma.Article{a}), gs, nil)
	if len(gs) != 1 || gs[0].AsOf == nil || gs[0].AsOf.From.Format("2006-01-02") != "2027-03-01" || !gs[0].AsOf.Until.Equal(day.AddDate(0, 0, 1)) || !gs[0].Cumulative {
		t.Errorf("got %+v", gs)
	}
}

// TestAsOf holds that the day of a harm just told of is not that of its count,
// which goes on, and that a day said of the count is.
func TestAsOf(t *testing.T) {
	day := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"A flood on Tuesday killed 40 people.":                      "",
		"The flood of 17 May killed 40 people.":                     "",
		"A flood killed 40 people by 17 May.":                       "2027-05-17",
		"A flood in March 2021 killed 40 people.":                   "2021-03-01",
		"The death toll rose to 47 from 40 on Monday, police said.": "2027-05-17",
	} {
		a := article("a", text)
		a.Published = &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}
		gs := Find(a, nil, nil, nil)
		Resolve(stemma.NewScene([]*stemma.Article{a}), gs, nil)
		got := ""
		if g := gs[len(gs)-1]; g.AsOf != nil {
			got = g.AsOf.From.Format("2006-01-02")
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestPlural holds that what is counted may be anything in the plural, by the
// tags of its words, but no measure.
func TestPlural(t *testing.T) {
	for text, want := range map[string]string{
		"Observers reported differences at 212 polling stations on Friday.": "count  212 Observers / polling stations",
		"The road is 300 lbs and 120 mm, and the team had 110 rebounds.":    "",
		"She wrote nine letters to the minister last year.":                 "",
	} {
		a := article("a", text)
		got := ""
		for _, g := range Find(a, lang.Analyse(text, nil), nil, nil) {
			got = show(&g) + " / " + g.What
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestOfName holds that the year in the name of something else is not of when a
// number is, and that a year told with it is.
func TestOfName(t *testing.T) {
	for text, want := range map[string]string{
		"The court charged 12 clerks over the 2016 harbour vote.":    "",
		"The court charged 12 clerks in 2016 over the harbour vote.": "2016",
	} {
		a := article("a", text)
		got := ""
		if g := Find(a, lang.Analyse(text, nil), nil, nil)[0]; g.When != nil {
			got = text[g.When.Start:g.When.End]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTables(t *testing.T) {
	for name, file := range map[string]string{"measures.txt": measuresFile, "counted.txt": countedFile} {
		var lines []string
		for _, l := range strings.Split(strings.TrimSpace(file), "\n") {
			if l[0] != '#' {
				lines = append(lines, l)
			}
		}
		if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s is not sorted, or has a line twice", name)
		}
	}
}

// FuzzFind holds that figures of any bytes carry cites that hold.
func FuzzFind(f *testing.F) {
	f.Add("Between 1,200 and 2.5 million of 870 people were killed, at least $5m, twenty-five.")
	f.Add("The Lake Union (LU) put its count at 12% - 14%, up from half a million, of which 9 000 of the 60 were held for a 90-day term.")
	f.Fuzz(func(t *testing.T, s string) {
		a := article("a", s)
		for _, g := range append(Find(a, nil, nil, nil), Find(a, lang.Analyse(s, nil), nil, nil)...) {
			for _, c := range g.Cites {
				if err := c.Check(a); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

// TestTold holds who gives a number, units and ranges.
func TestTold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Red Crescent puts the toll at 52.", "dead 52 Red Crescent"},
		{"The Valley Union (VU) now speaks of 52 dead and more than 9,000 displaced.", "dead 52 Valley Union; displaced 9000 Valley Union"},
		{"They sold 1.9m barrels of oil.", "goods 1.9e+06 "},
		{"The firm will pay USD 48 million.", "money 4.8e+07 "},
		{"The ship is worth $31 million to $35 million.", "money 3.1e+07-3.5e+07 "},
		{"The bank will pay a $340-million fine.", "money 3.4e+08 "},
	} {
		a := article("a", c.text)
		var ms []stemma.Mention
		for _, n := range []string{"Red Crescent", "Valley Union"} {
			if i := strings.Index(c.text, n); i >= 0 {
				ms = append(ms, stemma.Mention{Name: n, Kind: stemma.Organisation, Cite: a.Cite(stemma.Span{Start: i, End: i + len(n)})})
			}
		}
		var got []string
		for _, g := range Find(a, nil, ms, nil) {
			v := ""
			if g.Value != nil {
				v = fmt.Sprintf("%g", *g.Value)
			} else if g.Low != nil {
				v = fmt.Sprintf("%g-%g", *g.Low, *g.High)
			}
			got = append(got, g.Measure+" "+v+" "+g.AccordingTo)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}
