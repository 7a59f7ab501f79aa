package dump

import (
	"strings"
)

// mostCard is how many lines a card has below its host at most.
const mostCard = 3

// cards marks the lines of cards in p: what forums make of an address, the host
// alone, then the title of the page and its first words cut off. Nobody wrote
// them. "harbour.example" / "Ferry sinks off the mole" / "A ferry with forty people on
// board sank on Friday..."
func (r *reader) cards(p post) {
	for i := p.lo; i+1 < p.hi; i++ {
		if !hostAlone(r.ls[i].S) || r.ls[i+1].Gap > 1 {
			continue
		}
		for j := i + 1; j < min(p.hi, i+1+mostCard) && (j == i+1 || r.ls[j].Gap == 0); j++ {
			if s := r.ls[j].S; strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
				for k := i; k <= j; k++ {
					r.aside[k] = true
				}
				i = j
				break
			}
		}
	}
}

// hostAlone reports whether s is the name of a host and no more: "harbour.example",
// "www.harbour.example".
func hostAlone(s string) bool {
	i := strings.LastIndexByte(s, '.')
	return i > 1 && len(s)-i > 2 && len(s)-i < 12 && s == strings.ToLower(s) && !strings.ContainsAny(s, " @/:") && strings.Trim(s[i+1:], "abcdefghijklmnopqrstuvwxyz") == ""
}
