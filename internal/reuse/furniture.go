package reuse

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"github.com/stemma-news/stemma"
)

//go:embed furniture.txt
var furnitureList string

//go:embed captions.txt
var captionList string

var phrases = sync.OnceValue(func() *matcher {
	m := map[string]class{"in this ": photoClass}
	for _, w := range lines(furnitureList) {
		m[w] |= noticeClass
	}
	for _, w := range lines(captionList) {
		m[w] |= captionClass
	}
	return newMatcher(m)
})

// inThisPhoto is how agencies begin a caption: "In this May 3, 2019, photo,".
var inThisPhoto = regexp.MustCompile(`(?i)\bin this [^.!?]{0,40}(?:photo|image|picture|handout)\b`)

// lines returns the lines of an embedded list, without comments.
func lines(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		l = strings.TrimRight(l, "\r\n")
		if l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out
}

// longFurniture is the length in bytes above which a paragraph is no notice of
// the house, whatever words it has.
const longFurniture = 600

// longCaption is the same for captions: agencies retell the story in them.
const longCaption = 1500

// furniture returns the paragraphs of a that speak about the page or a picture
// and not of news: "All rights reserved.", "Sign up for our newsletter.",
// "... (AP Photo/Ana Ruiz)". Shared, they say nothing of who copied whom.
func furniture(a *stemma.Article) []stemma.Span {
	var out []stemma.Span
	for _, p := range paragraphs(a) {
		if p.Len() > longCaption {
			continue
		}
		s := a.Text[p.Start:p.End]
		c := phrases().classes(s)
		if c&noticeClass != 0 && p.Len() <= longFurniture || c&captionClass != 0 || c&photoClass != 0 && inThisPhoto.MatchString(s) {
			out = append(out, p)
		}
	}
	return out
}
