package score

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/story"
)

// StoryArticle is an article of ECB+ and the happening it tells of: the topic
// and which of its two subtopics.
type StoryArticle struct {
	*stemma.Article
	Topic string
	Gold  string
}

// ReadECB reads the articles of ECB+ under dir, in order of topic and name.
// Tokens are joined by spaces; the first sentence stands as the title, as in
// the articles these were cut from.
func ReadECB(dir string) ([]StoryArticle, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.xml"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var out []StoryArticle
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var doc struct {
			Tokens []struct {
				Sentence int    `xml:"sentence,attr"`
				Word     string `xml:",chardata"`
			} `xml:"token"`
		}
		if err := xml.Unmarshal(b, &doc); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		var text strings.Builder
		for _, t := range doc.Tokens {
			if t.Word == "" {
				continue
			}
			if text.Len() > 0 {
				text.WriteByte(' ')
			}
			text.WriteString(t.Word)
		}
		name := filepath.Base(path)
		topic := filepath.Base(filepath.Dir(path))
		kind := "ecb"
		if strings.Contains(name, "plus") {
			kind = "plus"
		}
		out = append(out, StoryArticle{&stemma.Article{ID: name, Kind: stemma.KindArticle, Text: text.String()}, topic, topic + kind})
	}
	return out, nil
}

// BCubed is B-cubed precision, recall and F1 of a grouping against gold.
func BCubed(got, gold map[string]string) (p, r, f float64) {
	n := 0.0
	var ids []string
	for id := range gold {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, a := range ids {
		same, sameGot, sameGold := 0.0, 0.0, 0.0
		for _, b := range ids {
			g, w := got[a] == got[b], gold[a] == gold[b]
			if g {
				sameGot++
			}
			if w {
				sameGold++
			}
			if g && w {
				same++
			}
		}
		p += same / sameGot
		r += same / sameGold
		n++
	}
	p, r = p/n, r/n
	return p, r, 2 * p * r / (p + r)
}

// StoryCard is the scorecard of stories: topics at even places were tuned on.
func StoryCard(as []StoryArticle) string {
	var b strings.Builder
	b.WriteString("Stories: ECB+ topics 1 to 35, two happenings of one kind in each; no dates. B-cubed, percent.\n")
	b.WriteString("part            articles  happenings  stories  precision  recall  F1\n")
	topics := map[string]int{}
	for _, a := range as {
		if _, ok := topics[a.Topic]; !ok {
			topics[a.Topic] = len(topics)
		}
	}
	for part, name := range []string{"even, tuned on", "odd, reported"} {
		var in []*stemma.Article
		gold, got := map[string]string{}, map[string]string{}
		kinds := map[string]bool{}
		for _, a := range as {
			if topics[a.Topic]%2 == part {
				in = append(in, a.Article)
				gold[a.ID] = a.Gold
				kinds[a.Gold] = true
			}
		}
		stories := story.Group(stemma.NewScene(in))
		for _, s := range stories {
			for _, id := range s.Articles {
				got[id] = s.ID
			}
		}
		p, r, f := BCubed(got, gold)
		fmt.Fprintf(&b, "%-14s %9d %11d %8d %10.1f %7.1f %5.1f\n", name, len(in), len(kinds), len(stories), 100*p, 100*r, 100*f)
	}
	return b.String()
}
