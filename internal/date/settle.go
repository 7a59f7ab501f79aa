package date

import (
	"sort"
	"strconv"
	"time"

	"github.com/stemma-news/stemma"
)

// AnchorOf returns what times in an article are resolved against: the earliest
// date among the article and those whose text it repeats whole, for a
// "Tuesday" does not move when its text is printed again two days later.
func AnchorOf(sc *stemma.Scene, article string) Anchor {
	ready()
	var best *stemma.Date
	take := func(id string) {
		if a := sc.ByID[id]; a != nil && a.Published != nil && (best == nil || a.Published.From.Before(best.From)) {
			best = a.Published
		}
	}
	take(article)
	for i := range sc.Copies {
		c := &sc.Copies[i]
		if c.Relation != "whole" && c.Relation != "repost" {
			continue
		}
		switch article {
		case c.A.Article:
			take(c.B.Article)
		case c.B.Article:
			take(c.A.Article)
		}
	}
	return Anchor{Article: best}
}

// Settle fills Published of articles that print no year of their own: from
// their MayBe, or from the weekdays and days their text names together, the
// year in which most other articles of their story lie. It says so in How. An
// article that no other can settle is left as it was.
func Settle(sc *stemma.Scene) {
	ready()
	known := map[string]time.Time{}
	for _, a := range sc.Articles {
		if a.Published != nil {
			known[a.ID] = a.Published.From
		}
	}
	names := namesOnce()
	var open []*stemma.Article
	for _, a := range sc.Articles {
		if a.Published == nil && a.Kind == stemma.KindArticle {
			open = append(open, a)
		}
	}
	set := map[string]stemma.Date{}
	for _, a := range open {
		days, by := siblings(sc, a, known), "sibling pages"
		if len(days) == 0 {
			days, by = kin(sc, a, known, names), "sibling pages that name the same"
		}
		if len(days) == 0 {
			continue
		}
		may, why := a.MayBe, "year settled by "+by
		if len(may) == 0 {
			may, why = fromText(a), "the latest day its text names; year settled by "+by
		}
		if d, ok := nearest(may, days); ok {
			d.How = why
			set[a.ID] = d
		}
	}
	for _, a := range open { // all at once: no settled page settles another
		if d, ok := set[a.ID]; ok {
			a.Published = &d
		}
	}
}

// siblings are the dates of the other articles of a's stories; where it has
// none with a date, of all that share copied words with it.
func siblings(sc *stemma.Scene, a *stemma.Article, known map[string]time.Time) []time.Time {
	ids := map[string]bool{}
	for _, s := range sc.Stories {
		in := false
		for _, id := range s.Articles {
			in = in || id == a.ID
		}
		for _, id := range s.Articles {
			if _, ok := known[id]; in && ok {
				ids[id] = true
			}
		}
	}
	for _, c := range sc.Copies {
		for _, p := range [][2]string{{c.A.Article, c.B.Article}, {c.B.Article, c.A.Article}} {
			if _, ok := known[p[1]]; ok && p[0] == a.ID {
				ids[p[1]] = true
			}
		}
	}
	var out []time.Time
	for id := range ids {
		out = append(out, known[id])
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Before(out[j]) })
	return out
}

// nearest is the candidate nearest to the middle one of days, if it lies
// within half a year of it.
func nearest(may []stemma.Date, days []time.Time) (stemma.Date, bool) {
	mid := days[len(days)/2]
	best, gap := -1, 183*24*time.Hour
	for i, d := range may {
		if g := d.From.Sub(mid).Abs(); g < gap {
			best, gap = i, g
		}
	}
	if best < 0 {
		return stemma.Date{}, false
	}
	return may[best], true
}

// fromText are the days, in the years where they fit, of the latest day that a
// text names together with its weekday: "Wednesday, June 23".
func fromText(a *stemma.Article) []stemma.Date {
	var out []stemma.Date
	latest := 0
	for _, w := range Find(a.Text, stemma.Span{Start: 0, End: len(a.Text)}) {
		ts := lex(w.Text, 0, len(w.Text))
		wday, month, day, plain := -1, 0, 0, true
		for i := range ts {
			if v, ok := ts[i].sense("WDAY"); ok {
				wday = atoi(v)
			} else if v, ok := ts[i].sense("WD"); ok && wday < 0 {
				wday = atoi(v)
			}
			if v, ok := ts[i].sense("MONTH"); ok {
				month = atoi(v)
			}
			if v, ok := ts[i].sense("DAY"); ok {
				day = atoi(v)
			}
			if _, ok := ts[i].sense("YEAR"); ok {
				plain = false
			}
		}
		if !plain || wday < 0 || month == 0 || day == 0 || month*100+day < latest || w.Tense == "future" {
			continue
		}
		latest, out = month*100+day, nil
		for y := 1990; y < 2060; y++ {
			if m, ok := makeDay(y, month, day, time.UTC); ok && int(m.from.Weekday()) == wday {
				out = append(out, stemma.Date{From: m.from, Until: m.until, Text: w.Text, Zone: "UTC", How: "a day of " + strconv.Itoa(y)})
			}
		}
	}
	return out
}

// kin are the dates of the articles that name most of what a names, where it
// has no story with a dated one: those that share at least three names with it,
// and of these the half that shares most.
func kin(sc *stemma.Scene, a *stemma.Article, known map[string]time.Time, names func(*stemma.Article) map[string]bool) []time.Time {
	mine := names(a)
	type near struct {
		id     string
		shared int
	}
	var all []near
	for _, b := range sc.Articles {
		if _, ok := known[b.ID]; !ok || b.ID == a.ID {
			continue
		}
		n := 0
		for w := range names(b) {
			if mine[w] {
				n++
			}
		}
		if n >= 3 {
			all = append(all, near{b.ID, n})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		return all[i].shared > all[j].shared || all[i].shared == all[j].shared && all[i].id < all[j].id
	})
	all = all[:(len(all)+1)/2]
	var out []time.Time
	for _, x := range all {
		out = append(out, known[x.id])
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Before(out[j]) })
	return out
}

// namesOnce returns namesIn of articles, each text being looked through once.
func namesOnce() func(*stemma.Article) map[string]bool {
	seen := map[string]map[string]bool{}
	return func(a *stemma.Article) map[string]bool {
		n, ok := seen[a.ID]
		if !ok {
			n = namesIn(a.Text)
			seen[a.ID] = n
		}
		return n
	}
}

// namesIn are the words of a text that stand capitalised within a sentence.
func namesIn(s string) map[string]bool {
	out := map[string]bool{}
	ts := lex(s, 0, len(s))
	for i := 1; i < len(ts); i++ {
		if ts[i].capital && len(ts[i].senses) == 0 && len(ts[i].word) > 2 && !stop(ts, i-1) && ts[i-1].word != "\"" && ts[i-1].word != "“" {
			out[ts[i].word] = true
		}
	}
	return out
}
