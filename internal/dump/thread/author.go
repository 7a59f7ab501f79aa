package thread

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// authorOn is the name a line says outright: "ann's Avatar", "Posted by ann on
// 3 May 2020", "Harbour Regular ann's Avatar" (the rank is the caller's to cut).
func authorOn(l *line.Line, c Class) string {
	s := strings.Trim(l.S, block.Space+"•·|")
	switch c {
	case Avatar:
		if n := sender(s); n != "" {
			return n
		}
		for _, suffix := range []string{"'s user avatar", "'s Avatar", "'s avatar", "’s Avatar", "’s avatar"} {
			if n, ok := strings.CutSuffix(s, suffix); ok {
				return n
			}
		}
		low := strings.ToLower(s)
		for _, w := range statuses {
			if strings.HasSuffix(low, w) && len(low) == len(s) {
				return once(strings.TrimSpace(s[:len(s)-len(w)]))
			}
		}
	case By:
		return byAuthor(l, s)
	case Label:
		if profileRow(s) {
			return rowName(s)
		}
	}
	return ""
}

// RankBefore is how many bytes of name are a rank printed before it, the space
// not counted: 13 of "Senior Member ann".
func RankBefore(name string) int {
	for i := len(name) - 1; i > 0; i-- {
		if name[i] == ' ' && ranks[strings.ToLower(name[:i])] {
			return i
		}
	}
	return 0
}

// once is a name printed twice on a line, for the picture and beside it.
func once(name string) string {
	if n := len(name) / 2; len(name) > 2 && name[n] == ' ' && name[:n] == name[n+1:] {
		return name[:n]
	}
	return name
}

func byAuthor(l *line.Line, s string) string {
	if len(l.Stamps) == 0 {
		low := strings.ToLower(s)
		for _, w := range saysWords {
			if strings.HasSuffix(low, w) && len(s) > len(w) {
				return strings.TrimSpace(s[:len(s)-len(w)])
			}
		}
		if from, to, ok := timeCell(l); ok {
			if n := rowName(l.S[:from]); n != "" {
				return n
			}
			return rowName(l.S[to:])
		}
		return ""
	}
	off := strings.Index(l.S, s)
	n := s
	if st := l.Stamps[0].Start - off; st > 0 && st <= len(s) && otherWords(s[:st]) > 0 {
		n = s[:st]
	} else {
		n = s[min(len(s), max(0, l.Stamps[0].End-off)):] // the date stands first, "answered May 3, 2020 by ann"
	}
	low := strings.ToLower(n)
	for _, w := range byWords {
		if i := strings.Index(low, w); i >= 0 && len(low) == len(n) && (i == 0 || low[i-1] == ' ') {
			n = n[i+len(w):]
			break
		}
	}
	n = strings.Trim(n, block.Space+"»•·|—–-:,(@")
	if i := strings.Index(n, "  "); i > 0 { // "ann   Moderator   May 3, 2020"
		if n = n[:i]; numberDot(n) {
			n = rowName(s)
		}
	}
	n = strings.TrimPrefix(n, "[–]")
	if i := strings.IndexByte(n, '('); i > 0 { // "ann ( 12345 )", "ann (talk)"
		n = n[:i]
	}
	if f := strings.Fields(n); len(f) > 2 && (f[len(f)-1] == "points" || f[len(f)-1] == "point") {
		n = strings.Join(f[:len(f)-2], " ")
	}
	if i := strings.Index(n, " to "); i > 0 {
		n = n[:i]
	}
	n = strings.TrimRight(n, block.Space)
	for _, w := range []string{" on", " wrote", " posted", " says", " said", " commented", " le", " am", " el", " pada", " replied", " commented", " opened this issue", " さん"} {
		n = strings.TrimSuffix(n, w)
	}
	for _, w := range []string{" > ", " → ", " ▶ ", " ➜ ", " ↪ "} { // "ann > bob": an answer to bob
		if k := strings.Index(n, w); k > 0 {
			n = n[:k]
		}
	}
	return strings.Trim(n, block.Space+"»•·|—–-:,(")
}

// Quoted is the name of whom a line says that his words follow: "ann said:",
// "Quote Originally Posted by ann View Post", "ann wrote:".
func Quoted(s string) (string, bool) { return quoted(strings.Trim(s, "•·-*|"+block.Space)) }

var quoteHeads = []string{"quote originally posted by ", "originally posted by ", "quote from: ", "quote from ", "quoting ", "quote by ", "in reply to ", "replying to ", "цитата: ", "цитата ", "zitat von ", "citation de ", "cita de ", "citazione di ", "quote:", "اقتباس من مشاركة ", "المشاركة الأصلية كتبت بواسطة "}

var quoteTails = []string{" said:", " wrote:", " wrote: ↑", " wrote: »", " schrieb:", " hat geschrieben:", " a écrit :", " a écrit:", " escribió:", " dijo:", " escreveu:", " disse:", " ha scritto:", " ha detto:", " schreef:", " сказал(а):", " сказал:", " написал(а):", " писал(а):", " пишет:", " berkata:", " menulis:", " napisał(a):", " napisał:", " dedi ki:", " sade:", " skrev:", " 说:", " 说：", " 写道：", " 发表于"}

func quoted(s string) (string, bool) {
	if len(s) > 160 {
		return "", false
	}
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return "", false
	}
	for _, h := range quoteHeads {
		if n, ok := strings.CutPrefix(low, h); ok {
			n = s[len(s)-len(n):]
			for _, t := range []string{"View Post", "view post", "Go to original post", ":"} {
				n = strings.TrimSuffix(strings.TrimSpace(n), t)
			}
			n = strings.Trim(n, block.Space+"»↑\"")
			if i := strings.Index(strings.ToLower(n), " on "); i > 0 && strings.ContainsAny(n[i:], "0123456789") {
				n = n[:i]
			}
			return n, len(strings.Fields(n)) <= 6
		}
	}
	if k := strings.Index(low, " said in "); k > 0 && strings.HasSuffix(low, ":") && !strings.Contains(s[:k], " ") { // "@ann said in The old bridge:"
		return strings.TrimPrefix(s[:k], "@"), true
	}
	for _, t := range quoteTails {
		i := strings.Index(low, t)
		if i <= 0 || strings.ContainsAny(s[:i], "!?\"“”;") || strings.Count(s[:i], " ") > 9 {
			continue
		}
		if k := strings.LastIndex(s[:i], ", "); k > 0 && (strings.HasSuffix(s[:k], " ago") || strings.HasPrefix(low, "on ") || strings.ContainsAny(s[:k], "0123456789")) {
			s, i, low = s[k+2:], i-k-2, low[k+2:] // "36 minutes ago, ann said:"
		}
		if rest := strings.Trim(s[i+len(t):], block.Space+"↑»"); rest != "" && len(rest) > 45 {
			continue
		}
		n := strings.TrimSpace(s[:i])
		if len(strings.Fields(n)) <= 4 {
			return n, true
		}
	}
	return "", false
}
