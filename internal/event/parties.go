package event

import "strings"

// attackers are those of the attack in which the harm at i was done: "was
// killed in an ambush by rebels", "in a Norlandic air raid".
func (f *finder) attackers(i int) []phrase {
	for k := i + 1; k < len(f.s.words) && k-i < 9; k++ {
		if f.s.mark(k) || clauseStarts[f.wordAt(k)] && !f.s.is(k, "and") {
			return nil
		}
		w := strings.TrimSuffix(f.wordAt(k), "s")
		if len(nounFrames[w]) == 0 || nounFrames[w][len(nounFrames[w])-1].kind != "ASSAULT" || !f.cared(phrase{from: f.nounStart(k)}) {
			continue
		}
		if ps := f.after(k, "by"); ps != nil {
			return ps
		}
		for j := k - 1; j > i; j-- {
			if p, ok := f.phraseEnding(j); ok {
				return []phrase{p}
			}
			if determiners[f.wordAt(j)] || prepositions[f.wordAt(j)] {
				break
			}
		}
	}
	return nil
}

// nounStart is the first word of the phrase of nouns that ends at i, its
// article left out.
func (f *finder) nounStart(i int) int {
	for i > 0 && !determiners[f.wordAt(i-1)] && !prepositions[f.wordAt(i-1)] && !f.s.mark(i-1) {
		i--
	}
	return i
}

// proposer is whose the noun at i is, which a frame asked for: "rejected a
// Norlandic plan" -> Norlandic.
func (f *finder) proposer(i int) []phrase {
	if ps := f.possessor(i); ps != nil {
		return ps
	}
	for k := i - 1; k >= 0 && i-k < 4; k-- {
		if f.nation(k) >= 0 {
			if p, ok := f.phraseEnding(k); ok {
				return []phrase{p}
			}
		}
		if u := f.s.words[k].upos; u != "NOUN" && u != "ADJ" && u != "PROPN" {
			return nil
		}
	}
	return nil
}

// governing are those who act in the clause that the noun at i hangs in: of
// "Ruiz flew to Sund for talks with Lind" Ruiz. talks says that it is one of
// talking, which may be an object too: "Ruiz ended a visit to Lind".
func (f *finder) governing(i int, talks bool) []phrase {
	if !f.s.trees {
		return nil
	}
	for n := 0; n < 5; n++ {
		h := f.s.words[i].head
		if h < 0 || h > i {
			return nil
		}
		switch f.s.words[i].rel {
		case "obj":
			if !talks && !f.carries(h) {
				return nil // "denounced the march"
			}
		case "obl", "nmod", "conj", "compound", "acl", "advcl", "xcomp":
		default:
			return nil
		}
		if r := f.s.words[i].rel; r != "obj" && f.s.words[h].upos == "VERB" && !f.aim(i) {
			return nil
		}
		if i = h; f.s.words[i].upos == "VERB" {
			if speaks[f.wordAt(i)] || reports[f.wordAt(i)] {
				return nil
			}
			if how, passive := f.voice(i, 'd'); passive || how == 'n' {
				return nil
			}
			var out []phrase
			for _, p := range f.subject(i) {
				if p.to <= i {
					out = append(out, p)
				}
			}
			return out
		}
	}
	return nil
}

// carries reports whether the verb at i is one of doing what its object names:
// "resumed an airlift", "wrapped up a deal".
func (f *finder) carries(i int) bool {
	for _, s := range []string{"", "d", "ed", "s", "es", "ing"} {
		if w, ok := strings.CutSuffix(f.wordAt(i), s); ok && doings[w] {
			return true
		}
	}
	return lights[f.wordAt(i)]
}

var doings = set("begin began begun clinch complet complete conclud conclude conduct continu continue end extend finish initiat initiate launch mount offer organis organise organiz organize reach reopen restart resum resume seal stag stage start undertake undertook wrap wrapp")

// aim reports whether the noun at i is what one does something for, on or in:
// "for talks", "on a visit", "in protest", "in a show of support"; not "after a
// march".
func (f *finder) aim(i int) bool {
	k := f.child(i, "case")
	return k >= 0 && (f.s.is(k, "for", "on") || f.s.is(k, "in") && (k == i-1 || shows[f.wordAt(i)]))
}

var shows = set("display expression gesture show sign")

// finite reports whether the verb at i is that of a clause of its own, and no
// participle within a phrase.
func (f *finder) finite(i int) bool {
	r := f.s.words[i].rel
	return f.s.words[i].upos == "VERB" && (r == "root" || r == "ccomp" || r == "parataxis")
}

// undertaken are the types of what one does by going or doing something else:
// "marched in support of", "came for talks".
var undertaken = set("CONSULT SUPPORT PROTEST AGREE COOPERATE AID REJECT")

// answered are the types of what one says to what another proposed or did.
var answered = set("ACCUSE REJECT SUPPORT")

// nounBetween reports whether another noun that tells of an event stands
// between words i and k.
func (f *finder) nounBetween(i, k int) bool {
	for i++; i < k; i++ {
		if len(nounFrames[f.wordAt(i)]) > 0 && f.s.words[i].upos != "VERB" {
			return true
		}
	}
	return false
}
