package lang

import "sync"

var workers = sync.Pool{New: func() any { return &worker{} }}

// analyse fills the labels of d's words and its names.
func analyse(d *Document) {
	e := loadEngine()
	w := workers.Get().(*worker)
	defer workers.Put(w)
	w.engine = e
	for i := range d.Sentences {
		w.sentence(d, &d.Sentences[i])
	}
}

func (w *worker) sentence(d *Document, s *Sentence) {
	w.ts = grow(w.ts, len(s.Words))
	readLooks(w.ts, d.Text, s.Words)
	w.tag()
	w.parse()
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
