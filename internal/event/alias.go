package event

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// aliases maps a person to the one of a longer name whom joining events takes
// to be the same, where names alone do not show it: one country, and the
// shorter name, of two words or more, begins exactly one longer one. Names
// stay apart; only tellings meet.
//
//	"Ana Ruiz" (NOR) and "Ana Ruiz Holm" (NOR)
func aliases(sc *stemma.Scene) map[string]string {
	full := map[string]string{} // country and beginning -> id, "" where several
	for id, e := range sc.Entities {
		if e.Kind != stemma.Person || e.Country == "" {
			continue
		}
		w := strings.Fields(e.Name)
		for n := 2; n < len(w) && n < 6; n++ {
			k := e.Country + " " + strings.Join(w[:n], " ")
			if old, ok := full[k]; ok && old != id {
				full[k] = ""
			} else {
				full[k] = id
			}
		}
	}
	out := map[string]string{}
	for id, e := range sc.Entities {
		if e.Kind != stemma.Person || e.Country == "" {
			continue
		}
		if to := full[e.Country+" "+strings.Join(strings.Fields(e.Name), " ")]; to != "" && to != id {
			out[id] = to
		}
	}
	return out
}

// canon is the one an id stands for when tellings are joined.
func canon(alias map[string]string, id string) string {
	if to := alias[id]; to != "" {
		return to
	}
	return id
}
