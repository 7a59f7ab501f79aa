package markup

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// bylines picks the writers, and sets agencies among them apart as credits.
// Where the page names nobody but itself, as the log of one person or of a
// firm does, that name is its writer, unless it is a known outlet's.
func (r *reader) bylines(a *stemma.Article, chosen map[int]string) {
	r.printedBylines()
	var order []int
	for i, x := range r.about.readings {
		if x.field == "byline" && x.rank < 70 { // what stands farther is a commenter
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		return r.about.readings[order[i]].rank < r.about.readings[order[j]].rank
	})
	where, own := "", -1
	var last int32
	for _, i := range order {
		x := r.about.readings[i]
		if where != "" && (x.where != where || printed(where) && !r.near(last, x.at.from)) {
			break
		}
		took, itself := r.takeNames(a, x)
		if itself && own < 0 && x.rank <= 33 {
			own = i
		}
		if took {
			where, last = x.where, x.at.to
			chosen[i] = "the most trusted place that gives names"
		}
		if len(a.Bylines) >= 12 {
			break
		}
	}
	if len(a.Bylines) == 0 && len(a.Credits) == 0 && own >= 0 {
		a.Bylines = append(a.Bylines, a.Outlet)
		chosen[own] = "the page names nobody but itself"
	}
}

// takeNames adds the names of one reading. itself says that one of them is the
// page's own name.
func (r *reader) takeNames(a *stemma.Article, x reading) (took, itself bool) {
	for _, name := range splitNames(x.value) {
		if who, where, ok := strings.Cut(name, " in "); ok && x.where == "line" && len(strings.Fields(who)) >= 2 && named(where) { // "Ann Lee in Bergen"
			name = who
		}
		if o, ok := outlet.Lookup(name); ok && o.Kind == outlet.Agency {
			if o.Name != a.Outlet && !has(a.Credits, o.Name) {
				a.Credits = append(a.Credits, o.Name)
				took = true
			}
			continue
		}
		if strings.EqualFold(name, a.Outlet) {
			_, known := outlet.Lookup(name)
			itself = itself || !known && nameLike(name)
			continue
		}
		if !nameLike(name) || printed(x.where) && (!named(name) || len(a.Bylines) > 0 && within(a.Bylines, name)) || has(a.Bylines, name) {
			continue
		}
		a.Bylines = append(a.Bylines, name)
		took = true
	}
	return took, itself
}

// printed reports whether a byline stands where the page prints it, not where
// it tells programs.
func printed(where string) bool {
	return strings.HasPrefix(where, "class ") || strings.HasPrefix(where, "id ") || strings.HasPrefix(where, "rel ") || where == "line"
}

// near reports whether few bytes of words stand between two places.
func (r *reader) near(from, to int32) bool {
	if to < from {
		return true
	}
	i := sort.Search(len(r.runs), func(k int) bool { return r.runs[k].at.from >= from })
	n := int32(0)
	for ; i < len(r.runs) && r.runs[i].at.from < to; i++ {
		n += r.runs[i].at.to - r.runs[i].at.from
	}
	return n < 120
}

func has(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

// within reports whether s holds, or is part of, one of list: the same writer
// printed again.
func within(list []string, s string) bool {
	s = strings.ToLower(s)
	for _, x := range list {
		if x = strings.ToLower(x); strings.Contains(s, x) || strings.Contains(x, s) {
			return true
		}
	}
	return false
}

// named reports whether most words of a printed byline begin with capitals, or
// it is one word: "Ann van der Lee", "shipspotter", not "covers the harbour".
func named(s string) bool {
	f := strings.Fields(s)
	small := 0
	for _, w := range f {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsLower(c) {
			small++
		}
	}
	return len(f) == 1 || small*2 <= len(f) && small < len(f)
}

// printedBylines adds the lines near the title and the first words of the body
// that begin as a byline does: "By Ann Lee", "Posted by shipspotter on Monday".
func (r *reader) printedBylines() {
	top := r.title
	if top < 0 {
		top = r.first - 6
	}
	for i := max(top-3, 0); i < len(r.blocks) && i <= r.first+2 && i <= top+25; i++ {
		b := &r.blocks[i]
		if b.text.len() > 120 || b.text.len() < 6 {
			continue
		}
		text := strings.TrimLeft(string(r.of(b)), "•·▪●*–— ")
		low := strings.ToLower(text)
		for _, w := range []string{"by ", "by: ", "written by", "article by", "reported by", "report by", "posted by", "submitted by", "author:", "reporter:", "words:", "von ", "words by", "story by", "por ", "par "} {
			if !strings.HasPrefix(low, w) || len(low) != len(text) {
				continue
			}
			rest := strings.TrimLeft(text[len(w):], " :\n")
			if c, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(c) && w != "posted by" && w != "by: " {
				break
			}
			at, end := r.runs[b.runs.from].at, r.runs[b.runs.to-1].at
			r.about.add("byline", rest, "line", span{at.from, end.to}, 55+min(abs(i-max(top, 0)), 8))
			break
		}
	}
}

// byWords stand before the names of writers.
var byWords = []string{"written by", "posted by", "submitted by", "published by", "reported by", "story by", "article by", "authored by", "author:", "authors:", "author", "by:", "by", "von:", "von", "par", "por", "door", "di", "da", "af", "av", "text:", "text", "de", "oleh", "penulis:", "yazan:", "autor:", "autor", "автор:", "автор", "od", "pubblicato da", "escrito por", "publié par", "geschrieben von"}

// splitNames cuts a byline into names: "By Ann Lee and Bo Ek, Reuters" -> Ann
// Lee, Bo Ek, Reuters.
func splitNames(s string) []string {
	s = strings.TrimSpace(s)
	low := strings.ToLower(s)
	for _, w := range byWords {
		if strings.HasPrefix(low, w) && len(low) > len(w) && (low[len(w)] == ' ' || low[len(w)] == '\n' || strings.HasSuffix(w, ":")) {
			s = strings.TrimSpace(s[len(w):])
			break
		}
	}
	for _, w := range []string{"written by", "posted by", "published by", "authors", "author", "by"} { // "AuthorAnn Lee"
		if low := strings.ToLower(s); strings.HasPrefix(low, w) && len(low) == len(s) && len(s) > len(w)+1 {
			if c, _ := utf8.DecodeRuneInString(s[len(w):]); unicode.IsUpper(c) {
				s = s[len(w):]
				break
			}
		}
	}
	for _, cut := range []string{"|", "•", "·", "(", "\n", " – ", " — ", " - ", " on ", "@", ";"} {
		if cut == ";" {
			s = strings.ReplaceAll(s, ";", ",")
			continue
		}
		if i := strings.Index(s, cut); i > 0 {
			s = s[:i]
		}
	}
	for _, and := range []string{" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " dan ", " и ", " i ", " avec ", " mit ", " with "} {
		s = strings.ReplaceAll(s, and, ",")
	}
	var out []string
	for _, n := range strings.Split(s, ",") {
		if n = strings.Trim(n, " \t\n.:*"); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// nameLike reports whether a string may be a writer's name: a few words, no
// address, no number.
func nameLike(s string) bool {
	n := len(strings.Fields(s))
	if n > 6 || len(s) > 60 || strings.Contains(s, "/") || strings.Contains(s, "http") || strings.Contains(s, "www.") {
		return false
	}
	letters := false
	for _, r := range s {
		if unicode.IsDigit(r) && n > 1 {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	switch strings.ToLower(s) {
	case "admin", "administrator", "editor", "staff", "webmaster", "redaktion", "redaction", "root", "guest", "author", "by", "written by", "posted by", "about the author", "author:", "published by":
		return false
	}
	return letters
}
