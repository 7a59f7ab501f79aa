package dump

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/line"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// cut is the chance at which a line of an article page is as likely body as
// not, turn what a change between the two costs; both from the tuning pages.
const (
	cut  = 0.45
	turn = 0.3
	// openCut is asked of a question above the first head of its thread.
	openCut = 0.5
)

// readPage reads a page that holds one article, in its first n lines; what
// follows are comments. It returns the last line of its body, -1 of none.
func (r *reader) readPage(n int) int {
	in, first := r.bodyOf(n)
	if first < 0 {
		return -1
	}
	a := r.article(stemma.KindArticle, "main", "dump: page", 0.8)
	t := r.findTitle(in, first)
	r.dropAbove(in, &t)
	r.veto(a, in, 0, n, t)
	r.dropLists(in, 0, n)
	r.dropRelease(a, in, n)
	by := r.signed(a, in, n)
	if first = firstTrue(in, 0, n); first < 0 {
		return -1
	}
	below := lastTrue(in)
	r.title(a, t)
	r.summary(a, in, t, first)
	r.overDateline(a, in, t, first)
	r.trimStart(in, t)
	r.trimHead(in)
	if first = firstTrue(in, 0, n); first >= 0 {
		r.monitored(a, in, first)
	}
	r.dropAsides(a, in, n)
	r.trimEnd(in, 0, n)
	if first = firstTrue(in, 0, n); first < 0 {
		return -1
	}
	r.header(a, in, t, first)
	r.aboutWriters(a, in)
	last := lastTrue(in)
	if first = firstTrue(in, 0, n); first < 0 {
		return -1
	}
	r.signedBelowBody(a, last)
	r.credits(a, in, 0, n)
	paras := r.paragraphs(in, first, last+1)
	block.Compose(a, paras)
	if a.Text == "" {
		return -1
	}
	r.dateline(a, in, first)
	if a.Place == "" {
		r.writtenIn(a, t, first)
	}
	r.outletOf(a, t, first, last)
	ownWire(a)
	r.dates(a, t, first, max(last, below))
	r.atTime(a, by)
	if a.Lang = languageOf(a.Text); a.TranslatedFrom == a.Lang { // "The English version prevails"
		a.TranslatedFrom = ""
	}
	r.out = append(r.out, *a)
	return last
}

// bodyOf returns which of the first n lines are the body of one article, and
// the first of them, -1 of none.
func (r *reader) bodyOf(n int) (in []bool, first int) {
	in = body.Decide(r.chance, r.page.Cut(r.chance), turn)
	clear(in[n:])
	r.rescueCapitals(in, 0, n)
	r.rescueProse(in[:n])
	r.rescueNames(in[:n])
	r.rescueTables(in[:n])
	r.dropPreviews(in, 0, n)
	r.dropRepeats(in)
	r.dropBelow(in)
	return in, firstTrue(in, 0, n)
}

func firstTrue(in []bool, i, j int) int {
	for ; i < j; i++ {
		if in[i] {
			return i
		}
	}
	return -1
}

func lastTrue(in []bool) int {
	for i := len(in) - 1; i >= 0; i-- {
		if in[i] {
			return i
		}
	}
	return -1
}

// veto takes out of the body what is furniture by its words, whatever its
// neighbours are, and gives it its role.
func (r *reader) veto(a *stemma.Article, in []bool, lo, hi int, t heading) {
	for i := lo; i < hi; i++ {
		s := r.ls[i].S
		switch {
		case isRelated(s) && r.ls[i].Words < 40:
			in[i] = false
			r.role[i] = block.Related
		case signOff(s) && r.nearBody(in, i) && (t.line < 0 || i > t.line+1):
			in[i] = false
			r.notice(a, i)
		case takeNotice.MatchString(s) && r.ls[i].Words <= 25 && t.line >= 0 && i > t.line && i <= t.line+3 && (strings.HasPrefix(s, "(") || strings.HasSuffix(s, "///") || !r.ls[i].Ends):
			in[i] = false
			r.notice(a, i)
		case isNotice(s) && (in[i] || r.nearBody(in, i) || about(s)):
			in[i] = false
			r.notice(a, i)
		case !in[i]:
		case strings.HasPrefix(s, "©") && r.ls[i].Words <= 40:
			in[i] = false
		case isPromo(s) && !r.quotedSpeech(s):
			in[i] = false
			r.role[i] = block.Chrome
		case body.Furniture(s) && r.ls[i].Words <= 6:
			in[i] = false
			r.role[i] = block.Chrome
		case r.page.Classes[i] == thread.Stamp && r.ls[i].Words <= 10, contactLine(s), isTagline(s), aged(s) && !r.ls[i].Ends, label(s), feedTail(s), r.isTopics(i), interfaceLine(s) && r.ls[i].Words <= 12, strings.Trim(s, "_-–—*=~•· ") == "", pageAlone.MatchString(s), isSection(s) && !r.ls[i].Ends && r.ls[i].Words <= 12 && firstTrue(in, i+1, hi) < 0, t.line >= 0 && i > t.line && i <= t.line+5 && !r.ls[i].Ends && r.metaLine(i):
			in[i] = false
		case t.line >= 0 && i != t.line && r.ls[i].Words < 40 && sameTitle(s, t.value):
			in[i] = false
			r.role[i] = block.Chrome
		}
	}
}

// pageAlone is the number of a printed page: "PAGE 11".
var pageAlone = regexp.MustCompile(`(?i)^[-–— ]*page [A-Z]?\d{1,3}(?: of \d{1,3})?[-–— ]*$`)

// quotedSpeech reports whether a line holds so much quoted speech that words
// of furniture in it are someone's.
func (r *reader) quotedSpeech(s string) bool {
	return strings.Count(s, "\"")+strings.Count(s, "“")+strings.Count(s, "«") >= 2 || line.Split(s)[0].Words > 90
}

// nearBody reports whether body stands within eight lines of line i.
func (r *reader) nearBody(in []bool, i int) bool {
	for j := max(0, i-8); j < min(len(in), i+9); j++ {
		if in[j] {
			return true
		}
	}
	return false
}

// header gives the lines between title and body their roles: byline, date,
// place, standfirst, captions; and takes captions out of the body.
func (r *reader) header(a *stemma.Article, in []bool, t heading, first int) {
	for i := range r.ls {
		if !in[i] && (i > first || i < t.line) {
			continue
		}
		if i != t.line {
			r.caption(a, in, i, t, i <= first+1 || !in[i])
		}
	}
	top := t.line + 1
	end := firstTrue(in, 0, len(in))
	if end < 0 {
		return
	}
	// the last of the lines that say who, where and when below the title
	meta := -1
	for i := top; i < min(len(r.ls), max(end, top)+8); i++ {
		if r.metaLine(i) {
			if i < end || r.onlyStandfirst(in, end, i) {
				meta = i
			}
		}
	}
	if meta >= 0 && t.line >= 0 {
		r.standfirst(a, in, t, top, meta)
	}
	lo := max(0, t.line-3)
	if t.line < 0 {
		lo = max(0, end-12)
	}
	for i := lo; i < max(end, meta+1); i++ {
		if r.role[i] == block.Chrome && i != t.line {
			r.byline(a, in, i, t.line)
		}
	}
	for i := lo; i < max(end, meta+1) && len(a.Bylines) == 0; i++ {
		if r.role[i] == block.Chrome && i != t.line {
			r.loneName(a, in, i)
		}
	}
}

// onlyStandfirst reports whether all the body between lines i and j could be a
// standfirst: two lines at most, and body follows j.
func (r *reader) onlyStandfirst(in []bool, i, j int) bool {
	n := 0
	for k := i; k < j; k++ {
		if in[k] {
			n++
		}
	}
	return n <= 2 && j-i <= 4 && firstTrue(in, j+1, len(in)) >= 0
}

// metaLine reports whether line i says who wrote, or when.
func (r *reader) metaLine(i int) bool {
	l := &r.ls[i]
	if l.Words > 16 || l.Runes > 140 {
		return false
	}
	if r.page.Classes[i] == thread.Stamp {
		return true
	}
	if len(l.Stamps) > 0 && l.Stamps[0].Day > 0 && l.Words <= 12 && !l.Ends {
		return true
	}
	if _, ok := agency(l.S); ok && l.Words <= 4 {
		return true
	}
	if _, ok := r.leadsWithAgency(i); ok {
		return true
	}
	p := prefixed(l.S, bylines)
	return p != "" && personal(l.S[min(len(l.S), len(p)):])
}

// paragraphs composes the body lines from i to j, capitals joined.
func (r *reader) paragraphs(in []bool, i, j int) []block.Text {
	var out []block.Text
	for ; i < j; i++ {
		if !in[i] {
			continue
		}
		r.role[i] = block.Body
		if i+1 < j && in[i+1] && r.dropCapital(i) {
			t := r.slice(i)
			if r.standsAlone(i) {
				t.AppendString(" ")
			}
			t.Append(r.slice(i + 1))
			out = append(out, t)
			i++
			r.role[i] = block.Body
			continue
		}
		out = append(out, r.slice(i))
	}
	return out
}

// dateline reads the dateline of the first paragraph of body.
func (r *reader) dateline(a *stemma.Article, in []bool, first int) {
	for i, n := first, 0; i < len(in) && n < 2; i++ {
		if !in[i] {
			continue
		}
		n++
		if r.placeFrom(a, r.slice(i).S, i) {
			return
		}
	}
}

// speaker reports whether other lines than i begin as it does, with a name and a
// colon: "ANN EXAMPLE: When will it open?"
func (r *reader) speaker(name string, i int) bool {
	if !strings.HasSuffix(name, ": ") || placeSet[strings.ToLower(strings.TrimSuffix(name, ": "))] {
		return false
	}
	return slices.ContainsFunc(r.ls, func(l line.Line) bool { return l.Start != r.ls[i].Start && strings.HasPrefix(l.S, name) })
}

// placeFrom fills place, credits and day from the dateline of s, which is of
// line i.
func (r *reader) placeFrom(a *stemma.Article, s string, i int) bool {
	d, ok := readDateline(s)
	if !ok || r.speaker(s[:d.end], i) {
		return false
	}
	l := &r.ls[i]
	from, to := l.Start, min(l.End, l.Start+d.end)
	if d.place != "" {
		r.candidate(a, "place", d.place, "dateline", from, to, a.Place == "", "stands before the first sentence")
		if a.Place == "" {
			a.Place = d.place
		}
	}
	if d.agency != "" {
		r.credit(a, d.agency, "dateline", from, to, "agency of the dateline")
	}
	if d.outlet != "" {
		r.candidate(a, "outlet", d.outlet, "dateline", from, to, false, "named in the dateline")
	}
	return true
}
