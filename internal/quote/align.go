package quote

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/stemma-news/stemma/internal/text"
)

// wording is the words of something said, made ready for comparing.
type wording struct {
	plain   []string        // small letters, in order
	terms   []*term         // without the commonest words
	stems   []int32         // of terms
	at      []int32         // of terms, their numbers in likes
	total   float64         // weight of terms
	triples []triple        // letter triples of terms, nil until asked for
	numbers map[string]bool // in figures or words
	figures map[string]bool // in figures
	sum     int             // of the lengths and last digits of those in figures
	// negated counts words that deny: "not", "never"; negative marks words that
	// can stand for one: "failed", "without", "unable".
	negated  int
	negative bool
}

var common = words("a an the and or but of to in on at for with by from as is are was were be been being am has have had do does did will would shall should can could may might must it its he his him she her they them their we us our you your i my me this that these those there here who whom which what when where why how if then than so such not no nor never n't also very just only even still more most much many any some all both each other another own same too into over under about after before between during through against out up down off again once one two said says 's 're 've 'll 'd")

var negations = words("not no never none nor neither nobody nothing cannot")

var denying = words("without deny denies denied denying refuse refused refuses reject rejected rejects decline declined declines fail failed fails failing failure hardly barely scarcely lack lacked lacking lacks impossible invalid illegal few little rule ruled stop stopped avoid prevent prevented skip miss missed missing too instead only rather nearly")

// figures are the numbers written in figures within a word: of "24-year" 24, of
// "1,200" 1200, of "2,6" 2.6.
func figures(w string) []string {
	if !strings.ContainsAny(w, "0123456789") {
		return nil
	}
	var out []string
	for _, f := range strings.FieldsFunc(w, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' }) {
		f = strings.Trim(f, ".,")
		if i := strings.LastIndexByte(f, ','); i >= 0 {
			if len(f)-i == 4 {
				f = strings.ReplaceAll(f, ",", "")
			} else {
				f = strings.Replace(f, ",", ".", 1)
			}
		}
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}

// read makes a wording of s.
func (l *lexicon) read(s string) wording {
	w := wording{numbers: map[string]bool{}, figures: map[string]bool{}}
	for _, p := range text.Words(s) {
		f := l.spelling(s[p.Start:p.End])
		if n := len(w.plain); f.low == "one" && n > 0 && w.plain[n-1] == "no" { // "no one" is "nobody"
			w.plain, w.terms = w.plain[:n-1], w.terms[:len(w.terms)-1]
			w.total -= weight("no")
			w.negated--
			f = l.spelling("nobody")
		}
		w.plain = append(w.plain, f.low)
		if f.negated {
			w.negated++
		}
		w.negative = w.negative || f.negative
		if f.numeral != "" {
			w.numbers[f.numeral] = true
		}
		for _, n := range f.figures {
			w.numbers[n], w.figures[n] = true, true
			w.sum += len(n)*16 + int(n[len(n)-1]-'0')
		}
		for _, t := range f.terms {
			if len(w.terms) < mostTerms {
				w.terms = append(w.terms, t)
				w.total += t.weight
			}
		}
	}
	for _, t := range w.terms {
		w.stems = append(w.stems, t.stem)
	}
	return w
}

// mostTerms is how many words of a sentence are compared. It bounds the work on
// what is no sentence.
const mostTerms = 400

// bodies are words that translators take one for the other.
var bodies = map[string]string{"everyone": "everybody", "someone": "somebody", "anyone": "anybody"}

var numerals = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10", "double": "2", "twice": "2"}

func stem(w string) string {
	env := snowballstem.NewEnv(w)
	english.Stem(env)
	return env.Current()
}

// weight is how much a word tells: the commonest almost nothing, rare ones
// most.
func weight(w string) float64 {
	if common[w] {
		return 0.15
	}
	n := 0
	for _, r := range w {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	if w == "nobody" { // rare by its spelling alone
		return 0.9
	}
	return rarity(w)
}

func grams(w string) []uint32 {
	p := "^" + w + "$"
	if len(p) < 4 {
		return nil
	}
	out := make([]uint32, 0, len(p)-2)
	for i := 0; i+3 <= len(p); i++ {
		out = append(out, uint32(p[i])<<16|uint32(p[i+1])<<8|uint32(p[i+2]))
	}
	return out
}

// bitOf is the bit of a letter triple.
func bitOf(gram uint32) uint64 { return 1 << (gram * 2654435769 >> 26) }

// like is how near two words are in meaning, 0 to 1.
func like(a, b *term) float64 {
	switch {
	case a == b:
		return 1
	case a.stem == b.stem:
		return 0.9
	case a.apart || b.apart:
		return 0
	}
	d := 0.0
	n := len(a.grams) + len(b.grams)
	// what b has no bit for, it has not
	if most := len(a.grams) - bits.OnesCount64(a.marks&^b.marks); n > 0 && 4*most >= n {
		shared := 0
		for _, g := range a.grams {
			if slices.Contains(b.grams, g) {
				shared++
			}
		}
		if 4*shared >= n {
			d = 0.8 * (2 * float64(shared) / float64(n))
		}
	}
	return max(d, near(a, b))
}

// covered is the share of a's weight that b's words answer.
func (l *likes) covered(a, b *wording) float64 {
	if a.total == 0 {
		return 0
	}
	got := 0.0
	for i, t := range a.terms {
		near := 0.0
		if l != nil && a.at[i] >= 0 {
			near = l.nearest(t, a.at[i], b)
		} else {
			near = nearest(t, b)
		}
		got += near * t.weight
	}
	return got / a.total
}

// nearest is how near the nearest of b's words comes to t. Most have the word
// itself or its stem, which is looked for first.
func nearest(t *term, b *wording) float64 {
	best := 0.0
	for k, o := range b.terms {
		if o == t {
			return 1
		}
		if b.stems[k] == t.stem {
			best = 0.9
		}
	}
	if t.apart {
		return best
	}
	for _, o := range b.terms {
		best = max(best, like(t, o))
	}
	return best
}

// answered is how far each of two wordings is covered by the other.
func answered(a, b *wording) float64 {
	var l *likes
	return mean(l.covered(a, b), l.covered(b, a))
}

// mean is the harmonic mean.
func mean(x, y float64) float64 {
	if x+y == 0 {
		return 0
	}
	return 2 * x * y / (x + y)
}

// agree reports whether two wordings can be one, given how alike they are: no
// number of the one stands against another of the other, and both deny or
// neither does. What a longer wording has beyond a shorter is no contradiction.
func agree(a, b *wording, like float64) bool {
	if clash(a, b) && clash(b, a) {
		return false
	}
	// the same words, but for a number
	if d := len(a.plain) - len(b.plain); like >= 0.85 && d >= -1 && d <= 1 && (clash(a, b) || clash(b, a) || a.sum != b.sum) {
		return false
	}
	if len(a.plain) > len(b.plain) {
		a, b = b, a
	}
	if a.negated == b.negated {
		return true
	}
	if len(b.plain) > len(a.plain)*3/2 { // part of a longer: as it stands there
		return strings.Contains(" "+strings.Join(b.plain, " ")+" ", " "+strings.Join(a.plain, " ")+" ") || (a.negated > 0) == (b.negated > 0)
	}
	if like >= 0.85 {
		return false // the same words, but for a denial
	}
	return (a.negated > 0) == (b.negated > 0) || a.negated > 0 && b.negative || b.negated > 0 && a.negative
}

// clash reports whether a has a number in figures that b has not.
func clash(a, b *wording) bool {
	for n := range a.figures {
		if !b.numbers[n] {
			return true
		}
	}
	return false
}

// Alike is how far two sentences say the same, 0 to 1; 0 where their numbers
// differ or one of them denies.
func Alike(a, b string) float64 {
	l := newLexicon()
	x, y := l.read(a), l.read(b)
	if !agree(&x, &y, answered(&x, &y)) {
		return 0
	}
	return alike(&x, &y)
}
