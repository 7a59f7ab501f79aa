package date

import (
	_ "embed"
	"slices"
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
const reach = 30

// tense is the tense of the clause that tokens i to j (half-open) stand in:
// that of the nearest verb before them in the sentence, else after them.
//
//	"The envoys will meet on | Thursday" -> future
//	"On | Thursday | the envoys met" -> past
func tense(ts []token, i, j int) string {
	if i > 1 && ts[i-1].word == "of" && ts[i-2].word == "ahead" {
		return "future" // "ahead of Saturday's vote"
	}
	if j < len(ts) && ts[j].word == "'" && j+1 < len(ts) && ts[j+1].word == "s" && tenses[ts[i].word] == "" && i > 0 && ts[i-1].word != "next" {
		if weekdayAt(ts, i) && willBefore(ts, i) {
			return "future" // "will air during Sunday's final"
		}
		return "past" // "Wednesday's ruling"
	}
	if weekdayAt(ts, i) && toCome(ts, i) {
		return "future"
	}
	t := clause(ts, i, j)
	if i > 1 && !stop(ts, i-2) {
		switch ts[i-1].word {
		case "until", "till":
			if t == "past" && (ts[i-2].word == "but" || ts[i-2].word == "and") {
				return "past" // "But until Thursday she had refused"
			}
			return "future"
		case "since":
			return "past"
		case "by", "through":
			if t != "future" {
				return ""
			}
		case "as": // "as early as", "as soon as"
			if t != "past" {
				return "future"
			}
		}
	}
	return t
}

func weekdayAt(ts []token, i int) bool {
	return slices.ContainsFunc(lexicon[ts[i].word], func(s sense) bool { return s.class == "WDAY" })
}

// willBefore reports whether the verb nearest before token i is "will".
func willBefore(ts []token, i int) bool {
	for k := i - 1; k >= 0 && i-k <= reach && !stop(ts, k); k-- {
		if verb(ts, k) != "" {
			return full(ts, k) == "will"
		}
	}
	return false
}

// toCome reports whether a weekday at token i is still to come: what is being done
// on a weekday is planned for it, and what comes before it has happened.
//
//	"The envoys are meeting in Lima on | Monday" and "flew in before a | Monday | meeting"
func toCome(ts []token, i int) bool {
	k := i - 1
	for k > 0 && (ts[k].word == "a" || ts[k].word == "the" || ts[k].word == "on") {
		k--
	}
	if k >= 0 && ts[k].word == "before" {
		return true
	}
	for ; k > 0 && i-k <= reach && !stop(ts, k); k-- {
		if verb(ts, k) != "" || ts[k].word == "," {
			return false
		}
		if w := ts[k].word; len(w) > 5 && strings.HasSuffix(w, "ing") && (ts[k-1].word == "is" || ts[k-1].word == "are") {
			return true
		}
	}
	return false
}

// clause is the tense of the verb nearest to tokens i to j; "Envoys to meet"
// with no other verb is future, as in a headline.
func clause(ts []token, i, j int) string {
	if t := opened(ts, i, j); t != "" {
		return t
	}
	to, main := "", false
	for k := i - 1; k >= 0 && i-k <= reach; k-- {
		if stop(ts, k) {
			break
		}
		main = main || ts[k].word == ","
		if ts[k].word == "if" && !main && !whose[ts[i-1].word] && (k == 0 || ts[k-1].word != "as") {
			return "future" // "will act if they take office in | January"
		}
		if t := verb(ts, k); t != "" {
			if k > 0 && ts[k-1].word == "if" && strings.HasSuffix(ts[k].word, "ed") {
				return "future" // "will act if elected in | November"
			}
			return t
		}
		if infinitive(ts, k) && opens(ts, k) {
			to = "future"
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
	return to
}

// opened is the tense of a clause that tokens i to j are the first of, but for
// the word that opens it: that of its verb, up to three words further on.
//
//	"Crews that fought the fire who on | Sunday | left will return"
func opened(ts []token, i, j int) string {
	k := i - 1
	for k > 0 && before[ts[k].word] && !stop(ts, k) {
		k--
	}
	if k < 0 || !openers[ts[k].word] {
		return ""
	}
	for k = j; k < len(ts) && k < j+4 && !stop(ts, k) && !openers[ts[k].word]; k++ {
		if ts[k].word != "to" {
			if t := verb(ts, k); t != "" {
				return t
			}
		}
	}
	return ""
}

// whose are the words after which a weekday is told of what has a time already:
// "if he follows up his Tuesday wins".
var whose = map[string]bool{"her": true, "his": true, "its": true, "our": true, "their": true}

// openers are words that open a clause, before those that may stand between
// them and its time.
var (
	openers = map[string]bool{"although": true, "and": true, "because": true, "but": true, "that": true, "though": true,
		"when": true, "where": true, "which": true, "while": true, "who": true, "whose": true}
	before = map[string]bool{",": true, "by": true, "earlier": true, "early": true, "in": true, "last": true, "late": true,
		"later": true, "on": true}
)

// stop reports whether a sentence ends at token k: with its paragraph, or with
// a mark, quotation marks and brackets closing after it or not.
func stop(ts []token, k int) bool {
	if ts[k].ends {
		return true
	}
	switch ts[k].word {
	case "!", "?", ";", "|":
		return true
	case ".":
		apart := false
		for n := k + 1; n < len(ts); n++ {
			apart = apart || ts[n-1].end < ts[n].start
			if !closing[ts[n].word] {
				return apart && ts[n].capital && (n > k+1 || k == 0 || !abbreviated(ts[k-1].word))
			}
		}
		return true
	}
	return false
}

// closing are the marks that may stand between the full stop of a sentence and
// the next.
var closing = map[string]bool{"'": true, "\"": true, "“": true, "”": true, ")": true, "]": true, "»": true}

// abbreviated reports whether a full stop after w is likelier its own.
func abbreviated(w string) bool {
	if len(w) <= 2 {
		return !digit(w[0]) // "on Feb. 20. The" ends
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
	w := full(ts, k)
	if w == "to" {
		return aimed(ts, k)
	}
	t := tenses[w]
	if t == "" && len(w) > 4 && strings.HasSuffix(w, "ed") && !ts[k].capital && w != "hundred" && w != "sacred" &&
		(!strings.HasSuffix(w, "eed") || w == "agreed" || w == "freed" || w == "guaranteed") {
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
	case "plain":
		if k == 0 || ts[k].capital || !plainAfter(ts, k-1) {
			return ""
		}
		return "future" // "They meet separately Monday"
	case "present":
		if w == "be" {
			return ""
		}
		if w == "is" || w == "are" {
			n := k + 1
			for n < len(ts) && n < k+3 && midway[ts[n].word] {
				n++
			}
			if n < len(ts) && (tenses[ts[n].word] == "future" || infinitive(ts, n)) {
				return "future" // "is also expected", "are to meet"
			}
		}
	case "future":
		if couldHave[w] && had(ts, k+1) {
			return "past" // "would have turned 60 on Saturday"
		}
		if k > 0 && (ts[k-1].word == "was" || ts[k-1].word == "were" || ts[k-1].word == "had" || ts[k-1].word == "been") {
			return "past"
		}
		if w == "expected" || w == "forecast" || w == "planned" || w == "set" || w == "plan" {
			switch {
			case k+1 < len(ts) && (ts[k+1].word == "to" || ts[k+1].word == "for"):
			case k+1 < len(ts) && w == "planned" && (ts[k+1].word == "a" || ts[k+1].word == "an"): // "planned a march on Saturday"
			default:
				return ""
			}
		}
		if w == "may" && ts[k].capital {
			return ""
		}
	}
	return t
}

// couldHave are the verbs that with "have" tell of what is past.
var couldHave = map[string]bool{"could": true, "may": true, "might": true, "must": true, "should": true, "would": true}

// had reports whether token k, or the one after a "not" or "well" there, is
// "have".
func had(ts []token, k int) bool {
	for n := k; n < len(ts) && n < k+3; n++ {
		if full(ts, n) == "have" {
			return true
		}
	}
	return false
}

// plainAfter reports whether a plain verb after token k is that of a clause:
// not "to meet", "will meet", "did not meet", nor "the meet".
func plainAfter(ts []token, k int) bool {
	w := full(ts, k)
	return w != "to" && w != "not" && w != "and" && w != "or" && w != "let" && tenses[w] == "" && !determiners[w] || w == "they" || w == "who"
}

// midway are the words that may stand between "is" and "expected".
var midway = map[string]bool{"also": true, "always": true, "not": true, "now": true, "only": true, "still": true, "then": true, "widely": true}

// full is the word at token k, written out where it is shortened: "'ll",
// "won't" and "isn't".
func full(ts []token, k int) string {
	w := ts[k].word
	if k > 0 && ts[k-1].word == "'" && ts[k-1].end == ts[k].start {
		switch w {
		case "ll":
			return "will"
		case "re":
			return "are"
		case "ve":
			return "have"
		}
	}
	if w == "let" && k+2 < len(ts) && ts[k+1].word == "'" && ts[k+2].word == "s" {
		return "will" // "let's meet in June"
	}
	if k+2 < len(ts) && ts[k+1].word == "'" && ts[k+2].word == "t" && ts[k+2].start == ts[k].end+1 {
		switch w {
		case "can":
		case "won":
			return "will"
		default:
			return strings.TrimSuffix(w, "n")
		}
	}
	return w
}

// infinitive reports whether token k is the "to" of a verb.
func infinitive(ts []token, k int) bool {
	if ts[k].word != "to" || k+1 >= len(ts) {
		return false
	}
	n := &ts[k+1]
	return !n.capital && len(n.senses) == 0 && !determiners[n.word] && n.word != "" && (n.word[0] < '0' || n.word[0] > '9')
}

// opens reports whether token k is among the first five after the first of
// its sentence.
func opens(ts []token, k int) bool {
	for b := k - 1; b >= 0 && b >= k-5; b-- {
		if b == 0 || stop(ts, b-1) {
			return true
		}
	}
	return false
}

var determiners = map[string]bool{"a": true, "all": true, "an": true, "any": true, "both": true, "each": true, "her": true,
	"him": true, "his": true, "it": true, "its": true, "me": true, "my": true, "our": true, "that": true, "the": true, "their": true,
	"them": true, "these": true, "this": true, "those": true, "us": true, "what": true, "which": true, "whom": true, "you": true, "your": true}

// aimed is future for the "to" at k of what is aimed at, by the verb before it
// or up to two words further on:
//
//	"agreed to meet", "asked the envoy to leave"; but "had been due to leave"
func aimed(ts []token, k int) string {
	for b := k - 1; b >= 0 && b >= k-3 && infinitive(ts, k); b-- {
		if stop(ts, b) || ts[b].word == "," {
			break
		}
		if t := tenses[ts[b].word+" to"]; t != "" && (b == k-1 || t != "near") {
			if b > 0 && ts[b-1].word == "been" {
				return "past"
			}
			return "future"
		}
	}
	return ""
}
