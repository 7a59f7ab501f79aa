package text

import "bytes"

// evenings are endings that house styles write two ways, and the way both are
// hashed. Only hashes see it, so a word wrongly evened ("wise" -> "wize") does
// no harm: both printings are evened alike.
var evenings = []struct{ from, to string }{
	{"isation", "ization"}, {"isations", "izations"},
	{"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"}, {"iser", "izer"}, {"isers", "izers"},
	{"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"oural", "oral"}, {"ourite", "orite"},
	{"lled", "led"}, {"lling", "ling"}, {"ller", "ler"}, {"llers", "lers"},
	{"efence", "efense"}, {"ffence", "ffense"}, {"icence", "icense"}, {"etence", "etense"},
	{"entre", "enter"}, {"entres", "enters"}, {"metre", "meter"}, {"metres", "meters"}, {"litre", "liter"}, {"litres", "liters"}, {"eatre", "eater"},
	{"ogramme", "ogram"}, {"ogrammes", "ograms"}, {"ogue", "og"}, {"ogues", "ogs"},
	{"gement", "gment"}, {"wards", "ward"}, {"hilst", "hile"}, {"ongst", "ong"},
}

// byLast finds the evenings by the last letter of a word.
var byLast = func() (t [256][]struct{ from, to string }) {
	for _, e := range evenings {
		c := e.from[len(e.from)-1]
		t[c] = append(t[c], e)
	}
	return t
}()

// evenSpelling rewrites the ending of a folded word of six letters or more, in
// place where the buffer allows: "legitimising" -> "legitimizing".
func evenSpelling(w []byte) []byte {
	if len(w) < 6 {
		return w
	}
	for _, e := range byLast[w[len(w)-1]] {
		if bytes.HasSuffix(w, []byte(e.from)) {
			return append(w[:len(w)-len(e.from)], e.to...)
		}
	}
	return w
}
