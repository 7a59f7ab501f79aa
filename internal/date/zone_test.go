package date

import (
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// TestLocal holds which day "today" is, told on pages that print a moment.
func TestLocal(t *testing.T) {
	ready()
	at := time.Date(2027, 5, 18, 23, 30, 0, 0, time.UTC) // a Tuesday
	minute := func(at time.Time, text, zone string) *stemma.Date {
		return &stemma.Date{From: at, Until: at.Add(time.Minute), Text: text, Zone: zone}
	}
	for _, c := range []struct {
		outlet string
		d      *stemma.Date
		want   string // from, zone
	}{
		{"Kyodo", minute(at, "2027-05-18T23:30:00Z", "UTC"), "2027-05-19T00:00:00+09:00 Asia/Tokyo"},
		{"Kyodo", minute(at, "18 May 2027 23:30 GMT", "UTC"), "2027-05-19T00:00:00+09:00 Asia/Tokyo"},
		{"Kyodo", minute(at, "18 May 2027 23:30", "UTC"), "2027-05-18T00:00:00Z UTC"},
		{"Kyodo", &stemma.Date{From: at.Add(-23*time.Hour - 30*time.Minute), Until: at.Add(30 * time.Minute), Text: "18 May 2027", Zone: "UTC"}, "2027-05-18T00:00:00Z UTC"},
		{"The Bay Gazette", minute(at, "2027-05-18T23:30:00Z", "UTC"), "2027-05-18T00:00:00Z UTC"},
		{"The Bay Gazette", minute(at, "19 May 2027 06:30 WIB", "wib"), "2027-05-19T00:00:00+07:00 wib"},
		{"The Bay Gazette", minute(at, "19 May 2027 05:00 UTC+5:30", "utc +5:30"), "2027-05-19T00:00:00+05:30 utc +5:30"},
		{"Los Angeles Times", minute(at.Add(6*time.Hour), "2027-05-19T05:30:00+00:00", "UTC"), "2027-05-18T00:00:00-07:00 America/Los_Angeles"},
	} {
		a := &stemma.Article{ID: "a", Outlet: c.outlet, Published: c.d}
		w := Find("The fair opened today.", stemma.Span{Start: 0, End: 22})
		got := Resolve(w[0], Anchors(stemma.NewScene([]*stemma.Article{a}))("a"))
		if s := got.From.Format(time.RFC3339) + " " + got.Zone; s != c.want {
			t.Errorf("%s, %s: today is %s, want %s", c.outlet, c.d.Text, s, c.want)
		}
	}
}

// TestClockZones holds which day a clock time is of that is told with its zone.
func TestClockZones(t *testing.T) {
	tokyo := time.FixedZone("", 9*3600)
	dct := time.Date(2027, 5, 19, 8, 30, 0, 0, tokyo)
	for _, c := range []struct{ zone, text, want string }{
		{"Asia/Tokyo", "The ship sailed at 2330 GMT.", "2027-05-18T00:00:00Z UTC"},
		{"Asia/Tokyo", "The ship sailed at 0200 GMT.", "2027-05-19T00:00:00Z UTC"},
		{"Asia/Tokyo", "The ship sailed at 9 p.m. EST Monday.", "2027-05-17T00:00:00-05:00 UTC-05:00"},
		{"Asia/Tokyo", "The ship sailed at 8 a.m. JST.", "2027-05-19T00:00:00+09:00 Asia/Tokyo"},
		{"UTC", "The ship sailed at 10 p.m. EST.", "2027-05-19T00:00:00+09:00 UTC"},
	} {
		w := Find(c.text, stemma.Span{Start: 0, End: len(c.text)})
		d := Resolve(w[0], Anchor{Article: &stemma.Date{From: dct, Until: dct.Add(time.Minute), Zone: c.zone}})
		if s := d.From.Format(time.RFC3339) + " " + d.Zone; s != c.want {
			t.Errorf("%s (%s): %s, want %s", c.text, w[0].Text, s, c.want)
		}
	}
}

// TestOrder holds which number of two is the month, by language and outlet.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ outlet, lang, text, want string }{
		{"", "", "06/05/2021", "2021-05-06"},
		{"", "", "06/05/21", "2021-06-05"},
		{"", "en-US", "06/05/2021", "2021-06-05"},
		{"Los Angeles Times", "en", "06/05/2021", "2021-06-05"},
		{"The Guardian", "en", "06/05/21", "2021-05-06"},
		{"", "id", "06/05/21", "2021-05-06"},
		{"Los Angeles Times", "en", "22/06/2021", "2021-06-22"},
		{"Los Angeles Times", "en", "06.05.2021", "2021-05-06"},
	} {
		a := &stemma.Article{ID: "a", Outlet: c.outlet, Lang: c.lang}
		w := Find(c.text, stemma.Span{Start: 0, End: len(c.text)})
		if got := Value(w[0], Anchors(stemma.NewScene([]*stemma.Article{a}))("a")); got != c.want {
			t.Errorf("%s by %q (%s): %s, want %s", c.text, c.outlet, c.lang, got, c.want)
		}
	}
}

// FuzzLocal holds that a date stays the same moment in any zone's words, no
// further off than a zone can be.
func FuzzLocal(f *testing.F) {
	f.Add("utc +5:30", "2027-05-18T23:30:00Z", "Kyodo")
	f.Add("UTC-0330", "23:30 GMT", "\xff")
	f.Fuzz(func(t *testing.T, zone, text, name string) {
		at := time.Date(2027, 5, 18, 23, 30, 0, 0, time.UTC)
		d := Local(&stemma.Article{Outlet: name, Published: &stemma.Date{From: at, Until: at.Add(time.Minute), Text: text, Zone: zone}})
		if _, off := d.From.Zone(); !d.From.Equal(at) || off > 14*3600 || off < -14*3600 {
			t.Fatalf("%q, %q: %s", zone, text, d.From)
		}
	})
}

// TestEvening holds that a weekday of the evening before is the day after it,
// and that no other day six days gone is.
func TestEvening(t *testing.T) {
	friday := time.Date(2027, 5, 21, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		hour       int
		text, want string
	}{
		{23, "The captain was held Saturday.", "2027-05-22"},
		{9, "The captain was held Saturday.", "2027-05-15"},
		{9, "The captain was held early Saturday.", "2027-05-22"},
		{23, "The captain was held last Saturday.", "2027-05-15"},
		{23, "The captain was held Sunday.", "2027-05-16"},
	} {
		at := friday.Add(time.Duration(c.hour) * time.Hour)
		w := Find(c.text, stemma.Span{Start: 0, End: len(c.text)})
		d := Resolve(w[0], Anchor{Article: &stemma.Date{From: at, Until: at.Add(time.Minute), Zone: "UTC"}})
		if s := d.From.Format(time.DateOnly); s != c.want {
			t.Errorf("%d h: %s: %s, want %s", c.hour, c.text, s, c.want)
		}
	}
}

// TestLeadDay holds that the weekdays of a page without a date are those of the
// other pages of its story, and that nothing longer than a day is told by them.
func TestLeadDay(t *testing.T) {
	day := time.Date(2027, 5, 21, 0, 0, 0, 0, time.UTC) // a Friday
	dated := &stemma.Article{ID: "a", Kind: stemma.KindArticle, Published: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}, Text: "The ferry sank Wednesday."}
	text := "The ferry capsized on Wednesday. Its captain was held early Saturday, police said. He took it over in March. A court will sit on Monday."
	open := &stemma.Article{ID: "b", Kind: stemma.KindArticle, Text: text}
	sc := stemma.NewScene([]*stemma.Article{dated, open})
	sc.Stories = []stemma.Story{{Articles: []string{"a", "b"}}}
	want := map[string]string{"Wednesday": "2027-05-19", "early Saturday": "2027-05-22", "March": "", "Monday": "2027-05-24"}
	for _, w := range Find(text, stemma.Span{Start: 0, End: len(text)}) {
		got := ""
		if d := Resolve(w, Anchors(sc)("b")); d != nil {
			got = d.From.Format(time.DateOnly)
		}
		if got != want[w.Text] {
			t.Errorf("%s: %s, want %s", w.Text, got, want[w.Text])
		}
	}
}

// TestAnchorless holds that a day with its year is known of a page that has no
// day, and no story whose other pages have one.
func TestAnchorless(t *testing.T) {
	text := "The bridge was shut on 4 May 2027."
	a := &stemma.Article{ID: "a", Kind: stemma.KindArticle, Text: text}
	ws := Find(text, stemma.Span{Start: 0, End: len(text)})
	if len(ws) != 1 {
		t.Fatalf("got %v", ws)
	}
	if d := Resolve(ws[0], Anchors(stemma.NewScene([]*stemma.Article{a}))("a")); d == nil || d.From.Format("2006-01-02") != "2027-05-04" {
		t.Errorf("got %v", d)
	}
}
