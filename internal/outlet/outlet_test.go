package outlet

import (
	"slices"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(table), "\n")
	if !slices.IsSorted(lines) {
		t.Error("outlets.txt is not sorted by byte")
	}
	kinds := []string{Agency, Paper, Broadcaster, Online, Magazine}
	owners := []string{State, Public, Private, Cooperative, Party, Nonprofit}
	seen := map[string]bool{}
	hosts := map[string]string{}
	for _, o := range All() {
		if seen[o.Slug] {
			t.Errorf("slug %s stands twice", o.Slug)
		}
		seen[o.Slug] = true
		if !slices.Contains(kinds, o.Kind) || !slices.Contains(owners, o.Owner) || len(o.Country) != 3 || o.Country != strings.ToUpper(o.Country) || len(o.Lang) != 2 {
			t.Errorf("bad line: %+v", o)
		}
		for _, d := range o.Domains {
			if hosts[d] != "" {
				t.Errorf("host %s is of %s and %s", d, hosts[d], o.Slug)
			}
			hosts[d] = o.Slug
		}
	}
}

func TestLookup(t *testing.T) {
	for name, slug := range map[string]string{
		"REUTERS": "reuters", "the Kyodo news agency": "kyodo", "The Associated Press": "ap", "Agence France-Presse": "afp",
		"the New York Times": "nyt", "RIA Novosti": "ria", "the BBC": "bbc", "Time": "time", "Xinhua's": "xinhua", "AA": "anadolu", "Anadolu Ajansı": "anadolu", "nobody": "",
	} {
		o, _ := Lookup(name)
		if o.Slug != slug {
			t.Errorf("Lookup(%q) = %q, want %q", name, o.Slug, slug)
		}
	}
	if o, _ := ByHost("www.bbc.co.uk"); o.Slug != "bbc" {
		t.Errorf("host: %q", o.Slug)
	}
}

func TestFindIn(t *testing.T) {
	text := "MOSCOW (Reuters) - He told the Financial Times, RIA's rival TASS and The Jakarta Post; time will tell. The AA batteries failed. Source: Reuters/jt"
	var got []string
	for _, f := range FindIn(text) {
		got = append(got, f.Outlet.Slug+"="+text[f.Start:f.End])
	}
	want := "reuters=Reuters ft=Financial Times ria=RIA tass=TASS jakarta-post=Jakarta Post reuters=Reuters"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got %s", s)
	}
}

// FuzzFindIn: every span lies in the text, in order, and names what stands there.
func FuzzFindIn(f *testing.F) {
	f.Add("AP and AFP\xff said")
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, x := range FindIn(s) {
			if x.Start < at || x.End > len(s) || x.Start >= x.End {
				t.Fatalf("span %v after %d", x.Span, at)
			}
			at = x.End
		}
		Lookup(s)
		ByHost(s)
	})
}
