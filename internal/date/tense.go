package date

import (
	_ "embed"
	"strings"
)

//go:embed tense.txt
var tenseFile string

func readTenses(file string) map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(file, "\n") {
		if w, t, ok := strings.Cut(line, "\t"); ok && w[0] != '#' {
			out[w] = t
		}
	}
	return out
}

// reach is how many words around an expression are looked at for its verb.
const reach = 14

// tense is the tense of the clause that tokens i to j (half-open) stand in:
// that of the nearest verb before them in the sentence, else after them.
//
//	"The envoys will meet on | Thursday" -> future
//	"On | Thursday | the envoys met" -> past
func tense(ts []token, i, j int) string {
	if j < len(ts) && ts[j].word == "'" && j+1 < len(ts) && ts[j+1].word == "s" && tenses[ts[i].word] == "" && i > 0 && ts[i-1].word != "next" {
		return "past" // "Wednesday's ruling"
	}
	if i > 1 && !stop(ts, i-2) {
		switch ts[i-1].word {
		case "until", "till":
			return "future"
		case "by", "through":
			return ""
		}
	}
	for k := i - 1; k >= 0 && i-k <= reach; k-- {
		if stop(ts, k) {
			break
		}
		if t := verb(ts, k); t != "" {
			return t
		}
	}
	for k := j; k < len(ts) && k-j <= reach; k++ {
		if stop(ts, k) {
			break
		}
		if t := verb(ts, k); t != "" {
			return t
		}
	}
	return ""
}

// stop reports whether a sentence ends at token k.
func stop(ts []token, k int) bool {
	switch ts[k].word {
	case "!", "?", ";", "|":
		return true
	case ".":
		return k+1 >= len(ts) || ts[k+1].capital && ts[k].end < ts[k+1].start && (k == 0 || !abbreviated(ts[k-1].word))
	}
	return false
}

// abbreviated reports whether a full stop after w is likelier its own.
func abbreviated(w string) bool {
	if len(w) <= 2 {
		return true
	}
	if s := lexicon[w]; len(s) > 0 && len(w) <= 4 && s[0].class == "MONTH" {
		return true
	}
	switch w {
	case "gen", "col", "sen", "rep", "gov", "mrs", "inc", "corp", "ltd", "adm", "capt", "maj", "sgt", "lt":
		return true
	}
	return false
}

// verb is the tense token k tells as a verb, "" if it tells none.
func verb(ts []token, k int) string {
	w := ts[k].word
	if w == "to" && k > 0 { // "is to", "plans to"
		switch ts[k-1].word {
		case "is", "are", "plans", "due", "expected", "scheduled", "set", "slated", "going", "hopes", "expects", "wants", "intends", "aims", "likely":
			return "future"
		}
		return ""
	}
	t := tenses[w]
	if t == "" && len(w) > 4 && strings.HasSuffix(w, "ed") && !ts[k].capital {
		t = "past"
	}
	switch t {
	case "past":
		if k > 0 && (ts[k-1].word == "be" || ts[k-1].word == "to") {
			return "" // "will be held": the word before decides
		}
		if k > 0 && (ts[k-1].word == "is" || ts[k-1].word == "are" || ts[k-1].word == "being") {
			return "present"
		}
		if k > 0 && (ts[k-1].word == "a" || ts[k-1].word == "the") && strings.HasSuffix(w, "ed") {
			return ""
		}
	case "present":
		if w == "be" {
			return ""
		}
		if (w == "is" || w == "are" || w == "was" || w == "were") && k+1 < len(ts) && tenses[ts[k+1].word] == "future" {
			return "future"
		}
	case "future":
		if k > 0 && (ts[k-1].word == "was" || ts[k-1].word == "were" || ts[k-1].word == "had" || ts[k-1].word == "been") {
			return "past"
		}
		if w == "expected" || w == "planned" || w == "set" || w == "plan" {
			if k+1 >= len(ts) || ts[k+1].word != "to" && ts[k+1].word != "for" {
				return ""
			}
		}
		if w == "may" && ts[k].capital {
			return ""
		}
	}
	return t
}
