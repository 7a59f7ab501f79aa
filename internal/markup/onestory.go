package markup

// oneStory drops from the body what belongs to a further story that the page
// prints whole below its own, as pages that load the next story do: a second
// top headline that stands, with prose of its own, in an element beside the one
// of the first. A heading within one text is not such: it stands beside the
// paragraphs it heads.
func (r *reader) oneStory() {
	if len(r.body) < 4 || r.threadSigns() > 1 {
		return
	}
	end := len(r.blocks)
	size := 0
	first := -1 // the block of the first headline
	next := 0   // of body
	for i := range r.blocks {
		for next < len(r.body) && r.body[next] < i {
			size += r.blocks[r.body[next]].text.len()
			next++
		}
		b := &r.blocks[i]
		if !r.within(b.node, tagH1) || b.text.len() < 12 {
			continue
		}
		if first < 0 || size < 400 { // still at the head of the first story
			first = i
			continue
		}
		if box := r.storyBox(b.node, int32(first)); box >= 0 && r.prosesIn(box, i) >= 2 {
			end = int(r.nodes[box].blocks.from)
			break
		}
	}
	for k, i := range r.body {
		if i >= end {
			r.body = r.body[:k]
			return
		}
	}
}

// storyBox is the outermost element around node n that does not hold the block
// at first, where it is of the make of the one around that block: both are
// articles, or of one class.
func (r *reader) storyBox(n, first int32) int32 {
	box := int32(-1)
	for e := n; e >= 0 && r.nodes[e].blocks.from > first; e = r.nodes[e].parent {
		box = e
	}
	if box < 0 {
		return -1
	}
	up := r.nodes[box].parent
	own := r.blocks[first].node
	for own >= 0 && r.nodes[own].parent != up {
		own = r.nodes[own].parent
	}
	if own < 0 || r.nodes[own].tag != r.nodes[box].tag {
		return -1
	}
	a, _ := r.attr(own, keyClass)
	b, _ := r.attr(box, keyClass)
	if r.nodes[box].tag == tagArticle || a == b && a != "" || a == b && r.nodes[box].tag == tagDiv {
		return box
	}
	return -1
}

// prosesIn counts the body blocks of the element box after block i that are
// paragraphs.
func (r *reader) prosesIn(box int32, i int) int {
	n := 0
	for _, k := range r.body {
		if k > i && k < int(r.nodes[box].blocks.to) && r.blocks[k].text.len() >= 100 {
			n++
		}
	}
	return n
}
