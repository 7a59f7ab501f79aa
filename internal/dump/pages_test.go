package dump

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// expected is a document of testdata/myanmar/expect.json.
type expected struct {
	Page, ID, Kind, Outlet, Author, Place, Published, Standfirst string
	Title, Within                                                string
	RepliesTo                                                    string `json:"replies_to"`
	First                                                        string `json:"body_first"`
	Last                                                         string `json:"body_last"`
	Translated                                                   string `json:"translated_from"`
	PhotoCredit                                                  string `json:"photo_credit"`
	Credits, Notices, Captions, Holds                            []string
	Not                                                          []string `json:"not_body"`
	Number                                                       int
}

// TestPages holds the documents of the example pages, and of the invented
// ones, against what a careful reader gets out of them. Pages of HTML are
// read elsewhere.
func TestPages(t *testing.T) {
	t.Run("myanmar", func(t *testing.T) { checkPages(t, "../../testdata/myanmar", "../../examples/myanmar") })
	t.Run("titicaca", func(t *testing.T) { checkPages(t, "../../testdata/titicaca", "../../testdata/titicaca/pages") })
}

func checkPages(t *testing.T, expect, pages string) {
	b, err := os.ReadFile(filepath.Join(expect, "expect.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ Documents []expected }
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	want.Documents = slices.DeleteFunc(want.Documents, func(e expected) bool { return strings.HasSuffix(e.Page, ".html") })
	byPage := map[string][]stemma.Article{}
	ids := map[string]string{} // expected id -> article id
	taken := map[string]bool{}
	match := func(e expected) *stemma.Article {
		as := byPage[e.Page]
		for i := range as {
			if as[i].Kind == e.Kind && !taken[as[i].ID] && as[i].Number == e.Number && (e.Within == "") == (as[i].Within == "") && (e.Within == "" || string(as[i].Within) == ids[e.Within]) {
				taken[as[i].ID] = true
				return &as[i]
			}
		}
		return nil
	}
	found := map[string]*stemma.Article{}
	for _, e := range want.Documents {
		if _, ok := byPage[e.Page]; !ok {
			in, err := os.ReadFile(filepath.Join(pages, e.Page))
			if err != nil {
				t.Fatal(err)
			}
			byPage[e.Page] = Read(&stemma.Capture{ID: "c" + e.Page, Page: e.Page}, block.Verbatim(string(in), 0))
			checkWords(t, string(in), byPage[e.Page])
		}
		a := match(e)
		if a == nil {
			t.Errorf("%s: not read", e.ID)
			continue
		}
		ids[e.ID], found[e.ID] = a.ID, a
	}
	for _, e := range want.Documents {
		if found[e.ID] != nil {
			checkDocument(t, e, found[e.ID], ids)
		}
	}
	for p, as := range byPage {
		for _, a := range as {
			if !taken[a.ID] {
				t.Errorf("%s: %s %s is spurious: %.80q", p, a.Kind, a.Slot, a.Text)
			}
		}
	}
}

func checkDocument(t *testing.T, e expected, a *stemma.Article, ids map[string]string) {
	t.Helper()
	own := a.Text
	if len(a.Holds) > 0 && a.Holds[0].Start == 0 && e.RepliesTo != "" { // the quoted post stands first
		own = strings.TrimSpace(a.Text[a.Holds[0].End:])
	}
	is := func(field, got, want string) {
		if want != "" && got != want {
			t.Errorf("%s: %s is %q, want %q", e.ID, field, got, want)
		}
	}
	is("title", a.Title, e.Title)
	is("outlet", a.Outlet, e.Outlet)
	is("author", a.Author, e.Author)
	is("place", a.Place, e.Place)
	is("standfirst", a.Standfirst, e.Standfirst)
	is("translated_from", a.TranslatedFrom, e.Translated)
	is("replies_to", string(a.RepliesTo), ids[e.RepliesTo])
	is("within", string(a.Within), ids[e.Within])
	if e.PhotoCredit != "" {
		is("photo credit", strings.Join(a.PhotoCredits, "; "), e.PhotoCredit)
	}
	if !strings.HasPrefix(own, e.First) {
		t.Errorf("%s: begins %.100q, want %q", e.ID, own, e.First)
	}
	if !strings.HasSuffix(a.Text, e.Last) {
		t.Errorf("%s: ends %q", e.ID, a.Text[max(0, len(a.Text)-100):])
	}
	for _, n := range e.Not {
		if strings.Contains(a.Text, n) {
			t.Errorf("%s: holds %q", e.ID, n)
		}
	}
	if e.Credits != nil && !slices.Equal(a.Credits, e.Credits) && len(a.Credits)+len(e.Credits) > 0 {
		t.Errorf("%s: credits %q, want %q", e.ID, a.Credits, e.Credits)
	}
	if e.Captions != nil && !slices.Equal(a.Captions, e.Captions) {
		t.Errorf("%s: captions %q", e.ID, a.Captions)
	}
	if e.Notices != nil && !slices.Equal(a.Notices, e.Notices) {
		t.Errorf("%s: notices %q", e.ID, a.Notices)
	}
	for _, h := range e.Holds {
		if !slices.ContainsFunc(a.Holds, func(x stemma.Held) bool { return x.Article == ids[h] }) {
			t.Errorf("%s: does not hold %s", e.ID, h)
		}
	}
	if e.Published == "" {
		return
	}
	if a.Published == nil { // a year that siblings settle
		if !slices.ContainsFunc(a.MayBe, func(d stemma.Date) bool { return d.From.Format("2006-01-02") == e.Published }) {
			t.Errorf("%s: published may be %v, want %s among them", e.ID, a.MayBe, e.Published)
		}
		return
	}
	is("published", dayOf(a.Published), e.Published)
}
