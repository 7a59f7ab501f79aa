package dump

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// What follows knows how the text of an article begins and ends, where the
// lines around it read as text too.

// A list of links within or below an article has at most so many lines; the
// body ends on lines that are no sentences only where most of its lines are.
const (
	longestList = 10
	mostLoose   = 0.3
	mostTrimmed = 3 // such lines at the end are no list
)

// dropLists takes the headings of other articles out of the body where they
// stand below a line that says what they are: "Recommended" / "The bridge that
// nobody wanted" / "Why rivers freeze". What the page prints several times heads
// parts of the article.
func (r *reader) dropLists(in []bool, lo, hi int) {
	seen := map[string]int{}
	for i := lo; i < hi; i++ {
		if r.listHead(i) {
			seen[r.ls[i].S]++
		}
	}
	for i := lo; i < hi; i++ {
		if !r.listHead(i) || seen[r.ls[i].S] > 2 {
			continue
		}
		in[i] = false
		if r.role[i] == block.Chrome {
			r.role[i] = block.Related
		}
		for j := i + 1; j < min(hi, i+1+longestList) && r.headline(j) && (j == i+1 || r.ls[j].Gap <= min(r.ls[i+1].Gap, 1)); j++ {
			in[j] = false
			if r.role[j] == block.Chrome {
				r.role[j] = block.Related
			}
		}
	}
}

// listHead reports whether line i is nothing but such a heading.
func (r *reader) listHead(i int) bool {
	l := &r.ls[i]
	if l.Words == 0 && !l.Wide || l.Words > 8 || l.Runes > 60 {
		return false
	}
	return listHeads[strings.ToLower(strings.Trim(l.S, "•·-–—*>[]()|:：…"+block.Space))]
}

// headline reports whether line i may be the title of another article: of few
// words, with no stop at its end.
func (r *reader) headline(i int) bool {
	l := &r.ls[i]
	return l.Words <= 24 && l.Runes <= 180 && (!l.Ends || asks(l.S))
}

func asks(s string) bool { return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") }

// trimEnd takes lines that are no sentences off the end of the body: the
// heading of what follows, a line of buttons. Bodies of many such lines, lists
// and verse, keep theirs.
func (r *reader) trimEnd(in []bool, lo, hi int) {
	loose, all, since := 0, 0, -1 // since the first line that is a sentence, to the last
	for i := lo; i < hi; i++ {
		switch {
		case !in[i]:
		case r.finished(i):
			if since < 0 {
				since = 0
			}
			loose, all, since = loose+since, all+since+1, 0
		case since >= 0:
			since++
		}
	}
	if float64(loose) > mostLoose*float64(all) {
		return
	}
	var last []int
	for i := hi - 1; i >= lo && len(last) <= mostTrimmed; i-- {
		if !in[i] {
			continue
		}
		if r.finished(i) || r.ls[i].Words > 6 {
			break
		}
		last = append(last, i)
	}
	if len(last) > mostTrimmed { // a list
		return
	}
	for _, i := range last {
		in[i] = false
	}
}

// trimHead takes the clock time and heading of a live page's last entry off the
// front of the body.
func (r *reader) trimHead(in []bool) {
	first := firstTrue(in, 0, len(in))
	if first < 0 || !clocked(r.ls[first].S) {
		return
	}
	for i, n := first, 0; i < len(in) && n < 4; i++ {
		if !in[i] {
			continue
		}
		l := &r.ls[i]
		if n++; l.Wide || l.Words > 24 && l.Ends {
			if n > 1 && n <= 4 {
				clear(in[first:i])
			}
			return
		}
		if r.finished(i) || l.Words > 8 || bulleted(l.S) || r.dropCapital(i) || strings.HasSuffix(l.S, ":") {
			return
		}
	}
}

// clocked reports whether s begins with a time of day: "18.40 BST", "9:05 pm".
func clocked(s string) bool {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return n >= 1 && n <= 2 && len(s) >= n+3 && len(s) <= 16 && (s[n] == '.' || s[n] == ':') && unicode.IsDigit(rune(s[n+1])) && unicode.IsDigit(rune(s[n+2]))
}

// interfaceLine reports whether s is what a page says of itself: "4 min read",
// "Show key events only", "Listen to this article".
func interfaceLine(s string) bool {
	low := strings.ToLower(s)
	if n := strings.TrimLeft(low, "0123456789"); len(n) < len(low) {
		for _, p := range []string{" comment", " min read", "-min read", " mins read", " minute read", "-minute read", " minutes read", " min. read", " min de lecture", " min lesezeit", " minuten lesezeit", " min de lectura", " min di lettura", " мин чтения"} {
			if strings.HasPrefix(n, p) {
				return true
			}
		}
	}
	for _, p := range []string{"show key events", "please turn on javascript", "please enable javascript", "this live page ", "this live blog ", "this liveblog ", "this blog is now closed", "this blog has now", "javascript is ", "listen to this", "reading time", "estimated reading time", "share this", "share on ", "share:", "share via", "print this", "skip to ", "view comments", "leave a comment", "add your comment", "add a comment", "jump to comments", "save for later", "text size", "font size", "filters beta", "compartir en", "compartir:", "comparte", "partager", "teilen", "artikel teilen", "condividi", "compartilhe", "bagikan", "поделиться", "delen", "udostępnij", "dela artikeln", "do you like the content", "like (", "restacks"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// finished reports whether line i can be the last of a text.
func (r *reader) finished(i int) bool {
	l := &r.ls[i]
	return l.Ends || signedOff(l.S) || strings.HasSuffix(l.S, ":") && !strings.Contains(l.S, " ")
}

// summary takes the points some papers print above their text for its
// standfirst: "What you need to know" / "• The bridge is closed until spring." /
// "• A ferry takes its place." With the heading the dots may lack. first is the
// first line of body.
func (r *reader) summary(a *stemma.Article, in []bool, t heading, first int) {
	lo := max(t.line+1, first-8)
	if t.line < 0 {
		lo = max(0, first-3)
	}
	for i := lo; i < min(len(in), first+6); i++ {
		headed := SummaryHead(r.ls[i].S)
		if !headed {
			continue
		}
		j := i + 1
		for ; j < min(len(in), i+9); j++ {
			if l := &r.ls[j]; !bulleted(l.S) && (j > i+1 && l.Gap > 0 || l.Words > 34) || r.metaLine(j) {
				break
			}
		}
		if firstTrue(in, j, len(in)) < 0 || j == i+1 {
			return
		}
		in[i] = false
		for k := i + 1; k < j; k++ {
			in[k] = false
			r.point(a, k)
		}
		return
	}
}

// point adds line k to the standfirst.
func (r *reader) point(a *stemma.Article, k int) {
	r.role[k] = block.Standfirst
	l := &r.ls[k]
	at := l.Start + len(l.S) - len(strings.TrimLeft(l.S, bullets+block.Space))
	u := r.sub(min(at, l.End), l.End).S
	if a.Standfirst != "" {
		u = " " + u
	}
	a.Standfirst += u
	r.candidate(a, "standfirst", strings.TrimSpace(u), "line", at, l.End, true, "a point printed above the text")
}

const bullets = "•·▪■●◦‣*-–—"

func bulleted(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(bullets, r) && len(s) > n && (unicode.IsSpace(rune(s[n])) || r == '•' || r == '▪' || r == '●')
}

// trimStart takes out of the body what stands above the line that says who
// wrote or where from, where that line reads as text too: what is left above
// it are few words.
func (r *reader) trimStart(in []bool, t heading) {
	first := firstTrue(in, 0, len(in))
	if first < 0 || t.line > first {
		return
	}
	words := 0
	for i, n := first, 0; i < len(in) && n < 4; i++ {
		if !in[i] {
			continue
		}
		if n++; r.saysWho(i) || r.placeAlone(i) {
			for ; first <= i; first++ {
				in[first] = false
			}
			words, n = 0, 0
			continue
		}
		if words += r.ls[i].Words; words > 60 || r.ls[i].Words > 34 {
			return
		}
	}
}

// saysWho reports whether line i is a byline and nothing else: "By AFP".
func (r *reader) saysWho(i int) bool {
	l := &r.ls[i]
	if l.Ends || l.Words > 10 {
		return false
	}
	if p := prefixed(l.S, bylines); p != "" {
		_, isAgency := agency(l.S[len(p):])
		return isAgency || personal(l.S[len(p):]) && l.Words >= 3
	}
	return false
}

// placeAlone reports whether line i is a dateline on a line of its own above
// the text: "Nairobi," "LISBON —" "Jakarta, May 5 -".
func (r *reader) placeAlone(i int) bool {
	_, ok := r.placeOf(i)
	return ok
}

func (r *reader) placeOf(i int) (string, bool) {
	l := &r.ls[i]
	if l.Words == 0 || l.Words > 6 || l.Ends || i+1 >= len(r.ls) || r.ls[i+1].Words < 12 || r.page.Classes[i] == thread.Foot {
		return "", false
	}
	end := len(l.S)
	if len(l.Stamps) > 0 {
		end = l.Stamps[0].Start
	}
	s := strings.TrimRight(l.S[:end], block.Space)
	t := strings.TrimRight(s, block.Space+",.–—-:")
	marked := strings.HasSuffix(s, ",") || strings.HasSuffix(s, "—") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "-")
	switch n := len(strings.Fields(t)); {
	case n == 0 || n > 3 || !titled(t) || strings.ContainsAny(t, "0123456789:;?!\"“”/|@#&()"):
		return "", false
	case slugs[strings.ToLower(t)] || dateWords[strings.ToLower(t)]:
		return "", false
	case placeSet[strings.ToLower(t)] && (marked || len(l.Stamps) > 0):
	case marked && strings.HasSuffix(s, ",") && !strings.Contains(t, ","):
	case marked && t == strings.ToUpper(t) && utf8.RuneCountInString(t) >= 3:
	default:
		return "", false
	}
	if _, isOutlet := named(t); isOutlet {
		return "", false
	}
	return placeName(t), true
}
