package entity

import (
	"strings"

	"github.com/stemma-news/stemma/internal/text"
)

// fold writes a name so that its spellings in one script meet: small letters,
// no accents, one apostrophe, "defence" for "defense", no leading article.
func fold(s string) string {
	s = text.Plain(s)
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	s = strings.TrimPrefix(s, "the ")
	s = strings.ReplaceAll(s, "defense", "defence")
	if len(s) > 2 && s[1] == '.' && !strings.Contains(s, " ") && strings.Count(s, ".")*2 >= len(s)-1 {
		s = strings.ReplaceAll(s, ".", "") // "e.u."
	}
	return strings.TrimSuffix(strings.TrimSuffix(s, "."), "'s")
}

// letters are the letters that scripts and tongues write in several ways.
var letters = strings.NewReplacer("shch", "s", "sch", "s", "sh", "s", "ch", "c", "zh", "z", "kh", "h", "gu", "g", "ck", "k", "ph", "f", "ye", "e", "yo", "o", "ya", "a", "yu", "u", "iy", "i", "ij", "i", "yi", "i", "ey", "ei", "oy", "oi", "ay", "ai", "ks", "x", "dj", "j", "ou", "u", "w", "v", "y", "i", "-", "", "'", "")

// skeleton writes a folded name so that its transliterations meet: "Sergei",
// "Sergey" and "Serguei"; "Doigin" and "Doygin"; "Yusuf" and "Youssef" do not.
func skeleton(s string) string {
	s = letters.Replace(s)
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// near reports whether a and b differ by at most two letters, one in a short
// name: a slip of printing.
func near(a, b string) bool {
	most := 2
	if min(len(a), len(b)) < 6 {
		most = 1
	}
	return a != b && distance(a, b, most) <= most
}

// distance is the edit distance of a and b in bytes, most+1 if it is more.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most || len(a) > 64 {
		return most + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			d := diag
			if a[i-1] != b[j-1] {
				d = 1 + min(diag, row[j], row[j-1])
			}
			diag, row[j] = row[j], d
		}
	}
	return min(row[len(b)], most+1)
}
