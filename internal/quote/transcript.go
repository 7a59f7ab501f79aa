package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// turn is what one speaker says at once in a transcript: an interview, a briefing
// or a debate, whose words stand without quotation marks below or behind a name.
type turn struct {
	who   stemma.Span
	name  string // without what stands in brackets behind it
	words []stemma.Span
}

// A transcript has so many turns at least, and two names come up again in it.
const leastTurns = 4

// transcript adds what is said in the turns of a transcript, a quote to a
// paragraph, and gives what is told within a turn its teller. Questions of the
// press are passed over.
func (r *reader) transcript() {
	ts, rule := r.turns(), "transcript"
	if ts == nil {
		ts, rule = r.interview(), "interview"
	}
	asks := r.asking(ts)
	for _, t := range ts {
		asked := asks[t.name]
		for _, w := range t.words {
			kept := r.found[:0]
			for _, x := range r.found {
				if w.Holds(x.contents[0]) && x.rule != rule && !asked {
					switch strings.ToLower(r.a.Text[x.speaker.Start:x.speaker.End]) {
					case "i", "we", "you":
						continue // the turn's own words
					}
					x.tellers = append(x.tellers, teller{span: t.who, name: t.name})
					if to := strings.ToLower(r.a.Text[x.to2.Start:x.to2.End]); to == "me" || to == "us" {
						x.to2 = t.who
					}
				}
				kept = append(kept, x)
			}
			r.found = kept
			if !asked {
				m := &marked{Span: w, in: w}
				r.add(attribution{rule: rule, contents: []stemma.Span{w}, qs: []*marked{m}, speaker: t.who, stance: "said"})
			}
		}
	}
}

// turns are the turns of a transcript, in order; none of another text.
func (r *reader) turns() []turn {
	var out []turn
	times, words, rest := map[string]int{}, 0, 0
	t := r.a.Text
	for i, p := range r.paras {
		s := t[p.Start:p.End]
		n := nameEnd(s)
		switch {
		case n > 0:
			at := p.Start + n + 1
			at += len(t[at:p.End]) - len(strings.TrimLeft(t[at:p.End], " \t\u00a0"))
			out = append(out, turn{who: stemma.Span{Start: p.Start, End: p.Start + n}, words: []stemma.Span{{Start: at, End: p.End}}})
		case len(s) <= 90 && speakers(s) && i+1 < len(r.paras) && closed(t[r.paras[i+1].Start:r.paras[i+1].End]):
			out = append(out, turn{who: p})
		case len(out) == 0:
			rest += p.Len()
			continue
		case s[0] != '(' && (closed(s) || len(s) > 90): // "Column 512", "(Laughter.)" are no one's words
			out[len(out)-1].words = append(out[len(out)-1].words, p)
		}
		words += p.Len()
	}
	for i := range out {
		x := &out[i]
		x.name, _, _ = strings.Cut(t[x.who.Start:x.who.End], " (")
		x.who.End = x.who.Start + len(x.name)
		times[x.name]++
	}
	again, of := 0, 0 // names that come again, and their turns
	for _, n := range times {
		if n > 1 {
			again++
			of += n
		}
	}
	personal, known, persons := 0, 0, 0
	for i := range out {
		x := &out[i]
		if slices.ContainsFunc(x.words, func(w stemma.Span) bool { return firstPerson(t[w.Start:w.End]) }) {
			personal++
		}
		switch {
		case times[x.name] < 2:
		case r.somebody(x):
			persons++
			known++
		case asker(x.name) || strings.EqualFold(x.name, r.a.Outlet):
			known++
		}
	}
	if again < 2 || of < leastTurns || of*2 < len(out) || personal*3 < len(out) || words < rest || persons == 0 || known*4 < of*3 && persons*2 < of {
		return nil
	}
	return out
}

// somebody reports whether the name before a turn is a person's, or an office's:
// "Ida Holm", "MR LIND", "THE PRESIDENT".
func (r *reader) somebody(x *turn) bool {
	first, rest, _ := strings.Cut(strings.ToLower(strings.TrimSuffix(x.name, ".")), " ")
	if offices[strings.Trim(first, ".")] && (rest != "" || first == "president" || first == "chairman") || first == "the" && offices[rest] {
		return true
	}
	return slices.ContainsFunc(r.mentionsIn(x.who), func(m stemma.Mention) bool { return m.Kind == stemma.Person && !m.Descriptive })
}

// offices are courtesies and offices that stand before a speaker's name, or for it.
var offices = words("mr mrs ms miss dr sir dame lord lady prof professor senator sen rep representative gov governor president chairman chairwoman chair minister secretary ambassador general gen colonel col judge justice mayor spokesperson spokesman spokeswoman commissioner director witness")

// asking are the names of those who ask in ts: the press, the outlet, and who is no
// person and mostly asks.
func (r *reader) asking(ts []turn) map[string]bool {
	questions := map[string]int{} // by name, less what is no question
	person := map[string]bool{}
	for _, t := range ts {
		for _, m := range r.mentionsIn(t.who) {
			person[t.name] = person[t.name] || m.Kind == stemma.Person && !strings.HasPrefix(t.name, "The ")
		}
		questions[t.name]--
		if n := len(t.words); n > 0 && strings.HasSuffix(r.a.Text[t.words[n-1].Start:t.words[n-1].End], "?") {
			questions[t.name] += 2
		}
	}
	out := map[string]bool{}
	for name, n := range questions {
		out[name] = asker(name) || strings.EqualFold(name, r.a.Outlet) || !person[name] && n > 0
	}
	return out
}

// nameEnd is where the name ends that a paragraph begins with, "Ida Holm: We
// will not pay", 0 where none does.
func nameEnd(s string) int {
	n := strings.IndexByte(s[:min(len(s), 80)], ':')
	if n <= 0 || n+1 >= len(s) || !unicode.IsSpace(rune(s[n+1])) && s[n+1] < 0x80 || !speakers(s[:n]) {
		return 0
	}
	return n
}

// speakers reports whether s can be the name before a turn: few words with
// capitals, and no sentence.
func speakers(s string) bool {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	ws := strings.Fields(s)
	if len(ws) == 0 || len(ws) > 8 || strings.ContainsAny(s, "0123456789?!\"“”;/") || labelled[strings.ToLower(s)] {
		return false
	}
	for i, w := range ws {
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) && (i == 0 || !joining[w]) {
			return false
		}
	}
	last := ws[len(ws)-1]
	return !strings.HasSuffix(last, ".") || len(ws) > 1 && utf8.RuneCountInString(last) <= 3 || last == strings.ToUpper(last)
}

// joining are small words within names and offices.
var joining = words("of the for and de la le du da dos van von der den al el bin ibn to on")

// labelled are what paragraphs are labelled with that is nobody's name.
var labelled = map[string]bool{"photo": true, "photos": true, "note": true, "update": true, "updated": true, "read more": true, "read also": true, "related": true, "see also": true, "source": true, "caption": true, "editor's note": true, "watch": true, "tags": true,
	"correction": true, "contact": true, "email": true, "phone": true, "date": true, "time": true, "location": true, "where": true, "when": true, "who": true, "what": true, "why": true, "how": true, "title": true, "by": true, "published": true, "score": true, "ingredients": true, "subject": true, "reply": true, "quote": true, "re": true}

// asker reports whether a name before a turn is that of whoever asks.
func asker(name string) bool {
	switch strings.ToLower(strings.TrimRight(name, ". ")) {
	case "q", "question", "questions", "reporter", "journalist", "interviewer", "correspondent", "press", "media", "moderator", "host", "anchor", "presenter", "operator", "speaker", "audience member", "unidentified speaker", "unidentified male", "unidentified female", "frage", "вопрос", "pregunta":
		return true
	}
	return false
}

// closed reports whether s ends as a sentence does.
func closed(s string) bool {
	return strings.ContainsAny(lastRune(strings.TrimRight(s, "\"”’')] ")), ".!?…—-")
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// firstPerson reports whether somebody speaks of themselves or to another in s.
func firstPerson(s string) bool {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return !unicode.IsLetter(c) }) {
		switch w {
		case "I", "we", "We", "you", "You", "my", "My", "our", "Our", "your", "Your", "us", "me":
			return true
		}
	}
	return false
}
