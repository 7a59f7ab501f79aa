package origin

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
	"github.com/stemma-news/stemma/internal/text"
)

//go:embed kinds.txt
var kindsFile string

// kinds is, by what they tell of a source, the words of kinds.txt.
var kinds = readKinds(kindsFile)

var witnesses, reporters = kinds["witness"], kinds["reporter"]

func readKinds(file string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, line := range strings.Split(file, "\n") {
		w, k, ok := strings.Cut(line, "\t")
		if !ok || w[0] == '#' {
			continue
		}
		if out[k] == nil {
			out[k] = map[string]bool{}
		}
		out[k][w] = true
	}
	return out
}

// kind is what a source is: by the tables, by whose pages these are, by the
// entity it is, else by its words.
func (w *world) kind(name string, h *stemma.Hop) string {
	if o, ok := outlet.Lookup(name); ok {
		if o.Kind == outlet.Agency {
			return kindAgency
		}
		return kindOutlet
	}
	if w.outlets[Key(name)] && !hasWord(strings.ToLower(name), kinds["body"]) { // but for a ministry's own page
		return kindOutlet
	}
	if h != nil {
		if e := w.sc.Entities[string(h.Entity)]; e != nil {
			switch e.Kind {
			case stemma.Person:
				return kindPerson
			case stemma.Organisation, stemma.Place:
				return kindBody
			}
		}
	}
	low := strings.ToLower(head(name))
	switch {
	case anonymous(head(name)):
		return kindAnonymous
	case lastWord(low, kinds["document"]):
		return kindDocument
	case hasWord(strings.ToLower(name), kinds["body"]) && !lastWord(low, kinds["anonymous"]):
		return kindBody
	case strings.ToLower(name) == name && strings.HasSuffix(low, "s"): // "lawyers for the crew"
		return kindAnonymous
	}
	return kindPerson
}

// head is a phrase up to what it is of: "figures" of "figures of the operator".
func head(s string) string {
	for _, of := range []string{" of ", " from ", " for ", " in ", " at ", " with ", " who "} {
		s, _, _ = strings.Cut(s, of)
	}
	return s
}

func lastWord(s string, words map[string]bool) bool {
	f := strings.Fields(s)
	return len(f) > 0 && words[f[len(f)-1]]
}

// anonymous reports whether a source is told by what it is alone: "an
// official", "two residents", "sources close to the court".
func anonymous(name string) bool {
	f := strings.Fields(name)
	for i, w := range f {
		low := strings.ToLower(w)
		if i > 0 && low != w && !kinds["body"][low] && !adjective(low) {
			return false // a name of its own: "resident Ana Ruiz"
		}
	}
	return len(f) > 0 && hasWord(strings.ToLower(name), kinds["anonymous"]) && (strings.ToLower(f[0]) == f[0] || len(f) == 1 || startsPlain(f[0]))
}

func startsPlain(w string) bool {
	switch strings.ToLower(w) {
	case "a", "an", "the", "one", "two", "three", "several", "some":
		return true
	}
	return false
}

// adjective reports whether a capitalised word is likelier an adjective of a
// country than a name: "a Western diplomat", "a Norwegian official".
func adjective(w string) bool {
	for _, e := range []string{"ian", "ish", "ese", "ern", "can", "ch", "i", "u.s.", "un", "eu"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// facts are what the tables and its words on the page say of a source of a name:
// never a score.
func (w *world) facts(words, name string, h *stemma.Hop, kind string, m matter) []string {
	var out []string
	if o, ok := outlet.Lookup(name); ok {
		switch o.Owner {
		case outlet.State:
			out = append(out, "state-owned ("+o.Country+")")
			if m.countries[o.Country] {
				out = append(out, "owned by a state that is party to the matter")
			}
		case outlet.Party:
			out = append(out, "owned by a party ("+o.Country+")")
		}
		return out
	}
	low := strings.ToLower(words)
	if kind == kindAnonymous {
		out = append(out, "anonymous")
	}
	if kind != kindOutlet && hasWord(low, kinds["monitor"]) {
		out = append(out, "monitor")
	}
	if h == nil || h.Entity == "" {
		return out
	}
	e := w.sc.Entities[string(h.Entity)]
	switch {
	case m.entities[string(h.Entity)]:
		out = append(out, "party to the matter")
	case e != nil && e.Country != "" && m.countries[e.Country] && official(e, low):
		out = append(out, "speaks for a side of the matter ("+e.Country+")")
	}
	return out
}

// official reports whether an entity speaks for its country: a body of state,
// or a person with a role in one.
func official(e *stemma.Entity, name string) bool {
	words := name + " " + strings.ToLower(e.Name)
	for _, r := range e.Roles {
		words += " " + strings.ToLower(r.Role) + " " + strings.ToLower(r.Of)
	}
	for _, o := range []string{"ministry", "minister", "government", "army", "military", "president", "junta", "general", "kremlin", "ambassador", "commander"} {
		if strings.Contains(words, o) {
			return true
		}
	}
	return false
}

// reporterOf is the medium a teller is a reporter of: "a Norda correspondent",
// "Norda's reporter".
func reporterOf(who string) (string, bool) {
	for _, f := range outlet.FindIn(who) {
		if lastWord(strings.ToLower(who), reporters) {
			return f.Outlet.Name, true
		}
	}
	return "", false
}

// ownReporter is the medium that says in the sentences of a place that a
// reporter of its own saw it, "" where none does.
//
//	"a Norda reporter at the square counted twelve bodies" -> Norda
func (w *world) ownReporter(x *support) string {
	if len(x.spans) == 0 {
		return ""
	}
	all := x.article.Text // the sentences of the place and what stands about them
	from, to := max(0, x.spans[0].Start-600), min(len(all), x.spans[len(x.spans)-1].End+600)
	if !slices.ContainsFunc(w.reporterWords(x.article), func(s stemma.Span) bool { return s.Start >= from && s.End <= to }) {
		return ""
	}
	at := fmt.Sprint(x.article.ID, x.spans) // the figures of a story rest on each other's places
	name, ok := w.reporters[at]
	if !ok {
		name = reporterIn(x, from, max(from, to))
		w.reporters[at] = name
	}
	return name
}

// reporterIn is the same, looked for between two places of the text.
func reporterIn(x *support, from, to int) string {
	for _, s := range text.SentencesIn(nil, x.article.Text, from, to) {
		told := false
		for _, c := range x.spans {
			told = told || s.Overlaps(c)
		}
		if !told {
			continue
		}
		words := x.article.Text[s.Start:s.End]
		for _, f := range outlet.FindIn(words) {
			after := strings.Fields(strings.ToLower(words[f.End:]))
			for i, w := range after {
				if i > 2 {
					break
				}
				if reporters[strings.Trim(w, ",.")] {
					return f.Outlet.Name
				}
			}
		}
	}
	return ""
}

// reporterWords are the places of an article's text where a word for a reporter
// stands, be it within another.
func (w *world) reporterWords(a *stemma.Article) []stemma.Span {
	at, ok := w.speaks[a]
	if ok {
		return at
	}
	low := strings.ToLower(a.Text)
	for word := range reporters {
		for i := 0; ; i += len(word) {
			n := strings.Index(low[i:], word)
			if n < 0 {
				break
			}
			i += n
			at = append(at, stemma.Span{Start: i, End: i + len(word)})
		}
	}
	if len(low) != len(a.Text) && len(at) > 0 { // a letter is shorter when small: anywhere
		at = []stemma.Span{{Start: len(a.Text), End: 0}}
	}
	w.speaks[a] = at
	return at
}
