package reuse

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/stemma-news/stemma"
)

// Relations of a copy.
const (
	Whole       = "whole"
	Part        = "part"
	RoundUp     = "round-up"       // a page that takes from several texts
	Quotation   = "quotation-only" // shared words said by somebody, not a copy of reporting
	Boilerplate = "boilerplate"    // words the house prints under many stories
	Repost      = "repost"         // a post that repeats an article or an earlier post
)

// Directions of a copy.
const (
	AToB    = "a-to-b"
	BToA    = "b-to-a"
	Unknown = "unknown"
)

// What makes shared words a copy. Two translators of one text, working apart,
// share runs of up to 20 words, up to a quarter of their words in runs of eight,
// and two thirds in smaller ones (measured on 100 blocks of 20 lines from Czech
// and German). Their texts run side by side; so of texts that do, a copy must
// show more than of texts that do not. Two pages that name one agency or bear
// one title have shown in another way that they may be of one text.
const (
	sideRun     = 24   // the longest run of own words, of texts side by side
	sideShare   = 0.30 // share of the shorter text in runs of longRun words, the same
	loneRun     = 20   // the longest run, where hardly anything else is shared
	loneShare   = 0.20 // and this is hardly anything
	copiedRun   = 17   // the longest run, of other texts
	copiedShare = 0.20 // share of the shorter text in runs of longRun words, the same
	copiedWords = 24   // and so many words of such runs at least
	looseShare  = 0.75 // share of the shorter text in passages, edits and all
	kindredRun  = 12   // the longest run where both name one agency or one title
	kindredLong = 20   // and so many words of runs of longRun words
	wholeShare  = 0.80 // of the words of one text: the whole of it
	shortText   = 40   // words of a text too short for the tests above
	shortWords  = 10   // equal words that make a copy of a short text
	saidRun     = 8    // equal words in quotation marks worth telling
	houseWords  = 12   // equal words of house furniture worth telling
)

// Compare returns the copies among articles, in order of their ids. quoted
// gives, by article id, the spans that stand in quotation marks: words shared
// only there are a shared statement, not a copy of reporting. Marks are also
// looked for here, so quoted may be nil.
//
// Each article is aligned only with those of the articles before it that the
// index finds. An article that stands within another (Holds) is not a copy of
// what holds it: they are the same bytes.
func Compare(articles []*stemma.Article, quoted map[string][]stemma.Span) []stemma.Copy {
	articles = slices.Clone(articles)
	slices.SortFunc(articles, func(a, b *stemma.Article) int { return cmp.Compare(a.ID, b.ID) })
	pages := make([]*page, len(articles))
	for i, a := range articles {
		pages[i] = newPage(a, quoted[a.ID])
	}
	markHouse(pages)
	markSaid(pages)
	var out []stemma.Copy
	leads := pageLeads{}
	signed := newSignatures(pages)
	for _, o := range overlaps(pages) {
		if c, ok := o.copy(signed); ok {
			leads[c.ID] = o.leads()
			out = append(out, c)
		}
	}
	out = append(out, reposts(articles)...)
	markRoundUps(out, leads)
	slices.SortFunc(out, func(x, y stemma.Copy) int {
		return cmp.Or(cmp.Compare(x.A.Article, y.A.Article), cmp.Compare(x.B.Article, y.B.Article), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// overlaps aligns each page with its candidates among those before it.
func overlaps(pages []*page) []*overlap {
	var out []*overlap
	x := NewIndex()
	bySeed := map[int]*seeds{}
	for _, b := range pages {
		prints := b.prints()
		for _, n := range x.candidates(prints) {
			a := pages[n]
			if within(a.a, b.a) {
				continue
			}
			s := bySeed[n]
			if s == nil {
				s = newSeeds(a)
				if len(bySeed) >= 1024 {
					clear(bySeed)
				}
				bySeed[n] = s
			}
			if p := align(a, b, s); len(p) > 0 {
				out = append(out, newOverlap(a, b, p))
			}
		}
		x.add(b.a.ID, prints)
	}
	return out
}

// within reports whether one of the two stands within the other.
func within(a, b *stemma.Article) bool {
	return string(a.Within) == b.ID || string(b.Within) == a.ID
}

// copied reports whether the words shared outside quotation marks and house
// furniture are more than independent reports would share. kindred says that
// the two pages name one agency or bear one title.
func (o *overlap) copied(kindred bool) bool {
	shorter := min(o.a.own, o.b.own)
	equal := min(o.ownA, o.ownB)
	if shorter < shortText {
		return equal >= shortWords && share(equal, shorter) >= wholeShare
	}
	loose, long := share(equal, shorter), share(o.long, shorter)
	switch {
	case loose >= looseShare, o.longest >= sideRun, o.long >= copiedWords && long >= sideShare,
		o.longest >= loneRun && loose < loneShare:
		return true
	case o.sideBySide():
		return false
	}
	return o.longest >= copiedRun || o.long >= copiedWords && long >= copiedShare ||
		kindred && o.longest >= kindredRun && o.long >= kindredLong
}

// same reports whether the two texts are word for word the same, whatever
// kinds of words they are.
func (o *overlap) same() bool {
	return o.equal >= shortWords && o.equal*10 >= max(len(o.a.words), len(o.b.words))*9
}

// copy judges o; ok is false where nothing worth telling is shared.
func (o *overlap) copy(signed signatures) (c stemma.Copy, ok bool) {
	a, b := o.a.a, o.b.a
	c = stemma.Copy{
		Type: "copy", ID: stemma.ID(stemma.CopyID, a.ID, b.ID),
		A: stemma.CopySide{Article: a.ID}, B: stemma.CopySide{Article: b.ID},
		Direction: Unknown,
		Same:      share(o.ownB+o.saidB, o.b.own+o.b.said),
		SameA:     share(o.ownA+o.saidA, o.a.own+o.a.said),
		SameOwn:   share(o.ownB, o.b.own), SameOwnA: share(o.ownA, o.a.own),
		SameSaid: share(o.saidB, o.b.said), SameSaidA: share(o.saidA, o.a.said),
		Words: o.long, Run: o.longest,
	}
	c.A.Spans, c.B.Spans = o.spans()
	rule := ""
	switch {
	case o.same() || o.copied(signed.kindred(o.a, o.b)):
		c.Direction, c.Why = direction(a, b, o)
		c.Relation, rule = o.relation(c.Direction), "alignment"
		c.Sure = sureOf(o)
	case o.longestSaid >= saidRun:
		c.Relation, rule, c.Sure = Quotation, "quotation", 0.9
		c.Why = []string{"the words shared stand in quotation marks"}
	case o.houseB >= houseWords:
		c.Relation, rule, c.Sure = Boilerplate, "boilerplate", 0.9
		c.Why = []string{"the words shared are printed under many stories"}
	default:
		return c, false
	}
	c.Why = append(c.Why, o.counts()...)
	c.Derived = stemma.Derived{By: stemma.By{Stage: stage, Version: Version, Rule: rule}, Sure: c.Sure, Since: 1}
	return c, true
}

// relation tells a copied whole from a part, and a post from an article.
func (o *overlap) relation(direction string) string {
	if o.a.a.Kind == stemma.KindPost || o.b.a.Kind == stemma.KindPost {
		return Repost
	}
	if o.same() {
		return Whole
	}
	ofA, ofB := share(o.ownA, o.a.own), share(o.ownB, o.b.own)
	target := max(ofA, ofB)
	switch direction {
	case AToB:
		target = ofB
	case BToA:
		target = ofA
	}
	if target >= wholeShare {
		return Whole
	}
	return Part
}

// sureOf is how sure it is that words were copied at all.
func sureOf(o *overlap) float64 {
	switch {
	case o.longest >= 2*copiedRun:
		return 0.99
	case o.longest >= sideRun:
		return 0.95
	case o.same():
		return 0.95
	}
	return 0.8
}

// counts says in words how much is shared.
func (o *overlap) counts() []string {
	why := []string{fmt.Sprintf("outside quotation marks %d of %d words of the first stand in the second, %d of %d of the second in the first; the longest run is %d words",
		o.ownA, o.a.own, o.ownB, o.b.own, o.longest)}
	if o.saidA+o.saidB > 0 {
		why = append(why, fmt.Sprintf("inside quotation marks %d of %d and %d of %d words", o.saidA, o.a.said, o.saidB, o.b.said))
	}
	return why
}

// reposts returns the copies that pages tell of themselves: a post that quotes
// an earlier post, a page whose text repeats an article that stands elsewhere.
func reposts(articles []*stemma.Article) []stemma.Copy {
	byID := map[string]*stemma.Article{}
	for _, a := range articles {
		byID[a.ID] = a
	}
	var out []stemma.Copy
	for _, post := range articles {
		held := map[string][]stemma.Span{}
		for _, h := range post.Holds {
			if e := byID[h.Article]; e != nil && h.Article != post.ID && !within(e, post) {
				held[h.Article] = append(held[h.Article], h.Span)
			}
		}
		for _, earlier := range articles {
			if spans := held[earlier.ID]; spans != nil {
				out = append(out, repost(earlier, post, spans))
			}
		}
	}
	return out
}

// repost is the copy of earlier that post holds at spans.
func repost(earlier, post *stemma.Article, spans []stemma.Span) stemma.Copy {
	sortSpans(spans)
	a := newPage(earlier, nil)
	block := &stemma.Article{ID: post.ID, Text: post.Text}
	last := 0
	for _, s := range spans { // all but the quoted blocks is held away
		block.Holds = append(block.Holds, stemma.Held{Span: stemma.Span{Start: last, End: s.Start}})
		last = max(last, s.End)
	}
	block.Holds = append(block.Holds, stemma.Held{Span: stemma.Span{Start: last, End: len(post.Text)}})
	block.Holds = slices.DeleteFunc(block.Holds, func(h stemma.Held) bool { return h.Len() <= 0 })
	b := newPage(block, nil)
	c := stemma.Copy{
		Type: "copy", ID: stemma.ID(stemma.CopyID, earlier.ID, post.ID, "held"),
		A: stemma.CopySide{Article: earlier.ID}, B: stemma.CopySide{Article: post.ID},
		Direction: AToB, Relation: Repost,
		Why:     []string{"the page marks these words as repeated from there"},
		Derived: stemma.Derived{By: stemma.By{Stage: stage, Version: Version, Rule: "held"}, Sure: 0.99, Since: 1},
	}
	if p := align(a, b, newSeeds(a)); len(p) > 0 {
		o := newOverlap(a, b, p)
		c.A.Spans, c.B.Spans = o.spans()
		c.SameA = share(o.ownA+o.saidA, a.own+a.said)
		c.Same = share(o.ownB+o.saidB, len(newPage(&stemma.Article{Text: post.Text}, nil).words))
	} else if len(earlier.Text) > 0 {
		c.A.Spans = []stemma.Span{{Start: 0, End: len(earlier.Text)}}
		c.B.Spans = spans[:1]
	}
	return c
}
