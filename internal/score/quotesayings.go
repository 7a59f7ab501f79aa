package score

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/stemma-news/stemma/internal/quote"
)

// Translated is one line in two translations.
type Translated struct{ A, B string }

// PairTranslations pairs the lines of two references.
func PairTranslations(a, b string) []Translated {
	x, y := strings.Split(strings.TrimSpace(a), "\n"), strings.Split(strings.TrimSpace(b), "\n")
	var out []Translated
	for i := range x {
		if i < len(y) {
			out = append(out, Translated{strings.TrimSpace(x[i]), strings.TrimSpace(y[i])})
		}
	}
	return out
}

// likeness is the score of one pair of lines, and whether they are one.
type likeness struct {
	score float64
	same  bool
}

// neighbours scores line i of A against i of B and its five neighbours on
// either side; lines shorter than six words are left out. parity picks even
// (0) or odd (1) lines.
func neighbours(lines []Translated, parity int) []likeness {
	var out []likeness
	for i := parity; i < len(lines); i += 2 {
		if len(strings.Fields(lines[i].A)) < 6 {
			continue
		}
		for j := max(0, i-5); j <= i+5 && j < len(lines); j++ {
			if len(strings.Fields(lines[j].B)) < 6 || j != i && lines[j].B == lines[i].B {
				continue
			}
			out = append(out, likeness{quote.Alike(lines[i].A, lines[j].B), i == j})
		}
	}
	return out
}

// at is precision, recall and F1 of calling one what scores t or more.
func at(ls []likeness, t float64) (p, r, f float64) {
	right, called, all := 0, 0, 0
	for _, l := range ls {
		if l.same {
			all++
		}
		if l.score >= t {
			called++
			if l.same {
				right++
			}
		}
	}
	p, r = share(right, called), share(right, all)
	return p, r, harmonic(p, r)
}

// bestAt is the threshold with the best F1.
func bestAt(ls []likeness) float64 {
	best, t := 0.0, 0.0
	for k := 10; k < 90; k++ {
		if _, _, f := at(ls, float64(k)/100); f > best {
			best, t = f, float64(k)/100
		}
	}
	return t
}

var number = regexp.MustCompile(`\b[1-9][0-9]*\b`)

// flips makes of a line one that denies it, and one with another number; ""
// where it cannot be done.
func flips(s string) (denied, counted string) {
	for _, v := range []string{" is ", " are ", " was ", " were ", " will ", " can ", " has ", " have ", " had "} {
		if strings.Contains(s, v) && !strings.Contains(s, v+"not ") && !strings.Contains(s, "n't") && !strings.Contains(s, "n’t") {
			denied = strings.Replace(s, v, v+"not ", 1)
			break
		}
	}
	if m := number.FindString(s); m != "" {
		counted = strings.Replace(s, m, m+"7", 1)
	}
	return denied, counted
}

// SayingCard writes the scorecard of translations by language.
func SayingCard(sets map[string][]Translated) string {
	var b strings.Builder
	b.WriteString("One saying in two translations: lines of WMT21 in two human translations, each against its own and ten neighbouring lines.\nThe threshold is set on even lines and measured on odd ones. Floor: F1 91.5 on both languages together.\n\n")
	var names []string
	var tune, report []likeness
	for n := range sets {
		names = append(names, n)
	}
	sort.Strings(names)
	by := map[string][]likeness{}
	for _, n := range names {
		tune = append(tune, neighbours(sets[n], 0)...)
		by[n] = neighbours(sets[n], 1)
		report = append(report, by[n]...)
	}
	t := bestAt(tune)
	_, _, f := at(tune, t)
	fmt.Fprintf(&b, "even lines: F1 %.1f at %.2f; the program joins whole wordings at %.2f\n\n%-10s %6s %6s %6s\n", f, t, quote.AlikeAt, "odd lines", "P", "R", "F1")
	for _, n := range names {
		p, r, f := at(by[n], t)
		fmt.Fprintf(&b, "%-10s %6.1f %6.1f %6.1f\n", n, p, r, f)
	}
	p, r, f := at(report, t)
	fmt.Fprintf(&b, "%-10s %6.1f %6.1f %6.1f\n", "both", p, r, f)
	denied, counted, joinedD, joinedC := 0, 0, 0, 0
	for _, n := range names {
		for i := 1; i < len(sets[n]); i += 2 {
			d, c := flips(sets[n][i].B)
			if d != "" {
				denied++
				count(&joinedD, quote.Alike(sets[n][i].B, d) >= quote.AlikeAt)
			}
			if c != "" {
				counted++
				count(&joinedC, quote.Alike(sets[n][i].B, c) >= quote.AlikeAt)
			}
		}
	}
	fmt.Fprintf(&b, "\nMade by the test and never to be joined: %d denials, %d joined; %d other numbers, %d joined.\n", denied, joinedD, counted, joinedC)
	return b.String()
}
