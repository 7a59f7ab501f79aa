package reuse

import (
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

const wire = `OSLO (Reuters) - The harbour board of Northport voted on Monday to close the old ferry pier after engineers found cracks in eleven of its wooden posts, ending ninety years of crossings to the outer islands.

"We could not in good faith let another boat tie up there," the board's chair, Ana Lind, told reporters after the vote.

The ferries will use the coal quay until a new pier is built, which the board expects to take two years and to cost 40 million crowns. Islanders say the longer route adds half an hour to each crossing and worry about the winter months.

The pier opened in 1931 and carried 200,000 passengers a year at its height. Traffic fell by a third after a road tunnel was finished in 2004, and two of its three berths were shut soon after.`

// art makes an article of paragraphs parted by blank lines.
func art(id, outlet, text string, change ...func(*stemma.Article)) *stemma.Article {
	a := &stemma.Article{Type: "article", ID: id, Capture: "c" + id, Kind: stemma.KindArticle, Outlet: outlet, Text: text}
	at := 0
	for p := range strings.SplitSeq(text, "\n\n") {
		a.Paragraphs = append(a.Paragraphs, stemma.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	for _, f := range change {
		f(a)
	}
	return a
}

func credit(name string) func(*stemma.Article) {
	return func(a *stemma.Article) { a.Credits = append(a.Credits, name) }
}

func at(hour, minute int) func(*stemma.Article) {
	return func(a *stemma.Article) {
		t := time.Date(2020, 3, 2, hour, minute, 0, 0, time.UTC)
		a.Published = &stemma.Date{From: t, Until: t.Add(time.Minute)}
	}
}

func scene(articles ...*stemma.Article) *stemma.Scene {
	sc := stemma.NewScene(articles)
	sc.Copies = Compare(sc.Articles, nil)
	sc.Families = Families(sc)
	return sc
}

func TestSiblingsOfAnUnseenText(t *testing.T) {
	body := wire[strings.Index(wire, "The"):]
	sc := scene(
		art("a1", "Harbour News", body, credit("Reuters"), at(9, 0)),
		art("a2", "Coast Times", "NORTHPORT: "+strings.ReplaceAll(body, "harbour", "harbor"), at(11, 0)),
	)
	if len(sc.Copies) != 1 || sc.Copies[0].Relation != Whole || sc.Copies[0].Direction != Unknown {
		t.Fatalf("copies = %+v", sc.Copies)
	}
	if len(sc.Families) != 1 {
		t.Fatalf("families = %+v", sc.Families)
	}
	f := sc.Families[0]
	if f.Writer != "Reuters" || len(f.Nodes) != 3 || len(f.Edges) != 2 {
		t.Fatalf("family = %+v", f)
	}
	for _, e := range f.Edges {
		if e.Parent != f.Nodes[2].ID || f.Nodes[2].Article != "" {
			t.Errorf("edge = %+v", e)
		}
	}
}

// An agency's own page is no copy of its customers' pages, though it differs
// from them in a word, and though its clock shows when it was last changed.
func TestAgencysOwnPageIsNoCopy(t *testing.T) {
	body := wire[strings.Index(wire, "The"):]
	later := strings.Replace(body, "voted", "decided", 1)
	for name, own := range map[string]*stemma.Article{
		"no clock": art("a4", "Reuters", later),
		"earliest": art("a4", "Reuters", later, at(8, 0)),
		"changed":  art("a4", "Reuters", later, at(15, 0)),
	} {
		sc := scene(
			art("a1", "Harbour News", body, at(9, 0)),
			art("a2", "Coast Times", body+"\n\nThe Coast Times has a letter that comes each Sunday.", at(11, 0)),
			art("a3", "Island Post", body[:strings.Index(body, "The pier")], at(12, 30)),
			own,
		)
		if len(sc.Families) != 1 {
			t.Fatalf("%s: families = %+v", name, sc.Families)
		}
		for _, e := range sc.Families[0].Edges {
			if e.Child == "a4" && (e.Parent == "a1" || e.Parent == "a2" || e.Parent == "a3") {
				t.Errorf("%s: the agency's own page is a copy of %s: %v", name, e.Parent, e.Why)
			}
		}
	}
}

func TestQuotationIsNoCopy(t *testing.T) {
	said := "“We could not in good faith let another boat tie up there while the posts are cracked and the winter storms are on their way to us,” the chair said."
	sc := scene(
		art("a1", "Harbour News", "The board of the port met for hours behind closed doors before it spoke. "+said+" Nobody else would comment on what the vote means for the people of the islands."),
		art("a2", "Coast Times", "Ferries to the islands are to leave from another quay from next week on. "+said+" A longer trip awaits commuters, who had not been asked, residents complained on Tuesday."),
	)
	if len(sc.Copies) != 1 || sc.Copies[0].Relation != Quotation {
		t.Fatalf("copies = %+v", sc.Copies)
	}
	if len(sc.Families) != 2 {
		t.Fatalf("families = %+v", sc.Families)
	}
}

func TestQuotedPostIsARepost(t *testing.T) {
	first := art("a1", "", "They should have mended it years ago, and everybody knew.")
	second := art("a2", "", "They should have mended it years ago, and everybody knew.\n\nEasy to say now.")
	first.Kind, second.Kind = stemma.KindPost, stemma.KindPost
	second.Holds = []stemma.Held{{Article: "a1", Span: second.Paragraphs[0]}}
	sc := scene(first, second)
	if len(sc.Copies) != 1 || sc.Copies[0].Relation != Repost || sc.Copies[0].Direction != AToB {
		t.Fatalf("copies = %+v", sc.Copies)
	}
	if len(sc.Families) != 0 {
		t.Fatalf("families = %+v", sc.Families)
	}
	c := sc.Copies[0]
	if got := second.Text[c.B.Spans[0].Start:c.B.Spans[0].End]; got != "They should have mended it years ago, and everybody knew" {
		t.Errorf("b stands on %q", got)
	}
}

func TestAttributionInsideAParagraphIsNoWriter(t *testing.T) {
	a := art("a1", "Coast Times", "NORTHPORT - The pier is closed, as reported by TASS, and (Reuters) wrote of it too.\n\nThe island council regrets it, AFP said.")
	if s := signs(a); len(s) != 0 {
		t.Errorf("signs = %+v", s)
	}
}
