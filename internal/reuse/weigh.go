package reuse

import (
	"fmt"
	"strings"

	"github.com/stemma-news/stemma"
)

// What a page's own words on its origin weigh in its family's tree: logarithms
// of odds.
const (
	gainCredit   = 4.0 // the child names the parent
	costAside    = 3.0 // the child names somebody else
	costSeen     = 1.2 // from a page, where all have it from an unseen text
	costCredited = 0.2 // from the unseen text the child itself names
	costNamed    = 1.0 // from the unseen text that others name
	costGuest    = 3.0 // from a page that only sets some of the text down
	costStranger = 6.0 // the two share no passage
	costOwn      = 9.0 // the child is the agency's own page, and the text is the agency's
)

// member is an article of a family while its tree is drawn.
type member struct {
	a     *stemma.Article
	sign  sign
	guest bool // a round-up that took some of the text
}

// reasons are the arcs into one member: by parent, the last of them the unseen
// head, what speaks for it beside the words and the clocks, and why it may hold.
type reasons struct {
	weight []float64
	why    [][]string
	proved []bool // whether credits or addresses speak for it
}

// origin is whose text a family has.
type origin struct {
	writer string // the agency, if one is named
	own    int    // the member that is the agency's own page, -1 for none
	along  bool   // only closing lines name it
}

// unseen reports whether somebody names a text that is not among the members.
func (o origin) unseen() bool { return o.writer != "" && o.own < 0 }

// reasonsFor weighs what says where member j has its text from.
func reasonsFor(members []member, c *collation, j int, o origin) reasons {
	m := members[j]
	names := -1
	for i := range members {
		if i != j && (canonicalOf(m.a, members[i].a) || creditsOutlet(m.a, members[i].a)) {
			names = i
		}
	}
	var r reasons
	for i := range members {
		if i == j {
			r.add(0, nil, false)
			continue
		}
		weight, said := 0.0, fromPage(members[i].a, m.a, c.between(i, j), c.tail[j])
		credited := names == i || o.own == i && o.writer != "" && m.sign.agency == o.writer
		switch {
		case credited:
			weight = gainCredit
			said = append(said, "it credits "+nameOf(members[i].a))
		case names >= 0:
			weight = -costAside
		case o.along: // says nothing of the way
		case o.unseen() && m.sign.closes && members[i].sign == m.sign: // the line came along with the text
			weight = -costCredited
		case o.unseen():
			weight = -costSeen
		}
		if members[i].guest {
			weight -= costGuest
		}
		if !c.between(i, j).shares {
			weight -= costStranger
		}
		if o.own == j && !credited {
			weight -= costOwn
		}
		r.add(weight, said, credited)
	}
	weight, said := 0.0, "none of the others is shown to be its parent"
	credited := o.unseen() && m.sign.agency == o.writer
	switch {
	case credited:
		weight, said = -costCredited, m.sign.why
	case o.unseen():
		weight, said = -costNamed, "it shares its words with texts of "+o.writer+", and none of them is shown to be its parent"
	}
	if o.along {
		weight = 0
	}
	if names >= 0 {
		weight -= costAside
	}
	r.add(weight, []string{said}, credited)
	return r
}

func (r *reasons) add(weight float64, why []string, proved bool) {
	r.weight, r.why, r.proved = append(r.weight, weight), append(r.why, why), append(r.proved, proved)
}

// fromPage says in words how child's text and clock bear on its being a copy of
// parent's; tail says that the child stops early.
func fromPage(parent, child *stemma.Article, d difference, tail bool) []string {
	var why []string
	switch {
	case !d.shares:
		why = append(why, "they share no passage")
	case d.variants == 0:
		why = append(why, "what they share is word for word the same")
	default:
		why = append(why, fmt.Sprintf("they read otherwise in %s", count(d.variants, "place")))
	}
	switch {
	case d.missing > 0:
		why = append(why, fmt.Sprintf("it has %s the parent lacks", count(d.missing, "word")))
	case d.dropped > 0 && tail:
		why = append(why, fmt.Sprintf("it stops early: the parent goes on for %s", count(d.dropped, "word")))
	case d.dropped > 0:
		why = append(why, fmt.Sprintf("it leaves out %s of the parent", count(d.dropped, "word")))
	}
	if _, said := timeClue(parent, child); said != "" {
		why = append(why, strings.NewReplacer("the second", "it", "the first", "the parent").Replace(said))
	}
	return why
}

// count writes a number of things: "1 word", "12 words".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
