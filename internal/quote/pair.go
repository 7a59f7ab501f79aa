package quote

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// AlikeAt is the likeness from which two whole wordings are one, heldAt the
// cover from which a shorter is part of a longer.
const (
	AlikeAt = 0.7
	heldAt  = 0.74
	// pressedAt is the likeness from which two quotations word for word, of one
	// speaker on one day, are one.
	pressedAt = 0.58
)

// fewWords is what the words of a wording must weigh to be compared at all.
const fewWords = 2.5

// How surely two pieces word one thing said.
const (
	apart = iota
	likely
	surely
)

// one tells whether two pieces word one thing said; l knows their words.
func (j *joiner) one(l *likes, a, b *piece) int {
	p, q := &j.quotes[a.quote], &j.quotes[b.quote]
	if a.quote == b.quote || !together(p.Date, q.Date) && !j.again(a, b) {
		return apart
	}
	if a.text == b.text {
		if p.Article == q.Article && len(a.w.terms) < 4 || a.w.total < fewWords {
			return apart
		}
		return surely
	}
	x, y := l.covered(&a.w, &b.w), l.covered(&b.w, &a.w)
	if !agree(&a.w, &b.w, mean(x, y)) {
		return apart
	}
	s, in := &a.w, x
	if s.total > b.w.total {
		s, in = &b.w, y
	}
	// a telling of it in other words keeps a turn of phrase of what was quoted
	if (p.Kind == stemma.Indirect) != (q.Kind == stemma.Indirect) && in >= 0.35 && len(s.terms) >= 5 {
		if run(j.telling(a), j.telling(b)) >= 5 {
			return surely
		}
	}
	if p.Article == q.Article {
		// two places of one page are two things said, unless one repeats the other
		if in >= 0.85 && len(s.terms) >= 4 {
			return surely
		}
		return apart
	}
	// few words prove little: "We support peace"
	if s.total < 4 {
		if in >= 0.95 && (s.total >= fewWords || j.cut(a, b)) {
			return surely
		}
		return apart
	}
	at := AlikeAt
	if p.Kind == stemma.Direct && q.Kind == stemma.Direct && p.Date != nil && q.Date != nil {
		at = pressedAt
	}
	sure := chance(weighed(&a.w, &b.w, x, y))
	same := 0 // words in a row
	if in >= heldAt {
		same = run(j.telling(a), j.telling(b))
	}
	switch {
	case sure >= 0.97 || same >= sureRun:
		return surely
	case sure >= at || in >= heldAt && (sure >= 0.2 || same >= 4):
		return likely
	}
	return apart
}

// again reports whether one of two pieces, whole and word for word, is what the
// other quotes from some day before, where its own page tells no day: a paper
// that looks back a month later.
func (j *joiner) again(a, b *piece) bool {
	p, q := &j.quotes[a.quote], &j.quotes[b.quote]
	if p.Kind == stemma.Indirect || q.Kind == stemma.Indirect || !before(p.Date, q.Date) && !before(q.Date, p.Date) {
		return false
	}
	x, y := j.telling(a), j.telling(b)
	n := min(len(x)-strings.Count(strings.Join(x, ""), "\x00"), len(y)-strings.Count(strings.Join(y, ""), "\x00"))
	return n >= recalled && run(x, y) >= n
}

// recalled is how many words in marks are known again when a page looks back.
const recalled = 5

// before reports whether a lies before b, whose day is only the last it can be.
func before(a, b *stemma.Date) bool {
	return strings.HasPrefix(b.How, openDate) && a.From.Before(b.From) && b.From.Sub(a.From) < 400*24*time.Hour
}

// cut reports whether two quotations word for word, of few words, are one cut
// short: "We are not judges" of "We are not judges, and we will not be used as
// judges".
func (j *joiner) cut(a, b *piece) bool {
	p, q := &j.quotes[a.quote], &j.quotes[b.quote]
	n := min(len(a.w.plain), len(b.w.plain))
	return p.Kind == stemma.Direct && q.Kind == stemma.Direct && n >= 4 && min(a.w.total, b.w.total) >= 1 && j.storied(p, q) && run(a.w.plain, b.w.plain) == n
}

// storied reports whether two quotes stand in articles of one story.
func (j *joiner) storied(p, q *stemma.Quote) bool {
	return j.story[p.Article] != "" && j.story[p.Article] == j.story[q.Article]
}

// sureRun is how many words in a row, of a wording that a longer one covers,
// leave no doubt.
const sureRun = 6

// telling are the words of a piece by which it can be known again: of one that is
// quoted in part those in quotation marks.
func (j *joiner) telling(p *piece) []string {
	if j.quotes[p.quote].Kind != stemma.Mixed {
		return p.w.plain
	}
	var out []string
	for s := p.text; ; {
		i := strings.IndexAny(s, "\"“")
		if i < 0 {
			return out
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
		k := strings.IndexAny(s, "\"”")
		if k < 0 {
			return append(out, j.words.read(s).plain...)
		}
		out = append(append(out, j.words.read(s[:k]).plain...), "\x00") // no run goes on behind it
		_, n = utf8.DecodeRuneInString(s[k:])
		s = s[k+n:]
	}
}

// together reports whether two dates can be one day. A date that only says "on
// or before" reaches three days back.
func together(a, b *stemma.Date) bool {
	if a == nil || b == nil {
		return true
	}
	x, y := *a, *b
	for _, d := range []*stemma.Date{&x, &y} {
		switch {
		case strings.HasPrefix(d.How, openDate):
			d.From = d.From.Add(-48 * time.Hour)
		case strings.HasPrefix(d.How, "the "):
			d.From = d.From.Add(-72 * time.Hour)
		}
	}
	return x.Overlaps(&y)
}

// mostRun is how many words of a wording are looked through for shared runs.
const mostRun = 300

// run is the length of the longest run of words two wordings share.
func run(a, b []string) int {
	a, b = a[:min(len(a), mostRun)], b[:min(len(b), mostRun)]
	best := 0
	row := make([]int, len(b)+1)
	for i := range a {
		diag := 0
		for k := range b {
			up := row[k+1]
			row[k+1] = 0
			if a[i] == b[k] {
				row[k+1] = diag + 1
				best = max(best, row[k+1])
			}
			diag = up
		}
	}
	return best
}

// enoughTies are the doubtful pairs that join any two sets of quotes.
const enoughTies = 3

// tie joins what stands on doubtful pairs of quotes, of the quotes g. One such
// pair joins a quote to others; two sets of several quotes need one for each of
// the smaller's, or three: of many wordings of two things said some two always
// look alike.
func (j *joiner) tie(g []int, doubtful [][2]int) {
	for again := true; again; {
		again = false
		size := map[int]int{}
		for _, i := range g {
			size[j.root(i)]++
		}
		ties := map[[2]int]int{}
		for _, p := range doubtful {
			if x, y := j.root(p[0]), j.root(p[1]); x != y {
				ties[[2]int{min(x, y), max(x, y)}]++
			}
		}
		for _, p := range doubtful {
			x, y := j.root(p[0]), j.root(p[1])
			k := [2]int{min(x, y), max(x, y)}
			if x != y && ties[k] >= min(size[x], size[y], enoughTies) { // counted before this round's ties
				j.parent[k[1]] = k[0]
				size[k[0]] += size[k[1]]
				ties[k] = 0
				again = true
			}
		}
	}
}
