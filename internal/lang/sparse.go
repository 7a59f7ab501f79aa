package lang

// sparse is a linear model of fewer than 64 classes: each row holds the few
// that have a weight.
type sparse struct {
	slots
	classes []string
	start   []uint32 // of each row, in pairs
	pairs   []uint32 // weight << 8 | class
	full    []int16  // the rows with many weights, maxClasses each
}

// inFull is the class that stands in the one pair of a row that is in full: its
// weight is the row's number there.
const inFull = maxClasses - 1

// manyPairs is how many weights make a row one in full.
const manyPairs = 8

func readSparse(b []byte) *sparse {
	s := &sparse{}
	n, short := int(b[0]&^shortCounts), b[0]&shortCounts != 0
	b = b[1:]
	for range n {
		k := int(b[0])
		s.classes = append(s.classes, string(b[1:1+k]))
		b = b[1+k:]
	}
	s.slots, b = readSlots(b)
	rows := s.count()
	counts, p := b[:min(rows, len(b))], b[min(rows, len(b)):]
	if short {
		counts, p = readCounts(b, rows)
	}
	total, full := 0, 0
	for _, n := range counts {
		if n <= manyPairs {
			total += int(n)
		} else {
			total++
			full++
		}
	}
	s.start, s.pairs, s.full = table[uint32](rows+1), table[uint32](total), table[int16](full*maxClasses)
	at, full := 0, 0
	for i, n := range counts {
		s.start[i] = uint32(at)
		row := p[:2*int(n)]
		p = p[len(row):]
		if n <= manyPairs {
			for k := 1; k < len(row); k += 2 {
				s.pairs[at] = uint32(companded[row[k]])<<8 | uint32(row[k-1]&(maxClasses-1))
				at++
			}
			continue
		}
		for k := 1; k < len(row); k += 2 {
			s.full[full*maxClasses+int(row[k-1]&(maxClasses-1))] = int16(companded[row[k]])
		}
		s.pairs[at] = uint32(full)<<8 | inFull
		at++
		full++
	}
	s.start[rows] = uint32(at)
	return s
}

// shortCounts beside the number of classes says that how many weights a row has
// is written in four bits.
const shortCounts = 0x80

// readCounts reads what writeCounts wrote and returns the rest of b.
func readCounts(b []byte, rows int) (counts, rest []byte) {
	counts = make([]byte, rows)
	more := b[(rows+1)/2:]
	for i := range counts {
		n := b[i/2] >> (i & 1 * 4) & 15
		if n == 15 {
			n, more = more[0], more[1:]
		}
		counts[i] = n
	}
	return counts, more
}

// writeCounts appends counts in four bits each; one of 15 or more is 15 there
// and follows whole after all.
func writeCounts(b, counts []byte) []byte {
	var more []byte
	for i := 0; i < len(counts); i += 2 {
		pair := byte(0)
		for k, n := range counts[i:min(i+2, len(counts))] {
			if n >= 15 {
				more = append(more, n)
				n = 15
			}
			pair |= n << (4 * k)
		}
		b = append(b, pair)
	}
	return append(b, more...)
}

// score adds up the rows of f. First it only asks memory for all of them, with
// nothing to wait for: each lies where no cache has it.
func (s *sparse) score(f *feats, out *[maxClasses]int32) {
	*out = [maxClasses]int32{}
	rows := s.rows(f)
	if len(rows) == 0 {
		return
	}
	f.at, f.full = grow(f.at, len(rows)+1), grow(f.full, len(rows)+1)
	full := 0
	if wide {
		full = fewAVX(out, &rows[0], len(rows), &s.start[0], &s.pairs[0], &f.at[0], &f.full[0])
	} else {
		full = s.few(f, rows, out)
	}
	if full > 0 {
		addFull(out, s.full, f.full[:full])
	}
}

// few adds up the rows that are not in full, puts the numbers of those that are
// to f.full, and returns how many they are.
func (s *sparse) few(f *feats, rows []uint32, out *[maxClasses]int32) int {
	for k, i := range rows {
		f.at[k] = pairsAt{s.start[i], s.start[i+1]}
	}
	few, full := 0, 0
	for _, p := range f.at[:len(rows)] {
		v := s.pairs[p.from]
		f.at[few], f.full[full] = p, v>>8
		many := int((v&(maxClasses-1) + 1) >> 6)
		few += 1 - many
		full += many
	}
	for _, p := range f.at[:few] {
		for _, v := range s.pairs[p.from:p.to] {
			out[v&(maxClasses-1)] += int32(v) >> 8
		}
	}
	return full
}

// pairsAt is the range of a row's pairs.
type pairsAt struct{ from, to uint32 }
