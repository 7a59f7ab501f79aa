package score

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/reuse"
	"github.com/stemma-news/stemma/internal/story"
)

// NameLabel is one place at which a reader said who is meant.
type NameLabel struct {
	Article    string
	Start, End int // with the title
	Key        string
	Words      string
	Inside     bool // part of a longer name
}

// NameLabels are the answers on names of stories/summit.
type NameLabels struct {
	Named  map[string]bool // the keys that are scored; the others only must not be joined
	Kinds  map[string]string
	Labels []NameLabel
}

// ReadNameLabels reads testdata/labels/summit-names.tsv.
func ReadNameLabels(path string) (*NameLabels, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	defer f.Close()
	out := &NameLabels{Named: map[string]bool{}, Kinds: map[string]string{}}
	in := bufio.NewScanner(f)
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		switch {
		case c[0] == "group" && len(c) >= 4:
			out.Kinds[c[1]] = c[2]
			out.Named[c[1]] = c[3] == "named"
		case (c[0] == "mention" || c[0] == "inside") && len(c) == 7:
			start, err1 := strconv.Atoi(c[2])
			end, err2 := strconv.Atoi(c[3])
			if err1 != nil || err2 != nil || start >= end {
				return nil, fmt.Errorf("read names: %s", in.Text())
			}
			out.Labels = append(out.Labels, NameLabel{Article: c[1], Start: start, End: end, Key: c[5], Words: c[6], Inside: c[0] == "inside"})
		}
	}
	return out, in.Err()
}

// JoinSummit finds and joins the names of one set of stories/summit.
func JoinSummit(data, name string) (*stemma.Scene, error) {
	articles, err := ReadSummit(data, name)
	if err != nil {
		return nil, err
	}
	sc := stemma.NewScene(articles)
	mentions := map[string][]stemma.Mention{}
	for _, a := range sc.Articles {
		a.Source = []stemma.Source{{Span: stemma.Span{Start: 0, End: len(a.Text)}, Range: stemma.Range{Start: 0, End: len(a.Text)}}}
		mentions[a.ID] = entity.Find(a, lang.Analyse(a.Text, nil))
	}
	sc.Copies = reuse.Compare(sc.Articles, nil)
	sc.Stories = story.Group(sc)
	entity.Join(sc, mentions)
	return sc, nil
}

// SummitNames compares the entities of one half of the articles with the labels.
type SummitNames struct {
	Labels, Found      int
	Same, Joined, Both int     // pairs of one key, of one entity, of both
	Precision, Recall  float64 // means over groups of the means over their mentions
	Two, Lost, Split   []string
}

// ScoreSummitNames scores the half that keep picks.
func ScoreSummitNames(sc *stemma.Scene, l *NameLabels, keep func(article string) bool) *SummitNames {
	s := &SummitNames{}
	type place struct{ key, entity string }
	var found []place
	keysOf := map[string]map[string]string{} // by entity: key and the words that show it
	for _, n := range l.Labels {
		if !keep(n.Article) {
			continue
		}
		e := linkAt(sc, l.Kinds, &n)
		if e != "" {
			if keysOf[e] == nil {
				keysOf[e] = map[string]string{}
			}
			keysOf[e][n.Key] = n.Article + " " + n.Words
		}
		if n.Inside || !l.Named[n.Key] {
			continue
		}
		s.Labels++
		if e == "" {
			s.Lost = append(s.Lost, fmt.Sprintf("%s %d: %s (%s)", n.Article, n.Start, n.Words, n.Key))
			continue
		}
		s.Found++
		found = append(found, place{n.Key, e})
	}
	byKey, byEntity, byBoth := map[string]int{}, map[string]int{}, map[place]int{}
	for _, p := range found {
		byKey[p.key]++
		byEntity[p.entity]++
		byBoth[p]++
	}
	pairs := func(n int) int { return n * (n - 1) / 2 }
	for _, n := range byKey {
		s.Same += pairs(n)
	}
	for _, n := range byEntity {
		s.Joined += pairs(n)
	}
	p, r := map[string]float64{}, map[string]float64{}
	for k, n := range byBoth {
		s.Both += pairs(n)
		p[k.key] += float64(n) * float64(n) / float64(byEntity[k.entity])
		r[k.key] += float64(n) * float64(n) / float64(byKey[k.key])
	}
	keys := make([]string, 0, len(byKey))
	for k := range byKey {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		s.Precision += p[k] / float64(byKey[k]) / float64(len(keys))
		s.Recall += r[k] / float64(byKey[k]) / float64(len(keys))
	}
	for e, ks := range keysOf {
		if len(ks) > 1 {
			var all []string
			for k, w := range ks {
				all = append(all, k+" ("+w+")")
			}
			sort.Strings(all)
			name := e
			if x := sc.Entities[e]; x != nil {
				name = x.Name
			}
			s.Two = append(s.Two, name+": "+strings.Join(all, "; "))
		}
	}
	sort.Strings(s.Two)
	for k, n := range byBoth {
		if n < byKey[k.key] {
			name := k.entity
			if x := sc.Entities[k.entity]; x != nil {
				name = x.Name
			}
			s.Split = append(s.Split, fmt.Sprintf("%s: %d of %d are %s", k.key, n, byKey[k.key], name))
		}
	}
	sort.Strings(s.Split)
	return s
}

// linkAt is the entity that the shortest link over the end of a label gives:
// one that begins no further left than its title and what a title is of.
func linkAt(sc *stemma.Scene, kinds map[string]string, n *NameLabel) string {
	a := sc.ByID[n.Article]
	if a == nil {
		return ""
	}
	best, size := "", 0
	for _, l := range sc.Links.In(n.Article, stemma.Span{Start: n.End - 2, End: n.End}) {
		if l.End < n.End-1 || l.Start < n.Start && (n.Start-l.Start > 60 || strings.ContainsAny(a.Text[l.Start:n.Start], ",;\n")) {
			continue
		}
		if e := sc.Entities[l.Entity]; l.End > n.End && kinds[n.Key] == "body" && e != nil && e.Kind == stemma.Person {
			continue // "European Mill Board" within the title of its head
		}
		if best == "" || l.Len() < size {
			best, size = l.Entity, l.Len()
		}
	}
	return best
}

// F is the harmonic mean over pairs, in per cent.
func (s *SummitNames) F() (p, r, f float64) {
	p, r = share(s.Both, s.Joined), share(s.Both, s.Same)
	return p, r, harmonic(p, r)
}

// NameCard writes the scorecard. Halves are by place of the article in order
// of id.
func NameCard(sc *stemma.Scene, l *NameLabels) string {
	half := map[string]int{}
	for i, a := range sc.Articles {
		half[a.ID] = i % 2
	}
	var b strings.Builder
	b.WriteString("Names of stories/summit, against testdata/labels/summit-names.tsv: the 40 most named people and bodies.\n")
	b.WriteString("Pairs of places at which a name was found: of one key, and of one entity. Mean: over the groups, of the places'\n")
	b.WriteString("own precision and recall. Two joined: entities that hold two keys of all 91, names within longer ones too.\n")
	b.WriteString("The even articles were tuned on. Floor: F 95 and none joined, on the odd half.\n\n")
	fmt.Fprintf(&b, "%-14s %7s %6s %7s %7s %7s %16s %11s\n", "half", "places", "found", "P", "R", "F", "mean P / R", "two joined")
	var even *SummitNames
	for h, name := range []string{"even (tuned)", "odd"} {
		s := ScoreSummitNames(sc, l, func(a string) bool { return half[a] == h })
		if h == 0 {
			even = s
		}
		p, r, f := s.F()
		fmt.Fprintf(&b, "%-14s %7d %6.1f %7.1f %7.1f %7.1f %8.1f / %5.1f %11d\n", name, s.Labels, share(s.Found, s.Labels), p, r, f, 100*s.Precision, 100*s.Recall, len(s.Two))
	}
	for _, x := range []struct {
		what string
		l    []string
	}{{"Two joined", even.Two}, {"Apart", even.Split}, {"Not found", even.Lost}} {
		if len(x.l) > 0 {
			b.WriteString("\n" + x.what + ", of the even half:\n")
			for _, w := range x.l {
				b.WriteString("  " + w + "\n")
			}
		}
	}
	return b.String()
}
