package markup

// heading is a heading of the page: what its words say, and the element that
// it heads.
type heading struct {
	block     int32
	low, high float32
	box       int32 // the element around the heading's own
}

// distances counts from each block to the nearest prose before and after it.
func (f *features) distances() {
	n := len(f.p.blocks)
	both := make([]int32, 2*n)
	f.before, f.after = both[:n], both[n:]
	far := int32(1000)
	for i := range n {
		far++
		f.before[i] = far
		if f.proses[i+1] > f.proses[i] {
			far = 0
		}
	}
	far = 1000
	for i := n - 1; i >= 0; i-- {
		far++
		f.after[i] = far
		if f.proses[i+1] > f.proses[i] {
			far = 0
		}
	}
}

// headings finds for each block the last heading before it: what stands under
// "Read more" is read so.
func (f *features) headings() {
	p := f.p
	f.heads = make([]heading, len(p.blocks))
	last := heading{block: -1, box: -1}
	for i := range p.blocks {
		f.heads[i] = last
		b := &p.blocks[i]
		if f.classAt(b.node).around&inHeading == 0 || b.text.len() == 0 {
			continue
		}
		e := b.node
		for f.classAt(e).around&inHeading != 0 && p.nodes[e].parent >= 0 {
			e = p.nodes[e].parent
		}
		last = heading{block: int32(i), box: e}
		last.low, last.high, _, _ = f.wordScores(p.of(b), f.stats[i].words)
	}
}

// headed appends how a block stands to the last heading before it.
func (f *features) headed(out []float32, i int) []float32 {
	h := &f.heads[i]
	if h.block < 0 {
		return append(out, 0, 0, -1, 0, 0)
	}
	in := f.p.blocks[i].node >= h.box && f.p.blocks[i].node < f.p.nodes[h.box].end
	return append(out, h.low, h.high, float32(min(int32(i)-h.block, 20)), flag(in), f.classAt(f.p.blocks[h.block].node).apart.low)
}
