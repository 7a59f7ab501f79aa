package score

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/text"
)

// Attribution is one attribution as PolNeAR's annotators marked it.
type Attribution struct {
	Source, Cue, Content []stemma.Span
}

// PolNeARText is one article of PolNeAR with its attributions.
type PolNeARText struct {
	Name, Text string
	Gold       []Attribution
}

// PolNeAR reads the articles of one part ("dev", "train") of the archive.
func PolNeAR(files []File, part string) []PolNeARText {
	texts := map[string]string{}
	anns := map[string]string{}
	for _, f := range files {
		dir := "/data/" + part + "/"
		i := strings.Index(f.Name, dir)
		if i < 0 {
			continue
		}
		rest := f.Name[i+len(dir):]
		if n, ok := strings.CutPrefix(rest, "text/"); ok {
			texts[strings.TrimSuffix(n, ".txt")] = string(f.Body)
		} else if n, ok := strings.CutPrefix(rest, "attributions/"); ok {
			n = strings.TrimSuffix(n, ".ann")
			if k := strings.LastIndex(n, "_"); k > 0 {
				n = n[:k] // the annotator
			}
			if _, ok := anns[n]; !ok {
				anns[n] = string(f.Body)
			}
		}
	}
	var out []PolNeARText
	for n, t := range texts {
		if a, ok := anns[n]; ok {
			out = append(out, PolNeARText{n, t, readBrat(t, a)})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}

// readBrat reads standoff annotation: offsets count characters.
func readBrat(t, ann string) []Attribution {
	at := make([]int, 0, len(t)+1) // byte of each character
	for i := range t {
		at = append(at, i)
	}
	at = append(at, len(t))
	spans := map[string][]stemma.Span{}
	var out []Attribution
	for _, line := range strings.Split(ann, "\n") {
		f := strings.Split(line, "\t")
		switch {
		case len(f) >= 2 && strings.HasPrefix(f[0], "T"):
			_, places, _ := strings.Cut(f[1], " ")
			for _, p := range strings.Split(places, ";") {
				a, b, _ := strings.Cut(p, " ")
				i, err1 := strconv.Atoi(a)
				j, err2 := strconv.Atoi(b)
				if err1 == nil && err2 == nil && i >= 0 && i < j && j < len(at) {
					spans[f[0]] = append(spans[f[0]], stemma.Span{Start: at[i], End: at[j]})
				}
			}
		case len(f) == 2 && strings.HasPrefix(f[0], "E"):
			var x Attribution
			for _, r := range strings.Fields(f[1]) {
				role, id, _ := strings.Cut(r, ":")
				switch strings.TrimRight(role, "0123456789") {
				case "Source":
					x.Source = append(x.Source, spans[id]...)
				case "Cue":
					x.Cue = append(x.Cue, spans[id]...)
				case "Content":
					x.Content = append(x.Content, spans[id]...)
				}
			}
			if len(x.Content) > 0 {
				out = append(out, x)
			}
		}
	}
	return out
}

// PolNeARScore holds the counts of one run.
type PolNeARScore struct {
	Articles, Words                  int
	Quoted, QuotedGot                int // gold, found by us
	Q3, Q8                           int // matched at word Jaccard 0.3 and 0.8
	WithSource, Speaker              int
	Direct, DirectGot, DirectRight   int
	DirectFound                      int
	Say, SayGot, SayRight, SayFound  int
	SaySource, SaySpeaker            int
	Misses, Extras, Wrong, SayMisses []string
	SayExtras                        []string
}

// ScorePolNeAR reads each text and compares.
func ScorePolNeAR(texts []PolNeARText) *PolNeARScore {
	s := &PolNeARScore{}
	for _, t := range texts {
		s.one(t)
	}
	return s
}

func (s *PolNeARScore) one(t PolNeARText) {
	a := &stemma.Article{ID: "a", Capture: "c", Text: t.Text, Source: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(t.Text)}, Range: stemma.Range{Start: 0, End: len(t.Text)}}}}
	d := lang.Analyse(t.Text, nil)
	qs := quote.Find(a, d, entity.Find(a, d))
	words := text.Words(t.Text)
	s.Articles++
	s.Words += len(words)
	sets := make([]map[int]bool, len(t.Gold))
	for i, g := range t.Gold {
		sets[i] = wordSet(words, g.Content)
	}
	mine := make([]map[int]bool, len(qs))
	for i := range qs {
		mine[i] = wordSet(words, qs[i].Spans)
	}
	s.quoted(t, qs, sets, mine)
	s.said(t, qs, sets, mine)
}

// quoted scores what stands in quotation marks.
func (s *PolNeARScore) quoted(t PolNeARText, qs []stemma.Quote, sets, mine []map[int]bool) {
	var gi, qi []int
	for i, g := range t.Gold {
		if marksIn(t.Text, g.Content) {
			gi = append(gi, i)
			s.Quoted++
			if allMarked(t.Text, g.Content) {
				s.Direct++
			}
		}
	}
	for i := range qs {
		if qs[i].Kind == stemma.Direct || qs[i].Kind == stemma.Mixed {
			qi = append(qi, i)
			s.QuotedGot++
			if qs[i].Kind == stemma.Direct {
				s.DirectGot++
			}
		}
	}
	usedG, usedQ := map[int]bool{}, map[int]bool{}
	for _, p := range pairs(gi, qi, sets, mine) {
		g, q := p.g, p.q
		if p.j < 0.3 || usedG[g] || usedQ[q] {
			continue
		}
		usedG[g], usedQ[q] = true, true
		s.Q3++
		if p.j >= 0.8 {
			s.Q8++
		} else {
			s.Wrong = append(s.Wrong, t.Name+": "+exact(t.Text, t.Gold[g].Content)+" <> "+qs[q].Kind+" "+qs[q].By.Rule+" "+qs[q].Text)
		}
		if qs[q].Kind == stemma.Direct {
			s.DirectRight++
		}
		if allMarked(t.Text, t.Gold[g].Content) {
			s.DirectFound++
		}
		if len(t.Gold[g].Source) > 0 {
			s.WithSource++
			if speakerRight(t, &t.Gold[g], &qs[q]) {
				s.Speaker++
			} else {
				s.Wrong = append(s.Wrong, t.Name+": SPEAKER "+exact(t.Text, t.Gold[g].Source)+" <> "+qs[q].SpeakerText+" rule "+qs[q].By.Rule+": "+exact(t.Text, t.Gold[g].Content))
			}
		}
	}
	for _, g := range gi {
		if !usedG[g] {
			s.Misses = append(s.Misses, t.Name+": ["+exact(t.Text, t.Gold[g].Source)+"|"+exact(t.Text, t.Gold[g].Cue)+"] "+exact(t.Text, t.Gold[g].Content))
		}
	}
	for _, q := range qi {
		if !usedQ[q] {
			s.Extras = append(s.Extras, t.Name+": "+qs[q].Kind+" "+qs[q].By.Rule+" ["+qs[q].SpeakerText+"|"+qs[q].Cue+"] "+qs[q].Text)
		}
	}
}

var sayWords = map[string]bool{"say": true, "says": true, "said": true, "tell": true, "tells": true, "told": true, "according": true, "added": true, "adds": true, "adding": true, "saying": true, "stated": true, "states": true, "noted": true, "notes": true, "announced": true, "reported": true, "explained": true, "wrote": true, "writes": true, "telling": true}

func sayCue(cue string) bool {
	for _, w := range strings.Fields(cue) {
		if sayWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// said scores indirect speech by verbs of saying.
func (s *PolNeARScore) said(t PolNeARText, qs []stemma.Quote, sets, mine []map[int]bool) {
	var gi, all, qi []int
	for i, g := range t.Gold {
		all = append(all, i)
		if !marksIn(t.Text, g.Content) && sayCue(exact(t.Text, g.Cue)) {
			gi = append(gi, i)
			s.Say++
		}
	}
	for i := range qs {
		if qs[i].Kind == stemma.Indirect && sayCue(qs[i].Cue) {
			qi = append(qi, i)
			s.SayGot++
		}
	}
	usedQ, usedG := map[int]bool{}, map[int]bool{}
	isSay := map[int]bool{}
	for _, g := range gi {
		isSay[g] = true
	}
	for _, p := range pairs(all, qi, sets, mine) {
		if p.j < 0.3 || usedQ[p.q] || usedG[p.g] {
			continue
		}
		usedQ[p.q], usedG[p.g] = true, true
		s.SayRight++
		if isSay[p.g] && len(t.Gold[p.g].Source) > 0 {
			s.SaySource++
			count(&s.SaySpeaker, speakerRight(t, &t.Gold[p.g], &qs[p.q]))
		}
	}
	every := make([]int, len(qs))
	for i := range qs {
		every[i] = i
	}
	foundG, byQ := map[int]bool{}, map[int]bool{}
	for _, p := range pairs(gi, every, sets, mine) {
		if p.j >= 0.3 && !foundG[p.g] && !byQ[p.q] {
			foundG[p.g], byQ[p.q] = true, true
			s.SayFound++
		}
	}
	for _, g := range gi {
		if !foundG[g] {
			s.SayMisses = append(s.SayMisses, t.Name+": ["+exact(t.Text, t.Gold[g].Source)+"|"+exact(t.Text, t.Gold[g].Cue)+"] "+exact(t.Text, t.Gold[g].Content))
		}
	}
	for _, q := range qi {
		if !usedQ[q] {
			s.SayExtras = append(s.SayExtras, t.Name+": "+qs[q].By.Rule+" ["+qs[q].SpeakerText+"|"+qs[q].Cue+"] "+qs[q].Text)
		}
	}
}

type pair struct {
	g, q int
	j    float64
}

// pairs lists the pairs of gold and found that share a word, likest first.
func pairs(gi, qi []int, sets, mine []map[int]bool) []pair {
	var out []pair
	for _, g := range gi {
		for _, q := range qi {
			both := 0
			for w := range sets[g] {
				if mine[q][w] {
					both++
				}
			}
			if both > 0 {
				out = append(out, pair{g, q, float64(both) / float64(len(sets[g])+len(mine[q])-both)})
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].j > out[j].j })
	return out
}

// speakerRight reports whether the words found for the speaker overlap those
// marked, or are the same name elsewhere.
func speakerRight(t PolNeARText, g *Attribution, q *stemma.Quote) bool {
	spans := append([]stemma.Span{}, q.SpeakerSpans...)
	if len(q.Chain) > 0 {
		for _, c := range q.Chain[0].Cites {
			spans = append(spans, c.Spans...)
		}
	}
	for _, s := range spans {
		for _, o := range g.Source {
			if s.Overlaps(o) {
				return true
			}
		}
	}
	want := lastName(exact(t.Text, g.Source))
	for _, s := range spans {
		if n := lastName(t.Text[s.Start:s.End]); n != "" && n == want {
			return true
		}
	}
	return false
}

// lastName is the last capitalised word of a name, "" of a description.
func lastName(s string) string {
	f := strings.Fields(strings.NewReplacer("’s", "", "'s", "", ",", "").Replace(s))
	if len(f) == 0 || len(f) > 5 {
		return ""
	}
	w := f[len(f)-1]
	if r, _ := utf8.DecodeRuneInString(w); r < 'A' || r > 'Z' {
		return ""
	}
	return w
}

func exact(t string, spans []stemma.Span) string {
	s, err := stemma.Exact(t, spans)
	if err != nil {
		return ""
	}
	return s
}

func wordSet(words []stemma.Span, spans []stemma.Span) map[int]bool {
	m := map[int]bool{}
	for _, s := range spans {
		i := sort.Search(len(words), func(i int) bool { return words[i].End > s.Start })
		for ; i < len(words) && words[i].Start < s.End; i++ {
			m[i] = true
		}
	}
	return m
}

const anyMark = "\"“”"

func marksIn(t string, spans []stemma.Span) bool {
	s := exact(t, spans)
	return strings.ContainsAny(s, anyMark) || strings.Contains(s, "''")
}

// allMarked reports whether content stands in quotation marks from end to end.
func allMarked(t string, spans []stemma.Span) bool {
	s := strings.Trim(strings.ReplaceAll(exact(t, spans), "''", "\""), " ,.;:")
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	l, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(anyMark, r) && strings.ContainsRune(anyMark, l)
}

// share is a of b in per cent.
func share(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

// harmonic is the F of precision and recall.
func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Card writes the scorecard.
func (s *PolNeARScore) Card() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Quotes, on PolNeAR dev: %d articles, %d words.\n", s.Articles, s.Words)
	b.WriteString("Content is matched by the words at the same places, one to one; quoted: holding quotation marks; direct: nothing else.\nA speaker is right where the words overlap those marked, or are the same name elsewhere.\nIndirect: without marks, by a verb of saying (say, tell, add, note, according to, ...), at 0.3.\n\n")
	p3, r3 := share(s.Q3, s.QuotedGot), share(s.Q3, s.Quoted)
	p8, r8 := share(s.Q8, s.QuotedGot), share(s.Q8, s.Quoted)
	fmt.Fprintf(&b, "%-34s %6s %6s %6s   %s\n", "", "P", "R", "F", "floor")
	fmt.Fprintf(&b, "%-34s %6.1f %6.1f %6.1f   F 90\n", "quoted content, word Jaccard 0.3", p3, r3, harmonic(p3, r3))
	fmt.Fprintf(&b, "%-34s %6.1f %6.1f %6.1f   F 82\n", "quoted content, word Jaccard 0.8", p8, r8, harmonic(p8, r8))
	fmt.Fprintf(&b, "%-34s %6.1f %6s %6s   90\n", "speaker of matched quoted content", share(s.Speaker, s.WithSource), "", "")
	dp, dr := share(s.DirectRight, s.DirectGot), share(s.DirectFound, s.Direct)
	fmt.Fprintf(&b, "%-34s %6.1f %6.1f %6.1f   P 92, R 88\n", "direct speech, 0.3", dp, dr, harmonic(dp, dr))
	sp, sr := share(s.SayRight, s.SayGot), share(s.SayFound, s.Say)
	fmt.Fprintf(&b, "%-34s %6.1f %6.1f %6.1f   P 88, R 70\n", "indirect, verbs of saying", sp, sr, harmonic(sp, sr))
	fmt.Fprintf(&b, "%-34s %6.1f\n", "speaker of the same", share(s.SaySpeaker, s.SaySource))
	fmt.Fprintf(&b, "\n%d quoted of %d marked, %d direct of %d, %d indirect of %d\n", s.QuotedGot, s.Quoted, s.DirectGot, s.Direct, s.SayGot, s.Say)
	return b.String()
}
