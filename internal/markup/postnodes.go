package markup

import (
	"slices"
	"strings"
)

// postNodes are the elements of posts, in page order: by microdata, by class,
// or by an id with a number that repeats.
func (r *reader) postNodes() []int32 {
	groups := map[string][]int32{}
	for i := range r.nodes {
		n := int32(i)
		if r.nodes[i].blocks.len() == 0 || tagDoes[r.nodes[i].tag]&isBlock == 0 {
			continue
		}
		if t, ok := r.attr(n, keyItemtype); ok {
			for _, k := range []string{"/Comment", "/Answer", "/Question", "/DiscussionForumPosting"} {
				if strings.HasSuffix(t, k) {
					groups["microdata"] = append(groups["microdata"], n)
				}
			}
		}
		if r.hasMark(n, postMarks) {
			groups["class"] = append(groups["class"], n)
		}
		if id, ok := r.attr(n, keyID); ok {
			if k := postID(id); k != "" {
				groups["id "+k] = append(groups["id "+k], n)
			}
		}
		if r.nodes[i].tag == tagArticle {
			groups["article"] = append(groups["article"], n)
		}
	}
	// The group that holds most of the body in at least two, or one, posts.
	best, score := "", -1.0
	keys := make([]string, 0, len(groups))
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	articles, classes := len(r.tops(groups["article"])), len(r.tops(groups["class"]))
	for _, k := range keys {
		var held float64
		last := int32(-1)
		tops := 0
		for _, n := range groups[k] {
			if n < last {
				continue
			}
			last = r.nodes[n].end
			held += r.bodyBytes(r.nodes[n].blocks)
			tops++
		}
		s := held * (1 + 0.02*float64(min(tops, 10)))
		if tops == 1 && len(groups[k]) == 1 {
			s *= 0.6
		}
		switch { // of groups that hold the same, the one that says most of a post
		case strings.HasPrefix(k, "id ") && tops >= classes: // an answer's id may be none of the question's
			s *= 1.05
		case k == "class":
			s *= 1.03
		case k == "microdata":
			s *= 1.02
		}
		if k != "article" && tops >= articles {
			s *= 1.1 // the element is any text's, and often stands in the post
		}
		if s > score {
			best, score = k, s
		}
	}
	return r.withHeads(r.notWrapped(groups[best]))
}

// tops are those of nodes that stand in no other of them.
func (r *reader) tops(nodes []int32) []int32 {
	var out []int32
	for _, n := range nodes {
		if len(out) == 0 || n >= r.nodes[out[len(out)-1]].end {
			out = append(out, n)
		}
	}
	return out
}

// notWrapped drops elements that stand in one of the group and are its words, or
// have little beside them in it, and takes that for the post: the body of
// <div class="post" id="post5">...<div class="post" id="post_5"> is no post in a
// post.
func (r *reader) notWrapped(nodes []int32) []int32 {
	var out []int32
	for _, n := range nodes {
		if k := len(out); k > 0 && n < r.nodes[out[k-1]].end {
			own := r.nodes[out[k-1]].blocks
			inner := r.nodes[n].blocks
			if r.onlyWords(n) {
				continue
			}
			if inner.from-own.from <= 12 && own.to-inner.to <= 4 && r.bodyBytes(span{own.from, inner.from}) < 40 {
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// onlyWords reports whether element n holds the words of a post and nothing that
// says who wrote it or when: <div class="post" itemprop="text">.
func (r *reader) onlyWords(n int32) bool {
	if prop, _ := r.attr(n, keyItemprop); prop == "text" {
		return true
	}
	if !r.hasMark(n, bodyMarks) {
		return false
	}
	for e := n + 1; e < r.nodes[n].end; e++ {
		if r.nodes[e].tag == tagTime || r.hasMark(e, authorMarks) {
			return false
		}
	}
	return true
}

// withHeads takes for each element that holds the words of a post alone the nearest
// around it that names a member and holds no other of nodes.
func (r *reader) withHeads(nodes []int32) []int32 {
	const near = 8 // elements around
	for i, n := range nodes {
		if len(nodes) < 2 || !r.onlyWords(n) {
			continue
		}
		e := r.nodes[n].parent
		for d := 0; d < near && e > 0; d, e = d+1, r.nodes[e].parent {
			if i > 0 && (e <= nodes[i-1] || e < r.nodes[nodes[i-1]].end && r.nodes[e].end > r.nodes[nodes[i-1]].end) || i+1 < len(nodes) && nodes[i+1] < r.nodes[e].end {
				break
			}
			if r.namesMember(e, n) {
				nodes[i] = e
				break
			}
		}
	}
	return nodes
}

// bodyBytes is how many bytes of the blocks at are body.
func (r *reader) bodyBytes(at span) float64 {
	n := 0.0
	for i := at.from; i < at.to; i++ {
		if r.sure[i] > likely {
			n += float64(r.blocks[i].text.len())
		}
	}
	return n
}
