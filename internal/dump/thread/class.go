// Package thread finds the heads of posts in a dump of a forum thread or of
// comments: who wrote, when, which number. Forum programs print them in many
// layouts, so it does not know programs but kinds of lines, and takes runs of
// them for heads.
package thread

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/line"
)

// Class is what a line may be in the head or foot of a post.
type Class uint8

// The classes. An anchor alone can make a head: Number ("#12"), Stamp (a line
// that is a date), By ("Posted by ann on 3 May 2020").
const (
	None   Class = iota
	Number       // "#12", "3. #3", "Post #4"
	Stamp        // "Jul 18, 2024", "Posted April 18, 2024 (edited)"
	By           // "by ann » 3 May 2020", "ann May 3, 2020, 4:55pm 2"
	Label        // "Join Date", "Posts: 524"
	Value        // the line below a label that stands alone
	Count        // "48,807", "12.9k", "4931 posts"
	Avatar       // "ann's Avatar", "A"
	Rank         // "Senior Member"
	Foot         // "Reply", "Reactions: ann, bob"
	Quote        // "ann said:", "Quote Originally Posted by ann"
	Short        // anything of few words that is no sentence
)

// Anchor reports whether a line of class c can make a head.
func (c Class) Anchor() bool { return c == Number || c == Stamp || c == By }

// Known reports whether c is a class of head lines.
func (c Class) Known() bool { return c >= Number && c <= Rank }

//go:embed labels.txt
var labelsTxt string

//go:embed ranks.txt
var ranksTxt string

//go:embed foot.txt
var footTxt string

var (
	labels = set(labelsTxt)
	ranks  = set(ranksTxt)
	feet   = set(footTxt)
)

func set(s string) map[string]bool {
	m := map[string]bool{}
	for l := range strings.Lines(s) {
		m[strings.TrimSpace(l)] = true
	}
	return m
}

// Classes returns the class of each line.
func Classes(ls []line.Line) []Class {
	out := make([]Class, len(ls))
	same := map[string]int{}
	for i := range ls {
		if titled(&ls[i]) {
			same[strings.TrimPrefix(ls[i].S, "Re: ")]++
		}
	}
	for i := range ls {
		if i > 0 && out[i-1] == Label && ls[i].Gap == 0 && alone(ls[i-1].S) && ls[i].Runes <= 60 && (!ls[i].Ends || i+1 < len(ls) && classOf(&ls[i+1]) == Label) {
			if c := classOf(&ls[i]); !valued(ls[i-1].S) && c != Label && c != Number && c != Foot && !(c == Stamp && strings.Contains(ls[i].S, "#")) {
				out[i] = Value
				continue
			}
		}
		out[i] = classOf(&ls[i])
		if out[i] == Label && alone(ls[i].S) && (i+1 >= len(ls) || ls[i+1].Runes > 60) {
			out[i] = Short // a menu word, with no value below
		}
	}
	returning(ls, out)
	mailed(ls, out)
	heading(ls, out)
	for i := range ls { // the thread's title above each post
		if out[i] == None && ls[i].Runes <= 140 && titled(&ls[i]) && (same[strings.TrimPrefix(ls[i].S, "Re: ")] >= 3 || strings.HasPrefix(ls[i].S, "Re: ")) {
			out[i] = Short
		}
	}
	return out
}

// alone reports whether a label has nothing after it on its line: "Joined",
// "Joined:".
func alone(s string) bool {
	i := strings.IndexAny(s, ":：")
	return i < 0 || strings.Trim(s[i:], ":： ") == ""
}

// Asked reports whether s counts how old or how read a question is, below its
// title: "Asked 14 years, 10 months ago".
func Asked(s string) bool { return asked(strings.ToLower(s)) }

func asked(low string) bool {
	if strings.HasPrefix(low, "this post was submitted on ") {
		return true
	}
	for _, p := range []string{"asked ", "modified ", "viewed ", "active "} {
		if strings.HasPrefix(low, p) && (strings.HasSuffix(low, " ago") || strings.HasSuffix(low, " times") || strings.HasSuffix(low, "today") || strings.HasSuffix(low, "yesterday")) {
			return true
		}
	}
	return false
}

func classOf(l *line.Line) Class {
	if l.Runes > 160 || embedded(l) {
		return None
	}
	s := strings.TrimLeft(l.S, "•·-*|"+block.Space)
	low := strings.ToLower(s)
	if _, ok := PostNumber(s); ok {
		return Number
	}
	if _, ok := quoted(s); ok {
		if len(l.Stamps) > 0 && strings.HasSuffix(l.S[:l.Stamps[0].Start], " on ") && strings.HasSuffix(low, " said:") {
			return By // "ann on May 3, 2020 at 10:20 am said:"
		}
		return Quote
	}
	if l.Runes <= 80 && strings.ContainsAny(s, ":：") && label(low) {
		return Label
	}
	if asked(low) {
		return Short
	}
	if edited(low) {
		return Foot
	}
	if c := dated(l, s); c != None {
		return c
	}
	if c := foot(low); c != None {
		return c
	}
	if l.Runes <= 80 && label(low) {
		return Label
	}
	switch {
	case count(low):
		return Count
	case profiled(low), profileRow(s):
		return Label
	case l.Runes > 60:
		return None
	case len(l.S) > 1 && strings.Trim(l.S, "*★☆ ") == "": // the stars of a rank
		return Rank
	case status(low):
		return Avatar
	case strings.HasSuffix(low, "'s avatar"), strings.HasSuffix(low, "’s avatar"), strings.HasSuffix(low, "'s user avatar"), low == "avatar", utf8.RuneCountInString(s) == 1 && s != "•":
		return Avatar
	case ranks[low], leveled(low):
		return Rank
	case l.Words <= 6 && l.Runes <= 48 && !(l.Ends && l.Words > 2):
		return Short
	}
	return None
}

// shared begin lines below a message of another site.
var shared = []string{"—", "–", "-", "A post shared by ", "Ein Beitrag geteilt von ", "Une publication partagée par ", "Una publicación compartida ", "Um post compartilhado por ", "Un post condiviso da "}

// embedded reports whether l stands below a message that the page shows of another
// site, and says whose it is: "— Ann Example (@ann) May 3, 2020". No post begins
// there.
func embedded(l *line.Line) bool {
	if len(l.Stamps) == 0 || !strings.Contains(l.S[:l.Stamps[0].Start], "(@") {
		return false
	}
	for _, p := range shared {
		if strings.HasPrefix(l.S, p) {
			return true
		}
	}
	return false
}

// PostNumber reads a line that is a post's number: "#12", "3. #3", "Post #4".
func PostNumber(s string) (int, bool) {
	i := strings.LastIndexByte(s, '#')
	if i < 0 {
		if t, ok := strings.CutSuffix(s, "楼"); ok { // 12楼
			return digits(t)
		}
		return 0, false
	}
	n, ok := digits(strings.TrimSpace(s[i+1:]))
	if !ok {
		return 0, false
	}
	switch head := strings.ToLower(strings.Trim(s[:i], block.Space)); head {
	case "", "post", "reply", "re:", "comment", "beitrag", "message", "mensaje", "сообщение", "no.":
		return n, true
	default:
		m, ok := digits(strings.TrimSuffix(head, "."))
		return n, ok && m == n
	}
}

func digits(s string) (int, bool) {
	n := 0
	if s == "" || len(s) > 6 {
		return 0, false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

// valued reports whether a label has its value on its own line.
func valued(s string) bool {
	low := strings.ToLower(strings.TrimRight(s, ":： "))
	return !labels[low]
}

// count reports whether low is a number, or one with what it counts: "48,807",
// "12.9k", "4931 posts".
func count(low string) bool {
	if strings.Contains(low, " badge") && low[0] >= '0' && low[0] <= '9' {
		return true
	}
	n, _, _ := strings.Cut(low, " ")
	n = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(n, "+"), "k"), "m")
	if n == "" || strings.Trim(n, "0123456789,.") != "" || strings.Trim(n, ",.") == "" {
		return false
	}
	_, rest, two := strings.Cut(low, " ")
	return !two || labels[rest]
}

// label reports whether low is a label of a profile, alone or with its value.
func label(low string) bool {
	if k, _, ok := strings.Cut(low, ":"); ok {
		return labels[strings.TrimSpace(k)]
	}
	if k, _, ok := strings.Cut(low, "："); ok {
		return labels[strings.TrimSpace(k)]
	}
	for _, p := range []string{"thread starter ", "start date ", "topic starter ", "started by "} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return labels[low]
}

// leveled reports whether low is a rank that counts: "level 6".
func leveled(low string) bool {
	rest, ok := strings.CutPrefix(low, "level ")
	_, isNumber := digits(rest)
	return ok && isNumber
}

// statuses follow a name: "ann Offline".
var statuses = []string{" is offline", " is online", " is online now", " offline", " online"}

func status(low string) bool {
	for _, w := range statuses {
		if n, ok := strings.CutSuffix(low, w); ok && n != "" && len(strings.Fields(n)) <= 3 {
			return true
		}
	}
	return false
}

// buttons reports whether low is a row of them, with counts: "5 △ ▽ • Reply •
// Share ›".
func buttons(low string) bool {
	n := 0
	for _, p := range strings.FieldsFunc(low, func(r rune) bool { return strings.ContainsRune("•·|›", r) }) {
		p = strings.Trim(p, block.Space+"△▽▲▼⇧⇩0123456789")
		if p == "" {
			continue
		}
		if !feet[p] {
			return false
		}
		n++
	}
	return n > 0
}

// Rule reports whether s is the line some forums draw above a signature.
func Rule(s string) bool {
	return len(s) >= 5 && strings.Trim(s, "_") == "" || s == "--"
}

func foot(low string) Class {
	if feet[low] || Rule(low) || row(low) || DaysLater(low) != 0 {
		return Foot
	}
	if i := strings.Index(low, " is offline "); i > 0 && strings.HasPrefix(strings.TrimSpace(low[i+12:]), "reply") { // buttons beside a status
		return Foot
	}
	for _, p := range []string{"reactions:", "likes reactions:", "liked by", "likes:", "thanks:", "last edited by", "edited by", "this post was edited", "edited ", "sort by:", "sorted by:"} {
		if strings.HasPrefix(low, p) {
			return Foot
		}
	}
	if row, _ := buttonRow(low); row {
		return Foot
	}
	if strings.ContainsAny(low, "•·|›") && buttons(low) {
		return Foot
	}
	if strings.HasPrefix(low, "likes") && strings.Contains(low, "reactions: ") {
		return Foot
	}
	if n, rest, ok := strings.Cut(strings.TrimPrefix(low, "all "), " "); ok { // "7 Likes", "1 Reply Last reply"
		if _, ok := digits(n); ok && feet[rest] {
			return Foot
		}
	}
	return None
}
