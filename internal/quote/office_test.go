package quote

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
)

// TestPress holds who is said to have been spoken to and the names that
// follow an office.
func TestPress(t *testing.T) {
	for _, c := range []struct{ text, who, want string }{
		{"Ana Ruiz told Reuters that it was over.", "Reuters", "Reuters"},
		{"Ana Ruiz told the state broadcaster RTV that it was over.", "RTV", "RTV"},
		{"Reuters quoted Ana Ruiz as saying that it was over.", "Reuters", ""},
	} {
		a := &stemma.Article{ID: "a", Text: c.text}
		at := strings.Index(c.text, c.who)
		q := &stemma.Quote{Chain: []stemma.Hop{{Who: "Ana Ruiz"}, {Who: c.who, How: stemma.HowRead, Cites: []stemma.Cite{a.Cite(stemma.Span{Start: at, End: at + len(c.who)})}}}}
		heard(a, q)
		if q.AddresseeText != c.want {
			t.Errorf("%s: told to %q, want %q", c.text, q.AddresseeText, c.want)
		}
	}
	if !office(" spokesman ") || office(" and ") {
		t.Error("offices between names")
	}
	for before, want := range map[string]bool{"us secretary of state ": true, "state minister for local government ": true, "the envoy to the norda ": false, "ambassador to the norda ": true, "a spokesman for president ": false, "the secretary of ": false, "minister of president ": false} {
		if held(before) != want {
			t.Errorf("held(%q) is %v", before, !want)
		}
	}
}

func TestOurselves(t *testing.T) {
	for _, c := range []struct{ said, want string }{{"the Herald", "The Lake Bay Herald"}, {"LBH", "The Lake Bay Herald"}, {"me", "Ana Ruiz"}, {"us", "The Lake Bay Herald"}, {"reporters", "reporters"}, {"the Globe", "the Globe"}} {
		a := &stemma.Article{Kind: stemma.KindArticle, Outlet: "The Lake Bay Herald", Bylines: []string{"Ana Ruiz"}}
		q := &stemma.Quote{AddresseeText: c.said}
		ourselves(a, q)
		if q.AddresseeText != c.want {
			t.Errorf("%q on a page of %s is %q, want %q", c.said, a.Outlet, q.AddresseeText, c.want)
		}
	}
}
