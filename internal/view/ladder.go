package view

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// Ladder counts what stands behind something, from pages down to sources.
type Ladder struct {
	Pages int // captures
	// Publishers are the outlets named. Of a story a page that names none
	// counts for itself; of a line it does not.
	Publishers int
	line       bool
	Texts      int // families: texts that do not descend from one another
	// Sources are the names of those it comes from at first, in order of name.
	Sources []string
	// Independent is the size of the largest set of sources each two of which
	// are shown independent.
	Independent int
}

// Counts is the ladder in a line: "4 pages, 3 publishers, 2 texts".
func (l Ladder) Counts() string {
	publishers := count(l.Publishers, "publisher")
	switch {
	case l.line && l.Publishers == 0:
		publishers = "no publisher named"
	case l.line && l.Publishers < l.Pages:
		publishers += " named"
	}
	return strings.Join([]string{count(l.Pages, "page"), publishers, count(l.Texts, "text")}, ", ")
}

// Short is the ladder in brackets, for lists: "[4 pages, 3 texts: Norda]",
// "[one page alone]".
func (l Ladder) Short() string {
	s := count(l.Pages, "page") + ", " + count(l.Texts, "text")
	if l.Pages == 1 {
		s = "one page alone"
	}
	if len(l.Sources) > 0 {
		s += ": " + few(l.Sources, 5)
		if len(l.Sources) > 1 && l.Independent < 2 {
			s += ", not shown to be independent"
		}
	}
	return "[" + s + "]"
}

// Named says which sources are named and whether they are shown independent.
func (l Ladder) Named() string {
	switch n := len(l.Sources); {
	case n == 0:
		return "no source named"
	case n == 1:
		return "one source named: " + l.Sources[0]
	case l.Independent > 1:
		return fmt.Sprintf("%d sources named: %s; %d of them shown independent", n, few(l.Sources, 12), l.Independent)
	default:
		return fmt.Sprintf("%d sources named: %s; not shown to be independent", n, few(l.Sources, 12))
	}
}

func ladderOf(s *stemma.Standing) Ladder {
	l := Ladder{line: true, Pages: s.URLs, Publishers: s.Publishers, Texts: s.Families, Independent: s.Independent}
	for _, src := range s.Sources {
		l.Sources = append(l.Sources, src.Name)
	}
	sort.Strings(l.Sources)
	l.Sources = slices.Compact(l.Sources) // "an official" of two texts: nothing shows them to be two
	return l
}

// Standing is how a line stands: its own, and of a saying those of its parts
// in order. Whole is nil where none was worked out.
type Standing struct {
	Whole *stemma.Standing
	Parts []stemma.Standing
}

// Ladder is that of the whole.
func (s Standing) Ladder() Ladder {
	if s.Whole == nil {
		return Ladder{}
	}
	return ladderOf(s.Whole)
}

// Standing returns how the line of an id stands.
func (r *Reader) Standing(ctx context.Context, of string) (Standing, error) {
	var out Standing
	all, err := about[stemma.Standing](ctx, r.rec, "standing", of)
	if err != nil {
		return out, err
	}
	for i := range all {
		switch {
		case all[i].Of != of:
		case all[i].Part == nil:
			out.Whole = &all[i]
		default:
			out.Parts = append(out.Parts, all[i])
		}
	}
	sort.Slice(out.Parts, func(i, j int) bool { return *out.Parts[i].Part < *out.Parts[j].Part })
	return out, nil
}

// familiesOf returns the families an article stands in.
func (r *Reader) familiesOf(ctx context.Context, article string) ([]stemma.Family, error) {
	if f, ok := r.families[article]; ok {
		return f, nil
	}
	f, err := about[stemma.Family](ctx, r.rec, "family", article)
	if err != nil {
		return nil, err
	}
	r.families[article] = f
	return f, nil
}

// count is n of something in words: "1 page", "2 pages", "2 stories".
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if stem, ok := strings.CutSuffix(what, "y"); ok && !strings.HasSuffix(stem, "a") {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// more says how many of something are left out: "… and 3 more sayings".
func more(n int, what string) string {
	return "… and " + strings.Replace(count(n, what), " ", " more ", 1)
}

// few lists names, of many the first n: "Ana, Bo and 7 more".
func few(names []string, n int) string {
	if len(names) <= n+1 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:n], ", "), len(names)-n)
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
