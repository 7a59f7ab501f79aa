package outlet

import (
	_ "embed"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // the same zones on a machine that has none
)

//go:embed zones.txt
var zoneTable string

type clock struct {
	loc     *time.Location
	several bool
}

var clocks = sync.OnceValue(func() map[string]clock {
	out := map[string]clock{}
	for _, line := range strings.Split(zoneTable, "\n") {
		f := strings.Split(line, "|")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		loc, err := time.LoadLocation(f[1])
		if err != nil {
			panic("internal error: zones.txt: " + err.Error())
		}
		out[f[0]] = clock{loc, f[2] != ""}
	}
	return out
})

// Zone returns the zone whose clock the outlet goes by, nil where it is not
// known. several is set where that is the zone of the capital, or of most, of
// a country that has more than one: then the outlet's own may differ.
func (o Outlet) Zone() (loc *time.Location, several bool) {
	c, ok := clocks()[o.Slug]
	if !ok {
		c = clocks()[o.Country]
	}
	return c.loc, c.several
}
