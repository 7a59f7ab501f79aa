package dump

import (
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// dropRelease takes out of the body what stands below the text of a press
// release: whom to ask, who the company is, what the law makes it say. Such
// lines are short headings, "Press contact:", "About Harbour Shipping", or
// begin as the law has it.
func (r *reader) dropRelease(a *stemma.Article, in []bool, n int) {
	above := 0
	if !r.isRelease(n) {
		return
	}
	for i := 0; i < n; i++ {
		if above*2 >= enoughAbove && r.belowRelease(i, n) {
			for j := i; j < n; j++ {
				in[j] = false
			}
			return
		}
		if in[i] {
			above += r.ls[i].Words
		}
	}
}

// isRelease reports whether the page is a press release: it says so on a short
// line, or prints what the law makes companies say.
func (r *reader) isRelease(n int) bool {
	for i := 0; i < n; i++ {
		l := &r.ls[i]
		if l.Words <= 8 && !l.Ends && (contains(l.S, releaseSigns) != "" || endsRelease(l.S)) {
			return true
		}
	}
	return false
}

// endsRelease reports whether s is the mark below the text of a release.
func endsRelease(s string) bool {
	switch strings.ToUpper(strings.Trim(s, "-–—*() ")) {
	case "ENDS", "END", "###", "# # #", "30", "ENDE", "FIN":
		return s == strings.ToUpper(s)
	}
	return false
}

// belowRelease reports whether the standing words below a press release begin
// at line i: a heading with a telephone number or an address of mail below it,
// or "About" a name that the page has above.
func (r *reader) belowRelease(i, n int) bool {
	l := &r.ls[i]
	if p := prefixed(l.S, releases); p != "" && l.Words <= 30 && reachable(l.S) { // "For further information: Ann Example, +47 55 000 000"
		return true
	}
	if l.Runes > 70 || l.Words > 9 || l.Ends {
		return false
	}
	s := strings.ToLower(strings.Trim(l.S, "•·-–—*>[]()|:：…#"+block.Space))
	for _, p := range releases {
		if s != p && !strings.HasPrefix(l.S, strings.ToUpper(p)) {
			continue
		}
		for j := i + 1; j < min(n, i+6); j++ {
			if reachable(r.ls[j].S) {
				return true
			}
		}
		return strings.Contains(s, "editors") || strings.Contains(s, "looking") || strings.Contains(s, "safe harbo")
	}
	for _, p := range []string{"about ", "à propos de ", "à propos d'", "über ", "acerca de ", "sobre ", "om ", "over ", "о компании "} {
		name, ok := strings.CutPrefix(s, p)
		if !ok || l.Words > 7 || strings.HasSuffix(l.S, "?") || !titled(l.S[len(l.S)-len(name):]) || name == "us" || name == "me" {
			continue
		}
		// the paragraph below begins with the name, which the text has too
		if i+1 < n && strings.HasPrefix(squash(r.ls[i+1].S), squash(name)) && r.above(name, i) {
			return true
		}
	}
	return false
}

// above reports whether a line above line i has name.
func (r *reader) above(name string, i int) bool {
	for j := range i {
		if strings.Contains(strings.ToLower(r.ls[j].S), name) {
			return true
		}
	}
	return false
}

// reachable reports whether s tells how to reach somebody: a telephone number
// or an address of mail.
func reachable(s string) bool {
	digits := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	low := strings.ToLower(s)
	return len(strings.Fields(s)) <= 20 && (strings.Contains(s, "@") || digits >= 7 && strings.ContainsAny(s, "+(-") || contains(low, []string{"tel", "tel.", "phone", "mobile", "mob"}) != "" && digits >= 5)
}

// aboutWriters takes the lines at the end of the body that say who the writers
// are for notices: "Ann Example covers ports for The Harbour Times."
func (r *reader) aboutWriters(a *stemma.Article, in []bool) {
	last := lastTrue(in)
	for i := last + 1; i < min(len(in), last+6); i++ {
		if r.role[i] == block.Chrome && r.ls[i].Words <= 60 && aboutWriter(r.ls[i].S, a.Bylines) {
			r.notice(a, i)
		}
	}
	for i, n := last, 0; i >= 0 && n < 4; i-- {
		if !in[i] {
			continue
		}
		if n++; r.ls[i].Words > 60 || !aboutWriter(r.ls[i].S, a.Bylines) {
			continue
		}
		in[i] = false
		r.notice(a, i)
	}
}

// aboutWriter reports whether s tells who one of names is: it begins with the
// name and what the writer does.
func aboutWriter(s string, names []string) bool {
	t := strings.TrimLeft(s, "*—–-•_("+block.Space)
	for _, n := range names {
		if len(t) <= len(n) || !strings.EqualFold(t[:len(n)], n) {
			continue
		}
		rest := strings.ToLower(strings.TrimLeft(t[len(n):], block.Space+","))
		if strings.HasPrefix(rest, "’s ") || strings.HasPrefix(rest, "'s ") { // "Ann Example's Low Water is out in May."
			return true
		}
		for _, v := range []string{"is a ", "is an ", "is the ", "is our ", "is one of ", "is senior", "is chief", "is based", "is author", "is professor", "is editor", "covers ", "writes ", "reports ", "reported ", "teaches ", "edits ", "works ", "was a ", "was the ", "has been ", "has covered ", "has reported ", "has written ", "leads ", "directs ", "runs ", "heads ", "joined ", "contributed ", "est ", "ist ", "es ", "arbeitet ", "schreibt ", "berichtet ", "écrit ", "escribe "} {
			if strings.HasPrefix(rest, v) {
				return true
			}
		}
	}
	return false
}
