package lang

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReadEntities reads trees whose MISC column marks what is mentioned
// ("Entity=(7-organization-...", as GUM has it) and makes names of the mentions
// of persons, places and organisations whose head is a proper noun. A mention
// is cut to its name: "the veteran Mayor Rosa Quill of Dunmere" to "Rosa
// Quill". The longest of mentions counts: "University of Dunmere" is one name.
func ReadEntities(r io.Reader) ([]Tree, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	trees, err := ReadTrees(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	plain := lowerWords(trees)
	n := 0
	var misc []string
	for l := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSuffix(l, "\n"), "\t")
		if len(f) == 10 && !strings.ContainsAny(f[0], ".-") {
			misc = append(misc, f[9])
		} else if len(f) == 1 && f[0] == "" && len(misc) > 0 {
			trees[n].Names = entityNames(&trees[n], mentions(misc), plain)
			n++
			misc = misc[:0]
		}
	}
	return trees, nil
}

// lowerWords lists words that stand in lower case more often than with a
// capital, first words apart.
func lowerWords(trees []Tree) map[string]bool {
	count := map[string]int{}
	for i := range trees {
		for k := 1; k < len(trees[i].Words); k++ {
			w := trees[i].Form(k)
			low := strings.ToLower(w)
			if w == low {
				count[low]++
			} else {
				count[low]--
			}
		}
	}
	out := map[string]bool{}
	for w, n := range count {
		if n > 0 && flagsOf()[wordHash(w)]&isFirstName == 0 {
			out[w] = true
		}
	}
	return out
}

// mentions reads brackets such as "(8-person-...", "9)" and "(7-place-...)",
// and returns the mentions of kinds that names have, longest first.
func mentions(misc []string) []Name {
	var out []Name
	from := map[string][]Name{}
	kinds := map[string]string{"person": Person, "place": Place, "organization": Organisation}
	for i, m := range misc {
		_, m, _ = strings.Cut("|"+m, "|Entity=")
		m, _, _ = strings.Cut(m, "|")
		for m != "" {
			if m[0] != '(' {
				id, rest, ok := strings.Cut(m, ")")
				if !ok {
					break
				}
				if m = rest; len(from[id]) > 0 {
					last := len(from[id]) - 1
					n := from[id][last]
					from[id] = from[id][:last]
					n.To = i + 1
					out = append(out, n)
				}
				continue
			}
			end := 1 + strings.IndexAny(m[1:]+"(", "()")
			f := strings.SplitN(m[1:end], "-", 3)
			n := Name{From: i, To: i + 1}
			if len(f) > 1 {
				n.Kind = kinds[f[1]]
			}
			if m = m[min(end, len(m)):]; m != "" && m[0] == ')' {
				m = m[1:]
				out = append(out, n)
			} else {
				from[f[0]] = append(from[f[0]], n)
			}
		}
	}
	out = slices.DeleteFunc(out, func(n Name) bool { return n.Kind == "" })
	slices.SortStableFunc(out, func(a, b Name) int {
		return cmp.Or(b.To-b.From-(a.To-a.From), a.From-b.From)
	})
	return out
}

// entityNames cuts mentions to names; of those that meet the first one stays.
func entityNames(t *Tree, ms []Name, plain map[string]bool) []Name {
	var out []Name
	for _, m := range ms {
		n, ok := cutMention(t, m, plain)
		if ok && !slices.ContainsFunc(out, func(o Name) bool { return n.From < o.To && o.From < n.To }) {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b Name) int { return a.From - b.From })
	return out
}

func properTag(x string) bool { return x == "NNP" || x == "NNPS" }

func startsUpper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// cutMention grows the name from the mention's head both ways.
func cutMention(t *Tree, m Name, plain map[string]bool) (Name, bool) {
	head := slices.IndexFunc(t.Words[m.From:m.To], func(w Word) bool {
		return (w.Head < m.From || w.Head >= m.To) && w.Rel != "punct"
	}) + m.From
	if head < m.From || !properTag(t.Words[head].XPOS) {
		return m, false
	}
	low := func(i int) string { return strings.ToLower(strings.TrimSuffix(t.Form(i), ".")) }
	n := Name{From: nameEnd(t, m, head, -1), To: nameEnd(t, m, head, 1) + 1, Kind: m.Kind}
	for n.From < n.To-1 && (t.Words[n.From].XPOS == "DT" || low(n.From) == "the") {
		n.From++
	}
	last := n.To - 1
	if n.Kind == Person {
		for i := last - 1; i >= n.From; i-- {
			if isTitleWord(t.Form(i)) || roleWords[low(i)] {
				n.From = i + 1
			}
		}
		for n.From < last && plain[low(n.From)] {
			n.From++
		}
		if plain[low(last)] || isTitleWord(t.Form(last)) || roleWords[low(last)] {
			return n, false
		}
	}
	if n.From == last {
		people := flagsOf()[wordHash(low(last))]&isNationality != 0 || n.Kind == Person && t.Words[last].XPOS == "NNPS"
		if people || !startsUpper(t.Form(last)) {
			return n, false
		}
	}
	return n, true
}

// roleWords are said of people with a capital, besides the titles.
var roleWords = map[string]bool{"administrator": true, "ceo": true, "chair": true, "fellow": true, "lord": true, "madam": true, "mother": true, "star": true}

// joinsNames holds the words that stand within names.
var joinsNames = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("- – . ' ’ & de la del da al el du des van von der bin ibn di") {
		m[w] = true // of anything
	}
	for _, w := range strings.Fields("of and for the 's ’s /") {
		m[w] = false // of places and organisations
	}
	return m
}()

// nameEnd is the last word of the name of mention m, going from its head by
// step.
func nameEnd(t *Tree, m Name, head, step int) int {
	end := head
	for i := head + step; i >= m.From && i < m.To; i += step {
		w := &t.Words[i]
		if step > 0 && w.Head == head {
			switch w.Rel {
			case "conj", "appos", "list", "parataxis", "acl:relcl":
				return end // another thing begins
			}
		}
		switch w.XPOS {
		case "NNP", "NNPS":
			end = i
			continue
		case "JJ", "NN", "NNS", "VBN", "VBG", "FW", "CD":
			if startsUpper(t.Form(i)) || w.XPOS == "CD" && step > 0 {
				end = i
				continue
			}
		case "``", "''":
			if m.Kind == Person {
				continue
			}
		}
		any, joins := joinsNames[strings.ToLower(t.Form(i))]
		if !joins || !any && m.Kind == Person {
			break
		}
	}
	return end
}
