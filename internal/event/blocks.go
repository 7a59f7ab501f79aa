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
// in: of its type and mode, one of those it names (or its countries, where a
// country has one such happening) and the days its date lies in; or of its
// article, story and family. A long stretch is looked for by years. What is told
// in words alone is blocked by its verb, and by both its sides. Only tellings whose days overlap and that name one in common, or that
// stand in one story or text, can be one event, so no other block need be
// looked at.
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
	for _, x := range t.sides() {
		for _, n := range near {
			look, keep = append(look, kind+x+n), append(keep, kind+x+n)
		}
		for _, y := range years {
			keep = append(keep, kind+x+y)
			if near == nil {
				look = append(look, kind+x+y)
			}
		}
		look = append(look, kind+x+" long")
		if near == nil {
			keep = append(keep, kind+x+" long")
		}
	}
	return look, keep
}

// sides are those a telling names, each once; of words alone each with the
// verb, and each pair of one who acts and one who is acted on.
func (t *party) sides() []string {
	who := append(slices.Clone(t.actors), t.recipients...)
	if national[t.noun] {
		who = append(who, t.countries...)
	}
	if verbal[t.Kind] {
		for i := range who {
			who[i] += " " + t.noun
		}
		for _, a := range t.actors {
			for _, r := range t.recipients {
				who = append(who, a+" > "+r)
			}
		}
	}
	sort.Strings(who)
	return slices.Compact(who)
}
