package event

import (
	"slices"
	"sort"
)

// A block is four days; stretches of more than many blocks, or years, are
// kept with all that are long.
const (
	block      = 4 * 24 * 3600
	manyBlocks = 54
	manyYears  = 10
)

// blockKey is a block: what tellings have in common there, and the days or the
// year of it.
type blockKey struct {
	side uint32 // type and mode, and who or where, by number
	sort uint8
	n    int64
}

const (
	inText = iota
	nearDays
	inYear
	longTime
)

// blocks hold events by what the tellings to come are looked for by.
type blocks struct {
	number     map[string]uint32
	ends       map[blockKey][2]int32 // where the list of a block begins and ends
	stands     []stand
	name       []byte
	look, keep []blockKey // memory
}

// stand is an event in a block, and where the next one is, -1 for none.
type stand struct {
	cluster *cluster
	next    int32
}

func newBlocks() *blocks {
	return &blocks{number: map[string]uint32{}, ends: map[blockKey][2]int32{}}
}

// first is where the list of a block begins, -1 for none.
func (b *blocks) first(k blockKey) int32 {
	if e, ok := b.ends[k]; ok {
		return e[0]
	}
	return -1
}

// put adds an event at the end of a block.
func (b *blocks) put(k blockKey, c *cluster) {
	at := int32(len(b.stands))
	b.stands = append(b.stands, stand{c, -1})
	e, ok := b.ends[k]
	if ok {
		b.stands[e[1]].next = at
	} else {
		e[0] = at
	}
	e[1] = at
	b.ends[k] = e
}

// key numbers what tellings of t's type and mode have in common.
func (b *blocks) key(t *party, in, who string) blockKey {
	b.name = append(b.name[:0], t.Kind...)
	b.name = append(b.name, ' ')
	b.name = append(b.name, t.Mode...)
	b.name = append(b.name, ' ')
	b.name = append(b.name, in...)
	b.name = append(b.name, who...)
	n, ok := b.number[string(b.name)]
	if !ok {
		n = uint32(len(b.number))
		b.number[string(b.name)] = n
	}
	return blockKey{side: n}
}

// of are the blocks a telling is looked for in, and those its event is kept
// in: of its type and mode, its sides and the days its date lies in; or of its
// article, story and family. A long stretch is looked for by years. Only
// tellings whose days overlap and that name one in common, or that stand in one
// story or text, can be one event, so no other block need be looked at. What is
// returned is good until the next call.
func (b *blocks) of(t *party) (look, keep []blockKey) {
	look, keep = append(b.look[:0], b.key(t, "in ", t.Article)), b.keep[:0]
	if t.story != "" {
		look = append(look, b.key(t, "in ", t.story))
	}
	if t.family != "" {
		look = append(look, b.key(t, "in ", t.family))
	}
	keep = append(keep, look...)
	if t.Date != nil {
		look, keep = b.dated(t, look, keep)
	}
	b.look, b.keep = look, keep
	return look, keep
}

// dated adds the blocks of a telling's sides and days.
func (b *blocks) dated(t *party, look, keep []blockKey) (_, _ []blockKey) {
	first, last := t.from.Unix()/block, (t.until.Unix()-1)/block
	if last-first > manyBlocks {
		last = first - 1 // a long stretch
	}
	near := last >= first
	year, years := t.from.Year(), t.until.Year()
	years = min(years, year+manyYears)
	at := func(k blockKey, sort uint8, n int64) blockKey {
		k.sort, k.n = sort, n
		return k
	}
	seek, stay := t.sides()
	for _, x := range seek {
		k := b.key(t, "", x)
		for n := first; n <= last; n++ {
			look = append(look, at(k, nearDays, n))
		}
		for y := year; y <= years && !near; y++ {
			look = append(look, at(k, inYear, int64(y)))
		}
		look = append(look, at(k, longTime, 0))
	}
	for _, x := range stay {
		k := b.key(t, "", x)
		for n := first; n <= last; n++ {
			keep = append(keep, at(k, nearDays, n))
		}
		for y := year; y <= years; y++ {
			keep = append(keep, at(k, inYear, int64(y)))
		}
		if !near {
			keep = append(keep, at(k, longTime, 0))
		}
	}
	return look, keep
}

// sides are those a telling is looked for by and its event kept by, each once;
// of words alone each with the verb. One that names both who acts and who is
// acted on is no event with others on either side, so that it is looked for by
// both together, and by one alone only among those that name one side: a
// country that half the world's news names is no block of its own.
func (t *party) sides() (look, keep []string) {
	who := append(slices.Clone(t.actors), t.recipients...)
	if verbal[t.Kind] {
		for i := range who {
			who[i] += " " + t.noun
		}
	}
	switch whole := len(t.actors) > 0 && len(t.recipients) > 0; {
	case t.Kind == "CONSULT":
		look, keep = who, who
	case whole:
		for _, w := range who {
			look, keep = append(look, w+" part"), append(keep, w+" whole")
		}
		for _, a := range t.actors {
			for _, r := range t.recipients {
				look, keep = append(look, a+" > "+r), append(keep, a+" > "+r)
			}
		}
	default:
		for _, w := range who {
			look, keep = append(look, w+" part", w+" whole"), append(keep, w+" part")
		}
	}
	if national[t.noun] {
		look, keep = append(slices.Clone(look), t.countries...), append(slices.Clone(keep), t.countries...)
	}
	sort.Strings(look)
	look = slices.Compact(look)
	keep = slices.Clone(keep)
	sort.Strings(keep)
	return look, slices.Compact(keep)
}
