package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/when"
)

// signs counts in the elements of groups what posts have, and what stories have,
// and drops the groups that cannot be posts. body is how much of it stands before
// each block.
func (r *reader) signs(groups []*kindred, body []float64, strict bool) []*kindred {
	dated := r.stamps()
	named, stories := r.members(dated)
	kept := groups[:0]
	for _, g := range groups {
		for _, e := range g.nodes {
			n := &r.nodes[e]
			if named[n.end] > named[e] {
				g.named++
			}
			if stories[n.end] > stories[e] {
				g.stories++
			}
		}
		if g.named*20 >= len(g.nodes)*17 || !strict && g.named*10 >= len(g.nodes)*7 {
			kept = append(kept, g)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	heads := r.headlines()
	next := make([]int32, len(r.blocks)+1) // of the body, the block at or after each
	next[len(r.blocks)] = int32(len(r.blocks))
	for i := len(r.blocks) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if body[i+1] > body[i] {
			next[i] = int32(i)
		}
	}
	for _, g := range kept {
		for _, e := range g.nodes {
			at := r.nodes[e].blocks
			if dated.any(at) {
				g.dated++
			}
			if h := heads[at.from]; h < at.to && h <= next[at.from] {
				g.headed++
			}
		}
	}
	return slices.DeleteFunc(kept, func(g *kindred) bool { return !g.thread(strict, body[len(r.blocks)]) })
}

// members counts, before each element, those that name a member, and those of
// the kind that HTML has for stories.
func (r *reader) members(dated *stamps) (named, stories []int32) {
	both := make([]int32, 2*(len(r.nodes)+1))
	named, stories = both[:len(r.nodes)+1], both[len(r.nodes)+1:]
	for i := range r.nodes {
		n := &r.nodes[i]
		named[i+1], stories[i+1] = named[i], stories[i]
		if n.tag == tagArticle {
			stories[i+1]++
		}
		if _, by := r.attr(int32(i), keyAuthor); by || r.namesMember(int32(i), int32(i)+1) || n.tag == tagA && r.besideTime(int32(i)) && dated.at(n.blocks.from) {
			named[i+1]++
		}
	}
	return named, stories
}

// namesMember reports whether one of the elements from n to end is marked as the
// name of a member or leads to a member's page.
func (r *reader) namesMember(n, end int32) bool {
	for ; n < end; n++ {
		if r.hasMark(n, authorMarks) || r.nodes[n].tag == tagA && r.profileLink(n) {
			return true
		}
	}
	return false
}

// besideTime reports whether the link at e is a word on a short line that is of a
// time: "lark 3 hours ago", as programs print who posted and when.
func (r *reader) besideTime(e int32) bool {
	n := &r.nodes[e]
	if n.runs.len() == 0 || n.runs.len() > 2 || int(n.blocks.from) >= len(r.blocks) || r.blocks[n.blocks.from].text.len() > 150 {
		return false
	}
	t := strings.Trim(r.flat(n.runs), block.Space)
	return len(t) > 1 && len(t) <= 30 && !strings.Contains(t, " ") && letter(t[0])
}

// stamps are the blocks that print a date or hold a time, each looked at once.
type stamps struct {
	r    *reader
	seen []int8 // 1 is dated, -1 is not
}

func (r *reader) stamps() *stamps {
	s := &stamps{r, make([]int8, len(r.blocks)+1)}
	for i := range r.nodes {
		if n := &r.nodes[i]; n.tag == tagTime {
			s.seen[n.blocks.from] = 1
		}
	}
	return s
}

func (s *stamps) at(i int32) bool {
	if s.seen[i] == 0 {
		s.seen[i] = -1
		if s.r.stamp(int(i)) {
			s.seen[i] = 1
		}
	}
	return s.seen[i] > 0
}

// any reports whether one of the blocks at is dated.
func (s *stamps) any(at span) bool {
	for i := at.from; i < at.to; i++ {
		if s.at(i) {
			return true
		}
	}
	return false
}

// stamp reports whether a block is a line that prints a date.
func (r *reader) stamp(i int) bool {
	return r.blocks[i].text.len() < 200 && len(when.Find(string(r.of(&r.blocks[i])))) > 0
}

// headlines is for each block the first at or after it that is a headline: a
// heading that is neither the thread's title again ("Re: The late ferry") nor a
// member's name.
func (r *reader) headlines() []int32 {
	const parts = 20 // elements of a heading looked at
	title := strings.ToLower(r.raw(r.page.title).S)
	heads := make([]int32, len(r.blocks)+1)
	for i := range heads {
		heads[i] = int32(len(r.blocks))
	}
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.tag != tagH1 && n.tag != tagH2 && n.tag != tagH3 || n.blocks.len() == 0 {
			continue
		}
		t := strings.ToLower(strings.Trim(string(r.of(&r.blocks[n.blocks.from])), block.Space))
		t = strings.Trim(strings.TrimPrefix(t, "re:"), block.Space)
		if !strings.Contains(title, t) && !r.namesMember(int32(i), min(n.end, int32(i)+parts)) {
			heads[n.blocks.from] = n.blocks.from
		}
	}
	for i := len(r.blocks) - 1; i >= 0; i-- {
		heads[i] = min(heads[i], heads[i+1])
	}
	return heads
}
