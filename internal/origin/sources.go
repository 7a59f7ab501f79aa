package origin

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// source is one source of an item with what tells it from others.
type source struct {
	stemma.StandingSource
	key       string
	firstHand bool
	// speakers are those whose words it carries, families the families of the
	// articles it stands in.
	speakers, families map[string]bool
	witness            bool // an agency or outlet with a reporter of its own at the place
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

// sources are those an item rests on, by the chains of the places it is told
// at: who said it at first, and the first teller who is a medium; where no
// words name either, the writer or outlet of the text.
func (w *world) sources(at []support) []*source {
	by := map[string]*source{}
	get := func(name string, h *stemma.Hop, x *support, why string) *source {
		k := w.sourceKey(name, h, x)
		s := by[k]
		if s == nil {
			s = &source{key: k, speakers: map[string]bool{}, families: map[string]bool{}}
			s.Name, s.Kind = name, w.kind(name, h)
			s.Facts = w.facts(name, h, s.Kind)
			by[k] = s
		}
		if !contains(s.Why, why) {
			s.Why = append(s.Why, why)
		}
		s.families[x.family+"/"+x.article.ID] = true
		return s
	}
	for i := range at {
		x := &at[i]
		told := read(x.chain)
		if len(told) == 0 {
			name, why := "", ""
			if len(x.chain) > 0 {
				name, why = x.chain[0].Who, "the text is its own"
			} else if name = publisher(x.article); name != "" {
				why = "the page names no source"
			}
			if name != "" {
				get(name, first(x.chain), x, why)
			}
			continue
		}
		speaker := get(told[0].Who, &told[0], x, "named as the speaker")
		if !medium(told[0].Who) {
			speaker.firstHand = speaker.Kind != kindAnonymous
		}
		for k := range told[1:] {
			h := &told[k+1]
			if medium(h.Who) {
				m := get(outletName(h.Who), h, x, "told by "+h.Who+" ("+h.How+")")
				m.speakers[speaker.key] = true
				break
			}
		}
	}
	out := make([]*source, 0, len(by))
	for _, s := range by {
		sort.Strings(s.Why)
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].key < out[j].key })
	return out
}

func contains(ss []string, s string) bool {
	for _, x := range ss {
		if x == s {
			return true
		}
	}
	return false
}

func first(chain []stemma.Hop) *stemma.Hop {
	if len(chain) == 0 {
		return nil
	}
	return &chain[0]
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
	if h != nil && h.Entity != "" {
		return string(h.Entity)
	}
	if anonymous(name) {
		where := x.family
		if where == "" {
			where = x.article.ID
		}
		return "anonymous:" + strings.ToLower(name) + "@" + where
	}
	return key(name)
}

// kind is what a source is, by the tables and by its words.
func (w *world) kind(name string, h *stemma.Hop) string {
	if o, ok := outlet.Lookup(name); ok {
		if o.Kind == outlet.Agency {
			return kindAgency
		}
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
	if anonymous(name) {
		return kindAnonymous
	}
	low := strings.ToLower(name)
	for _, d := range []string{"statement", "report", "letter", "document", "video", "footage", "photograph"} {
		if strings.HasSuffix(low, d) {
			return kindDocument
		}
	}
	for _, b := range bodies {
		if strings.Contains(low, b) {
			return kindBody
		}
	}
	return kindPerson
}

var bodies = []string{"ministry", "government", "army", "military", "police", "council", "association", "group", "agency", "union", "court", "office", "committee", "party", "kremlin", "white house", "nations"}

// anonymous reports whether a source is not named: "an official", "residents".
func anonymous(name string) bool {
	low := strings.ToLower(strings.TrimSpace(name))
	if low == "" || low != strings.TrimSpace(name) && !strings.HasPrefix(low, "a ") && !strings.HasPrefix(low, "an ") && !strings.HasPrefix(low, "the ") && !strings.HasPrefix(low, "one ") {
		return false
	}
	for _, w := range []string{"official", "officials", "source", "sources", "resident", "residents", "witness", "witnesses", "diplomat", "diplomats", "spokesperson", "activists", "villager", "villagers", "protester", "protesters", "rescuer", "medic", "doctor"} {
		if strings.HasSuffix(low, w) || strings.Contains(low, " "+w+" ") {
			return true
		}
	}
	return false
}

// facts are what the tables say of a source: never a score.
func (w *world) facts(name string, h *stemma.Hop, kind string) []string {
	var out []string
	if o, ok := outlet.Lookup(name); ok {
		if o.Owner == outlet.State {
			out = append(out, "state-owned ("+o.Country+")")
		}
		if o.Owner == outlet.Party {
			out = append(out, "owned by a party ("+o.Country+")")
		}
	}
	if kind == kindAnonymous {
		out = append(out, "anonymous")
	}
	low := strings.ToLower(name)
	if strings.Contains(low, "monitor") || strings.Contains(low, "watchdog") || strings.Contains(low, "observatory") {
		out = append(out, "monitor")
	}
	return out
}
