package body

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/stemma-news/stemma/internal/dump/line"
)

// words.txt holds words and how much more often (in hundredths of the natural
// logarithm of the ratio) they stand in articles than in furniture, learned by
// the train command. furniture.txt holds lines that pages print around their
// articles, in many languages, written by hand.
//
//go:embed words.txt
var wordsTxt string

//go:embed furniture.txt
var furnitureTxt string

var (
	weights   = sync.OnceValue(func() map[string]float32 { return readWeights(wordsTxt) })
	furniture = sync.OnceValue(func() map[string]bool { return readLines(furnitureTxt) })
)

func readWeights(s string) map[string]float32 {
	m := map[string]float32{}
	for l := range strings.Lines(s) {
		w, v, ok := strings.Cut(strings.TrimSpace(l), "\t")
		n, err := strconv.Atoi(v)
		if !ok || err != nil {
			panic("internal error: bad line in words.txt: " + l)
		}
		m[w] = float32(n) / 100
	}
	return m
}

func readLines(s string) map[string]bool {
	m := map[string]bool{}
	for l := range strings.Lines(s) {
		m[strings.TrimSpace(l)] = true
	}
	return m
}

// lexical is what the words of a line say.
type lexical struct {
	mean, low, sum float32
	known          bool // the line is one of furniture.txt
}

// Weights replaces the table of words; training uses it to leave out what was
// learned from the page at hand.
func Weights(m map[string]float32) { weights = func() map[string]float32 { return m } }

// lexWords is how many words of a line are looked up.
const lexWords = 40

func lexicals(ls []line.Line) []lexical {
	out := make([]lexical, len(ls))
	for i := range ls {
		out[i] = lexicalOf(ls[i].S)
	}
	return out
}

func lexicalOf(s string) lexical {
	var x lexical
	n := 0
	eachWord(s, func(w string) bool {
		v := weights()[w]
		x.sum += v
		x.low = min(x.low, v)
		n++
		return n < lexWords
	})
	if n > 0 {
		x.mean = x.sum / float32(n)
	}
	x.known = Furniture(s)
	return x
}

// Lexical returns what the words of s weigh on the mean, and the least of them:
// below 0 where they stand in furniture more often than in articles.
func Lexical(s string) (mean, low float32) {
	x := lexicalOf(s)
	return x.mean, x.low
}

// Furniture reports whether s is a line of furniture.txt, whatever its case
// and the marks around it.
func Furniture(s string) bool {
	return len(s) <= 80 && furniture()[strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))]
}

// eachWord calls do for each word of s in small letters, until it says false.
func eachWord(s string, do func(string) bool) {
	var buf [64]byte
	b := buf[:0]
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' {
			if r == '’' {
				r = '\''
			}
			if len(b) < 48 {
				b = appendLower(b, r)
			}
			continue
		}
		if len(b) > 0 {
			if !do(string(b)) {
				return
			}
			b = b[:0]
		}
	}
	if len(b) > 0 {
		do(string(b))
	}
}

func appendLower(b []byte, r rune) []byte {
	if r < 128 {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	}
	return append(b, string(unicode.ToLower(r))...)
}

// LexWords returns the words of s that the table may hold, for training.
func LexWords(s string) []string {
	var out []string
	eachWord(s, func(w string) bool { out = append(out, w); return len(out) < lexWords })
	return out
}
