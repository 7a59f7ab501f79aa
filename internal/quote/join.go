package quote

import (
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// piece is about a sentence of a quote.
type piece struct {
	quote int // index into the quotes
	text  string
	w     wording
}

// Join joins quotes of one utterance into sayings and fills each quote's
// Saying. Quotes must be resolved. Only what one speaker said at times that can
// be one is compared; numbers and denials must agree.
func Join(sc *stemma.Scene, quotes []stemma.Quote) []stemma.Saying {
	j := &joiner{sc: sc, quotes: quotes, parent: make([]int, len(quotes)), pieces: map[int][]piece{}, words: newLexicon(), story: map[string]string{}}
	for _, s := range sc.Stories {
		for _, a := range s.Articles {
			j.story[a] = s.ID
		}
	}
	of := make([]int, len(quotes))
	groups := map[string][]int{}
	for i := range quotes {
		j.parent[i], of[i] = i, -1
		q := &quotes[i]
		if q.Stance == "declined-to-comment" || q.Stance == "could-not-verify" || len(q.Spans) == 0 {
			continue
		}
		k := j.speaker(q)
		groups[k] = append(groups[k], i)
	}
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		g := groups[k]
		sort.Slice(g, func(a, b int) bool { return quotes[g[a]].ID < quotes[g[b]].ID })
		j.group(g)
		for _, i := range g {
			of[i] = i
		}
	}
	j.breath()
	j.across()
	for i := range of {
		if of[i] >= 0 {
			of[i] = j.root(i)
		}
	}
	j.correct(of)
	var out []stemma.Saying
	sayings, members := j.members(of)
	for _, s := range sayings {
		var ps []piece
		for _, i := range members[s] {
			ps = append(ps, j.pieces[i]...)
		}
		out = append(out, j.saying(members[s], ps))
	}
	sort.Slice(out, func(a, b int) bool { return out[a].ID < out[b].ID })
	return out
}

// mostPieces is into how many sentences a quote is cut for joining; the last
// holds the rest.
const mostPieces = 500

type joiner struct {
	sc     *stemma.Scene
	quotes []stemma.Quote
	parent []int
	pieces map[int][]piece // by quote
	words  *lexicon
	story  map[string]string // by article
}

func (j *joiner) root(i int) int {
	for j.parent[i] != i {
		j.parent[i] = j.parent[j.parent[i]]
		i = j.parent[i]
	}
	return i
}

// speaker is what quotes must share to be compared. One that no entity answers
// is compared by its words within its story; one without a speaker, with none.
func (j *joiner) speaker(q *stemma.Quote) string {
	switch {
	case q.Speaker != "":
		return string(q.Speaker)
	case q.SpeakerText == "":
		return "quote:" + q.ID
	}
	scope := q.Article
	if s, ok := j.story[scope]; ok {
		scope = s
	}
	who := strings.ToLower(text.Plain(spoke(q))) // one apostrophe for all
	for _, a := range []string{"the ", "a ", "an "} {
		who = strings.TrimPrefix(who, a)
	}
	return "words:" + scope + ":" + who
}

// spoke is who speaks in q by the words that tell it best: of "one said" those that
// told of the sources first.
func spoke(q *stemma.Quote) string {
	if len(q.Chain) > 0 && q.SpeakerText != "" {
		return q.Chain[0].Who
	}
	return q.SpeakerText
}

// group joins the quotes g of one speaker.
func (j *joiner) group(g []int) {
	var pieces []piece
	for _, i := range g {
		t := j.quotes[i].Text
		ss := text.Sentences(t)
		if len(ss) > mostPieces {
			ss[mostPieces-1].End = ss[len(ss)-1].End
			ss = ss[:mostPieces]
		}
		for _, s := range ss {
			w := j.words.read(t[s.Start:s.End])
			if len(w.terms) > 0 {
				pieces = append(pieces, piece{quote: i, text: t[s.Start:s.End], w: w})
			}
		}
	}
	var doubtful [][2]int    // pairs of quotes
	ties := map[[2]int]int{} // of them, by root
	pairs := candidates(pieces)
	var l *likes
	if len(pairs) > 0 {
		l = newLikes(pieces)
	}
	for _, p := range pairs {
		a, b := &pieces[p[0]], &pieces[p[1]]
		x, y := j.root(a.quote), j.root(b.quote)
		k := [2]int{min(x, y), max(x, y)}
		if x == y || ties[k] >= enoughTies {
			continue
		}
		switch j.one(l, a, b) {
		case surely:
			j.parent[k[1]] = k[0]
		case likely:
			ties[k]++
			doubtful = append(doubtful, [2]int{a.quote, b.quote})
		}
	}
	j.tie(g, doubtful)
	for _, p := range pieces {
		j.pieces[p.quote] = append(j.pieces[p.quote], p)
	}
}

// candidates returns the pairs of pieces that share two telling stems, or one
// where a piece has few. A stem that hundreds share tells nothing.
func candidates(ps []piece) [][2]int {
	by := map[int32][]int{} // pieces in order, by telling stem
	for i := range ps {
		for _, t := range ps[i].w.terms {
			if l := by[t.stem]; t.weight > 0.5 && (len(l) == 0 || l[len(l)-1] != i) {
				by[t.stem] = append(l, i)
			}
		}
	}
	behind := make([][][]int, len(ps)) // of each piece, the later ones that share a stem, stem by stem
	for _, l := range by {
		if len(l) > 300 {
			continue
		}
		for x, i := range l {
			behind[i] = append(behind[i], l[x+1:])
		}
	}
	var out [][2]int
	shared := make([]int, len(ps)) // with one piece
	for x := range ps {
		var met []int
		for _, l := range behind[x] {
			for _, y := range l {
				if shared[y] == 0 {
					met = append(met, y)
				}
				shared[y]++
			}
		}
		slices.Sort(met)
		for _, y := range met {
			if shared[y] >= 2 || len(ps[x].w.terms) < 5 || len(ps[y].w.terms) < 5 {
				out = append(out, [2]int{x, y})
			}
			shared[y] = 0
		}
	}
	return out
}

// saying makes the saying of member quotes: its parts are the sentences of
// the fullest wording, and what the others have beyond it.
func (j *joiner) saying(members []int, ps []piece) stemma.Saying {
	first := &j.quotes[members[0]]
	for _, i := range members {
		if first.Speaker == "" && j.quotes[i].Speaker != "" {
			first = &j.quotes[i] // other pages do not say who it is
		}
	}
	s := stemma.Saying{Type: "saying", Speaker: first.Speaker, Name: spoke(first)}
	if e := j.sc.Entities[string(first.Speaker)]; e != nil {
		s.Name = e.Name
	}
	var ids []string
	sure := 1.0
	for _, i := range members {
		ids = append(ids, j.quotes[i].ID)
		sure = min(sure, j.quotes[i].Sure)
		s.Date = narrower(s.Date, j.quotes[i].Date)
	}
	s.ID = stemma.JoinedID(stemma.SayingID, ids)
	s.Derived = stemma.Derived{By: stemma.By{Stage: "quote", Version: Version, Rule: "wording"}, Sure: sure, Since: 1}
	for _, i := range members {
		j.quotes[i].Saying = stemma.Ref(s.ID)
	}
	sort.SliceStable(ps, func(a, b int) bool {
		x, y := &j.quotes[ps[a].quote], &j.quotes[ps[b].quote]
		if dx, dy := x.Kind == stemma.Direct, y.Kind == stemma.Direct; dx != dy {
			return dx
		}
		if x.ID != y.ID {
			if len(x.Text) != len(y.Text) {
				return len(x.Text) > len(y.Text)
			}
			return x.ID < y.ID
		}
		return false
	})
	var base []*piece
	var l *likes // of the words of one saying too little comes up again
	for k := range ps {
		p := &ps[k]
		best, at := 0.0, -1
		for n, b := range base {
			if b.quote == p.quote {
				continue
			}
			short, long := &p.w, &b.w
			if short.total > long.total {
				short, long = long, short
			}
			if c := l.covered(short, long); c >= 0.5 && c > best && agree(&p.w, &b.w, mean(c, l.covered(long, short))) {
				best, at = c, n
			}
		}
		if at < 0 {
			base = append(base, p)
			s.Parts = append(s.Parts, stemma.SayingPart{Text: p.text, Quotes: []stemma.Wording{{Quote: j.quotes[p.quote].ID, Same: "verbatim"}}})
			if j.quotes[p.quote].Kind == stemma.Indirect {
				s.Parts[len(s.Parts)-1].Quotes[0].Same = "paraphrased"
			}
			continue
		}
		w := stemma.Wording{Quote: j.quotes[p.quote].ID, Same: j.same(p, base[at])}
		if !has(s.Parts[at].Quotes, w.Quote) {
			s.Parts[at].Quotes = append(s.Parts[at].Quotes, w)
		}
	}
	return s
}

func has(ws []stemma.Wording, id string) bool {
	for _, w := range ws {
		if w.Quote == id {
			return true
		}
	}
	return false
}

// same says how p words what base does.
func (j *joiner) same(p, base *piece) string {
	if j.quotes[p.quote].Kind == stemma.Indirect {
		return "paraphrased"
	}
	x, y := strings.Join(p.w.plain, " "), strings.Join(base.w.plain, " ")
	switch {
	case x == y:
		return "verbatim"
	case strings.Contains(" "+y+" ", " "+x+" ") || strings.Contains(" "+x+" ", " "+y+" ") || ordered(p.w.plain, base.w.plain) >= 0.95:
		return "trimmed"
	}
	return "translation"
}

// ordered is the share of a's words that stand in b in the same order.
func ordered(a, b []string) float64 {
	if len(a) == 0 {
		return 0
	}
	if len(a) > 400 || len(b) > 400 {
		a, b = a[:min(len(a), 400)], b[:min(len(b), 400)]
	}
	row := make([]int, len(b)+1)
	for i := range a {
		diag := 0
		for k := range b {
			up := row[k+1]
			if a[i] == b[k] {
				row[k+1] = diag + 1
			} else {
				row[k+1] = max(up, row[k])
			}
			diag = up
		}
	}
	return float64(row[len(b)]) / float64(len(a))
}

// narrower is the date that says more: what a page tells before what its own
// day leaves open, and then the shorter.
func narrower(a, b *stemma.Date) *stemma.Date {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	rank := func(d *stemma.Date) int {
		switch {
		case strings.HasPrefix(d.How, openDate):
			return 2
		case strings.HasPrefix(d.How, "the "):
			return 1
		}
		return 0
	}
	if rank(a) != rank(b) {
		if rank(a) < rank(b) {
			return a
		}
		return b
	}
	x, y := a.Until.Sub(a.From), b.Until.Sub(b.From)
	if x < y || x == y && !b.From.Before(a.From) {
		return a
	}
	return b
}
