package view

import (
	"context"
	"encoding/json"
	"fmt"
	"sort"

	"github.com/stemma-news/stemma"
)

// voices is how many articles of a story are how many texts.
type voices struct {
	what     string // article, or post where a story has nothing else
	written  int    // of these
	on       int    // captures they stand on
	texts    int    // that do not descend from one another
	repeated bool   // two of them share a text
}

// Several says that there is something for Voices to tell.
func (v voices) Several() bool { return v.written > 1 }

// Voices is the sentence a newcomer needs: "3 articles on 2 pages are 2 voices:
// the rest repeat one of them." Posts are no articles and are not counted,
// unless the story has nothing else.
func (v voices) Voices() string {
	out := count(v.written, v.what) + " on " + count(v.on, "page") + " " + are(v.written) + " " + count(v.texts, "voice")
	switch {
	case !v.repeated:
		return out + ": none repeats another."
	case v.texts == 1:
		return out + ": they repeat one text."
	case v.written > v.texts:
		return out + ": the rest repeat one of them."
	}
	return out + ": some repeat parts of others."
}

// climb counts what stands behind the story, over all its articles: pages and
// publishers, families, and every source that a line of it names.
func (r *Reader) climb(ctx context.Context, s *Story, all []Brief) error {
	s.what = stemma.KindPost
	for _, a := range all {
		if a.Kind == stemma.KindArticle {
			s.what = stemma.KindArticle
		}
	}
	pages, on, publishers := map[string]bool{}, map[string]bool{}, map[string]bool{}
	texts := map[string]int{}
	for _, a := range all {
		pages[a.Capture] = true
		if a.Kind == stemma.KindArticle {
			publishers[a.Publisher] = true
		}
		if a.Kind != s.what {
			continue
		}
		s.written++
		on[a.Capture] = true
		fs, err := r.familiesOf(ctx, a.ID)
		if err != nil {
			return err
		}
		if len(fs) == 0 {
			texts["alone:"+a.ID]++
		}
		for _, f := range fs {
			texts[f.ID]++
		}
	}
	for _, n := range texts {
		s.repeated = s.repeated || n > 1
	}
	s.on, s.texts = len(on), len(texts)
	s.Pages, s.Publishers, s.Texts = len(pages), len(publishers), len(texts)
	sources := s.shownSources()
	if len(all) > len(s.Articles) {
		var err error
		if sources, err = r.sourcesIn(ctx, all); err != nil {
			return err
		}
	}
	for n := range sources {
		s.Sources = append(s.Sources, n)
	}
	sort.Strings(s.Sources)
	return nil
}

// shownSources are the sources that the lines shown name.
func (s *Story) shownSources() map[string]bool {
	out := map[string]bool{}
	name := func(st Standing) {
		for _, n := range st.Ladder().Sources {
			out[n] = true
		}
	}
	for _, x := range s.Sayings {
		name(x.Standing)
	}
	for _, x := range s.Events {
		name(x.Standing)
	}
	for _, l := range s.Ledgers {
		for _, c := range l.Claims {
			for _, e := range c.Entries {
				name(e.Standing)
			}
		}
	}
	return out
}

// sourcesIn are the sources that the sayings, events and figures of articles
// name. Of each line it decodes what it joins to and no more.
func (r *Reader) sourcesIn(ctx context.Context, articles []Brief) (map[string]bool, error) {
	var lines []string
	seen := map[string]bool{}
	for _, a := range articles {
		for _, typ := range []string{"quote", "telling", "figure"} {
			err := r.rec.About(ctx, typ, a.ID, func(id string, line []byte) error {
				var l struct{ Article, Saying, Event string }
				if err := json.Unmarshal(line, &l); err != nil {
					return fmt.Errorf("read %s %s: %w", typ, id, err)
				}
				of := map[string]string{"quote": l.Saying, "telling": l.Event, "figure": id}[typ]
				if l.Article == a.ID && of != "" && !seen[of] {
					seen[of] = true
					lines = append(lines, of)
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
	}
	out := map[string]bool{}
	for _, of := range lines {
		st, err := r.Standing(ctx, of)
		if err != nil {
			return nil, err
		}
		for _, n := range st.Ladder().Sources {
			out[n] = true
		}
	}
	return out, nil
}
