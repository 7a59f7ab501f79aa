package lang

// namePlaces are the places of words the net of names looks at, and nameSizes
// the sizes of its features.
const namePlaces = 7

var nameSizes = []int{
	16, 16, // classes of the two words before
	64, 64, 64, 64, 64, // tags
	257, 257, 257, // flags of the lists
	64, 64, // what the words were elsewhere in the text
	64, 16, 8,
}

var nameBase, nameTotal = bases(nameSizes)

// input gathers what the net of names looks at for word i.
func (n *namer) input(words *[namePlaces]int32, rows []int32, i int) []int32 {
	in := func(k int) int32 {
		if k < 0 || k >= len(n.ts) {
			return -1
		}
		return int32(k)
	}
	r := n.run[i]
	*words = [namePlaces]int32{in(i), in(i - 1), in(i + 1), in(i - 2), in(i + 2), -1, -1}
	if r.to > r.from {
		words[5], words[6] = r.to-1, in(int(r.to))
	}
	k := 0
	rows = rows[:0]
	add := func(v uint32) {
		rows = append(rows, nameBase[k]+int32(min(v, uint32(nameSizes[k]-1))))
		k++
	}
	class := func(k int) uint32 {
		if k < 0 {
			return 15
		}
		return uint32(n.class[k])
	}
	add(class(i - 1))
	add(class(i - 2))
	for k := i - 2; k <= i+2; k++ {
		add(uint32(at(n.ts, k).x))
	}
	for k := i - 1; k <= i+1; k++ {
		add(n.flag(k))
	}
	add(n.voteAt(i))
	add(n.voteAt(i + 1))
	add(uint32(min(int(r.to)-i, 4))<<3 | uint32(min(r.to-r.from, 5)))
	long := 0
	if i > 0 && open(n.class[i-1]) {
		for long = 1; i-long > 0 && namePart(n.class[i-long]) != begin; {
			long++
		}
	}
	add(uint32(min(long, 7)))
	t := &n.ts[i]
	add(b2u(t.initial) | b2u(t.headline)<<1 | b2u(t.caps)<<2)
	return rows
}

// nameLead is how far ahead a net's answer is where the linear model, which is
// dearer, is not asked.
const nameLead = 2.5

// nameScores scores the classes of the namer's word i, where prev is the class
// before it and after whether a word follows. The nets are asked one after the
// other, the linear model last, each only if those before it are in doubt.
func (w *worker) nameScores(i int, prev uint8, after bool, score *[1 + 4*3]float32) {
	n := &w.nm
	bias := float32(0)
	if n.ts[i].x == w.in.nnp && (!n.ts[i].initial || n.vote[i] > 1) {
		bias = w.nameBias
	}
	var sum [1 + 4*3]float32
	*score = sum
	for k, net := range w.nameNets {
		u := &w.nu[k]
		u.words = grow(u.words, namePlaces)
		u.rows = n.input((*[namePlaces]int32)(u.words), u.rows, i)
		u.look(net, n.ts)
		for c := range score {
			sum[c] += u.output(net, c)
			score[c] = sum[c] / float32(k+1)
		}
		score[0] -= bias
		if ahead(score, prev, after) > nameLead {
			return
		}
	}
	if len(w.nameNets) == 0 {
		score[0] = -bias
	}
	n.feats(&w.f, i)
	w.name.score(&w.f, &w.out)
	for c := range score {
		score[c] += float32(float32(w.out[c]) * w.nameMix)
	}
}

// ahead is how far the best class that may follow prev is ahead of the next.
func ahead(score *[1 + 4*3]float32, prev uint8, after bool) float32 {
	one, two := float32(-1e30), float32(-1e30)
	for c, v := range score {
		switch {
		case !follows(prev, uint8(c), after):
		case v > one:
			one, two = v, one
		case v > two:
			two = v
		}
	}
	return one - two
}
