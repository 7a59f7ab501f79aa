package dump

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/thread"
)

// The article above a heading that ends it has at least so many words, and a
// paragraph below it that is still of it at least so many.
const (
	enoughAbove = 80
	fullBelow   = 45
)

// dropBelow takes out of the body what stands below the article: the comments
// below a line that says they follow, and the first words of other articles
// below a heading such as "More from this author". Such headings stand within
// articles too: a paragraph of some length below one goes on with the article,
// and so does all that follows it; and what is more than the article above is
// no list of others, unless it is remarks, under the names of who made them.
func (r *reader) dropBelow(in []bool) {
	heads := r.endings()
	above, i := 0, 0
	for ; i < len(in); i++ {
		if above >= enoughAbove && r.commentsFollow(i) {
			clear(in[i:])
			return
		}
		if above >= enoughAbove && heads[i] {
			end, words, remarks := i, 0, false
			for ; end < len(in) && !(in[end] && r.ls[end].Words >= fullBelow && strings.Count(r.ls[end].S, ". ") > 0); end++ {
				remarks = remarks || r.page.Classes[end] == thread.By
				if in[end] && !remarks {
					words += r.ls[end].Words
				}
			}
			if words < above {
				clear(in[i:end])
				if r.role[i] == block.Chrome {
					r.role[i] = block.Related
				}
			}
			i = end - 1
			continue
		}
		if in[i] {
			above += r.ls[i].Words
		}
	}
}

// endings returns which lines are headings above other articles: "Related
// stories", "You may also like", "More from Ann Harbour". What the page prints
// several times heads parts of the article.
func (r *reader) endings() []bool {
	words := make([]string, len(r.ls))
	seen := map[string]int{}
	for i := range r.ls {
		if r.ls[i].Words <= 8 && r.ls[i].Runes <= 70 {
			words[i] = prefixed(strings.TrimLeft(r.ls[i].S, "•·-*>[(+|"+block.Space), endings)
			seen[words[i]]++
		}
	}
	out := make([]bool, len(r.ls))
	for i, p := range words {
		if p == "" || seen[p] > 2 {
			continue
		}
		s := r.ls[i].S
		rest := strings.TrimRight(s[min(len(s), len(p)):], ".…:→»>"+block.Space)
		out[i] = len(strings.Fields(rest)) <= 4 && !strings.ContainsAny(rest, ".?!,;")
	}
	return out
}

// commentsFollow reports whether line i says that comments follow, "12
// Comments", and heads or buttons of posts stand soon below it.
func (r *reader) commentsFollow(i int) bool {
	l := &r.ls[i]
	if l.Words > 12 || !r.saysComments(l.S) {
		return false
	}
	seen := 0
	for j := i + 1; j < min(len(r.ls), i+20); j++ {
		switch r.page.Classes[j] {
		case thread.By, thread.Stamp, thread.Foot, thread.Number:
			seen++
		}
	}
	return seen >= 2
}

// saysComments reports whether s is no more than such words and their count, or
// says what they are to: "3 Replies to “The old bridge”".
func (r *reader) saysComments(s string) bool {
	low := strings.ToLower(strings.Trim(s, "0123456789()[]:.…"+block.Space))
	for _, p := range []string{"replies to ", "responses to ", "thoughts on ", "comments on ", "comment on "} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return low != "discussion" && low != "replies" && slices.Contains(remarks, low)
}
