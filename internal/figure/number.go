package figure

import (
	"math"
	"regexp"
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

// signs and codes of money stand before its number, codes behind it too.
var signs = map[string]bool{"$": true, "€": true, "£": true, "¥": true, "₹": true, "₩": true, "₦": true, "₺": true, "₴": true, "₽": true, "₱": true, "₪": true, "฿": true, "rs": true, "dlrs": true}

var codes = map[string]bool{"USD": true, "EUR": true, "GBP": true, "JPY": true, "CHF": true, "SEK": true, "NOK": true, "DKK": true, "CNY": true, "RUB": true, "INR": true, "AUD": true, "CAD": true, "US$": true, "ZAR": true, "AED": true, "SAR": true, "TRY": true, "UAH": true, "PLN": true, "BRL": true, "MXN": true, "KES": true, "NGN": true, "XOF": true, "XAF": true, "THB": true, "SGD": true, "HKD": true, "GHS": true, "UGX": true, "TZS": true, "KSh": true, "Ksh": true, "TSh": true, "USh": true, "Sh": true, "Le": true, "NLe": true, "Tk": true, "Rp": true, "RM": true, "Bs": true, "Dh": true, "FCFA": true, "CFA": true}

var vague = map[string]bool{"dozens": true, "scores": true, "hundreds": true, "thousands": true, "millions": true, "tens": true, "billions": true}

// bounds are the words before a number that bound it, longest first.
//
//	"at least 870" -> at least    "some 4,500" -> about
var bounds = []struct{ words, bound string }{
	{"no fewer than", "at least"}, {"no less than", "at least"}, {"not less than", "at least"}, {"no more than", "up to"},
	{"a minimum of", "at least"}, {"a maximum of", "up to"}, {"in excess of", "more than"}, {"upwards of", "more than"}, {"as many as", "up to"}, {"as much as", "up to"}, {"as high as", "up to"}, {"at least", "at least"}, {"at most", "up to"}, {"more than", "more than"}, {"fewer than", "less than"},
	{"less than", "less than"}, {"up to", "up to"}, {"close to", "nearly"}, {"an estimated", "about"},
	{"over", "more than"}, {"above", "more than"}, {"nearly", "nearly"}, {"almost", "nearly"}, {"about", "about"}, {"around", "about"},
	{"some", "about"}, {"roughly", "about"}, {"approximately", "about"}, {"estimated", "about"}, {"under", "less than"}, {"only", ""},
	{"topped", "more than"}, {"exceeded", "more than"}, {"surpassed", "more than"}, {"exceeds", "more than"}, {"exceeding", "more than"}, {"topping", "more than"},
}

// number reads the number that begins at i.
func (f *finder) number(i int) (number, bool) {
	n := number{from: i}
	v, to, ok := f.value(i)
	switch {
	case ok:
		n.value, n.to = &v, to
		w, next, before := f.word(to), to+1, i-1
		if signs[f.word(before)] { // "$31 million to $35 million", "between $58m and $60m"
			if f.word(next) == f.word(before) {
				next++
			}
			before--
		}
		if h, to, ok := f.value(next); ok && h > v && (w == "-" || w == "–" || w == "or" && h < 3*v || w == "and" && f.word(before) == "between" ||
			w == "to" && !f.change(i) && (h <= 3*v || !f.changed(i))) {
			n.low, n.high, n.value, n.to = &v, &h, nil, to
		}
	case vague[f.word(i)]:
		n.words, n.to = f.word(i), i+1
		if f.word(i+1) == "of" && vague[f.word(i+2)] { // "tens of thousands"
			n.words, n.to = f.word(i)+" of "+f.word(i+2), i+3
		}
	case (f.word(i) == "several" || f.word(i) == "few") && large[f.word(i+1)] > 0:
		n.words, n.to = f.word(i)+" "+f.word(i+1), i+2 // "several thousand"
	default:
		return n, false
	}
	n.boundFrom = i
	if i == 0 && strings.HasSuffix(strings.TrimRight(f.a.Text[:f.words[0].Start], " "), "Rs.") { // which ends no sentence
		n.unit = "rs"
	}
	if i > 0 {
		at := i - 1
		if at > 0 && f.word(at) == "." && f.words[at-1].End == f.words[at].Start { // "Rs. 500"
			at--
		}
		if w := f.word(at); signs[w] {
			n.unit, n.boundFrom = w, at
		} else if codes[f.a.Text[f.words[i-1].Start:f.words[i-1].End]] {
			n.unit, n.boundFrom = strings.ToUpper(w), i-1
		}
	}
	if m := initialled.FindStringSubmatch(f.a.Text[f.words[i].Start:f.words[i].End]); m != nil && n.unit == "" {
		n.unit = m[1] // "Q84,300", "KSh3 million"
	}
	if n.unit == "" {
		if n.words != "" && f.word(n.to) == "of" && currencies[f.word(n.to+1)] {
			n.unit, n.to = f.word(n.to+1), n.to+2 // "millions of dollars"
		} else {
			n.unit, n.to = f.unit(n.to)
		}
	}
	if u := moneys[strings.ToLower(n.unit)]; u != "" && n.words == "" {
		n.unit = u
	}
	if w := f.word(n.to); n.unit == "%" && n.value != nil && (w == "-" || w == "–" || w == "and" && f.word(i-1) == "between") { // "4% - 6%"
		if h, to, ok := f.value(n.to + 1); ok && h > v {
			if u, to := f.unit(to); u == "%" {
				n.low, n.high, n.value, n.to = &v, &h, nil, to
			}
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
	if n.bound == "" && (f.word(n.to) == "or" && f.word(n.to+1) == "more" || f.word(n.to) == "+" && f.words[n.to].Start == f.words[n.to-1].End) {
		n.bound = "at least"
	}
	return n, true
}

// change reports whether the number at i is where something rose or fell from:
// "the threshold rises from 18,600 to 38,700" is no range.
func (f *finder) change(i int) bool {
	if signs[f.word(i-1)] {
		i--
	}
	if f.word(i-1) != "from" {
		return false
	}
	for k := i - 2; k >= max(0, i-16); k-- {
		if changes[f.word(k)] != "" {
			return true
		}
		if w := f.word(k); w == "." || w == ";" || w == ":" || w == "ranging" || w == "range" {
			return false
		}
	}
	return false
}

// changed reports whether the number at i is how far something rose or fell:
// "the stock fell $1.63 to $108" is no range.
func (f *finder) changed(i int) bool {
	return changes[f.word(i-1)] != "" || signs[f.word(i-1)] && changes[f.word(i-2)] != ""
}

// unit is the unit that stands at word i, behind a number, and where it ends:
// "percent", "French francs", "U.S. dollars".
func (f *finder) unit(i int) (string, int) {
	switch w := f.word(i); {
	case w == "-" && f.word(i+1) == "percent":
		return "%", i + 2
	case w == "%" || w == "percent" || w == "pct":
		return "%", i + 1
	case w == "per" && f.word(i+1) == "cent":
		return "%", i + 2
	case w == "percentage" && (f.word(i+1) == "points" || f.word(i+1) == "point"):
		return "percentage points", i + 2
	case w == "pounds" && !f.sterling.of(sterling, f.a.Text): // of weight
		return "", i
	case w == "won" && large[f.word(i-1)] == 0: // "the party won"
		return "", i
	case currencies[w]:
		return w, i + 1
	case i < len(f.words) && codes[f.a.Text[f.words[i].Start:f.words[i].End]]:
		return strings.ToUpper(w), i + 1
	}
	if w := f.tagged(i); w != nil && (w.XPOS == "JJ" || w.XPOS == "NNP") && currencies[f.word(i+1)] {
		return f.word(i) + " " + f.word(i+1), i + 2
	}
	return "", i
}

// moneys are names and codes of money of which there is a sign, so that "450,000
// euros" and "€450,000" are one sum.
var moneys = map[string]string{"euro": "€", "euros": "€", "eur": "€", "sterling": "£", "pounds": "£", "gbp": "£", "yen": "¥", "jpy": "¥",
	"dollar": "$", "dollars": "$", "usd": "$", "us$": "$", "dlrs": "$", "u.s. dollars": "$", "us dollars": "$", "rs": "rupees"}

// currencies are the names of money.
var currencies = set("dollar dollars euro euros cents pence pounds sterling roubles rubles yen yuan baht kyat rupees francs kronor kroner krona rand shillings dirhams riyals lira liras won naira pesos reais rupiah hryvnias zlotys dinars taka ringgit cedis forints leva lei denars dram birr dlrs renminbi shekels")

// value reads a whole number or decimal at i: "1,234", "2.5 million",
// "twenty-five", "two hundred".
func (f *finder) value(i int) (v float64, to int, ok bool) {
	w := f.word(i)
	if w == "" {
		return 0, 0, false
	}
	if (w == "half" || w == "quarter") && (f.word(i+1) == "a" && large[f.word(i+2)] > 0 || f.word(i+1) == "of" && f.word(i+2) == "a" && large[f.word(i+3)] > 0) {
		part := map[string]float64{"half": 0.5, "quarter": 0.25}[w]
		if f.word(i+1) == "of" {
			i++
		}
		return part * large[f.word(i+2)], i + 3, true
	}
	if w == "a" && large[f.word(i+1)] >= 12 && len(f.word(i+1)) > 3 {
		return large[f.word(i+1)], i + 2, true
	}
	if w == "one" && (f.word(i-1) == "no" || f.word(i-1) == "-" && f.word(i-2) == "no") {
		return 0, 0, false
	}
	if m := initialled.FindStringSubmatch(f.a.Text[f.words[i].Start:f.words[i].End]); m != nil && (strings.Contains(w, ",") || large[f.word(i+1)] > 0) {
		w = m[2]
	}
	if w[0] >= '0' && w[0] <= '9' {
		x, err := f.digits(w)
		if err != nil {
			return 0, 0, false
		}
		v, to = x, i+1
		for x < 1000 && f.grouped(to) { // "72 000"
			x, _ = strconv.ParseFloat(f.word(to), 64)
			v, to = v*1000+x, to+1
		}
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
		if !is && f.word(to) == "-" && large[f.word(to+1)] >= 1e3 { // "a $340-million fine"
			to++
			m, is = large[f.word(to)], true
		}
		if !is {
			return v, to, true
		}
		v, to = math.Round(v*m*1e4)/1e4, to+1
	}
}

// initialled is a number with the letters of its money before it: "Q84,300".
var initialled = regexp.MustCompile(`^([A-Z][A-Za-z]{0,2})(\d{1,3}(?:,\d{3})*(?:\.\d+)?)$`)

// digits is the number that figures print: a point stands before the decimals,
// on pages that write so before the thousands.
func (f *finder) digits(w string) (float64, error) {
	if points.MatchString(w) && (strings.HasSuffix(w, ".000") || strings.Count(w, ".") > 1 || f.commas.of(commaPage, f.a.Text)) {
		w = strings.ReplaceAll(w, ".", "") // "450.000", "1.204.300"
	} else if decimals.MatchString(w) && f.commas.of(commaPage, f.a.Text) {
		w = strings.Replace(w, ",", ".", 1) // "1,2 million"
	}
	return strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
}

var (
	points   = regexp.MustCompile(`^[1-9]\d{0,2}(\.\d{3})+$`)
	decimals = regexp.MustCompile(`^\d+,\d{1,2}$`)
	// commaPage finds what only a page says that writes commas for decimals.
	commaPage = regexp.MustCompile(`\b[1-9]\d{0,2}(?:\.000|\.\d{3}\.\d{3})\b|\b\d+,\d{1,2} (?:million|billion|per cent|percent|euros?)\b|\b\d+,\d{1,2} ?%`)
)

// grouped reports whether word i is three figures that go on a number behind a
// space that does not break, or are three noughts.
func (f *finder) grouped(i int) bool {
	w := f.word(i)
	if len(w) != 3 || strings.Trim(w, "0123456789") != "" {
		return false
	}
	switch f.a.Text[f.words[i-1].End:f.words[i].Start] {
	case "\u00a0", "\u202f", "\u2009":
		return true
	case " ":
		return w == "000"
	}
	return false
}
