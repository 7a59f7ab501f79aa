package reuse

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// handle is the signature under an embedded post: "— Ana Ruiz (@anaruiz) May
// 3, 2020".
var handle = regexp.MustCompile(`(?:—|–|--|&mdash;)\s*[^—\n]{1,60}\(@\w{1,30}\)`)

// posts returns the spans of a that are somebody's post, printed without
// quotation marks: what stands before a signature in its paragraph, or the
// paragraph before it.
func posts(a *stemma.Article) []stemma.Span {
	if !strings.Contains(a.Text, "(@") {
		return nil
	}
	var out []stemma.Span
	ps := paragraphs(a)
	for i, p := range ps {
		s := a.Text[p.Start:p.End]
		if len(s) > 4*longFurniture {
			continue
		}
		for _, m := range handle.FindAllStringIndex(s, 8) {
			switch {
			case m[0] > 20:
				out = append(out, stemma.Span{Start: p.Start, End: p.Start + m[1]})
			case i > 0 && ps[i-1].Len() <= longFurniture:
				out = append(out, ps[i-1])
			}
		}
	}
	sortSpans(out)
	return out
}

// saidWords and saidPages say when words that stand without quotation marks
// are known as somebody's words: a run of so many of them stands in quotation
// marks in so many other articles.
const (
	saidWords = 8
	saidPages = 2
)

// markSaid marks words that other articles print in quotation marks: a speech
// given whole, a post shown as a picture with its words beside it. Who prints
// them without marks has copied the speaker, not the reporters. Cost: linear
// in the words, 12 bytes of memory for each word in quotation marks.
func markSaid(pages []*page) {
	in := map[uint64]int32{} // run in quotation marks -> page it was seen on; -1 for several
	for n, p := range pages {
		shingles := text.Shingles(p.words, saidWords)
		run := 0
		for i, k := range p.kind {
			if k != quoted {
				run = 0
				continue
			}
			if run++; run >= saidWords {
				h := shingles[i-saidWords+1]
				if first, ok := in[h]; !ok {
					in[h] = int32(n)
				} else if first != int32(n) {
					in[h] = -1
				}
			}
		}
	}
	for _, p := range pages {
		shingles := text.Shingles(p.words, saidWords)
		for i, h := range shingles {
			if first, ok := in[h]; !ok || first != -1 {
				continue
			}
			for k := i; k < i+saidWords; k++ {
				if p.kind[k] == plain {
					p.kind[k] = quoted
				}
			}
		}
		p.count()
	}
}

// union puts two lists of spans together, sorted by start.
func union(x, y []stemma.Span) []stemma.Span {
	out := slices.Concat(x, y)
	sortSpans(out)
	return out
}
