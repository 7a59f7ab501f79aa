package date

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed rules.txt
var rulesFile string

// rule is one line of the grammar.
type rule struct {
	symbol  string
	op, arg string
	items   []item
	least   int // tokens
	example string
	order   int
}

// item is one place of a pattern: a word, a class or a symbol.
type item struct {
	words    []string
	classes  []string
	symbol   *symbol
	optional bool
}

// symbol is the rules of one symbol, by what they can begin with. bit stands
// for it in a set of symbols.
type symbol struct {
	name            string
	bit             uint64
	byWord, byClass map[string][]*rule
}

// node is a match: the rule's meaning, the words of classes it took, and the
// symbols within it.
type node struct {
	op, arg    string
	took       []sense
	kids       []*node
	start, end int // tokens
}

// one returns the value of the first word of a class that n took.
func (n *node) one(class string) (string, bool) {
	for _, s := range n.took {
		if s.class == class {
			return s.val, true
		}
	}
	return "", false
}

// grammar holds the rules by symbol, and by what each can begin with: words and
// classes are those of its rules, with the sets of symbols that can begin with
// each.
type grammar struct {
	symbols        map[string]*symbol
	rules          []*rule
	words, classes map[string]uint64
}

// Tables, filled by ready.
var (
	times    *grammar
	lexicon  map[string][]sense
	starters map[string]bool
	tenses   map[string]string
)

// ready reads the tables, on the first call: a program that finds no times
// does not wait for them.
var ready = sync.OnceFunc(func() {
	lexicon, starters = readWords(wordsFile)
	tenses = readTenses(tenseFile)
	times = readGrammar(rulesFile)
})

func readGrammar(file string) *grammar {
	g := &grammar{symbols: map[string]*symbol{}, words: map[string]uint64{}, classes: map[string]uint64{}}
	for _, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			panic("internal error: grammar of times: " + line)
		}
		r := &rule{symbol: f[0], example: f[3], order: len(g.rules)}
		r.op, r.arg, _ = strings.Cut(f[1], " ")
		for _, p := range strings.Fields(f[2]) {
			it := g.readItem(p)
			for _, w := range it.words {
				g.words[w] |= 0
			}
			for _, c := range it.classes {
				g.classes[c] |= 0
			}
			if !it.optional {
				r.least++
			}
			r.items = append(r.items, it)
		}
		g.rules = append(g.rules, r)
		g.symbol(r.symbol)
	}
	for _, r := range g.rules {
		words, classes := map[string]bool{}, map[string]bool{}
		g.firsts(r, words, classes, 0)
		s := g.symbols[r.symbol]
		for w := range words {
			s.byWord[w] = append(s.byWord[w], r)
			g.words[w] |= s.bit
		}
		for c := range classes {
			s.byClass[c] = append(s.byClass[c], r)
			g.classes[c] |= s.bit
		}
	}
	for name, s := range g.symbols {
		if s.bit == 0 || len(s.byWord)+len(s.byClass) == 0 {
			panic("internal error: grammar of times: more than 64 symbols, or no symbol <" + name + ">")
		}
	}
	return g
}

// symbol is the symbol of a name, made where it is new.
func (g *grammar) symbol(name string) *symbol {
	s := g.symbols[name]
	if s == nil {
		s = &symbol{name, 1 << len(g.symbols), map[string][]*rule{}, map[string][]*rule{}}
		g.symbols[name] = s
	}
	return s
}

func (g *grammar) readItem(p string) item {
	var it item
	if len(p) > 1 && strings.HasSuffix(p, "?") {
		it.optional = true
		p = p[:len(p)-1]
	}
	if strings.HasPrefix(p, "<") {
		it.symbol = g.symbol(strings.Trim(p, "<>"))
		return it
	}
	for _, a := range strings.Split(p, "|") {
		if len(a) > 1 && strings.IndexFunc(a, func(r rune) bool { return !unicode.IsUpper(r) }) < 0 {
			it.classes = append(it.classes, a)
		} else {
			it.words = append(it.words, a)
		}
	}
	return it
}

// firsts collects what r can begin with. depth bounds a grammar that calls
// itself at its left edge, which is an error of the grammar.
func (g *grammar) firsts(r *rule, words, classes map[string]bool, depth int) {
	if depth > 12 {
		panic(fmt.Sprintf("internal error: grammar of times: <%s> begins with itself", r.symbol))
	}
	for _, it := range r.items {
		for _, w := range it.words {
			words[w] = true
		}
		for _, c := range it.classes {
			classes[c] = true
		}
		if it.symbol != nil {
			for _, r2 := range g.rules {
				if r2.symbol == it.symbol.name {
					g.firsts(r2, words, classes, depth+1)
				}
			}
		}
		if !it.optional {
			return
		}
	}
}

// match is one way to read tokens from a position: up to end.
type match struct {
	end  int
	node *node
}

// matcher matches symbols against the tokens of one text, each symbol at each
// position once.
type matcher struct {
	g    *grammar
	ts   []token
	from int       // the token of memo[0]
	memo [][]tried // by token
	free []*way    // to be used again
}

// tried is what came of a symbol at one token.
type tried struct {
	symbol *symbol
	out    []match
}

// forget begins the memo anew at token i, where nothing before is asked for.
func (m *matcher) forget(i int) {
	m.from = i
	for k := range m.memo {
		m.memo[k] = m.memo[k][:0]
	}
}

// newMatcher marks the tokens with the symbols that can begin at each, and with
// how far words of the grammar go on: most words begin none, and are in none.
func newMatcher(g *grammar, ts []token) *matcher {
	for i := len(ts) - 1; i >= 0; i-- {
		t := &ts[i]
		leads, known := g.words[t.word]
		for _, se := range t.senses {
			of, ok := g.classes[se.class]
			leads, known = leads|of, known || ok
		}
		t.leads, t.reach = leads, i
		if known && i+1 < len(ts) {
			t.reach = ts[i+1].reach
		} else if known {
			t.reach = i + 1
		}
	}
	return &matcher{g: g, ts: ts}
}

// maxTokens bounds an expression, and so the work at one position.
const maxTokens = 16

// at returns the matches of symbol s at i, the longest first; of two of one
// length the earlier rule.
func (m *matcher) at(s *symbol, i int) []match {
	if i >= len(m.ts) || m.ts[i].leads&s.bit == 0 {
		return nil
	}
	k := i - m.from
	for len(m.memo) <= k {
		m.memo = append(m.memo, nil)
	}
	for _, t := range m.memo[k] {
		if t.symbol == s {
			return t.out
		}
	}
	t := &m.ts[i]
	rs := s.byWord[t.word]
	for _, se := range t.senses {
		if more := s.byClass[se.class]; len(rs) == 0 {
			rs = more
		} else if len(more) > 0 {
			rs = slices.Concat(rs, more)
			sortRules(rs)
		}
	}
	w := m.way(i)
	for _, r := range rs {
		if i+r.least > t.reach {
			continue
		}
		w.op, w.arg = r.op, r.arg
		m.items(r, 0, i, w, i+maxTokens)
	}
	out := w.out
	m.free = append(m.free, w)
	for a := 1; a < len(out); a++ { // longest first; few, so by insertion
		for b := a; b > 0 && out[b].end > out[b-1].end; b-- {
			out[b], out[b-1] = out[b-1], out[b]
		}
	}
	m.memo[k] = append(m.memo[k], tried{s, out})
	return out
}

func sortRules(rs []*rule) {
	for a := 1; a < len(rs); a++ {
		for b := a; b > 0 && rs[b].order < rs[b-1].order; b-- {
			rs[b], rs[b-1] = rs[b-1], rs[b]
		}
	}
}

// way is a way of reading tokens that is being tried, and those found before.
type way struct {
	node
	out []match
}

// way begins a way at token i.
func (m *matcher) way(i int) *way {
	w := &way{}
	if k := len(m.free) - 1; k >= 0 {
		w, m.free = m.free[k], m.free[:k]
	}
	w.start, w.out = i, nil
	return w
}

// found keeps w as it stands as a match up to end, if it is the first of this
// length.
func (w *way) found(end int) {
	if !slices.ContainsFunc(w.out, func(o match) bool { return o.end == end }) {
		c := w.node
		c.end, c.took, c.kids = end, slices.Clone(w.took), slices.Clone(w.kids)
		w.out = append(w.out, match{end, &c})
	}
}

// items matches r's items from k on at token i and keeps each way in w, which
// comes back as it was but for those.
func (m *matcher) items(r *rule, k, i int, w *way, limit int) {
	if k == len(r.items) {
		if i > w.start {
			w.found(i)
		}
		return
	}
	it := &r.items[k]
	if i < len(m.ts) && i < limit {
		t := &m.ts[i]
		if it.symbol != nil {
			for _, sub := range m.at(it.symbol, i) {
				w.kids = append(w.kids, sub.node)
				m.items(r, k+1, sub.end, w, limit)
				w.kids = w.kids[:len(w.kids)-1]
			}
		} else if s, ok := it.takes(t); ok {
			if s.class != "" {
				w.took = append(w.took, s)
			}
			m.items(r, k+1, i+1, w, limit)
			if s.class != "" {
				w.took = w.took[:len(w.took)-1]
			}
		}
	}
	if it.optional {
		m.items(r, k+1, i, w, limit)
	}
}

// takes reports whether it takes t, and by which sense ("" for a word).
func (it *item) takes(t *token) (sense, bool) {
	for _, w := range it.words {
		if w == t.word {
			if w == "am" || w == "pm" {
				return sense{"HALF", w}, true
			}
			return sense{}, true
		}
	}
	for _, c := range it.classes {
		if v, ok := t.sense(c); ok {
			return sense{c, v}, true
		}
	}
	return sense{}, false
}
