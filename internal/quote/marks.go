package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// marked is a stretch in quotation marks: Span with the marks, in without.
type marked struct {
	stemma.Span
	in stemma.Span
	// open is a paragraph that ends within the quotation, which goes on in the
	// next; goesOn is that next.
	open, goesOn bool
}

// mark is one quotation mark of a paragraph.
type mark struct {
	at, end int
	// family tells marks that answer each other: '"', '“', '«', '„', '‘'.
	family rune
	// opens and closes say what its neighbours let it be.
	opens, closes bool
}

// marksIn returns the outermost stretches in quotation marks of a paragraph.
// Marks that answer none are repaired: one that opens a paragraph runs to the
// paragraph's end, any other is passed over. before says that the paragraph
// before ended within a quotation.
// next says that the paragraph after it begins with a mark.
func marksIn(s string, p stemma.Span, before, next bool) []marked {
	ms := scan(s, p)
	double := false
	for _, m := range ms {
		double = double || m.family != '‘'
	}
	var out []marked
	for i := 0; i < len(ms); i++ {
		m := ms[i]
		if !m.opens {
			continue
		}
		j := answer(s, ms, i)
		if m.family == '‘' && double && !(j > 0 && s[m.at] != '\'' && ends(s, ms[j])) {
			continue // an apostrophe beside double marks, or half a quotation
		}
		if j < 0 {
			if q, ok := unanswered(s, p, ms, i, before, next); ok {
				out = append(out, q)
				return out
			}
			continue
		}
		q := marked{Span: stemma.Span{Start: m.at, End: ms[j].end}, in: trim(s, m.end, ms[j].at)}
		q.goesOn = before && len(out) == 0 && strings.TrimSpace(s[p.Start:m.at]) == ""
		if q.in.Len() > 0 {
			out = append(out, q)
		}
		i = j
	}
	return out
}

// unanswered reads an opening mark without its closing one.
func unanswered(s string, p stemma.Span, ms []mark, i int, before, next bool) (marked, bool) {
	m := ms[i]
	if m.family == '‘' {
		return marked{}, false
	}
	front := strings.TrimSpace(s[p.Start:m.at])
	lead := front == ""
	rest := trim(s, m.end, p.End)
	// `Ruiz said: "We go on.` runs to the end of the paragraph too, and so does
	// `... Ruiz said. "We go on.` where the next one goes on
	if !lead && !strings.HasSuffix(front, ":") && !strings.HasSuffix(front, ",") && !(next && strings.HasSuffix(front, ".")) || rest.Len() == 0 {
		return marked{}, false
	}
	return marked{Span: stemma.Span{Start: m.at, End: p.End}, in: rest, open: true, goesOn: before && lead}, true
}

// scan returns the quotation marks of a paragraph in order.
func scan(s string, p stemma.Span) []mark {
	var out []mark
	for i := p.Start; i < p.End; {
		r, n := utf8.DecodeRuneInString(s[i:p.End])
		f := family(r)
		if f == 0 {
			i += n
			continue
		}
		m := mark{at: i, end: i + n, family: f}
		if r == '`' || r == '\'' { // ``so''
			three := i > p.Start && i+2 < p.End && s[i+1] == s[i] && s[i+2] == s[i] && s[i-1] != ' '
			if i+1 < p.End && s[i+1] == s[i] && !three {
				m.end, m.family = i+2, '"'
			}
		}
		prev, _ := utf8.DecodeLastRuneInString(s[p.Start:m.at])
		next, _ := utf8.DecodeRuneInString(s[m.end:p.End])
		free := m.at == p.Start || unicode.IsSpace(prev) || strings.ContainsRune("([—–-/:,\"“«", prev)
		tight := m.end < p.End && !unicode.IsSpace(next)
		switch r {
		case '“', '«', '„', '‹':
			m.opens = tight || r == '«'
			m.closes = r == '“' && (!free || !tight && prev == ',') || r == '«' && !free && !tight
		case '”', '»', '›':
			m.closes = true
			m.opens = r == '”' && free && tight // Swedish, and pages that mistake one for the other
		case '‘':
			m.opens = free && tight
		case '’', '\'', '`':
			if m.family == '"' {
				m.opens, m.closes = free && tight, !free || !tight
				break
			}
			m.opens = free && tight && !unicode.IsDigit(next) && r != '’'
			m.closes = (!free || prev == ',' && !tight) && (m.end == p.End || !unicode.IsLetter(next) && !unicode.IsDigit(next))
		default:
			m.opens = tight && (free || !unicode.IsLetter(prev) && !unicode.IsDigit(prev) && !strings.ContainsRune(".,!?", prev))
			m.closes = !free || !tight
			if unicode.IsDigit(prev) && !tight && len(out) == 0 {
				m.closes = false // 5'10"
			}
		}
		i = m.end
		out = append(out, m)
	}
	return out
}

// opensWith reports whether a paragraph begins with a mark that opens.
func opensWith(s string, p stemma.Span) bool {
	ms := scan(s, stemma.Span{Start: p.Start, End: min(p.End, p.Start+8)})
	return len(ms) > 0 && ms[0].opens && ms[0].family != '‘' && strings.TrimSpace(s[p.Start:ms[0].at]) == ""
}

func family(r rune) rune {
	switch r {
	case '"', '＂', '″':
		return '"'
	case '“', '”', '„', '‟':
		return '“'
	case '«', '»', '‹', '›':
		return '«'
	case '‘', '’', '\'', '`', '‚':
		return '‘'
	}
	return 0
}

// answer returns the mark that closes ms[i], -1 where none does. A mark that
// can only open says that the closing one was left out.
func answer(s string, ms []mark, i int) int {
	first := -1
	for j := i + 1; j < len(ms); j++ {
		m := ms[j]
		same := m.family == ms[i].family || ms[i].family != '‘' && m.family != '‘' && (m.family == '"' || ms[i].family == '"')
		if !same {
			continue
		}
		if m.opens && !m.closes && ms[i].family != '‘' {
			if ms[i].family == '"' {
				return -1
			}
			continue
		}
		if !m.closes {
			continue
		}
		if ms[i].family != '‘' {
			return j
		}
		// a single mark may be an apostrophe: "the boys' choir"; what stands
		// before a comma or stop, or after one, closes
		if first < 0 {
			first = j
		}
		if ends(s, m) {
			return j
		}
	}
	return first
}

// ends reports whether a single mark that can close stands at the end of a
// sentence or part of one, as an apostrophe hardly does.
func ends(s string, m mark) bool {
	prev, _ := utf8.DecodeLastRuneInString(s[:m.at])
	next, _ := utf8.DecodeRuneInString(s[m.end:])
	return strings.ContainsRune(".,?!…”\"", prev) || strings.ContainsRune(".,?!;:)", next) || m.end == len(s)
}

// trim is s[i:j] without white space at its ends.
func trim(s string, i, j int) stemma.Span {
	t := s[i:j]
	l := len(t) - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	r := len(strings.TrimRightFunc(t, unicode.IsSpace))
	if l >= r {
		return stemma.Span{Start: i, End: i}
	}
	return stemma.Span{Start: i + l, End: i + r}
}
