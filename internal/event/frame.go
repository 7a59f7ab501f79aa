package event

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed frames.txt
var framesFile string

//go:embed irregular.txt
var irregularFile string

//go:embed agents.txt
var agentsFile string

//go:embed classes.txt
var classesFile string

// frame is one line of frames.txt.
type frame struct {
	noun     bool
	lemma    string
	parts    []string        // particles and prepositions that must follow
	objects  map[string]bool // of which one must stand with it
	who      bool            // somebody who acts must be its object
	any      bool            // it must have an object
	undergo  bool            // it must be in the passive, of somebody who acts
	subjects map[string]bool // of which one must be in its subject
	to       string          // "to", "that" or a verb that must follow in a clause
	kind     string
	mode     string
	args     map[string]byte // slot -> a, r, p or t (thing)
	example  string
}

// none is the type of idioms that tell of no event: "the fair kicked off".
const none = "-"

// form is what a word may be of a verb.
type form struct {
	lemma string
	how   byte // b base, s third person, d past, n participle, g -ing
}

var (
	verbFrames = map[string][]*frame{}
	nounFrames = map[string][]*frame{}
	adjFrames  = map[string]*frame{}
	verbForms  = map[string][]form{}
	agents     = map[string]bool{}
	allFrames  []*frame
)

// ready reads the tables, on the first call: a program that finds no events
// does not wait for them.
var ready = sync.OnceFunc(func() {
	irregular := map[string][2]string{}
	eachLine(irregularFile, func(f []string) { irregular[f[0]] = [2]string{f[1], f[2]} })
	readPolarity(irregular)
	eachLine(agentsFile, func(f []string) { agents[f[0]] = true })
	classes := map[string]map[string]bool{}
	eachLine(classesFile, func(f []string) { classes[f[0]] = set(f[1]) })
	eachLine(framesFile, func(f []string) {
		fr := readFrame(f, classes)
		allFrames = append(allFrames, fr)
		if f[0] == "j" {
			adjFrames[fr.lemma] = fr
			return
		}
		if fr.noun {
			nounFrames[fr.lemma] = append(nounFrames[fr.lemma], fr)
			return
		}
		if len(verbFrames[fr.lemma]) == 0 {
			inflect(fr.lemma, irregular)
		}
		verbFrames[fr.lemma] = append(verbFrames[fr.lemma], fr)
	})
	for _, l := range strings.Fields("say tell report quote cite announce deny reject claim plan expect") {
		if len(verbFrames[l]) == 0 {
			inflect(l, irregular)
		}
	}
})

func eachLine(file string, f func([]string)) {
	for _, line := range strings.Split(file, "\n") {
		if line != "" && line[0] != '#' {
			f(strings.Split(line, "\t"))
		}
	}
}

func readFrame(f []string, classes map[string]map[string]bool) *frame {
	if len(f) != 6 {
		panic("internal error: frames: " + strings.Join(f, " "))
	}
	fr := &frame{noun: f[0] == "n", kind: f[2], mode: f[3], args: map[string]byte{}, example: f[5]}
	for i, w := range strings.Fields(f[1]) {
		switch {
		case i == 0:
			fr.lemma = w
		case w[0] == '+':
			fr.parts = append(fr.parts, w[1:])
		case w == "=passive":
			fr.undergo = true
		case w == "~@any":
			fr.any = true
		case w[0] == '~':
			list := strings.TrimPrefix(w[1:], "@who")
			fr.who = len(list) < len(w)-1
			if list = strings.TrimPrefix(list, "|"); list != "" {
				fr.objects = members(list, classes)
			}
		case w[0] == '<':
			fr.subjects = members(w[1:], classes)
		case w[0] == '>':
			fr.to = w[1:]
		}
	}
	for _, a := range strings.Fields(f[4]) {
		slot, role, _ := strings.Cut(a, "=")
		fr.args[slot] = role[0]
	}
	return fr
}

// members are the words of a list "a|b|@class".
func members(list string, classes map[string]map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Split(list, "|") {
		if w[0] != '@' {
			out[w] = true
			continue
		}
		c := classes[w[1:]]
		if c == nil {
			panic("internal error: frames: no class " + w)
		}
		for x := range c {
			out[x] = true
		}
	}
	return out
}

// inflect fills verbForms with the forms of a lemma.
func inflect(l string, irregular map[string][2]string) {
	forms(l, irregular, func(w string, how byte) { verbForms[w] = append(verbForms[w], form{l, how}) })
}

// forms calls add with each form of a lemma.
func forms(l string, irregular map[string][2]string, add func(w string, how byte)) {
	add(l, 'b')
	last := l[len(l)-1]
	cons := len(l) > 1 && strings.IndexByte("aeiou", l[len(l)-2]) < 0
	switch {
	case l == "have":
		add("has", 's')
	case last == 'y' && cons:
		add(l[:len(l)-1]+"ies", 's')
	case last == 's' || last == 'x' || last == 'z' || last == 'o' || strings.HasSuffix(l, "ch") || strings.HasSuffix(l, "sh"):
		add(l+"es", 's')
	default:
		add(l+"s", 's')
	}
	stem := l
	switch {
	case last == 'e' && !strings.HasSuffix(l, "ee"):
		stem = l[:len(l)-1]
	}
	if doubles(l) {
		stem = l + l[len(l)-1:]
	}
	ing := stem + "ing"
	past := strings.TrimSuffix(stem, "e") + "ed"
	if last == 'y' && cons {
		past = l[:len(l)-1] + "ied"
	}
	if pp, ok := irregular[l]; ok {
		add(pp[0], 'd')
		add(pp[1], 'n')
		if pp[0] == pp[1] && strings.HasSuffix(pp[0], "ed") && len(pp[0]) > len(l) && pp[0] != past { // stopped, stopping
			ing = strings.TrimSuffix(pp[0], "ed") + "ing"
		}
		if l == "begin" {
			ing = "beginning"
		}
	} else {
		add(past, 'd')
		add(past, 'n')
	}
	add(ing, 'g')
}

// doubles reports whether a verb of one syllable doubles its last letter:
// stop, stopping.
func doubles(l string) bool {
	n := len(l)
	if n < 3 || strings.IndexByte("aeiouwxy", l[n-1]) >= 0 || strings.IndexByte("aeiou", l[n-2]) < 0 || strings.IndexByte("aeiou", l[n-3]) >= 0 && l != "quit" {
		return false
	}
	return !strings.ContainsAny(l[:n-2], "aeiou") || l == "quit"
}
