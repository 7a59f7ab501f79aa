package figure

import (
	"math"
	"strconv"
	"strings"
)

// number is a number as words from to to say it.
type number struct {
	from, to  int
	value     *float64
	low, high *float64
	words     string // "thousands"
	bound     string
	boundFrom int // first word of the bound, from where none is
	unit      string
}

var small = map[string]float64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var large = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "mln": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7}

// glued are what stands for a large number right behind the figures: "£3m", "12k people".
var glued = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}

// signs and codes of money stand before its number.
var signs = map[string]bool{"$": true, "€": true, "£": true, "¥": true}

var codes = map[string]bool{"USD": true, "EUR": true, "GBP": true, "JPY": true, "CHF": true, "SEK": true, "NOK": true, "DKK": true, "CNY": true, "RUB": true, "INR": true, "AUD": true, "CAD": true, "US$": true, "ZAR": true, "AED": true, "SAR": true, "TRY": true, "UAH": true, "PLN": true, "BRL": true, "MXN": true, "KES": true, "NGN": true, "XOF": true, "XAF": true, "THB": true, "SGD": true, "HKD": true}

var vague = map[string]bool{"dozens": true, "scores": true, "hundreds": true, "thousands": true, "millions": true, "tens": true, "billions": true}

// bounds are the words before a number that bound it, longest first.
//
//	"at least 870" -> at least    "some 4,500" -> about
var bounds = []struct{ words, bound string }{
	{"no fewer than", "at least"}, {"no less than", "at least"}, {"not less than", "at least"}, {"no more than", "up to"},
	{"as many as", "up to"}, {"at least", "at least"}, {"at most", "up to"}, {"more than", "more than"}, {"fewer than", "less than"},
	{"less than", "less than"}, {"up to", "up to"}, {"close to", "nearly"}, {"an estimated", "about"},
	{"over", "more than"}, {"above", "more than"}, {"nearly", "nearly"}, {"almost", "nearly"}, {"about", "about"}, {"around", "about"},
	{"some", "about"}, {"roughly", "about"}, {"approximately", "about"}, {"estimated", "about"}, {"under", "less than"}, {"only", ""},
}

// number reads the number that begins at i.
func (f *finder) number(i int) (number, bool) {
	n := number{from: i}
	v, to, ok := f.value(i)
	switch {
	case ok:
		n.value, n.to = &v, to
		if w := f.word(to); (w == "to" || w == "-" || w == "–" || w == "or") && to > i {
			next := to + 1
			if signs[f.word(next)] && f.word(next) == f.word(i-1) { // "$31 million to $35 million"
				next++
			}
			if h, to2, ok := f.value(next); ok && h > v && (w != "or" || h < 3*v) {
				n.low, n.high, n.value, n.to = &v, &h, nil, to2
			}
		}
		if f.word(i-1) == "between" && f.word(n.to) == "and" {
			if h, to2, ok := f.value(n.to + 1); ok && h > v {
				n.low, n.high, n.value, n.to = &v, &h, nil, to2
			}
		}
	case vague[f.word(i)]:
		n.words, n.to = f.word(i), i+1
		if f.word(i+1) == "of" && vague[f.word(i+2)] { // "tens of thousands"
			n.words, n.to = f.word(i)+" of "+f.word(i+2), i+3
		}
	default:
		return n, false
	}
	n.boundFrom = i
	if i > 0 {
		if w := f.word(i - 1); signs[w] {
			n.unit, n.boundFrom = w, i-1
		} else if codes[f.a.Text[f.words[i-1].Start:f.words[i-1].End]] {
			n.unit, n.boundFrom = strings.ToUpper(w), i-1
		}
	}
	if n.unit == "" {
		switch f.word(n.to) {
		case "dollars", "euros", "pounds", "roubles", "rubles", "yen", "yuan", "baht", "kyat", "rupees", "euro", "francs", "kronor", "kroner", "rand", "shillings", "dirhams", "riyals", "lira", "won", "naira", "pesos", "reais", "rupiah", "hryvnias", "zlotys":
			n.unit = f.word(n.to)
			n.to++
		case "%", "percent":
			n.unit = "%"
			n.to++
		}
	}
	for _, b := range bounds {
		ws := strings.Fields(b.words)
		at := n.boundFrom - len(ws)
		if at >= 0 && strings.Join(f.low[at:n.boundFrom], " ") == b.words {
			n.bound, n.boundFrom = b.bound, at
			break
		}
	}
	return n, true
}

// value reads a whole number or decimal at i: "1,234", "2.5 million",
// "twenty-five", "two hundred".
func (f *finder) value(i int) (v float64, to int, ok bool) {
	w := f.word(i)
	if w == "" {
		return 0, 0, false
	}
	if w == "a" && (f.word(i+1) == "hundred" || f.word(i+1) == "thousand" || f.word(i+1) == "million" || f.word(i+1) == "dozen") {
		return large[f.word(i+1)], i + 2, true
	}
	if w[0] >= '0' && w[0] <= '9' {
		x, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
		if err != nil {
			return 0, 0, false
		}
		v, to = x, i+1
	} else if x, is := small[w]; is {
		v, to = x, i+1
		if y, is := small[f.word(to)]; is && x >= 20 && y < 10 {
			v, to = x+y, to+1
		} else if y, is := small[f.word(to+1)]; is && f.word(to) == "-" && x >= 20 && y < 10 {
			v, to = x+y, to+2
		}
	} else if a, b, cut := strings.Cut(w, "-"); cut && small[a] >= 20 && small[b] > 0 && small[b] < 10 {
		v, to = small[a]+small[b], i+1
	} else {
		return 0, 0, false
	}
	for {
		m, is := large[f.word(to)]
		if !is && to < len(f.words) && f.words[to].Start == f.words[to-1].End {
			m, is = glued[f.word(to)]
		}
		if !is {
			return v, to, true
		}
		v, to = math.Round(v*m*1e4)/1e4, to+1
	}
}
