package reuse

import (
	"sort"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// What makes a paragraph the house's: it stands in houseStories articles of
// one outlet that have little else in common.
const (
	houseStories = 3
	houseLeast   = 3   // words of such a paragraph
	houseMost    = 0.5 // share of an article above which it is a reprint of the story itself
)

// markHouse marks the paragraphs an outlet prints under unrelated stories:
// "About the author", a standing plea for money, the same background line.
func markHouse(pages []*page) {
	type key struct {
		outlet string
		hash   uint64
	}
	type place struct {
		page     int
		from, to int // words
	}
	places := map[key][]place{}
	for n, p := range pages {
		if p.a.Outlet == "" {
			continue
		}
		seen := map[uint64]bool{}
		for _, s := range paragraphs(p.a) {
			from := sort.Search(len(p.words), func(i int) bool { return int(p.words[i].Start) >= s.Start })
			to := sort.Search(len(p.words), func(i int) bool { return int(p.words[i].Start) >= s.End })
			if to-from < houseLeast {
				continue
			}
			h := paragraphHash(p.words[from:to])
			if !seen[h] {
				seen[h] = true
				k := key{p.a.Outlet, h}
				places[k] = append(places[k], place{n, from, to})
			}
		}
	}
	// Words of each page that stand in paragraphs several articles have: a page
	// made mostly of them is another printing of one story, and keeps them.
	repeated := make([]int, len(pages))
	for _, at := range places {
		if len(at) >= houseStories {
			for _, l := range at {
				repeated[l.page] += l.to - l.from
			}
		}
	}
	found := map[uint64]bool{} // what is one house's is its sister's too
	for k, at := range places {
		stories := 0
		for _, l := range at {
			if share(repeated[l.page], len(pages[l.page].words)) < houseMost {
				stories++
			}
		}
		if stories >= houseStories {
			found[k.hash] = true
		}
	}
	for k, at := range places {
		if !found[k.hash] {
			continue
		}
		for _, l := range at {
			p := pages[l.page]
			p.mark([]stemma.Span{{Start: int(p.words[l.from].Start), End: int(p.words[l.to-1].End)}}, house)
		}
	}
	for _, p := range pages {
		p.count()
	}
}

func paragraphHash(words []text.Fold) uint64 {
	return text.Shingles(words, len(words))[0]
}
