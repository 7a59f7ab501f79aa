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
		got := Resolve(w[0], AnchorOf(stemma.NewScene([]*stemma.Article{a}), "a"))
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
		if got := Value(w[0], AnchorOf(stemma.NewScene([]*stemma.Article{a}), "a")); got != c.want {
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
