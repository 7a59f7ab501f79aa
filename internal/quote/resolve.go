package quote

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
)

// Resolve fills each quote's Speaker, Addressee and Date from the scene, in
// place, and the entities of its chain's hops.
func Resolve(sc *stemma.Scene, quotes []stemma.Quote) {
	by := map[string][]*stemma.Quote{}
	for i := range quotes {
		by[quotes[i].Article] = append(by[quotes[i].Article], &quotes[i])
	}
	anchors := date.Anchors(sc)
	for id, qs := range by {
		a := sc.ByID[id]
		if a == nil {
			continue
		}
		sort.SliceStable(qs, func(i, j int) bool { return qs[i].Spans[0].Start < qs[j].Spans[0].Start })
		for _, q := range qs {
			for n := range q.Chain {
				q.Chain[n].Entity = stemma.Ref(entityOf(sc, a, q.Chain[n].Cites))
			}
			if len(q.Chain) > 0 && len(q.SpeakerSpans) > 0 {
				apposed(sc, a, q)
				otherSex(sc, a, q)
				q.Speaker = q.Chain[0].Entity
			}
			if q.AddresseeText == "" {
				heard(a, q)
			}
			ourselves(a, q)
			if len(q.AddresseeSpan) > 0 {
				q.Addressee = stemma.Ref(named(sc, a, q.AddresseeSpan[0]))
				if q.Addressee == "" && len(q.Chain) > 1 && q.AddresseeText == q.Chain[1].Who {
					q.Addressee = q.Chain[1].Entity
				} else if q.Addressee == "" {
					q.Addressee = stemma.Ref(holder(sc, a, q.AddresseeText, string(q.Speaker)))
				}
			}
		}
		datesOf(a, anchors(id), qs)
	}
}

// toPress ends what stands before an outlet that was spoken to.
var toPress = regexp.MustCompile(`(?i)\b(?:told|tells|interview with|interview to|speaking to|speaking with|spoke to|spoke with)(?: [\p{L}-]+){0,4} ?$`)

// heard takes for the one spoken to the outlet that the chain names first, where
// its words say so: "told Reuters", not "Reuters quoted her as saying".
func heard(a *stemma.Article, q *stemma.Quote) {
	if len(q.Chain) < 2 || q.Chain[1].How != stemma.HowRead && q.Chain[1].How != stemma.HowInherited {
		return
	}
	for _, c := range q.Chain[1].Cites {
		for _, s := range c.Spans {
			if s.Start < 0 || s.End > len(a.Text) || a.Text[s.Start:s.End] != q.Chain[1].Who {
				continue
			}
			before := a.Text[max(0, s.Start-60):s.Start]
			if i := strings.LastIndexAny(before, ",.;:\n\"“”"); i >= 0 {
				before = before[i+1:]
			}
			if m := toPress.FindString(before); m != "" && !strings.Contains(m, " that ") {
				q.AddresseeText, q.AddresseeSpan = q.Chain[1].Who, []stemma.Span{s}
				return
			}
		}
	}
}

// ourselves names the one spoken to where the page calls itself so: "told me" by its
// author, "told the Herald" and "told LBH" on a page of The Lake Bay Herald.
func ourselves(a *stemma.Article, q *stemma.Quote) {
	switch t := strings.TrimPrefix(strings.TrimPrefix(q.AddresseeText, "the "), "The "); {
	case t == "" && q.By.Rule == "interview":
		q.AddresseeText = cmp.Or(a.Author, strings.Join(a.Bylines, ", "), a.Outlet)
	case t == "":
	case t == "me" && a.Author != "":
		q.AddresseeText, q.AddresseeSpan = a.Author, nil
	case t == "me" && len(a.Bylines) == 1:
		q.AddresseeText, q.AddresseeSpan = a.Bylines[0], nil
	case (t == "us" || strings.HasPrefix(t, "this ") && (pressNouns[t[5:]] || t == "this medium")) && a.Outlet != "" && a.Kind == stemma.KindArticle:
		q.AddresseeText, q.AddresseeSpan = a.Outlet, nil
	case len(t) > 1 && t != a.Outlet && a.Outlet != "" && (t == initials(a.Outlet) || len(t) > 2 && strings.Contains(" "+a.Outlet+" ", " "+t+" ") && t != strings.ToLower(t)):
		q.AddresseeText, q.AddresseeSpan = a.Outlet, nil
	}
}

// initials are the first letters of a name in capitals: "LBH".
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(strings.TrimPrefix(name, "The ")) {
		if w[0] < 0x80 && w[0] != '&' {
			b.WriteString(strings.ToUpper(w[:1]))
		}
	}
	return b.String()
}

// apposed gives a quote whose speaker is told by an office alone the name that
// follows it in apposition: "a police spokeswoman, Ana Ruiz, as saying".
func apposed(sc *stemma.Scene, a *stemma.Article, q *stemma.Quote) {
	s := q.SpeakerSpans[0]
	if e := sc.Entities[string(q.Chain[0].Entity)]; e != nil && e.Kind == stemma.Person {
		return
	}
	for _, l := range sc.Links.In(a.ID, stemma.Span{Start: s.End, End: min(len(a.Text), s.End+90)}) {
		e := sc.Entities[l.Entity]
		if e == nil || e.Kind != stemma.Person || l.Start < s.End+2 {
			continue
		}
		role, ok := strings.CutSuffix(a.Text[s.Start:l.Start], ", ")
		if ok && slices.Contains(e.Also, strings.Join(strings.Fields(role), " ")) {
			q.Chain[0].Entity, q.Chain[0].Who = stemma.Ref(l.Entity), a.Text[l.Start:l.End]
			q.Chain[0].Cites = append(q.Chain[0].Cites, a.Cite(l.Span))
		}
		return
	}
}

// otherSex takes "she" off a man, who was named last, and gives it to the woman
// whom the names of the article tell of there, without the press he spoke to.
func otherSex(sc *stemma.Scene, a *stemma.Article, q *stemma.Quote) {
	said := strings.ToLower(q.SpeakerText)
	e := sc.Entities[string(q.Chain[0].Entity)]
	if said != "he" && said != "she" || e == nil || e.Pronoun == "" || e.Pronoun == said {
		return
	}
	for _, l := range sc.Links.In(a.ID, q.SpeakerSpans[0]) {
		o := sc.Entities[l.Entity]
		if o == nil || l.Entity == e.ID || o.Pronoun != "" && o.Pronoun != said || o.Pronoun == "" && !strings.Contains(o.Name, " ") || l.Span != q.SpeakerSpans[0] {
			continue
		}
		q.Chain[0].Entity, q.Chain[0].Who = stemma.Ref(o.ID), o.Name
		q.Chain[0].Cites = []stemma.Cite{a.Cite(l.Span)}
		rest := slices.DeleteFunc(q.Chain[1:], func(h stemma.Hop) bool { return h.How == stemma.HowInherited })
		q.Chain = q.Chain[:1+len(rest)]
		return
	}
}

// entityOf is the entity the last of the cites names that names any.
func entityOf(sc *stemma.Scene, a *stemma.Article, cites []stemma.Cite) string {
	for i := len(cites) - 1; i >= 0; i-- {
		for _, s := range cites[i].Spans {
			if e := named(sc, a, s); e != "" {
				return e
			}
		}
	}
	return ""
}

// holder is the one person an article names, other than the speaker, who
// bears a title: "senior general" spoken to as such.
func holder(sc *stemma.Scene, a *stemma.Article, title, speaker string) string {
	found := ""
	for _, l := range sc.Links[a.ID] {
		e := sc.Entities[l.Entity]
		if e == nil || l.Entity == speaker || e.Kind != stemma.Person {
			continue
		}
		for _, r := range e.Roles {
			if !strings.EqualFold(r.Role, title) {
				continue
			}
			if found != "" && found != l.Entity {
				return ""
			}
			found = l.Entity
		}
	}
	return found
}

// named is the entity that the noun phrase at s names: what stands after "of"
// or "for" is not the phrase's own. A person is meant before a body, a body
// before a country: "Ghana's foreign ministry".
func named(sc *stemma.Scene, a *stemma.Article, s stemma.Span) string {
	best, rank, last := "", 0, 0
	for _, l := range sc.Links.In(a.ID, s) {
		e := sc.Entities[l.Entity]
		if e == nil {
			continue
		}
		before := ""
		if l.Start > s.Start {
			before = strings.ToLower(a.Text[s.Start:l.Start])
		}
		after := ""
		if l.End < s.End {
			after = strings.ToLower(strings.Trim(a.Text[l.End:s.End], " ,"))
		}
		n := 1
		switch {
		case behind(before) && !(e.Kind == stemma.Person && after == "" && held(before)):
			continue
		case e.Kind == stemma.Person && (strings.HasPrefix(after, "'s ") || strings.HasPrefix(after, "’s ")):
			continue // "Ruiz's lawyer"
		case e.Kind == stemma.Person:
			n = 4
		case e.Kind == stemma.Organisation && (after == "" || bodyTail(after)):
			n = 3
		case after == "":
			n = 2
		default:
			continue // "the Ghanaian farmer" is not Ghana
		}
		if strings.HasPrefix(before, "a ") || strings.HasPrefix(before, "an ") {
			if e.Kind != stemma.Person {
				continue // "a junta spokesman"
			}
		}
		if n > rank || n == 4 && rank == 4 && l.Start > last && office(a.Text[last:l.Start]) { // "Ruiz spokesman Juan Quispe"
			best, rank = l.Entity, n
		}
		if n == rank {
			last = max(last, l.End)
		}
	}
	return best
}

// held reports whether what stands before a name is an office with what it is of:
// "US secretary of state", "minister for local government", "ambassador to the Norda",
// and no "a spokesman for".
func held(before string) bool {
	w := strings.Fields(before)
	n := slices.IndexFunc(w, func(x string) bool { return behind(x) })
	return n > 0 && n+1 < len(w) && !behind(w[len(w)-1]) && w[len(w)-1] != "the" && offices[w[n-1]] && !strings.HasPrefix(w[n-1], "spokes") && !slices.ContainsFunc(w[n+1:], func(x string) bool { return offices[x] || x == "leader" || x == "candidate" })
}

// office reports whether words between two names are no more than what the second
// is to the first: " spokesman ".
func office(between string) bool {
	w := strings.Fields(between)
	if len(w) == 0 || len(w) > 4 {
		return false
	}
	for _, x := range w {
		if x == "and" || x == "or" || x == "to" || x != strings.ToLower(x) && x != "'s" || strings.ContainsAny(x, ",;:.()") {
			return false
		}
	}
	return true
}

func bodyTail(s string) bool {
	switch s {
	case "news agency", "agency", "newspaper", "television", "news", "daily", "website", "magazine", "radio", "broadcaster", "tv", "'s", "’s":
		return true
	}
	return strings.HasPrefix(s, "(")
}

// behind reports whether a preposition stands in what comes before a name
// within its noun phrase: "a spokesman for".
func behind(before string) bool {
	for _, w := range strings.Fields(before) {
		switch w {
		case "of", "for", "from", "at", "in", "with", "by", "to", "close", "on", "near":
			return true
		}
	}
	return false
}

// datesOf sets when each quote was spoken: as its own clause says; as the last
// quote of the same speaker says; as its paragraph says before it, by a day of
// the week before the article; else on or before the article's own day. A day
// of a paragraph before is that of another deed, far more often than not.
func datesOf(a *stemma.Article, anchor date.Anchor, qs []*stemma.Quote) {
	last := map[string]*stemma.Date{}
	var whens []stemma.When
	if a.Published != nil { // else no day is recent
		whens = date.Find(a.Text, stemma.Span{Start: 0, End: len(a.Text)})
	}
	var day *stemma.Date
	w, told := 0, 0
	for _, q := range qs {
		key := string(q.Speaker)
		if key == "" {
			key = strings.ToLower(q.SpeakerText)
		}
		for w < len(whens) && whens[w].Start < q.Spans[0].Start {
			if d := date.Resolve(whens[w], anchor); recent(anchor.Article, d) && !reported(a, whens[w]) && !background(a, whens[w]) {
				day, told = d, whens[w].End
			}
			w++
		}
		if q.When != nil {
			q.Date = date.Resolve(*q.When, anchor)
		}
		switch {
		case q.Date != nil && short(q.Date):
			if !background(a, *q.When) {
				last[key] = q.Date
			}
		case q.Date != nil:
		case last[key] != nil:
			q.Date = copied(last[key], "the date of what the speaker said before")
		case day != nil && told <= q.Spans[0].Start && !strings.Contains(a.Text[told:q.Spans[0].Start], "\n\n"):
			q.Date = copied(day, "the day of the account")
		case a.Published != nil:
			q.Date = open(date.Local(a))
		}
	}
}

// openDate begins how a date was found that no words tell.
const openDate = "on or before the day of the article"

// open is the date of what no day is told of: news is mostly of the article's
// day or the one before.
func open(article *stemma.Date) *stemma.Date {
	f := article.From
	day := time.Date(f.Year(), f.Month(), f.Day(), 0, 0, 0, 0, f.Location())
	until := day.AddDate(0, 0, 1)
	if article.Until.After(until) {
		until = article.Until
	}
	return &stemma.Date{From: day.AddDate(0, 0, -1), Until: until, How: openDate + ", mostly that day or the one before", Zone: article.Zone}
}

func copied(d *stemma.Date, how string) *stemma.Date {
	c := *d
	if !strings.HasPrefix(c.How, how) {
		c.How = how
	}
	return &c
}

func short(d *stemma.Date) bool { return d.Until.Sub(d.From) <= 49*time.Hour }

// recent reports whether d is a day of the week that ends with the article's.
func recent(article, d *stemma.Date) bool {
	return d != nil && short(d) && d.From.Before(article.Until) && d.From.After(article.From.AddDate(0, 0, -8))
}

// reported reports whether w is when the press told of it: "as reported by
// RIA, Wednesday".
func reported(a *stemma.Article, w stemma.When) bool {
	from := max(0, w.Start-40)
	s := a.Text[from:w.Start]
	if i := strings.LastIndexAny(s, ".\n"); i >= 0 {
		s = s[i:]
	}
	return strings.Contains(s, "reported by") || strings.Contains(s, "carried by") || strings.Contains(s, "published by")
}

// background reports whether w dates what the sentence only looks back or
// forward to, in a clause of its own: "met two days after a ferry sank on
// Sunday", "the bridge that fell on Monday".
func background(a *stemma.Article, w stemma.When) bool {
	from := max(0, w.Start-160)
	s := a.Text[from:w.Start]
	if i := strings.LastIndexAny(s, ".!?\n,;"); i >= 0 {
		s = s[i+1:]
	}
	f := strings.Fields(strings.ToLower(s))
	if n := len(f); n > 0 && f[n-1] == "on" {
		f = f[:n-1]
	}
	for i, x := range f {
		switch x {
		case "which", "who", "whose":
			return true
		case "after", "since", "before", "when", "where", "until":
			// "after the talks on Tuesday" dates the account itself
			return len(f)-i > 3
		}
	}
	return false
}
