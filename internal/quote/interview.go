package quote

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// leastAsked is how many questions an interview has at least.
const leastAsked = 4

// interview is the one turn of somebody whose answers stand below questions, with no
// name before either; nil where a text is no such thing. Questions speak to "you",
// answers say "I", and together they are most of the text from the first question on.
func (r *reader) interview() []turn {
	t := r.a.Text
	first, asked, toYou, met, mine := -1, 0, 0, 0, 0
	var x turn
	from, after, said := 0, false, false // the last answer; a question stands right before; it says "I"
	for i, p := range r.paras {
		s := strings.TrimSpace(t[p.Start:p.End])
		you := hasWord(s, "you", "your", "You", "Your")
		switch own := hasWord(s, "I", "I'm", "I'd", "I've", "my", "My", "me"); {
		case strings.HasSuffix(s, "?") && len(s) < 600 && !(own && !you),
			first >= 0 && (!after || strings.Contains(s, "?")) && you && !own && len(s) < 300: // "They say that you fled."
			if first < 0 {
				first = i
			}
			if strings.HasSuffix(s, "?") {
				asked++
				if you {
					toYou++
				}
			}
			after, from = true, len(x.words)
		case first >= 0 && closed(s):
			if after {
				met, said = met+1, false
			}
			if !said && own {
				mine, said = mine+1, true
			}
			if n := nameEnd(t[p.Start:p.End]); n > 0 { // "A: Never", "ANA RUIZ: Never"
				p.Start += n + 1 + len(t[p.Start+n+1:p.End]) - len(strings.TrimLeft(t[p.Start+n+1:p.End], " \u00a0"))
			}
			x.words = append(x.words, p)
			after = false
		}
	}
	if asked < leastAsked || toYou*2 < asked || met < asked || mine*3 < met || len(x.words) > 5*asked {
		return nil
	}
	x.words = x.words[:min(from+1, len(x.words))] // what follows the last answer is the page's own
	words := 0
	for _, w := range x.words {
		words += w.Len()
	}
	if x.who = r.asked(first); x.who.Len() == 0 || words*3 < len(t)-r.paras[first].Start {
		return nil
	}
	x.name = t[x.who.Start:x.who.End]
	return []turn{x}
}

// asked is the person whom the title and what stands before paragraph n name most.
func (r *reader) asked(n int) (who stemma.Span) {
	times, at := map[string]int{}, map[string]stemma.Span{}
	for _, m := range r.mentionsIn(stemma.Span{Start: 0, End: r.paras[n].Start}) {
		if m.Kind != stemma.Person || m.Descriptive || m.Name == "" || slices.ContainsFunc(append(r.a.Bylines, r.a.Author), func(b string) bool { return strings.Contains(b, m.Name) }) {
			continue
		}
		name := m.Name
		if times[name] == 0 {
			if strings.Contains(r.a.Title, name[strings.LastIndexByte(name, ' ')+1:]) {
				times[name] = 3
			}
			at[name] = m.Cite.Spans[0]
		}
		times[name]++
	}
	best, second := 0, 0
	for name, k := range times {
		switch {
		case k > best:
			best, second, who = k, best, at[name]
		case k > second:
			second = k
		}
	}
	if best == second {
		return stemma.Span{}
	}
	return who
}

// hasWord reports whether one of words stands in s.
func hasWord(s string, words ...string) bool {
	for w := range strings.FieldsSeq(strings.ReplaceAll(s, "’", "'")) {
		if slices.Contains(words, strings.Trim(w, ".,;:!?\"“”()")) {
			return true
		}
	}
	return false
}
