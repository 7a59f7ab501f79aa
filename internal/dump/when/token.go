package when

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	word kind = iota
	number
	mark
)

type token struct {
	kind       kind
	s          string // lower case
	n          int    // the value of a number of up to 6 digits, else -1
	start, end int
	// glued is set where no white space stands before it.
	glued bool
	// within is set on the name of a month printed right after another word.
	within bool
}

// tokens splits s into words, numbers and marks. A Han, Kana or Hangul
// character is a word of its own, so that the parts of a date come apart.
func tokens(s string) []token {
	var out []token
	glued := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		switch {
		case unicode.IsDigit(r):
			j = while(s, j, unicode.IsDigit)
			if y := grownYear(s, i, j); y > 0 { // "20241 yr": a date and its age, printed side by side
				out = append(out, token{number, s[i:y], digits(s[i:y]), i, y, glued, false})
				i, glued = y, false
			}
			out = append(out, token{number, s[i:j], digits(s[i:j]), i, j, glued, false})
		case wide(r):
			out = append(out, token{word, s[i:j], -1, i, j, glued, false})
		case unicode.IsLetter(r) || unicode.IsMark(r):
			j = while(s, j, func(r rune) bool {
				return (unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'') && !wide(r)
			})
			if s[j-1] == '\'' {
				j--
			}
			if m := monthWithin(s[i:j]); m > 0 { // "Ann ExampleNovember 20, 2007"
				out = append(out, token{word, strings.ToLower(s[i : i+m]), -1, i, i + m, glued, false})
				out = append(out, token{word, strings.ToLower(s[i+m : j]), -1, i + m, j, false, true})
				glued, i = true, j
				continue
			}
			out = append(out, token{word, strings.ToLower(s[i:j]), -1, i, j, glued, false})
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
			glued = false
			i = j
			continue
		default:
			out = append(out, token{mark, s[i:j], -1, i, j, glued, false})
		}
		glued = true
		i = j
	}
	return out
}

// longestMonth is how many bytes the longest name of a month has that may stand
// right after a word.
const longestMonth = 12

// monthWithin returns where in w the name of a month begins that was printed
// right after another word, small letters before its capital. Else 0.
func monthWithin(w string) int {
	for i := max(1, len(w)-longestMonth); i+2 < len(w); i++ {
		if w[i-1] >= 'a' && w[i-1] <= 'z' && w[i] >= 'A' && w[i] <= 'Z' && months[strings.ToLower(w[i:])] > 0 {
			return i
		}
	}
	return 0
}

// grownYear returns where the year in the digits i to j of s ends, if a count of
// years or months, or a time, follows it without a space: "14 June 20242 mo",
// "June 14, 20246:01 PM". Else 0.
func grownYear(s string, i, j int) int {
	if j-i < 5 || j-i > 6 || s[i:i+2] != "19" && s[i:i+2] != "20" || j+1 >= len(s) {
		return 0
	}
	if s[j] == ':' && s[j+1] >= '0' && s[j+1] <= '5' && digits(s[i+4:j]) < 24 {
		return i + 4
	}
	if s[j] != ' ' {
		return 0
	}
	k := while(s, j+1, unicode.IsLetter)
	if units[s[j+1:k]] == 0 {
		return 0
	}
	return i + 4
}

func wide(r rune) bool {
	return r >= 0x3000 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r) || unicode.Is(unicode.Hangul, r))
}

func while(s string, i int, ok func(rune) bool) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !ok(r) {
			break
		}
		i += n
	}
	return i
}

// digits is the value of a run of digits of any script: "٢٠٢١" -> 2021.
func digits(s string) int {
	n, count := 0, 0
	for _, r := range s {
		d := int(r - '0')
		if r > 127 {
			d = -1
			for z := r; z > r-10; z-- { // digits stand in tens, zero first
				if !unicode.IsDigit(z - 1) {
					d = int(r - z)
					break
				}
			}
			if d < 0 {
				return -1
			}
		}
		n = n*10 + d
		if count++; count > 6 {
			return -1
		}
	}
	return n
}

//go:embed months.txt
var monthsTxt string

//go:embed weekdays.txt
var weekdaysTxt string

//go:embed zones.txt
var zonesTxt string

//go:embed units.txt
var unitsTxt string

//go:embed ago.txt
var agoTxt string

var (
	months   = table(monthsTxt)
	weekdays = table(weekdaysTxt)
	zones    = table(zonesTxt)
	units    = table(unitsTxt) // seconds in each; 2592000 and 31536000 are a month and a year
	agos     = list(agoTxt)
)

func table(s string) map[string]int {
	m := map[string]int{}
	for l := range strings.Lines(s) {
		k, v, ok := strings.Cut(strings.TrimSpace(l), "\t")
		n, err := strconv.Atoi(v)
		if !ok || err != nil {
			panic("internal error: bad line in a table of dates: " + l)
		}
		m[k] = n
	}
	return m
}

func list(s string) map[string]bool {
	m := map[string]bool{}
	for l := range strings.Lines(s) {
		m[strings.TrimSpace(l)] = true
	}
	return m
}

func month(t token) (int, bool) {
	if t.kind != word {
		return 0, false
	}
	n, ok := months[t.s]
	return n, ok
}

func weekday(t token) (int, bool) {
	if t.kind != word {
		return 0, false
	}
	n, ok := weekdays[t.s]
	return n, ok
}
