package date

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// sayings are the verbs by which a sentence tells when its quotation was said.
var sayings = map[string]bool{"added": true, "announced": true, "declared": true, "posted": true, "said": true, "says": true,
	"stated": true, "told": true, "tweeted": true, "warned": true, "wrote": true}

// quoteReach is how many tokens of a quotation are looked through.
const quoteReach = 60

// deictic reports whether n is counted from the day of the one who speaks.
func deictic(n *node) bool {
	return only(n, "shiftday", "tonight", "lastnight") || n.op == "thispart" && n.arg != ""
}

// spoken returns the words of the day on which the quotation was said that
// tokens i to j stand in, "" where it tells none or they stand in none:
//
//	"We sail | tomorrow |," she said on Monday. -> Monday
//	On Monday she said: "We sail | tomorrow |." -> Monday
func spoken(text string, m *matcher, i, j int, out []stemma.When) string {
	ts := m.ts
	opens := -1
	for k := i - 1; k >= 0 && i-k <= quoteReach && opens < 0; k-- {
		switch ts[k].word {
		case "”":
			return ""
		case "“":
			opens = k
		case "\"":
			if k+1 < len(ts) && ts[k].end == ts[k+1].start && (k == 0 || ts[k-1].end < ts[k].start) {
				opens = k
			} else {
				return ""
			}
		}
	}
	if opens < 0 {
		return ""
	}
	said := false
	for k := opens - 1; k >= 0 && opens-k <= quoteReach && !stop(ts, k); k-- {
		said = said || sayings[ts[k].word]
		if n := len(out); n > 0 && ts[k].end == out[n-1].End && said {
			return dayOf(out[n-1].Text)
		}
	}
	closed, told := false, false
	for k := j; k < len(ts) && k-j <= quoteReach; k++ {
		switch w := ts[k].word; {
		case !closed:
			closed = w == "”" || w == "\""
		case stop(ts, k), w == "“", w == "\"":
			return ""
		case sayings[w]:
			told = true
		case told && m.begins(k):
			if found, ok := m.best(k); ok {
				return dayOf(text[ts[k].start:ts[found.end-1].end])
			}
		}
	}
	return ""
}

// datelineReach is how many bytes of a text its dateline lies in.
const datelineReach = 120

// dateline returns the words of the day in the dateline of a text, "" where it
// prints none: "OSLO, June 22 (Kestrel) -- The envoys left today." is of that
// day, though printed on the next.
func dateline(text string) string {
	ts := lex(text, 0, min(len(text), datelineReach))
	for i := range ts {
		if _, ok := ts[i].sense("MONTH"); ok && i > 0 && i+2 < len(ts) && ts[i+2].word == "(" {
			return dayOf(text[ts[i].start:ts[i+1].end])
		}
		w := text[ts[i].start:ts[i].end]
		if i == 0 && w != strings.ToUpper(w) || letters(w, 0, len(w)) > 0 && !ts[i].capital {
			return "" // only the place stands before it
		}
	}
	return ""
}

// dayOf returns words if they name a day by themselves.
func dayOf(words string) string {
	ts := lex(words, 0, len(words))
	m := newMatcher(times, ts)
	for _, found := range m.at(times.symbols["day"], 0) {
		if found.end != len(ts) {
			continue
		}
		switch named(found.node) {
		case "md", "ymd", "wday", "lastwday":
			return words
		}
	}
	return ""
}

// lookBack is how many bytes before its span Find looks for the time that one
// within leans on.
const lookBack = 500

// earlier returns the words of the last time named in the text before at that
// others may lean on, "" where none is near.
func earlier(text string, at int) string {
	from := max(0, at-lookBack)
	for from > 0 && from < at && text[from]&0xC0 == 0x80 {
		from++
	}
	ts := lex(text, from, at)
	m := newMatcher(times, ts)
	near := ""
	for i := 0; i < len(ts); i++ {
		if !m.begins(i) {
			continue
		}
		if best, ok := m.best(i); ok {
			if named(best.node) != "" {
				near = text[ts[i].start:ts[best.end-1].end]
			}
			i = best.end - 1
		}
	}
	return near
}

// needs reports whether n means nothing without the time spoken of before.
func needs(n *node) bool {
	switch n.op {
	case "near", "nearday", "nearwday", "nearwdayb", "nearyear", "nextmonth", "nextweek", "nextyear", "nearm", "nearmonth", "nearweek", "nearpart", "nextpart", "nearweekend":
		return true
	}
	for _, k := range n.kids {
		if needs(k) {
			return true
		}
	}
	return false
}
