package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/dump"
)

// notices takes the blocks of the body that speak of the text itself out of
// the body: they stand in the article's Notices.
func (r *reader) notices() (notices []int) {
	more := r.trimEnds()
	kept := r.body[:0:0]
	for k, i := range r.body {
		text := string(r.of(&r.blocks[i]))
		if (k < 3 || k >= len(r.body)-4) && len(r.body) > 4 && dump.Notice(text) {
			notices = append(notices, i)
			continue
		}
		kept = append(kept, i)
	}
	r.body = kept
	notices = append(notices, more...)
	slices.Sort(notices)
	return notices
}

// credits reads the place and agency of the dateline, and the agencies that
// the last lines name.
func (r *reader) credits(a *stemma.Article) {
	for k, s := range a.Paragraphs {
		if k > 2 && k < len(a.Paragraphs)-3 {
			continue
		}
		text := a.Text[s.Start:s.End]
		if k <= 2 && a.Place == "" {
			if place, agency, at, end, ok := dump.Dateline(text); ok {
				a.Place = place
				r.said(a, "place", place, stemma.Span{Start: s.Start + at, End: s.Start + end}, "the dateline")
				if agency != "" {
					r.credit(a, agency, s, "an agency in the dateline")
				}
			}
		}
		if k >= len(a.Paragraphs)-3 {
			names, at, end := dump.Sources(text)
			for _, n := range names {
				r.credit(a, n, stemma.Span{Start: s.Start + at, End: s.Start + end}, "named as the source of the text")
			}
		}
	}
	for _, n := range a.Notices {
		if name, ok := dump.Rights(n); ok && !slices.Contains(a.Credits, name) && name != a.Outlet {
			a.Credits = append(a.Credits, name)
		}
		if l := dump.TranslatedFrom(n); l != "" && a.TranslatedFrom == "" {
			a.TranslatedFrom = l
		}
	}
}

func (r *reader) credit(a *stemma.Article, name string, at stemma.Span, why string) {
	if !slices.Contains(a.Credits, name) && !strings.EqualFold(name, a.Outlet) {
		a.Credits = append(a.Credits, name)
	}
	r.said(a, "credit", name, at, why)
}

// said keeps a reading of words of the article's text.
func (r *reader) said(a *stemma.Article, field, value string, at stemma.Span, why string) {
	c := stemma.Candidate{Field: field, Value: value, Where: "text", Chosen: true, Why: why}
	if rs := a.Ranges([]stemma.Span{at}); len(rs) > 0 {
		c.Range = stemma.Range{Start: rs[0].Start, End: rs[len(rs)-1].End}
	}
	a.Candidates = append(a.Candidates, c)
}

// captions are the words under the pictures beside the body that are not part
// of it, with the credits of the photographs cut off.
func (r *reader) captions(a *stemma.Article) {
	if r.first < 0 {
		return
	}
	lo, hi := r.first-12, r.body[len(r.body)-1]+3
	in := map[int]bool{}
	for _, i := range r.body {
		in[i] = true
	}
	r.pictureCredits(a, lo, hi)
	for i := max(0, lo); i < min(hi, len(r.blocks)); i++ {
		b := &r.blocks[i]
		if b.text.len() < 12 || b.text.len() > 1200 {
			continue
		}
		caption, credit := dump.PhotoCredit(string(r.of(b)))
		marked := slices.Contains(r.caps, i) || r.within(b.node, tagFigcaption) || r.captionClass(b.node)
		if !marked && (in[i] || b.text.len() > mostCaption || !credited(caption, credit)) {
			continue
		}
		if credit != "" {
			a.PhotoCredits = append(a.PhotoCredits, credit)
		}
		if !in[i] && caption != "" {
			a.Captions = append(a.Captions, caption)
		}
	}
}

// mostCaption is how many bytes a caption has at most that its photographer alone
// tells for one.
const mostCaption = 400

// credited reports whether words with the credit of a photograph behind them are a
// caption, whatever their element: "The mole in May. Photo: Ann Example".
func credited(caption, credit string) bool {
	low := strings.ToLower(caption + " " + credit)
	return credit != "" && len(strings.Fields(caption)) >= 2 && !strings.Contains(low, "copyright") && !strings.Contains(low, "powered by") && !strings.Contains(low, "rights reserved")
}

// aboveBody and belowBody are how many blocks beside the body are looked at for
// notices.
const (
	aboveBody = 40
	belowBody = 8
)

// noticed adds the notices that stand beside the body and are not of it, and the
// agency of the line below that names it with the outlet's own letters: "V24 / MIA".
func (r *reader) noticed(a *stemma.Article) {
	if r.first < 0 || len(r.body) == 0 {
		return
	}
	last := r.body[len(r.body)-1]
	for i := max(0, r.first-aboveBody); i < min(len(r.blocks), last+1+belowBody); i++ {
		b := &r.blocks[i]
		if n := b.text.len(); n < 6 || n > 700 || int(b.linked)*2 > n || i == r.title || slices.Contains(r.body, i) {
			continue
		}
		text := strings.Join(strings.Fields(string(r.of(b))), " ")
		var names []string
		if house, _, two := strings.Cut(text, "/"); two && i > last && i <= last+2 && len(text) < 40 && len(strings.TrimSpace(house)) <= 6 && house == strings.ToUpper(house) {
			names, _, _ = dump.Sources(text)
		}
		for _, n := range names {
			if !slices.Contains(a.Credits, n) {
				a.Credits = append(a.Credits, n)
			}
		}
		if (len(names) > 0 || len(text) >= 20 && dump.Notice(text)) && !slices.Contains(a.Notices, text) {
			a.Notices = append(a.Notices, text)
			if l := dump.TranslatedFrom(text); l != "" && a.TranslatedFrom == "" {
				a.TranslatedFrom = l
			}
		}
	}
}

func (p *page) captionClass(n int32) bool {
	for d := 0; d < 3 && n >= 0; d, n = d+1, p.nodes[n].parent {
		if c, _ := p.attr(n, keyClass); strings.Contains(c, "caption") || strings.Contains(c, "Caption") {
			return true
		}
	}
	return false
}
