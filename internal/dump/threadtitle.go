package dump

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// threadTitle chooses the title of a thread: the line of several words nearest
// above its first post, best one that the page prints again.
func (r *reader) threadTitle(p post) heading {
	end := p.head.First
	if p.lo < end { // the head stands below the post
		for end = p.lo; end < p.head.First && r.chance[end] < cut; {
			end++
		}
	}
	for end < p.head.Last && p.lo >= end && r.page.Classes[end] == thread.Short && r.ls[end].Words >= 3 && end != p.head.AuthorLine {
		end++ // the title taken for the first line of the head
	}
	for i := p.head.First; i < p.head.Last; i++ { // of mail
		if k, v, ok := strings.Cut(r.ls[i].S, ": "); ok && strings.EqualFold(k, "subject") {
			l := &r.ls[i]
			t := heading{line: i, value: subject(v), end: l.End, why: "the subject of the first message"}
			t.start = t.end - len(t.value)
			return t
		}
	}
	seen := map[string]int{}
	for i := range r.ls {
		if r.ls[i].Words <= 40 {
			seen[strings.TrimPrefix(strings.TrimPrefix(r.ls[i].S, "Re: "), "RE: ")]++
		}
	}
	best, bestScore := heading{line: -1}, 0.0
	for i := max(0, end-60); i < end; i++ {
		l := &r.ls[i]
		t := heading{line: i, value: l.S, start: l.Start, end: l.End, why: "stands above the first post"}
		if l.Words < 3 && !l.Wide || l.Words > 40 || l.Runes > 200 || body.Furniture(t.value) || r.page.Classes[i].Known() || r.page.Classes[i] == thread.Foot || len(l.Stamps) > 0 || strings.ContainsAny(t.value, "›>»·•\t") || strings.Contains(t.value, "  ") || strings.Contains(t.value, "://") {
			continue
		}
		if l.Ends && p.lo < len(r.ls) && r.ls[p.lo].S == l.S { // a preview of the first post
			continue
		}
		score := 2 - float64(end-i)/12
		if seen[t.value] > 1 {
			score += 2
		}
		if l.Ends && !strings.HasSuffix(t.value, "?") && !strings.HasSuffix(t.value, "!") {
			score -= 1.5
		}
		if l.Words < 4 {
			score -= 0.5
		}
		if score > bestScore {
			best, bestScore = t, score
		}
	}
	if l := &r.ls[min(p.lo, len(r.ls)-1)]; best.line < 0 && p.lo+1 < p.hi && p.lo >= end && !l.Ends && l.Words >= 4 && l.Words <= 40 && r.page.Classes[p.lo+1] == thread.Foot {
		best = heading{line: p.lo, value: l.S, start: l.Start, end: l.End, why: "stands between the first head and its buttons"}
	}
	return best
}

// subject is the subject of a message without the name of its list and what says
// that it is an answer: "[ponds] Re: Newts" -> "Newts".
func subject(s string) string {
	for {
		s = strings.TrimLeft(s, block.Space)
		switch i := strings.IndexByte(s, ']'); {
		case strings.HasPrefix(s, "[") && i > 0 && i+1 < len(s):
			s = s[i+1:]
		case len(s) > 3 && strings.EqualFold(s[:3], "re:"):
			s = s[3:]
		default:
			return s
		}
	}
}

// sameTitle reports whether two lines are one title, but for a few letters:
// "defense" and "defence", and for the name of the site after it.
func sameTitle(s, title string) bool {
	a, b := squash(s), squash(title)
	if len(b) < 8 || len(a) < len(b)-4 {
		return false
	}
	if a == b {
		return true
	}
	if t, _, ok := splitTail(s); ok && squash(t) == b {
		return true
	}
	if len(a)-len(b) > 4 {
		return false
	}
	// words apart, at most one of five may differ
	x, y := body.LexWords(s), body.LexWords(title)
	if len(x) != len(y) || len(x) < 5 {
		return false
	}
	diff := 0
	for i := range x {
		if x[i] != y[i] {
			if len(x[i]) < 4 || x[i][:3] != y[i][:min(3, len(y[i]))] {
				return false
			}
			diff++
		}
	}
	return diff*5 <= len(x)
}
