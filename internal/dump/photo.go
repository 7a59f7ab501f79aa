package dump

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

var photoWords = []string{"photo", "photos", "file photo", "photograph", "getty", "getty images", "shutterstock", "istock", "pixabay", "unsplash", "flickr", "wikimedia", "wikimedia commons", "epa", "screengrab", "screenshot", "handout", "file", "fot", "foto", "fotos", "crédit", "archiv", "archivo", "imagen", "courtesy", "picture", "image", "pool", "via", "фото", "صورة", "图", "摄", "写真"}

// shortPhoto are words for a photograph that are printed cut short.
var shortPhoto = map[string]bool{"fot": true, "foto": true, "ph": true, "phot": true, "il": true, "abb": true, "cred": true}

// photoCredit cuts the credit of a photograph off the end of a caption:
// "... on Friday. (AFP/Ann Example)", "... in May. REUTERS FILE PHOTO",
// "... | Photo: dpa". credit is "" where none stands there.
func photoCredit(s string) (caption, credit string) {
	t := strings.TrimRight(s, block.Space)
	if p := prefixed(t, []string{"photographs by ", "photography by ", "photos by ", "photo by ", "pictures by "}); p != "" && len(strings.Fields(t)) <= 7 && titled(t[len(p):]) && !strings.ContainsAny(t, ".:") {
		return "", t[len(p):]
	}
	if strings.HasSuffix(t, ")") || strings.HasSuffix(t, "）") || strings.HasSuffix(t, "]") {
		i := strings.LastIndexAny(t, "([（")
		if k := strings.LastIndex(t, ". "); i < 0 && photographic(t[k+1:]) { // "... in May. AP Photo/Ann Example)": half a bracket
			return t[:k+1], strings.Trim(t[k+1:], ")] ")
		}
		if i >= 0 && len(t)-i < 120 {
			in := strings.Trim(t[i:], "()[]（）")
			if _, ok := agency(in); ok { // "(AP Photo/Ann Example) (AP)"
				if c, credit := photoCredit(t[:i]); credit != "" && strings.HasSuffix(strings.TrimRight(t[:i], block.Space), ")") {
					return c, credit
				}
			}
			if photographic(in) || byCamera(in) {
				return strings.TrimRight(t[:i], block.Space), strings.TrimSpace(in)
			}
		}
		return s, ""
	}
	for _, label := range []string{" CREDIT: ", " Credit: ", " Photograph: ", " PHOTO: ", " Photo: ", " Photo credit: ", " Picture: ", " Image: ", " Foto: ", " Bild: ", " Fotó: ", " Photos: ", " Crédit photo : ", " Crédit : ", " © "} {
		i := strings.LastIndex(t, label)
		if i < 12 {
			continue
		}
		name := strings.Trim(t[i+len(label):], block.Space+".")
		if n := len(strings.Fields(name)); n > 0 && n <= 8 && titleish(name) {
			return strings.TrimRight(t[:i], block.Space+"|–—/"), name
		}
	}
	for _, sep := range []string{". ", ".” ", ".\" ", " | ", " – ", " — ", " / ", "。", "©", "! "} {
		i := strings.LastIndex(t, sep)
		if sep == ". " && i > 0 { // "... in May. Fot. Ann Example": the word is short for one
			if j := strings.LastIndex(t[:i], sep); j > 0 && shortPhoto[strings.ToLower(t[j+2:i])] {
				i = j
			}
		}
		if i < 0 {
			continue
		}
		at := i + len(sep)
		if sep == "©" {
			at = i
		}
		rest := t[at:]
		if n := len(strings.Fields(rest)); n == 0 || n > 8 || strings.HasSuffix(rest, ".") && n > 4 {
			continue
		}
		if photographic(rest) {
			end := i + len(strings.TrimRight(sep, " |–—/©"))
			rest = strings.TrimLeft(rest, "|–—/ ")
			return strings.TrimRight(t[:end], block.Space+"|–—/"), strings.Trim(rest, block.Space+".|–—/")
		}
	}
	return s, ""
}

// photographic reports whether s is a photograph's credit: an agency with a
// photographer or the word photo, "Photo: ...", "© AFP".
func photographic(s string) bool {
	low := strings.ToLower(strings.TrimSpace(s))
	for _, p := range []string{"photo:", "photo by", "pic by", "pix by", "picture by", "pictures by", "photos by", "photo :", "photos:", "foto:", "fotos:", "fot.", "fot:", "bild:", "image:", "image credit", "credit:", "crédit", "pic:", "picture:", "©", "фото:", "photograph:", "photographs:", "photo/", "ap photo", "copyright", "imagen:", "صورة:", "courtesy of", "illustration:"} {
		if strings.HasPrefix(low, p) {
			return len(strings.Fields(s)) <= 12
		}
	}
	if len(strings.Fields(s)) > 10 {
		return false
	}
	word := contains(low, photoWords) != ""
	i := strings.IndexAny(s, "/|")
	if i > 0 {
		for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '|' || r == ',' }) {
			if _, ok := agency(part); ok || contains(strings.ToLower(part), []string{"getty", "afp", "reuters", "epa", "dpa"}) != "" {
				return true
			}
		}
	}
	return word && len(strings.Fields(s)) <= 7 && (len(directory.FindIn(s)) > 0 || contains(low, []string{"photo", "photos", "foto", "getty", "getty images", "shutterstock", "istock", "pixabay", "unsplash", "flickr", "wikimedia", "wikimedia commons", "handout", "screenshot", "screengrab", "фото"}) != "") && titleish(s)
}

// byCamera reports whether s, in brackets at the end of a line, names who took
// a photograph and for whom: "Ann Example/Harbour Times".
func byCamera(s string) bool {
	name, of, ok := strings.Cut(s, "/")
	n := len(strings.Fields(name))
	return ok && n >= 2 && n <= 4 && len(strings.Fields(of)) <= 6 && !strings.Contains(of, "/") && titled(strings.TrimSpace(name)) && titled(strings.TrimSpace(of)) && !strings.ContainsAny(s, ".,;:?!0123456789")
}

// titleish reports whether most words of s begin with a capital.
func titleish(s string) bool {
	up, n := 0, 0
	for _, w := range strings.Fields(s) {
		for _, r := range w {
			if unicode.IsLetter(r) {
				n++
				if !unicode.IsLower(r) {
					up++
				}
				break
			}
		}
	}
	return n > 0 && up*3 >= n*2
}

// caption takes line i for a caption if it reads as one: its words are no body
// then. near is set where it stands around the top of the article.
func (r *reader) caption(a *stemma.Article, in []bool, i int, t heading, near bool) {
	l := &r.ls[i]
	if l.Words < 3 || l.Words > 140 || r.role[i] != block.Chrome && r.role[i] != block.Body {
		return
	}
	if near && r.takenBy(a, in, i, t) {
		return
	}
	if altText(l.S) {
		in[i] = false
		return
	}
	start := l.Start
	s := l.S
	if rest, ok := imageLabel(s); ok { // "Image caption, The old bridge"
		start, s = l.End-len(rest), rest
	}
	labeled := start > l.Start
	if t.line >= 0 && len(s) > len(t.value)+20 && strings.HasPrefix(s, t.value) { // the picture's title before its caption
		cut := len(t.value)
		s = strings.TrimLeft(s[cut:], block.Space)
		start = l.End - len(s)
	}
	text, credit := photoCredit(s)
	if i > 0 && l.Gap == 0 && altText(r.ls[i-1].S) {
		labeled = true
		if k := strings.LastIndex(s, " | "); k > 0 && credit == "" && len(strings.Fields(s[k+3:])) <= 4 && titled(s[k+3:]) { // "... on Friday | Harbour Times"
			text, credit = s[:k], s[k+3:]
		}
	}
	begins := labeled || prefixed(s, captions) != "" || l.Words <= 60 && showsWhere.MatchString(s)
	if credit == "" && (labeled || near && !in[i]) {
		text, credit = agencyLast(s)
	}
	if credit == "" && !(begins && near) || strings.Count(s, "\"")+strings.Count(s, "“") >= 2 && !begins && !near {
		return
	}
	if _, ok := readDateline(s); ok && near && credit == "" && !labeled {
		return
	}
	if in[i] && !begins && len(ofAgencies(credit)) > 0 && r.lastProse(in, i) {
		return // "... until further notice. - Reuters/AFP": whose the text is
	}
	in[i] = false
	r.role[i] = block.Caption
	if text = strings.TrimSpace(text); text != "" && len(text) <= len(s) {
		u := r.sub(start, start+len(text))
		a.Captions = append(a.Captions, u.S)
		r.candidate(a, "caption", u.S, "line", start, start+len(text), true, "a photograph's words")
	}
	if credit != "" {
		at := strings.LastIndex(l.S, credit)
		a.PhotoCredits = append(a.PhotoCredits, photoName(credit))
		r.candidate(a, "photo_credit", photoName(credit), "line", l.Start+max(at, 0), l.End, true, "ends a caption")
	}
}

// showsWhere finds where somebody stands in a picture: "Rolf Berg (centre) is led away".
var showsWhere = regexp.MustCompile(`\((?:far |second |third |2nd |3rd )?(?:left|right|centre|center|L|R|C)\)`)

// takenBy reads line i as nothing but who took the picture, "Photo: Ann Example",
// "[Photo: Ann Example/AFP]"; the sentence right above it is the caption.
func (r *reader) takenBy(a *stemma.Article, in []bool, i int, t heading) bool {
	l := &r.ls[i]
	s := strings.Trim(l.S, "[]()"+block.Space)
	p := prefixed(s, creditLabels)
	name := strings.Trim(s[min(len(p), len(s)):], block.Space+":")
	if p == "" || l.Words > 9 || l.Ends || name == "" || strings.ContainsAny(name, ".:;?!") || !titled(name) {
		return false
	}
	in[i] = false
	r.role[i] = block.Caption
	a.PhotoCredits = append(a.PhotoCredits, name)
	at := l.Start + strings.LastIndex(l.S, name)
	r.candidate(a, "photo_credit", name, "line", at, at+len(name), true, "stands alone")
	if i == 0 || i-1 == t.line || l.Gap > 0 || r.role[i-1] != block.Chrome && r.role[i-1] != block.Body {
		return true
	}
	if over := &r.ls[i-1]; over.Ends && over.Words >= 4 && over.Words <= 60 && !r.metaLine(i-1) {
		in[i-1] = false
		r.role[i-1] = block.Caption
		a.Captions = append(a.Captions, r.slice(i-1).S)
		r.candidate(a, "caption", r.slice(i-1).S, "line", over.Start, over.End, true, "a photograph's words")
	}
	return true
}

// creditLabels are the words before the name of who took a picture.
var creditLabels = []string{"photo:", "photo by ", "photo credit:", "photos:", "photos by ", "photograph:", "photograph by ", "picture:", "picture by ", "image credit:", "foto:", "fotos:", "bild:", "фото:", "crédit photo :", "crédit photo:"}

// altText reports whether s is what stands for a picture where none is shown,
// its caption below: "[Image: A ferry at the quay]".
func altText(s string) bool {
	in, ok := strings.CutPrefix(strings.ToLower(s), "[")
	return ok && strings.HasSuffix(in, "]") && len(s) < 200 && prefixed(in, []string{"image", "photo", "picture", "img"}) != ""
}

// imageLabel cuts the word for a picture off the front of its caption: "Image:
// Boats at the quay." -> "Boats at the quay."
func imageLabel(s string) (string, bool) {
	low := strings.ToLower(head(s, 24))
	for _, p := range []string{"image caption,", "image caption", "media caption,", "image:", "photo:", "picture:", "pictured:", "caption:", "bild:", "foto:", "légende:", "légende :", "imagen:"} {
		if strings.HasPrefix(low, p) {
			rest := strings.TrimLeft(s[len(p):], block.Space+":,")
			return rest, len(strings.Fields(rest)) >= 4
		}
	}
	return s, false
}

// agencyLast cuts an agency after the last sentence of a caption off it: "Boats
// at the quay on Friday. AFP".
func agencyLast(s string) (caption, credit string) {
	i := strings.LastIndex(s, ". ")
	if i < 0 || len(s)-i > 60 {
		return s, ""
	}
	last := strings.Trim(s[i+2:], block.Space+".")
	for _, part := range strings.FieldsFunc(last, func(r rune) bool { return r == '/' || r == ',' }) {
		if _, ok := agency(part); ok {
			return s[:i+1], last
		}
	}
	return s, ""
}

// photoName is the credit without the words that say it is of a photograph:
// "REUTERS FILE PHOTO" -> "REUTERS", "Photo: Ann Example/dpa" -> the names.
func photoName(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "©"+block.Space))
	for {
		low := strings.ToLower(s)
		cut := s
		for _, p := range []string{"file photo", "photo", "photos", "foto", "photo by", "photo:", "photo credit:", "image:", "credit:", "credits:", "image credit:", "bild:", "фото:", "foto:", "fot.:", "fot.", "picture:", "file"} {
			if t, ok := strings.CutSuffix(low, " "+p); ok {
				cut = s[:len(t)]
				break
			}
			if t, ok := strings.CutPrefix(low, p); ok && (strings.HasSuffix(p, ":") || p == "fot." || strings.HasPrefix(t, " by ")) {
				cut = strings.TrimPrefix(strings.TrimSpace(s[len(s)-len(t):]), "by ")
				break
			}
		}
		cut = strings.Trim(cut, block.Space+":,")
		if cut == s || cut == "" {
			return s
		}
		s = cut
	}
}
