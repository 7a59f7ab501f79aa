package event

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
	"github.com/stemma-news/stemma/internal/lang"
)

func article(id, text string) *stemma.Article {
	return &stemma.Article{ID: id, Capture: "c" + id, Kind: stemma.KindArticle, Text: text,
		Source: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(text)}, Range: stemma.Range{Start: 0, End: len(text)}}}}
}

func named(a *stemma.Article, kind string, names ...string) []stemma.Mention {
	var out []stemma.Mention
	for _, n := range names {
		for at := 0; ; {
			i := strings.Index(a.Text[at:], n)
			if i < 0 {
				break
			}
			s := stemma.Span{Start: at + i, End: at + i + len(n)}
			out = append(out, stemma.Mention{Cite: a.Cite(s), Name: n, Kind: kind})
			at = s.End
		}
	}
	return out
}

// TestFrames holds that each frame finds its own example.
func TestFrames(t *testing.T) {
	ready()
	missed := 0
	for _, f := range allFrames {
		a := article("a", f.example)
		ok := f.kind == none
		for _, x := range Find(a, nil, nil, nil) {
			if f.kind == none && strings.Fields(x.By.Rule)[1] == f.lemma {
				t.Errorf("%q is taken for %s", f.example, x.Kind)
			}
			ok = ok || strings.Fields(x.By.Rule)[1] == f.lemma && (x.Kind == f.kind || x.Status == planned)
		}
		if !ok {
			missed++
			t.Logf("%s %s is not found in %q", f.lemma, f.kind, f.example)
		}
	}
	if missed > 0 {
		t.Errorf("%d of %d frames miss their own example", missed, len(allFrames))
	}
}

func TestTables(t *testing.T) {
	ready()
	for name, file := range map[string]string{"agents.txt": agentsFile, "irregular.txt": irregularFile, "classes.txt": classesFile} {
		var lines []string
		eachLine(file, func(f []string) { lines = append(lines, f[0]) })
		if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s is not sorted, or has a word twice", name)
		}
	}
	last := ""
	for _, f := range allFrames {
		k := "v " + f.lemma
		switch {
		case f.noun:
			k = "n " + f.lemma
		case adjFrames[f.lemma] == f:
			k = "j " + f.lemma
		}
		if k < last {
			t.Errorf("frames.txt: %s stands after %s", k, last)
		}
		last = k
	}
}

// TestStatus holds what happened apart from what is planned, supposed and
// denied: at least 96 sentences of 100.
func TestStatus(t *testing.T) {
	b, err := os.ReadFile("testdata/status.txt")
	if err != nil {
		t.Fatal(err)
	}
	all, right := 0, 0
	eachLine(strings.TrimSpace(string(b)), func(f []string) {
		all++
		a := article("a", f[2])
		var got []string
		ms := append(named(a, stemma.Person, "Ruiz", "Lind"), named(a, stemma.Place, "Norland", "Norway", "Oslo")...)
		FindEach(a, lang.Analyse(a.Text, nil), ms, nil, func(x *stemma.Telling, _ stemma.Span, _ []string) {
			if x.Kind == f[1] {
				got = append(got, x.Status)
			}
		})
		if slices.Contains(got, f[0]) {
			right++
		} else {
			t.Logf("%s %s: got %v in %q", f[0], f[1], got, f[2])
		}
	})
	t.Logf("%d of %d right", right, all)
	if right*100 < all*96 {
		t.Errorf("only %d of %d right", right, all)
	}
}

// TestRoles holds who acts and where: a role before a verb takes the name beside
// it, what a quake did is no deed, who is blamed of doing does it.
func TestRoles(t *testing.T) {
	for text, want := range map[string]string{
		"Norland's water minister, Ana Ruiz, rejected the plan.":              "REJECT [Norland's water minister, Ana Ruiz] ",
		"An earthquake hit Sund on Monday, killing nine soldiers.":            "OTHER [] , OTHER [] , OTHER [] ",
		"In Sund, police arrested Ana Ruiz on Monday.":                        "COERCE [police] Sund",
		"The Sund council, meeting in Norland on Monday, called for a truce.": "CONSULT [Sund council] Norland, REQUEST [Sund council] ",
		"Norland accuses Sund of opening the floodgates on Monday.":           "ACCUSE [Norland] , OTHER [Sund] ",
		"Bo Lind said those arrested on Monday were two generals.":            "COERCE [] ",
		"Bo Lind held a hearing after the army seized the port on Monday.":    "OTHER [] , COERCE [army] ",
		"The firm agreed to pay a $48m fine.":                                 "SANCTION [] ",
		"The Peace and Security Council met in Sund on Monday.":               "CONSULT [Peace and Security Council] Sund",
		"The party called a march in Sund on Monday.":                         "PROTEST [party] Sund",
	} {
		a := article("a1", text)
		ms := append(named(a, stemma.Person, "Ana Ruiz"), named(a, stemma.Place, "Norland", "Sund")...)
		ms = append(ms, named(a, stemma.Organisation, "Peace", "Security Council")...)
		var got []string
		for _, x := range Find(a, lang.Analyse(a.Text, nil), ms, nil) {
			got = append(got, fmt.Sprint(x.Kind, " ", x.ActorNames, " ", x.Place))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

// TestRetold holds that what one page tells with a name and another of the same
// story without is one event, and that a fourth arrest is not the third.
func TestRetold(t *testing.T) {
	texts := []string{
		"Police in Norland arrested Ana Ruiz on Monday.",
		"Three days after the arrest, a crowd gathered. A judge was told of the plan.",
		"A fourth suspect was arrested in Norland.",
	}
	sc := &stemma.Scene{}
	var as []*stemma.Article
	var ts []stemma.Telling
	links := stemma.Links{}
	for i, x := range texts {
		a := article(fmt.Sprint("a", i), x)
		d := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i)
		a.Published = &stemma.Date{From: d, Until: d.AddDate(0, 0, 1), Zone: "UTC"}
		ms := append(named(a, stemma.Person, "Ana Ruiz"), named(a, stemma.Place, "Norland")...)
		for _, m := range ms {
			links[a.ID] = append(links[a.ID], stemma.Link{Span: m.Cite.Spans[0], Entity: m.Name})
		}
		slices.SortFunc(links[a.ID], func(a, b stemma.Link) int { return a.Start - b.Start })
		as, ts = append(as, a), append(ts, Find(a, lang.Analyse(a.Text, nil), ms, nil)...)
	}
	sc = stemma.NewScene(as)
	sc.Links = links
	sc.Stories = []stemma.Story{{ID: "s1", Articles: []string{"a0", "a1", "a2"}}}
	sc.Entities["Ana Ruiz"] = &stemma.Entity{ID: "Ana Ruiz", Name: "Ana Ruiz", Kind: stemma.Person}
	sc.Entities["Norland"] = &stemma.Entity{ID: "Norland", Name: "Norland", Kind: stemma.Place, Country: "NOR"}
	Resolve(sc, ts)
	var got []string
	for _, e := range Join(sc, ts) {
		if e.Mode == "arrest" {
			got = append(got, fmt.Sprint(len(e.Tellings), " ", e.Countries))
		}
	}
	slices.Sort(got)
	if want := []string{"1 [NOR]", "2 [NOR]"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestJoin holds which tellings are one event: four articles on a meeting, one
// on another of other days.
func TestJoin(t *testing.T) {
	day := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
	texts := []string{
		"Ana Ruiz met Bo Lind in Sund late on Tuesday.",
		"Bo Lind met Ana Ruiz on Tuesday, Kestrel said. Ana Ruiz held talks with Cy Moe on Monday.",
		"The meeting between Ana Ruiz and Bo Lind on Tuesday (May 18) went well. Ana Ruiz is to attend a conference in Sund this week.",
		"On Friday Ana Ruiz met Bo Lind again.",
	}
	var as []*stemma.Article
	var ts []stemma.Telling
	sc := &stemma.Scene{}
	mentions := map[string][]stemma.Mention{}
	for i, x := range texts {
		a := article("a"+string(rune('1'+i)), x)
		d := day
		if i == 3 {
			d = day.AddDate(0, 0, 10)
		}
		a.Published = &stemma.Date{From: d, Until: d.AddDate(0, 0, 1), Zone: "UTC"}
		as = append(as, a)
		ms := append(named(a, stemma.Person, "Ana Ruiz", "Bo Lind", "Cy Moe"), named(a, stemma.Place, "Sund")...)
		mentions[a.ID] = ms
		ts = append(ts, Find(a, lang.Analyse(a.Text, nil), ms, nil)...)
	}
	sc = stemma.NewScene(as)
	for _, n := range []string{"Ana Ruiz", "Bo Lind", "Cy Moe", "Sund"} {
		sc.Entities[n] = &stemma.Entity{ID: n, Name: n, Kind: stemma.Person, Country: "NOR"}
	}
	for id, ms := range mentions {
		for _, m := range ms {
			sc.Links[id] = append(sc.Links[id], stemma.Link{Span: m.Cite.Spans[0], Entity: m.Name})
		}
		slices.SortFunc(sc.Links[id], func(a, b stemma.Link) int { return a.Start - b.Start })
	}
	Resolve(sc, ts)
	es := Join(sc, ts)
	var got []string
	for _, e := range es {
		d := ""
		if e.Date != nil {
			d = e.Date.From.Format("01-02")
		}
		actors := slices.Clone(e.ActorNames)
		slices.Sort(actors)
		got = append(got, e.Mode+" "+d+" "+strings.Join(actors, "+"))
	}
	slices.Sort(got)
	want := []string{"meet 05-17 Ana Ruiz+Cy Moe", "meet 05-18 Ana Ruiz+Bo Lind", "meet 05-28 Ana Ruiz+Bo Lind", "multilateral 05-17 Ana Ruiz"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	// The order of tellings does not matter.
	slices.Reverse(ts)
	again := Join(sc, ts)
	for i := range es {
		if es[i].ID != again[i].ID || !slices.Equal(es[i].Tellings, again[i].Tellings) {
			t.Errorf("in another order %v became %v", es[i].Tellings, again[i].Tellings)
		}
	}
}

// FuzzFind holds that tellings of any bytes carry cites that hold.
func FuzzFind(f *testing.F) {
	f.Add("The envoys met Ana Ruiz in Oslo on Monday, and \"he's arrested\", police said.")
	f.Fuzz(func(t *testing.T, s string) {
		a := article("a", s)
		for _, x := range Find(a, lang.Analyse(s, nil), nil, nil) {
			for _, c := range x.Cites {
				if err := c.Check(a); err != nil {
					t.Fatal(err)
				}
			}
			if x.When != nil {
				date.Resolve(*x.When, date.Anchor{})
			}
		}
	})
}

// TestHeadline holds the passive of headlines, which end without a mark.
func TestHeadline(t *testing.T) {
	a := article("a", "Police: fourth suspect arrested")
	d := lang.Analyse(a.Text, nil)
	ts := Find(a, d, nil, nil)
	if len(ts) != 1 || len(ts[0].ActorNames) != 0 || !slices.Equal(ts[0].RecipientNames, []string{"fourth suspect"}) {
		t.Errorf("got %+v", ts)
	}
	for i := range a.Text { // cut anywhere
		b := article("b", a.Text[:i])
		Find(b, lang.Analyse(b.Text, nil), nil, nil)
	}
}

// TestPlace holds where a deed is done: the nearest place that stands with it in
// the tree, none that another deed or those who speak of it are in.
func TestPlace(t *testing.T) {
	for text, want := range map[string]string{
		"The blast at a mine near the town of Sund in Norland killed nine.": "Sund",
		"Police in Sund arrested three men on Monday.":                      "Sund",
		"On Monday Ana Ruiz condemned the coup in Norland.":                 "",
	} {
		a := article("a1", text)
		ms := append(named(a, stemma.Person, "Ana Ruiz"), named(a, stemma.Place, "Norland", "Sund")...)
		for i := range ms {
			if ms[i].Name == "Norland" {
				ms[i].Key, ms[i].Country = "country:NOR", "NOR"
			}
		}
		for _, x := range Find(a, lang.Analyse(a.Text, nil), ms, nil) {
			if x.Kind != "COERCE" || x.Mode == "arrest" {
				if x.Place != want {
					t.Errorf("%q: %s %s is in %q, want %q", text, x.Kind, x.By.Rule, x.Place, want)
				}
			}
		}
	}
}

// TestNextName holds that a name that only follows is no side.
func TestNextName(t *testing.T) {
	for text, want := range map[string]string{
		"The army threatened on Monday to cut off trade with Norland.": "[Norland]",
		"The earthquake on Monday came before Ana Ruiz took office.":   "[]",
		"Police used gas on Monday to clear the protesters.":           "[protesters]",
		"The firm urged Norland to immediately release the prisoners.": "[Norland]",
	} {
		a := article("a1", text)
		ms := append(named(a, stemma.Person, "Ana Ruiz"), named(a, stemma.Place, "Norland")...)
		ts := Find(a, lang.Analyse(a.Text, nil), ms, nil)
		if len(ts) == 0 || fmt.Sprint(ts[0].RecipientNames) != want {
			t.Errorf("%q: got %v, want %s", text, ts, want)
		}
		if len(ts) > 1 && strings.HasPrefix(text, "The firm") && ts[1].Status != hypothetical {
			t.Errorf("%q: %s", text, ts[1].Status)
		}
	}
}
