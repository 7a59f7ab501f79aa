package date

import (
	"sort"
	"strconv"
	"time"

	"github.com/stemma-news/stemma"
)

// Anchors returns what says against what times in an article are resolved: the
// earliest date, by the clock of its outlet, among the article and those whose
// text it repeats whole, for a "Tuesday" does not move when its text is printed
// again two days later. What it returns is not for several goroutines.
func Anchors(sc *stemma.Scene) func(article string) Anchor {
	ready()
	whole, days := map[string][]string{}, published(sc)
	for i := range sc.Copies {
		c := &sc.Copies[i]
		if c.Relation == "whole" || c.Relation == "repost" {
			whole[c.A.Article] = append(whole[c.A.Article], c.B.Article)
			whole[c.B.Article] = append(whole[c.B.Article], c.A.Article)
		}
	}
	beside := besides(sc)
	known := map[string]Anchor{}
	return func(article string) Anchor {
		if anchor, ok := known[article]; ok {
			return anchor
		}
		var best *stemma.Date
		take := func(id string) {
			if a := sc.ByID[id]; a != nil && a.Published != nil && (best == nil || a.Published.From.Before(best.From)) {
				best = Local(a)
			}
		}
		take(article)
		if a := sc.ByID[article]; a != nil && a.Kind != stemma.KindPost { // "this morning" in a post is the poster's
			for _, id := range whole[article] {
				take(id)
			}
		}
		anchor := Anchor{Article: best}
		if a := sc.ByID[article]; a != nil {
			anchor.Order = orderOf(a)
			if best == nil {
				if anchor.Article = leadDay(a, siblings(beside[article], days)); anchor.Article != nil {
					anchor.Why = "the article's day by other pages of its story"
				}
			}
		}
		known[article] = anchor
		return anchor
	}
}

// Settle fills Published of articles and posts that print no year of their own: from
// their MayBe, or from the weekdays and days their text names together, the
// year in which most other articles of their story lie. It says so in How. An
// article that no other can settle is left as it was.
func Settle(sc *stemma.Scene) {
	ready()
	known := published(sc)
	var open []*stemma.Article
	for _, a := range sc.Articles {
		if a.Published == nil && (a.Kind == stemma.KindArticle || len(a.MayBe) > 0) {
			open = append(open, a)
		}
	}
	set := map[string]stemma.Date{}
	beside := besides(sc)
	var names func(string) []string
	for _, a := range open {
		days, by := siblings(beside[a.ID], known), "sibling pages"
		if len(days) == 0 {
			if names == nil {
				names = naming(sc, known)
			}
			days, by = kin(a, known, names), "sibling pages that name the same"
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

// published are the dates of the articles that have one, by article.
func published(sc *stemma.Scene) map[string]time.Time {
	out := map[string]time.Time{}
	for _, a := range sc.Articles {
		if a.Published != nil {
			out[a.ID] = a.Published.From
		}
	}
	return out
}

// manyDays is over how many days the dated pages of a story may spread and
// still say of which week a page without a date is.
const manyDays = 10

// leadDay is the day an article without a date is taken to be of: news names
// the weekday of what is new first ("was arrested Saturday"), and that is the
// one nearest to the days of the other pages of its story, if they are of one
// time. A weekday soon after it in the lead is newer: "capsized on Wednesday
// ... was arrested Saturday". Nil where none tells.
func leadDay(a *stemma.Article, days []time.Time) *stemma.Date {
	if len(days) == 0 || days[len(days)-1].Sub(days[0]) > manyDays*24*time.Hour {
		return nil
	}
	mid := days[len(days)/2]
	mid = time.Date(mid.Year(), mid.Month(), mid.Day(), 0, 0, 0, 0, mid.Location())
	latest := -4
	for _, w := range Find(a.Text, stemma.Span{Start: 0, End: min(len(a.Text), leadLength)}) {
		ts := lex(w.Text, 0, len(w.Text))
		wday, ok := ts[len(ts)-1].sense("WDAY")
		if !ok || w.Tense == "future" || len(ts) > 2 || len(ts) == 2 && !earlyLate[ts[0].word] {
			continue
		}
		ahead := (atoi(wday)-int(mid.Weekday())+10)%7 - 3 // from three days before mid to three after
		if latest == -4 || ahead > latest && ahead < 3 {
			latest = ahead
		}
	}
	if latest == -4 {
		return nil
	}
	day := mid.AddDate(0, 0, latest)
	return &stemma.Date{From: day, Until: day.AddDate(0, 0, 1), Zone: "UTC"}
}

// leadLength is how many bytes of an article may hold what is new in it.
const leadLength = 800

// earlyLate are the words that stand before a weekday of the news.
var earlyLate = map[string]bool{"early": true, "late": true}

// besides are, by article, those of its stories and those that share copied
// words with it.
func besides(sc *stemma.Scene) map[string][]string {
	out := map[string][]string{}
	open := func(id string) bool { a := sc.ByID[id]; return a != nil && a.Published == nil }
	for _, s := range sc.Stories {
		for _, id := range s.Articles {
			if open(id) {
				out[id] = append(out[id], s.Articles...)
			}
		}
	}
	for i := range sc.Copies {
		a, b := sc.Copies[i].A.Article, sc.Copies[i].B.Article
		if open(a) {
			out[a] = append(out[a], b)
		}
		if open(b) {
			out[b] = append(out[b], a)
		}
	}
	return out
}

// siblings are the dates of the articles beside one, each article once.
func siblings(beside []string, known map[string]time.Time) []time.Time {
	seen := map[string]bool{}
	var out []time.Time
	for _, id := range beside {
		if t, ok := known[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, t)
		}
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

// manyNames is in how many articles a name may stand to tell which are kin.
const manyNames = 400

// naming gives the dated articles that hold a name.
func naming(sc *stemma.Scene, known map[string]time.Time) func(name string) []string {
	in := map[string][]string{}
	for _, b := range sc.Articles {
		if _, ok := known[b.ID]; !ok {
			continue
		}
		for w := range namesIn(b.Text) {
			in[w] = append(in[w], b.ID)
		}
	}
	return func(name string) []string {
		if l := in[name]; len(l) <= manyNames {
			return l
		}
		return nil
	}
}

// kin are the dates of the articles that name most of what a names, where it
// has no story with a dated one: those that share at least three names with it,
// and of these the half that shares most.
func kin(a *stemma.Article, known map[string]time.Time, naming func(string) []string) []time.Time {
	shared := map[string]int{}
	for w := range namesIn(a.Text) {
		for _, id := range naming(w) {
			shared[id]++
		}
	}
	type near struct {
		id     string
		shared int
	}
	var all []near
	for id, n := range shared {
		if n >= 3 && id != a.ID {
			all = append(all, near{id, n})
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
