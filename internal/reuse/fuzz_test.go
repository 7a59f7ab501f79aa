package reuse

import (
	"testing"

	"github.com/stemma-news/stemma"
)

// FuzzCompare holds that any two texts give copies whose spans lie in both, are
// paired, and name the articles, and families of every article.
func FuzzCompare(f *testing.F) {
	f.Add(wire, wire[100:])
	f.Add("“a", "\"\n«»‘‘")
	f.Add("a a a a a a a a a a a a a a a a a a a a a a", "a a a a a a a a a a a a a a a a a a a a a a a a")
	f.Fuzz(func(t *testing.T, a, b string) {
		x := &stemma.Article{ID: "a1", Capture: "c1", Kind: stemma.KindArticle, Text: a, Outlet: "Herald"}
		y := &stemma.Article{ID: "a2", Capture: "c2", Kind: stemma.KindArticle, Text: b, Outlet: "Times"}
		sc := stemma.NewScene([]*stemma.Article{x, y})
		sc.Copies = Compare(sc.Articles, nil)
		for _, c := range sc.Copies {
			if c.A.Article != "a1" || c.B.Article != "a2" || len(c.A.Spans) != len(c.B.Spans) || len(c.A.Spans) == 0 {
				t.Fatalf("copy %+v", c)
			}
			if _, err := stemma.Exact(a, c.A.Spans); err != nil {
				t.Fatal(err)
			}
			if _, err := stemma.Exact(b, c.B.Spans); err != nil {
				t.Fatal(err)
			}
			for _, d := range Differences(x, y, c) {
				if d.A.Start < 0 || d.A.End > len(a) || d.B.Start < 0 || d.B.End > len(b) || d.A.Start > d.A.End || d.B.Start > d.B.End {
					t.Fatalf("difference %+v", d)
				}
			}
		}
		in := map[string]bool{}
		for _, fam := range Families(sc) {
			for _, id := range fam.Articles {
				in[id] = true
			}
		}
		if !in["a1"] || !in["a2"] {
			t.Fatalf("families hold %v", in)
		}
	})
}

// FuzzQuotations holds that the spans lie in the text, in order and apart.
func FuzzQuotations(f *testing.F) {
	f.Add("He said “no” and ‘‘yes’’ and \"open")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, q := range Quotations(s) {
			if q.Start < last || q.End <= q.Start || q.End > len(s) {
				t.Fatalf("span %v after %d in %d bytes", q, last, len(s))
			}
			last = q.End
		}
	})
}
