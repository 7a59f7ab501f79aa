package lang

// tagPlaces are the places of words the net of tags looks at, and tagSizes the
// sizes of its features.
const tagPlaces = 5

var tagSizes = []int{64, 64, 64 * 64, 512, 512, 512, 8}

var tagBase, tagTotal = bases(tagSizes)

// tagInput gathers what the net of tags looks at for word i, the tags before it
// given.
func tagInput(ts []token, words *[tagPlaces]int32, rows []int32, i int) []int32 {
	in := func(k int) int32 {
		if k < 0 || k >= len(ts) {
			return -1
		}
		return int32(k)
	}
	*words = [tagPlaces]int32{in(i), in(i - 1), in(i + 1), in(i - 2), in(i + 2)}
	t, p, q := &ts[i], at(ts, i-1), at(ts, i-2)
	next := at(ts, i+1)
	k := 0
	rows = rows[:0]
	add := func(v uint32) {
		rows = append(rows, tagBase[k]+int32(v%uint32(tagSizes[k])))
		k++
	}
	add(uint32(p.x))
	add(uint32(q.x))
	add(uint32(p.x)<<6 | uint32(q.x))
	add(t.suf2 >> 4)
	add(t.pre2 >> 4)
	add(next.suf2 >> 4)
	add(b2u(t.initial) | b2u(i == 0)<<1 | b2u(i+1 == len(ts))<<2)
	return rows
}
