package event

import (
	"slices"
	"sort"
	"strconv"

	"github.com/stemma-news/stemma"
)

// A block is a fortnight; stretches of more than many blocks, or years, are
// kept with all that are long.
const (
	block      = 14 * 24 * 3600
	manyBlocks = 54
	manyYears  = 10
)

// keysOf are the blocks a telling is looked for in, and those its event is kept
// in: of its type and mode, one of its actors or countries, and the fortnights
// its date lies in; or of its article, story and family. A long stretch is
// looked for by years. Only tellings whose days overlap, or that stand in one
// story or text, can be one event, so no other block need be looked at.
func keysOf(t *stemma.Telling, countries []string, w where, alias map[string]string) (look, keep []string) {
	kind := t.Kind + " " + t.Mode + " "
	texts := []string{kind + "in " + t.Article}
	if w.story != "" {
		texts = append(texts, kind+"in "+w.story)
	}
	if w.family != "" {
		texts = append(texts, kind+"in "+w.family)
	}
	look, keep = append(look, texts...), append(keep, texts...)
	if t.Date == nil {
		return look, keep
	}
	from, until := days(t.Date)
	first, last := from.Unix()/block, (until.Unix()-1)/block
	var near, years []string
	for n := first; n <= last && last-first <= manyBlocks; n++ {
		near = append(near, " "+strconv.FormatInt(n, 36))
	}
	for y := from.Year(); y <= until.Year() && y-from.Year() <= manyYears; y++ {
		years = append(years, " year "+strconv.Itoa(y))
	}
	who := slices.Clone(countries)
	for _, id := range append(slices.Clone(t.Actors), t.Recipients...) {
		if id = canon(alias, id); id != "" {
			who = append(who, id)
		}
	}
	sort.Strings(who)
	for _, x := range slices.Compact(who) {
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
