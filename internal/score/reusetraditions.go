package score

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
)

// Tradition is a family of texts whose tree is known, made from a seed text.
type Tradition struct {
	Articles []*stemma.Article
	// Parents are the true parents by article id; none for the root. A parent
	// that is not among the articles is "unseen".
	Parents map[string][]string
	// Twins tells, by article id, how many other texts its parent might be, as
	// far as anybody can tell from words and clean clocks: wherever the article
	// has its parent's text they read as the parent does.
	Twins map[string]int
	// Writer is the agency whose unseen text is the root, "" where it is seen.
	Writer string
}

// Unseen is the parent of what comes from a text nobody has.
const Unseen = "unseen"

// Signs is what the pages of a tradition show of their origin.
type Signs struct {
	Credits bool // pages name whom they have the text from, four in five
	Clean   bool // pages print the right time; else off by hours, or none
}

// traditionParagraph is a paragraph while a tradition grows. The paragraphs of
// two texts that are the same down to their changes have one state.
type traditionParagraph struct {
	text  string
	key   int // the paragraph of the seed, or the one put in
	state int
}

// traditionMember is one text while a tradition grows.
type traditionMember struct {
	paragraphs []traditionParagraph
	outlet     string
	at         time.Time
	credit     string
}

var traditionAgencies = []string{"Reuters", "AFP", "Associated Press", "Xinhua", "dpa"}

// NewTradition grows a family of size texts out of the paragraphs of a seed,
// by the numbers that n starts. Each copy cuts the end, changes house style,
// rewords by rules, drops a hedge or slips, adds a lede or furniture; one in
// eight takes a part of a second parent.
func NewTradition(n int, seed []string, size int, s Signs) *Tradition {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	t := &Tradition{Parents: map[string][]string{}, Twins: map[string]int{}}
	start := time.Date(2019, 5, 1+n%28, 6, 0, 0, 0, time.UTC)
	root := traditionMember{outlet: "Northport Herald", at: start}
	for i, p := range seed {
		root.paragraphs = append(root.paragraphs, traditionParagraph{p, i, 0})
	}
	unseen := n/2%2 == 0
	if unseen {
		t.Writer = traditionAgencies[n%len(traditionAgencies)]
		root.outlet = t.Writer
	}
	members := []traditionMember{root}
	var parents [][]int
	parents = append(parents, nil)
	for len(members) < size {
		p := r.IntN(len(members))
		if r.IntN(3) == 0 {
			p = 0
		}
		m := traditionCopy(r, members[p], len(members))
		from := []int{p}
		if q := r.IntN(len(members)); r.IntN(8) == 0 && q != p && q != 0 && p != 0 {
			if len(m.paragraphs) > 4 && len(members[q].paragraphs) > 6 {
				half := len(m.paragraphs) / 2
				m.paragraphs = append(m.paragraphs[:half:half], members[q].paragraphs[len(members[q].paragraphs)/2:]...)
				from = append(from, q)
				after := members[p].at
				if members[q].at.After(after) {
					after = members[q].at
				}
				m.at = after.Add(time.Duration(40+r.IntN(200)) * time.Minute)
			}
		}
		if s.Credits && r.IntN(5) > 0 {
			m.credit = members[p].outlet
		}
		members, parents = append(members, m), append(parents, from)
	}
	for i, m := range members {
		if i == 0 && unseen {
			continue
		}
		id := traditionID(n, i)
		var ps []string
		for _, p := range m.paragraphs {
			ps = append(ps, p.text)
		}
		a := NewArticle(id, m.outlet, ps)
		if m.credit != "" {
			a.Credits = []string{m.credit}
		}
		if at, ok := traditionClock(r, m.at, s.Clean); ok {
			a.Published = &stemma.Date{From: at, Until: at.Add(time.Minute), How: "printed", Zone: "UTC"}
		}
		t.Articles = append(t.Articles, a)
		t.Twins[id] = traditionTwins(members, parents, i, s.Clean)
		for _, p := range parents[i] {
			if p == 0 && unseen {
				t.Parents[id] = append(t.Parents[id], Unseen)
			} else {
				t.Parents[id] = append(t.Parents[id], traditionID(n, p))
			}
		}
	}
	return t
}

func traditionID(n, i int) string { return fmt.Sprintf("t%03d/%02d", n, (i*7+n)%97) }

// traditionClock is the time a page prints: right, or off by up to four hours,
// or none.
func traditionClock(r *rand.Rand, at time.Time, clean bool) (time.Time, bool) {
	if clean {
		return at, true
	}
	if r.IntN(3) == 0 {
		return at, false
	}
	return at.Add(time.Duration(r.IntN(481)-240) * time.Minute), true
}

// traditionTwins counts the texts that member c might as well be a copy of as
// of its parent.
func traditionTwins(members []traditionMember, parents [][]int, c int, clean bool) int {
	if len(parents[c]) != 1 {
		return 0
	}
	states := func(m int) map[int]int {
		out := map[int]int{}
		for _, p := range members[m].paragraphs {
			out[p.key] = p.state
		}
		return out
	}
	own, parent, n := states(c), states(parents[c][0]), 0
	for q := range members {
		below := false
		for up := []int{q}; len(up) > 0; up = parents[up[0]] {
			below = below || up[0] == c
		}
		if below || q == parents[c][0] || clean && !members[q].at.Before(members[c].at) {
			continue
		}
		other, same := states(q), true
		for key := range own {
			if s, ok := parent[key]; ok {
				t, has := other[key]
				same = same && has && s == t
			}
		}
		if same {
			n++
		}
	}
	return n
}

// traditionCopy makes a copy of a text, with two changes at least.
func traditionCopy(r *rand.Rand, p traditionMember, n int) traditionMember {
	m := traditionMember{paragraphs: append([]traditionParagraph(nil), p.paragraphs...), outlet: fmt.Sprintf("Outlet %d", n)}
	m.at = p.at.Add(time.Duration(35+r.IntN(240)) * time.Minute)
	if r.IntN(2) == 0 && len(m.paragraphs) > 4 {
		m.paragraphs = m.paragraphs[:len(m.paragraphs)*(5+r.IntN(5))/10]
	}
	state := 1000 * n // no other text has such states
	change := func(i int, s string) {
		if s != m.paragraphs[i].text {
			state++
			m.paragraphs[i].text, m.paragraphs[i].state = s, state
		}
	}
	if r.IntN(3) == 0 {
		for i := range m.paragraphs {
			change(i, restyle(m.paragraphs[i].text))
		}
	}
	changes := 0
	for try := 0; changes < 2+r.IntN(6) && try < 200; try++ {
		i := r.IntN(len(m.paragraphs))
		if s, ok := reword(r, m.paragraphs[i].text); ok {
			change(i, s)
			changes++
		}
	}
	if r.IntN(4) == 0 {
		lede := fmt.Sprintf("Readers of Outlet %d first learned of this on the morning programme, number %d of the season.", n, 100+r.IntN(900))
		m.paragraphs = append([]traditionParagraph{{lede, 1000 * n, 0}}, m.paragraphs...)
	}
	if r.IntN(4) == 0 {
		m.paragraphs = append(m.paragraphs, traditionParagraph{fmt.Sprintf("Outlet %d has a newsletter. Sign up for it below.", n), 1000*n + 1, 0})
	}
	return m
}

var houseStyle = strings.NewReplacer("“", "\"", "”", "\"", "’", "'", " percent", " per cent", "color", "colour", "defense", "defence", "organiz", "organis", "U.S.", "US")

func restyle(s string) string { return houseStyle.Replace(s) }

// rewordings are the rules copies reword by.
var rewordings = [][2]string{
	{" said ", " stated "}, {" but ", " however "}, {" also ", " as well "}, {" about ", " around "}, {" while ", " as "}, {" because ", " since "}, {" told ", " informed "},
	{" many ", " a lot of "}, {" after ", " following "}, {" before ", " ahead of "}, {" will ", " is going to "}, {" reportedly ", " "}, {" possibly ", " "}, {" allegedly ", " "},
	{" not ", " never "}, {" such as ", " like "}, {" during ", " in "}, {" between ", " among "}, {" including ", " among them "}, {" would ", " was to "}, {" last ", " the past "},
	{" more than ", " over "}, {" had ", " has "}, {" should ", " ought to "}, {" which ", " that "}, {" against ", " versus "}, {" new ", " fresh "},
}

// reword applies one rule at one place of s, or misspells or drops a word.
func reword(r *rand.Rand, s string) (string, bool) {
	switch r.IntN(4) {
	case 0:
		w := strings.Fields(s)
		if len(w) < 12 {
			return s, false
		}
		i := 4 + r.IntN(len(w)-8)
		if len(w[i]) > 4 && r.IntN(2) == 0 {
			w[i] = w[i][:2] + w[i][3:] // a slip
		} else {
			w = append(w[:i], w[i+1:]...)
		}
		return strings.ToValidUTF8(strings.Join(w, " "), ""), true
	default:
		rule := rewordings[r.IntN(len(rewordings))]
		if !strings.Contains(s, rule[0]) {
			return s, false
		}
		return strings.Replace(s, rule[0], rule[1], 1), true
	}
}
