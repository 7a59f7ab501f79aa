package quote

import (
	"math"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/stemma-news/stemma/internal/text"
)

// wording is the words of something said, made ready for comparing.
type wording struct {
	plain   []string // small letters, in order
	terms   []term   // without the commonest words
	total   float64  // weight of terms
	numbers map[string]bool
	// negated counts words that deny: "not", "never", "without".
	negated int
}

// term is a word by its stem, and how much it tells.
type term struct {
	word, stem string
	weight     float64
	grams      []uint32
}

var common = words("a an the and or but of to in on at for with by from as is are was were be been being am has have had do does did will would shall should can could may might must it its he his him she her they them their we us our you your i my me this that these those there here who whom which what when where why how if then than so such not no nor never n't also very just only even still more most much many any some all both each other another own same too into over under about after before between during through against out up down off again once one two said says 's 're 've 'll 'd")

var negations = words("not n't no never none nor without neither nobody nothing cannot hardly unable deny denies denied refuse refused refuses reject rejected rejects")

// read makes a wording of s.
func read(s string) wording {
	w := wording{numbers: map[string]bool{}}
	for _, p := range text.Words(s) {
		low := strings.ReplaceAll(strings.ToLower(s[p.Start:p.End]), "’", "'")
		base := strings.TrimSuffix(low, "'s")
		if strings.HasSuffix(low, "n't") || negations[low] {
			w.negated++
		}
		w.plain = append(w.plain, low)
		if isNumber(base) || numerals[base] != "" {
			n := strings.ReplaceAll(base, ",", "")
			if v := numerals[base]; v != "" {
				n = v
			}
			w.numbers[n] = true
		}
		for _, part := range strings.FieldsFunc(base, func(r rune) bool { return r == '-' || r == '‑' }) {
			t := term{word: part, stem: stem(part), weight: weight(part)}
			if t.weight == 0 {
				continue
			}
			t.grams = grams(part)
			w.terms = append(w.terms, t)
			w.total += t.weight
		}
	}
	return w
}

var numerals = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000", "half": "0.5", "first": "1st", "second": "2nd", "third": "3rd"}

func stem(w string) string {
	env := snowballstem.NewEnv(w)
	english.Stem(env)
	return env.Current()
}

// weight is how much a word tells. Long words are rare ones; the commonest
// tell almost nothing.
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
	return 0.7 + 0.3*math.Log2(float64(min(n, 12))+1)
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

// like is how near two words are in meaning, 0 to 1.
func like(a, b *term) float64 {
	switch {
	case a.word == b.word:
		return 1
	case a.stem == b.stem:
		return 0.9
	case common[a.word] || common[b.word]:
		return 0
	}
	if isNumber(a.word) || isNumber(b.word) {
		return 0
	}
	shared := 0
	for _, g := range a.grams {
		for _, h := range b.grams {
			if g == h {
				shared++
				break
			}
		}
	}
	d := 0.0
	if n := len(a.grams) + len(b.grams); n > 0 {
		d = 2 * float64(shared) / float64(n)
	}
	if d < 0.5 {
		d = 0
	} else {
		d *= 0.8
	}
	return max(d, near(a.word, b.word))
}

// covered is the share of a's weight that b's words answer.
func covered(a, b *wording) float64 {
	if a.total == 0 {
		return 0
	}
	got := 0.0
	for i := range a.terms {
		best := 0.0
		for k := range b.terms {
			if l := like(&a.terms[i], &b.terms[k]); l > best {
				best = l
				if best == 1 {
					break
				}
			}
		}
		got += best * a.terms[i].weight
	}
	return got / a.total
}

// alike is how far two wordings say the same: each covered by the other.
func alike(a, b *wording) float64 {
	x, y := covered(a, b), covered(b, a)
	if x+y == 0 {
		return 0
	}
	return 2 * x * y / (x + y)
}

// agree reports whether two wordings can be one: the numbers of the shorter
// stand in the longer, and both deny or neither does.
func agree(a, b *wording) bool {
	if len(a.terms) > len(b.terms) {
		a, b = b, a
	}
	for n := range a.numbers {
		if !b.numbers[n] && len(b.numbers) > 0 {
			return false
		}
	}
	if len(a.numbers) > 0 && len(b.numbers) == 0 && len(b.terms) < 2*len(a.terms) {
		return false
	}
	return (a.negated > 0) == (b.negated > 0) || a.negated > 0 && len(a.terms)*2 < len(b.terms) || b.negated > 0 && len(a.terms)*2 < len(b.terms) && !strings.Contains(strings.Join(b.plain, " "), strings.Join(a.plain, " "))
}

// Alike is how far two sentences say the same, 0 to 1; 0 where their numbers
// differ or one of them denies.
func Alike(a, b string) float64 {
	x, y := read(a), read(b)
	if !agree(&x, &y) {
		return 0
	}
	return alike(&x, &y)
}
