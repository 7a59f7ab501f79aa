package quote

import (
	_ "embed"
	"strings"
	"sync"
)

// verb is one line of verbs.txt: a verb that can report speech.
type verb struct {
	lemma string
	// class is neutral, strong, hedged, factive, claimed, confirmed, denied,
	// accused, praised, ordered, asked, manner, document, attitude or relay.
	class  string
	direct bool // takes words in quotation marks
	that   bool // takes a clause with "that"
	bare   bool // takes a clause without
	object bool // the one spoken to follows without "to": "told her"
	infin  bool // takes "to" and a verb: "vowed to stay"
	noun   bool // what is said can be a noun: "denied the report"
}

// form is one form of a verb.
type form struct {
	verb
	ing  bool // "saying"
	base bool // "say"
	part bool // can be a participle: "said", "told"
}

//go:embed verbs.txt
var verbsText string

var verbs = sync.OnceValue(func() map[string]form {
	m := map[string]form{}
	put := func(w string, f form) {
		if _, ok := m[w]; !ok {
			m[w] = f
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(verbsText), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 7 {
			panic("internal error: verbs.txt: " + line)
		}
		has := func(c string) bool { return strings.Contains(f[2], c) }
		v := verb{lemma: f[0], class: f[1], direct: has("d"), that: has("c"), bare: has("b"), object: has("t"), infin: has("p"), noun: has("n")}
		put(f[4], form{verb: v, part: f[4] == f[6]})
		put(f[0], form{verb: v, base: true})
		put(f[3], form{verb: v})
		put(f[5], form{verb: v, ing: true})
		put(f[6], form{verb: v, part: true})
	}
	return m
})

// stance is what telling something with v is.
func (v verb) stance() string {
	switch v.class {
	case "claimed":
		return "claimed"
	case "denied", "confirmed", "asked", "ordered":
		return v.class
	}
	return "said"
}
