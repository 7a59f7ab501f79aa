package origin

import (
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// source is one source of an item with what tells it from others.
type source struct {
	stemma.StandingSource
	key string
	// saw is set where it speaks of what it saw or did itself: the reporter of
	// an agency at the place, a named resident.
	saw       bool
	firstHand bool
	// speakers are those whose words it carries, families the texts it stands
	// in, channels the media through which it reached them.
	speakers, families, channels map[string]bool
	of                           map[string]bool // bodies it speaks for
}

// Kinds of source.
const (
	kindPerson    = "person"
	kindBody      = "body"
	kindAgency    = "agency"
	kindOutlet    = "outlet"
	kindDocument  = "document"
	kindAnonymous = "anonymous"
)

// matter is what an item is about: who acts in it, and which countries.
type matter struct {
	entities, countries map[string]bool
	said                bool // a saying: what matters is who heard it
}

// sources are those an item rests on, by the chains of the places it is told
// at: who said it at first, and the first teller who is a medium; where no
// words name either, the writer or outlet of the text. They come in order of
// their names.
func (w *world) sources(at []support, m matter) []*source {
	by := map[string]*source{}
	for i := range at {
		w.sourcesOf(by, &at[i], m)
	}
	out := make([]*source, 0, len(by))
	for _, s := range by {
		sort.Strings(s.Why)
		sort.Strings(s.Facts)
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Name != out[j].Name {
			return out[i].Name < out[j].Name
		}
		return out[i].key < out[j].key
	})
	return out
}

// sourcesOf adds the sources one place names.
func (w *world) sourcesOf(by map[string]*source, x *support, m matter) {
	told := slices.DeleteFunc(slices.Clone(read(x.chain)), w.nobody)
	if len(told) == 0 {
		if name := w.ownReporter(x); name != "" {
			s := w.get(by, name, nil, x, m, "a reporter of its own was at the place")
			s.saw, s.firstHand = true, true
		} else {
			w.ownWords(by, x, m)
		}
		return
	}
	if o, ok := reporterOf(told[0].Who); ok { // "a Norda reporter", as a speaker
		s := w.get(by, o, nil, x, m, "a reporter of its own was at the place")
		s.saw, s.firstHand = true, true
		return
	}
	if m.said && w.carried(by, x, told, m) {
		return
	}
	speaker := w.get(by, outletName(told[0].Who), &told[0], x, m, "named as the one who says so")
	if medium(told[0].Who) {
		return
	}
	speaker.firstHand = speaker.firstHand || speaker.Kind != kindAnonymous
	speaker.saw = speaker.saw || speaker.Kind == kindPerson && w.witness(&told[0])
	for k := range told[1:] {
		h := &told[k+1]
		if !medium(h.Who) {
			continue
		}
		s := w.get(by, outletName(h.Who), h, x, m, "named as the teller ("+h.How+")")
		s.speakers[speaker.key] = true
		speaker.channels[s.key] = true
		return
	}
	if name := x.writer(); name != "" {
		speaker.channels[Key(name)] = true
	}
}

// carried adds the medium that carried a saying, and nobody else: who speaks is
// no source of his own words beside the one who heard them.
//
//	"Ruiz said, Norda reported" -> Norda alone
func (w *world) carried(by map[string]*source, x *support, told []stemma.Hop, m matter) bool {
	if medium(told[0].Who) {
		return false
	}
	for k := range told[1:] {
		if h := &told[k+1]; medium(h.Who) {
			s := w.get(by, outletName(h.Who), h, x, m, "carried the words ("+h.How+")")
			s.speakers[w.sourceKey(told[0].Who, &told[0], x)] = true
			return true
		}
	}
	return false
}

// nobody reports whether a hop names nobody: a pronoun that was not resolved, a
// noun of an occasion ("meeting").
func (w *world) nobody(h stemma.Hop) bool {
	if w.sc.Entities[string(h.Entity)] != nil {
		return false
	}
	return kinds["nobody"][Key(h.Who)]
}

// ownWords adds the writer of a text that names no source of its own.
func (w *world) ownWords(by map[string]*source, x *support, m matter) {
	name, why := x.writer(), "its text names no source"
	var h *stemma.Hop
	if len(x.chain) > 0 {
		h = &x.chain[0]
		if h.How == stemma.HowCopy {
			why = "its text names no source; the writer is known by a page with the same text"
		}
	}
	if name != "" {
		w.get(by, outletName(name), h, x, m, why)
	}
}

// writer is whose text a place is told in: the first hop that words do not
// name, else the publisher.
func (x *support) writer() string {
	for _, h := range x.chain {
		if h.How == stemma.HowCredit || h.How == stemma.HowCopy {
			return h.Who
		}
	}
	return publisher(x.article)
}

// get returns the source of a name, made where it is new.
func (w *world) get(by map[string]*source, name string, h *stemma.Hop, x *support, m matter, why string) *source {
	k := w.sourceKey(name, h, x)
	s := by[k]
	if s == nil {
		s = &source{key: k, speakers: map[string]bool{}, families: map[string]bool{}, channels: map[string]bool{}, of: map[string]bool{}}
		s.Name = name
		if h != nil {
			if e := w.sc.Entities[string(h.Entity)]; e != nil {
				if e.Kind != stemma.Place && !medium(name) {
					s.Name = e.Name
				}
				for _, r := range e.Roles {
					s.of[strings.ToLower(r.Of)] = r.Of != ""
				}
			}
		}
		s.Kind = w.kind(s.Name, h)
		s.Facts = w.facts(name, s.Name, h, s.Kind, m)
		by[k] = s
	}
	if !slices.Contains(s.Why, why) {
		s.Why = append(s.Why, why)
	}
	s.families[x.text()] = true
	return s
}

// text is the family of a place, or the article alone.
func (x *support) text() string {
	if x.family != "" {
		return x.family
	}
	return x.article.ID
}

// read are the hops that words of the page name.
func read(chain []stemma.Hop) []stemma.Hop {
	for i, h := range chain {
		if h.How == stemma.HowCredit || h.How == stemma.HowCopy {
			return chain[:i]
		}
	}
	return chain
}

func medium(name string) bool {
	_, ok := outlet.Lookup(name)
	return ok
}

func outletName(name string) string {
	if o, ok := outlet.Lookup(name); ok {
		return o.Name
	}
	return name
}

// sourceKey tells sources apart. Anonymous ones are one only within one text.
func (w *world) sourceKey(name string, h *stemma.Hop, x *support) string {
	if medium(name) {
		return Key(name)
	}
	if h != nil && h.Entity != "" {
		return string(h.Entity)
	}
	if anonymous(name) {
		return "anonymous:" + Key(name) + "@" + x.text()
	}
	return Key(name)
}

// witness reports whether a speaker is named as one who saw: "resident Ana
// Ruiz", by the words of the hop or by the roles pages give.
func (w *world) witness(h *stemma.Hop) bool {
	words := strings.ToLower(h.Who)
	for _, c := range h.Cites {
		words += " " + strings.ToLower(c.Exact)
	}
	if e := w.sc.Entities[string(h.Entity)]; e != nil {
		for _, r := range e.Roles {
			words += " " + strings.ToLower(r.Role)
		}
	}
	return hasWord(words, witnesses)
}

// hasWord reports whether s holds one of the words.
func hasWord(s string, words map[string]bool) bool {
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '\'' || r == '’' }) {
		if words[f] {
			return true
		}
	}
	return false
}
