package reuse

import (
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

// para is n words of text of its own, in sentences.
func para(seed uint64, n int) string { return strings.TrimSpace(prose(seed, n)) }

func relations(sc *stemma.Scene) map[string]string {
	m := map[string]string{}
	for _, c := range sc.Copies {
		m[c.A.Article+" "+c.B.Article] = c.Relation
	}
	return m
}

func TestRoundUpStandsInTwoFamilies(t *testing.T) {
	x, y := para(1, 300), para(2, 300)
	brief := para(3, 60) + "\n\n" + x[:len(x)/2] + "\n\n" + y[:len(y)/2]
	sc := scene(art("a1", "Herald", x), art("a2", "Times", y), art("a3", "Digest", brief))
	r := relations(sc)
	if r["a1 a3"] != RoundUp || r["a2 a3"] != RoundUp {
		t.Fatalf("relations = %v", r)
	}
	var got []string
	for _, f := range sc.Families {
		got = append(got, strings.Join(f.Articles, " "))
	}
	slices.Sort(got)
	if want := []string{"a1 a3", "a2 a3"}; !slices.Equal(got, want) {
		t.Errorf("families = %q, want %q", got, want)
	}
	if a, b := sc.Families[0].ID, sc.Families[1].ID; a == b {
		t.Errorf("two families have the id %s", a)
	}
}

func TestHouseLinesTieNothing(t *testing.T) {
	about := "Ana Lind covers ports and ferries for the Herald and has won two prizes for her work on the islands of the north and their people."
	sc := scene(art("a1", "Herald", para(1, 200)+"\n\n"+about), art("a2", "Herald", para(2, 200)+"\n\n"+about), art("a3", "Herald", para(3, 200)+"\n\n"+about))
	for k, r := range relations(sc) {
		if r != Boilerplate {
			t.Errorf("%s is %s", k, r)
		}
	}
	if len(sc.Families) != 3 {
		t.Errorf("families = %+v", sc.Families)
	}
}

func TestTwinPagesOfOneOutlet(t *testing.T) {
	text := para(4, 250)
	sc := scene(art("a1", "Herald", text, at(9, 0)), art("a2", "Herald", text, at(9, 0)), art("a3", "Herald", text+"\n\n"+para(5, 40), at(10, 0)))
	if len(sc.Families) != 1 || len(sc.Families[0].Articles) != 3 {
		t.Fatalf("families = %+v", sc.Families)
	}
}

func TestOtherLedeSameBody(t *testing.T) {
	text := para(6, 250)
	sc := scene(art("a1", "Herald", para(7, 40)+"\n\n"+text), art("a2", "Times", para(8, 35)+"\n\n"+text))
	if r := relations(sc)["a1 a2"]; r != Whole {
		t.Errorf("relation = %q", r)
	}
}

func TestHeldArticleIsNotComparedTwice(t *testing.T) {
	text := para(9, 120)
	first := art("a1", "Herald", text)
	held := art("a2", "Times", text)
	post := art("a3", "", "Look at this.\n\n"+text+"\n\nWhat a thing.")
	post.Kind = stemma.KindPost
	held.Within = "a3"
	from := strings.Index(post.Text, text)
	post.Holds = []stemma.Held{{Article: "a2", Span: stemma.Span{Start: from, End: from + len(text)}}}
	r := relations(scene(first, held, post))
	if len(r) != 1 || r["a1 a2"] != Whole {
		t.Errorf("relations = %v", r)
	}
}

func TestPostThatRepeatsAnArticleUnmarked(t *testing.T) {
	text := para(10, 120)
	post := art("a2", "", "Look at this. "+text)
	post.Kind = stemma.KindPost
	if r := relations(scene(art("a1", "Herald", text), post)); r["a1 a2"] != Repost {
		t.Errorf("relations = %v", r)
	}
}

func TestLaterCopyOfAnOutletWithoutAgency(t *testing.T) {
	text := para(11, 300)
	sc := scene(art("a1", "Herald", text[:len(text)*2/3], at(12, 0), credit("Times")), art("a2", "Times", text, at(8, 0)))
	f := sc.Families[0]
	if len(f.Edges) != 1 || f.Edges[0].Child != "a1" || f.Edges[0].Parent != "a2" || f.Edges[0].Sure < 0.8 {
		t.Errorf("edges = %+v", f.Edges)
	}
	if c := sc.Copies[0]; c.Direction != BToA {
		t.Errorf("direction = %s: %v", c.Direction, c.Why)
	}
}

func TestOrderOfArticlesDoesNotMatter(t *testing.T) {
	x := para(12, 300)
	make := func(order []int) []stemma.Copy {
		all := []*stemma.Article{art("a1", "Herald", x), art("a2", "Times", x[:900]), art("a3", "Post", x[600:]), art("a4", "Mail", para(13, 99))}
		var in []*stemma.Article
		for _, i := range order {
			in = append(in, all[i])
		}
		return Compare(in, nil)
	}
	a, b := make([]int{0, 1, 2, 3}), make([]int{3, 1, 0, 2})
	if len(a) != len(b) || len(a) == 0 {
		t.Fatalf("%d and %d copies", len(a), len(b))
	}
	for i := range a {
		x, _ := stemma.Encode(a[i])
		y, _ := stemma.Encode(b[i])
		if string(x) != string(y) {
			t.Errorf("%s\n%s", x, y)
		}
	}
}

func TestListsAreSortedAndInLowerCase(t *testing.T) {
	for name, list := range map[string]string{"furniture": furnitureList, "captions": captionList, "hedges": hedgeList, "negations": negationList, "numbers": numberList} {
		l := lines(list)
		if !slices.IsSorted(l) || len(slices.Compact(slices.Clone(l))) != len(l) {
			t.Errorf("%s is not sorted, or holds a line twice", name)
		}
		for _, s := range l {
			if s != strings.ToLower(s) {
				t.Errorf("%s: %q is not in lower case", name, s)
			}
		}
	}
}

func TestAgency(t *testing.T) {
	for s, want := range map[string]string{
		"the Associated Press": agency("ap"), "Reuters/jt": "Reuters", "By Reuters Staff": "Reuters", "Source: AFP": agency("afp"),
		"Reuters Institute": "", "AFP/Reuters": "", "Herald": "",
	} {
		if got := Agency(s); got != want {
			t.Errorf("Agency(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSigns(t *testing.T) {
	for text, want := range map[string]string{
		"OSLO, March 3 (Reuters) - The board met.":                                   "Reuters",
		"OSLO. March 3 (Interfax) - The board met.":                                  "Interfax",
		"The board met.\n\n© 2020 AFP":                                               agency("afp"),
		"The board met.\n\nThe Associated Press contributed to this report.":         "",
		"The board met, as reported by TASS.":                                        "",
		"The board met.\n\nPhoto copyright 2020 Reuters":                             "",
		"The board (Reuters reported it first) met - and went home again after that": "",
	} {
		if got := best(signs(art("a1", "Herald", text))).agency; got != want {
			t.Errorf("signs of %q: %q, want %q", text, got, want)
		}
	}
}
