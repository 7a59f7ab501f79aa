package dump

import (
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// What a page says to its reader around the text, by how such sentences are made.
const (
	mostPosted   = 5   // lines of posts' heads and buttons that an article's page has
	mostAppeals  = 5   // so many lines of appeals end a text at most
	longestAside = 110 // words
)

var (
	// joinUs is an order to join something of the page's: "Join the Mirror's
	// Telegram channel here and get the latest", "Sign up for the Morning Brief email".
	joinUs = regexp.MustCompile(`(?i)(?:^|[.!?] )(?:please )?(?:sign up|subscribe|join|follow|download|donate|contribute|register|become a)\b[^.!?]*\b(?:us|our|newsletters?|telegram|whatsapp|instagram|facebook|twitter|youtube|podcasts?|inbox|subscri\w+|e-?mail|channel|app|here|below|free|account|forums?)\b`)
	// getIt is an order to get what comes by post: "Get our free guide", "Never miss an
	// update".
	getIt = regexp.MustCompile(`(?i)(?:^|[.!?] )(?:get|never miss|don[’']t miss|stay)\b[^.!?]*\b(?:newsletters?|inbox|telegram|whatsapp|updates?|free|guide|app)\b`)
	// wantMore is a question or condition, and where to go then: "Want more discounts?
	// Check out ...", "If you liked this post, read ...".
	wantMore = regexp.MustCompile(`(?i)^(?:want|looking for|need|like|love|enjoyed|curious|interested|got|have|do you|are you|if you (?:like|enjoy|want|would like|have|are|need|love))\b[^?.]*[?.].*\b(?:us|our|here|sign up|subscribe|e-?mail|contact|check out|read|visit|click)\b`)
	// giveUs asks for money: "Contribute as little as $2 to keep our news free".
	giveUs = regexp.MustCompile(`(?i)\b(?:support (?:our|the) (?:news\w*|journalis\w*|work|mission|site|reporting)|contribut\w+ (?:as little as|today|now)|make a (?:donation|contribution)|keep (?:our|this) (?:news|journalism|reporting|content|resources))`)
	// answersFor says what the text is not: "for informational purposes only", "does not
	// necessarily represent the position of our parent company".
	answersFor = regexp.MustCompile(`(?i)\b(?:for (?:general )?(?:informational|educational|information)\b[^.]* (?:purposes|only)|(?:not|constitute|intended as)[^.]*\b(?:legal|medical|financial|investment|professional|tax)\b[^.]*\badvice|does not (?:necessarily )?(?:represent|reflect)|views expressed (?:in|by|here|are)|past performance)`)
	// earnings says that the page earns by what it shows: "when you buy through our
	// links, we may earn a commission".
	earnings = regexp.MustCompile(`(?i)\b(?:affiliate|commissions?|independently selected|hand-picked by our|receive payments?|compensation)\b`)
	bought   = regexp.MustCompile(`(?i)\b(?:links?|purchases?|buy|products?)\b`)
	ours     = regexp.MustCompile(`(?i)\b(?:we|our|us)\b`)
	// screen is what a program says: "Opens in a new window", "Comments are closed."
	screen = regexp.MustCompile(`(?i)^\W*(?:opens in a new (?:window|tab)|comments are closed|like loading|rate this (?:article|post|story)|people are also reading|share your (?:story|thoughts))\W*$`)
	// imprint says how the paper is made, and how to write to it: "Printed in Bergen. To
	// subscribe write to ...", "Letters to the Editor should not exceed 200 words".
	imprint = regexp.MustCompile(`(?i)^letters (?:to the editor )?(?:should|must|may|are)\b|\b(?:is|are) (?:printed|published|edited) (?:in|by|at|every|weekly|monthly|quarterly)\b.*(?:@|\bsubscri|\bISSN\b)`)
	// turnTo sends to another page of the paper: "TURN TO PAGE 14: ...", "Continued on
	// A6", "See story on page 3".
	turnTo = regexp.MustCompile(`(?i)^\W*(?:turn to|(?:cont(?:inue[sd]?|[’']?d)?|more|full story|story|see(?: story| also)?)(?: on| at)?:?|from) (?:(?:back |front )?page|p\.|pg\.?)\s*[A-Z]?\d{1,3}\b`)
	// bought space within a page's text: "ADVERT: Boreholes drilled".
	advertised = regexp.MustCompile(`^\W*(?i:advert|advertisement|advt|ad|sponsored(?: content)?|paid (?:post|content)|anzeige|werbung|publicité|publicidad|pubblicità|iklan|реклама)\s*:`)
)

// Aside reports whether s, at the end of a text, is not of it but said to the
// reader: an appeal, or, with notice set, what the text is not or earns.
func Aside(s string) (notice, ok bool) {
	n := len(strings.Fields(s))
	switch {
	case n > longestAside || n == 0 || strings.ContainsAny(s[:1], "\"") || strings.HasPrefix(s, "“"):
		return false, false
	case answersFor.MatchString(s), earns(s):
		return true, true
	case n <= 8 && screen.MatchString(s), n <= 40 && imprint.MatchString(s):
		return false, true
	case n <= 70 && (joinUs.MatchString(s) || giveUs.MatchString(s)), n <= 60 && (getIt.MatchString(s) || wantMore.MatchString(s)):
		return false, true
	}
	return false, false
}

// Above reports whether s, above a text, says what the page earns by it.
func Above(s string) bool {
	return len(s) < 900 && earns(s)
}

func earns(s string) bool {
	return earnings.MatchString(s) && bought.MatchString(s) && ours.MatchString(s)
}

// Inserted reports whether s, wherever it stands, is an advertisement or sends to
// another page of the paper.
func Inserted(s string) bool {
	begin := head(s, 48) // as far as either reads
	return len(s) < 400 && (strings.ContainsAny(begin, "0123456789") && turnTo.MatchString(begin) || strings.Contains(begin, ":") && advertised.MatchString(begin))
}

// dropAsides takes what is said to the reader off both ends of the body, and what is
// inserted out of it.
func (r *reader) dropAsides(a *stemma.Article, in []bool, n int) {
	posted := 0 // what stands around posts: the last words of such a page are somebody's
	for _, c := range r.page.Classes {
		if c == thread.Foot || c == thread.Label || c == thread.Rank || c == thread.Number {
			posted++
		}
	}
	if posted > mostPosted {
		return
	}
	out := func(i int, notice bool) {
		if in[i] = false; notice {
			r.notice(a, i)
		} else {
			r.role[i] = block.Chrome
		}
	}
	left := 0
	for i := range n {
		if in[i] {
			if left++; r.ls[i].Words <= 60 && Inserted(r.ls[i].S) {
				out(i, false)
				left--
			}
		}
	}
	for i, k := n-1, 0; i >= 0 && k < mostAppeals && left > mostAppeals; i-- {
		if !in[i] {
			continue
		}
		notice, ok := Aside(r.ls[i].S)
		if !ok {
			break
		}
		out(i, notice)
		left--
		k++
	}
	for i, k := 0, 0; i < n && k < 3 && left > mostAppeals; i++ {
		if !in[i] {
			continue
		}
		if k++; Above(r.ls[i].S) {
			out(i, true)
			left--
		}
	}
}
