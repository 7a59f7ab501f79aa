package date

import "strconv"

// joinNumbers makes one token of numbers of more than one word:
// "twenty-five", "thirty-first", "nineteen ninety-four", "nineteen eighties".
func joinNumbers(ts []token) []token {
	out := ts[:0]
	for i := 0; i < len(ts); i++ {
		s, k := numberWords(ts, i)
		if k > 1 {
			t := ts[i]
			t.end, t.ends, t.word, t.senses = ts[i+k-1].end, ts[i+k-1].ends, s[0].val, s
			out = append(out, t)
			i += k - 1
			continue
		}
		out = append(out, ts[i])
	}
	return out
}

// numberWords reads the number in words that token i begins: its senses and
// how many tokens it takes, no more than one where it is no number of several.
func numberWords(ts []token, i int) ([]sense, int) {
	a, k := under100(ts, i)
	if a == 0 {
		return nil, 0
	}
	if k == 1 {
		j := skipHyphen(ts, i+1)
		thirtySecond := j > i+1 && class(ts, j, "ORD") == 2 // as a length
		if o := class(ts, j, "ORD"); a >= 20 && a < 100 && o > 0 && o < 10 && !thirtySecond {
			return []sense{{"ORD", strconv.Itoa(a + o)}}, j - i + 1
		}
		if d := class(ts, j, "DECW"); (a == 18 || a == 19) && d > 0 {
			return []sense{{"DECADE", strconv.Itoa(100*a + d)}}, j - i + 1
		}
		if b, kb := under100(ts, j); a >= 17 && (a < 20 || a == 20 && j == i+1) && b >= 10 && b < 100 {
			return cardinalYear(100*a + b), j - i + kb
		}
	}
	switch m := class(ts, i+k, "CARD"); {
	case m == 1000 && a == 2:
		j := i + k + 1
		if j < len(ts) && ts[j].word == "and" {
			j++
		}
		if b, kb := under100(ts, j); b > 0 && b < 100 && class(ts, j+kb, "UNITS") == 0 {
			return cardinalYear(2000 + b), j - i + kb
		}
		return cardinalYear(2000), k + 1
	case m == 100 || m == 1000:
		return cardinalYear(a * m), k + 1
	}
	return cardinalYear(a), k
}

// cardinalYear is the senses of n in words: a number, and of our days a year.
func cardinalYear(n int) []sense {
	out := []sense{{"CARD", strconv.Itoa(n)}}
	if n >= 1700 && n < 2100 {
		out = append(out, sense{"YEAR", strconv.Itoa(n)})
	}
	return out
}

// under100 is the number that token i begins, "twenty-five", and how many
// tokens it takes.
func under100(ts []token, i int) (n, k int) {
	a := class(ts, i, "CARD")
	if a < 20 || a >= 100 {
		return a, 1
	}
	if j := skipHyphen(ts, i+1); class(ts, j, "CARD") < 10 && class(ts, j, "CARD") > 0 {
		return a + class(ts, j, "CARD"), j - i + 1
	}
	return a, 1
}

// skipHyphen is j, or the token after a hyphen there.
func skipHyphen(ts []token, j int) int {
	if j < len(ts) && ts[j].word == "-" {
		return j + 1
	}
	return j
}

// class is the number token j is in a class, 0 where it is none.
func class(ts []token, j int, name string) int {
	if j >= len(ts) {
		return 0
	}
	if v, ok := ts[j].sense(name); ok {
		return atoi(v)
	}
	return 0
}
