package event

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// differences lays side by side what the tellings of one event tell otherwise:
// its day, its place, who acts and who is acted on. What one telling leaves out
// or tells more widely is no difference.
func (c *cluster) differences(sc *stemma.Scene, tellings []stemma.Telling, places func() *atlas) []stemma.Contradiction {
	var out []stemma.Contradiction
	if len(c.members) < 2 {
		return nil
	}
	for _, d := range []struct {
		about string
		of    func(t *stemma.Telling) []string
		same  func(a, b string) bool
	}{
		{"date", dayTold, sameDays},
		{"place", placeTold, func(a, b string) bool { return places().same(a, b) }},
		{"actors", func(t *stemma.Telling) []string { return c.names(sc, t.Actors) }, equal},
		{"recipients", func(t *stemma.Telling) []string { return c.names(sc, t.Recipients) }, equal},
	} {
		if c.kind == "CONSULT" && d.about != "date" && d.about != "place" {
			continue // all act at a meeting, and each page names those it cares for
		}
		if sides := c.sides(tellings, d.of, d.same); len(sides) > 1 {
			out = append(out, stemma.Contradiction{About: d.about, Sides: sides})
		}
	}
	return out
}

// sides groups tellings by what they tell, those that agree with any of a
// group in it; sides that have a telling in common are one. Tellings that tell
// nothing are left out.
func (c *cluster) sides(tellings []stemma.Telling, of func(*stemma.Telling) []string, same func(a, b string) bool) []stemma.Variant {
	var sides []*side
	for _, i := range c.members {
		vs := of(&tellings[i])
		if len(vs) == 0 {
			continue
		}
		var into *side
		kept := sides[:0]
		for _, s := range sides {
			switch agrees := s.agrees(vs, same); {
			case !agrees || into == nil:
				kept = append(kept, s)
				if agrees {
					into = s
				}
				continue
			case len(s.ids) > len(into.ids): // the fewer go to the more
				*s, *into = *into, *s
			}
			for v, n := range s.values {
				into.values[v] += n
			}
			into.ids = append(into.ids, s.ids...)
		}
		if sides = kept; into == nil {
			into = &side{values: map[string]int{}}
			sides = append(sides, into)
		}
		for _, v := range vs {
			into.values[v]++
		}
		into.ids = append(into.ids, tellings[i].ID)
	}
	var out []stemma.Variant
	for _, s := range sides {
		sort.Strings(s.ids)
		out = append(out, stemma.Variant{Value: commonest(s.values), Tellings: s.ids})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Value < out[j].Value })
	return out
}

// side is tellings that agree on a point.
type side struct {
	values map[string]int
	ids    []string
}

func (s *side) agrees(vs []string, same func(a, b string) bool) bool {
	for v := range s.values {
		for _, w := range vs {
			if same(v, w) {
				return true
			}
		}
	}
	return false
}

func equal(a, b string) bool { return a == b }

// names are the names of those of ids that the record knows.
func (c *cluster) names(sc *stemma.Scene, ids []string) []string {
	var out []string
	for _, id := range ids {
		if e := sc.Entities[canon(c.alias, id)]; e != nil {
			out = append(out, e.Name)
		}
	}
	return out
}

// dayTold is the day or days a telling tells in words of its own.
func dayTold(t *stemma.Telling) []string {
	if t.Date == nil || t.Date.How == inferredDate {
		return nil
	}
	from, until := days(t.Date)
	last := until.AddDate(0, 0, -1)
	if last.After(from) {
		return []string{from.Format("2006-01-02") + " to " + last.Format("2006-01-02")}
	}
	return []string{from.Format("2006-01-02")}
}

// sameDays reports whether two stretches that dayTold wrote share a day.
func sameDays(a, b string) bool {
	af, al := ends(a)
	bf, bl := ends(b)
	return af <= bl && bf <= al
}

func ends(s string) (from, last string) {
	from, last, ok := strings.Cut(s, " to ")
	if !ok {
		last = from
	}
	return from, last
}

func placeTold(t *stemma.Telling) []string {
	if t.Place == "" {
		return nil
	}
	return []string{t.Place}
}

// atlas is which country each name of a place is of, by the entities of a
// scene.
type atlas struct {
	country map[string]string
	whole   map[string]string // names of the countries themselves
}

func newAtlas(sc *stemma.Scene) *atlas {
	out := &atlas{country: map[string]string{}, whole: map[string]string{}}
	for _, e := range sc.Entities {
		if e.Kind != stemma.Place || e.Country == "" {
			continue
		}
		for _, n := range append([]string{e.Name}, e.Also...) {
			if old, ok := out.country[n]; !ok || e.Country < old {
				out.country[n] = e.Country
			}
			if e.ID == "country:"+e.Country {
				out.whole[n] = e.Country
			}
		}
	}
	return out
}

// same reports whether two names can be of one place: a country is no other
// place than a town of it, or than one nobody knows where to look for.
func (m *atlas) same(a, b string) bool {
	if strings.EqualFold(a, b) || strings.Contains(a, b) || strings.Contains(b, a) {
		return true
	}
	for _, x := range [][2]string{{a, b}, {b, a}} {
		if w := m.whole[x[0]]; w != "" && m.whole[x[1]] == "" {
			return m.country[x[1]] == "" || m.country[x[1]] == w
		}
	}
	return false
}
