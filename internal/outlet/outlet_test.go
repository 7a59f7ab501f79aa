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

// TestZones holds that the table of zones is sorted, that its keys are
// countries or outlets, and that the country of every outlet has a line.
func TestZones(t *testing.T) {
	var keys []string
	for _, line := range strings.Split(strings.TrimSpace(zoneTable), "\n") {
		if line[0] != '#' {
			keys = append(keys, strings.Split(line, "|")[0])
		}
	}
	if !slices.IsSorted(keys) || len(keys) != len(clocks()) {
		t.Error("zones.txt is not sorted, or has a line twice or one that is not read")
	}
	for _, k := range keys {
		if _, ok := BySlug(k); !ok && (len(k) != 3 || k != strings.ToUpper(k)) {
			t.Errorf("zones.txt: %q is neither a country nor an outlet", k)
		}
	}
	for _, o := range All() {
		if loc, _ := o.Zone(); loc == nil {
			t.Errorf("%s: no zone of %s", o.Slug, o.Country)
		}
	}
	o, _ := BySlug("kyodo")
	if loc, several := o.Zone(); loc.String() != "Asia/Tokyo" || several {
		t.Errorf("Kyodo: %v, %v", loc, several)
	}
	o, _ = BySlug("la-times")
	if loc, _ := o.Zone(); loc.String() != "America/Los_Angeles" {
		t.Errorf("Los Angeles Times: %v", loc)
	}
}

// TestResold holds that the list is sorted and names agencies of the table.
func TestResold(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(resoldText), "\n")
	if !slices.IsSorted(lines) {
		t.Error("resold.txt is not sorted")
	}
	for _, slug := range lines {
		if o, ok := BySlug(slug); !ok || o.Kind != Agency || !o.Resold() {
			t.Errorf("resold.txt: %s is no agency", slug)
		}
	}
}
