package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/outlet"
)

// mostAppeals is how many blocks said to the reader end a text at most.
const mostAppeals = 5

// trimEnds takes out of the body what stands at its ends and is no text: a
// picture's caption, a byline, a link to another article, a rule, the line below an entry of a feed, who holds the
// rights, who the writer is, what is said to the reader. It returns which of them are notices.
func (r *reader) trimEnds() (notices []int) {
	var names []string
	for _, x := range r.about.readings {
		if x.field == "byline" {
			names = append(names, splitNames(x.value)...)
		}
	}
	kept := r.body[:0:0]
	from := len(r.body) // what stands from here on is said to the reader
	for ; from > len(r.body)-mostAppeals && from > mostAppeals; from-- {
		if _, ok := dump.Aside(strings.Trim(string(r.of(&r.blocks[r.body[from-1]])), block.Space)); !ok {
			break
		}
	}
	for k, i := range r.body {
		text := strings.Trim(string(r.of(&r.blocks[i])), block.Space)
		if len(r.body) > mostAppeals && (k >= from || k < 3 && dump.Above(text)) {
			if notice, ok := dump.Aside(text); notice || !ok {
				notices = append(notices, i)
			}
			continue
		}
		if len(r.body) > mostAppeals && dump.Inserted(text) {
			continue
		}
		if name, ok := dump.AppearedFirst(text); ok && k > 0 {
			r.firstOn = name
			continue
		}
		if strings.Trim(text, "_-–—*=~ ") == "" {
			continue
		}
		if b := &r.blocks[i]; len(text) < 200 && int(b.linked)*10 >= b.text.len()*6 && dump.Related(text) {
			continue
		}
		if _, ok := imageSource(text); ok && r.within(r.blocks[i].node, tagFigure) || k < len(r.body)-2 && r.pictured(i, text, k < 4) || k < 4 && k < len(r.body)-2 && dump.HeadLine(text) {
			continue
		}
		if _, ok := dump.Rights(text); ok && k >= len(r.body)-3 && k > 0 || k >= len(r.body)-2 && k > 2 && dump.Writer(text, names) {
			notices = append(notices, i)
			continue
		}
		kept = append(kept, i)
	}
	if len(kept) > 0 {
		r.body = kept
	}
	if len(r.body) == 0 {
		return notices
	}
	for i := r.body[len(r.body)-1] + 1; i < min(len(r.blocks), r.body[len(r.body)-1]+5); i++ {
		if _, ok := dump.Rights(strings.Trim(string(r.of(&r.blocks[i])), block.Space)); ok && !slices.Contains(notices, i) {
			notices = append(notices, i)
		}
	}
	return notices
}

// pictured reports whether block i, of the first of the body, is the caption of
// a picture: its photographer stands behind it, and its element or its first
// words say what it is.
func (r *reader) pictured(i int, text string, head bool) bool {
	n := r.blocks[i].node
	if len(text) > 900 || !(head && (dump.Captioned(text) || r.within(n, tagFigcaption) || r.captionClass(n)) || len(text) <= mostCaption && r.belowPicture(i)) {
		return false
	}
	_, credit := dump.PhotoCredit(text) // the dearest question last
	if credit != "" {
		r.caps = append(r.caps, i)
	}
	return credit != ""
}

// belowPicture reports whether a picture stands between the words before block i
// and its own.
func (r *reader) belowPicture(i int) bool {
	from, to := 0, r.runs[r.blocks[i].runs.from].at.from
	if i > 0 {
		from = int(r.runs[r.blocks[i-1].runs.to-1].at.to)
	}
	return strings.Contains(strings.ToLower(r.src[from:max(from, int(to))]), "<img")
}

// pictureCredits adds the agencies that stand alone within the figures around
// the body: "<figure><img><span>Reuters</span>".
func (r *reader) pictureCredits(a *stemma.Article, lo, hi int) {
	for i := max(0, lo); i < min(hi, len(r.blocks)); i++ {
		b := &r.blocks[i]
		if b.text.len() < 2 || b.text.len() > 60 || !r.within(b.node, tagFigure) {
			continue
		}
		text := strings.Trim(string(r.of(b)), block.Space+".")
		if name, ok := imageSource(text); ok {
			a.PhotoCredits = append(a.PhotoCredits, name)
			continue
		}
		for _, p := range strings.Split(text, "/") {
			p = strings.Trim(p, block.Space)
			o, ok := outlet.Lookup(p)
			if ok && o.Kind == outlet.Agency || p == "Getty Images" {
				if !slices.Contains(a.PhotoCredits, text) {
					a.PhotoCredits = append(a.PhotoCredits, text)
				}
				break
			}
		}
	}
}

// imageSource is the name behind the words with which one broadcaster labels the
// credit of a picture.
func imageSource(s string) (string, bool) {
	s, ok := strings.CutPrefix(s, "Image source")
	s = strings.Trim(s, block.Space+",:")
	return s, ok && s != "" && len(s) < 60
}

// writtenIn fills the place of an article without a dateline from the lines
// above its text.
func (r *reader) writtenIn(a *stemma.Article) {
	if a.Place != "" || r.first < 0 {
		return
	}
	const enough = 4_000 // bytes of a text that says what is a place in it
	head := strings.ToValidUTF8(a.Text[:min(len(a.Text), enough)], "")
	for i := r.first - 1; i >= max(0, r.first-14); i-- {
		b := &r.blocks[i]
		if b.text.len() < 6 || b.text.len() > 120 {
			continue
		}
		text := strings.Trim(string(r.of(b)), block.Space)
		if p, ok := dump.WrittenIn(text, head, a.Outlet); ok {
			a.Place = p
			c := stemma.Candidate{Field: "place", Value: p, Where: "line", Chosen: true, Why: "named beside the writer, the outlet or the date"}
			if g, ok := r.text(i).Range(); ok {
				c.Range = g
			}
			a.Candidates = append(a.Candidates, c)
			return
		}
	}
}
