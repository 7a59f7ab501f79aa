package dump

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/line"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// message is one message of a chat or channel: its author and its words as bytes
// of the text, and when it was sent.
type message struct {
	author   string
	authorAt stemma.Span
	sent     *stemma.Date
	may      []stemma.Date // the days it may be of, where no year is printed
	sentAt   stemma.Span
	words    []stemma.Span
}

// leastMessages is how many messages make a chat.
const leastMessages = 3

// chat finds the messages of a text that was saved from a messenger, in the forms
// of WhatsApp, of messages copied from Telegram, of a channel as its web page shows
// it, and of Telegram's export of a channel; none of another text.
func chat(s string) []message {
	sent, clocks, feet := 0, 0, 0
	for l := range strings.Lines(s[:min(len(s), 16<<10)]) {
		switch l = strings.Trim(l, " \t\r\n\ufeff\u200e"); {
		case l == "":
		case len(l) <= 5 && clockLine.MatchString(l):
			clocks++
		case len(l) <= 60 && strings.Contains(l, "view") && footLine.MatchString(l):
			feet++
		case (l[0] == '[' || l[0] >= '0' && l[0] <= '9' || l[len(l)-1] == ']' || strings.HasSuffix(l, "]:")) && sentLine.MatchString(l):
			sent++
		}
	}
	switch {
	case sent >= leastMessages:
		return sentMessages(s, line.Split(s))
	case feet >= leastMessages:
		return shown(s, line.Split(s))
	case clocks >= leastMessages:
		return channel(s, line.Split(s))
	}
	return nil
}

var (
	// "[04/10/2022, 18:07:12] Ana: ...", "04.10.22, 18:07 - Ana: ..."; "Ana, [04.10.2022 18:07]"
	sentLine = regexp.MustCompile(`(?m)^[\x{200e}\x{feff} ]*(?:\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?:[ \x{202f}]?[AaPp]\.?[Mm]\.?)?)(?:\] ?| - )([^:\n]{1,60}): |([^\[\n]{1,60}), \[(\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?)\]:?[ \t]*\r?$)`)
	// "18:07" alone
	clockLine = regexp.MustCompile(`(?m)^[ \t]*\d{1,2}:\d\d[ \t]*\r?$`)
	// what a messenger prints below a message, or for what is no text
	viewsLine = regexp.MustCompile(`(?i)^([\d.,]+ ?[km]? views?(, edited \d{1,2}:\d\d)?|edited( \d{1,2}:\d\d)?|photo|video( file)?|sticker|gif|animation|file|voice message|<?(media|image|video|audio|sticker|document) omitted>?|[\d:]+, [\d.]+ [km]b|not included, change data exporting settings to download\.?|photo removed.*|in reply to this message|anonymous poll.*|[\d,]+ votes|this message was deleted\.?|you deleted this message\.?)$`)
	// below a message of a channel's web page: "9.4K views 13:05", "3.0K views edited 07:48"
	footLine = regexp.MustCompile(`^[\d.,]+ ?[KkMm]? ?views?,?(?: edited,?| ·)* ?(\d{1,2}):(\d\d)(?: ?([AaPp])\.?[Mm]\.?)?$`)
	// how readers answered it: "👍 41 😢 12"
	reactions = regexp.MustCompile(`^(?:[^\x00-\x7f]+ ?[\d.,]+[KkMm]? *)+$`)
	// who wrote what is sent on
	forwardLine = regexp.MustCompile(`(?i)^(?:forwarded (?:message )?from:?|переслано от|reenviado de|transféré de|weitergeleitet (?:aus|von)) (.{2,80})$`)
)

// sentMessages are the messages each of which has its day, clock and author in one
// line before its words.
func sentMessages(s string, ls []line.Line) []message {
	var out []message
	for i := range ls {
		l := &ls[i]
		m := sentLine.FindStringSubmatchIndex(l.S)
		if m == nil {
			if len(out) > 0 {
				last := &out[len(out)-1]
				last.words = append(last.words, stemma.Span{Start: l.Start, End: l.End})
			}
			continue
		}
		day, who := m[2:4], m[4:6]
		if day[0] < 0 {
			day, who = m[8:10], m[6:8]
		}
		at := func(p []int) stemma.Span { return stemma.Span{Start: l.Start + p[0], End: l.Start + p[1]} }
		n := message{authorAt: at(who), sentAt: at(day)}
		n.author = l.S[who[0]:who[1]]
		if d := line.Split(l.S[day[0]:day[1]]); len(d) > 0 && len(d[0].Stamps) > 0 && d[0].Stamps[0].Whole() && exists(d[0].Stamps[0]) {
			n.sent = dateOf(d[0].Stamps[0], l.S[day[0]:day[1]])
		}
		if m[1] < len(l.S) {
			n.words = []stemma.Span{{Start: l.Start + m[1], End: l.End}}
		}
		out = append(out, n)
	}
	return out
}

// shown are the messages of a channel as its web page shows them: days alone in a
// line, and below them messages, the channel's name above each and below it how
// often it was seen and the clock.
func shown(s string, ls []line.Line) []message {
	above := map[string]int{} // how often a line follows a day or a foot
	head := true
	for i := range ls {
		_, day := dayAlone(&ls[i])
		if head && !day {
			above[ls[i].S]++
		}
		head = day || footLine.MatchString(ls[i].S)
	}
	var out []message
	var day when.Stamp
	var m message
	begin := true // the next line begins a message
	for i := range ls {
		l := &ls[i]
		at := stemma.Span{Start: l.Start, End: l.End}
		if st, ok := dayAlone(l); ok {
			day, m, begin = st, message{author: m.author, authorAt: m.authorAt}, true
			continue
		}
		if f := footLine.FindStringSubmatch(l.S); f != nil {
			if day.Month > 0 && len(m.words) > 0 {
				m.sentAt = at
				m.sent, m.may = clockOf(day, f, l.S)
				out = append(out, m)
			}
			m, begin = message{author: m.author, authorAt: m.authorAt}, true
			continue
		}
		if begin && above[l.S] > 1 {
			m.author, m.authorAt = l.S, at
		} else if m.author != "" && !reactions.MatchString(l.S) && !strings.HasPrefix(l.S, "↩") {
			m.words = append(m.words, at)
		}
		begin = false
	}
	return out
}

// dayAlone reads a line that is a day and nothing else, with its year or without.
func dayAlone(l *line.Line) (when.Stamp, bool) {
	if len(l.Stamps) == 0 || l.Words > 4 {
		return when.Stamp{}, false
	}
	st := l.Stamps[0]
	return st, st.Month > 0 && st.Day > 0 && !st.HasTime && len(strings.TrimSpace(l.S))-(st.End-st.Start) <= 1
}

// clockOf is when a message was sent: the day with the clock that a foot prints;
// where the day has no year, the days it may be.
func clockOf(day when.Stamp, foot []string, text string) (*stemma.Date, []stemma.Date) {
	day.Hour, _ = strconv.Atoi(foot[1])
	day.Minute, _ = strconv.Atoi(foot[2])
	if pm := strings.ToLower(foot[3]); pm != "" {
		day.Hour = day.Hour%12 + map[string]int{"p": 12}[pm]
	}
	day.HasTime = true
	if day.Whole() && exists(day) {
		return dateOf(day, text), nil
	}
	var may []stemma.Date
	for day.Year = when.LastYear; day.Year >= when.FirstYear; day.Year-- {
		if exists(day) {
			d := dateOf(day, text)
			d.How = "printed without a year"
			may = append(may, *d)
		}
	}
	return nil, may
}

// channel are the messages of an export of a channel: days alone in a line, and
// below them messages of a clock alone in a line, who wrote right above or below
// it, and the words.
func channel(s string, ls []line.Line) []message {
	var clocks []int
	sides := [2]map[string]int{{}, {}} // how often a line stands above and below a clock
	for i := range ls {
		if clockLine.MatchString(ls[i].S) {
			clocks = append(clocks, i)
			if i > 0 && ls[i].Gap == 0 {
				sides[0][ls[i-1].S]++
			}
			if i+1 < len(ls) && ls[i+1].Gap == 0 {
				sides[1][ls[i+1].S]++
			}
		}
	}
	side, again := 0, [2]int{}
	for k := range sides {
		for _, n := range sides[k] {
			if n > 1 {
				again[k] += n
			}
		}
	}
	if again[1] > again[0] {
		side = 1
	}
	if len(clocks) < leastMessages || again[side]*3 < len(clocks)*2 {
		return nil // the clocks of a live page stand beside no names
	}
	var out []message
	var day when.Stamp
	author, authorAt := "", stemma.Span{}
	next := 0 // of clocks
	var open *message
	for i := 0; i < len(ls); i++ {
		l := &ls[i]
		if len(l.Stamps) > 0 && l.Stamps[0].Whole() && !l.Stamps[0].HasTime && isDateOnly(l.S, len(l.Stamps)) && l.Words <= 4 {
			day, open = l.Stamps[0], nil
			continue
		}
		for next < len(clocks) && clocks[next] < i {
			next++ // it stood where a name does
		}
		name := i
		if side == 0 {
			name++ // the name stands above the clock that comes next
		}
		if next < len(clocks) && (side == 0 && clocks[next] == name && l.Gap+ls[name].Gap > 0 && ls[name].Gap == 0 || side == 1 && clocks[next] == i || clocks[next] == i) {
			if side == 0 && clocks[next] == name {
				author, authorAt = l.S, stemma.Span{Start: l.Start, End: l.End}
				i++
			}
			c := &ls[clocks[next]]
			if side == 1 && i+1 < len(ls) && ls[i+1].Gap == 0 && (sides[1][ls[i+1].S] > 1 || ls[i+1].Words <= 4 && !ls[i+1].Ends) {
				i++
				author, authorAt = ls[i].S, stemma.Span{Start: ls[i].Start, End: ls[i].End}
			}
			next++
			m := message{author: author, authorAt: authorAt, sentAt: stemma.Span{Start: c.Start, End: c.End}}
			if day.Whole() && exists(day) {
				st := day
				hour, minute, _ := strings.Cut(c.S, ":")
				st.Hour, _ = strconv.Atoi(hour)
				st.Minute, _ = strconv.Atoi(minute)
				st.HasTime = true
				m.sent = dateOf(st, s[c.Start:c.End])
			}
			out = append(out, m)
			open = &out[len(out)-1]
			continue
		}
		if open != nil {
			open.words = append(open.words, stemma.Span{Start: l.Start, End: l.End})
		}
	}
	if len(out) == 0 || !day.Whole() {
		return nil
	}
	return out
}

// readChat reads messages as posts. What is sent on from elsewhere is an article
// the post holds.
func readChat(c *stemma.Capture, text block.Text, ms []message) []stemma.Article {
	var out []stemma.Article
	var done readPosts
	names := map[string]bool{}
	for _, m := range ms {
		names[strings.ToLower(m.author)] = true
	}
	whole := &reader{c: c, text: text}
	n := 0
	for _, m := range ms {
		var b block.Builder
		from := stemma.Span{}
		for _, w := range m.words {
			words := strings.Trim(text.S[w.Start:w.End], block.Space)
			if f := forwardLine.FindStringSubmatchIndex(words); f != nil && b.Len() == 0 {
				from = stemma.Span{Start: w.Start + f[2], End: w.Start + f[3]}
				continue
			}
			if words == "" || viewsLine.MatchString(words) {
				continue
			}
			b.AppendSlice(text, w.Start, w.End)
			b.AppendString("\n")
		}
		if b.Len() == 0 {
			continue
		}
		r := &reader{c: c, text: b.Text(), aside: map[int]bool{}}
		r.ls = line.Split(r.text.S)
		r.page = body.NewPage(r.ls)
		r.chance, r.role = make([]float32, len(r.ls)), make([]block.Role, len(r.ls))
		for i := range r.ls {
			r.chance[i], r.role[i] = 1, block.Chrome
		}
		a := r.article(stemma.KindPost, strconv.Itoa(n+1), "dump: message", 0.8)
		a.Author, a.Published, a.MayBe, a.Number = m.author, m.sent, m.may, n+1
		whole.candidate(a, "number", strconv.Itoa(n+1), "order", 0, 0, true, "its place among the messages")
		whole.candidate(a, "author", m.author, "line", m.authorAt.Start, m.authorAt.End, true, "stands beside the message")
		if m.sent != nil {
			whole.candidate(a, "published", m.sent.Text, "line", m.sentAt.Start, m.sentAt.End, true, "stands beside the message")
		}
		p := post{hi: len(r.ls), author: m.author, from: whole.sub(from.Start, from.End).S}
		p.head.NumberLine, p.head.StampLine, p.head.AuthorLine = -1, -1, -1
		in := make([]bool, len(r.ls))
		held := r.compose(a, in, p, false, names, &done)
		if a.Text == "" { // all of it read as buttons or notices: "Correction: ..."
			for i := range in {
				in[i] = true
			}
			block.Compose(a, r.paragraphs(in, 0, len(in)))
		}
		for i := range held {
			if h := &held[i]; p.from != "" && h.Kind == stemma.KindArticle {
				whole.candidate(h, "outlet", p.from, "forward", from.Start, from.End, true, "it is sent on from there")
			}
		}
		n++
		a.Lang = languageOf(a.Text)
		done.add(a)
		out = append(append(out, *a), held...)
	}
	return slices.Clip(out)
}
