package score

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/event"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/quote"
	"github.com/stemma-news/stemma/internal/reuse"
	"github.com/stemma-news/stemma/internal/story"
)

// JoinedArticle is an article of ECB+ with the mentions of events that its
// readers joined across articles.
type JoinedArticle struct {
	stemma.Article
	Topic, Half string // Half: which of the topic's two happenings
	Odd         bool   // of a topic that reports
	Annotated   []stemma.Span
	Mentions    []JoinedMention
	n           int
}

// JoinedMention is one mention; Instance is its event.
type JoinedMention struct {
	stemma.Span
	Instance string
}

// ReadJoined reads ECB+ under dir, in order of topic and name, its tokens set
// as text. The articles have no days: each gets one on which the weekday or
// date its happening's articles name most is the news of the day or the day
// before.
func ReadJoined(dir string) ([]JoinedArticle, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	topics := map[string]int{}
	var out []JoinedArticle
	for _, path := range files {
		a, err := readJoined(path)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		if _, ok := topics[a.Topic]; !ok {
			topics[a.Topic] = len(topics)
		}
		a.Odd = topics[a.Topic]%2 == 1
		out = append(out, a)
	}
	setDays(out)
	return out, nil
}

func readJoined(path string) (a JoinedArticle, err error) {
	type refs []struct {
		ID string `xml:"m_id,attr"`
	}
	var in struct {
		Tokens []struct {
			ID       string `xml:"t_id,attr"`
			Sentence int    `xml:"sentence,attr"`
			Word     string `xml:",chardata"`
		} `xml:"token"`
		Marks struct {
			All []struct {
				XMLName xml.Name
				ID      string `xml:"m_id,attr"`
				Anchors []struct {
					ID string `xml:"t_id,attr"`
				} `xml:"token_anchor"`
			} `xml:",any"`
		} `xml:"Markables"`
		Relations struct {
			Across []struct {
				Note    string `xml:"note,attr"`
				Sources refs   `xml:"source"`
			} `xml:"CROSS_DOC_COREF"`
			Within []struct {
				ID      string `xml:"r_id,attr"`
				Sources refs   `xml:"source"`
			} `xml:"INTRA_DOC_COREF"`
		} `xml:"Relations"`
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return a, err
	}
	if err := xml.Unmarshal(b, &in); err != nil {
		return a, err
	}
	name := filepath.Base(path)
	a.Topic, a.Half = filepath.Base(filepath.Dir(path)), "ecb"
	if strings.Contains(name, "plus") {
		a.Half = "plus"
	}
	fmt.Sscanf(strings.TrimPrefix(name, a.Topic+"_"), "%d", &a.n)
	var text strings.Builder
	at, in1 := map[string]stemma.Span{}, map[string]int{}
	var lines []stemma.Span
	glued, quoted, sentence := true, false, -1
	for _, t := range in.Tokens {
		w := strings.TrimSpace(t.Word)
		if w == "" {
			continue
		}
		if t.Sentence != sentence {
			if sentence >= 0 {
				text.WriteString("\n")
			}
			lines = append(lines, stemma.Span{Start: text.Len()})
			glued, quoted, sentence = true, false, t.Sentence
		}
		left := strings.ContainsAny(w[:1], ".,;:!?)%'") || w == "n't" || w == "”" || strings.HasPrefix(w, "’")
		if w == `"` {
			left, quoted = quoted, !quoted
		}
		if !glued && !left {
			text.WriteString(" ")
		}
		s := stemma.Span{Start: text.Len()}
		text.WriteString(w)
		s.End = text.Len()
		at[t.ID], in1[t.ID] = s, len(lines)-1
		lines[len(lines)-1].End = s.End
		glued = strings.ContainsAny(w[:1], "($`") || w == "“" || w == `"` && quoted
	}
	of := map[string]string{}
	for _, r := range in.Relations.Across {
		for _, s := range r.Sources {
			of[s.ID] = r.Note
		}
	}
	for _, r := range in.Relations.Within {
		for _, s := range r.Sources {
			of[s.ID] = name + " " + r.ID
		}
	}
	marked := map[int]bool{}
	for _, m := range in.Marks.All {
		if len(m.Anchors) == 0 {
			continue
		}
		for _, x := range m.Anchors {
			marked[in1[x.ID]] = true
		}
		if n := m.XMLName.Local; !strings.HasPrefix(n, "ACTION") && !strings.HasPrefix(n, "NEG") {
			continue
		}
		e := JoinedMention{Span: at[m.Anchors[0].ID], Instance: of[m.ID]}
		e.End = at[m.Anchors[len(m.Anchors)-1].ID].End
		if e.Instance == "" {
			e.Instance = name + " " + m.ID
		}
		a.Mentions = append(a.Mentions, e)
	}
	for i, l := range lines {
		if marked[i] {
			a.Annotated = append(a.Annotated, l)
		}
	}
	a.Article = stemma.Article{Type: "article", ID: "a" + name, Capture: "c" + name, Page: name, Kind: stemma.KindArticle, Text: text.String(), Lang: "en", Slot: "main", Paragraphs: lines,
		Source: []stemma.Source{{Span: stemma.Span{End: text.Len()}, Range: stemma.Range{End: text.Len()}}}}
	if len(lines) > 0 {
		a.Title = a.Text[lines[0].Start:lines[0].End]
	}
	return a, nil
}

var (
	weekdays = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	wholeDay = regexp.MustCompile(`(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}`)
)

// setDays gives the articles their days, two years or more between the two
// happenings of a topic that name no day of theirs.
func setDays(as []JoinedArticle) {
	type half struct{ topic, half string }
	named := map[half]*[7]int{}
	whole := map[half]map[string]int{}
	for i := range as {
		h := half{as[i].Topic, as[i].Half}
		if named[h] == nil {
			named[h], whole[h] = &[7]int{}, map[string]int{}
		}
		for k, w := range weekdays {
			named[h][k] += strings.Count(as[i].Text, w)
		}
		for _, d := range wholeDay.FindAllString(as[i].Text, -1) {
			whole[h][d]++
		}
	}
	for i := range as {
		a := &as[i]
		h := half{a.Topic, a.Half}
		most := 0
		for k, n := range named[h] {
			if n > named[h][most] {
				most = k
			}
		}
		topic := 0
		fmt.Sscanf(a.Topic, "%d", &topic)
		day := time.Date(2010, 3, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 35*topic)
		if a.Half == "plus" {
			day = day.AddDate(2, 5, 0)
		}
		for int(day.Weekday()) != most {
			day = day.AddDate(0, 0, 1)
		}
		if d := oftenest(whole[h]); d != "" {
			day, _ = time.Parse("January 2, 2006", d)
		}
		day = day.AddDate(0, 0, a.n%2)
		a.Published = &stemma.Date{From: day, Until: day.AddDate(0, 0, 1), Zone: "UTC"}
	}
}

// oftenest is what is named twice or more and most; of equals the first.
func oftenest(n map[string]int) string {
	best := ""
	for d, k := range n {
		if k > 1 && (best == "" || k > n[best] || k == n[best] && d < best) {
			best = d
		}
	}
	return best
}

// factsOf are the facts of an article that events need.
func factsOf(a *stemma.Article) (f stemma.Facts) {
	d := lang.Analyse(a.Text, nil)
	f.Mentions = entity.Find(a, d)
	f.Quotes = quote.Find(a, d, f.Mentions)
	f.Tellings = event.Find(a, d, f.Mentions, f.Quotes)
	return f
}

// Pair is two tellings that names and days leave apart, what tells whether
// they are of one happening, and whether readers say so.
type Pair struct {
	Signs []string
	Same  bool
	Topic string
}

// TellingPairs are those of articles of one topic that have a label: ECB+'s
// readers joined across articles what they joined, and of harm and mishaps they
// hold apart the blow, the wound and the death, so that two words for these
// within one happening have no label.
func TellingPairs(as []JoinedArticle) (out []Pair) {
	eachTopic(as, func(in []*JoinedArticle) {
		byID, times := map[string]*JoinedArticle{}, map[string]map[string]bool{}
		var articles []*stemma.Article
		mentions := map[string][]stemma.Mention{}
		var quotes []stemma.Quote
		var tellings []stemma.Telling
		for _, a := range in {
			f := factsOf(&a.Article)
			byID[a.ID] = a
			articles, mentions[a.ID] = append(articles, &a.Article), f.Mentions
			quotes, tellings = append(quotes, f.Quotes...), append(tellings, f.Tellings...)
			for _, m := range a.Mentions {
				if times[m.Instance] == nil {
					times[m.Instance] = map[string]bool{}
				}
				times[m.Instance][a.ID] = true
			}
		}
		sc := stemma.NewScene(articles)
		sc.Copies = reuse.Compare(sc.Articles, nil)
		sc.Stories = story.Group(sc)
		sc.Families = reuse.Families(sc)
		entity.Join(sc, mentions)
		quote.Resolve(sc, quotes)
		event.Resolve(sc, tellings)
		event.EachPair(sc, tellings, func(t, u *stemma.Telling, signs []string) {
			a, b := byID[t.Article], byID[u.Article]
			x, y := a.instance(t), b.instance(u)
			if x != "" && y != "" && labelled(t, u, a, b, x, y, times) {
				out = append(out, Pair{signs, x == y, a.Topic})
			}
		})
	})
	return out
}

// labelled reports whether readers say if two tellings are of one happening.
func labelled(t, u *stemma.Telling, a, b *JoinedArticle, x, y string, times map[string]map[string]bool) bool {
	switch {
	case x == y || a.Half != b.Half:
		return true
	case len(times[x]) < 2 || len(times[y]) < 2:
		return false // told in one article: nobody looked for it elsewhere
	}
	return t.Kind != "OTHER" && t.Kind != "ASSAULT" || t.By.Rule == u.By.Rule
}

// instance is the event readers marked where t is told, "" for none.
func (a *JoinedArticle) instance(t *stemma.Telling) string {
	if s, ok := trigger(&a.Article, t); ok {
		for _, m := range a.Mentions {
			if m.Overlaps(s) {
				return m.Instance
			}
		}
	}
	return ""
}

// eachTopic calls f with the articles of each topic.
func eachTopic(as []JoinedArticle, f func(in []*JoinedArticle)) {
	for i := 0; i < len(as); {
		var in []*JoinedArticle
		for t := as[i].Topic; i < len(as) && as[i].Topic == t; i++ {
			in = append(in, &as[i])
		}
		f(in)
	}
}

// RetoldCard is the scorecard of joining over ECB+.
func RetoldCard(as []JoinedArticle) string {
	type counts struct{ pairs, both, joined, links, right int }
	var c [2]counts
	eachTopic(as, func(in []*JoinedArticle) {
		n := &c[0]
		if in[0].Odd {
			n = &c[1]
		}
		input := pipeline.Input{Facts: map[string]stemma.Facts{}}
		byID, times := map[string]*JoinedArticle{}, map[string]map[string]bool{}
		for _, a := range in {
			byID[a.ID] = a
			input.Captures = append(input.Captures, stemma.Capture{Type: "capture", ID: a.Capture, Page: a.Page})
			input.Articles = append(input.Articles, a.Article)
			input.Facts[a.ID] = factsOf(&a.Article)
			for _, m := range a.Mentions {
				if times[m.Instance] == nil {
					times[m.Instance] = map[string]bool{}
				}
				times[m.Instance][a.ID] = true
			}
		}
		type place struct{ instance, article string }
		got := map[place][]string{}
		var ts []*stemma.Telling
		var of []string
		r := pipeline.Resolve(input)
		for i := range r.Tellings {
			t := &r.Tellings[i]
			if x := byID[t.Article].instance(t); x != "" {
				got[place{x, t.Article}] = append(got[place{x, t.Article}], string(t.Event))
				ts, of = append(ts, t), append(of, x)
			}
		}
		for x, articles := range times {
			var ids []string
			for id := range articles {
				ids = append(ids, id)
			}
			for i := range ids {
				for k := i + 1; k < len(ids); k++ {
					n.pairs++
					p, q := got[place{x, ids[i]}], got[place{x, ids[k]}]
					if len(p) == 0 || len(q) == 0 {
						continue
					}
					n.both++
					if slices.ContainsFunc(p, func(e string) bool { return slices.Contains(q, e) }) {
						n.joined++
					}
				}
			}
		}
		for i, t := range ts {
			for k := i + 1; k < len(ts); k++ {
				u := ts[k]
				if t.Article != u.Article && t.Event == u.Event && labelled(t, u, byID[t.Article], byID[u.Article], of[i], of[k], times) {
					n.links++
					if of[i] == of[k] {
						n.right++
					}
				}
			}
		}
	})
	var b strings.Builder
	b.WriteString("Joining over ECB+ (its articles given days): pairs of articles that tell of one happening; those where both tellings are found; those joined; and of the pairs of tellings that are joined, how many readers join.\n")
	b.WriteString("part            pairs of articles   both told  joined  pairs of tellings  right\n")
	for i, name := range []string{"even, tuned on", "odd, reported"} {
		n := c[i]
		pc := func(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }
		fmt.Fprintf(&b, "%-14s %18d %11d %7.1f %18d %6.1f\n", name, n.pairs, n.both, pc(n.joined, n.both), n.links, pc(n.right, n.links))
	}
	return b.String()
}
