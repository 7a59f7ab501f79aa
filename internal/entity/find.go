package entity

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/outlet"
	"github.com/stemma-news/stemma/internal/text"
)

// Find returns the mentions of an article, in order of their first span. It is
// local: it sees no other page. A mention of a person spans the titles before
// the name: "Gen. Ana Ruiz".
func Find(a *stemma.Article, d *lang.Document) []stemma.Mention {
	f := &finder{a: a, t: load(), inside: map[string]int{}, lower: map[string]int{}, marked: map[int]string{}, people: map[string]bool{}, loose: map[int]bool{}, bounds: map[int]bool{}, finite: map[int]bool{}, compound: map[int]bool{}, short: map[string]bool{}, fleet: map[string]bool{}}
	sentences := make([]stemma.Span, 0, len(d.Sentences))
	for _, s := range d.Sentences {
		sentences = append(sentences, s.Span)
		for i, w := range s.Words {
			if w.UPOS == "ADJ" && i+1 < len(s.Words) {
				f.loose[w.Start] = true
			}
			if within(s.Words, i) {
				f.compound[w.Start] = true
			}
			switch w.UPOS {
			case "ADP", "AUX", "CCONJ", "DET", "PRON", "SCONJ":
				f.bounds[w.Start] = true
				f.finite[w.Start] = w.UPOS == "AUX" && w.XPOS != "VB" && w.XPOS != "VBG" && w.XPOS != "VBN"
			case "VERB":
				f.bounds[w.Start] = w.XPOS == "VBD" || w.XPOS == "VBP" || w.XPOS == "VBZ"
				f.finite[w.Start] = f.bounds[w.Start]
			}
		}
		for _, n := range s.Names {
			f.marked[s.Words[n.From].Start] = n.Kind
			if w := s.Words[n.To-1]; n.Kind == lang.Person {
				f.people[a.Text[w.Start:w.End]] = true
			}
		}
	}
	if len(sentences) == 0 {
		sentences = text.Sentences(a.Text)
	}
	var all [][]tok
	for _, s := range sentences {
		if held(a, s) {
			continue
		}
		toks := f.tokens(s)
		f.count(toks)
		all = append(all, toks)
	}
	for _, toks := range all {
		f.sentence(toks)
	}
	f.headline()
	f.bare()
	sort.SliceStable(f.out, func(i, j int) bool { return f.out[i].Cite.Spans[0].Start < f.out[j].Cite.Spans[0].Start })
	return f.out
}

// within reports whether words[i] stands in a compound before its head, or is an
// adjective of one that does: "[public relations] manager".
func within(words []lang.Word, i int) bool {
	w := words[i]
	if w.UPOS != "NOUN" && w.UPOS != "ADJ" || w.Head <= i {
		return false
	}
	return w.Rel == "compound" || w.Rel == "amod" && w.UPOS == "ADJ" && words[w.Head].Rel == "compound" && words[w.Head].UPOS == "NOUN" && words[w.Head].Head > w.Head
}

func held(a *stemma.Article, s stemma.Span) bool {
	for _, h := range a.Holds {
		if h.Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// tok is a unit of a sentence.
type tok struct {
	stemma.Span
	s, lower string
	cap      bool // begins with a capital letter
	word     bool
	first    bool // first word of the sentence, or of a quotation in it
}

type finder struct {
	a   *stemma.Article
	t   *tables
	out []stemma.Mention
	// inside counts words with a capital within sentences, lower words without.
	inside, lower map[string]int
	marked        map[int]string  // kinds the model marks, by start
	loose         map[int]bool    // adjectives, by start
	bounds        map[int]bool    // words that stand within no description, by start
	finite        map[int]bool    // finite verbs, by start
	compound      map[int]bool    // nouns that stand before what they are of: "[public relations] manager", by start
	people        map[string]bool // last words of the persons it marks
	used          []bool
	fleet         map[string]bool // names of ships
	short         map[string]bool // acronyms, and whether the article says what they are short for
	share         roll            // that goes on
	georgia       string          // the country or state of that name the article means, "" before it is asked
}

func (f *finder) tokens(s stemma.Span) []tok {
	units := text.Units(nil, f.a.Text, s.Start, s.End)
	out := make([]tok, 0, len(units))
	first := true
	for _, u := range units {
		w := f.a.Text[u.Start:u.End]
		r, _ := utf8.DecodeRuneInString(w)
		t := tok{Span: u, s: w, lower: strings.ToLower(w), cap: unicode.IsUpper(r) || len(out) > 0 && out[len(out)-1].cap && particle(w), word: unicode.IsLetter(r) || unicode.IsDigit(r)}
		if t.word {
			t.first, first = first, false
		} else if strings.ContainsAny(w, "\"“”«»:‘") || w == "—" || w == "–" {
			first = true
		}
		out = append(out, t)
	}
	return out
}

// particle reports whether w is a name that begins with a small particle:
// the end of "Adel al-Masri".
func particle(w string) bool {
	p, rest, ok := strings.Cut(w, "-")
	if !ok || len(p) > 3 || rest == "" {
		return false
	}
	switch p {
	case "al", "el", "as", "ash", "ad", "an", "ar", "at", "az", "bin", "ibn":
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(r)
	}
	return false
}

func (f *finder) count(toks []tok) {
	titled := 0
	words := 0
	for _, t := range toks {
		if t.word && len(t.s) > 3 {
			words++
			if t.cap {
				titled++
			}
		}
	}
	if words > 3 && titled*10 > words*8 {
		return // Title Case tells nothing
	}
	for _, t := range toks {
		switch {
		case !t.word || t.first:
		case t.cap:
			f.inside[t.s]++
		default:
			f.lower[t.lower]++
		}
	}
}

// name reports whether toks[i] can be part of a name.
func (f *finder) name(toks []tok, i int) bool {
	t := toks[i]
	if i > 0 && clockBefore(toks, i) {
		return false // "9:30 PM ET"
	}
	if !t.cap || !t.word || t.lower == "i" || strings.HasPrefix(t.lower, "i'") || strings.HasPrefix(t.lower, "i’") {
		return false
	}
	if !t.first {
		return !f.t.common[t.lower] || f.marked[t.Start] != "" || i+1 < len(toks) && (toks[i+1].cap && toks[i+1].word || toks[i+1].lower == "told" || toks[i+1].lower == "said") || f.after(toks, i) ||
			i+2 < len(toks) && f.orgWord(t.lower) && (toks[i+1].lower == "of" || toks[i+1].lower == "for") && toks[i+2].cap // "Ministry of Defence"
	}
	switch {
	case f.marked[t.Start] != "":
		return true
	case f.t.titles[strings.TrimSuffix(t.lower, ".")] && i+1 < len(toks) && toks[i+1].cap && toks[i+1].word:
		return true
	case offices[t.lower] && i+2 < len(toks) && toks[i+1].lower == "of" && toks[i+2].cap:
		return true // "Minister of Health Ana Ruiz said"
	case f.t.roles[t.lower] && !kin[t.lower] && !trades[t.lower] && i+2 < len(toks) && toks[i+1].cap && (f.marked[toks[i+1].Start] == stemma.Person || given()[fold(toks[i+1].s)] != ""):
		return true // "Spokeswoman Ana Ruiz told"
	case f.t.common[t.lower]:
		return false
	case f.inside[t.s] > 0:
		return true
	case f.t.names[t.s].what != "":
		return true
	case f.lower[t.lower] > 0 || f.t.roles[strings.TrimSuffix(t.lower, "s")]:
		return false // "Officials said" names nobody
	}
	return true
}

// after: a capitalised common word goes on a name: "Ministry of Foreign Affairs".
func (f *finder) after(toks []tok, i int) bool {
	return i > 0 && (toks[i-1].cap && toks[i-1].word && (!toks[i-1].first || f.marked[toks[i-1].Start] == stemma.Person) || toks[i-1].lower == "of" && i > 1 && toks[i-2].cap)
}

// broken reports whether a line ends before toks[j].
func (f *finder) broken(toks []tok, j int) bool {
	return strings.ContainsAny(f.a.Text[toks[j-1].End:toks[j].Start], "\n\r")
}

func (f *finder) orgWord(w string) bool {
	return f.t.orgs[w] || f.t.orgs[strings.TrimSuffix(w, "s")]
}

func (f *finder) sentence(toks []tok) {
	f.used = make([]bool, len(toks))
	f.handles(toks)
	f.outlets(toks)
	for i := 0; i < len(toks); i++ {
		if f.used[i] || !f.name(toks, i) || partySeat(toks, i) {
			continue
		}
		j := f.runEnd(toks, i)
		if j-i > 1 && f.loose[toks[i].Start] && f.marked[toks[i+1].Start] == stemma.Person {
			f.used[i] = true // "Lucky Ana Ruiz"
			i++
		}
		for k := i; k < j; k++ {
			if f.used[k] {
				j = k
				break
			}
		}
		if k := seated(toks, i, j); k > i { // "Lima-based Sol Lines"
			for ; i < k; i++ {
				f.used[i] = true
			}
			if i == j {
				i--
				continue
			}
		}
		if j-i == 1 && len(toks[i].s) == 1 { // "on its account X"
			continue
		}
		if !f.shouted(toks, i, j) && !f.headlined(toks, i, j) {
			f.run(toks, i, j)
		}
		for k := i; k < j; k++ {
			f.used[k] = true
		}
		i = j - 1
	}
	f.descriptions(toks)
}

// seated is the end of the words of toks[i:j] that say where what follows is from or
// whose it is, i if there are none: "Lima-based", "Ghana-flagged".
func seated(toks []tok, i, j int) int {
	for k := i; k < j; k++ {
		if n := strings.LastIndexByte(toks[k].s, '-') + 1; n > 0 && n+3 <= len(toks[k].s) {
			switch w := toks[k].s[n:]; w {
			case "area", "backed", "based", "born", "built", "era", "flagged", "headquartered", "held", "led", "listed", "made", "owned", "registered", "run", "style", "themed", "wide":
				return k + 1
			default:
				if k == i && strings.HasSuffix(w, "ed") && w == strings.ToLower(w) {
					return k + 1
				}
			}
		}
	}
	return i
}

// shouted reads a heading in capitals, of which only the words are names that
// the text has as names: "WHAT RUIZ WANTS". It reports whether there are any.
func (f *finder) shouted(toks []tok, i, j int) bool {
	letters := 0
	for k := i; k < j; k++ {
		if toks[k].s != strings.ToUpper(toks[k].s) {
			return false
		}
		letters += len(toks[k].s)
	}
	if letters < 5 {
		return false
	}
	got := false
	for k := i; k < j; k++ {
		w := toks[k]
		_, n := utf8.DecodeRuneInString(w.s)
		name := w.s[:n] + w.lower[min(n, len(w.lower)):]
		if len(w.s) > 3 && f.people[name] {
			f.add(stemma.Mention{Name: name}, w.Span)
			got = true
		}
	}
	return got
}

// outlets marks the agencies and papers a sentence names.
func (f *finder) outlets(toks []tok) {
	if len(toks) == 0 {
		return
	}
	from, to := toks[0].Start, toks[len(toks)-1].End
	for _, o := range outlet.FindIn(f.a.Text[from:to]) {
		s := stemma.Span{Start: o.Start + from, End: o.End + from}
		i := sort.Search(len(toks), func(i int) bool { return toks[i].End > s.Start })
		j := i
		for j < len(toks) && toks[j].Start < s.End {
			j++
		}
		if i > 1 && toks[i-1].lower == "of" && (f.orgWord(toks[i-2].lower) || f.t.heads(toks[i-2].lower)) {
			continue // "Ministry of Foreign Affairs"
		}
		if f.explained(f.a.Text[s.Start:s.End]) {
			continue
		}
		// "the Daily Mirror Cup" is no paper; "Guardian Council" neither.
		if i == j || j < len(toks) && toks[j].cap && toks[j].word && !toks[j].first || i > 0 && toks[i-1].cap && !toks[i-1].first && j-i < 2 && f.t.names[toks[i-1].s].what == "" && toks[i-1].lower != "the" {
			continue
		}
		for k := i; k < j; k++ {
			f.used[k] = true
		}
		f.add(stemma.Mention{Name: f.a.Text[s.Start:s.End], Kind: stemma.Organisation, Country: o.Outlet.Country, Key: o.Outlet.Key()}, s)
		f.acronym(toks, j, f.a.Text[s.Start:s.End])
	}
}

// explained reports whether an article prints an acronym in brackets behind the words
// whose first letters it is: of "the Football Association of Zambia (FAZ)" it is no
// paper.
func (f *finder) explained(short string) bool {
	if !acronym(short) {
		return false
	}
	known, ok := f.short[short]
	if ok {
		return known
	}
	before, _, found := strings.Cut(f.a.Text, "("+short+")")
	if found {
		w := strings.Fields(before)
		w = w[max(0, len(w)-len(short)-4):]
		for n := range w {
			tail := strings.ToLower(strings.Join(w[n:], " "))
			if l := strings.ToUpper(firstLetters(tail, small)); upper(w[n]) && (l == short || strings.ToUpper(firstLetters(tail, nil)) == short) {
				known = true
			}
		}
	}
	f.short[short] = known
	return known
}

func (f *finder) add(m stemma.Mention, s stemma.Span) {
	if i := strings.IndexAny(m.Name, "\"“"); i > 0 && !m.Descriptive {
		if k := strings.LastIndexAny(m.Name, "\"”"); k > i { // without the nickname
			if _, n := utf8.DecodeRuneInString(m.Name[k:]); k+n < len(m.Name) {
				m.Name, m.Kind = strings.TrimSpace(m.Name[:i])+" "+strings.TrimSpace(m.Name[k+n:]), stemma.Person
			}
		}
	}
	m.Cite = f.a.Cite(s)
	m.ID = stemma.LocalID(stemma.MentionID, f.a, []stemma.Span{s})
	f.out = append(f.out, m)
}
