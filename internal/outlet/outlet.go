// Package outlet knows the world's news agencies, papers, broadcasters and
// sites: their names, owners, countries, languages and web hosts.
package outlet

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Kinds of outlet.
const (
	Agency      = "agency"
	Paper       = "paper"
	Broadcaster = "broadcaster"
	Online      = "online"
	Magazine    = "magazine"
)

// Kinds of owner. Public is a broadcaster or agency by public law with a
// council of its own; State one that its government runs or pays and steers.
const (
	State       = "state"
	Public      = "public"
	Private     = "private"
	Cooperative = "cooperative"
	Party       = "party"
	Nonprofit   = "nonprofit"
)

// Outlet is one line of the table.
type Outlet struct {
	Slug    string // "reuters"
	Name    string // "Reuters"
	Kind    string
	Country string // ISO 3166 alpha-3
	Owner   string
	Lang    string   // BCP 47, the main one
	Domains []string // hosts without "www."
	// Also are its other names that a text may print. In the table one that
	// begins with "~" is known to Lookup alone: "AA" on a line of its own.
	Also []string
	// Common marks a name that is also a common word or is shared by several
	// outlets ("Time", "The Star"): Lookup knows it, FindIn passes over it.
	Common bool
}

// Key is the key of the outlet as an entity: "agency:reuters", "outlet:bbc".
func (o Outlet) Key() string {
	if o.Kind == Agency {
		return "agency:" + o.Slug
	}
	return "outlet:" + o.Slug
}

// Found is an outlet named in a text, and where. The span is the name alone.
type Found struct {
	stemma.Span
	Outlet Outlet
}

//go:embed outlets.txt
var table string

// resoldText are the slugs of agencies that readers mostly meet in the papers
// that buy them, one a line.
//
//go:embed resold.txt
var resoldText string

var resold = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for slug := range strings.Lines(resoldText) {
		m[strings.TrimSpace(slug)] = true
	}
	return m
})

// Resold reports whether a text of the outlet is met in other papers more often
// than at its own place, so that a dateline ("LIMA (AP) -") does not say whose
// the page is.
func (o Outlet) Resold() bool { return resold()[o.Slug] }

type index struct {
	all     []Outlet
	byName  map[string]int
	byHost  map[string]int
	bySlug  map[string]int
	byFirst map[string][]alias // by first run of letters and digits
}

type alias struct {
	text string
	n    int
}

var load = sync.OnceValue(func() *index {
	x := &index{byName: map[string]int{}, byHost: map[string]int{}, bySlug: map[string]int{}, byFirst: map[string][]alias{}}
	var alone []alias
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 8 {
			panic("internal error: outlets.txt: " + line)
		}
		o := Outlet{Slug: f[0], Name: f[1], Kind: f[2], Country: f[3], Owner: f[4], Lang: f[5]}
		o.Domains, o.Also = list(f[6]), list(f[7])
		if len(o.Also) > 0 && o.Also[0] == "~" {
			o.Common, o.Also = true, o.Also[1:]
		}
		o.Also = slices.DeleteFunc(o.Also, func(a string) bool { // "~AA": only where it stands alone
			only, ok := strings.CutPrefix(a, "~")
			if ok {
				alone = append(alone, alias{only, len(x.all)})
			}
			return ok
		})
		x.all = append(x.all, o)
	}
	for n, o := range x.all {
		x.bySlug[o.Slug] = n
		for _, d := range o.Domains {
			x.byHost[d] = n
		}
	}
	for _, common := range []bool{false, true} { // names of their own before shared ones
		for n, o := range x.all {
			if o.Common == common {
				x.name(o.Name, n)
				if !common {
					x.find(o.Name, n)
				}
			}
		}
	}
	for n, o := range x.all {
		for _, a := range o.Also {
			x.name(a, n)
			x.find(a, n)
		}
	}
	for _, a := range alone {
		x.name(a.text, a.n)
	}
	for k, as := range x.byFirst {
		slices.SortStableFunc(as, func(a, b alias) int { return len(b.text) - len(a.text) })
		x.byFirst[k] = as
	}
	return x
})

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

func (x *index) name(s string, n int) {
	k := fold(s)
	if _, ok := x.byName[k]; !ok {
		x.byName[k] = n
	}
}

func (x *index) find(s string, n int) {
	s = strings.TrimPrefix(s, "The ")
	forms := []string{s}
	// "REUTERS FILE PHOTO" names Reuters; short names in capitals do not count.
	if u := strings.ToUpper(s); u != s && len(s) >= 5 {
		forms = append(forms, u)
	}
	for _, f := range forms {
		k := f[:run(f)]
		x.byFirst[k] = append(x.byFirst[k], alias{f, n})
	}
}

// All returns the table, sorted by slug.
func All() []Outlet { return load().all }

// BySlug returns the outlet of a slug.
func BySlug(slug string) (Outlet, bool) { return load().at(load().bySlug, slug) }

func (x *index) at(m map[string]int, k string) (Outlet, bool) {
	n, ok := m[k]
	if !ok {
		return Outlet{}, false
	}
	return x.all[n], true
}

// Lookup returns the outlet of a name as a page prints it, whatever its case,
// with or without "the", "news agency" or a possessive: "the Kyodo news
// agency" -> Kyodo.
func Lookup(name string) (Outlet, bool) {
	x := load()
	k := fold(name)
	if o, ok := x.at(x.byName, k); ok {
		return o, true
	}
	for _, cut := range []string{" news agency", " news service", " agency", " newspaper", " daily", " television", " tv", " radio", " website", " magazine"} {
		if s, ok := strings.CutSuffix(k, cut); ok {
			if o, ok := x.at(x.byName, s); ok {
				return o, true
			}
		}
	}
	return Outlet{}, false
}

// ByHost returns the outlet of a web host: of "www.reuters.com" Reuters.
func ByHost(host string) (Outlet, bool) {
	x := load()
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for range 6 { // a host has few labels; more are cut no further
		if o, ok := x.at(x.byHost, host); ok {
			return o, true
		}
		_, rest, ok := strings.Cut(host, ".")
		if !ok {
			break
		}
		host = rest
	}
	return Outlet{}, false
}

// FindIn returns the outlets text names, in order, the longest name at each
// place. Names that are common words are passed over.
func FindIn(text string) []Found {
	x := load()
	var out []Found
	for i := 0; i < len(text); {
		n := run(text[i:])
		if n == 0 {
			_, w := utf8.DecodeRuneInString(text[i:])
			i += w
			continue
		}
		next := i + n
		for _, a := range x.byFirst[text[i:i+n]] {
			end := i + len(a.text)
			if strings.HasPrefix(text[i:], a.text) && run(text[end:]) == 0 {
				out = append(out, Found{stemma.Span{Start: i, End: end}, x.all[a.n]})
				next = end
				break
			}
		}
		i = next
	}
	return out
}

// run is the length of the run of letters and digits s begins with.
func run(s string) int {
	for i, r := range s {
		if r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return i
		}
	}
	return len(s)
}

func fold(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.ReplaceAll(s, "’", "'")
	s = strings.TrimPrefix(s, "the ")
	s = strings.TrimSuffix(s, "'s")
	s = strings.Trim(s, ".,;:()[]\"' ")
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && s[i+1] == ' ' { // s does not end in one
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s // one space between words, as in most names
}
