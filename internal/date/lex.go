package date

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// sense is one class a word has in the grammar, and what it means there.
//
//	MONTH 1-12, WDAY and WD (short form) 0-6 from Sunday, UNIT and UNITS the
//	letter of a duration (D W M Q Y E decade C century L millennium, T before
//	H M S, WE weekend, F fortnight), PART and PARTS of a day, CLOCKW a clock
//	time in a word, MIDPART a part of a day in a word of its own, SEASON, CARD a number in words, HUND one said with "a", ORD an ordinal, DECW a
//	decade in words, VAGUE "several", MOD "early", LASTW "last", PREVW
//	"previous", NEXTW "next", NOWREF PASTREF FUTREF, SET "daily", FEAST a feast, HIJRI and
//	BURMESE months of those calendars, ZONE a zone by its minutes east of UTC,
//	MOONFEAST a feast whose day hangs on a moon no rule here follows.
//
// Of digits the lexer makes NUM, BIGN ("10,000"), HALFN ("2.5"), DEC ("2.7"), DAY, ORDN ("22nd"), YEAR, TENS
// (a year that a decade begins with), YY ("'98"), TENTH (one of these that ends in 0), DECADE ("1990s"), DATE ("2021-06-22") and CLOCK ("10:30").
type sense struct{ class, val string }

type token struct {
	start, end int
	word       string // lower-case
	capital    bool
	stopped    bool // a short form with its full stop: "Feb."
	ends       bool // the last of its paragraph
	senses     []sense
	leads      uint64 // the set of symbols that can begin with it
	reach      int    // the first token from here on that no rule has
}

func (t *token) sense(class string) (string, bool) {
	for _, s := range t.senses {
		if s.class == class {
			return s.val, true
		}
	}
	return "", false
}

// readWords returns the senses of each word, words of more than one part under
// their parts joined by "_", and the first parts of those.
func readWords(file string) (map[string][]sense, map[string]bool) {
	lex, first := map[string][]sense{}, map[string]bool{}
	for _, line := range strings.Split(file, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		lex[f[0]] = append(lex[f[0]], sense{f[1], f[2]})
		if k := strings.IndexFunc(f[0], func(r rune) bool { return !unicode.IsLetter(r) }); k > 0 {
			first[f[0][:k]] = true
		}
	}
	return lex, first
}

// lex breaks text[from:to] into tokens: runs of letters, runs of digits with
// what belongs to them, and single other characters; white space is left out.
func lex(text string, from, to int) []token {
	out := make([]token, 0, (to-from)/5+4)
	lines := 0 // since the last token
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsSpace(r) {
			if r == '\n' {
				lines++
			}
			i += n
			continue
		}
		if lines > 1 && len(out) > 0 {
			out[len(out)-1].ends = true
		}
		lines = 0
		switch {
		case r >= '0' && r <= '9':
			t := number(text, i, to)
			out = append(out, t)
			i = t.end
			continue
		case unicode.IsLetter(r):
			j := letters(text, i, to)
			t := token{start: i, end: j, word: strings.ToLower(text[i:j]), capital: unicode.IsUpper(r)}
			if m := meridiem(text, i, to); m > 0 {
				t.end = i + m
				t.word = strings.ReplaceAll(strings.ToLower(text[i:t.end]), ".", "")
			}
			t.senses = lexicon[t.word]
			if shortName(&t) && t.end < to && text[t.end] == '.' {
				t.end++
				t.stopped = true
			}
			out = append(out, t)
			i = t.end
			continue
		}
		word := plain(r, text[i:i+n])
		switch { // as old wires print them
		case strings.HasPrefix(text[i:to], "``"):
			word, n = "“", 2
		case strings.HasPrefix(text[i:to], "''"):
			word, n = "\"", 2
		}
		out = append(out, token{start: i, end: i + n, word: word})
		i += n
	}
	return joinNumbers(joinNames(out))
}

// shortName reports whether t is a short form of a month or weekday.
func shortName(t *token) bool {
	if len(t.word) > 5 || len(t.senses) == 0 {
		return false
	}
	switch t.senses[0].class {
	case "WD":
		return t.capital
	case "MONTH":
		return t.capital && (len(t.word) == 3 && t.word != "may" || t.word == "sept")
	}
	return false
}

// plain is a punctuation mark with its typographic forms folded.
func plain(r rune, s string) string {
	switch r {
	case '’', '‘', '`', 'ʼ':
		return "'"
	case '–', '—', '‑', '‐', '−':
		return "-"
	}
	return s
}

func letters(text string, i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(text[i:to])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i += n
	}
	return i
}

// meridiem is the length of "a.m.", "pm" and the like at i, 0 where none is.
func meridiem(text string, i, to int) int {
	s := text[i:min(to, i+4)]
	for _, m := range []string{"a.m.", "p.m.", "a.m", "p.m", "am", "pm"} {
		if len(s) >= len(m) && strings.EqualFold(s[:len(m)], m) {
			if r, _ := utf8.DecodeRuneInString(text[i+len(m) : to]); unicode.IsLetter(r) {
				return 0
			}
			return len(m)
		}
	}
	return 0
}

// number reads the token that starts with the digit at i.
func number(text string, i, to int) token {
	if t, ok := numericDate(text, i, to); ok {
		return t
	}
	j := i
	for j < to && text[j] >= '0' && text[j] <= '9' {
		j++
	}
	t := token{start: i, end: j}
	n, err := strconv.Atoi(text[i:j])
	if err != nil { // too long to count
		t.word = text[i:j]
		return t
	}
	rest := text[j:to]
	group := len(rest) > 1 && (rest[0] == ',' || rest[0] == '.') && rest[1] >= '0' && rest[1] <= '9'
	switch {
	case len(rest) > 2 && rest[0] == ':' && j-i <= 2 && n < 25 && digit(rest[1]) && digit(rest[2]) && rest[1] < '6':
		t.end = j + 3
		t.senses = []sense{{"CLOCK", text[i:t.end]}}
	case group:
		k := j
		for k < to && (digit(text[k]) || (text[k] == ',' || text[k] == '.') && k+1 < to && digit(text[k+1])) {
			k++
		}
		t.end = k // 1,234 or 2.5: a number, but no day or year
		if text[j:k] == ".5" && n > 0 {
			t.senses = []sense{{"HALFN", text[i:j]}}
		} else if v := strings.ReplaceAll(text[i:k], ",", ""); rest[0] == ',' && len(v) == k-i-(k-j)/4 && len(v) < 8 {
			t.senses = []sense{{"BIGN", v}}
		} else if rest[0] == '.' && strings.Count(text[j:k], ".") == 1 && k < j+3 {
			t.senses = []sense{{"DEC", text[i:k]}}
		}
		if text[j] == '.' && j-i <= 2 && k == j+3 && n < 25 {
			t.senses = []sense{{"CLOCKP", text[i:j] + ":" + text[j+1:k]}}
		}
	default:
		t.senses = digits(text[i:j], n, rest, &t)
	}
	t.word = strings.ToLower(text[t.start:t.end])
	return t
}

// digits gives a whole number its senses: a day, an ordinal, a year, a decade.
func digits(s string, n int, rest string, t *token) []sense {
	val := strconv.Itoa(n)
	if k := suffix(rest); k > 0 {
		if suf := strings.ToLower(rest[:k]); suf == "s" {
			if n%10 == 0 && (len(s) == 4 && n > 1000 && n < 2200 || len(s) == 2) {
				t.end += k
				return []sense{{"DECADE", s}}
			}
			return nil
		} else if suf == "st" || suf == "nd" || suf == "rd" || suf == "th" {
			t.end += k
			out := []sense{{"ORDN", val}}
			if n >= 1 && n <= 31 {
				out = append(out, sense{"DAY", val})
			}
			return out
		}
		return nil // letters stick to it: "5kg", "747s", "4090s"
	}
	out := []sense{{"NUM", val}}
	if n >= 1 && n <= 31 && len(s) <= 2 {
		out = append(out, sense{"DAY", val})
	}
	if len(s) == 4 && n >= 1000 && n < 2200 {
		out = append(out, sense{"YEAR", val})
		if n%10 == 0 {
			out = append(out, sense{"TENS", val})
		}
	}
	if len(s) == 4 && n >= 2400 && n < 2650 {
		out = append(out, sense{"THAI", val})
	}
	if len(s) == 2 {
		out = append(out, sense{"YY", s})
		if n%10 == 0 {
			out = append(out, sense{"TENTH", s})
		}
	}
	return out
}

// suffix is the number of letters that stick to a number; "am" and "pm" and a
// hyphen do not.
func suffix(rest string) int {
	k := 0
	for k < len(rest) {
		r, n := utf8.DecodeRuneInString(rest[k:])
		if !unicode.IsLetter(r) {
			break
		}
		k += n
	}
	if w := strings.ToLower(rest[:k]); w == "am" || w == "pm" || w == "a" || w == "p" {
		return 0
	}
	return k
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// numericDate reads 2021-06-22, 22/06/2021, 06/22/21 and 22.06.2021.
func numericDate(text string, i, to int) (token, bool) {
	var part [3]string
	j := i
	var mark byte
	for k := range part {
		b := j
		for j < to && digit(text[j]) && j-b < 5 {
			j++
		}
		part[k] = text[b:j]
		if len(part[k]) == 0 || len(part[k]) > 4 {
			return token{}, false
		}
		if k == 2 {
			break
		}
		if j >= to || !strings.ContainsRune("-/.", rune(text[j])) || k == 1 && text[j] != mark {
			return token{}, false
		}
		mark = text[j]
		j++
	}
	if j < to && (digit(text[j]) || text[j] == mark && j+1 < to && digit(text[j+1])) {
		return token{}, false
	}
	iso := len(part[0]) == 4 && len(part[1]) <= 2 && len(part[2]) <= 2
	dmy := len(part[0]) <= 2 && len(part[1]) <= 2 && (len(part[2]) == 4 || len(part[2]) == 2 && mark == '/')
	if !iso && !dmy {
		return token{}, false
	}
	return token{start: i, end: j, word: text[i:j], senses: []sense{{"DATE", strings.Join(part[:], string(mark))}}}, true
}

// joinNames makes one token of names of more than one word: "New Year's Day".
func joinNames(ts []token) []token {
	out := ts[:0]
	for i := 0; i < len(ts); i++ {
		if starters[ts[i].word] {
			if k, s := longName(ts, i); k > 0 {
				t := ts[i]
				t.end, t.ends, t.word, t.senses = ts[i+k-1].end, ts[i+k-1].ends, s, lexicon[s]
				out = append(out, t)
				i += k - 1
				continue
			}
		}
		out = append(out, ts[i])
	}
	return out
}

func longName(ts []token, i int) (int, string) {
	s, best, name := ts[i].word, 0, ""
	for k := 1; k < 7 && i+k < len(ts); k++ {
		if sticks := ts[i+k].start == ts[i+k-1].end; sticks {
			s += ts[i+k].word
		} else {
			s += "_" + ts[i+k].word
		}
		if _, ok := lexicon[s]; ok {
			best, name = k+1, s
		}
	}
	return best, name
}
