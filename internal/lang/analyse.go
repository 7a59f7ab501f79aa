package lang

import (
	"sync"

	"github.com/stemma-news/stemma"
)

// Evidence is what is known of the names of a document or a story: how often a
// capitalised word stood in names of which kind, and outside of names.
type Evidence struct {
	votes map[uint32]votes
}

// Add adds the names of d to e.
func (e *Evidence) Add(d *Document) {
	if e.votes == nil {
		e.votes = map[uint32]votes{}
	}
	var ts []token
	for i := range d.Sentences {
		s := &d.Sentences[i]
		ts = grow(ts, len(s.Words))
		readLooks(ts, d.Text, s.Words)
		gather(e.votes, ts, classesOf(&Tree{Text: d.Text, Sentence: *s}))
	}
}

var workers = sync.Pool{New: func() any { return &worker{} }}

// takeWorker takes a worker with the embedded models, to be put back.
func takeWorker() *worker {
	w := workers.Get().(*worker)
	w.engine = loadEngine()
	return w
}

// analyse fills the labels of d's words and its names: first tags and names of
// all sentences, then, with the names of the whole text known, tags again
// where a name was not seen as one, names again, and trees. Of a sentence that was
// met before, the first labels and the tree are those of then.
func (w *worker) analyse(d *Document, known *Evidence) {
	n := 0
	for i := range d.Sentences {
		n += len(d.Sentences[i].Words)
	}
	w.all, w.class, w.labelled = grow(w.all, n), grow(w.class, n), grow(w.labelled, n)
	w.known = w.known[:0]
	if w.evidence == nil {
		w.evidence, w.small = map[uint32]votes{}, map[uint32]bool{}
	}
	clear(w.evidence)
	clear(w.small)
	if known != nil {
		for k, v := range known.votes {
			w.evidence[k] = v
		}
	}
	at := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		ts := w.all[at : at+len(s.Words)]
		w.bounds.looks(ts, d.Text, s.Words)
		if headline(ts) {
			w.lower(d.Text, s.Words, ts)
		}
		m := sentencesMet.of(w.key(d.Text, s.Words))
		w.known = append(w.known, m)
		w.first(ts, w.class[at:], m)
		at += len(ts)
	}
	at = 0
	for i := range d.Sentences {
		end := at + len(d.Sentences[i].Words)
		gather(w.evidence, w.all[at:end], w.class[at:end])
		at = end
	}
	at = 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		w.ts = w.all[at : at+len(s.Words)]
		before := w.labelled[at : at+len(s.Words)]
		for k, t := range w.ts {
			before[k] = metLabels{x: t.x, u: t.u, class: w.class[at+k]}
		}
		if w.force() {
			w.tag()
		}
		w.names(w.ts, w.evidence)
		s.Names = nameSpans(s.Names[:0], w.nm.class)
		if !w.recall(w.known[i]) {
			w.parse()
			w.remember(d, s, before)
		}
		w.fill(d, s)
		s.Names = addNationalities(s.Names, w.ts)
		at += len(w.ts)
	}
}

// fill writes the worker's labels into s.
func (w *worker) fill(d *Document, s *Sentence) {
	for i := range s.Words {
		wd, t, n := &s.Words[i], &w.ts[i], &w.st.nodes[i]
		wd.XPOS, wd.UPOS = w.in.x[t.x-1], w.in.u[t.u-1]
		wd.Head, wd.Rel = int(n.head), w.in.rel[n.label-1]
		if wd.Head == len(s.Words) {
			wd.Head = -1
		}
		wd.Lemma = w.lemma.of(d.Text[wd.Start:wd.End], wd.XPOS)
	}
}

// commonRank bounds the words that may open a sentence as themselves although
// someone bears them as a name: "May", "Mark", "Will".
const commonRank = 3000

// force makes the first word of the worker's sentence a proper noun where it
// was tagged otherwise, and is a name elsewhere and never an ordinary word in
// the text: "Keating thanked Peru" after "Rosa Keating". It reports whether
// it changed a tag.
func (w *worker) force() bool {
	changed := false
	for i := range w.ts {
		t := &w.ts[i]
		if !t.caps || !(t.initial || t.headline) || t.x == w.in.nnp || t.x == w.in.nnps || w.in.nnp == 0 {
			continue
		}
		v := w.evidence[t.form]
		if v.kind[0]+v.kind[1]+v.kind[2] == 0 || w.plainWord(t) {
			continue
		}
		t.x, t.forced = w.in.nnp, true
		changed = true
	}
	return changed
}

// plainWord reports whether a word is common, or stands in the text in lower
// case.
func (w *worker) plainWord(t *token) bool {
	if r := loadWords().index(t.key); r >= 0 && r < commonRank {
		return true
	}
	if len(w.small) == 0 {
		for i := range w.all {
			if t := &w.all[i]; t.alpha && !t.caps {
				w.small[t.low] = true
			}
		}
		w.small[0] = true
	}
	return w.small[t.low]
}

// headline reports whether a sentence is in Title Case, so that capitals say
// little: four words in five of more than three letters have one.
func headline(ts []token) bool {
	caps, all := 0, 0
	for i := range ts {
		if t := &ts[i]; t.alpha && !t.digit && t.suf4 != 0 && !t.initial {
			all++
			caps += int(b2u(t.caps))
		}
	}
	return all >= 4 && caps*5 >= all*4
}

// lower reads the words of a headline as in running text: a word that the
// lists and the table of frequent words do not have as a name loses its
// capital. "Keating Meets Rebel Leader" -> "Keating meets rebel leader".
func (w *worker) lower(text string, words []Word, ts []token) {
	var low [40]byte
	flags := flagsOf()
	for i := range ts {
		t := &ts[i]
		r := loadWords().index(t.key)
		if !t.caps || t.initial || r < 0 || r > 25_000 || flags[t.key]&isListed != 0 || w.nameCluster(t) {
			t.headline = t.caps
			continue
		}
		form := text[words[i].Start:words[i].End]
		if len(form) > len(low) {
			continue
		}
		n := copy(low[:], form)
		for k := range n {
			if 'A' <= low[k] && low[k] <= 'Z' {
				low[k] |= 0x20
			}
		}
		t.read(string(low[:n]))
	}
}

// nameCluster reports whether most words of a word's cluster are names in the
// treebanks.
func (w *worker) nameCluster(t *token) bool {
	c := int(t.clu10())
	return c < len(w.proper) && w.proper[c] > 50
}

// addNationalities marks words for peoples and what is theirs where they stand
// outside of names: "Russian officials".
func addNationalities(names []Name, ts []token) []Name {
	flags := flagsOf()
	k := 0
	for i := range ts {
		for k < len(names) && names[k].To <= i {
			k++
		}
		if k < len(names) && names[k].From <= i {
			continue
		}
		if ts[i].caps && flags[ts[i].key]&isNationality != 0 {
			names = append(names, Name{})
			copy(names[k+1:], names[k:])
			names[k] = Name{From: i, To: i + 1, Kind: Nationality}
		}
	}
	return names
}

// NameSpan is the range of name n of the sentence in the document's Text.
func (s *Sentence) NameSpan(n Name) stemma.Span {
	return stemma.Span{Start: s.Words[n.From].Start, End: s.Words[n.To-1].End}
}
