package date

import (
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stemma-news/stemma"
)

// TestExamples holds that each rule of the grammar reads its own example whole.
func TestExamples(t *testing.T) {
	ready()
	for _, r := range times.rules {
		ts := lex(r.example, 0, len(r.example))
		m := newMatcher(times, ts)
		w := m.way(0)
		m.items(r, 0, 0, w, maxTokens)
		if !slices.ContainsFunc(w.out, func(o match) bool { return o.end == len(ts) }) {
			t.Errorf("<%s> %s does not read its example %q whole", r.symbol, r.op, r.example)
		}
		if meanings[r.op] == nil {
			t.Errorf("<%s>: no meaning %q", r.symbol, r.op)
		}
	}
}

// TestWords holds that the tables of words are sorted, without doubles.
func TestWords(t *testing.T) {
	ready()
	for name, file := range map[string]string{"words.txt": wordsFile, "tense.txt": tenseFile} {
		var lines []string
		for _, l := range strings.Split(file, "\n") {
			if l != "" && l[0] != '#' {
				lines = append(lines, l)
			}
		}
		if !sort.StringsAreSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s is not sorted, or has a line twice", name)
		}
	}
}

// TestResolve holds what times mean, told in an article of Wednesday 19 May
// 2027. A "|" parts the words before and after from the time; "-" stands for
// no stretch of time.
func TestResolve(t *testing.T) {
	dct := time.Date(2027, 5, 19, 0, 0, 0, 0, time.UTC)
	anchor := Anchor{Article: &stemma.Date{From: dct, Until: dct.AddDate(0, 0, 1)}}
	for _, c := range []struct{ text, from, until string }{
		{"The envoys met |late on Tuesday| in Oslo.", "2027-05-18", "2027-05-19"},
		{"The envoys met on |Wednesday|.", "2027-05-19", "2027-05-20"},
		{"The envoys will meet on |Friday|.", "2027-05-21", "2027-05-22"},
		{"She left |last week|.", "2027-05-10", "2027-05-17"},
		{"He fell ill |earlier this month|, she said.", "2027-05-01", "2027-05-20"},
		{"They came in |January of this year|.", "2027-01-01", "2027-02-01"},
		{"It has been so since the |Feb. 1| flood.", "2027-02-01", "2027-02-02"},
		{"It began in |early 2021|.", "2021-01-01", "2021-05-02"},
		{"He spoke on |Tuesday (May 18)|.", "2027-05-18", "2027-05-19"},
		{"The fair lasts until |tomorrow|.", "2027-05-20", "2027-05-21"},
		{"The fair runs |from 20 to 22 May|.", "2027-05-20", "2027-05-23"},
		{"It happened on |9 November 1989|.", "1989-11-09", "1989-11-10"},
		{"It happened in |the late 1980s|.", "1986-09-02", "1990-01-01"},
		{"They meet |every year|.", "-", ""},
		{"He stayed |two days|.", "-", ""},
		{"They fought over |the past two years|.", "2025-05-19", "2027-05-20"},
		{"She was born on |22 June 2564|.", "2021-06-22", "2021-06-23"},
		{"It rained on |2027-05-03|.", "2027-05-03", "2027-05-04"},
		{"It rained on |Tuesday evening, May 18|.", "2027-05-18", "2027-05-19"},
		{"It rained on |the 9th of Ramadan 1448|.", "2027-02-15", "2027-02-18"},
		{"It rained on |9 Ramadan 1442|.", "2021-04-20", "2021-04-23"},
		{"It rained in |Ramadan 1442|.", "2021-04-12", "2021-05-14"},
		{"It rained on |Eid al-Adha|.", "2027-05-16", "2027-05-19"},
		{"It rained on |22 June B.E. 2564|.", "2021-06-22", "2021-06-23"},
		{"It rained in |June 2564|.", "2021-06-01", "2021-07-01"},
		{"It rained on |Orthodox Easter|.", "2027-05-02", "2027-05-03"},
		{"It rained on |the full moon day of Waso|.", "-", ""},
		{"It rained on |Diwali|.", "-", ""},
		{"They meet |every second Tuesday|.", "-", ""},
		{"They meet on |the 15th of each month|.", "-", ""},
		{"They meet |every June 22|.", "-", ""},
		{"The fair ran |Dec. 28-Jan. 3|.", "2026-12-28", "2027-01-04"},
		{"The fair ran |28 June-3 July 2021|.", "2021-06-28", "2021-07-04"},
		{"The fair ran |June 20, 21 and 22|.", "2027-06-20", "2027-06-23"},
		{"It rained on |06/05/2021|.", "2021-05-06", "2021-05-07"},
		{"The firm lost money in |the nine months| ended then.", "-", ""},
	} {
		p := strings.Split(c.text, "|")
		text := strings.Join(p, "")
		got := Find(text, stemma.Span{Start: 0, End: len(text)})
		if c.from == "-" {
			for _, w := range got {
				if d := Resolve(w, anchor); d != nil {
					t.Errorf("%q: %q is %s to %s", c.text, w.Text, d.From, d.Until)
				}
			}
			continue
		}
		if len(got) != 1 || got[0].Text != p[1] {
			t.Errorf("%q: found %v", c.text, got)
			continue
		}
		d := Resolve(got[0], anchor)
		if d == nil || d.From.Format("2006-01-02") != c.from || d.Until.Format("2006-01-02") != c.until {
			t.Errorf("%q: resolved to %v", c.text, d)
		}
	}
}

// TestNear holds times that lean on the one before them.
func TestNear(t *testing.T) {
	text := "It began on 3 March 1991. Two days later it was over; the following year it began again."
	var got []string
	for _, w := range Find(text, stemma.Span{Start: 0, End: len(text)}) {
		got = append(got, Value(w, Anchor{}))
	}
	if want := []string{"1991-03-03", "1991-03-05", "1992"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestLookBack holds that what leans on a time before the span finds it.
func TestLookBack(t *testing.T) {
	text := "The ship sailed on 3 March 1991. Two days later it was back."
	w := Find(text, stemma.Span{Start: 33, End: len(text)})
	if len(w) != 1 || Value(w[0], Anchor{}) != "1991-03-05" {
		t.Errorf("got %v", w)
	}
}

// TestSettle holds that a page without a year takes it from its story.
func TestSettle(t *testing.T) {
	day := func(y, m, d int) *stemma.Date {
		f := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		return &stemma.Date{From: f, Until: f.AddDate(0, 0, 1), Zone: "UTC"}
	}
	dated := &stemma.Article{ID: "a1", Kind: stemma.KindArticle, Published: day(2021, 6, 23)}
	may := &stemma.Article{ID: "a2", Kind: stemma.KindArticle, MayBe: []stemma.Date{*day(2027, 6, 23), *day(2021, 6, 23), *day(2010, 6, 23)}}
	bare := &stemma.Article{ID: "a3", Kind: stemma.KindArticle, Text: "They met on Tuesday (Jun 22) in Oslo."}
	alone := &stemma.Article{ID: "a4", Kind: stemma.KindArticle, MayBe: may.MayBe}
	sc := stemma.NewScene([]*stemma.Article{alone, bare, may, dated})
	sc.Stories = []stemma.Story{{Articles: []string{"a1", "a2", "a3"}}, {Articles: []string{"a4"}}}
	Settle(sc)
	if may.Published == nil || may.Published.From.Year() != 2021 || !strings.Contains(may.Published.How, "sibling") {
		t.Errorf("a page of a story that is dated: %v", may.Published)
	}
	if bare.Published == nil || bare.Published.From.Format("2006-01-02") != "2021-06-22" {
		t.Errorf("a page whose text names a weekday and a day: %v", bare.Published)
	}
	if alone.Published != nil {
		t.Errorf("a page nobody settles: %v", alone.Published)
	}
}

// FuzzFind holds that times lie in the text, ascend and are read without panic
// in any bytes.
func FuzzFind(f *testing.F) {
	f.Add("It began on 3 March 1991. Two days later, at 9 a.m. EST Tuesday (Jun 22), '98-99 twenty-five 1/2 years ago.")
	f.Add("\xff\xfe 31/31/31 29 February the 99th century 5 Ramadan 1442 AH 2564 B.E.")
	dct := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, w := range Find(s, stemma.Span{Start: 0, End: len(s)}) {
			if w.Start < at || w.End > len(s) || w.Start >= w.End || s[w.Start:w.End] != w.Text {
				t.Fatalf("%q at %d-%d after %d", w.Text, w.Start, w.End, at)
			}
			at = w.End
			if d := Resolve(w, Anchor{Article: &stemma.Date{From: dct, Until: dct}}); d != nil && !d.From.Before(d.Until) {
				t.Fatalf("%q is %s to %s", w.Text, d.From, d.Until)
			}
			Resolve(w, Anchor{})
		}
	})
}
