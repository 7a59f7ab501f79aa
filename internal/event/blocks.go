package event

import (
	"slices"
	"sort"
	"strconv"
)

// A block is four days; stretches of more than many blocks, or years, are
// kept with all that are long.
const (
	block      = 4 * 24 * 3600
	manyBlocks = 54
	manyYears  = 10
)

// keysOf are the blocks a telling is looked for in, and those its event is kept
// in: of its type and mode, its sides and the days its date lies in; or of its
// article, story and family. A long stretch is looked for by years. Only
// tellings whose days overlap and that name one in common, or that stand in one
// story or text, can be one event, so no other block need be looked at.
func keysOf(t *party) (look, keep []string) {
	kind := t.Kind + " " + t.Mode + " "
	texts := []string{kind + "in " + t.Article}
	if t.story != "" {
		texts = append(texts, kind+"in "+t.story)
	}
	if t.family != "" {
		texts = append(texts, kind+"in "+t.family)
	}
	look, keep = append(look, texts...), append(keep, texts...)
	if t.Date == nil {
		return look, keep
	}
	first, last := t.from.Unix()/block, (t.until.Unix()-1)/block
	var near, years []string
	for n := first; n <= last && last-first <= manyBlocks; n++ {
		near = append(near, " "+strconv.FormatInt(n, 36))
	}
	for y := t.from.Year(); y <= t.until.Year() && y-t.from.Year() <= manyYears; y++ {
		years = append(years, " year "+strconv.Itoa(y))
	}
	seek, stay := t.sides()
	for _, x := range seek {
		for _, n := range near {
			look = append(look, kind+x+n)
		}
		for _, y := range years {
			if near == nil {
				look = append(look, kind+x+y)
			}
		}
		look = append(look, kind+x+" long")
	}
	for _, x := range stay {
		for _, n := range near {
			keep = append(keep, kind+x+n)
		}
		for _, y := range years {
			keep = append(keep, kind+x+y)
		}
		if near == nil {
			keep = append(keep, kind+x+" long")
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
