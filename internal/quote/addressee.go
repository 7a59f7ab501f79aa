package quote

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// guests finds the ones spoken to that no clause names: those a quotation
// calls upon, and those the same speaker told something the moment before.
func (r *reader) guests() {
	order := r.inPlace()
	var last *attribution
	for _, i := range order {
		x := &r.found[i]
		if x.to2.Len() == 0 && len(x.qs) > 0 {
			x.to2 = r.calledUpon(x.qs[0].in)
		}
		if x.to2.Len() == 0 && last != nil && len(x.qs) > 0 && !x.words && x.seg-last.seg <= 2 && r.who(x) == r.who(last) && (r.person(last.to2) || r.segments[x.seg].para == r.segments[last.seg].para) {
			x.to2 = last.to2
		}
		// "Ruiz told reporters that ... “We stay,” she said."
		low := strings.ToLower(r.a.Text[x.to2.Start:x.to2.End])
		switch {
		case x.speaker.Len() == 0:
		case last != nil && r.who(x) != r.who(last):
			last = nil
		}
		if x.to2.Len() > 0 && (r.person(x.to2) || x.verb.lemma == "tell" && (low == "me" || low == "us" || !objects[low] && low != "it")) {
			last = x
		}
	}
}

// person reports whether s names a person.
func (r *reader) person(s stemma.Span) bool { return s.Len() > 0 && r.mention(s) == stemma.Person }

var courtesy = words("dear esteemed honourable honorable distinguished respected dearest")

// calledUpon is who a quotation begins by calling upon: "Esteemed prime
// minister, we ...".
func (r *reader) calledUpon(in stemma.Span) stemma.Span {
	t := r.a.Text[in.Start:in.End]
	i := strings.IndexByte(t, ',')
	if i < 0 || i > 60 {
		return stemma.Span{}
	}
	w := strings.Fields(t[:i])
	if len(w) < 2 || len(w) > 5 || !courtesy[strings.ToLower(w[0])] {
		return stemma.Span{}
	}
	from := in.Start + strings.Index(t, w[1])
	return stemma.Span{Start: from, End: in.Start + i}
}
