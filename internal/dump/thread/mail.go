package thread

import (
	"strings"

	"github.com/stemma-news/stemma/internal/dump/line"
)

// fields of a message's head, in mail and on Usenet, besides whom it is from.
var mailFields = map[string]bool{"date": true, "sent": true, "to": true, "cc": true, "subject": true, "message-id": true, "in-reply-to": true, "references": true, "reply-to": true, "newsgroups": true, "organization": true, "message": true, "list-id": true, "lines": true, "path": true, "sender": true, "content-type": true, "mime-version": true, "x-mailer": true, "user-agent": true, "approved": true, "followup-to": true}

// mostAbove is how many words of sentences stand above the first message of a
// file of them at most.
const mostAbove = 60

// mailed takes the heads of messages for heads of posts, where two or more stand
// in a dump: lines of fields together, whom the message is from among them, and
// the day or what it is about. "From: Ann <ann at a.example>" / "Date: Fri, 12
// Mar 2019 10:22:01 +0200" / "Subject: Re: The old bridge".
func mailed(ls []line.Line, cs []Class) {
	type head struct{ first, last, from, date int }
	var heads []head
	for i := 0; i < len(ls); i++ {
		h := head{first: i, from: -1, date: -1}
		more, j := 0, i
		for ; j < len(ls) && (j == i || ls[j].Gap == 0); j++ {
			s := ls[j].S
			k, _, ok := strings.Cut(s, ":")
			k = strings.ToLower(k)
			switch {
			case strings.HasPrefix(s, "From ") && j == i && len(ls[j].Stamps) > 0: // the line that parts the messages of a file
				ok = true
			case ok && k == "from":
				h.from = j
			case ok && mailFields[k]:
				if more++; len(ls[j].Stamps) > 0 && h.date < 0 {
					h.date = j
				}
			default:
				ok = j > i && ls[j].Indent > 0 && h.from >= 0 && ls[j-1].Runes > 40 // a field goes on
			}
			if !ok {
				break
			}
		}
		if h.last = j; h.from >= 0 && more > 0 {
			heads = append(heads, h)
		}
		i = max(i, j-1)
	}
	if len(heads) < 2 {
		return
	}
	above := 0 // what an article says that shows messages
	for i := range heads[0].first {
		if ls[i].Ends && ls[i].Words >= 8 {
			above += ls[i].Words
		}
	}
	if above > mostAbove {
		return
	}
	for _, h := range heads {
		for i := h.first; i < h.last; i++ {
			cs[i] = Label
		}
		cs[h.from] = Avatar
		if h.date >= 0 {
			cs[h.date] = Stamp
		}
	}
}

// sender is the name in a field "From: Ann Example <ann@a.example>", "From: ann at
// a.example (Ann Example)".
func sender(s string) string {
	k, v, ok := strings.Cut(s, ":")
	if !ok || !strings.EqualFold(k, "from") {
		return ""
	}
	v = strings.TrimSpace(v)
	if name, _, ok := strings.Cut(v, "<"); ok && strings.TrimSpace(name) != "" {
		v = name
	} else if i := strings.IndexByte(v, '('); i > 0 && strings.HasSuffix(v, ")") {
		v = v[i+1 : len(v)-1]
	}
	return strings.Trim(v, "\"'<> \t")
}
